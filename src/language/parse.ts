import { DEPREL_CODE, UPOS_CODE, XPOS, XPOS_CODE } from '../core/labels.ts';
import { MARGIN_WITHOUT_DOUBT, type Margins } from '../core/tokens.ts';
import type { Doubt } from './doubt.ts';
import type { LanguageModel } from './language-model.ts';
import type { Lexeme } from './lexeme.ts';
import { LONGEST_PIECE, type NetworkOutput } from './network.ts';
import { FINITE, splitAtStops } from './parallel-clauses.ts';
import { type Piece, piecesOf } from './pieces.ts';
import { doubtsOf } from './second-reading.ts';
import { withoutSubjectAsides } from './subject-asides.ts';

/** Tags and trees of the words of a document. */
export interface Parsed {
  readonly upos: Uint8Array;
  readonly xpos: Uint8Array;
  /** -1 for the root of a sentence. */
  readonly head: Int32Array;
  readonly deprel: Uint8Array;
  /** How far the best tag of a tensed verb fell behind the one given; 0 where it was given. */
  readonly behind: Float32Array;
  readonly margin: Margins;
}

/** Is told every other reading and whether it was kept. */
export type ReadingWatch = (doubt: Doubt, settled: boolean) => void;

/** Most readings that are tried of a piece. */
const MOST_READINGS = 4;

/**
 * Parses every sentence in pieces (see {@link Piece}), then once more those in which an insertion came between a subject
 * and its verb and the tree shows that the parser lost the thread, and those with a word that it took for another part of
 * speech than it is (see {@link doubtsOf}). Every sentence becomes one well-formed tree.
 */
export function parse(
  forms: readonly string[],
  words: readonly Lexeme[],
  sentenceFirst: Int32Array,
  model: LanguageModel,
  watch?: ReadingWatch,
): Parsed {
  const size = forms.length;
  const parsed = emptyParse(size);
  const sentences: Piece[][] = [];
  for (let s = 0; s + 1 < sentenceFirst.length; s++)
    sentences.push([...piecesOf(forms, sentenceFirst[s]!, sentenceFirst[s + 1]!)]);
  parsePieces(sentences.flat(), words, model, parsed);
  const again: Piece[] = [];
  for (const pieces of sentences) {
    for (let at = 0, size = pieces.length; at < size; at++) {
      const parts = splitAtStops(forms, pieces[at]!, parsed);
      const cuts = parts.map(
        (part) => withoutSubjectAsides(forms, part, parsed) ?? { rest: part, asides: [] },
      );
      if (cuts.length === 1 && cuts[0]!.asides.length === 0) continue;
      pieces[at] = cuts[0]!.rest;
      const more = [...cuts.slice(1).map(({ rest }) => rest), ...cuts.flatMap(({ asides }) => asides)];
      pieces.push(...more);
      again.push(pieces[at]!, ...more);
    }
  }
  if (again.length > 0) parsePieces(again, words, model, parsed);
  readAgain(forms, sentences.flat(), words, model, parsed, watch);
  for (const pieces of sentences) join(forms, pieces, parsed);
  return parsed;
}

function emptyParse(size: number): Parsed {
  return {
    upos: new Uint8Array(size),
    xpos: new Uint8Array(size),
    head: new Int32Array(size),
    deprel: new Uint8Array(size),
    behind: new Float32Array(size),
    // Marks around an insertion are joined by form alone: nothing there is in doubt.
    margin: {
      head: new Float32Array(size).fill(MARGIN_WITHOUT_DOUBT),
      tag: new Float32Array(size).fill(MARGIN_WITHOUT_DOUBT),
      relation: new Float32Array(size).fill(MARGIN_WITHOUT_DOUBT),
    },
  };
}

/** Tries, for every piece whose tree raises a doubt, the readings that would settle it, and keeps the first that does. */
function readAgain(
  forms: readonly string[],
  pieces: readonly Piece[],
  words: readonly Lexeme[],
  model: LanguageModel,
  parsed: Parsed,
  watch: ReadingWatch | undefined,
): void {
  const raise = (piece: Piece): { piece: Piece; doubts: readonly Doubt[] } => ({
    piece,
    doubts: doubtsOf(forms, piece, parsed),
  });
  let open = pieces.map(raise).filter(({ doubts }) => doubts.length > 0);
  if (open.length === 0) return;
  const stands = [...words];
  const trial = emptyParse(forms.length);
  const tried = new Set<string>();
  for (let round = 0; round < MOST_READINGS && open.length > 0; round++) {
    const readings: { piece: Piece; doubts: readonly Doubt[]; doubt: Doubt }[] = [];
    for (const { piece, doubts } of open) {
      const doubt = doubts.find((one) => !tried.has(`${one.rule} ${one.word}`));
      if (doubt === undefined) continue;
      tried.add(`${doubt.rule} ${doubt.word}`);
      stands[doubt.word] = model.lexemes.get(doubt.stand);
      readings.push({ piece, doubts, doubt });
    }
    parsePieces(
      readings.map(({ piece }) => piece),
      stands,
      model,
      trial,
    );
    // Only a reading that is kept changes what is in doubt.
    open = readings.map(({ piece, doubts, doubt }) => {
      const settled = doubt.settles(trial);
      if (settled) take(piece, trial, parsed);
      else stands[doubt.word] = words[doubt.word]!;
      watch?.(doubt, settled);
      return settled ? raise(piece) : { piece, doubts };
    });
  }
}

