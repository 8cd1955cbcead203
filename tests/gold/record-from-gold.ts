import type { Span } from '../../src/core/span.ts';
import type { Gold } from '../../src/gold/gold.ts';
import { sentenceOf } from '../../src/gold/match-claims.ts';
import type { ArticleRecord, ClaimRecord } from '../../src/record/record.ts';

/**
 * The record that a pipeline without a fault would give for a plain-text article: all that the gold asks for and
 * nothing else. Tests take parts out of it and put wrong ones in.
 */
export function recordFromGold(gold: Gold, raw: string): ArticleRecord {
  const entityId = new Map(gold.entities.map((entity, i) => [entity.name, `e${i}`]));
  const timexId = new Map(gold.timexes.map((timex, i) => [timex.value, `t${i}`]));
  const at = ({ start, end }: Span) => ({ start, end, text: raw.slice(start, end) });
  const blocks = [
    ...gold.blocks.map(({ start, end, kind }) => ({ start, end, kind, label: 'article' as const })),
    ...gold.boilerplate.map(({ start, end }) => ({
      start,
      end,
      kind: 'paragraph' as const,
      label: 'other' as const,
    })),
  ].sort((a, b) => a.start - b.start);
  const levels = gold.claims.flatMap(({ sources, quoteType }) =>
    sources.map((name) => ({ name, quoteType: quoteType ?? ('indirect' as const) })),
  );
  const levelKey = (level: (typeof levels)[number]) => `${level.quoteType} ${level.name}`;
  const attributions = [...new Map(levels.map((level) => [levelKey(level), level])).values()];
  const attributionId = new Map(attributions.map((level, i) => [levelKey(level), `a${i}`]));

  const claims = gold.claims.map((claim, i): ClaimRecord => {
    const sentence = gold.sentences[claim.sentence]!;
    const slot = (part: { text: string; span: Span | null }) =>
      part.span === null
        ? { start: sentence.start, end: sentence.end, text: part.text, implicit: true }
        : at(part.span);
    const named = (name: string) => {
      const entity = entityId.get(name);
      return { ...at({ start: 0, end: 0 }), name, ...(entity === undefined ? {} : { entity }) };
    };
    return {
      id: `c${i}`,
      key: `k${i}`,
      sentence: claim.sentence,
      kind: claim.kind,
      text: `${claim.subject.text} ${claim.predicate.text}`,
      edits: [],
      quote: {
        start: sentence.start,
        end: sentence.end,
        rawStart: sentence.start,
        rawEnd: sentence.end,
        exact: sentence.text,
        prefix: '',
        suffix: '',
      },
      subject: {
        ...slot(claim.subject),
        ...(claim.subjectEntity === null ? {} : { entity: entityId.get(claim.subjectEntity)! }),
      },
      predicate: { ...slot(claim.predicate), lemma: 'x' },
      object: claim.object === null ? null : slot(claim.object),
      args: [],
      polarity: claim.polarity,
      modality: claim.modality,
      factuality: 3,
      attribution: claim.sources.map((source) => ({
        attribution: attributionId.get(levelKey({ name: source, quoteType: claim.quoteType ?? 'indirect' }))!,
        source: { ...named(source), type: 'person' as const },
        cue: claim.cue === null ? null : { ...at({ start: 0, end: 0 }), text: claim.cue, lemma: claim.cue },
        quoteType: claim.quoteType ?? 'indirect',
      })),
      time:
        claim.time === null
          ? []
          : [{ timex: timexId.get(claim.time)!, role: 'event', value: claim.time, interval: null }],
      places: claim.place === null ? [] : [named(claim.place)],
      quantities: claim.quantities.map(({ text, value }) => {
        const start = sentence.start + sentence.text.indexOf(text);
        return { ...at({ start, end: start + text.length }), value, unit: 'count', comparator: '=' as const };
      }),
      links: [],
      checkWorthiness: 0.5,
      verifiable: 0.5,
      subjectivity: 0.5,
      confidence: 0.5,
      rule: 'gold',
    };
  });

  const { title, site, author, published, language } = gold.metadata;
  return {
    schemaVersion: 1,
    articleId: gold.id,
    versionId: 'v',
    source: { sha256: '0'.repeat(64), mediaType: 'text/plain', charset: 'utf-8' },
    metadata: {
      title,
      url: null,
      site,
      authors: author === null ? [] : [author],
      published: published === null ? null : { value: published, precision: 'day', origin: 'text' },
      modified: null,
      language,
    },
    text: raw,
    textMap: [[0, 0, raw.length]],
    blocks,
    sentences: gold.sentences.map(({ start, end }) => ({
      start,
      end,
      block: sentenceOf(blocks, { start, end }),
    })),
    timexes: gold.timexes.map((timex, i) => ({
      id: `t${i}`,
      ...at(timex),
      type: timex.type,
      value: timex.value,
      interval: null,
      granularity: 'day',
      anchor: { kind: 'explicit' },
    })),
    entities: gold.entities.map((entity, i) => ({
      id: `e${i}`,
      key: entity.name,
      name: entity.name,
      type: entity.types[0]!,
      aliases: [...entity.aliases],
      mentions: entity.mentions.map((mention) => ({ ...at(mention), kind: 'name' as const })),
      roles: [],
    })),
    quotes: gold.quotes.map((quote, i) => ({
      id: `q${i}`,
      ...at(quote),
      ...(quote.speaker === null ? {} : { speaker: quote.speaker }),
    })),
    attributions: attributions.map((level) => ({
      id: attributionId.get(levelKey(level))!,
      content: [{ start: 0, end: 1 }],
      source: { ...at({ start: 0, end: 0 }), name: level.name, type: 'person' as const },
      cue: null,
      quoteType: level.quoteType,
      stance: 'neutral' as const,
    })),
    claims,
    diagnostics: [],
    pipeline: { version: '0', configSha256: '0', models: {} },
  };
}
