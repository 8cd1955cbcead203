import { DEPREL, DEPREL_CODE, UPOS_CODE, XPOS_CODE } from '../src/core/labels.ts';
import type { TreebankSentence } from './conllu.ts';
import { randomSource } from './random.ts';

// Treebanks hold little of what agencies write. These variants of treebank sentences bring their constructions, with the
// annotation that the treebanks give them where they do occur.

/** A word of a tree that is being changed. */
interface Word {
  form: string;
  readonly lemma: string;
  readonly upos: number;
  readonly xpos: number;
  head: Word | null;
  readonly deprel: number;
}

type Words = readonly Word[];

const SPEECH: ReadonlySet<string> = new Set(
  'acknowledge add admit announce argue claim conclude confirm estimate explain insist note report reveal say show suggest tell think believe warn write'.split(
    ' ',
  ),
);
const CLAUSE_SUBJECTS: ReadonlySet<number> = new Set([
  DEPREL_CODE.nsubj,
  DEPREL_CODE['nsubj:pass'],
  DEPREL_CODE.csubj,
  DEPREL_CODE.expl,
]);

/**
 * Variants of sentences as news agencies write them: speech behind what is said ("The bank will act, the minister said."),
 * appositions and relative clauses between subject and verb, taken from other sentences, and datelines.
 */
export function newswireVariants(sentences: readonly TreebankSentence[], seed: number): TreebankSentence[] {
  const random = randomSource(seed);
  const inserts = sentences.flatMap((sentence) => insertsOf(wordsOf(sentence)));
  const variants: (Words | null)[] = [];
  for (const sentence of sentences) {
    variants.push(speechBehind(wordsOf(sentence)));
    if (inserts.length > 0 && random() < INSERT_SHARE)
      variants.push(withInsert(wordsOf(sentence), inserts[Math.floor(random() * inserts.length)]!));
    if (random() < DATELINE_SHARE) variants.push(withDateline(wordsOf(sentence), random));
  }
  return variants.filter((words) => words !== null).map(sentenceOf);
}

/** Shares of the sentences that are tried with an insert, or with a dateline. */
const INSERT_SHARE = 0.4;
const DATELINE_SHARE = 0.04;

/** "X said (that) CLAUSE." as "CLAUSE, X said.", the verb of speech still the root (as both treebanks have it). */
function speechBehind(tree: Words): Words | null {
  const root = rootOf(tree);
  if (!SPEECH.has(root.lemma)) return null;
  const clause = tree.find((word) => word.head === root && base(word) === 'ccomp');
  const last = tree[tree.length - 1]!;
  if (clause === undefined || last.form !== '.' || last.head !== root) return null;
  const inClause = (word: Word): boolean => isUnder(word, clause);
  const first = tree.findIndex(inClause);
  // the clause reaches to the end, and speaker and verb stand before it, without other punctuation
  if (first < 2 || !tree.slice(first, -1).every(inClause) || tree.slice(0, first).some(inClause)) return null;
  const speech = tree.slice(0, first);
  if (speech.some((word) => word.upos === UPOS_CODE.PUNCT || word.upos === UPOS_CODE.CCONJ)) return null;
  if (!speech.some((word) => word.head === root && CLAUSE_SUBJECTS.has(word.deprel))) return null;
  const said = tree
    .slice(first, -1)
    .filter((word) => !(word.head === clause && word.lemma === 'that' && base(word) === 'mark'));
  if (said.length < 3 || !said.some((word) => word.head === clause && CLAUSE_SUBJECTS.has(word.deprel)))
    return null;
  const comma = punctuation(',', XPOS_CODE[','], root);
  capitalise(said[0]!);
  decapitalise(speech[0]!);
  return [...said, comma, ...speech, last];
}

/** An apposition or relative clause between commas, and what it hangs on. */
interface Insert {
  readonly words: Words;
  readonly head: Word;
}

/** Appositions and relative clauses that stand behind a proper name, between commas, and are whole. */
function insertsOf(tree: Words): Insert[] {
  return tree.flatMap((head, at): Insert[] => {
    const relation = DEPREL[head.deprel];
    if (relation !== 'appos' && relation !== 'acl:relcl') return [];
    if (head.head === null || head.head.upos !== UPOS_CODE.PROPN || tree.indexOf(head.head) > at) return [];
    const under = tree.map((word) => isUnder(word, head));
    const first = under.indexOf(true);
    const last = under.lastIndexOf(true);
    const words = tree.slice(first, last + 1).filter((_, i) => i > 0 || tree[first]!.form !== ',');
    const opened = tree[first]!.form === ',' || tree[first - 1]?.form === ',';
    const closed = tree[last]!.form === ',' ? tree[last] : tree[last + 1];
    if (!under.slice(first, last + 1).every(Boolean) || !opened || closed?.form !== ',') return [];
    const inner = words[words.length - 1]!.form === ',' ? words.slice(0, -1) : words;
    if (inner.some((word) => word !== head && !inner.includes(word.head!))) return [];
    if (inner.length < 3 || inner.length > 14 || inner[0]!.upos === UPOS_CODE.PUNCT) return [];
    // "who", not "whose" or "where", and with a verb of its own
    if (relation === 'acl:relcl' && (inner[0]!.lemma !== 'who' || head.upos !== UPOS_CODE.VERB)) return [];
    return [{ words: inner, head }];
  });
}

