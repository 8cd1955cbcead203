import { encodeKeys } from '../src/language/model-file.ts';
import { NAME_TYPES, namesOf } from '../src/language/name-labels.ts';
import { NAME_WEIGHTS } from '../src/language/name-network.ts';
import { MOST_MARGIN, type NameTagger } from '../src/language/name-tagger.ts';
import { loadNamesModel, NAMES_KIND, type NamesMeta } from '../src/language/names-model.ts';
import type { WordVectors } from '../src/language/word-vectors.ts';
import type { GazetteerColumns } from './build-gazetteer.ts';
import { calibrate } from './calibrate.ts';
import { featureSections } from './feature-sections.ts';
import type { TrainedNameNetwork } from './train-name-network.ts';
import type { PreparedDocument, TrainedNames } from './train-names.ts';
import { quantised, quantisedDense } from './vector-table.ts';
import type { WordTypeColumns } from './word-types.ts';
import { modelBytes, type SectionValues } from './write-model.ts';

/** What the tagger looks words up in. */
export interface NameTables {
  readonly gazetteer: GazetteerColumns;
  readonly kinds: WordTypeColumns;
}

/** The bytes of the names model; confidence is fitted on documents that were not trained on. */
export function namesFile(
  trained: TrainedNames,
  network: TrainedNameNetwork,
  { gazetteer, kinds }: NameTables,
  vectors: WordVectors,
  unseen: readonly PreparedDocument[],
  weights: number,
): Uint8Array {
  const columns = trained.perceptron.columns(weights);
  const { meta: networkMeta, sections } = networkSections(network);
  const meta: NamesMeta = {
    entries: gazetteer.keys.length,
    wordTypes: kinds.keys.length,
    scale: columns.scale,
    calibration: { offset: 0, slope: 1 },
    network: networkMeta,
  };
  const bytes = (calibration: NamesMeta['calibration']): Uint8Array =>
    modelBytes(
      NAMES_KIND,
      { ...meta, calibration },
      {
        'gazetteer.keys': encodeKeys(gazetteer.keys),
        'gazetteer.bits': gazetteer.bits,
        'kinds.keys': encodeKeys(kinds.keys),
        'kinds.codes': kinds.codes,
        'kinds.palette': kinds.palette,
        'names.transitions': trained.transitions,
        ...featureSections('names', columns),
        ...sections,
      },
    );
  return bytes(fitConfidence(loadNamesModel(bytes(meta.calibration), vectors), unseen));
}

/** The network's share in the scores of labels, where the linear model's is 1. */
const NETWORK_SHARE = 30;

function networkSections({ shape, weights, wordKeys }: TrainedNameNetwork): {
  meta: NamesMeta['network'];
  sections: Record<string, SectionValues>;
} {
  const sections: Record<string, SectionValues> = { 'network.wordKeys': wordKeys };
  const tables = [
    ['words', shape.word],
    ['affixes', shape.affix],
  ] as const;
  for (const [name, width] of tables) {
    const { values, scales } = quantised(weights[name]!, width);
    sections[`network.${name}.values`] = values;
    sections[`network.${name}.scales`] = scales;
  }
  const denseScales: Record<string, number> = {};
  for (const name of NAME_WEIGHTS) {
    const { values, scale } = quantisedDense(weights[name === 'gates' ? 'gates1' : name]!);
    sections[`network.${name}`] = values;
    denseScales[name] = name.startsWith('label') ? scale * NETWORK_SHARE : scale;
  }
  return { meta: { shape, denseScales }, sections };
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
