import { clockReading } from '../clock.ts';
import { compile } from '../patterns.ts';
import type { Recogniser } from '../recogniser.ts';
import { TRIGGER } from '../triggers.ts';

export const fourDigitClock: Recogniser = {
  id: 'four-digit-clock',
  about:
    'A time of four figures with its zone or `hours`: `1400 GMT`, `at 0630 hours`; a count of hours is left alone.',
  needs: TRIGGER.clock,
  also: TRIGGER.year,
  pattern: compile(
    `(?<hour>[01]\\d|2[0-3])(?<minute>[0-5]\\d) ?(?<zone>GMT|UTC|BST|CET|EST|EDT|local time|hours|hrs)`,
  ),
  matches: ['The quake struck at 1400 GMT.', 'They set off at 0630 hours.'],
  rejects: ['They worked 1400 hours.', 'in 1400'],
  values: [['The quake struck at 0735 GMT.', '0735 GMT', '2026-03-18T07:35']],
  read({ hour, minute, zone }, around) {
    if (
      /^h/i.test(zone!) &&
      !hour!.startsWith('0') &&
      !/\b(?:at|by|from|until|till|around|about)\s$/i.test(around.before(8))
    )
      return null;
    const length = zone === 'local time' ? { length: 4 } : {};
    return { ...clockReading(`${hour}:${minute}`), ...length };
  },
};
