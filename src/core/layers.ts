import type { Span } from './span.ts';
import type { TokenTable } from './tokens.ts';

// The layers of a document. All offsets are UTF-16 code units into `Doc.text`.
// What is published of them is `src/record`; these are the shapes that stages exchange.

/** A value and what made it: `stage/rule`. */
export interface Made {
  /** Id of the rule (a row of a rule table, or a model) that made the value. */
  readonly rule: string;
}

/** A block as intake found it: the smallest run of text that the page sets apart. */
export interface RawBlock extends Span {
  /** What the markup says: `h1`..`h6`, `p`, `li`, `blockquote`, `figcaption`, `td`, `pre`, `title`, `div`; `line` in flattened text. */
  readonly tag: string;
  /** Names of the open elements from the root, `html>body>main>p`; empty in flattened text. */
  readonly path: string;
  /** Lower-case class and id tokens of the open elements, innermost first, blank-separated. */
  readonly tokens: string;
  /** Characters that stand inside links. */
  readonly linkChars: number;
  /** Number of links. */
  readonly links: number;
  /** Ordinals of the nearest open block elements, innermost first, at most ten; absent in flattened text. */
  readonly containers?: readonly number[];
}

/** An element of the page that may say who wrote it or when, kept as it stood. */
export interface PageMark extends Span {
  /** Element name: `time`, `a`, `span`. */
  readonly tag: string;
  /** Lower-case class, id, itemprop and rel tokens of the element itself, blank-separated. */
  readonly tokens: string;
  /** `datetime` or `content` attribute, decoded; empty when there is none. */
  readonly value: string;
  /** `href`, decoded; empty when there is none. */
  readonly href: string;
}

/** What the markup says about the page itself, collected while intake walks it. Empty for flattened text. */
export interface PageFacts {
  /** `lang` of the root element, as written. */
  readonly lang: string | null;
  /** Text of the first `<title>` in the head, white space folded. */
  readonly title: string | null;
  /** `<meta>`: lower-case `name`, `property`, `itemprop` or `http-equiv`, and the decoded content. */
  readonly metas: readonly { readonly name: string; readonly content: string }[];
  /** `<link rel href>` of rel canonical, alternate, shortlink and amphtml. */
  readonly links: readonly { readonly rel: string; readonly href: string }[];
  /** Bodies of `application/ld+json` scripts, unparsed. */
  readonly jsonLd: readonly string[];
  /** Elements that look like dates or bylines, in page order; spans are offsets into the text. */
  readonly marks: readonly PageMark[];
}

export type BlockKind = 'title' | 'heading' | 'paragraph' | 'list-item' | 'quote' | 'caption' | 'table';

export type BlockLabel =
  | 'article'
  | 'navigation'
  | 'teaser'
  | 'related'
  | 'newsletter'
  | 'advert'
  | 'cookie-notice'
  | 'comments'
  | 'share-bar'
  | 'caption'
  | 'byline'
  | 'author-bio'
  | 'correction'
  | 'copyright'
  | 'page-clock'
  | 'publication-date'
  | 'icon'
  | 'other';

export interface Block extends Span, Made {
  readonly kind: BlockKind;
  readonly label: BlockLabel;
}

/** A date of the page itself and where it was found. */
export interface PageDate {
  /** ISO 8601, as exact as known: `2026-02-27`, `2026-02-27T14:05`, `2026-02-27T14:05:00-05:00`. */
  readonly value: string;
  readonly precision: 'year' | 'month' | 'day' | 'minute' | 'second';
  /** `json-ld`, `meta:NAME`, `time`, `url`, `dateline`, `text`, `input`. */
  readonly origin: string;
  /** Where it stands in the text, if it does. */
  readonly span?: Span;
}

export interface Metadata {
  readonly title: string | null;
  readonly url: string | null;
  readonly site: string | null;
  readonly authors: readonly string[];
  readonly published: PageDate | null;
  readonly modified: PageDate | null;
  /** BCP 47 primary tag, `en`; null when undecided. */
  readonly language: string | null;
}

export interface Sentence extends Span {
  /** Index into the blocks layer. */
  readonly block: number;
}

export type TimexType = 'DATE' | 'TIME' | 'DURATION' | 'SET';

