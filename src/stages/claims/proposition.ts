import type { Deprel } from '../../core/labels.ts';

/** Tokens that make one part of a proposition, in text order, never empty. */
export interface Phrase {
  readonly head: number;
  readonly tokens: readonly number[];
}

export type ComplementKind = 'obj' | 'iobj' | 'obl' | 'agent' | 'clause' | 'adverbial' | 'predicative';

/** What the predicate takes beside its subject. */
export interface Complement {
  readonly kind: ComplementKind;
  readonly phrase: Phrase;
  /** Preposition or subordinator tokens, outside the phrase. */
  readonly prep: readonly number[];
}

/** How the proposition's clause hangs in its sentence. */
export type ClauseRole =
  | 'main'
  | 'conjunct'
  | 'complement'
  | 'relative'
  | 'participle'
  | 'adverbial'
  | 'absolute'
  | 'infinitive'
  | 'parataxis'
  | 'implicit'
  | 'nominal';

export type Construction =
  | 'active'
  | 'passive'
  | 'copula'
  | 'existential'
  | 'apposition'
  | 'description'
  | 'possession'
  | 'title'
  | 'nominal-event';

/**
 * A predicate with its arguments, as the tree says it (after PredPatt, White et al. 2016, and ClausIE,
 * Del Corro & Gemulla 2013). Not yet a claim: filters and slots come after.
 */
export interface Proposition {
  readonly construction: Construction;
  readonly role: ClauseRole;
  /** The token that heads the clause: the verb, or a copula's complement. */
  readonly head: number;
  /** The verbs of the predicate from the outermost to the innermost (`promised to take`: promised, take). */
  readonly verbs: readonly number[];
  readonly subject: Phrase;
  /** Whose subject it is: the clause's own, one shared or controlled from another, or a modified noun. */
  readonly subjectFrom: 'own' | 'shared' | 'controlled' | 'antecedent';
  /** Empty when the predicate is implicit (`is` of an apposition). */
  readonly predicate: readonly number[];
  /** In text order. */
  readonly complements: readonly Complement[];
  readonly relation: Deprel;
}
