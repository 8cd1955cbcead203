/**
 * Gradient-boosted regression trees over a row of features (Friedman 2001), kept in flat arrays. A node goes left
 * when the feature is at most the threshold. The sum of the leaves is a log-odds.
 */
export interface Trees {
  readonly base: number;
  /** First node of each tree. */
  readonly roots: Int32Array;
  /** Feature of a node; `-1` at a leaf. */
  readonly feature: Int16Array;
  /** Threshold of a node, value of a leaf. */
  readonly value: Float32Array;
  /** Left child; the right child is the next node. */
  readonly left: Int32Array;
}

/** Probability for the row that begins at `offset`. */
export function predict(trees: Trees, rows: Float32Array, offset: number): number {
  let sum = trees.base;
  const { roots, feature, value, left } = trees;
  for (let t = 0; t < roots.length; t++) {
    let node = roots[t]!;
    for (let f = feature[node]!; f >= 0; f = feature[node]!) {
      const child = left[node]!;
      node = rows[offset + f]! <= value[node]! ? child : child + 1;
    }
    sum += value[node]!;
  }
  return 1 / (1 + Math.exp(-sum));
}

const MAGIC = 0x31424d43; // CMB1

/**
 * The models of a file, in order: `CMB1`, count, then for each its numbers of features, trees and nodes, its base,
 * roots (i32), values (f32), children (i32) and features (i16, padded to four bytes), little-endian.
 */
export function readTrees(bytes: Uint8Array): { readonly features: number; readonly trees: Trees }[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let at = 0;
  const u32 = () => view.getUint32((at += 4) - 4, true);
  const f32 = () => view.getFloat32((at += 4) - 4, true);
  if (bytes.byteLength < 8 || u32() !== MAGIC) throw new RangeError('not a file of block models');
  const models: { features: number; trees: Trees }[] = [];
  for (let count = u32(); count > 0; count--) {
    const features = u32();
    const treeCount = u32();
    const nodes = u32();
    const base = f32();
    const roots = Int32Array.from({ length: treeCount }, u32);
    const value = Float32Array.from({ length: nodes }, f32);
    const left = Int32Array.from({ length: nodes }, u32);
    const feature = Int16Array.from({ length: nodes }, () => view.getInt16((at += 2) - 2, true));
    if (nodes % 2 === 1) at += 2;
    models.push({ features, trees: { base, roots, feature, value, left } });
  }
  return models;
}

export function writeTrees(
  models: readonly { readonly features: number; readonly trees: Trees }[],
): Uint8Array {
  const size = models.reduce(
    (sum, { trees }) =>
      sum + 16 + trees.roots.length * 4 + trees.feature.length * 8 + Math.ceil(trees.feature.length / 2) * 4,
    8,
  );
  const bytes = new Uint8Array(size);
  const view = new DataView(bytes.buffer);
  let at = 0;
  const u32 = (value: number) => view.setUint32((at += 4) - 4, value, true);
  const f32 = (value: number) => view.setFloat32((at += 4) - 4, value, true);
  u32(MAGIC);
  u32(models.length);
  for (const { features, trees } of models) {
    u32(features);
    u32(trees.roots.length);
    u32(trees.feature.length);
    f32(trees.base);
    for (const root of trees.roots) u32(root);
    for (const value of trees.value) f32(value);
    for (const child of trees.left) u32(child);
    for (const feature of trees.feature) view.setInt16((at += 2) - 2, feature, true);
    if (trees.feature.length % 2 === 1) at += 2;
  }
  return bytes;
}
