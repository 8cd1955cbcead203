import { ClaimlineError } from '../../core/errors.ts';
import type { Circumstance, NamedWeights, Slot } from './confidence.ts';
import type { LinearModel } from './linear-model.ts';
import type { OpinionModel } from './opinion-model.ts';

/** The models of the scores stage. */
export interface ScoreModels {
  readonly checkWorthiness: LinearModel;
  readonly subjectivity: OpinionModel;
  /** Weights of the confidence features by name. */
  readonly confidence: NamedWeights;
  /** The same for each slot that holds words. */
  readonly slots: Readonly<Record<Slot, NamedWeights>>;
  /** Those of the circumstances, and of a date's value. */
  readonly circumstances: Readonly<Record<Circumstance | 'date', NamedWeights>>;
}

/** Name of the model file. */
export const SCORES_MODEL = 'scores.bin';

/** The file: this magic, the length of a JSON header as uint32 LE, the header, then the weights of check-worthiness. */
const MAGIC = 'CLSC4\n';

type Header = Omit<ScoreModels, 'checkWorthiness'> & {
  readonly checkWorthiness: Omit<LinearModel, 'weights'>;
};

export function encodeScoreModels(models: ScoreModels): Uint8Array {
  const { weights, ...checkWorthiness } = models.checkWorthiness;
  const header: Header = { ...models, checkWorthiness };
  const json = new TextEncoder().encode(JSON.stringify(header));
  const start = MAGIC.length + 4 + json.length;
  const out = new Uint8Array(start + weights.length);
  out.set(new TextEncoder().encode(MAGIC));
  new DataView(out.buffer).setUint32(MAGIC.length, json.length, true);
  out.set(json, MAGIC.length + 4);
  out.set(new Uint8Array(weights.buffer, weights.byteOffset, weights.length), start);
  return out;
}

/** @throws ClaimlineError `models/corrupt` */
export function loadScoreModels(bytes: Uint8Array): ScoreModels {
  const magic = new TextDecoder().decode(bytes.subarray(0, MAGIC.length));
  if (magic !== MAGIC || bytes.length < MAGIC.length + 4) throw corrupt();
  const length = new DataView(bytes.buffer, bytes.byteOffset).getUint32(MAGIC.length, true);
  const from = MAGIC.length + 4;
  if (from + length > bytes.length) throw corrupt();
  const header = JSON.parse(new TextDecoder().decode(bytes.subarray(from, from + length))) as Header;
  const size = header.checkWorthiness.buckets;
  if (from + length + size !== bytes.length) throw corrupt();
  const weights = new Int8Array(bytes.buffer, bytes.byteOffset + from + length, size);
  return { ...header, checkWorthiness: { ...header.checkWorthiness, weights } };
}

const corrupt = () =>
  new ClaimlineError('models/corrupt', `models/${SCORES_MODEL} is damaged`, {
    hint: 'install the package again, or train the model again with `npx tsx train/scores.ts`',
  });
