import { DEPREL_CODE } from '../../core/labels.ts';
import { wordTable } from '../../lexicon/word-table.ts';
import {
  type Actor,
  countBefore,
  governor,
  isObject,
  isSubject,
  isUnder,
  type RecentEntities,
  type Reference,
} from './discourse.ts';
import type { Gender } from './name-form.ts';
import type { QuoteZones } from './quote-zones.ts';
import type { Strangers } from './strangers.ts';
import type { Words } from './words.ts';

interface Pronoun {
  readonly gender: Gender;
  readonly form: 'subject' | 'object' | 'possessive' | 'reflexive';
}

const PRONOUNS = wordTable<Pronoun>({
  he: { gender: 'male', form: 'subject' },
  him: { gender: 'male', form: 'object' },
  his: { gender: 'male', form: 'possessive' },
  himself: { gender: 'male', form: 'reflexive' },
  she: { gender: 'female', form: 'subject' },
  her: { gender: 'female', form: 'object' },
  hers: { gender: 'female', form: 'possessive' },
  herself: { gender: 'female', form: 'reflexive' },
});

/** Sentences back that a pronoun's antecedent may stand. */
const REACH = 6;

/**
 * How much each circumstance of a candidate speaks for it: a coordinate search on one half of GAP's development set and GUM's
 * news, rounded; the other half of GAP agrees.
 */
const WEIGHTS = {
  sentence: -1.6,
  subject: 1.3,
  possessor: 0.8,
  object: 0.3,
  parallel: 1.3,
  first: -0.3,
  frequency: 0.2,
  gender: 0.5,
  pronoun: -0.4,
  after: -1.1,
} as const;

/** How far a person without a name must lead: names are told of more often. */
const STRANGER_LEAD = 0.2;

export interface Resolution {
  readonly token: number;
  readonly entity: number;
  readonly confidence: number;
}

export function thirdPerson(words: Words, token: number): Pronoun | undefined {
  const pronoun = PRONOUNS[words.folded[token]!];
  if (
    pronoun?.form === 'object' &&
    words.folded[token] === 'her' &&
    words.table.columns.deprel[token] === DEPREL_CODE['nmod:poss']
  )
    return { gender: 'female', form: 'possessive' };
  return pronoun;
}

/**
 * The person that he or she is: candidates of the last sentences agree in gender, obey the binding principles, and are ranked by
 * recency, subjecthood, parallelism and frequency (after Lappin and Leass 1994); null when no candidate stands.
 */
export function resolvePronoun(
  words: Words,
  actors: readonly Actor[],
  { recent, strangers }: { readonly recent: RecentEntities; readonly strangers: Strangers },
  token: number,
  zones: QuoteZones,
): Resolution | null {
  const pronoun = thirdPerson(words, token);
  if (pronoun === undefined) return null;
  let best = -1;
  let bestScore = Number.NEGATIVE_INFINITY;
  let second = Number.NEGATIVE_INFINITY;
  for (const entity of recent.within(words.sentence[token]!, REACH)) {
    const actor = actors[entity]!;
    if (actor.type !== 'PERSON' || (actor.gender !== null && actor.gender !== pronoun.gender)) continue;
    // Who speaks says "I": the third person inside a quotation is never its speaker.
    if (zones.speakerAt(token) === entity) continue;
    const score = scoreActor(words, actor, token, pronoun);
    if (score > bestScore) {
      second = bestScore;
      bestScore = score;
      best = entity;
    } else if (score > second) second = score;
  }
  if (best < 0 || bestScore === Number.NEGATIVE_INFINITY) return null;
  for (const stranger of strangers.near(words.sentence[token]!)) {
    if (stranger.gender !== null && stranger.gender !== pronoun.gender) continue;
    const distance = words.sentence[token]! - stranger.sentence;
    if (scoreReference(words, stranger, token, pronoun, distance) > bestScore + STRANGER_LEAD) return null;
  }
  const lead = Math.min(4, bestScore - second);
  return { token, entity: best, confidence: 1 / (1 + Math.exp(-lead)) };
}

