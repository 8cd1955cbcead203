/** Offsets in UTF-16 code units to offsets in code points, which is what SQL's `substr` and `length` count. */
export function codePointOffsets(text: string): (offset: number) => number {
  // Positions of the second halves of surrogate pairs; most texts have few or none.
  const pairs: number[] = [];
  if (!/[\ud800-\udbff]/.test(text)) return (offset) => offset;
  for (let i = 1; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code < 0xdc00 || code > 0xdfff) continue;
    const before = text.charCodeAt(i - 1);
    if (before >= 0xd800 && before <= 0xdbff) pairs.push(i);
  }
  if (pairs.length === 0) return (offset) => offset;
  return (offset) => {
    let low = 0;
    let high = pairs.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (pairs[middle]! < offset) low = middle + 1;
      else high = middle;
    }
    return offset - low;
  };
}
