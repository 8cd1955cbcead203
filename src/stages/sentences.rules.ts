import {
  MEDIAL_ABBREVIATIONS,
  TITLE_ABBREVIATIONS,
  TRAILING_ABBREVIATIONS,
} from '../lexicon/abbreviations.ts';
import { SENTENCE_OPENERS } from '../lexicon/sentence-openers.ts';
import type { Rule } from '../rules/rule.ts';

/** What stands around a possible sentence boundary; both sides trimmed and at most 200 characters long. */
export interface Boundary {
  readonly before: string;
  readonly after: string;
  /** The last word of `before` without its full stop and opening marks: `Mr`, `U.S`, `I`. */
  readonly word: string;
  /** The first word of `after` without opening marks. */
  readonly next: string;
  /** A line break lies between the sides. */
  readonly lineBreak: boolean;
  /** Openers beyond the list may count: the block's own text holds the next word in lower case too. */
  readonly opensSentence: boolean;
}

/** Examples are written with `|` where the possible boundary lies; `matches` are those that the rule joins. */
export interface BoundaryRule extends Rule {
  /** Examples where the rule sees a boundary that a later rule would join. */
  readonly splits?: readonly string[];
  /** `join`: no boundary. `split`: a boundary. `undefined`: the next rule decides. */
  decide(boundary: Boundary): 'join' | 'split' | undefined;
}

