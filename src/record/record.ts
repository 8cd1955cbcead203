import { z } from 'zod';

// The published contract: one record per article, one JSON object per line. Offsets are half-open UTF-16 code
// units into `text`; raw offsets are into the decoded raw input. Descriptions become docs/record.md.

/** Raised when a field changes its meaning or goes; additions leave it. */
export const SCHEMA_VERSION = 1;

const offset = z.int().nonnegative();
const unit = z.number().min(0).max(1);
const isoDate = z
  .string()
  .regex(/^\d{4}(-\d{2}(-\d{2}(T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2})?)?)?)?$/);
const ref = (prefix: string) => z.string().regex(new RegExp(`^${prefix}\\d+$`));

const span = {
  start: offset.describe('first character'),
  end: offset.describe('one past the last character'),
};

export const EntityTypeSchema = z.enum([
  'PERSON',
  'ORGANIZATION',
  'PLACE',
  'EVENT',
  'WORK',
  'LAW',
  'PRODUCT',
  'NORP',
  'MISC',
]);

export const PageDateSchema = z.strictObject({
  value: isoDate.describe('ISO 8601, as exact as known'),
  precision: z.enum(['year', 'month', 'day', 'minute', 'second']).describe('last known part of `value`'),
  origin: z
    .string()
    .describe('where it was found: `json-ld`, `meta:NAME`, `time`, `url`, `dateline`, `text`, `input`'),
});

export const MetadataSchema = z.strictObject({
  title: z.string().nullable().describe("without the site's name"),
  url: z.string().nullable().describe('canonical'),
  site: z.string().nullable().describe('name of the publisher'),
  authors: z.array(z.string()).describe('people, in the order of the byline'),
  published: PageDateSchema.nullable().describe(
    'what relative dates are resolved against; null leaves them unresolved',
  ),
  modified: PageDateSchema.nullable().describe('last change that the page admits'),
  language: z.string().nullable().describe('BCP 47 primary tag'),
});

export const SourceSchema = z.strictObject({
  id: z.string().optional().describe("the input document's own id"),
  path: z.string().optional().describe('file it was read from'),
  url: z.string().optional().describe('as given with the input'),
  sha256: z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .describe('of the input bytes'),
  mediaType: z.enum(['text/html', 'text/plain']).describe('which intake read it'),
  charset: z.string().describe('as decoded'),
  fetchedAt: z.string().optional().describe('as given with the input, ISO 8601'),
});

export const BlockSchema = z.strictObject({
  ...span,
  kind: z
    .enum(['title', 'heading', 'paragraph', 'list-item', 'quote', 'caption', 'table'])
    .describe('what it is on the page'),
  label: z
    .enum([
      'article',
      'navigation',
      'teaser',
      'related',
      'newsletter',
      'advert',
      'cookie-notice',
      'comments',
      'share-bar',
      'caption',
      'byline',
      'author-bio',
      'correction',
      'copyright',
      'page-clock',
      'publication-date',
      'icon',
      'other',
    ])
    .describe('`article`, or the kind of boilerplate'),
});

export const SentenceSchema = z.strictObject({
  ...span,
  block: z.int().nonnegative().describe('index into `blocks`'),
});

const textOf = z.string().describe('the characters of the span');
const entityRef = ref('e').optional().describe('id of the entity');
const intervalOf = z
  .tuple([z.string(), z.string()])
  .nullable()
  .describe('half-open, ISO 8601; null where the value covers none');

