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
  if (tree.has(verb, 'aux', 'aux:pass', 'cop')) return AS_IT_IS;
  if (isElidedPassive(tree, proposition)) return { auxiliary: plural ? 'were' : 'was', verb: null };
  // A past tense that modifies a noun is a participle: `The satellite, called Lumen, fell`.
  const reduced = proposition.role === 'participle' && tree.rel(verb) === 'acl';
  const passive =
    tag === 'VBN' ? reduced || proposition.construction === 'passive' : tag === 'VBD' && reduced;
  if (tag !== 'VBG' && !passive) return AS_IT_IS;
  const above = governing(tree, verb);
  const auxiliaries = above < 0 ? [] : auxiliariesOf(tree, above).map((token) => tree.form(token));
  const modal = auxiliaries.find(
    (form) => FUTURE_MODALS.has(form) || /^(?:would|could|may|might)$/.test(form),
  );
  const lemma = tree.lemma(verb);
  if (passive) {
    if (LASTING.has(lemma)) return { auxiliary: plural ? 'are' : 'is', verb: null };
    return { auxiliary: plural ? 'were' : 'was', verb: null };
  }
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

/** Participles of where something has its place. */
const LASTING: ReadonlySet<string> = new Set(['base', 'headquarter', 'locate', 'situate']);

/** `was elected in 2014 and re-elected in 2018`, `was shot and killed`: the second of two passives, which the tagger took for a past tense. */
function isElidedPassive(tree: Tree, { verbs, role, complements, subjectFrom }: Proposition): boolean {
  const verb = verbs[0]!;
  if (role !== 'conjunct' || subjectFrom === 'own' || !/^VB[DN]$/.test(tree.xpos(verb)) || verbs.length > 1)
    return false;
  const above = tree.head(verb);
  if (above < 0 || !tree.has(above, 'aux:pass') || tree.rel(verb) !== 'conj') return false;
  if (complements.some(({ kind }) => kind === 'obj' || kind === 'clause' || kind === 'predicative'))
    return false;
  return (
    TAKES_OBJECT.has(tree.lemma(verb).replace(/^re-?(?=\w{4})/, '')) || TAKES_OBJECT.has(tree.lemma(verb))
  );
}

/** Verbs that say nothing without an object: with neither, they are passive. */
const TAKES_OBJECT: ReadonlySet<string> = new Set(
  `abandon acquit appoint arrest attack award ban bar book bury buy call cancel capture cast charge close convict cut damage deport describe destroy
  detain discharge dismiss elect evacuate examine execute expel extradite find fine flog force free give handcuff hang hire hit hold hospitalise
  hospitalize impose imprison indict injure interview jail kidnap kill loot make move name nominate order oust place promote publish question raid
  rape release replace rescue rob sack search seize sell send sentence shoot stab steal strip suspend take throw torture treat
  wound`.split(/\s+/),
);

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
