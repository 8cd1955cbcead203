import { cueClass } from '../../lexicon/cue-verbs.ts';
import { PASTS_ALONE } from '../../lexicon/irregular-verbs.ts';
import { RAISING_ADJECTIVES as RAISING } from '../../lexicon/modality-cues.ts';
import { isSpeaking } from './conjunct-repairs.ts';
import { isBelow, isTime, leftEdge, type Repair, rightEdge } from './editable-tree.ts';

const CLAUSAL: ReadonlySet<string> = new Set([
  'acl',
  'advcl',
  'ccomp',
  'conj',
  'dep',
  'parataxis',
  'acl:relcl',
]);
const WITHIN_SUBJECT: ReadonlySet<string> = new Set([
  'conj',
  'nmod',
  'flat',
  'compound',
  'nmod:unmarked',
  'obl',
]);
const NOMINAL: ReadonlySet<string> = new Set(['nmod', 'nmod:unmarked', 'amod', 'appos', 'compound']);
const PAST: ReadonlySet<string> = new Set(['VBD', 'VBZ', 'VBP']);
/** Past tenses that are base forms of other verbs. */
const BASES_TOO: ReadonlySet<string> = new Set(['bore', 'fell', 'lay', 'saw']);
/** Nouns whose copula says what they consist in. */
const AIMS: ReadonlySet<string> = new Set(
  'aim ambition answer challenge duty goal hope idea intention job mission objective option plan point priority purpose role solution strategy task way'.split(
    ' ',
  ),
);
const SUBORDINATORS: ReadonlySet<string> = new Set(
  'after although as because before since though until when while'.split(' '),
);

