import {
  CONDITIONS,
  FUTURE_MODALS,
  HEDGING_ADVERBS,
  HEDGING_MODALS,
  HEDGING_VERBS,
  PLANNING_VERBS,
  REPORTIVE_ADVERBS,
} from '../../lexicon/modality-cues.ts';
import { NEGATIVE_IMPLICATIVES, NEGATIVE_QUANTIFIERS, NEGATORS } from '../../lexicon/negation-cues.ts';
import { auxiliariesOf } from './clause.ts';
import type { Tree } from './tree.ts';

/** The context of an event that decides how factual it is; see {@link contextOfEvent}. */
export type EventContext =
  | 'plain'
  | 'negated'
  | 'possible'
  | 'future'
  | 'would'
  | 'condition'
  | 'infinitive'
  | 'intended'
  | 'purpose'
  | 'completes-infinitive'
  | 'implicative'
  | 'unfulfilled'
  | 'hedged'
  | 'obliged'
  | 'question'
  | 'imperative'
  | 'believed'
  | 'intended-noun'
  | 'sought-noun'
  | 'barred-noun';

/**
 * Factuality by context, -3 (certainly not) to 3 (certainly). Chosen between the medians of MEANTIME's training half
 * (Minard et al. 2016) and those of the UW set's development half (Lee et al. 2015); UDS-IH2 (White et al. 2016) keeps
 * the order of the contexts and puts all that lies ahead below zero, which news does not.
 */
export const FACTUALITY: Readonly<Record<EventContext, number>> = {
  plain: 3,
  negated: -2.5,
  possible: 1,
  future: 2.8,
  would: 1.8,
  condition: 1,
  infinitive: 2.2,
  intended: 1.6,
  purpose: 2.6,
  'completes-infinitive': 2.8,
  implicative: 3,
  unfulfilled: -2.5,
  hedged: 1.8,
  obliged: 1.4,
  question: 1,
  imperative: 1.4,
  believed: 2,
  'intended-noun': 0.8,
  'sought-noun': 2,
  'barred-noun': 0,
};

export function eventFactuality(tree: Tree, token: number): number {
  return FACTUALITY[contextOfEvent(tree, token)];
}

/** Verbs whose infinitive happened when they did (Karttunen 1971), and verbs of phase. */
const IMPLICATIVES: ReadonlySet<string> = new Set([
  'begin',
  'bother',
  'cause',
  'cease',
  'come',
  'continue',
  'dare',
  'finish',
  'force',
  'get',
  'happen',
  'help',
  'keep',
  'let',
  'make',
  'manage',
  'proceed',
  'prove',
  'remember',
  'resume',
  'start',
  'stop',
  'succeed',
  'turn',
  'use',
]);

/** Nouns whose event lies ahead or in the mind: `the risk of a strike`. */
const INTENDING: ReadonlySet<string> = new Set([
  'bid',
  'call',
  'chance',
  'demand',
  'effort',
  'fear',
  'hope',
  'intention',
  'need',
  'opportunity',
  'plan',
  'possibility',
  'prospect',
  'proposal',
  'request',
  'risk',
  'threat',
]);

/** Verbs whose infinitive or object lies ahead or in the mind: `wants to sell`, `sought approval`. */
const PROSPECTIVE: ReadonlySet<string> = new Set([
  ...PLANNING_VERBS,
  'ask',
  'attempt',
  'await',
  'demand',
  'expect',
  'fear',
  'need',
  'pledge',
  'promise',
  'request',
  'require',
  'threaten',
  'try',
  'urge',
  'vow',
]);

/** Verbs that keep what their object names from happening: `blocked the sale`. */
const BARRING: ReadonlySet<string> = new Set([
  'avert',
  'avoid',
  'ban',
  'bar',
  'block',
  'cancel',
  'deny',
  'forbid',
  'foil',
  'halt',
  'oppose',
  'prevent',
  'prohibit',
  'reject',
  'thwart',
]);

/** Verbs whose clause is a belief of its subject, which the article leaves open. */
const BELIEVING: ReadonlySet<string> = new Set([
  'assume',
  'believe',
  'doubt',
  'expect',
  'fear',
  'guess',
  'hope',
  'imagine',
  'suppose',
  'suspect',
  'think',
  'worry',
]);

