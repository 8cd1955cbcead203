import { join } from 'node:path';
import type { EntityType } from '../../src/core/layers.ts';
import { buildEntities, type Draft, draftEntities } from '../../src/stages/entities/build-entities.ts';
import { detectNames } from '../../src/stages/entities/detect-names.ts';
import { fold } from '../../src/stages/entities/fold.ts';
import { countryOfDemonym } from '../../src/stages/entities/gazetteer.ts';
import { addReferences } from '../../src/stages/entities/references.ts';
import { isRoleNoun } from '../../src/stages/entities/roles.ts';
import type { Bench, BenchContext, BenchResult, Figure } from '../harness.ts';
import { formatTable, readJsonl } from '../harness.ts';
import { analyse } from './entities/analyse.ts';
import { addBCubed, emptyBCubed, f1OfBCubed } from './entities/b-cubed.ts';
import {
  ENTITY_TYPE,
  type GoldCoreference,
  type GoldMention,
  type GoldNames,
  namedClusters,
  readCoreference,
} from './entities/gold.ts';

type Row = (string | number)[];

const key = (mention: { start: number; end: number }) => `${mention.start}:${mention.end}`;

/** Alias rules alone: gold named mentions are given, only joining them is measured. */
function aliases(context: BenchContext, figures: Figure[], skipped: string[]): Row[] {
  const rows: Row[] = [];
  for (const [set, target] of [
    ['gum_news_full', 95],
    ['meantime', 86],
    ['newswcl50', 72],
  ] as const) {
    const documents = readCoreference(context.evalDir, set);
    if (documents === null) {
      skipped.push(`coreference/coref_${set}.jsonl is not there`);
      continue;
    }
    const total = emptyBCubed();
    for (const document of documents) {
      const gold = namedClusters(document);
      const mentions = gold.flat().sort((a, b) => a.start - b.start || b.end - a.end);
      const predicted = joinGold(document, mentions);
      if (context.args.includes(`--show=${set}`)) show(document.text, gold, predicted, document.id);
      addBCubed(
        total,
        gold.map((c) => c.map(key)),
        predicted,
      );
    }
    const { p, r, f } = f1OfBCubed(total);
    rows.push([set, p, r, f]);
    figures.push({ figure: `b3-gold-mentions/${set}`, value: f, target });
  }
  return rows;
}

/**
 * Clusters of given mentions: names by the alias rules; titles and descriptions ("Acme CEO", "the Chilean president",
 * "Chilean officials"), which two of the sets annotate as named, by the roles, resolved descriptions and demonyms of the stage.
 */
function joinGold(document: GoldCoreference, mentions: readonly GoldMention[]): string[][] {
  const words = analyse(document.text);
  const isName = (m: GoldMention) => !isDescription(document.text.slice(m.start, m.end));
  const names = mentions.filter(isName).map((m) => ({
    start: m.start,
    end: m.end,
    type: ENTITY_TYPE[m.type ?? ''] ?? ('MISC' as EntityType),
    rule: 'gold',
    confidence: 1,
  }));
  const drafts = draftEntities(words, names);
  addReferences(words, drafts);
  const predicted = drafts.map((draft) => draft.names.map(key));
  const described = new Map<string, string[]>();
  for (const mention of mentions) {
    if (isName(mention)) continue;
    const found = drafts.findIndex(
      (draft) =>
        draft.roles.some(
          (role) => role.end === mention.end || (role.start === mention.start && role.end > mention.end),
        ) || draft.mentions.some((m) => m.kind === 'nominal' && m.end === mention.end),
    );
    const at =
      found >= 0 ? found : placeOfDescription(document.text.slice(mention.start, mention.end), drafts);
    const text = fold(document.text.slice(mention.start, mention.end)).replace(/^(?:the|a|an) /, '');
    const same = described.get(text);
    if (at >= 0) predicted[at]!.push(key(mention));
    else if (same !== undefined) same.push(key(mention));
    else {
      described.set(text, [key(mention)]);
      predicted.push(described.get(text)!);
    }
  }
  return predicted.filter((cluster) => cluster.length > 0);
}

function isDescription(text: string): boolean {
  const last = fold(text.trim().split(/\s+/).pop()!);
  return /^\p{Ll}/u.test(text.trim().split(/\s+/).pop()!) || isRoleNoun(last);
}