/** Slips about which word is the verb, which its subject and where its clause hangs; in order. */
export const VERB_REPAIRS: readonly Repair[] = [
  {
    id: 'unmistakable-past',
    about: '`rose`, `sank` and `took` are neither participles (`risen`, `sunk`, `taken`) nor base forms.',
    matches: ['The actor wore a coat and shook hands with fans, who threw flowers.'],
    rejects: ['The actor has worn a coat.'],
    mend: (tree, verb, first, end) => {
      const tag = tree.tag(verb);
      if ((tag !== 'VBN' && tag !== 'VB') || tree.upos(verb) !== 'VERB' || !PASTS_ALONE.has(tree.form(verb)))
        return;
      if (
        tag === 'VB' &&
        (BASES_TOO.has(tree.form(verb)) ||
          tree.kids(verb, first, end).some((kid) => /^(?:aux|mark)/.test(tree.rel(kid))))
      )
        return;
      tree.retag(verb, 'VBD');
    },
  },
  {
    id: 'past-after-past',
    about:
      '`ran aground off the cape`: no tensed verb follows another without anything between; it is an adverb of it.',
    matches: ['The ferry ran aground off the cape.'],
    rejects: ['The ferry that sank carried oil.'],
    mend: (tree, word, first, end) => {
      const verb = word - 1;
      if (tree.tag(word) !== 'VBD' || tree.head(word) !== verb || verb < first || tree.tag(verb) !== 'VBD')
        return;
      if (!/^(?:advcl|xcomp|ccomp|parataxis|dep)$/.test(tree.rel(word)) || /ed$/.test(tree.form(word)))
        return;
      const kids = tree.kids(word, first, end);
      if (kids.some((kid) => /^(?:nsubj|mark|aux|cop|cc|obj)/.test(tree.rel(kid)))) return;
      for (const kid of kids) tree.attach(kid, verb, tree.rel(kid));
      tree.attach(word, verb, 'compound:prt');
    },
  },
  {
    id: 'torn-perfect',
    about: '`it had hidden the report`: a form of `have` right before a participle is its auxiliary.',
    matches: ['The agency had hidden results from the public.'],
    rejects: ['The agency had results to hide.'],
    mend: (tree, verb, first, end) => {
      if (tree.tag(verb) !== 'VBN' || !/^(?:advcl|acl|amod|ccomp|xcomp|parataxis)$/.test(tree.rel(verb)))
        return;
      const have = verb - 1;
      if (have < first || tree.tokens.lemma(have).toLowerCase() !== 'have' || !PAST.has(tree.tag(have)))
        return;
      const kids = tree.kids(have, first, end);
      // `had hidden results`, with the participle before the object of `had`.
      const noun = tree.rel(verb) === 'amod' ? tree.head(verb) : -1;
      if (noun < 0 ? tree.head(verb) !== have : noun !== verb + 1 || tree.head(noun) !== have) return;
      if (kids.some((kid) => /^(?:obj|xcomp|aux)/.test(tree.rel(kid)) && kid !== verb && kid !== noun))
        return;
      tree.attach(verb, tree.head(have), tree.rel(have));
      for (const kid of kids) if (kid !== verb) tree.attach(kid, verb, tree.rel(kid));
      tree.attach(have, verb, 'aux');
    },
  },
  {
    id: 'active-past',
    about: '`The fire destroyed 40 homes`: without auxiliary a participle with a subject is the past tense.',
    matches: ['The film ranked first in its opening week.'],
    rejects: ['The film was ranked first.'],
    mend: (tree, verb, first, end) => {
      if (tree.tag(verb) !== 'VBN' || !/^(?:root|ccomp|parataxis)$/.test(tree.rel(verb))) return;
      const kids = tree.kids(verb, first, end);
      const subject = kids.find((kid) => kid < verb && tree.rel(kid) === 'nsubj:pass');
      if (subject === undefined || kids.some((kid) => /^(?:aux|cop)/.test(tree.rel(kid)))) return;
      tree.retag(verb, 'VBD');
      tree.attach(subject, verb, 'nsubj');
      const object = kids.find((kid) => kid > verb && tree.rel(kid).startsWith('obl'));
      if (object === undefined || kids.some((kid) => tree.rel(kid) === 'obj')) return;
      const bare = !tree.kids(object, first, end).some((kid) => tree.rel(kid) === 'case');
      if (
        bare &&
        tree.upos(object) === 'NOUN' &&
        leftEdge(tree, object, first, end) === verb + 1 &&
        !isTime(tree, object)
      )
        tree.attach(object, verb, 'obj');
    },
  },
  {
    id: 'verb-below-its-subject',
    about:
      'A noun that is left as the root, and a tensed verb without a subject or subordinator hanging on it: `Unite accused the firm`.',
    matches: ['Accepted bids ranged from 8 to 9 percent.', 'Two of the men who escaped were caught.'],
    rejects: ['News that prices fell spread fast.'],
    mend: (tree, verb, first, end) => {
      if (!CLAUSAL.has(tree.rel(verb)) && !(tree.tag(verb) === 'VBD' && NOMINAL.has(tree.rel(verb)))) return;
      // `Researchers at Oslo and the Institute followed 80 adults`: the verb may hang on a later part of its subject.
      let noun = tree.head(verb);
      while (noun >= first && tree.head(noun) >= 0 && WITHIN_SUBJECT.has(tree.rel(noun)))
        noun = tree.head(noun);
      if (noun < first || noun > verb || !/^(?:root|ccomp|parataxis)$/.test(tree.rel(noun))) return;
      if (!/^(?:NOUN|PROPN|PRON|NUM|SYM)$/.test(tree.upos(noun))) return;
      if (tree.upos(verb) !== 'VERB' || !/^(?:NOUN|PROPN|PRON|NUM|SYM)$/.test(tree.upos(noun))) return;
      const kids = tree.kids(verb, first, end);
      const past =
        PAST.has(tree.tag(verb)) ||
        (tree.tag(verb) === 'VBN' && kids.some((kid) => kid > verb && tree.rel(kid) === 'obj')) ||
        kids.some(
          (kid) => kid < verb && /^aux/.test(tree.rel(kid)) && /^(?:MD|VB[DPZ])$/.test(tree.tag(kid)),
        );
      if (!past) return;
      const bare = kids.every(
        (kid) =>
          !/^(?:nsubj|csubj|mark|cc|expl)/.test(tree.rel(kid)) &&
          !(kid < verb && /^(?:that|which|who)$/.test(tree.form(kid))),
      );
      const own = tree.kids(noun, first, end);
      if (
        tree.head(verb) !== noun &&
        tree.tag(verb) === 'VBN' &&
        own.some((kid) => kid > verb && CLAUSAL.has(tree.rel(kid)))
      )
        return;
      if (!bare || own.some((kid) => /^(?:nsubj|cop|csubj|expl)/.test(tree.rel(kid)))) return;
      // An earlier verb of the same noun is the one.
      if (own.some((kid) => kid < verb && CLAUSAL.has(tree.rel(kid)) && PAST.has(tree.tag(kid)))) return;
      const passive = kids.some((kid) => tree.rel(kid) === 'aux:pass');
      tree.attach(verb, tree.head(noun), tree.rel(noun));
      tree.attach(noun, verb, passive ? 'nsubj:pass' : 'nsubj');
      if (tree.tag(verb) === 'VBN' && !kids.some((kid) => /^aux/.test(tree.rel(kid))))
        tree.retag(verb, 'VBD');
      for (const kid of own) if (kid > verb && kid !== verb) tree.attach(kid, verb, tree.rel(kid));
    },
  },
  {
    id: 'is-to',
    about: '`is to travel`: an auxiliary and its infinitive, not a copula with a clause.',
    matches: ['The minister is to travel to Oslo on Friday.'],
    rejects: ['The aim is to win.'],
    mend: (tree, verb, first, end) => {
      if (tree.tag(verb) !== 'VB') return;
      const kids = tree.kids(verb, first, end);
      const copula = kids.find((kid) => kid < verb && tree.rel(kid) === 'cop');
      const to = kids.find((kid) => kid < verb && tree.rel(kid) === 'mark' && tree.form(kid) === 'to');
      if (copula === undefined || to === undefined || copula > to) return;
      const subjects = kids.filter((kid) => /^nsubj/.test(tree.rel(kid)));
      if (
        subjects.length !== 1 ||
        subjects[0]! > copula ||
        !/^(?:NOUN|PROPN|PRON)$/.test(tree.upos(subjects[0]!))
      )
        return;
      // `The aim is to win` says what the aim is.
      if (AIMS.has(tree.tokens.lemma(subjects[0]!).toLowerCase())) return;
      tree.attach(copula, verb, 'aux');
      tree.attach(to, verb, 'aux');
      tree.attach(subjects[0]!, verb, 'nsubj');
    },
  },
  {
    id: 'raising-adjective',
    about: '`is due to face`, `was unable to land`: the infinitive completes the adjective.',
    matches: ['She is due to face a judge on Friday.'],
    rejects: ['She is here to face a judge.'],
    mend: (tree, verb, first, end) => {
      if (tree.tag(verb) !== 'VB') return;
      const to = verb - 1 >= first && tree.form(verb - 1) === 'to' ? verb - 1 : verb - 2;
      const adjective = to - 1;
      if (adjective < first || tree.form(to) !== 'to' || !RAISING.has(tree.form(adjective))) return;
      const below = tree.head(verb) === adjective;
      if (below ? !/^(?:advcl|ccomp|acl|csubj)$/.test(tree.rel(verb)) : tree.head(adjective) !== verb) return;
      const kids = tree.kids(verb, first, end);
      const before = kids.filter((kid) => kid < adjective && kid !== to);
      if (!below) tree.attach(adjective, tree.head(verb), tree.rel(verb));
      tree.attach(verb, adjective, 'xcomp');
      tree.attach(to, verb, 'mark');
      for (const kid of before)
        tree.attach(kid, adjective, tree.rel(kid) === 'nsubj:outer' ? 'nsubj' : tree.rel(kid));
      const copula = tree.kids(adjective, first, end).some((kid) => tree.rel(kid) === 'cop');
      if (!copula)
        for (const kid of before)
          if (tree.rel(kid) === 'aux' && kid === adjective - 1) tree.attach(kid, adjective, 'cop');
    },
  },
  {
    id: 'gerund-object',
    about: '`blamed illegal quarrying`: a gerund with an adjective or determiner is a thing.',
    matches: ['Villagers blamed illegal quarrying for the slide.'],
    rejects: ['Villagers began quarrying stone.'],
    mend: (tree, gerund, first, end) => {
      if (tree.rel(gerund) !== 'xcomp' || tree.tag(gerund) !== 'VBG') return;
      const own = tree.kids(gerund, first, end);
      if (!own.some((kid) => kid < gerund && /^(?:amod|det|nmod:poss|compound)$/.test(tree.rel(kid)))) return;
      tree.attach(gerund, tree.head(gerund), 'obj');
    },
  },
  {
    id: 'conjunct-of-the-report',
    about:
      '`said the mill would close, but rejected reports`, `has said no troops took part but acknowledged that data is shared`: a past tense is joined to the verb of saying, not to the future that was said; so is a verb of saying behind `but`.',
    matches: ['The Kremlin denied that its troops had crossed the border and accused Kyiv of lying.'],
    rejects: [
      'The ministry said on Tuesday that cholera had sickened 212 people and killed 14 in the north.',
    ],
    mend: (tree, verb, first, end) => {
      if (tree.rel(verb) !== 'conj' || tree.tag(verb) !== 'VBD') return;
      const said = tree.head(verb);
      const report = tree.head(said);
      if (tree.rel(said) !== 'ccomp' || report < first || report > said || !/^VB[DN]$/.test(tree.tag(report)))
        return;
      const kids = tree.kids(verb, first, end);
      if (
        kids.some((kid) => /^(?:nsubj|aux)/.test(tree.rel(kid))) ||
        !kids.some((kid) => tree.rel(kid) === 'cc')
      )
        return;
      const speaks =
        cueClass(tree.tokens.lemma(verb)) !== undefined &&
        cueClass(tree.tokens.lemma(report)) !== undefined &&
        kids.some((kid) => tree.form(kid) === 'but') &&
        kids.some((kid) => tree.rel(kid) === 'ccomp');
      // `had infected 312 people and killed 47` goes on with what was said.
      const own = tree.kids(said, first, end).filter((kid) => /^aux/.test(tree.rel(kid)));
      const lies = own.some((kid) => tree.tag(kid) === 'MD') || (own.length > 0 && isSpeaking(tree, verb));
      if (!speaks && !lies) return;
      tree.attach(verb, report, 'conj');
    },
  },
  {
    id: 'subject-after-subordinator',
    about:
      '`before a knee injury ended his career`: the noun after the subordinator is the subject of the past tense right behind it.',
    matches: ['The shooting began shortly after a student at the college arrived.'],
    rejects: ['The shooting began shortly after noon.'],
    mend: (tree, verb, first, end) => {
      const past = tree.tag(verb) === 'VBD' || (tree.tag(verb) === 'VBN' && tree.rel(verb) === 'advcl');
      if (!past || !/^(?:acl|advcl|conj|parataxis|ccomp|dep)$/.test(tree.rel(verb))) return;
      const kids = tree.kids(verb, first, end);
      if (kids.some((kid) => /^(?:nsubj|csubj|aux|mark|cc|cop|expl)/.test(tree.rel(kid)))) return;
      for (let noun = verb - 1; noun >= first; noun--) {
        if (!/^obl/.test(tree.rel(noun)) || !/^(?:NOUN|PROPN|PRON|NUM)$/.test(tree.upos(noun))) continue;
        const mark = tree.kids(noun, first, end).find((kid) => kid < noun && tree.rel(kid) === 'case');
        if (mark === undefined || !SUBORDINATORS.has(tree.form(mark))) return;
        if (rightEdge(tree, noun, first, verb) < verb - 2) return;
        const own = tree.head(noun) === verb && tree.rel(verb) === 'advcl';
        if (!own && isBelow(tree, tree.head(noun), verb, end)) return;
        if (!own) tree.attach(verb, tree.head(noun), 'advcl');
        tree.attach(noun, verb, 'nsubj');
        tree.retag(verb, 'VBD');
        tree.attach(mark, verb, 'mark');
        return;
      }
    },
  },
  {
    id: 'conjunct-past',
    about:
      'A participle without auxiliary joined to a past tense is one: `accused the firm and threatened to leave`.',
    matches: ['He said the mill would close, but rejected reports of a sale.'],
    rejects: ['The mill was closed and sold.'],
    mend: (tree, token, first, end) => {
      const head = tree.head(token);
      if (tree.tag(token) !== 'VBN' || tree.rel(token) !== 'conj' || tree.tag(head) !== 'VBD') return;
      const kids = tree.kids(token, first, end);
      if ([...kids, ...tree.kids(head, first, end)].some((kid) => /^aux|^cop/.test(tree.rel(kid)))) return;
      // Without a conjunction it is a participle: `fell by a third, hit by higher costs`.
      if (kids.some((kid) => kid < token && tree.rel(kid) === 'cc')) tree.retag(token, 'VBD');
      else if (!kids.some((kid) => tree.rel(kid) === 'obj')) tree.attach(token, head, 'advcl');
    },
  },
];
