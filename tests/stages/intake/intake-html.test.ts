import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { proveOffsets } from '../../../bench/intake/offset-proof.ts';
import type { StageContext } from '../../../src/core/stage.ts';
import { intakeHtml } from '../../../src/stages/intake-html.ts';

const take = (raw: string, hidden: 'auto' | 'drop' | 'keep' = 'auto') =>
  intakeHtml.run(
    { raw, sha256: '', mediaType: 'text/html', charset: 'utf-8' },
    intakeHtml.options.parse({ hidden }),
    {} as StageContext,
  );
const texts = (raw: string) => {
  const { text, rawBlocks } = take(raw);
  return rawBlocks.map(({ start, end }) => text.slice(start, end));
};

describe('intakeHtml', () => {
  it('folds white space, decodes entities and keeps the raw place of every character', () => {
    const raw = '<p>Fish &amp; chips\n\n   cost&nbsp;&pound;4 <b>to</b>day.</p>';
    const { text, map } = take(raw);
    expect(text).toBe('Fish & chips cost £4 today.');
    const at = (needle: string) => {
      const start = text.indexOf(needle);
      const span = map.toRaw({ start, end: start + needle.length });
      return raw.slice(span.start, span.end);
    };
    expect(at('&')).toBe('&amp;');
    expect(at('£4')).toBe('&pound;4');
    expect(at('chips cost')).toBe('chips\n\n   cost');
    expect(at('today')).toBe('to</b>day');
  });

  it.each([
    ['block elements', '<div>One<p>Two</p>Three</div>', ['One', 'Two', 'Three']],
    [
      'unclosed paragraphs and items',
      '<p>One<p>Two<ul><li>Three<li>Four</ul>',
      ['One', 'Two', 'Three', 'Four'],
    ],
    ['two line breaks', 'One<br>two<br><br>Three', ['One two', 'Three']],
    ['cells', '<table><tr><td>One<td>Two<tr><th>Three</table>', ['One', 'Two', 'Three']],
    ['stray end tags', '</div>One</p></b>Two</td>', ['One', 'Two']],
  ])('cuts at %s', (_, raw, expected) => expect(texts(raw)).toEqual(expected));

  it('leaves out what is never shown', () => {
    const raw =
      '<title>T</title><style>p{}</style><p>Seen<script>var a = "<p>no</p>";</script> <span hidden>no</span><span style="display: none">no</span><span class="sr-only">no</span> <b class="x d-none">no</b>text</p><p class="d-none d-md-block">Seen on some screens</p><template><p>no</p></template><noscript><p>no</p></noscript><svg><text>no</text></svg><!-- no --><select><option>no</select><p>End</p>';
    expect(texts(raw)).toEqual(['Seen text', 'Seen on some screens', 'End']);
  });

  it('keeps hidden text where a page hides nearly all of it', () => {
    const raw = `<p>Loading</p><div style="display:none"><p>${'The long text of the page. '.repeat(60)}</p></div>`;
    expect(texts(raw)).toHaveLength(2);
    expect(take(raw, 'drop').rawBlocks).toHaveLength(1);
  });

  it('keeps hidden paragraphs where hardly another is shown, as pay walls leave them, but not a hidden notice', () => {
    const menu = `<ul>${'<li><a href="/x">Towns</a></li>'.repeat(300)}</ul>`;
    const story =
      '<p>The harbour board met for the third time this week and again could not agree on a price.</p>';
    const page = (hidden: string, shown: string) =>
      `${menu}<article>${shown}<div style="display:none">${hidden}</div></article>`;
    expect(texts(page(story.repeat(15), story))).toHaveLength(300 + 16);
    expect(texts(page(story.repeat(15), story.repeat(15)))).toHaveLength(300 + 15);
    expect(texts(page(story.repeat(2), story))).toHaveLength(300 + 1);
  });

  it('reads what stands in place of a plug-in', () => {
    const raw =
      '<object data="a.swf"><param name="x"><div><p>The ferry leaves the pier.</p></div></object><p>End</p>';
    expect(texts(raw)).toEqual(['The ferry leaves the pier.', 'End']);
  });

  it('sets two words apart that only tags divide, but not a drop cap', () => {
    expect(texts('<p><span>By</span><span>Jane</span></p>')).toEqual(['By Jane']);
    expect(texts('<p><span>T</span>he ferry</p>')).toEqual(['The ferry']);
  });

  it('records where a block stands', () => {
    const { rawBlocks } = take(
      '<main id=Story><p class="Lead Big">Go to <a href="/x">the pier</a> now</p></main>',
    );
    expect(rawBlocks[0]).toMatchObject({
      tag: 'p',
      path: 'main>p',
      tokens: 'lead big story',
      links: 1,
      linkChars: 8,
    });
    expect(rawBlocks[0]!.containers).toHaveLength(2);
  });

  it('collects what the page says of itself', () => {
    const { pageFacts, text } = take(
      '<html lang="en-GB"><head><title> Pier &amp; port </title><meta property="og:title" content="Pier"><link rel=canonical href="https://a.example/x"><script type="application/ld+json">{"a":1}</script></head><body><time datetime="2031-02-03">3 Feb</time><a rel="author" href="/j">Jane Doe</a></body></html>',
    );
    expect(pageFacts).toMatchObject({
      lang: 'en-GB',
      title: 'Pier & port',
      metas: [{ name: 'og:title', content: 'Pier' }],
      links: [{ rel: 'canonical', href: 'https://a.example/x' }],
      jsonLd: ['{"a":1}'],
    });
    expect(pageFacts.marks.map((mark) => [mark.tag, mark.value, text.slice(mark.start, mark.end)])).toEqual([
      ['time', '2031-02-03', '3 Feb'],
      ['a', '', 'Jane Doe'],
    ]);
  });

  it('sets links apart that stand side by side', () => {
    expect(texts('<p><a href="/t">TV</a><a href="/f">Football</a><a href="/m">Money</a></p>')).toEqual([
      'TV Football Money',
    ]);
    expect(texts('<p><a href="/s">sub</a>marine and <a>T</a><a>he</a> end</p>')).toEqual([
      'submarine and The end',
    ]);
  });

  it('reads hostile pages in bounded time', () => {
    const deep = `${'<div><b>'.repeat(200_000)}text${'</i>'.repeat(200_000)}`;
    expect(texts(deep)).toEqual(['text']);
    expect(texts(`<p>${'&amp'.repeat(50_000)}</p>`)[0]).toHaveLength(50_000);
    expect(texts(`${'<p '.repeat(100_000)}`)).toEqual([]);
  });

  it('never loses an offset, whatever the markup', () => {
    const piece = fc.constantFrom(
      '<p>',
      '</p>',
      '<div class=x>',
      '</div>',
      '<b>',
      '</b>',
      '<br>',
      ' ',
      '\n',
      '&amp;',
      '&nbsp;',
      '&#8217;',
      '<a href=x>',
      '</a>',
      'word',
      'Word.',
      '<li>',
      '<td>',
      '<span hidden>',
      '</span>',
      '<!-- c -->',
      '<script>x</script>',
      '<h2>',
      '</h2>',
      '<',
      '&',
      '\u{1f4f9}',
      '&copy',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
        const raw = pieces.join('');
        const { text, map, rawBlocks } = take(raw, 'drop');
        for (const block of rawBlocks)
          expect(text.slice(block.start, block.end)).toBe(text.slice(block.start, block.end).trim());
        for (const [start, rawStart, length, rawLength] of map.toJSON()) {
          expect(start + length).toBeLessThanOrEqual(text.length);
          expect(rawStart + (rawLength ?? length)).toBeLessThanOrEqual(raw.length);
          const here = text.slice(start, start + length);
          if (rawLength === undefined && here !== ' ')
            expect(raw.slice(rawStart, rawStart + length).replace(/\s/g, ' ')).toBe(here);
        }
        expect(rawBlocks.map(({ start, end }) => text.slice(start, end)).join('\n')).toBe(text);
      }),
      { numRuns: 300, seed: 7 },
    );
  });

  it('proves the raw slices of an ordinary page', () => {
    const raw =
      '<body><nav><a href=/>Home</a> <a href=/n>News</a></nav><article><h1>Pier&rsquo;s end</h1><p>The <em>old</em> pier &mdash; closed\n since May &mdash; burns.<!-- ad --></p><ul><li>One<li>Two &lt;3</ul></article>';
    const { text, map, rawBlocks } = take(raw);
    expect(rawBlocks.length).toBe(5);
    expect(proveOffsets(raw, text, map, rawBlocks)).toEqual([]);
  });
});
