import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { joinWords } from '../bench/claims/factuality.ts';
import { readJsonl } from '../bench/harness.ts';
import { claimsOf } from '../bench/openie/claim-tuples.ts';
import { type Doc, layerOf } from '../src/core/doc.ts';
import type { Attribution, Claim, Timex } from '../src/core/layers.ts';
import { overlaps, type Span } from '../src/core/span.ts';
import { alignEntities } from '../src/gold/align-entities.ts';
import { compareSlots } from '../src/gold/claim-slots.ts';
import { readFixtures } from '../src/gold/fixture.ts';
import { matchClaims } from '../src/gold/match-claims.ts';
import { RecordView } from '../src/gold/record-view.ts';
import { fixtureDocument } from '../src/gold/run-fixtures.ts';
import { createPipeline } from '../src/pipeline.ts';
import {
  circumstanceFeatures,
  dateFeatures,
  type Surroundings,
} from '../src/stages/scores/circumstance-features.ts';
import { CIRCUMSTANCES, type Circumstance } from '../src/stages/scores/confidence.ts';
import { readSentence, type SentenceReading } from '../src/stages/scores/sentence-reading.ts';

/** A circumstance of a claim and whether the gold says the same; `document` for folds. */
export interface JudgedCircumstance {
  readonly set: string;
  readonly of: Circumstance | 'date';
  readonly document: number;
  readonly features: ReadonlyMap<string, number>;
  readonly right: 0 | 1;
}

/** The circumstances of the claims of all development data at hand: the fixtures' gold, PolNeAR, TimeBank, and events with factuality. */
export function judgedCircumstances(evalDir: string): JudgedCircumstance[] {
  return [
    ...ofFixtures(),
    ...ofSources(evalDir),
    ...ofDates(evalDir),
    ...ofFactuality(evalDir, 'uw-fact-dev'),
    ...ofFactuality(evalDir, 'meantime-fact-train'),
    ...ofFactuality(evalDir, 'meantime-fact-dev'),
  ];
}

/** All but the scores, which are what is to be learnt. */
const STAGES = [
  'blocks',
  'metadata',
  'sentences',
  'tokens',
  'dates',
  'entities',
  'quotes',
  'attribution',
  'claims',
];

const bit = (value: boolean): 0 | 1 => (value ? 1 : 0);

function surroundings(doc: Doc): Surroundings {
  return {
    text: doc.text,
    tokens: layerOf(doc, 'tokens'),
    timexes: layerOf(doc, 'timexes'),
    attributions: layerOf(doc, 'attributions'),
    entities: layerOf(doc, 'entities'),
  };
}

function readings({ tokens }: Surroundings, claims: readonly Claim[]): (claim: Claim) => SentenceReading {
  const known = new Map<number, SentenceReading>();
  return ({ sentence }) => {
    const made =
      known.get(sentence) ??
      readSentence(
        tokens,
        sentence,
        claims.filter((one) => one.sentence === sentence),
      );
    known.set(sentence, made);
    return made;
  };
}

/** Every circumstance of the claims that the fixtures' gold has too. */
function ofFixtures(): JudgedCircumstance[] {
  const root = fileURLToPath(new URL('../fixtures', import.meta.url));
  const pipeline = createPipeline({ stages: STAGES });
  return readFixtures(root).fixtures.flatMap((fixture, document) => {
    const result = pipeline.analyse(fixtureDocument(fixture));
    const record = pipeline.toRecord(result);
    const view = new RecordView(record);
    const alignment = alignEntities(fixture.gold, view);
    const layers = surroundings(result.doc);
    const claims = layerOf(result.doc, 'claims');
    const reading = readings(layers, claims);
    return matchClaims(fixture.gold, view).flatMap(({ gold, predicted }) => {
      const claim = claims[predicted]!;
      const slots = compareSlots(
        fixture.gold.claims[gold]!,
        record.claims[predicted]!,
        fixture.gold,
        alignment,
      );
      return CIRCUMSTANCES.map(
        (of): JudgedCircumstance => ({
          set: 'fixtures',
          of,
          document,
          features: circumstanceFeatures(claim, of, layers, reading(claim)),
          right: bit(slots[of].right),
        }),
      );
    });
  });
}

interface QuotedArticle {
  readonly date: string;
  readonly text: string;
  readonly quotes: readonly { readonly content: readonly Span[]; readonly source: readonly Span[] }[];
}

