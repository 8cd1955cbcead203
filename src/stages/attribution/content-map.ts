import type { Span } from '../../core/span.ts';
import type { ArticleView } from './article-view.ts';

/** Which attribution holds each token as content: the last one that was painted over it. */
export class ContentMap {
  readonly #view: ArticleView;
  readonly #owner: Int32Array;

  constructor(view: ArticleView) {
    this.#view = view;
    this.#owner = new Int32Array(view.tokens.length).fill(-1);
  }

  /** Number of the attribution whose content holds the token, -1 without. */
  at(token: number): number {
    return this.#owner[token] ?? -1;
  }

  paint(content: readonly Span[], attribution: number): void {
    for (const span of content) this.#each(span, (token) => (this.#owner[token] = attribution));
  }

  /** Some token of the span is content already. */
  touches(span: Span): boolean {
    let found = false;
    this.#each(span, (token) => (found ||= this.#owner[token]! >= 0));
    return found;
  }

  #each({ start, end }: Span, visit: (token: number) => void): void {
    const { tokens } = this.#view;
    for (let token = tokens.tokenAt(start); token < tokens.length; token++) {
      if (tokens.columns.start[token]! >= end) break;
      visit(token);
    }
  }
}
