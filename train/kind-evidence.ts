import { normaliseForm } from '../src/language/lexeme.ts';
import { positionOf, typeOf } from '../src/language/name-labels.ts';
import { WORD_KINDS } from '../src/language/word-types.ts';
import type { NamedDocument } from './name-data.ts';
import type { NameLists } from './name-lists.ts';
import type { KindEvidence } from './word-types.ts';

const KIND = Object.fromEntries(WORD_KINDS.map((kind, k) => [kind, k])) as Record<
  (typeof WORD_KINDS)[number],
  number
>;
const KIND_OF_TYPE = [KIND.surname, KIND.organization, KIND.place, KIND.other];

/** What lists of names and annotated documents say of the kinds of single words. */
export function kindEvidence(documents: readonly NamedDocument[], lists: NameLists): KindEvidence {
  const counts = new Map<string, Float32Array>();
  const rowOf = (form: string): Float32Array => {
    const word = normaliseForm(form).toLowerCase();
    let row = counts.get(word);
    if (row === undefined) counts.set(word, (row = new Float32Array(WORD_KINDS.length)));
    return row;
  };
  for (const { sentences } of documents)
    for (const { forms, labels } of sentences)
      forms.forEach((form, i) => {
        const type = typeOf(labels[i]!);
        if (type === 0 && positionOf(labels[i]!) === 1) rowOf(form)[KIND.given]!++;
        else if (type >= 0) rowOf(form)[KIND_OF_TYPE[type]!]!++;
        else if (form === form.toLowerCase()) rowOf(form)[KIND.common]!++;
      });
  for (const row of counts.values()) for (let k = 0; k < row.length; k++) row[k] = Math.log1p(row[k]!);
  const add = (names: Iterable<string>, kind: number, weight: number): void => {
    for (const name of names) if (!name.includes(' ')) rowOf(name)[kind]! += weight;
  };
  add(lists.given, KIND.given, 1);
  add(lists.surnames, KIND.surname, 1);
  add(lists.largeCities, KIND.place, 1);
  add(lists.smallCities, KIND.place, 0.5);
  add(lists.countries, KIND.place, 3);
  add(lists.organizations, KIND.organization, 2);
  add(lists.demonyms, KIND.other, 3);
  add(lists.common, KIND.common, 1.5);
  return counts;
}
