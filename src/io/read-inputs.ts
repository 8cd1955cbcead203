import type { Readable } from 'node:stream';
import { ClaimlineError, toClaimlineError } from '../core/errors.ts';
import type { ByteReader } from './byte-reader.ts';
import { expandInputs, type InputPlace } from './expand-inputs.ts';
import { DEFAULT_MAX_BYTES, type InputItem, type SourceOptions } from './input-item.ts';
import { jsonDocuments, jsonlDocuments } from './jsonl-documents.ts';
import { openBytes } from './open-bytes.ts';
import { mediaTypeOfName, SNIFF_BYTES, sniff } from './sniff.ts';
import { warcDocuments } from './warc-documents.ts';

export interface ReadOptions extends Partial<SourceOptions> {
  /** What `-` reads. Default: the process's stdin. */
  readonly stdin?: Readable;
}

/**
 * All documents of files, globs, folders and stdin (`-`), in order, read as they are asked for. HTML, text,
 * JSONL and WARC files, each also as gzip. Never throws for a bad input: what cannot be read is an item of
 * its own, and the rest comes out.
 */
export async function* readInputs(
  patterns: readonly string[],
  options: ReadOptions = {},
): AsyncGenerator<InputItem> {
  for await (const place of expandInputs(patterns)) yield* readPlace(place, options);
}

/** The documents of one file. */
export async function* readPlace(place: InputPlace, options: ReadOptions = {}): AsyncGenerator<InputItem> {
  const path = place.path === '-' ? undefined : place.path;
  const facts = path === undefined ? { location: { file: '-' } } : { path, location: { file: path } };
  if ('error' in place) {
    yield { kind: 'failed', error: place.error.at(facts.location), ...facts };
    return;
  }
  const bounds = { maxBytes: options.maxBytes ?? DEFAULT_MAX_BYTES };
  let reader: ByteReader | undefined;
  try {
    reader = await openBytes(place.path, options.stdin ?? process.stdin, options.onBytes);
    const { kind, format } = sniff(await reader.peek(SNIFF_BYTES), place.path);
    if (kind === 'warc') yield* warcDocuments(reader, path, bounds);
    else if (kind === 'jsonl') yield* jsonlDocuments(reader, path, bounds);
    else if (kind === 'json') yield* jsonDocuments(await reader.rest(bounds.maxBytes), path);
    else if (kind === 'page') {
      const content = await reader.rest(bounds.maxBytes);
      const mediaType = mediaTypeOfName(place.path);
      yield { kind: 'document', content, ...facts, ...(mediaType === undefined ? {} : { mediaType }) };
    } else throw notText(kind, format);
  } catch (error) {
    yield { kind: 'failed', error: toClaimlineError(error, facts.location), ...facts };
  } finally {
    await reader?.close();
  }
}

function notText(kind: string, format: string | undefined): ClaimlineError {
  if (kind === 'empty')
    return new ClaimlineError('input/empty', 'there is nothing in it', { hint: 'fetch the page again' });
  if (kind === 'gzip')
    return new ClaimlineError('input/unsupported', 'gzip inside gzip', { hint: 'unpack it once' });
  if (kind === 'feed') {
    return new ClaimlineError('input/unsupported', `this is ${format}, not a page`, {
      hint: 'fetch the pages that it links to, and give those',
    });
  }
  return new ClaimlineError('input/binary', `this is ${format ?? 'binary data'}, not a page or text`, {
    hint:
      format === 'PDF' || format?.startsWith('Microsoft')
        ? 'turn it into plain text first (pdftotext, pandoc), and give that as .txt'
        : 'HTML, plain text, JSON, JSONL and WARC are read, each also as gzip',
  });
}
