import { describe, expect, it } from 'vitest';
import { createPipeline, type InputDocument } from '../src/index.ts';

const CONFIG = { stages: ['blocks', 'metadata'] };

const STORIES = [
  [
    'Mill burns down in Arvik',
    'A fire destroyed the old paper mill in Arvik early on Monday, the fire brigade said.',
  ],
  [
    'Ferry runs aground near Holm',
    'A ferry with forty people on board ran aground near Holm on Tuesday, the coast guard said.',
  ],
  [
    'Council votes for a new school',
    'The council voted by nine to two for a new school at the edge of the town on Wednesday.',
  ],
  [
    'Storm closes the mountain road',
    'Heavy snow closed the mountain road for the third time this winter, the police said on Friday.',
  ],
] as const;

/** Prose that a site sets between the paragraphs of each of its pages. */
const HOUSE =
  'The Arvik Courier was founded by local readers in 1921, and it has been owned by its own subscribers since the war ended.';

const pageOf = (index: number): InputDocument => {
  const [title, lead] = STORIES[index]!;
  return {
    url: `https://www.courier.example/news/${index}`,
    html: `<html><head><title>${title}</title></head><body><article><h1>${title}</h1><p>${lead}</p>
<p>Nobody was hurt, a spokesman for story ${index} told the paper, but the damage will take ${index + 3} weeks to mend.</p>
<p>${HOUSE}</p><p>Neighbours number ${index} said that they had seen it coming for a long time and that nobody had listened.</p>
</article></body></html>`,
  };
};

const articleOf = (record: ReturnType<ReturnType<typeof createPipeline>['process']>) =>
  record.blocks
    .filter((block) => block.label === 'article')
    .map(({ start, end }) => record.text.slice(start, end))
    .join('\n');

describe('site memory', () => {
  it('takes a block out of the article that other pages of the site have too, and says so', async () => {
    const pages = STORIES.map((_, i) => pageOf(i));
    const alone = createPipeline(CONFIG).process(pages[0]!);
    expect(articleOf(alone)).toContain(HOUSE);

    const siteMemory = await createPipeline(CONFIG).survey(pages);
    const record = createPipeline(CONFIG, { siteMemory }).process(pages[0]!);
    expect(articleOf(record)).not.toContain(HOUSE);
    expect(articleOf(record)).toContain(STORIES[0][0]);
    expect(articleOf(record)).toContain(STORIES[0][1]);
    expect(record.diagnostics).toContainEqual(
      expect.objectContaining({ code: 'blocks/site-memory', message: expect.stringContaining('1 block is') }),
    );
  });

  it('does not depend on the order of the pages', async () => {
    const pages = STORIES.map((_, i) => pageOf(i));
    const pipeline = createPipeline(CONFIG);
    expect(await pipeline.survey(pages)).toEqual(await pipeline.survey([...pages].reverse()));
  });

  it('keeps an article that was fetched several times', async () => {
    const copies = [1, 2, 3, 4].map((n) => ({
      ...pageOf(0),
      url: `https://courier.example/news/0?ref=${n}`,
    }));
    const siteMemory = await createPipeline(CONFIG).survey(copies);
    const record = createPipeline(CONFIG, { siteMemory }).process(copies[0]!);
    expect(articleOf(record)).toContain(STORIES[0][1]);
    expect(record.diagnostics.map(({ code }) => code)).not.toContain('blocks/site-memory');
  });

  it('keeps a lead that other pages repeat as a teaser, in flattened text too', async () => {
    const teaser = (index: number) => `${STORIES[index]![0]}\n${STORIES[index]![1]}`;
    const flat = STORIES.map((story, i): InputDocument => {
      const others = STORIES.map((_, k) => k).filter((k) => k !== i);
      return {
        path: `crawl/${i}.txt`,
        text: `Arvik Courier\nHome\nNews\nSport\n${story[0]}\nBy Ida Holm\nMarch ${i + 3}, 2031\n${story[1]}
Nobody was hurt in case ${i}, a spokesman told the paper, but the damage will take ${i + 3} weeks to mend.
Neighbours in street ${i} said that they had seen it coming for a long time and that nobody had listened.
Most read\n${others.map(teaser).join('\n')}\nPrivacy\nContact\nCopyright 2031 Arvik Courier`,
      };
    });
    const siteMemory = await createPipeline(CONFIG).survey(flat);
    const pipeline = createPipeline(CONFIG, { siteMemory });
    for (const [i, page] of flat.entries()) {
      const record = pipeline.process(page);
      expect(articleOf(record)).toContain(STORIES[i]![1]);
      expect(record.metadata.title).toBe(STORIES[i]![0]);
    }
  });

  it('passes over pages that cannot be read', async () => {
    const tables = await createPipeline(CONFIG).survey([{ html: '' }, { text: '\0\0\0\0' }, pageOf(0)]);
    expect(tables.size).toBe(0);
  });
});
