import { DEPREL, DEPREL_CODE } from '../src/core/labels.ts';
import type { Lexeme, Lexemes } from '../src/language/lexeme.ts';
import { Parser, TransitionSystem } from '../src/language/parser.ts';
import { PARSER_FEATURES, parserFeatures } from '../src/language/parser-features.ts';
import { ParserState } from '../src/language/parser-state.ts';
import { type JointTag, tagHash, uposHash } from '../src/language/tagger.ts';
import type { TreebankSentence } from './conllu.ts';
import { Perceptron } from './perceptron.ts';
import { randomSource, shuffle } from './random.ts';

/** A sentence with the tags that the parser is to learn from: predicted ones, as it will meet them. */
export interface TaggedSentence {
  readonly sentence: TreebankSentence;
  readonly tags: readonly JointTag[];
}

export interface TrainedParser {
  readonly labels: Uint8Array;
  readonly root: number;
  readonly perceptron: Perceptron;
}

export interface ParserOptions {
  readonly epochs: number;
  readonly seed: number;
  readonly log: (line: string) => void;
  readonly afterEpoch?: (epoch: number, parser: TrainedParser) => void;
}

/** Labels seen less often are folded into the relation without its subtype. */
const RAREST_LABEL = 20;
const LONGEST_SENTENCE = 250;
/** Share of steps on which the parser follows its own decision from the second epoch on. */
const EXPLORE = 0.9;

export function trainParser(
  data: readonly TaggedSentence[],
  lexemes: Lexemes,
  { epochs, seed, log, afterEpoch }: ParserOptions,
): TrainedParser {
  const labels = labelSet(data);
  const root = labels.indexOf(DEPREL_CODE.root);
  const index = labelIndex(labels);
  const system = new TransitionSystem(labels.length, root);
  const perceptron = new Perceptron(system.size);
  const trained = { labels, root, perceptron };
  const rows = data.map(({ sentence, tags }) => ({
    words: sentence.forms.map((form) => lexemes.get(form)) as readonly Lexeme[],
    tags: Int32Array.from(tags, tagHash),
    upos: Int32Array.from(tags, (tag) => uposHash(tag.upos)),
    heads: sentence.heads,
    gold: Uint8Array.from(sentence.deprels, (deprel) => index[deprel]!),
  }));
  const state = new ParserState();
  const features = new Int32Array(PARSER_FEATURES);
  const scores = new Float64Array(system.size);
  const random = randomSource(seed);
  const order = rows.map((_, i) => i).filter((i) => rows[i]!.words.length <= LONGEST_SENTENCE);
  for (let epoch = 0; epoch < epochs; epoch++) {
    shuffle(order, random);
    let errors = 0;
    let total = 0;
    for (const r of order) {
      const { words, tags, upos, heads, gold } = rows[r]!;
      state.reset(words, tags, upos);
      while (!state.done) {
        if (state.stackSize === 0) {
          state.shift();
          continue;
        }
        const count = parserFeatures(features, state);
        perceptron.score(features, 0, count, scores);
        const good = bestOfOracle(system, state, heads, gold, scores);
        const best = system.best(state, scores);
        total++;
        perceptron.steps++;
        if (best !== good) {
          perceptron.update(features, 0, count, good, best);
          errors++;
        }
        system.apply(state, epoch > 0 && random() < EXPLORE ? best : good);
      }
    }
    log(
      `parser epoch ${epoch + 1}: errors ${((100 * errors) / total).toFixed(2)}%, features ${perceptron.features}`,
    );
    afterEpoch?.(epoch, trained);
  }
  return trained;
}

/** The best-scored transition among those that lose fewest gold arcs (dynamic oracle of the arc-hybrid system). */
function bestOfOracle(
  system: TransitionSystem,
  state: ParserState,
  heads: Int32Array,
  gold: Uint8Array,
  scores: Float64Array,
): number {
  const { labels, root } = system;
  const n = state.length;
  const b = state.buffer;
  const size = state.stackSize;
  const s0 = state.stack[size - 1]!;
  const s1 = size > 1 ? state.stack[size - 2]! : -1;
  const none = 1e9;
  let shift = none;
  let left = none;
  let right = none;
  let waiting = 0;
  for (let d = b; d < n; d++) if (heads[d] === s0) waiting++;
  if (system.canShift(state)) {
    shift = 0;
    for (let i = 0; i < size - 1; i++) if (heads[b] === state.stack[i]) shift++;
    for (let i = 0; i < size; i++) if (heads[state.stack[i]!] === b) shift++;
  }
  if (system.canLeft(state)) {
    left = waiting;
    if (heads[s0] !== b && (heads[s0] === s1 || heads[s0]! > b)) left++;
  }
  if (system.canRight(state)) {
    right = waiting;
    if (heads[s0] !== s1 && heads[s0]! >= b) right++;
  }
  const least = Math.min(shift, left, right);
  let best = -1;
  let most = Number.NEGATIVE_INFINITY;
  if (shift === least) {
    best = 0;
    most = scores[0]!;
  }
  if (left === least) {
    if (b === n) return 1 + root;
    const fixed = heads[s0] === b ? gold[s0]! : -1;
    for (let l = 0; l < labels; l++) {
      if (l === root || (fixed >= 0 && l !== fixed)) continue;
      if (scores[1 + l]! > most) {
        most = scores[1 + l]!;
        best = 1 + l;
      }
    }
  }
  if (right === least) {
    const fixed = heads[s0] === s1 ? gold[s0]! : -1;
    const from = 1 + labels;
    for (let l = 0; l < labels; l++) {
      if (l === root || (fixed >= 0 && l !== fixed)) continue;
      if (scores[from + l]! > most) {
        most = scores[from + l]!;
        best = from + l;
      }
    }
  }
  return best;
}

function labelSet(data: readonly TaggedSentence[]): Uint8Array {
  const counts = new Map<number, number>();
  for (const { sentence } of data)
    for (const deprel of sentence.deprels) counts.set(deprel, (counts.get(deprel) ?? 0) + 1);
  const kept = new Set<number>();
  for (const [deprel, count] of counts) {
    if (count >= RAREST_LABEL) kept.add(deprel);
    else kept.add(base(deprel));
  }
  kept.add(DEPREL_CODE.dep);
  kept.add(DEPREL_CODE.root);
  return Uint8Array.from([...kept].sort((a, b) => a - b));
}

/** For every relation the label that stands for it. */
function labelIndex(labels: Uint8Array): Uint8Array {
  return Uint8Array.from(DEPREL, (_, deprel) => {
    const own = labels.indexOf(deprel);
    if (own >= 0) return own;
    const upper = labels.indexOf(base(deprel));
    return upper >= 0 ? upper : labels.indexOf(DEPREL_CODE.dep);
  });
}

function base(deprel: number): number {
  const name = DEPREL[deprel]!.split(':')[0]! as keyof typeof DEPREL_CODE;
  return DEPREL_CODE[name];
}

/** A parser that works with the weights as they are, for checks on the way. */
export function parserOf({ labels, root, perceptron }: TrainedParser): Parser {
  return new Parser(labels, root, perceptron);
}
