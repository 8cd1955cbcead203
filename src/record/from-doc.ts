import type { Diagnostic } from '../core/diagnostic.ts';
import type { Doc } from '../core/doc.ts';
import type { Attribution, Claim, ClaimScore, Entity, Layers, Metadata, Quote } from '../core/layers.ts';
import { intersection, type Span } from '../core/span.ts';
import { articleId, claimId, claimKey, versionId } from './ids.ts';
import { type ArticleRecord, type AttributionRecord, type ClaimRecord, SCHEMA_VERSION } from './record.ts';

/** Characters of context kept on each side of a claim's quote (W3C TextQuoteSelector). */
const CONTEXT = 32;

export interface PipelineIdentity {
  readonly version: string;
  readonly configSha256: string;
  readonly models: Readonly<Record<string, string>>;
}

const NO_METADATA: Metadata = {
  title: null,
  url: null,
  site: null,
  authors: [],
  published: null,
  modified: null,
  language: null,
};

/** The published record of a document that went through the pipeline. Layers that no stage made are empty. */
export function recordFromDoc(
  doc: Doc,
  diagnostics: readonly Diagnostic[],
  pipeline: PipelineIdentity,
): ArticleRecord {
  const { text, map, source } = doc;
  const metadata = doc.layers.metadata ?? NO_METADATA;
  const blocks = doc.layers.blocks ?? [];
  const articleText = blocks
    .filter((block) => block.label === 'article')
    .map((block) => text.slice(block.start, block.end))
    .join('\n');
  const article = articleId(metadata, source.id, articleText);
  const cut = (span: Span) => ({ start: span.start, end: span.end, text: text.slice(span.start, span.end) });
  const attributions = (doc.layers.attributions ?? []).map((one, index) =>
    attributionRecord(one, index, doc, cut),
  );

  return {
    schemaVersion: SCHEMA_VERSION,
    articleId: article,
    versionId: versionId(article, articleText),
    source: {
      ...defined({ id: source.id, path: source.path, url: source.url }),
      sha256: source.sha256,
      mediaType: source.mediaType,
      charset: source.charset,
      ...defined({ fetchedAt: source.fetchedAt }),
    },
    metadata: {
      ...metadata,
      authors: [...metadata.authors],
      published: pageDate(metadata.published),
      modified: pageDate(metadata.modified),
    },
    text,
    textMap: map.toJSON().map((segment) => [...segment]) as ArticleRecord['textMap'],
    blocks: blocks.map(({ start, end, kind, label }) => ({ start, end, kind, label })),
    sentences: (doc.layers.sentences ?? []).map(({ start, end, block }) => ({ start, end, block })),
    timexes: (doc.layers.timexes ?? []).map((timex, index) => ({
      id: `t${index + 1}`,
      ...cut(timex),
      type: timex.type,
      value: timex.value,
      ...defined({ mod: timex.mod }),
      interval: timex.interval === null ? null : [timex.interval[0], timex.interval[1]],
      granularity: timex.granularity,
      anchor: { kind: timex.anchor.kind, ...defined({ value: timex.anchor.value }) },
    })),
    entities: (doc.layers.entities ?? []).map((entity, index) => ({
      id: `e${index + 1}`,
      key: entity.key,
      name: entity.name,
      type: entity.type,
      aliases: [...entity.aliases],
      mentions: entity.mentions.map((mention) => ({ ...cut(mention), kind: mention.kind })),
      roles: entity.roles.map((role) => ({ start: role.start, end: role.end, text: role.text })),
      ...defined({ externalId: entity.externalId, place: entity.place && placeOf(entity.place) }),
    })),
    quotes: (doc.layers.quotes ?? []).map((quote, index) => ({
      id: `q${index + 1}`,
      ...cut(quote),
      ...speech(quote, attributionOf(quote, doc.layers.attributions ?? []), text),
    })),
    attributions,
    claims: claimRecords(doc, article, attributions, cut),
    diagnostics: diagnostics.map(({ severity, code, message, stage, rule, span, score }) => ({
      severity,
      code,
      message,
      stage,
      ...defined({ rule, start: span?.start, end: span?.end, score }),
    })),
    pipeline: { ...pipeline, models: { ...pipeline.models } },
  };
}

