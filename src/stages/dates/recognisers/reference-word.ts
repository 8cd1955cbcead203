import { compile } from '../patterns.ts';
import { fixed, type Recogniser } from '../recogniser.ts';
import { TRIGGER } from '../triggers.ts';

export const presentWord: Recogniser = {
  id: 'present-word',
  about:
    'The present: `now`, `currently`, `at present`, `for the time being`, `these days`, `right now`; `Now` that opens a turn is left alone.',
  needs: TRIGGER.now,
  pattern: compile(
    `(?<lead>until |till |as of |by |from |for |up to )?(?:right now|just now|now|nowadays|currently|presently|(?<at>at |for )(?:the time being|the present(?: time)?|the moment|this (?:time|moment))|at present|these days|this (?:crucial|critical) moment)`,
  ),
  matches: ['He now lives abroad.', 'They are currently on trial.', 'Nobody is safe these days.'],
  rejects: ['Now, let me say this.', 'known', 'the present king', 'present at the meeting'],
  values: [['He now lives abroad.', 'now', 'PRESENT_REF']],
  read({ lead, at }, around, match) {
    const lower = match.toLowerCase();
    const after = around.after(8);
    if (/^just now$/.test(lower)) return fixed('DATE', 'PAST_REF', { anchors: false });
    if (/now$/.test(lower) && /^(?:-|,?\sdefunct)/.test(after)) return null;
    // `Apocalypse Now`
    if (/^Now$/.test(match) && /[A-Z][a-z]+\s$/.test(around.before(16))) return null;
    // `Now, let me ...`, `Now we see ...`: it opens a turn.
    if (/^Now$/.test(match) && /^(?:,|\s(?:for|we|let|I|you|this)\b)/.test(after)) return null;
    const skip = (lead?.length ?? 0) + (at !== undefined ? at.length : /^at present/.test(lower) ? 3 : 0);
    return { ...fixed('DATE', 'PRESENT_REF', { anchors: false }), skip };
  },
};

export const currentAdjective: Recogniser = {
  id: 'current-adjective',
  about: '`current` before a noun that is of now; an electric or a sea current is left alone.',
  needs: TRIGGER.now,
  pattern: compile(
    `current(?= [a-z])(?! (?:and|or|of|in|is|was|affairs|year|week|month|quarter|fiscal|season|decade|century)\\b)`,
  ),
  matches: ['The current law is too weak.'],
  rejects: ['The current was strong.', 'strong current and wind', 'current affairs', 'currently'],
  read: () => fixed('DATE', 'PRESENT_REF', { anchors: false }),
};

export const pastWord: Recogniser = {
  id: 'past-word',
  about: 'An unnamed past: `recently`, `lately`, `in the past`.',
  needs: TRIGGER.recent | TRIGGER.past,
  pattern: compile(
    `(?<lead>until |in )?(?:(?:more |most |very |quite |only )?recently|lately|(?:the )(?:recent |distant |not-too-distant |not so distant )?past(?= ?[.,;:?!)"”]|(?: (?:have|has|had|when|is|was|that|who|he|she|it|they|we|I)\\b)))`,
  ),
  matches: ['It was recently sold.', 'That happened in the past.'],
  rejects: [
    'He had previously served in Rome.',
    'He walked past the house.',
    'the past three years',
    'recent',
  ],
  values: [['It was recently sold.', 'recently', 'PAST_REF']],
  read({ lead }, around, match) {
    if (/^in /i.test(lead ?? '') && !/past$/i.test(match)) return null;
    // `as recently as September`
    if (/recently$/i.test(match) && /\bas\s$/i.test(around.before(4))) return null;
    const skip = lead?.length ?? 0;
    return { ...fixed('DATE', 'PAST_REF', { anchors: false }), skip };
  },
};

