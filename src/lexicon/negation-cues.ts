// Words that turn a claim round. After the cue list of *SEM 2012 (Morante & Blanco) and the implicative verbs of
// Karttunen (1971, 2012).

/** Adverbs and particles on the verb. */
export const NEGATORS: ReadonlySet<string> = new Set([
  "n't",
  'hardly',
  'never',
  'nor',
  'not',
  'scarcely',
  'seldom',
]);

/** Determiners and pronouns that empty an argument: `no troops took part`. */
export const NEGATIVE_QUANTIFIERS: ReadonlySet<string> = new Set([
  'neither',
  'no',
  'nobody',
  'none',
  'nothing',
]);

/** Verbs whose infinitive or gerund did not happen: `failed to stop`, `refused to sign`. */
export const NEGATIVE_IMPLICATIVES: ReadonlySet<string> = new Set([
  'decline',
  'fail',
  'forget',
  'neglect',
  'refrain',
  'refuse',
]);

/** `few` and `little` without `a` before them say almost none. */
export const NEAR_NEGATIVES: ReadonlySet<string> = new Set(['few', 'little']);
