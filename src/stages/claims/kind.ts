import type { ClaimKind, Quantity } from '../../core/layers.ts';
import { JUDGE_VERBS } from '../../lexicon/cue-verbs.ts';
import {
  EVALUATIVE_ADJECTIVES,
  EVALUATIVE_ADVERBS,
  EVALUATIVE_NOUNS,
} from '../../lexicon/evaluative-words.ts';
import { FUTURE_MODALS } from '../../lexicon/modality-cues.ts';
import { STANCE_VERBS } from '../../lexicon/stance-verbs.ts';
import { INTERPRETING_VERBS, MEASURE_VERBS, STATIVE_VERBS } from '../../lexicon/stative-verbs.ts';
import { auxiliariesOf } from './clause.ts';
import type { Draft } from './draft.ts';
import type { Proposition } from './proposition.ts';
import type { Tree } from './tree.ts';

export interface FoundKind {
  readonly kind: ClaimKind;
  readonly rule: string;
}

export interface KindCues {
  /** Somebody other than the article says it. */
  readonly sourced: boolean;
  /** Its event time lies after the article's date. */
  readonly ahead: boolean;
}

/** What sort of claim it is; the first that fits of prediction, statistic, evaluation, state, event. */
export function kindOf(tree: Tree, draft: Draft, quantities: readonly Quantity[], cues: KindCues): FoundKind {
  const { proposition } = draft;
  if (proposition.role === 'implicit') return { kind: 'state', rule: 'implicit-copula' };
  const future = futureOf(tree, draft, cues);
  if (future !== null) return { kind: 'prediction', rule: future };
  const statistic = statisticOf(tree, draft, quantities);
  if (statistic !== null) return { kind: 'statistic', rule: statistic };
  const evaluation = evaluationOf(tree, draft);
  if (evaluation !== null) return { kind: 'evaluation', rule: evaluation };
  const state = stateOf(tree, draft);
  if (state !== null) return { kind: 'state', rule: state };
  return { kind: 'event', rule: 'default' };
}

