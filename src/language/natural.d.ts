// natural ships types for its root alone; these are its subpaths that Claimline uses.
declare module 'natural/lib/natural/distance/jaro-winkler_distance.js' {
  const jaroWinkler: (a: string, b: string, options: { ignoreCase?: boolean; dj?: number }) => number;
  export default jaroWinkler;
}
declare module 'natural/lib/natural/distance/levenshtein_distance.js' {
  const distances: {
    LevenshteinDistance(a: string, b: string, options: object): number;
    DamerauLevenshteinDistance(a: string, b: string, options: object): number;
  };
  export default distances;
}
