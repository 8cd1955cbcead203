import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { recordRows } from '../../src/io/database/record-rows.ts';
import { type RecordStore, type StoreCounts, StoreSink } from '../../src/io/database/record-store.ts';
import { rowCount, TABLE_NAMES, TABLES } from '../../src/io/database/tables.ts';
import type { ArticleRecord } from '../../src/record/record.ts';
import { COOKBOOK_ANSWERS, COOKBOOK_RECORDS } from './cookbook-records.ts';
import { makeRecord } from './make-record.ts';

/** How the tests get at a kind of database. */
export interface TestDatabase {
  /** A place for a new database. */
  fresh(): Promise<string>;
  open(place: string): Promise<RecordStore>;
  query(place: string, sql: string): Promise<Record<string, unknown>[]>;
  columns(place: string, table: string): Promise<string[]>;
}

const none = { inserted: 0, updated: 0, unchanged: 0, removed: 0 };
const COUNT = 'SELECT CAST(count(*) AS INTEGER) AS n FROM';

/** What every database of records has to do. */
export function storeContract({ fresh, open, query, columns }: TestDatabase): void {
  async function load(path: string, records: readonly ArticleRecord[]): Promise<StoreCounts> {
    const sink = new StoreSink(await open(path), path);
    for (const record of records) await sink.add(record);
    await sink.close();
    return sink.counts;
  }

  /** Everything that is in it. */
  async function dump(path: string): Promise<unknown> {
    const all: unknown[] = [];
    for (const name of TABLE_NAMES)
      all.push(
        await query(
          path,
          `SELECT ${TABLES[name].join(', ')} FROM ${name} ORDER BY ${TABLES[name].join(', ')}`,
        ),
      );
    return all;
  }

  describe('tables', () => {
    it('has the tables and columns that rows are made for', async () => {
      const path = await fresh();
      await load(path, []);
      for (const name of TABLE_NAMES) {
        const found = (await columns(path, name)).toSorted();
        expect(found, name).toEqual([...TABLES[name]].toSorted());
      }
    });

    it('stores every part of a record', async () => {
      const path = await fresh();
      const counts = await load(path, [makeRecord()]);
      expect(counts).toEqual({ versions: { ...none, inserted: 1 }, claims: { ...none, inserted: 3 } });
      const rows = recordRows(makeRecord()).rows;
      for (const name of TABLE_NAMES) {
        const [found] = await query(path, `${COUNT} ${name}`);
        expect(found, name).toEqual({ n: rowCount(rows, name) });
        expect(rowCount(rows, name), `${name} is tested`).toBeGreaterThan(0);
      }
    });

    it("slices the text by SQL's own count", async () => {
      const path = await fresh();
      await load(path, [makeRecord()]);
      const wrong = await query(
        path,
        `SELECT c.exact FROM claim c JOIN version v USING (version_id)
       WHERE substr(v.text, c.start_cp + 1, c.end_cp - c.start_cp) <> c.exact`,
      );
      expect(wrong).toEqual([]);
      const [mention] = await query(path, "SELECT start_utf16, start_cp FROM mention WHERE text = 'Corby'");
      expect(mention).toEqual({
        start_utf16: makeRecord().text.indexOf('Corby'),
        start_cp: makeRecord().text.indexOf('Corby') - 1,
      });
    });

    it('loading twice changes nothing', async () => {
      const path = await fresh();
      const records = [
        makeRecord({ number: 1 }),
        makeRecord({ number: 2 }),
        makeRecord({ number: 1, state: 2 }),
      ];
      await load(path, records);
      const before = await dump(path);
      const counts = await load(path, records);
      expect(counts).toEqual({ versions: { ...none, unchanged: 3 }, claims: { ...none, unchanged: 9 } });
      expect(await dump(path)).toEqual(before);
    });

    it('a new state of an article moves the claims that stay and keeps those that go', async () => {
      const path = await fresh();
      await load(path, [makeRecord({ state: 1 })]);
      const counts = await load(path, [makeRecord({ state: 2 })]);
      expect(counts.versions).toEqual({ ...none, inserted: 1 });
      expect(counts.claims).toEqual({ ...none, inserted: 1, updated: 2 });
      const claims = await query(
        path,
        `SELECT c.text, CASE WHEN v.is_current THEN 'yes' ELSE 'no' END AS current,
         CASE WHEN c.first_version_id = c.version_id THEN 'yes' ELSE 'no' END AS new
       FROM claim c JOIN version v USING (version_id) ORDER BY v.is_current, c.ordinal`,
      );
      expect(claims).toEqual([
        { text: 'Police did not confirm cause 1.', current: 'no', new: 'yes' },
        { text: 'Mill 1 burned down on 3 March 2026.', current: 'yes', new: 'no' },
        { text: 'Two workers were hurt.', current: 'yes', new: 'no' },
        { text: 'Police did not confirm cause 2.', current: 'yes', new: 'yes' },
      ]);
      expect(await query(path, `${COUNT} claims_flat`)).toEqual([{ n: 3 }]);
    });

    it('an earlier fetch that comes later does not become current', async () => {
      const path = await fresh();
      const late = makeRecord({ state: 2, fetchedAt: '2026-03-05T10:00:00Z' });
      const early = makeRecord({ state: 1, fetchedAt: '2026-03-04T10:00:00Z' });
      await load(path, [late, early]);
      const other = await fresh();
      await load(other, [early, late]);
      const state = `SELECT version_id, is_current FROM version ORDER BY version_id`;
      expect(await query(path, state)).toEqual(await query(other, state));
      const flat = 'SELECT * FROM claims_flat ORDER BY claim_id';
      expect(await query(path, flat)).toEqual(await query(other, flat));
      expect(await query(path, `${COUNT} claim`)).toEqual([{ n: 4 }]);
    });

    it('a new release updates a version in place', async () => {
      const path = await fresh();
      await load(path, [makeRecord()]);
      const next = makeRecord({ pipelineVersion: '0.2.0' });
      next.claims[0]!.confidence = 0.4;
      next.claims.pop();
      const counts = await load(path, [next]);
      expect(counts.versions).toEqual({ ...none, updated: 1 });
      expect(counts.claims).toEqual({ ...none, updated: 1, unchanged: 1, removed: 1 });
      expect(await query(path, `${COUNT} version WHERE is_current`)).toEqual([{ n: 1 }]);
      expect(await query(path, "SELECT confidence FROM claim WHERE kind = 'event'")).toEqual([
        { confidence: 0.4 },
      ]);
    });

    it('of two fetches of one text the later stays, whatever their order', async () => {
      const a = makeRecord({ fetchedAt: '2026-03-05T10:00:00Z', path: 'a.html' });
      const b = makeRecord({ fetchedAt: '2026-03-06T10:00:00Z', path: 'b.html' });
      for (const order of [
        [a, b],
        [b, a],
        [a, b, a],
      ]) {
        const path = await fresh();
        await load(path, order);
        expect(await query(path, 'SELECT path FROM version')).toEqual([{ path: 'b.html' }]);
      }
    });

    it('takes text that a database does not', async () => {
      const path = await fresh();
      const record = makeRecord();
      record.entities[0]!.name = 'half \ud83d and\u0000nul';
      record.metadata.title = 'tab\there, line\r\nthere, \\N and \\. and "quotes", \u{1f600}';
      await load(path, [record]);
      expect(await query(path, "SELECT name FROM entity WHERE entity_id = 'e1'")).toEqual([
        { name: 'half \ufffd and\ufffdnul' },
      ]);
      expect(await query(path, 'SELECT title FROM version')).toEqual([{ title: record.metadata.title }]);
    });

    it('stores the place of a nationality', async () => {
      const path = await fresh();
      const record = makeRecord();
      record.entities[0]!.place = { name: 'Mexico', key: 'PLACE:mexico', entity: 'e3' };
      await load(path, [record]);
      const found =
        'SELECT entity_id, place_name, place_key, place_entity_id FROM entity WHERE place_key IS NOT NULL';
      expect(await query(path, found)).toEqual([
        { entity_id: 'e1', place_name: 'Mexico', place_key: 'PLACE:mexico', place_entity_id: 'e3' },
      ]);
    });

    it('stores the confidence of each slot, null where the record has none', async () => {
      const path = await fresh();
      const record = makeRecord();
      record.claims[0]!.slotConfidence = { subject: 0.75, predicate: 0.5, source: 0.25 };
      await load(path, [record]);
      const found = `SELECT confidence_subject AS subject, confidence_predicate AS predicate, confidence_object AS object,
        confidence_time AS time, confidence_source AS source FROM claim WHERE claim_id = '${record.claims[0]!.id}'`;
      expect(await query(path, found)).toEqual([
        { subject: 0.75, predicate: 0.5, object: null, time: null, source: 0.25 },
      ]);
      const others = `SELECT count(*) AS n FROM claim WHERE confidence_subject IS NULL`;
      expect(Number((await query(path, others))[0]!.n)).toBe(record.claims.length - 1);
    });

    it('refuses a record whose references lead nowhere, and only that', async () => {
      const path = await fresh();
      const sink = new StoreSink(await open(path), path);
      const broken = makeRecord({ number: 2 });
      broken.claims[0]!.subject.entity = 'e99';
      await sink.add(makeRecord({ number: 1 }));
      await expect(sink.add(broken)).rejects.toMatchObject({ code: 'record/invalid' });
      await sink.add(makeRecord({ number: 3 }));
      await sink.close();
      expect(sink.counts.versions.inserted).toBe(2);
    });
  });

  describe('views', () => {
    let path: string;
    beforeAll(async () => {
      path = await fresh();
      await load(path, [makeRecord({ number: 1 }), makeRecord({ number: 2 })]);
    });

    it('claims_flat has one row for each claim, with names for references', async () => {
      const rows = await query(path, "SELECT * FROM claims_flat WHERE kind = 'statistic' ORDER BY url");
      expect(rows).toHaveLength(2);
      expect(rows[0]).toMatchObject({
        url: 'https://news.example/mill-1',
        title: 'Mill 1 burns',
        sentence_text: '“Two workers were hurt,” Chief Ada Lind said in Corby.',
        subject: 'Two workers',
        source: 'Ada Lind',
        source_key: 'PERSON:ada lind',
        source_chain: 'Ada Lind',
        cue_lemma: 'say',
        places: 'Corby',
        quantities: 'Two',
      });
    });

    it('claims_by_person tells who said what', async () => {
      expect(
        await query(path, "SELECT person, relation, text FROM claims_by_person WHERE url LIKE '%1'"),
      ).toEqual([{ person: 'Ada Lind', relation: 'said', text: 'Two workers were hurt.' }]);
    });

    it('timeline has the dated claims', async () => {
      expect(await query(path, 'SELECT date_from, date_to, subject FROM timeline ORDER BY subject')).toEqual([
        { date_from: '2026-03-03', date_to: '2026-03-04', subject: 'Mill 1' },
        { date_from: '2026-03-03', date_to: '2026-03-04', subject: 'Mill 2' },
      ]);
    });
  });

  describe('the cookbook', () => {
    const page = readFileSync('docs/cookbook.md', 'utf8');
    const queries = [...page.matchAll(/```sql\n-- (\S+)\n(.*?)```/gs)].map(
      ([, name, sql]) => [name!, sql!] as const,
    );
    let path: string;
    beforeAll(async () => {
      path = await fresh();
      await load(path, COOKBOOK_RECORDS);
    });

    it('has an answer for each query', () => {
      expect(queries.map(([name]) => name).toSorted()).toEqual(Object.keys(COOKBOOK_ANSWERS).toSorted());
    });

    it.each(queries)('%s', async (name, sql) => {
      const rows = await query(path, sql);
      // PostgreSQL counts in BIGINT, which its driver hands over as text.
      const plain = rows.map((row) =>
        Object.fromEntries(
          Object.entries(row).map(([key, value]) => [
            key,
            /^(?:claims|articles)$/.test(key) ? Number(value) : value,
          ]),
        ),
      );
      expect(plain).toMatchObject(COOKBOOK_ANSWERS[name]!);
    });
  });
}
