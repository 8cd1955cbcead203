import { DEPREL, DEPREL_CODE } from '../src/core/labels.ts';
import { hashString } from '../src/language/hash.ts';
import { type JointTag, SPECIAL_WORDS } from '../src/language/language-model.ts';
import { type Lexemes, normaliseForm } from '../src/language/lexeme.ts';
import { denseWeights, type NetworkParts, type VectorTable } from '../src/language/network.ts';
import type { NetworkShape } from '../src/language/network-shape.ts';
import { affixRows, RowIndex } from '../src/language/word-inputs.ts';
import type { TreebankSentence } from './conllu.ts';
import { type Example, Network, type TypeFeatures } from './network.ts';
import { randomSource, shuffle } from './random.ts';
import type { WordVectors } from './vectors.ts';

export interface NetworkOptions {
  readonly layers: number;
  readonly units: number;
  readonly arc: number;
  readonly relation: number;
  readonly epochs: number;
  readonly batchWords: number;
  readonly rate: number;
  readonly dropout: number;
  readonly seed: number;
  readonly log: (line: string) => void;
  /** Weights to start from, of the same data and shape; the optimiser starts anew. */
  readonly start?: Pick<NetworkParts, 'dense' | 'words' | 'affixes'>;
  readonly afterEpoch?: (epoch: number, network: TrainedNetwork) => void;
}

export interface TrainedNetwork {
  readonly tags: readonly JointTag[];
  /** Codes of `DEPREL`. */
  readonly relations: Uint8Array;
  readonly parts: NetworkParts;
  /** Hashes of the lower-case forms with a pretrained vector, and with a learnt one, in the order of their rows. */
  readonly vectorKeys: Int32Array;
  readonly wordKeys: Int32Array;
}

const RAREST_TAG = 3;
const RAREST_RELATION = 20;
const RAREST_WORD = 2;
const LONGEST_SENTENCE = 200;
/** Share of sentences that are learnt in the capitals of a headline, or all in capitals. */
const TITLE_CASE = 0.06;
const ALL_CAPITALS = 0.02;

