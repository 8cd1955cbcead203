import { DEPREL_CODE, UPOS_CODE, XPOS_CODE } from '../../core/labels.ts';
import { combine, hashCode, hashString } from '../../language/hash.ts';
import type { ArticleView } from './article-view.ts';

const SIGNATURE = [
  'nsubj',
  'nsubj:pass',
  'csubj',
  'obj',
  'iobj',
  'ccomp',
  'xcomp',
  'obl',
  'obl:agent',
  'parataxis',
  'acl',
  'nmod',
  'nmod:poss',
  'aux:pass',
  'expl',
  'compound:prt',
  'advcl',
] as const;
const SIGNATURE_BIT = new Int32Array(64);
for (const [index, relation] of SIGNATURE.entries()) SIGNATURE_BIT[DEPREL_CODE[relation]] = 1 << index;

const AUX = UPOS_CODE.AUX;
const TO = XPOS_CODE.TO;

/** What is known of a possible cue and its surroundings, shared by the features of the cue and of its segments. */
export interface Frame {
  readonly cue: number;
  readonly lemma: number;
  /** Code of the cue's class in the lexicon; 0 outside it. */
  readonly kind: number;
  readonly upos: number;
  readonly xpos: number;
  readonly deprel: number;
  /** The set of relations of its dependents. */
  readonly signature: number;
  readonly passive: boolean;
  /** Code of a mark of quotation beside it: 1 opens after, 2 closes before, 3 both. */
  readonly marks: number;
  /** The cue stands between marks itself. */
  readonly inside: boolean;
  /** Its sentence holds words in marks outside the cue. */
  readonly quotes: boolean;
  /** Lemma of the preposition that marks its oblique or nominal dependent after it, 0 without. */
  readonly preposition: number;
}

export function frameOf(view: ArticleView, cue: number): Frame {
  const { tokens, dependents, region } = view;
  const { deprel, upos, xpos } = tokens.columns;
  const sentence = view.sentence[cue]!;
  const from = tokens.first(sentence);
  const to = tokens.end(sentence);
  let signature = 0;
  let passive = false;
  let preposition = 0;
  for (const child of dependents.of(cue)) {
    const relation = deprel[child]!;
    signature |= SIGNATURE_BIT[relation]!;
    if (relation === DEPREL_CODE['aux:pass'] || relation === DEPREL_CODE['nsubj:pass']) passive = true;
    if (child > cue && (relation === DEPREL_CODE.obl || relation === DEPREL_CODE.nmod) && preposition === 0) {
      for (const grandchild of dependents.of(child)) {
        if (deprel[grandchild] === DEPREL_CODE.case) preposition = view.lemma[grandchild]!;
      }
    }
  }
  const own = region[cue]!;
  let quotes = false;
  for (let token = from; token < to && !quotes; token++)
    quotes = region[token]! >= 0 && region[token] !== own;
  let after = cue + 1;
  while (after < to && after < cue + 3 && region[after]! < 0 && view.isPunctuation(after)) after++;
  let before = cue - 1;
  while (before >= from && before > cue - 6 && region[before]! < 0) before--;
  return {
    cue,
    lemma: view.lemma[cue]!,
    kind: view.kind[cue]!,
    upos: upos[cue]!,
    xpos: xpos[cue]!,
    deprel: deprel[cue]!,
    signature,
    passive,
    marks:
      (after < to && region[after]! >= 0 && region[after] !== own ? 1 : 0) +
      (before >= from && region[before]! >= 0 && region[before] !== own ? 2 : 0),
    inside: own >= 0,
    quotes,
    preposition,
  };
}

/** Hash of the relations from the cue up to the node that is `up` steps above it, three at most. */
export function upPath(view: ArticleView, cue: number, up: number): number {
  let hash = hashCode(Math.min(up, 4));
  for (let token = cue, step = 0; step < up && step < 3; step++) {
    hash = combine(hash, hashCode(view.tokens.columns.deprel[token]!));
    token = view.tokens.head(token);
  }
  return hash;
}

/** Lemma of the preposition or conjunction that introduces a phrase, 0 without. */
export function introducer(view: ArticleView, head: number): number {
  const { deprel } = view.tokens.columns;
  for (const child of view.dependents.of(head)) {
    if (child > head) break;
    if (deprel[child] === DEPREL_CODE.case || deprel[child] === DEPREL_CODE.mark) return view.lemma[child]!;
  }
  return 0;
}

/** 1 finite with auxiliary, 2 infinitive with `to`, 0 else; with 4 added where negated. */
export function verbForm(view: ArticleView, token: number): number {
  let form = 0;
  for (const child of view.dependents.of(token)) {
    if (child > token) break;
    if (view.tokens.columns.upos[child] === AUX) form |= 1;
    if (view.tokens.columns.xpos[child] === TO) form |= 2;
    if (NEGATIONS.has(view.lemma[child]!)) form |= 4;
  }
  return form;
}

export const NEGATIONS: ReadonlySet<number> = new Set(
  ['not', "n't", 'never', 'no', 'neither'].map(hashString),
);
