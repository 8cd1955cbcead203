import { OffsetMap } from '../core/offset-map.ts';
import { contains, firstEndingAfter, type Span } from '../core/span.ts';
import type { ArticleRecord } from '../record/record.ts';
import { checkClaim } from './check-claim.ts';
import { RecordChecker, type Violation } from './record-checker.ts';

/**
 * The promises that hold between the fields of a record (its shape is the schema's matter): every text is the slice
 * its offsets name, no offset cuts a character, blocks and sentences stand in order, claims and their parts lie in
 * their sentence, ids are unique, every reference resolves, copies agree with what they copy, and the map to the raw
 * input is in order. With the raw input, also: its slice, tags and entities taken out, is the text again.
 */
export function invariantViolations(record: ArticleRecord, raw?: string): Violation[] {
  const checker = new RecordChecker(record, raw);
  checkMap(checker);
  checkBlocks(checker);
  checkLayers(checker);
  checkIds(checker);
  for (const [i, claim] of record.claims.entries()) checkClaim(checker, claim, `claims.${i}`);
  for (const [i, { start, end }] of record.diagnostics.entries()) {
    if ((start === undefined) !== (end === undefined)) checker.fault(`diagnostics.${i}`, 'has half a span');
    else if (start !== undefined) checker.inText({ start, end: end! }, `diagnostics.${i}`);
  }
  return checker.violations;
}

function checkMap(checker: RecordChecker): void {
  const { textMap, text } = checker.record;
  try {
    checker.map = OffsetMap.from(textMap);
  } catch (error) {
    checker.fault('textMap', (error as Error).message);
    return;
  }
  const last = textMap.at(-1);
  if (last !== undefined && last[0] + last[2] > text.length) checker.fault('textMap', 'runs past the text');
  if (checker.raw === undefined) return;
  for (const [i, [start, rawStart, length, rawLength]] of textMap.entries()) {
    if (rawStart + (rawLength ?? length) > checker.raw.length) {
      checker.fault(`textMap.${i}`, 'runs past the raw input');
      return;
    }
    if (rawLength !== undefined) continue;
    // A blank may stand for any one white-space character.
    const [mapped, there] = [
      text.slice(start, start + length),
      checker.raw.slice(rawStart, rawStart + length),
    ];
    if (mapped !== there && blanked(mapped) !== blanked(there)) {
      checker.fault(`textMap.${i}`, 'maps characters to others');
    }
  }
}

function checkBlocks(checker: RecordChecker): void {
  const { blocks, sentences } = checker.record;
  let end = 0;
  for (const [i, block] of blocks.entries()) {
    checker.inText(block, `blocks.${i}`);
    if (block.start < end) checker.fault(`blocks.${i}`, 'overlaps the one before it or is out of order');
    end = block.end;
  }
  end = 0;
  for (const [i, sentence] of sentences.entries()) {
    const path = `sentences.${i}`;
    checker.inText(sentence, path);
    checker.rawReads(sentence, path);
    if (sentence.start < end) checker.fault(path, 'overlaps the one before it or is out of order');
    end = sentence.end;
    const block = blocks[sentence.block];
    if (block === undefined) checker.fault(`${path}.block`, `there is no block ${sentence.block}`);
    else if (!contains(block, sentence)) checker.fault(path, 'does not lie in its block');
  }
}

function checkLayers(checker: RecordChecker): void {
  const { timexes, entities, quotes, attributions, sentences } = checker.record;
  const inSentence = (span: Span, path: string) => {
    const sentence = sentences[firstEndingAfter(sentences, span.start)];
    if (sentence === undefined || !contains(sentence, span)) checker.fault(path, 'lies in no sentence');
  };
  for (const [i, timex] of timexes.entries()) {
    checker.slice(timex, `timexes.${i}`);
    checker.rawReads(timex, `timexes.${i}`);
    inSentence(timex, `timexes.${i}`);
    if (timex.interval !== null && !(timex.interval[0] < timex.interval[1])) {
      checker.fault(`timexes.${i}.interval`, 'ends before it starts');
    }
  }
  for (const [i, entity] of entities.entries()) {
    let start = -1;
    for (const [j, mention] of entity.mentions.entries()) {
      const path = `entities.${i}.mentions.${j}`;
      checker.slice(mention, path);
      checker.rawReads(mention, path);
      inSentence(mention, path);
      if (mention.start < start) checker.fault(path, 'is out of order');
      start = mention.start;
    }
    checker.entity(entity.place?.entity, `entities.${i}.place.entity`);
    for (const [j, role] of entity.roles.entries()) checker.slice(role, `entities.${i}.roles.${j}`);
  }
  for (const [i, quote] of quotes.entries()) {
    checker.slice(quote, `quotes.${i}`);
    checker.rawReads(quote, `quotes.${i}`);
    checker.entity(quote.entity, `quotes.${i}.entity`);
  }
  const byId = (id: string) => attributions[checker.ids.attributions.get(id) ?? -1];
  for (const [i, one] of attributions.entries()) {
    const path = `attributions.${i}`;
    let end = 0;
    for (const [j, part] of one.content.entries()) {
      checker.inText(part, `${path}.content.${j}`);
      if (part.start < end)
        checker.fault(`${path}.content.${j}`, 'overlaps the one before it or is out of order');
      end = part.end;
    }
    if (one.source !== null) {
      checker.slice(one.source, `${path}.source`);
      checker.entity(one.source.entity, `${path}.source.entity`);
    }
    if (one.cue !== null) checker.slice(one.cue, `${path}.cue`);
    if (one.addressee !== undefined) {
      checker.slice(one.addressee, `${path}.addressee`);
      checker.entity(one.addressee.entity, `${path}.addressee.entity`);
    }
    const seen = new Set([one.id]);
    for (let outer = one.within; outer !== undefined; outer = byId(outer)?.within) {
      if (byId(outer) === undefined) checker.fault(`${path}.within`, `there is no attribution ${outer}`);
      if (seen.has(outer)) {
        checker.fault(`${path}.within`, 'is nested in itself');
        break;
      }
      seen.add(outer);
    }
  }
}

function checkIds(checker: RecordChecker): void {
  for (const layer of ['timexes', 'entities', 'quotes', 'attributions', 'claims'] as const) {
    const seen = new Set<string>();
    for (const [i, { id }] of checker.record[layer].entries()) {
      if (seen.has(id)) checker.fault(`${layer}.${i}.id`, `${id} is used twice`);
      seen.add(id);
    }
  }
}

const blanked = (text: string): string => text.replace(/\s/gu, ' ');
