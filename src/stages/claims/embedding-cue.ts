import type { Modality } from '../../core/layers.ts';
import {
  AHEAD_PARTICIPLES,
  ALLEGING_PARTICIPLES,
  HEDGING_ADJECTIVES,
  HEDGING_PARTICIPLES,
  HEDGING_VERBS,
  PLANNING_PARTICIPLES,
  PLANNING_VERBS,
} from '../../lexicon/modality-cues.ts';
import { NEGATIVE_QUANTIFIERS } from '../../lexicon/negation-cues.ts';
import { accusationAbove, clauseAbove, clauseHeadOf } from './clause.ts';
import { isNegator } from './polarity.ts';
import type { Proposition } from './proposition.ts';
import type { Tree } from './tree.ts';

/** A word that weakens or puts off what it embeds. */
export interface EmbeddingCue {
  readonly modality: Modality;
  readonly token: number;
  readonly rule: string;
}

/** Verbs, participles and adjectives above the claim's innermost verb. */
export function embeddingCue(tree: Tree, proposition: Proposition): EmbeddingCue | null {
  const { verbs } = proposition;
  const open = proposition.complements.some((one) => one.kind === 'clause');
  for (const [level, verb] of verbs.entries()) {
    const embeds = level < verbs.length - 1 || open;
    if (!embeds && !hasGerundObject(tree, verb)) continue;
    const lemma = tree.lemma(verb);
    const passive = tree.has(verb, 'aux:pass', 'nsubj:pass');
    // That somebody was charged, or was not accused, is a fact of its own.
    const fact =
      CHARGING.has(lemma) ||
      tree.kids(verb).some((kid) => isNegator(tree, kid)) ||
      isNobody(tree, proposition);
    if (passive && ALLEGING_PARTICIPLES.has(lemma) && !(fact && ACCUSING.has(lemma)))
      return { modality: 'alleged', token: verb, rule: 'alleging-participle' };
    if (passive && HEDGING_PARTICIPLES.has(lemma) && !isReportedMissing(tree, proposition, level))
      return { modality: 'hedged', token: verb, rule: 'hedging-participle' };
    if ((passive || tree.has(verb, 'cop')) && PLANNING_PARTICIPLES.has(lemma)) {
      return { modality: 'planned', token: verb, rule: 'planning-participle' };
    }
    if (!passive && embeds && HEDGING_VERBS.has(lemma))
      return { modality: 'hedged', token: verb, rule: 'hedging-verb' };
    if (!passive && embeds && PLANNING_VERBS.has(lemma) && !isPastWish(tree, verb))
      return { modality: 'planned', token: verb, rule: 'planning-verb' };
    if (tree.has(verb, 'cop') && HEDGING_ADJECTIVES.has(lemma))
      return { modality: 'hedged', token: verb, rule: 'hedging-adjective' };
  }
  const to = infinitiveOfBe(tree, proposition);
  if (to >= 0) return { modality: 'planned', token: to, rule: 'is-to' };
  const ahead = aheadOf(tree, proposition);
  if (ahead >= 0) return { modality: 'planned', token: ahead, rule: 'ahead' };
  const charge = accusationAbove(tree, clauseHeadOf(tree, proposition.head));
  if (charge >= 0) return { modality: 'alleged', token: charge, rule: 'accusation' };
  // `It appears that`, `it is possible that`: the cue stands in the clause above.
  if (proposition.role === 'complement') {
    const above = clauseAbove(tree, clauseHeadOf(tree, proposition.head));
    if (above >= 0 && isImpersonal(tree, above)) {
      const lemma = tree.lemma(above);
      if (HEDGING_VERBS.has(lemma)) return { modality: 'hedged', token: above, rule: 'impersonal-hedge' };
      if (HEDGING_ADJECTIVES.has(lemma))
        return { modality: 'hedged', token: above, rule: 'impersonal-hedge' };
      if (tree.has(above, 'aux:pass', 'nsubj:pass', 'expl')) {
        if (ALLEGING_PARTICIPLES.has(lemma))
          return { modality: 'alleged', token: above, rule: 'impersonal-allegation' };
        if (HEDGING_PARTICIPLES.has(lemma))
          return { modality: 'hedged', token: above, rule: 'impersonal-hedge' };
      }
    }
  }
  return null;
}

