import { BARE_COUNT, CARDINAL, COUNT, readCount } from '../numbers.ts';
import { BOUND, compile, isPreposition, readBound, readUnit, UNIT, unitSize } from '../patterns.ts';
import { fixed, type Recogniser } from '../recogniser.ts';
import { fromReference } from '../scope.ts';
import { TRIGGER } from '../triggers.ts';
import { durationValue } from '../values.ts';

/** What before `a year` makes it a frequency: how many times. */
const FREQUENCY = /\b(?:once|twice|thrice|times|days|hours|nights|weeks|months)\s$/i;
/** What before `a year` makes it a rate of something else: money, a share, things made. */
const RATE =
  /(?:[$£€]\s?[\d.,]+(?:\s(?:million|billion|trillion))?|[\d.,]+%|\b\d[\d.,]*|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|twelve|twenty|percent|per cent|cents?|dollars|pounds|euros|million|billion|trillion|dozens|hundreds|thousands))(?:\s[a-z]{1,14}){0,3}\s$/i;

/** Verbs before a length of time proper, whatever is counted before them: `the two trials took a year`. */
const TAKES =
  /\b(?:for|in|of|about|than|within|after|takes?|took|taken|lasts?|lasted|spends?|spent|waits?|waited|needs?|stays?|stayed|served?|was|were|is|are|be|and|or|to|after|before|over|nearly|almost|by|with|on|at|every|each|only|just)\s$/i;

