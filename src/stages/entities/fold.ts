const MARKS = /[\u0300-\u036f]/g;
const folded = new Map<string, string>();

/**
 * A word or name in the form in which names are compared: lower case, no accents, straight quotes, no possessive
 * ending, acronyms without dots ("U.S." is "us", "Va." is "va").
 */
export function fold(text: string): string {
  const known = folded.get(text);
  if (known !== undefined) return known;
  let out = text
    .replace(/[’‘`´]/g, "'")
    .replace(/[“”]/g, '"')
    .replace(/[‐‑–]/g, '-')
    .replace(/'s$|(?<=s)'$/i, '')
    .normalize('NFD')
    .replace(MARKS, '')
    .toLowerCase()
    .replace(/ø/g, 'o')
    .replace(/ł/g, 'l')
    .replace(/đ/g, 'd')
    .replace(/æ/g, 'ae')
    .replace(/œ/g, 'oe')
    .replace(/ß/g, 'ss')
    .replace(/ı/g, 'i');
  if (out.includes('.')) out = out.replace(/\.(?=\w|$)/g, '');
  out = out.trim();
  if (folded.size > 50_000) folded.clear();
  folded.set(text, out);
  return out;
}