type Cut = (span: Span) => { start: number; end: number; text: string };

function attributionRecord(attribution: Attribution, index: number, doc: Doc, cut: Cut): AttributionRecord {
  const { source, cue, addressee } = attribution;
  return {
    id: `a${index + 1}`,
    content: attribution.content.map(({ start, end }) => ({ start, end })),
    source: source && {
      ...cut(source),
      name: source.name,
      ...defined({ entity: entityRef(source.entity) }),
      type: source.type,
    },
    cue: cue && { ...cut(cue), lemma: cue.lemma },
    quoteType: attribution.quoteType,
    stance: attribution.stance,
    ...defined({
      saidAt: attribution.saidAt === undefined ? undefined : doc.layers.timexes?.[attribution.saidAt]?.value,
      addressee: addressee && { ...cut(addressee), ...defined({ entity: entityRef(addressee.entity) }) },
      within: attribution.within === undefined ? undefined : `a${attribution.within + 1}`,
    }),
  };
}

/** The innermost attribution whose content holds nearly all of the quote: it has read more than the quote's own marks. */
function attributionOf(quote: Quote, attributions: readonly Attribution[]): Attribution | undefined {
  let best: Attribution | undefined;
  let least = Number.POSITIVE_INFINITY;
  for (const attribution of attributions) {
    if (attribution.source === null) continue;
    let inside = 0;
    let size = 0;
    for (const span of attribution.content) {
      const shared = intersection(span, quote);
      if (shared) inside += shared.end - shared.start;
      size += span.end - span.start;
    }
    if (inside >= 0.8 * (quote.end - quote.start) && size < least) {
      best = attribution;
      least = size;
    }
  }
  return best;
}

/** Who speaks a quote: as attributed, else as the quotes stage found beside the marks. */
function speech(quote: Quote, attribution: Attribution | undefined, text: string) {
  const { source, cue } = attribution ?? {};
  const speaker = source ?? quote.speaker;
  return defined({
    speaker: speaker && text.slice(speaker.start, speaker.end),
    entity: entityRef(source ? source.entity : quote.entity),
    cue: (cue ?? quote.cue) && text.slice((cue ?? quote.cue)!.start, (cue ?? quote.cue)!.end),
  });
}

const NO_SCORE: ClaimScore = { checkWorthiness: 0, verifiable: 0, subjectivity: 0, confidence: 0 };

