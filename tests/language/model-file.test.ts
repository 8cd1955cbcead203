import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loadLanguageModel } from '../../src/language/language-model.ts';
import {
  decodeKeys,
  decodeNibbles,
  encodeKeys,
  encodeNibbles,
  ModelFile,
} from '../../src/language/model-file.ts';
import { modelBytes } from '../../train/write-model.ts';

describe('model file', () => {
  const sections = {
    bytes: Uint8Array.of(1, 2, 3),
    small: Int8Array.of(-1, 127),
    words: Uint16Array.of(65535),
    shorts: Int16Array.of(-32767, 5),
    keys: Int32Array.of(-5, 7),
    reals: Float32Array.of(0.5, -2),
    none: new Uint8Array(0),
  };
  const bytes = modelBytes('sample', { size: 3, note: 'é' }, sections);

  it('gives back what was written', () => {
    const file = new ModelFile(bytes, 'sample');
    expect(file.meta).toEqual({ size: 3, note: 'é' });
    expect(file.read('bytes', 'u8')).toEqual(sections.bytes);
    expect(file.read('small', 'i8')).toEqual(sections.small);
    expect(file.read('words', 'u16')).toEqual(sections.words);
    expect(file.read('shorts', 'i16')).toEqual(sections.shorts);
    expect(file.read('keys', 'i32')).toEqual(sections.keys);
    expect(file.read('reals', 'f32')).toEqual(sections.reals);
    expect(file.read('none', 'u8')).toEqual(sections.none);
  });

  it('does so from the middle of a buffer', () => {
    const padded = new Uint8Array(bytes.length + 3);
    padded.set(bytes, 3);
    expect(new ModelFile(padded.subarray(3), 'sample').read('reals', 'f32')).toEqual(sections.reals);
  });

  it.each<[string, Uint8Array]>([
    ['of another kind', modelBytes('other', {}, {})],
    ['cut short', bytes.slice(0, bytes.length - 8)],
    ['cut in the header', bytes.slice(0, 30)],
    ['that is no model', new TextEncoder().encode('<!doctype html>')],
    ['that is empty', new Uint8Array(0)],
  ])('refuses a file %s', (_, broken) => {
    expect(() => new ModelFile(broken, 'sample')).toThrowError(
      expect.objectContaining({ code: 'models/corrupt' }),
    );
  });

  it('refuses a section that is not there', () => {
    expect(() => new ModelFile(bytes, 'sample').read('bytes', 'i32')).toThrowError(
      expect.objectContaining({ code: 'models/corrupt' }),
    );
    expect(() => loadLanguageModel(bytes)).toThrowError(expect.objectContaining({ code: 'models/corrupt' }));
  });

  it('codes small values, two a byte', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.integer({ min: -7, max: 7 }), fc.integer({ min: -7, max: 7 }))),
        (pairs) => {
          const values = Int8Array.from(pairs.flat());
          const bytes = encodeNibbles(values);
          expect(bytes.length).toBe(pairs.length);
          expect(decodeNibbles(bytes)).toEqual(values);
        },
      ),
    );
  });

  it('codes sorted keys', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.integer()), (values) => {
        const keys = Int32Array.from(values).sort((a, b) => (a >>> 0) - (b >>> 0));
        expect(decodeKeys(encodeKeys(keys), keys.length)).toEqual(keys);
      }),
    );
  });
});
