import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { ClaimlineError } from '../core/errors.ts';
import type { ModelStore } from '../core/stage.ts';

/** A store over given bytes: for browsers, bundles and tests. */
export function memoryModelStore(files: Readonly<Record<string, Uint8Array>>): ModelStore {
  return new CachingStore((name) => files[name]);
}

let packaged: ModelStore | undefined;

/** The models that ship in the package's `models/` folder; each is read once, on first use. */
export function packagedModelStore(): ModelStore {
  packaged ??= new CachingStore((name) => {
    try {
      return readFileSync(fileURLToPath(new URL(`../../models/${name}`, import.meta.url)));
    } catch {
      return undefined;
    }
  });
  return packaged;
}

class CachingStore implements ModelStore {
  readonly #read: (name: string) => Uint8Array | undefined;
  readonly #loaded = new Map<string, unknown>();
  readonly #hashes: Record<string, string> = {};

  constructor(read: (name: string) => Uint8Array | undefined) {
    this.#read = read;
  }

  bytes(name: string): Uint8Array {
    if (!/^[\w-]+(?:\.[\w-]+)*$/.test(name)) {
      throw new ClaimlineError('models/missing', `"${name}" is not the name of a model file`);
    }
    const bytes = this.#read(name);
    if (bytes === undefined) {
      throw new ClaimlineError('models/missing', `the model file "${name}" is missing`, {
        hint: 'reinstall the package, or run `npm run train` in a checkout',
      });
    }
    this.#hashes[name] ??= createHash('sha256').update(bytes).digest('hex');
    return bytes;
  }

  get<T>(name: string, load: (bytes: Uint8Array) => T): T {
    if (!this.#loaded.has(name)) {
      try {
        this.#loaded.set(name, load(this.bytes(name)));
      } catch (cause) {
        if (cause instanceof ClaimlineError) throw cause;
        throw new ClaimlineError('models/corrupt', `the model file "${name}" cannot be read`, {
          hint: 'reinstall the package, or run `npm run train` in a checkout',
          cause,
        });
      }
    }
    return this.#loaded.get(name) as T;
  }

  sha256(name: string): string {
    if (this.#hashes[name] === undefined) this.bytes(name);
    return this.#hashes[name]!;
  }
}
