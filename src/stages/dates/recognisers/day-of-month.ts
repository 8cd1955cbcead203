import { civilDay, daysInMonth } from '../calendar.ts';
import { compile } from '../patterns.ts';
import type { Recogniser } from '../recogniser.ts';
import { referenceFor, type Scope } from '../scope.ts';
import { TRIGGER } from '../triggers.ts';
import { monthValue, pad } from '../values.ts';

/** What counts things of another kind by ordinals. */
const OTHER =
  /\b(?:birdie[ds]?|bogey(?:ed|s)?|par|eagle[ds]?|hole|fairway|green|tee|lap|floor|storey|attempt|seed(?:ed)?|ranked|inning|over)\b/i;

/** The month that a bare day belongs to: that of the story just told, else the nearest in the direction of the clause. */
function monthOf(scope: Scope, day: number): { year: number; month: number; story: boolean } | null {
  const { previous } = scope;
  if (
    previous !== null &&
    (previous.unit === 'day' || previous.unit === 'month') &&
    scope.start - previous.end < 200
  )
    return { ...civilDay(previous.day), story: true };
  const reference = referenceFor(scope, 'day');
  if (reference === null) return null;
  const now = civilDay(reference.day);
  const ahead = scope.tense() === 'future';
  const shift = ahead && day < now.day ? 1 : !ahead && day > now.day ? -1 : 0;
  const index = now.year * 12 + now.month - 1 + shift;
  return { year: Math.floor(index / 12), month: (index % 12) + 1, story: false };
}

export const dayOfMonth: Recogniser = {
  id: 'day-of-month',
  about:
    'A day of the month without its month: `on the 12th`, `by the 3rd of this month`; holes, floors and laps are left alone.',
  needs: TRIGGER.digits,
  also: TRIGGER.ordinal,
  pattern: compile(
    `(?<lead>(?:on|by|until|till|since|from) )the (?<day>[12]?\\dth|[23]?1st|2?2nd|2?3rd)(?: of (?:this|the) month)?(?= ?[.,;:)”"]|$| (?:and|to|at|after|when|with|but|he|she|they|it|we|the|in|by|for|his|her|of (?:this|the) month)\\b)`,
  ),
  matches: ['The term ends on the 12th.', 'On the 3rd they met again.'],
  rejects: ['He made birdie on the 12th.', 'She lives on the 12th floor.', 'on the 12th of May'],
  values: [
    ['They were told on the 12th.', 'the 12th', '2026-03-12'],
    ['They were told on the 27th.', 'the 27th', '2026-02-27'],
    ['Rent will be due on the 1st.', 'the 1st', '2026-04-01'],
  ],
  read({ lead, day: dayText }, around) {
    const day = Number.parseInt(dayText!, 10);
    if (day < 1 || day > 31 || OTHER.test(around.before(60) + around.after(40))) return null;
    return {
      type: 'DATE',
      unit: 'day',
      skip: lead!.length,
      resolve(scope) {
        const found = monthOf(scope, day);
        if (found === null) return { value: `XXXX-XX-${pad(day)}`, anchor: 'publication' };
        if (day > daysInMonth(found.year, found.month)) return null;
        return {
          value: `${monthValue(found.year, found.month)}-${pad(day)}`,
          anchor: found.story ? 'previous' : 'publication',
        };
      },
    };
  },
};
