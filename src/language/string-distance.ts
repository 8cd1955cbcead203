// The one place where natural's string distances are used. By subpath: natural's root import prints to stdout, loads
// `.env` and pulls in database drivers.
import distance from 'natural/lib/natural/distance/index.js';

/** Jaro-Winkler similarity, 0 (nothing shared) to 1 (equal). Winkler 1990. */
export function jaroWinkler(a: string, b: string): number {
  return distance.JaroWinklerDistance(a, b);
}

/** Damerau-Levenshtein distance: insertions, deletions, substitutions and swaps of neighbours. */
export function editDistance(a: string, b: string): number {
  return distance.DamerauLevenshteinDistance(a, b);
}

/** The candidate nearest to a mistyped word, if any is near enough to be meant. */
export function closest(word: string, candidates: readonly string[]): string | undefined {
  let best: string | undefined;
  let least = Math.max(2, Math.ceil(word.length / 3)) + 1;
  for (const candidate of candidates) {
    const apart = editDistance(word.toLowerCase(), candidate.toLowerCase());
    if (apart < least) {
      least = apart;
      best = candidate;
    }
  }
  return best;
}