export function trainNetwork(
  sentences: readonly TreebankSentence[],
  lexemes: Lexemes,
  vectors: WordVectors,
  options: NetworkOptions,
): TrainedNetwork {
  const { seed, log, epochs } = options;
  const tags = tagSet(sentences);
  const tagIndex = new Map(tags.map((tag, i) => [tag.xpos * 64 + tag.upos, i]));
  const { relations, index: relationIndex } = relationSet(sentences);
  const vocabulary = countWords(sentences);
  const wordKeys = Int32Array.from(
    [...vocabulary].filter(([, count]) => count >= RAREST_WORD).map(([hash]) => hash),
  );
  const { table: vectorTable, keys: vectorKeys } = pretrained(vectors);
  const vectorIndex = new RowIndex(vectorKeys);
  const wordIndex = new RowIndex(wordKeys, SPECIAL_WORDS);
  const shape: NetworkShape = {
    vector: vectors.dimensions + (-vectors.dimensions & 7),
    word: 48,
    affix: 48,
    layers: options.layers,
    units: options.units,
    arc: options.arc,
    relation: options.relation,
    tags: tags.length,
    relations: relations.length,
  };

  const types: TypeFeatures[] = [
    { vector: -1, word: 1, count: 1e9, affixes: [] },
    { vector: -1, word: 2, count: 1e9, affixes: [] },
  ];
  const typeOf = new Map<string, number>();
  const numberOf = (form: string): number => {
    const known = typeOf.get(form);
    if (known !== undefined) return known;
    const lexeme = lexemes.get(form);
    types.push({
      vector: vectorIndex.find(lexeme.lower, -1),
      word: wordIndex.find(lexeme.lower, 0),
      count: vocabulary.get(lexeme.lower) ?? 0,
      affixes: affixRows(lexeme),
    });
    typeOf.set(form, types.length - 1);
    return types.length - 1;
  };
  const usable = sentences.filter(({ forms }) => forms.length <= LONGEST_SENTENCE);
  const examples = usable.map(
    (sentence): Example => ({
      types: Int32Array.from(sentence.forms, numberOf),
      tags: Int32Array.from(sentence.xpos, (xpos, i) => tagIndex.get(xpos * 64 + sentence.upos[i]!) ?? 0),
      heads: sentence.heads,
      relations: Int32Array.from(sentence.deprels, (deprel) => relationIndex[deprel]!),
    }),
  );
  const network = new Network(
    shape,
    dequantised(vectorTable, shape.vector),
    wordKeys.length + SPECIAL_WORDS,
    types,
    {
      seed,
      dropout: options.dropout,
      typeDropout: 0.1,
    },
  );
  if (options.start !== undefined) startFrom(network, options.start, shape);
  const random = randomSource(seed + 17);
  const order = examples.map((_, i) => i);
  const words = examples.reduce((sum, example) => sum + example.types.length, 0);
  const steps = (epochs * words) / options.batchWords;
  let step = 0;
  const result = (): TrainedNetwork => ({
    tags,
    relations,
    vectorKeys,
    wordKeys,
    parts: {
      shape,
      dense: Object.fromEntries(
        denseWeights(shape).map((name) => [name, Float32Array.from(network.parameters[name]!.mean)]),
      ),
      vectors: vectorTable,
      vectorIndex,
      words: quantised(network.parameters.words!.mean, shape.word),
      wordIndex,
      affixes: quantised(network.parameters.affixes!.mean, shape.affix),
    },
  });
  for (let epoch = 0; epoch < epochs; epoch++) {
    shuffle(order, random);
    const sums = { tag: 0, arc: 0, relation: 0 };
    let batches = 0;
    let batch: Example[] = [];
    let size = 0;
    order.forEach((i, at) => {
      const chance = random();
      const example = examples[i]!;
      const style = chance < TITLE_CASE ? 'title' : chance < TITLE_CASE + ALL_CAPITALS ? 'capitals' : null;
      batch.push(
        style === null
          ? example
          : { ...example, types: Int32Array.from(recased(usable[i]!.forms, style), numberOf) },
      );
      size += example.types.length;
      if (size < options.batchWords && at + 1 < order.length) return;
      const warm = Math.min(1, (step + 1) / 200);
      const rate = options.rate * warm * Math.max(0.02, 1 - step / steps);
      const losses = network.train(batch, rate);
      step++;
      batches++;
      sums.tag += losses.tag;
      sums.arc += losses.arc;
      sums.relation += losses.relation;
      batch = [];
      size = 0;
    });
    log(
      `network epoch ${epoch + 1}: losses tag ${(sums.tag / batches).toFixed(3)} arc ${(sums.arc / batches).toFixed(3)} relation ${(sums.relation / batches).toFixed(3)}`,
    );
    options.afterEpoch?.(epoch, result());
  }
  return result();
}

function startFrom(
  network: Network,
  { dense, words, affixes }: Pick<NetworkParts, 'dense' | 'words' | 'affixes'>,
  shape: NetworkShape,
): void {
  for (const [name, values] of Object.entries(dense)) network.parameters[name]!.value.set(values);
  network.parameters.words!.value.set(dequantised(words, shape.word));
  network.parameters.affixes!.value.set(dequantised(affixes, shape.affix));
}

/** The words of a sentence in a headline's capitals, or in capitals throughout. */
export function recased(forms: readonly string[], style: 'title' | 'capitals'): string[] {
  if (style === 'capitals') return forms.map((form) => form.toUpperCase());
  return forms.map((form, i) =>
    i > 0 && (form.length < 3 || SMALL_WORDS.has(form)) ? form : form.charAt(0).toUpperCase() + form.slice(1),
  );
}

const SMALL_WORDS: ReadonlySet<string> = new Set([
  'and',
  'but',
  'for',
  'from',
  'n’t',
  "n't",
  'nor',
  'the',
  'with',
]);

