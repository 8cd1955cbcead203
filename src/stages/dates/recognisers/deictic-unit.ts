import { weekdayOf } from '../calendar.ts';
import { compile, PART, readPart, readUnit, UNIT } from '../patterns.ts';
import { fixed, type Recogniser, type Resolved } from '../recogniser.ts';
import { fromPrevious, fromReference, referenceFor, type Scope } from '../scope.ts';
import { TRIGGER } from '../triggers.ts';
import { durationValue } from '../values.ts';

/** `this weekend`: the coming one, but early in the week and in the past tense the one just over. */
function thisWeekend(scope: Scope): Resolved {
  const reference = referenceFor(scope, 'weekend');
  const over = reference !== null && weekdayOf(reference.day) <= 4 && scope.tense() === 'past';
  return fromReference(scope, 'weekend', over ? -1 : 0);
}

/** `In the third quarter it earned $5 million, compared with $3 million last year`: the same quarter of last year. */
function comparesQuarters(scope: Scope): boolean {
  if (scope.quarter === null || scope.start - scope.quarter.start > 500) return false;
  return /\b(?:compared with|compared to|against|from|versus)\s[^.;]{0,20}(?:\.\d[^.;]{0,20}){0,2}$/.test(
    scope.before(70),
  );
}

const quarterBefore = ({ quarter }: Scope): Resolved => ({
  value: quarter!.value.replace(/^\d{4}/, (digits) => String(Number(digits) - 1)),
  anchor: 'previous',
  anchors: false,
});

export const deicticUnit: Recogniser = {
  id: 'deictic-unit',
  about:
    'A unit next to the present one: `last week`, `this year`, `early next month`, `the current quarter`, `later this week`.',
  needs: TRIGGER.unit,
  pattern: compile(
    `(?<part>(?:(?:very )?(?:early|earlier|late|later|mid|sometime|some time|midway)(?: in)?[- ]|${PART}))?(?:the )?(?<relation>this (?:past|coming)|this|last|next|past|previous|coming|current|present) (?<unit>${UNIT})(?!s|-)`,
  ),
  matches: [
    'The court ruled last week.',
    'It will open early next month.',
    'Later this year they will vote.',
  ],
  rejects: ['this yearbook', 'last weeks', 'next-day delivery'],
  values: [
    ['The court ruled last week.', 'last week', '2026-W11'],
    ['It will open early next month.', 'early next month', '2026-04'],
    ['They met over the last weekend.', 'the last weekend', '2026-W11-WE'],
    ['The bill passed this year.', 'this year', '2026'],
  ],
  read({ part, relation, unit: unitText }, around, match) {
    const unit = readUnit(unitText!);
    const lower = relation!.toLowerCase();
    const definite = /(?:^|\s)the\s/i.test(match.slice(part?.length ?? 0));
    if (unit === 'second' || unit === 'minute' || unit === 'hour') return null;
    if (unit === 'day' && !/^this$/.test(lower)) {
      // `the next day`, `the previous day` belong to the story (see definite-unit).
      return null;
    }
    if (unit === 'day' && !/^\s?[,.;]|^$/.test(around.after(2))) return null;
    // A programme: `This Week`.
    if (/[A-Z]/.test(unitText!.charAt(0)) && /["“'‘]$/.test(around.before(1))) return null;
    const shift = /last|past|previous/.test(lower) ? -1 : /next|coming/.test(lower) ? 1 : 0;
    // `the past year` is the year up to now; `the next year` of a story is its following one.
    if (/^past$/.test(lower)) return fixed('DURATION', durationValue(1, unit), { anchors: false });
    const story = (definite && /^(?:next|previous)$/.test(lower)) || (!definite && lower === 'previous');
    return {
      type: 'DATE',
      mod: readPart(part),
      unit,
      resolve(scope) {
        if (unit === 'year' && lower === 'last' && comparesQuarters(scope)) return quarterBefore(scope);
        if (unit === 'weekend' && /^this/.test(lower)) return thisWeekend(scope);
        return story ? fromPrevious(scope, unit, shift) : fromReference(scope, unit, shift);
      },
    };
  },
};
