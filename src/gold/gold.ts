import type { Span } from '../core/span.ts';
import type { ArticleRecord, EntityRecord, TimexRecord } from '../record/record.ts';
import type { GoldClaimFile, GoldFile, KnownFailure } from './gold-schema.ts';

// Gold with every place found. All spans are raw: into the decoded input, never into a record's text.

export interface GoldPiece extends Span {
  readonly text: string;
}

export interface GoldBlock extends GoldPiece {
  readonly kind: ArticleRecord['blocks'][number]['kind'];
  readonly optional: boolean;
}

export interface GoldBoilerplate extends GoldPiece {
  readonly label: ArticleRecord['blocks'][number]['label'] | null;
  readonly optional: boolean;
}

export interface GoldTimex extends GoldPiece {
  readonly type: TimexRecord['type'];
  readonly value: string;
  readonly optional: boolean;
}

export interface GoldMention extends GoldPiece {
  readonly optional: boolean;
}

export interface GoldEntity {
  readonly name: string;
  readonly types: readonly EntityRecord['type'][];
  readonly aliases: readonly string[];
  readonly mentions: readonly GoldMention[];
  readonly optional: boolean;
}

export interface GoldQuote extends GoldPiece {
  readonly speaker: string | null;
  readonly optional: boolean;
}

/** A slot's words; its span is missing where the word is implicit. */
export interface GoldSlot {
  readonly text: string;
  readonly span: Span | null;
}

export interface GoldClaim
  extends Omit<GoldClaimFile, 'subject' | 'predicate' | 'object' | 'optional' | 'sources'> {
  readonly subject: GoldSlot;
  readonly predicate: GoldSlot;
  readonly object: GoldSlot | null;
  /** Outermost first; empty: the article's own voice. */
  readonly sources: readonly string[];
  readonly optional: boolean;
}

export interface Gold {
  readonly id: string;
  readonly metadata: GoldFile['metadata'];
  readonly blocks: readonly GoldBlock[];
  readonly boilerplate: readonly GoldBoilerplate[];
  readonly sentences: readonly GoldPiece[];
  readonly timexes: readonly GoldTimex[];
  readonly entities: readonly GoldEntity[];
  readonly quotes: readonly GoldQuote[];
  readonly notQuotes: readonly GoldPiece[];
  readonly claims: readonly GoldClaim[];
  readonly knownFailures: readonly KnownFailure[];
}
