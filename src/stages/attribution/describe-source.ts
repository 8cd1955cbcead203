import { DEPREL_CODE } from '../../core/labels.ts';
import type { Entity, SourceType } from '../../core/layers.ts';
import { contains, overlaps, type Span } from '../../core/span.ts';
import { namesHead } from '../../language/quote-source-name.ts';
import {
  DOCUMENT_NOUNS,
  GROUP_NOUNS,
  ORGANIZATION_NOUNS,
  PERSON_NOUNS,
  UNNAMED_NOUNS,
} from '../../lexicon/source-nouns.ts';
import type { ArticleView } from './article-view.ts';
import type { TokenRange } from './assemble.ts';

export interface DescribedSource extends Span {
  readonly name: string;
  readonly entity?: number;
  readonly type: SourceType;
}

/** The source as a record says it: its span, its name (the entity's where it is one), what kind of source it is. */
export function describeSource(
  view: ArticleView,
  range: TokenRange,
  entities: EntityFinder,
): DescribedSource {
  const span = view.span(...trimmed(view, range));
  const own = headOf(view, range);
  const head = antecedentOf(view, own);
  const named = head === own ? range : { first: view.dependents.low[head]!, last: own };
  const entity = entities.of(view.text, view.span(...trimmed(view, named)), view.span(head, head + 1));
  const found = entity === undefined ? undefined : entities.entities[entity];
  return {
    ...span,
    name: found?.name ?? shortName(view, named, head),
    ...(entity === undefined ? {} : { entity }),
    type: typeOf(view, named, head, found),
  };
}

/** The noun that a relative pronoun stands for: `the aide, who said`; other words stand for themselves. */
function antecedentOf({ tokens }: ArticleView, head: number): number {
  if (!/^(?:WP|WDT)$/.test(tokens.xpos(head)) && !/^(?:who|which)$/.test(tokens.lemma(head))) return head;
  for (let token = head, steps = 0; token >= 0 && steps < 5; token = tokens.head(token), steps++) {
    if (tokens.deprel(token) === 'acl:relcl' && tokens.head(token) >= 0 && tokens.head(token) < head) {
      return tokens.head(token);
    }
  }
  return head;
}

/** Without the preposition of `by officials` and the possessive mark. */
function trimmed(view: ArticleView, { first, last }: TokenRange): [number, number] {
  while (first + 1 < last && (view.tokens.upos(first) === 'ADP' || view.tokens.upos(first) === 'PUNCT'))
    first++;
  while (last - 1 > first && (view.tokens.xpos(last - 1) === 'POS' || view.tokens.upos(last - 1) === 'PUNCT'))
    last--;
  return [first, last];
}

/** The topmost nominal of the range. */
export function headOf(view: ArticleView, { first, last }: TokenRange): number {
  for (let token = first; token < last; token++) {
    const head = view.tokens.head(token);
    if ((head < first || head >= last) && /^(?:NOUN|PROPN|PRON|NUM|ADJ)$/.test(view.tokens.upos(token)))
      return token;
  }
  for (let token = first; token < last; token++)
    if (/^(?:NOUN|PROPN|PRON)$/.test(view.tokens.upos(token))) return token;
  return first;
}

/** The head with what stands before it and its flat and compound parts: no clauses, appositions, further phrases. */
function shortName(view: ArticleView, range: TokenRange, head: number): string {
  const { deprel } = view.tokens.columns;
  let high = head;
  for (const child of view.dependents.of(head)) {
    const relation = deprel[child]!;
    if (
      child > head &&
      (relation === DEPREL_CODE.flat || relation === DEPREL_CODE.nmod || relation === DEPREL_CODE.compound)
    ) {
      high = Math.max(high, view.dependents.high[child]!);
    }
  }
  const [first] = trimmed(view, range);
  const { start, end } = view.span(Math.min(first, head), Math.min(high + 1, range.last));
  return view.text.slice(start, end);
}

