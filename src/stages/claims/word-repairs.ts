import { IRREGULAR_PASTS } from '../../lexicon/irregular-verbs.ts';
import type { Repair } from './editable-tree.ts';

/** Adverbs that change what the verb before them says: `buy back`, `set aside`. */
const PARTICLES: ReadonlySet<string> = new Set(['aground', 'apart', 'ashore', 'aside', 'away', 'back']);
/** Verbs and the adjectives that say what they make of their object, by lemma. */
const RESULTS: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  Object.entries({
    blow: 'open',
    break: 'open free',
    burn: 'alive',
    bury: 'alive',
    cut: 'short open',
    lay: 'bare',
    make: 'public clear plain',
    set: 'free loose alight ablaze',
    shoot: 'dead',
  }).map(([verb, adjectives]) => [verb, new Set(adjectives.split(' '))]),
);
/** Verbs with a bare infinitive behind them. */
const BARE = /^(?:feel|have|hear|help|let|make|see|watch)$/;

/** Slips about single words: what kind of word one is, and which it goes with; in order. */
export const WORD_REPAIRS: readonly Repair[] = [
  {
    id: 'base-form-with-subject',
    about: '`Many firms face fines`: a base form that has a subject and no auxiliary is tensed.',
    matches: ['The Supreme Court on Monday let stand a ruling that bars the sale of the drug.'],
    rejects: ['The court will let the ruling stand.', 'The report asked that she leave.'],
    mend: (tree, verb, first, end) => {
      if (tree.tag(verb) !== 'VB' || !/^(?:root|parataxis)$/.test(tree.rel(verb))) return;
      const kids = tree.kids(verb, first, end);
      if (kids.some((kid) => kid < verb && /^(?:aux|mark|cop)/.test(tree.rel(kid)))) return;
      if (!kids.some((kid) => kid < verb && tree.rel(kid).startsWith('nsubj'))) return;
      tree.retag(verb, IRREGULAR_PASTS.has(tree.form(verb)) ? 'VBD' : 'VBP');
    },
  },
  {
    id: 'past-taken-for-adjective',
    about: '`took 14 hours and involved 60 divers`: an adjective in `-ed` with an object is a past tense.',
    matches: ['The rescue took 14 hours and involved 60 divers.'],
    rejects: ['The rescue was long and involved.'],
    mend: (tree, word, first, end) => {
      if (tree.tag(word) !== 'JJ' || !/ed$/.test(tree.form(word)) || tree.rel(word) !== 'conj') return;
      if (!tree.kids(word, first, end).some((kid) => kid > word && tree.rel(kid) === 'obj')) return;
      tree.retag(word, 'VBD', 'VERB');
    },
  },
  {
    id: 'attribute-taken-for-verb',
    about:
      '`blamed contaminated wells`: a participle right behind a verb and before its noun is the attribute of an object.',
    matches: ['The case was closed by the ministry, which blamed contaminated wells.'],
    rejects: ['She had her wells closed.'],
    mend: (tree, word, first, end) => {
      if (tree.tag(word) !== 'VBN' || tree.rel(word) !== 'xcomp' || tree.head(word) !== word - 1) return;
      if (BARE.test(tree.tokens.lemma(word - 1)) || !/^VB/.test(tree.tag(word - 1))) return;
      const kids = tree.kids(word, first, end);
      const noun = kids.find((kid) => tree.rel(kid) === 'obj');
      if (
        noun !== word + 1 ||
        !/^NNS?$/.test(tree.tag(noun)) ||
        kids.some((kid) => /^(?:aux|mark)/.test(tree.rel(kid)))
      )
        return;
      tree.attach(noun, word - 1, 'obj');
      for (const kid of kids) if (kid > noun) tree.attach(kid, word - 1, tree.rel(kid));
      tree.attach(word, noun, 'amod');
    },
  },
  {
    id: 'gerund-behind-its-noun',
    about:
      '`cleared of money laundering`: a gerund right behind a bare noun, with no words of its own, is a thing of that noun.',
    matches: ['She was cleared of money laundering and fraud.'],
    rejects: ['She was found with money hidden in a shoe.'],
    mend: (tree, gerund, first, end) => {
      if (tree.tag(gerund) !== 'VBG' || !/^(?:advcl|acl)$/.test(tree.rel(gerund))) return;
      const noun = gerund - 1;
      if (noun <= first || tree.tag(noun) !== 'NN' || !/^(?:obl|obj|nmod)$/.test(tree.rel(noun))) return;
      if (tree.head(gerund) !== noun && tree.head(gerund) !== tree.head(noun)) return;
      if (tree.kids(gerund, first, end).some((kid) => !/^(?:conj|cc|punct)$/.test(tree.rel(kid)))) return;
      const kids = tree.kids(noun, first, end).filter((kid) => kid < noun);
      if (kids.some((kid) => tree.rel(kid) !== 'case') || tree.tag(noun - 1) !== 'IN') return;
      tree.attach(gerund, tree.head(noun), tree.rel(noun));
      tree.retag(gerund, 'NN', 'NOUN');
      tree.attach(noun, gerund, 'compound');
      for (const kid of kids) tree.attach(kid, gerund, 'case');
    },
  },
  {
    id: 'torn-compound',
    about: '`Fly-half Owen Marsh`: what stands before a hyphen belongs to the word behind it.',
    matches: ['Fly-half Owen Marsh kicked four penalties.'],
    rejects: ['Half-back Owen Marsh kicked four penalties.'],
    mend: (tree, word, first, end) => {
      if (tree.rel(word) !== 'reparandum' || word + 2 >= end || tree.tag(word + 1) !== 'HYPH' || word < first)
        return;
      if (/^(?:NOUN|PROPN|ADJ)$/.test(tree.upos(word + 2))) tree.attach(word, word + 2, 'compound');
    },
  },
  {
    id: 'floating-quantifier',
    about: '`The councils have each denied it`: `each` between auxiliary and verb goes with the verb.',
    matches: ['Lambeth and Southwark councils have each denied responsibility.'],
    rejects: ['The councils have denied each charge.'],
    mend: (tree, word, first) => {
      if (
        !/^(?:each|both|all|neither)$/.test(tree.form(word)) ||
        !/^det/.test(tree.rel(word)) ||
        word - 1 < first
      )
        return;
      if (tree.upos(word - 1) !== 'AUX' || !/^VB[GN]?$/.test(tree.tag(word + 1))) return;
      if (tree.head(word - 1) === word + 1) tree.attach(word, word + 1, 'advmod');
    },
  },
  {
    id: 'adverb-as-particle',
    about:
      '`buy back shares`, `swam ashore`: an adverb right behind its verb that is half of what the verb says.',
    matches: [
      'The bank will buy back up to $2 billion of its shares.',
      'The mother swam ashore with her two children.',
    ],
    rejects: ['The bank bought shares and took a step back.'],
    mend: (tree, word, first, end) => {
      const verb = word - 1;
      if (verb < first || tree.head(word) !== verb || tree.rel(word) !== 'advmod') return;
      if (!PARTICLES.has(tree.form(word)) || tree.upos(verb) !== 'VERB') return;
      for (const kid of tree.kids(word, first, end)) tree.attach(kid, verb, tree.rel(kid));
      tree.attach(word, verb, 'compound:prt');
    },
  },
  {
    id: 'result-adjective',
    about:
      '`cut short a trip`, `shot dead two guards`: the adjective right behind the verb belongs to it, not to the object.',
    matches: ['The president cut short a trip to Brazil.', 'A gunman shot dead two guards.'],
    rejects: ['The president cut short hair.', 'A gunman shot two guards.'],
    mend: (tree, word, first, end) => {
      const verb = word - 1;
      if (
        verb < first ||
        tree.upos(verb) !== 'VERB' ||
        !RESULTS.get(tree.tokens.lemma(verb))?.has(tree.form(word))
      )
        return;
      const noun = tree.head(word);
      const loose = noun === verb && /^(?:xcomp|advmod|amod)$/.test(tree.rel(word));
      const within = tree.rel(word) === 'amod' && tree.head(noun) === verb && tree.rel(noun) === 'obj';
      if (!loose && !within) return;
      // `cut short hair`: without a number or article the adjective may be the noun's.
      if (within && word + 1 === noun && tree.form(word) === 'short') return;
      if (tree.kids(word, first, end).length === 0) tree.attach(word, verb, 'compound:prt');
    },
  },
];
