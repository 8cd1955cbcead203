import { describe, expect, it } from 'vitest';
import { runIntake } from './run-intake.ts';

const LEAD = 'A ferry with forty people on board ran aground off Holm on Monday, the coast guard said.';
const page = (body: string) =>
  `<html><head><title>Ferry aground</title></head><body><article><h1>Ferry aground</h1>${body}</article></body></html>`;

describe('huge pages', () => {
  it('reads a page of 50 MB, most of it script', { timeout: 120_000 }, () => {
    const script = `<script>${'var a = "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx";\n'.repeat(1_000_000)}</script>`;
    const raw = page(`${script}${`<p>${LEAD}</p>`.repeat(4)}`);
    expect(raw.length).toBeGreaterThan(50_000_000);
    const { doc } = runIntake(raw, { mediaType: 'text/html' });
    const kept = doc.layers.blocks!.filter(({ label }) => label === 'article');
    expect(kept.map(({ start, end }) => doc.text.slice(start, end))).toEqual([
      'Ferry aground',
      ...Array.from({ length: 4 }, () => LEAD),
    ]);
    const last = doc.map.toRaw(kept.at(-1)!);
    expect(raw.slice(last.start, last.end)).toBe(LEAD);
  });

  it('leaves what comes after twenty thousand blocks unread, and says so', { timeout: 120_000 }, () => {
    const rows = Array.from(
      { length: 24_000 },
      (_, i) => `<p>The council of town ${i} voted on Monday for a bridge.</p>`,
    );
    const { doc, diagnostics } = runIntake(page(rows.join('\n')), { mediaType: 'text/html' });
    const blocks = doc.layers.blocks!;
    expect(blocks).toHaveLength(24_001);
    expect(blocks.slice(20_000).every(({ label }) => label === 'other')).toBe(true);
    expect(diagnostics).toContainEqual(
      expect.objectContaining({
        code: 'blocks/too-many',
        span: { start: blocks[20_000]!.start, end: doc.text.length },
      }),
    );
  });

  it('reads text at the bottom of ten thousand open elements', () => {
    for (const name of ['div', 'span', 'b', 'table><tr><td', 'ul><li']) {
      const { doc } = runIntake(`<html><body>${`<${name}>`.repeat(10_000)}${LEAD}`, {
        mediaType: 'text/html',
      });
      expect(doc.text).toBe(LEAD);
    }
  });
});
