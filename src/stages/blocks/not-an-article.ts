import type { PageFacts } from '../../core/layers.ts';
import type { PageView } from './page-view.ts';

interface Sign {
  readonly id: string;
  /** Log-odds that a page with the sign is no article. */
  readonly weight: number;
  readonly holds: (evidence: PageEvidence) => boolean;
}

export interface PageEvidence {
  readonly page: PageView;
  readonly facts: PageFacts;
  readonly url: string | null;
  /** Words of the blocks taken for the article, without its title. */
  readonly words: number;
  readonly paragraphs: number;
  readonly linkShare: number;
  /** Paragraphs taken for the article that follow a headline inside a link each. */
  readonly linkedHeadlines: number;
  /** Paragraphs that follow a heading each, as in a list of stories with summaries. */
  readonly headed: number;
  /** Mean share of a paragraph's telling words that the paragraphs before it have, 0 to 1; null when there are too few. */
  readonly cohesion: number | null;
  /** Mean probability of those words. */
  readonly confidence: number;
}

const ERROR_TITLE =
  /\b(?:404|403|410|500|502|503)\b.{0,40}\b(?:error|not found|forbidden|unavailable|gone)\b|\b(?:page|article|story) (?:not found|cannot be found|unavailable|no longer available)\b|\b(?:access denied|are you a robot|just a moment|attention required|verify you are human|captcha|service unavailable|bad gateway)\b|^\s*(?:error|not found|forbidden|log ?in|sign ?in|subscribe)\s*$/i;

/** The same in a line of the page, where `Log in` is in every menu. */
const ERROR_LINE =
  /\b(?:page|article|story) (?:not found|cannot be found|unavailable|no longer available)\b|\b(?:access denied|are you a robot|verify you are human|captcha)\b|^(?:error )?40[34]\b/i;

/** Signs that a page is an index, a video page, a wall or an error page; the weights are judgements, not learnt. */
const SIGNS: readonly Sign[] = [
  { id: 'no-text', weight: 5, holds: ({ words }) => words < 25 },
  { id: 'little-text', weight: 1, holds: ({ words }) => words >= 25 && words < 70 },
  { id: 'much-text', weight: -1.5, holds: ({ words }) => words >= 180 },
  { id: 'paragraphs', weight: -1.2, holds: ({ paragraphs }) => paragraphs >= 4 },
  {
    id: 'error-title',
    weight: 3,
    holds: ({ page, facts, words }) =>
      words < 250 &&
      (ERROR_TITLE.test(facts.title ?? '') ||
        (page.headline >= 0 && ERROR_TITLE.test(page.views[page.headline]!.text)) ||
        (words < 40 &&
          page.views.slice(0, 4).some((view) => view.words <= 12 && ERROR_LINE.test(view.text)))),
  },
  {
    id: 'front-page',
    weight: 2.5,
    holds: ({ url }) => url !== null && /^[a-z]+:\/\/[^/]+\/?(?:index\.\w+)?(?:[?#].*)?$/i.test(url),
  },
  {
    id: 'section-address',
    weight: 1.2,
    holds: ({ url }) =>
      url !== null &&
      /\/(?:category|categories|tags?|topics?|sections?|author|authors|search|archive)\/[^/]*\/?(?:[?#].*)?$/i.test(
        url,
      ),
  },
  {
    id: 'declared-listing',
    weight: 1.5,
    holds: ({ facts }) =>
      facts.jsonLd.some((script) =>
        /"@type"\s*:\s*"(?:CollectionPage|SearchResultsPage|ProfilePage|ItemList)"/.test(script),
      ) && !declaresArticle(facts),
  },
  { id: 'declared-article', weight: -2, holds: ({ facts }) => declaresArticle(facts) },
  {
    id: 'declared-video',
    weight: 1,
    holds: ({ facts }) => facts.metas.some((meta) => meta.name === 'og:type' && /^video/i.test(meta.content)),
  },
  { id: 'links', weight: 1.2, holds: ({ linkShare }) => linkShare > 0.4 },
  {
    // Outweighs much text in many paragraphs, which a list of stories has too.
    id: 'linked-headlines',
    weight: 7,
    holds: ({ linkedHeadlines, paragraphs }) => linkedHeadlines >= 4 && linkedHeadlines >= paragraphs * 0.75,
  },
  {
    id: 'unconnected-items',
    weight: 5,
    holds: ({ headed, paragraphs, cohesion }) =>
      headed >= 4 && headed >= paragraphs * 0.8 && cohesion !== null && cohesion < 0.12,
  },
  { id: 'unsure-blocks', weight: 0.9, holds: ({ confidence }) => confidence < 0.65 },
  { id: 'sure-blocks', weight: -0.8, holds: ({ confidence }) => confidence > 0.85 },
];

const PRIOR = -1.2;

/** Probability, 0 to 1, that a page is no article, and the signs that speak for it. */
export function notAnArticle(evidence: PageEvidence): {
  readonly score: number;
  readonly signs: readonly string[];
} {
  let sum = PRIOR;
  const signs: string[] = [];
  for (const sign of SIGNS) {
    if (!sign.holds(evidence)) continue;
    sum += sign.weight;
    if (sign.weight > 0) signs.push(sign.id);
  }
  return { score: 1 / (1 + Math.exp(-sum)), signs };
}

function declaresArticle(facts: PageFacts): boolean {
  return (
    facts.metas.some((meta) => meta.name === 'og:type' && /article/i.test(meta.content)) ||
    facts.metas.some((meta) => /^article:(?:published_time|section)$/.test(meta.name)) ||
    facts.jsonLd.some((script) =>
      /"@type"\s*:\s*(?:\[\s*)?"(?:\w*Article|BlogPosting|ReportageNewsArticle)"/.test(script),
    )
  );
}
