import type { ClaimKind, Quantity } from '../../core/layers.ts';
import {
  EVALUATIVE_ADJECTIVES,
  EVALUATIVE_ADVERBS,
  EVALUATIVE_NOUNS,
} from '../../lexicon/evaluative-words.ts';
import { FUTURE_MODALS } from '../../lexicon/modality-cues.ts';
import { INTERPRETING_VERBS, MEASURE_VERBS, STATIVE_VERBS } from '../../lexicon/stative-verbs.ts';
import type { Draft } from './draft.ts';
import type { Tree } from './tree.ts';

export interface FoundKind {
  readonly kind: ClaimKind;
  readonly rule: string;
}

/** What sort of claim it is; the first that fits of prediction, statistic, evaluation, state, event. */
export function kindOf(
  tree: Tree,
  draft: Draft,
  quantities: readonly Quantity[],
  sourced: boolean,
): FoundKind {
  const { proposition } = draft;
  if (proposition.role === 'implicit') return { kind: 'state', rule: 'implicit-copula' };
  const future = futureOf(tree, draft, sourced);
  if (future !== null) return { kind: 'prediction', rule: future };
  const statistic = statisticOf(tree, draft, quantities);
  if (statistic !== null) return { kind: 'statistic', rule: statistic };
  const evaluation = evaluationOf(tree, draft);
  if (evaluation !== null) return { kind: 'evaluation', rule: evaluation };
  const state = stateOf(tree, draft);
  if (state !== null) return { kind: 'state', rule: state };
  return { kind: 'event', rule: 'default' };
}

function futureOf(tree: Tree, draft: Draft, sourced: boolean): string | null {
  const { verbs } = draft.proposition;
  const outer = verbs[0];
  if (outer === undefined) return null;
  const aux = tree
    .kids(outer)
    .filter((kid) => tree.base(kid) === 'aux')
    .map((kid) => tree.form(kid));
  if (aux.some((form) => FUTURE_MODALS.has(form))) return 'future-modal';
  if (sourced && aux.some((form) => form === 'would' || form === "'d") && !aux.includes('have'))
    return 'reported-future';
  if (tree.lemma(outer) === 'go' && tree.xpos(outer) === 'VBG' && verbs.length > 1) return 'going-to';
  if (tree.lemma(outer) === 'expect' && verbs.length > 1 && tree.has(outer, 'aux:pass')) return 'expected-to';
  if (tree.lemma(outer) === 'likely' && verbs.length > 1) return 'likely-to';
  return null;
}

const SHARE_NOUNS: ReadonlySet<string> = new Set([
  'average',
  'bulk',
  'half',
  'majority',
  'maximum',
  'median',
  'minimum',
  'minority',
  'most',
  'number',
  'percent',
  'percentage',
  'proportion',
  'quarter',
  'rate',
  'ratio',
  'record',
  'share',
  'third',
  'total',
]);

function statisticOf(tree: Tree, draft: Draft, quantities: readonly Quantity[]): string | null {
  const { proposition } = draft;
  const verb = proposition.verbs.at(-1);
  const lemma = verb === undefined ? 'be' : proposition.predicate.includes(verb) ? tree.lemma(verb) : 'be';
  const measured = lemma === 'be' || MEASURE_VERBS.has(lemma);
  if (quantities.some((one) => one.unit === 'percent' || one.unit === 'percentage point'))
    return 'percentage';
  const subject = tree.lemma(proposition.subject.head);
  const share = proposition.subject.tokens.some(
    (token) => SHARE_NOUNS.has(tree.form(token)) && isMeasure(tree, token),
  );
  if (share && (subject === 'majority' || subject === 'half' || subject === 'most' || quantities.length > 0))
    return 'share-of-subject';
  if (measured && quantities.some((one) => !TIME_UNITS.has(one.unit)) && isFigure(tree, draft))
    return 'measured-quantity';
  if (draft.object !== null && draft.objectFrom?.kind === 'predicative' && isRank(draft.object.text))
    return 'rank';
  return null;
}

const TIME_UNITS: ReadonlySet<string> = new Set(['year', 'month', 'week', 'day', 'hour', 'minute', 'second']);

function isMeasure(tree: Tree, token: number): boolean {
  return tree.upos(token) === 'NOUN' || tree.upos(token) === 'NUM';
}

/** The number is what is said: it stands in the object or the arguments, not in a name of the subject. */
function isFigure(tree: Tree, draft: Draft): boolean {
  const { proposition } = draft;
  return proposition.complements.some(({ phrase }) =>
    phrase.tokens.some((token) => tree.upos(token) === 'NUM'),
  );
}

/** `the world's third-largest producer`, `the second most populous state`. */
function isRank(text: string): boolean {
  return /\b(?:second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth)[- ](?:most|least|\p{L}{2,12}est)\b/iu.test(
    text,
  );
}

