/**
 * A row of a rule table. Every row carries examples that it must and must not match; `tests/rules.test.ts`
 * runs each row against them and fails a row without.
 */
export interface Rule {
  /** Unique in its table, kebab-case; written into what the rule makes. */
  readonly id: string;
  /** What it accepts, one sentence; what to watch out for, where that is not plain. */
  readonly about: string;
  readonly matches: readonly string[];
  readonly rejects: readonly string[];
}

/** A rule that is a pattern over text. The pattern must not backtrack without bound. */
export interface PatternRule extends Rule {
  readonly pattern: RegExp;
}
