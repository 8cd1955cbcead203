import { DEPREL_CODE } from '../../core/labels.ts';
import type { Timex } from '../../core/layers.ts';
import { firstEndingAfter, type Span } from '../../core/span.ts';
import { cueClass } from '../../lexicon/cue-verbs.ts';
import type { ArticleView } from './article-view.ts';
import type { TokenRange } from './assemble.ts';

/** To whom it was said: the hearer of told, asked, warned; `to` with said, wrote, spoke. Null when none is named. */
export function addresseeOf(
  view: ArticleView,
  cue: number,
  taken: (token: number) => boolean,
): TokenRange | null {
  const { tokens, dependents } = view;
  const { deprel } = tokens.columns;
  const kind = cueClass(tokens.lemma(cue));
  for (const child of dependents.of(cue)) {
    if (child < cue || taken(child) || !/^(?:NOUN|PROPN|PRON)$/.test(tokens.upos(child))) continue;
    const relation = deprel[child]!;
    const hears = relation === DEPREL_CODE.obj || relation === DEPREL_CODE.iobj;
    if (hears && !(relation === DEPREL_CODE.iobj || HEARD.has(kind ?? ''))) continue;
    if (
      !hears &&
      !(relation === DEPREL_CODE.obl && kind !== undefined && SPOKEN.has(kind) && introducedByTo(view, child))
    )
      continue;
    return phrase(view, child);
  }
  return null;
}

const HEARD = new Set(['tell', 'ask', 'urge']);
const SPOKEN = new Set(['say', 'write', 'manner', 'urge']);

function introducedByTo(view: ArticleView, noun: number): boolean {
  for (const child of view.dependents.of(noun)) {
    if (child < noun && view.tokens.columns.deprel[child] === DEPREL_CODE.case)
      return view.tokens.lemma(child) === 'to';
  }
  return false;
}

/** The noun and its modifiers after the preposition, without clauses. */
function phrase(view: ArticleView, noun: number): TokenRange {
  const { deprel } = view.tokens.columns;
  let first = noun;
  let last = noun;
  for (const child of view.dependents.of(noun)) {
    const relation = deprel[child]!;
    if (relation === DEPREL_CODE.case || relation === DEPREL_CODE.punct || CLAUSES.has(relation)) continue;
    if (child > noun && relation === DEPREL_CODE.nmod && view.region[child] !== view.region[noun]) continue;
    first = Math.min(first, view.dependents.low[child]!);
    last = Math.max(last, view.dependents.high[child]!);
  }
  for (const child of view.dependents.of(noun)) {
    if (child < noun && deprel[child] === DEPREL_CODE.case) first = Math.max(first, child + 1);
  }
  return { first, last: last + 1 };
}

const CLAUSES = new Set(
  (['acl', 'acl:relcl', 'advcl', 'appos', 'ccomp', 'parataxis', 'xcomp', 'dep'] as const).map(
    (name) => DEPREL_CODE[name],
  ),
);

/**
 * The date of the speech act: the first date or time outside content and source that hangs from the cue, or that
 * stands between it and the nearest mark of its clause. Index into the timexes layer.
 */
export function saidAt(
  view: ArticleView,
  cue: number,
  timexes: readonly Timex[],
  outside: (span: Span) => boolean,
): number | undefined {
  const sentence = view.sentence[cue]!;
  const from = view.tokens.columns.start[view.tokens.first(sentence)]!;
  const to = view.tokens.columns.end[view.tokens.end(sentence) - 1]!;
  for (let at = firstEndingAfter(timexes, from); at < timexes.length && timexes[at]!.start < to; at++) {
    const timex = timexes[at]!;
    if ((timex.type !== 'DATE' && timex.type !== 'TIME') || !outside(timex)) continue;
    const token = view.tokens.tokenAt(timex.start);
    if (hangsFrom(view, token, cue)) return at;
  }
  return undefined;
}

/** The token's phrase depends on the cue itself, through nominals at most. */
function hangsFrom({ tokens }: ArticleView, token: number, cue: number): boolean {
  for (let at = token, steps = 0; at >= 0 && steps < 6; at = tokens.head(at), steps++) {
    if (at === cue) return true;
    if (at !== token && /^(?:VERB|AUX)$/.test(tokens.upos(at))) return false;
  }
  return false;
}
