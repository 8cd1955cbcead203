import { z } from 'zod';
import type { Claim } from '../core/layers.ts';
import { defineStage, type StageContext } from '../core/stage.ts';
import { AttributionIndex } from './claims/attribution-link.ts';
import { buildClaim } from './claims/build-claim.ts';
import { type ClaimContext, claimContext } from './claims/context.ts';
import { type Draft, draftOf } from './claims/draft.ts';
import { filterAll } from './claims/filters.ts';
import { linkClaims } from './claims/links.ts';
import { nominalClaims, withoutRetold } from './claims/nominal-claims.ts';
import type { Proposition } from './claims/proposition.ts';
import { propositionsOf } from './claims/propositions.ts';
import { inheritReportDay } from './claims/report-day.ts';
import { inheritScene } from './claims/scene-time.ts';
import { SentenceTimes } from './claims/time.ts';
import { titlePropositions } from './claims/titles.ts';
import type { Tree } from './claims/tree.ts';

export const ClaimsOptions = z.strictObject({
  title: z.boolean().default(false).describe("make claims of the article's title too"),
  inheritTime: z
    .boolean()
    .default(true)
    .describe('give an event without a date the day of the scene that it belongs to, marked as inherited'),
  nominal: z
    .boolean()
    .default(true)
    .describe('make claims of events that nouns name and the sentence takes for granted (`the arrest of X`)'),
  reportDropped: z.boolean().default(true).describe('a diagnostic for every proposition that made no claim'),
  reportSilent: z
    .boolean()
    .default(true)
    .describe('a diagnostic for every sentence with a tensed verb in which no proposition was found'),
});
export type ClaimsOptions = z.infer<typeof ClaimsOptions>;

/**
 * Propositions of the article's sentences as claims with all their slots, in text order.
 * Diagnostics: `claims/dropped`, a proposition that made no claim, with the filter that says why; `claims/silent-sentence`, a statement with a
 * tensed verb in which not even a proposition was found, so that its claim is missing for no reason.
 */
export const claims = defineStage<'claims', ClaimsOptions>({
  name: 'claims',
  requires: ['metadata', 'blocks', 'sentences', 'tokens', 'timexes', 'entities', 'attributions'],
  provides: 'claims',
  options: ClaimsOptions as unknown as z.ZodType<ClaimsOptions>,
  run(doc, options, stage) {
    const context = claimContext(doc);
    const index = new AttributionIndex(context);
    const found: Claim[] = [];
    for (let sentence = 0; sentence < context.sentences.length; sentence++) {
      if (!isRead(context, sentence, options)) continue;
      const told = claimsOfSentence(context, sentence, index, options, stage);
      const named = options.nominal ? nominalClaims(context, sentence, index) : [];
      found.push(...inTextOrder([...told, ...named]));
    }
    const once = withoutRetold(found);
    const timed = options.inheritTime ? inheritReportDay(context, inheritScene(context, once)) : once;
    return linkClaims(timed, context.timexes);
  },
});

function isRead(context: ClaimContext, sentence: number, options: ClaimsOptions): boolean {
  const block = context.blocks[context.sentences[sentence]!.block];
  if (block === undefined || block.label !== 'article' || block.kind === 'heading') return false;
  return block.kind !== 'title' || options.title;
}

function claimsOfSentence(
  context: ClaimContext,
  sentence: number,
  index: AttributionIndex,
  options: ClaimsOptions,
  stage: StageContext,
): Claim[] {
  const { tree } = context;
  const times = new SentenceTimes(context, sentence);
  const out: { draft: Draft; claim: Claim }[] = [];
  const drop = (proposition: Proposition, rule: string) => {
    if (!options.reportDropped) return;
    const tokens = [...proposition.subject.tokens, ...proposition.predicate];
    stage.diagnose({
      severity: 'info',
      code: 'claims/dropped',
      message: `no claim: ${rule}`,
      rule,
      span: { start: tree.start(Math.min(...tokens)), end: tree.end(Math.max(...tokens)) },
    });
  };
  const propositions = [...propositionsOf(tree, sentence), ...titlePropositions(context, sentence)];
  if (options.reportSilent && propositions.length === 0 && isStatement(tree, sentence))
    stage.diagnose({
      severity: 'info',
      code: 'claims/silent-sentence',
      message: 'a tensed verb, but no proposition',
      span: { start: context.sentences[sentence]!.start, end: context.sentences[sentence]!.end },
    });
  const filters = filterAll(tree, propositions);
  for (const [at, proposition] of propositions.entries()) {
    const filter = filters[at] ?? null;
    if (filter !== null && !(filter === 'empty-subject' && isSpoken(tree, proposition, index))) {
      drop(proposition, filter);
      continue;
    }
    const cued = proposition.predicate.length === 0 ? -1 : index.cuedBy(proposition.verbs);
    const role = cued < 0 ? 'tells' : index.roleOfCue(proposition, cued);
    if (role === 'reports') {
      drop(proposition, 'reporting-clause');
      continue;
    }
    const judgedBy = role === 'judges' ? cued : -1;
    const draft = draftOf(context, proposition);
    if (out.some((one) => sameWords(one.draft, draft))) {
      drop(proposition, 'duplicate');
      continue;
    }
    out.push({ draft, claim: buildClaim(context, draft, times, index, judgedBy) });
  }
  return out.map(({ claim }) => claim);
}

function inTextOrder(claims: readonly Claim[]): Claim[] {
  return claims.toSorted((a, b) => a.quote.start - b.quote.start || a.predicate.start - b.predicate.start);
}

/** A sentence with a tensed verb that ends with a full stop. */
function isStatement(tree: Tree, sentence: number): boolean {
  const first = tree.tokens.first(sentence);
  let end = tree.tokens.end(sentence);
  while (end > first && /^["”'’)]+$/.test(tree.form(end - 1))) end--;
  if (end === first || !tree.form(end - 1).endsWith('.')) return false;
  for (let at = first; at < end; at++) if (/^(?:MD|VB[DPZ])$/.test(tree.xpos(at))) return true;
  return false;
}

/** `"You put profit before people"`, `"This is a good number"`: a speaker's `you` and `this` point at something. */
function isSpoken(tree: Tree, proposition: Proposition, index: AttributionIndex): boolean {
  const { subject, complements, role, predicate } = proposition;
  if (!/^(?:this|that|you|these|those)$/.test(tree.form(subject.head)) || complements.length === 0)
    return false;
  if (role !== 'main' && role !== 'complement' && role !== 'conjunct' && role !== 'parataxis') return false;
  return index.isDirect({ start: tree.start(predicate[0]!), end: tree.end(predicate.at(-1)!) });
}

function sameWords(a: Draft, b: Draft): boolean {
  return (
    a.subject.text === b.subject.text &&
    a.predicate.text === b.predicate.text &&
    a.object?.text === b.object?.text
  );
}
