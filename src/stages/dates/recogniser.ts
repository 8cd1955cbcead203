import type { AnchorKind, TimexMod, TimexType } from '../../core/layers.ts';
import type { PatternRule } from '../../rules/rule.ts';
import type { Unit } from './calendar.ts';
import type { Scope } from './scope.ts';
import type { TriggerMask } from './triggers.ts';

/** A TIMEX3 value and where it comes from. */
export interface Resolved {
  readonly value: string;
  readonly anchor: AnchorKind;
  readonly type?: TimexType;
  readonly mod?: TimexMod;
  /** What it covers, half-open, where the value itself cannot say (`three days later` than in May: `2024-05-XX`). */
  readonly interval?: readonly [from: string, to: string];
  /** False: later expressions are not to count from this one (`last year's`, sets). */
  readonly anchors?: boolean;
}

/** What a recogniser reads out of one match, before it is known what it counts from. */
export interface Reading {
  readonly type: TimexType;
  readonly mod?: TimexMod | undefined;
  /** Characters of the match, from its start, that are not part of the expression. */
  readonly skip?: number;
  /** Length of the expression after `skip`, when the match runs on behind it. */
  readonly length?: number;
  /** Day, month, ...: how exact the reading is, for joining it with a clock time. */
  readonly unit?: Unit;
  /** The time of a reading that says no day: `15:30`, `24:00`, `MO`. */
  readonly clock?: string;
  /** Makes the value of the date that follows into that of both: `the night of`, `the day after`. */
  readonly prefix?: (date: Resolved) => Resolved | null;
  /** The date that follows lies ahead, whatever the tense: `a week from Monday`. */
  readonly ahead?: boolean;
  /** The value in the story's timeline; null when it turns out to be no time expression. */
  resolve(scope: Scope): Resolved | null;
}

/** The text around a match. */
export interface Around {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** Up to `length` characters before the match, in its own line. */
  before(length: number): string;
  after(length: number): string;
}

export type Groups = Readonly<Record<string, string | undefined>>;

/** An expected reading: sentence, the expression in it, its value where today is `EXAMPLE_REFERENCE`. */
export type ValueExample = readonly [sentence: string, span: string, value: string];

/** One kind of time expression. */
export interface Recogniser extends PatternRule {
  /** Runs only on text that has one of these kinds of word. */
  readonly needs: TriggerMask;
  /** And one of these, where one kind is not enough. */
  readonly also?: TriggerMask;
  readonly values?: readonly ValueExample[];
  /** The reading, or null when the context speaks against one. */
  read(groups: Groups, around: Around, match: string): Reading | null;
}

/** Wednesday, 18 March 2026: what `values` examples count from. */
export const EXAMPLE_REFERENCE = '2026-03-18';

/** A reading that needs no reference. */
export function fixed(
  type: TimexType,
  value: string,
  extra: { mod?: TimexMod | undefined; skip?: number; length?: number; anchors?: boolean } = {},
): Reading {
  const { anchors, ...rest } = extra;
  return {
    type,
    ...rest,
    resolve: () => ({ value, anchor: 'explicit', ...(anchors === undefined ? {} : { anchors }) }),
  };
}
