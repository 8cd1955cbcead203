import { XPOS_CODE } from '../src/core/labels.ts';
import {
  endingKey,
  keepsForm,
  type LemmaScript,
  LONGEST_ENDING,
  wholeKey,
} from '../src/language/lemmatise.ts';
import { IRREGULAR_VERBS } from '../src/lexicon/irregular-verbs.ts';
import type { TreebankSentence } from './conllu.ts';

export interface LemmaRules {
  readonly scripts: readonly LemmaScript[];
  /** Rule key to index of its script, keys ascending as unsigned numbers. */
  readonly rules: ReadonlyMap<number, number>;
}

/** One form with its tag and how often each script leads to its lemma. */
interface Entry {
  readonly form: string;
  readonly xpos: number;
  readonly scripts: Map<string, number>;
}

/**
 * Learns lemma rules: for each tag the commonest script of every ending, kept only where it differs from what the
 * next shorter ending says; and whole words where the endings go wrong.
 */
export function trainLemmas(sentences: readonly TreebankSentence[]): LemmaRules {
  const entries = collect(sentences);
  const endings = new Map<number, { xpos: number; ending: string; scripts: Map<string, number> }>();
  for (const { form, xpos, scripts } of entries) {
    const script = commonest(scripts);
    for (let size = 0; size <= Math.min(LONGEST_ENDING, form.length); size++) {
      const ending = form.slice(form.length - size);
      const key = endingKey(ending, xpos);
      let row = endings.get(key);
      if (row === undefined) endings.set(key, (row = { xpos, ending, scripts: new Map() }));
      // each type counts once: endings are to hold for words not seen
      row.scripts.set(script, (row.scripts.get(script) ?? 0) + 1);
    }
  }
  const names: string[] = [];
  const number = (script: string): number => {
    const found = names.indexOf(script);
    return found >= 0 ? found : names.push(script) - 1;
  };
  const kept = new Map<number, number>();
  const sorted = [...endings].sort((a, b) => a[1].ending.length - b[1].ending.length || compare(a[0], b[0]));
  for (const [key, { xpos, ending, scripts }] of sorted) {
    const total = [...scripts.values()].reduce((sum, count) => sum + count, 0);
    if (ending.length > 0 && total < 2) continue;
    const script = number(commonest(scripts));
    if (byEnding(kept, ending.slice(1), xpos, ending.length > 0) !== script) kept.set(key, script);
  }
  for (const { form, xpos, scripts } of entries) {
    const script = number(commonest(scripts));
    if (byEnding(kept, form, xpos, true) !== script) kept.set(wholeKey(form, xpos), script);
  }
  return {
    scripts: names.map((name) => {
      const at = name.indexOf('|');
      return { cut: Number(name.slice(0, at)), add: name.slice(at + 1) };
    }),
    rules: new Map([...kept].sort((a, b) => compare(a[0], b[0]))),
  };
}

function collect(sentences: readonly TreebankSentence[]): Entry[] {
  const entries = new Map<string, Entry>();
  for (const { forms, lemmas, xpos } of sentences) {
    forms.forEach((raw, i) => {
      const tag = xpos[i]!;
      const lemma = lemmas[i]!;
      if (keepsForm(tag) || lemma === '_' || /\d|[@/]/.test(raw)) return;
      const form = raw.toLowerCase().replace(/[’‘`]/g, "'");
      const key = `${form} ${tag}`;
      let entry = entries.get(key);
      if (entry === undefined) entries.set(key, (entry = { form, xpos: tag, scripts: new Map() }));
      const script = scriptOf(form, lemma === 'I' ? lemma : lemma.toLowerCase());
      entry.scripts.set(script, (entry.scripts.get(script) ?? 0) + 1);
    });
  }
  for (const [base, past, participle] of IRREGULAR_VERBS) {
    for (const [forms, tag] of [
      [past, XPOS_CODE.VBD],
      [participle, XPOS_CODE.VBN],
    ] as const) {
      for (const form of forms.split('/')) {
        const key = `${form} ${tag}`;
        // where the treebanks know the form, they know it better ("found", "lay")
        if (!entries.has(key))
          entries.set(key, { form, xpos: tag, scripts: new Map([[scriptOf(form, base), 1]]) });
      }
    }
  }
  return [...entries.values()].sort((a, b) => (a.form < b.form ? -1 : a.form > b.form ? 1 : a.xpos - b.xpos));
}

function scriptOf(form: string, lemma: string): string {
  let shared = 0;
  while (shared < form.length && shared < lemma.length && form[shared] === lemma[shared]) shared++;
  return `${form.length - shared}|${lemma.slice(shared)}`;
}

function byEnding(rules: Map<number, number>, form: string, xpos: number, any: boolean): number {
  if (!any) return -1;
  for (let size = Math.min(LONGEST_ENDING, form.length); size >= 0; size--) {
    const script = rules.get(endingKey(form.slice(form.length - size), xpos));
    if (script !== undefined) return script;
  }
  return -1;
}

/** The most frequent key; of equals the first by code units. */
function commonest(counts: ReadonlyMap<string, number>): string {
  let best = '';
  let most = -1;
  for (const [key, count] of counts) {
    if (count > most || (count === most && key < best)) {
      best = key;
      most = count;
    }
  }
  return best;
}

function compare(a: number, b: number): number {
  return (a >>> 0) - (b >>> 0);
}
