import {
  MODEL_MAGIC,
  type ModelHeader,
  type SectionEntry,
  type SectionType,
} from '../src/language/model-file.ts';

export type SectionValues = Uint8Array | Int8Array | Uint16Array | Int16Array | Int32Array | Float32Array;

/** The bytes of a model file (see `src/language/model-file.ts`). The same input gives the same bytes. */
export function modelBytes(
  kind: string,
  meta: Readonly<Record<string, unknown>>,
  sections: Readonly<Record<string, SectionValues>>,
): Uint8Array {
  const names = Object.keys(sections);
  let headerRoom = 0;
  // The header holds the offsets, so its own length is found by trying until it is stable.
  for (;;) {
    let at = aligned(8 + headerRoom);
    const entries: SectionEntry[] = names.map((name) => {
      const values = sections[name]!;
      const entry = { name, type: typeOf(values), offset: at, length: values.length };
      at = aligned(at + values.byteLength);
      return entry;
    });
    const header: ModelHeader = { kind, meta, sections: entries };
    const encoded = new TextEncoder().encode(JSON.stringify(header));
    if (encoded.length > headerRoom) {
      headerRoom = encoded.length + 16;
      continue;
    }
    const bytes = new Uint8Array(at);
    bytes.set(new TextEncoder().encode(MODEL_MAGIC), 0);
    new DataView(bytes.buffer).setUint32(4, encoded.length, true);
    bytes.set(encoded, 8);
    for (const { name, offset } of entries) {
      const values = sections[name]!;
      bytes.set(new Uint8Array(values.buffer, values.byteOffset, values.byteLength), offset);
    }
    return bytes;
  }
}

function aligned(offset: number): number {
  return Math.ceil(offset / 8) * 8;
}

function typeOf(values: SectionValues): SectionType {
  if (values instanceof Uint8Array) return 'u8';
  if (values instanceof Int8Array) return 'i8';
  if (values instanceof Uint16Array) return 'u16';
  if (values instanceof Int16Array) return 'i16';
  return values instanceof Int32Array ? 'i32' : 'f32';
}
