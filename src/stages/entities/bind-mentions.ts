import type { Form, NameMention } from './aliases.ts';
import type { DisjointSets } from './disjoint-sets.ts';
import type { Gender, NameForm } from './name-form.ts';
import { gendersAgree, partRank } from './person-names.ts';

/**
 * Sets of the mentions: those of their forms, but a short name that several people share goes to the one whom the same form
 * named before, else to the one introduced first. An article calls its main person by the surname alone, and others of the
 * family by given name, full name or title.
 *
 * @param formOf form of each mention
 * @param compared false where there are too many forms to compare
 */
export function bindMentions(
  names: readonly NameMention[],
  parsed: readonly NameForm[],
  forms: readonly Form[],
  sets: DisjointSets,
  formOf: Int32Array,
  compared: boolean,
): number[] {
  const longer = new LongerNames(forms.filter((form) => form.type === 'PERSON'));
  const candidates = forms.map((form) =>
    compared && form.type === 'PERSON' ? fullNamesOf(form, longer.of(form), sets) : [],
  );
  const introduced = new Map<number, number>();
  names.forEach((_, mention) => {
    const set = sets.find(formOf[mention]!);
    if (!introduced.has(set)) introduced.set(set, mention);
  });
  const genders = gendersOfSets(forms, sets);
  const bound = new Map<number, number>();
  const root = new Int32Array(names.length);
  names.forEach((_, mention) => {
    const form = forms[formOf[mention]!]!;
    const options = candidates[form.index]!.filter((option) =>
      gendersAgree(genders.get(option) ?? null, parsed[mention]!.gender),
    );
    let chosen = sets.find(form.index);
    if (options.length === 1) chosen = options[0]!;
    else if (options.length > 1) {
      const before = bound.get(form.index);
      chosen =
        before !== undefined && options.includes(before)
          ? before
          : options.reduce((a, b) => (introduced.get(b)! < introduced.get(a)! ? b : a));
    }
    root[mention] = chosen;
    if (!bound.has(form.index)) bound.set(form.index, chosen);
  });
  const numbers = new Map<number, number>();
  return [...root].map((set) => {
    const known = numbers.get(set);
    if (known !== undefined) return known;
    numbers.set(set, numbers.size);
    return numbers.size - 1;
  });
}

/** Sets of the longer names that a short one can belong to; of the best rank only. */
function fullNamesOf(short: Form, full: Iterable<Form>, sets: DisjointSets): number[] {
  let best = 0;
  let found = new Set<number>();
  for (const form of full) {
    if (
      form.index === short.index ||
      !gendersAgree(form.gender, short.words.length > 1 ? short.gender : null)
    )
      continue;
    const rank = partRank(short.words, form.words);
    if (rank === 0 || rank < best) continue;
    if (rank > best) found = new Set();
    best = rank;
    found.add(sets.find(form.index));
  }
  return [...found];
}

/** Names by what a shorter one may have in common with them: a word, a part of one before or after a hyphen, or nearly its end. */
class LongerNames {
  readonly #byWord = new Map<string, Set<Form>>();
  readonly #byEnd = new Map<string, Set<Form>>();

  constructor(forms: readonly Form[]) {
    for (const form of forms) {
      const last = form.words[form.words.length - 1] ?? '';
      for (const word of form.words) add(this.#byWord, word, form);
      for (const part of last.split('-')) add(this.#byWord, part, form);
      add(this.#byEnd, `${last[0]}${last.length}`, form);
    }
  }

  of({ words }: Form): Set<Form> {
    const first = words[0] ?? '';
    const found = new Set(this.#byWord.get(first));
    if (words.length === 1)
      for (let length = first.length - 1; length <= first.length + 1; length++)
        for (const form of this.#byEnd.get(`${first[0]}${length}`) ?? []) found.add(form);
    return found;
  }
}

function add<K, V>(sets: Map<K, Set<V>>, key: K, value: V): void {
  const known = sets.get(key);
  if (known === undefined) sets.set(key, new Set([value]));
  else known.add(value);
}

/** The gender that the first full name of each set tells. */
function gendersOfSets(forms: readonly Form[], sets: DisjointSets): Map<number, Gender> {
  const genders = new Map<number, Gender>();
  for (const { gender, words, index } of forms) {
    if (gender === null || words.length < 2) continue;
    const set = sets.find(index);
    if (!genders.has(set)) genders.set(set, gender);
  }
  return genders;
}
