import type { Attribution } from '../../../core/layers.ts';
import { contains, type Span } from '../../../core/span.ts';
import type { ClaimContext } from '../context.ts';
import { nameWithArticle } from './names.ts';

/** Who says `I` or `we` in a direct quotation. */
export interface Speaker {
  /** How the text calls them. */
  readonly name: string;
  /** Index into the entities layer. */
  readonly entity?: number;
  readonly number: 'one' | 'organisation';
  /** The pronoun that the page uses for them, where it does. */
  readonly gender: 'he' | 'she' | null;
}

/**
 * The speaker of the innermost direct or mixed quotation, among the claim's attributions, that holds the words; null when
 * the page gives neither a name nor a short description.
 *
 * @param levels indexes of the claim's attributions, outermost first
 */
export function speakerOf(context: ClaimContext, levels: readonly number[], words: Span): Speaker | null {
  const quoted = levels
    .map((level) => context.attributions[level]!)
    .filter(
      ({ quoteType, content, source }) =>
        quoteType !== 'indirect' &&
        source !== null &&
        source.type !== 'document' &&
        // `"I think it is over," Ana Ruiz said`: the inner source is `I` itself
        !isFirstPerson(source.name) &&
        content.some((part) => contains(part, words)),
    );
  const said = quoted.findLast(({ quoteType }) => quoteType === 'direct') ?? quoted.at(-1);
  return said === undefined ? null : speakerIn(context, said);
}

function isFirstPerson(name: string): boolean {
  return /^(?:I|we|me|us)$/i.test(name);
}

function speakerIn(context: ClaimContext, { source }: Attribution): Speaker | null {
  if (source === null) return null;
  if (source.entity === undefined) {
    const description = context.text.slice(source.start, source.end).replace(/\s+/gu, ' ');
    // `a nurse`, `the survivor`; not `one of them`, `many`, `officials`
    if (!/^(?:an?|the|another)\s/i.test(description) || description.split(' ').length > 5) return null;
    if (source.type !== 'person' && source.type !== 'unnamed') return null;
    const name = description.charAt(0).toLowerCase() + description.slice(1);
    return { name, number: 'one', gender: null };
  }
  const entity = context.entities[source.entity]!;
  if (entity.type === 'PERSON')
    return {
      name: entity.name,
      entity: source.entity,
      number: 'one',
      gender: genderOf(context, source.entity),
    };
  if (entity.type !== 'ORGANIZATION') return null;
  return {
    name: nameWithArticle(context, source.entity),
    entity: source.entity,
    number: 'organisation',
    gender: null,
  };
}

function genderOf(context: ClaimContext, entity: number): 'he' | 'she' | null {
  for (const { kind, start, end } of context.entities[entity]!.mentions) {
    if (kind !== 'pronoun') continue;
    const form = context.text.slice(start, end).toLowerCase();
    if (/^(?:he|him|his|himself)$/.test(form)) return 'he';
    if (/^(?:she|hers?|herself)$/.test(form)) return 'she';
  }
  return null;
}
