/**
 * The heads that make the greatest well-formed tree: one root, no cycle. Takes each word's best head and, where that is
 * no tree, the maximum spanning tree (Chu & Liu 1965, Edmonds 1967) under each of the promising roots.
 *
 * @param scores rows of `columns` values: how well each word (column) suits as head of the row's word; column n is the root
 * @param n number of words
 * @returns for each word its head, n for the root
 */
export function bestTree(scores: Float32Array, n: number, columns: number): Int32Array {
  const heads = new Int32Array(n);
  const score = (child: number, head: number): number => scores[child * columns + head]!;
  for (let i = 0; i < n; i++) {
    let best = -1;
    for (let h = 0; h <= n; h++) if (h !== i && (best < 0 || score(i, h) > score(i, best))) best = h;
    heads[i] = best;
  }
  if (isTree(heads, n)) return heads;

  // Which words may be the root: those for whom that costs least compared with their best head.
  const cost = (i: number): number => {
    let best = Number.NEGATIVE_INFINITY;
    for (let h = 0; h < n; h++) if (h !== i && score(i, h) > best) best = score(i, h);
    return best - score(i, n);
  };
  const roots = Array.from({ length: n }, (_, i) => i)
    .map((i) => ({ i, cost: cost(i) }))
    .sort((a, b) => a.cost - b.cost || a.i - b.i)
    .slice(0, 3);
  let best: Int32Array | null = null;
  let most = Number.NEGATIVE_INFINITY;
  for (const { i: root } of roots) {
    const tree = arborescence(scores, n, columns, root);
    let total = 0;
    for (let i = 0; i < n; i++) total += score(i, tree[i]!);
    if (best === null || total > most) {
      best = tree;
      most = total;
    }
  }
  return best!;
}

/** One root, and every word leads to it. */
function isTree(heads: Int32Array, n: number): boolean {
  let roots = 0;
  for (let i = 0; i < n; i++) if (heads[i] === n) roots++;
  return roots === 1 && findCycle(heads, n) === null;
}

/** The words of a cycle, or null. */
function findCycle(heads: Int32Array, root: number): number[] | null {
  const size = heads.length;
  const seen = new Int32Array(size);
  for (let start = 0; start < size; start++) {
    let at = start;
    while (at !== root && at >= 0 && at < size && seen[at] === 0) {
      seen[at] = start + 1;
      at = heads[at]!;
    }
    if (at === root || at < 0 || at >= size || seen[at] !== start + 1) continue;
    const cycle = [at];
    for (let next = heads[at]!; next !== at; next = heads[next]!) cycle.push(next);
    return cycle;
  }
  return null;
}

/** The greatest tree over n words with the given root, by contracting cycles. Time O(n^2) for each cycle. */
function arborescence(scores: Float32Array, n: number, columns: number, root: number): Int32Array {
  // Nodes are words or contracted cycles; weights and the words behind each pair are kept in full matrices.
  let size = n;
  let weight = new Float64Array(n * n);
  for (let i = 0; i < n; i++) for (let h = 0; h < n; h++) weight[i * n + h] = scores[i * columns + h]!;
  let from = new Int32Array(n * n);
  let to = new Int32Array(n * n);
  for (let i = 0; i < n; i++) {
    for (let h = 0; h < n; h++) {
      from[i * n + h] = h;
      to[i * n + h] = i;
    }
  }
  let top = root;
  let nodeOf = Int32Array.from({ length: n }, (_, i) => i);
  const levels: Level[] = [];
  let heads: Int32Array;
  for (;;) {
    heads = new Int32Array(size).fill(-1);
    for (let i = 0; i < size; i++) {
      if (i === top) continue;
      let best = -1;
      for (let h = 0; h < size; h++)
        if (h !== i && (best < 0 || weight[i * size + h]! > weight[i * size + best]!)) best = h;
      heads[i] = best;
    }
    const cycle = findCycle(heads, -1);
    if (cycle === null) break;
    const map = new Int32Array(size).fill(-1);
    for (const i of cycle) map[i] = -2;
    let next = 0;
    for (let i = 0; i < size; i++) if (map[i] !== -2) map[i] = next++;
    for (const i of cycle) map[i] = next;
    const smaller = next + 1;
    const weight2 = new Float64Array(smaller * smaller).fill(Number.NEGATIVE_INFINITY);
    const from2 = new Int32Array(smaller * smaller);
    const to2 = new Int32Array(smaller * smaller);
    for (let i = 0; i < size; i++) {
      // entering the cycle at a word saves that word's arc within the cycle
      const saved = map[i] === next ? weight[i * size + heads[i]!]! : 0;
      for (let h = 0; h < size; h++) {
        if (map[i] === map[h]) continue;
        const at = map[i]! * smaller + map[h]!;
        const value = weight[i * size + h]! - saved;
        if (value > weight2[at]!) {
          weight2[at] = value;
          from2[at] = from[i * size + h]!;
          to2[at] = to[i * size + h]!;
        }
      }
    }
    levels.push({ heads, from, to, size, cycle, nodeOf });
    nodeOf = nodeOf.map((node) => map[node]!);
    top = map[top]!;
    size = smaller;
    weight = weight2;
    from = from2;
    to = to2;
  }
  const result = new Int32Array(n).fill(-1);
  for (let i = 0; i < size; i++)
    if (i !== top) result[to[i * size + heads[i]!]!] = from[i * size + heads[i]!]!;
  // open the cycles again, the last one first: all their arcs hold but the one into the word where it is entered
  for (const level of levels.reverse()) {
    const inside = new Set(level.cycle);
    let entered = -1;
    for (let word = 0; word < n; word++)
      if (result[word] !== -1 && inside.has(level.nodeOf[word]!)) entered = level.nodeOf[word]!;
    for (const i of level.cycle) {
      if (i === entered) continue;
      const at = i * level.size + level.heads[i]!;
      result[level.to[at]!] = level.from[at]!;
    }
  }
  result[root] = n;
  return result;
}

/** A graph with a cycle, before the cycle is made one node. */
interface Level {
  readonly heads: Int32Array;
  readonly from: Int32Array;
  readonly to: Int32Array;
  readonly size: number;
  readonly cycle: readonly number[];
  /** The node that each word is part of. */
  readonly nodeOf: Int32Array;
}
