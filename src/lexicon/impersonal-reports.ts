// Verbs whose passive hands on what nobody is named for: `it is claimed that`, `is said to`, `are feared dead`. After the
// raising and extraposed passives of Biber et al. (1999), Longman Grammar of Spoken and Written English, 9.2.6 and 9.4.5; left out are those
// that tell of plans (`is expected to`) and of findings (`was found to`).

export const IMPERSONAL_REPORTS: ReadonlySet<string> = new Set([
  'allege',
  'announce',
  'assume',
  'believe',
  'claim',
  'confirm',
  'estimate',
  'fear',
  'report',
  'reveal',
  'rumor',
  'rumour',
  'say',
  'speculate',
  'suggest',
  'suspect',
  'think',
  'understand',
]);
