import type { Span } from '../../../core/span.ts';
import { type ClaimContext, mentionsIn } from '../context.ts';
import type { Draft } from '../draft.ts';

/** A function word or participle that opened the sentence loses its capital where it no longer does; a name never. */
export function lowered(context: ClaimContext, span: Span, text: string): string {
  const { tree } = context;
  const first = tree.tokens.tokenAt(span.start);
  if (first >= tree.length || tree.tokens.first(tree.sentenceOf(first)) !== first) return text;
  const written = context.text.slice(span.start, tree.end(first));
  const isName = mentionsIn(context, span).some(({ start, kind }) => start === span.start && kind === 'name');
  const beforeName = /^\s*\p{Lu}/u.test(context.text.slice(tree.end(first), tree.end(first) + 2));
  const open = /^(?:VB[NG]|JJR?)$/.test(tree.xpos(first)) && !beforeName;
  const closed = open || CLOSED_CLASSES.has(tree.upos(first)) || isCommonTitle(context, first, beforeName);
  // What was put in its place (`Ana Ruiz's` for `Her`) keeps its capital.
  return closed && !isName && written !== 'I' && text.startsWith(written)
    ? text.charAt(0).toLowerCase() + text.slice(1)
    : text;
}

/** The noun of a title that opened its sentence: `Pop singer Ana Ruiz`, `Finance minister Ana Ruiz`; not a name, a firm's or a place's. */
function isCommonTitle({ tree, text }: ClaimContext, first: number, beforeName: boolean): boolean {
  if (tree.xpos(first) !== 'NN' || beforeName || first + 1 >= tree.length) return false;
  const word = text.slice(tree.start(first), tree.end(first));
  // the noun after it shows that it is written small
  return /^\p{Lu}\p{Ll}+$/u.test(word) && tree.xpos(first + 1) === 'NN' && tree.rel(first) === 'compound';
}

const CLOSED_CLASSES: ReadonlySet<string> = new Set(['ADP', 'ADV', 'AUX', 'CCONJ', 'DET', 'PRON', 'SCONJ']);

/** A subject that ends in an insertion takes its second comma along. */
export function closed(context: ClaimContext, draft: Draft, subject: string): string {
  const { tree } = context;
  if (draft.predicate.implicit) return subject;
  const last = tree.tokens.tokenAt(draft.subject.end - 1);
  if (last + 1 >= tree.length || tree.form(last + 1) !== ',') return subject;
  const { head, tokens } = draft.proposition.subject;
  const list = tokens.some((token) => tree.base(token) === 'cc' && token > head);
  return subject.includes(', ') && !list ? `${subject},` : subject;
}

/**
 * `schoolteacher Ana Ruiz`, `State Sen. Ana Ruiz`: a title before a name takes an article when it stands by itself; an
 * office that one person holds does not (`is prime minister`).
 */
export function missingArticle(context: ClaimContext, draft: Draft): string | null {
  const { tree, text } = context;
  const { object, objectFrom } = draft;
  if (object === null || objectFrom === null || draft.proposition.construction !== 'title') return null;
  const { head } = objectFrom.phrase;
  const written = text.slice(object.start, object.end);
  const last = written.split(/\s/u).at(-1)!.toLowerCase();
  const office = OFFICES.has(last) || (last === 'officer' && /^chief\s/i.test(written));
  if (tree.xpos(head) === 'NNS' || office) return null;
  if (/^(?:the|an?|his|her|its|their|my|our)\s/i.test(written) || /['’]s\s/u.test(written)) return null;
  return /^[aeiou]/i.test(written) && !/^(?:eu|uni|u\.?s|uk|one)/i.test(written) ? 'an' : 'a';
}

const OFFICES: ReadonlySet<string> = new Set(
  `ambassador boss captain ceo chair chairman chairperson chairwoman chancellor chief coach commander commissioner director executive gov. governor head
  king leader manager mayor minister pm premier president principal queen secretary speaker taoiseach treasurer`.split(
    /\s+/,
  ),
);

/** Pieces joined to one line with a capital and a full stop. */
export function assemble(pieces: readonly string[]): string {
  let text = '';
  for (const piece of pieces) {
    const trimmed = withoutOpenBracket(piece.replace(/\s+/gu, ' ').trim());
    if (trimmed === '') continue;
    text +=
      text === '' || /^(?:['’](?:s|re|ve|d|ll|m)|n['’]t)\b/u.test(trimmed) || /^[,.;:]/u.test(trimmed)
        ? trimmed
        : ` ${trimmed}`;
  }
  text = text.replace(/[\s,;:–—-]+$/u, '').replace(/[\s,;:]+(["”’])$/u, '$1');
  if ((text.match(/["“”]/gu)?.length ?? 0) % 2 === 1) text = text.replace(/["“”]/gu, '');
  if (text.includes('‘') && !/‘[^‘]*’/u.test(text)) text = text.replace(/‘/gu, '');
  const capital = text.charAt(0).toUpperCase() + text.slice(1);
  return /[.!?]["”’]?$/u.test(capital) ? capital : `${capital}.`;
}

/** `Imran Sharif (Green` ends before the bracket that nothing closes. */
function withoutOpenBracket(piece: string): string {
  const open = piece.lastIndexOf('(');
  return open > 0 && piece.indexOf(')', open) < 0 ? piece.slice(0, open).trimEnd() : piece;
}
