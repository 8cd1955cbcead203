import { Chrono, configuration, type Parser, type ParsingResult, type Refiner } from 'chrono-node/en';
import { type Components, clockReading, clockText, dateReading } from './clock.ts';
import type { Found } from './found.ts';
import type { Around, Groups, Recogniser } from './recogniser.ts';
import { RECOGNISERS } from './recognisers/index.ts';
import { dropOverlaps } from './refiners/drop-overlaps.ts';
import { joinClock } from './refiners/join-clock.ts';
import { dropLonePrefixes, joinPrefix } from './refiners/join-prefix.ts';
import { isClockTime, isNumericDate } from './refiners/unlikely-clock.ts';
import { TRIGGER, type TriggerMask, triggersIn } from './triggers.ts';
import { windows } from './windows.ts';

// The one place that touches chrono-node. Its engine runs the project's recognisers as parsers, beside its own
// for numeric dates and clock times; the project's refiners follow as chrono refiners. Only the components that
// chrono is certain of are read, so its reference date, and the machine's time zone, never show.

type Context = Parameters<Parser['extract']>[0];

const ANY_REFERENCE = new Date(Date.UTC(2000, 0, 15, 12));

/** The reading that rides on a chrono result. */
const carried = new WeakMap<ParsingResult, Found>();
// Where the running parse is; chrono offers its parsers no place for it.
let block = '';
let offset = 0;

function aroundOf(text: string, start: number, end: number): Around {
  return {
    text,
    start,
    end,
    before: (length) => text.slice(Math.max(0, start - length), start),
    after: (length) => text.slice(end, end + length),
  };
}

/**
 * chrono cuts the text behind a failed match, so a pattern's own look-behind may be blind: the character before
 * the match is looked at again in the whole text.
 */