/**
 * Sources by PolNeAR's development articles: right when the claim's predicate lies in what the gold attributes to the same
 * place, or in nothing that it attributes and the claim has no source.
 */
function ofSources(evalDir: string): JudgedCircumstance[] {
  const rows = readJsonl<QuotedArticle>(join(evalDir, 'attribution', 'polnear-dev.jsonl')) ?? [];
  const pipeline = createPipeline({ stages: STAGES });
  return rows.flatMap(({ date, text, quotes }, document) => {
    const { doc } = pipeline.analyse({ text, articleText: true, published: date });
    const layers = surroundings(doc);
    const claims = layerOf(doc, 'claims');
    const reading = readings(layers, claims);
    return claims.map((claim): JudgedCircumstance => {
      const anchor = claim.predicate.implicit === true ? claim.subject : claim.predicate;
      const holding = quotes.filter(({ content }) => content.some((one) => overlaps(one, anchor)));
      const isSource = (level: Attribution) =>
        holding.some(({ source }) =>
          level.source === null ? source.length === 0 : source.some((one) => overlaps(one, level.source!)),
        );
      const right =
        claim.attribution.length === 0
          ? holding.length === 0
          : claim.attribution.some((level) => isSource(layers.attributions[level]!));
      return {
        set: 'polnear-dev',
        of: 'source',
        document,
        features: circumstanceFeatures(claim, 'source', layers, reading(claim)),
        right: bit(right),
      };
    });
  });
}

interface DatedArticle {
  readonly text: string;
  readonly dct: string;
  readonly timexes: readonly (Span & { readonly value: string })[];
}

/** Values of dates by TimeBank. */
function ofDates(evalDir: string): JudgedCircumstance[] {
  const rows = readJsonl<DatedArticle>(join(evalDir, 'dates', 'timebank.jsonl')) ?? [];
  const pipeline = createPipeline({ stages: STAGES.slice(0, 5) });
  return rows.flatMap(({ text, dct, timexes }, document) => {
    const { doc } = pipeline.analyse({ text, articleText: true, published: dct });
    return layerOf(doc, 'timexes')
      .filter(({ type }: Timex) => type === 'DATE' || type === 'TIME')
      .map(
        (timex): JudgedCircumstance => ({
          set: 'timebank',
          of: 'date',
          document,
          features: dateFeatures(timex),
          right: bit(timexes.some((gold) => overlaps(gold, timex) && gold.value === timex.value)),
        }),
      );
  });
}

interface FactualSentence {
  readonly tokens: readonly string[];
  readonly events: readonly { readonly token: number; readonly factuality: number }[];
}

/** From here on an event is held for a fact (below its negative: for none), up to here for open. */
const FACT = 2;
const OPEN = 1.2;

/** Polarity by the sign of an event's factuality, modality by whether it is certain at all; what lies between says nothing. */
function ofFactuality(evalDir: string, set: string): JudgedCircumstance[] {
  const rows = readJsonl<FactualSentence>(join(evalDir, 'factuality', `${set}.jsonl`)) ?? [];
  return rows.flatMap(({ tokens: words, events }, document) => {
    if (events.length === 0) return [];
    const { text, starts } = joinWords(words);
    const { claims, tokens } = claimsOf(text);
    const layers: Surroundings = { text, tokens, timexes: [], attributions: [], entities: [] };
    const reading = readings(layers, claims);
    return events.flatMap(({ token, factuality }): JudgedCircumstance[] => {
      const at = starts[token]!;
      const size = Math.abs(factuality);
      const claim = claims.find(
        ({ predicate }) =>
          predicate.implicit !== true &&
          predicate.start <= at &&
          at < predicate.end &&
          at + words[token]!.length >= predicate.end,
      );
      if (claim === undefined) return [];
      const made = (of: Circumstance, right: boolean): JudgedCircumstance => ({
        set,
        of,
        document,
        features: circumstanceFeatures(claim, of, layers, reading(claim)),
        right: bit(right),
      });
      const negative = (claim.polarity === 'negative') !== (claim.modality === 'denied');
      const certain = claim.modality === 'asserted' || claim.modality === 'denied';
      return [
        ...(size >= FACT ? [made('polarity', negative === factuality < 0)] : []),
        ...(size >= FACT || size <= OPEN ? [made('modality', certain === size >= FACT)] : []),
      ];
    });
  });
}
