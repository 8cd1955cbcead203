import { ClaimlineError } from '../../core/errors.ts';
import type { LinearModel } from './linear-model.ts';

/** The models of the scores stage. */
export interface ScoreModels {
  readonly checkWorthiness: LinearModel;
  readonly subjectivity: LinearModel;
  /** Weights of the confidence features by name. */
  readonly confidence: Readonly<Record<string, number>>;
}

/** Name of the model file. */
export const SCORES_MODEL = 'scores.bin';

/** The file: this magic, the length of a JSON header as uint32 LE, the header, then the weights of the two models. */
const MAGIC = 'CLSC1\n';

interface Header {
  readonly checkWorthiness: Omit<LinearModel, 'weights'>;
  readonly subjectivity: Omit<LinearModel, 'weights'>;
  readonly confidence: Readonly<Record<string, number>>;
}

export function encodeScoreModels(models: ScoreModels): Uint8Array {
  const { weights: first, ...checkWorthiness } = models.checkWorthiness;
  const { weights: second, ...subjectivity } = models.subjectivity;
  const header: Header = { checkWorthiness, subjectivity, confidence: models.confidence };
  const json = new TextEncoder().encode(JSON.stringify(header));
  const start = MAGIC.length + 4 + json.length;
  const out = new Uint8Array(start + first.length + second.length);
  out.set(new TextEncoder().encode(MAGIC));
  new DataView(out.buffer).setUint32(MAGIC.length, json.length, true);
  out.set(json, MAGIC.length + 4);
  out.set(new Uint8Array(first.buffer, first.byteOffset, first.length), start);
  out.set(new Uint8Array(second.buffer, second.byteOffset, second.length), start + first.length);
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
  const middle = from + length + header.checkWorthiness.buckets;
  if (middle + header.subjectivity.buckets !== bytes.length) throw corrupt();
  const weights = (start: number, size: number) =>
    new Int8Array(bytes.buffer, bytes.byteOffset + start, size);
  return {
    checkWorthiness: {
      ...header.checkWorthiness,
      weights: weights(from + length, header.checkWorthiness.buckets),
    },
    subjectivity: { ...header.subjectivity, weights: weights(middle, header.subjectivity.buckets) },
    confidence: header.confidence,
  };
}

const corrupt = () =>
  new ClaimlineError('models/corrupt', `models/${SCORES_MODEL} is damaged`, {
    hint: 'install the package again, or train the model again with `npx tsx train/scores.ts`',
  });
