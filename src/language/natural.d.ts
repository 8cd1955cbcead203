// natural ships types for its root alone; these are its subpaths that Claimline uses.
declare module 'natural/lib/natural/distance/index.js' {
  const distances: {
    JaroWinklerDistance(a: string, b: string, options?: { ignoreCase?: boolean; dj?: number }): number;
    DamerauLevenshteinDistance(a: string, b: string, options?: object): number;
  };
  export default distances;
}