function claimRecords(
  doc: Doc,
  article: string,
  attributions: readonly AttributionRecord[],
  cut: Cut,
): ClaimRecord[] {
  const { text, map } = doc;
  const claims = doc.layers.claims ?? [];
  const ids = claimIds(claims, article, attributions, text);
  const entityName = (index: number | undefined) =>
    index === undefined ? undefined : doc.layers.entities?.[index]?.name;

  return claims.map((claim, index) => {
    const raw = map.toRaw(claim.quote);
    const { start, end } = claim.quote;
    const timexes = doc.layers.timexes ?? ([] as Layers['timexes']);
    const levels = claim.attribution.map((level) => attributions[level]!);
    const score = doc.layers.scores?.[index] ?? NO_SCORE;
    return {
      id: ids[index]!,
      key: claimKey(claim, {
        ...defined({ subject: entityName(claim.subject.entity), object: entityName(claim.object?.entity) }),
        source: levels.at(-1)?.source?.name ?? null,
      }),
      sentence: claim.sentence,
      kind: claim.kind,
      ...defined({ derivation: claim.derivation }),
      text: claim.text,
      edits: claim.edits.map(({ from, to, reason }) => ({ from, to, reason })),
      quote: {
        start,
        end,
        rawStart: raw.start,
        rawEnd: raw.end,
        exact: text.slice(start, end),
        prefix: text.slice(safeCut(text, Math.max(0, start - CONTEXT)), start),
        suffix: text.slice(end, safeCut(text, Math.min(text.length, end + CONTEXT))),
      },
      subject: { ...slot(claim.subject), ...defined({ entity: entityRef(claim.subject.entity) }) },
      predicate: { ...slot(claim.predicate), lemma: claim.predicate.lemma },
      object: claim.object && {
        ...slot(claim.object),
        ...defined({ entity: entityRef(claim.object.entity) }),
      },
      args: claim.args.map((arg) => ({ ...slot(arg), prep: arg.prep, role: arg.role })),
      polarity: claim.polarity,
      modality: claim.modality,
      ...defined({ modalityCue: claim.modalityCue && cut(claim.modalityCue) }),
      factuality: claim.factuality,
      attribution: levels.map((level) => ({
        attribution: level.id,
        source: level.source,
        cue: level.cue,
        quoteType: level.quoteType,
        ...defined({ saidAt: level.saidAt }),
      })),
      time: claim.time.map(({ timex, role, inherited }) => {
        const { value, interval } = timexes[timex]!;
        return {
          timex: `t${timex + 1}`,
          role,
          value,
          interval: interval === null ? null : ([interval[0], interval[1]] as [string, string]),
          ...defined({ inherited: inherited || undefined }),
        };
      }),
      places: claim.places.map((place) => ({
        start: place.start,
        end: place.end,
        text: place.text,
        name: place.name,
        ...defined({ entity: entityRef(place.entity) }),
      })),
      quantities: claim.quantities.map((quantity) => ({
        start: quantity.start,
        end: quantity.end,
        text: quantity.text,
        value: quantity.value,
        unit: quantity.unit,
        comparator: quantity.comparator,
        ...defined({ max: quantity.max, of: quantity.of }),
      })),
      links: claim.links.map(({ type, claim: other }) => ({ type, claim: ids[other]! })),
      checkWorthiness: score.checkWorthiness,
      verifiable: score.verifiable,
      subjectivity: score.subjectivity,
      confidence: score.confidence,
      ...defined({ slotConfidence: score.slotConfidence }),
      rule: claim.rule,
    };
  });
}

/** The ordinal tells apart claims of one article that are otherwise the same. */
function claimIds(
  claims: readonly Claim[],
  article: string,
  attributions: readonly AttributionRecord[],
  text: string,
): string[] {
  const seen = new Map<string, number>();
  return claims.map((claim) => {
    const exact = text.slice(claim.quote.start, claim.quote.end);
    const level = claim.attribution.at(-1);
    const source = level === undefined ? null : (attributions[level]?.source?.name ?? null);
    const first = claimId(article, claim, exact, source, 0);
    const ordinal = seen.get(first) ?? 0;
    seen.set(first, ordinal + 1);
    return ordinal === 0 ? first : claimId(article, claim, exact, source, ordinal);
  });
}

function slot(part: Span & { text: string; implicit?: boolean }) {
  return {
    start: part.start,
    end: part.end,
    text: part.text,
    ...defined({ implicit: part.implicit || undefined }),
  };
}

function pageDate(date: Metadata['published']): ArticleRecord['metadata']['published'] {
  return date && { value: date.value, precision: date.precision, origin: date.origin };
}

function entityRef(index: number | undefined): string | undefined {
  return index === undefined ? undefined : `e${index + 1}`;
}

/** Moves an offset that would cut a surrogate pair one to the right. */
function safeCut(text: string, offset: number): number {
  const code = text.charCodeAt(offset);
  const before = text.charCodeAt(offset - 1);
  return code >= 0xdc00 && code <= 0xdfff && before >= 0xd800 && before <= 0xdbff ? offset + 1 : offset;
}

/** The object without its undefined fields, typed so (exactOptionalPropertyTypes). */
function defined<T extends object>(fields: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]?: Exclude<T[K], undefined>;
  };
}

function placeOf({
  name,
  key,
  entity,
}: NonNullable<Entity['place']>): ArticleRecord['entities'][number]['place'] {
  return { name, key, ...defined({ entity: entityRef(entity) }) };
}
