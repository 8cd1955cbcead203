import {
  EVALUATIVE_ADJECTIVES,
  EVALUATIVE_ADVERBS,
  EVALUATIVE_NOUNS,
} from '../../lexicon/evaluative-words.ts';
import { HEDGING_ADVERBS, HEDGING_MODALS } from '../../lexicon/modality-cues.ts';
import { NUMERALS } from '../../lexicon/numerals.ts';
import { STOPWORDS } from '../../lexicon/stopwords.ts';

/** A sparse vector: bucket and value pairs. */
export interface SparseVector {
  readonly index: readonly number[];
  readonly value: readonly number[];
}

export interface FeatureOptions {
  /** Number of buckets, a power of two. */
  readonly buckets: number;
}

/** Longest sentence that is looked at, in words. */
const MAX_WORDS = 120;

/** What a sentence looks like to the linear models: words, word pairs, character n-grams and signs. */
export function sentenceFeatures(text: string, { buckets }: FeatureOptions): SparseVector {
  const words = wordsOf(text);
  const found = new Map<number, number>();
  const add = (name: string, value: number) => {
    const bucket = hash(name) & (buckets - 1);
    found.set(bucket, (found.get(bucket) ?? 0) + value);
  };
  const grams = new Set<string>();
  const chars = new Set<string>();
  let before = '<s>';
  for (const word of words) {
    const plain = word.toLowerCase().replace(/\d/g, '0');
    grams.add(`w:${plain}`);
    grams.add(`b:${before} ${plain}`);
    before = plain;
    const padded = `_${plain}_`;
    for (let size = 3; size <= 5; size++) {
      for (let at = 0; at + size <= padded.length && at < 30; at++)
        chars.add(`c:${padded.slice(at, at + size)}`);
    }
  }
  const gramWeight = 1 / Math.sqrt(Math.max(1, grams.size));
  const charWeight = 1 / Math.sqrt(Math.max(1, chars.size));
  for (const gram of grams) add(gram, gramWeight);
  for (const gram of chars) add(gram, charWeight);
  for (const [name, value] of signsOf(text, words)) add(`s:${name}`, value);
  return { index: [...found.keys()], value: [...found.values()] };
}

