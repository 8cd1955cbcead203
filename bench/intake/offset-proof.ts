import type { ChildNode, Element, Text } from 'domhandler';
import { ElementType, parseDocument } from 'htmlparser2';
import type { RawBlock } from '../../src/core/layers.ts';
import type { OffsetMap } from '../../src/core/offset-map.ts';
import { SCREEN_READER } from '../../src/stages/intake-html/elements.ts';

export interface OffsetFault {
  readonly block: RawBlock;
  readonly expected: string;
  readonly found: string;
}

/**
 * Checks that every block's raw slice, decoded and stripped of markup, is its text. Independent of intake: the slice
 * is cleared of comments, of elements that are never shown and of tags, its entities are decoded, and both sides are
 * compared without white space (which tags may stand for). Hidden elements count where intake kept them: on pages that
 * hide most of their text. Each mapped character is compared with its own raw
 * characters besides.
 */
export function proveOffsets(
  raw: string,
  text: string,
  map: OffsetMap,
  blocks: readonly RawBlock[],
): OffsetFault[] {
  const faults: OffsetFault[] = [];
  for (const block of blocks) {
    const span = map.toRaw(block);
    const slice = raw.slice(span.start, span.end);
    const found = bare(stripMarkup(slice, false));
    const expected = bare(text.slice(block.start, block.end));
    if (found !== expected && bare(stripMarkup(slice, true)) !== expected)
      faults.push({ block, expected, found });
  }
  for (const [start, rawStart, length, rawLength] of map.toJSON()) {
    const here = text.slice(start, start + length);
    const there = raw.slice(rawStart, rawStart + (rawLength ?? length));
    const same = here === there || bare(stripMarkup(there, false)) === bare(here);
    if (!same) faults.push({ block: blocks[0]!, expected: here, found: there });
  }
  return faults;
}

/** What a reader sees of a piece of markup, by htmlparser2's own tree (intake uses its tokenizer alone). */
function stripMarkup(raw: string, keepHidden: boolean): string {
  const parts: string[] = [];
  const walk = (nodes: readonly ChildNode[]): void => {
    for (const node of nodes) {
      if (node.type === ElementType.Text) parts.push((node as Text).data);
      else if (node.type === ElementType.Tag && !isUnseen(node as Element, keepHidden))
        walk((node as Element).children);
    }
  };
  walk(parseDocument(raw).children as ChildNode[]);
  return parts.join('');
}

const NEVER_SHOWN =
  /^(?:script|style|svg|math|noscript|template|iframe|object|applet|canvas|select|datalist|textarea|title|video|audio|map|noembed|noframes)$/;

function isUnseen({ name, attribs }: Element, keepHidden: boolean): boolean {
  if (NEVER_SHOWN.test(name)) return true;
  if (keepHidden) return false;
  return (
    attribs.hidden !== undefined ||
    /display\s*:\s*none|visibility\s*:\s*hidden/i.test(attribs.style ?? '') ||
    (!/^h\d$/.test(name) &&
      SCREEN_READER.test(`${attribs.class ?? ''} ${attribs.id ?? ''}`.toLowerCase().replace(/\s+/g, ' ')))
  );
}

function bare(text: string): string {
  return text.replace(/\s+/g, '');
}
