import { DEPREL_CODE } from '../../core/labels.ts';
import type { Mention } from '../../core/layers.ts';
import type { Draft } from './build-entities.ts';
import { type Actor, countBefore, isSubject, RecentEntities, type Reference, spanHead } from './discourse.ts';
import { type Gender, givenNameGender } from './name-form.ts';
import { fitsRole, type Nominal, nominalAt, organizationNounsOf, placeNounFits } from './nominals.ts';
import { genderOfTitle } from './person-gender.ts';
import { resolvePronoun, thirdPerson } from './pronouns.ts';
import { QuoteZones } from './quote-zones.ts';
import { Strangers } from './strangers.ts';
import { resolveThing } from './things.ts';
import type { Words } from './words.ts';

/** Resolutions less sure than this stay unresolved. */
const LEAST_CONFIDENCE = 0.55;

const FIRST_PERSON = new Set(['i', 'me', 'my', 'mine', 'myself']);

/** Adds to the entities what refers to them without naming them: pronouns and definite descriptions. */
export function addReferences(words: Words, drafts: readonly Draft[]): void {
  const named = new Uint8Array(words.length);
  const actors = drafts.map((draft, entity) => makeActor(words, draft, entity, named));
  const zones = new QuoteZones(words);
  const recent = new RecentEntities();
  const strangers = new Strangers(words, named);
  for (const actor of actors) for (const reference of actor.references) recent.add(reference);
  for (const actor of actors)
    if (actor.type === 'PERSON' || actor.type === 'ORGANIZATION')
      for (const reference of actor.references) zones.hear(words, reference.head, reference.entity);
  const entityAt = new Int32Array(words.length).fill(-1);
  for (const actor of actors)
    for (const { entity, head } of actor.references) entityAt[headOfChain(words, head)] = entity;
  const add = (entity: number, first: number, last: number, mention: Mention): void => {
    drafts[entity]!.mentions.push(mention);
    const head = spanHead(words, first, last);
    const reference: Reference = {
      entity,
      first,
      last,
      head,
      sentence: words.sentence[first]!,
      kind: mention.kind,
    };
    insert(actors[entity]!.references, reference);
    recent.add(reference);
    zones.hear(words, head, entity);
    entityAt[head] = entity;
  };
  const isPlural = (entity: number): boolean =>
    drafts[entity]!.type === 'NORP' ||
    (drafts[entity]!.type === 'ORGANIZATION' &&
      drafts[entity]!.forms.every((form) => isPluralName(form.words)));
  const resolve = (token: number): void => {
    const thing = resolveThing(words, actors, entityAt, token, isPlural);
    if (thing !== null) {
      const mention = pronounMention(words, token, thing.confidence, 'third-person-thing');
      add(thing.entity, token, token + 1, mention);
      return;
    }
    const resolution = resolvePronoun(words, actors, { recent, strangers }, token, zones);
    if (resolution === null || resolution.confidence < LEAST_CONFIDENCE) return;
    const { entity, confidence } = resolution;
    add(entity, token, token + 1, pronounMention(words, token, confidence, 'third-person'));
    // A person of unknown gender is of the pronoun's from now on.
    if (confidence >= 0.7) actors[entity]!.gender ??= thirdPerson(words, token)?.gender ?? null;
  };
  // Quotations last: by then it is known who speaks in them, which no third person in them is.
  for (let token = 0; token < words.length; token++) {
    if (named[token]) continue;
    const nominal = nominalAt(words, token, named);
    if (nominal !== null) {
      const found = resolveNominal(words, nominal, drafts, actors, recent);
      if (found !== null) {
        strangers.drop(nominal.headToken, words.sentence[nominal.first]!);
        add(found.entity, nominal.first, nominal.last, {
          start: words.start(nominal.first),
          end: words.end(nominal.last - 1),
          kind: 'nominal',
          confidence: found.confidence,
          rule: `entities/${nominal.kind}-description`,
        });
        token = nominal.last - 1;
      }
      continue;
    }
    if (!zones.isQuoted(token)) resolve(token);
  }
  zones.goOn(words);
  for (let token = 0; token < words.length; token++)
    if (named[token] !== 1 && zones.isQuoted(token)) resolve(token);
  for (let token = 0; token < words.length; token++) {
    if (named[token] || !FIRST_PERSON.has(words.folded[token]!)) continue;
    const speaker = zones.speakerAt(token);
    if (speaker >= 0 && actors[speaker]!.type === 'PERSON')
      drafts[speaker]!.mentions.push(pronounMention(words, token, 0.8, 'first-person'));
  }
}

const SINGULAR_IN_S =
  /^(?:airlines|airways|associates|beverages|biosciences|brothers|builders|chemicals|communications|electronics|enterprises|farms|foods|holdings|hotels|industries|instruments|investments|laboratories|labs|lines|materials|metals|mills|minerals|mines|motors|networks|nations|partners|pharmaceuticals|pictures|productions|products|properties|records|resources|savings|sciences|securities|semiconductors|services|solutions|states|stores|studios|systems|technologies|times|utilities|ventures|works)$|(?:us|is|ics|ls|news)$/;

/** "the Houthis", "Democrats": a body that is many; not "News", "Airlines" or "Motors", which end a singular name. */
function isPluralName(words: readonly string[]): boolean {
  const last = words[words.length - 1] ?? '';
  return /[^s]s$/.test(last) && !SINGULAR_IN_S.test(last);
}

/** The token that an apposition or flat name hangs on at last: "operator" of "the operator, Norvia,". */
function headOfChain(words: Words, token: number): number {
  const { head, deprel } = words.table.columns;
  let at = token;
  for (let steps = 0; steps < 4; steps++) {
    const relation = deprel[at];
    if (
      relation !== DEPREL_CODE.appos &&
      relation !== DEPREL_CODE.flat &&
      relation !== DEPREL_CODE['flat:name']
    )
      break;
    at = head[at]!;
  }
  return at;
}

