import { ClaimlineError } from '../../core/errors.ts';
import type { ModelStore } from '../../core/stage.ts';
import { blockFeatures, FLAT_FEATURES, HTML_FEATURES } from './features.ts';
import type { PageView } from './page-view.ts';
import { SECOND_FEATURES, secondFeatures } from './second-look.ts';
import { predict, readTrees, type Trees } from './trees.ts';
import { wordHashes, wordScore, wordWeights } from './word-score.ts';

/** Models for pages with markup, and for flattened text; two to a file. */
export const HTML_MODEL = 'blocks-html.bin';
export const TEXT_MODEL = 'blocks-text.bin';
/** Weights of the words of a block, for the same. */
export const HTML_WORDS = 'blocks-html-words.bin';
export const TEXT_WORDS = 'blocks-text-words.bin';

/**
 * Probability of each block that it belongs to the article: trees over the block, its words, its place and its neighbours,
 * then trees over the first probabilities.
 * @throws ClaimlineError `models/missing`, `models/corrupt`
 */
export function articleProbability(page: PageView, html: boolean, models: ModelStore): Float32Array {
  const width = html ? HTML_FEATURES.length : FLAT_FEATURES.length;
  const name = html ? HTML_MODEL : TEXT_MODEL;
  const [first, second] = models.get(name, (bytes) =>
    loadModels(name, bytes, [width, SECOND_FEATURES.length]),
  );
  const words = wordWeights(models, html ? HTML_WORDS : TEXT_WORDS);
  const hashes: number[] = [];
  const said = Float32Array.from(page.views, ({ text }) => {
    hashes.length = 0;
    wordHashes(text, hashes);
    return wordScore(words, hashes);
  });
  const once = predictRows(first!, blockFeatures(page, html, said), width);
  return predictRows(second!, secondFeatures(page, once), SECOND_FEATURES.length);
}

function loadModels(name: string, bytes: Uint8Array, widths: readonly number[]): Trees[] {
  let models: ReturnType<typeof readTrees>;
  try {
    models = readTrees(bytes);
  } catch (cause) {
    throw corrupt(name, 'it cannot be read', cause);
  }
  if (models.length !== widths.length || models.some((model, i) => model.features !== widths[i]))
    throw corrupt(name, 'it was trained for other features');
  return models.map((model) => model.trees);
}

function predictRows(trees: Trees, rows: Float32Array, width: number): Float32Array {
  const out = new Float32Array(rows.length / width);
  for (let i = 0; i < out.length; i++) out[i] = predict(trees, rows, i * width);
  return out;
}

function corrupt(name: string, what: string, cause?: unknown): ClaimlineError {
  return new ClaimlineError('models/corrupt', `models/${name}: ${what}`, {
    hint: 'reinstall the package, or run train/blocks.ts --write',
    ...(cause === undefined ? {} : { cause }),
  });
}
