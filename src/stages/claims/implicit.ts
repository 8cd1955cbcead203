import { PLACE_HEADS } from '../../lexicon/place-words.ts';
import { PERSON_NOUNS } from '../../lexicon/source-nouns.ts';
import { CALENDAR } from './kind.ts';
import { antecedentPhrase, isPredicateHead, isSetOff, nounPhrase } from './phrase.ts';
import type { Phrase, Proposition } from './proposition.ts';
import { isPersonName, isPlaceName, type Tree } from './tree.ts';

/** What noun phrases say without a verb: appositions and descriptions (`is`), possessions (`has`). */
export function implicitPropositions(tree: Tree, sentence: number): Proposition[] {
  const out: Proposition[] = [];
  for (let token = tree.tokens.first(sentence); token < tree.tokens.end(sentence); token++) {
    const rel = tree.rel(token);
    const made =
      rel === 'appos'
        ? apposition(tree, token)
        : isLooseApposition(tree, token)
          ? looseApposition(tree, token)
          : rel === 'nmod:desc'
            ? description(tree, token)
            : rel === 'nmod:poss'
              ? possession(tree, token)
              : null;
    if (made !== null) out.push(made);
  }
  return out;
}

function apposition(tree: Tree, token: number): Proposition | null {
  const head = tree.head(token);
  if (
    !tree.isNominal(token) ||
    tree.upos(token) === 'PRON' ||
    tree.upos(token) === 'NUM' ||
    isPredicateHead(tree, token)
  )
    return null;
  if (!tree.isNominal(head) || tree.upos(head) === 'NUM' || tree.upos(head) === 'PRON') return null;
  // A prepositional phrase names nothing, nor does an abbreviation in brackets, the agency of a dateline or an amount.
  if (tree.has(token, 'case') || isBareBracket(tree, token) || isAmountOrDate(tree, head)) return null;
  if (!isSetOff(tree, token)) {
    return tree.upos(token) === 'PROPN' && tree.upos(head) === 'NOUN' ? namedBy(tree, token, head) : null;
  }
  // `Austin, Texas`: the second name says where the first is.
  if (tree.upos(token) === 'PROPN' && tree.upos(head) === 'PROPN') return null;
  // `Inspectors: the smelter leaked arsenic`: after a colon a clause, not a name for them.
  if (
    tree.subtree(token).some((at) => tree.xpos(at) === 'VBD' && tree.rel(at) !== 'acl:relcl') &&
    isAfterColon(tree, token)
  )
    return null;
  // After a dash a phrase sums up what was said, not the last noun.
  const before = tree.leftEdge(token) - 1;
  if (before >= 0 && /^[–—-]+$/.test(tree.form(before)) && tree.upos(token) !== 'PROPN') return null;
  // `members of the National Guard, a reserve force`: the name next to it rather than a noun further off.
  const near = nameBefore(tree, token);
  if (
    near !== null &&
    near.head !== head &&
    !isPersonOfThing(tree, token, near.head) &&
    tree.has(token, 'det') &&
    tree.upos(token) === 'NOUN'
  ) {
    return implicit(tree, 'apposition', token, near, nounPhrase(tree, token));
  }
  const first = antecedentPhrase(tree, head, token);
  const second = nounPhrase(tree, token);
  // `the president, X`: the name is what is spoken of.
  const nameLast = tree.upos(token) === 'PROPN' && tree.upos(head) === 'NOUN';
  return implicit(tree, 'apposition', token, nameLast ? second : first, nameLast ? first : second);
}

function isAfterColon(tree: Tree, token: number): boolean {
  const edge = tree.leftEdge(token);
  return tree.form(edge) === ':' || (edge > 0 && tree.form(edge - 1) === ':');
}

/** `rose in May, the third rise in a row`: what follows an amount or date speaks of the clause. */
function isAmountOrDate(tree: Tree, head: number): boolean {
  const form = tree.form(head);
  return /^(?:[\d$£€%]|per(?:cent|centage)|points?$)/.test(form) || CALENDAR.test(form);
}

