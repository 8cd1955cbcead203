import { OffsetMap } from '../core/offset-map.ts';
import { contains, firstEndingAfter, isValidSpan, type Span } from '../core/span.ts';
import type { ArticleRecord, ClaimRecord } from '../record/record.ts';
import { shown } from './record-view.ts';
import { visibleText } from './visible-text.ts';

/** What is wrong with a record, and where: `claims.3.subject`. */
export interface Violation {
  readonly path: string;
  readonly message: string;
}

/**
 * The promises that hold between the fields of a record (its shape is the schema's matter): every text is the slice
 * its offsets name, no offset cuts a character, blocks and sentences stand in order, claims and their parts lie in
 * their sentence, ids are unique, every reference resolves, copies agree with what they copy, and the map to the raw
 * input is in order. With the raw input, also: its slice, tags and entities taken out, is the text again.
 */
export function invariantViolations(record: ArticleRecord, raw?: string): Violation[] {
  return new Checker(record, raw).run();
}

type Slice = Span & { readonly text: string; readonly implicit?: boolean | undefined };

class Checker {
  readonly #record: ArticleRecord;
  readonly #raw: string | undefined;
  readonly #found: Violation[] = [];
  readonly #ids: Readonly<
    Record<'timexes' | 'entities' | 'attributions' | 'claims', ReadonlyMap<string, number>>
  >;
  #map: OffsetMap | null = null;

