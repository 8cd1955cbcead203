import { DEPREL_CODE, type Deprel } from '../../core/labels.ts';
import type { ArticleView } from './article-view.ts';

/**
 * A run of tokens that plays one part for a cue: part of a constituent next to the cue's path to the root of its
 * sentence (the pruning of Xue and Palmer, 2004, for semantic roles), or words in quotation marks as a whole.
 */
export interface Segment {
  /** Half-open range of tokens, no punctuation at either end. */
  readonly first: number;
  readonly last: number;
  /** Its topmost token. */
  readonly head: number;
  /** Node of the cue's path that it hangs from. */
  readonly anchor: number;
  /** Steps from the cue up to `anchor`. */
  readonly up: number;
  /** The dependent of `anchor` that holds it; `anchor` itself where it is the anchor's own word. */
  readonly branch: number;
  /** Words in marks taken as a whole, whatever the tree says of them. */
  readonly quoted: boolean;
}

const codes = (...relations: Deprel[]) => {
  const out = new Uint8Array(64);
  for (const relation of relations) out[DEPREL_CODE[relation]] = 1;
  return out;
};

/** Dependents of a constituent that stand for themselves; below nominals clauses do, too. */
const SPLIT = codes('advcl', 'advcl:relcl', 'appos', 'conj', 'dep', 'list', 'parataxis');
const SPLIT_NOMINAL = codes(
  'acl',
  'acl:relcl',
  'advcl',
  'advcl:relcl',
  'appos',
  'ccomp',
  'conj',
  'dep',
  'list',
  'parataxis',
);

const MAX_UP = 12;

/** The segments of the cue's sentence in text order; the cue itself is not among them. */
export function segmentsOf(view: ArticleView, cue: number): Segment[] {
  const { tokens, region } = view;
  const sentence = view.sentence[cue]!;
  let from = tokens.first(sentence);
  let to = tokens.end(sentence);
  const own = region[cue]!;
  if (own >= 0) {
    while (region[from] !== own) from++;
    while (region[to - 1] !== own) to--;
  }
  const path: number[] = [];
  for (let token = cue; token >= 0 && path.length <= MAX_UP; token = tokens.head(token)) path.push(token);
  const depth = new Map(path.map((token, up) => [token, up]));
  const key = new Int32Array(to - from);
  const branch = new Int32Array(to - from);
  const anchor = new Int32Array(to - from);
  for (let token = from; token < to; token++) place(view, token, depth, path, key, branch, anchor, from);
  const quoted = new Uint8Array(to - from);
  if (own < 0) joinQuoted(view, from, to, cue, key, quoted);
  const out: Segment[] = [];
  let at = from;
  while (at < to) {
    if (at === cue || view.isPunctuation(at)) {
      // A mark outside the words is a border; inside a quoted whole it is skipped at its ends only.
      at++;
      continue;
    }
    const first = at;
    let last = at + 1;
    for (at++; at < to && at !== cue; at++) {
      if (view.isPunctuation(at)) {
        if (key[at - from] !== key[first - from] && !(quoted[at - from] && quoted[first - from])) break;
        continue;
      }
      if (key[at - from] !== key[first - from]) break;
      last = at + 1;
    }
    at = last;
    const node = anchor[first - from]!;
    out.push({
      first,
      last,
      head: topOf(view, first, last),
      anchor: node,
      up: depth.get(node) ?? MAX_UP,
      branch: branch[first - from]!,
      quoted: quoted[first - from] === 1,
    });
  }
  return out;
}

function place(
  { tokens }: ArticleView,
  token: number,
  depth: ReadonlyMap<number, number>,
  path: readonly number[],
  key: Int32Array,
  branch: Int32Array,
  anchor: Int32Array,
  from: number,
): void {
  const at = token - from;
  // Climb to the path; remember the last two steps.
  let below = -1;
  let step = token;
  let split = -1;
  while (!depth.has(step)) {
    below = step;
    const head = tokens.head(step);
    if (head < 0) break;
    if (!depth.has(head)) {
      const nominal = isNominal(tokens.upos(head));
      if ((nominal ? SPLIT_NOMINAL : SPLIT)[tokens.columns.deprel[step]!] === 1) split = step;
    }
    step = head;
  }
  anchor[at] = depth.has(step) ? step : path[path.length - 1]!;
  branch[at] = below < 0 ? step : below;
  key[at] = split >= 0 ? split : branch[at]!;
}

const isNominal = (upos: string) => upos === 'NOUN' || upos === 'PROPN' || upos === 'PRON' || upos === 'NUM';

/** Words in marks that the tree spreads over several parts become one segment, as trees are least sure there. */
function joinQuoted(
  view: ArticleView,
  from: number,
  to: number,
  cue: number,
  key: Int32Array,
  quoted: Uint8Array,
): void {
  const { region } = view;
  for (let at = from; at < to; ) {
    const here = region[at]!;
    let end = at + 1;
    while (end < to && region[end] === here) end++;
    if (here >= 0) {
      let common = -1;
      let mixed = false;
      for (let token = at; token < end; token++) {
        if (view.isPunctuation(token)) continue;
        if (common < 0) common = key[token - from]!;
        else if (key[token - from] !== common) mixed = true;
      }
      const outside = (token: number) =>
        token >= from && token < to && token !== cue && key[token - from] === common;
      const alone = !mixed && !outside(previousWord(view, at, from)) && !outside(nextWord(view, end, to));
      if (mixed || alone) {
        for (let token = at; token < end; token++) {
          key[token - from] = -2 - here;
          quoted[token - from] = 1;
        }
      }
    }
    at = end;
  }
}

function previousWord(view: ArticleView, at: number, from: number): number {
  let token = at - 1;
  while (token >= from && view.isPunctuation(token)) token--;
  return token;
}

function nextWord(view: ArticleView, at: number, to: number): number {
  let token = at;
  while (token < to && view.isPunctuation(token)) token++;
  return token < to ? token : -1;
}

function topOf({ tokens }: ArticleView, first: number, last: number): number {
  for (let token = first; token < last; token++) {
    const head = tokens.head(token);
    if ((head < first || head >= last) && tokens.upos(token) !== 'PUNCT') return token;
  }
  return first;
}
