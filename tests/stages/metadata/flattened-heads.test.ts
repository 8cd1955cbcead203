import { describe, expect, it } from 'vitest';
import { outline, runIntake } from '../intake/run-intake.ts';

const BODY = `A plow driver found the first stranded car shortly before dawn on Tuesday, the sheriff's office said.
Nearly two hundred people spent the night in a school gymnasium, where volunteers served soup and coffee.
"We have not seen drifts like these in thirty years," said Marla Quist, who runs the shelter. "Nobody could move."
The highway department hopes to open one lane by Wednesday evening, a spokesman told reporters.`;
const TAIL = 'Most read\nCouncil delays vote on the harbor wall\nCopyright 2031 The Plains Courier';
const metadataOf = (head: string) =>
  runIntake(`Home\nNews\nSport\n${head}\n${BODY}\n${TAIL}`).doc.layers.metadata!;

describe('the head of a flattened page', () => {
  it('has its headline above the byline, not in the caption below it', () => {
    const head = `Blizzard strands hundreds on the interstate as winds top sixty miles
By Karen Osgood
March 4, 2031
A plow works along the interstate on Tuesday. (Darla Stone / Courier photo)`;
    expect(metadataOf(head)).toMatchObject({
      title: 'Blizzard strands hundreds on the interstate as winds top sixty miles',
      authors: ['Karen Osgood'],
      published: { value: '2031-03-04' },
    });
  });

  it('has its headline above the standfirst', () => {
    const head = `Blizzard strands hundreds on the interstate
Shelters open in three towns while plows wait for the wind to drop
By Karen Osgood
March 4, 2031`;
    expect(metadataOf(head).title).toBe('Blizzard strands hundreds on the interstate');
  });

  it('names its writer in capitals above a role, below headline and standfirst', () => {
    const head = `Quarry owner sues county over blasting limits
Company wants three million dollars; neighbors call the suit payback
MARGARET OYELARAN
Staff writer
March 4, 2031 at 6:15 p.m.`;
    expect(metadataOf(head)).toMatchObject({
      title: 'Quarry owner sues county over blasting limits',
      authors: ['Margaret Oyelaran'],
      published: { value: '2031-03-04T18:15' },
    });
  });

  it.each([
    ['Priyamvada Dalal and Colmcille Roe', ['Priyamvada Dalal', 'Colmcille Roe']],
    ['Jelka Vida, Political Correspondent', ['Jelka Vida']],
  ])('is signed %s without a By', (line, authors) => {
    const head = `Blizzard strands hundreds on the interstate\n${line}\nMarch 4, 2031`;
    expect(metadataOf(head).authors).toEqual(authors);
  });

  it('has a date in a sentence of the story below it, which is not its own', () => {
    const { doc } = runIntake(
      `Board closes the pier\n${BODY}\nA hearing is set for June 4, 2031.\nThe pier was built in 1931, and the board owns it.`,
    );
    expect(doc.layers.metadata!.published).toBeNull();
  });

  it('may name its writer alone in a line, and set the date behind other things', () => {
    const head = `Blizzard strands hundreds on the interstate
Karen Osgood
Weather, Local newsMar 4, 2031, 05:30 PM`;
    expect(metadataOf(head)).toMatchObject({
      authors: ['Karen Osgood'],
      published: { value: expect.stringMatching(/^2031-03-04/) },
    });
  });

  it('is dated by what was published, not by what was updated', () => {
    const head = `Blizzard strands hundreds on the interstate
By Karen Osgood
Updated Mar. 6, 2031 4:04AM EST / Published Mar. 4, 2031 12:16PM EST`;
    expect(metadataOf(head).published?.value).toMatch(/^2031-03-04/);
  });

  it('takes the byline nearest to it', () => {
    const head = `A cat finds its way home
By Tom Pell
Sport
Money
Blizzard strands hundreds on the interstate
By Karen Osgood, who covers the northern counties for the Courier
March 4, 2031`;
    expect(metadataOf(head).authors).toEqual(['Karen Osgood']);
  });

  it('keeps pointers to other stories out of the text', () => {
    const { doc } = runIntake(
      `Blizzard strands hundreds on the interstate\nBy Karen Osgood\n${BODY.replace('\n"We', '\nAlso read: The best snow tires of the year\n"We')}\n${TAIL}`,
    );
    const pointer = outline(doc).find((line) => line.includes('Also read'));
    expect(pointer).toMatch(/^teaser /);
  });
});

describe('authors of a page with markup', () => {
  const page = (head: string, byline: string) =>
    `<html><head><title>Ferry aground</title>${head}</head><body><article><h1>Ferry aground</h1>${byline}${BODY.split(
      '\n',
    )
      .map((line) => `<p>${line}</p>`)
      .join('')}</article><aside><span class="author">Tom Pell</span></aside></body></html>`;
  const authorsOf = (html: string, url?: string) =>
    runIntake(html, { mediaType: 'text/html', ...(url ? { url } : {}) }).doc.layers.metadata!.authors;

  it('are none where the page says that an agency wrote it', () => {
    expect(authorsOf(page('<meta name="author" content="The Associated Press">', ''))).toEqual([]);
  });

  it('may have a site of their own', () => {
    const html = page('<meta name="author" content="Karen Osgood">', '');
    expect(authorsOf(html, 'https://karenosgood.example/ferry')).toEqual(['Karen Osgood']);
  });

  it('are read from given and family name', () => {
    const ld = {
      '@type': 'NewsArticle',
      author: { '@type': 'Person', givenName: 'Karen', familyName: 'Osgood' },
    };
    const script = `<script type="application/ld+json">${JSON.stringify(ld)}</script>`;
    expect(authorsOf(page(script, ''))).toEqual(['Karen Osgood']);
  });
});
