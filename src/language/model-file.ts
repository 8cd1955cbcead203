import { ClaimlineError } from '../core/errors.ts';

// A model file: the 4 bytes `CLM1`, the length of the header (u32, little-endian), the header (JSON, UTF-8),
// then the sections, each at a multiple of 8 from the start of the file. Numbers are little-endian.

export type SectionType = 'u8' | 'i8' | 'u16' | 'i16' | 'i32' | 'f32';

type Column<T extends SectionType> = T extends 'u8'
  ? Uint8Array
  : T extends 'i8'
    ? Int8Array
    : T extends 'u16'
      ? Uint16Array
      : T extends 'i16'
        ? Int16Array
        : T extends 'i32'
          ? Int32Array
          : Float32Array;

export interface SectionEntry {
  readonly name: string;
  readonly type: SectionType;
  readonly offset: number;
  /** Number of values. */
  readonly length: number;
}

export interface ModelHeader {
  readonly kind: string;
  /** Small values that the model's parts need; JSON. */
  readonly meta: Readonly<Record<string, unknown>>;
  readonly sections: readonly SectionEntry[];
}

export const MODEL_MAGIC = 'CLM1';

const WIDTH = { u8: 1, i8: 1, u16: 2, i16: 2, i32: 4, f32: 4 } as const;

/** Read access to the sections of a model file. */
export class ModelFile {
  readonly kind: string;
  readonly meta: Readonly<Record<string, unknown>>;
  readonly #bytes: Uint8Array;
  readonly #sections: ReadonlyMap<string, SectionEntry>;

  /** @throws ClaimlineError `models/corrupt` when the bytes are not a model file of the kind, or are cut short */
  constructor(bytes: Uint8Array, kind: string) {
    const header = readHeader(bytes);
    if (header.kind !== kind) throw corrupt(`it holds "${header.kind}" instead of "${kind}"`);
    this.kind = kind;
    this.meta = header.meta;
    this.#bytes = bytes;
    this.#sections = new Map(header.sections.map((section) => [section.name, section]));
    for (const { name, type, offset, length } of header.sections) {
      if (!(offset >= 0 && length >= 0 && offset + length * WIDTH[type] <= bytes.length))
        throw corrupt(`its section "${name}" is cut short`);
    }
  }

  /** The values of a section, copied so that they are aligned. @throws ClaimlineError `models/corrupt` */
  read<T extends SectionType>(name: string, type: T): Column<T> {
    const section = this.#sections.get(name);
    if (section === undefined || section.type !== type)
      throw corrupt(`it has no section "${name}" of ${type}`);
    const from = section.offset;
    // not slice(): of a Node Buffer that is a view
    const copy = new Uint8Array(this.#bytes.subarray(from, from + section.length * WIDTH[type])).buffer;
    switch (type) {
      case 'u8':
        return new Uint8Array(copy) as Column<T>;
      case 'i8':
        return new Int8Array(copy) as Column<T>;
      case 'u16':
        return new Uint16Array(copy) as Column<T>;
      case 'i16':
        return new Int16Array(copy) as Column<T>;
      case 'i32':
        return new Int32Array(copy) as Column<T>;
      default:
        return new Float32Array(copy) as Column<T>;
    }
  }
}

function readHeader(bytes: Uint8Array): ModelHeader {
  const magic = String.fromCharCode(...bytes.subarray(0, 4));
  if (magic !== MODEL_MAGIC) throw corrupt('it is not a Claimline model');
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  try {
    const length = view.getUint32(4, true);
    return JSON.parse(new TextDecoder().decode(bytes.subarray(8, 8 + length))) as ModelHeader;
  } catch (cause) {
    throw corrupt('its header cannot be read', cause);
  }
}

function corrupt(what: string, cause?: unknown): ClaimlineError {
  return new ClaimlineError('models/corrupt', `the model file is damaged: ${what}`, {
    hint: 'reinstall the package, or train the models again (npm run train)',
    cause,
  });
}

/** Sorted unsigned 32-bit keys from their differences, 7 bits a byte, low bits first. */
export function decodeKeys(bytes: Uint8Array, count: number): Int32Array {
  const keys = new Int32Array(count);
  let at = 0;
  let key = 0;
  for (let j = 0; j < count; j++) {
    let difference = 0;
    let unit = 1;
    for (;;) {
      const byte = bytes[at++];
      if (byte === undefined) throw corrupt('its keys are cut short');
      difference += (byte & 127) * unit;
      if (byte < 128) break;
      unit *= 128;
    }
    key += difference;
    keys[j] = key | 0;
  }
  return keys;
}

/** Values from -7 to 7, two a byte, the first in the low bits. */
export function decodeNibbles(bytes: Uint8Array): Int8Array {
  const values = new Int8Array(bytes.length * 2);
  for (let i = 0; i < bytes.length; i++) {
    const byte = bytes[i]!;
    values[2 * i] = (byte & 15) - 8;
    values[2 * i + 1] = (byte >> 4) - 8;
  }
  return values;
}

/** The inverse of `decodeNibbles`; an even number of values. */
export function encodeNibbles(values: Int8Array): Uint8Array {
  return Uint8Array.from({ length: values.length / 2 }, (_, i) => {
    const low = values[2 * i]! + 8;
    return low | ((values[2 * i + 1]! + 8) << 4);
  });
}

/** The inverse of `decodeKeys`. */
export function encodeKeys(keys: Int32Array): Uint8Array {
  const bytes: number[] = [];
  let previous = 0;
  for (const signed of keys) {
    const key = signed >>> 0;
    let difference = key - previous;
    previous = key;
    while (difference >= 128) {
      bytes.push((difference % 128) | 128);
      difference = Math.floor(difference / 128);
    }
    bytes.push(difference);
  }
  return Uint8Array.from(bytes);
}
