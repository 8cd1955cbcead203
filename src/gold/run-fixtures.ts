import type { ArticleRecord } from '../record/record.ts';
import type { FixtureScore } from './baseline.ts';
import type { Fixture, FixtureProblem } from './fixture.ts';
import { scoreRecord } from './score-record.ts';

/** A fixture as a document for the pipeline: its input and what `article.json` says to give beside it. */
export interface FixtureDocument {
  readonly id: string;
  readonly html?: string;
  readonly text?: string;
  readonly url?: string;
  readonly published?: string;
  readonly articleText?: boolean;
}

export function fixtureDocument({ name, raw, mediaType, article }: Fixture): FixtureDocument {
  const given = (field: 'url' | 'published') =>
    article.given.includes(field) && article[field] !== undefined ? { [field]: article[field] } : {};
  return {
    id: name,
    ...(mediaType === 'text/html' ? { html: raw } : { text: raw }),
    ...given('url'),
    ...given('published'),
    ...(article.articleText ? { articleText: true } : {}),
  };
}

export interface FixtureRun {
  readonly scores: readonly FixtureScore[];
  readonly records: ReadonlyMap<string, ArticleRecord>;
  /** Fixtures that gave no record. */
  readonly problems: readonly FixtureProblem[];
}

/** Extracts and scores every fixture; one that fails is a problem and the others go on. */
export function runFixtures(
  fixtures: readonly Fixture[],
  extract: (document: FixtureDocument) => ArticleRecord,
): FixtureRun {
  const scores: FixtureScore[] = [];
  const records = new Map<string, ArticleRecord>();
  const problems: FixtureProblem[] = [];
  for (const fixture of fixtures) {
    try {
      const record = extract(fixtureDocument(fixture));
      records.set(fixture.name, record);
      scores.push({ name: fixture.name, layers: scoreRecord(fixture.gold, record) });
    } catch (error) {
      problems.push({
        name: fixture.name,
        problem: `could not be extracted: ${error instanceof Error ? error.message : String(error)}`,
      });
    }
  }
  return { scores, records, problems };
}
