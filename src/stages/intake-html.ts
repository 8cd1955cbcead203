import { z } from 'zod';
import { defineIntake } from '../core/stage.ts';
import { settleMarks, walkPage } from './intake-html/page-walker.ts';

/**
 * A page as it was scraped: text block by block, with the raw place of every character, and what the markup says
 * about the page. Scripts, styles, templates, `noscript` and hidden elements are left out.
 */
export const intakeHtml = defineIntake({
  name: 'intake-html',
  mediaType: 'text/html',
  options: z.strictObject({
    /** Text that markup hides (`hidden`, `display: none`): left out, kept, or kept when little else or hardly another paragraph is there. */
    hidden: z.enum(['auto', 'drop', 'keep']).default('auto'),
  }),
  run(source, options) {
    let page = walkPage(source.raw, options.hidden === 'keep');
    // A page that hides nearly all of its text, or most of its paragraphs, shows them by script (on loading, or to those
    // who pay); then the text is what there is.
    if (
      options.hidden === 'auto' &&
      ((page.hiddenChars > 1000 && page.hiddenChars > page.writer.length * 2) ||
        (page.hiddenProse > 1000 && page.hiddenProse > page.shownProse * 1.5))
    )
      page = walkPage(source.raw, true);
    const { text, map, rawBlocks } = page.writer.finish();
    return { text, map, rawBlocks, pageFacts: { ...page.facts, marks: settleMarks(text, page.facts.marks) } };
  },
});
