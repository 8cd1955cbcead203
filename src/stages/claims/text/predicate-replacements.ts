import type { Span } from '../../../core/span.ts';
import { wordTable } from '../../../lexicon/word-table.ts';
import { type ClaimContext, tokenRange } from '../context.ts';
import type { Tree } from '../tree.ts';
import type { Replacement } from './replacement.ts';

/**
 * Contracted auxiliaries within the predicate written out: `'re going` as `are going`, `'s been` as `has been`, `'d have` as
 * `would have`; `isn't` stays.
 */
export function contractionReplacements({ tree }: ClaimContext, predicate: Span): Replacement[] {
  const [first, last] = tokenRange(tree, predicate);
  const out: Replacement[] = [];
  for (let token = first; token < last; token++) {
    if (!/^(?:aux|cop)/.test(tree.rel(token)) && tree.upos(token) !== 'AUX') continue;
    const to = writtenOut(tree, token);
    if (to !== null) out.push({ start: tree.start(token), end: tree.end(token), to, reason: 'contraction' });
  }
  return out;
}

function writtenOut(tree: Tree, token: number): string | null {
  const form = tree.form(token);
  if (form === "'s") return isPerfect(tree, token) ? 'has' : 'is';
  if (form === "'d") return nextVerb(tree, token) === 'VBN' ? 'had' : 'would';
  return CONTRACTIONS[form] ?? null;
}

const CONTRACTIONS = wordTable<string>({ "'re": 'are', "'ve": 'have', "'ll": 'will', "'m": 'am' });

/** `'s been`, `'s cost us`, `'s had`: with a participle that is no passive. */
function isPerfect(tree: Tree, token: number): boolean {
  if (tree.form(token + 1) === 'been') return true;
  const verb = tree.head(token);
  return (
    nextVerb(tree, token) === 'VBN' && tree.rel(token) === 'aux' && !tree.has(verb, 'aux:pass', 'nsubj:pass')
  );
}

/** Tag of the verb that the auxiliary comes before, over adverbs and negators. */
function nextVerb(tree: Tree, token: number): string {
  for (let at = token + 1; at < Math.min(tree.length, token + 5); at++) {
    const upos = tree.upos(at);
    if (upos === 'VERB' || upos === 'AUX') {
      // a past tense after an auxiliary is a participle taken for one
      return tree.xpos(at) === 'VBD' ? 'VBN' : tree.xpos(at);
    }
    if (upos !== 'ADV' && upos !== 'PART' && upos !== 'PRON') return '';
  }
  return '';
}

/** `would neither resign nor call`: each half by itself is denied with `not`. */
export function negationReplacements({ tree }: ClaimContext, predicate: Span): Replacement[] {
  const [first, last] = tokenRange(tree, predicate);
  const out: Replacement[] = [];
  for (let token = first; token < last; token++) {
    if (tree.form(token) !== 'neither' || !/^(?:cc|advmod|det)/.test(tree.rel(token))) continue;
    const before = token > first ? tree.upos(token - 1) : 'X';
    if (before !== 'AUX') continue;
    out.push({ start: tree.start(token), end: tree.end(token), to: 'not', reason: 'negation' });
  }
  return out;
}
