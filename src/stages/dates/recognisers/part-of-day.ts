import { compile } from '../patterns.ts';
import type { Recogniser } from '../recogniser.ts';
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

export const partOfDay: Recogniser = {
  id: 'part-of-day',
  about:
    'A part of the story’s day: `at dawn`, `by midnight`, `in the morning`, `mid-afternoon`, `middle of the night`.',
  needs: TRIGGER.dayPart,
  pattern: compile(
    `(?<lead>at |by |before |after |until |around |about |in |during |since )?(?:(?<the>the )?(?:(?<part>early|late|mid)[- ])?(?<word>noon|midday|midnight|dawn|daybreak|sunrise|dusk|sunset|nightfall|lunchtime|morning|afternoon|evening)|(?<night>the night|night)|(?<middle>the middle of the night|middle-of-the-night|the dead of night))(?! (?:shift|club|school|mail|news|star|post|sickness|light|sky|vision|time|fight|of))`,
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
    if (word !== undefined && lead === undefined && part === undefined) return null;
    if (
      word !== undefined &&
      /^(?:morning|afternoon|evening)$/i.test(word) &&
      the === undefined &&
      part === undefined
    )
      return null;
    if (night !== undefined && !(lead !== undefined && /^(?:at|by|during|in) $/i.test(lead))) return null;
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
        const { previous } = scope;
        if (previous !== null && previous.unit === 'day')
          return { value: `${dayValue(previous.day)}T${code}`, anchor: 'previous', anchors: false };
        const reference = referenceFor(scope, 'day');
        if (reference === null || middle !== undefined || night !== undefined)
          return { value: `XXXX-XX-XXT${code}`, anchor: 'publication', anchors: false };
        return { value: `${dayValue(reference.day)}T${code}`, anchor: 'publication', anchors: false };
      },
    };
  },
};
