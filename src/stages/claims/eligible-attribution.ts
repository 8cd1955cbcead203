import type { Attribution } from '../../core/layers.ts';
import type { Span } from '../../core/span.ts';
import { CUE_NOUNS, CUE_VERBS, cueClass } from '../../lexicon/cue-verbs.ts';
import { IMPERSONAL_REPORTS } from '../../lexicon/impersonal-reports.ts';
import { clauseHeadOf } from './clause.ts';
import { type ClaimContext, tokenRange, topToken } from './context.ts';
import type { Tree } from './tree.ts';

const NOUNS: ReadonlySet<string> = new Set(CUE_NOUNS);
const REACH = 14;

/** Claims may hang on the attribution: somebody states a clause, or words are quoted. */
export function isEligible({ tree }: ClaimContext, one: Attribution): boolean {
  const { cue, quoteType, source, content } = one;
  if (quoteType !== 'indirect') return true;
  if (source === null ? !namesNobody(tree, one) : isVerb(tree, source)) return false;
  return content.some((part) => {
    const that = tree.form(tree.tokens.tokenAt(part.start)) === 'that';
    if (that) return true;
    if (cue !== null && !isReportWord(tree, cue)) return false;
    return hasClause(tree, part) || (cue !== null && charges(tree, cue, part));
  });
}

/** `it is claimed that`, `is said to`, `reports that`, `reportedly`: the text says that it hands something on, not from whom. */
function namesNobody(tree: Tree, { cue, content }: Attribution): boolean {
  if (cue === null) return false;
  const token = tree.tokens.tokenAt(cue.start);
  if (tree.upos(token) === 'ADV') return true;
  if (tree.upos(token) === 'NOUN') return NOUNS.has(tree.lemma(token));
  // `the report was confirmed` hands nothing on: what is handed on stands behind the verb, or `it` stands for it
  const behind = content.at(-1)!.start > cue.start;
  return (behind || standsForIt(tree, token)) && isPassiveReport(tree, cue);
}

function standsForIt(tree: Tree, participle: number): boolean {
  let at = participle - 1;
  while (at > 0 && /^(?:AUX|ADV|PART)$/.test(tree.upos(at))) at--;
  return tree.form(at) === 'it';
}

/** A passive that reports: `claimed` in `it is claimed`. */
export function isPassiveReport(tree: Tree, cue: Span): boolean {
  const token = tree.tokens.tokenAt(cue.start);
  if (tree.xpos(token) !== 'VBN' || !IMPERSONAL_REPORTS.has(tree.lemma(token))) return false;
  for (let at = token - 1; at >= Math.max(0, token - 3); at--) {
    if (tree.lemma(at) === 'have') return false;
    if (tree.lemma(at) === 'be') return true;
    if (tree.upos(at) !== 'ADV' && tree.upos(at) !== 'PART') return false;
  }
  return false;
}

/** The source is no noun phrase at all, a fault of the tree. */
function isVerb(tree: Tree, source: Span & { readonly entity?: number }): boolean {
  if (source.end <= source.start) return true;
  if (source.entity !== undefined) return false;
  const [first, last] = tokenRange(tree, source);
  return tree.upos(topToken(tree, first, last)) === 'VERB' && tree.upos(first) === 'VERB';
}

/** A word of the cue lexicon, `according to`, or no verb. */
function isReportWord(tree: Tree, cue: Span): boolean {
  const [first, last] = tokenRange(tree, cue);
  const top = topToken(tree, first, last);
  return (
    tree.upos(top) !== 'VERB' ||
    CUE_VERBS.has(tree.lemma(top)) ||
    last - first > 1 ||
    tree.form(top) === 'according' ||
    tree.lemma(top) === 'hear'
  );
}

/** The words are a clause or a noun with a that-clause (`rumours he would go`), not a thing that is named. */
function hasClause(tree: Tree, part: Span): boolean {
  const [first, last] = tokenRange(tree, part);
  if (first >= last) return false;
  const top = topToken(tree, first, last);
  if (tree.upos(top) === 'VERB' || tree.upos(top) === 'AUX' || tree.has(top, 'cop', 'nsubj', 'nsubj:pass'))
    return true;
  const clause = clauseHeadOf(tree, top);
  if (clause >= first && clause < last) return true;
  for (let at = first; at < Math.min(last, first + REACH); at++) {
    if (!NOUNS.has(tree.lemma(at))) continue;
    for (let verb = at + 1; verb < last; verb++) if (/^(?:VB[DPZ]|MD)$/.test(tree.xpos(verb))) return true;
    return false;
  }
  return false;
}

/** `accused Oslo of hiding the file`: what the judged one is said to have done. */
function charges(tree: Tree, cue: Span, part: Span): boolean {
  if (cueClass(tree.lemma(tree.tokens.tokenAt(cue.start))) !== 'judge') return false;
  const [first, last] = tokenRange(tree, part);
  for (let at = first + 1; at < last; at++)
    if (tree.xpos(at) === 'VBG' && /^(?:of|for|over)$/.test(tree.form(at - 1))) return true;
  return false;
}
