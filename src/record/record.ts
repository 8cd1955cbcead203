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

const span = { start: offset, end: offset };

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
  precision: z.enum(['year', 'month', 'day', 'minute', 'second']),
  origin: z
    .string()
    .describe('where it was found: `json-ld`, `meta:NAME`, `time`, `url`, `dateline`, `text`, `input`'),
});

export const MetadataSchema = z.strictObject({
  title: z.string().nullable(),
  url: z.string().nullable(),
  site: z.string().nullable(),
  authors: z.array(z.string()),
  published: PageDateSchema.nullable(),
  modified: PageDateSchema.nullable(),
  language: z.string().nullable().describe('BCP 47 primary tag'),
});

export const SourceSchema = z.strictObject({
  id: z.string().optional().describe("the input document's own id"),
  path: z.string().optional(),
  url: z.string().optional(),
  sha256: z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .describe('of the input bytes'),
  mediaType: z.enum(['text/html', 'text/plain']),
  charset: z.string(),
  fetchedAt: z.string().optional(),
});

export const BlockSchema = z.strictObject({
  ...span,
  kind: z.enum(['title', 'heading', 'paragraph', 'list-item', 'quote', 'caption', 'table']),
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

export const TimexSchema = z.strictObject({
  id: ref('t'),
  ...span,
  text: z.string(),
  type: z.enum(['DATE', 'TIME', 'DURATION', 'SET']),
  value: z.string().describe('TIMEX3 value'),
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
    .optional(),
  interval: z.tuple([z.string(), z.string()]).nullable().describe('half-open, ISO 8601'),
  granularity: z.enum([
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
  ]),
  anchor: z.strictObject({
    kind: z.enum(['explicit', 'publication', 'dateline', 'previous']),
    value: z.string().optional(),
  }),
});

export const MentionSchema = z.strictObject({
  ...span,
  text: z.string(),
  kind: z.enum(['name', 'nominal', 'pronoun']),
});

export const EntitySchema = z.strictObject({
  id: ref('e'),
  key: z
    .string()
    .describe('joins the same entity across articles: type and normalised name, or the external id'),
  name: z.string().describe('the fullest form in the text'),
  type: EntityTypeSchema,
  aliases: z.array(z.string()),
  mentions: z.array(MentionSchema).min(1),
  roles: z.array(z.strictObject({ ...span, text: z.string() })),
  externalId: z.string().optional(),
});

export const QuoteSchema = z.strictObject({
  id: ref('q'),
  ...span,
  text: z.string(),
  speaker: z.string().optional(),
  entity: ref('e').optional(),
  cue: z.string().optional(),
});

const quoteType = z.enum(['direct', 'indirect', 'mixed']);
const sourceType = z.enum(['person', 'organization', 'group', 'document', 'unnamed', 'unknown']);

export const AttributionSchema = z.strictObject({
  id: ref('a'),
  content: z.array(z.strictObject(span)).min(1),
  source: z
    .strictObject({
      ...span,
      text: z.string(),
      name: z.string(),
      entity: ref('e').optional(),
      type: sourceType,
    })
    .nullable(),
  cue: z.strictObject({ ...span, text: z.string(), lemma: z.string() }).nullable(),
  quoteType,
  stance: z.enum(['affirms', 'denies', 'questions', 'neutral']),
  saidAt: z.string().optional().describe('TIMEX3 value'),
  addressee: z.strictObject({ ...span, text: z.string(), entity: ref('e').optional() }).optional(),
  within: ref('a').optional().describe('the attribution that this one is nested in'),
});

const slot = { ...span, text: z.string(), implicit: z.boolean().optional() };

export const ClaimSchema = z.strictObject({
  id: z
    .string()
    .describe('stable under re-fetch: hashes article, kind, exact quote, slots, polarity, source, ordinal'),
  key: z.string().describe('hashes the normalised proposition: the same claim in two articles meets'),
  sentence: z.int().nonnegative(),
  kind: z.enum(['event', 'state', 'statistic', 'evaluation', 'prediction']),
  text: z.string().describe('the claim alone on the page'),
  edits: z.array(z.strictObject({ from: z.string(), to: z.string(), reason: z.string() })),
  quote: z.strictObject({
    ...span,
    rawStart: offset,
    rawEnd: offset,
    exact: z.string(),
    prefix: z.string(),
    suffix: z.string(),
  }),
  subject: z.strictObject({ ...slot, entity: ref('e').optional() }),
  predicate: z.strictObject({ ...slot, lemma: z.string() }),
  object: z.strictObject({ ...slot, entity: ref('e').optional() }).nullable(),
  args: z.array(z.strictObject({ ...slot, prep: z.string(), role: z.string() })),
  polarity: z.enum(['positive', 'negative']),
  modality: z.enum([
    'asserted',
    'alleged',
    'hedged',
    'denied',
    'planned',
    'conditional',
    'hypothetical',
    'question',
  ]),
  modalityCue: z.strictObject({ ...span, text: z.string() }).optional(),
  factuality: z.number().min(-3).max(3).describe("from the article's point of view"),
  attribution: z
    .array(
      z.strictObject({
        attribution: ref('a'),
        source: z
          .strictObject({
            ...span,
            text: z.string(),
            name: z.string(),
            entity: ref('e').optional(),
            type: sourceType,
          })
          .nullable(),
        cue: z.strictObject({ ...span, text: z.string(), lemma: z.string() }).nullable(),
        quoteType,
        saidAt: z.string().optional(),
      }),
    )
    .describe("outermost first; empty: the article's own voice"),
  time: z.array(
    z.strictObject({
      timex: ref('t'),
      role: z.enum(['event', 'reference', 'validFrom', 'validUntil']),
      value: z.string(),
      interval: z.tuple([z.string(), z.string()]).nullable(),
      inherited: z.boolean().optional(),
    }),
  ),
  places: z.array(
    z.strictObject({ ...span, text: z.string(), name: z.string(), entity: ref('e').optional() }),
  ),
  quantities: z.array(
    z.strictObject({
      ...span,
      text: z.string(),
      value: z.number(),
      max: z.number().optional(),
      unit: z.string(),
      of: z.string().optional(),
      comparator: z.enum(['=', '<', '<=', '>', '>=', '~']),
    }),
  ),
  links: z.array(
    z.strictObject({ type: z.enum(['repeats', 'elaborates', 'contradicts']), claim: z.string() }),
  ),
  checkWorthiness: unit,
  verifiable: unit,
  subjectivity: unit,
  confidence: unit,
  rule: z.string().describe('which rule made it'),
});

export const DiagnosticSchema = z.strictObject({
  severity: z.enum(['info', 'warning', 'error']),
  code: z.string(),
  message: z.string(),
  stage: z.string(),
  rule: z.string().optional(),
  start: offset.optional(),
  end: offset.optional(),
  score: unit.optional(),
});

export const OffsetSegmentSchema = z.union([
  z.tuple([offset, offset, offset]),
  z.tuple([offset, offset, offset, offset]),
]);

export const RecordSchema = z.strictObject({
  schemaVersion: z.literal(SCHEMA_VERSION),
  articleId: z.string(),
  versionId: z.string(),
  source: SourceSchema,
  metadata: MetadataSchema,
  text: z.string(),
  textMap: z
    .array(OffsetSegmentSchema)
    .describe(
      '[start, rawStart, length] for the same characters, [start, rawStart, length, rawLength] where raw ones stand for them',
    ),
  blocks: z.array(BlockSchema),
  sentences: z.array(SentenceSchema),
  timexes: z.array(TimexSchema),
  entities: z.array(EntitySchema),
  quotes: z.array(QuoteSchema),
  attributions: z.array(AttributionSchema),
  claims: z.array(ClaimSchema),
  diagnostics: z.array(DiagnosticSchema),
  pipeline: z.strictObject({
    version: z.string(),
    configSha256: z.string(),
    models: z.record(z.string(), z.string()),
  }),
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
