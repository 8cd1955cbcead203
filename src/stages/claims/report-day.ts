import type { Claim, ClaimTime } from '../../core/layers.ts';
import { MARKET_VERBS } from '../../lexicon/market-verbs.ts';
import type { ClaimContext } from './context.ts';
import { isDay, isElsewhen, isFresh, tenseOf } from './scene-time.ts';

/**
 * The day of a match or of a day's trading, which its report tells from the first line to the last: `Stocks fell on Thursday`,
 * `Rovers beat Ashby 3-2 on Saturday`. What moved, or was played, in the simple past without a date is of that day, marked as
 * inherited.
 */
export function inheritReportDay(context: ClaimContext, claims: readonly Claim[]): readonly Claim[] {
  const report = reportOf(context, claims);
  if (report === null) return claims;
  const { time, about } = report;
  return claims.map((claim) => {
    if (claim.time.some(({ role }) => role !== 'reference') || !isOfReport(context, claim, about))
      return claim;
    return {
      ...claim,
      time: [{ timex: time.timex, role: 'event' as const, inherited: true }, ...claim.time],
      trail: { ...claim.trail, time: 'time/report' },
    };
  });
}

interface Report {
  readonly time: ClaimTime;
  readonly about: 'match' | 'market';
}

/** Read off the first paragraph that makes claims. */
function reportOf(context: ClaimContext, claims: readonly Claim[]): Report | null {
  const blockOf = ({ sentence }: Claim) => context.sentences[sentence]!.block;
  const lead = claims.filter((claim) => blockOf(claim) === blockOf(claims[0]!));
  for (const claim of lead) {
    const time = claim.time.find(({ role }) => role === 'event');
    if (time === undefined || !isDay(context, time) || !isFresh(context, time)) continue;
    const { lemma } = claim.predicate;
    // `beat` is its own past
    if (tenseOf(context.tree, claim) !== 'past' && lemma !== 'beat') continue;
    if (moves(lemma) && TRADED.test(claim.subject.text)) return { time, about: 'market' };
    const { start, end } = context.sentences[claim.sentence]!;
    if (CONTESTS.has(lemma) && SCORE.test(context.text.slice(start, end))) return { time, about: 'match' };
  }
  return null;
}

/** `edge up`; not the `decline comment` of `declined to comment`. */
function moves(lemma: string): boolean {
  return MARKET_VERBS.has(lemma.replace(/ (?:up|down|back|off|out)$/, ''));
}

const TRADED =
  /\b(?:bitcoin|bonds?|crude|dax|dollar|dow|euro|equities|ftse|gold|index|indices|markets?|nasdaq|nikkei|oil|pound|rupee|shares?|sterling|stocks?|yen|yields?|yuan)\b/i;
const SCORE = /(?<![\d-])\d{1,3}[-–]\d{1,3}(?![\d-])/;
const CONTESTS: ReadonlySet<string> = new Set(
  'beat crush defeat down draw edge hammer lose outclass overcome overpower rout stun sweep thrash win'.split(
    ' ',
  ),
);

function isOfReport(context: ClaimContext, claim: Claim, about: Report['about']): boolean {
  if (claim.attribution.length > 0 || claim.modality !== 'asserted' || claim.polarity === 'negative')
    return false;
  if (/^copula|^(?:apposition|description|possession|title|nominal-event)|\/implicit$/.test(claim.rule))
    return false;
  if (isElsewhen(context, claim.sentence, true)) return false;
  const past = tenseOf(context.tree, claim) === 'past';
  if (about === 'market') return past && moves(claim.predicate.lemma);
  if (claim.kind !== 'event' && claim.kind !== 'statistic') return false;
  return past && !/\/(?:relative|participle)$/.test(claim.rule);
}
