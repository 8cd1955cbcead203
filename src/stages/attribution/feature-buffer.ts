import { combine, finish, hashCode } from '../../language/hash.ts';

/** Collects hashed features; grows never: what does not fit is dropped. */
export class FeatureBuffer {
  readonly values = new Int32Array(512);
  length = 0;

  clear(): void {
    this.length = 0;
  }

  add(template: number, a: number, b = 0, c = 0): void {
    if (this.length === this.values.length) return;
    let hash = combine(0x2545f491, hashCode(template));
    hash = combine(hash, a);
    hash = combine(hash, b);
    hash = combine(hash, c);
    this.values[this.length++] = finish(hash);
  }
}

/** Steps that grow with the number: 0 1 2 3 4 5-6 7-9 10-14 15-24 25+. */
export function bucket(value: number): number {
  if (value < 5) return value;
  if (value < 7) return 5;
  if (value < 10) return 6;
  if (value < 15) return 7;
  return value < 25 ? 8 : 9;
}