const WORD = /[\p{L}\p{N}]+(?:[.,'’-][\p{L}\p{N}]+){0,6}|[$€£%?!"“”…]/gu;

export function wordsOf(text: string): string[] {
  return (text.slice(0, 4000).match(WORD) ?? []).slice(0, MAX_WORDS);
}

/** Signs of record and of opinion, each about 0 to 1. */
export function signsOf(text: string, words: readonly string[]): [name: string, value: number][] {
  const lower = words.map((word) => word.toLowerCase().replaceAll('’', "'"));
  const n = Math.max(1, words.length);
  const share = (test: (word: string, at: number) => boolean) => {
    let count = 0;
    for (let at = 0; at < lower.length; at++) if (test(lower[at]!, at)) count++;
    return count;
  };
  const out: [string, number][] = [];
  const count = (name: string, hits: number) => {
    if (hits > 0)
      out.push(
        [name, 0.3],
        [`${name}:n`, 0.3 * Math.min(1, hits / 4)],
        [`${name}:r`, Math.min(1, (3 * hits) / n)],
      );
  };
  count(
    'number',
    share((word) => /\d/.test(word) || NUMERALS[word] !== undefined),
  );
  count(
    'percent',
    share((word) => word === '%' || word === 'percent' || word === 'percentage'),
  );
  count(
    'money',
    share((word) => /^[$€£]$/.test(word) || /^(dollars?|euros?|cents|pounds?)$/.test(word)),
  );
  count(
    'scale',
    share((word) => /^(thousands?|millions?|billions?|trillions?|hundreds?|half|double|twice)$/.test(word)),
  );
  count(
    'year',
    share((word) => /^(19|20)\d\d$/.test(word)),
  );
  count(
    'i',
    share((word) => /^(i|my|me|mine|i'm|i've|i'd|i'll|myself)$/.test(word)),
  );
  count(
    'we',
    share((word) => /^(we|our|us|ours|we're|we've|we'll|we'd)$/.test(word)),
  );
  count(
    'you',
    share((word) => /^(you|your|yours|you're|you've|you'll|yourself)$/.test(word)),
  );
  count(
    'third',
    share((word) => /^(he|she|they|his|her|their|him|them)$/.test(word)),
  );
  count(
    'name',
    share((word, at) => at > 0 && /^\p{Lu}/u.test(words[at]!) && word !== 'i'),
  );
  count(
    'question',
    share((word) => word === '?'),
  );
  count(
    'exclamation',
    share((word) => word === '!'),
  );
  count(
    'quote',
    share((word) => /["“”]/.test(word)),
  );
  count(
    'obligation',
    share((word) => /^(should|must|ought|need|needs|shouldn't|let's)$/.test(word)),
  );
  count(
    'future',
    share((word) => /^(will|shall|won't|going|tomorrow|'ll)$/.test(word)),
  );
  count(
    'possibility',
    share((word) => HEDGING_MODALS.has(word) || HEDGING_ADVERBS.has(word)),
  );
  count(
    'would',
    share((word) => /^(would|wouldn't)$/.test(word)),
  );
  count(
    'compare',
    share((word) =>
      /^(more|less|fewer|than|higher|lower|most|least|largest|highest|lowest|biggest|smallest|first|last)$/.test(
        word,
      ),
    ),
  );
  count(
    'superlative',
    share(
      (word) =>
        /^\p{L}{3,10}est$/u.test(word) &&
        !/^(interest|west|request|forest|arrest|protest|suggest|harvest|invest|honest|test)$/.test(word),
    ),
  );
  count(
    'past',
    share(
      (word) =>
        /^\p{L}{3,14}ed$/u.test(word) ||
        /^(was|were|had|did|said|went|came|took|made|gave|got|lost|won|spent|voted|cut|put)$/.test(word),
    ),
  );
  count(
    'perfect',
    share((word) => /^(has|have|had|haven't|hasn't|i've|we've|they've)$/.test(word)),
  );
  count(
    'negation',
    share((word) => /^(not|no|never|none|nothing|nor|without)$/.test(word) || word.endsWith("n't")),
  );
  count(
    'opinion-verb',
    share((word) => /^(think|believe|feel|hope|know|guess|suppose|wish|want|love|hate|like)$/.test(word)),
  );
  count(
    'report-verb',
    share((word) =>
      /^(said|says|told|according|reported|announced|stated|added|found|showed|shows)$/.test(word),
    ),
  );
  count(
    'judging-adjective',
    share((word) => EVALUATIVE_ADJECTIVES.has(word)),
  );
  count(
    'judging-noun',
    share((word) => EVALUATIVE_NOUNS.has(word) || EVALUATIVE_NOUNS.has(word.replace(/s$/, ''))),
  );
  count(
    'judging-adverb',
    share((word) => EVALUATIVE_ADVERBS.has(word)),
  );
  count(
    'intensifier',
    share((word) =>
      /^(so|very|really|quite|rather|too|such|extremely|completely|absolutely|even|just|only|merely|still|yet|indeed)$/.test(
        word,
      ),
    ),
  );
  count(
    'ly',
    share((word) => /^\p{L}{3,14}ly$/u.test(word)),
  );
  count(
    'generic',
    share((word) =>
      /^(all|every|always|everyone|everything|nobody|anyone|people|any|everywhere)$/.test(word),
    ),
  );
  count(
    'demonstrative',
    share((word) => /^(this|that|these|those|it|it's|that's)$/.test(word)),
  );
  count(
    'rhetoric',
    share((word) => /^(what|how|why|perhaps|maybe|surely|course|fact|truth|obviously|clearly)$/.test(word)),
  );
  count(
    'copula',
    share((word) => /^(is|are|be|isn't|aren't)$/.test(word)),
  );
  count(
    'content',
    share((word) => word.length > 6 && !STOPWORDS.has(word)),
  );
  count('dash', (text.match(/[—–…;:]/gu) ?? []).length);
  if (/^["“(]?(but|and|so|or|yet|because|if|while|though|although)\b/iu.test(text))
    out.push(['opens-conjunction', 0.5]);
  if (/^["“(]?(it|this|that|there)\b/iu.test(text)) out.push(['opens-pronoun', 0.5]);
  for (const limit of [5, 8, 12, 18, 25, 35, 50]) if (n >= limit) out.push([`long:${limit}`, 0.3]);
  const quoted = (text.match(/["“”]/gu) ?? []).length;
  if (quoted >= 2 && /^["“]/u.test(text.trim()) && /["”][.,]?$/u.test(text.trim()))
    out.push(['all-quoted', 0.6]);
  out.push(['bias', 0.5]);
  return out;
}

/** FNV-1a over UTF-16 code units. */
function hash(text: string): number {
  let h = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) {
    h ^= text.charCodeAt(at);
    h = Math.imul(h, 0x01000193);
  }
  return (h ^ (h >>> 15)) >>> 0;
}
