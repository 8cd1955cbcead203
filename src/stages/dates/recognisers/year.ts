import { CARDINALS, WEEKDAYS } from '../../../lexicon/time-words.ts';
import { VEHICLE_MAKES } from '../../../lexicon/vehicle-makes.ts';
import { compile, MONTH, PART, readPart } from '../patterns.ts';
import { type Around, fixed, type Recogniser } from '../recogniser.ts';
import { TRIGGER } from '../triggers.ts';
import { pad } from '../values.ts';

/** What a number is that counts or names something else. */
const COUNTED =
  /^(?:[-–](?!\d\d(?![\d\w]))\d{1,3}(?!\d)|,\d{3}|\.\d|%|\/(?!\d\d(?!\d|\/))\d|:\d|[°²³])|^[ -](?:percent|per cent|people|persons|men|women|children|civilians|soldiers|prisoners|fighters|miles?|kilomet|km\b|mph|feet|foot|ft\b|inches|acres|hectares|square|met(?:er|re)s?\b|m\b|dollars|pounds|euros|yen|cents|points|shares|tons?\b|tonnes|barrels|troops|workers|employees|jobs|homes|houses|votes|others|more\b|of (?:them|the (?:people|men))|cases|deaths|copies|hours|years?-old|years? (?:ago|old|later|earlier|before)|calories|volts|watts|rounds|seats|gallons|lbs?\b|kg\b|hp\b|block\b|additional|new\b|rpm\b|GMT|EST|EDT|hrs|local time|UTC)/i;
