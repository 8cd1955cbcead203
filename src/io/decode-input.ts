import { createHash } from 'node:crypto';
import type { Diagnostic } from '../core/diagnostic.ts';
import { ClaimlineError } from '../core/errors.ts';
import { decodeBytes } from './charset.ts';
import type { InputFacts, RawInput } from './input-item.ts';
import { mediaTypeOfText } from './sniff.ts';

/** A document ready for the pipeline. */
export interface DecodedInput extends InputFacts {
  readonly html?: string;
  readonly text?: string;
  readonly mediaType: 'text/html' | 'text/plain';
  readonly charset: string;
  readonly sha256: string;
  readonly location: RawInput['location'];
}

/**
 * Bytes to text, with what was doubtful about it.
 * @throws ClaimlineError `input/empty` when there is nothing but blanks
 */
export function decodeInput(raw: RawInput): { input: DecodedInput; doubts: readonly Diagnostic[] } {
  const { kind: _, content, charset: declared, ...facts } = raw;
  const decoded =
    typeof content === 'string'
      ? { text: content, charset: 'utf-8', doubts: [] }
      : decodeBytes(content, declared, raw.mediaType !== 'text/plain');
  const { charset } = decoded;
  // As HTML has it; and databases refuse the character.
  const text = decoded.text.replaceAll('\0', '\ufffd');
  if (!/\S/.test(text)) {
    throw new ClaimlineError('input/empty', 'there is nothing but blanks in it', {
      hint: 'fetch the page again',
      location: raw.location,
    });
  }
  const mediaType = raw.mediaType ?? mediaTypeOfText(text);
  const doubts = decoded.doubts.map((doubt) => ({ ...doubt, stage: 'input' }));
  const body = mediaType === 'text/html' ? { html: text } : { text };
  return { input: { ...facts, ...body, mediaType, charset, sha256: sha256Of(content) }, doubts };
}

/** Hex SHA-256 of the bytes, of the UTF-8 form of a string. */
export function sha256Of(content: Uint8Array | string): string {
  return createHash('sha256').update(content).digest('hex');
}
