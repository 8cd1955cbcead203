import { describe, expect, it } from 'vitest';
import { createPipeline } from '../../src/index.ts';

const pipeline = createPipeline();

const PARAGRAPHS = [
  'The city council of Alder Bay approved a new harbour tax on Tuesday by seven votes to four.',
  'Mayor Lena Sund said the tax would pay for a sea wall. Shop owners opposed the plan.',
  'The port handled 41,000 containers last year, according to the harbour authority.',
  'Construction of the wall begins in May. The company Brightwater won the contract.',
];

const page = (paragraphs: readonly string[], before: string, after: string) =>
  `${before}\n\nMarch 5, 2025\n\nAlder Bay council approves harbour tax\n\n${paragraphs.join('\n\n')}\n\n${after}\n`;

function claims(text: string) {
  return pipeline.process({ text, url: 'https://post.example/alder-bay-tax' }).claims;
}

describe('claim ids', () => {
  const first = claims(
    page(PARAGRAPHS, 'NEWS   SPORT   WEATHER', 'Copyright © 2025 The Post. All rights reserved.'),
  );
  const ids = first.map((claim) => claim.id);

  it('are there and unique', () => {
    expect(ids.length).toBeGreaterThan(4);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('survive a re-fetch with other boilerplate', () => {
    const again = claims(
      page(PARAGRAPHS, 'HOME   LATEST   VIDEO   SHOP', 'Related Posts\n\nCopyright © 2025 The Post.'),
    );
    expect(again.map((claim) => claim.id)).toEqual(ids);
  });

  it('survive moved paragraphs', () => {
    const moved = claims(
      page(
        [PARAGRAPHS[0]!, PARAGRAPHS[2]!, PARAGRAPHS[1]!, PARAGRAPHS[3]!],
        'NEWS',
        'Copyright © 2025 The Post.',
      ),
    );
    expect(moved.map((claim) => claim.id).sort()).toEqual([...ids].sort());
    expect(moved.map((claim) => claim.key).sort()).toEqual(first.map((claim) => claim.key).sort());
  });

  it('survive a change of another sentence, which alone gets new ids', () => {
    const changed = PARAGRAPHS.map((p) =>
      p.replace('Shop owners opposed the plan.', 'Fishermen welcomed the plan.'),
    );
    const now = new Set(claims(page(changed, 'NEWS', 'Copyright © 2025 The Post.')).map((claim) => claim.id));
    const lost = first.filter((claim) => !now.has(claim.id));
    expect(lost.length).toBeGreaterThan(0);
    for (const claim of lost) expect(claim.quote.exact).toContain('opposed');
  });

  it('differ between articles, while keys meet', () => {
    const other = pipeline.process({
      text: page(PARAGRAPHS, 'WIRE', 'Copyright © 2025 The Wire.'),
      url: 'https://wire.example/tax',
    }).claims;
    expect(other.some((claim) => ids.includes(claim.id))).toBe(false);
    expect(other.map((claim) => claim.key)).toEqual(first.map((claim) => claim.key));
  });

  const html = (paragraphs: readonly string[], before: string, after: string) =>
    pipeline.process({
      url: 'https://post.example/alder-bay-tax',
      html: `<html><head><title>Alder Bay council approves harbour tax</title></head><body>${before}<article><h1>Alder Bay council
approves harbour tax</h1><time datetime="2025-03-05">5 March 2025</time>${paragraphs.map((one) => `<p>${one}</p>`).join('')}</article>${after}</body></html>`,
    }).claims;

  it('survive new markup around the article, an inserted paragraph and other characters for the same text', () => {
    const plain = html(PARAGRAPHS, '<nav><a href="/">Home</a></nav>', '<footer>© 2025 The Post</footer>');
    expect(plain.length).toBeGreaterThan(4);
    const again = html(
      [
        ...PARAGRAPHS.slice(0, 2),
        'Rain fell on the town all night.',
        ...PARAGRAPHS.slice(2).map((one) => one.replace('41,000 containers', '41,000&nbsp;containers')),
      ],
      '<header><div class="menu"><a href="/a">World</a> <a href="/b">Business</a></div></header>',
      '<aside class="related"><h3>Related</h3><ul><li><a href="/x">Port fees rise again</a></li></ul></aside><footer>All rights reserved</footer>',
    );
    for (const of of ['id', 'key'] as const) {
      const found = new Set(again.map((claim) => claim[of]));
      expect(plain.filter((claim) => !found.has(claim[of])).map(({ text }) => text)).toEqual([]);
    }
    expect(again.length).toBe(plain.length + 1);
  });
});
