import type { ArticleRecord } from '../record/record.ts';
import { alignEntities } from './align-entities.ts';
import type { Gold } from './gold.ts';
import { RecordView } from './record-view.ts';
import type { LayerScore } from './score.ts';
import { scoreBlocks } from './score-blocks.ts';
import { scoreClaims } from './score-claims.ts';
import { scoreEntities } from './score-entities.ts';
import { scoreMetadata } from './score-metadata.ts';
import { scoreQuotes } from './score-quotes.ts';
import { scoreSentences } from './score-sentences.ts';
import { scoreTimexes } from './score-timexes.ts';

/** Every layer of a record against the gold of its article, in the order of the pipeline. */
export function scoreRecord(gold: Gold, record: ArticleRecord): LayerScore[] {
  const view = new RecordView(record);
  const alignment = alignEntities(gold, view);
  return [
    scoreBlocks(gold, view),
    scoreMetadata(gold, view),
    scoreSentences(gold, view),
    scoreTimexes(gold, view),
    scoreEntities(gold, view, alignment),
    scoreQuotes(gold, view, alignment),
    scoreClaims(gold, view, alignment),
  ];
}
