import type { Span } from '../../../core/span.ts';
import { type ClaimContext, type MentionAt, mentionsIn } from '../context.ts';
import type { Tree } from '../tree.ts';
import { nameWithArticle, possessive } from './names.ts';
import type { Replacement } from './replacement.ts';

/**
 * Pronouns and short names within the span, written as the names they stand for.
 *
 * @param named entities that the text has named so far, which are not named again; those of the span are added
 */
export function mentionReplacements(context: ClaimContext, span: Span, named: Set<number>): Replacement[] {
  const out: Replacement[] = [];
  for (const mention of mentionsIn(context, span)) {
    if (named.has(mention.entity)) continue;
    const to = replacementOf(context, mention);
    if (mention.kind === 'name' || to !== null) named.add(mention.entity);
    if (to === null) continue;
    out.push({
      start: mention.start,
      end: mention.end,
      to,
      reason: REASON[mention.kind],
    });
  }
  return out;
}

const REASON = { name: 'short-name', nominal: 'description', pronoun: 'pronoun' } as const;

const REPLACEABLE_PRONOUNS: ReadonlySet<string> = new Set([
  'he',
  'her',
  'him',
  'his',
  'it',
  'its',
  'she',
  'them',
  'their',
  'they',
]);

function replacementOf(context: ClaimContext, mention: MentionAt): string | null {
  const entity = context.entities[mention.entity]!;
  const form = context.text.slice(mention.start, mention.end);
  // `The agency` for one named before; `the first deputy` says something of its own
  if (mention.kind === 'nominal') {
    if (!/^the \p{L}+$/iu.test(form) || entity.type === 'PLACE') return null;
    return entity.type === 'ORGANIZATION' ? nameWithArticle(context, mention.entity) : entity.name;
  }
  if (mention.kind === 'pronoun') {
    if (!REPLACEABLE_PRONOUNS.has(form.toLowerCase())) return null;
    const named =
      entity.type === 'ORGANIZATION' || entity.type === 'PLACE'
        ? nameWithArticle(context, mention.entity)
        : entity.name;
    return isPossessive(context.tree, context.tree.tokens.tokenAt(mention.start)) ? possessive(named) : named;
  }
  if (mention.kind !== 'name' || form === entity.name) return null;
  // A surname for the full name; an abbreviation for what it stands for.
  if (entity.type === 'PERSON')
    return entity.name.split(' ').includes(form.split(' ').at(-1)!) && entity.name.length > form.length
      ? entity.name
      : null;
  if (entity.type === 'ORGANIZATION' && /^[A-Z][A-Z.&]{1,7}$/.test(form) && entity.name.includes(' '))
    return entity.name;
  return null;
}

/** `her term`, also where the tagger took `her` for an object; not `gave her the medal`, `hung up on her twice`. */
function isPossessive(tree: Tree, token: number): boolean {
  const next = token + 1;
  if (tree.xpos(token) !== 'PRP$' && tree.rel(token) !== 'nmod:poss') return false;
  if (next >= tree.length) return tree.xpos(token) === 'PRP$';
  const upos = tree.upos(next);
  // `her newly built house`
  if (upos === 'ADV') return next + 1 < tree.length && /^(?:ADJ|NOUN|VERB)$/.test(tree.upos(next + 1));
  return upos !== 'DET' && upos !== 'PRON' && upos !== 'ADP';
}