function pronounMention(words: Words, token: number, confidence: number, rule: string): Mention {
  return {
    start: words.start(token),
    end: words.end(token),
    kind: 'pronoun',
    confidence,
    rule: `entities/${rule}`,
  };
}

function makeActor(words: Words, draft: Draft, entity: number, named: Uint8Array): Actor {
  const references: Reference[] = [];
  for (const name of draft.names) {
    const first = words.table.tokenAt(name.start);
    const last = words.table.tokenAt(name.end - 1) + 1;
    named.fill(1, first, last);
    references.push({
      entity,
      first,
      last,
      head: spanHead(words, first, last),
      sentence: words.sentence[first]!,
      kind: 'name',
    });
  }
  return {
    type: draft.type,
    gender: draft.type === 'PERSON' ? genderOf(words, draft, references) : null,
    references,
  };
}

/** Honorifics and gendered roles before given names. */
function genderOf(words: Words, draft: Draft, references: readonly Reference[]): Gender | null {
  for (const form of draft.forms) if (form.title !== '' && form.gender !== null) return form.gender;
  for (const { first } of references) {
    const gender = genderOfTitle(words, first);
    if (gender !== null) return gender;
  }
  for (const role of draft.roles) if (role.gender !== null) return role.gender;
  for (const form of draft.forms) if (form.gender !== null) return form.gender;
  for (const form of draft.forms)
    if (form.words.length === 1) {
      const gender = givenNameGender(form.words[0]!);
      if (gender !== null && draft.forms.every((other) => other.words.length === 1)) return gender;
    }
  return null;
}

function insert(references: Reference[], reference: Reference): void {
  let at = references.length;
  while (at > 0 && references[at - 1]!.first > reference.first) at--;
  references.splice(at, 0, reference);
}

/** Sentences between the description and the last mention before it; Infinity when there is none. */
function distanceTo(words: Words, actor: Actor, token: number): number {
  const last = actor.references[countBefore(actor.references, token) - 1];
  return last === undefined ? Number.POSITIVE_INFINITY : words.sentence[token]! - last.sentence;
}

interface Candidate {
  readonly entity: number;
  readonly distance: number;
}

function resolveNominal(
  words: Words,
  nominal: Nominal,
  drafts: readonly Draft[],
  actors: readonly Actor[],
  recent: RecentEntities,
): { entity: number; confidence: number } | null {
  const candidates: Candidate[] = [];
  for (const entity of recent.within(words.sentence[nominal.first]!, REACH[nominal.kind])) {
    const draft = drafts[entity]!;
    const distance = distanceTo(words, actors[entity]!, nominal.first);
    if (distance <= REACH[nominal.kind] && fits(words, nominal, draft, actors[entity]!))
      candidates.push({ entity, distance });
  }
  candidates.sort((a, b) => a.distance - b.distance);
  const [best, next] = candidates;
  if (best === undefined) return null;
  // The subject of the clause is rarely the definite description's own antecedent in the same clause.
  if (best.distance === 0 && sharesClause(words, actors[best.entity]!, nominal)) return null;
  if (next === undefined)
    return {
      entity: best.entity,
      confidence: nominal.qualifiers.length > 0 ? 0.85 : best.distance <= 2 ? 0.75 : 0.6,
    };
  if (nominal.kind !== 'place' && best.distance <= 1 && next.distance > best.distance + 1)
    return { entity: best.entity, confidence: 0.6 };
  return null;
}

/** Sentences back that the last mention of what is described may stand. */
const REACH = { person: 25, organization: 6, place: 2 } as const;

function fits(words: Words, nominal: Nominal, draft: Draft, actor: Actor): boolean {
  if (nominal.kind === 'person')
    return (
      draft.type === 'PERSON' &&
      draft.roles.some((role) => role.start < words.start(nominal.first) && fitsRole(nominal, role))
    );
  if (nominal.kind === 'organization') {
    if (draft.type !== 'ORGANIZATION' || nominal.qualifiers.length > 0) return false;
    return (
      draft.forms.some((form, i) =>
        organizationNounsOf(form, words.text.slice(draft.names[i]!.start, draft.names[i]!.end)).includes(
          nominal.head,
        ),
      ) || describedAs(words, actor, nominal.head)
    );
  }
  return (
    draft.type === 'PLACE' &&
    nominal.qualifiers.length === 0 &&
    draft.forms.some((form) => placeNounFits(nominal.head, form))
  );
}

/** "the drug maker Pharmex", "Pharmex, a Swiss company,": the noun stands beside one of its names. */
function describedAs(words: Words, actor: Actor, noun: string): boolean {
  for (const { first, last, kind } of actor.references) {
    if (kind !== 'name') continue;
    if (first > 0 && words.folded[first - 1] === noun) return true;
    if (words.folded[last] !== ',') continue;
    for (let i = last + 1; i < Math.min(words.length, last + 7); i++) {
      if (/^[,.;]$/.test(words.word(i))) break;
      if (words.folded[i] === noun && words.table.columns.deprel[i] === DEPREL_CODE.appos) return true;
    }
  }
  return false;
}

function sharesClause(words: Words, actor: Actor, nominal: Nominal): boolean {
  const { head } = words.table.columns;
  return actor.references.some(
    (reference) =>
      reference.sentence === words.sentence[nominal.first] &&
      reference.first < nominal.first &&
      isSubject(words, reference.head) &&
      head[reference.head] === head[nominal.headToken],
  );
}