const NAMED =
  /(?:[$£€#]|\b(?:No\.?|number|flight|room|page|pages|section|article|chapter|route|highway|boeing|airbus|model|unit|suite|channel|building|resolution|rule|file|case|form|version|build|bill|H\.R\.|S\.B\.|windows|apt\.?|box|about|some|than|nearly|approximately|roughly|almost|rose|fell|sold|least|most|over|another|killed|only|exactly|just|up to|all) )$/i;

const ERA = '(?:B\\.C\\.(?:E\\.)?|BCE?|A\\.D\\.|AD)(?![A-Za-z])';

/** Words after which a number of four digits is a year, whatever noun comes next. */
const YEAR_CONTEXT =
  /(?:^|[(),;:–—-]|['’]s|\b(?:in|of|since|by|from|to|until|till|through|throughout|during|after|before|between|the|a|an|its|his|her|their|this|that|for|late|early|mid|circa|year|Jan\.|Feb\.|Mar\.|Apr\.|Aug\.|Sept?\.|Oct\.|Nov\.|Dec\.|[A-Z][a-z]+))\s?$/;
/** Plural nouns that a year goes before without any such word. */
const YEARLY =
  /^\s(?:levels|figures|prices|rates|results|standards|sales|exports|imports|elections|games|olympics|earnings|profits|was|is|has|as|does|this|his|its|us)\b/i;
const ADDRESS =
  /^\s(?:[NSEW]\.?\s)?[A-Z][a-z]+(?:\s[A-Z][a-z]+)?\s(?:Street|St\b|Avenue|Ave\b|Road|Rd\b|Drive|Boulevard|Blvd|Lane|Way|Court|Place)/;

/** Capitalised words that a year may follow and be a year still. */
const YEAR_AFTER = new Set(
  `in since by from until till during after before between and of the through for throughout around about circa mid early late that this
his her its their our my so but or as at on when if then year class fiscal only even nearly almost over under come roughly approximately some
back just also now today to with spring summer fall autumn winter christmas easter thanksgiving copyright`.split(
    /\s+/,
  ),
);
const MONTH_WORD = new RegExp(`^${MONTH}$`, 'i');
/** A name of an event, whose year is one: `World Cup 2018`, `Expo 2020`; not `Agenda 2030`, `Windows 2000`. */
const EVENT =
  /(?:Cup|Games|Olympics|Paralympics|Expo|Fair|Festival|Camp|Conference|Championships?|Open|Summit|Elections?|Tour|Prix|Awards?|Congress|Convention|Biennale|Marathon|Show|Forum|Series)(?:\s[A-Z]\w+)?\s$/;
const NAME_BEFORE = /(?:^|[\s("“‘'-])([A-Z][A-Za-z]+)\s{1,3}$/;

/** The number is the end of a name: `Agenda 2030`, `Windows 2000`, the band `The 1975`, the film “1917”. */
function endsName(around: Around): boolean {
  const before = around.before(40);
  if (/["“‘]$/.test(before) && /^["”’](?!s\b)/.test(around.after(2))) return true;
  if (/[a-z,] The\s$/.test(before)) return true;
  // `Western Theater 1861-1865`: a range is one of years.
  if (/^\s?[-–]\s?\d{2,4}(?!\d)/.test(around.after(8))) return false;
  const word = NAME_BEFORE.exec(before)?.[1];
  if (word === undefined || YEAR_AFTER.has(word.toLowerCase()) || MONTH_WORD.test(word)) return false;
  if (WEEKDAYS.has(word.toLowerCase())) return false;
  return !EVENT.test(before);
}

/** A model year: `a 1987 Chevrolet`. */
const isModelYear = (around: Around): boolean =>
  VEHICLE_MAKES.has(/^\s([A-Z][A-Za-z-]+)/.exec(around.after(20))?.[1]?.toLowerCase() ?? '');

function isOtherNumber(around: Around): boolean {
  if (endsName(around) || isModelYear(around)) return true;
  const after = around.after(36);
  const before = around.before(16);
  // `from 2010 to 1990 points`: the noun counts for both.
  const behind = after.replace(/^\s?(?:to|and|or|-|–)\s?[\d.,]{1,7}/, '');
  if (COUNTED.test(after) || COUNTED.test(behind) || ADDRESS.test(after)) return true;
  if (NAMED.test(before) && !/^\s?[-–]\s?\d{4}/.test(after)) return true;
  return /^\s[a-z]{2,}s\b/.test(after) && !YEARLY.test(after) && !YEAR_CONTEXT.test(before);
}

export const year: Recogniser = {
  id: 'year',
  about:
    'A year of four digits with or without its part (`1999`, `mid-1999`, `the end of 2012`); counts, prices, flights and sections are left alone.',
  needs: TRIGGER.year,
  pattern: compile(`(?<part>${PART}|mid-?)?(?:the year )?(?<year>1[1-9]\\d\\d|20\\d\\d)(?<era> ${ERA})?`),
  matches: [
    'The firm was founded in 1999.',
    'Sales should recover by mid-2027.',
    'It will open at the end of 2028.',
  ],
  rejects: [
    'Some 2000 people marched.',
    'He paid $1999 for it.',
    'Flight 1988 was late.',
    'They walked 1500 miles.',
    'The index closed at 2050.75.',
    'A crowd of 1,999 came.',
  ],
  values: [
    ['The firm was founded in 1999.', '1999', '1999'],
    ['Sales fell in early 2024.', 'early 2024', '2024'],
  ],
  read({ part, year: digits, era }, around, match) {
    if (digits === undefined) return null;
    if (part === undefined ? isOtherNumber(around) : COUNTED.test(around.after(24))) return null;
    if (era !== undefined && /b/i.test(era)) return fixed('DATE', `BC${digits}`, { mod: readPart(part) });
    // `a survey of 1709 pupils`.
    if (
      part === undefined &&
      /\bof $/i.test(around.before(3)) &&
      !/\b(?:the|this|that|its|their) [\w-]+(?: [\w-]+)? of $/i.test(around.before(40)) &&
      /^\s(?!was|is|has|as|games|elections|crisis|levels|figures|prices|rates|results|standards|sales|exports|imports)[a-z]{3,}(?:s|children|people)\b/.test(
        around.after(20),
      )
    )
      return null;
    // `at 1234`, `to 1450 from 1500`: index levels; a year after `at` only in names of events.
    if (
      part === undefined &&
      /\bat $/i.test(around.before(4)) &&
      !/^\s(?:levels|prices|rates|standards|[A-Z])/.test(around.after(12))
    )
      return null;
    return { ...fixed('DATE', digits, { mod: readPart(part) }), unit: 'year', length: match.length };
  },
};

export const eraYear: Recogniser = {
  id: 'era-year',
  about: 'A year counted before or after Christ: `490 BC`, `the end of 479 BCE`, `AD 70`.',
  needs: TRIGGER.era,
  also: TRIGGER.digits,
  pattern: compile(
    `(?<part>${PART}|(?:c\\.|ca\\.|circa) ?)?(?:A\\.?D\\.? (?<ad>\\d{1,4})|(?<year>\\d{1,4}) (?<era>${ERA})|(?<first>\\d{1,4})(?= ?(?:-|–|to|and|or) ?\\d{1,4} (?:BCE?|B\\.C\\.)))`,
  ),
  matches: ['The city fell in 490 BC.', 'The temple burnt in AD 70.'],
  rejects: ['He lives in Victoria, BC.', 'They sold 490 bikes.'],
  values: [['The city fell in 490 BC.', '490 BC', 'BC0490']],
  read({ part, ad, year: digits, era, first }) {
    if (first !== undefined)
      return { ...fixed('DATE', `BC${pad(Number(first), 4)}`, { mod: readPart(part) }), unit: 'year' };
    const number = Number(ad ?? digits);
    const before = era !== undefined && /b/i.test(era);
    if (era !== undefined && !/[A-Z]/.test(era)) return null;
    return {
      ...fixed('DATE', before ? `BC${pad(number, 4)}` : pad(number, 4), { mod: readPart(part) }),
      unit: 'year',
    };
  },
};

export const shortYear: Recogniser = {
  id: 'short-year',
  about: "A year shortened with an apostrophe after a word that makes it one: `in '98`, `the summer of '69`.",
  needs: TRIGGER.year,
  pattern: /(?<![\w$£€])['’](?<digits>\d\d)(?![\ds])/,
  matches: ["They moved here in '98.", 'It was the class of ’05.'],
  rejects: ["He said '98 people came'.", "It cost '40 dollars'."],
  read({ digits }, around) {
    if (
      !/\b(?:in|of|since|by|spring|summer|fall|winter|late|early|from|to|until|class of|and)\s$/i.test(
        around.before(12),
      )
    )
      return null;
    if (/^['’]|^\s(?:people|percent|dollars)/.test(around.after(10))) return null;
    const number = Number(digits);
    return fixed('DATE', String(number > 40 ? 1900 + number : 2000 + number));
  },
};

const TENS = 'twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety';
const ONES = 'one|two|three|four|five|six|seven|eight|nine';
const TEENS = 'ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen';

export const spokenYear: Recogniser = {
  id: 'spoken-year',
  about: 'A year in words, as transcripts write it: `nineteen ninety-four`, `two thousand three`.',
  needs: TRIGGER.spoken,
  pattern: compile(
    `(?:the year )?(?:(?<century>nineteen|twenty)[- ](?:(?<tens>${TENS})(?:[- ](?<ones>${ONES}))?|(?<teens>${TEENS}))|(?<millennium>two thousand)(?: and)?(?:[- ](?<small>${ONES}|${TEENS}))?)(?= |[.,;:?!)'’-]|$)`,
  ),
  matches: ['It was nineteen ninety-four when we met.', 'in the year two thousand'],
  rejects: [
    'Twenty thirty-year-olds came.',
    'Two thousand people marched.',
    'Nineteen fifty-dollar notes lay there.',
  ],
  values: [['We met in nineteen ninety-four.', 'nineteen ninety-four', '1994']],
  read({ century, tens, ones, teens, millennium, small }, around, match) {
    const after = around.after(12);
    if (/^-/.test(after)) return null;
    const word = (text: string | undefined): number =>
      text === undefined ? 0 : (CARDINALS.get(text.toLowerCase()) ?? 0);
    if (millennium !== undefined) {
      if (
        !/^the year/i.test(match) &&
        !(small !== undefined && /\b(?:in|of|since|by|until)\s$/i.test(around.before(7)))
      )
        return null;
      return fixed('DATE', String(2000 + word(small)));
    }
    if (century === undefined) return null;
    if (
      /twenty/i.test(century) &&
      ones !== undefined &&
      !/\b(?:in|of|since|by|until)\s$/i.test(around.before(7))
    )
      return null;
    const base = /nineteen/i.test(century) ? 1900 : 2000;
    return fixed('DATE', String(base + (teens === undefined ? word(tens) + word(ones) : word(teens))));
  },
};
