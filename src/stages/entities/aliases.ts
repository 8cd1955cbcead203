import type { EntityType } from '../../core/layers.ts';
import type { Span } from '../../core/span.ts';
import { bindMentions } from './bind-mentions.ts';
import { isDeclaredAcronym } from './declared-names.ts';
import { DisjointSets } from './disjoint-sets.ts';
import { type Gender, isOrganizationHead, type NameForm, nameForm } from './name-form.ts';
import {
  acronymStandsFor,
  areEquivalent,
  isNameOfStorm,
  placeExtends,
  shortens,
} from './organization-names.ts';
import { fullNamesAgree, gendersAgree, isFullName, partRank, spellingsAgree } from './person-names.ts';

/** A name in the text, of a known type, or MISC. */
export interface NameMention extends Span {
  readonly type: EntityType;
  /** What the words beside it tell of a person's gender: "Mrs. Gil", "a brother, Tom Gil". */
  readonly gender?: Gender | null;
}

/** One way in which a name is written in the document, and where. */
export interface Form extends NameForm {
  readonly index: number;
  readonly mentions: number[];
}

/** Most forms in a document that are compared with each other; more are joined by equal spelling only. */
const MAX_FORMS = 1500;

export interface NameClusters {
  /** Cluster of each mention; clusters are numbered in order of first mention. */
  readonly cluster: readonly number[];
  readonly forms: readonly NameForm[];
}

/**
 * Joins the names of a document that name the same thing. Sieves from sure to unsure (after Lee et al. 2011, Stanford's
 * multi-pass sieve), over the forms of names rather than over mentions, and over the whole document, so that a headline's
 * "Maduro" joins the full name below it.
 * @param names in text order
 */
export function clusterNames(text: string, names: readonly NameMention[]): NameClusters {
  const parsed = names.map((name) => {
    const form = nameForm(text.slice(name.start, name.end), name.type);
    const gender = name.gender ?? form.gender;
    return form.type === 'PERSON' && gender !== form.gender ? { ...form, gender } : form;
  });
  const forms = collectForms(parsed);
  const sets = new DisjointSets(forms.length);
  const compared = forms.length <= MAX_FORMS;
  if (compared) {
    joinDeclared(text, names, forms, sets);
    joinPersons(forms, sets);
    joinOthers(forms, sets);
  }
  const formOf = new Int32Array(names.length);
  for (const form of forms) for (const mention of form.mentions) formOf[mention] = form.index;
  return { cluster: bindMentions(names, parsed, forms, sets, formOf, compared), forms: parsed };
}

function collectForms(parsed: readonly NameForm[]): Form[] {
  const persons = new Set<string>();
  const personWords = new Set<string>();
  for (const form of parsed)
    if (form.type === 'PERSON') {
      persons.add(form.key);
      if (form.words.length > 1) for (const word of form.words) personWords.add(word);
    }
  const byKey = new Map<string, Form>();
  const forms: Form[] = [];
  parsed.forEach((form, mention) => {
    // A name of unknown type that is part of a person's full name here is that person's.
    const person =
      form.type === 'PERSON' ||
      (form.type === 'MISC' && (persons.has(form.key) || form.words.every((word) => personWords.has(word))));
    const key = `${person ? 'person' : 'other'} ${form.key}`;
    let known = byKey.get(key);
    if (known === undefined) {
      known = { ...form, type: person ? 'PERSON' : form.type, index: forms.length, mentions: [] };
      byKey.set(key, known);
      forms.push(known);
    } else if (known.gender === null && form.gender !== null) {
      forms[known.index] = known = { ...known, gender: form.gender };
      byKey.set(key, known);
    }
    known.mentions.push(mention);
  });
  return forms;
}

