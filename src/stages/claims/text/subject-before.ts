import { FEMALE_NOUNS, MALE_NOUNS, ROLE_NOUNS } from '../../../lexicon/person-nouns.ts';
import { PERSON_NOUNS } from '../../../lexicon/source-nouns.ts';
import { type ClaimContext, mentionsIn } from '../context.ts';
import { nounPhrase } from '../phrase.ts';
import type { Tree } from '../tree.ts';

const PERSONS: ReadonlySet<string> = new Set([
  ...PERSON_NOUNS,
  ...ROLE_NOUNS,
  ...MALE_NOUNS,
  ...FEMALE_NOUNS,
  ...'author buyer caller candidate client customer doctor driver expert lawyer owner passenger patient player rider seller speaker striker substitute suspect user victim visitor winner witness worker writer'.split(
    ' ',
  ),
]);

/** At most so many words, so that the text stays readable. */
const LONGEST = 7;
/** How far a chain of sentences that begin with `It` is followed. */
const MAX_CHAIN = 3;

const NUMBER: Readonly<Record<string, 'it' | 'they'>> = { it: 'it', its: 'it', they: 'they', their: 'they' };

/**
 * What `It`, `Its`, `They` or `Their` at the head of a sentence stands for: the subject of the sentence before, in the same paragraph, where
 * nothing else there could be meant: `The satellite was launched in June. It stopped sending.` Null where it is not plain: after an
 * object of the same number, of a person, before `that` or `to` (`It is clear that`), for a whole event (`It was a victory`).
 *
 * @param token the pronoun
 */
export function subjectBefore(context: ClaimContext, token: number, chain = 0): string | null {
  const { tree, sentences } = context;
  const word = tree.form(token);
  const form = Object.hasOwn(NUMBER, word) ? NUMBER[word]! : null;
  if (form === null || chain > MAX_CHAIN) return null;
  const sentence = tree.sentenceOf(token);
  if (sentence === 0 || tree.tokens.first(sentence) !== token) return null;
  if (sentences[sentence]!.block !== sentences[sentence - 1]!.block) return null;
  if (word === 'it' && !isReferential(tree, token)) return null;
  const root = rootOf(tree, sentence - 1);
  const subject = root < 0 ? -1 : tree.child(root, 'nsubj', 'nsubj:pass');
  if (subject < 0 || subject > root) return null;
  if (tree.form(subject) === form) return subjectBefore(context, subject, chain + 1);
  return fits(context, subject, form) && !hasRival(context, root, form) ? phraseOf(context, subject) : null;
}

/** `It` is the subject of a verb, or of an adjective without a clause to it. */
function isReferential(tree: Tree, token: number): boolean {
  if (!/^nsubj/.test(tree.rel(token))) return false;
  const head = tree.head(token);
  if (tree.has(head, 'csubj', 'csubj:pass', 'ccomp', 'expl')) return false;
  if (tree.upos(head) === 'VERB') return !IMPERSONAL.has(tree.lemma(head));
  return tree.upos(head) === 'ADJ' && !tree.has(head, 'xcomp', 'advcl', 'obl');
}

const IMPERSONAL: ReadonlySet<string> = new Set(
  'appear become come follow happen matter mean occur rain remain seem snow take turn'.split(' '),
);

function rootOf(tree: Tree, sentence: number): number {
  for (let at = tree.tokens.first(sentence); at < tree.tokens.end(sentence); at++)
    if (tree.rel(at) === 'root') return at;
  return -1;
}

/** The noun has the pronoun's number and is nobody, for `it`. */
function fits(context: ClaimContext, noun: number, form: string): boolean {
  const { tree } = context;
  const tag = tree.xpos(noun);
  const several = tree.children(noun, 'conj').length > 0;
  if (form === 'they') return tag === 'NNS' || (several && tree.upos(noun) !== 'PRON');
  if (several || (tag !== 'NN' && tag !== 'NNP')) return false;
  if (PERSONS.has(tree.lemma(noun))) return false;
  return !namesPerson(context, noun);
}

function namesPerson(context: ClaimContext, token: number): boolean {
  const { tree, entities } = context;
  const span = { start: tree.start(tree.leftEdge(token)), end: tree.end(token) };
  return mentionsIn(context, span).some(
    ({ entity, end }) => end === span.end && entities[entity]!.type === 'PERSON',
  );
}

/** Another noun of the clause, or the subject of what it says, that the pronoun could stand for. */
function hasRival(context: ClaimContext, root: number, form: string): boolean {
  const { tree } = context;
  const said = tree.children(root, 'ccomp').flatMap((clause) => tree.children(clause, 'nsubj', 'nsubj:pass'));
  return [...tree.children(root, 'obj', 'iobj'), ...said].some((noun) => fits(context, noun, form));
}

/** The subject's words, `a` made `the`; null where they are long or hold a pronoun. */
function phraseOf({ tree, text }: ClaimContext, noun: number): string | null {
  const whole = nounPhrase(tree, noun).tokens;
  const first = whole[0]!;
  // `The operator, De Lijn`
  const comma = whole.findIndex((token) => token > noun && tree.form(token) === ',');
  const tokens = comma < 0 ? whole : whole.slice(0, comma);
  const last = tokens.at(-1)!;
  if (last - first + 1 !== tokens.length || tokens.length > LONGEST) return null;
  if (tokens.some((token) => tree.upos(token) === 'PRON' || tree.isRelativePronoun(token))) return null;
  if (tokens.some((token) => /^(?:no|few|neither|none|any|every|each)$/.test(tree.form(token)))) return null;
  const words = text.slice(tree.start(first), tree.end(last)).replace(/\s+/gu, ' ');
  return words.replace(/^an? /i, 'the ');
}
