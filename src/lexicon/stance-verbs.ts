// Verbs with an object by which a source takes a stand on a thing rather than says a clause: `experts view the strike as
// a gesture`, `critics question the cost`. After VerbNet's judgement-33 and characterize-29.2.

export const STANCE_VERBS: readonly string[] = [
  'consider',
  'deem',
  'hold',
  'interpret',
  'perceive',
  'question',
  'regard',
  'see',
  'view',
];
