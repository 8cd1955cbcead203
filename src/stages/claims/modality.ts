import type { Attribution, Modality } from '../../core/layers.ts';
import type { Span } from '../../core/span.ts';
import { CUE_NOUNS, DENY_VERBS } from '../../lexicon/cue-verbs.ts';
import {
  ALLEGING_ADJECTIVES,
  ALLEGING_REPORTS,
  CONDITIONS,
  HEDGING_ADVERBS,
  HEDGING_MODALS,
  HEDGING_REPORTS,
  PLAN_NOUNS,
  REPORTIVE_ADVERBS,
  UNSUPPORTING_WHEN_NEGATED,
} from '../../lexicon/modality-cues.ts';
import { NEGATIVE_QUANTIFIERS } from '../../lexicon/negation-cues.ts';
import { auxiliariesOf, clauseHeadOf } from './clause.ts';
import { embeddingCue } from './embedding-cue.ts';
import { isAsLongAs } from './filters/unasserted-filters.ts';
import { isNegator } from './polarity.ts';
import type { Proposition } from './proposition.ts';
import type { Tree } from './tree.ts';

export interface FoundModality {
  readonly modality: Modality;
  /** The word that says so; absent for plain assertion. */
  readonly cue?: Span;
  readonly rule: string;
}

/** How the claim is put forward, by the strongest cue that has it in its scope. */
export function modalityOf(
  tree: Tree,
  proposition: Proposition,
  attributions: readonly Attribution[],
): FoundModality {
  const at = (token: number): Span => ({ start: tree.start(token), end: tree.end(token) });
  const found = (modality: Modality, token: number, rule: string): FoundModality => ({
    modality,
    cue: at(token),
    rule,
  });
  const governor = governorOf(tree, proposition);
  if (governor >= 0 && isUnsupported(tree, governor)) return found('denied', governor, 'governing-denial');
  // `denied that X after Y`: the circumstance is not what is denied.
  const denied = isCircumstance(tree, proposition) ? [] : attributions;
  for (const { cue } of denied) {
    const token = cue === null ? -1 : tree.tokens.tokenAt(cue.start);
    if (token >= 0 && token < tree.length && isUnsupported(tree, token))
      return found('denied', token, 'negated-cue');
  }
  const denial = denied.find((one) => one.stance === 'denies');
  if (denial !== undefined) {
    return {
      modality: 'denied',
      rule: 'denying-source',
      ...(denial.cue && { cue: { start: denial.cue.start, end: denial.cue.end } }),
    };
  }
  const report = deniedReport(tree, proposition);
  if (report >= 0) return found('denied', report, 'denied-report');
  const condition = conditionOf(tree, proposition);
  if (condition >= 0) return found('conditional', condition, 'condition');

  const words = adverbsOf(tree, proposition);
  for (const word of words) {
    const form = tree.form(word);
    if (REPORTIVE_ADVERBS.has(form))
      return found(form === 'reportedly' ? 'hedged' : 'alleged', word, 'reportive-adverb');
  }
  const embedded = embeddingCue(tree, proposition);
  if (embedded !== null) return found(embedded.modality, embedded.token, embedded.rule);
  const alleged = allegedArgument(tree, proposition);
  if (alleged >= 0) return found('alleged', alleged, 'alleged-argument');
  for (const word of words)
    if (HEDGING_ADVERBS.has(tree.form(word))) return found('hedged', word, 'hedging-adverb');
  const modal = auxiliaries(tree, proposition).find((token) => HEDGING_MODALS.has(tree.form(token)));
  if (modal !== undefined && !isPastAbility(tree, modal))
    return found('hedged', modal, 'modal-of-possibility');
  const ruledOut = unexcluded(tree, proposition);
  if (ruledOut >= 0) return found('hedged', ruledOut, 'not-ruled-out');
  const result = resultOf(tree, proposition);
  if (result >= 0) {
    const modal = auxiliariesOf(tree, result).find((token) => HEDGING_MODALS.has(tree.form(token)));
    if (modal !== undefined && !isPastAbility(tree, modal))
      return found('hedged', modal, 'modal-of-its-cause');
  }
  const whether = markOf(tree, proposition, 'whether');
  if (whether >= 0) return found('question', whether, 'whether');
  const would = auxiliaries(tree, proposition).find(
    (token) => tree.form(token) === 'would' || tree.form(token) === "'d",
  );
  if (
    would !== undefined &&
    (attributions.length === 0 || hasPerfect(tree, tree.head(would))) &&
    isIrreal(tree, proposition, would)
  ) {
    const plan = hasPerfect(tree, tree.head(would)) ? -1 : planOf(tree, proposition);
    if (plan >= 0) return found('planned', plan, 'under-a-plan');
    return found('hypothetical', would, 'irreal-would');
  }
  const saying = attributions.at(-1)?.cue;
  // `A accused B of fraud`: that A did so is what is told.
  const own = saying && proposition.verbs.some((verb) => tree.start(verb) === saying.start);
  if (saying && !own) {
    const cue = { start: saying.start, end: saying.end };
    if (ALLEGING_REPORTS.has(saying.lemma)) return { modality: 'alleged', cue, rule: 'alleging-report' };
    if (HEDGING_REPORTS.has(saying.lemma)) return { modality: 'hedged', cue, rule: 'hedging-report' };
  }
  // `He claimed that the ballot was stolen`, whoever he is.
  if (governor >= 0 && ALLEGING_REPORTS.has(tree.lemma(governor)))
    return found('alleged', governor, 'alleging-governor');
  return { modality: 'asserted', rule: 'no-cue' };
}

