import type { Claim } from '../../core/layers.ts';
import type { Span } from '../../core/span.ts';
import type { TokenTable } from '../../core/tokens.ts';
import type { SentenceReading } from './sentence-reading.ts';

/**
 * What tells a claim that was read rightly from one that was not, by name, each about 0 to 1:
 * - `construction:`, `role:`, `subject:`, `object:`: the rule that made it and where its subject and object came from;
 * - `KIND-margin`: how sure the parser was of the words that hold a slot in its place, and of the least sure word in it;
 * - form that a slot of a right claim seldom has (`subject-opens-…`, `subject-verb`, `object-holds-subject`, `torn-…`);
 * - `left-…`: words that hang on the claim's own and are in none of its slots;
 * - the sentence: length, clauses, commas, how sure its tree is, how much of it its claims cover.
 */
export function confidenceFeatures(
  claim: Claim,
  tokens: TokenTable,
  sentence: SentenceReading,
): Map<string, number> {
  const out = new Map<string, number>([['bias', 1]]);
  const tensed = (at: number) => isTensed(tokens, at);
  const say = (name: string, when: boolean) => {
    if (when) out.set(name, 1);
  };
  const [construction = '', role = ''] = claim.rule.split('/');
  const subjectFrom = claim.trail.subject?.split('/')[1] ?? 'own';
  const objectFrom = claim.trail.object?.split('/')[1] ?? 'none';
  say(`construction:${construction}`, true);
  say(`role:${role}`, true);
  say(`subject:${subjectFrom}`, true);
  say(`object:${objectFrom}`, true);

  const subject = tokensOf(tokens, claim.subject);
  const implicit = claim.predicate.implicit === true;
  const predicate = implicit ? NOTHING : tokensOf(tokens, claim.predicate);
  const object = claim.object === null ? NOTHING : tokensOf(tokens, claim.object);
  const args = claim.args.map((arg) => tokensOf(tokens, arg));
  const verb = topOf(tokens, predicate);
  const holder = topOf(tokens, subject);
  const held = topOf(tokens, object);

  margins(out, tokens, 'subject', subject, holder);
  if (!implicit) margins(out, tokens, 'predicate', predicate, verb);
  if (claim.object !== null) margins(out, tokens, 'object', object, held);
  if (args.length > 0) {
    const least = Math.min(...args.map((one) => marginAt(tokens, 'head', topOf(tokens, one))));
    out.set('args-margin', scaled(least));
  }

  // The subject.
  const words = subject.last - subject.first;
  out.set('subject-words', Math.min(1, words / 15));
  say('one-word-subject', words === 1);
  if (holder >= 0) {
    const tag = tokens.xpos(holder);
    const pos = tokens.upos(holder);
    say('subject-pronoun', pos === 'PRON');
    say('subject-number', pos === 'NUM');
    say('subject-name', pos === 'PROPN');
    say('subject-no-noun', pos !== 'PRON' && pos !== 'NUM' && pos !== 'PROPN' && pos !== 'NOUN');
    say('subject-gerund', tag === 'VBG');
    const opens = tokens.upos(subject.first);
    say(
      'subject-opens-loosely',
      opens === 'ADP' || opens === 'SCONJ' || opens === 'PUNCT' || opens === 'CCONJ',
    );
    say('subject-opens-with-verb', opens === 'VERB' || opens === 'AUX');
    say('subject-opens-with-wh', /^W/.test(tokens.xpos(subject.first)));
    say('subject-verb', has(subject, tensed));
    say(
      'subject-comma',
      has(subject, (at) => tokens.xpos(at) === ','),
    );
    say('torn-subject', topsOf(tokens, subject) > 1);
  }
  for (const [name, range] of [
    ['subject', subject],
    ['object', object],
  ] as const) {
    const type = nameTypeOf(tokens, range);
    if (type !== null) say(`${name}-is-${type}`, true);
  }

  // The predicate, and what lies between it and its subject.
  if (verb >= 0) {
    say(`verb:${tokens.xpos(verb)}`, true);
    say(`hangs:${tokens.deprel(verb)}`, true);
    say('predicate-no-verb', !has(predicate, (at) => isVerb(tokens, at)));
    say('torn-predicate', topsOf(tokens, predicate) > 1);
    out.set('predicate-words', Math.min(1, (predicate.last - predicate.first) / 8));
    say('bound', holder >= 0 && isIn(predicate, tokens.head(holder)));
    const gap = between(subject, predicate);
    out.set('gap', Math.min(1, (gap.last - gap.first) / 20));
    say('gap-verb', has(gap, tensed));
    say(
      'gap-noun',
      has(gap, (at) => /^(?:NOUN|PROPN|PRON)$/.test(tokens.upos(at))),
    );
    out.set('gap-commas', Math.min(1, count(gap, (at) => tokens.xpos(at) === ',') / 3));
    say('subject-after', subject.first >= predicate.last);
  }

  // The object.
  if (claim.object !== null) {
    const size = object.last - object.first;
    out.set('object-words', Math.min(1, size / 25));
    say('long-object', size > 12);
    say('object-verb', has(object, tensed));
    say('object-holds-subject', overlap(object, subject) || overlap(object, predicate));
    say('torn-object', topsOf(tokens, object) > 1);
    say('object-opens-loosely', /^(?:PUNCT|CCONJ|ADV)$/.test(tokens.upos(object.first)));
    if (held >= 0) say(`object-${tokens.upos(held)}`, true);
    say('object-far', verb >= 0 && object.first > predicate.last + 3);
  }
  out.set('args', Math.min(1, args.length / 4));
  say('bare', claim.object === null && args.length === 0);

  // What was left out.
  const parts = [subject, predicate, object, ...args];
  const end = Math.max(...parts.map(({ last }) => last));
  const first = Math.min(...parts.filter((one) => one !== NOTHING).map((one) => one.first));
  if (end < sentence.end) {
    const next = tokens.upos(end);
    say('goes-on', next !== 'PUNCT' && next !== 'CCONJ' && next !== 'SCONJ');
    say('goes-on-with-verb', isVerb(tokens, end));
    say('goes-on-held', parts.some((one) => isIn(one, tokens.head(end))) && next !== 'PUNCT');
  }
  let left = 0;
  let leftCore = 0;
  for (let at = sentence.first; at < sentence.end; at++) {
    if (tokens.upos(at) === 'PUNCT' || parts.some((one) => isIn(one, at))) continue;
    const above = tokens.head(at);
    if (!parts.some((one) => isIn(one, above))) continue;
    const relation = tokens.deprel(at);
    left++;
    if (CORE.has(relation) && isIn(predicate, above)) leftCore++;
  }
  out.set('left', Math.min(1, left / 6));
  out.set('left-core', Math.min(1, leftCore / 2));

  // The sentence.
  out.set('sentence', Math.min(1, sentence.words / 50));
  out.set('clauses', Math.min(1, sentence.verbs / 8));
  out.set('commas', Math.min(1, sentence.commas / 8));
  out.set('sentence-margin', sentence.margin);
  out.set('sentence-doubts', sentence.doubts);
  out.set('covered', sentence.covered);
  say('root-not-claimed', !sentence.rootClaimed);
  out.set('span-of-sentence', (end - first) / Math.max(1, sentence.end - sentence.first));
  return out;
}

