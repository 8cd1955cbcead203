import { DEPREL_CODE } from '../../core/labels.ts';
import type { ArticleView } from './article-view.ts';
import type { TokenRange } from './assemble.ts';
import type { Frame } from './frame.ts';

const LINKS = new Set(
  (['conj', 'xcomp', 'advcl', 'acl', 'acl:relcl'] as const).map((relation) => DEPREL_CODE[relation]),
);
const MAX_STEPS = 3;

/**
 * The subject of an active verb as its source: its own, or the one that it shares through coordination, control or a
 * participle (`Lee refused to say`, `Lee came back and warned`); of a participle beside a noun that noun. Null for
 * passives, whose subject is spoken of, and where there is none.
 */
export function sharedSubject(view: ArticleView, { cue, passive }: Frame): TokenRange | null {
  const { tokens, dependents } = view;
  const { deprel } = tokens.columns;
  if (passive || tokens.upos(cue) !== 'VERB' || isPastParticiple(view, cue)) return null;
  for (let verb = cue, steps = 0; steps <= MAX_STEPS; steps++) {
    for (const child of dependents.of(verb)) {
      if (deprel[child] === DEPREL_CODE.nsubj) return phraseOf(view, child);
      if (steps > 0 && deprel[child] === DEPREL_CODE['nsubj:pass']) return phraseOf(view, child);
    }
    const head = tokens.head(verb);
    if (head < 0 || !LINKS.has(deprel[verb]!)) return null;
    if (/^(?:NOUN|PROPN|PRON)$/.test(tokens.upos(head)) && deprel[verb] === DEPREL_CODE.acl) {
      return tokens.xpos(verb) === 'VBG' ? { first: head, last: head + 1 } : null;
    }
    verb = head;
  }
  return null;
}

/** The subject that an active verb has itself; null without one, or where it is a relative pronoun. */
export function ownSubject(view: ArticleView, { cue, passive }: Frame): TokenRange | null {
  if (passive || view.tokens.upos(cue) !== 'VERB') return null;
  for (const child of view.dependents.of(cue))
    if (view.tokens.columns.deprel[child] === DEPREL_CODE.nsubj)
      return /^W/.test(view.tokens.xpos(child)) ? null : phraseOf(view, child);
  return null;
}

/** Whom a passive of the cue lexicon names as its agent: `is said by aides to be ill`. */
export function agentOf(view: ArticleView, { cue, kind, passive }: Frame): TokenRange | null {
  const { tokens, dependents } = view;
  if (!passive || kind === 0) return null;
  for (const child of dependents.of(cue)) {
    const relation = tokens.deprel(child);
    const by = dependents.low[child]!;
    if (child < cue || (relation !== 'obl:agent' && relation !== 'obl')) continue;
    if (tokens.text(view.text, by) === 'by' && by < child)
      return { first: by + 1, last: dependents.high[child]! + 1 };
  }
  return null;
}

/** `known as`, `based on`: passive without an auxiliary. */
function isPastParticiple({ tokens, dependents }: ArticleView, verb: number): boolean {
  if (tokens.xpos(verb) !== 'VBN') return false;
  return !dependents.of(verb).some((child) => tokens.columns.deprel[child] === DEPREL_CODE.aux);
}

function phraseOf({ dependents }: ArticleView, head: number): TokenRange {
  return { first: dependents.low[head]!, last: dependents.high[head]! + 1 };
}