const DECLARED =
  /^["”']?,? (?:(?:who is |who was )?(?:also |better |widely |otherwise |formerly |popularly |commonly |previously )?(?:known|called|nicknamed|dubbed|styled)(?: simply| locally| internationally)?(?: as)?|a\.?k\.?a\.?|alias|n[ée]e|born)(?: the| by [a-z ]{1,30} as)? ["“']?$/u;

/** "X, known as "Y"", "Full Name (FN)". */
function joinDeclared(
  text: string,
  names: readonly NameMention[],
  forms: readonly Form[],
  sets: DisjointSets,
): void {
  const formOf = new Map<number, Form>();
  for (const form of forms) for (const mention of form.mentions) formOf.set(mention, form);
  for (let i = 0; i + 1 < names.length; i++) {
    const [left, right] = [names[i]!, names[i + 1]!];
    if (right.start < left.end || right.start - left.end > 60) continue;
    const between = text.slice(left.end, right.start);
    const [a, b] = [formOf.get(i)!, formOf.get(i + 1)!];
    if (DECLARED.test(between)) sets.union(a.index, b.index);
    else if (between === ' (' && text[right.end] === ')' && isBracketedShort(text, names, i, a, b))
      sets.union(a.index, b.index);
  }
}

/** The right name is the acronym in brackets of the left one, or the left one of the right. */
function isBracketedShort(
  text: string,
  names: readonly NameMention[],
  left: number,
  a: Form,
  b: Form,
): boolean {
  const long = a.words.length >= b.words.length ? a : b;
  const short = long === a ? b : a;
  if (long.words.length < 2 || long.type === 'PERSON') return false;
  if (short.acronym !== null && sharesInitial(short.acronym, long)) return true;
  // Letters that the name does not explain, "Doctors Without Borders (MSF)": the text goes on to call it so.
  const { start, end } = names[left + 1]!;
  const letters = text.slice(start, end);
  return (
    short === b &&
    long.type === 'ORGANIZATION' &&
    short.type !== 'PLACE' &&
    isDeclaredAcronym(letters) &&
    (sharesInitial(letters.toLowerCase(), long) || b.mentions.length > 1)
  );
}

/** At least half of the letters are initials of the words. */
function sharesInitial(acronym: string, long: NameForm): boolean {
  const initials = long.words.map((word) => word[0]).join('');
  let found = 0;
  for (const letter of acronym) if (initials.includes(letter)) found++;
  return found * 2 >= acronym.length;
}

function joinPersons(forms: readonly Form[], sets: DisjointSets): void {
  const full = forms.filter(isFullName);
  for (let i = 0; i < full.length; i++)
    for (let j = i + 1; j < full.length; j++) {
      const [a, b] = [full[i]!, full[j]!];
      // One's first or last word is the other's, or the surnames begin alike: else none of the below holds.
      if (a.words[0] !== b.words[0] && a.words.at(-1)![0] !== b.words.at(-1)![0]) continue;
      if (!gendersAgree(a.gender, b.gender)) continue;
      if (
        partRank(a.words, b.words) >= 4 ||
        partRank(b.words, a.words) >= 4 ||
        fullNamesAgree(a.words, b.words)
      )
        sets.union(a.index, b.index);
    }
}

function joinOthers(forms: readonly Form[], sets: DisjointSets): void {
  const others = forms.filter((form) => form.type !== 'PERSON' && form.type !== 'NORP');
  for (const short of others) {
    // A place of two words and more that no gazetteer knows may be a short form too: "Prairie Trust" of "Prairie Trust Bank".
    const longer =
      short.type === 'PLACE' && short.words.length < 2
        ? []
        : others.filter((form) => form.type !== 'PLACE' && shortens(short, form));
    // Of two unrelated longer names neither is meant.
    if (longer.every((form) => form === longer[0] || agreeOnHead(form, longer[0]!)))
      for (const form of longer) sets.union(short.index, form.index);
    const body = bodyOfHead(short, others);
    if (body.every((form) => sets.same(form.index, body[0]!.index)))
      for (const form of body) sets.union(short.index, form.index);
    if (short.acronym !== null) {
      const long = others.filter((form) => acronymStandsFor(short, form));
      if (
        long.length > 0 &&
        long.every((form) => sets.same(form.index, long[0]!.index) || agreeOnHead(form, long[0]!))
      )
        for (const form of long) sets.union(short.index, form.index);
    }
    for (const other of others) {
      if (other.index === short.index || sets.same(short.index, other.index)) continue;
      if (areEquivalent(short, other) || (short.type === 'EVENT' && isNameOfStorm(short, other)))
        sets.union(short.index, other.index);
      else if (short.type === 'PLACE' && other.type === 'PLACE') {
        if (placeExtends(short, other)) sets.union(short.index, other.index);
      } else if (short.type !== 'PLACE' && other.type !== 'PLACE') {
        if (
          short.words.length === other.words.length &&
          short.words.every((word, i) => spellingsAgree(word, other.words[i]!))
        )
          sets.union(short.index, other.index);
      }
    }
  }
}

/** "the Bank" for the only bank of the document, "Bank of Norvia" or "Norvia Bank"; [] when the short name is no such head. */
function bodyOfHead(short: Form, others: readonly Form[]): Form[] {
  const head = short.words[0];
  if (short.type !== 'ORGANIZATION' || short.words.length !== 1 || !isOrganizationHead(head!)) return [];
  return others.filter(
    ({ type, words }) =>
      type === 'ORGANIZATION' &&
      words.length > 1 &&
      (words[words.length - 1] === head ||
        words[words.indexOf('of') - 1] === head ||
        words[words.indexOf('for') - 1] === head),
  );
}

function agreeOnHead(a: NameForm, b: NameForm): boolean {
  return a.words[a.words.length - 1] === b.words[b.words.length - 1];
}
