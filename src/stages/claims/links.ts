import type { Claim, ClaimLink, Timex } from '../../core/layers.ts';
import { contains, type Span } from '../../core/span.ts';
import { STOPWORDS } from '../../lexicon/stopwords.ts';

interface Link {
  readonly type: ClaimLink;
  readonly claim: number;
}

/** Content words that two claims must share, as a part of those of the smaller and of both. */
const MIN_SHARE = 0.7;
const MIN_JACCARD = 0.5;
const MIN_WORDS = 3;
const MIN_SAME_WORDS = 2;
/** Earlier claims that are compared with each one at most. */
const MAX_CANDIDATES = 64;

/**
 * The claims with their links to earlier ones: `repeats` for the same content with the same polarity,
 * `contradicts` where the polarity is the other or one is denied, `elaborates` where the subject is a thing of an earlier claim
 * of the sentence. What happened at another time, to another number, or is only planned or supposed is not the same content.
 */
export function linkClaims(claims: readonly Claim[], timexes: readonly Timex[]): Claim[] {
  const words = claims.map(contentWords);
  const byWord = new Map<string, number[]>();
  return claims.map((claim, index) => {
    const links: Link[] = [];
    const counts = new Map<number, number>();
    for (const word of words[index]!) {
      for (const other of byWord.get(word) ?? []) counts.set(other, (counts.get(other) ?? 0) + 1);
    }
    const candidates = [...counts].sort((a, b) => b[1] - a[1] || a[0] - b[0]).slice(0, MAX_CANDIDATES);
    for (const [other, common] of candidates) {
      const smaller = Math.min(words[index]!.size, words[other]!.size);
      const union = words[index]!.size + words[other]!.size - common;
      // Two words are enough where neither claim has another: `The alarm rang.`, `The alarm never rang.`
      if (common < MIN_WORDS && (common < MIN_SAME_WORDS || common < union)) continue;
      if (common / smaller < MIN_SHARE || common / union < MIN_JACCARD) continue;
      const before = claims[other]!;
      if (before.sentence === claim.sentence || !sameSubject(before, claim)) continue;
      if (
        isReal(before) !== isReal(claim) ||
        haveOtherTimes(before, claim, timexes) ||
        haveOtherNumbers(before, claim)
      )
        continue;
      links.push({ type: isSo(before) === isSo(claim) ? 'repeats' : 'contradicts', claim: other });
      break;
    }
    const parent = elaborated(claims, index);
    if (parent >= 0) links.push({ type: 'elaborates', claim: parent });
    for (const word of words[index]!) {
      const list = byWord.get(word);
      if (list === undefined) byWord.set(word, [index]);
      else if (list.length < MAX_CANDIDATES) list.push(index);
    }
    return links.length === 0 ? claim : { ...claim, links };
  });
}

/** Told of the world as it is or was, whoever doubts it; not planned, supposed or asked. */
function isReal({ modality }: Claim): boolean {
  return modality === 'asserted' || modality === 'alleged' || modality === 'hedged' || modality === 'denied';
}

/** What the claim comes to: a denied one says the contrary. */
function isSo({ polarity, modality }: Claim): boolean {
  return (polarity === 'positive') !== (modality === 'denied');
}

/** Both have a date of their own, and not the same one. */
function haveOtherTimes(a: Claim, b: Claim, timexes: readonly Timex[]): boolean {
  const [one, other] = [a, b].map(({ time }) =>
    time.find(({ role, inherited }) => role === 'event' && inherited !== true),
  );
  return one !== undefined && other !== undefined && !overlapping(timexes[one.timex]!, timexes[other.timex]!);
}

/** One is the other, or a part of it: `2025-06` and `2025-06-08`. */
function overlapping(a: Timex, b: Timex): boolean {
  if (a.interval !== null && b.interval !== null)
    return a.interval[0] < b.interval[1] && b.interval[0] < a.interval[1];
  return a.value.startsWith(b.value) || b.value.startsWith(a.value);
}

/** Both count or measure in one unit, and no number is in both. */
function haveOtherNumbers(a: Claim, b: Claim): boolean {
  return a.quantities.some(
    ({ unit, value }) =>
      b.quantities.some((other) => other.unit === unit) &&
      !b.quantities.some((other) => other.unit === unit && other.value === value),
  );
}

function contentWords(claim: Claim): Set<string> {
  const text = `${claim.subject.text} ${claim.predicate.lemma} ${claim.object?.text ?? ''} ${claim.args.map((arg) => arg.text).join(' ')}`;
  const out = new Set<string>();
  for (const word of text.toLowerCase().match(/[\p{L}\p{N}]{2,40}/gu) ?? [])
    if (!STOPWORDS.has(word)) out.add(word);
  return out;
}

function sameSubject(a: Claim, b: Claim): boolean {
  if (a.subject.entity !== undefined && b.subject.entity !== undefined)
    return a.subject.entity === b.subject.entity;
  const last = (text: string) => text.toLowerCase().split(/\s+/).at(-1);
  return last(a.subject.text) === last(b.subject.text);
}

/** The nearest earlier claim of the sentence that has this one's subject in its object or arguments, or -1. */
function elaborated(claims: readonly Claim[], index: number): number {
  const claim = claims[index]!;
  const subject: Span = claim.subject;
  for (let at = 0; at < claims.length; at++) {
    const other = claims[at]!;
    if (at === index || other.sentence !== claim.sentence) continue;
    const parts = [other.object, ...other.args].filter((part) => part !== null);
    if (other.predicate.end <= claim.predicate.start && parts.some((part) => contains(part, subject)))
      return at;
  }
  return -1;
}
