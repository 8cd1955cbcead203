import { DEPREL_CODE, UPOS_CODE } from '../../core/labels.ts';
import type { EntityType } from '../../core/layers.ts';
import type { Actor } from './discourse.ts';
import { isOrganizationNoun } from './organization-nouns.ts';
import type { Resolution } from './pronouns.ts';
import type { Words } from './words.ts';

const SINGULAR = new Set(['it', 'its', 'itself']);
const PLURAL = new Set(['they', 'their', 'them', 'themselves']);
const POSSESSIVE = new Set(['its', 'their']);

const THINGS = new Set<EntityType>(['ORGANIZATION', 'PLACE', 'PRODUCT', 'EVENT', 'WORK']);
const GROUPS = new Set<EntityType>(['ORGANIZATION', 'NORP']);

const REFLEXIVE = /sel(?:f|ves)$/;
const REPORTING = /^(?:said|says|announced|claimed|claims|insisted|insists|added|warned|estimated|reported)$/;

const SUBORDINATOR = /^(?:as|after|although|because|before|once|though|until|when|while)$/;
const IMPERSONAL_START =
  /^(?:is|was|['’]s|has|had|will|would|may|might|can|could|should|seems?|seemed|appears?|appeared|rain(?:s|ed)|snow(?:s|ed)|takes?|took|becomes?|became|comes?|came|turns?|turned|happens?|happened)$/;

const OBJECT = new Set<number>([DEPREL_CODE.obj, DEPREL_CODE.iobj, DEPREL_CODE.obl]);
/** Relations of a clause whose "it" is the subject of the clause above. */
const DEPENDENT = new Set<number>([DEPREL_CODE.ccomp, DEPREL_CODE.advcl, DEPREL_CODE.conj]);
const SUBJECT = new Set<number>([DEPREL_CODE.nsubj, DEPREL_CODE['nsubj:pass'], DEPREL_CODE['nsubj:outer']]);

/** What only those do that act: said of "it", it is somebody's name that is meant, not a matter. */
const AGENT =
  /^(?:acquire|add|aim|allow|announce|apologise|apologize|appoint|argue|ask|build|buy|call|charge|close|cut|declare|decline|defend|deny|deploy|employ|expand|expect|file|fire|fund|hire|hope|insist|intend|invest|invite|issue|join|launch|lay|lose|make|manage|operate|order|own|pay|plan|pledge|produce|promise|publish|rank|receive|refuse|reject|release|reopen|reply|report|run|say|sell|send|serve|settle|sign|sue|suspend|take|train|urge|want|warn|win|withdraw)$/;

/** What happens to bodies alone, and what they have. */
const FOUNDED = /^(?:found|establish|incorporate|nationalise|nationalize|privatise|privatize|headquarter)$/;
const OF_BODY =
  /^(?:branches|customers|depots|employees|factories|locations|members|offices|outlets|plants|restaurants|shareholders|shops|staff|stores|subscribers|subsidiaries|users|warehouses|workers)$/;

/** Adjectives said of those who act. */
const AGENT_ADJECTIVE =
  /^(?:able|aware|committed|concerned|confident|determined|disappointed|keen|open|pleased|prepared|proud|ready|responsible|sorry|unable|unaware|unwilling|willing)$/;

/**
 * What "it" or "they" stands for, where the grammar leaves little doubt: the subject of the clause that holds the possessive, of the
 * verb that the clause depends on ("Norvia said it would close its plant"), or of the sentence before when only one who acts can
 * do what "it" does, or only a body be what it is. All else stays open: "it" is a matter, the weather or nothing more often than a name.
 *
 * @param entityAt entity whose mention the token heads; -1 for none
 */
export function resolveThing(
  words: Words,
  actors: readonly Actor[],
  entityAt: Int32Array,
  token: number,
  surfaceIsPlural: (entity: number) => boolean,
): Resolution | null {
  const word = words.folded[token]!;
  const plural = PLURAL.has(word);
  if (!plural && !SINGULAR.has(word)) return null;
  const { head, deprel } = words.table.columns;
  if (deprel[token] === DEPREL_CODE.expl) return null;
  const fits = (entity: number): boolean => {
    const { type } = actors[entity]!;
    return plural
      ? GROUPS.has(type) && surfaceIsPlural(entity)
      : THINGS.has(type) && !surfaceIsPlural(entity);
  };
  const answer = (subject: number, confidence: number): Resolution | null => {
    const entity = subject < 0 ? -1 : entityAt[subject]!;
    return entity >= 0 && fits(entity) ? { token, entity, confidence } : null;
  };
  const reported = reporter(words, token);
  if (reported >= 0) return answer(reported, 0.85);
  if (POSSESSIVE.has(word) || REFLEXIVE.test(word)) {
    // "the papers themselves" stresses; "defend itself" refers.
    if (REFLEXIVE.test(word) && !OBJECT.has(deprel[token]!)) return null;
    const predicate = predicateAbove(words, token);
    const subject = predicate < 0 ? -1 : subjectOf(words, predicate);
    return subject < 0 || subject === token || isUnder(words, token, subject) ? null : answer(subject, 0.85);
  }
  const joined = subjectOfMainClause(words, token);
  if (joined >= 0) return answer(joined, 0.7);
  const predicate = head[token]!;
  if (predicate < 0 || !SUBJECT.has(deprel[token]!)) return null;
  if (deprel[predicate] === DEPREL_CODE.root && isSaidOfBodies(words, predicate, token)) {
    const subject = subjectBefore(words, token);
    const entity = subject < 0 ? -1 : entityAt[subject]!;
    return entity >= 0 && actors[entity]!.type === 'ORGANIZATION' ? answer(subject, 0.75) : null;
  }
  if (isImpersonal(words, predicate, token)) return null;
  const relation = deprel[predicate];
  if (relation === DEPREL_CODE.root) {
    const subject = AGENT.test(words.table.columns.lemma[predicate]!) ? subjectBefore(words, token) : -1;
    return answer(subject, 0.7);
  }
  if (head[predicate]! < 0 || !DEPENDENT.has(relation!)) return null;
  const subject = subjectOf(words, head[predicate]!);
  return subject < token ? answer(subject, relation === DEPREL_CODE.ccomp ? 0.85 : 0.75) : null;
}

/** The only subject before "as it crossed", "after it cut", whatever the tree makes of that clause; -1 for another. */
function subjectOfMainClause(words: Words, token: number): number {
  const { deprel } = words.table.columns;
  if (words.isFirst(token) || !SUBORDINATOR.test(words.folded[token - 1]!)) return -1;
  if (token + 1 >= words.length || IMPERSONAL_START.test(words.folded[token + 1]!)) return -1;
  const sentence = words.sentence[token]!;
  const root = rootOf(words, sentence);
  const subject = root < 0 || root > token ? -1 : subjectOf(words, root);
  if (subject < 0 || subject > token) return -1;
  for (let i = subject + 1; i < token; i++) if (SUBJECT.has(deprel[i]!)) return -1;
  return subject;
}

/** Token before "said it" and "said that it", whatever the tree makes of it; -1 for another. */
function reporter(words: Words, token: number): number {
  let verb = token - 1;
  if (words.folded[verb] === 'that') verb--;
  if (verb < 1 || words.isFirst(verb) || words.isFirst(token)) return -1;
  return REPORTING.test(words.folded[verb]!) ? verb - 1 : -1;
}

/** The subject of the sentence before, when the token begins its own, in the same paragraph or the next. */
function subjectBefore(words: Words, token: number): number {
  const sentence = words.sentence[token]!;
  if (sentence === 0 || token - words.table.first(sentence) > 1) return -1;
  const { block } = words.sentences[sentence]!;
  const before = words.sentences[sentence - 1]!.block;
  if (before !== block && before !== block - 1) return -1;
  const root = rootOf(words, sentence - 1);
  return root < 0 ? -1 : subjectOf(words, root);
}

/** The verb or predicate that the phrase of the token belongs to. */
function predicateAbove(words: Words, token: number): number {
  const { head, upos, deprel } = words.table.columns;
  let at = head[token]!;
  for (let steps = 0; at >= 0 && steps < 12; steps++) {
    if (upos[at] === UPOS_CODE.VERB) return at;
    if (deprel[at] === DEPREL_CODE.root) return at;
    // The noun is itself a subject, or hangs on one: whose it is stands before it, if anywhere.
    if (SUBJECT.has(deprel[at]!)) return -1;
    at = head[at]!;
  }
  return -1;
}

/** Subject of a predicate, or of the one that it is joined to by "and" or depends on as an infinitive; -1 when there is none. */
function subjectOf(words: Words, predicate: number): number {
  const { head, deprel } = words.table.columns;
  let at = predicate;
  for (let steps = 0; steps < 4; steps++) {
    const sentence = words.sentence[at]!;
    for (let i = words.table.first(sentence); i < words.table.end(sentence); i++)
      if (head[i] === at && SUBJECT.has(deprel[i]!)) {
        // "The brewer Norvia said": the noun and the name are now and then two subjects.
        const named = i + 1 < words.table.end(sentence) && head[i + 1] === at && SUBJECT.has(deprel[i + 1]!);
        return named ? i + 1 : i;
      }
    const relation = deprel[at];
    if (
      (relation !== DEPREL_CODE.conj && relation !== DEPREL_CODE.xcomp && relation !== DEPREL_CODE.advcl) ||
      head[at]! < 0
    )
      return -1;
    at = head[at]!;
  }
  return -1;
}

function rootOf(words: Words, sentence: number): number {
  const { deprel } = words.table.columns;
  for (let i = words.table.first(sentence); i < words.table.end(sentence); i++)
    if (deprel[i] === DEPREL_CODE.root) return i;
  return -1;
}

/** "It was unlikely that", "it was reported that", "it rained": a copula with any but an actor's adjective, or a clause that is meant. */
function isImpersonal(words: Words, predicate: number, token: number): boolean {
  const { head, deprel, upos } = words.table.columns;
  const sentence = words.sentence[token]!;
  const lemma = words.table.columns.lemma[predicate]!;
  if (/^(?:seem|appear|happen|rain|snow|take|turn|matter|emerge|remain)$/.test(lemma)) return true;
  for (let i = words.table.first(sentence); i < words.table.end(sentence); i++) {
    if (head[i] !== predicate) continue;
    if (deprel[i] === DEPREL_CODE.cop)
      return !(upos[predicate] === UPOS_CODE.ADJ && AGENT_ADJECTIVE.test(words.folded[predicate]!));
    if (deprel[i] === DEPREL_CODE.csubj || deprel[i] === DEPREL_CODE['csubj:pass']) return true;
    if (deprel[token] === DEPREL_CODE['nsubj:pass'] && deprel[i] === DEPREL_CODE.ccomp) return true;
  }
  return false;
}

/** "It was founded in 1950", "It is the country's largest bank", "It has 40 stores": said of a body, not of a matter. */
function isSaidOfBodies(words: Words, predicate: number, token: number): boolean {
  const { head, deprel, upos, lemma } = words.table.columns;
  if (deprel[token] === DEPREL_CODE['nsubj:pass']) return FOUNDED.test(lemma[predicate]!);
  const sentence = words.sentence[token]!;
  for (let i = words.table.first(sentence); i < words.table.end(sentence); i++) {
    if (head[i] !== predicate) continue;
    if (deprel[i] === DEPREL_CODE.cop)
      return upos[predicate] === UPOS_CODE.NOUN && isOrganizationNoun(words.folded[predicate]!);
    if (deprel[i] === DEPREL_CODE.obj && lemma[predicate] === 'have' && OF_BODY.test(words.folded[i]!))
      return true;
  }
  return false;
}

function isUnder(words: Words, token: number, ancestor: number): boolean {
  const { head } = words.table.columns;
  for (let at = token, steps = 0; at >= 0 && steps < 60; steps++) {
    if (at === ancestor) return true;
    at = head[at]!;
  }
  return false;
}
