import type { ClaimEdit, ClaimTime } from '../../core/layers.ts';
import type { Span } from '../../core/span.ts';
import { wordTable } from '../../lexicon/word-table.ts';
import { absoluteTime } from './absolute-time.ts';
import { type ClaimContext, type MentionAt, mentionsIn, tokenRange, touching } from './context.ts';
import type { Draft, DraftArgument } from './draft.ts';
import { finiteForm } from './finite-verb.ts';
import { antecedentAbove } from './subject.ts';
import { isTimePhrase } from './time.ts';
import type { Tree } from './tree.ts';

export interface StandaloneText {
  readonly text: string;
  readonly edits: readonly ClaimEdit[];
}

interface Replacement extends Span {
  readonly to: string;
  readonly reason: string;
}

/**
 * The claim as a sentence that can be read away from its page (decontextualisation after Choi et al. 2021):
 * subject, predicate, then object, arguments and adverbs in the order of the text, pronouns and short names replaced by
 * the names they stand for, relative dates by absolute ones, the `is` of an apposition and the auxiliary of a participle
 * written out. Every change is listed; what is not safe to change stays as it is.
 */
export function standaloneText(
  context: ClaimContext,
  draft: Draft,
  times: readonly ClaimTime[],
): StandaloneText {
  const edits: ClaimEdit[] = [];
  const named = new Set<number>();
  const render = (span: Span) => lowered(context, span, renderSpan(context, span, edits, named));
  const existential = draft.proposition.construction === 'existential';
  const pieces: string[] = existential ? ['there'] : [closed(context, draft, render(draft.subject))];
  if (draft.predicate.implicit) {
    const word = isPlural(context, draft) ? 'are' : 'is';
    edits.push({ from: '', to: word, reason: 'apposition' });
    pieces.push(word);
    const article = word === 'is' ? missingArticle(context, draft) : null;
    if (article !== null) {
      edits.push({ from: '', to: article, reason: 'apposition' });
      pieces.push(article);
    }
  } else {
    const finite = finiteForm(context.text, context.tree, draft.proposition, isPlural(context, draft));
    if (finite.auxiliary !== null) {
      edits.push({
        from: '',
        to: finite.auxiliary,
        reason: isConjunct(context, draft) ? 'shared-auxiliary' : 'finite-verb',
      });
      pieces.push(finite.auxiliary);
    }
    const verb: Replacement[] = finite.verb === null ? [] : [inflected(context.tree, finite.verb)];
    const predicate = lowered(
      context,
      draft.predicate,
      renderSpan(context, draft.predicate, edits, named, verb),
    );
    pieces.push(expanded(context, draft, predicate, edits));
  }
  if (existential) pieces.push(render(draft.subject));
  for (const { span, prep } of followers(context, draft)) pieces.push(prep, render(span));
  if (edits.every(({ reason }) => reason !== 'absolute-date'))
    addSharedTime(context, draft, times, pieces, edits);
  return { text: assemble(pieces), edits };
}

interface Follower {
  readonly span: Span;
  /** Written before the span; empty where it is part of it. */
  readonly prep: string;
}

/** What follows the predicate, in the order of the text; other phrases that stood before it come last. */
function followers(context: ClaimContext, draft: Draft): Follower[] {
  const parts: Follower[] = draft.args.map((argument) => inOrder(context, argument));
  if (draft.object !== null) parts.push({ span: draft.object, prep: '' });
  for (const span of timePhrases(context, draft)) parts.push({ span, prep: '' });
  for (const span of looseAdverbs(context, draft, parts)) parts.push({ span, prep: '' });
  // An object that stands before its verb is the antecedent of a relative clause: it takes its usual place.
  const rank = ({ span }: Follower) =>
    span.start >= draft.predicate.start ? 1 : span === draft.object ? 0 : 2;
  return parts.sort((a, b) => rank(a) - rank(b) || a.span.start - b.span.start);
}

