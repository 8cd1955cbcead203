import type { ClaimEdit, ClaimTime } from '../../../core/layers.ts';
import type { Span } from '../../../core/span.ts';
import { type ClaimContext, mentionsIn, range, tokenRange, touching } from '../context.ts';
import type { Draft } from '../draft.ts';
import { finiteForm } from '../finite-verb.ts';
import { absoluteTime } from './absolute-time.ts';
import { isPlural } from './agreement.ts';
import { followersOf, timePhrases } from './followers.ts';
import { mentionReplacements } from './mention-replacements.ts';
import { possessive } from './names.ts';
import { contractionReplacements, negationReplacements } from './predicate-replacements.ts';
import { relativeReplacements } from './relative-replacements.ts';
import { type Replacement, rewritten } from './replacement.ts';
import { assemble, closed, lowered, missingArticle } from './sentence-form.ts';
import { speakerOf } from './speaker.ts';
import { type FirstPerson, firstPersonIn, speakerReplacements } from './speaker-replacements.ts';
import { subjectBefore } from './subject-before.ts';
import { timeReplacements } from './time-replacements.ts';

export interface StandaloneText {
  readonly text: string;
  readonly edits: readonly ClaimEdit[];
}

/**
 * The claim as a sentence that can be read away from its page (decontextualisation after Choi et al. 2021):
 * subject, predicate, then object, arguments and adverbs in the order of the text, pronouns and short names replaced by
 * the names they stand for, the first person by its speaker, relative dates by absolute ones, the `is` of an apposition and
 * the auxiliary of a participle written out. Every change is listed; what is not safe to change stays as it is.
 *
 * @param levels indexes of the claim's attributions, outermost first
 */
export function standaloneText(
  context: ClaimContext,
  draft: Draft,
  times: readonly ClaimTime[],
  levels: readonly number[],
): StandaloneText {
  const followers = followersOf(context, draft);
  const spans = [draft.subject, draft.predicate, ...followers.map(({ span }) => span)];
  const writer = new Writer(
    context,
    firstPersonIn(context, draft, spans, speakerOf(context, levels, draft.predicate)),
  );
  const subject = [...antecedentReplacement(context, draft, levels), ...namesakeReplacement(context, draft)];
  const existential = draft.proposition.construction === 'existential';
  const pieces: string[] = existential
    ? ['there']
    : [...negationBefore(context, draft), closed(context, draft, writer.render(draft.subject, subject))];
  if (draft.predicate.implicit) {
    const word = isPlural(context, draft) ? 'are' : 'is';
    pieces.push(writer.insert(word, 'apposition'));
    const article = word === 'is' ? missingArticle(context, draft) : null;
    if (article !== null) pieces.push(writer.insert(article, 'apposition'));
  } else {
    pieces.push(...predicateOf(context, draft, writer));
  }
  if (existential) pieces.push(writer.render(draft.subject));
  for (const { span, prep } of followers) pieces.push(prep, writer.render(span));
  const shared = sharedTime(context, draft, times);
  if (shared !== null && writer.edits.every(({ reason }) => reason !== 'absolute-date'))
    addDate(context, draft, pieces, writer.insert(shared, 'date-of-sentence'));
  return { text: assemble(pieces), edits: writer.edits };
}

/** Behind a short sentence; in front of one whose last part is long, where it would seem to belong to that part. */
function addDate({ tree }: ClaimContext, draft: Draft, pieces: string[], date: string): void {
  const first = tree.tokens.tokenAt(draft.subject.start);
  // A common noun that opened its sentence may be half of a name: it keeps its capital and its place.
  const open = tree.tokens.first(tree.sentenceOf(first)) === first && /^(?:NNS?|JJ)$/.test(tree.xpos(first));
  if (pieces.at(-1)!.length <= LONG || open) pieces.push(date);
  else pieces.unshift(`${date},`);
}

/** Characters. */
const LONG = 60;

/** `It` or `Its` that no entity answers, at the head of a sentence that nobody is quoted with: the subject before. */
function antecedentReplacement(
  context: ClaimContext,
  draft: Draft,
  levels: readonly number[],
): readonly Replacement[] {
  const { tree, attributions } = context;
  const token = tree.tokens.tokenAt(draft.subject.start);
  if (levels.some((level) => attributions[level]!.quoteType !== 'indirect')) return [];
  const place = { start: tree.start(token), end: tree.end(token) };
  if (mentionsIn(context, place).length > 0) return [];
  const found = sourceOfThey(context, token, levels) ?? subjectBefore(context, token);
  if (found === null) return [];
  const owns = /^(?:its|their)$/.test(tree.form(token));
  return [{ ...place, to: owns ? possessive(found) : found, reason: 'pronoun' }];
}

/** `Hardly any shops opened`: the negation that stands before the subject and outside it. */
function negationBefore({ tree, text }: ClaimContext, { subject }: Draft): string[] {
  const before = tree.tokens.tokenAt(subject.start) - 1;
  if (before < 0 || tree.start(before + 1) !== subject.start) return [];
  if (!/^(?:hardly|scarcely|not)$/.test(tree.form(before)) || tree.upos(before + 1) !== 'DET') return [];
  return [text.slice(tree.start(before), tree.end(before)).toLowerCase()];
}

