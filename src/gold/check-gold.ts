import type { Span } from '../core/span.ts';
import type { GoldFile } from './gold-schema.ts';
import { shown } from './record-view.ts';

const LIST_MARKER = /^(?:\d{1,3}[.)]|[-•*–·])$/u;

/**
 * What the gold leaves out, by visible spans: every character is article or boilerplate, and every word of the article
 * but a list marker is in a sentence.
 */
export function coverageProblems(
  whole: string,
  blocks: readonly Span[],
  boilerplate: readonly Span[],
  sentences: readonly Span[],
): string[] {
  const problems: string[] = [];
  const all = [...blocks, ...boilerplate].sort((a, b) => a.start - b.start);
  for (const gap of gaps({ start: 0, end: whole.length }, all)) {
    const left = whole.slice(gap.start, gap.end).trim();
    if (left !== '')
      problems.push(`blocks: ${shown(left)} at ${gap.start} is neither article nor boilerplate`);
  }
  for (const [i, block] of blocks.entries()) {
    for (const gap of gaps(block, sentences)) {
      const left = whole.slice(gap.start, gap.end).trim();
      if (left !== '' && !LIST_MARKER.test(left)) {
        problems.push(`blocks.${i}: ${shown(left)} at ${gap.start} is in no sentence`);
      }
    }
  }
  return problems;
}

/** References of the file that lead nowhere, ids used twice, and slots that contradict one another. */
export function referenceProblems(file: GoldFile, whole: string): string[] {
  const problems: string[] = [];
  const names = new Set(file.entities.map((entity) => entity.name));
  const values = new Set(file.timexes.map((timex) => timex.value));
  const ids = new Set<string>();
  for (const entity of file.entities) {
    const forms = new Set(entity.mentions.map((mention) => mention.text));
    for (const alias of entity.aliases) {
      if (!forms.has(alias))
        problems.push(`entities ${entity.name}: the alias ${shown(alias)} is no mention`);
    }
  }
  for (const claim of file.claims) {
    const path = `claims ${claim.id}`;
    if (ids.has(claim.id)) problems.push(`${path}: the id is used twice`);
    ids.add(claim.id);
    if (claim.subjectEntity !== null && !names.has(claim.subjectEntity)) {
      problems.push(`${path}.subjectEntity: no entity is named ${shown(claim.subjectEntity)}`);
    }
    for (const slot of ['time', 'saidAt'] as const) {
      const value = claim[slot];
      if (value !== null && !values.has(value))
        problems.push(`${path}.${slot}: no timex has the value ${value}`);
    }
    if (claim.sources !== undefined && claim.sources.at(-1) !== claim.source) {
      problems.push(`${path}.sources: the last one must be the source`);
    }
    if (claim.source === null && (claim.cue !== null || claim.quoteType !== null || claim.saidAt !== null)) {
      problems.push(`${path}: cue, quoteType and saidAt belong to a source`);
    }
    if (claim.source !== null && claim.quoteType === null) {
      problems.push(`${path}.quoteType: missing beside a source`);
    }
  }
  for (const [i, quote] of file.quotes.entries()) {
    if (quote.speaker !== null && !names.has(quote.speaker) && !whole.includes(quote.speaker)) {
      problems.push(`quotes.${i}.speaker: ${shown(quote.speaker)} is neither an entity nor in the text`);
    }
  }
  return problems;
}

/** The parts of `outer` that none of the ordered spans covers. */
function gaps(outer: Span, spans: readonly Span[]): Span[] {
  const found: Span[] = [];
  let from = outer.start;
  for (const span of spans) {
    if (span.end <= outer.start || span.start >= outer.end) continue;
    if (span.start > from) found.push({ start: from, end: span.start });
    from = Math.max(from, span.end);
  }
  if (from < outer.end) found.push({ start: from, end: outer.end });
  return found;
}
