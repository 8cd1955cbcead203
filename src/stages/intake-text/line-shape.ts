/** How a flattened text was laid out. */
export type LineShape = 'blocks' | 'wrapped' | 'single';

/** A line wraps when the next word would not have fitted; widths below this are taken for short blocks. */
const MIN_WIDTH = 40;
const MAX_WIDTH = 132;

/**
 * Tells one block a line from hard-wrapped lines and from a text on a single line. A text is wrapped when its
 * long lines end close to one common width and the first word of the line after would have passed that width.
 */
export function lineShape(lines: readonly string[]): LineShape {
  const filled = lines.filter((line) => line.trim() !== '');
  if (filled.length <= 3 && filled.some((line) => line.length > 600)) return 'single';
  const width = wrapWidth(lines);
  return width === null ? 'blocks' : 'wrapped';
}

/** The column at which lines were broken, or null when they were not. */
export function wrapWidth(lines: readonly string[]): number | null {
  const lengths = lines.map((line) => line.trim().length).filter((length) => length > 0);
  if (lengths.length < 4) return null;
  const sorted = [...lengths].sort((a, b) => a - b);
  // A wrapped text has hardly a line beyond the width: only words that fit nowhere.
  const width = sorted[Math.floor((sorted.length - 1) * 0.98)]!;
  if (width < MIN_WIDTH || width > MAX_WIDTH) return null;
  // A line twice as long that has blanks could have been broken, and was not.
  if (lines.some((line) => line.trim().length > width * 2 && /\s/.test(line.trim()))) return null;
  let broken = 0;
  let followed = 0;
  for (let i = 0; i + 1 < lines.length; i++) {
    const line = lines[i]!.trim();
    const next = lines[i + 1]!.trim();
    if (line.length < width * 0.6 || next === '') continue;
    followed++;
    const word = next.split(/\s/, 1)[0]!;
    if (line.length + 1 + word.length > width - 2 && !/[.!?:]["'”’)]?$/.test(line)) broken++;
  }
  return broken >= 3 && broken >= followed * 0.5 ? width : null;
}

/** True when the line after this one goes on with its sentence, in a text wrapped at `width`. */
export function goesOn(line: string, next: string, width: number): boolean {
  const here = line.trim();
  const after = next.trim();
  if (here === '' || after === '') return false;
  const word = after.split(/\s/, 1)[0]!;
  // A full line may end its paragraph; a short line without a full stop behind it is a heading.
  if (
    /[.!?]["'”’)]?$/.test(here) &&
    after.length < width * 0.75 &&
    !/[.!?,;:]["'”’)]?$/.test(after) &&
    /^\p{Lu}/u.test(after)
  )
    return false;
  // The next word would have fitted: the line was ended on purpose.
  return here.length + 1 + word.length > width - 2;
}