/** `could not be ruled out`: the verb, or -1. */
function unexcluded(tree: Tree, { verbs }: Proposition): number {
  const verb = verbs.at(-1);
  if (
    verb === undefined ||
    tree.lemma(verb) !== 'rule' ||
    !tree.kids(verb).some((kid) => tree.form(kid) === 'out')
  )
    return -1;
  const kids = tree.kids(verb);
  return kids.some((kid) => isNegator(tree, kid)) && kids.some((kid) => HEDGING_MODALS.has(tree.form(kid)))
    ? verb
    : -1;
}

/** `may shut, putting jobs at risk`: the verb that the participle follows from, or -1. */
function resultOf(tree: Tree, { role, head, subjectFrom }: Proposition): number {
  if (role !== 'participle' || subjectFrom !== 'controlled' || tree.xpos(head) !== 'VBG') return -1;
  const above = tree.head(head);
  return above >= 0 && above < head ? clauseHeadOf(tree, above) : -1;
}

/** `whether the council will sue (remains unclear)`: the subordinator, or -1. */
function markOf(tree: Tree, { head, verbs }: Proposition, form: string): number {
  for (const verb of new Set([head, ...verbs])) {
    const mark = tree.kids(verb).find((kid) => tree.rel(kid) === 'mark' && tree.form(kid) === form);
    if (mark !== undefined) return mark;
  }
  return -1;
}

/** The plan that things would be so under, or by: in the claim, or in the sentence before it; -1 where there is none. */
function planOf(tree: Tree, proposition: Proposition): number {
  if (PLAN_NOUNS.has(tree.lemma(proposition.subject.head))) return proposition.subject.head;
  const sentence = tree.sentenceOf(proposition.head);
  for (const at of sentence > 0 ? [sentence, sentence - 1] : [sentence]) {
    const first = tree.tokens.first(at);
    let would = at === sentence;
    let plan = -1;
    for (let token = first; token < tree.tokens.end(at); token++) {
      const form = tree.form(token);
      if (form === 'would') would = true;
      // `under the new plan`, within a few words
      if (form !== 'under') continue;
      for (let near = token + 1; near < Math.min(token + 6, tree.tokens.end(at)); near++)
        if (PLAN_NOUNS.has(tree.lemma(near))) plan = near;
    }
    if (would && plan >= 0) return plan;
  }
  return -1;
}

/** The claim stands in an adverbial clause (`after inspectors found it`), not in the content itself. */
function isCircumstance(tree: Tree, proposition: Proposition): boolean {
  if (proposition.role === 'participle') return false;
  let top = clauseHeadOf(tree, proposition.head);
  while (tree.base(top) === 'conj' && tree.head(top) >= 0) top = clauseHeadOf(tree, tree.head(top));
  return tree.base(top) === 'advcl';
}

/** The verb whose content clause or gerund the claim is, or -1: `said that`, `ruled out joining`. */
function governorOf(tree: Tree, proposition: Proposition): number {
  if (proposition.role === 'participle') {
    const above = tree.head(proposition.head);
    return above >= 0 && above < proposition.head && isDenying(tree, above) ? above : -1;
  }
  let top = clauseHeadOf(tree, proposition.head);
  while (tree.base(top) === 'conj' && tree.head(top) >= 0) top = clauseHeadOf(tree, tree.head(top));
  return tree.base(top) === 'ccomp' ? tree.head(top) : -1;
}

