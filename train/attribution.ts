// npm exec tsx train/attribution.ts [-- --data FILE] [--out DIR] [--limit N]
// Trains models/attribution.bin (is a word a cue; what part do the phrases beside it play) from articles with marked
// attributions, over the trees that the package's own language model gives them.
import { writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import type { GoldArticle } from '../bench/accuracy/attribution.ts';
import { readJsonl, trainDir } from '../bench/harness.ts';
import { layerOf } from '../src/core/doc.ts';
import { createPipeline } from '../src/pipeline.ts';
import {
  ATTRIBUTION_KIND,
  ATTRIBUTION_MODEL,
  type AttributionMeta,
} from '../src/stages/attribution/load-models.ts';
import { ROLES } from '../src/stages/attribution/role-features.ts';
import { align, viewOf } from './attribution-data.ts';
import { columnsOf } from './attribution-learn.ts';
import { type TrainingArticle, trainCues, trainRoleWeights } from './attribution-models.ts';
import { featureSections } from './feature-sections.ts';
import { modelBytes } from './write-model.ts';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..');
const { values } = parseArgs({
  options: {
    data: { type: 'string', default: join(trainDir(), 'polnear-train.jsonl') },
    out: { type: 'string', default: join(root, 'models') },
    limit: { type: 'string', default: '100000' },
  },
});

const started = performance.now();
const log = (line: string): void =>
  console.log(`${((performance.now() - started) / 1000).toFixed(0).padStart(5)} s  ${line}`);

const rows = readJsonl<GoldArticle>(values.data)?.slice(0, Number(values.limit));
if (rows === undefined) throw new Error(`no ${values.data}: give --data`);
const pipeline = createPipeline({ stages: ['blocks', 'metadata', 'sentences', 'tokens'] });
const articles: TrainingArticle[] = rows.map((row) => {
  const { doc } = pipeline.analyse({ text: row.text, articleText: true, published: row.date });
  if (doc.text !== row.text) throw new Error(`${row.id}: intake changed the text`);
  const blocks = layerOf(doc, 'blocks').filter((block) => block.label === 'article');
  const view = viewOf(doc.text, layerOf(doc, 'tokens'), layerOf(doc, 'sentences'), blocks);
  return { view, gold: align(view, row) };
});
log(`${articles.length} articles, ${articles.reduce((sum, { gold }) => sum + gold.length, 0)} attributions`);
const roles = trainRoleWeights(articles, log);
const cues = trainCues(articles, log);
const roleColumns = columnsOf(roles.index, roles.weights, ROLES.length, 400_000);
const cueColumns = columnsOf(cues.index, cues.weights, 1, 250_000);
const meta: AttributionMeta = { cueScale: cueColumns.scale, rolesScale: roleColumns.scale };
const bytes = modelBytes(
  ATTRIBUTION_KIND,
  { ...meta },
  { ...featureSections('cue', cueColumns), ...featureSections('roles', roleColumns) },
);
writeFileSync(join(values.out, ATTRIBUTION_MODEL), bytes);
log(`${ATTRIBUTION_MODEL}: ${bytes.length} bytes`);
