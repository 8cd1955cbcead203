import type { Xpos } from '../core/labels.ts';
import { IRREGULAR_PASTS, PASTS_ALONE } from '../lexicon/irregular-verbs.ts';
import type { Doubt, DoubtRule } from './doubt.ts';
import { FINITE } from './parallel-clauses.ts';
import type { Parsed } from './parse.ts';
import type { PieceTree } from './piece-tree.ts';

/** Longest way up a tree. */
const LONGEST = 80;
/** Under which tags a tensed verb may hide, and how far its own tag may then fall behind. */
const FURTHEST: Readonly<Partial<Record<Xpos, number>>> = { JJ: 9, NN: 7, NNS: 14, VB: 7, VBN: 9 };
/** The same of a past tense that is the form of nothing else, and of a verb with an auxiliary. */
const FURTHEST_SURE = 14;
const HEADSTART = 4;
const MOST_CANDIDATES = 3;
/** Tags of what no verb stands right behind. */
const BEFORE_NOUN = /^(?:CD|DT|IN|JJ|PRP\$|POS)$/;
/** Verbs that have a clause for their object far oftener than a thing. */
const CLAUSE_VERBS: ReadonlySet<string> = new Set(
  (
    'said says say believe believes believed show shows showed suggest suggests suggested think thinks thought ' +
    'warn warns warned know knows knew found finds'
  ).split(' '),
);
const BEFORE_VERB = /^(?:obl|advmod|advcl|ccomp|parataxis|cc)/;

const isTensed = (tag: Xpos): boolean => FINITE.has(tag);
const isSubject = (relation: string): boolean => relation.startsWith('nsubj');

