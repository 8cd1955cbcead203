import { ClaimlineError, toClaimlineError } from '../core/errors.ts';
import type { ByteReader } from './byte-reader.ts';
import { parseHeaders, parseHttpResponse } from './http-body.ts';
import type { InputItem, RawInput, SourceOptions } from './input-item.ts';

/** Longest header line, and most lines of a record's header. */
const LINE_BYTES = 64 * 1024;
const HEADER_LINES = 1000;

/**
 * The pages of a WARC file (ISO 28500; WET too), record by record: responses and resources of HTML or plain
 * text, conversions. Everything else is skipped with a reason. A damaged record becomes a failed item and
 * reading goes on at the next line that starts a record; a damaged stream ends it.
 *
 * Written here rather than taken from warcio, which brings some 40 packages (yargs and tempy among them) and
 * inflates in JavaScript.
 */
export async function* warcDocuments(
  reader: ByteReader,
  path: string | undefined,
  options: SourceOptions,
): AsyncGenerator<InputItem> {
  for (let record = 0; ; record++) {
    const location = { file: path, record };
    const facts = path === undefined ? { location } : { path, location };
    let fields: Readonly<Record<string, string>> | null;
    let content: Uint8Array | ClaimlineError | null;
    try {
      fields = await recordHeader(reader);
      if (fields === null) return;
      content = await recordContent(reader, fields, options.maxBytes);
    } catch (error) {
      yield { kind: 'failed', error: toClaimlineError(error, location), ...facts };
      return;
    }
    if (content === null) yield { kind: 'skipped', reason: `WARC ${fields['warc-type'] ?? 'record'}` };
    else if (content instanceof ClaimlineError)
      yield { kind: 'failed', error: content.at(location), ...facts };
    else {
      try {
        const page = pageOf(fields, content, options.maxBytes);
        yield 'reason' in page ? page : { kind: 'document', ...facts, ...page };
      } catch (error) {
        yield { kind: 'failed', error: toClaimlineError(error, location), ...facts };
      }
    }
  }
}

/** The next record's fields, null at the end. Lines before the next `WARC/` line are passed over. */
async function recordHeader(reader: ByteReader): Promise<Record<string, string> | null> {
  for (;;) {
    const line = await reader.line(LINE_BYTES);
    if (line === null) return null;
    if (line !== 'too-long' && /^WARC\/\d/.test(latin1(line))) break;
  }
  const lines: string[] = [];
  for (;;) {
    const line = await reader.line(LINE_BYTES);
    if (line === null) throw truncated();
    if (line === 'too-long') continue;
    if (line.length === 0) return parseHeaders(lines.join('\n'));
    if (lines.length < HEADER_LINES) lines.push(Buffer.from(line).toString('utf8'));
  }
}

/** The record's block; null when it is none that holds a page; an error when it cannot be used. */
async function recordContent(
  reader: ByteReader,
  fields: Readonly<Record<string, string>>,
  limit: number,
): Promise<Uint8Array | ClaimlineError | null> {
  if (!/^\d{1,15}$/.test(fields['content-length'] ?? '')) {
    return new ClaimlineError('input/malformed', 'a WARC record without a Content-Length');
  }
  const length = Number(fields['content-length']);
  const wanted = /^(?:response|resource|conversion)$/.test(fields['warc-type'] ?? '');
  if (!wanted || length > limit) {
    if ((await reader.skip(length)) < length) throw truncated();
    if (!wanted) return null;
    return new ClaimlineError('input/too-large', `a WARC record of ${length} bytes`, {
      hint: 'raise --max-bytes',
    });
  }
  const content = await reader.take(length);
  if (content.length < length) throw truncated();
  return content;
}

type Page = Omit<RawInput, 'kind' | 'location' | 'path'>;

function pageOf(
  fields: Readonly<Record<string, string>>,
  block: Uint8Array,
  limit: number,
): Page | { kind: 'skipped'; reason: string } {
  const isHttp = /^application\/http/i.test(fields['content-type'] ?? '');
  const response = isHttp ? parseHttpResponse(block, limit) : null;
  if (response !== null && (response.status < 200 || response.status > 299)) {
    return { kind: 'skipped', reason: `HTTP status ${response.status}` };
  }
  const contentType = (response === null ? fields['content-type'] : response.headers['content-type']) ?? '';
  const type = /^\s*([\w.+-]+\/[\w.+-]+)/.exec(contentType)?.[1]?.toLowerCase();
  const mediaType = /^(?:text\/html|application\/xhtml\+xml)$/.test(type ?? 'text/html')
    ? 'text/html'
    : type === 'text/plain'
      ? 'text/plain'
      : null;
  if (mediaType === null) return { kind: 'skipped', reason: `media type ${type}` };
  const charset = /charset\s*=\s*["']?([\w.:-]+)/i.exec(contentType)?.[1];
  const id = /^<urn:uuid:([^>]+)>$/.exec(fields['warc-record-id'] ?? '')?.[1] ?? fields['warc-record-id'];
  const url = fields['warc-target-uri']?.replace(/^<(.*)>$/, '$1');
  const fetchedAt = fields['warc-date'];
  return {
    content: response === null ? block : response.body,
    mediaType,
    ...(charset === undefined ? {} : { charset }),
    ...(id === undefined ? {} : { id }),
    ...(url === undefined ? {} : { url }),
    ...(fetchedAt === undefined ? {} : { fetchedAt }),
    ...(response === null ? {} : { headers: response.headers }),
  };
}

function truncated(): ClaimlineError {
  return new ClaimlineError('input/truncated', 'the WARC file ends inside a record', {
    hint: 'fetch the file again',
  });
}

function latin1(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.byteLength, 32)).toString('latin1');
}
