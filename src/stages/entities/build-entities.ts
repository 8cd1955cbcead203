import type { Entity, EntityType, Mention, NameSpan } from '../../core/layers.ts';
import { clusterNames } from './aliases.ts';
import { fold } from './fold.ts';
import { countryName, countryOfDemonym } from './gazetteer.ts';
import { type Gender, isOffice, type NameForm } from './name-form.ts';
import { genderOfTitle } from './person-gender.ts';
import { addReferences } from './references.ts';
import { nounGender, type Role, rolesBeside } from './roles.ts';
import { UserGazetteer } from './user-gazetteer.ts';
import type { Words } from './words.ts';

/** An entity while it is being made. */
export interface Draft {
  type: EntityType;
  readonly names: NameSpan[];
  readonly forms: NameForm[];
  readonly mentions: Mention[];
  readonly roles: Role[];
}

/** Joins names into entities, then adds what refers to them without naming them. */
export function buildEntities(
  words: Words,
  names: readonly NameSpan[],
  gazetteer: UserGazetteer = new UserGazetteer([]),
): Entity[] {
  const drafts = draftEntities(words, names);
  addReferences(words, drafts);
  return linkDemonyms(drafts.map((draft) => finish(words.text, draft, gazetteer)));
}

/** Gives nationalities their country. */
function linkDemonyms(entities: readonly Entity[]): Entity[] {
  const places = new Map(
    entities.map(({ key, type }, index) => [type === 'PLACE' ? key : '', index] as const),
  );
  return entities.map((entity) => {
    if (entity.type !== 'NORP') return entity;
    const country = countryOfDemonym(fold(entity.name));
    if (country === undefined) return entity;
    const key = `place:${country}`;
    const named = places.get(key);
    const place = { name: countryName(country), key, ...(named === undefined ? {} : { entity: named }) };
    return { ...entity, place };
  });
}

/** Entities with their names only. */
export function draftEntities(words: Words, names: readonly NameSpan[]): Draft[] {
  const beside = names.map((name) =>
    name.type === 'PERSON' || name.type === 'MISC'
      ? rolesBeside(words, words.table.tokenAt(name.start), words.table.tokenAt(name.end - 1) + 1)
      : [],
  );
  const { cluster: joined, forms } = clusterNames(
    words.text,
    names.map((name, i) => ({ ...name, gender: genderBeside(words, name, beside[i]!) })),
  );
  const cluster = joinKnown(names, joined);
  const drafts: Draft[] = [];
  names.forEach((name, i) => {
    const draft = (drafts[cluster[i]!] ??= { type: 'MISC', names: [], forms: [], mentions: [], roles: [] });
    const form = forms[i]!;
    const roles =
      name.type === 'PERSON' || form.type === 'PERSON' || form.type === 'MISC' ? [...beside[i]!] : [];
    if (form.title !== '') roles.push(...titleRole(words.text, name, form));
    // What stands right after a role is a person, whatever else is known of it.
    const titled = roles.some((role) => role.end < name.start && name.start - role.end === 1);
    const type = name.type !== 'MISC' ? name.type : titled ? 'PERSON' : form.type;
    draft.names.push(type === name.type ? name : { ...name, type });
    draft.forms.push(form);
    draft.roles.push(...roles);
    draft.mentions.push({
      start: name.start,
      end: name.end,
      rule: name.rule,
      kind: 'name',
      confidence: name.confidence,
    });
  });
  for (const draft of drafts) draft.type = majorityType(draft.names);
  return drafts;
}

function genderBeside(words: Words, name: NameSpan, roles: readonly Role[]): Gender | null {
  if (name.type !== 'PERSON' && name.type !== 'MISC') return null;
  const title = genderOfTitle(words, words.table.tokenAt(name.start));
  return title ?? roles.find((role) => role.gender !== null)?.gender ?? null;
}

