import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { OffsetMap, OffsetMapBuilder } from '../../src/core/offset-map.ts';

type Piece = { kind: 'same' | 'entity' | 'markup' | 'inserted'; size: number };

/** A flattening written as pieces: copied characters, a character that raw writes longer, raw markup, text of our own. */
const pieces = fc.array(
  fc.record({
    kind: fc.constantFrom<Piece['kind']>('same', 'entity', 'markup', 'inserted'),
    size: fc.integer({ min: 1, max: 6 }),
  }),
  { maxLength: 14 },
);

/** Builds both sides and, per text character, where it came from. */
function flatten(parts: readonly Piece[]) {
  const builder = new OffsetMapBuilder();
  let text = '';
  let raw = '';
  let letter = 0;
  const origin: ({ start: number; end: number } | null)[] = [];
  for (const { kind, size } of parts) {
    if (kind === 'same') {
      const part = Array.from({ length: size }, () => String.fromCharCode(97 + (letter++ % 26))).join('');
      builder.add(text.length, raw.length, size);
      for (let i = 0; i < size; i++) origin.push({ start: raw.length + i, end: raw.length + i + 1 });
      text += part;
      raw += part;
    } else if (kind === 'entity') {
      builder.add(text.length, raw.length, 1, size + 2);
      origin.push({ start: raw.length, end: raw.length + size + 2 });
      text += '&';
      raw += `&${'e'.repeat(size)};`;
    } else if (kind === 'markup') raw += '<'.repeat(size);
    else {
      for (let i = 0; i < size; i++) origin.push(null);
      text += '\n'.repeat(size);
    }
  }
  return { map: builder.build(), text, raw, origin };
}

describe('OffsetMap', () => {
  it('takes every text span to the raw characters it came from', () => {
    fc.assert(
      fc.property(pieces, fc.nat(), fc.nat(), (parts, a, b) => {
        const { map, text, origin } = flatten(parts);
        const [start, end] = [a % (text.length + 1), b % (text.length + 1)].sort((x, y) => x - y) as [
          number,
          number,
        ];
        const known = origin.slice(start, end).filter((o) => o !== null);
        const got = map.toRaw({ start, end });
        if (known.length > 0) expect(got).toEqual({ start: known[0]!.start, end: known.at(-1)!.end });
        else expect(got.end).toBe(got.start);
      }),
    );
  });

  it('comes back: text to raw to text gives the mapped part of the span', () => {
    fc.assert(
      fc.property(pieces, fc.nat(), fc.nat(), (parts, a, b) => {
        const { map, text, origin } = flatten(parts);
        const [start, end] = [a % (text.length + 1), b % (text.length + 1)].sort((x, y) => x - y) as [
          number,
          number,
        ];
        const mapped = origin.flatMap((o, i) => (o && i >= start && i < end ? [i] : []));
        if (mapped.length === 0) return;
        expect(map.toText(map.toRaw({ start, end }))).toEqual({ start: mapped[0], end: mapped.at(-1)! + 1 });
      }),
    );
  });

  it('is the same after JSON', () => {
    fc.assert(
      fc.property(pieces, (parts) => {
        const { map } = flatten(parts);
        const again = OffsetMap.from(JSON.parse(JSON.stringify(map)));
        expect(again.toJSON()).toEqual(map.toJSON());
      }),
    );
  });

  it('composes: one map after the other is the composed map', () => {
    fc.assert(
      fc.property(
        pieces,
        fc.array(fc.integer({ min: 0, max: 3 }), { maxLength: 40 }),
        fc.nat(),
        fc.nat(),
        (parts, keep, a, b) => {
          const outer = flatten(parts);
          // The inner map drops some characters of the outer text.
          const builder = new OffsetMapBuilder();
          let length = 0;
          for (let i = 0; i < outer.text.length; i++) {
            if ((keep[i % Math.max(1, keep.length)] ?? 1) === 0) continue;
            builder.add(length++, i, 1);
          }
          const inner = builder.build();
          const composed = inner.compose(outer.map);
          const [start, end] = [a % (length + 1), b % (length + 1)].sort((x, y) => x - y) as [number, number];
          const direct = composed.toRaw({ start, end });
          const mapped: { start: number; end: number }[] = [];
          for (let i = start; i < end; i++) {
            const origin = outer.origin[inner.toRaw({ start: i, end: i + 1 }).start];
            if (origin) mapped.push(origin);
          }
          if (mapped.length > 0) expect(direct).toEqual({ start: mapped[0]!.start, end: mapped.at(-1)!.end });
          else expect(direct.end).toBe(direct.start);
        },
      ),
    );
  });

  it('joins neighbours and refuses disorder', () => {
    expect(
      OffsetMap.from([
        [0, 0, 2],
        [2, 2, 3],
      ]).toJSON(),
    ).toEqual([[0, 0, 5]]);
    expect(() =>
      OffsetMap.from([
        [0, 0, 2],
        [1, 5, 3],
      ]),
    ).toThrow(RangeError);
    expect(() =>
      OffsetMap.from([
        [0, 4, 2],
        [2, 1, 3],
      ]),
    ).toThrow(RangeError);
    expect(() => OffsetMap.from([[0, 0, 0]])).toThrow(RangeError);
  });
});