/** Tokens from `first` to before `last`. */
export interface TokenRange {
  readonly first: number;
  readonly last: number;
}

const NOTHING: TokenRange = { first: 0, last: 0 };

/** The tokens that the span holds. */
export function tokensOf(tokens: TokenTable, { start, end }: Span): TokenRange {
  const first = tokens.tokenAt(start);
  let last = first;
  while (last < tokens.length && tokens.columns.start[last]! < end) last++;
  return { first, last };
}

/** The token of the range that hangs highest: its head lies outside; of several the first that is no punctuation. -1 for none. */
export function topOf(tokens: TokenTable, range: TokenRange): number {
  let found = -1;
  for (let at = range.first; at < range.last; at++) {
    if (isIn(range, tokens.head(at))) continue;
    const pos = tokens.upos(at);
    if (pos === 'NOUN' || pos === 'PROPN' || pos === 'PRON' || pos === 'VERB') return at;
    if (found < 0 && pos !== 'PUNCT') found = at;
  }
  return found;
}

function topsOf(tokens: TokenTable, range: TokenRange): number {
  return count(range, (at) => !isIn(range, tokens.head(at)) && tokens.upos(at) !== 'PUNCT');
}

/** Margins are worth telling apart up to about this. */
const SURE = 8;

export function scaled(margin: number): number {
  return Math.max(-0.25, Math.min(1, margin / SURE));
}

/** The token's margin; that of a sure one for no token, and in trees without margins. */
export function marginAt(tokens: TokenTable, of: 'head' | 'tag' | 'relation', at: number): number {
  return at < 0 ? SURE : (tokens.columns.margin?.[of][at] ?? SURE);
}

function margins(
  out: Map<string, number>,
  tokens: TokenTable,
  name: string,
  range: TokenRange,
  top: number,
): void {
  for (const of of ['head', 'tag', 'relation'] as const) {
    const own = marginAt(tokens, of, top);
    out.set(`${name}-${of}-margin`, scaled(own));
    if (own < 1) out.set(`${name}-${of}-doubt`, 1);
    let least = SURE;
    for (let at = range.first; at < range.last; at++)
      if (tokens.upos(at) !== 'PUNCT') least = Math.min(least, marginAt(tokens, of, at));
    out.set(`${name}-least-${of}-margin`, scaled(least));
  }
}

const CORE: ReadonlySet<string> = new Set([
  'obj',
  'nsubj',
  'nsubj:pass',
  'xcomp',
  'ccomp',
  'iobj',
  'obl',
  'obl:agent',
]);

const isIn = ({ first, last }: TokenRange, at: number): boolean => first <= at && at < last;
const overlap = (a: TokenRange, b: TokenRange): boolean => a.first < b.last && b.first < a.last;

function between(a: TokenRange, b: TokenRange): TokenRange {
  return a.last <= b.first
    ? { first: a.last, last: b.first }
    : b.last <= a.first
      ? { first: b.last, last: a.first }
      : NOTHING;
}

function count(range: TokenRange, test: (at: number) => boolean): number {
  let sum = 0;
  for (let at = range.first; at < range.last; at++) if (test(at)) sum++;
  return sum;
}

function has(range: TokenRange, test: (at: number) => boolean): boolean {
  for (let at = range.first; at < range.last; at++) if (test(at)) return true;
  return false;
}

function isTensed(tokens: TokenTable, at: number): boolean {
  const tag = tokens.xpos(at);
  return tag === 'VBD' || tag === 'VBZ' || tag === 'VBP' || tag === 'MD';
}

function isVerb(tokens: TokenTable, at: number): boolean {
  return tokens.upos(at) === 'VERB' || tokens.upos(at) === 'AUX';
}

function nameTypeOf(tokens: TokenTable, range: TokenRange): string | null {
  const found = tokens.columns.names.find(({ first, last }) => first >= range.first && last === range.last);
  return found?.type ?? null;
}
