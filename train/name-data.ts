import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Span } from '../src/core/span.ts';
import type { AnalysedWords } from '../src/language/analyse.ts';
import type { LanguageModel } from '../src/language/language-model.ts';
import type { Lexeme } from '../src/language/lexeme.ts';
import { NAME_LABELS, NAME_TYPES, OUTSIDE, typeOf } from '../src/language/name-labels.ts';
import { LONGEST_PIECE } from '../src/language/network.ts';
import { tokenise } from '../src/language/tokenise.ts';

/** A document with its names, in words. */
export interface NamedDocument {
  readonly id: string;
  readonly sentences: readonly NamedSentence[];
  /** False where the data does not mark MISC: there a word outside the other types may or may not be one. */
  readonly marksMisc: boolean;
}

export interface NamedSentence {
  readonly forms: readonly string[];
  /** BILOU labels, see `src/language/name-labels.ts`. */
  readonly labels: Uint8Array;
}

interface Annotated {
  readonly id: string;
  readonly text: string;
  readonly entities: readonly (Span & { readonly label: string })[];
  readonly sentences: readonly Span[];
}

interface Tokenised {
  readonly f: readonly string[];
  readonly ner: readonly string[];
  readonly doc: string;
}

const TYPE_OF: Readonly<Record<string, number>> = {
  PER: NAME_TYPES.indexOf('PERSON'),
  ORG: NAME_TYPES.indexOf('ORGANIZATION'),
  LOC: NAME_TYPES.indexOf('PLACE'),
  MISC: NAME_TYPES.indexOf('MISC'),
};

/** Openly licensed sets, and whether they mark MISC. GUM's news documents are left out: they are scored on. */
const OPEN_SETS: readonly (readonly [file: string, marksMisc: boolean])[] = [
  ['uner_ewt_train.tokens', false],
  ['wikigold', true],
  ['crossner_politics_dev', true],
  ['gum_academic', true],
  ['gum_bio', true],
  ['gum_court', true],
  ['gum_interview', true],
  ['gum_speech', true],
  ['gum_textbook', true],
  ['gum_voyage', true],
];

/** Sets under non-commercial licences or none: for experiments only. */
const RESTRICTED_SETS: readonly (readonly [file: string, marksMisc: boolean])[] = [
  ['worldwide_train', true],
  ['wikineural_val', true],
  ['finerord_train', false],
];

/** The training documents below `dir/ner`. */
export function readNames(dir: string, { restricted }: { restricted: boolean }): NamedDocument[] {
  return [...OPEN_SETS, ...(restricted ? RESTRICTED_SETS : [])].flatMap(([file, marksMisc]) =>
    readNamedDocuments(join(dir, 'ner', `${file}.jsonl`), marksMisc),
  );
}

/** Reads one set; documents in the order of the file. [] when absent. */
export function readNamedDocuments(path: string, marksMisc: boolean): NamedDocument[] {
  if (!existsSync(path)) return [];
  const rows = readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Annotated | Tokenised);
  const documents: NamedDocument[] = [];
  const open = new Map<string, NamedSentence[]>();
  for (const row of rows) {
    if ('f' in row) {
      let sentences = open.get(row.doc);
      if (sentences === undefined) {
        open.set(row.doc, (sentences = []));
        documents.push({ id: row.doc, sentences, marksMisc });
      }
      sentences.push({ forms: row.f, labels: fromIob(row.ner) });
    } else {
      documents.push({ id: row.id, sentences: row.sentences.map((span) => fromSpans(row, span)), marksMisc });
    }
  }
  return documents;
}

function fromIob(tags: readonly string[]): Uint8Array {
  const labels = new Uint8Array(tags.length);
  for (let i = 0; i < tags.length; ) {
    const type = TYPE_OF[tags[i]!.slice(2)];
    if (type === undefined) {
      i++;
      continue;
    }
    let end = i + 1;
    while (end < tags.length && tags[end]!.startsWith('I-') && TYPE_OF[tags[end]!.slice(2)] === type) end++;
    setName(labels, i, end, type);
    i = end;
  }
  return labels;
}

function fromSpans({ text, entities }: Annotated, span: Span): NamedSentence {
  const starts: number[] = [];
  const ends: number[] = [];
  tokenise(text, span.start, Math.min(span.end, text.length), (start, end) => {
    starts.push(start);
    ends.push(end);
  });
  const labels = new Uint8Array(starts.length);
  for (const { start, end, label } of entities) {
    const type = TYPE_OF[label];
    if (type === undefined) continue;
    const first = ends.findIndex((stop) => stop > start);
    if (first < 0 || starts[first]! >= end) continue;
    let last = first;
    while (last < starts.length && starts[last]! < end) last++;
    if (labels.subarray(first, last).every((value) => value === 0)) setName(labels, first, last, type);
  }
  return { forms: starts.map((start, i) => text.slice(start, ends[i]!)), labels };
}

function setName(labels: Uint8Array, first: number, end: number, type: number): void {
  const base = 1 + 4 * type;
  if (end - first === 1) {
    labels[first] = base + 3;
    return;
  }
  labels.fill(base + 1, first, end);
  labels[first] = base;
  labels[end - 1] = base + 2;
}

/** For each word a row of 1 for the labels that it may have: its own, and where MISC is not marked any MISC outside names. */
export function allowedLabels(annotated: Uint8Array, marksMisc: boolean): Uint8Array {
  const allowed = new Uint8Array(annotated.length * NAME_LABELS);
  for (let i = 0; i < annotated.length; i++) {
    const label = annotated[i]!;
    allowed[i * NAME_LABELS + label] = 1;
    if (marksMisc || label !== OUTSIDE) continue;
    for (let other = 1; other < NAME_LABELS; other++)
      if (typeOf(other) === TYPE_OF.MISC) allowed[i * NAME_LABELS + other] = 1;
  }
  return allowed;
}

/** The words of a document with the tags that the model gives them, and the gold labels. */
export function taggedDocument(
  { sentences }: NamedDocument,
  model: LanguageModel,
): Pick<AnalysedWords, 'words' | 'xpos' | 'sentenceFirst'> & { readonly gold: Uint8Array } {
  const words: Lexeme[] = [];
  const gold: number[] = [];
  const sentenceFirst = [0];
  const pieces: Lexeme[][] = [];
  for (const { forms, labels } of sentences) {
    const row = forms.map((form) => model.lexemes.get(form));
    for (let at = 0; at < row.length; at += LONGEST_PIECE) pieces.push(row.slice(at, at + LONGEST_PIECE));
    words.push(...row);
    gold.push(...labels);
    sentenceFirst.push(words.length);
  }
  const xpos: number[] = [];
  model.network.analyse(pieces, (_, { tags }) => {
    for (const tag of tags) xpos.push(model.tags[tag]!.xpos);
  });
  return {
    words,
    xpos: Uint8Array.from(xpos),
    sentenceFirst: Int32Array.from(sentenceFirst),
    gold: Uint8Array.from(gold),
  };
}