/** `Hana Sykora of Brno University, an expert on glaciers`: a person is no organisation. */
function isPersonOfThing(tree: Tree, token: number, name: number): boolean {
  return PERSON_NOUNS.has(tree.lemma(token)) && !isPersonName(tree.tokens, name);
}

/** `(BOM)`, `(Alpine Wire)`: a name in brackets says how something is called for short, or who reports. */
function isBareBracket(tree: Tree, token: number): boolean {
  const edge = tree.leftEdge(token);
  const open = tree.form(edge) === '(' || (edge > 0 && tree.form(edge - 1) === '(');
  return open && !tree.has(token, 'det', 'nmod:poss');
}

/** Relations that the parser gives to an apposition it did not see: `said Ana Ruiz, the city's engineer`. */
const LOOSE: ReadonlySet<string> = new Set([
  'obl',
  'obl:unmarked',
  'obj',
  'dep',
  'nmod:unmarked',
  'parataxis',
  'conj',
  'xcomp',
]);

/** A noun phrase with a determiner or owner that follows a name and a comma and has no preposition of its own. */
export function isLooseApposition(tree: Tree, token: number): boolean {
  if (!LOOSE.has(tree.rel(token)) || tree.upos(token) !== 'NOUN') return false;
  if (tree.has(token, 'case', 'cop', 'nsubj', 'cc', 'mark', 'conj') || !tree.has(token, 'det', 'nmod:poss'))
    return false;
  return nameBefore(tree, token) !== null;
}

function looseApposition(tree: Tree, token: number): Proposition | null {
  const name = nameBefore(tree, token);
  return name === null || isAmountOrDate(tree, name.head)
    ? null
    : implicit(tree, 'apposition', token, name, nounPhrase(tree, token));
}

/** The name that ends right before the comma in front of the phrase, or null. */
function nameBefore(tree: Tree, token: number): Phrase | null {
  const edge = tree.tokens.first(tree.sentenceOf(token));
  let comma = tree.leftEdge(token);
  if (tree.form(comma) !== ',') comma--;
  let at = comma - 1;
  if (comma <= edge || tree.form(comma) !== ',' || tree.upos(at) !== 'PROPN') return null;
  const last = at;
  while (
    ['flat', 'compound', 'goeswith'].includes(tree.base(at)) &&
    tree.head(at) <= last &&
    tree.head(at) >= edge &&
    tree.upos(tree.head(at)) === 'PROPN'
  ) {
    at = tree.head(at);
  }
  let first = last;
  while (first > edge && tree.upos(first - 1) === 'PROPN') first--;
  if (at < first) return null;
  return { head: at, tokens: Array.from({ length: last - first + 1 }, (_, k) => first + k) };
}

/** `the composer Ana Ruiz`: the name that directly follows a common noun is what that noun describes. */
function namedBy(tree: Tree, name: number, noun: number): Proposition | null {
  const second = nounPhrase(tree, name);
  const tokens = tree.subtree(noun, (kid) => kid === name || tree.rel(kid) === 'case' || kid > name);
  const first = { head: noun, tokens: tokens.filter((token) => token < second.tokens[0]!) };
  return first.tokens.length === 0 ? null : implicit(tree, 'description', name, second, first);
}

/** The same where the name is the head and the noun its description. */
function description(tree: Tree, token: number): Proposition | null {
  const name = tree.head(token);
  if (tree.upos(token) !== 'NOUN' || tree.upos(name) !== 'PROPN' || token > name) return null;
  const tokens = tree.subtree(name, (kid) => kid < name || !['flat', 'compound'].includes(tree.base(kid)));
  const object = { head: token, tokens: tree.subtree(token) };
  return implicit(tree, 'description', name, { head: name, tokens }, object);
}

