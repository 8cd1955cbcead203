import type { Upos } from '../../core/labels.ts';
import type { TokenTable } from '../../core/tokens.ts';
import { clauseSigns } from './clause-signs.ts';
import { quotedTokens } from './quoted-tokens.ts';
import { signsOf, wordsOf } from './sentence-features.ts';
import { SCALES, type WordScales } from './word-scales.ts';

/** Parts of speech that judge. */
const CONTENT: readonly Upos[] = ['ADJ', 'ADV', 'NOUN', 'VERB'];

/**
 * What tells a sentence of opinion from one of report, by name; `group/feature`. Quoted words are left out of most of
 * it: somebody else's opinion is reported, not held (the guideline of CheckThat! 2025 task 1; Antici et al. 2023).
 * - `sign`: pronouns, numbers, modals, judging words and the like, shares of the sentence;
 * - `scale`: the words' scales by part of speech: sum, greatest, least;
 * - `quote`, `clause`: how much is quoted; how the main clause is built;
 * - `word`, `verb`: mean vector of the content words and of the verbs.
 */
export function opinionFeatures(
  text: string,
  tokens: TokenTable,
  sentence: number,
  words: WordScales,
): Map<string, number> {
  const first = tokens.first(sentence);
  const end = tokens.end(sentence);
  const out = new Map<string, number>();
  if (first === end) return out;
  const sentenceText = text.slice(tokens.columns.start[first]!, tokens.columns.end[end - 1]!);
  for (const [name, value] of signsOf(sentenceText, wordsOf(sentenceText))) out.set(`sign/${name}`, value);
  const quoted = quotedTokens(text, tokens, sentence);
  quoteSigns(text, tokens, sentence, quoted, out);
  for (const [name, value] of clauseSigns(text, tokens, sentence, quoted)) out.set(`clause/${name}`, value);
  scaleFeatures(text, tokens, sentence, quoted, words, out);
  return out;
}

function quoteSigns(
  text: string,
  tokens: TokenTable,
  sentence: number,
  quoted: readonly boolean[],
  out: Map<string, number>,
): void {
  const first = tokens.first(sentence);
  const share = quoted.filter(Boolean).length / quoted.length;
  let marks = 0;
  for (let k = 0; k < quoted.length; k++) if (/^["“”]$/u.test(tokens.text(text, first + k))) marks++;
  out.set('quote/share', share);
  if (share > 0.7) out.set('quote/most', 1);
  if (share > 0.1) out.set('quote/some', 1);
  if (/^["“]$/u.test(tokens.text(text, first))) out.set('quote/opens', 1);
  if (marks > 0) out.set('quote/mark', 1);
  if (marks > 0) out.set('quote/marks', Math.min(2, marks / 3));
}

function scaleFeatures(
  text: string,
  tokens: TokenTable,
  sentence: number,
  quoted: readonly boolean[],
  words: WordScales,
  out: Map<string, number>,
): void {
  const first = tokens.first(sentence);
  const size = SCALES.length;
  const open = Math.max(1, quoted.filter((one) => !one).length);
  const mean = new Float64Array(words.width);
  const verbs = new Float64Array(words.width);
  let means = 0;
  let verbCount = 0;
  const sums = new Map<Upos, Float64Array>();
  for (let k = 0; k < quoted.length; k++) {
    const pos = tokens.upos(first + k);
    if (!CONTENT.includes(pos)) continue;
    const found = words.of(tokens.text(text, first + k));
    if (found === null) continue;
    for (let j = 0; j < mean.length; j++) mean[j]! += found.vector[j]!;
    means++;
    if (quoted[k]) continue;
    if (pos === 'VERB') {
      for (let j = 0; j < verbs.length; j++) verbs[j]! += found.vector[j]!;
      verbCount++;
    }
    // sum, greatest, least of each scale
    const row = sums.get(pos) ?? new Float64Array(3 * size).fill(0);
    const fresh = !sums.has(pos);
    sums.set(pos, row);
    for (let s = 0; s < size; s++) {
      const value = found.scales[s]!;
      row[s]! += value / open;
      row[size + s] = fresh ? value : Math.max(row[size + s]!, value);
      row[2 * size + s] = fresh ? value : Math.min(row[2 * size + s]!, value);
    }
  }
  for (const [pos, row] of sums) {
    for (let s = 0; s < size; s++) {
      out.set(`scale/${pos}-sum-${SCALES[s]}`, row[s]!);
      out.set(`scale/${pos}-most-${SCALES[s]}`, row[size + s]!);
      out.set(`scale/${pos}-least-${SCALES[s]}`, row[2 * size + s]!);
    }
  }
  for (let j = 0; j < mean.length; j++) {
    if (means > 0) out.set(`word/${j}`, mean[j]! / means);
    if (verbCount > 0) out.set(`verb/${j}`, verbs[j]! / verbCount);
  }
}
