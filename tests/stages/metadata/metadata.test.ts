import { describe, expect, it } from 'vitest';
import { textLanguage } from '../../../src/language/text-language.ts';
import { authorNames } from '../../../src/stages/metadata/author-names.ts';
import { holderOf } from '../../../src/stages/metadata/choose-site.ts';
import { withoutSite } from '../../../src/stages/metadata/choose-title.ts';
import { readJsonLd } from '../../../src/stages/metadata/json-ld.ts';
import { parsePageDate } from '../../../src/stages/metadata/page-date.ts';
import { runIntake } from '../intake/run-intake.ts';

describe('parsePageDate', () => {
  it.each([
    ['2031-02-03', '2031-02-03', 'day'],
    ['2031-02-03T07:30:00+01:00', '2031-02-03T07:30:00+01:00', 'second'],
    ['20310203', '2031-02-03', 'day'],
    ['Feb. 3, 2031 at 9:15 p.m. EST', '2031-02-03T21:15-05:00', 'minute'],
    ['Published 14:05, 3 February 2031', '2031-02-03T14:05', 'minute'],
    ['Monday, 3rd of March 2031', '2031-03-03', 'day'],
    ['1. Juli 2031', '2031-07-01', 'day'],
    ['3 juin 2031', '2031-06-03', 'day'],
    ['03.02.2031', '2031-02-03', 'day'],
    ['2/3/2031', '2031-02-03', 'day'],
    ['13/2/2031', '2031-02-13', 'day'],
  ])('%s', (text, value, precision) => expect(parsePageDate(text)).toEqual({ value, precision }));

  it('takes the day first where the page does', () =>
    expect(parsePageDate('2/3/2031', true)).toEqual({ value: '2031-03-02', precision: 'day' }));

  it.each(['', 'May 2031', '31 February 2031', '12/40/2031', 'version 1.2.3', 'the 90s'])(
    'no date in "%s"',
    (text) => expect(parsePageDate(text)).toBeNull(),
  );
});

describe('authorNames', () => {
  it.each([
    ['By Jane Doe', ['Jane Doe']],
    ['BY JANE DOE AND JOHN ROE, STAFF WRITERS', ['Jane Doe', 'John Roe']],
    ['Jane Doe, Senior Reporter | Updated Feb. 3, 2031', ['Jane Doe']],
    ['Written by: Jane van der Berg & Seán O’Roe', ['Jane van der Berg', 'Seán O’Roe']],
    ['Jane Doe The Associated Press', ['Jane Doe']],
    ['Gregory Day', ['Gregory Day']],
    ['Jane Doe October 3, 2031', ['Jane Doe']],
    ['Jane Doe 3 Oct 2031', ['Jane Doe']],
    ['April May', ['April May']],
    ['June March, May Day', ['June March', 'May Day']],
    ['Jane DoeDecember 3, 2031', ['Jane Doe']],
    ['ByJane Doe', ['Jane Doe']],
    ['Jane Doe, Jane Doe Marketing Specialist', ['Jane Doe']],
    ['Guest Blogger', []],
    ['Staff', []],
    ['Newsroom Desk', []],
    ['Published 9:15 PM EST', []],
    ['https://example.org/jane', []],
  ])('%s', (byline, names) => expect(authorNames(byline)).toEqual(names));
});

