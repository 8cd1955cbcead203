import { mayFollow, NAME_LABELS } from './name-labels.ts';

const SIZE = NAME_LABELS;
/** Row and column of the edge of the sentence in the table of transition scores. */
export const EDGE = SIZE;
export const TRANSITIONS = (SIZE + 1) * (SIZE + 1);

const IMPOSSIBLE = -1e30;

/** For each label those that may stand before it. */
const BEFORE: readonly (readonly number[])[] = Array.from({ length: SIZE }, (_, next) =>
  Array.from({ length: SIZE }, (_, previous) => previous).filter((previous) => mayFollow(previous, next)),
);
const AFTER: readonly (readonly number[])[] = Array.from({ length: SIZE }, (_, previous) =>
  Array.from({ length: SIZE }, (_, next) => next).filter((next) => mayFollow(previous, next)),
);

export function transition(previous: number, next: number): number {
  return previous * (SIZE + 1) + next;
}

/** First-order Viterbi over the name labels, with the margin of each word's label over its best rival. */
export class NameDecoder {
  #forward = new Float64Array(0);
  #backward = new Float64Array(0);
  #back = new Uint8Array(0);

  /**
   * The best well-formed row of labels.
   * @param emissions `length * NAME_LABELS` scores
   * @param transitions scores by `transition(previous, next)`, `EDGE` for the edges
   * @param allowed 1 for each label that a word may have; all when absent
   */
  decode(
    emissions: Float64Array,
    length: number,
    transitions: Float32Array,
    allowed?: Uint8Array,
  ): Uint8Array {
    if (length === 0) return new Uint8Array(0);
    this.#reserve(length);
    const forward = this.#forward;
    const back = this.#back;
    for (let i = 0; i < length; i++) {
      for (let next = 0; next < SIZE; next++) {
        let best = 0;
        let most = IMPOSSIBLE;
        if (allowed === undefined || allowed[i * SIZE + next] === 1) {
          if (i === 0) {
            if (mayFollow(-1, next)) most = transitions[transition(EDGE, next)]!;
          } else {
            for (const previous of BEFORE[next]!) {
              const score = forward[(i - 1) * SIZE + previous]! + transitions[transition(previous, next)]!;
              if (score > most) {
                most = score;
                best = previous;
              }
            }
          }
        }
        forward[i * SIZE + next] = most <= IMPOSSIBLE / 2 ? IMPOSSIBLE : most + emissions[i * SIZE + next]!;
        back[i * SIZE + next] = best;
      }
    }
    const labels = new Uint8Array(length);
    let best = 0;
    let most = Number.NEGATIVE_INFINITY;
    for (let label = 0; label < SIZE; label++) {
      if (!mayFollow(label, -1)) continue;
      const score = forward[(length - 1) * SIZE + label]! + transitions[transition(label, EDGE)]!;
      if (score > most) {
        most = score;
        best = label;
      }
    }
    for (let i = length - 1; i >= 0; i--) {
      labels[i] = best;
      best = back[i * SIZE + best]!;
    }
    return labels;
  }

  /**
   * For each word, by how much the best row beats the best row in which this word has another label. Call after
   * `decode` of the same scores.
   */
  margins(emissions: Float64Array, labels: Uint8Array, transitions: Float32Array): Float64Array {
    const length = labels.length;
    const forward = this.#forward;
    const backward = this.#backward;
    const margins = new Float64Array(length);
    for (let i = length - 1; i >= 0; i--) {
      let own = IMPOSSIBLE;
      let rival = IMPOSSIBLE;
      for (let label = 0; label < SIZE; label++) {
        let most = IMPOSSIBLE;
        if (i === length - 1) {
          if (mayFollow(label, -1)) most = transitions[transition(label, EDGE)]!;
        } else {
          for (const next of AFTER[label]!) {
            const at = (i + 1) * SIZE + next;
            const score = backward[at]! + emissions[at]! + transitions[transition(label, next)]!;
            if (score > most) most = score;
          }
        }
        backward[i * SIZE + label] = most;
        const through = forward[i * SIZE + label]! + most;
        if (label === labels[i]) own = through;
        else if (through > rival) rival = through;
      }
      margins[i] = own - rival;
    }
    return margins;
  }

  #reserve(length: number): void {
    if (this.#back.length >= length * SIZE) return;
    const size = Math.max(128, length * 2) * SIZE;
    this.#forward = new Float64Array(size);
    this.#backward = new Float64Array(size);
    this.#back = new Uint8Array(size);
  }
}
