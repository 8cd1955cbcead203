import { hashString } from '../src/language/hash.ts';
import { type Lexeme, type Lexemes, normaliseForm } from '../src/language/lexeme.ts';
import { greatest, type JointTag, tagHash } from '../src/language/tagger.ts';
import { BEFORE, TAGGER_FEATURES, taggerFeatures } from '../src/language/tagger-features.ts';
import type { TreebankSentence } from './conllu.ts';
import { Perceptron } from './perceptron.ts';
import { randomSource, shuffle } from './random.ts';

export interface TrainedTagger {
  readonly tags: readonly JointTag[];
  readonly only: ReadonlyMap<number, number>;
  readonly perceptron: Perceptron;
}

export interface TaggerOptions {
  readonly epochs: number;
  readonly seed: number;
  readonly log: (line: string) => void;
}

/** Tags seen less often are not learnt. */
const RAREST_TAG = 3;

export function trainTagger(
  sentences: readonly TreebankSentence[],
  lexemes: Lexemes,
  { epochs, seed, log }: TaggerOptions,
): TrainedTagger {
  const counts = new Map<number, number>();
  const byWord = new Map<number, Map<number, number>>();
  for (const sentence of sentences) {
    sentence.forms.forEach((form, i) => {
      const tag = sentence.xpos[i]! * 64 + sentence.upos[i]!;
      counts.set(tag, (counts.get(tag) ?? 0) + 1);
      const word = hashString(normaliseForm(form).toLowerCase());
      let tags = byWord.get(word);
      if (tags === undefined) byWord.set(word, (tags = new Map()));
      tags.set(tag, (tags.get(tag) ?? 0) + 1);
    });
  }
  const kept = [...counts].filter(([, count]) => count >= RAREST_TAG).map(([tag]) => tag);
  kept.sort((a, b) => a - b);
  const index = new Map(kept.map((tag, i) => [tag, i]));
  const tags = kept.map((tag) => ({ upos: tag % 64, xpos: Math.floor(tag / 64) }));
  const hashes = Int32Array.from(tags, tagHash);
  const only = onlyTags(byWord, index);

  const perceptron = new Perceptron(tags.length);
  const scores = new Float64Array(tags.length);
  const features = new Int32Array(TAGGER_FEATURES);
  const random = randomSource(seed);
  const order = sentences.map((_, i) => i);
  const words: (readonly Lexeme[])[] = sentences.map((s) => s.forms.map((form) => lexemes.get(form)));
  for (let epoch = 0; epoch < epochs; epoch++) {
    shuffle(order, random);
    let errors = 0;
    let total = 0;
    for (const s of order) {
      const sentence = sentences[s]!;
      const row = words[s]!;
      let tag1 = BEFORE.lower;
      let tag2 = BEFORE.lower;
      for (let i = 0; i < row.length; i++) {
        total++;
        let best = only.get(row[i]!.lower);
        if (best === undefined) {
          const count = taggerFeatures(features, row, i, tag1, tag2);
          perceptron.score(features, 0, count, scores);
          best = greatest(scores);
          const gold = index.get(sentence.xpos[i]! * 64 + sentence.upos[i]!);
          if (gold !== undefined && gold !== best) {
            perceptron.update(features, 0, count, gold, best);
            errors++;
          }
          perceptron.steps++;
        }
        tag2 = tag1;
        tag1 = hashes[best]!;
      }
    }
    log(`tagger epoch ${epoch + 1}: errors ${((100 * errors) / total).toFixed(2)}%`);
  }
  return { tags, only, perceptron };
}

/** Words seen often and always with one tag need no decision. */
function onlyTags(byWord: Map<number, Map<number, number>>, index: Map<number, number>): Map<number, number> {
  const only = new Map<number, number>();
  for (const [word, tags] of [...byWord].sort((a, b) => a[0] - b[0])) {
    let total = 0;
    let best = -1;
    let most = 0;
    for (const [tag, count] of tags) {
      total += count;
      if (count > most) {
        most = count;
        best = tag;
      }
    }
    const code = index.get(best);
    if (total >= 20 && most / total >= 0.995 && code !== undefined) only.set(word, code);
  }
  return only;
}
