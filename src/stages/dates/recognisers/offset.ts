import { COUNT, readCount } from '../numbers.ts';
import { BOUND, compile, readBound, readUnit, UNIT, unitSize } from '../patterns.ts';
import { fixed, type Recogniser, type Resolved } from '../recogniser.ts';
import { fromPrevious, fromReference, type Scope } from '../scope.ts';
import { TRIGGER } from '../triggers.ts';
import { dayValue, durationValue, pad } from '../values.ts';

const VAGUE = 'a few|few|several|many|some|a number of|a good many|countless';

/** Characters that a clock time may stand before a distance that counts from it. */
const NEAR_CLOCK = 700;

/** `two hours later` behind a clock time, `an hour ago` where the time of publication is known; else null. */
function clockAt({ clock, reference, start }: Scope, minutes: number, now: boolean): Resolved | null {
  const base = now
    ? reference?.unit === 'day' && reference.minute !== undefined
      ? { day: reference.day, minute: reference.minute }
      : null
    : clock !== null && start - clock.start < NEAR_CLOCK
      ? clock
      : null;
  if (base === null || !Number.isInteger(minutes)) return null;
  const total = base.minute + minutes;
  const days = Math.floor(total / 1440);
  const rest = total - days * 1440;
  return {
    type: 'TIME',
    value: `${dayValue(base.day + days)}T${pad(Math.floor(rest / 60))}:${pad(rest % 60)}`,
    anchor: now ? 'publication' : 'previous',
    anchors: false,
  };
}