  constructor(record: ArticleRecord, raw: string | undefined) {
    this.#record = record;
    this.#raw = raw;
    const index = (rows: readonly { readonly id: string }[]) => new Map(rows.map(({ id }, i) => [id, i]));
    this.#ids = {
      timexes: index(record.timexes),
      entities: index(record.entities),
      attributions: index(record.attributions),
      claims: index(record.claims),
    };
  }

  run(): Violation[] {
    this.#checkMap();
    this.#checkBlocks();
    this.#checkLayers();
    this.#checkIds();
    for (const [i, claim] of this.#record.claims.entries()) this.#checkClaim(claim, `claims.${i}`);
    for (const [i, { start, end }] of this.#record.diagnostics.entries()) {
      if ((start === undefined) !== (end === undefined)) this.#fault(`diagnostics.${i}`, 'has half a span');
      else if (start !== undefined) this.#inText({ start, end: end! }, `diagnostics.${i}`);
    }
    return this.#found;
  }

  #fault(path: string, message: string): void {
    this.#found.push({ path, message });
  }

  #checkMap(): void {
    const { textMap, text } = this.#record;
    try {
      this.#map = OffsetMap.from(textMap);
    } catch (error) {
      this.#fault('textMap', (error as Error).message);
      return;
    }
    const last = textMap.at(-1);
    if (last !== undefined && last[0] + last[2] > text.length) this.#fault('textMap', 'runs past the text');
    if (this.#raw === undefined) return;
    for (const [i, [start, rawStart, length, rawLength]] of textMap.entries()) {
      if (rawStart + (rawLength ?? length) > this.#raw.length) {
        this.#fault(`textMap.${i}`, 'runs past the raw input');
        return;
      }
      if (rawLength !== undefined) continue;
      // A blank may stand for any one white-space character.
      const [mapped, there] = [
        text.slice(start, start + length),
        this.#raw.slice(rawStart, rawStart + length),
      ];
      if (mapped !== there && blanked(mapped) !== blanked(there)) {
        this.#fault(`textMap.${i}`, 'maps characters to others');
      }
    }
  }

  #checkBlocks(): void {
    const { blocks, sentences } = this.#record;
    let end = 0;
    for (const [i, block] of blocks.entries()) {
      this.#inText(block, `blocks.${i}`);
      if (block.start < end) this.#fault(`blocks.${i}`, 'overlaps the one before it or is out of order');
      end = block.end;
    }
    end = 0;
    for (const [i, sentence] of sentences.entries()) {
      const path = `sentences.${i}`;
      this.#inText(sentence, path);
      this.#rawReads(sentence, path);
      if (sentence.start < end) this.#fault(path, 'overlaps the one before it or is out of order');
      end = sentence.end;
      const block = blocks[sentence.block];
      if (block === undefined) this.#fault(`${path}.block`, `there is no block ${sentence.block}`);
      else if (!contains(block, sentence)) this.#fault(path, 'does not lie in its block');
    }
  }

  #checkLayers(): void {
    const { timexes, entities, quotes, attributions, sentences } = this.#record;
    const inSentence = (span: Span, path: string) => {
      const sentence = sentences[firstEndingAfter(sentences, span.start)];
      if (sentence === undefined || !contains(sentence, span)) this.#fault(path, 'lies in no sentence');
    };
    for (const [i, timex] of timexes.entries()) {
      this.#slice(timex, `timexes.${i}`);
      this.#rawReads(timex, `timexes.${i}`);
      inSentence(timex, `timexes.${i}`);
      if (timex.interval !== null && !(timex.interval[0] < timex.interval[1])) {
        this.#fault(`timexes.${i}.interval`, 'ends before it starts');
      }
    }
    for (const [i, entity] of entities.entries()) {
      let start = -1;
      for (const [j, mention] of entity.mentions.entries()) {
        const path = `entities.${i}.mentions.${j}`;
        this.#slice(mention, path);
        this.#rawReads(mention, path);
        inSentence(mention, path);
        if (mention.start < start) this.#fault(path, 'is out of order');
        start = mention.start;
      }
      for (const [j, role] of entity.roles.entries()) this.#slice(role, `entities.${i}.roles.${j}`);
    }
    for (const [i, quote] of quotes.entries()) {
      this.#slice(quote, `quotes.${i}`);
      this.#rawReads(quote, `quotes.${i}`);
      this.#entity(quote.entity, `quotes.${i}.entity`);
    }
    const byId = (id: string) => attributions[this.#ids.attributions.get(id) ?? -1];
    for (const [i, one] of attributions.entries()) {
      const path = `attributions.${i}`;
      let end = 0;
      for (const [j, part] of one.content.entries()) {
        this.#inText(part, `${path}.content.${j}`);
        if (part.start < end)
          this.#fault(`${path}.content.${j}`, 'overlaps the one before it or is out of order');
        end = part.end;
      }
      if (one.source !== null) {
        this.#slice(one.source, `${path}.source`);
        this.#entity(one.source.entity, `${path}.source.entity`);
      }
      if (one.cue !== null) this.#slice(one.cue, `${path}.cue`);
      if (one.addressee !== undefined) {
        this.#slice(one.addressee, `${path}.addressee`);
        this.#entity(one.addressee.entity, `${path}.addressee.entity`);
      }
      const seen = new Set([one.id]);
      for (let outer = one.within; outer !== undefined; outer = byId(outer)?.within) {
        if (byId(outer) === undefined) this.#fault(`${path}.within`, `there is no attribution ${outer}`);
        if (seen.has(outer)) {
          this.#fault(`${path}.within`, 'is nested in itself');
          break;
        }
        seen.add(outer);
      }
    }
  }

  #checkIds(): void {
    for (const layer of ['timexes', 'entities', 'quotes', 'attributions', 'claims'] as const) {
      const seen = new Set<string>();
      for (const [i, { id }] of this.#record[layer].entries()) {
        if (seen.has(id)) this.#fault(`${layer}.${i}.id`, `${id} is used twice`);
        seen.add(id);
      }
    }
  }

  #checkClaim(claim: ClaimRecord, path: string): void {
    const { sentences, timexes, attributions, text } = this.#record;
    const { quote } = claim;
    const sentence = sentences[claim.sentence];
    if (sentence === undefined) this.#fault(`${path}.sentence`, `there is no sentence ${claim.sentence}`);
    const within = (span: Span, at: string) => {
      if (sentence !== undefined && !contains(sentence, span))
        this.#fault(at, 'does not lie in its sentence');
    };
    this.#slice({ start: quote.start, end: quote.end, text: quote.exact }, `${path}.quote`);
    this.#rawReads(quote, `${path}.quote`);
    within(quote, `${path}.quote`);
    if (!text.slice(0, quote.start).endsWith(quote.prefix))
      this.#fault(`${path}.quote.prefix`, 'does not precede it');
    if (!text.slice(quote.end).startsWith(quote.suffix))
      this.#fault(`${path}.quote.suffix`, 'does not follow it');
    const raw = this.#map?.toRaw(quote);
    if (raw !== undefined && (raw.start !== quote.rawStart || raw.end !== quote.rawEnd)) {
      this.#fault(`${path}.quote.rawStart`, `the map says ${raw.start}-${raw.end}`);
    }
    const slot = (part: Slice | null | undefined, at: string) => {
      if (part === null || part === undefined) return;
      this.#slice(part, at);
      within(part, at);
    };
    slot(claim.subject, `${path}.subject`);
    slot(claim.predicate, `${path}.predicate`);
    slot(claim.object, `${path}.object`);
    slot(claim.modalityCue, `${path}.modalityCue`);
    for (const [i, arg] of claim.args.entries()) slot(arg, `${path}.args.${i}`);
    for (const [i, quantity] of claim.quantities.entries()) slot(quantity, `${path}.quantities.${i}`);
    this.#entity(claim.subject.entity, `${path}.subject.entity`);
    this.#entity(claim.object?.entity, `${path}.object.entity`);
    for (const [i, place] of claim.places.entries()) {
      this.#slice(place, `${path}.places.${i}`);
      this.#entity(place.entity, `${path}.places.${i}.entity`);
    }
    for (const [i, time] of claim.time.entries()) {
      const timex = timexes[this.#ids.timexes.get(time.timex) ?? -1];
      if (timex === undefined) this.#fault(`${path}.time.${i}.timex`, `there is no timex ${time.timex}`);
      else if (timex.value !== time.value)
        this.#fault(`${path}.time.${i}.value`, `the timex says ${timex.value}`);
    }
    for (const [i, level] of claim.attribution.entries()) {
      const one = attributions[this.#ids.attributions.get(level.attribution) ?? -1];
      if (one === undefined) {
        this.#fault(`${path}.attribution.${i}`, `there is no attribution ${level.attribution}`);
      } else if (
        (one.source?.start ?? -1) !== (level.source?.start ?? -1) ||
        one.quoteType !== level.quoteType
      ) {
        this.#fault(`${path}.attribution.${i}`, `is not what ${level.attribution} says`);
      }
    }
    for (const [i, link] of claim.links.entries()) {
      if (!this.#ids.claims.has(link.claim)) {
        this.#fault(`${path}.links.${i}`, `there is no claim ${link.claim}`);
      }
    }
  }

  #entity(id: string | undefined, path: string): void {
    if (id !== undefined && !this.#ids.entities.has(id)) {
      this.#fault(path, `there is no entity ${id}`);
    }
  }

  #inText(span: Span, path: string): boolean {
    if (isValidSpan(this.#record.text, span)) return true;
    this.#fault(path, `${span.start}-${span.end} is no span of the text`);
    return false;
  }

  /** The text of a span is its slice; of an implicit word only the span itself counts. */
  #slice(part: Slice, path: string): void {
    if (!this.#inText(part, path) || part.implicit === true) return;
    const stands = this.#record.text.slice(part.start, part.end);
    if (stands !== part.text) this.#fault(path, `says ${shown(part.text)} where ${shown(stands)} stands`);
  }

  /** The raw slice of a span, tags and entities taken out, reads the same, white space aside. */
  #rawReads(span: Span, path: string): void {
    if (this.#raw === undefined || this.#map === null) return;
    const place = this.#map.toRaw(span);
    const slice = this.#raw.slice(place.start, place.end);
    const read = bare(visibleText(slice, this.#record.source.mediaType).text);
    const want = bare(this.#record.text.slice(span.start, span.end));
    if (read !== want) this.#fault(path, `reads ${shown(want)}, and its raw slice ${shown(read)}`);
  }
}

const blanked = (text: string): string => text.replace(/\s/gu, ' ');

/** Without white space and without characters that have no width. */
function bare(text: string): string {
  return text.replace(/[\s\u00ad\u200b-\u200d\u2060\ufeff]+/gu, '');
}
