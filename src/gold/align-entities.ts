import { contains } from '../core/span.ts';
import type { Gold } from './gold.ts';
import { baseName } from './names.ts';
import { type RecordView, spanKey } from './record-view.ts';

/** Which gold entity each predicted entity stands for. */
export interface EntityAlignment {
  /** Predicted id -> index of the gold entity that most of its mentions name; several may name the same. */
  readonly goldOf: ReadonlyMap<string, number>;
  /** One to one, by most mentions in common: gold index -> predicted id. */
  readonly bestOf: ReadonlyMap<number, string>;
  /** Whether a predicted entity or name is the one the gold calls `name`. */
  isNamed(name: string, entity: string | undefined, ...texts: readonly string[]): boolean;
}

/**
 * A predicted mention names a gold entity when its raw span holds one of the entity's mentions and no mention of
 * another one that is longer (`President Donald Trump` names Donald Trump).
 */
export function alignEntities(gold: Gold, view: RecordView): EntityAlignment {
  const mentions = gold.entities.flatMap((entity, g) => entity.mentions.map((mention) => ({ g, mention })));
  const exact = new Map(mentions.map(({ g, mention }) => [spanKey(mention), g]));
  const shared: Shared[] = [];
  const goldOf = new Map<string, number>();
  for (const entity of view.record.entities) {
    const common = new Map<number, number>();
    for (const mention of entity.mentions) {
      if (mention.kind !== 'name') continue;
      const span = view.raw(mention);
      const g =
        exact.get(spanKey(span)) ??
        mentions
          .filter((candidate) => contains(span, candidate.mention))
          .sort((a, b) => b.mention.end - b.mention.start - (a.mention.end - a.mention.start))[0]?.g;
      if (g !== undefined) common.set(g, (common.get(g) ?? 0) + 1);
    }
    const bare = baseName(entity.name);
    const candidates = [...common].map(([g, count]) => ({
      g,
      id: entity.id,
      common: count,
      // Of entities with as many mentions in common the one of the same name, then a required one.
      rank: (baseName(gold.entities[g]!.name) === bare ? 0 : 2) + (gold.entities[g]!.optional ? 1 : 0),
    }));
    candidates.sort(byShare);
    shared.push(...candidates);
    if (candidates[0] !== undefined) goldOf.set(entity.id, candidates[0].g);
  }
  shared.sort(byShare);
  const bestOf = new Map<number, string>();
  const used = new Set<string>();
  for (const { g, id } of shared) {
    if (bestOf.has(g) || used.has(id)) continue;
    bestOf.set(g, id);
    used.add(id);
  }
  const forms = new Map(
    gold.entities.map((entity) => [entity.name, new Set([entity.name, ...entity.aliases].map(baseName))]),
  );
  return {
    goldOf,
    bestOf,
    isNamed(name, entity, ...texts) {
      if (entity !== undefined) {
        const g = goldOf.get(entity);
        if (g !== undefined) return gold.entities[g]!.name === name;
      }
      const wanted = forms.get(name) ?? new Set([baseName(name)]);
      return texts.some((text) => isOneOf(baseName(text), wanted));
    },
  };
}

interface Shared {
  readonly g: number;
  readonly id: string;
  readonly common: number;
  readonly rank: number;
}

function byShare(a: Shared, b: Shared): number {
  return b.common - a.common || a.rank - b.rank || a.g - b.g || (a.id < b.id ? -1 : 1);
}

/** Equal, or the wanted name with words in front of it (`White House spokeswoman Anna Kelly`). */
function isOneOf(text: string, wanted: ReadonlySet<string>): boolean {
  if (wanted.has(text)) return true;
  for (const form of wanted) if (form !== '' && text.endsWith(` ${form}`)) return true;
  return false;
}