/** "Chilean officials", "Santiago": the country that the document names and a demonym points to. */
function placeOfDescription(text: string, drafts: readonly Draft[]): number {
  if (isRoleNoun(fold(text.split(/\s+/).pop()!))) return -1;
  for (const word of text.split(/\s+/)) {
    const country = countryOfDemonym(fold(word));
    if (country !== undefined)
      return drafts.findIndex((draft) => draft.forms.some((form) => form.key === country));
  }
  return -1;
}

/** Exact span and type of PERSON, ORGANIZATION and PLACE names, end to end. */
function names(context: BenchContext, figures: Figure[], skipped: string[]): Row[] {
  const rows: Row[] = [];
  for (const set of ['worldwide_dev', 'gum_news', 'uner_ewt_dev', 'finerord_val']) {
    const documents = readJsonl<GoldNames>(join(context.evalDir, 'entities', `ner_${set}.jsonl`));
    if (documents === null) {
      skipped.push(`entities/ner_${set}.jsonl is not there`);
      continue;
    }
    const counts = { tp: 0, predicted: 0, gold: 0, spans: 0 };
    const errors = new Map<string, number>();
    for (const document of documents) {
      const words = analyse(document.text, document.sentences);
      const found = detectNames(words).filter(
        (name) => name.type === 'PERSON' || name.type === 'ORGANIZATION' || name.type === 'PLACE',
      );
      const gold = document.entities.filter((e) => ENTITY_TYPE[e.label] !== undefined);
      const goldTypes = new Map(gold.map((e) => [key(e), ENTITY_TYPE[e.label]!]));
      const predicted = new Map(found.map((e) => [key(e), e.type]));
      counts.gold += goldTypes.size;
      counts.predicted += predicted.size;
      for (const [k, type] of predicted) {
        const want = goldTypes.get(k);
        if (want !== undefined) counts.spans++;
        if (want === type) counts.tp++;
        else
          note(
            errors,
            `+ ${document.text.slice(...(k.split(':').map(Number) as [number, number]))} ${type}${want === undefined ? '' : ` not ${want}`}`,
          );
      }
      for (const [k, type] of goldTypes)
        if (!predicted.has(k))
          note(errors, `- ${document.text.slice(...(k.split(':').map(Number) as [number, number]))} ${type}`);
    }
    const f = (tp: number) => (200 * tp) / (counts.predicted + counts.gold || 1);
    rows.push([
      set,
      (100 * counts.tp) / counts.predicted,
      (100 * counts.tp) / counts.gold,
      f(counts.tp),
      f(counts.spans),
    ]);
    figures.push({ figure: `names/${set}`, value: f(counts.tp) });
    if (context.args.includes(`--show=${set}`))
      console.log(
        [...errors]
          .sort((a, b) => b[1] - a[1])
          .slice(0, 250)
          .map(([error, n]) => `${n} ${error}`)
          .join('\n'),
      );
  }
  return rows;
}

const IT = /^(?:it|its|itself|they|them|their|themselves)$/i;
const HE = /^(?:he|him|his|himself|she|her|hers|herself)$/i;