function typeOf(view: ArticleView, range: TokenRange, head: number, entity: Entity | undefined): SourceType {
  if (entity?.type === 'PERSON') return 'person';
  if (entity?.type === 'ORGANIZATION' || entity?.type === 'PLACE') return 'organization';
  if (entity?.type === 'WORK' || entity?.type === 'LAW') return 'document';
  if (entity?.type === 'NORP') return 'group';
  const lemma = view.tokens.lemma(head).toLowerCase();
  const tag = view.tokens.xpos(head);
  if (UNNAMED_NOUNS.has(lemma)) return 'unnamed';
  if (DOCUMENT_NOUNS.has(lemma)) return 'document';
  if (GROUP_NOUNS.has(lemma)) return 'group';
  if (ORGANIZATION_NOUNS.has(lemma)) return 'organization';
  const names = [...view.name.subarray(range.first, range.last)];
  if (view.name[head] === 1 || (names.includes(1) && view.tokens.upos(head) === 'PROPN')) return 'person';
  if (view.name[head] === 2 || view.name[head] === 3) return 'organization';
  if (PERSON_NOUNS.has(lemma)) return tag === 'NNS' ? 'group' : 'person';
  if (tag === 'PRP' || tag === 'PRP$')
    return /^(?:they|their|we|our|us|them)$/.test(lemma)
      ? 'group'
      : lemma === 'it' || lemma === 'its'
        ? 'unknown'
        : 'person';
  if (tag === 'NNS' || tag === 'NNPS') return 'group';
  return 'unknown';
}

const LONGEST_MENTION = 200;

/** `the operator, `, `her label, `: a determiner and a noun, without a preposition but `of`, up to the comma before a name. */
const NOUN_BEFORE_NAME =
  /^(?:the|a|an|its|his|her|their|our|my|this|that)\s(?:(?!(?:for|in|at|from|with|on|by|to)\b)[\p{L}’'-]{1,24}\s){0,6}[\p{Ll}’'-]{2,24},\s{1,2}(?:the\s)?$/iu;

function isApposed(text: string, phrase: Span, name: Span, head: Span): boolean {
  return name.start > head.end && NOUN_BEFORE_NAME.test(text.slice(phrase.start, name.start));
}

interface IndexedMention extends Span {
  readonly name: boolean;
  readonly entity: number;
}

/** Finds the entity that a phrase names. */
export class EntityFinder {
  readonly entities: readonly Entity[];
  readonly #mentions: readonly IndexedMention[];

  constructor(entities: readonly Entity[]) {
    this.entities = entities;
    this.#mentions = entities
      .flatMap((one, entity) =>
        one.mentions.map(({ start, end, kind }) => ({ start, end, name: kind === 'name', entity })),
      )
      .sort((a, b) => a.start - b.start || b.end - a.end);
  }

  /**
   * The entity of the phrase's head: the first person whose name says who the head is, else the name or other mention
   * that holds the head. Names of modifiers and possessors are passed by.
   */
  of(text: string, phrase: Span, head: Span): number | undefined {
    let holder: IndexedMention | undefined;
    for (
      let at = this.#from(phrase.start);
      at < this.#mentions.length && this.#mentions[at]!.start < phrase.end;
      at++
    ) {
      const mention = this.#mentions[at]!;
      if (!overlaps(mention, phrase)) continue;
      const heads = mention.name && namesHead(text, phrase, mention);
      // `spokeswoman Anna Kelly`: the head is the office, the name beside it who it is.
      const { type } = this.entities[mention.entity]!;
      if (heads && type === 'PERSON') return mention.entity;
      // `the operator, Norvia,`: a body named behind the noun for it
      if (
        heads &&
        type === 'ORGANIZATION' &&
        holder === undefined &&
        isApposed(text, phrase, mention, head)
      ) {
        holder = mention;
        continue;
      }
      if (contains(mention, head) && (heads || (!mention.name && holder === undefined))) holder = mention;
    }
    return holder?.entity;
  }

  /** First mention that may reach past the offset, mentions being short. */
  #from(offset: number): number {
    let low = 0;
    let high = this.#mentions.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (this.#mentions[middle]!.start < offset - LONGEST_MENTION) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
