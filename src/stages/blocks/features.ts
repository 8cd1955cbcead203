import type { BlockView } from './block-view.ts';
import { type PageView, shinglesOf } from './page-view.ts';
import { saidAround } from './said-around.ts';
import { sentenceEnds } from './sentence-ends.ts';
import type { TextRun } from './text-runs.ts';

/** Labels of line rules as the models know them; append only, the models store their places. */
const RULE_LABELS = [
  'advert',
  'author-bio',
  'byline',
  'caption',
  'comments',
  'cookie-notice',
  'copyright',
  'correction',
  'icon',
  'navigation',
  'newsletter',
  'publication-date',
  'related',
  'share-bar',
] as const;

/** Names in the markup that speak for or against the text of an article, each a feature of its own. */
const TOKEN_SIGNS: readonly (readonly [name: string, pattern: RegExp])[] = [
  [
    'body',
    /article-?_?(?:body|content|text|copy)|story-?_?(?:body|content|text)|post-?_?(?:body|content|text)|entry-?_?content|body-?_?(?:copy|text|content)|articlebody|rich-?text|content-?body|maincontent|paragraph/,
  ],
  ['content', /(?:^|[ _-])(?:content|article|story|post|entry|text|prose|body)(?:[ _-]|$)/],
  ['comment', /comment|disqus|respond|reply|discussion/],
  [
    'related',
    /related|recommend|more-|most-|trending|popular|latest|read-?also|readmore|read-more|also-?like|tags?(?:[ _-]|$)|topics/,
  ],
  ['teaser', /teaser|card|promo|river|listing|item(?:[ _-]|$)|tile|carousel|slider|widget|feed/],
  ['side', /sidebar|side-|aside|rail|secondary|complementary/],
  ['nav', /nav|menu|breadcrumb|footer|masthead|header(?:[ _-]|$)|topbar|sitemap|toolbar/],
  ['share', /share|sharing|social|facebook|twitter|follow/],
  ['newsletter', /newsletter|subscri|sign-?up|paywall|mailing|optin|donat|cta(?:[ _-]|$)/],
  ['ad', /(?:^|[ _-])(?:ads?|advert\w*|sponsor\w*|banner|affiliate|outbrain|taboola|dfp)(?:[ _-]|$)/],
  ['author', /author|byline|contributor|bio(?:[ _-]|$)|writer/],
  ['caption', /caption|credit|figure|gallery|photo|image|media|video/],
  [
    'meta',
    /meta|date|time|publish|info(?:[ _-]|$)|details|disclaimer|legal|copyright|cookie|consent|modal|popup|overlay/,
  ],
  [
    'lead',
    /lead|lede|dek|summary|standfirst|subtitle|subhead|sub-?title|excerpt|intro|abstract|description|kicker/,
  ],
  ['pull', /pull-?quote|quote|aside|factbox|infobox|box(?:[ _-]|$)|toc|table-of-contents|note(?:[ _-]|$)/],
  ['product', /product|price|shop|buy|rating|review|recipe|ingredient/],
];

const TAGS = [
  'p',
  'h1',
  'h2',
  'h3',
  'h4',
  'li',
  'div',
  'td',
  'blockquote',
  'figcaption',
  'button',
  'label',
  'section',
  'span',
] as const;
const PATHS = [
  'article',
  'main',
  'nav',
  'footer',
  'header',
  'aside',
  'figure',
  'ul',
  'ol',
  'table',
  'form',
  'blockquote',
  'dl',
  'a',
  'section',
  'strong',
] as const;
const PATH_PLACES: ReadonlyMap<string, number> = new Map(PATHS.map((name, k) => [name, k]));

/** How far to either side a block's neighbours are looked at. */
const REACH = 3;

const TEXT_NAMES = [
  'words',
  'logChars',
  'sentences',
  'commas',
  'lowerShare',
  'upperShare',
  'digitShare',
  'stopShare',
  'endsSentence',
  'quoted',
  'gaps',
  'wordLength',
  'startsLower',
  'endsColon',
  'question',
  'certain',
  ...RULE_LABELS.map((label) => `rule:${label}`),
  'you',
  'textWords',
  'position',
  'index',
  'fromEnd',
  'inRun',
  'afterRunStart',
  'beforeRunEnd',
  'runLength',
  'runShare',
  'textBefore',
  'textAfter',
  'sinceText',
  'untilText',
  'copies',
  'vocabulary',
  'sinceCertain',
  'window5',
  'window15',
  'cohesionBefore',
  'cohesionAfter',
  'namesNear',
  'runOrdinal',
  'runWords',
  'runBlocks',
  'runCohesion',
  'sinceRunStart',
  'untilRunEnd',
  'largerRuns',
  'sinceFirstRun',
  'window5Mean',
  'ends10',
  'unendedRun',
  'said',
  'said5',
  'said15',
  'saidBefore',
  'saidAfter',
  ...Array.from({ length: REACH * 2 }, (_, k) => (k < REACH ? k - REACH : k - REACH + 1)).flatMap((d) =>
    ['words', 'text', 'certain', 'ends', 'link', 'said'].map((name) => `${name}@${d}`),
  ),
];

