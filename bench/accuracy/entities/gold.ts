import { join } from 'node:path';
import type { EntityType } from '../../../src/core/layers.ts';
import { readJsonl } from '../../harness.ts';

export interface GoldMention {
  readonly start: number;
  readonly end: number;
  readonly kind: 'NAM' | 'NOM' | 'PRO';
  readonly type?: string;
}

export interface GoldCoreference {
  readonly id: string;
  readonly text: string;
  readonly clusters: readonly { readonly id: string; readonly mentions: readonly GoldMention[] }[];
}

export interface GoldNames {
  readonly id: string;
  readonly text: string;
  readonly entities: readonly { readonly start: number; readonly end: number; readonly label: string }[];
  readonly sentences: readonly { readonly start: number; readonly end: number }[];
}

export const ENTITY_TYPE: Readonly<Record<string, EntityType>> = {
  PER: 'PERSON',
  person: 'PERSON',
  ORG: 'ORGANIZATION',
  organization: 'ORGANIZATION',
  LOC: 'PLACE',
  GPE: 'PLACE',
  place: 'PLACE',
};

export const readCoreference = (evalDir: string, name: string): GoldCoreference[] | null =>
  readJsonl<GoldCoreference>(join(evalDir, 'coreference', `coref_${name}.jsonl`));

/** Clusters of the named mentions of at most six words, each span once. */
export function namedClusters(document: GoldCoreference): GoldMention[][] {
  const seen = new Set<string>();
  return document.clusters
    .map((cluster) =>
      cluster.mentions.filter((mention) => {
        const key = `${mention.start}:${mention.end}`;
        if (mention.kind !== 'NAM' || seen.has(key)) return false;
        seen.add(key);
        return document.text.slice(mention.start, mention.end).split(/\s+/).length <= 6;
      }),
    )
    .filter((cluster) => cluster.length > 0);
}
