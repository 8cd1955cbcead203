import { DEPREL_CODE, UPOS_CODE, XPOS_CODE } from '../../core/labels.ts';
import { PERSON_NOUNS } from '../../lexicon/person-nouns.ts';
import type { Reference } from './discourse.ts';
import type { Gender } from './name-form.ts';
import { isRoleNoun, nounGender } from './roles.ts';
import type { Words } from './words.ts';

const personNouns = new Set(PERSON_NOUNS);

/** A person without a name: "a lawyer", "the transport minister". */
export interface Stranger extends Reference {
  readonly gender: Gender | null;
}

/** Relations of nouns that stand for a person of their own; a predicate, a title or an apposition tells of another one. */
const ARGUMENTS = new Set<number>([
  DEPREL_CODE.nsubj,
  DEPREL_CODE['nsubj:pass'],
  DEPREL_CODE['nsubj:outer'],
  DEPREL_CODE.obj,
  DEPREL_CODE.iobj,
  DEPREL_CODE.obl,
  DEPREL_CODE.nmod,
  DEPREL_CODE['nmod:poss'],
]);
/** Relations of what stands right behind a noun and names whom it means. */
const NAMES = new Set<number>([DEPREL_CODE.appos, DEPREL_CODE.flat, DEPREL_CODE['flat:name']]);

/** Who speaks for another: the pronoun behind `her lawyer said` is mostly the other. */
const REPRESENTATIVES = new Set(
  'agent aide attorney barrister lawyer publicist representative solicitor spokesman spokesperson spokeswoman'.split(
    ' ',
  ),
);

/**
 * The people of a document who are told of by a noun alone. One of them may be the antecedent of a pronoun as well as anyone with a
 * name: `A lawyer for Reed said she would appeal` does not make Reed a woman.
 */
export class Strangers {
  readonly #bySentence: (Stranger[] | undefined)[] = [];

  /** @param named 1 for tokens inside names */
  constructor(words: Words, named: Uint8Array) {
    const { upos, xpos, deprel, head } = words.table.columns;
    const introduced = new Uint8Array(words.length);
    for (let token = 0; token < words.length; token++)
      if (head[token]! >= 0 && NAMES.has(deprel[token]!) && named[token] === 1) introduced[head[token]!] = 1;
    for (let token = 0; token < words.length; token++) {
      if (named[token] === 1 || introduced[token] === 1) continue;
      if (upos[token] !== UPOS_CODE.NOUN || xpos[token] !== XPOS_CODE.NN || !ARGUMENTS.has(deprel[token]!))
        continue;
      const noun = words.folded[token]!;
      if (REPRESENTATIVES.has(noun)) continue;
      if (!personNouns.has(noun) && !isRoleNoun(noun)) continue;
      const sentence = words.sentence[token]!;
      const gender = nounGender(noun);
      (this.#bySentence[sentence] ??= []).push({
        ...{ entity: -1, first: token, last: token + 1, head: token, sentence, kind: 'nominal', gender },
      });
    }
  }

  /** The noun is known to mean someone with a name. */
  drop(token: number, sentence: number): void {
    const all = this.#bySentence[sentence];
    const at = all?.findIndex(({ head }) => head === token) ?? -1;
    if (at >= 0) all!.splice(at, 1);
  }

  /** Those in the sentence and the one before it. */
  near(sentence: number): readonly Stranger[] {
    const before = sentence > 0 ? this.#bySentence[sentence - 1] : undefined;
    const here = this.#bySentence[sentence];
    return before === undefined ? (here ?? []) : here === undefined ? before : [...before, ...here];
  }
}
