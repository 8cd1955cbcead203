import type { Rule } from '../../rules/rule.ts';

/** A kind of words that may follow a report at a sentence's end. */
export interface FurtherClause extends Rule {
  /** How they start, behind the comma. */
  readonly start: RegExp;
}

/** What may follow the report behind a comma, and is not said to be part of what was said. */
export const FURTHER_CLAUSES: readonly FurtherClause[] = [
  {
    id: 'conjunction',
    about: 'a further clause: `..., she told the court, although he denied it`',
    start: /^(?:although|though|but|while|whereas|even though|because|since|as|after|before|when)\b/u,
    matches: ['although he denied it', 'after talks had failed'],
    rejects: ['astonished by the news', 'butter prices'],
  },
  {
    id: 'participle',
    about:
      'what the speaker did besides, or what came of it: `..., data showed on Friday, raising fears of a slump`',
    start: /^(?:[a-z]{1,12}ly )?(?!according|including|during|following)[a-z]{2,14}ing\b/u,
    matches: [
      'raising fears of a slump',
      'adding that a third was missing',
      'sharply contradicting the mayor',
    ],
    rejects: ['according to the bank', 'King Olaf left'],
  },
  {
    id: 'interval',
    about: 'how long before or after something else: `..., results showed, two days after the vote`',
    start:
      /^(?:just |only |barely |some |about |nearly |almost )?(?:an?|one|two|three|four|five|six|seven|eight|nine|ten|hours|days|weeks|months|years|\d{1,2}) ?(?:minutes?|hours?|days?|weeks?|months?|years?)? ?(?:after|before|ahead of|into)\b/u,
    matches: ['two days after a vote', 'a week before the trial', 'hours after the blast'],
    rejects: ['a man', 'two days'],
  },
  {
    id: 'setting',
    about: 'the occasion: `..., the ministry announced on Monday, in the first breakthrough since May`',
    start: /^(?:in|amid|despite|days|with) (?:a|an|the|his|her|its|their|what|growing|mounting)\b/u,
    matches: ['in the first breakthrough since May', 'amid growing unrest'],
    rejects: ['in Oslo', 'without a word'],
  },
];

/** The words up to the first comma that a further clause follows. */
export function beforeFurther(rest: string): string {
  for (let comma = rest.indexOf(', '); comma >= 0; comma = rest.indexOf(', ', comma + 1)) {
    const after = rest.slice(comma + 2, comma + 40);
    if (FURTHER_CLAUSES.some(({ start }) => start.test(after))) return rest.slice(0, comma);
  }
  return rest;
}
