import { XPOS_CODE } from '../core/labels.ts';
import { baseForms } from './base-forms.ts';
import { combine, finish, hashString } from './hash.ts';

/** Longest ending that a rule may look at. */
export const LONGEST_ENDING = 6;

/** How to get from a form to its lemma: cut characters off the end, add others. */
export interface LemmaScript {
  readonly cut: number;
  readonly add: string;
}

const PROPER = new Set<number>([XPOS_CODE.NNP, XPOS_CODE.NNPS]);

/** Key of the rule for a whole form with a Penn tag. */
export function wholeKey(form: string, xpos: number): number {
  return finish(combine(hashString(form), 0x1000 + xpos));
}

/** Key of the rule for an ending with a Penn tag. */
export function endingKey(ending: string, xpos: number): number {
  return finish(combine(hashString(ending), 0x2000 + xpos));
}

/** True of the tags whose lemma is the form itself: proper names. */
export function keepsForm(xpos: number): boolean {
  return PROPER.has(xpos);
}

const MOST_REMEMBERED = 30_000;

/**
 * Lemma by the longest ending known for the word's Penn tag, whole words first. The rules are learnt from
 * treebanks (the idea of edit scripts by ending is that of Jongejan & Dalianis 2009). Where they lead to no
 * known word, and where English spelling leaves no choice, the table of irregular verbs and the spelling rules have it: `bombed`
 * is of `bomb`, `faded` of `fade`.
 */
export class Lemmatiser {
  readonly #scripts: readonly LemmaScript[];
  readonly #rules: ReadonlyMap<number, number>;
  readonly #isWord: (form: string) => boolean;
  /** Lemmas of forms by Penn tag. */
  readonly #known = new Map<string, string[]>();

  /** @param isWord whether a lower-case form is a word that is known */
  constructor(
    scripts: readonly LemmaScript[],
    rules: ReadonlyMap<number, number>,
    isWord: (form: string) => boolean,
  ) {
    this.#scripts = scripts;
    this.#rules = rules;
    this.#isWord = isWord;
  }

  lemma(form: string, xpos: number): string {
    if (keepsForm(xpos) || form.length > 40) return form;
    let known = this.#known.get(form);
    if (known === undefined) {
      if (this.#known.size >= MOST_REMEMBERED) this.#known.clear();
      known = [];
      this.#known.set(form, known);
    }
    let lemma = known[xpos];
    if (lemma === undefined) {
      lemma = this.#derive(form.toLowerCase().replace(/[’‘`]/g, "'"), xpos);
      known[xpos] = lemma;
    }
    return lemma;
  }

  #derive(form: string, xpos: number): string {
    const whole = this.#rules.get(wholeKey(form, xpos));
    const lemma = this.#apply(whole ?? this.#byEnding(form, xpos), form);
    const bases = baseForms(form, xpos);
    const known = this.#isWord(lemma);
    if (known && (whole !== undefined || bases.length !== 1)) return lemma;
    const base = bases.find((form) => this.#isWord(form));
    if (base !== undefined || known || whole !== undefined || bases.includes(lemma)) return base ?? lemma;
    return bases[0] ?? lemma;
  }

  #byEnding(form: string, xpos: number): number | undefined {
    for (let size = Math.min(LONGEST_ENDING, form.length); size >= 0; size--) {
      const script = this.#rules.get(endingKey(form.slice(form.length - size), xpos));
      if (script !== undefined) return script;
    }
    return undefined;
  }

  #apply(script: number | undefined, form: string): string {
    const { cut, add } = script === undefined ? { cut: 0, add: '' } : this.#scripts[script]!;
    const lemma = form.slice(0, form.length - Math.min(cut, form.length)) + add;
    return lemma === '' ? form : lemma;
  }
}