/** `in two weeks`, with or without a bound. */
const IN = /\bin\s$/i;
/** Verbs that take `in two weeks` as the time that they need, not as a point to come. */
const LASTING =
  /\b(?:complet\w+|finish\w*|build|built|double[sd]?|triple[sd]?|halve[sd]?|rise|rose|fall|fell|grow|grew|cut|reduce[sd]?|recover\w*|cover\w*|travel\w*|learn\w*|read|ris(?:en|ing)|gain\w*|los[et]|dropp?(?:ed|ing)?|first|second|third|worst|best|biggest|largest|highest|lowest|time|times|done|made|produced?)\s(?:[\w,.'’%$-]+\s){0,6}in\s$/i;

export const duration: Recogniser = {
  id: 'duration',
  about:
    'A counted length of time: `two years`, `nearly 90 days`, `a week`, `half an hour`; ages, frequencies (`twice a year` is a set) and rates (`$5 a year`) are told apart.',
  needs: TRIGGER.unit,
  pattern: compile(
    `(?<bound>${BOUND})?(?<count>${COUNT})(?:(?: (?:to|or) |-)(?:\\d{1,3}|${CARDINAL}))?(?: (?<more>more|full|long|straight|consecutive|additional|whole|solid|trading|working|business|calendar|school))?[- ](?<unit>${UNIT})(?<plural>s?)(?<tail>['’](?!s)| or so| or more| or two| and a half)?`,
  ),
  matches: [
    'He was jailed for two years.',
    'It took nearly 90 days.',
    'They waited a week.',
    'It lasted half an hour.',
  ],
  rejects: ['He is 30 years old.', 'a second chance', 'a quarter of voters', 'the 42-year-old man'],
  values: [
    ['He was jailed for two years.', 'two years', 'P2Y'],
    ['It lasted half an hour.', 'half an hour', 'PT30M'],
    ['He will return in two days.', 'two days', '2026-03-20'],
    ['The bridge was built in two days.', 'two days', 'P2D'],
    ['They pay $500 a month.', 'a month', 'P1M'],
    ['The clinic treats 300 patients a day.', 'a day', 'P1D'],
    ['Supplies will run out in two days.', 'two days', '2026-03-20'],
    ['They will build the bridge in two years.', 'two years', 'P2Y'],
  ],
  read({ bound, count, unit: unitText, plural, more }, around, match) {
    const unit = readUnit(unitText!);
    const after = around.after(16);
    if (/^[- ](?:olds?\b)|^\sof\sage|^['’]?\sold\b/i.test(after)) return null;
    if (/^-(?:ago|earlier|later)|^\s(?:ago|earlier|later|from now)\b/i.test(after)) return null;
    const single = plural === '';
    const article = /^an?$/i.test(count!);
    // `a year-long inquiry`, `a decades-long feud`: see compound-duration.
    if (article && (!single || /^-/.test(after))) return null;
    if ((unit === 'second' || unit === 'quarter') && single) return null;
    // `World Cup 2018 day five`.
    if (single && /^\d{4}$/.test(count!)) return null;
    // `three-quarters`, `60 Minutes`: a fraction and a programme.
    if (unit === 'quarter' && /-quarters?\b/i.test(match)) return null;
    if (/[A-Z]/.test(unitText!.charAt(0)) && /^\d+$/.test(count!) && /^[.,]?["”'’]/.test(after)) return null;
    if (unit === 'minute' && article && /\b(?:wait|just|in|up to the)\s$/i.test(around.before(8)))
      return null;
    const amount = readCount(count!);
    if (amount === null || amount === 0) return null;
    if (article && more === undefined && FREQUENCY.test(around.before(9)))
      return fixed('SET', durationValue(1, unit), { anchors: false });
    if (article && more === undefined && RATE.test(around.before(48)) && !TAKES.test(around.before(16)))
      return fixed('SET', durationValue(1, unit), { anchors: false });
    // `one day he will`: some day to come.
    if (/^one$/i.test(count!) && unit === 'day' && single && bound === undefined && more === undefined) {
      const ahead = /\b(?:will|would|could|may|might|can|hopes?|hope (?:he|she|they|it))\s$/i.test(
        around.before(14),
      );
      if (ahead || /^,?\s(?:\w+\s)?(?:will|would|could|may|might)\b/.test(after))
        return fixed('DATE', 'FUTURE_REF', { anchors: false });
    }
    const rest = / and a half$/i.test(match) ? 0.5 : 0;
    const value = durationValue((amount + rest) * unitSize(unitText!), unit);
    const mod = readBound(bound);
    // `will return in two weeks`: a point to come, counted from now.
    if (
      unit !== 'second' &&
      unit !== 'minute' &&
      unit !== 'hour' &&
      IN.test(around.before(4)) &&
      !LASTING.test(around.before(64))
    )
      return {
        type: 'DATE',
        mod,
        resolve: (scope) =>
          scope.tense() === 'future' && / or two$/i.test(match)
            ? { value: 'FUTURE_REF', anchor: 'publication', anchors: false }
            : scope.tense() === 'future'
              ? fromReference(scope, unit, amount * unitSize(unitText!))
              : { value, type: 'DURATION', anchor: 'explicit', anchors: false },
      };
    return fixed('DURATION', value, { mod, anchors: false });
  },
};

const PERSON =
  /^\s(?:bab(?:y|ies)|boys?|girls?|infants?|child(?:ren)?|sons?|daughters?|toddlers?|twins?|kids?|pupp(?:y|ies)|man|woman|who|and|or|was|is|calf|cub|kitten|grand\w+)\b/;

export const compoundDuration: Recogniser = {
  id: 'compound-duration',
  about:
    'A length of time as a modifier: `three-month`, `17-year`, `year-long`, `decades-long`; an age (`42-year-old`) is left alone.',
  needs: TRIGGER.unit,
  pattern: compile(
    `(?:(?<count>${BARE_COUNT}|several|multi)-(?<unit>${UNIT})(?:-long)?|(?<whole>(?:day|week|month|year|decade|centur(?:y|ie)|hour)s?)[- ]?long|(?:(?<oldCount>${BARE_COUNT})-)?(?<old>(?:day|week|month|year|decade|centur(?:y|ie)|hour)s?)-old)(?![- ](?:old|olds)\\b)`,
  ),
  matches: [
    'the 8-month-old truce',
    'a three-month ban',
    'the 17-year conflict',
    'a year-long inquiry',
    'a decades-long feud',
  ],
  rejects: ['a 42-year-old man', 'their 8-month-old baby', 'a second-quarter loss', 'as long as'],
  values: [
    ['a three-month ban', 'three-month', 'P3M'],
    ['a decades-long feud', 'decades-long', 'PXDE'],
  ],
  read({ count, unit: unitText, whole, oldCount, old }, around) {
    if (old !== undefined) {
      // `a 42-year-old`, `her 8-month-old baby`: an age.
      const unit = readUnit(old);
      if (unit === 'year' && (oldCount !== undefined || /[-\d]$/.test(around.before(1)))) return null;
      if (!/^\s[a-z]/.test(around.after(3)) || PERSON.test(around.after(14))) return null;
      const amount = oldCount !== undefined ? readCount(oldCount) : /s$/i.test(old) ? null : 1;
      return fixed('DURATION', durationValue(amount, unit), { anchors: false });
    }
    if (whole !== undefined) {
      const unit = readUnit(whole);
      return fixed('DURATION', durationValue(/s$/i.test(whole) ? null : 1, unit), { anchors: false });
    }
    const unit = readUnit(unitText!);
    if (/^(?:several|multi)$/i.test(count!))
      return fixed('DURATION', durationValue(null, unit), { anchors: false });
    const amount = readCount(count!);
    if (amount === null) return null;
    return fixed('DURATION', durationValue(amount * unitSize(unitText!), unit), { anchors: false });
  },
};

const VAGUE =
  'a few|few|several|many|a number of|some|dozens of|hundreds of|thousands of|countless|a couple more|a few more|several more|multiple';

export const vagueDuration: Recogniser = {
  id: 'vague-duration',
  about: 'A length without a number: `several months`, `a few more days`, `for years`, `months of talks`.',
  needs: TRIGGER.unit,
  pattern: compile(
    `(?:(?<vague>(?:the )?(?:${VAGUE})(?: (?:more|long|short|dozen|hundred|thousand))?) (?<unit>${UNIT})s|(?<bare>(?:second|minute|hour|day|week|month|year|decade|centurie)s)(?: or (?:months|years|days))?)(?!['’])`,
  ),
  matches: ['It took several months.', 'They waited for years.', 'After months of talks they signed.'],
  rejects: ['two years', 'his school days', 'the years of plenty'],
  values: [
    ['It took several months.', 'several months', 'PXM'],
    ['They waited for years.', 'years', 'PXY'],
  ],
  read({ vague, unit: unitText, bare }, around) {
    const after = around.after(10);
    if (/^\s(?:ago|earlier|later|old)\b/.test(after)) return null;
    if (vague !== undefined)
      return fixed('DURATION', durationValue(null, readUnit(unitText!)), { anchors: false });
    if (
      !/(?:^|\b(?:for|in|over|took|take|takes|taking|after|within|spent|spend|lasted?|lasting|through|seen in|caps?|follows|following|until)\s(?:perhaps\s|maybe\s)?)$/i.test(
        around.before(16),
      )
    )
      return null;
    if (/^\sof\s(?:the|our|their|his)\b/.test(after) && !/\b(?:within|after)\s$/i.test(around.before(7)))
      return null;
    if (around.before(1) === '' && !/^\s(?:of|after|before|later)\b/.test(after)) return null;
    return fixed('DURATION', durationValue(null, readUnit(bare!)), { anchors: false });
  },
};

export const anchoredDuration: Recogniser = {
  id: 'anchored-duration',
  about:
    'A length of time bound to now or to an event: `the past three years`, `the first nine months of 1989`, `the preceding six years`, `the next few days`.',
  needs: TRIGGER.unit,
  pattern: compile(
    `(?<bound>${BOUND})?(?:(?:the|these|those|this|its|his|her|their|all) )?(?:(?<relation>past|last|next|coming|previous|first|final|recent|preceding|following|latest|remaining|other|prior|opening|closing|same|ensuing|subsequent|initial) )?(?:(?<count>${COUNT})|(?<vague>few|several|many|couple of|couple|number of)) (?:(?:trading|working|business|fiscal|more|consecutive|full) )?(?<unit>${UNIT})(?<plural>s?)(?: or so)?`,
  ),
  matches: ['Prices doubled in the past three years.', 'over the next few days', 'the two weeks'],
  rejects: ['the first year', 'two of the years'],
  values: [
    ['Prices doubled in the past three years.', 'the past three years', 'P3Y'],
    ['over the past few months', 'the past few months', 'PXM'],
    ['The strike will last 48 hours.', '48 hours', 'PT48H'],
  ],
  read({ bound, relation, count, vague, unit: unitText, plural }, around, match) {
    const determined = /^(?:the|these|those|this|its|his|her|their|all)\s/i.test(
      match.slice(bound?.length ?? 0),
    );
    if (relation === undefined && !determined) return null;
    if (relation === undefined && vague === undefined && /^an?$/i.test(count!)) return null;
    if (/^[- ]olds?\b|^\s(?:ago|earlier|later)\b/.test(around.after(9))) return null;
    if (plural === '' && !/^(?:century|1|one)$/i.test(count ?? '')) return null;
    const unit = readUnit(unitText!);
    // `over the past year`: a preposition, not a bound.
    // `will last 48 hours`: the verb.
    const lasts =
      !determined &&
      /^last$/i.test(relation ?? '') &&
      /\b(?:will|would|to|could|may|might|can|should|must|and|not|did|does|usually|typically)\s$/.test(
        around.before(12),
      );
    const skip = lasts ? match.search(/last\s/i) + 5 : determined && isPreposition(bound) ? bound!.length : 0;
    const mod = skip > 0 ? undefined : readBound(bound);
    const exact = (value: string) => fixed('DURATION', value, { mod, anchors: false, skip });
    if (vague !== undefined) return exact(durationValue(/couple/i.test(vague) ? 2 : null, unit));
    const amount = readCount(count!);
    if (amount === null) return null;
    if (unit === 'quarter') return exact(`P${amount * 3}M`);
    return exact(durationValue(amount * unitSize(unitText!), unit));
  },
};

export const pastUnits: Recogniser = {
  id: 'past-units',
  about: 'Uncounted recent or coming times: `recent years`, `past months`, `coming weeks`, `the days ahead`.',
  needs: TRIGGER.unit,
  pattern: compile(
    `(?:the )?(?:(?<relation>recent|past|coming|future|previous|next|following|last|earlier|later|early|first) (?<unit>years|decades|quarters|months|weeks|days|hours|minutes|centuries)(?: and (?:months|years|weeks))?|(?<ahead>years|months|weeks|days) (?:ahead|to come))`,
  ),
  matches: ['Prices rose in recent years.', 'in the coming weeks', 'the days ahead'],
  rejects: ['past three years', 'recent events'],
  values: [['Prices rose in the coming weeks.', 'the coming weeks', 'PXW']],
  read({ relation = '', unit: unitText, ahead }) {
    const lower = relation.toLowerCase();
    const unit = readUnit((unitText ?? ahead)!);
    if (
      /^(?:future|next)$/.test(lower) ||
      (lower === 'coming' && /^(?:month|quarter|decade)$/.test(unit)) ||
      ahead !== undefined
    )
      return ahead === undefined
        ? fixed('DATE', 'FUTURE_REF', { anchors: false })
        : fixed('DURATION', durationValue(null, unit), { anchors: false });
    if (/^(?:early|first)$/.test(lower) && !/^(?:year|hour|day|week|month)$/.test(unit)) return null;
    if (lower === 'early' && unit !== 'year') return null;
    if (/^(?:early|first|later|following|coming)$/.test(lower))
      return fixed('DURATION', durationValue(null, unit), { anchors: false });
    if (lower === 'recent' && /^(?:week|hour|minute|month)$/.test(unit))
      return fixed('DURATION', durationValue(null, unit), { anchors: false });
    return fixed('DATE', 'PAST_REF', { anchors: false });
  },
};

export const theYears: Recogniser = {
  id: 'the-years',
  about:
    'Uncounted years, weeks or days of a story: `over the years`, `in the weeks that followed`, `the months since`.',
  needs: TRIGGER.unit,
  pattern: compile(
    `(?<lead>over |through |down |in |during )?the (?<unit>years|decades|months|weeks|days|hours|centuries)(?<tail>(?: that followed| since| afterwards?| before| after| leading up to| between| in between| immediately after| following)(?!\\w))?`,
  ),
  matches: ['It has changed over the years.', 'In the weeks that followed, two men died.'],
  rejects: ['the years of plenty', 'In the days of the old king'],
  values: [['It has changed over the years.', 'the years', 'PXY']],
  read({ lead, unit, tail }, around, match) {
    const over = /^(?:over|through|down) $/i.test(lead ?? '');
    if (tail === undefined && (!over || /^\sof\b/.test(around.after(4)))) return null;
    return {
      ...fixed('DURATION', durationValue(null, readUnit(unit!)), { anchors: false }),
      skip: lead?.length ?? 0,
      length: match.length - (lead?.length ?? 0) - (tail?.length ?? 0),
    };
  },
};

export const someTime: Recogniser = {
  id: 'some-time',
  about: 'A length of unknown unit: `a long time`, `some time`, `a while`, `for the time being`.',
  needs: TRIGGER.time,
  pattern: compile(
    `(?:quite )?(?:a (?:very |fairly )?(?:long|short|considerable) (?:time|while|period)|some time|a while)(?! (?:ago|in|of|next|this|after|before))`,
  ),
  matches: ['It took a long time.', 'They talked for a while.'],
  rejects: ['sometimes', 'while he slept', 'some time ago'],
  read: () => fixed('DURATION', 'PXX', { anchors: false }),
};

export const thePastYear: Recogniser = {
  id: 'the-past-year',
  about: 'The year, month or week up to now: `the past year`, `the last century`.',
  needs: TRIGGER.unit,
  pattern: compile(
    `(?<bound>${BOUND})?the past (?<unit>year|month|week|quarter|decade|century|weekend|hour|day)(?!s|-)`,
  ),
  matches: ['Prices doubled over the past year.'],
  rejects: ['the past years', 'the last year'],
  values: [['They met over the past weekend.', 'the past weekend', '2026-W11-WE']],
  read({ bound, unit: unitText }) {
    const unit = readUnit(unitText!);
    if (unit === 'weekend')
      return {
        type: 'DATE',
        unit,
        skip: bound?.length ?? 0,
        resolve: (scope) => fromReference(scope, 'weekend', -1),
      };
    return fixed('DURATION', durationValue(1, unit), {
      ...(isPreposition(bound) ? { skip: bound!.length } : { mod: readBound(bound) }),
      anchors: false,
    });
  },
};
