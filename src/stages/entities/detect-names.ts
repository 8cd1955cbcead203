import type { EntityType, NameSpan } from '../../core/layers.ts';
import type { NameRange } from '../../core/tokens.ts';
import { GAZETTEER, GIVEN_NAME, gazetteerBits, PLACE_NAME } from './gazetteer.ts';
import { type Candidate, mergeTagger } from './merge-tagger.ts';
import { isCompanySuffix, isParticle } from './name-form.ts';
import { scoreTypes, type TypeScores } from './name-type.ts';
import { isRoleNoun } from './roles.ts';
import { withState } from './run-end.ts';
import { opensClause, type Run } from './run-words.ts';
import { candidateRuns } from './runs.ts';
import { addSpecialNames } from './special-names.ts';
import { CAPITALS, type Words } from './words.ts';

type NameType = NameRange['type'];

const types = ['PERSON', 'ORGANIZATION', 'PLACE', 'NORP', 'EVENT', 'LAW', 'MISC'] as const;
const NOTHING: TypeScores = { PERSON: 0, ORGANIZATION: 0, PLACE: 0, NORP: 0, EVENT: 0, LAW: 0, MISC: 0 };
/** What the tagger's word adds to the evidence for its type. */
const TAGGER_WEIGHT = 2;
/** A tagger's type surer than this stands whatever the evidence. */
const SURE = 0.9;
/** By how much evidence for another type must lead, and be, to win over an unsure type and MISC; a sure type of a single word, without the tagger. */
const LEAD = 2;
const SURE_LEAD = 3.5;
const MISC_LEAD = 4;
const SURE_MISC_LEAD = 7;
/** What a person's full name adds for its surname where the tagger has run, and where it has not. */
const PART_BONUS = 3;
const PART_BONUS_UNTAGGED = 4;
/** What a company's full name adds for its first words. */
const SHORT_FORM = 4;
/** Evidence from which a single word is looked for in the whole document. */
const MEMORABLE = 5;
/** What the tagger and the rest must say together of a single word for it to be a person. */
const GUESS = 0.5;
const LONE_EVIDENCE = 1;
/** Less evidence than this names no type. */
const LEAST = 0.3;

/** A name as found, before the document's memory has had its say. */
interface FoundName extends Candidate {
  readonly scores: TypeScores;
  /** The same without the tagger's word. */
  readonly evidence: TypeScores;
  /** What the gazetteer says of the whole name. */
  readonly known: number;
}

interface Remembered {
  readonly words: readonly string[];
  readonly scores: TypeScores;
  /** For each type the most that one occurrence says, without the tagger. */
  readonly evidence: TypeScores;
  /** The end of a person's full name. */
  surname: boolean;
  /** The first words of a company's full name. */
  company: boolean;
  /** The tagger has called it a person's. */
  readonly person: boolean;
  /** Sum of the tagger's confidence by type, over all occurrences. */
  readonly votes: Map<NameType, number>;
}

/** Names of the document by capitals, gazetteers and context, merged with the name tagger's where it has run. */
export function detectNames(words: Words): NameSpan[] {
  const found = mergeTagger(words, candidateRuns(words)).map((run) => score(words, run));
  const memory = remember(words, found);
  found.push(...recall(words, found, memory));
  found.sort((a, b) => a.first - b.first || b.last - a.last);
  return addSpecialNames(words, decide(words, found, memory));
}

function score(words: Words, run: Candidate): FoundName {
  const evidence = scoreTypes(words, run.first, run.last, run.title < run.first);
  const scores = { ...evidence };
  const { tagged } = run;
  if (tagged !== null) scores[tagged.type] += TAGGER_WEIGHT * tagged.confidence;
  return {
    ...run,
    scores,
    evidence,
    known: gazetteerBits(words.folded.slice(run.first, run.last).join(' ')),
  };
}

function keyOf(words: Words, name: Run): string {
  return words.folded.slice(name.first, name.last).join(' ');
}

