import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { UPOS } from '../../src/core/labels.ts';
import { analyse } from '../../src/language/analyse.ts';
import { LANGUAGE_MODEL, type LanguageModel, loadLanguageModel } from '../../src/language/language-model.ts';
import type { NameTagger } from '../../src/language/name-tagger.ts';
import { loadNamesModel, NAMES_MODEL } from '../../src/language/names-model.ts';
import { tokenOffsets } from '../../src/language/tokenise.ts';
import { readConllu, type TreebankSentence } from '../../train/conllu.ts';
import { evaluateTrees } from '../../train/evaluate.ts';
import { evaluateNames } from '../../train/evaluate-names.ts';
import { readNamedDocuments } from '../../train/name-data.ts';
import { type Bench, type Figure, formatTable } from '../harness.ts';
import { peerNames, peerTags, runCompromise } from '../peers/language.ts';

/** Treebank parts that are scored, with the aims. */
const TREEBANKS = [
  { key: 'gum-test', upos: 97, las: 88 },
  { key: 'ewt-test', upos: 95.5, las: 85.5 },
  { key: 'gum-dev' },
  { key: 'ewt-dev' },
] as const;

const NAME_SETS = [
  { key: 'worldwide_dev', aim: 74 },
  { key: 'gum_news', aim: 70 },
  { key: 'uner_ewt_dev', aim: 76 },
  { key: 'finerord_val' },
] as const;

/** Tags, trees and names of the shipped models, beside compromise, wink-nlp and natural on the same words. */
export const bench: Bench = {
  name: 'language',
  async run({ evalDir, trainDir, peers }) {
    const figures: Figure[] = [];
    const skipped: string[] = [];
    const rows: (string | number)[][] = [['set', 'system', 'UPOS', 'XPOS', 'UAS', 'LAS', 'words F1']];
    const nameRows: (string | number)[][] = [['set', 'system', 'P', 'R', 'F1']];
    const { model, names, loading } = loadModels();
    figures.push({ figure: 'load-ms', value: loading, target: 150, lowerIsBetter: true, timing: true });

    const texts: string[] = [];
    for (const set of TREEBANKS) {
      const [bank, part] = set.key.split('-') as [string, string];
      const sentences = readConllu(join(trainDir, 'ud', `en_${bank}-ud-${part}.conllu`));
      if (sentences.length === 0) {
        skipped.push(`${set.key}: not below ${trainDir}`);
        continue;
      }
      if (part === 'test') texts.push(...sentences.map(({ text }) => text));
      const scores = evaluateTrees(sentences, model);
      const words = wordsF1(sentences);
      rows.push([set.key, 'claimline', scores.upos, scores.xpos, scores.uas, scores.las, words]);
      figures.push({
        figure: `${set.key}/upos`,
        value: scores.upos,
        ...aim('upos' in set ? set.upos : undefined),
      });
      figures.push({ figure: `${set.key}/uas`, value: scores.uas });
      figures.push({
        figure: `${set.key}/las`,
        value: scores.las,
        ...aim('las' in set ? set.las : undefined),
      });
      figures.push({ figure: `${set.key}/words`, value: words });
      if (!peers || part !== 'test') continue;
      for (const { name, upos } of await peerTags(sentences.map(({ forms }) => forms))) {
        let right = 0;
        let total = 0;
        sentences.forEach((sentence, s) => {
          sentence.upos.forEach((code, i) => {
            total++;
            if (coarse(UPOS[code]!) === coarse(upos[s]![i]!)) right++;
          });
        });
        rows.push([set.key, `${name} (coarse)`, (100 * right) / total, '', '', '', '']);
      }
    }

    for (const set of NAME_SETS) {
      const path = join(evalDir, 'entities', `ner_${set.key}.jsonl`);
      if (!existsSync(path)) {
        skipped.push(`${set.key}: not below ${evalDir}`);
        continue;
      }
      const documents = readNamedDocuments(path, true);
      const scores = evaluateNames(documents, model, names);
      nameRows.push([set.key, 'claimline', scores.precision, scores.recall, scores.f1]);
      figures.push({ figure: `${set.key}/f1`, value: scores.f1, ...aim('aim' in set ? set.aim : undefined) });
      if (peers) {
        const found = await peerNames(documents);
        nameRows.push([set.key, 'compromise', found.precision, found.recall, found.f1]);
      }
    }
    figures.push(...speeds(texts, model, names, peers));
    const table = [formatTable(rows), ...(nameRows.length > 1 ? ['', formatTable(nameRows)] : [])].join('\n');
    return { figures, table, skipped };
  },
};

