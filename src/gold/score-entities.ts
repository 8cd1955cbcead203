import { overlaps, type Span } from '../core/span.ts';
import type { EntityRecord } from '../record/record.ts';
import type { EntityAlignment } from './align-entities.ts';
import type { Gold } from './gold.ts';
import { type RecordView, shown, spanKey } from './record-view.ts';
import { counts, type Item, type LayerScore, ratio } from './score.ts';

/** The types that gold annotates; predicted names of other types are neither right nor wrong. */
const SCORED: ReadonlySet<EntityRecord['type']> = new Set(['PERSON', 'ORGANIZATION', 'PLACE']);

/**
 * `mentions`: names of exactly the gold's span (nominal and pronoun mentions are not scored); `typed`: and of its
 * type. `found`: gold entities of which one predicted entity, taken one to one, joins at least half of the mentions
 * while most of its own names belong to it. `whole`: found, with every mention joined and none of another entity.
 * `types`: of the found. Optional entities and mentions cost nothing.
 */
export function scoreEntities(gold: Gold, view: RecordView, alignment: EntityAlignment): LayerScore {
  const items: Item[] = [];
  const predicted = new Map(
    view.record.entities.map((entity) => [
      entity.id,
      {
        type: entity.type,
        name: entity.name,
        names: entity.mentions
          .filter((mention) => mention.kind === 'name')
          .map((mention) => ({ ...view.raw(mention), text: mention.text })),
      },
    ]),
  );
  const typesAt = new Map<string, Set<EntityRecord['type']>>();
  for (const { type, names } of predicted.values()) {
    for (const span of names) {
      const key = spanKey(span);
      typesAt.set(key, (typesAt.get(key) ?? new Set()).add(type));
    }
  }

  let right = 0;
  let typed = 0;
  let missed = 0;
  let found = 0;
  let whole = 0;
  let types = 0;
  let required = 0;
  const wanted = new Map<string, number>();
  const forgiven: Span[] = [];
  for (const [g, entity] of gold.entities.entries()) {
    for (const mention of entity.mentions) {
      wanted.set(spanKey(mention), g);
      if (entity.optional || mention.optional) forgiven.push(mention);
    }
  }
  for (const [g, entity] of gold.entities.entries()) {
    if (entity.optional) continue;
    required++;
    const best = predicted.get(alignment.bestOf.get(g) ?? '');
    const joined = new Set(best?.names.map(spanKey));
    const needed = entity.mentions.filter((mention) => !mention.optional);
    for (const [m, mention] of needed.entries()) {
      const typesHere = typesAt.get(spanKey(mention));
      if (typesHere === undefined) missed++;
      else right++;
      if (entity.types.some((type) => typesHere?.has(type))) typed++;
      if (typesHere === undefined) {
        items.push({
          id: `entities/${g}.${m}`,
          outcome: 'missed',
          note: `mention ${shown(mention.text)} of ${entity.name}`,
          at: mention.start,
        });
      }
    }
    const own = entity.mentions.filter((mention) => joined.has(spanKey(mention))).length;
    const ownNeeded = needed.filter((mention) => joined.has(spanKey(mention))).length;
    const others = best?.names.filter((span) => (wanted.get(spanKey(span)) ?? g) !== g).length ?? 0;
    const isFound = ownNeeded * 2 >= needed.length && ownNeeded > 0 && own > others;
    const isWhole = isFound && ownNeeded === needed.length && others === 0;
    const isTyped = best !== undefined && entity.types.includes(best.type);
    if (isFound) found++;
    if (isWhole) whole++;
    if (isFound && isTyped) types++;
    const state = isFound
      ? `${ownNeeded} of ${needed.length} mentions joined${others > 0 ? `, with ${others} of others` : ''}${isTyped ? '' : `, type ${best?.type}`}`
      : 'not found';
    items.push({
      id: `entities/${g}`,
      outcome: isFound ? (isWhole && isTyped ? 'right' : 'wrong') : 'missed',
      note: `${entity.name} (${entity.types.join(' or ')})${isWhole && isTyped ? '' : `: ${state}`}`,
      at: entity.mentions[0]!.start,
    });
  }

  let spurious = 0;
  for (const { type, name, names } of predicted.values()) {
    if (!SCORED.has(type)) continue;
    for (const span of names) {
      if (wanted.has(spanKey(span)) || forgiven.some((mention) => overlaps(mention, span))) continue;
      spurious++;
      items.push({
        id: `entities/+${spanKey(span)}`,
        outcome: 'spurious',
        note: `${shown(span.text)} as ${type}${name === span.text ? '' : ` ${name}`}`,
        at: span.start,
      });
    }
  }
  return {
    layer: 'entities',
    figures: {
      mentions: counts(right, spurious, missed),
      typed: counts(typed, spurious + right - typed, missed + right - typed),
      found: ratio(found, required),
      whole: ratio(whole, required),
      types: ratio(types, found),
    },
    items,
  };
}
