import { ClaimlineError } from '../../core/errors.ts';
import type { LinearModel } from './linear-model.ts';

/** `models/scores.bin`: this magic, the length of a JSON header as uint32 LE, the header, then the weights of each model. */
const MAGIC = 'CLSC1\n';

type Header = Record<string, Omit<LinearModel, 'weights'>>;

export function encodeScores(models: Readonly<Record<string, LinearModel>>): Uint8Array {
  const names = Object.keys(models).sort();
  const header: Header = {};
  for (const name of names) {
    const { weights: _, ...rest } = models[name]!;
    header[name] = rest;
  }
  const json = new TextEncoder().encode(JSON.stringify(header));
  const total =
    MAGIC.length + 4 + json.length + names.reduce((sum, name) => sum + models[name]!.weights.length, 0);
  const out = new Uint8Array(total);
  out.set(new TextEncoder().encode(MAGIC));
  new DataView(out.buffer).setUint32(MAGIC.length, json.length, true);
  out.set(json, MAGIC.length + 4);
  let at = MAGIC.length + 4 + json.length;
  for (const name of names) {
    const { weights } = models[name]!;
    out.set(new Uint8Array(weights.buffer, weights.byteOffset, weights.length), at);
    at += weights.length;
  }
  return out;
}

/** @throws ClaimlineError `models/corrupt` */
export function decodeScores(bytes: Uint8Array): Readonly<Record<string, LinearModel>> {
  const start = new TextDecoder().decode(bytes.subarray(0, MAGIC.length));
  if (start !== MAGIC || bytes.length < MAGIC.length + 4) throw corrupt();
  const length = new DataView(bytes.buffer, bytes.byteOffset).getUint32(MAGIC.length, true);
  const from = MAGIC.length + 4;
  if (from + length > bytes.length) throw corrupt();
  const header = JSON.parse(new TextDecoder().decode(bytes.subarray(from, from + length))) as Header;
  const out: Record<string, LinearModel> = {};
  let at = from + length;
  for (const name of Object.keys(header).sort()) {
    const rest = header[name]!;
    if (at + rest.buckets > bytes.length) throw corrupt();
    out[name] = { ...rest, weights: new Int8Array(bytes.buffer, bytes.byteOffset + at, rest.buckets) };
    at += rest.buckets;
  }
  return out;
}

const corrupt = () =>
  new ClaimlineError('models/corrupt', 'models/scores.bin is damaged', {
    hint: 'train it again: npx tsx train/scores.ts',
  });