function aim(target: number | undefined): { target?: number } {
  return target === undefined ? {} : { target };
}

/** Tag sets of peers do not tell auxiliaries, and differ about proper names and particles: compared coarsely. */
function coarse(upos: string): string {
  if (upos === 'PROPN') return 'NOUN';
  if (upos === 'AUX') return 'VERB';
  return upos === 'SCONJ' || upos === 'PART' ? 'ADP' : upos;
}

interface Models {
  readonly model: LanguageModel;
  readonly names: NameTagger;
  /** Milliseconds of processor time. */
  readonly loading: number;
}

function loadModels(): Models {
  const folder = join(dirname(fileURLToPath(import.meta.url)), '../../models');
  const language = readFileSync(join(folder, LANGUAGE_MODEL));
  const nameBytes = readFileSync(join(folder, NAMES_MODEL));
  const before = cpuSeconds();
  const model = loadLanguageModel(language);
  const names = loadNamesModel(nameBytes, model.vectors);
  return { model, names, loading: 1000 * (cpuSeconds() - before) };
}

/** Processor time of this process: unlike the clock it does not count what other programs take. */
function cpuSeconds(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
}

/** F1 of the tokeniser's words against the treebank's, sentences given. */
function wordsF1(sentences: readonly TreebankSentence[]): number {
  let gold = 0;
  let found = 0;
  let right = 0;
  for (const { text, offsets } of sentences) {
    if (offsets === null) continue;
    const wanted = new Set(offsets.map(String));
    const words = tokenOffsets(text);
    gold += offsets.length;
    found += words.length;
    right += words.filter((word) => wanted.has(String(word))).length;
  }
  return (200 * right) / (gold + found || 1);
}

const ROUNDS = 3;

/** Words per second of processor time from text to tokens layer, the best of a few rounds, documents of some 30 sentences. */
function speeds(
  sentences: readonly string[],
  model: LanguageModel,
  names: NameTagger,
  peers: boolean,
): Figure[] {
  const documents: { text: string; spans: { start: number; end: number }[] }[] = [];
  for (let at = 0; at < sentences.length; at += 30) {
    let text = '';
    const spans = sentences.slice(at, at + 30).map((sentence) => {
      const start = text.length;
      text += `${sentence} `;
      return { start, end: start + sentence.length };
    });
    documents.push({ text, spans });
  }
  if (documents.length === 0) return [];
  let words = 0;
  const best = (run: () => void): number => {
    let least = Number.POSITIVE_INFINITY;
    for (let round = 0; round < ROUNDS; round++) {
      const before = cpuSeconds();
      run();
      least = Math.min(least, cpuSeconds() - before);
    }
    return least;
  };
  const trees = best(() => {
    words = 0;
    for (const { text, spans } of documents) words += analyse(text, spans, model).length;
  });
  const all = best(() => {
    for (const { text, spans } of documents) analyse(text, spans, model, (document) => names.find(document));
  });
  const figures: Figure[] = [
    { figure: 'speed/trees', value: words / trees, target: 30_000, timing: true },
    { figure: 'speed/trees+names', value: words / all, target: 20_000, timing: true },
  ];
  if (!peers) return figures;
  const compromise = best(() => {
    for (const { text } of documents) runCompromise(text);
  });
  return [
    ...figures,
    { figure: 'speed/compromise', value: words / compromise, timing: true },
    { figure: 'speed/times-compromise', value: compromise / all, target: 3, timing: true },
  ];
}