/** Clusters in which all names of one entry of the user's gazetteer are one, and those of two entries two. */
function joinKnown(names: readonly NameSpan[], cluster: readonly number[]): number[] {
  const clusterOfEntry = new Map<number, number>();
  const moved = new Map<number, number>();
  let next = names.length;
  names.forEach((name, i) => {
    const entry = UserGazetteer.entryOf(name);
    if (entry < 0) return;
    const own = clusterOfEntry.get(entry) ?? (moved.has(cluster[i]!) ? next++ : cluster[i]!);
    clusterOfEntry.set(entry, own);
    if (!moved.has(cluster[i]!)) moved.set(cluster[i]!, own);
  });
  const numbers = new Map<number, number>();
  return cluster.map((c, i) => {
    const entry = UserGazetteer.entryOf(names[i]!);
    const target = entry >= 0 ? clusterOfEntry.get(entry)! : (moved.get(c) ?? c);
    if (!numbers.has(target)) numbers.set(target, numbers.size);
    return numbers.get(target)!;
  });
}

/** The title inside a name that was given with it ("President Ana Gil"). */
function titleRole(text: string, name: NameSpan, form: NameForm): Role[] {
  const words = form.title.split(' ');
  const head = words[words.length - 1]!;
  if (!isOffice(head)) return [];
  const end = name.start + (text.slice(name.start, name.end).toLowerCase().indexOf(head) + head.length);
  const span = { start: name.start, end };
  return [
    {
      ...span,
      text: text.slice(span.start, span.end),
      head,
      qualifiers: words.slice(0, -1),
      gender: nounGender(head),
    },
  ];
}

function majorityType(names: readonly NameSpan[]): EntityType {
  const votes = new Map<EntityType, number>();
  let best: EntityType = names[0]!.type;
  for (const { type, confidence } of names) {
    const vote = (votes.get(type) ?? 0) + (type === 'MISC' ? confidence / 10 : confidence);
    votes.set(type, vote);
    if (vote > votes.get(best)!) best = type;
  }
  return best;
}

function finish(text: string, draft: Draft, gazetteer: UserGazetteer): Entity {
  const best = fullest(text, draft);
  const surface = (name: NameSpan) => text.slice(name.start, name.end).replace(/\s+/g, ' ');
  const name = surface(draft.names[best]!);
  const aliases = [...new Set(draft.names.map(surface))].filter((alias) => alias !== name);
  const roles = new Map(draft.roles.map((role) => [`${role.start}:${role.end}`, role]));
  const known = gazetteer.entries[Math.max(...draft.names.map(UserGazetteer.entryOf))];
  const key =
    known?.externalId ??
    `${draft.type.toLowerCase()}:${known === undefined ? draft.forms[best]!.key || name.toLowerCase() : fold(known.name)}`;
  return {
    key,
    name,
    type: draft.type,
    aliases,
    mentions: [...draft.mentions].sort((a, b) => a.start - b.start || a.end - b.end),
    roles: [...roles.values()].map(({ start, end, text: role }) => ({ start, end, text: role })),
    ...(known?.externalId === undefined ? {} : { externalId: known.externalId }),
  };
}

/** "Lena Vorst, born Magdalena Vorstova": not what she is called. */
function isNameAtBirth(text: string, { start }: NameSpan): boolean {
  return /\b(?:born|née|nee|né) $/u.test(text.slice(Math.max(0, start - 6), start));
}

/** Index of the fullest name but one at birth: the most words, then not an acronym or headline capitals, then the longest, then the first. */
function fullest(text: string, { names, forms }: Draft): number {
  let best = 0;
  const rank = (i: number): [number, number, number] => [
    isNameAtBirth(text, names[i]!) ? 1 : forms[i]!.words.length,
    forms[i]!.acronym === null ? 1 : 0,
    names[i]!.end - names[i]!.start,
  ];
  for (let i = 1; i < names.length; i++) {
    const [a, b] = [rank(i), rank(best)];
    if (a[0] !== b[0] ? a[0] > b[0] : a[1] !== b[1] ? a[1] > b[1] : a[2] > b[2]) best = i;
  }
  return best;
}
