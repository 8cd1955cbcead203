import { existsSync, readFileSync } from 'node:fs';
import { DEPREL_CODE, UPOS_CODE, XPOS_CODE } from '../src/core/labels.ts';

/** One sentence of a treebank: its words as they stand in the text, with gold labels as codes. */
export interface TreebankSentence {
  /** Document id, for splits that keep documents together. */
  readonly doc: string;
  /** GUM's genre, or '' elsewhere. */
  readonly genre: string;
  readonly text: string;
  readonly forms: readonly string[];
  /** Offsets of the words into `text`; null where the words cannot be found in it. */
  readonly offsets: readonly (readonly [number, number])[] | null;
  readonly lemmas: readonly string[];
  readonly upos: Uint8Array;
  readonly xpos: Uint8Array;
  /** Index of the head; the number of words for the root. */
  readonly heads: Int32Array;
  readonly deprels: Uint8Array;
}

interface Row {
  readonly form: string;
  readonly lemma: string;
  readonly upos: string;
  readonly xpos: string;
  readonly head: number;
  readonly deprel: string;
  /** The surface word this one is part of, and whether it opens it. */
  readonly surface: string | null;
}

/** Reads a CoNLL-U file (universaldependencies.org/format.html); empty nodes are left out. [] when absent. */
export function readConllu(path: string): TreebankSentence[] {
  if (!existsSync(path)) return [];
  const sentences: TreebankSentence[] = [];
  let doc = '';
  let genre = '';
  let text = '';
  let rows: Row[] = [];
  let surface: { form: string; until: number } | null = null;
  for (const line of readFileSync(path, 'utf8').split('\n')) {
    if (line.startsWith('# newdoc id = ')) {
      doc = line.slice('# newdoc id = '.length).trim();
      genre = /^GUM_([a-z]+)_/.exec(doc)?.[1] ?? '';
    } else if (line.startsWith('# text = ')) {
      text = line.slice('# text = '.length);
    } else if (line === '') {
      if (rows.length > 0) sentences.push(sentence(doc, genre, text, rows));
      rows = [];
      surface = null;
    } else if (!line.startsWith('#')) {
      const cells = line.split('\t');
      const id = cells[0]!;
      if (id.includes('.')) continue;
      const range = /^(\d+)-(\d+)$/.exec(id);
      if (range !== null) {
        surface = { form: cells[1]!, until: Number(range[2]) };
        continue;
      }
      const inside = surface !== null && Number(id) <= surface.until;
      rows.push({
        form: cells[1]!,
        lemma: cells[2]!,
        upos: cells[3]!,
        xpos: cells[4]!,
        head: Number(cells[6]),
        deprel: cells[7]!,
        surface: inside ? surface!.form : null,
      });
    }
  }
  if (rows.length > 0) sentences.push(sentence(doc, genre, text, rows));
  return sentences;
}

function sentence(doc: string, genre: string, text: string, rows: readonly Row[]): TreebankSentence {
  const offsets = align(text, rows);
  return {
    doc,
    genre,
    text,
    forms: rows.map((row, i) => (offsets === null ? row.form : text.slice(...offsets[i]!))),
    offsets,
    lemmas: rows.map((row) => row.lemma),
    upos: Uint8Array.from(rows, (row) => code(UPOS_CODE, row.upos) ?? UPOS_CODE.X),
    xpos: Uint8Array.from(rows, (row) => code(XPOS_CODE, row.xpos) ?? XPOS_CODE.XX),
    heads: Int32Array.from(rows, (row) => (row.head === 0 ? rows.length : row.head - 1)),
    deprels: Uint8Array.from(rows, (row) => deprelCode(row.deprel)),
  };
}

function deprelCode(deprel: string): number {
  return code(DEPREL_CODE, deprel) ?? code(DEPREL_CODE, deprel.split(':')[0]!) ?? DEPREL_CODE.dep;
}

function code(codes: Readonly<Record<string, number>>, label: string): number | undefined {
  return Object.hasOwn(codes, label) ? codes[label] : undefined;
}

/** Offsets of the words; the parts of a fused word share its characters out in proportion to what fits. */
function align(text: string, rows: readonly Row[]): [number, number][] | null {
  const offsets: [number, number][] = [];
  let at = 0;
  for (let i = 0; i < rows.length; ) {
    while (at < text.length && /\s/u.test(text[at]!)) at++;
    const whole = rows[i]!.surface;
    let last = i + 1;
    if (whole !== null) while (last < rows.length && rows[last]!.surface === whole) last++;
    const parts = rows.slice(i, last).map((row) => row.form);
    const target = whole ?? parts[0]!;
    if (!text.startsWith(target, at)) return null;
    if (parts.join('') !== target && whole !== null) return null;
    for (const part of parts) {
      offsets.push([at, at + part.length]);
      at += part.length;
    }
    i = last;
  }
  return offsets;
}