function futureOf(tree: Tree, draft: Draft, { sourced, ahead }: KindCues): string | null {
  const { verbs } = draft.proposition;
  const outer = verbs[0];
  if (outer === undefined) return null;
  const aux = auxiliariesOf(tree, outer).map((kid) => tree.form(kid));
  if (aux.some((form) => FUTURE_MODALS.has(form))) return 'future-modal';
  if (sourced && aux.some((form) => form === 'would' || form === "'d") && !aux.includes('have'))
    return 'reported-future';
  if (tree.lemma(outer) === 'go' && tree.xpos(outer) === 'VBG' && verbs.length > 1) return 'going-to';
  if (tree.lemma(outer) === 'expect' && verbs.length > 1 && tree.has(outer, 'aux:pass')) return 'expected-to';
  if (tree.lemma(outer) === 'likely' && verbs.length > 1) return 'likely-to';
  // `The line opens on 4 May`: the present of a timetable.
  if (
    ahead &&
    (tree.xpos(outer) === 'VBZ' ||
      tree.xpos(outer) === 'VBP' ||
      aux.some((form) => /^(is|are|'re)$/.test(form)))
  ) {
    return 'timetable-present';
  }
  const modal = aux.find((form) => form === 'could' || form === 'may' || form === 'might');
  if (modal !== undefined && !aux.includes('have') && isSpecific(tree, draft.proposition.subject.head))
    return 'possible-future';
  return null;
}

/** A name, a pronoun or a noun with a determiner: somebody or something in particular. */
function isSpecific(tree: Tree, head: number): boolean {
  if (tree.upos(head) === 'PROPN' || tree.upos(head) === 'PRON') return true;
  return tree.has(head, 'det', 'nmod:poss');
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
  const present = isPresentHabit(tree, proposition);
  // `owns five breweries` describes; `employs 112 people` counts.
  const counted = quantities.some((one) => one.value >= 10 || one.unit !== 'count');
  if (
    present &&
    counted &&
    quantities.some((one) => !TIME_UNITS.has(one.unit)) &&
    (isFigure(tree, draft) || subjectCounts(tree, proposition))
  ) {
    return 'present-count';
  }
  if (
    DURATION_VERBS.has(lemma) &&
    quantities.some((one) => TIME_UNITS.has(one.unit)) &&
    isFigure(tree, draft)
  )
    return 'duration';
  if (measured && quantities.some((one) => !TIME_UNITS.has(one.unit)) && isFigure(tree, draft))
    return 'measured-quantity';
  if (draft.object !== null && draft.objectFrom?.kind === 'predicative' && isRank(draft.object.text))
    return 'rank';
  return null;
}

const DURATION_VERBS: ReadonlySet<string> = new Set(['average', 'be', 'last', 'range', 'take', 'total']);

/** The simple present of what is generally so. */
function isPresentHabit(tree: Tree, { verbs, construction }: Proposition): boolean {
  const outer = verbs[0];
  if (outer === undefined || construction !== 'active') return false;
  return (
    (tree.xpos(outer) === 'VBZ' || tree.xpos(outer) === 'VBP') && !INTERPRETING_VERBS.has(tree.lemma(outer))
  );
}

/** `31 of the 260 sensors`: the subject is headed by its number. */
function subjectCounts(tree: Tree, { subject }: Proposition): boolean {
  return (
    tree.upos(subject.head) === 'NUM' || (tree.has(subject.head, 'nummod') && !tree.has(subject.head, 'det'))
  );
}

const TIME_UNITS: ReadonlySet<string> = new Set(['year', 'month', 'week', 'day', 'hour', 'minute', 'second']);

function isMeasure(tree: Tree, token: number): boolean {
  return tree.upos(token) === 'NOUN' || tree.upos(token) === 'NUM';
}

/** The number is what is said: it counts or measures the object or an argument itself, not a thing inside it. */
function isFigure(tree: Tree, draft: Draft): boolean {
  const { proposition } = draft;
  const heads = new Set(proposition.complements.map(({ phrase }) => phrase.head));
  return proposition.complements.some(({ phrase }) =>
    phrase.tokens.some((token) => {
      if (tree.upos(token) !== 'NUM' && tree.upos(token) !== 'SYM') return false;
      for (let at = token, climb = 0; at >= 0 && climb < 4; at = tree.head(at), climb++) {
        if (heads.has(at)) return true;
        const rel = tree.base(at);
        if (rel !== 'nummod' && rel !== 'compound' && rel !== 'flat' && rel !== 'det')
          return rel === 'nmod' && isOf(tree, at);
      }
      return false;
    }),
  );
}

/** `a total of 30 miners`: the number after `of` still counts the whole. */
function isOf(tree: Tree, token: number): boolean {
  return tree.kids(token).some((kid) => tree.rel(kid) === 'case' && tree.form(kid) === 'of');
}

/** `the world's third-largest producer`, `the second most populous state`. */
function isRank(text: string): boolean {
  // `the first new line since 1974`, `its deadliest year on record`.
  if (
    /\b(?:first|\p{L}{2,12}est|most|least|only)\b.{1,60}\b(?:since|on record|in (?:a|\d{1,4}|more|nearly|almost) )/iu.test(
      text,
    )
  )
    return true;
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
    const named =
      !NAMING.has(lemma) || proposition.complements.length > 1 || / as /.test(draft.object?.text ?? '');
    if (JUDGING.has(lemma) && named && draft.objectFrom?.kind === 'obj' && proposition.verbs.length === 1)
      return 'judging-verb';
    if (lemma === 'do' && head !== undefined && tree.upos(head) !== 'NOUN' && tree.upos(head) !== 'PROPN')
      return 'judging-quantity';
    // `has been even more pronounced`: a participle with a degree is an adjective.
    if (proposition.construction === 'passive' && isGraded(tree, inner)) return 'graded-participle';
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

const JUDGING: ReadonlySet<string> = new Set(
  [...JUDGE_VERBS, ...STANCE_VERBS].filter(
    (verb) => !['attack', 'hold', 'quote', 'see', 'welcome'].includes(verb),
  ),
);

/** `They never called me` judges nobody: these need a second word for what somebody is called. */
const NAMING: ReadonlySet<string> = new Set(['call', 'describe', 'label', 'brand', 'dub', 'term']);

/** `more`, `very`, `so` on a participle without an agent. */
function isGraded(tree: Tree, verb: number): boolean {
  return tree
    .kids(verb)
    .some((kid) => tree.rel(kid) === 'advmod' && /^(less|more|most|quite|so|too|very)$/.test(tree.form(kid)));
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
  const outer = proposition.verbs[0]!;
  if (proposition.construction === 'copula' || proposition.construction === 'existential') {
    // `The last inspection was in May`: a copula with a time alone dates an event.
    const dated =
      proposition.construction === 'copula' &&
      draft.object !== null &&
      proposition.complements.every(
        ({ phrase, prep }) =>
          isDated(tree, phrase.head) || (prep[0] !== undefined && tree.form(prep[0]) === 'according'),
      );
    return dated ? null : 'copula';
  }
  const inner = proposition.verbs.at(-1)!;
  const aux = tree.kids(outer).filter((kid) => tree.base(kid) === 'aux');
  const nowPassive =
    proposition.construction === 'passive' &&
    aux.length > 0 &&
    aux.every((kid) => /^(is|are|'s|'re|am)$/.test(tree.form(kid)));
  if (nowPassive && !proposition.complements.some((one) => one.kind === 'agent')) return 'present-passive';
  const poses = tree.lemma(inner) === 'pose' && draft.objectFrom?.kind !== 'obj';
  if (STATIVE_VERBS.has(tree.lemma(inner)) && proposition.construction === 'active' && !poses)
    return 'stative-verb';
  const present = tree.xpos(outer) === 'VBZ' || tree.xpos(outer) === 'VBP';
  if (present && proposition.construction === 'active' && aux.length === 0) return 'habitual-present';
  return null;
}

/** Words of the calendar: months, days of the week, years. */
export const CALENDAR =
  /^(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec|january|february|march|april|august|september|october|november|december|(?:mon|tues|wednes|thurs|fri|satur|sun)day|(?:1[89]|20)\d\d)\.?$/;

function isDated(tree: Tree, head: number): boolean {
  return (
    CALENDAR.test(tree.form(head)) ||
    tree.kids(head).some((kid) => CALENDAR.test(tree.form(kid)) && tree.rel(kid) !== 'nmod')
  );
}