export const onceWord: Recogniser = {
  id: 'once-word',
  about:
    '`once` for an unnamed past: before a verb in the past, an adjective or between commas; `once` as a count or a conjunction is left alone.',
  needs: TRIGGER.once,
  pattern: compile(
    `once(?= (?:was|were|had|served|lived|worked|owned|said|told|called|stood|held|ran|played|considered|thought|known|described|wrote|dominated|used|belonged|mighty|powerful|popular|proud|thriving|promising|feared|vibrant|bustling|[a-z]{3,12}-[a-z]{3,12}(?:ing|ed)|ruled|among|home|part of))`,
  ),
  matches: ['He once served in the army.', 'a town that was once among the richest'],
  rejects: ['Once he had left, they sang.', 'once a week', 'once more', 'at once'],
  values: [['He once served in the army.', 'once', 'PAST_REF']],
  read(_groups, around, match) {
    if (
      /^Once/.test(match) &&
      !/^\s(?:among|one of|home|part of|considered|thought|known|described)/.test(around.after(12))
    )
      return null;
    if (/\b(?:at|all at|for|only|just|than)\s$/.test(around.before(7))) return null;
    if (
      /^\s(?:was|were|had)\b/.test(around.after(6)) &&
      !/\b(?:he|she|it|they|who|that|which)\s$/i.test(around.before(6))
    )
      return null;
    return fixed('DATE', 'PAST_REF', { anchors: false });
  },
};

export const recentAdjective: Recogniser = {
  id: 'recent-adjective',
  about: '`recent` as an adjective of another noun than a unit of time.',
  needs: TRIGGER.recent,
  pattern: compile(
    `recent(?= [a-z])(?! (?:years|days|months|decades|quarters|weeks|hours|minutes|past|history)\\b)`,
  ),
  matches: ['The recent attacks shocked the town.'],
  rejects: ['recent years', 'recently'],
  read: (_groups, around) =>
    /\bmost\s$/i.test(around.before(5)) ? null : fixed('DATE', 'PAST_REF', { anchors: false }),
};

export const futureWord: Recogniser = {
  id: 'future-word',
  about:
    'An unnamed future: `in the future`, `the near future`, `soon`, `the near term`; a noun `futures` and `as soon as` are left alone.',
  needs: TRIGGER.future,
  pattern: compile(
    `(?<lead>in |for |into )?(?:(?:the )(?:near |foreseeable |immediate |distant |not-too-distant |very near )?future(?!s|['’])(?! of)|(?<bare>future)(?= (?:talks|generations?|attacks?|date|wars?|demand|elections?|meetings?|quarters?|events?))|(?:very |fairly |pretty )?soon(?! (?:after|as|before|afterwards?)\\b)|the (?:near|short|long|medium) term|a later date|as soon as possible)`,
  ),
  matches: ['They will decide in the near future.', 'He will soon return.', 'in future talks'],
  rejects: ['the future of work', 'wheat futures', 'soon after the war', 'as soon as he left'],
  values: [['He will soon return.', 'soon', 'FUTURE_REF']],
  read({ lead, bare }, around, match) {
    if (/soon$/i.test(match) && /\b(?:as|too|how)\s$/i.test(around.before(5))) return null;
    if (bare !== undefined && /\b(?:the|a|his|her|their|its|our|my|whose|your)\s$/i.test(around.before(7)))
      return null;
    const skip = lead?.length ?? 0;
    // `soon became`: soon after another event of the past.
    if (/soon$/i.test(match)) {
      return {
        type: 'DATE',
        skip,
        resolve: (scope) =>
          scope.narrative || scope.tense() === 'past'
            ? null
            : { value: 'FUTURE_REF', anchor: 'publication', anchors: false },
      };
    }
    return { ...fixed('DATE', 'FUTURE_REF', { anchors: false }), skip };
  },
};

export const storyTime: Recogniser = {
  id: 'story-time',
  about: 'The time that the story tells of: `at the time`, `at that time`.',
  needs: TRIGGER.time,
  also: TRIGGER.now,
  pattern: compile(
    `(?<lead>at |by |of |since )(?:the time|that time)(?= ?(?:[.,;:)"”]|$)|(?: (?:was|were|had)\\b))`,
  ),
  matches: ['He was mayor at the time.', 'By that time, they had left.'],
  rejects: ['at the time of the attack', 'the time'],
  values: [['He was mayor at the time.', 'the time', 'PAST_REF']],
  read: ({ lead }) => ({ ...fixed('DATE', 'PAST_REF', { anchors: false }), skip: lead!.length }),
};
