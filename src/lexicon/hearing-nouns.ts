// Bodies that hear evidence: what they `heard` or `were told` is on the record of the hearing. By lemma, sorted; collected by us.

export const HEARING_NOUNS: ReadonlySet<string> = new Set([
  'commission',
  'committee',
  'court',
  'hearing',
  'inquest',
  'inquiry',
  'juror',
  'jury',
  'lawmaker',
  'magistrate',
  'panel',
  'parliament',
  'senate',
  'trial',
  'tribunal',
]);
