import type { ClusterTable } from './cluster-table.ts';
import { finish, hashCode, hashString } from './hash.ts';

/** Bits of `Lexeme.flags`. */
export const FLAG = {
  capital: 1,
  digit: 2,
  hyphen: 4,
  allCapitals: 8,
  symbols: 16,
  noLower: 32,
} as const;

const MOST_REMEMBERED = 60_000;
/** Only so much of a form is looked at; longer ones (URLs, unspaced text) differ little beyond it. */
const LONGEST = 64;

/** What is known of a word type, all as hashes ready to be combined into features. */
export interface Lexeme {
  /** The form with quotes, dashes and digits unified. */
  readonly word: number;
  /** The same in lower case. */
  readonly lower: number;
  readonly suffix1: number;
  readonly suffix2: number;
  readonly suffix3: number;
  readonly suffix4: number;
  readonly prefix1: number;
  readonly prefix2: number;
  readonly prefix3: number;
  readonly prefix4: number;
  readonly shape: number;
  readonly flags: number;
  /** Distributional class, and the coarse class that holds it; of an unknown word its flags. */
  readonly cluster: number;
  readonly coarse: number;
}

/** Computes the attributes of each word type once. Bounded; its content never changes a result. */
export class Lexemes {
  readonly #clusters: ClusterTable;
  readonly #known = new Map<string, Lexeme>();

  constructor(clusters: ClusterTable) {
    this.#clusters = clusters;
  }

  get(form: string): Lexeme {
    const found = this.#known.get(form);
    if (found !== undefined) return found;
    const lexeme = analyse(form.length > LONGEST ? form.slice(0, LONGEST) : form, this.#clusters);
    if (form.length <= LONGEST) {
      if (this.#known.size >= MOST_REMEMBERED) this.#known.clear();
      this.#known.set(form, lexeme);
    }
    return lexeme;
  }
}

/** Stand before the first word of a sentence and after its last one. */
export const BEFORE_SENTENCE = boundary('<s>');
export const AFTER_SENTENCE = boundary('</s>');

function boundary(name: string): Lexeme {
  const h = hashString(name);
  return {
    word: h,
    lower: h,
    suffix1: h,
    suffix2: h,
    suffix3: h,
    suffix4: h,
    prefix1: h,
    prefix2: h,
    prefix3: h,
    prefix4: h,
    shape: h,
    flags: 0,
    cluster: h,
    coarse: h,
  };
}

/** One spelling for all quotes and dashes, and a digit for all digits. */
export function normaliseForm(form: string): string {
  return form
    .replace(/[‘’‛`´]/g, "'")
    .replace(/[“”„‟]|''|``/g, '"')
    .replace(/[‐‑‒–—―−]/g, '-')
    .replace(/\d/g, '0');
}

function analyse(form: string, clusters: ClusterTable): Lexeme {
  const word = normaliseForm(form);
  const lower = word.toLowerCase();
  const flags = flagsOf(word);
  const lowerHash = hashString(lower);
  const known = clusters.find(lowerHash);
  const unknown = finish(0x51ed270b ^ (flags & 7));
  return {
    word: hashString(word),
    lower: lowerHash,
    suffix1: hashString(lower.slice(-1)),
    suffix2: hashString(lower.slice(-2)),
    suffix3: hashString(lower.slice(-3)),
    suffix4: hashString(lower.slice(-4)),
    prefix1: hashString(lower.slice(0, 1)),
    prefix2: hashString(lower.slice(0, 2)),
    prefix3: hashString(lower.slice(0, 3)),
    prefix4: hashString(lower.slice(0, 4)),
    shape: hashString(shapeOf(word)),
    flags,
    cluster: known < 0 ? unknown : hashCode(0x10000 + known),
    coarse: known < 0 ? unknown : hashCode(0x20000 + clusters.coarse(known)),
  };
}

function flagsOf(word: string): number {
  let flags = 0;
  const first = word[0] ?? '';
  if (first !== first.toLowerCase()) flags |= FLAG.capital;
  if (word.includes('0')) flags |= FLAG.digit;
  if (word.includes('-')) flags |= FLAG.hyphen;
  if (word.length > 1 && word === word.toUpperCase() && word !== word.toLowerCase())
    flags |= FLAG.allCapitals;
  if (!/[\p{L}\p{N}]/u.test(word)) flags |= FLAG.symbols;
  if (word === word.toUpperCase()) flags |= FLAG.noLower;
  return flags;
}

/** `Xxxx` forms with runs cut to two, e.g. `McDonald` is `XxXxx`. */
function shapeOf(word: string): string {
  let shape = '';
  let previous = '';
  let run = 0;
  for (let i = 0; i < word.length && i < 24; i++) {
    const char = word[i]!;
    const kind =
      char !== char.toLowerCase() ? 'X' : char !== char.toUpperCase() ? 'x' : char === '0' ? 'd' : char;
    run = kind === previous ? run + 1 : 0;
    previous = kind;
    if (run < 2) shape += kind;
  }
  return shape;
}
