import type { Deprel } from '../../core/labels.ts';
import type { Span } from '../../core/span.ts';
import type { Phrase } from './proposition.ts';
import type { Tree } from './tree.ts';

const FUNCTION: ReadonlySet<Deprel> = new Set(['case', 'mark', 'cc', 'cc:preconj', 'discourse', 'vocative']);
/** Children of a copula's complement that belong to the clause, not to the complement. */
const CLAUSAL: ReadonlySet<Deprel> = new Set([
  'nsubj',
  'nsubj:pass',
  'nsubj:outer',
  'csubj',
  'csubj:pass',
  'csubj:outer',
  'cop',
  'aux',
  'aux:pass',
  'expl',
  'advcl',
  'advcl:relcl',
  'obl',
  'obl:agent',
  'obl:unmarked',
  'obl:tmod',
  'obl:npmod',
  'parataxis',
  'dislocated',
]);

/** The noun phrase that the token heads: without its preposition, trailing relative clause or aside. */
export function nounPhrase(tree: Tree, head: number): Phrase {
  const clausal = tree.has(head, 'cop');
  const tokens = tree.subtree(head, (kid, top) => {
    const rel = tree.rel(kid);
    if (rel === 'conj' && isTensedVerb(tree, kid)) return true;
    if (!top) return rel === 'parataxis' || rel === 'vocative';
    // `that` before a plural is no determiner but the subordinator of the clause.
    if (rel === 'det' && tree.form(kid) === 'that' && /^NNP?S$/.test(tree.xpos(head))) return true;
    // `neither the mayor nor the council` means nothing without its first word.
    if (rel === 'cc:preconj' && tree.form(kid) === 'neither') return false;
    if (FUNCTION.has(rel) || rel === 'parataxis' || rel === 'list' || isFronted(tree, kid)) return true;
    // The quotation mark before `It was a mistake` is not the mistake's.
    if (clausal && rel === 'punct' && kid < tree.child(head, 'cop')) return true;
    return clausal && (CLAUSAL.has(rel) || (rel === 'conj' && isPredicateHead(tree, kid)));
  });
  return finish(tree, head, cutTail(tree, head, tokens));
}

/** A tensed verb joined to a noun: the parser's slip for a conjunct of the clause. */
function isTensedVerb(tree: Tree, token: number): boolean {
  const tag = tree.xpos(token);
  if (tag === 'VBD' || tag === 'VBZ' || tag === 'VBP')
    return (
      tree.upos(token) === 'VERB' && tree.isNominal(tree.head(token)) && !tree.has(tree.head(token), 'cop')
    );
  return false;
}

/** The noun phrase before a clause or apposition that modifies it and starts at `before`. */
export function antecedentPhrase(tree: Tree, head: number, modifier: number): Phrase {
  const before = tree.leftEdge(modifier);
  const clausal = tree.has(head, 'cop');
  const tokens = tree.subtree(head, (kid, top) => {
    const rel = tree.rel(kid);
    if (kid === modifier || rel === 'parataxis') return true;
    if (!top) return false;
    if (FUNCTION.has(rel) || rel === 'acl:relcl' || rel === 'list') return true;
    if ((rel === 'appos' || rel === 'acl') && kid !== modifier) return isSetOff(tree, kid) || kid > before;
    if (rel === 'conj' && (kid > before || !isNamePair(tree, head, kid))) return true;
    if (rel === 'cc') return true;
    return clausal && CLAUSAL.has(rel);
  });
  const kept = before > head ? tokens.filter((token) => token < before) : tokens;
  return finish(tree, head, kept.length > 0 ? kept : [head]);
}

/** The clause that the token heads, without its complementiser. */
export function clausePhrase(tree: Tree, head: number, keepMark = false): Phrase {
  const tokens = tree.subtree(head, (kid, top) => {
    const rel = tree.rel(kid);
    if (!top) return false;
    if (rel === 'mark') return !keepMark && tree.form(kid) !== 'to';
    return rel === 'cc' || rel === 'discourse' || (rel === 'case' && !keepMark);
  });
  return finish(tree, head, tokens);
}

