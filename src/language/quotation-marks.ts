/** Marks that look alike pair with one another: straight, curly, doubled single (typewriter, TeX), guillemets. */
export type MarkShape = 'straight' | 'curly' | 'doubled' | 'guillemet' | 'single' | 'curly-single';

/** Which side of quoted words a mark stands on; `either` where only its partner can tell. */
export type MarkSide = 'open' | 'close' | 'either';

export interface QuotationMark {
  readonly start: number;
  readonly end: number;
  readonly shape: MarkShape;
  readonly side: MarkSide;
}

const MARK = /''|``|["“”„‟″＂«»‹›'‘’‚‛]/g;

const SHAPES: Readonly<Record<string, MarkShape>> = {
  '"': 'straight',
  '＂': 'straight',
  '″': 'straight',
  '“': 'curly',
  '”': 'curly',
  '„': 'curly',
  '‟': 'curly',
  "''": 'doubled',
  '``': 'doubled',
  '«': 'guillemet',
  '»': 'guillemet',
  '‹': 'guillemet',
  '›': 'guillemet',
  "'": 'single',
  '‘': 'curly-single',
  '’': 'curly-single',
  '‚': 'curly-single',
  '‛': 'curly-single',
};

/** The side that the mark's own form says; the others are decided by their neighbours. */
const OWN_SIDE: Readonly<Record<string, MarkSide>> = {
  '“': 'open',
  '„': 'open',
  '‟': 'open',
  '”': 'close',
  '``': 'open',
  '«': 'open',
  '»': 'close',
  '‹': 'open',
  '›': 'close',
  '‘': 'open',
  '‚': 'open',
  '’': 'close',
};

const BEFORE_OPEN = /[\s([{—–―/:-]/;
const AFTER_CLOSE = /[\s)\]}.,;:!?…—–―-]/;
const WORD = /[\p{L}\p{N}]/u;

/**
 * The quotation marks of `text.slice(from, to)` in order, apostrophes, primes and inch signs left out. A mark's form
 * is trusted only where its neighbours do not contradict it, as pages often carry a curly mark turned the wrong way.
 */
export function quotationMarks(text: string, from: number, to: number): QuotationMark[] {
  const out: QuotationMark[] = [];
  const slice = text.slice(from, to);
  for (const match of slice.matchAll(MARK)) {
    const form = match[0];
    const start = from + match.index;
    const end = start + form.length;
    const shape = SHAPES[form]!;
    const before = start > from ? text[start - 1]! : ' ';
    const after = end < to ? text[end]! : ' ';
    if (isMeasure(text, start, shape, from)) continue;
    const side = sideOf(form, shape, before, after);
    if (side !== null) out.push({ start, end, shape, side });
  }
  return out;
}

/** Feet and inches, minutes and seconds: 6'2", 40°26'46". */
function isMeasure(text: string, start: number, shape: MarkShape, from: number): boolean {
  if (shape !== 'straight' && shape !== 'doubled') return false;
  return /\d['’]\s?\d{1,2}$/.test(text.slice(Math.max(from, start - 6), start));
}

function sideOf(form: string, shape: MarkShape, before: string, after: string): MarkSide | null {
  const letterBefore = WORD.test(before);
  const letterAfter = WORD.test(after);
  const single = shape === 'single' || shape === 'curly-single';
  if (single) {
    if (letterBefore && letterAfter) return null;
    // ’90s and ’em are elisions; a right single mark never opens.
    if (form === '’') return letterAfter ? null : 'close';
    if (form === "'" && /\d/.test(after) && !letterBefore) return null;
    if (letterAfter && !letterBefore) return 'open';
    return letterBefore || !/\s/.test(before) ? 'close' : 'either';
  }
  const opens = BEFORE_OPEN.test(before) || isMark(before);
  const closes = AFTER_CLOSE.test(after) || isMark(after);
  const own = OWN_SIDE[form];
  if (own !== undefined && !(own === 'open' ? closes && !opens : opens && !closes)) return own;
  if (opens && !closes) return 'open';
  if (closes && !opens) return 'close';
  if (/\s/.test(before) && !/\s/.test(after) && !/[.,;!?]/.test(after)) return 'open';
  if (/\s/.test(after) && !/\s/.test(before)) return 'close';
  return 'either';
}

function isMark(char: string): boolean {
  return char in SHAPES;
}
