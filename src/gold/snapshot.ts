import type { ArticleRecord } from '../record/record.ts';

/**
 * A record as `output.json` keeps it: without `pipeline` (versions and hashes, which change with every release) and
 * with one element of each list a line, so that a diff shows which claim changed.
 */
export function snapshotOf(record: ArticleRecord): string {
  const { pipeline: _, ...kept } = record;
  const fields = Object.entries(kept).map(([name, value]) => {
    const key = JSON.stringify(name);
    if (!Array.isArray(value) || value.length === 0 || name === 'textMap')
      return ` ${key}: ${JSON.stringify(value)}`;
    return ` ${key}: [\n${value.map((element) => `  ${JSON.stringify(element)}`).join(',\n')}\n ]`;
  });
  return `{\n${fields.join(',\n')}\n}\n`;
}
