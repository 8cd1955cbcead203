import type { TokenTable } from './tokens.ts';

/**
 * The trees of a token table from the top down: each token's dependents in text order, and the first and last token
 * of what it governs. Built once per document in O(tokens).
 */
export class Dependents {
  readonly #first: Int32Array;
  readonly #list: Int32Array;
  /** First token of the token's subtree. */
  readonly low: Int32Array;
  /** Last token of the token's subtree (inclusive). */
  readonly high: Int32Array;

  constructor(tokens: TokenTable) {
    const n = tokens.length;
    const head = tokens.columns.head;
    const first = new Int32Array(n + 1);
    for (let i = 0; i < n; i++) if (head[i]! >= 0) first[head[i]! + 1]!++;
    for (let i = 0; i < n; i++) first[i + 1]! += first[i]!;
    const list = new Int32Array(first[n]!);
    const fill = first.slice(0, n);
    for (let i = 0; i < n; i++) if (head[i]! >= 0) list[fill[head[i]!]!++] = i;
    const low = new Int32Array(n);
    const high = new Int32Array(n);
    for (let i = 0; i < n; i++) low[i] = high[i] = i;
    // From the leaves up: a token is done when all of its dependents are.
    const waiting = new Int32Array(n);
    const ready: number[] = [];
    for (let i = 0; i < n; i++) {
      waiting[i] = first[i + 1]! - first[i]!;
      if (waiting[i] === 0) ready.push(i);
    }
    for (let at = 0; at < ready.length; at++) {
      const token = ready[at]!;
      const parent = head[token]!;
      if (parent < 0) continue;
      if (low[token]! < low[parent]!) low[parent] = low[token]!;
      if (high[token]! > high[parent]!) high[parent] = high[token]!;
      if (--waiting[parent]! === 0) ready.push(parent);
    }
    this.#first = first;
    this.#list = list;
    this.low = low;
    this.high = high;
  }

  /** Dependents of the token, in text order. */
  of(token: number): Int32Array {
    return this.#list.subarray(this.#first[token]!, this.#first[token + 1]!);
  }
}
