import { SPEECH_CUES } from '../../lexicon/cue-verbs.ts';
import type { Rule } from '../../rules/rule.ts';

/** What a rule sees of quoted words: the words and, of the same sentence and block, what stands on either side. */
export interface QuotedContext {
  /** From the sentence's start to the opening mark, at most 160 characters. */
  readonly before: string;
  /** Between the marks. */
  readonly inner: string;
  /** From the closing mark to the sentence's end, at most 160 characters. */
  readonly after: string;
}

/** `other`: a name, a title, a term, words held at a distance. */
export type SpeechVerdict = 'speech' | 'other';

/** Examples are sentences with one pair of straight double marks. */
export interface SpeechRule extends Rule {
  readonly verdict: SpeechVerdict;
  test(context: QuotedContext): boolean;
}

const SMALL =
  /^(?:a|an|and|as|at|but|by|de|del|du|el|for|from|in|into|la|le|los|nor|of|on|or|over|the|to|up|vs?|with|without)$/;

function words(text: string): string[] {
  return (text.match(/[\p{L}\p{N}][\p{L}\p{N}'’.&-]{0,60}/gu) ?? []).map((word) =>
    word.replace(/[.'’&-]{1,8}$/, ''),
  );
}

/** Every word but the small ones begins with a capital or a figure. */
function isTitleCase(text: string): boolean {
  const all = words(text);
  return (
    all.length > 0 &&
    all.every((word, index) => /^[\p{Lu}\p{N}]/u.test(word) || (index > 0 && SMALL.test(word)))
  );
}

const endsSentence = (text: string) => /[.!?…][)\]]?$/.test(text.trim());

const INTRODUCES_NAME =
  /\b(?:(?:also |better |now |once |popularly |widely |commonly |variously )?known (?:simply |only |locally |online |to \w+ )?(?:as|by)|a\.?k\.?a\.?|alias|aliases|also called|nicknamed|dubbed|codenamed|code-named|code name|nickname|nicknames|moniker|pseudonym|handle|goes by|went by|going by|nom de guerre|named|christened|so-called)(?: (?:as|simply|the|name|names|of|him|her|it|them)){0,4},?$/iu;

const INTRODUCES_TITLE =
  /\b(?:album|article|ballad|blog|book|campaign|cartoon|chapter|column|comedy|course|documentary|drama|ep|episode|essay|exhibition|feature|film|game|hit|hymn|magazine|manual|memoir|movie|musical|newsletter|novel|opera|painting|paper|play|podcast|poem|program|programme|project|report|sequel|series|show|sitcom|single|song|soundtrack|story|study|thriller|titled|entitled|headlined|track|trilogy|video|work)s?,?$/iu;

const INTRODUCES_TERM =
  /\b(?:acronym|category|concept|hashtag|header|heading|label|letters|mantra|motto|name|password|phrase|policy of|sign reading|slogan|tag|term|terms|title|word|words)s?(?: (?:like|such as|of|for|as))?,?$/iu;

const CUE_WORDS = new Set([...SPEECH_CUES].flatMap(forms));

/** The written forms of a regular verb, and of the irregular ones among the cues. */
function forms(lemma: string): string[] {
  const irregular: Readonly<Record<string, readonly string[]>> = {
    say: ['says', 'said', 'saying'],
    tell: ['tells', 'told', 'telling'],
    write: ['writes', 'wrote', 'written', 'writing'],
    swear: ['swears', 'swore', 'sworn', 'swearing'],
    sing: ['sings', 'sang', 'sung', 'singing'],
    plead: ['pleads', 'pleaded', 'pled', 'pleading'],
  };
  const given = irregular[lemma];
  if (given) return [lemma, ...given];
  if (/[^aeiou]y$/.test(lemma)) {
    const stem = lemma.slice(0, -1);
    return [lemma, `${stem}ies`, `${stem}ied`, `${lemma}ing`];
  }
  const stem = lemma.endsWith('e') ? lemma.slice(0, -1) : lemma;
  const doubled = /[^aeiou][aeiou][bgmpt]$/.test(lemma)
    ? [`${lemma}${lemma.at(-1)}ed`, `${lemma}${lemma.at(-1)}ing`]
    : [];
  return [
    lemma,
    /(?:s|x|sh|ch)$/.test(lemma) ? `${lemma}es` : `${lemma}s`,
    `${stem}ed`,
    `${stem}ing`,
    ...doubled,
  ];
}

const hasCue = (text: string) => words(text.toLowerCase()).some((word) => CUE_WORDS.has(word));

/** In order; the first that applies decides. What none decides is speech when a cue of speech governs it. */
export const SPEECH_RULES: readonly SpeechRule[] = [
  {
    id: 'cue-then-marks',
    verdict: 'speech',
    about: 'A cue of speech right before the marks, with a comma, colon, `that` or a hearer between at most.',
    matches: [
      'The mayor said, "The bridge stays shut."',
      'He told reporters: "Not today."',
      'The union warned that "pay talks are over" on Monday.',
    ],
    rejects: ['The song is called "Said the River".', 'They met at the "old mill" again.'],
    test: ({ before }) => {
      const lead = before.trimEnd();
      const tail = words(lead.toLowerCase()).slice(-4);
      const last = tail.findLastIndex((word) => CUE_WORDS.has(word));
      if (last < 0) return false;
      const between = tail.slice(last + 1);
      if (between.length === 0) return true;
      return /[,:]$/.test(lead) || (between.length <= 2 && between.at(-1) === 'that');
    },
  },
  {
    id: 'marks-then-cue',
    verdict: 'speech',
    about:
      'The quoted words end in a comma, question or exclamation mark and a cue of speech follows at once.',
    matches: [
      '"We start at dawn," said the foreman.',
      '"Who pays for it?" Ms. Adeyemi asked.',
      '"Never again!" a man in the crowd shouted.',
    ],
    rejects: ['The group, known as "Night Owls," met on Friday.', '"Hamlet" sold out, the theatre said.'],
    test: ({ inner, after }) => {
      if (!/[,?!—–-]$/.test(inner.trimEnd())) return false;
      const near = words(after.toLowerCase()).slice(0, 6);
      // A full stop inside the name's title does not end the clause: `Ms. Adeyemi asked`.
      const lead = /^(?:[^,;.]|(?<=\b\p{Lu}\p{L}{0,3})\.){0,90}/u.exec(after)![0];
      return near.some((word) => CUE_WORDS.has(word) && lead.toLowerCase().includes(word));
    },
  },
  {
    id: 'introduced-name',
    verdict: 'other',
    about: 'A nickname or name that its introduction announces: known as, nicknamed, alias, so-called.',
    matches: ['Its leader, known as "El Zorro," fled.', 'The storm, nicknamed "Big Lou", hit at noon.'],
    rejects: ['He said, "I am known to all."', 'She called the plan "a gift to polluters."'],
    test: ({ before, inner }) => INTRODUCES_NAME.test(before.trimEnd()) && words(inner).length <= 7,
  },
  {
    id: 'name-inside-name',
    verdict: 'other',
    about: 'A nickname between first and last name.',
    matches: ['Judges fined Tony "The Hammer" Ruiz.', 'Coach Ann "Lucky" Boyd retired.'],
    rejects: ['Boyd said "Never" Monday.', 'He calls it "The Big One" now.'],
    test: ({ before, inner, after }) =>
      words(inner).length <= 3 &&
      isTitleCase(inner) &&
      /\p{Lu}[\p{L}.'’-]{0,30} $/u.test(before) &&
      !hasCue(before.slice(-20)) &&
      /^ \p{Lu}\p{Ll}/u.test(after) &&
      !/^ (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day/.test(after),
  },
  {
    id: 'introduced-title',
    verdict: 'other',
    about: 'The title of a work: a noun for a work before it, and capitals inside.',
    matches: ['She wrote the novel "The Salt Road" in 1998.', 'His new single, "Low Tide," is out.'],
    rejects: ['In the film he says "we are done" twice.', 'The report said "no one is safe."'],
    test: ({ before, inner }) => INTRODUCES_TITLE.test(before.trimEnd()) && isTitleCase(inner),
  },
  {
    id: 'bare-title',
    verdict: 'other',
    about: 'Two to ten words in title case without an end mark of a sentence, and no cue beside them.',
    matches: ['"The Late Shift" won three prizes.', 'He starred in "Harbour of Lies" last year.'],
    rejects: ['"Build The Wall," the crowd chanted.', 'He said it was "over and done".'],
    test: ({ before, inner, after }) => {
      const count = words(inner).length;
      return (
        count >= 2 &&
        count <= 10 &&
        isTitleCase(inner) &&
        !hasCue(before.slice(-60)) &&
        !hasCue(after.slice(0, 40))
      );
    },
  },
  {
    id: 'introduced-term',
    verdict: 'other',
    about: 'Words that are mentioned, not said: the word, the phrase, a slogan, a policy of.',
    matches: [
      'The word "tariff" appears twice.',
      'They ran on a policy of "taxes no, services yes" for years.',
    ],
    rejects: [
      'In his words: "It is a farce and we all know it."',
      'She said the "worst is over" for farmers.',
    ],
    test: ({ before, inner }) =>
      INTRODUCES_TERM.test(before.trimEnd()) && !/:\s*$/.test(before) && words(inner).length <= 8,
  },
  {
    id: 'after-colon',
    verdict: 'speech',
    about: 'A whole sentence in marks after a colon.',
    matches: [
      'Her answer was short: "We will appeal and we will win."',
      'The sign was clear: "Keep out of the yard!"',
    ],
    rejects: ['They sell three: "Gold", "Ruby" and "Jade".', 'He had one goal: "gold".'],
    test: ({ before, inner }) => /:\s*$/.test(before) && words(inner).length >= 4 && endsSentence(inner),
  },
  {
    id: 'sentence-alone',
    verdict: 'speech',
    about:
      'Quoted words that are whole sentences on their own, with nothing of the sentence outside the marks.',
    matches: ['"It was dark and we could not see a thing."', '"You think so? I would not bet on it."'],
    rejects: ['"The Salt Road" is out.', 'They call it "the pit of despair."'],
    test: ({ before, inner, after }) =>
      before.trim() === '' &&
      /^[\s.,)]*$/.test(after) &&
      words(inner).length >= 3 &&
      (endsSentence(inner) || words(inner).length >= 8) &&
      !isTitleCase(inner),
  },
];
