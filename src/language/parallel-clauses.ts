import { DEPREL_CODE, XPOS, type Xpos } from '../core/labels.ts';
import type { Parsed } from './parse.ts';
import { type Piece, type Pieces, SPEECH } from './pieces.ts';

/** Shortest part of a sentence that is parsed by itself. */
const SHORTEST_PART = 4;
/** More stops than these make a list. */
const MOST_STOPS = 3;
export const FINITE: ReadonlySet<Xpos> = new Set(['MD', 'VBD', 'VBP', 'VBZ']);

/**
 * A piece cut at semicolons, at a colon and at a dash that has no second one, where both sides have a finite verb and the
 * tree ties them in more than one place: then the parser took two clauses for one.
 */
export function splitAtStops(forms: readonly string[], piece: Piece, parsed: Parsed): Pieces {
  const { words } = piece;
  const dashes = words.filter((word) => isPause(forms[word]!)).length;
  const end = endWithoutStop(forms, words);
  const cuts: number[] = [];
  for (let at = SHORTEST_PART; at < end - SHORTEST_PART; at++) {
    const form = forms[words[at]!]!;
    if (form !== ';' && form !== ':' && !(dashes === 1 && isPause(form))) continue;
    if (/\d$/.test(forms[words[at - 1]!]!) && /^\d/.test(forms[words[at + 1]!]!)) continue;
    const before = cuts.at(-1) ?? -1;
    if (at - before <= SHORTEST_PART || !hasFinite(before + 1, at) || !hasFinite(at + 1, end)) continue;
    if (ties(at, end) > 1) cuts.push(at);
  }
  if (cuts.length === 0 || cuts.length > MOST_STOPS) return [piece];
  const tails = cuts.map((cut, k): Piece => {
    const spoken = SPEECH.has(forms[words[cut - 1]!]!.toLowerCase()) && forms[words[cut]!] === ':';
    return {
      words: words.slice(cut + 1, cuts[k + 1] ?? end),
      marks: [words[cut]!],
      host: words[0]!,
      attach: 'clause',
      relation: spoken ? DEPREL_CODE.ccomp : DEPREL_CODE.parataxis,
    };
  });
  return [{ ...piece, words: [...words.slice(0, cuts[0]!), ...words.slice(end)] }, ...tails];

  function hasFinite(from: number, to: number): boolean {
    return words.slice(from, to).some((word) => FINITE.has(XPOS[parsed.xpos[word]!]!));
  }

  /** Arcs over the stop; one from the left to the right counts as two. */
  function ties(stop: number, to: number): number {
    let found = 0;
    for (let at = 0; at < to; at++) {
      const head = parsed.head[words[at]!]!;
      if (head < 0 || parsed.deprel[words[at]!] === DEPREL_CODE.punct) continue;
      if (at > stop && head < words[stop]!) found++;
      else if (at < stop && head > words[stop]!) found += 2;
    }
    return found;
  }
}

export function isPause(form: string): boolean {
  return form === '—' || form === '–' || form === '--';
}

function endWithoutStop(forms: readonly string[], words: readonly number[]): number {
  let end = words.length;
  while (end > 0 && /^[.!?…]$/u.test(forms[words[end - 1]!]!)) end--;
  return end;
}
