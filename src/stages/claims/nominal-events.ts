import {
  CRIME_CONTEXTS,
  CRIMES_AND_DISASTERS,
  EVENT_NOUNS,
  EVENT_PREPOSITIONS,
  EVENT_SETTINGS,
  EVENTS_UNDERGO,
  type EventNoun,
  HAPPENED_WHEN_ANNOUNCED,
  PLANNABLE,
  UNTOLD_OF_SUBJECT,
} from '../../lexicon/event-nouns.ts';
import { auxiliariesOf, clauseHeadOf } from './clause.ts';
import { contextOfEvent } from './event-factuality.ts';
import { nounPhrase } from './phrase.ts';
import { isNegator } from './polarity.ts';
import type { Phrase } from './proposition.ts';
import type { Tree } from './tree.ts';

/** An event that a noun names: `the January arrest of the mayor by federal agents`. */
export interface NominalEvent {
  readonly noun: number;
  readonly verb: EventNoun;
  /** Who did it, where that is told and it was done to something. */
  readonly actor: Phrase | null;
  /** To whom it was done; of what befell or was done by one alone, that one. */
  readonly undergoer: Phrase;
  /** Further prepositional phrases of the noun: places and the like. */
  readonly adjuncts: readonly { readonly prep: number; readonly phrase: Phrase }[];
}

/**
 * The events that nouns of a sentence name and its words take for granted. Few on purpose: a noun counts only with who or what
 * it befell, in a place where it is presupposed (`after the arrest of X`, `condemned the killing of X`), in a plain clause, and
 * where no verb of the sentence tells the same.
 */
export function nominalEvents(tree: Tree, sentence: number): NominalEvent[] {
  const out: NominalEvent[] = [];
  for (let noun = tree.tokens.first(sentence); noun < tree.tokens.end(sentence); noun++) {
    if (tree.xpos(noun) !== 'NN') continue;
    const verb = EVENT_NOUNS[tree.lemma(noun)];
    if (verb === undefined || !isOne(tree, noun) || isToldByVerb(tree, sentence, verb)) continue;
    const event = participants(tree, noun, verb);
    if (event !== null && isPresupposed(tree, noun)) out.push(event);
  }
  return out;
}

/** A certain event: with `the` or an owner, not `no`, `any`, `possible` or `attempted`. */
function isOne(tree: Tree, noun: number): boolean {
  const owned = tree.has(noun, 'nmod:poss');
  const determined = tree.children(noun, 'det').map((kid) => tree.form(kid));
  if (!owned && !determined.includes('the')) return false;
  // `the death toll`, `a murder trial`: what it only names.
  if (tree.rel(noun) === 'compound') return false;
  return tree
    .kids(noun)
    .every((kid) => !(tree.rel(kid) === 'amod' && UNREAL.has(tree.form(kid))) && tree.rel(kid) !== 'conj');
}

/** Adjectives that make an event doubtful, future, undone, or none of its kind. */
const UNREAL: ReadonlySet<string> = new Set([
  'alleged',
  'apparent',
  'attempted',
  'eventual',
  'expected',
  'failed',
  'first',
  'future',
  'imminent',
  'impending',
  'last',
  'likely',
  'near',
  'next',
  'planned',
  'possible',
  'potential',
  'proposed',
  'same',
  'second',
  'suspected',
  'threatened',
]);

function isToldByVerb(tree: Tree, sentence: number, { lemma }: EventNoun): boolean {
  const first = lemma.split(' ')[0]!;
  for (let at = tree.tokens.first(sentence); at < tree.tokens.end(sentence); at++)
    if (tree.upos(at) === 'VERB' && tree.lemma(at) === first) return true;
  return false;
}

function participants(tree: Tree, noun: number, verb: EventNoun): NominalEvent | null {
  const owner = tree.child(noun, 'nmod:poss');
  let of = -1;
  let by = -1;
  const adjuncts: { prep: number; phrase: Phrase }[] = [];
  for (const kid of tree.kids(noun)) {
    if (tree.base(kid) !== 'nmod' || tree.rel(kid) === 'nmod:poss' || kid < noun) continue;
    const prep = prepositionOf(tree, kid);
    if (prep < 0) continue;
    const form = tree.form(prep);
    if (form === 'of' && of < 0) of = kid;
    else if (form === 'by' && by < 0) by = kid;
    else adjuncts.push({ prep, phrase: nounPhrase(tree, kid) });
  }
  // `the company's purchase of X`, `the police's arrest of X`; in `the discovery of X` by whom is not told.
  const ownerActs = owner >= 0 && of >= 0 && (verb.kind === 'owner-acts' || verb.kind === 'patient');
  const undergoer = of < 0 && verb.kind !== 'owner-acts' ? owner : of;
  let actor = ownerActs ? owner : by;
  if (undergoer < 0 || !isDefinite(tree, undergoer)) return null;
  if (actor < 0) actor = actorWithin(tree, undergoer);
  const doer = actor;
  if (actor >= 0 && (verb.kind === 'actor' || !isDefinite(tree, actor))) actor = -1;
  return {
    noun,
    verb,
    actor: actor < 0 ? null : partPhrase(tree, actor),
    undergoer: partPhrase(tree, undergoer, doer),
    adjuncts,
  };
}

