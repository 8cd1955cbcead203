import type { ClaimRecord } from '../record/record.ts';
import type { EntityAlignment } from './align-entities.ts';
import type { Gold, GoldClaim } from './gold.ts';

/** The slots that are compared on every matched pair. */
export const CLAIM_SLOTS = [
  'time',
  'source',
  'polarity',
  'modality',
  'kind',
  'place',
  'subjectEntity',
] as const;
export type ClaimSlot = (typeof CLAIM_SLOTS)[number];

/** The four that count together. */
export const CORE_SLOTS: readonly ClaimSlot[] = ['time', 'source', 'polarity', 'modality'];

export interface SlotAnswer {
  readonly right: boolean;
  readonly want: string | null;
  readonly got: string | null;
}

/**
 * Each slot of a matched pair. Time: the value of the claim's own event time (else of its first other time), inherited
 * times left aside; no event time where the gold has none: start and end of
 * validity and what it is compared with do not date it. Source: the innermost one,
 * by entity or name. Place: one of the predicted places, none where the gold has none. Subject entity: the same entity,
 * none (or one that the gold does not know) where the gold has none or an optional one.
 */
export function compareSlots(
  want: GoldClaim,
  got: ClaimRecord,
  gold: Gold,
  alignment: EntityAlignment,
): Record<ClaimSlot, SlotAnswer> {
  const nameOf = (entity: string | undefined) => {
    const g = entity === undefined ? undefined : alignment.goldOf.get(entity);
    return g === undefined ? null : gold.entities[g]!.name;
  };
  const isOptional = (name: string | null) =>
    gold.entities.some((entity) => entity.optional && entity.name === name);
  const own = got.time.filter((time) => time.inherited !== true);
  const event = own.find((time) => time.role === 'event');
  const stated = event ?? own[0];
  const time = want.time === null ? event : stated;
  const source = got.attribution.at(-1)?.source ?? null;
  const subject = nameOf(got.subject.entity);
  return {
    time: { right: (time?.value ?? null) === want.time, want: want.time, got: time?.value ?? null },
    source: {
      // a report of nobody (`it is claimed`) names no source either
      right:
        want.source === null
          ? source === null
          : source !== null && alignment.isNamed(want.source, source.entity, source.name, source.text),
      want: want.source,
      got: source?.name ?? null,
    },
    polarity: { right: got.polarity === want.polarity, want: want.polarity, got: got.polarity },
    modality: { right: got.modality === want.modality, want: want.modality, got: got.modality },
    kind: { right: got.kind === want.kind, want: want.kind, got: got.kind },
    place: {
      right:
        want.place === null
          ? got.places.length === 0
          : got.places.some((place) => alignment.isNamed(want.place!, place.entity, place.name, place.text)),
      want: want.place,
      got: got.places.map((place) => place.name).join('; ') || null,
    },
    subjectEntity: {
      right: subject === want.subjectEntity || (subject === null && isOptional(want.subjectEntity)),
      want: want.subjectEntity,
      got: subject,
    },
  };
}

/** The share of the gold's numbers that the predicted claim has too. */
export function compareQuantities(want: GoldClaim, got: ClaimRecord): { right: number; of: number } {
  const values = got.quantities.map((quantity) => quantity.value);
  return {
    right: want.quantities.filter((quantity) => values.includes(quantity.value)).length,
    of: want.quantities.length,
  };
}