const PAGE_NAMES = [
  'linkDensity',
  'links',
  'depth',
  ...TAGS.map((tag) => `tag:${tag}`),
  ...PATHS.map((name) => `in:${name}`),
  ...TOKEN_SIGNS.flatMap(([name]) => [`token:${name}`, `near:${name}`]),
  ...[1, 2, 3, 5].flatMap((level) => [`share@${level}`, `linkDensity@${level}`, `blocks@${level}`]),
  'hub35',
  'hub60',
  'hub85',
  'titleMatch',
  'sinceHeadline',
  'hasHeadline',
  'declared',
  'description',
  'samePath',
  'samePathShare',
  'prevSamePath',
  'nextSamePath',
];

/** Names of the columns for flattened text, and for pages with markup. */
export const FLAT_FEATURES: readonly string[] = [...TEXT_NAMES, 'piece'];
export const HTML_FEATURES: readonly string[] = [...TEXT_NAMES, ...PAGE_NAMES];

/**
 * One row of features a block, row by row.
 * @param said log-odds of each block by its words alone
 */
export function blockFeatures(page: PageView, html: boolean, said: Float32Array): Float32Array {
  const width = html ? HTML_FEATURES.length : FLAT_FEATURES.length;
  const { views } = page;
  const rows = new Float32Array(views.length * width);
  const before = new Float32Array(views.length + 1);
  for (let i = 0; i < views.length; i++) before[i + 1] = before[i]! + page.textWords[i]!;
  const ends = sentenceEnds(views);
  const around = saidAround(views, said);
  const since = distances(page.textWords, 1);
  const until = distances(page.textWords, -1);
  const vocabulary = runVocabulary(page);
  const paths = html ? pathSums(page) : null;
  const markup = { signs: new Map<string, readonly number[]>(), paths: new Map<string, Float32Array>() };
  const { ranks, main } = runRanks(page);
  let sinceCertain = 99;
  for (let i = 0; i < views.length; i++) {
    let at = i * width;
    const put = (value: number) => {
      rows[at++] = value;
    };
    const view = views[i]!;
    textFeatures(view, put);
    const { run, totalTextWords: total } = page;
    put(page.textWords[i]!);
    put((i + 1) / views.length);
    put(Math.min(i, 300));
    put(Math.min(views.length - i, 300));
    put(i >= run.first && i <= run.last ? 1 : 0);
    put(clamp(i - run.first, 60));
    put(clamp(run.last - i, 60));
    put(Math.min(run.last - run.first + 1, 200));
    put(total === 0 ? 0 : (before[run.last + 1]! - before[run.first]!) / total);
    put(total === 0 ? 0 : before[i]! / total);
    put(total === 0 ? 0 : (total - before[i + 1]!) / total);
    put(Math.min(since[i]!, 30));
    put(Math.min(until[i]!, 30));
    put(Math.min(page.copies[i]!, 10));
    put(sharedWords(view, vocabulary));
    put(Math.min(sinceCertain, 40));
    sinceCertain = view.rule?.certain && view.rule.label !== 'caption' ? 0 : sinceCertain + 1;
    put(windowWords(before, i, 5));
    put(windowWords(before, i, 15));
    runFeatures(page, i, ranks, main, put);
    put(ends.share[i]!);
    put(Math.min(ends.unended[i]!, 40));
    for (const value of around(i)) put(value);
    for (let d = -REACH; d <= REACH; d++) {
      if (d === 0) continue;
      const other = views[i + d];
      put(other === undefined ? -1 : Math.min(other.words, 100));
      put(other === undefined ? -1 : page.textWords[i + d]!);
      put(other === undefined ? -1 : other.rule?.certain ? 1 : 0);
      put(other === undefined ? -1 : other.endsSentence ? 1 : 0);
      put(!html || other === undefined ? -1 : density(other));
      put(other === undefined ? 0 : said[i + d]!);
    }
    if (paths !== null) markupFeatures(page, i, paths, markup, put);
    else put(view.raw.tag === 'piece' ? 1 : 0);
  }
  return rows;
}