function startsWord(text: string, start: number): boolean {
  const before = text.charAt(start - 1);
  if (before === '') return true;
  if (/[\w$£€]/.test(before)) return false;
  const first = text.charAt(start);
  if (/\d/.test(first) && /[.,:/–-]/.test(before) && /\d/.test(text.charAt(start - 2))) {
    // Not within `1,999`, `5:30`, `555-1234`; but the end of a range `1939-1945`, `12-14 July`, `492-490 BC`, `1939-45`.
    // The `16` of `2015/16`.
    if (before === '/')
      return (
        /\d{4}$/.test(text.slice(Math.max(0, start - 5), start - 1)) &&
        /^\d\d(?![\d/])/.test(text.slice(start, start + 3))
      );
    if (!/[–-]/.test(before)) return false;
    const left = text.slice(Math.max(0, start - 6), start - 1);
    const right = text.slice(start, start + 8);
    // `March 22-24`.
    if (/[a-z.]\s\d{1,2}$/i.test(left)) return /^\d{1,2}(?!\d)/.test(right);
    return /\d{4}$/.test(left) ? /^\d{4}(?!\d)|^\d\d?(?![\d-])/.test(right) : /^\d{1,4}\s[A-Z]/.test(right);
  }
  return !(/['’]/.test(before) && /[A-Za-z]/.test(text.charAt(start - 2)) && /[a-z]/i.test(first));
}

function asParser(recogniser: Recogniser): Parser {
  const { pattern } = recogniser;
  return {
    pattern: () => pattern,
    extract(context: Context, match) {
      const start = match.index!;
      if (!startsWord(block, start + offset)) return null;
      const end = start + match[0].length;
      const reading = recogniser.read(
        (match.groups ?? {}) as Groups,
        aroundOf(block, start + offset, end + offset),
        match[0],
      );
      if (reading === null) return null;
      const from = start + (reading.skip ?? 0);
      const to = reading.length === undefined ? end : start + (reading.skip ?? 0) + reading.length;
      return carry(context, { start: from, end: Math.min(to, end), rule: recogniser.id, reading });
    },
  };
}

function carry(context: Context, found: Found): ParsingResult {
  const result = context.createParsingResult(found.start, found.end);
  carried.set(result, found);
  return result;
}

/** Runs one of chrono's own refiners on chrono's own results. */
function onlyChrono(refiner: Refiner): Refiner {
  return {
    refine(context, results) {
      const own = results.filter((result) => !carried.has(result));
      if (own.length === 0) return results;
      const rest = results.filter((result) => carried.has(result));
      return [...rest, ...refiner.refine(context, own)];
    },
  };
}

function components(result: ParsingResult['start']): Components {
  const known: Record<string, number> = {};
  for (const name of ['year', 'month', 'day', 'hour', 'minute', 'second'] as const)
    if (result.isCertain(name)) known[name] = result.get(name)!;
  return known;
}

/** chrono's own results as readings; a range of clock times becomes two. */
function readOwn(context: Context, result: ParsingResult): Found[] {
  const { text } = context;
  let { index } = result;
  let matched = result.text;
  const lead = /^(?:on|at|in|by|from)\s+/i.exec(matched)?.[0].length ?? 0;
  index += lead;
  matched = matched.slice(lead);
  if (!/[ap]\.m\.$/i.test(matched)) matched = matched.replace(/[\s,.;:]+$/, '');
  const start = components(result.start);
  if (start.year !== undefined && start.month !== undefined) {
    const reading = isNumericDate(matched) ? dateReading(start) : null;
    return reading === null
      ? []
      : [{ start: index, end: index + matched.length, rule: 'numeric-date', reading }];
  }
  if (start.hour === undefined) return [];
  const parts =
    result.end === null || result.end === undefined
      ? null
      : /\s*(?:-|–|\bto\b|\buntil\b|\bthrough\b|\btill\b)\s*/i.exec(matched);
  const spans: (readonly [number, number, Components])[] = [];
  if (parts === null || result.end === null || result.end === undefined)
    spans.push([index, index + matched.length, start]);
  else {
    const second = index + parts.index + parts[0].length;
    spans.push([index, index + parts.index, start], [second, index + matched.length, components(result.end)]);
  }
  if (!spans.some(([from, to]) => isClockTime(text, from, to))) return [];
  return spans.map(([from, to, known]) => {
    return { start: from, end: to, rule: 'clock-time', reading: clockReading(clockText(known)) };
  });
}

const readAll: Refiner = {
  refine: (context, results) =>
    results.flatMap((result) =>
      carried.has(result) ? [result] : readOwn(context, result).map((found) => carry(context, found)),
    ),
};

/** A refiner of the project's as one of chrono's. */
function asRefiner(refine: (found: readonly Found[], text: string) => readonly Found[]): Refiner {
  return {
    refine(context, results) {
      const byFound = new Map(results.map((result) => [carried.get(result)!, result]));
      return refine([...byFound.keys()], context.text).map(
        (found) => byFound.get(found) ?? carry(context, found),
      );
    },
  };
}

function named<T extends object>(list: readonly T[], name: string): T {
  const found = list.find((item) => item.constructor.name === name);
  if (found === undefined) throw new Error(`chrono-node has no ${name}`);
  return found;
}

const own = configuration.createConfiguration(false);

interface Gated {
  readonly parser: Parser;
  readonly needs: TriggerMask;
  readonly also: TriggerMask;
}

const PARSERS: readonly Gated[] = [
  ...RECOGNISERS.map((recogniser) => ({
    parser: asParser(recogniser),
    needs: recogniser.needs,
    also: recogniser.also ?? -1,
  })),
  { parser: named(own.parsers, 'ISOFormatParser'), needs: TRIGGER.year, also: -1 },
  { parser: named(own.parsers, 'ENYearMonthDayParser'), needs: TRIGGER.year, also: -1 },
  { parser: named(own.parsers, 'SlashDateFormatParser'), needs: TRIGGER.digits, also: TRIGGER.slash },
  { parser: named(own.parsers, 'ENTimeExpressionParser'), needs: TRIGGER.digits, also: TRIGGER.clock },
];

const engine = new Chrono({
  parsers: [],
  refiners: [
    onlyChrono(named(own.refiners, 'ExtractTimezoneAbbrRefiner')),
    readAll,
    asRefiner(dropLonePrefixes),
    asRefiner(dropOverlaps),
    asRefiner(joinPrefix),
    asRefiner(joinClock),
  ],
});

/** The time expressions of one block of text, in order, not yet resolved. Offsets into `text`. */
export function findTimes(text: string): readonly Found[] {
  const all: Found[] = [];
  block = text;
  for (const window of windows(text)) {
    const piece = text.slice(window.start, window.end);
    const mask = triggersIn(piece);
    if (mask === 0) continue;
    // Only the parsers that have something to look for: most sentences need a few of them.
    engine.parsers = [];
    for (const { parser, needs, also } of PARSERS)
      if ((mask & needs) !== 0 && (mask & also) !== 0) engine.parsers.push(parser);
    if (engine.parsers.length === 0) continue;
    offset = window.start;
    const results = engine.parse(piece, ANY_REFERENCE) as ParsingResult[];
    for (const result of results) {
      const { start, end, rule, reading } = carried.get(result)!;
      all.push({ start: start + offset, end: end + offset, rule, reading });
    }
  }
  return all.sort((a, b) => a.start - b.start);
}