describe('parts of metadata', () => {
  it('reads who holds the rights', () => {
    expect(holderOf('Copyright © 2031 - The Harbor Post | All Rights Reserved.')).toBe('The Harbor Post');
    expect(holderOf('© 2029-2031 U.S. Pier News. All rights reserved.')).toBe('U.S. Pier News');
    expect(holderOf('© 2031')).toBeNull();
    expect(holderOf('Copyright 2031 The Harbor Post, a Valley Media company')).toBe('The Harbor Post');
  });

  it('cuts the name of the site from a title', () => {
    expect(withoutSite('Pier burns | The Harbor Post', 'The Harbor Post')).toBe('Pier burns');
    expect(withoutSite('The Harbor Post - Pier burns', 'The Harbor Post')).toBe('Pier burns');
    expect(withoutSite('Pier burns - and nobody looks', 'The Harbor Post')).toBe(
      'Pier burns - and nobody looks',
    );
  });

  it('reads graphs, references and broken scripts of JSON-LD', () => {
    const graph =
      '{"@graph":[{"@type":"Person","@id":"#j","name":"Jane O&#039;Doe"},{"@type":"WebPage","name":"x"},{"@type":["NewsArticle"],"headline":"Pier","author":{"@id":"#j"},"datePublished":"2031-02-03"}]}';
    expect(readJsonLd([graph])[0]).toMatchObject({
      type: 'NewsArticle',
      authors: ["Jane O'Doe"],
      published: '2031-02-03',
    });
    expect(
      readJsonLd(['{"@type":"NewsArticle","headline":"A\nB","datePublished":"2031-02-03",}'])[0],
    ).toMatchObject({ published: '2031-02-03' });
    expect(readJsonLd(['{"@type":"NewsArticle", "datePublished":"2031-02-03", oops'])[0]).toMatchObject({
      published: '2031-02-03',
    });
    expect(readJsonLd(['nonsense', '[1,2]'])).toEqual([]);
  });

  it('tells the language', () => {
    expect(
      textLanguage(
        'The board of the harbor said that it would be the last of the ferries that are to leave from this pier in the spring.',
      ),
    ).toBe('en');
    expect(
      textLanguage(
        'Der Rat der Stadt hat am Montag beschlossen, dass die Brücke nicht mehr für den Verkehr offen ist und abgerissen wird, sagte das Amt.',
      ),
    ).toBe('de');
    expect(textLanguage('Too short.')).toBeNull();
  });
});

describe('metadata of a page', () => {
  const page = (
    head: string,
    body = '',
  ) => `<html lang="en"><head>${head}</head><body><div class="clock">Monday, March 17, 2031</div><article><h1>Harbor board closes the pier</h1>${body}
<p>The harbor board voted on Tuesday to close the old ferry pier for two years while engineers replace the rotten piles under it.</p>
<p>Ferries to the islands will leave from the fish market instead, the board said, and the fare will stay at four dollars.</p>
<p>Islanders told the meeting that the longer walk from the tram would cost them a quarter of an hour on every trip.</p></article><footer>© 2031 The Harbor Post</footer></body></html>`;
  const of = (raw: string, source = {}) => runIntake(raw, { mediaType: 'text/html', ...source });

  it('prefers the article in JSON-LD, and says when another origin disagrees', () => {
    const { doc, diagnostics } = of(
      page(
        '<meta property="article:published_time" content="2031-03-10"><script type="application/ld+json">{"@type":"NewsArticle","datePublished":"2031-03-14T08:00:00Z","author":[{"name":"Jane Doe"}]}</script>',
      ),
    );
    expect(doc.layers.metadata).toMatchObject({
      title: 'Harbor board closes the pier',
      authors: ['Jane Doe'],
      site: 'The Harbor Post',
      published: { value: '2031-03-14T08:00:00Z', origin: 'json-ld' },
    });
    expect(diagnostics.map(({ code }) => code)).toContain('metadata/date-conflict');
  });

  it('takes the time element and not the page clock', () => {
    const { doc } = of(
      page('', '<p class="byline">By Jane Doe <time datetime="2031-03-14">Friday</time></p>'),
    );
    expect(doc.layers.metadata!.published).toMatchObject({ value: '2031-03-14', origin: 'time' });
    expect(doc.layers.metadata!.authors).toEqual(['Jane Doe']);
  });

  it('takes the date from the address when the page has none', () => {
    const raw = page('').replace('Monday, March 17, 2031', '');
    expect(of(raw, { url: 'https://a.example/2031/03/14/pier.html' }).doc.layers.metadata!.published).toEqual(
      {
        value: '2031-03-14',
        precision: 'day',
        origin: 'url',
      },
    );
  });

  it('knows no date after the page was fetched', () => {
    const raw = page('<meta name="date" content="2035-01-01">').replace('Monday, March 17, 2031', '');
    expect(of(raw, { fetchedAt: '2031-03-15T00:00:00Z' }).doc.layers.metadata!.published).toBeNull();
  });
});

describe('a page that is no article', () => {
  it('says so and gives no article text unless asked', () => {
    const raw =
      '<html><head><title>404 Not Found</title></head><body><h1>Page not found</h1><p>The page you asked for is gone.</p><ul><li><a href=/>Home</a></ul></body></html>';
    const { doc, diagnostics } = runIntake(raw, { mediaType: 'text/html' });
    const found = diagnostics.find(({ code }) => code === 'blocks/not-an-article');
    expect(found?.score).toBeGreaterThan(0.9);
    expect(doc.layers.blocks!.some((block) => block.label === 'article')).toBe(false);
  });
});