export const TimexSchema = z.strictObject({
  id: ref('t').describe('unique in the record'),
  ...span,
  text: textOf,
  type: z.enum(['DATE', 'TIME', 'DURATION', 'SET']).describe('TIMEX3 type'),
  value: z.string().describe('TIMEX3 value: `2026-02-22`, `2026-W09`, `P3Y`, `PXM`, `PRESENT_REF`'),
  mod: z
    .enum([
      'BEFORE',
      'AFTER',
      'ON_OR_BEFORE',
      'ON_OR_AFTER',
      'LESS_THAN',
      'MORE_THAN',
      'EQUAL_OR_LESS',
      'EQUAL_OR_MORE',
      'START',
      'MID',
      'END',
      'APPROX',
    ])
    .optional()
    .describe('TIMEX3 modifier'),
  interval: intervalOf,
  granularity: z
    .enum([
      'second',
      'minute',
      'hour',
      'part-of-day',
      'day',
      'weekend',
      'week',
      'month',
      'quarter',
      'half',
      'season',
      'year',
      'decade',
      'century',
      'millennium',
      'vague',
    ])
    .describe('unit that the expression names'),
  anchor: z
    .strictObject({
      kind: z.enum(['explicit', 'publication', 'dateline', 'previous']).describe('`explicit`: needed none'),
      value: z.string().optional().describe('the date it was'),
    })
    .describe('what the value was resolved against'),
});

export const MentionSchema = z.strictObject({
  ...span,
  text: textOf,
  kind: z.enum(['name', 'nominal', 'pronoun']).describe('`nominal`: a description such as "the agency"'),
});

export const EntitySchema = z.strictObject({
  id: ref('e').describe('unique in the record'),
  key: z
    .string()
    .describe('joins the same entity across articles: type and normalised name, or the external id'),
  name: z.string().describe('the fullest form in the text'),
  type: EntityTypeSchema.describe('what it is; `NORP`: nationality or group'),
  aliases: z.array(z.string()).describe('its other names in the text'),
  mentions: z.array(MentionSchema).min(1).describe('every place where it is meant, in text order'),
  roles: z.array(z.strictObject({ ...span, text: textOf })).describe('titles and offices given to it'),
  externalId: z.string().optional().describe("from the user's gazetteer"),
  place: z
    .strictObject({
      name: z.string().describe('usual name'),
      key: z.string().describe('key of its entity in any article'),
      entity: entityRef,
    })
    .optional()
    .describe('of a nationality: its country; `entity` where the text names that'),
});

export const QuoteSchema = z.strictObject({
  id: ref('q').describe('unique in the record'),
  ...span,
  text: textOf,
  speaker: z.string().optional().describe('as the text names the speaker'),
  entity: entityRef,
  cue: z.string().optional().describe('the word that introduces the speech'),
});

const quoteType = z
  .enum(['direct', 'indirect', 'mixed'])
  .describe('whose words they are: quoted, reported, or both');

const source = z
  .strictObject({
    ...span,
    text: textOf,
    name: z.string().describe('canonical name, or the words of the text'),
    entity: entityRef,
    type: z
      .enum(['person', 'organization', 'group', 'document', 'unnamed', 'unknown'])
      .describe('who or what it is'),
  })
  .nullable();

const cue = z
  .strictObject({ ...span, text: textOf, lemma: z.string().describe('dictionary form') })
  .nullable();

export const AttributionSchema = z.strictObject({
  id: ref('a').describe('unique in the record'),
  content: z
    .array(z.strictObject(span))
    .min(1)
    .describe('what is attributed; several spans when it is interrupted'),
  source: source.describe('according to whom; null when the text does not say'),
  cue: cue.describe('the words that attribute'),
  quoteType,
  stance: z.enum(['affirms', 'denies', 'questions', 'neutral']).describe('of the source towards the content'),
  saidAt: z.string().optional().describe('when it was said: TIMEX3 value'),
  addressee: z
    .strictObject({ ...span, text: textOf, entity: entityRef })
    .optional()
    .describe('to whom it was said'),
  within: ref('a').optional().describe('the attribution that this one is nested in'),
});

const slot = {
  ...span,
  text: z.string().describe('how the slot reads; its own words, or those that imply it'),
  implicit: z.boolean().optional().describe('the word is not in the text; the span is of what implies it'),
};

