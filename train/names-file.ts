import { FeatureModel } from '../src/language/feature-model.ts';
import { Gazetteer } from '../src/language/gazetteer.ts';
import { encodeKeys } from '../src/language/model-file.ts';
import { NAME_TYPES, namesOf } from '../src/language/name-labels.ts';
import { MOST_MARGIN, NameTagger } from '../src/language/name-tagger.ts';
import { NAMES_KIND, type NamesMeta } from '../src/language/names-model.ts';
import { WordTypes } from '../src/language/word-types.ts';
import type { GazetteerColumns } from './build-gazetteer.ts';
import { calibrate } from './calibrate.ts';
import { featureSections } from './feature-sections.ts';
import type { PreparedDocument, TrainedNames } from './train-names.ts';
import type { WordTypeColumns } from './word-types.ts';
import { modelBytes } from './write-model.ts';

/** What the tagger looks words up in. */
export interface NameTables {
  readonly gazetteer: GazetteerColumns;
  readonly kinds: WordTypeColumns;
}

/** The bytes of the names model; confidence is fitted on documents that were not trained on. */
export function namesFile(
  trained: TrainedNames,
  { gazetteer, kinds }: NameTables,
  unseen: readonly PreparedDocument[],
  weights: number,
): Uint8Array {
  const columns = trained.perceptron.columns(weights);
  const calibration = fitConfidence(
    new NameTagger({
      gazetteer: new Gazetteer(gazetteer.keys, gazetteer.bits),
      wordTypes: new WordTypes(kinds.keys, kinds.codes, kinds.palette),
      model: new FeatureModel(columns),
      transitions: trained.transitions,
      calibration: { offset: 0, slope: 1 },
    }),
    unseen,
  );
  const meta: NamesMeta = {
    entries: gazetteer.keys.length,
    wordTypes: kinds.keys.length,
    scale: columns.scale,
    calibration,
  };
  return modelBytes(
    NAMES_KIND,
    { ...meta },
    {
      'gazetteer.keys': encodeKeys(gazetteer.keys),
      'gazetteer.bits': gazetteer.bits,
      'kinds.keys': encodeKeys(kinds.keys),
      'kinds.codes': kinds.codes,
      'kinds.palette': kinds.palette,
      'names.transitions': trained.transitions,
      ...featureSections('names', columns),
    },
  );
}

function fitConfidence(tagger: NameTagger, documents: readonly PreparedDocument[]): NamesMeta['calibration'] {
  const examples: [number, boolean][] = [];
  for (const { document, gold, marksMisc } of documents) {
    const right = new Set<string>();
    for (let s = 0; s + 1 < document.sentenceFirst.length; s++) {
      const from = document.sentenceFirst[s]!;
      for (const { first, last, type } of namesOf(gold.subarray(from, document.sentenceFirst[s + 1]!)))
        right.add(`${from + first} ${from + last} ${NAME_TYPES[type]}`);
    }
    for (const { first, last, type, margin } of tagger.findWithMargins(document)) {
      if (type === 'MISC' && !marksMisc) continue;
      examples.push([Math.min(margin, MOST_MARGIN), right.has(`${first} ${last} ${type}`)]);
    }
  }
  return calibrate(examples);
}
