// Metadata measures: titles equal but for white space and the shape of quotation marks and dashes; dates equal by the
// calendar day as written; authors as micro-averaged F1 over names compared by their letters.

export function sameTitle(gold: string, found: string | null | undefined): boolean {
  return found != null && plain(gold) === plain(found);
}

function plain(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[‘’ʼ`´]/g, "'")
    .replace(/[“”„«»]/g, '"')
    .replace(/[‐-―−]/g, '-')
    .replace(/\s+/g, ' ')
    .trim();
}

export function sameDay(gold: string, found: string | null | undefined): boolean {
  return found != null && gold.slice(0, 10) === found.slice(0, 10);
}

export interface Counts {
  right: number;
  found: number;
  gold: number;
}

export function countAuthors(gold: readonly string[], found: readonly string[], counts: Counts): void {
  const keys = (names: readonly string[]) =>
    new Set(
      names.map((name) =>
        name
          .normalize('NFD')
          .replace(/[^\p{L}]+/gu, '')
          .toLowerCase(),
      ),
    );
  const truth = keys(gold);
  const own = keys(found);
  counts.gold += truth.size;
  counts.found += own.size;
  for (const name of own) if (truth.has(name)) counts.right++;
}

export function f1Of({ right, found, gold }: Counts): number {
  return found + gold === 0 ? 0 : (2 * right) / (found + gold);
}