function scoreActor(words: Words, actor: Actor, token: number, pronoun: Pronoun): number {
  let best = Number.NEGATIVE_INFINITY;
  const sentence = words.sentence[token]!;
  const { references } = actor;
  const count = countBefore(references, token);
  // After the pronoun only its own sentence is looked at, before it the last few.
  let at = count;
  while (at < references.length && references[at]!.sentence === sentence) at++;
  for (let i = at - 1; i >= 0; i--) {
    const reference = references[i]!;
    const distance = sentence - reference.sentence;
    if (distance > REACH) break;
    best = Math.max(best, scoreReference(words, reference, token, pronoun, distance));
  }
  if (best === Number.NEGATIVE_INFINITY) return best;
  if (actor.gender === pronoun.gender) best += WEIGHTS.gender;
  best += WEIGHTS.frequency * Math.log1p(count);
  return best;
}

function scoreReference(
  words: Words,
  reference: Reference,
  token: number,
  pronoun: Pronoun,
  distance: number,
): number {
  const after = reference.first > token;
  const sameClause = distance === 0 && governor(words, reference.head) === governor(words, token);
  const subject = isSubject(words, reference.head);
  if (distance === 0 && !binds(words, reference, token, pronoun, sameClause, subject))
    return Number.NEGATIVE_INFINITY;
  // A pronoun before its name: only out of a subordinate clause, to the subject ("When he left, Reed said").
  if (after && !(subject && isUnder(words, token, governor(words, reference.head)) && !sameClause))
    return Number.NEGATIVE_INFINITY;
  let score = WEIGHTS.sentence * distance;
  if (after) score += WEIGHTS.after;
  if (subject) score += WEIGHTS.subject;
  else if (isObject(words, reference.head)) score += WEIGHTS.object;
  else if (words.table.columns.deprel[reference.head] === DEPREL_CODE['nmod:poss'])
    score += WEIGHTS.possessor;
  if (subject && pronoun.form === 'subject') score += WEIGHTS.parallel;
  if (!subject && pronoun.form === 'object' && isObject(words, reference.head)) score += WEIGHTS.parallel;
  if (reference.kind === 'pronoun') score += WEIGHTS.pronoun;
  if (isFirstOfSentence(words, reference)) score += WEIGHTS.first;
  if (pronoun.form === 'reflexive' && sameClause && subject) score += 6;
  if (pronoun.form === 'possessive' && sameClause && subject) score += 0.8;
  // The nearer of two in one sentence.
  if (distance === 0) score -= Math.min(1, (token - reference.last) / 40);
  return score;
}

function isFirstOfSentence(words: Words, reference: Reference): boolean {
  return reference.first - words.table.first(reference.sentence) < 4;
}

/** Principle B and its like: "Reed saw him" is not Reed, nor is "his brother Tom" Tom. */
function binds(
  words: Words,
  reference: Reference,
  token: number,
  pronoun: Pronoun,
  sameClause: boolean,
  subject: boolean,
): boolean {
  const { head } = words.table.columns;
  if (pronoun.form === 'object' && sameClause && subject) return false;
  if (pronoun.form === 'subject' && sameClause) return false;
  if (pronoun.form === 'possessive') {
    const owned = head[token]!;
    if (owned >= 0 && (owned === reference.head || (owned >= reference.first && owned < reference.last)))
      return false;
    // "his lawyer, Tom Reed": an apposition to what is possessed, or a name that depends on it.
    if (owned >= 0 && reference.first > token && isUnder(words, reference.head, owned)) return false;
    if (
      owned >= 0 &&
      head[owned] === reference.head &&
      words.table.columns.deprel[owned] === DEPREL_CODE.appos
    )
      return false;
  }
  return true;
}