/** Verbs whose passive tells what was done to somebody. */
const CHARGING: ReadonlySet<string> = new Set(['charge', 'indict']);
const ACCUSING: ReadonlySet<string> = new Set(['accuse', 'charge', 'indict', 'suspect']);

/** `Neither man has been accused`. */
function isNobody(tree: Tree, { subject }: Proposition): boolean {
  return [subject.head, ...tree.kids(subject.head)].some((token) =>
    NEGATIVE_QUANTIFIERS.has(tree.form(token)),
  );
}

/** `was reported missing`, `was reported stolen`: somebody did report it; `is reported to be` hedges. */
function isReportedMissing(tree: Tree, { verbs }: Proposition, level: number): boolean {
  if (tree.lemma(verbs[level]!) !== 'report') return false;
  const next = verbs[level + 1];
  return next === undefined || !tree.kids(next).some((kid) => tree.form(kid) === 'to');
}

/** The `to` of `is to close`, `are to be sworn in`, or -1; of `has to` and `is yet to` not. */
function infinitiveOfBe(tree: Tree, { verbs }: Proposition): number {
  for (const verb of verbs) {
    for (const kid of tree.kids(verb)) {
      if (kid > verb || tree.form(kid) !== 'to' || !/^(?:aux|mark)$/.test(tree.rel(kid))) continue;
      const before = kid - 1;
      if (before < 0 || !/^(?:am|are|is|was|were|'re|'s)$/.test(tree.form(before))) continue;
      if (tree.head(before) === verb) return kid;
    }
  }
  return -1;
}

/** `is planned for May`, `is due in court on Friday`, `is set for July 22`, or -1. */
function aheadOf(tree: Tree, { verbs, head, role }: Proposition): number {
  for (const verb of new Set([head, ...verbs])) {
    const present = tree.kids(verb).find((kid) => /^(?:aux|cop)/.test(tree.rel(kid)));
    const lemma = tree.lemma(verb);
    const prepositional = tree.kids(verb).some((kid) => tree.base(kid) === 'obl');
    if (lemma === 'set' && present !== undefined && /^(?:is|are)$/.test(tree.form(present)) && prepositional)
      return verb;
    // `due` taken for a preposition, as in `due to rain` it is
    const due = tree.kids(verb).find((kid) => tree.form(kid) === 'due' && tree.rel(kid) === 'case');
    if (due !== undefined && present === due - 1 && tree.form(due + 1) !== 'to') return due;
    if (!AHEAD_PARTICIPLES.has(lemma) || tree.xpos(verb) === 'VBG') continue;
    if (
      present !== undefined
        ? tree.lemma(present) === 'be'
        : role === 'participle' && /^(?:plan|schedule|slate)$/.test(lemma)
    )
      return verb;
  }
  return -1;
}

/** `wanted to be a doctor`, `had planned to sell`: what somebody once meant to do is told as such. */
function isPastWish(tree: Tree, verb: number): boolean {
  if (tree.kids(verb).some((kid) => tree.rel(kid) === 'aux' && tree.form(kid) === 'had')) return true;
  return tree.lemma(verb) === 'want' && tree.xpos(verb) === 'VBD';
}

/** `accused of stealing`, `charged with killing`. */
function hasGerundObject(tree: Tree, verb: number): boolean {
  return tree.kids(verb).some((kid) => {
    const rel = tree.base(kid);
    if (rel === 'advcl')
      return tree.kids(kid).some((word) => word < kid && /^(of|with|over)$/.test(tree.form(word)));
    return rel === 'obl' && ALLEGING_PARTICIPLES.has(tree.lemma(verb)) && tree.has(kid, 'case');
  });
}

function isImpersonal(tree: Tree, clause: number): boolean {
  return tree
    .kids(clause)
    .some((kid) => tree.form(kid) === 'it' && (tree.rel(kid) === 'expl' || tree.base(kid) === 'nsubj'));
}
