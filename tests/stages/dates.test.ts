import { describe, expect, it } from 'vitest';
import type { Diagnostic } from '../../src/core/diagnostic.ts';
import type { Doc } from '../../src/core/doc.ts';
import type { Block } from '../../src/core/layers.ts';
import type { StageContext } from '../../src/core/stage.ts';
import { dates } from '../../src/stages/dates.ts';
import { analysed } from './dates/analysed.ts';

function run(
  paragraphs: readonly (readonly [text: string, label: Block['label']])[],
  published: string | null,
) {
  let text = '';
  const blocks: Block[] = [];
  for (const [paragraph, label] of paragraphs) {
    blocks.push({
      start: text.length,
      end: text.length + paragraph.length,
      kind: 'paragraph',
      label,
      rule: 'test',
    });
    text += `${paragraph}\n`;
  }
  const diagnostics: Omit<Diagnostic, 'stage'>[] = [];
  const doc = {
    text,
    layers: {
      blocks,
      sentences: [],
      tokens: analysed(text),
      metadata: {
        published: published === null ? null : { value: published, precision: 'second', origin: 'input' },
      },
    },
  } as unknown as Doc;
  const context = {
    diagnose: (diagnostic: Omit<Diagnostic, 'stage'>) => diagnostics.push(diagnostic),
    models: {},
  } as unknown as StageContext;
  const timexes = dates.run(doc, dates.options.parse({}), context);
  return {
    text,
    timexes,
    diagnostics,
    found: timexes.map(({ start, end, value }) => [text.slice(start, end), value]),
  };
}

describe('the dates stage', () => {
  it('tags article blocks only', () => {
    const { found } = run(
      [
        ['Monday, March 2, 2026', 'page-clock'],
        ['The mayor resigned yesterday.', 'article'],
        ['Updated last week', 'publication-date'],
      ],
      '2026-02-27',
    );
    expect(found).toEqual([['yesterday', '2026-02-26']]);
  });

  it('takes today from the publication time in its own zone', () => {
    const late = run([['The mayor resigned today.', 'article']], '2026-02-27T23:30:00-08:00');
    expect(late.found).toEqual([['today', '2026-02-27']]);
    expect(late.timexes[0]?.anchor).toEqual({ kind: 'publication', value: '2026-02-27' });
  });

  it('leaves relative expressions open without a publication date, and says so', () => {
    const { found, diagnostics } = run(
      [['The mayor resigned last week. He was elected on May 3, 2021.', 'article']],
      null,
    );
    expect(found).toEqual([
      ['last week', 'XXXX-WXX'],
      ['May 3, 2021', '2021-05-03'],
    ]);
    expect(diagnostics.map(({ code }) => code)).toEqual(['dates/no-reference']);
  });

  it('says nothing when every expression is absolute', () => {
    expect(run([['He was elected on May 3, 2021.', 'article']], null).diagnostics).toEqual([]);
  });
});
