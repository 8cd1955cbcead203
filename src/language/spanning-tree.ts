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
  return roots === 1 && findCycles(heads).length === 0;
}

/** The cycles of a graph in which every node has at most one head; a head that is no node ends a path. */
function findCycles(heads: Int32Array): number[][] {
  const size = heads.length;
  const seen = new Int32Array(size);
  const cycles: number[][] = [];
  for (let start = 0; start < size; start++) {
    let at = start;
    while (at >= 0 && at < size && seen[at] === 0) {
      seen[at] = start + 1;
      at = heads[at]!;
    }
    if (at < 0 || at >= size || seen[at] !== start + 1) continue;
    const cycle = [at];
    for (let next = heads[at]!; next !== at; next = heads[next]!) cycle.push(next);
    cycles.push(cycle);
  }
  return cycles;
}

/** A graph over words or contracted cycles. */
interface Graph {
  readonly size: number;
  /** Weight of the arc to node i from node h at `i * size + h`. */
  readonly weight: Float64Array;
  /** The words that the arc joins. */
  readonly from: Int32Array;
  readonly to: Int32Array;
  readonly top: number;
  /** The node that each word is part of. */
  readonly nodeOf: Int32Array;
}

interface Level {
  readonly graph: Graph;
  readonly heads: Int32Array;
  readonly cycles: readonly (readonly number[])[];
}

/**
 * The greatest tree over n words with the given root. All cycles of a graph are contracted at once, which at least
 * halves the nodes that are in cycles; time O(n^2 log n).
 */
function arborescence(scores: Float32Array, n: number, columns: number, root: number): Int32Array {
  let graph: Graph = {
    size: n,
    weight: new Float64Array(n * n),
    from: new Int32Array(n * n),
    to: new Int32Array(n * n),
    top: root,
    nodeOf: Int32Array.from({ length: n }, (_, i) => i),
  };
  for (let i = 0; i < n; i++) {
    for (let h = 0; h < n; h++) {
      graph.weight[i * n + h] = scores[i * columns + h]!;
      graph.from[i * n + h] = h;
      graph.to[i * n + h] = i;
    }
  }
  const levels: Level[] = [];
  for (;;) {
    const heads = bestHeads(graph);
    const cycles = findCycles(heads);
    levels.push({ graph, heads, cycles });
    if (cycles.length === 0) break;
    graph = contracted(graph, heads, cycles);
  }
  return expanded(levels, n, root);
}

/** The best head of every node but the top, which has -1. */
function bestHeads({ size, weight, top }: Graph): Int32Array {
  const heads = new Int32Array(size).fill(-1);
  for (let i = 0; i < size; i++) {
    if (i === top) continue;
    let best = -1;
    for (let h = 0; h < size; h++)
      if (h !== i && (best < 0 || weight[i * size + h]! > weight[i * size + best]!)) best = h;
    heads[i] = best;
  }
  return heads;
}

/** The graph with each cycle as one node. */
function contracted(graph: Graph, heads: Int32Array, cycles: Level['cycles']): Graph {
  const { size, weight, from, to } = graph;
  const map = new Int32Array(size).fill(-1);
  let next = 0;
  for (const cycle of cycles) {
    for (const i of cycle) map[i] = next;
    next++;
  }
  const inCycles = next;
  for (let i = 0; i < size; i++) if (map[i]! < 0) map[i] = next++;
  const out: Graph = {
    size: next,
    weight: new Float64Array(next * next).fill(Number.NEGATIVE_INFINITY),
    from: new Int32Array(next * next),
    to: new Int32Array(next * next),
    top: map[graph.top]!,
    nodeOf: graph.nodeOf.map((node) => map[node]!),
  };
  for (let i = 0; i < size; i++) {
    // entering a cycle at a node saves that node's arc within the cycle
    const saved = map[i]! < inCycles ? weight[i * size + heads[i]!]! : 0;
    for (let h = 0; h < size; h++) {
      if (map[i] === map[h]) continue;
      const at = map[i]! * next + map[h]!;
      const value = weight[i * size + h]! - saved;
      if (value > out.weight[at]!) {
        out.weight[at] = value;
        out.from[at] = from[i * size + h]!;
        out.to[at] = to[i * size + h]!;
      }
    }
  }
  return out;
}

/** Heads of the words: the arcs of the last graph, then those of each cycle but the one where it is entered. */
function expanded(levels: readonly Level[], n: number, root: number): Int32Array {
  const result = new Int32Array(n).fill(-1);
  const take = ({ graph: { size, from, to }, heads }: Level, i: number): void => {
    const at = i * size + heads[i]!;
    result[to[at]!] = from[at]!;
  };
  for (let k = levels.length - 1; k >= 0; k--) {
    const level = levels[k]!;
    if (k === levels.length - 1)
      for (let i = 0; i < level.graph.size; i++) if (i !== level.graph.top) take(level, i);
    const entered = new Uint8Array(level.graph.size);
    for (let word = 0; word < n; word++) if (result[word]! >= 0) entered[level.graph.nodeOf[word]!] = 1;
    for (const cycle of level.cycles) for (const i of cycle) if (entered[i] === 0) take(level, i);
  }
  result[root] = n;
  return result;
}
