import { z } from 'zod';
import type { EntityType, NameSpan } from '../../core/layers.ts';
import { fold } from './fold.ts';
import { CAPITALS, type Words } from './words.ts';

/** An entity that the user knows; it wins over what the stage would guess. */
export const GazetteerEntrySchema = z.strictObject({
  name: z.string().min(1),
  aliases: z.array(z.string().min(1)).default([]),
  type: z.enum(['PERSON', 'ORGANIZATION', 'PLACE', 'EVENT', 'WORK', 'LAW', 'PRODUCT', 'NORP', 'MISC']),
  /** Becomes the entity's key, a Wikidata QID for example. */
  externalId: z.string().min(1).optional(),
});

export type GazetteerEntry = z.infer<typeof GazetteerEntrySchema>;

/** Most words of a name in the gazetteer. */
const LONGEST = 12;

/** A name that the user's gazetteer holds. */
export interface KnownName extends NameSpan {
  /** Index of the entry. */
  readonly entry: number;
}

/** Names and aliases of the user's entries by their folded words. */
export class UserGazetteer {
  readonly entries: readonly GazetteerEntry[];
  readonly #byPhrase = new Map<string, number>();
  readonly #firstWords = new Set<string>();

  constructor(entries: readonly GazetteerEntry[]) {
    this.entries = entries;
    entries.forEach((entry, index) => {
      for (const name of [entry.name, ...entry.aliases]) {
        const words = name.split(/\s+/).map(fold);
        this.#byPhrase.set(words.join(' '), index);
        this.#firstWords.add(words[0]!);
      }
    });
  }

  /** Replaces names that overlap what the gazetteer finds; the longest match at each token wins. */
  apply(words: Words, names: readonly NameSpan[]): NameSpan[] {
    const known = this.#find(words);
    if (known.length === 0) return [...names];
    const kept = names.filter((name) => !known.some((k) => k.start < name.end && name.start < k.end));
    return [...kept, ...known].sort((a, b) => a.start - b.start);
  }

  /** The entry that a name was found by; -1 for every other name. */
  static entryOf(name: NameSpan): number {
    return (name as Partial<KnownName>).entry ?? -1;
  }

  #find(words: Words): KnownName[] {
    const found: KnownName[] = [];
    for (let i = 0; i < words.length; i++) {
      if (words.capitals[i] === CAPITALS.none || !this.#firstWords.has(words.folded[i]!)) continue;
      for (let last = Math.min(words.length, i + LONGEST); last > i; last--) {
        const entry = this.#byPhrase.get(words.folded.slice(i, last).join(' '));
        if (entry === undefined || words.sentence[last - 1] !== words.sentence[i]) continue;
        const type: EntityType = this.entries[entry]!.type;
        found.push({
          start: words.start(i),
          end: words.end(last - 1),
          type,
          confidence: 1,
          rule: 'entities/user-gazetteer',
          entry,
        });
        i = last - 1;
        break;
      }
    }
    return found;
  }
}
