import { Command } from 'commander';
import { ClaimlineError } from '../core/errors.ts';
import { type ArticleDiff, diffRecords } from '../gold/diff.ts';
import { type ArticleRecord, type ClaimRecord, RecordSchema } from '../record/record.ts';
import { readJsonLines } from './read-json-lines.ts';

interface DiffOptions {
  readonly json?: boolean;
  readonly summary?: boolean;
}

export function diffCommand(): Command {
  return new Command('diff')
    .description('compare two files of records: claims gained, lost and changed, slot by slot')
    .argument('<old>', 'records, one JSON object a line (.gz too)')
    .argument('<new>', 'records of the same articles')
    .option('--json', 'one JSON object per article that differs, then the sums')
    .option('--summary', 'the sums alone')
    .addHelpText(
      'after',
      `
Articles are paired by articleId. Files in the same order are compared in flat memory.

Examples:
  claimline diff before.jsonl after.jsonl
  claimline diff before.jsonl after.jsonl --summary`,
    )
    .action(run);
}

interface Sums {
  articles: { both: number; onlyOld: number; onlyNew: number; differing: number };
  claims: { unchanged: number; gained: number; lost: number; changed: number };
  slots: Record<string, number>;
}

async function run(oldFile: string, newFile: string, options: DiffOptions): Promise<void> {
  const sums: Sums = {
    articles: { both: 0, onlyOld: 0, onlyNew: 0, differing: 0 },
    claims: { unchanged: 0, gained: 0, lost: 0, changed: 0 },
    slots: {},
  };
  const show = (record: ArticleRecord, diff: ArticleDiff, both: boolean) => {
    sums.claims.unchanged += diff.unchanged;
    sums.claims.gained += diff.gained.length;
    sums.claims.lost += diff.lost.length;
    sums.claims.changed += diff.changed.length;
    for (const { slot } of diff.changed.flatMap((change) => change.slots)) {
      sums.slots[slot] = (sums.slots[slot] ?? 0) + 1;
    }
    if (diff.gained.length + diff.lost.length + diff.changed.length === 0) return;
    if (both) sums.articles.differing++;
    if (!options.summary) process.stdout.write(options.json ? jsonLine(record, diff) : text(record, diff));
  };
  const nothing = (record: ArticleRecord): ArticleRecord => ({ ...record, claims: [] });
  for await (const [before, after] of paired(records(oldFile), records(newFile))) {
    if (before !== null && after !== null) {
      sums.articles.both++;
      show(after, diffRecords(before, after), true);
    } else if (after !== null) {
      sums.articles.onlyNew++;
      show(after, diffRecords(nothing(after), after), false);
    } else if (before !== null) {
      sums.articles.onlyOld++;
      show(before, diffRecords(before, nothing(before)), false);
    }
  }
  process.stdout.write(options.json ? `${JSON.stringify({ sums })}\n` : sumsText(sums));
}

async function* records(file: string): AsyncGenerator<ArticleRecord> {
  for await (const { line, value, error } of readJsonLines(file)) {
    const parsed = RecordSchema.safeParse(value);
    if (parsed.success) yield parsed.data;
    else {
      throw new ClaimlineError('record/invalid', error ?? 'is no record', {
        hint: `claimline check ${file} says what is wrong`,
        location: { file, record: line },
      });
    }
  }
}

/** Records of equal article side by side, however far apart they stand; what waits for its like is kept. */
async function* paired(
  left: AsyncGenerator<ArticleRecord>,
  right: AsyncGenerator<ArticleRecord>,
): AsyncGenerator<readonly [ArticleRecord | null, ArticleRecord | null]> {
  const waiting = [new Map<string, ArticleRecord[]>(), new Map<string, ArticleRecord[]>()] as const;
  const take = (side: 0 | 1, id: string) => {
    const queue = waiting[side].get(id);
    const record = queue?.shift();
    if (queue?.length === 0) waiting[side].delete(id);
    return record;
  };
  const put = (side: 0 | 1, record: ArticleRecord) =>
    waiting[side].set(record.articleId, [...(waiting[side].get(record.articleId) ?? []), record]);
  for (let open = true; open; ) {
    const [before, after] = await Promise.all([left.next(), right.next()]);
    open = !(before.done && after.done);
    if (!before.done) put(0, before.value);
    if (!after.done) put(1, after.value);
    for (const id of new Set([before.value?.articleId, after.value?.articleId])) {
      if (id === undefined || !waiting[0].has(id) || !waiting[1].has(id)) continue;
      yield [take(0, id)!, take(1, id)!];
    }
  }
  for (const record of [...waiting[0].values()].flat()) yield [record, null];
  for (const record of [...waiting[1].values()].flat()) yield [null, record];
}

function jsonLine(record: ArticleRecord, { gained, lost, changed, unchanged }: ArticleDiff): string {
  return `${JSON.stringify({
    articleId: record.articleId,
    title: record.metadata.title,
    gained,
    lost,
    changed: changed.map(({ before, after, slots }) => ({ before: before.id, after: after.id, slots })),
    unchanged,
  })}\n`;
}

function text(record: ArticleRecord, { gained, lost, changed }: ArticleDiff): string {
  const says = (claim: ClaimRecord) =>
    `${claim.id} ${[claim.subject.text, claim.predicate.text, claim.object?.text].filter(Boolean).join(' | ')}`;
  return [
    `${record.articleId} ${record.metadata.title ?? record.source.url ?? record.source.path ?? ''}`,
    ...lost.map((claim) => `  - ${says(claim)}`),
    ...gained.map((claim) => `  + ${says(claim)}`),
    ...changed.flatMap(({ after, slots }) => [
      `  ~ ${says(after)}`,
      ...slots.map(({ slot, from, to }) => `      ${slot}: ${JSON.stringify(from)} -> ${JSON.stringify(to)}`),
    ]),
    '',
  ].join('\n');
}

function sumsText({ articles, claims, slots }: Sums): string {
  const bySlot = Object.entries(slots)
    .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
    .map(([slot, count]) => `${slot} ${count}`);
  return [
    `articles: ${articles.both} in both (${articles.differing} differ), ${articles.onlyOld} only old, ${articles.onlyNew} only new`,
    `claims: ${claims.unchanged} unchanged, ${claims.gained} gained, ${claims.lost} lost, ${claims.changed} changed${bySlot.length > 0 ? ` (${bySlot.join(', ')})` : ''}`,
    '',
  ].join('\n');
}