/** Sums the evidence of all occurrences of each name; parts of a person's full name speak for a person. */
function remember(words: Words, found: readonly FoundName[]): Map<string, Remembered> {
  const memory = new Map<string, Remembered>();
  for (const name of found) {
    const key = keyOf(words, name);
    const known = memory.get(key);
    vote(known?.votes, name);
    if (known === undefined)
      memory.set(key, {
        words: words.folded.slice(name.first, name.last),
        scores: { ...name.scores },
        evidence: { ...name.evidence },
        surname: false,
        company: false,
        person: name.tagged?.type === 'PERSON',
        votes: vote(new Map(), name),
      });
    else
      for (const type of types) {
        known.scores[type] += name.scores[type] * 0.5;
        known.evidence[type] = Math.max(known.evidence[type], name.evidence[type]);
      }
  }
  for (const { words: parts, scores, person } of [...memory.values()]) {
    const bonus = words.names.length > 0 ? PART_BONUS : PART_BONUS_UNTAGGED;
    const sure = person || scores.PERSON >= 2.5;
    if (parts.length < 2 || parts.length > 5 || top(scores).type !== 'PERSON' || !sure) continue;
    for (let from = 1; from < parts.length; from++) {
      if (isParticle(parts[from]!)) continue;
      const tail = parts.slice(from);
      const key = tail.join(' ');
      const known = memory.get(key);
      if (known !== undefined) {
        known.scores.PERSON += bonus;
        known.surname = true;
      } else if (from === parts.length - 1 || from === 1)
        memory.set(key, {
          words: tail,
          scores: { ...NOTHING, PERSON: scores.PERSON },
          evidence: { ...NOTHING },
          surname: true,
          company: false,
          person: true,
          votes: new Map(),
        });
    }
    const given = memory.get(parts[0]!);
    if (given !== undefined) given.scores.PERSON += bonus / 3;
  }
  rememberCompanies(memory);
  return memory;
}

/** "Norvia" is short for "Norvia Foods Inc.", unless it is a given name or somebody's surname. */
function rememberCompanies(memory: ReadonlyMap<string, Remembered>): void {
  for (const { words: parts, scores } of memory.values()) {
    const head = parts[parts.length - 1]!;
    if (parts.length < 2 || top(scores).type !== 'ORGANIZATION') continue;
    if (!isCompanySuffix(head.replace(/\.$/, ''))) continue;
    for (let end = 1; end < parts.length; end++) {
      const short = memory.get(parts.slice(0, end).join(' '));
      if (short === undefined || short.surname) continue;
      if (gazetteerBits(parts[0]!) & (GIVEN_NAME | PLACE_NAME | GAZETTEER.demonym)) continue;
      short.scores.ORGANIZATION += SHORT_FORM;
      short.company = true;
    }
  }
}

function vote<T extends Map<NameType, number> | undefined>(votes: T, { tagged }: FoundName): T {
  if (tagged !== null) votes?.set(tagged.type, (votes.get(tagged.type) ?? 0) + tagged.confidence);
  return votes;
}

/** Further occurrences of remembered names: in headlines, and where capitals say nothing. */
function recall(
  words: Words,
  found: readonly FoundName[],
  memory: ReadonlyMap<string, Remembered>,
): FoundName[] {
  const byFirst = new Map<string, Remembered[]>();
  for (const entry of memory.values()) {
    const list = byFirst.get(entry.words[0]!);
    if (list === undefined) byFirst.set(entry.words[0]!, [entry]);
    else list.push(entry);
  }
  const covered = new Uint8Array(words.length);
  for (const name of found) covered.fill(1, name.first, name.last);
  const more: FoundName[] = [];
  for (let i = 0; i < words.length; i++) {
    if (covered[i] || words.capitals[i] === CAPITALS.none) continue;
    let longest = 0;
    for (const entry of byFirst.get(words.folded[i]!) ?? []) {
      const { words: parts } = entry;
      if (parts.length <= longest || !matches(words, i, parts)) continue;
      if (
        parts.length === 1 &&
        gazetteerBits(parts[0]!) & GAZETTEER.common &&
        (opensClause(words, i) || words.shouting[words.sentence[i]!])
      )
        continue;
      if (parts.length === 1 && words.names.length > 0 && !isMemorable(entry)) continue;
      longest = parts.length;
    }
    if (longest === 0) continue;
    more.push(score(words, { first: i, last: i + longest, title: i, tagged: null, rule: 'memory' }));
    covered.fill(1, i, i + longest);
  }
  return more;
}

function matches(words: Words, at: number, parts: readonly string[]): boolean {
  for (let i = 0; i < parts.length; i++) if (words.folded[at + i] !== parts[i]) return false;
  return words.sentence[at] === words.sentence[at + parts.length - 1];
}