/** In order: what would change most of the tree comes first. */
export const DOUBT_RULES: readonly DoubtRule[] = [
  {
    id: 'participle',
    about:
      'A past tense with a subject, and below it a verb with neither subject nor conjunction: the first is a participle of the subject.',
    matches: [
      'A guard wanted over a theft in Essen was arrested at a farm in Spain.',
      'The semi-final, delayed from Friday by hail, ended in a draw.',
    ],
    rejects: [
      'The guard wanted a car and was arrested at a farm.',
      'The guard wanted what was hidden there.',
    ],
    find: (tree) =>
      tree.words.flatMap((verb) => {
        if (!tree.isVerb(verb) || tree.tag(verb) !== 'VBD' || PASTS_ALONE.has(tree.form(verb))) return [];
        const kids = tree.kids(verb);
        if (!kids.some((kid) => kid < verb && tree.relation(kid) === 'nsubj')) return [];
        if (kids.some((kid) => tree.relation(kid) === 'aux' || tree.relation(kid) === 'ccomp')) return [];
        const orphan = tree.words.find((word) => word > verb && isOrphan(tree, word, verb));
        if (orphan === undefined) return [];
        const settles = (parsed: Parsed) => {
          const trial = tree.of(parsed);
          const noun = trial.head(verb);
          return (
            trial.tag(verb) === 'VBN' &&
            noun < verb &&
            trial.kids(trial.clauseOf(orphan)).includes(noun) &&
            isSubject(trial.relation(noun))
          );
        };
        return [{ rule: 'participle', word: verb, stand: 'known', settles }];
      }),
  },
  {
    id: 'past',
    about:
      'A participle before a noun that has a subject, or stands behind a comma or conjunction and before a name or article, or modifies what somebody is to have said: the past tense.',
    matches: [
      'The Treasury said the forecast relied on old data.',
      'The minister resigned after a newspaper published letters of his wife.',
      'Tests showed the water contained lead at levels 12 times the legal limit.',
    ],
    rejects: ['The ministry said a word chosen by the king.', 'She left with wounded soldiers.'],
    find: (tree) =>
      tree.words.flatMap((verb, at) => {
        if (!isParticiple(tree, verb)) return [];
        const kids = tree.kids(verb);
        if (kids.some((kid) => /^(?:aux|cop)/.test(tree.relation(kid)))) return [];
        const before = tree.words[at - 1];
        const next = tree.words[at + 1];
        if (!isStrangeParticiple(tree, verb, before, next)) return [];
        const listed = before !== undefined && tree.tag(before) === 'CC';
        const bare = next === undefined || /^(?:IN|TO|RB|RP)$/.test(tree.tag(next));
        // `would neither raise taxes nor cut pensions`
        const base = listed && tree.form(before) === 'nor';
        const settles = (parsed: Parsed) => {
          const trial = tree.of(parsed);
          if (trial.tag(verb) !== (base ? 'VB' : 'VBD')) return false;
          return hasSubject(trial, verb) || (listed && trial.relation(verb) === 'conj');
        };
        return [{ rule: 'past', word: verb, stand: base ? 'take' : bare ? 'arose' : 'took', settles }];
      }),
  },
  {
    id: 'verb-between-subjects',
    about:
      'A plural noun among two subjects of one verb, a pronoun right behind it: it is the verb of the first, `fears he will miss`.',
    matches: ['The winger will have a scan on Tuesday, but coach Pete Harlow fears he will miss the final.'],
    rejects: ['The winger fears that he will miss the final.'],
    find: (tree) =>
      tree.words.flatMap((word, at) => {
        const pronoun = tree.words[at + 1];
        if (tree.tag(word) !== 'NNS' || at === 0 || pronoun === undefined || tree.tag(pronoun) !== 'PRP')
          return [];
        const verb = tree.head(pronoun);
        if (!isSubject(tree.relation(pronoun)) || verb < pronoun) return [];
        if (!tree.kids(verb).some((kid) => kid < word && isSubject(tree.relation(kid)))) return [];
        const settles = (parsed: Parsed) => hasSubject(tree.of(parsed), word);
        return [{ rule: 'verb-between-subjects', word, stand: 'says', settles }];
      }),
  },
  {
    id: 'perfect',
    about:
      'A participle with an auxiliary that modifies the noun behind it: with an auxiliary it is the verb.',
    matches: [
      'Of 40 firms surveyed, only six had raised wages.',
      'It had earlier scrapped plans to sell its Polish arm.',
    ],
    rejects: ['Six firms had raised wages.'],
    find: (tree) =>
      tree.words.flatMap((verb) => {
        if (tree.tag(verb) !== 'VBN' || tree.relation(verb) !== 'amod' || tree.head(verb) < verb) return [];
        // its own auxiliary, or one that was left with the noun: `had earlier scrapped plans`
        const isHelped = (token: number) =>
          tree.kids(token).some((kid) => kid < verb && tree.relation(kid).startsWith('aux'));
        if (!isHelped(verb) && !isHelped(tree.head(verb))) return [];
        const settles = (parsed: Parsed) => hasSubject(tree.of(parsed), verb);
        return [{ rule: 'perfect', word: verb, stand: 'taken', settles }];
      }),
  },
  {
    id: 'closing-participle',
    about: 'A present participle right behind a comma that modifies the noun after it: it opens a clause.',
    matches: ['Snow blanketed the capital, closing schools and delaying flights.'],
    rejects: ['Snow closed schools, running tracks and shops.'],
    find: (tree) =>
      tree.words.flatMap((verb, at) => {
        if (
          tree.tag(verb) !== 'VBG' ||
          tree.relation(verb) !== 'amod' ||
          tree.head(verb) !== tree.words[at + 1]
        )
          return [];
        if (at === 0 || tree.form(tree.words[at - 1]!) !== ',') return [];
        const settles = (parsed: Parsed) => tree.of(parsed).relation(verb) === 'advcl';
        return [{ rule: 'closing-participle', word: verb, stand: 'taking', settles }];
      }),
  },
  {
    id: 'torn-content',
    about:
      'A clause with `that` right behind one verb which hangs on a participle after it: it is said by the first.',
    matches: [
      'Belik denied that it had been given preferential treatment, saying that four other companies had won.',
    ],
    rejects: ['Belik denied the charge, saying that four other firms had bid.'],
    find: (tree) =>
      tree.words.flatMap((clause) => {
        const gerund = tree.head(clause);
        if (tree.relation(clause) !== 'ccomp' || gerund < clause || tree.tag(gerund) !== 'VBG') return [];
        const that = tree.kids(clause).find((kid) => kid < clause && tree.form(kid) === 'that');
        const verb = that === undefined ? undefined : tree.words[tree.words.indexOf(that) - 1];
        if (verb === undefined || !tree.isVerb(verb) || tree.head(gerund) !== verb) return [];
        const settles = (parsed: Parsed) => tree.of(parsed).head(clause) === verb;
        return [{ rule: 'torn-content', word: gerund, stand: 'claiming', settles }];
      }),
  },
  {
    id: 'infinitive',
    about: 'A base form behind `to` that modifies a noun: `is expected to last six weeks`.',
    matches: ['The trial is expected to last six weeks and hear from 50 witnesses.'],
    rejects: ['The trial is expected to end.'],
    find: (tree) =>
      tree.words.flatMap((verb, at) => {
        if (at === 0 || tree.tag(verb) === 'JJ' || !/^(?:amod|compound|nummod)$/.test(tree.relation(verb)))
          return [];
        const to = tree.words[at - 1]!;
        if (tree.form(to) !== 'to' || tree.tag(to) !== 'TO') return [];
        const settles = (parsed: Parsed) =>
          /^(?:xcomp|ccomp|advcl|acl|root)$/.test(tree.of(parsed).relation(verb));
        return [{ rule: 'infinitive', word: verb, stand: 'take', settles }];
      }),
  },
  {
    id: 'noun-at-the-top',
    about:
      'A base form that opens a statement, and below it a verb without a subject: the base form is a noun.',
    matches: ['Work on the tunnel, due to be finished in 2024, stopped when its builder went bankrupt.'],
    rejects: ['Stop the clock when the bell rings.'],
    find: (tree) => {
      const top = tree.words[0]!;
      if (tree.head(top) >= 0 || !/^(?:VB|VBP)$/.test(tree.tag(top)) || !tree.isStatement()) return [];
      if (tree.kids(top).some((kid) => isSubject(tree.relation(kid)))) return [];
      const orphan = tree.words.find((word) => isOrphan(tree, word, top));
      if (orphan === undefined) return [];
      const settles = (parsed: Parsed) => isSubject(tree.of(parsed).relation(top));
      return [{ rule: 'noun-at-the-top', word: top, stand: 'Water', settles }];
    },
  },
  {
    id: 'verbless',
    about: 'A statement at whose top stands no verb, although one of its words can be one.',
    matches: [
      'The lender plans to cut 2,500 jobs, or 8 percent of its staff.',
      'Gusts of 110 km/h tore roofs off houses and brought down power lines.',
      'Companies that pollute the river face fines of up to $500,000.',
    ],
    rejects: ['The lender lost staff.', 'Plans of the lender for the next two years'],
    find: (tree) => {
      const top = tree.top();
      if (top === undefined || !tree.isStatement() || (tree.isVerb(top) && isTensed(tree.tag(top))))
        return [];
      if (tree.kids(top).some((kid) => /^(?:nsubj|csubj|expl|cop|aux)/.test(tree.relation(kid)))) return [];
      if (tree.words.some((word) => isMainCopula(tree, word))) return [];
      return tree.words
        .slice(1, -1)
        .filter((word) => couldBeTensed(tree, word))
        .sort((a, b) => farness(tree, a) - farness(tree, b) || a - b)
        .slice(0, MOST_CANDIDATES)
        .map((word) => tensed('verbless', tree, word));
    },
  },
  {
    id: 'subjectless',
    about: 'A tensed verb at the top of a statement without a subject, although something stands before it.',
    matches: ['Arsenal beat Leeds 3-1 on Saturday to move top of the table.'],
    rejects: ['Gone are the days.', 'In the yard stood a cart.'],
    find: (tree) => {
      const top = tree.top();
      if (top === undefined || top === tree.words[0] || !tree.isStatement()) return [];
      if (!tree.isVerb(top) || !isTensed(tree.tag(top))) return [];
      const kids = tree.kids(top);
      if (kids.some((kid) => /^(?:nsubj|csubj|expl)/.test(tree.relation(kid)))) return [];
      if (kids.some((kid) => kid < top && BEFORE_VERB.test(tree.relation(kid)))) return [];
      return [tensed('subjectless', tree, top)];
    },
  },
];

