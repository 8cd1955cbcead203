import type { Timex } from '../../core/layers.ts';
import type { Span } from '../../core/span.ts';
import type { TokenTable } from '../../core/tokens.ts';
import type { Unit } from './calendar.ts';
import { findTimes } from './chrono.ts';
import { datelineReference } from './dateline.ts';
import type { Found } from './found.ts';
import { durationGranularity, extentOf } from './intervals.ts';
import { isNarrative } from './narrative.ts';
import { type Anchor, type Reference, readReference, type Scope, type Tense } from './scope.ts';
import { isFixed, looksAhead, surfaceTense } from './tense.ts';
import { type TreeReading, TreeTense } from './tree-tense.ts';
import { useOf } from './use.ts';

export interface TagOptions {
  /** Publication date, ISO 8601 with its own offset if it has a time; null when it is not known. */
  readonly reference: string | null;
  /** The parts of the text to tag, in order, not overlapping; an expression never crosses from one to the next. Default: its paragraphs. */
  readonly spans?: readonly Span[];
  /** Tokens and trees of the text; without them the tense is read off the words. */
  readonly tokens?: TokenTable;
}

/**
 * The TIMEX3 expressions of English news text, in order, not overlapping. Recognition (what stands there) runs
 * over each part of the text alone; resolution (which day that is) then goes through the document in order, with
 * the publication date, the tense of each clause and the dates named before.
 */
export function tagDates(text: string, options: TagOptions): Timex[] {
  const reference = readReference(options.reference);
  const found: Found[] = [];
  const spans = options.spans ?? paragraphs(text);
  for (const span of spans)
    for (const item of findTimes(text.slice(span.start, span.end)))
      if (!isPerson(text, item.start + span.start, item.end + span.start, item.rule, options.tokens))
        found.push({ ...item, start: item.start + span.start, end: item.end + span.start });
  const trees =
    options.tokens === undefined || found.length === 0 ? null : new TreeTense(text, options.tokens);
  return resolveAll(text, found, reference, trees);
}

/** Rules for words that are given names too. */
const NAME_RULES: ReadonlySet<string> = new Set(['month-date', 'season']);

/** The word is, or is in, a person's name, as the name tagger has it: `June` the character. */
function isPerson(
  text: string,
  start: number,
  end: number,
  rule: string,
  tokens: TokenTable | undefined,
): boolean {
  if (tokens === undefined || !NAME_RULES.has(rule) || !/^[A-Z][a-z]+$/.test(text.slice(start, end)))
    return false;
  const token = tokens.tokenAt(start);
  return tokens.columns.names.some(
    ({ type, first, last }) => type === 'PERSON' && first <= token && token < last,
  );
}

/** Characters for which a word like `this year` takes a text out of the time that it tells of. */
const ASIDE = 120;

