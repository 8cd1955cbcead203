import type { Diagnostic } from '../../../src/core/diagnostic.ts';
import { createDoc, type Doc, withLayer } from '../../../src/core/doc.ts';
import type { Attribution, Claim, Entity, Timex } from '../../../src/core/layers.ts';
import { OffsetMap } from '../../../src/core/offset-map.ts';
import type { Span } from '../../../src/core/span.ts';
import { packagedModelStore } from '../../../src/io/model-store.ts';
import { claims } from '../../../src/stages/claims.ts';
import { sentences } from '../../../src/stages/sentences.ts';
import { tokens } from '../../../src/stages/tokens.ts';

/** What the earlier stages would have found, by the words that it stands in. */
export interface Given {
  readonly published?: string;
  /** Words -> TIMEX3 value. */
  readonly dates?: Readonly<Record<string, string>>;
  /** Name -> type and further mentions. */
  readonly names?: Readonly<
    Record<string, { type: Entity['type']; also?: readonly string[]; role?: string }>
  >;
  readonly sources?: readonly {
    content: string;
    source: string | null;
    cue?: string;
    lemma?: string;
    quoteType?: Attribution['quoteType'];
    stance?: Attribution['stance'];
  }[];
}

export interface Claimed {
  readonly doc: Doc;
  readonly claims: readonly Claim[];
  readonly dropped: readonly (string | undefined)[];
}

const silent = () => {};

/** Paragraphs (split at blank lines) through sentences, tokens and claims, with the other layers as given. */
export function claimsIn(text: string, given: Given = {}): Claimed {
  const diagnostics: Omit<Diagnostic, 'stage'>[] = [];
  const context = { models: packagedModelStore(), diagnose: silent };
  const source = { raw: text, sha256: '', mediaType: 'text/plain', charset: 'utf-8' } as const;
  let doc = createDoc(source, text, OffsetMap.identity(text.length));
  const published = given.published;
  doc = withLayer(doc, 'metadata', {
    title: null,
    url: null,
    site: null,
    authors: [],
    published: published === undefined ? null : { value: published, precision: 'day', origin: 'input' },
    modified: null,
    language: 'en',
  });
  doc = withLayer(
    doc,
    'blocks',
    paragraphs(text).map(
      (span) => ({ ...span, kind: 'paragraph', label: 'article', rule: 'given' }) as const,
    ),
  );
  doc = withLayer(doc, 'sentences', sentences.run(doc, sentences.options.parse({}), context));
  doc = withLayer(doc, 'tokens', tokens.run(doc, {}, context));
  doc = withLayer(doc, 'timexes', timexes(text, given.dates ?? {}));
  doc = withLayer(doc, 'entities', entities(text, given.names ?? {}));
  doc = withLayer(
    doc,
    'attributions',
    (given.sources ?? []).map(({ content, source, cue, lemma, quoteType, stance }) => ({
      content: [find(text, content)],
      source: source === null ? null : sourceOf(text, source, Object.keys(given.names ?? {})),
      cue: cue === undefined ? null : { ...find(text, cue), lemma: lemma ?? cue },
      quoteType: quoteType ?? 'indirect',
      stance: stance ?? 'affirms',
      rule: 'given',
    })),
  );
  const found = claims.run(doc, claims.options.parse({}), {
    models: context.models,
    diagnose: (one) => diagnostics.push(one),
  });
  return { doc, claims: found, dropped: diagnostics.map(({ rule }) => rule) };
}

/** The source with its entity, where it is one of the given names. */
function sourceOf(text: string, source: string, names: readonly string[]) {
  const entity = names.indexOf(source);
  return {
    ...find(text, source),
    name: source,
    type: 'person' as const,
    ...(entity < 0 ? {} : { entity }),
  };
}

function paragraphs(text: string): Span[] {
  const out: Span[] = [];
  let at = 0;
  for (const part of text.split('\n\n')) {
    out.push({ start: at, end: at + part.length });
    at += part.length + 2;
  }
  return out;
}

function find(text: string, words: string): Span {
  const start = text.indexOf(words);
  if (start < 0) throw new Error(`"${words}" does not stand in the text`);
  return { start, end: start + words.length };
}

function every(text: string, words: string): Span[] {
  const out: Span[] = [];
  for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + words.length)) {
    out.push({ start: at, end: at + words.length });
  }
  return out;
}

function timexes(text: string, dates: Readonly<Record<string, string>>): Timex[] {
  return Object.entries(dates)
    .map(
      ([words, value]): Timex => ({
        ...find(text, words),
        type: value.includes('T')
          ? 'TIME'
          : value.startsWith('P') && value !== 'PRESENT_REF'
            ? 'DURATION'
            : 'DATE',
        value,
        interval: null,
        granularity: 'day',
        anchor: { kind: /\d{4}/.test(words) ? 'explicit' : 'publication' },
        rule: 'given',
      }),
    )
    .sort((a, b) => a.start - b.start);
}

function entities(text: string, names: NonNullable<Given['names']>): Entity[] {
  return Object.entries(names).map(([name, { type, also = [], role }]) => {
    const mentions = [name, ...also].flatMap((words) =>
      every(text, words).map((span) => ({
        ...span,
        kind: /^(?:he|she|it|they|his|her|its|their)$/i.test(words)
          ? ('pronoun' as const)
          : ('name' as const),
        confidence: 1,
        rule: 'given',
      })),
    );
    mentions.sort((a, b) => a.start - b.start || b.end - a.end);
    return {
      key: `${type}:${name}`,
      name,
      type,
      aliases: [],
      mentions: mentions.filter((one, at) => at === 0 || one.start >= mentions[at - 1]!.end),
      roles: role === undefined ? [] : [{ ...find(text, role), text: role }],
    };
  });
}
