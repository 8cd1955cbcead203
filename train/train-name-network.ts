import { SPECIAL_WORDS } from '../src/language/encoder.ts';
import type { LanguageModel } from '../src/language/language-model.ts';
import { type NameNetworkShape, nameRows } from '../src/language/name-network.ts';
import type { NameTaggerParts } from '../src/language/name-tagger.ts';
import { RowIndex } from '../src/language/row-index.ts';
import { allowedLabels, type NamedDocument } from './name-data.ts';
import { type NameExample, NameNetwork } from './name-network.ts';
import { LONGEST_EXAMPLE } from './network.ts';
import { NumberedTypes } from './numbered-types.ts';
import { randomSource, shuffle } from './random.ts';
import { recased } from './training-set.ts';
import { dequantised } from './vector-table.ts';

export interface NameNetworkOptions {
  readonly shape: Omit<NameNetworkShape, 'vector'>;
  readonly epochs: number;
  readonly batchWords: number;
  /** Greatest step of the optimiser; it rises at the start and falls to nothing. */
  readonly rate: number;
  readonly dropout: number;
  readonly typeDropout: number;
  readonly seed: number;
  readonly log: (line: string) => void;
}

/** A trained name network: weights by name, and the words that have learnt vectors. */
export interface TrainedNameNetwork {
  readonly shape: NameNetworkShape;
  readonly weights: Readonly<Record<string, Float32Array>>;
  /** Hashes of the lower-case forms, in the order of their rows. */
  readonly wordKeys: Int32Array;
}

/** Words rarer than this have no learnt vector. */
const RAREST_WORD = 4;
/** Shares of the sentences that are learnt in the capitals of a headline, all in capitals, and without any. */
const TITLE_CASE = 0.05;
const ALL_CAPITALS = 0.03;
const NO_CAPITALS = 0.05;
const WARM_UP = 100;
/** Steps between two that count for the running mean of the weights. */
const SPACING = 10;

interface Recasable {
  readonly example: NameExample;
  readonly title: Int32Array;
  readonly capitals: Int32Array;
  readonly lower: Int32Array;
}

/** Trains the name network on annotated sentences, each by itself. Returns the running mean of the weights. */
export function trainNameNetwork(
  documents: readonly NamedDocument[],
  { lexemes, vectors }: LanguageModel,
  tables: Pick<NameTaggerParts, 'gazetteer' | 'wordTypes'>,
  options: NameNetworkOptions,
): TrainedNameNetwork {
  const counts = new Map<number, number>();
  for (const { sentences } of documents)
    for (const { forms } of sentences)
      for (const form of forms) {
        const { lower } = lexemes.get(form);
        counts.set(lower, (counts.get(lower) ?? 0) + 1);
      }
  const wordKeys = Int32Array.from([...counts].filter(([, n]) => n >= RAREST_WORD).map(([hash]) => hash));
  const wordIndex = new RowIndex(wordKeys, SPECIAL_WORDS);
  const numbered = new NumberedTypes({
    lexemes,
    vectorIndex: vectors.index,
    wordIndex,
    counts,
    rowsOf: (lexeme) => nameRows(lexeme, tables),
  });
  const numberOf = (form: string): number => numbered.numberOf(form);
  const sentences: Recasable[] = documents.flatMap(({ sentences: rows, marksMisc }) =>
    rows
      .filter(({ forms }) => forms.length > 0 && forms.length <= LONGEST_EXAMPLE)
      .map(({ forms, labels }) => ({
        example: { types: Int32Array.from(forms, numberOf), allowed: allowedLabels(labels, marksMisc) },
        title: Int32Array.from(recased(forms, 'title'), numberOf),
        capitals: Int32Array.from(recased(forms, 'capitals'), numberOf),
        lower: Int32Array.from(forms, (form) => numberOf(form.toLowerCase())),
      })),
  );
  const shape = { ...options.shape, vector: vectors.width };
  const network = new NameNetwork(
    shape,
    dequantised(vectors.table, vectors.width),
    wordKeys.length + SPECIAL_WORDS,
    numbered.types,
    {
      seed: options.seed,
      chance: options.seed + 4,
      dropout: options.dropout,
      typeDropout: options.typeDropout,
      megabytes: 200,
    },
  );
  return { shape, wordKeys, weights: run(network, sentences, options) };
}

function run(
  network: NameNetwork,
  sentences: readonly Recasable[],
  { epochs, batchWords, rate, seed, log }: NameNetworkOptions,
): Record<string, Float32Array> {
  const random = randomSource(seed + 10);
  const words = sentences.reduce((sum, { title }) => sum + title.length, 0);
  const steps = Math.floor((words * epochs) / batchWords);
  const mean = new Map<string, Float32Array>();
  let done = 0;
  let sum = 0;
  let epoch = 0;
  while (done < steps) {
    let batch: NameExample[] = [];
    let size = 0;
    const before = done;
    for (const sentence of shuffle([...sentences], random)) {
      const example = styled(sentence, random());
      batch.push(example);
      size += example.types.length;
      if (size < batchWords) continue;
      const now = rate * Math.min(1, (done + 1) / WARM_UP) * Math.max(0.01, 1 - done / steps);
      sum += network.train(batch, now);
      if (++done % SPACING === 0) addToMean(mean, network, done / SPACING);
      batch = [];
      size = 0;
      if (done >= steps) break;
    }
    log(`names network epoch ${++epoch}: loss ${(sum / (done - before)).toFixed(4)}`);
    sum = 0;
  }
  return Object.fromEntries(mean);
}

function styled({ example, title, capitals, lower }: Recasable, chance: number): NameExample {
  if (chance < TITLE_CASE) return { ...example, types: title };
  if (chance < TITLE_CASE + ALL_CAPITALS) return { ...example, types: capitals };
  return chance < TITLE_CASE + ALL_CAPITALS + NO_CAPITALS ? { ...example, types: lower } : example;
}

/** The mean of the weights over about the last tenth of the steps, at most a thousand. */
function addToMean(mean: Map<string, Float32Array>, { parameters }: NameNetwork, count: number): void {
  const share = Math.max(8 / (count + 7), SPACING / 1000);
  for (const [name, { value }] of Object.entries(parameters)) {
    const sum = mean.get(name);
    if (sum === undefined) mean.set(name, value.slice());
    else for (let i = 0; i < sum.length; i++) sum[i]! += share * (value[i]! - sum[i]!);
  }
}
