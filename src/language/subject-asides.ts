import { DEPREL, DEPREL_CODE, XPOS, type Xpos } from '../core/labels.ts';
import { FINITE, isPause } from './parallel-clauses.ts';
import type { Parsed } from './parse.ts';
import type { Piece } from './pieces.ts';

export interface WithoutAsides {
  readonly rest: Piece;
  readonly asides: readonly Piece[];
}

const LONGEST_ASIDE = 40;
const LONGEST_SUBJECT = 30;
/** Tags of which noun phrases consist. */
const NOMINAL: ReadonlySet<Xpos> = new Set([
  '$',
  'CC',
  'CD',
  'DT',
  'FW',
  'HYPH',
  'IN',
  'JJ',
  'JJR',
  'JJS',
  'NN',
  'NNP',
  'NNPS',
  'NNS',
  'POS',
  'PRP',
  'PRP$',
  'VBG',
  'VBN',
]);
const NOUNS: ReadonlySet<Xpos> = new Set(['CD', 'NN', 'NNP', 'NNPS', 'NNS', 'PRP']);
const ADVERBS: ReadonlySet<Xpos> = new Set(['RB', 'RBR', 'RBS']);
/** A clause begins after these. */
const BEFORE_CLAUSE = new Set(
  'although and as because but if said says since so that though when where whereas whether while yet'.split(
    ' ',
  ),
);
const RELATIVE = new Set(['which', 'who', 'whom', 'whose', 'where', 'when']);

/**
 * The piece without the insertion between a subject and its finite verb (`Halden Foods, the group that owns Kettle Lane,
 * fell`), where the tree does not join the two or hangs the insertion elsewhere; null where all is well. What is to be found:
 * noun phrase from the start of a clause, comma, words, comma, finite verb.
 */
export function withoutSubjectAsides(
  forms: readonly string[],
  piece: Piece,
  parsed: Parsed,
): WithoutAsides | null {
  const { words } = piece;
  const asides: Piece[] = [];
  const taken = new Set<number>();
  const form = (at: number) => (forms[words[at] ?? -1] ?? '').toLowerCase();
  const tag = (at: number): Xpos => XPOS[parsed.xpos[words[at]!]!]!;
  for (let open = 1; open < words.length - 3; open++) {
    const mark = form(open);
    if ((mark !== ',' && !isPause(mark)) || !NOUNS.has(tag(open - 1))) continue;
    const first = subjectStart(open);
    if (first < 0) continue;
    const close = closing(open, mark);
    if (close < 0) continue;
    const verb = verbAfter(open, close);
    if (isSound(first, open, close, verb)) {
      open = close;
      continue;
    }
    const inside = words.slice(open + 1, close);
    asides.push({
      words: inside,
      marks: [words[open]!, words[close]!],
      host: words[open - 1]!,
      attach: 'phrase',
      relation: relationOf(open + 1, close),
    });
    for (let at = open; at <= close; at++) taken.add(words[at]!);
    open = close;
  }
  if (asides.length === 0) return null;
  return { rest: { ...piece, words: words.filter((word) => !taken.has(word)) }, asides };

  /** Where the noun phrase that ends before the mark begins, if a clause begins there; else -1. */
  function subjectStart(open: number): number {
    let at = open - 1;
    while (
      at > 0 &&
      open - at < LONGEST_SUBJECT &&
      NOMINAL.has(tag(at - 1)) &&
      !BEFORE_CLAUSE.has(form(at - 1))
    )
      at--;
    if (at === 0) return 0;
    return BEFORE_CLAUSE.has(form(at - 1)) || /^[;:—–]$/.test(form(at - 1)) ? at : -1;
  }

  /** The mark that ends the insertion: the first after which a finite verb stands. */
  function closing(open: number, mark: string): number {
    for (let at = open + 2; at < words.length - 1 && at <= open + LONGEST_ASIDE; at++) {
      if (isPause(mark) ? !isPause(form(at)) : form(at) !== ',') continue;
      if (verbAfter(open, at) >= 0) return at;
    }
    return -1;
  }

  /** The finite verb right after the closing mark, adverbs between; -1 for none. */
  function verbAfter(open: number, close: number): number {
    let at = close + 1;
    while (at < words.length && at <= close + 3 && ADVERBS.has(tag(at))) at++;
    if (at >= words.length) return -1;
    if (FINITE.has(tag(at))) return at;
    // A past tense that was taken for a participle: no other verb is left for the subject.
    return tag(at) === 'VBN' && !words.some((_, k) => (k < open || k > close) && FINITE.has(tag(k)))
      ? at
      : -1;
  }

  /** The tree has the noun for the verb's subject and the insertion on the noun. */
  function isSound(first: number, open: number, close: number, verb: number): boolean {
    let clause = words[verb]!;
    const rel = DEPREL[parsed.deprel[clause]!]!;
    if (rel === 'aux' || rel === 'aux:pass' || rel === 'cop') clause = parsed.head[clause]!;
    let subject = -1;
    for (let at = first; at < open; at++) {
      const word = words[at]!;
      if (parsed.head[word] === clause && /^nsubj/.test(DEPREL[parsed.deprel[word]!]!)) subject = word;
    }
    if (subject < 0) return false;
    for (let at = open + 1; at < close; at++) {
      const head = parsed.head[words[at]!]!;
      const outside = head < words[open]! || head > words[close]!;
      if (
        outside &&
        DEPREL[parsed.deprel[words[at]!]!] !== 'punct' &&
        (head > words[close]! || head < words[first]!)
      )
        return false;
    }
    return true;
  }

  function relationOf(from: number, to: number): number {
    const opening = form(from);
    if (RELATIVE.has(opening) || RELATIVE.has(form(from + 1))) return DEPREL_CODE['acl:relcl'];
    for (let at = from; at < Math.min(to, from + 3); at++) {
      if (tag(at) === 'VBN' || tag(at) === 'VBG' || tag(at) === 'VBD') return DEPREL_CODE.acl;
      if (!ADVERBS.has(tag(at))) break;
    }
    if (tag(from) === 'IN') return DEPREL_CODE.nmod;
    if (tag(from) === 'JJ' && !words.slice(from, to).some((word) => NOUNS.has(XPOS[parsed.xpos[word]!]!)))
      return DEPREL_CODE.acl;
    return ADVERBS.has(tag(from)) ? DEPREL_CODE.acl : DEPREL_CODE.appos;
  }
}