/** The reading as a tensed verb, which is to be the top with a subject before it. */
function tensed(rule: string, tree: PieceTree, word: number): Doubt {
  const next = tree.words[tree.words.indexOf(word) + 1];
  return {
    rule,
    word,
    stand: standFor(tree.form(word), next === undefined ? undefined : tree.tag(next)),
    settles: (parsed) => {
      const trial = tree.of(parsed);
      return trial.top() === word && hasSubject(trial, word);
    },
  };
}

/** A verb in the tense of the form that is nothing else, and that goes with what follows. */
function standFor(form: string, next: Xpos | undefined): string {
  const [base, past] =
    next === 'IN'
      ? ['arise', 'arose']
      : next === 'TO' || next === 'VBG'
        ? ['begin', 'began']
        : ['take', 'took'];
  if (/ed$/.test(form) || IRREGULAR_PASTS.has(form)) return past!;
  return /[^s]s$/.test(form) ? `${base}s` : base!;
}

function couldBeTensed(tree: PieceTree, word: number): boolean {
  const form = tree.form(word);
  const at = tree.words.indexOf(word);
  const isSure =
    PASTS_ALONE.has(form) || tree.kids(word).some((kid) => kid < word && tree.relation(kid) === 'aux');
  const furthest = isSure ? FURTHEST_SURE : (FURTHEST[tree.tag(word)] ?? 0);
  if (tree.behind(word) >= furthest || !tree.isLowerCase(word) || /.{3}ings?$/.test(form)) return false;
  // `to cut`, `two thirds of voters`, `the city's plans`
  const before = tree.tag(tree.words[at - 1]!);
  if (before === 'TO' || (/^NNS?$/.test(tree.tag(word)) && BEFORE_NOUN.test(before))) return false;
  // `Oslo-based`, `State inspectors: the smelter leaked`
  return tree.form(tree.words[at - 1]!) !== '-' && tree.form(tree.words[at + 1]!) !== ':';
}