/** Gives each name the type that the document's evidence for it speaks for. */
function decide(
  words: Words,
  found: readonly FoundName[],
  memory: ReadonlyMap<string, Remembered>,
): NameSpan[] {
  const names: NameSpan[] = [];
  let covered = 0;
  for (const name of found) {
    if (name.first < covered) continue;
    const { type, score } = typeOf(name, memory.get(keyOf(words, name)));
    const last = type === 'PLACE' ? withState(words, name.last) : name.last;
    covered = last;
    names.push({
      start: words.start(name.first),
      end: words.end(last - 1),
      type,
      confidence: Math.min(0.99, 0.35 + score / 12),
      rule: `entities/${name.rule}`,
    });
  }
  return names;
}

/**
 * The type that the tagger gives the name most surely over the document stands, unless it is unsure and the evidence of the whole
 * document is clearly for another.
 */
function typeOf(name: FoundName, known: Remembered | undefined): { type: EntityType; score: number } {
  const scores = known?.scores ?? name.scores;
  const best = top(scores);
  const { tagged } = name;
  if (tagged === null || best.type === 'NORP') return best;
  const { type, confidence } = elected(tagged, known);
  // `Lyle Bechtel ... Bechtel had stolen`: whose surname it is comes before the firm of that name, unless the text tells of a firm.
  if (
    known?.surname === true &&
    (best.type === 'ORGANIZATION' || type === 'ORGANIZATION') &&
    name.last - name.first === 1 &&
    known.evidence.ORGANIZATION - known.evidence.PERSON < SURE_LEAD
  )
    return { type: 'PERSON', score: Math.max(1, scores.PERSON) };
  // A body that the gazetteer knows by a name that no person and no place has.
  if (best.type === 'ORGANIZATION' && name.known === GAZETTEER.organization) return best;
  if (known?.company === true && best.type === 'ORGANIZATION') return best;
  if (known !== undefined && !known.surname && name.last - name.first === 1) {
    const told = top(known.evidence);
    if (told.score - known.evidence[type] >= SURE_LEAD) return told;
  }
  if (isLoneGuess(name, known, type))
    return best.type !== 'PERSON' && best.score >= LEAD ? best : { type: 'MISC', score: 0 };
  if (best.type === type) return best;
  if (type === 'MISC')
    return best.type === 'EVENT' ||
      best.type === 'LAW' ||
      best.score >= (confidence < SURE ? MISC_LEAD : SURE_MISC_LEAD)
      ? best
      : { type: 'MISC', score: 0 };
  return confidence < SURE && best.score - scores[type] >= LEAD
    ? best
    : { type, score: Math.max(scores[type], 1) };
}

/** A single word that the tagger takes for a person without being sure, and that nothing else in the document speaks for. */
function isLoneGuess({ first, last }: FoundName, known: Remembered | undefined, type: NameType): boolean {
  if (type !== 'PERSON' || last - first > 1 || known === undefined || known.surname) return false;
  const surest = known.votes.get('PERSON') ?? 0;
  return surest < GUESS && known.scores.PERSON - TAGGER_WEIGHT * surest < LONE_EVIDENCE;
}

/** One name is of one type in a document: what most of the tagger's sureness is for. */
function elected(tagged: NameRange, known: Remembered | undefined): { type: NameType; confidence: number } {
  let { type } = tagged;
  for (const [other, sum] of known?.votes ?? []) if (sum > (known!.votes.get(type) ?? 0)) type = other;
  return { type, confidence: type === tagged.type ? tagged.confidence : 0 };
}

/** One word is looked for again only when it is surely a name: much evidence, and no ordinary word. */
function isMemorable({ words, scores, surname }: Remembered): boolean {
  const word = words[0]!;
  if (gazetteerBits(word) & GAZETTEER.common || isRoleNoun(word)) return false;
  return surname || top(scores).score >= MEMORABLE;
}

function top(scores: TypeScores): { type: EntityType; score: number } {
  let best: EntityType = 'MISC';
  let value = LEAST;
  for (const type of types)
    if (scores[type] > value) {
      value = scores[type];
      best = type;
    }
  return { type: best, score: best === 'MISC' ? 0 : value };
}
