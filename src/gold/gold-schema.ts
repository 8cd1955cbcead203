import { z } from 'zod';
import { BlockSchema, ClaimSchema, EntityTypeSchema, TimexSchema } from '../record/record.ts';

// What a person writes down about one article. Offsets are into the decoded input and may be left out where the
// text alone says where it stands; the loader finds and checks them. `fixtures/README.md` states the rules.

const offset = z.int().nonnegative();
const optional = z.boolean().optional();
const place = {
  start: offset.optional(),
  end: offset.optional(),
  occurrence: z
    .int()
    .positive()
    .optional()
    .describe('which one, from 1, when the text stands there more than once'),
};

const PieceSchema = z.strictObject({ text: z.string().min(1), ...place });

export const GoldBlockSchema = z.strictObject({
  text: z.string().min(1),
  kind: BlockSchema.shape.kind,
  start: offset.optional(),
  end: offset.optional(),
  optional,
});

export const GoldBoilerplateSchema = z.union([
  z.string().min(1),
  z.strictObject({
    text: z.string().min(1),
    label: BlockSchema.shape.label.exclude(['article']).optional(),
    start: offset.optional(),
    end: offset.optional(),
    optional,
  }),
]);

export const GoldSentenceSchema = z.union([
  z.string().min(1),
  z.strictObject({ text: z.string().min(1), start: offset.optional(), end: offset.optional() }),
]);

export const GoldTimexSchema = PieceSchema.extend({
  sentence: offset,
  type: TimexSchema.shape.type,
  value: z.string(),
  optional,
});

export const GoldEntitySchema = z.strictObject({
  name: z.string().min(1),
  type: z.union([EntityTypeSchema, z.array(EntityTypeSchema).min(1)]),
  aliases: z.array(z.string()),
  mentions: z.array(PieceSchema.extend({ sentence: offset, optional })).min(1),
  optional,
});

export const GoldQuoteSchema = PieceSchema.extend({
  sentence: offset,
  speaker: z.string().nullable(),
  cue: z.string().nullable(),
  optional,
});

export const GoldSlotSchema = z.union([
  z.string().min(1),
  PieceSchema.extend({ implicit: z.literal(true).optional() }),
]);

const quoteType = ClaimSchema.shape.attribution.element.shape.quoteType;

export const GoldClaimSchema = z.strictObject({
  id: z.string().min(1),
  sentence: offset,
  subject: GoldSlotSchema,
  predicate: GoldSlotSchema,
  object: GoldSlotSchema.nullable(),
  subjectEntity: z.string().nullable().default(null),
  kind: ClaimSchema.shape.kind,
  polarity: ClaimSchema.shape.polarity.default('positive'),
  modality: ClaimSchema.shape.modality.default('asserted'),
  modalityCue: z.string().nullable().default(null),
  time: z.string().nullable().default(null).describe('TIMEX3 value'),
  place: z.string().nullable().default(null),
  source: z.string().nullable().default(null).describe('who says it; of nested sources the innermost'),
  sources: z.array(z.string()).min(2).optional().describe('nested sources, outermost first'),
  cue: z.string().nullable().default(null),
  quoteType: quoteType.nullable().default(null),
  saidAt: z.string().nullable().default(null).describe('TIMEX3 value'),
  quantities: z
    .array(z.strictObject({ text: z.string(), value: z.number(), of: z.string().optional() }))
    .default([]),
  optional,
});

export const KnownFailureSchema = z.strictObject({
  item: z.string().min(1).describe('as `claimline eval` prints it, `timexes/t3`'),
  why: z.string().min(1),
});

export const GoldSchema = z.strictObject({
  id: z.string().min(1),
  source: z.string().min(1).describe("the input's file name"),
  metadata: z.strictObject({
    title: z.string().nullable(),
    published: z.string().nullable(),
    pageDate: z.string().optional().describe("the page's clock, which is not the publication date"),
    author: z.string().nullable(),
    site: z.string().nullable(),
    language: z.string().nullable(),
  }),
  blocks: z.array(GoldBlockSchema),
  boilerplate: z.array(GoldBoilerplateSchema),
  sentences: z.array(GoldSentenceSchema),
  timexes: z.array(GoldTimexSchema),
  entities: z.array(GoldEntitySchema),
  quotes: z.array(GoldQuoteSchema),
  notQuotes: z.array(PieceSchema.extend({ sentence: offset })),
  claims: z.array(GoldClaimSchema),
  knownFailures: z.array(KnownFailureSchema).optional(),
});

export type GoldFile = z.infer<typeof GoldSchema>;
export type GoldClaimFile = z.infer<typeof GoldClaimSchema>;
export type KnownFailure = z.infer<typeof KnownFailureSchema>;