function tagSet(sentences: readonly TreebankSentence[]): JointTag[] {
  const counts = new Map<number, number>();
  for (const { xpos, upos } of sentences)
    xpos.forEach((x, i) => {
      const tag = x * 64 + upos[i]!;
      counts.set(tag, (counts.get(tag) ?? 0) + 1);
    });
  return [...counts]
    .filter(([, count]) => count >= RAREST_TAG)
    .map(([tag]) => tag)
    .sort((a, b) => a - b)
    .map((tag) => ({ upos: tag % 64, xpos: Math.floor(tag / 64) }));
}

/** Relations frequent enough to be learnt, and for each relation the one that stands for it. */
function relationSet(sentences: readonly TreebankSentence[]): { relations: Uint8Array; index: Uint8Array } {
  const base = (deprel: number): number =>
    DEPREL_CODE[DEPREL[deprel]!.split(':')[0] as keyof typeof DEPREL_CODE];
  const counts = new Map<number, number>();
  for (const { deprels } of sentences)
    for (const deprel of deprels) counts.set(deprel, (counts.get(deprel) ?? 0) + 1);
  const kept = new Set<number>([DEPREL_CODE.dep]);
  for (const [deprel, count] of counts) kept.add(count >= RAREST_RELATION ? deprel : base(deprel));
  const relations = Uint8Array.from([...kept].sort((a, b) => a - b));
  const index = Uint8Array.from(DEPREL, (_, deprel) => {
    const own = relations.indexOf(deprel);
    const upper = relations.indexOf(base(deprel));
    return own >= 0 ? own : upper >= 0 ? upper : relations.indexOf(DEPREL_CODE.dep);
  });
  return { relations, index };
}

/** How often each lower-case form occurs, by its hash, most frequent first. */
function countWords(sentences: readonly TreebankSentence[]): Map<number, number> {
  const counts = new Map<number, number>();
  for (const { forms } of sentences) {
    for (const form of forms) {
      const hash = hashString(normaliseForm(form).toLowerCase());
      counts.set(hash, (counts.get(hash) ?? 0) + 1);
    }
  }
  return new Map([...counts].sort((a, b) => b[1] - a[1] || a[0] - b[0]));
}

/** The pretrained vectors as the shipped model holds them: 8 bits, one scale for each. */
function pretrained(vectors: WordVectors): { table: VectorTable; keys: Int32Array } {
  const { dimensions } = vectors;
  const width = dimensions + (-dimensions & 7);
  const seen = new Map<number, number>();
  vectors.words.forEach((word, i) => {
    const key = hashString(normaliseForm(word).toLowerCase());
    if (!seen.has(key)) seen.set(key, i);
  });
  const sorted = [...seen].sort((a, b) => (a[0] >>> 0) - (b[0] >>> 0));
  const values = new Float32Array(sorted.length * width);
  sorted.forEach(([, i], row) => {
    for (let d = 0; d < dimensions; d++)
      values[row * width + d] = vectors.values[i * dimensions + d]! * VECTOR_SCALE;
  });
  return { table: quantised(values, width), keys: Int32Array.from(sorted, ([key]) => key) };
}

/** Brings the pretrained values to about the size of the learnt ones. */
const VECTOR_SCALE = 0.5;

export function quantised(values: Float32Array, width: number): VectorTable {
  const rows = values.length / width;
  const scales = new Float32Array(rows);
  const out = new Int8Array(values.length);
  for (let row = 0; row < rows; row++) {
    let most = 0;
    for (let j = row * width; j < (row + 1) * width; j++) most = Math.max(most, Math.abs(values[j]!));
    scales[row] = most / 127;
    if (most === 0) continue;
    for (let j = row * width; j < (row + 1) * width; j++) out[j] = Math.round((values[j]! / most) * 127);
  }
  return { values: out, scales };
}

function dequantised({ values, scales }: VectorTable, width: number): Float32Array {
  return Float32Array.from(values, (value, i) => value * scales[Math.floor(i / width)]!);
}