/** `the city's walls`: the city has walls. */
function possession(tree: Tree, token: number): Proposition | null {
  if (tree.upos(token) === 'PRON') return null;
  const thing = tree.head(token);
  if (!tree.isNominal(thing) || thing < token) return null;
  const owner = nounPhrase(tree, token);
  const after = tree.subtree(thing, (kid) => kid === token || tree.rel(kid) === 'case' || kid > thing);
  const object = { head: thing, tokens: after.filter((at) => at > token) };
  const end = tree.child(token, 'case');
  const subject = { head: token, tokens: owner.tokens.filter((at) => at !== end) };
  return object.tokens.length === 0 || subject.tokens.length === 0
    ? null
    : implicit(tree, 'possession', thing, subject, object);
}

/**
 * One side is a clause (`whose third album`), what somebody does (`nursing`), or the second half of where something is
 * (`a mill in Elyria, Ohio, a project of the county`).
 */
function isNoName(tree: Tree, subject: Phrase, object: Phrase): boolean {
  for (const { head, tokens } of [subject, object])
    if (/^W/.test(tree.xpos(tokens[0]!)) || tree.xpos(head) === 'VBG') return true;
  const first = subject.tokens[0]!;
  // `are dried in the sun, a method first used by monks`: what was done is the method
  if (
    CLAUSE_NOUNS.has(tree.lemma(object.head)) &&
    /^an?$/.test(tree.form(object.tokens[0]!)) &&
    tree.upos(subject.head) === 'NOUN'
  )
    return true;
  if (isManyOfOne(tree, subject, object) || isManyOfOne(tree, object, subject)) return true;
  // `a stadium in Idaho, a scheme that`: what a place can be called is a place
  if (
    isPlaceName(tree.tokens, subject.head) &&
    /^an?$/.test(tree.form(object.tokens[0]!)) &&
    !isPlaceNoun(tree, object.head)
  )
    return true;
  return (
    first > 1 &&
    tree.form(first - 1) === ',' &&
    isPlaceName(tree.tokens, subject.head) &&
    isPlaceName(tree.tokens, first - 2)
  );
}

/** `her signature, allegations she denies`, `two brothers, Amir`: several things are not one. */
function isManyOfOne(tree: Tree, many: Phrase, one: Phrase): boolean {
  if (tree.xpos(many.head) !== 'NNS' || many.tokens.length === 0) return false;
  if (one.tokens.some((token) => tree.form(token) === 'and' || tree.xpos(token) === 'CD')) return false;
  return tree.xpos(one.head) === 'NN' || isPersonName(tree.tokens, one.head);
}

function isPlaceNoun(tree: Tree, token: number): boolean {
  return PLACE_NOUNS.has(tree.lemma(token).toLowerCase());
}

/** Nouns that sum up what a clause says. */
const CLAUSE_NOUNS: ReadonlySet<string> = new Set(
  'blow change decision decline drop fall feat increase method milestone move practice process rise sign step technique'.split(
    ' ',
  ),
);

const PLACE_NOUNS: ReadonlySet<string> = new Set([
  ...PLACE_HEADS,
  ...'area capital centre center colony community country enclave haven heartland home hub kingdom landmark member monarchy nation neighbor neighborhood neighbour neighbourhood place power producer region resort settlement site slum spot state stronghold suburb'.split(
    ' ',
  ),
]);

/** A proposition whose predicate, `is` or `has`, the text leaves out. */
export function implicit(
  tree: Tree,
  construction: 'apposition' | 'description' | 'possession' | 'title',
  head: number,
  subject: Phrase,
  object: Phrase,
): Proposition | null {
  const shared = new Set(subject.tokens);
  if (object.tokens.some((token) => shared.has(token))) return null;
  if (construction === 'apposition' && isNoName(tree, subject, object)) return null;
  return {
    construction,
    role: 'implicit',
    head,
    verbs: [],
    subject,
    subjectFrom: 'antecedent',
    predicate: [],
    complements: [{ kind: 'predicative', phrase: object, prep: [] }],
    relation: tree.rel(head),
  };
}