/** Reads the context of the event that a verb or noun names from the tree above and around it. */
export function contextOfEvent(tree: Tree, token: number): EventContext {
  const kids = tree.kids(token);
  const forms = kids.map((kid) => tree.form(kid));
  if (
    kids.some((kid) => NEGATORS.has(tree.form(kid)) && tree.rel(kid) === 'advmod') ||
    forms.some((_, at) => tree.rel(kids[at]!) === 'det' && NEGATIVE_QUANTIFIERS.has(forms[at]!))
  ) {
    return 'negated';
  }
  const subject = tree.child(token, 'nsubj', 'nsubj:pass');
  if (
    subject >= 0 &&
    (NEGATIVE_QUANTIFIERS.has(tree.form(subject)) ||
      tree.kids(subject).some((kid) => tree.rel(kid) === 'det' && NEGATIVE_QUANTIFIERS.has(tree.form(kid))))
  ) {
    return 'negated';
  }
  const auxiliaries = auxiliariesOf(tree, token).map((kid) => tree.form(kid));
  if (auxiliaries.some((form) => HEDGING_MODALS.has(form))) return 'possible';
  if (auxiliaries.some((form) => form === 'would' || form === "'d")) return 'would';
  if (auxiliaries.some((form) => FUTURE_MODALS.has(form))) return 'future';
  if (auxiliaries.some((form) => form === 'should' || form === 'must' || form === 'ought')) return 'obliged';
  if (
    kids.some(
      (kid) =>
        tree.rel(kid) === 'advmod' &&
        (HEDGING_ADVERBS.has(tree.form(kid)) || REPORTIVE_ADVERBS.has(tree.form(kid))),
    )
  )
    return 'hedged';
  const marks = kids.filter((kid) => tree.rel(kid) === 'mark').map((kid) => tree.form(kid));
  if (marks.some((form) => CONDITIONS.has(form) || form === 'whether')) return 'condition';
  const above = tree.head(token);
  const rel = tree.base(token);
  if (
    rel === 'conj' &&
    above >= 0 &&
    tree.upos(above) === tree.upos(token) &&
    auxiliaries.length === 0 &&
    !tree.has(token, 'nsubj', 'nsubj:pass')
  ) {
    return contextOfEvent(tree, above);
  }
  if (marks.includes('to') && above >= 0) {
    if (rel === 'xcomp' || rel === 'ccomp') {
      const lemma = tree.lemma(above);
      if (NEGATIVE_IMPLICATIVES.has(lemma)) return 'unfulfilled';
      if (HEDGING_VERBS.has(lemma)) return 'hedged';
      if (IMPLICATIVES.has(lemma)) return inherited(contextOfEvent(tree, above));
      return PROSPECTIVE.has(lemma) ? 'intended' : 'infinitive';
    }
    return rel === 'csubj' ? 'infinitive' : 'purpose';
  }
  if (rel === 'xcomp' && above >= 0 && tree.upos(above) === 'VERB' && IMPLICATIVES.has(tree.lemma(above))) {
    return inherited(contextOfEvent(tree, above));
  }
  if (rel === 'ccomp' && above >= 0 && BELIEVING.has(tree.lemma(above))) return 'believed';
  if (rel === 'root') {
    const last = lastMark(tree, token);
    if (last === '?') return 'question';
    if (tree.xpos(token) === 'VB' && subject < 0 && auxiliaries.length === 0) return 'imperative';
  }
  if (tree.upos(token) === 'NOUN' && above >= 0) {
    if ((rel === 'nmod' || rel === 'compound') && INTENDING.has(tree.lemma(above))) return 'intended-noun';
    // An event noun shares the fate of an infinitive or modal verb that it completes.
    if (rel === 'obj' && BARRING.has(tree.lemma(above))) return 'barred-noun';
    if (rel === 'obj' && PROSPECTIVE.has(tree.lemma(above))) return 'sought-noun';
    if (rel === 'obj' || rel === 'obl') {
      const own = contextOfEvent(tree, above);
      if (own === 'infinitive' || own === 'intended' || own === 'purpose') return 'completes-infinitive';
      if (own === 'possible' || own === 'condition' || own === 'would' || own === 'imperative') return own;
    }
  }
  return 'plain';
}

function inherited(context: EventContext): EventContext {
  return context === 'plain' ? 'implicative' : context;
}

function lastMark(tree: Tree, token: number): string {
  const sentence = tree.sentenceOf(token);
  for (let at = tree.tokens.end(sentence) - 1; at >= tree.tokens.first(sentence); at--) {
    if (!/^["'”’)]+$/u.test(tree.form(at))) return tree.form(at);
  }
  return '';
}
