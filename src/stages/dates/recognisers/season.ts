import { SEASONS } from '../../../lexicon/time-words.ts';
import { civilDay } from '../calendar.ts';
import { isModifier } from '../modifier.ts';
import { BC_YEAR, compile, PART, readPart, readYear, SPOKEN_YEAR, YEAR } from '../patterns.ts';
import type { Recogniser } from '../recogniser.ts';
import { referenceFor, type Scope } from '../scope.ts';
import { TRIGGER } from '../triggers.ts';

const FIRST_MONTH: Readonly<Record<string, number>> = { SP: 3, SU: 6, FA: 9, WI: 12 };

/** The year of a season named without one; a winter bears the year that it begins in. */
function seasonYear(scope: Scope, code: string, relation: string): { year: number; story: boolean } | null {
  const { previous, narrative } = scope;
  const reference = referenceFor(scope, 'month');
  const absolute = /^(?:last|this|next)/.test(relation);
  const told = /^(?:that|the (?:same|following|next|previous))/.test(relation);
  if (!absolute && previous !== null && (told || reference === null || (narrative && !scope.ahead()))) {
    const base = civilDay(previous.day);
    const shift = /previous|preceding/.test(relation) ? -1 : /following|next/.test(relation) ? 1 : 0;
    return { year: base.year + shift, story: true };
  }
  if (reference === null) return null;
  const now = civilDay(reference.day);
  const first = FIRST_MONTH[code]!;
  // Months since the season last began.
  const since = (now.month - first + 12) % 12;
  const lastStart = now.month >= first ? now.year : now.year - 1;
  const running = since < 3;
  if (/last/.test(relation)) return { year: running ? lastStart - 1 : lastStart, story: false };
  if (/past/.test(relation)) return { year: lastStart, story: false };
  if (/next/.test(relation)) return { year: lastStart + 1, story: false };
  if (running) return { year: lastStart, story: false };
  if (/this/.test(relation)) {
    // The nearer of the one just over and the one to come, unless the tense says which.
    const tense = scope.tense();
    if (code === 'WI')
      return { year: tense === 'past' && since < 6 ? lastStart : lastStart + 1, story: false };
    return { year: now.year, story: false };
  }
  return { year: scope.tense() === 'future' ? lastStart + 1 : lastStart, story: false };
}

/** What happens once in a season, and is dated by it: `the autumn budget`. */
const OCCASION =
  /^\s(?:budget|offensive|elections?|sessions?|campaign|semester|term|conference|congress|recess|holidays?|statement|meetings?|festival|tour|sales|harvest|exhibition|games|floods?|drought|fires|riots)\b/;

export const season: Recogniser = {
  id: 'season',
  about:
    'A season with a determiner, a year or a preposition: `last summer`, `the fall of 1998`, `in winter`; a spring or a fall of another kind is left alone.',
  needs: TRIGGER.season,
  pattern: compile(
    `(?<part>${PART})?(?:(?<relation>last|this past|this coming|this|next|the previous|the following|the next|the same|the|that) )?(?:(?<inner>early|mid|late)[- ])?(?<season>spring|summer|fall|autumn|winter)(?:,? (?:of )?(?<year>${BC_YEAR}|${SPOKEN_YEAR}|${YEAR}|['’]\\d\\d|last year|this year|next year|that year))?`,
  ),
  matches: [
    'The shop opened last summer.',
    'He died in the fall of 1998.',
    'They fought through the winter.',
  ],
  rejects: [
    'The winter fuel payment',
    'The fall of the regime',
    'a spring in his step',
    'Prices fall again.',
    'a summer camp',
  ],
  values: [
    ['The shop opened last summer.', 'last summer', '2025-SU'],
    ['He died in the fall of 1998.', 'the fall of 1998', '1998-FA'],
    ['It was cut in the autumn budget.', 'autumn', '2025-FA'],
  ],
  read({ part, relation = '', inner, season: name, year }, around, match) {
    if (name === undefined) return null;
    const code = SEASONS.get(name.toLowerCase())!;
    const lower = relation.toLowerCase();
    const before = around.before(16);
    const after = around.after(16);
    if (
      /^\s(?:of|in|from)\s(?!\d)/.test(after) &&
      /^(?:fall|spring)$/i.test(name) &&
      !/^(?:last|this|next)/.test(lower)
    )
      return null;
    if (
      /^(?:fall|spring)$/i.test(name) &&
      year === undefined &&
      /^(?:the|that)?$/.test(lower) &&
      part === undefined
    ) {
      if (!/\b(?:in|by|during|since|until|for|through|before|after|and|or)\s$/i.test(before)) return null;
      if (lower === '' && /^fall$/i.test(name) && !/\b(?:in|by|during|since|until)\s$/i.test(before))
        return null;
      if (/^\s(?:in|from|to|by|victim|short|apart|behind|of)\b/.test(after)) return null;
    }
    if (lower === '' && year === undefined && part === undefined && inner === undefined) {
      if (!/\b(?:in|by|during|since|until|of|that|through|before|after|over|and|for)\s$/i.test(before))
        return null;
      // `winter wheat`, `the Winter Carnival`: of a thing.
      if (
        /^\s[a-z]/i.test(after) &&
        !/^\s(?:and|or|of|in|on|at|to|by|with|when|as|but|the|a|he|she|they|it|we|months?|is|was|were|are|had|has|that|which|while|after|before|until|because|for)\b/i.test(
          after,
        )
      )
        return null;
    }
    // `the winter fuel payment`, but `the winter brought snow`.
    const modifies = lower === 'the' && year === undefined && part === undefined && isModifier(after);
    if (modifies && !OCCASION.test(after)) return null;
    // `the Winter Carnival`, `the 2014 Winter Paralympics`: of a name.
    if (/^[A-Z]/.test(name) && /^\s[A-Z]/.test(after) && year === undefined) return null;
    return {
      type: 'DATE',
      mod: readPart(part ?? inner),
      skip: modifies ? match.search(/\S+$/) : 0,
      resolve(scope) {
        if (year !== undefined && /\d|^nineteen/i.test(year)) {
          const digits = year.replace(/\D/g, '');
          const full = /BC|^nineteen/i.test(year)
            ? readYear(year)
            : digits.length === 4
              ? digits
              : `${Number(digits) > 40 ? 19 : 20}${digits}`;
          return { value: `${full}-${code}`, anchor: 'explicit' };
        }
        const relationText = year === undefined ? lower : '';
        const found = seasonYear(scope, code, relationText);
        if (found === null) return { value: `XXXX-${code}`, anchor: 'publication' };
        let value = found.year;
        if (year !== undefined) {
          const reference = referenceFor(scope, 'year');
          if (reference !== null)
            value = civilDay(reference.day).year + (/last/i.test(year) ? -1 : /next/i.test(year) ? 1 : 0);
        }
        return { value: `${value}-${code}`, anchor: found.story ? 'previous' : 'publication' };
      },
    };
  },
};
