// Peers on the same words: compromise, wink-nlp and natural. Only benchmarks use them.
import nlp from 'compromise/three';
import model from 'wink-eng-lite-web-model';
import winkNLP from 'wink-nlp';
import { NAME_TYPES, namesOf } from '../../src/language/name-labels.ts';
import type { NamedDocument } from '../../train/name-data.ts';

/** Universal tags of a peer, a row for each sentence. */
export interface PeerTags {
  readonly name: string;
  readonly upos: readonly (readonly string[])[];
}

const PENN_TO_UPOS: readonly (readonly [pattern: RegExp, upos: string])[] = [
  [/^NNP/, 'PROPN'],
  [/^NN/, 'NOUN'],
  [/^JJ/, 'ADJ'],
  [/^(RB|WRB)/, 'ADV'],
  [/^(VB|MD)/, 'VERB'],
  [/^(PRP|WP|EX)/, 'PRON'],
  [/^(DT|PDT|WDT)/, 'DET'],
  [/^CD/, 'NUM'],
  [/^(IN|RP)/, 'ADP'],
  [/^(TO|POS)/, 'PART'],
  [/^CC/, 'CCONJ'],
  [/^UH/, 'INTJ'],
  [/^[^A-Za-z]/, 'PUNCT'],
];

const COMPROMISE_TO_UPOS: readonly (readonly [tag: string, upos: string])[] = [
  ['Pronoun', 'PRON'],
  ['ProperNoun', 'PROPN'],
  ['Auxiliary', 'AUX'],
  ['Modal', 'AUX'],
  ['Verb', 'VERB'],
  ['Determiner', 'DET'],
  ['Conjunction', 'CCONJ'],
  ['Preposition', 'ADP'],
  ['Value', 'NUM'],
  ['Adverb', 'ADV'],
  ['Adjective', 'ADJ'],
  ['Noun', 'NOUN'],
  ['Expression', 'INTJ'],
];

interface CompromiseTerm {
  readonly text: string;
  readonly tags: ReadonlySet<string>;
  readonly index: readonly [number, number];
}

interface CompromiseView {
  readonly docs: readonly (readonly CompromiseTerm[])[];
}

type Compromise = (text: string) => CompromiseView;

/** Terms of compromise with their character offsets in the text, found in order. */
function compromiseTerms(text: string): { start: number; end: number; tags: ReadonlySet<string> }[] {
  const view = (nlp as unknown as Compromise)(text);
  const terms: { start: number; end: number; tags: ReadonlySet<string> }[] = [];
  let at = 0;
  for (const sentence of view.docs) {
    for (const term of sentence) {
      if (term.text === '') continue;
      const start = text.indexOf(term.text, at);
      if (start < 0) continue;
      at = start + term.text.length;
      terms.push({ start, end: at, tags: term.tags });
    }
  }
  return terms;
}

/** The words joined by blanks, with the offset of each. */
function joined(forms: readonly string[]): { text: string; starts: number[] } {
  const starts: number[] = [];
  let text = '';
  for (const form of forms) {
    if (text !== '') text += ' ';
    starts.push(text.length);
    text += form;
  }
  return { text, starts };
}

export async function peerTags(sentences: readonly (readonly string[])[]): Promise<PeerTags[]> {
  const wink = winkNLP(model, ['sbd', 'pos']);
  const { its } = wink;
  const brill = await import('natural/lib/natural/brill_pos_tagger/index.js');
  const { BrillPOSTagger, Lexicon, RuleSet } = brill.default ?? brill;
  const tagger = new BrillPOSTagger(new Lexicon('EN', 'NN', 'NNP'), new RuleSet('EN'));
  return [
    { name: 'compromise', upos: sentences.map(compromiseUpos) },
    {
      name: 'wink-nlp',
      upos: sentences.map((forms) => {
        const { text, starts } = joined(forms);
        const found = new Map<number, string>();
        let at = 0;
        wink
          .readDoc(text)
          .tokens()
          .each((token: { out(what?: unknown): string }) => {
            const form = token.out();
            const start = text.indexOf(form, at);
            if (start < 0) return;
            at = start + form.length;
            found.set(start, token.out(its.pos));
          });
        return starts.map((start) => found.get(start) ?? 'X');
      }),
    },
    {
      name: 'natural',
      upos: sentences.map((forms) => {
        const { taggedWords } = tagger.tag([...forms]) as { taggedWords: readonly { tag: string }[] };
        return taggedWords.map(({ tag }) => PENN_TO_UPOS.find(([pattern]) => pattern.test(tag))?.[1] ?? 'X');
      }),
    },
  ];
}

function compromiseUpos(forms: readonly string[]): string[] {
  const { text, starts } = joined(forms);
  const terms = compromiseTerms(text);
  let k = 0;
  return starts.map((start, i) => {
    if (/^[^\p{L}\p{N}$€£%]+$/u.test(forms[i]!)) return 'PUNCT';
    while (k < terms.length && terms[k]!.end <= start) k++;
    const term = terms[k];
    if (term === undefined || term.start > start) return 'X';
    return COMPROMISE_TO_UPOS.find(([tag]) => term.tags.has(tag))?.[1] ?? 'X';
  });
}

const COMPROMISE_NAMES: readonly (readonly [tag: string, type: string])[] = [
  ['Person', 'PERSON'],
  ['Place', 'PLACE'],
  ['Organization', 'ORGANIZATION'],
];

/** Exact F1 of compromise's names over persons, organisations and places. */
export function peerNames(documents: readonly NamedDocument[]): {
  precision: number;
  recall: number;
  f1: number;
} {
  let gold = 0;
  let found = 0;
  let right = 0;
  for (const { sentences } of documents) {
    for (const { forms, labels } of sentences) {
      const wanted = new Set<string>();
      for (const { first, last, type } of namesOf(labels))
        if (NAME_TYPES[type] !== 'MISC') wanted.add(`${first} ${last} ${NAME_TYPES[type]}`);
      gold += wanted.size;
      for (const name of compromiseNames(forms)) {
        found++;
        if (wanted.has(name)) right++;
      }
    }
  }
  return {
    precision: (100 * right) / (found || 1),
    recall: (100 * right) / (gold || 1),
    f1: (200 * right) / (gold + found || 1),
  };
}

function compromiseNames(forms: readonly string[]): string[] {
  const { text, starts } = joined(forms);
  const terms = compromiseTerms(text);
  let k = 0;
  const types = starts.map((start) => {
    while (k < terms.length && terms[k]!.end <= start) k++;
    const term = terms[k];
    if (term === undefined || term.start > start) return '';
    return COMPROMISE_NAMES.find(([tag]) => term.tags.has(tag))?.[1] ?? '';
  });
  const names: string[] = [];
  for (let i = 0; i < types.length; ) {
    let end = i + 1;
    while (types[i] !== '' && end < types.length && types[end] === types[i]) end++;
    if (types[i] !== '') names.push(`${i} ${end} ${types[i]}`);
    i = end;
  }
  return names;
}

/** Runs compromise's tagger over a text; for timing. */
export function runCompromise(text: string): number {
  return (nlp as unknown as Compromise)(text).docs.length;
}
