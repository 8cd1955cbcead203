import { DEPREL_CODE, UPOS_CODE } from '../../core/labels.ts';
import type { EntityType, MentionKind } from '../../core/layers.ts';
import type { Gender } from './name-form.ts';
import type { Words } from './words.ts';

/** One mention as the resolution of pronouns and nominals sees it. */
export interface Reference {
  /** Index of the entity. */
  readonly entity: number;
  /** Tokens. */
  readonly first: number;
  readonly last: number;
  /** Token that heads it in the tree. */
  readonly head: number;
  readonly sentence: number;
  readonly kind: MentionKind;
}

export interface Actor {
  readonly type: EntityType;
  gender: Gender | null;
  readonly references: Reference[];
}

const SUBJECT = new Set<number>([
  DEPREL_CODE.nsubj,
  DEPREL_CODE['nsubj:pass'],
  DEPREL_CODE['nsubj:outer'],
  DEPREL_CODE.csubj,
]);
const OBJECT = new Set<number>([DEPREL_CODE.obj, DEPREL_CODE.iobj]);

/** Head token of a span: the one whose head lies outside it; the last when the tree is flat. */
export function spanHead(words: Words, first: number, last: number): number {
  const { head } = words.table.columns;
  for (let i = first; i < last; i++) {
    const parent = head[i]!;
    if (parent < first || parent >= last) return i;
  }
  return last - 1;
}

/** The token that the relation of a name to its clause stands at: up through appositions, compounds and conjuncts. */
function clauseToken(words: Words, token: number): number {
  const { head, deprel } = words.table.columns;
  let at = token;
  for (let steps = 0; steps < 6; steps++) {
    const relation = deprel[at]!;
    const up =
      relation === DEPREL_CODE.appos ||
      relation === DEPREL_CODE.flat ||
      relation === DEPREL_CODE.compound ||
      relation === DEPREL_CODE.conj ||
      relation === DEPREL_CODE['flat:name'] ||
      relation === DEPREL_CODE['nmod:desc'];
    if (!up || head[at]! < 0) return at;
    const parent = head[at]!;
    if (relation === DEPREL_CODE.conj && words.table.columns.upos[parent] === UPOS_CODE.VERB) return at;
    at = parent;
  }
  return at;
}

export function isSubject(words: Words, token: number): boolean {
  return SUBJECT.has(words.table.columns.deprel[clauseToken(words, token)]!);
}

export function isObject(words: Words, token: number): boolean {
  return OBJECT.has(words.table.columns.deprel[clauseToken(words, token)]!);
}

/** The predicate that the token's phrase depends on. */
export function governor(words: Words, token: number): number {
  return words.table.columns.head[clauseToken(words, token)]!;
}

/** `ancestor` lies on the way from the token to the root. */
export function isUnder(words: Words, token: number, ancestor: number): boolean {
  const { head } = words.table.columns;
  let at = token;
  for (let steps = 0; at >= 0 && steps < 200; steps++) {
    if (at === ancestor) return true;
    at = head[at]!;
  }
  return false;
}

/** Entities by the sentences that mention them, so that only near ones are looked at. */
export class RecentEntities {
  readonly #bySentence: (Set<number> | undefined)[] = [];

  add({ entity, sentence }: Reference): void {
    (this.#bySentence[sentence] ??= new Set()).add(entity);
  }

  /** Those mentioned in the sentence or in up to `reach` before it, in order of index. */
  within(sentence: number, reach: number): number[] {
    const found = new Set<number>();
    for (let s = Math.max(0, sentence - reach); s <= sentence; s++)
      for (const entity of this.#bySentence[s] ?? []) found.add(entity);
    return [...found].sort((a, b) => a - b);
  }
}

/** How many of the references, sorted by position, begin before the token. O(log n). */
export function countBefore(references: readonly Reference[], token: number): number {
  let low = 0;
  let high = references.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (references[middle]!.first < token) low = middle + 1;
    else high = middle;
  }
  return low;
}