/** How the words beside a time put it to use: to compare with, or as an end of a stretch. */
export type TimexUse = 'comparison' | 'since' | 'until' | 'from' | 'to';

export type TimexMod =
  | 'BEFORE'
  | 'AFTER'
  | 'ON_OR_BEFORE'
  | 'ON_OR_AFTER'
  | 'LESS_THAN'
  | 'MORE_THAN'
  | 'EQUAL_OR_LESS'
  | 'EQUAL_OR_MORE'
  | 'START'
  | 'MID'
  | 'END'
  | 'APPROX';

export type Granularity =
  | 'second'
  | 'minute'
  | 'hour'
  | 'part-of-day'
  | 'day'
  | 'weekend'
  | 'week'
  | 'month'
  | 'quarter'
  | 'half'
  | 'season'
  | 'year'
  | 'decade'
  | 'century'
  | 'millennium'
  | 'vague';

export type AnchorKind = 'explicit' | 'publication' | 'dateline' | 'previous';

/** A TIMEX3 expression (TimeML 1.2.1). */
export interface Timex extends Span, Made {
  readonly type: TimexType;
  /** TIMEX3 value: `2026-02-22`, `2026-W09`, `P3Y`, `PXM`, `PRESENT_REF`, `XXXX-WXX-1`. */
  readonly value: string;
  readonly mod?: TimexMod;
  /** Where a word right before it says so (`than in March`, `since 2008`, `from 2016 to 2019`). */
  readonly use?: TimexUse;
  /** Half-open ISO interval that the value covers, null where it covers none (durations, sets, unresolved). */
  readonly interval: readonly [from: string, to: string] | null;
  readonly granularity: Granularity;
  /** What the value was resolved against. */
  readonly anchor: { readonly kind: AnchorKind; readonly value?: string };
}

export type EntityType =
  | 'PERSON'
  | 'ORGANIZATION'
  | 'PLACE'
  | 'EVENT'
  | 'WORK'
  | 'LAW'
  | 'PRODUCT'
  | 'NORP'
  | 'MISC';

export type MentionKind = 'name' | 'nominal' | 'pronoun';

export interface Mention extends Span, Made {
  readonly kind: MentionKind;
  /** 0 to 1. */
  readonly confidence: number;
}

export interface EntityRole extends Span {
  readonly text: string;
}

export interface Entity {
  /** Joins the same entity across articles: `type:normalised name`, or the external id. */
  readonly key: string;
  /** The fullest form in the text. */
  readonly name: string;
  readonly type: EntityType;
  /** Other names of it in the text, each once, in order of appearance. */
  readonly aliases: readonly string[];
  /** In text order; never empty. */
  readonly mentions: readonly Mention[];
  /** Titles and offices given to it, `FBI Director`. */
  readonly roles: readonly EntityRole[];
  /** External id from a gazetteer the user gave. */
  readonly externalId?: string;
  /** Of a nationality: the country that it belongs to, and its entity where the text names it. */
  readonly place?: { readonly name: string; readonly key: string; readonly entity?: number };
}

/** A name in the text as the name tagger and the lexicons see it, before names are joined into entities. */
export interface NameSpan extends Span, Made {
  readonly type: EntityType;
  readonly confidence: number;
}

/** Words between quotation marks that are speech; the span lies inside the marks. */
export interface Quote extends Span, Made {
  /** Where the speaker is named, if that is known. */
  readonly speaker?: Span;
  /** Index into the entities layer. */
  readonly entity?: number;
  readonly cue?: Span;
}

export type QuoteType = 'direct' | 'indirect' | 'mixed';
export type Stance = 'affirms' | 'denies' | 'questions' | 'neutral';
export type SourceType = 'person' | 'organization' | 'group' | 'document' | 'unnamed' | 'unknown';

/** According to whom: PARC 3.0's source, cue and content. */
export interface Attribution extends Made {
  /** In text order, never empty, not overlapping; several when the content is interrupted. */
  readonly content: readonly Span[];
  readonly source:
    | (Span & { readonly name: string; readonly entity?: number; readonly type: SourceType })
    | null;
  readonly cue: (Span & { readonly lemma: string }) | null;
  readonly quoteType: QuoteType;
  readonly stance: Stance;
  /** Index into the timexes layer: when it was said. */
  readonly saidAt?: number;
  /** To whom. */
  readonly addressee?: Span & { readonly entity?: number };
  /** Index into this layer: the attribution that this one is nested in. */
  readonly within?: number;
}

