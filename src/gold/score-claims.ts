import type { EntityAlignment } from './align-entities.ts';
import { CLAIM_SLOTS, CORE_SLOTS, compareQuantities, compareSlots } from './claim-slots.ts';
import type { Gold } from './gold.ts';
import { matchClaims } from './match-claims.ts';
import { baseName } from './names.ts';
import { type RecordView, shown } from './record-view.ts';
import { counts, type Figure, type Item, type LayerScore, ratio } from './score.ts';

/**
 * `claims`: required gold against predictions that match no optional gold. The other figures are over required matched
 * pairs: one share per slot; `four`: time, source, polarity and modality all right; `noFalseSource`: of those whose
 * gold has no source, how many were given none; `sourced`, `dated`, `placed`: the slot's share where the gold fills it;
 * `cue`, `quoteType`: of right sources; `quantities`: numbers found.
 */
export function scoreClaims(gold: Gold, view: RecordView, alignment: EntityAlignment): LayerScore {
  const pairs = matchClaims(gold, view);
  const ofGold = new Map(pairs.map((pair) => [pair.gold, pair]));
  const answered = new Set(pairs.map((pair) => pair.predicted));
  const items: Item[] = [];
  const tally: Record<string, { right: number; of: number }> = {};
  const count = (name: string, right: number | boolean, of = 1) => {
    const sum = (tally[name] ??= { right: 0, of: 0 });
    sum.right += Number(right);
    sum.of += of;
  };
  for (const name of [...CLAIM_SLOTS, 'four', 'noFalseSource', 'dated', 'sourced', 'placed', 'named'])
    count(name, 0, 0);
  for (const name of ['cue', 'quoteType', 'quantities']) count(name, 0, 0);

  let right = 0;
  let missed = 0;
  for (const [g, want] of gold.claims.entries()) {
    if (want.optional) continue;
    const pair = ofGold.get(g);
    const id = `claims/${want.id}`;
    const says = `${want.subject.text} | ${want.predicate.text} | ${want.object?.text ?? ''}`;
    const at = want.predicate.span?.start ?? want.subject.span?.start ?? gold.sentences[want.sentence]!.start;
    if (pair === undefined) {
      missed++;
      items.push({ id, outcome: 'missed', note: shown(says, 120), at });
      continue;
    }
    right++;
    items.push({ id, outcome: 'right', note: shown(says, 120), at });
    const got = view.record.claims[pair.predicted]!;
    const slots = compareSlots(want, got, gold, alignment);
    for (const slot of CLAIM_SLOTS) {
      const { right: same, want: asked, got: found } = slots[slot];
      count(slot, same);
      items.push({
        id: `${id}.${slot}`,
        outcome: same ? 'right' : 'wrong',
        note: same ? `${slot} ${asked}` : `${slot} is ${asked}, found ${found}: ${shown(says)}`,
        at,
      });
    }
    count(
      'four',
      CORE_SLOTS.every((slot) => slots[slot].right),
    );
    if (want.time !== null) count('dated', slots.time.right);
    if (want.place !== null) count('placed', slots.place.right);
    if (want.subjectEntity !== null) count('named', slots.subjectEntity.right);
    if (want.source === null) count('noFalseSource', slots.source.right);
    else {
      count('sourced', slots.source.right);
      if (slots.source.right) {
        const attribution = got.attribution.at(-1)!;
        if (want.cue !== null) count('cue', baseName(attribution.cue?.text ?? '') === baseName(want.cue));
        count('quoteType', attribution.quoteType === want.quoteType);
      }
    }
    const numbers = compareQuantities(want, got);
    count('quantities', numbers.right, numbers.of);
  }
  let spurious = 0;
  for (const [p, claim] of view.record.claims.entries()) {
    if (answered.has(p)) continue;
    spurious++;
    const at = view.raw(claim.quote).start;
    items.push({
      id: `claims/+${claim.id}`,
      outcome: 'spurious',
      note: shown(
        `${claim.subject.text} | ${claim.predicate.text} | ${claim.object?.text ?? ''} (${claim.rule})`,
        120,
      ),
      at,
    });
  }
  const figures: Record<string, Figure> = { claims: counts(right, spurious, missed) };
  for (const [name, { right: hits, of }] of Object.entries(tally)) figures[name] = ratio(hits, of);
  return { layer: 'claims', figures, items };
}
