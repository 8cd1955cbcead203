import { describe, expect, it } from 'vitest';
import { outline, runIntake } from '../intake/run-intake.ts';

// The shape of a small site's page, flattened one block a line.
const PAGE = `Monday, March 17, 2031
TOWN HALL   HARBOR   SCHOOLS
>
TOWN HALL   HARBOR   SCHOOLS
>
TOWN HALL   HARBOR   SCHOOLS

March 14, 2031

Harbor board closes the ferry pier for two years

The harbor board voted on Tuesday to close the old ferry pier for two years while engineers replace the rotten piles under it.

Ferries to the islands will leave from the fish market instead, the board said, and the fare will stay at four dollars.

Share on Facebook

What the Islands Lose

Islanders told the meeting that the longer walk from the tram would cost them a quarter of an hour on every trip to town.

1. The first boat leaves at six in the morning, an hour later than it does today, and the last one at ten.

2. Bicycles travel free of charge until the pier opens again, which the board expects in the summer of 2033.

Related Posts

Storm damages the north mole

By Jane Doe

Jane Doe is a reporter who covers the harbor for the Post. Follow her on Twitter.
Copyright © 2031 - The Harbor Post | All Rights Reserved.
chevron-down`;

describe('blocks of flattened text', () => {
  const { doc } = runIntake(PAGE);

  it('tells the article from named boilerplate', () => {
    expect(outline(doc)).toEqual([
      'page-clock heading: Monday, March 17, 2031',
      expect.stringMatching(/^navigation /),
      'icon paragraph: >',
      expect.stringMatching(/^navigation /),
      'icon paragraph: >',
      expect.stringMatching(/^navigation /),
      expect.stringMatching(/^publication-date .*: March 14, 2031$/),
      'article title: Harbor board closes the',
      'article paragraph: The harbor board voted',
      'article paragraph: Ferries to the islands',
      expect.stringMatching(/^share-bar /),
      'article heading: What the Islands Lose',
      'article paragraph: Islanders told the meeting',
      'article list-item: 1. The first boat',
      'article list-item: 2. Bicycles travel free',
      expect.stringMatching(/^related .*Related Posts$/),
      expect.stringMatching(/^related /),
      expect.stringMatching(/^byline /),
      expect.stringMatching(/^author-bio /),
      expect.stringMatching(/^copyright /),
      expect.stringMatching(/^icon /),
    ]);
  });

  it('takes the metadata from the lines, and not the page clock', () => {
    expect(doc.layers.metadata).toEqual({
      title: 'Harbor board closes the ferry pier for two years',
      url: null,
      site: 'The Harbor Post',
      authors: ['Jane Doe'],
      published: { value: '2031-03-14', precision: 'day', origin: 'text', span: expect.anything() },
      modified: null,
      language: 'en',
    });
    const { span } = doc.layers.metadata!.published!;
    expect(doc.text.slice(span!.start, span!.end)).toBe('March 14, 2031');
  });

  it('lets the date given with the input win', () => {
    const given = runIntake(PAGE, { published: '2031-03-12' });
    expect(given.doc.layers.metadata!.published).toEqual({
      value: '2031-03-12',
      precision: 'day',
      origin: 'input',
    });
  });

  it('labels every block of a bare article text as article, kinds told apart', () => {
    const bare = runIntake(PAGE.slice(PAGE.indexOf('Harbor board'), PAGE.indexOf('Related Posts')), {
      articleText: true,
    });
    expect(bare.doc.layers.blocks!.every((block) => block.label === 'article')).toBe(true);
    expect(bare.doc.layers.blocks!.map((block) => block.kind)).toEqual([
      'title',
      'paragraph',
      'paragraph',
      'heading',
      'heading',
      'paragraph',
      'list-item',
      'list-item',
    ]);
  });

  it('reports a page without a date', () => {
    const { diagnostics } = runIntake(
      PAGE.replace('March 14, 2031', '').replace('Monday, March 17, 2031', ''),
    );
    expect(diagnostics.map(({ code }) => code)).toContain('metadata/no-publication-date');
  });
});
