import type { ArticleRecord, ClaimRecord } from '../record/record.ts';
import { tokenF1 } from './match-claims.ts';
import { scoreWords } from './names.ts';

/** A slot that reads otherwise in two versions of a claim. */
export interface SlotChange {
  readonly slot: string;
  readonly from: string;
  readonly to: string;
}

export interface ClaimChange {
  readonly before: ClaimRecord;
  readonly after: ClaimRecord;
  readonly slots: readonly SlotChange[];
}

/** What became of one article's claims. */
export interface ArticleDiff {
  readonly gained: readonly ClaimRecord[];
  readonly lost: readonly ClaimRecord[];
  readonly changed: readonly ClaimChange[];
  readonly unchanged: number;
}

/**
 * Two records of one article compared claim by claim. Claims of equal id are one claim; of the others, those of the
 * same sentence (by its words) that say nearly the same (token F1 at least 0.5) and share a word of the predicate are,
 * best first. Scores, rules and offsets are not compared: they change without the claim changing.
 */
export function diffRecords(before: ArticleRecord, after: ArticleRecord): ArticleDiff {
  const pairs: [ClaimRecord, ClaimRecord][] = [];
  const byId = new Map(after.claims.map((claim) => [claim.id, claim]));
  const ids = new Set(before.claims.map(({ id }) => id));
  for (const claim of before.claims) {
    const same = byId.get(claim.id);
    if (same !== undefined) pairs.push([claim, same]);
  }
  const left = before.claims.filter(({ id }) => !byId.has(id));
  const right = after.claims.filter(({ id }) => !ids.has(id));
  const matched = nearest(before, left, after, right);
  pairs.push(...matched);
  const used = new Set(matched.flat());

  const changed: ClaimChange[] = [];
  let unchanged = 0;
  for (const [one, other] of pairs) {
    const slots = slotChanges(slotsOf(before, one), slotsOf(after, other));
    if (slots.length > 0) changed.push({ before: one, after: other, slots });
    else unchanged++;
  }
  return {
    gained: right.filter((claim) => !used.has(claim)),
    lost: left.filter((claim) => !used.has(claim)),
    changed,
    unchanged,
  };
}

function nearest(
  before: ArticleRecord,
  left: readonly ClaimRecord[],
  after: ArticleRecord,
  right: readonly ClaimRecord[],
): [ClaimRecord, ClaimRecord][] {
  const bySentence = new Map<string, ClaimRecord[]>();
  for (const claim of right) {
    const key = sentenceText(after, claim);
    bySentence.set(key, [...(bySentence.get(key) ?? []), claim]);
  }
  const candidates: { one: ClaimRecord; other: ClaimRecord; f1: number }[] = [];
  for (const one of left) {
    const words = propositionWords(one);
    const predicate = new Set(scoreWords(one.predicate.text));
    for (const other of bySentence.get(sentenceText(before, one)) ?? []) {
      const f1 = tokenF1(words, propositionWords(other));
      if (f1 >= 0.5 && scoreWords(other.predicate.text).some((word) => predicate.has(word))) {
        candidates.push({ one, other, f1 });
      }
    }
  }
  candidates.sort((a, b) => b.f1 - a.f1);
  const taken = new Set<ClaimRecord>();
  const pairs: [ClaimRecord, ClaimRecord][] = [];
  for (const { one, other } of candidates) {
    if (taken.has(one) || taken.has(other)) continue;
    taken.add(one).add(other);
    pairs.push([one, other]);
  }
  return pairs;
}

function propositionWords(claim: ClaimRecord): string[] {
  return scoreWords([claim.subject.text, claim.predicate.text, claim.object?.text ?? ''].join(' '));
}

function sentenceText(record: ArticleRecord, claim: ClaimRecord): string {
  const sentence = record.sentences[claim.sentence];
  return sentence === undefined ? '' : record.text.slice(sentence.start, sentence.end).replace(/\s+/gu, ' ');
}

/** A claim's slots as a reader compares them; entities by their key, which outlives their number in the record. */
function slotsOf(record: ArticleRecord, claim: ClaimRecord): Record<string, string> {
  const keyOf = (id: string | undefined) => record.entities.find((entity) => entity.id === id)?.key ?? '';
  const level = claim.attribution.at(-1);
  return {
    kind: claim.kind,
    text: claim.text,
    quote: claim.quote.exact,
    subject: claim.subject.text,
    subjectEntity: keyOf(claim.subject.entity),
    predicate: claim.predicate.text,
    object: claim.object?.text ?? '',
    objectEntity: keyOf(claim.object?.entity),
    args: claim.args.map((arg) => `${arg.role}: ${arg.text}`).join('; '),
    polarity: claim.polarity,
    modality: claim.modality,
    factuality: String(claim.factuality),
    source: claim.attribution.map(({ source }) => source?.name ?? 'unknown').join(' > '),
    cue: level?.cue?.text ?? '',
    quoteType: level?.quoteType ?? '',
    saidAt: level?.saidAt ?? '',
    time: claim.time.map(({ role, value }) => `${role} ${value}`).join('; '),
    places: claim.places.map(({ name }) => name).join('; '),
    quantities: claim.quantities
      .map(
        ({ comparator, value, max, unit }) =>
          `${comparator} ${value}${max === undefined ? '' : `-${max}`} ${unit}`,
      )
      .join('; '),
  };
}

function slotChanges(before: Record<string, string>, after: Record<string, string>): SlotChange[] {
  return Object.entries(before).flatMap(([slot, from]) => {
    const to = after[slot] ?? '';
    return from === to ? [] : [{ slot, from, to }];
  });
}
