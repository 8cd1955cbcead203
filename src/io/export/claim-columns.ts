import type { ArticleRecord, ClaimRecord } from '../../record/record.ts';
import { codePointOffsets } from '../database/code-points.ts';

export type ColumnType = 'text' | 'integer' | 'real' | 'boolean';
export type Cell = string | number | boolean | null;

/** What a row is made from. */
interface Given {
  readonly record: ArticleRecord;
  readonly claim: ClaimRecord;
  readonly codePoints: (offset: number) => number;
}

interface Column {
  readonly name: string;
  readonly type: ColumnType;
  readonly value: (given: Given) => Cell;
}

const text = (name: string, value: Column['value']): Column => ({ name, type: 'text', value });
const integer = (name: string, value: Column['value']): Column => ({ name, type: 'integer', value });
const real = (name: string, value: Column['value']): Column => ({ name, type: 'real', value });

const entityOf = ({ record }: Given, id: string | undefined) =>
  id === undefined ? undefined : record.entities.find((entity) => entity.id === id);
const said = ({ claim }: Given) => claim.attribution.at(-1);
const time = ({ claim }: Given) => claim.time.find(({ role }) => role === 'event') ?? claim.time[0];

/** The columns of a table of claims: those of the view `claims_flat`, and where they stand. One row a claim. */
export const CLAIM_COLUMNS: readonly Column[] = [
  text('claim_id', ({ claim }) => claim.id),
  text('key', ({ claim }) => claim.key),
  text('article_id', ({ record }) => record.articleId),
  text('version_id', ({ record }) => record.versionId),
  text('input_id', ({ record }) => record.source.id ?? null),
  text('path', ({ record }) => record.source.path ?? null),
  text('url', ({ record }) => record.metadata.url ?? record.source.url ?? null),
  text('title', ({ record }) => record.metadata.title),
  text('site', ({ record }) => record.metadata.site),
  text('published', ({ record }) => record.metadata.published?.value ?? null),
  text('kind', ({ claim }) => claim.kind),
  text('text', ({ claim }) => claim.text),
  text('exact', ({ claim }) => claim.quote.exact),
  text('sentence_text', ({ record, claim }) => {
    const sentence = record.sentences[claim.sentence];
    return sentence === undefined ? null : record.text.slice(sentence.start, sentence.end);
  }),
  text('subject', (given) => entityOf(given, given.claim.subject.entity)?.name ?? given.claim.subject.text),
  text('subject_key', (given) => entityOf(given, given.claim.subject.entity)?.key ?? null),
  text('subject_type', (given) => entityOf(given, given.claim.subject.entity)?.type ?? null),
  text('predicate', ({ claim }) => claim.predicate.text),
  text('predicate_lemma', ({ claim }) => claim.predicate.lemma),
  text('object', (given) => {
    const { object } = given.claim;
    return object && (entityOf(given, object.entity)?.name ?? object.text);
  }),
  text('object_key', (given) => entityOf(given, given.claim.object?.entity)?.key ?? null),
  text('object_type', (given) => entityOf(given, given.claim.object?.entity)?.type ?? null),
  text('polarity', ({ claim }) => claim.polarity),
  text('modality', ({ claim }) => claim.modality),
  real('factuality', ({ claim }) => claim.factuality),
  text('source', (given) => said(given)?.source?.name ?? null),
  text('source_type', (given) => said(given)?.source?.type ?? null),
  text('source_key', (given) => entityOf(given, said(given)?.source?.entity)?.key ?? null),
  text('cue_lemma', (given) => said(given)?.cue?.lemma ?? null),
  text('quote_type', (given) => said(given)?.quoteType ?? null),
  text('source_chain', ({ claim }) => {
    const names = claim.attribution.map(({ source }) => source?.name).filter((name) => name !== undefined);
    return names.length === 0 ? null : names.join(' > ');
  }),
  text('time_value', (given) => time(given)?.value ?? null),
  text('time_role', (given) => time(given)?.role ?? null),
  text('time_from', (given) => time(given)?.interval?.[0] ?? null),
  text('time_to', (given) => time(given)?.interval?.[1] ?? null),
  text('places', ({ claim }) => joined(claim.places.map(({ name }) => name))),
  text('quantities', ({ claim }) => joined(claim.quantities.map((quantity) => quantity.text))),
  real('check_worthiness', ({ claim }) => claim.checkWorthiness),
  real('verifiable', ({ claim }) => claim.verifiable),
  real('subjectivity', ({ claim }) => claim.subjectivity),
  real('confidence', ({ claim }) => claim.confidence),
  text('rule', ({ claim }) => claim.rule),
  integer('start_utf16', ({ claim }) => claim.quote.start),
  integer('end_utf16', ({ claim }) => claim.quote.end),
  integer('start_cp', ({ claim, codePoints }) => codePoints(claim.quote.start)),
  integer('end_cp', ({ claim, codePoints }) => codePoints(claim.quote.end)),
  integer('raw_start_utf16', ({ claim }) => claim.quote.rawStart),
  integer('raw_end_utf16', ({ claim }) => claim.quote.rawEnd),
];

/** The rows of a record's claims, cells in the order of {@link CLAIM_COLUMNS}. */
export function claimTable(record: ArticleRecord): Cell[][] {
  const codePoints = codePointOffsets(record.text);
  return record.claims.map((claim) => CLAIM_COLUMNS.map(({ value }) => value({ record, claim, codePoints })));
}

function joined(parts: readonly string[]): string | null {
  return parts.length === 0 ? null : parts.join('; ');
}