export type ClaimKind = 'event' | 'state' | 'statistic' | 'evaluation' | 'prediction';
export type Polarity = 'positive' | 'negative';
export type Modality =
  | 'asserted'
  | 'alleged'
  | 'hedged'
  | 'denied'
  | 'planned'
  | 'conditional'
  | 'hypothetical'
  | 'question';

/** A part of a claim: where it stands and how it reads. */
export interface Slot extends Span {
  readonly text: string;
  /** The word itself is not there (`is` of an apposition); the span is then that of what implies it. */
  readonly implicit?: boolean;
}

export type TimeRole = 'event' | 'reference' | 'validFrom' | 'validUntil';

export interface ClaimTime {
  /** Index into the timexes layer. */
  readonly timex: number;
  readonly role: TimeRole;
  /** The time stands in another sentence. */
  readonly inherited?: boolean;
}

export interface ClaimPlace extends Span {
  readonly text: string;
  readonly name: string;
  readonly entity?: number;
}

export interface Quantity extends Span {
  readonly text: string;
  readonly value: number;
  readonly max?: number;
  /** `count`, `percent`, an ISO 4217 code, or the unit's plain name. */
  readonly unit: string;
  /** What is counted, as the text says it. */
  readonly of?: string;
  readonly comparator: '=' | '<' | '<=' | '>' | '>=' | '~';
}

export interface ClaimArgument extends Slot {
  readonly prep: string;
  readonly role: string;
}

export interface ClaimEdit {
  readonly from: string;
  readonly to: string;
  readonly reason: string;
}

export type ClaimLink = 'repeats' | 'elaborates' | 'contradicts';

export interface Claim extends Made {
  /** A noun tells the event (`the arrest of X`), not a verb. */
  readonly derivation?: 'nominal';
  readonly sentence: number;
  readonly kind: ClaimKind;
  readonly text: string;
  readonly edits: readonly ClaimEdit[];
  /** The smallest span that holds the claim's words. */
  readonly quote: Span;
  readonly subject: Slot & { readonly entity?: number };
  readonly predicate: Slot & { readonly lemma: string };
  readonly object: (Slot & { readonly entity?: number }) | null;
  readonly args: readonly ClaimArgument[];
  readonly polarity: Polarity;
  readonly modality: Modality;
  readonly modalityCue?: Slot;
  /** -3 (certainly not) to 3 (certainly), from the article's point of view. */
  readonly factuality: number;
  /** Indexes into the attributions layer, outermost first. */
  readonly attribution: readonly number[];
  readonly time: readonly ClaimTime[];
  readonly places: readonly ClaimPlace[];
  readonly quantities: readonly Quantity[];
  /** Claims of this layer (by index) that it repeats, elaborates or contradicts. */
  readonly links: readonly { readonly type: ClaimLink; readonly claim: number }[];
  /** slot name -> rule that filled it, for `explain`. */
  readonly trail: Readonly<Record<string, string>>;
}

/** One row per claim of the claims layer. */
export interface ClaimScore {
  /** 0 to 1 each. */
  readonly checkWorthiness: number;
  readonly verifiable: number;
  readonly subjectivity: number;
  readonly confidence: number;
  /** The object's with that of the further arguments; absent where there are none. */
  readonly slotConfidence?: {
    readonly subject: number;
    readonly predicate: number;
    readonly object?: number;
    readonly time: number;
    readonly place: number;
    readonly source: number;
    readonly polarity: number;
    readonly modality: number;
  };
}

export interface Layers {
  readonly rawBlocks: readonly RawBlock[];
  readonly pageFacts: PageFacts;
  readonly metadata: Metadata;
  readonly blocks: readonly Block[];
  readonly sentences: readonly Sentence[];
  readonly tokens: TokenTable;
  readonly timexes: readonly Timex[];
  readonly entities: readonly Entity[];
  readonly quotes: readonly Quote[];
  readonly attributions: readonly Attribution[];
  readonly claims: readonly Claim[];
  readonly scores: readonly ClaimScore[];
}

export type LayerName = keyof Layers;