/** `Residents said they had no water`: the plural source that stands right before its own report. */
function sourceOfThey(context: ClaimContext, token: number, levels: readonly number[]): string | null {
  const { tree, text, attributions } = context;
  const source = levels.length === 0 ? null : attributions[levels.at(-1)!]!.source;
  if (tree.form(token) !== 'they' || source === null || source.entity !== undefined) return null;
  const [first, last] = tokenRange(tree, source);
  if (last > token || first >= last || tree.sentenceOf(first) !== tree.sentenceOf(token)) return null;
  // only the cue and `that` between, or the report would have another plural to speak of
  if (token - last > 2 || last - first > 6 || !range(first, last).some((at) => tree.xpos(at) === 'NNS'))
    return null;
  if (range(first, last).some((at) => tree.upos(at) === 'PRON')) return null;
  return text.slice(source.start, source.end).replace(/\s+/gu, ' ');
}

/** `Ana Ruiz, a surgeon who was not involved`: who is meant has a name. */
function namesakeReplacement(context: ClaimContext, draft: Draft): readonly Replacement[] {
  const { tree, entities } = context;
  const { head } = draft.proposition.subject;
  if (draft.proposition.subjectFrom !== 'antecedent' || tree.rel(head) !== 'appos') return [];
  const named = tree.head(head);
  if (named < 0 || named > head) return [];
  const place = { start: tree.start(named), end: tree.end(named) };
  const found = touching(context.mentions, place).find(
    ({ kind, end }) => kind === 'name' && end >= place.end,
  );
  if (found === undefined || entities[found.entity]!.type !== 'PERSON') return [];
  if (mentionsIn(context, draft.subject).some(({ kind }) => kind === 'name' && tree.upos(head) === 'PROPN'))
    return [];
  return [
    {
      start: draft.subject.start,
      end: draft.subject.end,
      to: entities[found.entity]!.name,
      entity: found.entity,
      reason: 'apposition',
    },
  ];
}

function predicateOf(context: ClaimContext, draft: Draft, writer: Writer): string[] {
  const { tree } = context;
  const finite = finiteForm(context.text, tree, draft.proposition, isPlural(context, draft));
  const joined = tree.rel(draft.proposition.verbs[0]!) === 'conj';
  const auxiliary =
    finite.auxiliary === null
      ? []
      : [writer.insert(finite.auxiliary, joined ? 'shared-auxiliary' : 'finite-verb')];
  const changes = [
    ...contractionReplacements(context, draft.predicate),
    ...negationReplacements(context, draft.predicate),
  ];
  if (finite.verb !== null) {
    const { token, to } = finite.verb;
    changes.push({ start: tree.start(token), end: tree.end(token), to, reason: 'finite-verb' });
  }
  return [...auxiliary, writer.render(draft.predicate, changes)];
}

/** Writes parts of the page with what is changed in them, and keeps the list of changes. */
class Writer {
  readonly edits: ClaimEdit[] = [];
  readonly #context: ClaimContext;
  readonly #firstPerson: FirstPerson | null;
  readonly #named = new Set<number>();

  constructor(context: ClaimContext, firstPerson: FirstPerson | null) {
    this.#context = context;
    this.#firstPerson = firstPerson;
  }

  /** A word that the page does not have there. */
  insert(to: string, reason: string): string {
    this.edits.push({ from: '', to, reason });
    return to;
  }

  render(span: Span, more: readonly Replacement[] = []): string {
    const { text, tree } = this.#context;
    const speaker =
      this.#firstPerson === null ? [] : speakerReplacements(tree, span, this.#firstPerson, this.#named);
    const replacements = [
      ...speaker,
      ...more,
      ...relativeReplacements(this.#context, span),
      ...mentionReplacements(this.#context, span, this.#named),
      ...timeReplacements(this.#context, span),
    ].sort((a, b) => a.start - b.start || b.end - a.end);
    const words = rewritten(text, span, replacements, this.edits, ({ entity }) => {
      if (entity !== undefined) this.#named.add(entity);
    });
    return lowered(this.#context, span, words);
  }
}

/** A date that stands with another clause of the sentence, to be carried over; null where the words have it. */
function sharedTime(context: ClaimContext, draft: Draft, times: readonly ClaimTime[]): string | null {
  const time = times.find(({ role }) => role === 'event');
  if (time === undefined) return null;
  const timex = context.timexes[time.timex]!;
  const inside = [
    draft.subject,
    draft.predicate,
    draft.object,
    ...draft.args.map(({ span }) => span),
    ...timePhrases(context, draft),
  ];
  if (inside.some((span) => span !== null && span.start <= timex.start && timex.end <= span.end)) return null;
  const absolute = absoluteTime(timex.value);
  return absolute === null ? null : `${absolute.preposition} ${absolute.text}`;
}
