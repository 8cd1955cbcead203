import type { Claim, ClaimTime } from '../../core/layers.ts';
import { type ClaimContext, touching } from './context.ts';
import type { Tree } from './tree.ts';

/** The day on which the story stands, and how far it has been told. */
interface Scene {
  readonly time: ClaimTime;
  /** It dates a figure (`fell 3% in July`), which only the next figure of the paragraph shares. */
  readonly figure: boolean;
  /** Sentence that told of it last. */
  sentence: number;
  /** Index of the block that told of it last. */
  block: number;
}

/**
 * The day of a scene, carried on: `A tram derailed on Friday. It hit a bakery.` An event told in the simple past without a
 * date takes, marked as inherited, the day of the last dated event of its paragraph or of the one before, as long as the
 * telling goes on. A month or a year is no scene. What did not happen, what has happened since (`has left`), had happened
 * before (`had led`) or happens always has no part in it, nor has what its words put at another time (`before the war`),
 * which ends the scene.
 */
export function inheritScene(context: ClaimContext, claims: readonly Claim[]): Claim[] {
  const out: Claim[] = [];
  let scene: Scene | null = null;
  for (let from = 0; from < claims.length; ) {
    const sentence = claims[from]!.sentence;
    let to = from;
    while (to < claims.length && claims[to]!.sentence === sentence) to++;
    const told = claims.slice(from, to);
    from = to;
    const block = context.sentences[sentence]!.block;
    if (told.some(({ time }) => time.length > 0)) {
      scene = nextScene(context, told, block, scene);
      out.push(...told);
      continue;
    }
    if (scene !== null && (!reaches(context, scene, sentence, block) || isElsewhen(context, sentence)))
      scene = null;
    if (scene === null || lastsDays(context, sentence)) {
      out.push(...told);
      continue;
    }
    const { time, figure } = scene;
    let narrated = false;
    for (const claim of told) {
      const result =
        narrated && claim.rule.endsWith('/participle') && isActiveParticiple(context.tree, claim);
      if (!result && !isNarrated(context, claim, figure)) {
        out.push(claim);
        continue;
      }
      narrated = true;
      scene.block = block;
      scene.sentence = sentence;
      out.push({
        ...claim,
        time: [{ timex: time.timex, role: 'event', inherited: true }],
        trail: { ...claim.trail, time: 'time/scene' },
      });
    }
  }
  return out;
}

/** The paragraph itself; of fresh news the next one too. */
function reaches(context: ClaimContext, scene: Scene, sentence: number, block: number): boolean {
  if (block === scene.block) return !scene.figure || sentence === scene.sentence + 1;
  return block === scene.block + 1 && !scene.figure && isFresh(context, scene.time);
}

/** In the week before the article, or of an article without a date. */
export function isFresh({ published, timexes }: ClaimContext, { timex }: ClaimTime): boolean {
  if (published === null) return true;
  const days =
    (Date.parse(published.slice(0, 10)) - Date.parse(timexes[timex]!.value.slice(0, 10))) / 86_400_000;
  return days <= 7;
}

/** The scene after a sentence that has dates of its own. */
function nextScene(
  context: ClaimContext,
  told: readonly Claim[],
  block: number,
  scene: Scene | null,
): Scene | null {
  let next = scene;
  for (const claim of told) {
    const time = claim.time.find(({ role }) => role === 'event');
    if (time === undefined || !isToldOfMain(claim) || tenseOf(context.tree, claim) !== 'past') continue;
    const figure = claim.kind === 'statistic' && !isDay(context, time);
    next = figure || isDay(context, time) ? { time, block, figure, sentence: claim.sentence } : null;
  }
  return next;
}

/** A day, or a part or hour of one, that is not ahead of the article. */
export function isDay(context: ClaimContext, time: ClaimTime): boolean {
  const day = /^\d{4}-\d{2}-\d{2}/.exec(context.timexes[time.timex]!.value)?.[0];
  return day !== undefined && (context.published === null || day <= context.published.slice(0, 10));
}

function isToldOfMain({ rule }: Claim): boolean {
  return !/^(?:apposition|description|possession|title|nominal-event)|\/(?:relative|adverbial|implicit)$/.test(
    rule,
  );
}

/** An event of the scene: it took place, in the simple past, and is told by the article or passed on by it. */
function isNarrated(context: ClaimContext, claim: Claim, figure: boolean): boolean {
  if (claim.polarity === 'negative' || claim.modality !== 'asserted') return false;
  if (claim.kind !== (figure ? 'statistic' : 'event')) return false;
  if (claim.attribution.some((level) => context.attributions[level]!.quoteType !== 'indirect')) return false;
  if (/^copula|\/participle$/.test(claim.rule) || !isToldOfMain(claim)) return false;
  return tenseOf(context.tree, claim) === 'past';
}

/** `hit a wall, injuring two`. */
function isActiveParticiple(tree: Tree, claim: Claim): boolean {
  return tree.xpos(tree.tokens.tokenAt(claim.predicate.start)) === 'VBG';
}

/** The tense of the claim's first verb: simple past, or anything else. */
export function tenseOf(tree: Tree, claim: Claim): 'past' | 'other' {
  const first = tree.tokens.tokenAt(claim.predicate.start);
  const tag = tree.xpos(first);
  if (tree.form(first) === 'had' && tree.start(first) + 3 < claim.predicate.end) return 'other';
  if (tag === 'VBD') return 'past';
  // the past tense taken for a participle
  return tag === 'VBN' ? 'past' : 'other';
}

/**
 * The sentence is about another time, though it may name none on the calendar: `before the war`, `often`.
 *
 * @param compared a date in it may be one to compare with (`its lowest since May`)
 */
export function isElsewhen(context: ClaimContext, sentence: number, compared = false): boolean {
  const { tree } = context;
  const span = context.sentences[sentence]!;
  for (const { type, value } of touching(context.timexes, span)) {
    if (type === 'SET' || (!compared && /^\d{4}|_REF$/.test(value))) return true;
  }
  const end = tree.tokens.end(sentence);
  for (let at = tree.tokens.first(sentence); at < end; at++) {
    const form = tree.form(at);
    if (ELSEWHEN.has(form) && /^(?:advmod|advcl)/.test(tree.rel(at))) return true;
    if (DISTANT.has(form) && (tree.rel(at) === 'case' || tree.rel(at) === 'mark')) return true;
    if (form === 'used' && at + 1 < end && tree.form(at + 1) === 'to') return true;
    if (BIOGRAPHICAL.has(tree.lemma(at)) && tree.upos(at) === 'VERB') return true;
    // `moved to Paris at 19`
    if (form === 'at' && at + 1 < end && /^\d{1,2}$/.test(tree.form(at + 1)) && tree.base(at + 1) === 'obl')
      return true;
  }
  return false;
}

/** `deliberated for two days`: longer than the day of the scene. */
function lastsDays(context: ClaimContext, sentence: number): boolean {
  return touching(context.timexes, context.sentences[sentence]!).some(({ value }) =>
    /^P\d*X?[YMWD]/.test(value),
  );
}

const ELSEWHEN: ReadonlySet<string> = new Set(
  'ago already always before earlier ever formerly historically initially often once originally previously regularly since sometimes traditionally usually'.split(
    ' ',
  ),
);
/** Verbs of a life or a firm's past. */
const BIOGRAPHICAL: ReadonlySet<string> = new Set(
  'bear bequeath employ found graduate grow inherit join marry retire specialise specialize study'.split(' '),
);
const DISTANT: ReadonlySet<string> = new Set(['before', 'during', 'since', 'under', 'until']);
