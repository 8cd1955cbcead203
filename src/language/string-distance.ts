// natural's string distances, imported by subpath: its root import prints, loads `.env` and pulls in database drivers.
import distance from 'natural/lib/natural/distance/index.js';

/** Jaro-Winkler similarity, 0 (nothing shared) to 1 (equal). Winkler 1990. */
export function jaroWinkler(a: string, b: string): number {
  return distance.JaroWinklerDistance(a, b);
}

/** Damerau-Levenshtein distance: insertions, deletions, substitutions and swaps of neighbours. */
export function editDistance(a: string, b: string): number {
  return distance.DamerauLevenshteinDistance(a, b);
}
