import type { ArticleRecord, ClaimRecord, EntityRecord } from '../record/record.ts';

/** One claim on its own (`--per claim`): with the identity of its article and the entities that it refers to. */
export interface ClaimLine extends ClaimRecord {
  readonly article: {
    readonly articleId: string;
    readonly versionId: string;
    readonly id?: string;
    readonly path?: string;
    readonly url: string | null;
    readonly title: string | null;
    readonly site: string | null;
    readonly published: string | null;
    /** Of the input bytes. */
    readonly sha256: string;
  };
  readonly pipeline: { readonly version: string; readonly configSha256: string };
  readonly sentenceText: string;
  readonly entities: Readonly<Record<string, Pick<EntityRecord, 'key' | 'name' | 'type'>>>;
}

/** The record's claims, each as an object of its own, in order. */
export function claimLines(record: ArticleRecord): ClaimLine[] {
  const { articleId, versionId, source, metadata } = record;
  const article = {
    articleId,
    versionId,
    ...(source.id === undefined ? {} : { id: source.id }),
    ...(source.path === undefined ? {} : { path: source.path }),
    url: metadata.url ?? source.url ?? null,
    title: metadata.title,
    site: metadata.site,
    published: metadata.published?.value ?? null,
    sha256: source.sha256,
  };
  const { version, configSha256 } = record.pipeline;
  const byId = new Map(record.entities.map((entity) => [entity.id, entity]));
  return record.claims.map((claim) => {
    const sentence = record.sentences[claim.sentence];
    const entities: Record<string, Pick<EntityRecord, 'key' | 'name' | 'type'>> = {};
    for (const id of entityRefs(claim)) {
      const entity = byId.get(id);
      if (entity) entities[id] = { key: entity.key, name: entity.name, type: entity.type };
    }
    const sentenceText = sentence === undefined ? '' : record.text.slice(sentence.start, sentence.end);
    return { article, ...claim, sentenceText, entities, pipeline: { version, configSha256 } };
  });
}

function entityRefs(claim: ClaimRecord): string[] {
  return [
    claim.subject.entity,
    claim.object?.entity,
    ...claim.attribution.map(({ source }) => source?.entity),
    ...claim.places.map(({ entity }) => entity),
  ].filter((id) => id !== undefined);
}