/** How many runs have more words than each, and the first that is large. */
function runRanks({ runs: { runs }, totalTextWords }: PageView) {
  const ranks = runs.map((run) => runs.filter((other) => other.words > run.words).length);
  const main = runs.find((run) => run.words >= Math.min(120, totalTextWords * 0.3));
  return { ranks, main };
}

function runFeatures(
  page: PageView,
  i: number,
  ranks: readonly number[],
  main: TextRun | undefined,
  put: (value: number) => void,
): void {
  const { runs, runOf, before, after, namesNear } = page.runs;
  put(before[i]!);
  put(after[i]!);
  put(namesNear[i]!);
  const ordinal = runOf[i]!;
  const run = runs[ordinal];
  put(ordinal);
  put(run === undefined ? -1 : run.words / Math.max(1, page.totalTextWords));
  put(run === undefined ? -1 : Math.min(run.textBlocks, 100));
  put(run === undefined ? -1 : run.cohesion);
  put(run === undefined ? -1 : Math.min(i - run.first, 100));
  put(run === undefined ? -1 : Math.min(run.last - i, 100));
  put(run === undefined ? -1 : ranks[ordinal]!);
  put(main === undefined ? 0 : clamp(i - main.first, 200));
  let sum = 0;
  let count = 0;
  for (let j = Math.max(0, i - 5); j <= Math.min(before.length - 1, i + 5); j++) {
    if (page.textWords[j]! === 0 || before[j]! < 0) continue;
    sum += before[j]!;
    count++;
  }
  put(count === 0 ? -1 : sum / count);
}

