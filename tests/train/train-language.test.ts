import { describe, expect, it } from 'vitest';
import { DEPREL_CODE, UPOS_CODE, XPOS_CODE } from '../../src/core/labels.ts';
import { loadLanguageModel } from '../../src/language/language-model.ts';
import type { TreebankSentence } from '../../train/conllu.ts';
import { evaluateTrees } from '../../train/evaluate.ts';
import { type LanguageRecipe, trainLanguage } from '../../train/train-language.ts';

const NOUNS = ['clerk', 'nurse', 'farmer', 'pilot', 'singer', 'miner'];
const VERBS = ['saw', 'paid', 'met', 'left', 'drew'];

/** "The clerk saw the nurse." */
function sentence(subject: string, verb: string, object: string): TreebankSentence {
  const { DET, NOUN, VERB, PUNCT } = UPOS_CODE;
  const { DT, NN, VBD } = XPOS_CODE;
  const { det, nsubj, root, obj, punct } = DEPREL_CODE;
  const forms = ['The', subject, verb, 'the', object, '.'];
  return {
    ...{ doc: '', genre: '', text: forms.join(' '), forms, offsets: null },
    lemmas: ['the', subject, verb, 'the', object, '.'],
    upos: Uint8Array.of(DET, NOUN, VERB, DET, NOUN, PUNCT),
    xpos: Uint8Array.of(DT, NN, VBD, DT, NN, XPOS_CODE['.']),
    heads: Int32Array.of(1, 2, 6, 4, 2, 2),
    deprels: Uint8Array.of(det, nsubj, root, det, obj, punct),
  };
}

const treebank = NOUNS.flatMap((subject, i) =>
  VERBS.map((verb, k) => sentence(subject, verb, NOUNS[(i + k + 1) % NOUNS.length]!)),
);
const clustering = { keys: new Int32Array(0), classes: new Uint16Array(0), coarse: new Uint8Array(0) };
const vectors = { words: ['the', 'clerk'], dimensions: 8, values: new Float32Array(16).fill(0.5) };

function train(threads: number): Promise<Uint8Array> {
  const run = { batchWords: 40, rate: 0.02, dropout: 0, threads, variantShare: 1, rawUntil: 0.5, watches: 1 };
  const recipe: LanguageRecipe = {
    sizes: { word: 8, affix: 8, layers: 2, units: 8, arc: 8, relation: 8 },
    teacherSeeds: [1, 2],
    teacher: { ...run, epochs: 60 },
    student: { ...run, epochs: 20 },
  };
  const raw = [['The', 'pilot', 'met', 'the', 'clerk', '.']];
  return trainLanguage(treebank, raw, treebank, clustering, vectors, recipe, { log: () => {} });
}

describe('training of the language model', () => {
  it.each([1, 2])(
    'gives the same bytes each time with %i threads, and learns',
    async (threads) => {
      const bytes = await train(threads);
      expect(await train(threads)).toEqual(bytes);
      const { upos, las } = evaluateTrees(treebank, loadLanguageModel(bytes));
      expect(upos).toBeGreaterThan(95);
      expect(las).toBeGreaterThan(90);
    },
    120_000,
  );
});
