/** Verbs by which a price or an index moves. */
export const MARKET_VERBS: ReadonlySet<string> = new Set(
  'advance climb close decline dip drop ease edge end fall finish firm gain jump lose plummet plunge rally rebound retreat rise settle shed sink slide slip slump soar strengthen surge tumble weaken'.split(
    ' ',
  ),
);
