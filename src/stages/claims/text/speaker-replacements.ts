import type { Span } from '../../../core/span.ts';
import { type ClaimContext, mentionsIn, range, tokenRange } from '../context.ts';
import type { Draft } from '../draft.ts';
import type { Tree } from '../tree.ts';
import { thirdPerson } from './agreement.ts';
import { possessive } from './names.ts';
import type { Replacement } from './replacement.ts';
import type { Speaker } from './speaker.ts';

const SINGULAR: ReadonlySet<string> = new Set(['i', 'me', 'my', 'mine', 'myself']);
const PLURAL: ReadonlySet<string> = new Set(['we', 'us', 'our', 'ours', 'ourselves']);

/** What of a claim's first person can be put into the third. */
export interface FirstPerson {
  readonly speaker: Speaker;
  /** The pronouns, in text order. */
  readonly tokens: ReadonlySet<number>;
  /** Verbs whose person goes with them. */
  readonly verbs: readonly Replacement[];
}

/**
 * `I` of a known speaker, and `we` of a speaking organisation, in the claim's words; null when there is none or it
 * cannot be put into the third person without doubt.
 */
export function firstPersonIn(
  context: ClaimContext,
  draft: Draft,
  spans: readonly Span[],
  speaker: Speaker | null,
): FirstPerson | null {
  if (speaker === null) return null;
  const { tree } = context;
  const forms = speaker.number === 'one' ? SINGULAR : PLURAL;
  const tokens = spans.flatMap((span) => {
    const [first, last] = tokenRange(tree, span);
    const names = mentionsIn(context, span).filter(({ kind }) => kind === 'name');
    return range(first, last).filter(
      (token) =>
        forms.has(tree.form(token)) &&
        // `US` and `I` of a name are no pronouns
        (tree.form(token) !== 'us' || tree.upos(token) === 'PRON') &&
        !names.some(({ start, end }) => start <= tree.start(token) && tree.end(token) <= end),
    );
  });
  if (tokens.length === 0) return null;
  const repeated = tokens.length > 1;
  // without a gender there is no word for the second `I`
  if (repeated && speaker.entity === undefined) return null;
  if (
    speaker.gender === null &&
    speaker.number === 'one' &&
    tokens.some((token) => tree.form(token) === 'myself')
  )
    return null;
  return { speaker, tokens: new Set(tokens), verbs: agreeing(tree, draft, tokens, speaker) };
}

/** The verbs of the pronouns that are subjects, in the third person. */
function agreeing(
  tree: Tree,
  draft: Draft,
  tokens: readonly number[],
  { name, number }: Speaker,
): Replacement[] {
  // `Rovers are`: a plural name keeps its plural verb
  if (number === 'organisation' && /[^s']s$/.test(name)) return [];
  const heads = new Set<number>();
  for (const token of tokens) {
    if (!/^(?:i|we)$/.test(tree.form(token))) continue;
    if (token === draft.proposition.subject.head) {
      heads.add(draft.proposition.head);
      const outer = draft.proposition.verbs[0];
      if (outer !== undefined) heads.add(outer);
    }
    if (!tree.base(token).startsWith('nsubj')) continue;
    heads.add(tree.head(token));
    for (const joined of tree.children(tree.head(token), 'conj'))
      if (!tree.has(joined, 'nsubj', 'nsubj:pass') && tree.xpos(joined) === 'VBP') heads.add(joined);
  }
  return [...heads].flatMap((head) => {
    const verb = thirdPerson(tree, head);
    return verb === null || (number === 'one' && verb.to === 'was') ? [] : [verb];
  });
}

/**
 * The first person within the span: the speaker's name where nothing before it has named them, then the pronoun that the
 * page uses of them.
 *
 * @param named entities that the text has named so far; the speaker's is added
 */
export function speakerReplacements(
  tree: Tree,
  span: Span,
  { speaker, tokens, verbs }: FirstPerson,
  named: Set<number>,
): Replacement[] {
  const out: Replacement[] = verbs.filter(({ start, end }) => start >= span.start && end <= span.end);
  for (const token of tokens) {
    const place = { start: tree.start(token), end: tree.end(token) };
    if (place.start < span.start || place.end > span.end) continue;
    const known = speaker.entity !== undefined && named.has(speaker.entity);
    if (speaker.entity !== undefined) named.add(speaker.entity);
    out.push({ ...place, to: inThirdPerson(tree.form(token), speaker, known), reason: 'speaker' });
  }
  return out;
}

function inThirdPerson(form: string, { name, number, gender }: Speaker, known: boolean): string {
  const owns = /^(?:my|mine|our|ours)$/.test(form);
  if (/sel(?:f|ves)$/.test(form))
    return number === 'one' ? (gender === 'he' ? 'himself' : 'herself') : 'itself';
  if (!known || (number === 'one' && gender === null)) return owns ? possessive(name) : name;
  if (number === 'organisation') return owns ? 'its' : 'it';
  if (owns) return gender === 'he' ? 'his' : form === 'mine' ? 'hers' : 'her';
  const object = form === 'me';
  if (gender === 'he') return object ? 'him' : 'he';
  return object ? 'her' : 'she';
}
