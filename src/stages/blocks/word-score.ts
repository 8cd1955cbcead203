import { ClaimlineError } from '../../core/errors.ts';
import type { ModelStore } from '../../core/stage.ts';

/** Words of a block that are looked at, from its beginning and from its end. */
const HEAD = 60;
const TAIL = 12;
/** Blocks of so few words count as a whole, too. */
const SHORT = 5;

const MAGIC = 0x31574d43; // CMW1

/** Hashed weights of a linear model over the words of a block: log-odds that the block is the article's. */
export interface WordWeights {
  readonly bias: number;
  /** A power of two of them. */
  readonly weights: Float32Array;
}

/**
 * Hashes of what a block's words are: each word, each two in a row, the first, the last, and a short block as a whole
 * (feature hashing; Weinberger et al. 2009). Digits count as one. Appended to `out`; 32 bits, unsigned.
 */
export function wordHashes(text: string, out: number[]): void {
  const words = text.length > 4000 ? `${text.slice(0, 3000)} ${text.slice(-1000)}` : text;
  const codes: number[] = [];
  let code = FNV;
  let length = 0;
  for (let i = 0; i <= words.length; i++) {
    const char = i < words.length ? words.charCodeAt(i) : 32;
    if (isBreak(char)) {
      if (length > 0) codes.push(code);
      code = FNV;
      length = 0;
    } else {
      code = Math.imul(code ^ fold(char), 0x01000193);
      length++;
    }
  }
  const count = codes.length;
  if (count === 0) return;
  for (let i = 0; i < count; i++) {
    if (i >= HEAD && i < count - TAIL) continue;
    out.push(mix(codes[i]!, 1));
    if (i + 1 < count) out.push(mix(Math.imul(codes[i]!, 31) ^ codes[i + 1]!, 2));
  }
  out.push(mix(codes[0]!, 3), mix(codes[count - 1]!, 4));
  if (count > 1) out.push(mix(Math.imul(codes[0]!, 31) ^ codes[1]!, 5));
  if (count <= SHORT)
    out.push(
      mix(
        codes.reduce((all, own) => Math.imul(all, 31) ^ own, count),
        6,
      ),
    );
}

/** Log-odds of a block that it is the article's, by its words alone; 0 without words. */
export function wordScore({ bias, weights }: WordWeights, hashes: readonly number[]): number {
  if (hashes.length === 0) return 0;
  const mask = weights.length - 1;
  let sum = 0;
  let known = 0;
  for (const hash of hashes) {
    const weight = weights[hash & mask]!;
    sum += weight;
    if (weight !== 0) known++;
  }
  return bias + sum / Math.sqrt(Math.max(1, known));
}

/**
 * @throws ClaimlineError `models/missing`, `models/corrupt`
 */
export function wordWeights(models: ModelStore, name: string): WordWeights {
  return models.get(name, (bytes) => {
    try {
      return readWords(bytes);
    } catch (cause) {
      throw new ClaimlineError('models/corrupt', `models/${name}: it cannot be read`, {
        hint: 'reinstall the package, or run train/blocks.ts --write',
        cause,
      });
    }
  });
}

/** `CMW1`, number of weights (u32), bias and step (f32), weights in steps (i8), little-endian. */
export function readWords(bytes: Uint8Array): WordWeights {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.byteLength < 16 || view.getUint32(0, true) !== MAGIC)
    throw new RangeError('not a file of word weights');
  const count = view.getUint32(4, true);
  if (bytes.byteLength !== 16 + count || (count & (count - 1)) !== 0) throw new RangeError('wrong length');
  const step = view.getFloat32(12, true);
  return {
    bias: view.getFloat32(8, true),
    weights: Float32Array.from({ length: count }, (_, i) => view.getInt8(16 + i) * step),
  };
}

export function writeWords({ bias, weights }: WordWeights): Uint8Array {
  const bytes = new Uint8Array(16 + weights.length);
  const view = new DataView(bytes.buffer);
  const largest = weights.reduce((most, weight) => Math.max(most, Math.abs(weight)), 1e-9);
  const step = Math.fround(largest / 127);
  view.setUint32(0, MAGIC, true);
  view.setUint32(4, weights.length, true);
  view.setFloat32(8, bias, true);
  view.setFloat32(12, step, true);
  for (const [i, weight] of weights.entries()) view.setInt8(16 + i, Math.round(weight / step));
  return bytes;
}

const FNV = 0x811c9dc5;

/** Blanks and marks; `@`, `'` and the like stay in their word. */
function isBreak(char: number): boolean {
  return (
    char <= 33 ||
    (char >= 40 && char <= 47 && char !== 45) ||
    char === 34 ||
    char === 58 ||
    char === 59 ||
    char === 63 ||
    char === 91 ||
    char === 93 ||
    char === 160 ||
    (char >= 0x2010 && char <= 0x203a && char !== 0x2019)
  );
}

/** Lower case for ASCII, one digit for all, one apostrophe. */
function fold(char: number): number {
  if (char >= 65 && char <= 90) return char + 32;
  if (char >= 48 && char <= 57) return 48;
  return char === 0x2019 ? 39 : char;
}

/** Spreads a hash over all bits; `kind` tells words, pairs and places apart. */
function mix(code: number, kind: number): number {
  let h = (code ^ Math.imul(kind, 0x9e3779b1)) | 0;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}
