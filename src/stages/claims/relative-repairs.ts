import { leftEdge, type Repair, subjectsOf } from './editable-tree.ts';
import { isPersonal } from './is-personal.ts';

const RELATIVE = /^(?:that|which|who|whom)$/;
/** Verbs that say of an event when or how long: no place and no person does so. */
const EVENT_VERBS: ReadonlySet<string> = new Set(['conclude', 'last', 'resume']);

/** Slips about whose relative clause it is; in order. */
export const RELATIVE_REPAIRS: readonly Repair[] = [
  {
    id: 'object-relative',
    about:
      '`a scheme that the mayor called a waste`: of two subjects of a relative clause its pronoun is the object.',
    matches: ['The council built a stadium, a scheme that Mayor Lena Ortiz called a waste of money.'],
    rejects: ['The council built a stadium that cost too much.'],
    mend: (tree, verb, first, end) => {
      if (!tree.rel(verb).startsWith('acl')) return;
      const [pronoun, subject, ...more] = subjectsOf(tree, verb, first, end);
      if (pronoun === undefined || subject === undefined || more.length > 0) return;
      if (!RELATIVE.test(tree.form(pronoun)) || subject > verb) return;
      // not in `which as its name implies cranks the car`
      if (leftEdge(tree, subject, first, end) !== pronoun + 1) return;
      if (tree.kids(verb, first, end).some((kid) => tree.rel(kid) === 'obj')) return;
      tree.attach(pronoun, verb, 'obj');
    },
  },
  {
    id: 'who-of-persons',
    about:
      '`Scientists at Leiden University, who examined the bones`: `who` behind the name of a thing asks for the persons before it.',
    matches: ['Scientists at Leiden University, who examined the bones, found traces of lead.'],
    rejects: ['Scientists questioned Lena Ortiz, who examined the bones.'],
    mend: (tree, verb, first, end) => {
      if (tree.rel(verb) !== 'acl:relcl') return;
      const thing = tree.head(verb);
      if (
        thing < first ||
        tree.rel(thing) !== 'nmod' ||
        !tree.kids(verb, first, end).some((kid) => tree.form(kid) === 'who')
      )
        return;
      let people = tree.head(thing);
      // `an expert at a clinic in Basel who was not involved`
      while (people >= first && tree.rel(people) === 'nmod' && !isPersonal(tree, people))
        people = tree.head(people);
      if (people < first || !isPersonal(tree, people) || isPersonal(tree, thing)) return;
      tree.attach(verb, people, 'acl:relcl');
    },
  },
  {
    id: 'which-of-events',
    about: '`a service at the church, which lasted an hour`: it is not the church that lasted.',
    matches: ['A ceremony at Greyfriars Church, which lasted two hours, drew more than 400 mourners.'],
    rejects: ['Mourners filled the service, which lasted two hours.'],
    mend: (tree, verb, first, end) => {
      if (tree.rel(verb) !== 'acl:relcl' || !EVENT_VERBS.has(tree.tokens.lemma(verb))) return;
      const place = tree.head(verb);
      if (
        place < first ||
        tree.rel(place) !== 'nmod' ||
        !(tree.upos(place) === 'PROPN' || tree.inName(place))
      )
        return;
      const event = tree.head(place);
      if (event >= first && event < place && tree.upos(event) === 'NOUN' && end > verb)
        tree.attach(verb, event, 'acl:relcl');
    },
  },
  {
    id: 'relative-of-a-number',
    about: '`Routes 65 and 391, which serve the port`: the noun is meant, not its last number.',
    matches: ['Trains 14 and 22, which serve the airport, stopped.'],
    rejects: ['Trains which serve the airport stopped.'],
    mend: (tree, verb, first) => {
      if (tree.rel(verb) !== 'acl:relcl') return;
      let noun = tree.head(verb);
      if (noun < first || tree.tag(noun) !== 'CD') return;
      while (
        noun >= first &&
        tree.tag(noun) === 'CD' &&
        /^(?:conj|flat|nummod|compound|nmod:unmarked|appos)$/.test(tree.rel(noun))
      )
        noun = tree.head(noun);
      if (noun >= first && noun < verb && /^NNP?S$/.test(tree.tag(noun)))
        tree.attach(verb, noun, 'acl:relcl');
    },
  },
  {
    id: 'relative-of-the-speaker',
    about:
      '`said Ana Ruiz, who turned 21`: a clause with `who` right behind a name and a comma speaks of that name.',
    matches: ['"My son\'s class could not afford a nurse," said Yara Prost, whose daughter has asthma.'],
    rejects: ['Nobody knew who turned up on Thursday.'],
    mend: (tree, verb, first, end) => {
      if (!/^(?:ccomp|advcl|parataxis|dep|conj)$/.test(tree.rel(verb))) return;
      const edge = leftEdge(tree, verb, first, end);
      const who = tree.form(edge) === ',' ? edge + 1 : edge;
      if (!/^(?:who|whose)$/.test(tree.form(who)) || who - 2 < first || tree.form(who - 1) !== ',') return;
      let name = who - 2;
      if (tree.upos(name) !== 'PROPN') return;
      while (/^(?:flat|compound)$/.test(tree.rel(name)) && tree.head(name) >= first && tree.head(name) < who)
        name = tree.head(name);
      if (tree.upos(name) === 'PROPN') tree.attach(verb, name, 'acl:relcl');
    },
  },
];
