import type { AnchorKind } from '../../../core/layers.ts';
import { storyDay } from '../clock.ts';
import { compile } from '../patterns.ts';
import type { Recogniser, Resolved } from '../recogniser.ts';
import { referenceFor } from '../scope.ts';
import { TRIGGER } from '../triggers.ts';
import { dayValue } from '../values.ts';

const CODES: Readonly<Record<string, string>> = {
  noon: '12:00',
  midday: '12:00',
  midnight: '24:00',
  dawn: 'MO',
  daybreak: 'MO',
  sunrise: 'MO',
  dusk: 'EV',
  sunset: 'EV',
  nightfall: 'NI',
  lunchtime: 'MI',
  morning: 'MO',
  afternoon: 'AF',
  evening: 'EV',
  night: 'NI',
};

const GENERIC = /^(?:MO|AF|EV)$/;

export const partOfDay: Recogniser = {
  id: 'part-of-day',
  about:
    'A part of the story’s day: `at dawn`, `by midnight`, `in the morning`, `mid-afternoon`, `middle of the night`.',
  needs: TRIGGER.dayPart,
  pattern: compile(
    `(?<lead>at |by |before |after |until |around |about |in |during |since |(?:much|most|part|rest|all|half|hours) of )?(?:(?<the>the )?(?:(?<part>early|late|mid)[- ])?(?<word>noon|midday|midnight|dawn|daybreak|sunrise|dusk|sunset|nightfall|lunchtime|morning|afternoon|evening)|(?<night>the night|night)|(?<middle>the middle of the night|middle-of-the-night|the dead of night))(?! (?:shift|club|school|mail|news|star|post|sickness|light|sky|vision|time|fight|of))`,
  ),
  matches: [
    'They struck at dawn.',
    'The polls closed in mid-afternoon.',
    'Police came in the middle of the night.',
  ],
  rejects: ['a new dawn', 'night shift', 'the morning after'],
  read({ lead, the, part, word, night, middle }, around) {
    const after = around.after(6);
    if (/^\safter/.test(after)) return null;
    const dated =
      word !== undefined &&
      /^(?:noon|midday|midnight|dawn)$/i.test(word) &&
      /^,?\s(?:on\s)?(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b/.test(around.after(14));
    if (word !== undefined && lead === undefined && part === undefined && !dated) return null;
    if (
      word !== undefined &&
      /^(?:morning|afternoon|evening)$/i.test(word) &&
      the === undefined &&
      part === undefined
    )
      return null;
    if (night !== undefined && !(lead !== undefined && /^(?:at|by|during|in|\w+ of) $/i.test(lead)))
      return null;
    const code = middle !== undefined || night !== undefined ? 'NI' : CODES[word!.toLowerCase()]!;
    return {
      type: 'TIME',
      ...(part === undefined
        ? {}
        : {
            mod: /early/i.test(part)
              ? ('START' as const)
              : /late/i.test(part)
                ? ('END' as const)
                : ('MID' as const),
          }),
      skip: lead?.length ?? 0,
      clock: code,
      resolve(scope) {
        const place = (day: string, time: string, anchor: AnchorKind): Resolved => ({
          value: `${day}T${time}`,
          anchor,
          anchors: false,
        });
        const reference = referenceFor(scope, 'day');
        const story = storyDay(scope, Number.POSITIVE_INFINITY);
        // `told them shortly after midnight`: the one that began the day.
        const isMidnight =
          code === '24:00' && /^(?:after|since|from)/i.test(lead ?? '') && scope.tense() === 'past';
        if (isMidnight && reference !== null && story === null)
          return place(dayValue(reference.day), '00:00', 'publication');
        if (story !== null) return place(dayValue(story), code, 'previous');
        // `those who nap in the afternoon`: any day's, unless what is to come is told or the day's news.
        const rest = middle !== undefined || night !== undefined;
        const generic = part === undefined && /^(?:in|during) $/i.test(lead ?? '') && GENERIC.test(code);
        const any = rest || (generic && scope.tense() === 'past');
        return place(reference === null || any ? 'XXXX-XX-XX' : dayValue(reference.day), code, 'publication');
      },
    };
  },
};