/** Preposition and phrase; where the text has other words between them, all as it stands there. */
function inOrder(context: ClaimContext, { complement, span, prep }: DraftArgument): Follower {
  const { tree } = context;
  const first = complement.prep[0];
  const last = complement.prep.at(-1);
  if (first === undefined || last === undefined) return { span, prep };
  const joined = last - first + 1 === complement.prep.length && tree.end(last) <= span.start;
  if (joined && context.text.slice(tree.end(last), span.start).trim() === '') return { span, prep };
  return {
    span: { start: Math.min(span.start, tree.start(first)), end: Math.max(span.end, tree.end(last)) },
    prep: '',
  };
}

/** `schoolteacher Ana Ruiz`: a common noun before a name takes an article when it stands by itself. */
function missingArticle(context: ClaimContext, draft: Draft): string | null {
  const { tree, text } = context;
  const { object, objectFrom } = draft;
  if (object === null || objectFrom === null || draft.proposition.construction !== 'title') return null;
  const { head, tokens } = objectFrom.phrase;
  if (
    tree.upos(head) !== 'NOUN' ||
    tree.xpos(head) === 'NNS' ||
    tokens.some((token) => tree.upos(token) === 'PROPN')
  )
    return null;
  const written = text.slice(object.start, object.end);
  if (/^\p{Lu}/u.test(written) && tree.tokens.first(tree.sentenceOf(head)) !== tokens[0]) return null;
  if (/^(?:the|an?|his|her|its|their)\s/i.test(written) || /['’]s\s/u.test(written)) return null;
  return /^[aeiou]/i.test(written) ? 'an' : 'a';
}

/** Single adverbs behind the predicate that no slot holds: `ran aground`, `moved abroad`. */
function looseAdverbs(context: ClaimContext, draft: Draft, parts: readonly Follower[]): Span[] {
  const { tree } = context;
  if (draft.predicate.implicit) return [];
  return draft.proposition.verbs.flatMap((verb) =>
    tree
      .children(verb, 'advmod')
      .filter(
        (kid) =>
          tree.upos(kid) === 'ADV' && tree.start(kid) >= draft.predicate.end && tree.kids(kid).length === 0,
      )
      .map((kid) => ({ start: tree.start(kid), end: tree.end(kid) }))
      .filter((span) => !parts.some((part) => part.span.start < span.end && span.start < part.span.end)),
  );
}

/** A function word or participle that opened the sentence loses its capital where it no longer does; a name never. */
function lowered(context: ClaimContext, span: Span, text: string): string {
  const { tree } = context;
  const first = tree.tokens.tokenAt(span.start);
  if (first >= tree.length || tree.tokens.first(tree.sentenceOf(first)) !== first) return text;
  const written = context.text.slice(span.start, tree.end(first));
  const isName = mentionsIn(context, span).some(({ start, kind }) => start === span.start && kind === 'name');
  const beforeName = /^\s*\p{Lu}/u.test(context.text.slice(tree.end(first), tree.end(first) + 2));
  const open = /^(?:VB[NG]|JJR?)$/.test(tree.xpos(first)) && !beforeName;
  const closed = open || CLOSED_CLASSES.has(tree.upos(first));
  // What was put in its place (`Ana Ruiz's` for `Her`) keeps its capital.
  return closed && !isName && written !== 'I' && text.startsWith(written)
    ? text.charAt(0).toLowerCase() + text.slice(1)
    : text;
}

const CLOSED_CLASSES: ReadonlySet<string> = new Set(['ADP', 'ADV', 'AUX', 'CCONJ', 'DET', 'PRON', 'SCONJ']);

/** A subject that ends in an insertion takes its second comma along. */
function closed(context: ClaimContext, draft: Draft, subject: string): string {
  const { tree } = context;
  if (draft.predicate.implicit) return subject;
  const last = tree.tokens.tokenAt(draft.subject.end - 1);
  if (last + 1 >= tree.length || tree.form(last + 1) !== ',') return subject;
  const { head, tokens } = draft.proposition.subject;
  const list = tokens.some((token) => tree.base(token) === 'cc' && token > head);
  return subject.includes(', ') && !list ? `${subject},` : subject;
}

/** A contraction at the head of the predicate written out: `'re going` as `are going`. */
function expanded(context: ClaimContext, draft: Draft, predicate: string, edits: ClaimEdit[]): string {
  const found = /^['’](re|ve|ll|m|d|s)\b/u.exec(predicate);
  if (found === null) return predicate;
  const { tree } = context;
  const token = tree.tokens.tokenAt(draft.predicate.start);
  const perfect = draft.proposition.verbs.some(
    (verb) => tree.xpos(verb) === 'VBN' && !tree.has(verb, 'aux:pass'),
  );
  const word =
    found[1] === 's'
      ? perfect && tree.rel(token) === 'aux'
        ? 'has'
        : 'is'
      : found[1] === 'd'
        ? perfect
          ? 'had'
          : 'would'
        : CONTRACTIONS[found[1]!]!;
  edits.push({ from: found[0], to: word, reason: 'contraction' });
  return word + predicate.slice(found[0].length);
}

const CONTRACTIONS = wordTable<string>({ re: 'are', ve: 'have', ll: 'will', m: 'am' });

/** Phrases of time that the draft leaves to the time slot. */
function timePhrases(context: ClaimContext, draft: Draft): Span[] {
  const { tree } = context;
  const written = [draft.subject, draft.predicate, draft.object, ...draft.args.map(({ span }) => span)];
  return draft.proposition.complements
    .filter((one) => one !== draft.objectFrom && isTimePhrase(context, one))
    .map(({ phrase, prep }) => {
      // Of `as recently as last May` the date is enough.
      const kept = prep.filter((token) => tree.form(token) !== 'as');
      const first = Math.min(phrase.tokens[0]!, kept[0] ?? phrase.tokens[0]!);
      return withWholeTimex(context, { start: tree.start(first), end: tree.end(phrase.tokens.at(-1)!) });
    })
    .filter(
      (span) => !written.some((other) => other !== null && other.start < span.end && span.start < other.end),
    );
}

/** `early on Monday`: a time expression that begins before its phrase is taken whole. */
function withWholeTimex(context: ClaimContext, span: Span): Span {
  let { start, end } = span;
  for (const timex of touching(context.timexes, span)) {
    start = Math.min(start, timex.start);
    end = Math.max(end, timex.end);
  }
  return { start, end };
}

/** A date that stands with another clause of the sentence is carried over. */
function addSharedTime(
  context: ClaimContext,
  draft: Draft,
  times: readonly ClaimTime[],
  pieces: string[],
  edits: ClaimEdit[],
): void {
  const time = times.find((one) => one.role === 'event');
  if (time === undefined) return;
  const timex = context.timexes[time.timex]!;
  const inside = [
    draft.subject,
    draft.predicate,
    draft.object,
    ...draft.args.map(({ span }) => span),
    ...timePhrases(context, draft),
  ];
  if (inside.some((span) => span !== null && span.start <= timex.start && timex.end <= span.end)) return;
  const absolute = absoluteTime(timex.value);
  if (absolute === null) return;
  const phrase = `${absolute.preposition} ${absolute.text}`;
  edits.push({ from: '', to: phrase, reason: time.inherited ? 'date-of-neighbour' : 'date-of-sentence' });
  pieces.push(phrase);
}

function renderSpan(
  context: ClaimContext,
  span: Span,
  edits: ClaimEdit[],
  named: Set<number>,
  more: readonly Replacement[] = [],
): string {
  const replacements = [
    ...more,
    ...relativeReplacements(context, span),
    ...mentionReplacements(context, span, named),
    ...timeReplacements(context, span),
  ].sort((a, b) => a.start - b.start || b.end - a.end);
  let out = '';
  let at = span.start;
  for (const { start, end, to, reason } of replacements) {
    if (start < at) continue;
    const from = context.text.slice(start, end);
    out += context.text.slice(at, start) + to;
    edits.push({ from, to, reason });
    at = end;
  }
  return out + context.text.slice(at, span.end);
}

function mentionReplacements(context: ClaimContext, span: Span, named: Set<number>): Replacement[] {
  const out: Replacement[] = [];
  for (const mention of mentionsIn(context, span)) {
    if (named.has(mention.entity)) continue;
    const to = replacementOf(context, mention);
    if (mention.kind === 'name' || to !== null) named.add(mention.entity);
    if (to === null) continue;
    out.push({
      start: mention.start,
      end: mention.end,
      to,
      reason: mention.kind === 'pronoun' ? 'pronoun' : 'short-name',
    });
  }
  return out;
}

/** `whose side`, `one of whom`: the noun that the pronoun stands for in its place. */
function relativeReplacements(context: ClaimContext, span: Span): Replacement[] {
  const { tree } = context;
  const [first, last] = tokenRange(tree, span);
  const out: Replacement[] = [];
  for (let token = first; token < last; token++) {
    const form = tree.form(token);
    if (form !== 'whose' && !(/^(?:whom|which)$/.test(form) && tree.form(Math.max(0, token - 1)) === 'of'))
      continue;
    const found = antecedentAbove(tree, token)?.phrase;
    if (found === undefined || found.tokens.at(-1)! >= first) continue;
    const bounds = { start: tree.start(found.tokens[0]!), end: tree.end(found.tokens.at(-1)!) };
    const person = mentionsIn(context, bounds).find(({ kind, end }) => kind === 'name' && end === bounds.end);
    const text = context.text.slice(bounds.start, bounds.end).replace(/\s+/gu, ' ');
    const noun = person === undefined ? text : context.entities[person.entity]!.name;
    const small = person === undefined && token > first && CLOSED_OR_NUMBER.test(tree.upos(found.tokens[0]!));
    const to = small ? noun.charAt(0).toLowerCase() + noun.slice(1) : noun;
    out.push({
      start: tree.start(token),
      end: tree.end(token),
      to: form === 'whose' ? possessive(to) : to,
      reason: 'pronoun',
    });
  }
  return out;
}

const CLOSED_OR_NUMBER = /^(?:DET|NUM|ADJ|NOUN)$/;

function possessive(name: string): string {
  return `${name}${name.endsWith('s') ? "'" : "'s"}`;
}

const REPLACEABLE_PRONOUNS: ReadonlySet<string> = new Set([
  'he',
  'her',
  'him',
  'his',
  'it',
  'its',
  'she',
  'them',
  'their',
]);

function replacementOf(context: ClaimContext, mention: MentionAt): string | null {
  const entity = context.entities[mention.entity]!;
  const form = context.text.slice(mention.start, mention.end);
  const name =
    entity.type === 'ORGANIZATION' || entity.type === 'PLACE'
      ? withArticle(entity.name, context, mention)
      : entity.name;
  if (mention.kind === 'pronoun') {
    if (!REPLACEABLE_PRONOUNS.has(form.toLowerCase())) return null;
    const token = context.tree.tokens.tokenAt(mention.start);
    const owns = isPossessive(context.tree, token);
    return owns ? possessive(name) : name;
  }
  if (mention.kind !== 'name' || form === entity.name) return null;
  // A surname for the full name; an abbreviation for what it stands for.
  if (entity.type === 'PERSON')
    return entity.name.split(' ').includes(form.split(' ').at(-1)!) && entity.name.length > form.length
      ? entity.name
      : null;
  if (entity.type === 'ORGANIZATION' && /^[A-Z][A-Z.&]{1,7}$/.test(form) && entity.name.includes(' '))
    return entity.name;
  return null;
}

/** `her term`, also where the tagger took `her` for an object; not `gave her the medal`. */
function isPossessive(tree: Tree, token: number): boolean {
  if (tree.xpos(token) === 'PRP$')
    return token + 1 >= tree.length || !/^(?:DET|PRON)$/.test(tree.upos(token + 1));
  return (
    tree.rel(token) === 'nmod:poss' && token + 1 < tree.length && !/^(?:DET|PRON)$/.test(tree.upos(token + 1))
  );
}

/** `the` for a name that the text itself uses with `the` where it is named. */
function withArticle(name: string, context: ClaimContext, mention: MentionAt): string {
  const first = context.entities[mention.entity]!.mentions.find((one) => one.kind === 'name');
  if (first === undefined) return name;
  const before = context.text.slice(Math.max(0, first.start - 4), first.start).toLowerCase();
  return before === 'the ' && !/^the\s/i.test(name) ? `the ${name}` : name;
}

function timeReplacements(context: ClaimContext, span: Span): Replacement[] {
  const out: Replacement[] = [];
  for (const timex of touching(context.timexes, span)) {
    if (timex.start < span.start || timex.end > span.end) continue;
    if (timex.type !== 'DATE' || timex.anchor.kind === 'explicit') continue;
    const written = context.text.slice(timex.start, timex.end);
    if (/\d{4}/.test(written)) continue;
    const absolute = absoluteTime(timex.value);
    if (absolute === null) continue;
    const { tree } = context;
    const [first] = tokenRange(tree, timex);
    // `a wider third-quarter loss` stays as it is; `March's edition` can take its year.
    if (!standsAlone(context, first, timex) && tree.form(tokenRange(tree, timex)[1]) !== "'s") continue;
    const before = first > 0 ? tree.upos(first - 1) : 'X';
    const governed =
      (before === 'ADP' && first > 0 && tree.form(first - 1) !== 'as') ||
      before === 'DET' ||
      before === 'ADJ' ||
      before === 'SCONJ' ||
      before === 'PART' ||
      !standsAlone(context, first, timex);
    out.push({
      start: timex.start,
      end: timex.end,
      to: governed ? absolute.text : `${absolute.preposition} ${absolute.text}`,
      reason: 'absolute-date',
    });
  }
  return out;
}

/** The time expression is an adverbial of its own, not the modifier of a noun after it (`last week's vote`). */
function standsAlone(context: ClaimContext, first: number, timex: Span): boolean {
  const { tree } = context;
  const [, last] = tokenRange(tree, timex);
  for (let at = first; at < last; at++) {
    const head = tree.head(at);
    if (head >= last && tree.isNominal(head) && tree.upos(head) !== 'PRON') return false;
  }
  return true;
}

function isConjunct(context: ClaimContext, draft: Draft): boolean {
  return context.tree.rel(draft.proposition.verbs[0]!) === 'conj';
}

function inflected(tree: Tree, { token, to }: { token: number; to: string }): Replacement {
  return { start: tree.start(token), end: tree.end(token), to, reason: 'finite-verb' };
}

function isPlural(context: ClaimContext, draft: Draft): boolean {
  const { tree } = context;
  const { head, tokens } = draft.proposition.subject;
  if (tree.children(head, 'conj').some((kid) => tokens.includes(kid))) return true;
  if (/^(they|we|these|those)$/.test(tree.form(head))) return true;
  // A name that ends in `s` is one thing, unless what it is says otherwise.
  const name =
    tree.upos(head) === 'PROPN' ||
    mentionsIn(context, draft.subject).some(({ kind, end }) => kind === 'name' && end === draft.subject.end);
  if (!name) return tree.xpos(head) === 'NNS' || tree.xpos(head) === 'NNPS';
  return (
    draft.predicate.implicit === true &&
    draft.objectFrom !== null &&
    tree.xpos(draft.objectFrom.phrase.head) === 'NNS'
  );
}

/** Pieces joined to one line with a capital and a full stop. */
function assemble(pieces: readonly string[]): string {
  let text = '';
  for (const piece of pieces) {
    const trimmed = piece.replace(/\s+/gu, ' ').trim();
    if (trimmed === '') continue;
    text +=
      text === '' || /^(?:['’](?:s|re|ve|d|ll|m)|n['’]t)\b/u.test(trimmed) || /^[,.;:]/u.test(trimmed)
        ? trimmed
        : ` ${trimmed}`;
  }
  text = text.replace(/[\s,;:–—-]+$/u, '');
  if ((text.match(/["“”]/gu)?.length ?? 0) % 2 === 1) text = text.replace(/["“”]/gu, '');
  const capital = text.charAt(0).toUpperCase() + text.slice(1);
  return /[.!?]["”’]?$/u.test(capital) ? capital : `${capital}.`;
}