const OPENING = /^[\s("'“‘[«—–-]+/;
const CLOSING = /["'”’)\]»]+$/;
const DOTTED = /^(?:\p{L}\.){1,6}\p{L}$/u;
const LOWER = /^\p{Ll}/u;
const DAY_WITH_STOP =
  /(?:^|\s|\W)(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)[a-z]{0,6}\.? \d{1,2}\.$/;

/** Parts of names and offices that follow `U.S.`, `U.K.`, `U.N.`, `E.U.` inside a name. */
const AFTER_COUNTRY = new Set([
  'Agency',
  'Air',
  'Ambassador',
  'Army',
  'Attorney',
  'Bank',
  'Bureau',
  'Capitol',
  'Census',
  'Central',
  'Charter',
  'Citizenship',
  'Climate',
  'Coast',
  'Commerce',
  'Commission',
  'Congress',
  'Constitution',
  'Consulate',
  'Court',
  'Customs',
  'Defense',
  'Department',
  'District',
  'Embassy',
  'Energy',
  'Federal',
  'Fish',
  'Food',
  'Foreign',
  'Forest',
  'General',
  'Geological',
  'Government',
  'High',
  'House',
  'Human',
  'Immigration',
  'Internal',
  'Justice',
  'Labor',
  'Marine',
  'Marines',
  'Marshals',
  'Military',
  'Mission',
  'National',
  'Navy',
  'Olympic',
  'Open',
  'Parliament',
  'Postal',
  'President',
  'Presidential',
  'Rep',
  'Reps',
  'Representative',
  'Republican',
  'Democratic',
  'Secret',
  'Secretary',
  'Securities',
  'Security',
  'Sen',
  'Senate',
  'Senator',
  'Sens',
  'Soccer',
  'Special',
  'State',
  'Steel',
  'Supreme',
  'Trade',
  'Treasury',
  'Under',
  'Vice',
  'Women',
  'World',
]);

const boundaryRule = (rule: BoundaryRule): BoundaryRule => rule;

/** In order; the first that decides wins. A boundary that no rule decides is one. */
export const BOUNDARY_RULES: readonly BoundaryRule[] = [
  boundaryRule({
    id: 'stray-closing-mark',
    about: 'A closing mark alone belongs to the sentence before it.',
    matches: ['He left. | ”'],
    rejects: ['He left. | “Why?” she asked.'],
    decide: ({ after }) => (/^["'”’)\]»]+$/.test(after) ? 'join' : undefined),
  }),
  boundaryRule({
    id: 'line-break',
    about: 'A line break inside a block ends a sentence that has its closing mark.',
    matches: [],
    splits: ['The vote failed.\n| nobody spoke.'],
    rejects: ['He wrote to Dr.\n| Lind.', 'The vote failed. | nobody spoke.'],
    decide: ({ lineBreak, before }) =>
      lineBreak && /[.!?…]["'”’)\]]{0,3}$/.test(before) && !isAbbreviated(before) ? 'split' : undefined,
  }),
  boundaryRule({
    id: 'number-after-abbreviation',
    about: '`No. 7`, `p. 55`, `Feb. 22`, `Sec. 1262`: an abbreviation before a figure.',
    matches: [
      'It was item No. | 7 on the list.',
      'They met on Feb. | 22 in Lima.',
      'See p. | 55 of the report.',
    ],
    rejects: ['He answered no. | 7 others agreed.'],
    decide: ({ word, next, before }) => {
      if (!/^\d/.test(next) || !endsInStop(before)) return undefined;
      const lower = word.toLowerCase();
      if (lower === 'no') return word === 'No' ? 'join' : undefined;
      return MEDIAL_ABBREVIATIONS.has(lower) || TRAILING_ABBREVIATIONS.has(lower) ? 'join' : undefined;
    },
  }),
  boundaryRule({
    id: 'year-after-day',
    about: '`Jul. 11. 2025`: the year of a date whose day has a stop.',
    matches: ['Posted on Jul. 11. | 2025 by the desk.', 'It opened on May 3. | 2021.'],
    rejects: [
      'They met on May 3. | 2021 was a better year.',
      'It was signed on Feb. 11. | Nobody knew.',
      'He lost by 11. | 2025 people came.',
    ],
    decide: ({ before, after, next }) =>
      /^(?:19|20)\d\d\b/.test(next) &&
      DAY_WITH_STOP.test(before) &&
      !/^\d{4}\s+(?:was|is|will|has|saw|brought|began)\b/.test(after)
        ? 'join'
        : undefined,
  }),
  boundaryRule({
    id: 'title',
    about:
      '`Mr. Smith`, `Gen. Ito`: a title before a name. `St.` and `Sr.` before a sentence opener may end one.',
    matches: [
      'The court heard Mr. | Abara twice.',
      'He met Gen. | Ito.',
      'Near St. | Anne the road is closed.',
    ],
    rejects: ['The shop is on Mill St. | The owner is away.'],
    decide: ({ word, next, before }) => {
      if (!endsInStop(before) || !TITLE_ABBREVIATIONS.has(word.toLowerCase())) return undefined;
      if (/^(?:st|sr|ft|rep|gen|rev|pres|det|dep|hon)$/i.test(word) && SENTENCE_OPENERS.has(next))
        return 'split';
      return 'join';
    },
  }),
  boundaryRule({
    id: 'medial-abbreviation',
    about: '`e.g.`, `vs.`, `approx.`: abbreviations that stand inside a sentence.',
    matches: ['In Ortiz v. | Lane the judge agreed.', 'It took approx. | Two weeks, they said.'],
    rejects: ['The answer was no. | The mayor left.', 'He said no. | Nobody moved.'],
    decide: ({ word, next, before }) => {
      const lower = word.toLowerCase();
      if (!endsInStop(before) || !MEDIAL_ABBREVIATIONS.has(lower)) return undefined;
      if (/^(?:no|min|med|par|sec|ed|op|al|p|v|pt|est|dist)$/.test(lower)) {
        if (lower === 'no' || SENTENCE_OPENERS.has(next) || !/^\p{Lu}/u.test(next)) {
          return LOWER.test(next) && lower !== 'no' ? 'join' : lower === 'v' ? 'join' : undefined;
        }
        return lower === 'v' || lower === 'p' || lower === 'al' ? 'join' : undefined;
      }
      return 'join';
    },
  }),
  boundaryRule({
    id: 'trailing-abbreviation',
    about:
      '`Inc.`, `Va.`, `Jan.`, `etc.`: inside a sentence unless a sentence opener or a capitalised common word follows.',
    matches: [
      'He moved from Quill, Va. | and sold the farm.',
      'Orla Foods Inc. | Chairman Bo Lind resigned.',
      'On Oct. | Monday was wrong.',
    ],
    rejects: [
      'The deal was signed by Orla Foods Inc. | The price is secret.',
      'They sell tea, etc. | Prices vary.',
    ],
    decide: ({ word, next, before, after, opensSentence }) => {
      const lower = word.toLowerCase();
      if (!endsInStop(before) || !TRAILING_ABBREVIATIONS.has(lower)) return undefined;
      if (/^(?:mar|sun|sat|wed|del|ill|la|mass|wash|min|fig|ind|ore|sq|co)$/.test(word)) {
        // Plain words in lower case: "the sun.", "he was ill."
        return word === 'co' && !SENTENCE_OPENERS.has(next) ? 'join' : undefined;
      }
      if (/^["“]/.test(after) && SENTENCE_OPENERS.has(next)) return 'split';
      if (LOWER.test(next) || /^[\d,;:)]/.test(after)) return 'join';
      if (SENTENCE_OPENERS.has(next) || opensSentence) return 'split';
      return lower === 'etc' ? 'split' : 'join';
    },
  }),
  boundaryRule({
    id: 'time-of-day',
    about:
      '`5 a.m. Mr. Smith`: after a.m. or p.m. a sentence ends before a capital, but not before a zone, a weekday or a date.',
    matches: [
      'The polls close at 8 p.m. | Eastern time.',
      'It begins at 9 a.m. | Friday at the court.',
      'Doors open at 7 p.m. | Nov. 3 in Corby.',
    ],
    rejects: ['He came at 6 p.m. | The door was open.'],
    decide: ({ word, next, before, after }) => {
      if (!endsInStop(before) || !/^[ap]\.m$/i.test(word)) return undefined;
      if (
        /^(?:E[SD]?T|C[SD]T|M[SD]T|P[SD]T|GMT|UTC|BST|CET|Eastern|Central|Pacific|Mountain|Local|Mon|Tues?|Wed(?:nes)?|Thu(?:rs)?|Fri|Satur|Sun)(?:day)?$/.test(
          next,
        )
      )
        return 'join';
      if (
        /^(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec|January|February|March|April|August|September|October|November|December)\.?\s\d/.test(
          after,
        )
      )
        return 'join';
      if (
        /^(?:Mr|Mrs|Ms|Dr)\b/.test(after) &&
        /^(?:At|By|On|Around|Before|After|Until)\b/.test(clause(before))
      )
        return 'join';
      return LOWER.test(next) || /^[(\d]/.test(after) ? 'join' : 'split';
    },
  }),
  boundaryRule({
    id: 'dotted-abbreviation',
    about: '`U.S.`, `D.C.`, `i.v.`: ends a sentence before a sentence opener, not before the rest of a name.',
    matches: [
      'The U.S. | Department of Labor agreed.',
      'He works for the U.N. | in Geneva.',
      'Talks in Washington, D.C. | Council member Ito led them.',
    ],
    rejects: ['She lives in the E.U. | How about him?', 'He fled to the U.S. | The family stayed.'],
    decide: ({ word, next, before, after, opensSentence }) => {
      if (!endsInStop(before) || !DOTTED.test(word)) return undefined;
      if (LOWER.test(next) || /^[\d(,;:$—–-]/.test(after)) return 'join';
      if (/^(?:U\.S|U\.K|U\.N|E\.U|U\.S\.A)$/.test(word) && AFTER_COUNTRY.has(next)) return 'join';
      if (SENTENCE_OPENERS.has(next) || opensSentence) return 'split';
      return /^\p{Lu}/u.test(next) ? 'join' : undefined;
    },
  }),
  boundaryRule({
    id: 'initial',
    about:
      '`Albert I. Jones`, `J. K. Moro`: an initial of a name; `I.` after a lower-case word or a comma is the pronoun.',
    matches: ['The winner was Bo E. | Lind of Oslo.', 'It was written by J. | Moro.'],
    rejects: ['They are as old as you and I. | Did he say so?', 'He took vitamin C. | She did not.'],
    decide: ({ word, next, before }) => {
      if (!endsInStop(before) || !/^\p{Lu}$/u.test(word)) return undefined;
      if (!/^\p{Lu}/u.test(next)) return LOWER.test(next) ? 'join' : undefined;
      if (word === 'I' && !/\p{Lu}\p{Ll}+ I\.$/u.test(before)) return 'split';
      if (SENTENCE_OPENERS.has(next) && !/\p{Lu}\p{Ll}+ \p{Lu}\.$/u.test(before)) return 'split';
      return SENTENCE_OPENERS.has(next) && !/^(?:An|I|So|Will|Most|Still|My)$/.test(next) ? 'split' : 'join';
    },
  }),
  boundaryRule({
    id: 'list-number',
    about: '`1. The first item`: the number of a list item belongs to it.',
    matches: ['3. | The court of appeal sits in Lund.', 'b) | Fees rise in May.'],
    rejects: ['It happened in 2019. | The court agreed.', 'The score was 3. | They lost.'],
    decide: ({ before }) =>
      /^\W{0,3}(?:\d{1,3}|[a-zA-Z]|[ivxIVX]{1,5})[.)]{1,2}$/.test(before) ? 'join' : undefined,
  }),
  boundaryRule({
    id: 'ellipsis',
    about: 'Three dots in mid-sentence: what follows in lower case goes on; four dots end a sentence.',
    matches: ['We tried ... | well, almost.', 'He said … | nothing.', '“It was . . . | “odd,” she said.'],
    rejects: ['I never meant that.... | She left.', 'Nobody knows. . . . | The vote is open.'],
    decide: ({ before, after, next }) => {
      if (!/(?:\.\s?){2,3}\.$|…$/.test(before)) return undefined;
      if (LOWER.test(next) || /^\.(?:\s?\.)*/.test(after)) return 'join';
      if (/(?:\. ?){4}$|\.{4}$/.test(before)) return 'split';
      return /^I\b/.test(after) && / \. \. \.$/.test(before) ? 'join' : undefined;
    },
  }),
  boundaryRule({
    id: 'name-with-mark',
    about: 'Names with a mark of their own, `Yahoo!`, before a word in lower case.',
    matches: ['She works at Yahoo! | in accounts.'],
    rejects: ['Stop! | Nobody moves.'],
    decide: ({ before, next }) => (/[!?]$/.test(before) && LOWER.test(next) ? 'join' : undefined),
  }),
  boundaryRule({
    id: 'lower-case',
    about: 'After a closing quotation mark or a bracket the sentence goes on in lower case: `“Go.” he said`.',
    matches: [
      '“We lost.” | he said.',
      'The firm (est. 1901.) | is closed.',
      'The plan by Orla Foods. | which is new.',
    ],
    rejects: ['The rest is known. | iPhone sales fell.'],
    decide: ({ next }) => (LOWER.test(next) && !/^\p{Ll}\p{Lu}/u.test(next) ? 'join' : undefined),
  }),
  boundaryRule({
    id: 'citation',
    about: 'A bracketed reference after a quotation, `... stairways” (Smith 55).`, ends with the sentence.',
    matches: ['“It was used by all [...]” | (Lind 55).'],
    rejects: ['It was over. | (Lind was there.)'],
    decide: ({ before, after }) =>
      /[^.!?]["”’]$/.test(before) && /^\([^()]{1,60}\)[.,;]?$/.test(after) ? 'join' : undefined,
  }),
  boundaryRule({
    id: 'open-bracket',
    about:
      'A sentence in brackets inside another one does not end it: `(He left in May.) at the local school`.',
    matches: ['The bill (It passed in May. | It was signed in June.) is law.'],
    rejects: ['He left (in May). | It passed.'],
    decide: ({ before, after }) => {
      const open = before.lastIndexOf('(');
      if (open < 0 || open === 0 || before.indexOf(')', open) >= 0) return undefined;
      const close = after.indexOf(')');
      if (close < 0 || (after.indexOf('(') >= 0 && after.indexOf('(') < close)) return undefined;
      // The brackets open inside a sentence that goes on behind them.
      const ahead = before.slice(0, open).trimEnd();
      return ahead !== '' && !/[.!?]["”’]?$/.test(ahead) ? 'join' : undefined;
    },
  }),
];

function endsInStop(before: string): boolean {
  return before.endsWith('.') || /\.["'”’)\]]$/.test(before);
}

function isAbbreviated(before: string): boolean {
  const word = lastWord(before).toLowerCase();
  return (
    endsInStop(before) &&
    (TITLE_ABBREVIATIONS.has(word) || (MEDIAL_ABBREVIATIONS.has(word) && word !== 'no') || DOTTED.test(word))
  );
}

/** The words since the last full stop that ends a sentence, roughly. */
function clause(before: string): string {
  return before.slice(Math.max(0, before.search(/[^.!?]*(?:\p{L}\.)*[^.!?]*$/u))).trimStart();
}

export function lastWord(before: string): string {
  const space = Math.max(before.lastIndexOf(' '), before.lastIndexOf('\n'), before.lastIndexOf('\u00a0'));
  return before
    .slice(space + 1)
    .replace(OPENING, '')
    .replace(CLOSING, '')
    .replace(/\.$/, '');
}

export function firstWord(after: string): string {
  return /^[^\s,;:!?"”’)\]—–]{1,40}/.exec(after.replace(OPENING, ''))?.[0]?.replace(/[.'’].*$/, '') ?? '';
}
