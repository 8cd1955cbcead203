// Words whose complement lies ahead of them: `agreed to meet`, `a plan to close`, `likely to open`, `postponed until`.
// After VerbNet's classes future_having-13.3, promise-37.13, order-60, urge-58, want-32.1, intend-61 and
// Levin's "verbs of appointment"; lemmas, sorted.

/** Verbs before an infinitive, or a clause, that is yet to happen. */
export const PROSPECTIVE_VERBS: ReadonlySet<string> = new Set(
  `advise agree aim announce anticipate arrange ask aspire beg call command commit demand design direct due elect encourage
envisage expect forbid forecast hope instruct intend invite mean need oblige offer opt order persuade plan pledge poise predict
prepare project promise propose recommend request require reschedule resolve schedule seek set slate summon suppose swear target tell
threaten tip undertake urge volunteer vote vow want warn wish`.split(/\s+/),
);

/** Verbs that put an event on the calendar: with `for`, `until`, `to` or `by` before the date, it lies ahead. */
export const SCHEDULING_VERBS: ReadonlySet<string> = new Set(
  `adjourn arrange book call defer delay expect hope intend move need order pencil plan postpone prepare promise propose
extend forecast predict push reschedule schedule seek set slate summon want`.split(/\s+/),
);

/** Verbs whose object, an event, is only thought of: `ruled out a vote in June`, `are considering a visit in August`. */
export const ENVISAGING_VERBS: ReadonlySet<string> = new Set(
  `anticipate await consider contemplate envisage expect eye foresee mull plan rule schedule weigh`.split(
    /\s+/,
  ),
);

/** Adjectives before an infinitive or a date that is yet to come. */
export const PROSPECTIVE_ADJECTIVES: ReadonlySet<string> = new Set(
  `bound certain due eligible free keen likely poised ready scheduled set slated supposed sure unlikely willing`.split(
    ' ',
  ),
);

/** Nouns before an infinitive, or that have a date of something yet to come. */
export const PROSPECTIVE_NOUNS: ReadonlySet<string> = new Set(
  `agreement aim ambition appointment bid call commitment date deadline demand expectation forecast goal hope intention invitation
motion offer order plan pledge preparation promise proposal prospect request schedule target threat timetable vow warning`.split(
    /\s+/,
  ),
);

/** Verbs that in the present with a date say what is on the programme, even in a headline. */
export const PROGRAMME_VERBS: ReadonlySet<string> = new Set(
  `arrive begin close come commence debut depart end expire face get go head host kick leave meet open play premiere resume retire
return run sit start step take travel visit vote`.split(/\s+/),
);
