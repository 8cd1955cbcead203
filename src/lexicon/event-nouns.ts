import { wordTable } from './word-table.ts';

/**
 * What `of X` and `X's` are to the event: `patient` it befell them, `actor` they did it, `owner-acts` X's Y of Z: X did it to Z.
 * Nouns of the last kind say little without an `of`.
 */
export type EventNounKind = 'patient' | 'actor' | 'owner-acts';

export interface EventNoun {
  readonly kind: EventNounKind;
  readonly lemma: string;
  /** `was` goes before it where it befell the subject. */
  readonly participle: string;
  /** Simple past. */
  readonly past: string;
}

const regular = (kind: EventNounKind, lemma: string, past: string, participle = past): EventNoun => ({
  kind,
  lemma,
  past,
  participle,
});

/** Nouns that name an event as a verb would tell it (after NOMLEX, Macleod et al. 1998, in idea; collected by us), by lemma, sorted. */
export const EVENT_NOUNS = wordTable<EventNoun>({
  abduction: regular('patient', 'abduct', 'abducted'),
  acquisition: regular('owner-acts', 'acquire', 'acquired'),
  acquittal: regular('patient', 'acquit', 'acquitted'),
  annexation: regular('owner-acts', 'annex', 'annexed'),
  appointment: regular('patient', 'appoint', 'appointed'),
  arrest: regular('patient', 'arrest', 'arrested'),
  arrival: regular('actor', 'arrive', 'arrived'),
  assassination: regular('patient', 'assassinate', 'assassinated'),
  bombing: regular('owner-acts', 'bomb', 'bombed'),
  cancellation: regular('patient', 'cancel', 'cancelled'),
  capture: regular('patient', 'capture', 'captured'),
  closure: regular('patient', 'close', 'closed'),
  collapse: regular('actor', 'collapse', 'collapsed'),
  conviction: regular('patient', 'convict', 'convicted'),
  death: regular('actor', 'die', 'died'),
  demolition: regular('patient', 'demolish', 'demolished'),
  departure: regular('actor', 'depart', 'departed'),
  deportation: regular('patient', 'deport', 'deported'),
  derailment: regular('actor', 'derail', 'derailed'),
  destruction: regular('patient', 'destroy', 'destroyed'),
  detention: regular('patient', 'detain', 'detained'),
  disappearance: regular('actor', 'disappear', 'disappeared'),
  discovery: regular('owner-acts', 'discover', 'discovered'),
  dismissal: regular('patient', 'dismiss', 'dismissed'),
  eruption: regular('actor', 'erupt', 'erupted'),
  evacuation: regular('patient', 'evacuate', 'evacuated'),
  execution: regular('patient', 'execute', 'executed'),
  explosion: regular('actor', 'explode', 'exploded'),
  extradition: regular('patient', 'extradite', 'extradited'),
  hijacking: regular('patient', 'hijack', 'hijacked'),
  imprisonment: regular('patient', 'imprison', 'imprisoned'),
  indictment: regular('patient', 'indict', 'indicted'),
  invasion: regular('owner-acts', 'invade', 'invaded'),
  jailing: regular('patient', 'jail', 'jailed'),
  kidnapping: regular('patient', 'kidnap', 'kidnapped'),
  killing: regular('patient', 'kill', 'killed'),
  murder: regular('patient', 'murder', 'murdered'),
  ouster: regular('patient', 'oust', 'ousted'),
  poisoning: regular('patient', 'poison', 'poisoned'),
  purchase: regular('owner-acts', 'purchase', 'purchased'),
  removal: regular('patient', 'remove', 'removed'),
  resignation: regular('actor', 'resign', 'resigned'),
  retirement: regular('actor', 'retire', 'retired'),
  sacking: regular('patient', 'sack', 'sacked'),
  seizure: regular('owner-acts', 'seize', 'seized'),
  shelling: regular('owner-acts', 'shell', 'shelled'),
  sinking: regular('actor', 'sink', 'sank', 'sunk'),
  stabbing: regular('patient', 'stab', 'stabbed'),
  surrender: regular('actor', 'surrender', 'surrendered'),
  suspension: regular('patient', 'suspend', 'suspended'),
  takeover: regular('owner-acts', 'take over', 'took over', 'taken over'),
  theft: regular('patient', 'steal', 'stole', 'stolen'),
});

const words = (...list: string[]): ReadonlySet<string> => new Set(list);

/** Prepositions after which an event is taken for granted, whatever the clause says of it. */
export const EVENT_PREPOSITIONS = words('after', 'despite', 'during', 'following', 'since');

/** Nouns whose `of` event has happened: `the aftermath of the collapse`, `on the day of her death`. */
export const EVENT_SETTINGS = words(
  'aftermath',
  'anniversary',
  'circumstance',
  'day',
  'footage',
  'hour',
  'month',
  'news',
  'night',
  'scene',
  'time',
  'video',
  'wake',
  'week',
);

/** Crimes and disasters: what people are charged with, asked about, protest over. */
export const CRIMES_AND_DISASTERS = words(
  'abduction',
  'assassination',
  'bombing',
  'collapse',
  'death',
  'disappearance',
  'explosion',
  'hijacking',
  'kidnapping',
  'killing',
  'murder',
  'poisoning',
  'sinking',
  'stabbing',
  'theft',
);

/** Words whose `in`, `over`, `about` and the like introduces a crime or disaster that has happened: `a suspect in the killing of`. */
export const CRIME_CONTEXTS = words(
  'anger',
  'arrest',
  'charge',
  'comment',
  'convict',
  'imprison',
  'indict',
  'inquest',
  'inquiry',
  'investigation',
  'jail',
  'outrage',
  'protest',
  'role',
  'sentence',
  'serve',
  'speak',
  'statement',
  'suspect',
  'trial',
);

/** Verbs that what has not happened can be the subject of: `the sale of X faces delays`. */
export const UNTOLD_OF_SUBJECT = words(
  'appear',
  'await',
  'depend',
  'face',
  'fail',
  'fall',
  'hang',
  'hinge',
  'loom',
  'mean',
  'need',
  'rely',
  'remain',
  'require',
  'seem',
  'stall',
);

/** Verbs of which the object, or what they happen by, has happened: `condemned the killing of X`, `sparked by X's death`. */
export const EVENTS_UNDERGO = words(
  'avenge',
  'celebrate',
  'commemorate',
  'complete',
  'condemn',
  'confirm',
  'decry',
  'follow',
  'hail',
  'investigate',
  'lament',
  'mourn',
  'probe',
  'prompt',
  'protest',
  'recall',
  'regret',
  'report',
  'spark',
  'survive',
  'trigger',
  'welcome',
  'witness',
);

/** What has happened when it is announced; a sale or a closure may only be meant to. */
export const HAPPENED_WHEN_ANNOUNCED = words(
  'arrest',
  'appointment',
  'capture',
  'conviction',
  'death',
  'dismissal',
  'indictment',
  'killing',
  'resignation',
  'sacking',
);

/** Acts that are announced, argued over and dropped before they happen: as a subject they are not taken for granted (`the acquisition of X made sense`). */
export const PLANNABLE = words(
  'acquisition',
  'annexation',
  'appointment',
  'cancellation',
  'closure',
  'demolition',
  'deportation',
  'evacuation',
  'execution',
  'extradition',
  'purchase',
  'removal',
  'takeover',
);