function take({ words }: Piece, from: Parsed, to: Parsed): void {
  for (const word of words) {
    to.upos[word] = from.upos[word]!;
    to.xpos[word] = from.xpos[word]!;
    to.head[word] = from.head[word]!;
    to.deprel[word] = from.deprel[word]!;
    to.behind[word] = from.behind[word]!;
    for (const of of ['head', 'tag', 'relation'] as const) to.margin[of][word] = from.margin[of][word]!;
  }
}

/** Gives each piece a tree of its own; its root has the head -1. */
function parsePieces(
  pieces: readonly Piece[],
  words: readonly Lexeme[],
  model: LanguageModel,
  out: Parsed,
): void {
  // A piece, or a part of a very long one.
  const parts: { readonly words: readonly number[]; readonly piece: number }[] = [];
  for (const [piece, one] of pieces.entries()) {
    for (let first = 0; first < one.words.length; first += LONGEST_PIECE)
      parts.push({ words: one.words.slice(first, first + LONGEST_PIECE), piece });
  }
  const roots = new Int32Array(pieces.length).fill(-1);
  const rows = parts.map((part) => part.words.map((word) => words[word]!));
  const tensed = tensedTags(model);
  const emit = (p: number, output: NetworkOutput) => {
    const { tags, heads, relations, behind } = output;
    const { words: own, piece } = parts[p]!;
    for (let i = 0; i < tags.length; i++) {
      const word = own[i]!;
      const tag = model.tags[tags[i]!]!;
      out.upos[word] = tag.upos;
      out.xpos[word] = tag.xpos;
      out.behind[word] = behind[i]!;
      out.margin.head[word] = output.headMargins[i]!;
      out.margin.tag[word] = output.tagMargins[i]!;
      out.margin.relation[word] = output.relationMargins[i]!;
      if (heads[i] !== tags.length) {
        out.head[word] = own[heads[i]!]!;
        out.deprel[word] = notRoot(model.relations[relations[i]!]!);
      } else if (roots[piece]! < 0) {
        roots[piece] = word;
        out.head[word] = -1;
        out.deprel[word] = DEPREL_CODE.root;
      } else {
        // The root of a later part hangs on that of the first.
        out.head[word] = roots[piece]!;
        out.deprel[word] = DEPREL_CODE.parataxis;
      }
    }
  };
  model.network.analyse(rows, emit, tensed);
}

/** The network's tags of tensed full verbs. */
function tensedTags({ tags }: LanguageModel): number[] {
  return tags.flatMap(({ upos, xpos }, at) =>
    upos === UPOS_CODE.VERB && FINITE.has(XPOS[xpos]!) ? [at] : [],
  );
}

/** Hangs the trees of a sentence's pieces on each other. */
function join(forms: readonly string[], pieces: readonly Piece[], out: Parsed): void {
  const root = rootOf(pieces[0]!, out);
  if (root < 0) return;
  const tops = new Map<number, number>();
  for (const [at, piece] of pieces.entries()) tops.set(at, rootOf(piece, out));
  for (const [at, piece] of pieces.entries()) {
    const top = tops.get(at)!;
    if (top < 0) continue;
    for (const mark of piece.marks) {
      out.upos[mark] = UPOS_CODE.PUNCT;
      out.xpos[mark] = markTag(forms[mark]!);
      out.head[mark] = top;
      out.deprel[mark] = DEPREL_CODE.punct;
    }
    if (at === 0) continue;
    out.head[top] = hostOf(piece, top);
    out.deprel[top] = piece.relation;
  }

  function hostOf({ host, attach }: Piece, top: number): number {
    if (host < 0) return root;
    if (attach === 'word') return host;
    if (attach === 'phrase') return phraseHead(host, top, out);
    const around = tops.get(pieces.findIndex(({ words }) => words.includes(host))) ?? root;
    return around === top ? root : around;
  }
}

function rootOf(piece: Piece, { head, deprel }: Parsed): number {
  return piece.words.find((word) => head[word] === -1 && deprel[word] === DEPREL_CODE.root) ?? -1;
}

const WITHIN_NAME: ReadonlySet<number> = new Set(
  (['flat', 'compound', 'goeswith', 'fixed', 'nummod', 'amod', 'case', 'punct'] as const).map(
    (relation) => DEPREL_CODE[relation],
  ),
);

/** The head of the name or noun phrase that ends with the word. */
function phraseHead(word: number, below: number, { head, deprel }: Parsed): number {
  let at = word;
  for (
    let climb = 0;
    climb < 8 && WITHIN_NAME.has(deprel[at]!) && head[at]! >= 0 && head[at]! !== below;
    climb++
  )
    at = head[at]!;
  return at;
}

/** Only the root has the relation `root`, whatever the network would say. */
function notRoot(deprel: number): number {
  return deprel === DEPREL_CODE.root ? DEPREL_CODE.dep : deprel;
}

function markTag(form: string): number {
  if (form === ',') return XPOS_CODE[','];
  if (form === '(') return XPOS_CODE['-LRB-'];
  if (form === ')') return XPOS_CODE['-RRB-'];
  if (/^[.?!…]$/u.test(form)) return XPOS_CODE['.'];
  if (/^["”]$/u.test(form)) return XPOS_CODE["''"];
  if (form === '“') return XPOS_CODE['``'];
  return XPOS_CODE[':'];
}
