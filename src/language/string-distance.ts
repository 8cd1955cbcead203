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
