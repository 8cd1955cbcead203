import { overlaps, type Span } from '../../core/span.ts';
import { type ClaimContext, tokenRange, topToken, touching } from './context.ts';
import { implicit } from './implicit.ts';
import type { Phrase, Proposition } from './proposition.ts';

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
      const object = phraseAt(role);
      if (subject === null || object === null || /^(?:mr|mrs|ms|miss|dr|sir|dame)\.?$/i.test(role.text))
        continue;
      const made = implicit(tree, 'title', subject.head, subject, object);
      if (made !== null) out.push(made);
    }
  }
  return out;

  function phraseAt(span: Span): Phrase | null {
    const [first, last] = tokenRange(tree, span);
    if (first >= last) return null;
    return {
      head: topToken(tree, first, last),
      tokens: Array.from({ length: last - first }, (_, k) => first + k),
    };
  }
}