export const offset: Recogniser = {
  id: 'offset',
  about:
    'A count of units before or after now or the story’s last date: `six years ago`, `two days later`, `a week earlier`, `10 days from now`.',
  needs: TRIGGER.unit,
  also: TRIGGER.distance,
  pattern: compile(
    `(?<bound>${BOUND})?(?:(?<count>${COUNT})|(?<vague>${VAGUE}))(?: (?:full|long|short|whole|more))?[- ](?<unit>${UNIT})s?(?: or (?:so|more|two))?(?:,)?(?<joint>[- ])(?<direction>ago|back(?= ?[.,;:!?]| (?:that|when|in|he|she|we|they|it|I)\\b)|earlier|later|before|previously|afterwards?|from now|hence|from today|from yesterday|prior)`,
  ),
  matches: ['He left six years ago.', 'Two days later the bridge fell.', 'a few weeks ago'],
  rejects: ['He worked six years.', 'sooner or later'],
  values: [
    ['He died two years before the war.', 'two years', 'P2Y'],
    ['He left six years ago.', 'six years ago', '2020'],
    ['She died two weeks ago.', 'two weeks ago', '2026-W10'],
    ['She died three days ago.', 'three days ago', '2026-03-15'],
    ['On Feb. 3 they met. One day later he left.', 'One day later', '2026-02-04'],
    ['They met in May 2020. Two years later he left.', 'Two years later', '2022'],
  ],
  read({ bound, count, unit: unitText, joint, direction }, around, match) {
    const unit = readUnit(unitText!);
    const lower = direction!.toLowerCase();
    const now = /ago|back|now|hence|today|yesterday/.test(lower);
    const sign = /ago|back|earlier|before|previously|prior/.test(lower) ? -1 : 1;
    const after = around.after(14);
    const mod = readBound(bound);
    // `a year-earlier loss`: see year-ago.
    if (joint === '-' && /^an?$/i.test(count ?? '')) return null;
    const amount = count === undefined ? null : readCount(count);
    if (count !== undefined && (amount === null || amount > 100000)) return null;
    if (amount !== null && unit === 'day' && amount > 2000) return null;
    if (
      /^(?:before|afterwards?|prior)$/.test(lower) &&
      /^\s(?!on\b|in\b|at\b|and\b|but\b|when\b)[\w"“]/.test(after)
    ) {
      // `two years before the war`: a distance to another event.
      const length = match.length - lower.length - 1;
      return {
        ...fixed('DURATION', durationValue(amount === null ? null : amount * unitSize(unitText!), unit), {
          mod,
        }),
        length,
      };
    }
    if (lower === 'later' && /^\s(?:this|that|in)\b/.test(after)) return null;
    if (amount === null) {
      // `a few days later`: a distance, not a future.
      if (sign > 0 && !now) return fixed('DURATION', durationValue(null, unit), { mod, anchors: false });
      return {
        type: 'DATE',
        mod,
        resolve: () => ({
          value: sign < 0 ? 'PAST_REF' : 'FUTURE_REF',
          anchor: now ? 'publication' : 'previous',
          anchors: false,
        }),
      };
    }
    const shift = sign * amount * unitSize(unitText!);
    if (unit === 'hour' && lower === 'ago' && amount % 24 === 0)
      return {
        type: 'DATE',
        mod,
        unit: 'day',
        resolve: (scope) => fromReference(scope, 'day', -amount / 24),
      };
    if (unit === 'second' || unit === 'minute' || unit === 'hour') {
      const minutes = sign * amount * (unit === 'hour' ? 60 : 1);
      return {
        type: 'DURATION',
        mod,
        resolve: (scope) =>
          (unit === 'second' ? null : clockAt(scope, minutes, now)) ?? {
            value: durationValue(amount, unit),
            anchor: 'explicit',
          },
      };
    }
    const step =
      unit === 'decade'
        ? ({ unit: 'year', by: 10 } as const)
        : unit === 'century'
          ? ({ unit: 'year', by: 100 } as const)
          : { unit, by: 1 };
    return {
      type: 'DATE',
      mod,
      unit: step.unit,
      resolve: (scope) =>
        now
          ? fromReference(scope, step.unit, shift * step.by)
          : fromPrevious(scope, step.unit, shift * step.by),
    };
  },
};

export const agoWords: Recogniser = {
  id: 'ago-words',
  about:
    'A vague distance back: `long ago`, `not long ago`, `some time ago`, `years ago`, `decades earlier`.',
  needs: TRIGGER.distance,
  pattern: compile(
    `(?:(?:not )?(?:that |too |so )?long ago|some time ago|(?:years|months|weeks|days|decades|centuries|hours|minutes) ago)`,
  ),
  matches: ['Years ago they lived here.', 'It was not long ago.'],
  rejects: ['six years later'],
  values: [['Years ago they lived here.', 'Years ago', 'PAST_REF']],
  read: () => fixed('DATE', 'PAST_REF', { anchors: false }),
};

export const yearAgo: Recogniser = {
  id: 'year-ago',
  about:
    'The same time one year back, which in business news is the same quarter: `a year earlier`, `the year-ago period`, `year-earlier`.',
  needs: TRIGGER.unit,
  also: TRIGGER.distance,
  pattern: compile(
    `(?:the |comparable |the comparable )?(?:(?:a|one) year (?:ago|earlier|before)|year-(?:ago|earlier|before))(?: (?<noun>quarter|period|first quarter|second quarter|third quarter|fourth quarter|month|nine months|six months))?`,
  ),
  matches: ['Profit was $3 million a year earlier.', 'It beat the year-ago quarter.'],
  rejects: ['a year before the war', 'two years ago'],
  values: [
    ['Profit rose in the fourth quarter. It was lower a year earlier.', 'a year earlier', '2024-Q4'],
    ['He left a year ago.', 'a year ago', '2025'],
  ],
  read({ noun }, around, match) {
    if (/before$/i.test(match) && /^\s(?!and\b|but\b|in\b|on\b)[\w"“]/.test(around.after(14))) return null;
    const now = /ago/i.test(match);
    return {
      type: 'DATE',
      unit: 'year',
      // `the year-ago results`: the compound alone.
      skip: noun === undefined && /^the\s.*-/i.test(match) ? 4 : 0,
      resolve(scope) {
        const numbered = noun === undefined ? null : /^(first|second|third|fourth) quarter$/i.exec(noun);
        const told = quarterOfYearBefore(scope);
        if (told !== null) return told;
        const year = now ? fromReference(scope, 'year', -1) : fromPrevious(scope, 'year', -1);
        if (numbered !== null) {
          const number = ['first', 'second', 'third', 'fourth'].indexOf(numbered[1]!.toLowerCase()) + 1;
          return { ...year, value: `${year.value}-Q${number}`, anchors: false };
        }
        return { ...year, anchors: false };
      },
    };
  },
};

export const samePeriod: Recogniser = {
  id: 'same-period',
  about:
    'The quarter that results are told of, one year back: `the same period last year`, `the same quarter a year earlier`.',
  needs: TRIGGER.unit,
  pattern: compile(
    `the same (?:period|quarter|months?|time) (?:last year|a year (?:ago|earlier|before)|(?:(?:of|in) )?the (?:previous|prior) year)`,
  ),
  matches: ['It beat the same period last year.'],
  rejects: ['the same period of unrest', 'the same year'],
  values: [
    [
      'Profit rose in the fourth quarter. It beat the same period last year.',
      'the same period last year',
      '2024-Q4',
    ],
    ['Sales fell in the same period of 2024.', '2024', '2024'],
    ['Sales fell in the same period last year.', 'the same period last year', '2025'],
  ],
  read: () => ({
    type: 'DATE',
    unit: 'year',
    resolve: (scope) => quarterOfYearBefore(scope) ?? { ...fromReference(scope, 'year', -1), anchors: false },
  }),
};

/** The quarter that the text is about, a year back; null where it tells of none. */
function quarterOfYearBefore({ quarter, start }: Scope): Resolved | null {
  if (quarter === null || start - quarter.start >= 700) return null;
  return {
    value: quarter.value.replace(/^\d{4}/, (digits) => String(Number(digits) - 1)),
    anchor: 'previous',
    anchors: false,
  };
}
