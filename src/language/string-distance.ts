// The one place where natural's string distances are used. By subpath: natural's root import prints to stdout
// and loads database drivers.
import jaroWinkler from 'natural/lib/natural/distance/jaro-winkler_distance.js';
import levenshtein from 'natural/lib/natural/distance/levenshtein_distance.js';

/** Jaro-Winkler similarity, 0 (nothing in common) to 1 (the same). */
export function jaroWinklerSimilarity(a: string, b: string): number {
  return jaroWinkler(a, b, {});
}

/** Levenshtein distance: how many single characters to insert, delete or replace. */
export function levenshteinDistance(a: string, b: string): number {
  return levenshtein.LevenshteinDistance(a, b, {});
}

/** Whether at most one character has to be inserted, deleted or replaced. Linear, where the distance itself is not. */
export function withinOneEdit(a: string, b: string): boolean {
  if (a.length > b.length) [a, b] = [b, a];
  if (b.length - a.length > 1) return false;
  let at = 0;
  while (at < a.length && a[at] === b[at]) at++;
  return a.slice(a.length === b.length ? at + 1 : at) === b.slice(at + 1);
}

/** The candidate nearest to a mistyped word, if any is near enough to be meant. */
export function closest(word: string, candidates: readonly string[]): string | undefined {
  let best: string | undefined;
  let least = Math.max(2, Math.ceil(word.length / 3)) + 1;
  for (const candidate of candidates) {
    const distance = levenshteinDistance(word.toLowerCase(), candidate.toLowerCase());
    if (distance < least) {
      least = distance;
      best = candidate;
    }
  }
  return best;
}