export const ClaimSchema = z.strictObject({
  id: z
    .string()
    .describe('stable under re-fetch: hashes article, kind, exact quote, slots, polarity, source, ordinal'),
  key: z.string().describe('hashes the normalised proposition: the same claim in two articles meets'),
  sentence: z.int().nonnegative().describe('index into `sentences`'),
  kind: z
    .enum(['event', 'state', 'statistic', 'evaluation', 'prediction'])
    .describe('what sort of thing is claimed'),
  derivation: z
    .literal('nominal')
    .optional()
    .describe('a noun tells it (`the arrest of X`), which the sentence takes for granted; of lower rank'),
  text: z.string().describe('the claim alone on the page: pronouns, short names and relative dates replaced'),
  edits: z
    .array(
      z.strictObject({
        from: z.string().describe('as the text has it'),
        to: z.string().describe('as the claim has it'),
        reason: z.string().describe('why it was replaced'),
      }),
    )
    .describe('every difference between `text` and the words of the article'),
  quote: z
    .strictObject({
      ...span,
      rawStart: offset.describe('first character in the raw input'),
      rawEnd: offset.describe('one past the last in the raw input'),
      exact: z.string().describe('the characters of the span'),
      prefix: z.string().describe('characters before it'),
      suffix: z.string().describe('characters after it'),
    })
    .describe('where it stands (W3C TextQuoteSelector with offsets)'),
  subject: z.strictObject({ ...slot, entity: entityRef }).describe('who or what'),
  predicate: z
    .strictObject({ ...slot, lemma: z.string().describe('dictionary form') })
    .describe('does or is'),
  object: z
    .strictObject({ ...slot, entity: entityRef })
    .nullable()
    .describe('whom or what'),
  args: z
    .array(
      z.strictObject({
        ...slot,
        prep: z.string().describe('preposition, or empty'),
        role: z.string().describe('agent, recipient, place, time, instrument, ...'),
      }),
    )
    .describe('further arguments'),
  polarity: z.enum(['positive', 'negative']).describe('negative: the claim is that it is not so'),
  modality: z
    .enum(['asserted', 'alleged', 'hedged', 'denied', 'planned', 'conditional', 'hypothetical', 'question'])
    .describe('how it is put'),
  modalityCue: z
    .strictObject({ ...span, text: textOf })
    .optional()
    .describe('the words that say so'),
  factuality: z
    .number()
    .min(-3)
    .max(3)
    .describe("-3 certainly not .. 3 certainly, from the article's point of view"),
  attribution: z
    .array(
      z.strictObject({
        attribution: ref('a').describe('id of the attribution'),
        source: source.describe('according to whom'),
        cue: cue.describe('the words that attribute'),
        quoteType,
        saidAt: z.string().optional().describe('when it was said: TIMEX3 value'),
      }),
    )
    .describe("outermost first; empty: the article's own voice"),
  time: z
    .array(
      z.strictObject({
        timex: ref('t').describe('id of the expression'),
        role: z.enum(['event', 'reference', 'validFrom', 'validUntil']).describe('how it dates the claim'),
        value: z.string().describe('TIMEX3 value'),
        interval: intervalOf,
        inherited: z.boolean().optional().describe('it stands in another sentence'),
      }),
    )
    .describe('when'),
  places: z
    .array(
      z.strictObject({
        ...span,
        text: textOf,
        name: z.string().describe('canonical name'),
        entity: entityRef,
      }),
    )
    .describe('where'),
  quantities: z
    .array(
      z.strictObject({
        ...span,
        text: textOf,
        value: z.number().describe('the number, or the lower end of a range'),
        max: z.number().optional().describe('the upper end of a range'),
        unit: z
          .string()
          .describe(
            '`count`, `percent`, `share` (a part of one), an ISO 4217 code, or the plain name of the unit',
          ),
        of: z.string().optional().describe('what is counted'),
        comparator: z.enum(['=', '<', '<=', '>', '>=', '~']).describe('`>=` for "at least"'),
      }),
    )
    .describe('numbers in it'),
  links: z
    .array(
      z.strictObject({
        type: z.enum(['repeats', 'elaborates', 'contradicts']).describe('what it does to the other'),
        claim: z.string().describe('id of the other claim'),
      }),
    )
    .describe('to other claims of the article'),
  checkWorthiness: unit.describe('how much a fact-checker would want it checked'),
  verifiable: unit.describe('how far it can be checked at all'),
  subjectivity: unit.describe('opinion rather than report'),
  confidence: unit.describe('calibrated: of claims at .8 about 80% are right'),
  slotConfidence: z
    .strictObject({
      subject: unit.describe('of the subject'),
      predicate: unit.describe('of the predicate'),
      object: unit
        .optional()
        .describe('of the object and the further arguments; absent where there are none'),
      time: unit
        .optional()
        .describe('of `time`: that it dates the claim and has the right value; of its being empty'),
      place: unit.optional().describe('of `places`, or of there being none'),
      source: unit.optional().describe('of the source, or of there being none'),
      polarity: unit.optional().describe('of the polarity'),
      modality: unit.optional().describe('of the modality'),
    })
    .optional()
    .describe('the same slot by slot: how probably the slot says what it should'),
  rule: z.string().describe('which rule made it; `claimline explain` prints the whole trail'),
});