/** True when a predicate of its own hangs at the token: a verb, or a complement with a copula. */
export function isPredicateHead(tree: Tree, token: number): boolean {
  return tree.upos(token) === 'VERB' || tree.has(token, 'cop') || tree.has(token, 'nsubj', 'nsubj:pass');
}

/** True when punctuation other than a hyphen stands before the subtree of the token. */
export function isSetOff(tree: Tree, token: number): boolean {
  if (isFronted(tree, token)) return true;
  const edge = tree.leftEdge(token);
  if (edge === 0) return false;
  const isMark = (at: number) => tree.upos(at) === 'PUNCT' && /^[,;:([–—-]+$/.test(tree.form(at));
  return isMark(edge) || (isMark(edge - 1) && tree.sentenceOf(edge - 1) === tree.sentenceOf(edge));
}

/** `Born in Trieste, Carla Benussi studied`: a participle before its noun, closed by a comma. */
export function isFronted(tree: Tree, token: number): boolean {
  if (tree.rel(token) !== 'acl' || token > tree.head(token) || !/^VB[GN]$/.test(tree.xpos(token)))
    return false;
  return isClosed(tree, token);
}

function isNamePair(tree: Tree, head: number, conjunct: number): boolean {
  return tree.upos(head) === 'PROPN' && tree.upos(conjunct) === 'PROPN' && conjunct - head <= 2;
}

/** Without the last modifiers that make claims of their own: finite relative clauses and asides. */
function cutTail(tree: Tree, head: number, tokens: number[]): number[] {
  const cut = new Set<number>();
  for (const token of tokens) {
    if (token === head || !makesOwnClaim(tree, token)) continue;
    for (const inner of tree.subtree(token)) cut.add(inner);
  }
  if (cut.size === 0) return tokens;
  let end = tokens.length;
  while (end > 0 && (cut.has(tokens[end - 1]!) || tree.upos(tokens[end - 1]!) === 'PUNCT')) end--;
  return tokens.slice(0, end);
}

function makesOwnClaim(tree: Tree, token: number): boolean {
  const rel = tree.rel(token);
  if (rel === 'acl:relcl') {
    if (isRestricting(tree, token, tree.head(token))) return false;
    return (
      tree.kids(token).some((kid) => tree.isRelativePronoun(kid)) ||
      tree.has(token, 'nsubj', 'nsubj:pass') === false ||
      isSetOff(tree, token)
    );
  }
  if (rel === 'acl') return isSetOff(tree, token);
  // What stands in brackets, an age.
  if (tree.form(tree.leftEdge(token)) === '(' || (rel === 'appos' && tree.upos(token) === 'NUM')) return true;
  if (rel === 'appos')
    return (
      isSetOff(tree, token) && !(tree.upos(token) === 'PROPN' && tree.upos(tree.head(token)) !== 'PROPN')
    );
  return ASIDES.has(rel) && token > tree.head(token) && isSetOff(tree, token) && isClosed(tree, token);
}

/** Relations of what is put in between commas: `Ana Ruiz, of the crime unit, said`. */
const ASIDES: ReadonlySet<string> = new Set([
  'nmod',
  'advmod',
  'advcl',
  'amod',
  'nummod',
  'obl',
  'obl:unmarked',
  'nmod:unmarked',
]);

/** Dependents that say which or how many are meant. */
const BOUNDING: ReadonlySet<string> = new Set(['det', 'nummod', 'nmod:poss', 'amod']);

/**
 * The clause at `verb` says which of many are meant (`people who rent`, `drivers over 80 who refuse a test`), so that it belongs to its
 * noun and is no statement of its own. `the`, a name, a number or a comma makes it one.
 */
export function isRestricting(tree: Tree, verb: number, noun: number, size = 1): boolean {
  if (tree.rel(verb) !== 'acl:relcl' || isSetOff(tree, verb)) return false;
  if (tree.upos(noun) === 'PRON' && size === 1) return true;
  if (isPartOfMany(tree, noun)) return true;
  if (tree.xpos(noun) !== 'NNS') return false;
  return !tree.kids(noun).some((kid) => kid < noun && BOUNDING.has(tree.base(kid)));
}

/** `most of the teachers who left`, `38% of members who replied`: the noun, or its part, is one of many that the clause bounds. */
function isPartOfMany(tree: Tree, noun: number): boolean {
  const of = (token: number) =>
    tree.kids(token).some((kid) => tree.rel(kid) === 'case' && tree.form(kid) === 'of');
  if (tree.rel(noun) === 'nmod' && of(noun) && isQuantity(tree, tree.head(noun))) return true;
  return isQuantity(tree, noun) && tree.kids(noun).some((kid) => tree.rel(kid) === 'nmod' && of(kid));
}

function isQuantity(tree: Tree, token: number): boolean {
  return tree.xpos(token) === 'CD' || QUANTITIES.has(tree.form(token));
}

const QUANTITIES: ReadonlySet<string> = new Set(
  '% all any both each either few fewer half less majority many minority more most neither none number percent proportion quarter several share some third thirds'.split(
    ' ',
  ),
);

/** A comma or dash follows the subtree of the token. */
function isClosed(tree: Tree, token: number): boolean {
  const own = tree.subtree(token);
  const last = own.at(-1)!;
  const isMark = (at: number) => at < tree.length && /^(?:,|–|—|--)$/.test(tree.form(at));
  return isMark(last) ? own.length > 1 : isMark(last + 1);
}

/** Tokens without punctuation at the ends; a quotation mark stays with its partner. */
function finish(tree: Tree, head: number, tokens: readonly number[]): Phrase {
  let first = 0;
  let last = tokens.length;
  const isPunct = (at: number) => tree.upos(tokens[at]!) === 'PUNCT' && tokens[at] !== head;
  while (first < last && isPunct(first)) first++;
  while (last > first && isPunct(last - 1)) last--;
  if (first > 0 && last < tokens.length) {
    const open = tree.form(tokens[first - 1]!);
    const close = PARTNER[open];
    if (close !== undefined) {
      for (let at = last; at < tokens.length && at < last + 2; at++) {
        if (tree.form(tokens[at]!) === close) return { head, tokens: tokens.slice(first - 1, at + 1) };
      }
    }
  }
  const kept = tokens.slice(first, last);
  if (kept.length === 0) return { head, tokens: [head] };
  // A quotation that opens inside closes inside.
  const opens = kept.filter((token) => isQuoteMark(tree, token)).length % 2 === 1;
  if (opens) {
    for (let at = last; at < tokens.length && at < last + 2; at++) {
      if (isQuoteMark(tree, tokens[at]!)) return { head, tokens: tokens.slice(first, at + 1) };
    }
  }
  return { head, tokens: kept };
}

const PARTNER: Readonly<Record<string, string>> = {
  '"': '"',
  '“': '”',
  "'": "'",
  '‘': "'",
  '``': "''",
  '(': ')',
  '[': ']',
};

function isQuoteMark(tree: Tree, token: number): boolean {
  const form = tree.form(token);
  return form === '"' || form === '“' || form === '”' || form === '``' || form === "''";
}

/**
 * The characters of a phrase as one span: from its first to its last token when only small gaps lie
 * between, otherwise the unbroken run around its head.
 */
export function spanOf(tree: Tree, tokens: readonly number[], head: number): Span {
  let from = Math.max(0, tokens.indexOf(head));
  let to = from;
  while (from > 0 && tokens[from]! - tokens[from - 1]! <= MAX_GAP + 1) from--;
  while (to < tokens.length - 1 && tokens[to + 1]! - tokens[to]! <= MAX_GAP + 1) to++;
  return { start: tree.start(tokens[from]!), end: tree.end(tokens[to]!) };
}

/** Dropped tokens that a span may run over: a mark, a conjunction, a short adverb. */
const MAX_GAP = 2;
