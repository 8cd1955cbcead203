import { DAY_PARTS } from '../../../lexicon/time-words.ts';
import { compile, readPart } from '../patterns.ts';
import { fixed, type Recogniser } from '../recogniser.ts';
import { fromPrevious, fromReference } from '../scope.ts';
import { TRIGGER } from '../triggers.ts';

const SHIFT: Readonly<Record<string, number>> = { today: 0, yesterday: -1, tomorrow: 1 };

/** What around `|` (`today` itself) makes it the present age. */
const NOWADAYS =
  /\b(?:still \w+(?: \w+)?|(?:it|they|we|he|she|that|which|who|what) (?:is|are|am|has become|have become)|known|exists?|remains?|alive|lives?|people of|world of|as they are|as it is)\s\||\|(?:\s(?:than ever|than in|as (?:it|they) (?:was|were))|,\s(?:like|more|most|many|few)\b)/;

export const dayWord: Recogniser = {
  id: 'day-word',
  about:
    '`today`, `yesterday`, `tomorrow`, with a part of the day; generic `today` (`today’s youth`) is PRESENT_REF.',
  needs: TRIGGER.dayWord,
  pattern: compile(
    `(?:(?<part>early|earlier|late|later|mid)[- ])?(?<the>the day (?:before|after) )?(?<word>today|yesterday|tomorrow)(?:(?: (?<inner>early|late))? (?<dayPart>morning|afternoon|evening|night))?`,
  ),
  matches: ['The mayor resigned today.', 'He left late yesterday.', 'They vote tomorrow morning.'],
  rejects: ['USA Today reported it.', 'Yesterdays news'],
  values: [
    ['The mayor resigned today.', 'today', '2026-03-18'],
    ['The mayor resigned yesterday.', 'yesterday', '2026-03-17'],
    ['They vote tomorrow morning.', 'tomorrow morning', '2026-03-19TMO'],
  ],
  read({ part, the, word, inner, dayPart }, around) {
    if (word === undefined) return null;
    const lower = word.toLowerCase();
    if (
      /^Today/.test(word) &&
      (/\b(?:USA|VOA)\s$/.test(around.before(5)) || /(?:[a-z,] |^)[A-Z][a-z]+\s$/.test(around.before(16)))
    )
      return null;
    if (
      lower === 'today' &&
      /^['’]s\s(?:world|society|youth|young|standards|economy|children|generation|climate|environment|market|money|dollars|terms|prices)/i.test(
        around.after(16),
      )
    )
      return fixed('DATE', 'PRESENT_REF', { anchors: false });
    // `still alive today`, `more than ever today`: the present age.
    if (
      lower === 'today' &&
      part === undefined &&
      dayPart === undefined &&
      NOWADAYS.test(`${around.before(40)}|${around.after(16)}`)
    )
      return fixed('DATE', 'PRESENT_REF', { anchors: false });
    const shift = SHIFT[lower]! + (the === undefined ? 0 : /before/i.test(the) ? -1 : 1);
    return {
      type: dayPart === undefined ? 'DATE' : 'TIME',
      mod: readPart(part ?? inner),
      unit: 'day',
      resolve(scope) {
        const day = fromReference(scope, 'day', shift);
        return dayPart === undefined
          ? day
          : { ...day, value: `${day.value}T${DAY_PARTS.get(dayPart.toLowerCase())}` };
      },
    };
  },
};

export const nightWord: Recogniser = {
  id: 'night-word',
  about: 'The night of today: `tonight`, `overnight` as an adverb.',
  needs: TRIGGER.dayWord,
  pattern: compile('(?:(?<part>early|earlier|late|later) )?(?<word>tonight|overnight)'),
  matches: ['The show opens tonight.', 'Snow fell overnight.'],
  rejects: ['The Tonight Show', 'an overnight stay', 'the overnight rate'],
  values: [['The show opens tonight.', 'tonight', '2026-03-18TNI']],
  read({ part, word }, around) {
    if (/^Tonight\sShow/.test(`${word}${around.after(5)}`)) return null;
    // `Entertainment Tonight`
    if (/^Tonight/.test(word ?? '') && /[A-Z][a-z]+\s$/.test(around.before(16))) return null;
    if (/^overnight$/i.test(word ?? '') && /\b(?:an?|the|its|his|her|their)\s$/i.test(around.before(6)))
      return null;
    return {
      type: 'TIME',
      mod: readPart(part),
      resolve(scope) {
        const day = fromReference(scope, 'day', 0);
        return { ...day, value: `${day.value}TNI` };
      },
    };
  },
};

export const thisDayPart: Recogniser = {
  id: 'this-day-part',
  about:
    'A part of a day near today or near the story’s day: `this morning`, `last night`, `that afternoon`, `the next morning`.',
  needs: TRIGGER.dayPart,
  pattern: compile(
    `(?:(?<part>early|earlier|late|later|mid)[- ])?(?<relation>this|last|that same|that|the same|the following|the next|the previous) (?:(?<inner>early|late|mid)[- ])?(?<dayPart>morning|afternoon|evening|night)`,
  ),
  matches: ['It rained this morning.', 'He was seen last night.', 'They left the next morning.'],
  rejects: ['the night shift', 'one night'],
  values: [
    ['It rained this morning.', 'this morning', '2026-03-18TMO'],
    ['He was seen last night.', 'last night', '2026-03-17TNI'],
    ['On Feb. 3 they met. He left the next morning.', 'the next morning', '2026-02-04TMO'],
  ],
  read({ part, relation, inner, dayPart }, around) {
    // A programme: `CBS This Morning`.
    if (
      /^[A-Z]/.test(dayPart!) ||
      (/^[A-Z]/.test(relation!) && /[A-Za-z]\s$/.test(around.before(2)) && part === undefined)
    )
      return null;
    const code = DAY_PARTS.get(dayPart!.toLowerCase());
    const lower = relation!.toLowerCase();
    const near = /^(?:this|last)$/.test(lower);
    const shift = /last|previous/.test(lower) ? -1 : /following|next/.test(lower) ? 1 : 0;
    return {
      type: 'TIME',
      mod: readPart(part ?? inner),
      unit: 'day',
      resolve(scope) {
        const day = near ? fromReference(scope, 'day', shift) : fromPrevious(scope, 'day', shift);
        return { ...day, value: `${day.value}T${code}` };
      },
    };
  },
};
