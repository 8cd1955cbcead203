import { brotliDecompressSync, gunzipSync, inflateRawSync, inflateSync } from 'node:zlib';
import { ClaimlineError } from '../core/errors.ts';

/** An HTTP response as a WARC record holds it. */
export interface HttpResponse {
  readonly status: number;
  /** Lower-case names; a repeated field's values are joined with `, `. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array;
}

/** Longest header block that is read. */
const HEADER_BYTES = 256 * 1024;

/**
 * Takes a response apart and undoes its transfer and content encoding. Crawlers often store the decoded body
 * under the original header, so a body that is not in the declared encoding is taken as it is.
 * @throws ClaimlineError `input/malformed` without a status line, `input/too-large` when it unpacks past `limit`
 */
export function parseHttpResponse(bytes: Uint8Array, limit: number): HttpResponse {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.byteLength, HEADER_BYTES));
  const end = /\r?\n\r?\n/.exec(head.toString('latin1'));
  const headerText = head.toString('latin1', 0, end?.index ?? head.length);
  const status = /^HTTP\/\d(?:\.\d)?\s+(\d{3})/.exec(headerText)?.[1];
  if (status === undefined || end === null) {
    throw new ClaimlineError('input/malformed', 'the WARC record holds no HTTP response');
  }
  const headers = parseHeaders(headerText.slice(headerText.indexOf('\n') + 1));
  let body = bytes.subarray(end.index + end[0].length);
  if (/chunked/i.test(headers['transfer-encoding'] ?? '')) body = dechunk(body) ?? body;
  for (const encoding of (headers['content-encoding'] ?? '').toLowerCase().split(',').reverse()) {
    body = unpack(body, encoding.trim(), limit);
  }
  return { status: Number(status), headers, body };
}

/** Header lines to fields with lower-case names. Folded lines are joined. */
export function parseHeaders(text: string): Record<string, string> {
  const headers: Record<string, string> = {};
  for (const line of text.replace(/\r?\n[ \t]+/g, ' ').split(/\r?\n/)) {
    const colon = line.indexOf(':');
    if (colon <= 0) continue;
    const name = line.slice(0, colon).trim().toLowerCase();
    const value = line.slice(colon + 1).trim();
    headers[name] = headers[name] === undefined ? value : `${headers[name]}, ${value}`;
  }
  return headers;
}

/** The body without its chunk sizes, null when it is not chunked. */
function dechunk(body: Uint8Array): Uint8Array | null {
  const view = Buffer.from(body.buffer, body.byteOffset, body.byteLength);
  const parts: Uint8Array[] = [];
  let at = 0;
  for (;;) {
    const lineEnd = view.indexOf('\n', at);
    if (lineEnd < 0 || lineEnd - at > 100) return null;
    const size = /^\s*([0-9a-f]{1,8})\s*(?:;|\r?$)/i.exec(view.toString('latin1', at, lineEnd))?.[1];
    if (size === undefined) return null;
    const length = Number.parseInt(size, 16);
    if (length === 0) return Buffer.concat(parts);
    at = lineEnd + 1;
    parts.push(view.subarray(at, at + length));
    at += length;
    if (at >= view.length) return Buffer.concat(parts);
    if (view[at] === 0x0d) at++;
    if (view[at] === 0x0a) at++;
  }
}

function unpack(body: Uint8Array, encoding: string, maxOutputLength: number): Uint8Array {
  try {
    switch (encoding) {
      case 'gzip':
      case 'x-gzip':
        return body[0] === 0x1f && body[1] === 0x8b ? gunzipSync(body, { maxOutputLength }) : body;
      case 'br':
        return brotliDecompressSync(body, { maxOutputLength });
      case 'deflate':
        return (body[0]! & 0x0f) === 8
          ? inflateSync(body, { maxOutputLength })
          : inflateRawSync(body, { maxOutputLength });
      default:
        return body;
    }
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE') {
      throw new ClaimlineError(
        'input/too-large',
        `the response unpacks to more than ${maxOutputLength} bytes`,
      );
    }
    return body;
  }
}
