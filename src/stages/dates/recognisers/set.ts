import { DAY_PARTS, SEASONS, WEEKDAYS } from '../../../lexicon/time-words.ts';
import { BARE_COUNT, readCount } from '../numbers.ts';
import { compile, MONTH, readMonth, readUnit, readWeekday, UNIT, WEEKDAY } from '../patterns.ts';
import { type Around, fixed, type Recogniser } from '../recogniser.ts';
import { TRIGGER } from '../triggers.ts';
import { durationValue, pad } from '../values.ts';

/** The value of something that comes back: a weekday, a month, a part of the day, a season, or a unit. */
function recurring(word: string, times: number): string {
  const lower = word.toLowerCase();
  const singular = lower.replace(/s$/, '');
  if (WEEKDAYS.has(singular)) return `XXXX-WXX-${readWeekday(lower)}`;
  if (DAY_PARTS.has(singular)) return `XXXX-XX-XXT${DAY_PARTS.get(singular)}`;
  if (SEASONS.has(singular)) return `XXXX-${SEASONS.get(singular)}`;
  const month = readMonth(lower);
  if (month > 0 && !/^month/.test(lower)) return `XXXX-${pad(month)}`;
  if (/^weekend/.test(lower)) return 'XXXX-WXX-WE';
  return durationValue(times, readUnit(lower));
}

export const everyUnit: Recogniser = {
  id: 'every-unit',
  about:
    'A recurring time with `every`, `each` or `per`: `every Monday`, `each year`, `every two weeks`, `per month`.',
  needs: TRIGGER.every,
  pattern: compile(
    `(?:(?:once |twice |(?:three|four|\\d) times )?(?<each>every|each)(?: and every)?(?: (?<count>other|few|${BARE_COUNT}))?|(?<per>per)) (?<word>${UNIT}s?|morning|afternoon|evening|night|spring|summer|autumn|fall|winter|${WEEKDAY}|${MONTH})(?! of)`,
  ),
  matches: ['They meet every Monday.', 'Each year it floods.', 'It pays $50 per month.', 'every two weeks'],
  rejects: ['every man', 'each of the years', 'per capita'],
  values: [
    ['They meet every Monday.', 'every Monday', 'XXXX-WXX-1'],
    ['It runs every two weeks.', 'every two weeks', 'P2W'],
  ],
  read({ count, word, per }, _around, match) {
    if (per !== undefined && !/^(?:day|week|month|quarter|year)$/i.test(word!)) return null;
    const times = count === undefined ? 1 : /^other$/i.test(count) ? 2 : readCount(count);
    if (/^few$/i.test(count ?? ''))
      return fixed('SET', durationValue(null, readUnit(word!)), { anchors: false });
    if (times === null) return null;
    return {
      ...fixed('SET', recurring(word!, times), { anchors: false }),
      skip: /^(?:once|twice|\w+ times) /i.exec(match)?.[0].length ?? 0,
    };
  },
};

export const timesPerUnit: Recogniser = {
  id: 'times-per-unit',
  about: 'How often in a unit of time: `twice a week`, `three times per day`, `once a year`.',
  needs: TRIGGER.unit,
  pattern: compile(
    `(?:once|twice|thrice|(?:${BARE_COUNT}|several|many) times) (?:an?|per|each|every) (?<word>${UNIT})(?!s|-)`,
  ),
  matches: ['The bus runs twice a week.', 'They pray five times per day.'],
  rejects: ['Once a minister, always a minister.', 'two days a week', 'It doubled three times.'],
  values: [['The bus runs twice a week.', 'twice a week', 'P1W']],
  read: ({ word }) => fixed('SET', recurring(word!, 1), { anchors: false }),
};

const ADVERBS: Readonly<Record<string, string>> = {
  daily: 'P1D',
  nightly: 'P1D',
  weekly: 'P1W',
  fortnightly: 'P2W',
  monthly: 'P1M',
  quarterly: 'P1Q',
  annual: 'P1Y',
  annually: 'P1Y',
  yearly: 'P1Y',
  hourly: 'PT1H',
};

/** With `semi-` and `bi-`; `biweekly` and `bimonthly` as news mostly means them, every two. */
const COMPOUND: Readonly<Record<string, string>> = {
  biweekly: 'P2W',
  bimonthly: 'P2M',
  biannually: 'P6M',
  semiannually: 'P6M',
  semimonthly: 'P0.5M',
  semiweekly: 'P0.5W',
};

/** The word is a noun for what appears that often. */
const isPeriodical = (around: Around): boolean =>
  /^s?\s[A-Z][a-z]/.test(around.after(5)) ||
  (/^(?:[,.;]|\s(?:said|reported|that|which)\b)/.test(around.after(10)) &&
    /\b(?:an?|the|its)\s(?:[\w-]+\s){0,2}$/i.test(around.before(30)));

export const frequencyWord: Recogniser = {
  id: 'frequency-word',
  about: 'A frequency in one word: `daily`, `weekly`, `annually`; names (`the Daily Mail`) are left alone.',
  needs: TRIGGER.frequency,
  pattern: compile(
    `(?<prefix>twice[- ]|thrice[- ]|semi-?|bi-?)?(?<word>daily|nightly|weekly|fortnightly|monthly|annually|yearly|hourly)(?! (?:Mail|News|Express|Telegraph|Mirror|Star))`,
  ),
  matches: ['It is published weekly.', 'a daily briefing', 'They vote annually.'],
  rejects: [
    'the Daily Mail',
    'The annual report',
    'daytime',
    'the party daily Rodina',
    'It was a Paris daily.',
  ],
  values: [['It is published weekly.', 'weekly', 'P1W']],
  read({ word, prefix = '' }, around, match) {
    if (/^[A-Z]/.test(match) && !/(?:^|[.!?"“]\s?)$/.test(around.before(2))) return null;
    // `the Communist Party daily Granma`, `a Paris daily,`: a newspaper.
    if (/^(?:daily|weekly|monthly)$/i.test(word!) && isPeriodical(around)) return null;
    const lower = word!.toLowerCase();
    const rate = `${prefix.toLowerCase().replace(/\W/g, '')}${lower}`;
    return fixed('SET', COMPOUND[rate] ?? ADVERBS[lower]!, { anchors: false });
  },
};

export const pluralDay: Recogniser = {
  id: 'plural-day',
  about: 'A weekday or a part of the day in the plural: `on Mondays`, `Tuesday nights`, `in the mornings`.',
  needs: TRIGGER.weekday | TRIGGER.dayPart,
  pattern: compile(
    `(?:(?<day>${WEEKDAY})(?:s(?! of)| (?<part>morning|afternoon|evening|night)s)|(?:(?<lead>in |on |at |during )(?:the )?)(?<alone>mornings|afternoons|evenings|nights|weekends))`,
  ),
  matches: ['It opens on Mondays.', 'They play Friday nights.'],
  rejects: ['Friday night', 'the nights', "Monday's vote"],
  values: [['It opens on Mondays.', 'Mondays', 'XXXX-WXX-1']],
  read({ day, part, lead, alone }) {
    if (alone !== undefined)
      return { ...fixed('SET', recurring(alone, 1), { anchors: false }), skip: lead?.length ?? 0 };
    if (!/^[A-Z]/.test(day!)) return null;
    return fixed(
      'SET',
      `${recurring(day!, 1)}${part === undefined ? '' : `T${DAY_PARTS.get(part.toLowerCase())}`}`,
      { anchors: false },
    );
  },
};
