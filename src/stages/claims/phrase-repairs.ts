import { PERSON_NOUNS } from '../../lexicon/source-nouns.ts';
import { isBelow, leftEdge, type Repair, rightEdge } from './editable-tree.ts';

const SAME_PART: ReadonlySet<string> = new Set(['nsubj', 'nsubj:pass', 'obj', 'obl', 'obl:agent', 'nmod']);
const PREPOSITIONS: ReadonlySet<string> = new Set(
  'about across along around by down in near off on out over past through under up'.split(' '),
);
/** Words before a number that bound it. */
const BOUNDS: readonly (readonly string[])[] = [
  ['as', 'much', 'as'],
  ['as', 'many', 'as'],
  ['no', 'more', 'than'],
  ['no', 'fewer', 'than'],
  ['more', 'than'],
  ['less', 'than'],
  ['fewer', 'than'],
  ['at', 'least'],
  ['at', 'most'],
  ['up', 'to'],
];
const DAYS: ReadonlySet<string> = new Set(
  'monday tuesday wednesday thursday friday saturday sunday yesterday today tomorrow'.split(' '),
);

/** Slips inside noun phrases and about what a phrase hangs on; in order. */
export const PHRASE_REPAIRS: readonly Repair[] = [
  {
    id: 'particle-before-noun',
    about:
      'A particle right before a noun phrase that has no preposition is its preposition: `ran aground off the cape`.',
    matches: ['Management locked them out the next day.'],
    rejects: ['The tenants turned down the offer.'],
    mend: (tree, particle, first, end) => {
      // or the preposition of the noun before it, as trees have it at times: `in fog off the cape`
      const behind = tree.rel(particle) === 'case' && tree.head(particle) < particle;
      if (!(behind || tree.rel(particle) === 'compound:prt') || !PREPOSITIONS.has(tree.form(particle)))
        return;
      const verb = behind ? tree.head(tree.head(particle)) : tree.head(particle);
      if (verb < first) return;
      const noun = tree
        .kids(verb, first, end)
        .find(
          (kid) =>
            kid > particle && /^obl/.test(tree.rel(kid)) && leftEdge(tree, kid, first, end) === particle + 1,
        );
      if (
        noun === undefined ||
        tree.tag(noun) === 'RB' ||
        tree.kids(noun, first, end).some((kid) => tree.rel(kid) === 'case')
      )
        return;
      tree.attach(particle, noun, 'case');
    },
  },
  {
    id: 'bound-of-number',
    about:
      '`More than 60 people`, `as much as 0.6%`, `by up to two years`: the bound belongs to the number after it.',
    matches: [
      'Exports fell by as much as 0.6 percent.',
      'The bridge will stay closed for at least four months.',
    ],
    rejects: ['Exports fell by 0.6 percent.'],
    mend: (tree, token, first, end) => {
      const bound = BOUNDS.find((words) =>
        words.every((word, k) => token + k < end && tree.form(token + k) === word),
      );
      if (bound === undefined) return;
      const number = token + bound.length;
      if (number >= end) return;
      if (!/^(?:NUM|SYM)$/.test(tree.upos(number)) && tree.form(number) !== 'half') return;
      const inside = (at: number) => at >= token && at < number;
      if (inside(tree.head(number))) {
        // the amount hung on its bound: it takes the bound's place
        let top = tree.head(number);
        while (inside(tree.head(top))) top = tree.head(top);
        if (tree.head(top) < first || tree.head(top) > token || tree.rel(top) !== 'advmod') return;
        tree.attach(number, tree.head(top), 'obl');
      }
      let noun = number;
      for (
        let climb = 0;
        climb < 4 && tree.head(noun) > noun && !/^(?:nsubj|obj|obl|nmod|root|conj)/.test(tree.rel(noun));
        climb++
      )
        noun = tree.head(noun);
      const loose: number[] = [];
      for (let at = token; at < number; at++)
        loose.push(...tree.kids(at, first, end).filter((kid) => !inside(kid)));
      // A preposition that hung on the bound belongs to the noun; anything else would be torn off.
      if (loose.some((kid) => tree.rel(kid) !== 'case' || kid > token)) return;
      for (const kid of loose) tree.attach(kid, noun, 'case');
      tree.attach(token, number, 'advmod');
      for (let at = token + 1; at < number; at++) tree.attach(at, token, 'fixed');
      // `killing at least 23 people`: without `at` for its preposition the noun is the object.
      const verb = tree.head(noun);
      if (tree.rel(noun) !== 'obl' || verb < first || tree.upos(verb) !== 'VERB') return;
      for (let at = verb + 1; at < token; at++)
        if (tree.head(at) !== verb || !/^(?:RP|RB)$/.test(tree.tag(at))) return;
      const kids = tree.kids(verb, first, end);
      if (kids.some((kid) => /^(?:obj|aux:pass|nsubj:pass)$/.test(tree.rel(kid)))) return;
      if (
        /^(?:at|as)$/.test(bound[0]!) &&
        !tree.kids(noun, first, end).some((kid) => tree.rel(kid) === 'case')
      )
        tree.attach(noun, verb, 'obj');
    },
  },
  {
    id: 'passive-copula',
    about:
      '`nobody was hurt`, `which was partly offset by`: a copula before a participle is the auxiliary of the passive.',
    matches: ['The inflows were offset by falling prices.'],
    rejects: ['The inflows were large.'],
    mend: (tree, verb, first, end) => {
      if (tree.tag(verb) !== 'VBN' || tree.upos(verb) !== 'VERB') return;
      const kids = tree.kids(verb, first, end);
      const copula = kids.find((kid) => kid < verb && tree.rel(kid) === 'cop');
      const subjects = kids.filter((kid) => /^nsubj/.test(tree.rel(kid)));
      if (copula === undefined || subjects.length > 1 || (subjects[0] ?? -1) > copula) return;
      if (kids.some((kid) => kid > copula && kid < verb && tree.rel(kid) === 'mark')) return;
      tree.attach(copula, verb, 'aux:pass');
      if (subjects[0] !== undefined) tree.attach(subjects[0], verb, 'nsubj:pass');
    },
  },
  {
    id: 'which-of-persons',
    about:
      '`Lawyers for Pacific Lift, which ran the crane`: `which` asks for a thing, so for the name before it.',
    matches: ['Lawyers for Pacific Lift, which ran the crane, declined to comment.'],
    rejects: ['Lawyers for Pacific Lift, who had asked for time, declined to comment.'],
    mend: (tree, verb, first, end) => {
      if (tree.rel(verb) !== 'acl:relcl') return;
      const people = tree.head(verb);
      if (people < first || !PERSON_NOUNS.has(tree.tokens.lemma(people).toLowerCase())) return;
      const which = tree.kids(verb, first, end).find((kid) => kid < verb && tree.form(kid) === 'which');
      if (which === undefined) return;
      const thing = tree
        .kids(people, first, end)
        .find((kid) => kid > people && kid < which && tree.rel(kid) === 'nmod');
      if (thing !== undefined) tree.attach(verb, thing, 'acl:relcl');
    },
  },
  {
    id: 'name-after-its-noun',
    about:
      'Noun and name that follow each other in the same part of the clause are one phrase: `led by teacher Bob Castle`.',
    matches: ['Nadia Rahimi welcomed the ruling but would not say whether she would appeal.'],
    rejects: ['The ruling pleased Nadia Rahimi.'],
    mend: (tree, name, first, end) => {
      const noun = name - 1;
      if (noun < first || tree.upos(name) !== 'PROPN' || !/^(?:NOUN|PROPN)$/.test(tree.upos(noun))) return;
      if (
        tree.head(noun) !== tree.head(name) ||
        tree.rel(noun) !== tree.rel(name) ||
        !SAME_PART.has(tree.rel(name))
      )
        return;
      if (leftEdge(tree, name, first, end) !== name) return;
      tree.attach(name, noun, 'flat');
    },
  },
  {
    id: 'sign-and-amount',
    about: '`to £63.2m`: the amount belongs to the currency sign before it.',
    matches: ['It had already got leave to invest Rs 8,000 crore this year.'],
    rejects: ['It had already got leave to invest 8,000 euros this year.'],
    mend: (tree, number, first, end) => {
      const sign = number - 1;
      if (sign < first || tree.tag(sign) !== '$' || tree.upos(number) !== 'NUM') return;
      // `63.2 m`: the multiplier heads the amount.
      const amount =
        tree.head(number) === number + 1 && tree.upos(number + 1) === 'NUM' ? number + 1 : number;
      if (isBelow(tree, sign, amount, end) || isBelow(tree, amount, sign, end)) return;
      tree.attach(amount, sign, 'nummod');
    },
  },
  {
    id: 'day-before-the-verb',
    about: '`The court on Monday refused`: the day belongs to the verb after it, not to the subject.',
    matches: ['The court on Monday refused to hear the case.'],
    rejects: ['The court refused to hear the case on Monday.'],
    mend: (tree, day, first, end) => {
      if (!DAYS.has(tree.form(day)) || !/^(?:nmod|appos|flat|compound|obl)/.test(tree.rel(day))) return;
      const noun = tree.head(day);
      if (noun < first || noun >= day || !tree.rel(noun).startsWith('nsubj')) return;
      const verb = tree.head(noun);
      if (verb <= day || rightEdge(tree, noun, first, end) !== day || tree.tag(day + 1) === ',') return;
      tree.attach(
        day,
        verb,
        tree.kids(day, first, end).some((kid) => tree.rel(kid) === 'case') ? 'obl' : 'obl:unmarked',
      );
    },
  },
  {
    id: 'denied-gerund',
    about:
      '`denied breaking into a house in May`: what follows a denied gerund without a comma belongs to it; a weekday to the denial.',
    matches: ['He denied breaking into a house in Leeds in May.'],
    rejects: ['He admitted breaking into a house in Leeds in May.'],
    mend: (tree, gerund, first, end) => {
      if (tree.tag(gerund) !== 'VBG' || tree.rel(gerund) !== 'xcomp') return;
      const denial = tree.head(gerund);
      if (denial < first || tree.tokens.lemma(denial) !== 'deny') return;
      for (const kid of tree.kids(denial, first, end)) {
        if (kid < gerund || !/^(?:obl|advmod)/.test(tree.rel(kid)) || DAYS.has(tree.form(kid))) continue;
        if (tree.tag(leftEdge(tree, kid, first, end) - 1) !== ',') tree.attach(kid, gerund, tree.rel(kid));
      }
    },
  },
  {
    id: 'second-of-two',
    about:
      '`their hands and tools`: a part of the clause with a conjunction of its own is joined to the one before it.',
    matches: ['It makes 284 horsepower and 259 pound-feet of torque in most trims.'],
    rejects: ['It makes cars in Leeds and vans in York.'],
    mend: (tree, token, first, end) => {
      if (!SAME_PART.has(tree.rel(token)) || !/^(?:NOUN|PROPN|NUM|SYM|PRON)$/.test(tree.upos(token))) return;
      const edge = leftEdge(tree, token, first, end);
      const joint = tree.kids(token, first, end).find((kid) => kid === edge && tree.rel(kid) === 'cc');
      if (joint === undefined || !/^(?:and|or|nor)$/.test(tree.form(joint))) return;
      const other = tree
        .kids(tree.head(token), first, end)
        .find(
          (kid) =>
            kid < token && tree.rel(kid) === tree.rel(token) && rightEdge(tree, kid, first, end) === edge - 1,
        );
      if (other === undefined) return;
      tree.attach(token, other, 'conj');
    },
  },
];