function evaluationOf(tree: Tree, draft: Draft): string | null {
  const { proposition } = draft;
  const inner = proposition.verbs.at(-1);
  const head = draft.objectFrom?.phrase.head;
  const copular =
    proposition.construction === 'copula' || (draft.objectFrom?.kind === 'predicative' && head !== undefined);
  if (copular && head !== undefined) {
    if (tree.upos(head) === 'ADJ' && !isPlainAdjective(tree, head)) return 'judging-adjective';
    if (judges(tree, head)) return 'judging-complement';
    if (
      draft.object !== null &&
      /\b(?:one of the (?:most|least|\p{L}{2,12}est)|the (?:only|most|least) )/iu.test(draft.object.text)
    )
      return 'superlative';
  }
  if (inner !== undefined && proposition.predicate.includes(inner)) {
    const lemma = tree.lemma(inner);
    if (INTERPRETING_VERBS.has(lemma) && !namesAPerson(tree, draft)) return 'interpreting-verb';
    if (
      draft.objectFrom?.kind === 'obj' &&
      (tree.lemma(inner) === 'have' || tree.lemma(inner) === 'take' || tree.lemma(inner) === 'do') &&
      head !== undefined &&
      judges(tree, head)
    ) {
      return 'judging-object';
    }
    for (const kid of tree.kids(inner)) {
      if (tree.rel(kid) === 'advmod' && EVALUATIVE_ADVERBS.has(tree.form(kid)) && STATIVE_VERBS.has(lemma))
        return 'judging-adverb';
    }
    const should = tree
      .kids(proposition.verbs[0]!)
      .some((kid) => tree.rel(kid) === 'aux' && /^(should|must|ought)$/.test(tree.form(kid)));
    if (should) return 'obligation';
    const can = tree
      .kids(proposition.verbs[0]!)
      .some((kid) => tree.rel(kid) === 'aux' && /^(can|could|may|might)$/.test(tree.form(kid)));
    if (can && isGeneric(tree, proposition.subject.head)) return 'possibility';
  }
  return null;
}

/** A bare plural or mass noun: `shifts can have effects`. */
function isGeneric(tree: Tree, head: number): boolean {
  return tree.upos(head) === 'NOUN' && !tree.has(head, 'det', 'nmod:poss', 'nummod');
}

/** The noun is a judgement, or has one for its modifier. */
function judges(tree: Tree, head: number): boolean {
  if (EVALUATIVE_NOUNS.has(tree.lemma(head)) || EVALUATIVE_ADJECTIVES.has(tree.form(head))) return true;
  return tree
    .kids(head)
    .some(
      (kid) =>
        tree.rel(kid) === 'amod' && (EVALUATIVE_ADJECTIVES.has(tree.form(kid)) || tree.has(kid, 'advmod')),
    );
}

const PLAIN_ADJECTIVES: ReadonlySet<string> = new Set([
  'able',
  'absent',
  'active',
  'alive',
  'available',
  'aware',
  'based',
  'born',
  'bound',
  'closed',
  'dead',
  'divorced',
  'due',
  'eligible',
  'empty',
  'free',
  'full',
  'guilty',
  'home',
  'ill',
  'injured',
  'legal',
  'illegal',
  'located',
  'married',
  'military',
  'missing',
  'native',
  'new',
  'old',
  'open',
  'own',
  'pending',
  'present',
  'pregnant',
  'private',
  'public',
  'ready',
  'related',
  'responsible',
  'safe',
  'subject',
  'unable',
  'unknown',
  'unemployed',
  'wounded',
]);

function isPlainAdjective(tree: Tree, head: number): boolean {
  return (
    PLAIN_ADJECTIVES.has(tree.form(head)) ||
    tree.xpos(head) === 'VBN' ||
    tree.has(head, 'nummod', 'obl:npmod', 'obl:unmarked', 'nmod:unmarked')
  );
}

function namesAPerson(tree: Tree, draft: Draft): boolean {
  return (
    tree.upos(draft.proposition.subject.head) === 'PROPN' ||
    tree.upos(draft.proposition.subject.head) === 'PRON'
  );
}

function stateOf(tree: Tree, draft: Draft): string | null {
  const { proposition } = draft;
  if (proposition.construction === 'copula' || proposition.construction === 'existential') return 'copula';
  const inner = proposition.verbs.at(-1)!;
  const outer = proposition.verbs[0]!;
  if (STATIVE_VERBS.has(tree.lemma(inner)) && proposition.construction === 'active') return 'stative-verb';
  const present = tree.xpos(outer) === 'VBZ' || tree.xpos(outer) === 'VBP';
  const progressive =
    tree.xpos(inner) === 'VBG' &&
    tree.kids(outer).some((kid) => tree.rel(kid) === 'aux' && /^(is|are|'re|'s|am|'m)$/.test(tree.form(kid)));
  if (progressive) return 'ongoing';
  if (present && proposition.construction === 'active') return 'habitual-present';
  return null;
}
