/**
 * The heads that make the greatest well-formed tree: one root, no cycle. Takes each word's best head and, where that is
 * no tree, the maximum spanning tree (Chu & Liu 1965, Edmonds 1967) with one root. Time O(n^2), whatever the scores.
 *
 * @param scores rows of `columns` values: how well each word (column) suits as head of the row's word; column n is the root
 * @param n number of words
 * @returns for each word its head, n for the root
 */
export function bestTree(scores: Float32Array, n: number, columns: number): Int32Array {
  const heads = new Int32Array(n);
  let least = Number.POSITIVE_INFINITY;
  let most = Number.NEGATIVE_INFINITY;
  for (let i = 0; i < n; i++) {
    const row = i * columns;
    let best = -1;
    for (let h = 0; h <= n; h++) {
      if (h === i) continue;
      const score = scores[row + h]!;
      if (best < 0 || score > scores[row + best]!) best = h;
      if (score < least) least = score;
      if (score > most) most = score;
    }
    heads[i] = best;
  }
  if (isTree(heads, n)) return heads;
  // A root costs more than all else can bring, so the greatest tree has no second one.
  return arborescence(scores, n, columns, n * (most - least) + 1);
}

/** One root, and every word leads to it. */
function isTree(heads: Int32Array, n: number): boolean {
  const ends = new Uint8Array(n + 1);
  ends[n] = 1;
  let roots = 0;
  for (let start = 0; start < n; start++) {
    if (heads[start] === n) roots++;
    let at = start;
    for (let steps = 0; ends[at] === 0; at = heads[at]!) if (++steps > n) return false;
    for (at = start; ends[at] === 0; at = heads[at]!) ends[at] = 1;
  }
  return roots === 1;
}

/** A word, or a cycle of nodes contracted to one. */
interface Node {
  /** How well each word, and at n the root, suits as head of the node: of a cycle, by what it brings beside the cycle's own arc. */
  readonly weight: Float64Array;
  /** The word in the node that the arc from each head goes to. */
  readonly to: Int32Array;
  /** The contracted cycle that it is part of, -1 for none. */
  parent: number;
  /** Head of its best arc, n for the root. */
  head: number;
}

/**
 * The greatest tree over n words. A path is grown from each word along best arcs until it reaches what leads to the root;
 * where it runs into itself, the cycle becomes one node (the order of Tarjan 1977, with rows merged as by Camerini et al. 1979).
 *
 * @param rootCost taken off every arc from the root
 */
function arborescence(scores: Float32Array, n: number, columns: number, rootCost: number): Int32Array {
  const nodes: Node[] = [];
  for (let i = 0; i < n; i++) {
    const weight = Float64Array.from(scores.subarray(i * columns, i * columns + n + 1));
    weight[n]! -= rootCost;
    nodes.push({ weight, to: new Int32Array(n + 1).fill(i), parent: -1, head: -1 });
  }
  /** The outermost node that each word is part of; that of the root is -1. */
  const nodeOf = Int32Array.from({ length: n + 1 }, (_, i) => (i < n ? i : -1));
  /** Nodes that lead to the root. */
  const done = new Set([-1]);
  for (let start = 0; start < n; start++) {
    const path: number[] = [];
    for (let at = nodeOf[start]!; !done.has(at); ) {
      path.push(at);
      const node = nodes[at]!;
      node.head = bestHead(node, at, nodeOf);
      at = nodeOf[node.head]!;
      const first = path.indexOf(at);
      if (first < 0) continue;
      const cycle = path.splice(first);
      at = nodes.push(contracted(cycle, nodes)) - 1;
      for (const member of cycle) nodes[member]!.parent = at;
      for (let i = 0; i < n; i++) if (cycle.includes(nodeOf[i]!)) nodeOf[i] = at;
    }
    for (const node of path) done.add(node);
  }
  return expanded(nodes, n);
}

/** The best head outside of the node. */
function bestHead({ weight }: Node, at: number, nodeOf: Int32Array): number {
  let best = -1;
  for (let h = 0; h < weight.length; h++) {
    if (nodeOf[h] !== at && (best < 0 || weight[h]! > weight[best]!)) best = h;
  }
  return best;
}

/** A cycle as one node: to enter it at a member saves that member's arc within the cycle. */
function contracted(cycle: readonly number[], nodes: readonly Node[]): Node {
  const size = nodes[0]!.weight.length;
  const weight = new Float64Array(size).fill(Number.NEGATIVE_INFINITY);
  const to = new Int32Array(size);
  for (const index of cycle) {
    const member = nodes[index]!;
    const saved = member.weight[member.head]!;
    for (let h = 0; h < size; h++) {
      const value = member.weight[h]! - saved;
      if (value > weight[h]!) {
        weight[h] = value;
        to[h] = member.to[h]!;
      }
    }
  }
  return { weight, to, parent: -1, head: -1 };
}

/** Heads of the words, from the outermost nodes in: an arc into a cycle replaces the member's own where it enters. */
function expanded(nodes: readonly Node[], n: number): Int32Array {
  const heads = new Int32Array(n);
  const replaced = new Uint8Array(nodes.length);
  for (let index = nodes.length - 1; index >= 0; index--) {
    if (replaced[index] === 1) continue;
    const { head, to } = nodes[index]!;
    const word = to[head]!;
    heads[word] = head;
    for (let inner = word; inner !== index; inner = nodes[inner]!.parent) replaced[inner] = 1;
  }
  return heads;
}
