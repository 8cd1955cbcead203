import type { Timex } from '../../core/layers.ts';
import type { Span } from '../../core/span.ts';
import type { Unit } from './calendar.ts';
import { findTimes } from './chrono.ts';
import { datelineReference } from './dateline.ts';
import type { Found } from './found.ts';
import { durationGranularity, extentOf } from './intervals.ts';
import { isNarrative } from './narrative.ts';
import { type Anchor, type Reference, readReference, type Scope, type Tense } from './scope.ts';
import { surfaceTense } from './tense.ts';

export interface TagOptions {
  /** Publication date, ISO 8601 with its own offset if it has a time; null when it is not known. */
  readonly reference: string | null;
  /** The parts of the text to tag, in order, not overlapping; an expression never crosses from one to the next. Default: its paragraphs. */
  readonly spans?: readonly Span[];
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
      found.push({ ...item, start: item.start + span.start, end: item.end + span.start });
  return resolveAll(text, found, reference);
}

function resolveAll(text: string, found: readonly Found[], publication: Reference | null): Timex[] {
  const timexes: Timex[] = [];
  let reference = publication;
  const narrative = isNarrative(text, publication);
  let previous: Anchor | null = null;
  let quarter: Anchor | null = null;
  for (const item of found) {
    const { start, end, reading, rule } = item;
    let tense: Tense | undefined;
    const scope: Scope = {
      text,
      start,
      end,
      before: (length) => text.slice(Math.max(0, start - length), start),
      after: (length) => text.slice(end, end + length),
      reference,
      previous,
      quarter,
      narrative,
      tense: () => (tense ??= surfaceTense(text, start, end)),
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
    timexes.push({
      start,
      end,
      rule: `dates/${rule}`,
      type,
      value,
      ...(mod === undefined ? {} : { mod }),
      interval: extent?.interval ?? null,
      granularity:
        (extent ?? (value.startsWith('P') ? null : extentOf(value)))?.granularity ??
        durationGranularity(value),
      anchor: against === undefined ? { kind } : { kind, value: against },
    });
    if (placed && reading.unit === 'day')
      reference = datelineReference(text, start, end, value, publication) ?? reference;
    if (extent === null || extent.day === null || resolved.anchors === false) continue;
    // In a story of its own time, what counts from today is an aside.
    if (narrative && resolved.anchor === 'publication') continue;
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
    if (unit !== 'decade' && unit !== 'century') previous = anchor;
  }
  return timexes;
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
