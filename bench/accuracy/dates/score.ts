/** A span with its TIMEX3 type and value, predicted. */
export interface Prediction {
  readonly start: number;
  readonly end: number;
  readonly type: string;
  readonly value: string;
}

export interface TimexDocument {
  readonly id: string;
  readonly text: string;
  readonly dct: string;
  readonly timexes: readonly (Prediction & { readonly text: string })[];
}

export interface TimexScore {
  readonly strict: number;
  readonly relaxed: number;
  readonly value: number;
  /** Of relaxed matches. */
  readonly precision: number;
  readonly recall: number;
}

const isPoint = ({ type, value }: Prediction): boolean =>
  (type === 'DATE' || type === 'TIME') && !/_REF$/.test(value);

/**
 * TempEval-3 (UzZaman et al. 2013): spans matched one to one by overlap, exact spans first; strict wants the same
 * span, relaxed any overlap; value F1 is relaxed F1 times the share of matched pairs whose values are equal.
 * All in percent. `points` leaves out durations, sets and vague references, for sets that do not annotate them.
 */
export function score(
  documents: readonly TimexDocument[],
  predicted: readonly (readonly Prediction[])[],
  points: boolean,
): TimexScore {
  let golds = 0;
  let predictions = 0;
  let exact = 0;
  let pairs = 0;
  let equal = 0;
  documents.forEach((document, index) => {
    const gold = points ? document.timexes.filter(isPoint) : document.timexes;
    const found = points ? predicted[index]!.filter(isPoint) : predicted[index]!;
    golds += gold.length;
    predictions += found.length;
    for (const [wanted, got] of match(gold, found)) {
      pairs++;
      if (wanted.start === got.start && wanted.end === got.end) exact++;
      if (wanted.value === got.value) equal++;
    }
  });
  const f1 = (hits: number): number => (200 * hits) / (golds + predictions || 1);
  return {
    strict: f1(exact),
    relaxed: f1(pairs),
    value: pairs === 0 ? 0 : (f1(pairs) * equal) / pairs,
    precision: (100 * pairs) / (predictions || 1),
    recall: (100 * pairs) / (golds || 1),
  };
}

/** Pairs of gold and prediction, exact ones first, then by overlap in text order. */
export function match<G extends Prediction, P extends Prediction>(
  gold: readonly G[],
  predicted: readonly P[],
): (readonly [G, P])[] {
  const free = new Set(predicted);
  const open: G[] = [];
  const pairs: (readonly [G, P])[] = [];
  for (const wanted of gold) {
    const same = predicted.find(
      (got) => free.has(got) && got.start === wanted.start && got.end === wanted.end,
    );
    if (same === undefined) open.push(wanted);
    else {
      free.delete(same);
      pairs.push([wanted, same]);
    }
  }
  for (const wanted of open) {
    const near = predicted.find((got) => free.has(got) && got.start < wanted.end && wanted.start < got.end);
    if (near === undefined) continue;
    free.delete(near);
    pairs.push([wanted, near]);
  }
  return pairs;
}
