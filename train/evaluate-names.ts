import type { LanguageModel } from '../src/language/language-model.ts';
import { NAME_TYPES, namesOf } from '../src/language/name-labels.ts';
import type { NameTagger } from '../src/language/name-tagger.ts';
import { type NamedDocument, taggedDocument } from './name-data.ts';

export interface NameScores {
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
  readonly byType: Readonly<Record<string, number>>;
}

const SCORED = ['PERSON', 'ORGANIZATION', 'PLACE'] as const;

/** Exact span and type F1 over PERSON, ORGANIZATION and PLACE, per cent. */
export function evaluateNames(
  documents: readonly NamedDocument[],
  model: LanguageModel,
  tagger: NameTagger,
): NameScores {
  const counts = new Map<string, [gold: number, found: number, right: number]>(
    SCORED.map((type) => [type, [0, 0, 0]]),
  );
  for (const document of documents) {
    const { gold, ...input } = taggedDocument(document, model);
    const { sentenceFirst } = input;
    const wanted = new Set<string>();
    for (let s = 0; s + 1 < sentenceFirst.length; s++) {
      const from = sentenceFirst[s]!;
      for (const { first, last, type } of namesOf(gold.subarray(from, sentenceFirst[s + 1]!))) {
        const row = counts.get(NAME_TYPES[type]!);
        if (row === undefined) continue;
        row[0]++;
        wanted.add(`${from + first} ${from + last} ${NAME_TYPES[type]}`);
      }
    }
    for (const { first, last, type } of tagger.find(input)) {
      const row = counts.get(type);
      if (row === undefined) continue;
      row[1]++;
      if (wanted.has(`${first} ${last} ${type}`)) row[2]++;
    }
  }
  const f1 = ([gold, found, right]: readonly [number, number, number]): number =>
    (200 * right) / (gold + found || 1);
  const total = [...counts.values()].reduce<[number, number, number]>(
    (sum, row) => [sum[0] + row[0], sum[1] + row[1], sum[2] + row[2]],
    [0, 0, 0],
  );
  return {
    precision: (100 * total[2]) / (total[1] || 1),
    recall: (100 * total[2]) / (total[0] || 1),
    f1: f1(total),
    byType: Object.fromEntries([...counts].map(([type, row]) => [type, f1(row)])),
  };
}