/** He and she on GUM news: gold named people are given, only the pronoun is resolved. */
function pronouns(context: BenchContext, figures: Figure[]): Row[] {
  const documents = readCoreference(context.evalDir, 'gum_news_full');
  if (documents === null) return [];
  let right = 0;
  let answered = 0;
  let all = 0;
  let rightNominals = 0;
  let nominals = 0;
  const things = { right: 0, answered: 0, all: 0 };
  const total = emptyBCubed();
  for (const document of documents) {
    const words = analyse(document.text);
    const clusters = namedClusters(document).map((cluster, i) => ({ cluster, i }));
    const names = clusters
      .flatMap(({ cluster, i }) =>
        cluster.map((m) => ({
          start: m.start,
          end: m.end,
          type: ENTITY_TYPE[m.type ?? ''] ?? 'MISC',
          rule: 'gold',
          confidence: 1,
          cluster: i,
        })),
      )
      .sort((a, b) => a.start - b.start || b.end - a.end);
    const outermost = names.filter(
      (n, i) =>
        !names.some(
          (o, j) => j !== i && o.start <= n.start && o.end >= n.end && o.end - o.start > n.end - n.start,
        ),
    );
    const drafts = draftEntities(words, outermost);
    addReferences(words, drafts);
    const goldOf = new Map(outermost.map((n) => [key(n), n.cluster]));
    const goldIds = new Map(
      namedClusters(document).map((cluster, i) => [
        i,
        document.clusters.find((c) => c.mentions.includes(cluster[0]!))!,
      ]),
    );
    const answer = new Map<string, GoldCoreference['clusters'][number] | undefined>();
    for (const draft of drafts) {
      const votes = draft.names.map((n) => goldOf.get(key(n))!);
      const gold = goldIds.get(votes[0]!);
      for (const m of draft.mentions) {
        if (m.kind === 'pronoun') answer.set(key(m), gold);
        if (m.kind === 'nominal') {
          nominals++;
          const ok = gold?.mentions.some((g) => g.end === m.end || g.start === m.start);
          if (ok) rightNominals++;
          if (context.args.includes('--show=nominals'))
            console.log(
              ok ? 'ok   ' : 'WRONG',
              document.text.slice(m.start, m.end),
              '->',
              document.text.slice(draft.names[0]!.start, draft.names[0]!.end),
              m.confidence,
            );
        }
      }
    }
    const named = document.clusters.filter((cluster) => cluster.mentions.some((m) => m.kind === 'NAM'));
    const goldThing = new Map(
      named.flatMap((cluster) => cluster.mentions.map((m) => [key(m), cluster] as const)),
    );
    for (const [at, gold] of goldThing)
      if (IT.test(document.text.slice(...(at.split(':').map(Number) as [number, number]))) && gold)
        things.all++;
    for (const [at, got] of answer) {
      const [start, end] = at.split(':').map(Number) as [number, number];
      if (!IT.test(document.text.slice(start, end))) continue;
      things.answered++;
      if (got !== undefined && goldThing.get(at) === got) things.right++;
      else if (context.args.includes('--show=things'))
        console.log(
          document.id,
          document.text.slice(Math.max(0, start - 160), end + 40).replace(/\s+/g, ' '),
          '=>',
          got === undefined ? 'unnamed' : document.text.slice(got.mentions[0]!.start, got.mentions[0]!.end),
        );
    }
    for (const cluster of document.clusters) {
      if (
        !cluster.mentions.some(
          (m) => (m.kind === 'NAM' && m.type === 'PER') || (m.kind === 'NAM' && m.type === 'person'),
        )
      )
        continue;
      for (const mention of cluster.mentions) {
        if (!HE.test(document.text.slice(mention.start, mention.end))) continue;
        all++;
        const got = answer.get(key(mention));
        if (got !== undefined) answered++;
        if (got === cluster) right++;
        else if (context.args.includes('--show=pronouns'))
          console.log(
            document.id,
            document.text.slice(Math.max(0, mention.start - 200), mention.end).replace(/\s+/g, ' '),
            '=>',
            got === undefined ? 'none' : document.text.slice(got.mentions[0]!.start, got.mentions[0]!.end),
            '| gold',
            document.text.slice(cluster.mentions[0]!.start, cluster.mentions[0]!.end),
          );
      }
    }
    // End to end: predicted names against gold names, clusters of both.
    const found = buildEntities(words, detectNames(words));
    addBCubed(
      total,
      namedClusters(document).map((c) => c.map(key)),
      found.filter((e) => e.type !== 'NORP').map((e) => e.mentions.filter((m) => m.kind === 'name').map(key)),
    );
  }
  figures.push({
    figure: 'it-they-precision/gum_news',
    value: (100 * things.right) / (things.answered || 1),
  });
  figures.push({ figure: 'he-she/gum_news', value: (100 * right) / all, target: 86 });
  const { p, r, f } = f1OfBCubed(total);
  figures.push({ figure: 'b3-end-to-end/gum_news_full', value: f });
  figures.push({ figure: 'descriptions-precision/gum_news_full', value: (100 * rightNominals) / nominals });
  return [
    ['he, she: right of all', (100 * right) / answered, (100 * right) / all, all],
    [
      'it, they of names: right of answered, all',
      (100 * things.right) / (things.answered || 1),
      (100 * things.right) / things.all,
      things.all,
    ],
    ['definite descriptions right', (100 * rightNominals) / nominals, '', nominals],
    ['end to end B3 of names', p, r, f],
  ];
}

interface Gap {
  readonly id: string;
  readonly text: string;
  readonly pronoun: { start: number; end: number };
  readonly A: { start: number; end: number; coref: boolean };
  readonly B: { start: number; end: number; coref: boolean };
}