/** The insert behind a subject that is a proper name and that its verb follows. */
function withInsert(tree: Words, { words, head }: Insert): Words | null {
  const root = rootOf(tree);
  if (root.upos !== UPOS_CODE.VERB) return null;
  const subject = tree.find((word) => word.head === root && word.deprel === DEPREL_CODE.nsubj);
  if (subject === undefined || subject.upos !== UPOS_CODE.PROPN) return null;
  const under = tree.map((word) => isUnder(word, subject));
  const first = under.indexOf(true);
  const last = under.lastIndexOf(true);
  const next = tree[last + 1];
  if (!under.slice(first, last + 1).every(Boolean) || tree.indexOf(root) < last) return null;
  if (next === undefined || next.upos === UPOS_CODE.PUNCT || next.upos === UPOS_CODE.CCONJ) return null;
  // a name alone: nothing hangs on it that already explains it
  if (
    tree.some((word) => word.head === subject && /^(?:appos|acl|conj|parataxis)/.test(DEPREL[word.deprel]!))
  )
    return null;
  const copies = new Map(words.map((word) => [word, { ...word }]));
  for (const [word, copy] of copies) copy.head = word === head ? subject : copies.get(word.head!)!;
  const commas = [0, 1].map(() => punctuation(',', XPOS_CODE[','], copies.get(head)!));
  return [...tree.slice(0, last + 1), commas[0]!, ...copies.values(), commas[1]!, ...tree.slice(last + 1)];
}

const PLACES =
  'Accra Ankara Athens Beijing Berlin Bogota Brussels Cairo Delhi Dublin Geneva Hanoi Jakarta Kyiv Lagos Lima Lisbon London Madrid Manila Moscow Nairobi Oslo Paris Prague Quito Rome Seoul Sydney Tokyo Tunis Vienna Warsaw Washington'.split(
    ' ',
  );
const MONTHS = 'Jan Feb March April May June July Aug Sept Oct Nov Dec'.split(' ');
const AGENCIES = ['AP', 'Reuters', 'AFP', 'UPI', 'Bloomberg', 'Xinhua', 'TASS', 'ANSA'];

/** "LIMA, Nov 12 (AFP) - " before a sentence: no part of its clause, so the place hangs on the root as a parataxis. */
function withDateline(tree: Words, random: () => number): Words | null {
  const root = rootOf(tree);
  const [first] = tree;
  if (root.upos !== UPOS_CODE.VERB || tree.length < 8 || !/^\p{Lu}/u.test(first!.form)) return null;
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)]!;
  const form = pick(PLACES);
  const word = (form: string, upos: number, xpos: number, head: Word, deprel: number): Word => ({
    ...{ form, lemma: form, upos, xpos, head, deprel },
  });
  const { PROPN, NUM } = UPOS_CODE;
  const place = word(
    random() < 0.7 ? form.toUpperCase() : form,
    PROPN,
    XPOS_CODE.NNP,
    root,
    DEPREL_CODE.parataxis,
  );
  const line: Word[] = [place];
  if (random() < 0.6) {
    const month = word(pick(MONTHS), PROPN, XPOS_CODE.NNP, place, DEPREL_CODE.list);
    const day = word(String(1 + Math.floor(random() * 30)), NUM, XPOS_CODE.CD, month, DEPREL_CODE.nummod);
    line.push(punctuation(',', XPOS_CODE[','], month), month, day);
  }
  if (random() < 0.6) {
    const agency = word(pick(AGENCIES), PROPN, XPOS_CODE.NNP, place, DEPREL_CODE.list);
    line.push(
      punctuation('(', XPOS_CODE['-LRB-'], agency),
      agency,
      punctuation(')', XPOS_CODE['-RRB-'], agency),
    );
  }
  line.push(punctuation(pick(['-', '--', '—', '–']), XPOS_CODE[':'], place));
  return [...line, ...tree];
}

function punctuation(form: string, xpos: number, head: Word): Word {
  return { form, lemma: form, upos: UPOS_CODE.PUNCT, xpos, head, deprel: DEPREL_CODE.punct };
}

function base(word: Word): string {
  return DEPREL[word.deprel]!.split(':')[0]!;
}

function rootOf(tree: Words): Word {
  return tree.find((word) => word.head === null)!;
}

function isUnder(word: Word, top: Word): boolean {
  for (let at: Word | null = word; at !== null; at = at.head) if (at === top) return true;
  return false;
}

function capitalise(word: Word): void {
  word.form = word.form.charAt(0).toUpperCase() + word.form.slice(1);
}

/** A word that opened its sentence, inside one: names and "I" keep their capital. */
function decapitalise(word: Word): void {
  if (word.upos === UPOS_CODE.PROPN || word.form === 'I' || /^\p{Lu}{2}/u.test(word.form)) return;
  word.form = word.form.charAt(0).toLowerCase() + word.form.slice(1);
}

function wordsOf({ forms, lemmas, upos, xpos, heads, deprels }: TreebankSentence): Words {
  const words = forms.map(
    (form, i): Word => ({
      ...{ form, lemma: lemmas[i]!, upos: upos[i]!, xpos: xpos[i]!, head: null, deprel: deprels[i]! },
    }),
  );
  words.forEach((word, i) => {
    word.head = words[heads[i]!] ?? null;
  });
  return words;
}

function sentenceOf(tree: Words): TreebankSentence {
  const places = new Map(tree.map((word, i) => [word, i]));
  return {
    ...{ doc: '', genre: '', text: '', offsets: null },
    forms: tree.map(({ form }) => form),
    lemmas: tree.map(({ lemma }) => lemma),
    upos: Uint8Array.from(tree, ({ upos }) => upos),
    xpos: Uint8Array.from(tree, ({ xpos }) => xpos),
    heads: Int32Array.from(tree, ({ head }) => (head === null ? tree.length : places.get(head)!)),
    deprels: Uint8Array.from(tree, ({ deprel }) => deprel),
  };
}
