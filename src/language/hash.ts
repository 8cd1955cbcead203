// 32-bit hashing of strings and of feature tuples. All values are signed 32-bit integers.

/** FNV-1a with a final mix (the constants are those of Murmur3-like finalisers). */
export function hashString(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) {
    hash ^= text.charCodeAt(i);
    hash = Math.imul(hash, 0x01000193);
  }
  return finish(hash);
}

/** Spreads entropy over all bits; never 0, which marks an empty cell of a hash table. */
export function finish(hash: number): number {
  let h = hash ^ (hash >>> 15);
  h = Math.imul(h, 0x2c1b3c6d);
  h ^= h >>> 13;
  return h === 0 ? 1 : h;
}

/** Order-sensitive combination of a running hash with one more value. */
export function combine(hash: number, value: number): number {
  const h = Math.imul(hash ^ value, 0x9e3779b1);
  return (h << 13) | (h >>> 19);
}

/** The hash of a small number, so that codes mix as well as words do. */
export function hashCode(code: number): number {
  return finish(Math.imul(code + 0x3c6ef372, 0x85ebca6b));
}