function resolveAll(
  text: string,
  found: readonly Found[],
  publication: Reference | null,
  trees: TreeTense | null,
): Timex[] {
  const timexes: Timex[] = [];
  let reference = publication;
  const narrative = isNarrative(text, publication);
  let previous: Anchor | null = null;
  let told: Anchor | null = null;
  let clock: Scope['clock'] = null;
  let quarter: Anchor | null = null;
  let aside = Number.NEGATIVE_INFINITY;
  for (const item of found) {
    const { start, end, reading, rule } = item;
    let read: TreeReading | undefined;
    const tense = (): TreeReading => (read ??= tenseOf(text, start, end, trees));
    const scope: Scope = {
      text,
      start,
      end,
      before: (length) => text.slice(Math.max(0, start - length), start),
      after: (length) => text.slice(end, end + length),
      reference,
      previous,
      told,
      clock,
      quarter,
      narrative: narrative && start - aside > ASIDE,
      present: previous !== null && aside > previous.end && start - aside <= ASIDE,
      ahead: () => looksAhead(text, start),
      tense: () => (tense() === 'present' ? 'future' : (tense() as Tense)),
      isPresent: () => tense() === 'present',
    };
    const resolved = reading.resolve(scope);
    if (resolved === null) continue;
    const type = resolved.type ?? reading.type;
    const { value } = resolved;
    const placed = type === 'DATE' || type === 'TIME';
    const extent = placed ? extentOf(value) : null;
    const mod = resolved.mod ?? reading.mod;
    const against =
      resolved.anchor === 'publication'
        ? reference?.value
        : resolved.anchor === 'previous'
          ? previous?.value
          : undefined;
    const kind = resolved.anchor === 'publication' && reference?.dateline ? 'dateline' : resolved.anchor;
    const use = placed ? useOf(text, start, rule, timexes.at(-1)) : undefined;
    const last = timexes.at(-1);
    if (use === 'to' && last !== undefined && last.use === undefined)
      timexes[timexes.length - 1] = { ...last, use: 'from' };
    timexes.push({
      start,
      end,
      rule: `dates/${rule}`,
      type,
      value,
      ...(mod === undefined ? {} : { mod }),
      ...(use === undefined ? {} : { use }),
      interval: intervalOf(value, mod, extent?.interval ?? null) ?? resolved.interval ?? null,
      granularity:
        (extent ?? (value.startsWith('P') ? null : extentOf(value)))?.granularity ??
        durationGranularity(value),
      anchor: against === undefined ? { kind } : { kind, value: against },
    });
    if (placed && reading.unit === 'day')
      reference = datelineReference(text, start, end, value, publication) ?? reference;
    const time = /T(\d\d):(\d\d)/.exec(value);
    if (extent !== null && extent.day !== null && time !== null)
      clock = { day: extent.day, minute: Number(time[1]) * 60 + Number(time[2]), start };
    if (extent === null || extent.day === null || resolved.anchors === false) continue;
    // In a story of its own time, what counts from today is an aside.
    if (resolved.anchor === 'publication') {
      aside = end;
      if (narrative) continue;
    }
    const unit = anchorUnit(extent.granularity);
    const anchor: Anchor = {
      day: extent.day,
      unit,
      value,
      start,
      end,
      explicit:
        resolved.anchor === 'explicit' || (resolved.anchor === 'previous' && previous?.explicit === true),
    };
    if (extent.granularity === 'quarter' || unit === 'half') quarter = anchor;
    if (unit === 'decade' || unit === 'century') continue;
    previous = anchor;
    if (reference === null || anchor.day <= reference.day) told = anchor;
  }
  return timexes;
}

/** An early morning begins at midnight. */
function intervalOf(value: string, mod: Timex['mod'], interval: Timex['interval']): Timex['interval'] {
  if (interval === null || mod !== 'START' || !value.endsWith('TMO')) return interval;
  const day = value.slice(0, -3);
  return [`${day}T00:00`, `${day}T09:00`];
}

/** By the tree, else by the words around. */
function tenseOf(text: string, start: number, end: number, trees: TreeTense | null): TreeReading {
  if (trees === null || isFixed(text, start)) return surfaceTense(text, start, end);
  const tense = trees.at(start, end);
  return tense === 'none' ? surfaceTense(text, start, end) : tense;
}

function anchorUnit(granularity: Timex['granularity']): Unit {
  switch (granularity) {
    case 'second':
    case 'minute':
    case 'hour':
    case 'part-of-day':
      return 'day';
    case 'season':
      return 'quarter';
    case 'vague':
      return 'year';
    default:
      return granularity;
  }
}

function paragraphs(text: string): Span[] {
  const spans: Span[] = [];
  let start = 0;
  for (const gap of text.matchAll(/\n\s*\n/g)) {
    if (gap.index > start) spans.push({ start, end: gap.index });
    start = gap.index + gap[0].length;
  }
  if (start < text.length) spans.push({ start, end: text.length });
  return spans;
}