function textFeatures(view: BlockView, put: (value: number) => void): void {
  const { text, words } = view;
  put(Math.min(words, 200));
  put(Math.log2(1 + text.length));
  put(Math.min(view.sentences, 20));
  put(Math.min(view.commas, 20));
  put(view.lowerShare);
  put(words === 0 ? 0 : view.upperWords / words);
  put(view.digits / (text.length + 1));
  put(view.stopShare);
  put(view.endsSentence ? 1 : 0);
  put(view.quoted ? 1 : 0);
  put(view.gaps);
  put(text.length / (words + 1));
  put(/^\p{Ll}/u.test(text) ? 1 : 0);
  put(/:$/.test(text) ? 1 : 0);
  put(/\?/.test(text) ? 1 : 0);
  put(view.rule?.certain ? 1 : 0);
  // A pointer to one story was a related line when the models were trained.
  const named = view.rule?.label === 'teaser' ? 'related' : view.rule?.label;
  for (const label of RULE_LABELS) put(named === label ? 1 : 0);
  put(/\b(?:you|your|our|us|we|click|here|here['’]s)\b/i.test(text) ? 1 : 0);
}

function markupFeatures(
  page: PageView,
  i: number,
  paths: readonly PathSum[],
  markup: MarkupMemory,
  put: (value: number) => void,
): void {
  const { views } = page;
  const view = views[i]!;
  const { raw } = view;
  put(density(view));
  put(Math.min(raw.links, 20));
  const depths = pathDepths(raw.path, markup.paths);
  put(depths[PATHS.length]!);
  for (const tag of TAGS) put(raw.tag === tag ? 1 : 0);
  for (let k = 0; k < PATHS.length; k++) put(depths[k]!);
  for (const sign of tokenSigns(raw.tokens, markup.signs)) put(sign);
  const ids = raw.containers ?? [];
  for (const level of [1, 2, 3, 5]) {
    const sums = page.containers.get(ids[level] ?? ids.at(-1) ?? -1);
    put(sums === undefined || page.totalTextWords === 0 ? 0 : sums.textWords / page.totalTextWords);
    put(sums === undefined ? 0 : sums.linkChars / (sums.chars + 1));
    put(sums === undefined ? 0 : Math.min(sums.blocks, 200));
  }
  for (const hub of page.hubs) put(hub < 0 ? -1 : ids.includes(hub) ? 1 : 0);
  put(page.titleMatches[i]!);
  put(page.headline < 0 ? 0 : clamp(i - page.headline, 100));
  put(page.headline < 0 ? 0 : 1);
  put(declaredShare(page, view));
  put(
    page.descriptions.some(
      (key) => key === view.key || (view.words > 5 && (key.startsWith(view.key) || view.key.startsWith(key))),
    )
      ? 1
      : 0,
  );
  const own = paths[i]!;
  put(Math.min(own.blocks, 100));
  put(page.totalTextWords === 0 ? 0 : own.textWords / page.totalTextWords);
  put(i > 0 && views[i - 1]!.raw.path === raw.path ? 1 : 0);
  put(i + 1 < views.length && views[i + 1]!.raw.path === raw.path ? 1 : 0);
}

/** What was worked out for the paths and token strings of a page. */
interface MarkupMemory {
  readonly signs: Map<string, readonly number[]>;
  readonly paths: Map<string, Float32Array>;
}

/** How far inside each of `PATHS` the block stands, 0 when it does not; then the depth of the path. */
function pathDepths(path: string, known: Map<string, Float32Array>): Float32Array {
  let depths = known.get(path);
  if (depths === undefined) {
    const names = path.split('>');
    depths = new Float32Array(PATHS.length + 1);
    for (const [at, name] of names.entries()) {
      const k = PATH_PLACES.get(name);
      if (k !== undefined) depths[k] = names.length - at;
    }
    depths[PATHS.length] = Math.min(names.length, 40);
    known.set(path, depths);
  }
  return depths;
}

/** Which names stand in the tokens and near their beginning; worked out once for each token string of a page. */
function tokenSigns(tokens: string, known: Map<string, readonly number[]>): readonly number[] {
  let signs = known.get(tokens);
  if (signs === undefined) {
    const near = tokens.slice(0, 80);
    signs = TOKEN_SIGNS.flatMap(([, pattern]) => {
      if (!pattern.test(tokens)) return [0, 0];
      return [1, tokens.length <= 80 || pattern.test(near) ? 1 : 0];
    });
    known.set(tokens, signs);
  }
  return signs;
}

interface PathSum {
  blocks: number;
  textWords: number;
}

/** For each block the sums over the blocks of the same place and names. */
function pathSums(page: PageView): PathSum[] {
  const sums = new Map<string, PathSum>();
  return page.views.map(({ raw }, i) => {
    const key = `${raw.path.replace(/(?:>(?:a|b|strong|em|i|span|u|font))+$/, '')} ${raw.tokens}`;
    let sum = sums.get(key);
    if (sum === undefined) {
      sum = { blocks: 0, textWords: 0 };
      sums.set(key, sum);
    }
    sum.blocks++;
    sum.textWords += page.textWords[i]!;
    return sum;
  });
}

/** Share of a block's shingles that the declared body has; -1 when no body is declared. */
function declaredShare(page: PageView, view: BlockView): number {
  if (page.declaredBody === null) return -1;
  const shingles = shinglesOf(view.key);
  if (shingles.length === 0) return -0.5;
  let found = 0;
  for (const shingle of shingles) if (page.declaredBody.has(shingle)) found++;
  return found / shingles.length;
}

/** Blocks since the last block of running text (`step` 1) or until the next one (-1). */
function distances(textWords: Float32Array, step: 1 | -1): Float32Array {
  const out = new Float32Array(textWords.length);
  let far = 99;
  for (let k = 0; k < textWords.length; k++) {
    const i = step === 1 ? k : textWords.length - 1 - k;
    out[i] = far;
    far = textWords[i]! > 0 ? 0 : far + 1;
  }
  return out;
}

/** Longer words of the best run of text. */
function runVocabulary({ views, run }: PageView): Set<string> {
  const words = new Set<string>();
  for (let i = run.first; i <= run.last; i++) {
    for (const word of views[i]!.longWords) words.add(word);
  }
  return words;
}

function sharedWords({ longWords }: BlockView, vocabulary: ReadonlySet<string>): number {
  let known = 0;
  for (const word of longWords) if (vocabulary.has(word)) known++;
  return longWords.length === 0 ? -1 : known / longWords.length;
}

function windowWords(before: Float32Array, i: number, reach: number): number {
  return before[Math.min(before.length - 1, i + reach + 1)]! - before[Math.max(0, i - reach)]!;
}

function density(view: BlockView): number {
  return view.text.length === 0 ? 0 : view.raw.linkChars / view.text.length;
}

function clamp(value: number, limit: number): number {
  return Math.max(-limit, Math.min(limit, value));
}
