import { IRREGULAR_VERBS } from '../../lexicon/irregular-verbs.ts';
import { FUTURE_MODALS } from '../../lexicon/modality-cues.ts';
import { auxiliariesOf, clauseHeadOf } from './clause.ts';
import { isNegator } from './polarity.ts';
import type { Proposition } from './proposition.ts';
import type { Tree } from './tree.ts';

/** What makes a participle or a conjunct without auxiliary the verb of a sentence of its own. */
export interface FiniteForm {
  /** Words before the predicate, or null. */
  readonly auxiliary: string | null;
  /** What the participle itself becomes (`killing` -> `killed`), or null. */
  readonly verb: { readonly token: number; readonly to: string } | null;
}

const AS_IT_IS: FiniteForm = { auxiliary: null, verb: null };
const PAST_OF: ReadonlyMap<string, string> = new Map(
  IRREGULAR_VERBS.map(([base, past]) => [base, past.split('/')[0]!]),
);
/** Their participle says no event: `The firm was owning` is no English, and `lie` has two pasts. */
const UNSAFE: ReadonlySet<string> = new Set(['be', 'lie']);

/**
 * The tensed form of the proposition's verb: the auxiliary that a conjunct shares, `was` for a passive participle, and for
 * an active one the tense of the clause above it (`struck the coast, killing 17` -> `killed`; `will close, leaving` ->
 * `will leave`; `opens, leaving` -> `is leaving`).
 */
export function finiteForm(text: string, tree: Tree, proposition: Proposition, plural: boolean): FiniteForm {
  const verb = proposition.verbs[0]!;
  const tag = tree.xpos(verb);
  const shared = auxiliariesOf(tree, verb);
  if (shared.length > 0 && tree.head(shared[0]!) !== verb) {
    const words = shared.map((token) =>
      text
        .slice(tree.start(token), tree.end(token))
        .replace(/^['’]ll$/u, 'will')
        .replace(/^wo$/u, 'will'),
    );
    return { auxiliary: words.join(' '), verb: null };
  }
  if (tag !== 'VBG' && !(tag === 'VBN' && proposition.construction === 'passive')) return AS_IT_IS;
  if (tree.has(verb, 'aux', 'aux:pass', 'cop')) return AS_IT_IS;
  if (tag === 'VBN') return { auxiliary: plural ? 'were' : 'was', verb: null };
  const above = governing(tree, verb);
  const auxiliaries = above < 0 ? [] : auxiliariesOf(tree, above).map((token) => tree.form(token));
  const modal = auxiliaries.find(
    (form) => FUTURE_MODALS.has(form) || /^(?:would|could|may|might)$/.test(form),
  );
  const lemma = tree.lemma(verb);
  const plain = !UNSAFE.has(lemma) && !tree.kids(verb).some((kid) => isNegator(tree, kid));
  if (modal !== undefined && plain)
    return { auxiliary: modal.replace(/^['’]ll$/u, 'will'), verb: { token: verb, to: lemma } };
  const present =
    above >= 0 &&
    (tree.xpos(above) === 'VBZ' ||
      tree.xpos(above) === 'VBP' ||
      (auxiliaries.length > 0 && /^(?:is|are|'s|'re)$/.test(auxiliaries[0]!)));
  if (present) return { auxiliary: plural ? 'are' : 'is', verb: null };
  if (plain) return { auxiliary: null, verb: { token: verb, to: pastOf(lemma, tree.form(verb)) } };
  return { auxiliary: plural ? 'were' : 'was', verb: null };
}

/** The nearest clause above that is no participle itself. */
function governing(tree: Tree, verb: number): number {
  let at = tree.head(verb);
  for (let climb = 0; at >= 0 && climb < 8; climb++) {
    at = clauseHeadOf(tree, at);
    if (tree.xpos(at) !== 'VBG' || tree.has(at, 'aux')) return at;
    at = tree.head(at);
  }
  return at;
}

/** The simple past of a verb from its `-ing` form: `carrying` -> `carried`, `stopping` -> `stopped`, `leaving` -> `left`. */
function pastOf(lemma: string, gerund: string): string {
  const irregular = PAST_OF.get(lemma);
  if (irregular !== undefined) return irregular;
  const stem = gerund.replace(/ing$/, '');
  if (lemma.endsWith('e')) return `${lemma}d`;
  return /[^aeiou]y$/.test(stem) ? `${stem.slice(0, -1)}ied` : `${stem}ed`;
}