/** The one preposition of the phrase, which in a name may hang on its last word; -1 for none or several. */
function prepositionOf(tree: Tree, head: number): number {
  const own = tree.children(head, 'case');
  if (own.length > 0) return own.length === 1 ? own[0]! : -1;
  const edge = tree.leftEdge(head);
  const before = edge < head ? edge : head - 1;
  return before >= 0 && tree.rel(before) === 'case' && tree.upos(before) === 'ADP' ? before : -1;
}

/** `the arrest of Ana Ruiz by the police`, where the parser hung the police on the name. */
function actorWithin(tree: Tree, undergoer: number): number {
  return (
    tree
      .subtree(undergoer)
      .find(
        (token) =>
          token > undergoer &&
          tree.base(token) === 'nmod' &&
          tree.children(token, 'case').some((kid) => tree.form(kid) === 'by'),
      ) ?? -1
  );
}

/** The phrase without its possessive ending and without what is no part of it. */
function partPhrase(tree: Tree, head: number, without = -1): Phrase {
  const gone = new Set(without < 0 ? [] : tree.subtree(without));
  const { tokens } = nounPhrase(tree, head);
  const kept = tokens.filter(
    (token) =>
      !gone.has(token) && (tree.rel(token) !== 'case' || (tree.head(token) !== head && token > tokens[0]!)),
  );
  return { head, tokens: kept };
}

/** A name, a noun that says which or how many, or `his`, of which the entities must know whose. */
function isDefinite(tree: Tree, head: number): boolean {
  if (tree.upos(head) === 'PROPN' || tree.xpos(head) === 'PRP$') return true;
  if (tree.upos(head) !== 'NOUN') return false;
  return tree
    .kids(head)
    .some(
      (kid) =>
        tree.upos(kid) === 'PROPN' ||
        tree.rel(kid) === 'nummod' ||
        (tree.rel(kid) === 'nmod:poss' && tree.upos(kid) !== 'PRON') ||
        (tree.rel(kid) === 'det' && /^(?:the|an?)$/.test(tree.form(kid))),
    );
}

/** The words around it take the event for granted, in a clause that is itself plainly told. */
function isPresupposed(tree: Tree, noun: number): boolean {
  const above = tree.head(noun);
  if (above < 0 || !isPlain(tree, above)) return false;
  const lemma = tree.lemma(above);
  const what = tree.lemma(noun);
  const prep = tree.child(noun, 'case');
  if (prep >= 0) {
    const form = tree.form(prep);
    if (EVENT_PREPOSITIONS.has(form)) return isTold(tree, above);
    if (form === 'of') {
      if (EVENT_SETTINGS.has(lemma)) return isTold(tree, above);
      return lemma === 'protest' && CRIMES_AND_DISASTERS.has(what);
    }
    if (form === 'by') return EVENTS_UNDERGO.has(lemma);
    if (form === 'to') return lemma === 'lead' && isPast(tree, above);
    return ABOUT.has(form) && CRIMES_AND_DISASTERS.has(what) && CRIME_CONTEXTS.has(lemma);
  }
  if (tree.rel(noun) === 'nsubj')
    return (
      tree.upos(above) === 'VERB' &&
      !PLANNABLE.has(what) &&
      !UNTOLD_OF_SUBJECT.has(lemma) &&
      isPast(tree, above)
    );
  if (tree.rel(noun) !== 'obj' || !isTold(tree, above)) return false;
  return EVENTS_UNDERGO.has(lemma) || (lemma === 'announce' && HAPPENED_WHEN_ANNOUNCED.has(what));
}

const ABOUT: ReadonlySet<string> = new Set(['about', 'for', 'in', 'on', 'over', 'with']);

function isPast(tree: Tree, verb: number): boolean {
  if (tree.xpos(verb) === 'VBD') return true;
  return (
    tree.xpos(verb) === 'VBN' &&
    auxiliariesOf(tree, verb).some((kid) => tree.lemma(kid) === 'have' && tree.xpos(kid) !== 'VB')
  );
}

/** The clause is past, perfect or present, not ahead: `left after the death of X`, not `will leave after the death of X`. */
function isTold(tree: Tree, token: number): boolean {
  const clause = clauseHeadOf(tree, token);
  const verb = tree.upos(clause) === 'VERB' ? clause : tree.child(clause, 'cop');
  if (verb < 0) return false;
  const tag = tree.xpos(verb);
  if (tag === 'VBD' || tag === 'VBZ' || tag === 'VBP') return true;
  const helpers = auxiliariesOf(tree, clause).map((kid) => tree.xpos(kid));
  if (helpers.includes('MD')) return false;
  return tag === 'VBN' || (tag === 'VBG' && helpers.length > 0);
}

/** No condition, question, wish or denial holds the clause or any above it. */
function isPlain(tree: Tree, token: number): boolean {
  for (let clause = clauseHeadOf(tree, token); clause >= 0; ) {
    const context = contextOfEvent(tree, clause);
    if (context !== 'plain' && context !== 'implicative' && context !== 'purpose') return false;
    if (tree.kids(clause).some((kid) => isNegator(tree, kid) || UNTOLD_MARKS.has(tree.form(kid))))
      return false;
    if (tree.head(clause) < 0) break;
    clause = clauseHeadOf(tree, tree.head(clause));
  }
  const sentence = tree.sentenceOf(token);
  return tree.form(tree.tokens.end(sentence) - 1) !== '?';
}

const UNTOLD_MARKS: ReadonlySet<string> = new Set(['if', 'unless', 'whether', 'until', 'lest']);
