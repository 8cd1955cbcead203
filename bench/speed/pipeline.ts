// npm run bench:speed: what each stage costs, as shares of one run, and the whole pipeline beside compromise's tagging of
// the same texts in the same run. Machines are noisy: read the ratios, not the seconds.
import { join } from 'node:path';
import nlp from 'compromise';
import { createPipeline } from '../../src/index.ts';
import { evalDir, formatTable, readJsonl } from '../harness.ts';

interface Row {
  readonly id: string;
  readonly text: string;
  readonly date?: string;
}

const rows = readJsonl<Row>(join(evalDir(), 'attribution', 'polnear-dev.jsonl'));
if (!rows) {
  console.error(`no texts at ${evalDir()}: set CLAIMLINE_EVAL`);
} else {
  const clock = () => performance.now();
  const pipeline = createPipeline({}, { clock });
  const inputs = rows.map(({ id, text, date }) => ({
    id,
    text,
    articleText: true,
    ...(date ? { published: date } : {}),
  }));
  for (const input of inputs.slice(0, 10)) pipeline.process(input);

  const stages = new Map<string, number>();
  let ours = 0;
  let theirs = 0;
  let words = 0;
  let claims = 0;
  for (const input of inputs) {
    let began = clock();
    const result = pipeline.analyse(input);
    const record = pipeline.toRecord(result);
    ours += clock() - began;
    for (const [name, time] of Object.entries(result.timings))
      stages.set(name, (stages.get(name) ?? 0) + time);
    words += input.text.split(/\s+/).length;
    claims += record.claims.length;
    began = clock();
    nlp(input.text).json();
    theirs += clock() - began;
  }
  const sum = [...stages.values()].reduce((a, b) => a + b, 0);
  const shares = [...stages].map(([name, time]) => [name, `${((100 * time) / ours).toFixed(1)} %`]);
  console.log(
    formatTable([['stage', 'share'], ...shares, ['record', `${((100 * (ours - sum)) / ours).toFixed(1)} %`]]),
  );
  console.log(
    `\n${inputs.length} articles, ${words} words, ${claims} claims: ${Math.round((1000 * words) / ours)} words/s, ` +
      `${((1000 * inputs.length) / ours).toFixed(1)} articles/s; compromise alone ${Math.round((1000 * words) / theirs)} words/s; ` +
      `ratio ${(theirs / ours).toFixed(2)}`,
  );
}
