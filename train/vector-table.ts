import type { VectorTable } from '../src/language/encoder.ts';
import { hashString } from '../src/language/hash.ts';
import { normaliseForm } from '../src/language/lexeme.ts';
import type { WordVectors } from './vectors.ts';

/** The pretrained vectors as training sees them: 8 bits, one scale for each. */
export function pretrained(vectors: WordVectors): { table: VectorTable; keys: Int32Array } {
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

/** A table of 8 bits in 4, from -7 to 7. */
export function halved({ values, scales }: VectorTable): VectorTable {
  return {
    values: values.map((value) => Math.round((value * 7) / 127)),
    scales: scales.map((scale) => (scale * 127) / 7),
  };
}

export function dequantised({ values, scales }: VectorTable, width: number): Float32Array {
  return Float32Array.from(values, (value, i) => value * scales[Math.floor(i / width)]!);
}

/** Dense weights in 16 bits: a weight is its value times the scale. */
export function quantisedDense(weights: Float32Array): { values: Int16Array; scale: number } {
  const most = weights.reduce((max, value) => Math.max(max, Math.abs(value)), 1e-9);
  return {
    values: Int16Array.from(weights, (value) => Math.round((value / most) * 32767)),
    scale: most / 32767,
  };
}
