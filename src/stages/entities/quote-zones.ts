import { governor, isSubject } from './discourse.ts';
import type { Words } from './words.ts';

const SAYING = new Set(
  'said says say told tells tell added adds asked asks replied replies answered explained explains insisted insists argued argues wrote writes tweeted posted recalled recalls noted notes warned warns stated states declared announced admitted claimed claims joked testified remarked observed quipped lamented concluded continued tweets acknowledged'.split(
    ' ',
  ),
);

/** A speaker stands at most so many tokens after a quotation that ends a sentence before. */
const NEAR = 6;

interface Zone {
  readonly first: number;
  readonly last: number;
  /** Block of the page that it stands in. */
  readonly block: number;
  speaker: number;
}

/** Tokens between quotation marks, and who speaks there as far as the sentence itself says. */
export class QuoteZones {
  readonly #zone: Int32Array;
  readonly zones: Zone[] = [];

  constructor(words: Words) {
    this.#zone = new Int32Array(words.length).fill(-1);
    let open = -1;
    let block = -1;
    for (let i = 0; i < words.length; i++) {
      const at = words.sentences[words.sentence[i]!]!.block;
      // A paragraph that begins with a mark goes on with the quotation of the last.
      if (at !== block) open = -1;
      block = at;
      const mark = words.word(i);
      if (mark === '“' || mark === '``' || (mark === '"' && open < 0)) open = i;
      else if (open >= 0 && (mark === '”' || mark === "''" || mark === '"')) {
        this.#close(open + 1, i, block);
        open = -1;
      }
    }
  }

  #close(first: number, last: number, block: number): void {
    if (last - first < 3) return;
    this.#zone.fill(this.zones.length, first, last);
    this.zones.push({ first, last, block, speaker: -1 });
  }

  isQuoted(token: number): boolean {
    return this.#zone[token]! >= 0;
  }

  /** Entity that speaks at the token; -1 when it is not quoted or nobody is known to speak. */
  speakerAt(token: number): number {
    const zone = this.#zone[token]!;
    return zone < 0 ? -1 : this.zones[zone]!.speaker;
  }

  /** Lets the entity whose mention is the subject of a verb of saying speak the quotations next to it. */
  hear(words: Words, head: number, entity: number): void {
    if (this.isQuoted(head) || !isSubject(words, head)) return;
    const verb = governor(words, head);
    if (verb < 0 || !SAYING.has(words.folded[verb]!)) return;
    const sentence = words.sentence[head]!;
    const from = words.table.first(sentence);
    for (let i = this.#firstEndingAfter(from - NEAR); i < this.zones.length; i++) {
      const zone = this.zones[i]!;
      if (zone.first >= words.table.end(sentence)) break;
      const near = zone.last > from || head - zone.last < NEAR;
      if (zone.speaker < 0 && near) zone.speaker = entity;
    }
  }

  /** A quotation that is a sentence of its own goes on with what its paragraph quoted before: `"A," she said. "B."` */
  goOn(words: Words): void {
    for (let i = 1; i < this.zones.length; i++) {
      const [before, zone] = [this.zones[i - 1]!, this.zones[i]!];
      if (zone.speaker < 0 && zone.block === before.block && words.isFirst(zone.first - 1))
        zone.speaker = before.speaker;
    }
  }

  #firstEndingAfter(token: number): number {
    let low = 0;
    let high = this.zones.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (this.zones[middle]!.last <= token) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
