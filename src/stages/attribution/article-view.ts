import { Dependents } from '../../core/dependents.ts';
import type { Span } from '../../core/span.ts';
import type { TokenTable } from '../../core/tokens.ts';
import { hashString } from '../../language/hash.ts';
import type { QuotedRegion } from '../../language/quoted-regions.ts';
import { cueClass } from '../../lexicon/cue-verbs.ts';

const NAME_CODE = { PERSON: 1, ORGANIZATION: 2, PLACE: 3, MISC: 4 } as const;

const KIND_CODE: Readonly<Record<string, number>> = {
  say: 1,
  tell: 2,
  manner: 3,
  write: 4,
  ask: 5,
  deny: 6,
  urge: 7,
  show: 8,
  think: 9,
  judge: 10,
  noun: 11,
};

/** What attribution reads of a document, in columns over its tokens. */
export class ArticleView {
  readonly text: string;
  readonly tokens: TokenTable;
  readonly dependents: Dependents;
  /** Outermost quoted regions, in text order. */
  readonly regions: readonly QuotedRegion[];
  /** Index into `regions` by token, -1 outside; the marks belong to their region. */
  readonly region: Int32Array;
  /** Sentence by token. */
  readonly sentence: Int32Array;
  /** Block by sentence. */
  readonly block: Int32Array;
  /** Type of the name by token; 0 outside names. */
  readonly name: Uint8Array;
  /** Hashes by token. */
  readonly lemma: Int32Array;
  readonly word: Int32Array;
  /** Code of the lemma's class in the cue lexicon, 0 outside it. */
  readonly kind: Uint8Array;

  constructor(
    text: string,
    tokens: TokenTable,
    sentences: readonly { readonly block: number }[],
    regions: readonly QuotedRegion[],
  ) {
    const n = tokens.length;
    this.text = text;
    this.tokens = tokens;
    this.dependents = new Dependents(tokens);
    this.block = Int32Array.from(sentences, (sentence) => sentence.block);
    this.sentence = new Int32Array(n);
    for (let s = 0; s < tokens.sentences; s++) this.sentence.fill(s, tokens.first(s), tokens.end(s));
    this.name = new Uint8Array(n);
    for (const { first, last, type } of tokens.columns.names) this.name.fill(NAME_CODE[type], first, last);
    const hashes = new Map<string, number>();
    const hash = (form: string) => {
      let value = hashes.get(form);
      if (value === undefined) hashes.set(form, (value = hashString(form)));
      return value;
    };
    this.lemma = new Int32Array(n);
    this.word = new Int32Array(n);
    this.kind = new Uint8Array(n);
    for (let i = 0; i < n; i++) {
      const lemma = tokens.lemma(i);
      this.kind[i] = KIND_CODE[cueClass(lemma) ?? ''] ?? 0;
      this.lemma[i] = hash(lemma);
      this.word[i] = hash(tokens.text(text, i).toLowerCase());
    }
    this.regions = outermost(regions);
    this.region = new Int32Array(n).fill(-1);
    for (const [index, { outer }] of this.regions.entries()) {
      for (let i = tokens.tokenAt(outer.start); i < n && tokens.columns.start[i]! < outer.end; i++)
        this.region[i] = index;
    }
  }

  isPunctuation(token: number): boolean {
    return this.tokens.upos(token) === 'PUNCT';
  }

  /** The characters from the first to the last token of `[first, last)`. */
  span(first: number, last: number): Span {
    return { start: this.tokens.columns.start[first]!, end: this.tokens.columns.end[last - 1]! };
  }
}

function outermost(regions: readonly QuotedRegion[]): QuotedRegion[] {
  const out: QuotedRegion[] = [];
  let end = -1;
  for (const region of regions) {
    if (region.outer.start < end) continue;
    out.push(region);
    end = region.outer.end;
  }
  return out;
}