export const DiagnosticSchema = z.strictObject({
  severity: z.enum(['info', 'warning', 'error']).describe('how bad'),
  code: z.string().describe('stable, `area/what`'),
  message: z.string().describe('for a person'),
  stage: z.string().describe('who says so'),
  rule: z.string().optional().describe('the rule that raised it'),
  start: offset.optional().describe('where'),
  end: offset.optional().describe('one past where'),
  score: unit.optional().describe('how sure, where the doubt is a graded one'),
});

export const OffsetSegmentSchema = z.union([
  z.tuple([offset, offset, offset]),
  z.tuple([offset, offset, offset, offset]),
]);

export const RecordSchema = z.strictObject({
  schemaVersion: z.literal(SCHEMA_VERSION).describe('of this contract'),
  articleId: z
    .string()
    .describe('the article over its versions: of its URL, else its own id, else title and day'),
  versionId: z.string().describe('this state of its main text'),
  source: SourceSchema.describe('what came in'),
  metadata: MetadataSchema.describe('of the article'),
  text: z.string().describe('the whole page flattened, boilerplate included'),
  textMap: z
    .array(OffsetSegmentSchema)
    .describe(
      '[start, rawStart, length] for the same characters, [start, rawStart, length, rawLength] where raw ones stand for them',
    ),
  blocks: z.array(BlockSchema).describe('all of the page, boilerplate labelled'),
  sentences: z.array(SentenceSchema).describe('of the article'),
  timexes: z.array(TimexSchema).describe('temporal expressions'),
  entities: z.array(EntitySchema).describe('people, organisations, places and others'),
  quotes: z.array(QuoteSchema).describe('speech between quotation marks'),
  attributions: z.array(AttributionSchema).describe('who says what, direct and indirect'),
  claims: z.array(ClaimSchema).describe('what the article says'),
  diagnostics: z.array(DiagnosticSchema).describe('doubts'),
  pipeline: z
    .strictObject({
      version: z.string().describe('of Claimline'),
      configSha256: z.string().describe('of the config in full'),
      models: z.record(z.string(), z.string()).describe('SHA-256 of every model file used'),
    })
    .describe('what made the record'),
});

export type ArticleRecord = z.infer<typeof RecordSchema>;
export type ClaimRecord = z.infer<typeof ClaimSchema>;
export type EntityRecord = z.infer<typeof EntitySchema>;
export type TimexRecord = z.infer<typeof TimexSchema>;
export type QuoteRecord = z.infer<typeof QuoteSchema>;
export type AttributionRecord = z.infer<typeof AttributionSchema>;

/** JSON Schema (draft 2020-12) of the record. */
export function recordJsonSchema(): object {
  return z.toJSONSchema(RecordSchema, { target: 'draft-2020-12' });
}
