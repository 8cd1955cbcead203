import type { BlockLabel } from '../../core/layers.ts';
import type { BlockView } from './block-view.ts';

export interface Named {
  readonly label: Exclude<BlockLabel, 'article'>;
  readonly rule: string;
}

/** Class and id tokens that name a part of a page, as sites commonly write them. */
const TOKEN_NAMES: readonly (readonly [RegExp, Exclude<BlockLabel, 'article'>])[] = [
  [/(?:^|[ _-])(?:cookies?|consent|gdpr|onetrust|ccpa)(?:[ _-]|$)/, 'cookie-notice'],
  [/(?:^|[ _-])(?:comments?|disqus|respond|commentlist|reply)(?:[ _-]|$)/, 'comments'],
  [
    /(?:^|[ _-])(?:newsletters?|subscribe|subscription|signup|sign-up|paywall|mailing)(?:[ _-]|$)/,
    'newsletter',
  ],
  [/(?:^|[ _-])(?:ads?|advert\w*|sponsor\w*|promo\w*|taboola|outbrain)(?:[ _-]|$)/, 'advert'],
  [/(?:^|[ _-])(?:share|sharing|social\w*|addthis|sharedaddy)(?:[ _-]|$)/, 'share-bar'],
  [
    /(?:^|[ _-])(?:author-?bio|about-?author|author-?box|author-?info|author-?description|bio)(?:[ _-]|$)/,
    'author-bio',
  ],
  [/(?:^|[ _-])(?:byline|author)(?:[ _-]|$)/, 'byline'],
  [/(?:^|[ _-])(?:caption\w*|wp-caption-text|credit)(?:[ _-]|$)/, 'caption'],
  [
    /(?:^|[ _-])(?:related\w*|recommend\w*|more-?stories|most-?(?:read|popular)|trending|popular|tags?|read-?more)(?:[ _-]|$)/,
    'related',
  ],
  [/(?:^|[ _-])(?:copyright|legal)(?:[ _-]|$)/, 'copyright'],
  [/(?:^|[ _-])(?:nav\w*|menu\w*|breadcrumbs?|footer|masthead|topbar|sitemap)(?:[ _-]|$)/, 'navigation'],
  [/(?:^|[ _-])(?:teaser|card|promo-item|river|sidebar|aside|widget)(?:[ _-]|$)/, 'teaser'],
];

/**
 * Names the blocks that are no article. Words come first, then the names in the markup, then the place: lists of
 * short lines before the text are navigation, headlines after it are related stories.
 */
export function nameBoilerplate(
  views: readonly BlockView[],
  isArticle: Uint8Array,
  title: number,
  heads: Int32Array,
): (Named | null)[] {
  const first = isArticle.indexOf(1);
  const last = isArticle.lastIndexOf(1);
  const named = views.map((view, i) => (isArticle[i] ? null : nameOne(view, i, first, last)));
  nameAboveRole(views, named);
  // What stands in a box is what its head says.
  for (const [i, head] of heads.entries()) {
    const label = head < 0 ? undefined : views[head]!.rule?.label;
    if (label !== undefined && named[i] !== null && !views[i]!.rule?.certain)
      named[i] = { label, rule: 'box-head' };
  }
  continueSections(views, named);
  settleDates(views, named, title >= 0 ? title : first);
  return named;
}

function nameOne(view: BlockView, index: number, first: number, last: number): Named {
  if (view.rule !== null && (view.rule.certain || view.words > 4))
    return { label: view.rule.label, rule: view.rule.id };
  for (const [pattern, label] of TOKEN_NAMES) {
    if (pattern.test(view.raw.tokens)) return { label, rule: 'markup-name' };
  }
  if (view.raw.path !== '') {
    if (/(?:^|>)(?:nav|menu|footer)(?:>|$)/.test(view.raw.path))
      return { label: 'navigation', rule: 'markup-nav' };
    if (/(?:^|>)figure(?:>|$)/.test(view.raw.path)) return { label: 'caption', rule: 'markup-figure' };
    if (/(?:^|>)aside(?:>|$)/.test(view.raw.path)) return { label: 'teaser', rule: 'markup-aside' };
  }
  if (view.gaps >= 1 && view.sentences === 0) return { label: 'navigation', rule: 'menu-line' };
  if (view.words === 1 && /^\p{Ll}[\p{Ll}-]{2,24}$/u.test(view.text))
    return { label: 'icon', rule: 'lone-lower-word' };
  const linked = view.raw.linkChars > view.text.length * 0.6;
  if (view.words >= 5) {
    if (last >= 0 && index > last) return { label: 'related', rule: 'headline-after-text' };
    if (linked || !view.endsSentence || index < first) return { label: 'teaser', rule: 'headline-elsewhere' };
    return { label: 'other', rule: 'prose-elsewhere' };
  }
  return { label: 'navigation', rule: 'short-line' };
}

const NAME = /^\p{Lu}[\p{L}'’.-]*(?:\s(?:\p{Lu}[\p{L}'’.-]*|de|da|van|von|bin|al|la)){1,3}$/u;

/** A name alone in its line is a byline when the line below is a writer's role: `JANE DOE` / `Staff writer`. */
function nameAboveRole(views: readonly BlockView[], named: (Named | null)[]): void {
  for (let i = 0; i + 1 < views.length; i++) {
    if (named[i] !== null && views[i + 1]!.rule?.id === 'role-line' && NAME.test(views[i]!.text))
      named[i] = { label: 'byline', rule: 'name-above-role' };
  }
}

/** Blocks that a section's head may speak for. */
const SECTION = 25;

/** What follows the head of a list of stories or of the comments belongs to it, until the article or another name. */
function continueSections(views: readonly BlockView[], named: (Named | null)[]): void {
  let section: 'related' | 'comments' | null = null;
  let since = 0;
  for (const [i, name] of named.entries()) {
    if (name === null || ++since > SECTION) {
      section = null;
      continue;
    }
    if ((name.rule === 'related-head' || name.rule === 'comments-line') && views[i]!.words <= 8) {
      section = name.label === 'comments' ? 'comments' : 'related';
      since = 0;
    } else if (views[i]!.rule?.certain) {
      if (name.label === 'copyright' || name.label === 'newsletter' || name.label === 'navigation')
        section = null;
    } else if (section !== null && /^(?:short-line|headline-|prose-|menu-line)/.test(name.rule))
      named[i] = { label: section, rule: `${section}-section` };
  }
}

/** Of several dates the one nearest the headline is the article's; one that stands apart at the top is the page's clock. */
function settleDates(views: readonly BlockView[], named: (Named | null)[], title: number): void {
  const dates = named.flatMap((name, i) => (name !== null && hasDate(name, views[i]!) ? [i] : []));
  for (const i of dates) {
    if (title < 0 || i >= title || named[i]!.rule !== 'dateline-stamp') continue;
    const between = named.slice(i + 1, title).filter((name) => name !== null && !isHead(name.label)).length;
    const rival = dates.some((other) => other !== i && Math.abs(other - title) < title - i);
    if ((between >= 3 && (rival || between > 6)) || (rival && /^\p{L}+day\b/u.test(views[i]!.text)))
      named[i] = { label: 'page-clock', rule: 'date-at-page-top' };
  }
}

function hasDate(name: Named, view: BlockView): boolean {
  return name.rule === 'dateline-stamp' || (name.label === 'byline' && /\b(?:19|20)\d{2}\b/.test(view.text));
}

function isHead(label: BlockLabel): boolean {
  return label === 'byline' || label === 'publication-date' || label === 'caption' || label === 'share-bar';
}