/** The verb denies what it governs, or is negated and of a kind that then leaves it unsupported. */
function isUnsupported(tree: Tree, verb: number): boolean {
  const negated = tree.kids(verb).some((kid) => isNegator(tree, kid) || isNobody(tree, kid));
  return isDenying(tree, verb) ? !negated : negated && UNSUPPORTING_WHEN_NEGATED.has(tree.lemma(verb));
}

function isNobody(tree: Tree, kid: number): boolean {
  if (tree.base(kid) !== 'nsubj') return false;
  if (NEGATIVE_QUANTIFIERS.has(tree.form(kid))) return true;
  return tree.kids(kid).some((word) => tree.rel(word) === 'det' && NEGATIVE_QUANTIFIERS.has(tree.form(word)));
}

const DENYING: ReadonlySet<string> = new Set(DENY_VERBS);

function isDenying(tree: Tree, verb: number): boolean {
  if (DENYING.has(tree.lemma(verb))) return true;
  return tree.lemma(verb) === 'rule' && tree.kids(verb).some((kid) => tree.form(kid) === 'out');
}

/** `retracted a report that`, `rejected the claim that`: the verb that takes back what the clause says, or -1. */
function deniedReport(tree: Tree, proposition: Proposition): number {
  if (proposition.role !== 'complement' && proposition.role !== 'relative') return -1;
  const noun = tree.head(clauseHeadOf(tree, proposition.head));
  if (noun < 0 || !REPORT_NOUNS.has(tree.lemma(noun))) return -1;
  const verb = tree.head(noun);
  if (verb < 0 || (tree.base(noun) !== 'obj' && tree.rel(noun) !== 'nsubj:pass')) return -1;
  return RETRACTING.has(tree.lemma(verb)) ? verb : -1;
}

const REPORT_NOUNS: ReadonlySet<string> = new Set(CUE_NOUNS);
const RETRACTING: ReadonlySet<string> = new Set([...DENY_VERBS, 'quash', 'recant', 'retract', 'withdraw']);

/** `if` of a conditional clause that hangs on the claim's clause. */
function conditionOf(tree: Tree, proposition: Proposition): number {
  for (const verb of proposition.verbs) {
    for (const kid of tree.kids(verb)) {
      if (tree.base(kid) !== 'advcl') continue;
      if (isAsLongAs(tree, kid)) return kid;
      const mark = tree
        .kids(kid)
        .find((word) => tree.rel(word) === 'mark' && CONDITIONS.has(tree.form(word)));
      if (mark === undefined) continue;
      const before = mark - 1;
      // `even if` and `as if` state no condition; `as` before the mark compares.
      if (before >= 0 && (tree.form(before) === 'as' || tree.form(before) === 'even')) continue;
      return mark;
    }
  }
  return -1;
}

function adverbsOf(tree: Tree, proposition: Proposition): number[] {
  const out: number[] = [];
  for (const verb of proposition.verbs) {
    for (const kid of tree.kids(verb)) if (tree.rel(kid) === 'advmod') out.push(kid);
  }
  return out;
}

function auxiliaries(tree: Tree, proposition: Proposition): number[] {
  return proposition.verbs.flatMap((verb) => auxiliariesOf(tree, verb));
}

/** An `alleged` directly on the head of the subject or object. */
function allegedArgument(tree: Tree, proposition: Proposition): number {
  const heads = [proposition.subject.head];
  for (const { kind, phrase } of proposition.complements) {
    if (kind === 'obj' || kind === 'predicative') heads.push(phrase.head);
  }
  for (const head of heads) {
    for (const kid of tree.kids(head)) {
      if (kid < head && tree.rel(kid) === 'amod' && ALLEGING_ADJECTIVES.has(tree.form(kid))) return kid;
    }
  }
  return -1;
}

/** `could see`, `could not stop` of the past tell what was so; with `have` they do not. */
function isPastAbility(tree: Tree, modal: number): boolean {
  if (tree.form(modal) !== 'could') return false;
  const verb = tree.head(modal);
  return (
    tree.kids(verb).some((kid) => tree.form(kid) === 'not' || tree.form(kid) === "n't") &&
    !hasPerfect(tree, verb)
  );
}

function hasPerfect(tree: Tree, verb: number): boolean {
  return tree.kids(verb).some((kid) => tree.rel(kid) === 'aux' && tree.form(kid) === 'have');
}

function isIrreal(tree: Tree, proposition: Proposition, would: number): boolean {
  if (tree.form(would) === 'would') return true;
  return proposition.verbs.some((verb) => tree.xpos(verb) === 'VB');
}
