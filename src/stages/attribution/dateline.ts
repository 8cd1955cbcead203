import { firstEndingAfter, type Span } from '../../core/span.ts';

/** Characters that a dateline may take. */
export const LONGEST_DATELINE = 120;

const PLACE = String.raw`\p{Lu}[\p{L}.'’ -]{1,40}(?:, \p{Lu}[\p{L}.'’ -]{1,30}){0,2}`;
const CAPITALS = String.raw`\p{Lu}{2}[\p{Lu}.'’ -]{1,40}(?:, \p{Lu}[\p{L}.'’ -]{1,30}){0,2}`;
const MONTH = '(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}\\.?';
const DAY = String.raw`(?:,? ${MONTH} \d{1,2}(?:, \d{4})?|,? \d{1,2} ${MONTH})`;
const AGENCY = String.raw` ?\([\p{L}\p{N}.'’/& -]{2,30}\)`;
const DATELINES = [
  `${PLACE}${DAY}?,?${AGENCY},? ?(?:[—–]|--?|:)`,
  `${CAPITALS} ?(?:[—–]|--)`,
  `${CAPITALS}${DAY} ?(?:[—–]|--?)`,
].map((form) => new RegExp(String.raw`^\s{0,4}${form}\s{1,3}`, 'u'));

/**
 * Where a text's first words start behind a dateline: `VARNA, Bulgaria (AP) — `, `OSLO, May 3 (Reuters) - `,
 * `LIMA, Peru — `. 0 where none stands there.
 */
export function datelineLength(text: string): number {
  const head = text.slice(0, LONGEST_DATELINE);
  for (const pattern of DATELINES) {
    const found = pattern.exec(head);
    if (found !== null) return found[0].length;
  }
  return 0;
}

/** The spans without what stands before an offset that lies in `block`; empty ones go. */
export function behind(content: readonly Span[], dateline: Span): Span[] {
  return content.flatMap(({ start, end }) => {
    if (start < dateline.start || start >= dateline.end) return [{ start, end }];
    return end > dateline.end ? [{ start: dateline.end, end }] : [];
  });
}

/** The dateline that holds or follows an offset. */
export function datelineAt(datelines: readonly Span[], offset: number): Span | undefined {
  const found = datelines[firstEndingAfter(datelines, offset)];
  return found !== undefined && found.start <= offset ? found : undefined;
}
