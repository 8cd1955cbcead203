import type { FeatureScorer } from './feature-model.ts';
import type { Lexeme } from './lexeme.ts';
import { PARSER_FEATURES, parserFeatures } from './parser-features.ts';
import { ParserState } from './parser-state.ts';

/** A dependency tree over n words; `heads` holds n for the root, `labels` indexes into the parser's labels. */
export interface ParsedTree {
  readonly heads: Int32Array;
  readonly labels: Uint8Array;
}

/**
 * Transitions as one number: 0 shifts, 1 + l is a left arc with label l, 1 + L + l a right arc, L labels in all.
 */
export class TransitionSystem {
  readonly labels: number;
  readonly root: number;
  readonly size: number;

  /** @param root index of the label of the arc to the virtual root */
  constructor(labels: number, root: number) {
    this.labels = labels;
    this.root = root;
    this.size = 1 + 2 * labels;
  }

  canShift(state: ParserState): boolean {
    return state.buffer < state.length;
  }

  /** The last word left becomes the root; only then may an arc go to the virtual root. */
  canLeft(state: ParserState): boolean {
    return state.stackSize >= 1 && (state.buffer < state.length || state.stackSize === 1);
  }

  canRight(state: ParserState): boolean {
    return state.stackSize >= 2;
  }

  apply(state: ParserState, transition: number): void {
    if (transition === 0) state.shift();
    else if (transition <= this.labels) state.leftArc(transition - 1);
    else state.rightArc(transition - 1 - this.labels);
  }

  /** The legal transition with the greatest score; always one, as long as the state is not done. */
  best(state: ParserState, scores: Float64Array): number {
    const { labels, root } = this;
    const atRoot = state.buffer === state.length;
    let best = -1;
    let most = Number.NEGATIVE_INFINITY;
    if (this.canShift(state)) {
      best = 0;
      most = scores[0]!;
    }
    if (this.canLeft(state)) {
      if (atRoot) return 1 + root;
      for (let l = 0; l < labels; l++) {
        if (scores[1 + l]! > most && l !== root) {
          most = scores[1 + l]!;
          best = 1 + l;
        }
      }
    }
    if (this.canRight(state)) {
      const from = 1 + labels;
      for (let l = 0; l < labels; l++) {
        if (scores[from + l]! > most && l !== root) {
          most = scores[from + l]!;
          best = from + l;
        }
      }
    }
    return best;
  }
}

/**
 * Greedy arc-hybrid parser (Kuhlmann et al. 2011) trained with a dynamic oracle (Goldberg & Nivre 2013). It takes
 * exactly 2n transitions for n words and always ends in a tree with one root.
 */
export class Parser {
  /** Codes of `DEPREL`. */
  readonly labels: Uint8Array;
  readonly system: TransitionSystem;
  readonly #model: FeatureScorer;
  readonly #state = new ParserState();
  readonly #features = new Int32Array(PARSER_FEATURES);
  readonly #scores: Float64Array;

  constructor(labels: Uint8Array, root: number, model: FeatureScorer) {
    this.labels = labels;
    this.system = new TransitionSystem(labels.length, root);
    this.#model = model;
    this.#scores = new Float64Array(this.system.size);
  }

  /** @param tags hashes of the joint tags, `upos` hashes of the universal tags */
  parse(words: readonly Lexeme[], tags: Int32Array, upos: Int32Array): ParsedTree {
    const n = words.length;
    const state = this.#state.reset(words, tags, upos);
    const { system } = this;
    while (!state.done) {
      if (state.stackSize === 0) {
        state.shift();
        continue;
      }
      const count = parserFeatures(this.#features, state);
      this.#model.score(this.#features, 0, count, this.#scores);
      system.apply(state, system.best(state, this.#scores));
    }
    return {
      heads: state.head.slice(0, n),
      labels: Uint8Array.from({ length: n }, (_, i) => state.label[i]! - 1),
    };
  }
}
