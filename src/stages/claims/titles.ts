import { overlaps, type Span } from '../../core/span.ts';
import {
  FEMALE_HONORIFICS,
  MALE_HONORIFICS,
  NEUTRAL_HONORIFICS,
  OFFICES,
  TITLE_MODIFIERS,
} from '../../lexicon/person-titles.ts';
import { type ClaimContext, tokenRange, topToken, touching } from './context.ts';
import { implicit } from './implicit.ts';
import type { Phrase, Proposition } from './proposition.ts';

/** `Finance Minister` and `Peruvian President` say something; `President`, `Sen.` or `former Gov.` are forms of address. */
function saysMore(title: string): boolean {
  const words = title.toLowerCase().replaceAll('.', '').split(/\s+/);
  // `the physicist Oskar Lund` says nothing away from its page.
  if (words[0] === 'the' && words.length === 2) return false;
  return words.some((word) => !PLAIN.has(word));
}

const ONE_WORD_OFFICES: ReadonlySet<string> = new Set(OFFICES.filter((office) => !office.includes(' ')));

const PLAIN: ReadonlySet<string> = new Set([
  ...ONE_WORD_OFFICES,
  ...TITLE_MODIFIERS,
  ...MALE_HONORIFICS,
  ...FEMALE_HONORIFICS,
  ...NEUTRAL_HONORIFICS,
  'the',
]);

/** Titles directly before a name (`Finance Minister Ana Ruiz`), which the entities layer has found, as `is` propositions. */
export function titlePropositions(context: ClaimContext, sentence: number): Proposition[] {
  const { tree, entities } = context;
  const out: Proposition[] = [];
  const bounds = context.sentences[sentence]!;
  const seen = new Set<number>();
  for (const { start, end, entity, kind } of touching(context.mentions, bounds)) {
    if (kind !== 'name' || seen.has(start)) continue;
    for (const role of entities[entity]!.roles) {
      if (role.end > start || start - role.end > 1 || !overlaps(role, bounds)) continue;
      seen.add(start);
      const subject = phraseAt({ start, end });
      const object = phraseAt(titleWithin(role));
      // A title that holds a date is none.
      if (subject === null || object === null || !saysMore(textOf(titleWithin(role)))) continue;
      if (touching(context.timexes, titleWithin(role)).length > 0) continue;
      const made = implicit(tree, 'title', subject.head, subject, object);
      if (made !== null) out.push(made);
    }
  }
  return out;

  function textOf({ start, end }: Span): string {
    return context.text.slice(start, end);
  }

  /** Of `the death of Justice` before a name only `Justice` is its title. */
  function titleWithin(role: Span): Span {
    const text = textOf(role);
    const of = text.lastIndexOf(' of ');
    const last = text
      .slice(text.lastIndexOf(' ') + 1)
      .toLowerCase()
      .replaceAll('.', '');
    return of > 0 && ONE_WORD_OFFICES.has(last) ? { start: role.start + of + 4, end: role.end } : role;
  }

  function phraseAt(span: Span): Phrase | null {
    const [first, last] = tokenRange(tree, span);
    if (first >= last) return null;
    return {
      head: topToken(tree, first, last),
      tokens: Array.from({ length: last - first }, (_, k) => first + k),
    };
  }
}