function gap(context: BenchContext, figures: Figure[]): Row[] {
  const rows = readJsonl<Gap>(join(context.evalDir, 'coreference', 'coref_gap_development.jsonl'));
  if (rows === null) return [];
  let tp = 0;
  let fp = 0;
  let fn = 0;
  const genders = { male: [0, 0, 0], female: [0, 0, 0] };
  const sample = context.args.includes('--quick') ? rows.slice(0, 400) : rows;
  let shown = 0;
  for (const row of sample) {
    const words = analyse(row.text);
    const found = buildEntities(words, detectNames(words));
    const entity = found.find((e) =>
      e.mentions.some((m) => m.kind === 'pronoun' && m.start === row.pronoun.start),
    );
    const counts =
      genders[/^h(?:e|is|im)/i.test(row.text.slice(row.pronoun.start, row.pronoun.end)) ? 'male' : 'female'];
    let wrong = false;
    for (const candidate of [row.A, row.B]) {
      const predicted =
        entity?.mentions.some(
          (m) => m.kind === 'name' && m.start < candidate.end && m.end > candidate.start,
        ) ?? false;
      if (predicted !== candidate.coref) wrong = true;
      if (predicted && candidate.coref) {
        tp++;
        counts[0]!++;
      } else if (predicted) {
        fp++;
        counts[1]!++;
      } else if (candidate.coref) {
        fn++;
        counts[2]!++;
      }
    }
    if (wrong && context.args.includes('--show=gap') && shown++ < 60)
      console.log(
        `${row.text.slice(0, row.pronoun.start)}<<${row.text.slice(row.pronoun.start, row.pronoun.end)}>>${row.text.slice(row.pronoun.end, row.pronoun.end + 60)}\n   => ${entity?.name} | A ${row.text.slice(row.A.start, row.A.end)} ${row.A.coref} | B ${row.text.slice(row.B.start, row.B.end)} ${row.B.coref}`,
      );
  }
  const f = (200 * tp) / (2 * tp + fp + fn);
  figures.push({ figure: 'gap-development', value: f, target: 60 });
  const g = ([a, b, c]: number[]) => (200 * a!) / (2 * a! + b! + c!);
  return [
    ['GAP development', (100 * tp) / (tp + fp), (100 * tp) / (tp + fn), f],
    ['  male, female', g(genders.male), g(genders.female), ''],
  ];
}

function note(counts: Map<string, number>, what: string): void {
  counts.set(what, (counts.get(what) ?? 0) + 1);
}

function show(text: string, gold: GoldMention[][], predicted: string[][], id: string): void {
  const goldOf = new Map(gold.flatMap((cluster, c) => cluster.map((m) => [key(m), c] as const)));
  const slice = (m: string) => text.slice(...(m.split(':').map(Number) as [number, number]));
  const words = (cluster: string[]) => [...new Set(cluster.map(slice))].join(' | ');
  console.log(`== ${id}`);
  for (const cluster of predicted) {
    const parts = new Set(cluster.map((m) => goldOf.get(m)!));
    if (parts.size > 1)
      console.log(
        '  joined  ',
        [...parts].map((c) => `{${words(cluster.filter((m) => goldOf.get(m) === c))}}`).join(' '),
      );
  }
  const predictedOf = new Map(predicted.flatMap((cluster, c) => cluster.map((m) => [m, c] as const)));
  for (const cluster of gold) {
    const parts = new Set(cluster.map((m) => predictedOf.get(key(m))!));
    if (parts.size > 1)
      console.log(
        '  missed  ',
        [...parts]
          .map((c) => `{${words(cluster.map(key).filter((m) => predictedOf.get(m) === c))}}`)
          .join(' '),
      );
  }
}

export const bench: Bench = {
  name: 'entities: names, aliases, pronouns',
  run(context: BenchContext): BenchResult {
    const figures: Figure[] = [];
    const skipped: string[] = [];
    // --part=names,pronouns,gap,aliases measures only some of them.
    const parts = context.args
      .find((arg) => arg.startsWith('--part='))
      ?.slice(7)
      .split(',') ?? ['names', 'pronouns', 'gap', 'aliases'];
    const part = (name: string, rows: () => Row[]) => (parts.includes(name) ? rows() : []);
    const table = [
      formatTable([
        ['names', 'P', 'R', 'F1', 'span F1'],
        ...part('names', () => names(context, figures, skipped)),
      ]),
      formatTable([
        ['references', 'P', 'R', 'F1 or n'],
        ...part('pronouns', () => pronouns(context, figures)),
        ...part('gap', () => gap(context, figures)),
      ]),
      formatTable([
        ['gold names joined', 'P', 'R', 'B3'],
        ...part('aliases', () => aliases(context, figures, skipped)),
      ]),
    ].join('\n\n');
    return { figures, table, skipped };
  },
};