/** How far the word is from a tensed verb; news is told in the past tense. */
function farness(tree: PieceTree, word: number): number {
  const form = tree.form(word);
  if (PASTS_ALONE.has(form)) return 0;
  return tree.behind(word) - (IRREGULAR_PASTS.has(form) ? HEADSTART : 0);
}

function hasSubject(tree: PieceTree, clause: number): boolean {
  return tree.kids(clause).some((kid) => kid < clause && isSubject(tree.relation(kid)));
}

/** A tensed copula that stands in no clause below another. */
function isMainCopula(tree: PieceTree, word: number): boolean {
  if (!isTensed(tree.tag(word)) || tree.relation(word) !== 'cop') return false;
  for (let at = tree.head(word), climb = 0; at >= 0 && climb < LONGEST; at = tree.head(at), climb++)
    if (/^(?:acl|advcl|ccomp|csubj)/.test(tree.relation(at))) return false;
  return true;
}

/** A tensed verb below `verb` with neither subject nor conjunction nor subordinator. */
function isOrphan(tree: PieceTree, word: number, verb: number): boolean {
  if (!isTensed(tree.tag(word))) return false;
  const clause = tree.clauseOf(word);
  if (clause === verb || tree.head(clause) < 0 || tree.relation(clause).startsWith('acl')) return false;
  const kids = tree.kids(clause);
  if (kids.some((kid) => /^(?:nsubj|csubj|expl|mark|cc)/.test(tree.relation(kid)))) return false;
  if (kids.some((kid) => kid < clause && /^W/.test(tree.tag(kid)))) return false;
  return (
    tree.isBelow(clause, verb) &&
    !tree.words.some((one) => one > verb && one < word && /^[;:]$/.test(tree.form(one)))
  );
}

/** A participle by its tag, or an adjective in `-ed`. */
function isParticiple(tree: PieceTree, word: number): boolean {
  return (
    (tree.isVerb(word) && tree.tag(word) === 'VBN') ||
    (tree.tag(word) === 'JJ' && /ed$/.test(tree.form(word)))
  );
}

function isStrangeParticiple(
  tree: PieceTree,
  verb: number,
  before: number | undefined,
  next: number | undefined,
): boolean {
  const head = tree.head(verb);
  if (tree.relation(verb) === 'acl' && head < verb) return isSaid(tree, head) && !tree.hasComma(head, verb);
  // `The plot unravelled in May after a clerk noticed it`
  if (tree.relation(verb) === 'amod' && head < verb)
    return (
      !tree.hasComma(head, verb) && tree.kids(verb).some((kid) => kid > verb && tree.relation(kid) === 'obl')
    );
  if (tree.relation(verb) !== 'amod' || head < verb || tree.tag(verb) !== 'VBN') return false;
  if (tree.kids(verb).some((kid) => kid < verb && tree.relation(kid) === 'nsubj')) return true;
  if (before === undefined || next === undefined) return false;
  if (/^(?:CC|,)$/.test(tree.tag(before)) && /^(?:NNP|NNPS|DT|PRP|PRP\$)$/.test(tree.tag(next))) return true;
  if (tree.form(before) === ',' && tree.relation(head) === 'appos' && next === head) return true;
  if (tree.form(before) === 'nor' && IRREGULAR_PASTS.has(tree.form(verb))) return true;
  return isSaid(tree, before);
}

/** The object of a verb that wants a clause and has none. */
function isSaid(tree: PieceTree, noun: number): boolean {
  const verb = tree.head(noun);
  if (verb < 0 || verb > noun || tree.relation(noun) !== 'obj' || !CLAUSE_VERBS.has(tree.form(verb)))
    return false;
  return !tree.kids(verb).some((kid) => tree.relation(kid) === 'ccomp');
}
