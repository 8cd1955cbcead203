// Words that say how far a claim is put forward as true. Chosen by hand after the cue classes of FactBank
// (Sauri & Pustejovsky 2009), BioScope (Vincze et al. 2008) and Hyland's hedges (1998).

/** Adverbs by which a text passes on what it does not vouch for. */
export const REPORTIVE_ADVERBS: ReadonlySet<string> = new Set([
  'allegedly',
  'purportedly',
  'reportedly',
  'supposedly',
]);

/** Adverbs that lower certainty. */
export const HEDGING_ADVERBS: ReadonlySet<string> = new Set([
  'apparently',
  'arguably',
  'conceivably',
  'likely',
  'maybe',
  'ostensibly',
  'perhaps',
  'possibly',
  'potentially',
  'presumably',
  'probably',
  'seemingly',
]);

/** Adjectives that mark their noun, and what is said of it, as not proven. */
export const ALLEGING_ADJECTIVES: ReadonlySet<string> = new Set(['alleged', 'purported', 'supposed']);

/** Participles after `be`, with a clause or infinitive: `is accused of stealing`, `is believed to be`. */
export const ALLEGING_PARTICIPLES: ReadonlySet<string> = new Set([
  'accuse',
  'allege',
  'charge',
  'claim',
  'indict',
  'rumor',
  'rumour',
  'suspect',
]);
export const HEDGING_PARTICIPLES: ReadonlySet<string> = new Set([
  'believe',
  'assume',
  'estimate',
  'presume',
  'report',
  'say',
  'suppose',
  'think',
  'understand',
]);

/** Verbs that raise the subject of what they hedge: `appears to have been`. */
export const HEDGING_VERBS: ReadonlySet<string> = new Set(['appear', 'look', 'seem', 'sound', 'tend']);

/** Verbs with a clause that, negated, leave it unsupported: `did not show that`, `never said that`. Factive ones (know, realise) are not here. */
export const UNSUPPORTING_WHEN_NEGATED: ReadonlySet<string> = new Set([
  'allege',
  'argue',
  'believe',
  'claim',
  'conclude',
  'confirm',
  'demonstrate',
  'establish',
  'find',
  'imply',
  'indicate',
  'mean',
  'promise',
  'prove',
  'say',
  'show',
  'state',
  'suggest',
  'tell',
  'testify',
  'think',
]);

/** Verbs with a clause that weaken it: `experts suggest that`. */
export const HEDGING_REPORTS: ReadonlySet<string> = new Set([
  'assume',
  'believe',
  'doubt',
  'estimate',
  'fear',
  'guess',
  'hint',
  'hope',
  'imply',
  'indicate',
  'speculate',
  'suggest',
  'suppose',
  'suspect',
  'think',
  'wonder',
]);

export const ALLEGING_REPORTS: ReadonlySet<string> = new Set(['accuse', 'allege', 'claim']);

/** Adjectives after a copula: `is likely to`, `it is possible that`. */
export const HEDGING_ADJECTIVES: ReadonlySet<string> = new Set([
  'conceivable',
  'likely',
  'plausible',
  'possible',
  'probable',
  'unclear',
  'uncertain',
  'unlikely',
]);

/** Modal verbs of possibility. */
export const HEDGING_MODALS: ReadonlySet<string> = new Set(['can', 'could', 'may', 'might']);

/** Verbs, and participles and adjectives after `be`, whose infinitive is an intention not yet carried out. */
export const PLANNING_VERBS: ReadonlySet<string> = new Set([
  'aim',
  'consider',
  'hope',
  'intend',
  'mean',
  'plan',
  'propose',
  'seek',
  'want',
  'wish',
]);
export const PLANNING_PARTICIPLES: ReadonlySet<string> = new Set([
  'aim',
  'due',
  'expect',
  'forecast',
  'poise',
  'prepare',
  'project',
  'ready',
  'schedule',
  'set',
  'slate',
]);

/** Participles and adjectives after `be` that by themselves say what is still to come: `is planned for May`, `is due in court`. */
export const AHEAD_PARTICIPLES: ReadonlySet<string> = new Set([
  'due',
  'expect',
  'forecast',
  'intend',
  'plan',
  'schedule',
  'slate',
]);

/** Nouns of what is not yet in force: under it, or by it, things `would` be so. */
export const PLAN_NOUNS: ReadonlySet<string> = new Set([
  'agreement',
  'amendment',
  'bill',
  'blueprint',
  'budget',
  'change',
  'deal',
  'draft',
  'legislation',
  'measure',
  'motion',
  'offer',
  'plan',
  'programme',
  'proposal',
  'reform',
  'scheme',
]);

/** Adjectives and participles that an infinitive completes, with the subject of both: `is due to face`. */
export const RAISING_ADJECTIVES: ReadonlySet<string> = new Set([
  'able',
  'bound',
  'certain',
  'due',
  'eligible',
  'free',
  'likely',
  'poised',
  'prepared',
  'ready',
  'reluctant',
  'scheduled',
  'set',
  'slated',
  'sure',
  'unable',
  'unlikely',
  'unwilling',
  'willing',
]);

/** Future modals. */
export const FUTURE_MODALS: ReadonlySet<string> = new Set(["'ll", 'shall', 'will', 'wo']);

/** Subordinators of a condition. */
export const CONDITIONS: ReadonlySet<string> = new Set(['assuming', 'if', 'lest', 'provided', 'unless']);
