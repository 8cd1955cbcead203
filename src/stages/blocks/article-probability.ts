import { ClaimlineError } from '../../core/errors.ts';
import type { ModelStore } from '../../core/stage.ts';
import { blockFeatures, FLAT_FEATURES, HTML_FEATURES } from './features.ts';
import type { PageView } from './page-view.ts';
import { SECOND_FEATURES, secondFeatures } from './second-look.ts';
import { predict, readTrees, type Trees } from './trees.ts';

/** File of the models: for flattened text and for pages with markup, two models each. */
export const BLOCKS_MODEL = 'blocks.bin';

/**
 * Probability of each block that it belongs to the article: trees over the block, its place and its neighbours,
 * then trees over the first probabilities.
 * @throws ClaimlineError `models/missing`, `models/corrupt`
 */
export function articleProbability(page: PageView, html: boolean, models: ModelStore): Float32Array {
  const loaded = models.get(BLOCKS_MODEL, loadModels);
  const [first, second] = html ? [loaded[2]!, loaded[3]!] : [loaded[0]!, loaded[1]!];
  const width = html ? HTML_FEATURES.length : FLAT_FEATURES.length;
  const once = predictRows(first, blockFeatures(page, html), width);
  return predictRows(second, secondFeatures(page, once), SECOND_FEATURES.length);
}

function loadModels(bytes: Uint8Array): Trees[] {
  const widths = [FLAT_FEATURES.length, SECOND_FEATURES.length, HTML_FEATURES.length, SECOND_FEATURES.length];
  const models = corruptUnless(() => readTrees(bytes));
  if (models.length !== widths.length || models.some((model, i) => model.features !== widths[i]))
    throw corrupt('it was trained for other features');
  return models.map((model) => model.trees);
}

function predictRows(trees: Trees, rows: Float32Array, width: number): Float32Array {
  const out = new Float32Array(rows.length / width);
  for (let i = 0; i < out.length; i++) out[i] = predict(trees, rows, i * width);
  return out;
}

function corruptUnless<T>(read: () => T): T {
  try {
    return read();
  } catch (cause) {
    throw corrupt('it cannot be read', cause);
  }
}

function corrupt(what: string, cause?: unknown): ClaimlineError {
  return new ClaimlineError('models/corrupt', `models/${BLOCKS_MODEL}: ${what}`, {
    hint: 'reinstall the package, or run train/blocks.ts --write',
    ...(cause === undefined ? {} : { cause }),
  });
}
