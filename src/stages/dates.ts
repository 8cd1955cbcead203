import { z } from 'zod';
import { layerOf } from '../core/doc.ts';
import { defineStage } from '../core/stage.ts';
import { tagDates } from './dates/tag-dates.ts';

const options = z.strictObject({});

/**
 * Provides `timexes`: the time expressions of the article's own blocks with TIMEX3 values (TimeML 1.2.1),
 * resolved against the publication date as it is written, in its own time zone; past or future by the verb in the tree. Without one, relative
 * expressions keep `X` for what is not known, and `dates/no-reference` says so.
 */
export const dates = defineStage({
  name: 'dates',
  requires: ['metadata', 'blocks', 'sentences', 'tokens'],
  provides: 'timexes',
  options,
  run(doc, _options, context) {
    const { published } = layerOf(doc, 'metadata');
    const spans = layerOf(doc, 'blocks').filter(({ label }) => label === 'article');
    const timexes = tagDates(doc.text, {
      reference: published?.value ?? null,
      spans,
      tokens: layerOf(doc, 'tokens'),
    });
    if (published === null && timexes.some(({ anchor }) => anchor.kind === 'publication'))
      context.diagnose({
        severity: 'warning',
        code: 'dates/no-reference',
        message: 'no publication date is known: relative dates stay unresolved',
      });
    return timexes;
  },
});
