import type { Span } from '../../core/span.ts';
import type { ArticleView } from './article-view.ts';
import type { TokenRange } from './assemble.ts';

/** Speech that layout and marks attribute, without a verb. */
export interface SurfaceSpeech {
  readonly rule: 'turn' | 'dash';
  readonly content: readonly Span[];
  readonly source: TokenRange;
  /** Token of the colon or dash. */
  readonly cue: number;
}

/** A speaker's name in capitals and a colon at the start of a paragraph. */
const TURN = /^(?:(?:[A-Z]{1,4}\. )?\p{Lu}[\p{Lu}'’.-]{1,24}(?: \p{Lu}[\p{Lu}'’.-]{0,24}){0,3}|Q|A): (?=\S)/u;

/** What a dash after quoted words names: up to eight words to the paragraph's end. */
const SIGNATURE = /^\s{0,3}[—―–-]{1,2}\s{0,3}(\p{Lu}[^—―–:;!?"“”]{1,90})$/u;

/**
 * Turns of a transcript (`SMITH: Well, no.`), where at least two paragraphs have that form, and quoted words with a
 * signature after a dash (`"We won." — Ann Lee`), on the same line or the next.
 */
export function surfaceSpeech(view: ArticleView, blocks: readonly Span[]): SurfaceSpeech[] {
  const out: SurfaceSpeech[] = [];
  const turns = blocks.map((block) =>
    TURN.exec(view.text.slice(block.start, Math.min(block.end, block.start + 120))),
  );
  const transcript = turns.filter((turn) => turn !== null).length >= 2;
  for (const [index, block] of blocks.entries()) {
    const turn = turns[index];
    if (turn && transcript) {
      const colon = block.start + turn[0].lastIndexOf(':');
      const content = { start: block.start + turn[0].length, end: block.end };
      const speech = at(view, 'turn', content, { start: block.start, end: colon }, colon);
      if (speech) out.push(speech);
    }
  }
  for (const region of view.regions) {
    const block = blocks[region.block];
    if (block === undefined || !region.closed || region.outer.start - block.start > 1) continue;
    const rest = { start: region.outer.end, end: block.end };
    const next = blocks[region.block + 1];
    const line =
      rest.end > rest.start ? rest : next !== undefined && next.end - next.start <= 100 ? next : null;
    if (line === null) continue;
    const text = view.text.slice(line.start, line.end);
    const signature = SIGNATURE.exec(text);
    if (signature === null || signature[1]!.trim().split(/\s+/).length > 8) continue;
    const name = {
      start: line.start + text.length - signature[1]!.length,
      end: line.start + text.trimEnd().length,
    };
    const dash = line.start + text.search(/[—―–-]/);
    const speech = at(view, 'dash', region.outer, name, dash);
    if (speech) out.push(speech);
  }
  return out;
}

function at(
  view: ArticleView,
  rule: SurfaceSpeech['rule'],
  content: Span,
  name: Span,
  mark: number,
): SurfaceSpeech | null {
  const { tokens } = view;
  const first = tokens.tokenAt(name.start);
  let last = first;
  while (last < tokens.length && tokens.columns.start[last]! < name.end) last++;
  const cue = tokens.tokenAt(mark);
  return last > first && cue < tokens.length
    ? { rule, content: [content], source: { first, last }, cue }
    : null;
}
