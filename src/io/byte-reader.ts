import { ClaimlineError } from '../core/errors.ts';

const NEWLINE = 0x0a;

/**
 * Pulls bytes from a stream piece by piece: by line, by count, or all. Holds no more than what was asked for
 * and one chunk.
 */
export class ByteReader {
  readonly #source: AsyncIterator<Uint8Array>;
  #chunks: Uint8Array[] = [];
  #buffered = 0;
  #ended = false;

  constructor(source: AsyncIterable<Uint8Array>) {
    this.#source = source[Symbol.asyncIterator]();
  }

  /** At least `count` bytes from here on without taking them, fewer only at the end. May return more. */
  async peek(count: number): Promise<Uint8Array> {
    while (this.#buffered < count && (await this.#pull()));
    return this.#joined();
  }

  /** The next `count` bytes, fewer only at the end. */
  async take(count: number): Promise<Uint8Array> {
    while (this.#buffered < count && (await this.#pull()));
    return this.#cut(Math.min(count, this.#buffered));
  }

  /** Passes over `count` bytes, holding none of them. Returns how many there were. */
  async skip(count: number): Promise<number> {
    let left = count;
    while (left > 0) {
      if (this.#buffered === 0 && !(await this.#pull())) break;
      const step = Math.min(left, this.#buffered);
      this.#cut(step);
      left -= step;
    }
    return count - left;
  }

  /**
   * The next line without its LF or CRLF, or null at the end. A line longer than `limit` is passed over
   * and told by `'too-long'`.
   */
  async line(limit: number): Promise<Uint8Array | 'too-long' | null> {
    let searched = 0;
    let skipped = false;
    for (;;) {
      const found = this.#indexOfNewline(searched);
      if (found >= 0) {
        const line = this.#cut(found + 1);
        if (skipped || found > limit) return 'too-long';
        return line.subarray(0, found > 0 && line[found - 1] === 0x0d ? found - 1 : found);
      }
      searched = this.#buffered;
      if (searched > limit) {
        this.#cut(searched);
        searched = 0;
        skipped = true;
      }
      if (!(await this.#pull())) {
        if (skipped) return 'too-long';
        return this.#buffered === 0 ? null : this.#cut(this.#buffered);
      }
    }
  }

  /** Everything that is left. @throws ClaimlineError `input/too-large` past `limit` bytes. */
  async rest(limit: number): Promise<Uint8Array> {
    while (await this.#pull()) if (this.#buffered > limit) throw tooLarge(limit);
    if (this.#buffered > limit) throw tooLarge(limit);
    return this.#cut(this.#buffered);
  }

  /** Lets go of the stream. */
  async close(): Promise<void> {
    this.#ended = true;
    this.#chunks = [];
    this.#buffered = 0;
    await this.#source.return?.();
  }

  async #pull(): Promise<boolean> {
    while (!this.#ended) {
      const { done, value } = await this.#source.next();
      if (done) this.#ended = true;
      else if (value.length > 0) {
        this.#chunks.push(value);
        this.#buffered += value.length;
        return true;
      }
    }
    return false;
  }

  #indexOfNewline(from: number): number {
    let offset = 0;
    for (const chunk of this.#chunks) {
      if (offset + chunk.length > from) {
        const at = chunk.indexOf(NEWLINE, Math.max(0, from - offset));
        if (at >= 0) return offset + at;
      }
      offset += chunk.length;
    }
    return -1;
  }

  #joined(): Uint8Array {
    if (this.#chunks.length !== 1) this.#chunks = [concat(this.#chunks, this.#buffered)];
    return this.#chunks[0]!;
  }

  #cut(count: number): Uint8Array {
    this.#buffered -= count;
    const first = this.#chunks[0];
    if (first !== undefined && first.length >= count) {
      if (first.length === count) this.#chunks.shift();
      else this.#chunks[0] = first.subarray(count);
      return first.subarray(0, count);
    }
    const parts: Uint8Array[] = [];
    let left = count;
    let used = 0;
    while (left > 0) {
      const chunk = this.#chunks[used]!;
      if (chunk.length <= left) {
        parts.push(chunk);
        used++;
        left -= chunk.length;
      } else {
        parts.push(chunk.subarray(0, left));
        this.#chunks[used] = chunk.subarray(left);
        left = 0;
      }
    }
    this.#chunks.splice(0, used);
    return concat(parts, count);
  }
}

function concat(parts: readonly Uint8Array[], length: number): Uint8Array {
  const out = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    out.set(part, at);
    at += part.length;
  }
  return out;
}

function tooLarge(limit: number): ClaimlineError {
  return new ClaimlineError('input/too-large', `more than ${limit} bytes in one document`, {
    hint: 'split the input, or raise --max-bytes',
  });
}
