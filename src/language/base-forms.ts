import { XPOS_CODE } from '../core/labels.ts';
import { IRREGULAR_VERBS } from '../lexicon/irregular-verbs.ts';

/**
 * The words that a verb's or noun's inflected form may come from by the table of irregular verbs, else by the spelling rules of
 * English inflection, likeliest first; not all of them are words. One alone is sure if it is a word.
 */
export function baseForms(form: string, xpos: number): readonly string[] {
  switch (xpos) {
    case XPOS_CODE.VBD:
    case XPOS_CODE.VBN: {
      const irregular = IRREGULAR.get(form);
      if (irregular !== undefined) return [irregular];
      return form.endsWith('ed') && form.length > 3 ? ofStem(form.slice(0, -2), form) : [];
    }
    case XPOS_CODE.VBG:
      return form.endsWith('ing') && form.length > 4 ? ofStem(form.slice(0, -3), form) : [];
    case XPOS_CODE.VBZ:
    case XPOS_CODE.NNS:
      return form.endsWith('s') && form.length > 3 ? ofPlural(form) : [];
    default:
      return [];
  }
}

/** What stands before `-ed` or `-ing`. */
function ofStem(stem: string, form: string): readonly string[] {
  const last = stem.at(-1)!;
  // `lying`
  if (last === 'y' && form.endsWith('ing') && stem.length < 4) return [`${stem.slice(0, -1)}ie`, stem];
  // `tied`, `agreed`, `owed`
  if (last === 'e' || stem.length < 3) return [`${stem}e`, stem];
  if (last === 'i') return [`${stem.slice(0, -1)}y`, `${stem}e`];
  // `mimicked`
  if (stem.endsWith('ick')) return [stem, stem.slice(0, -1)];
  if (last === stem.at(-2) && !VOWEL.test(last) && stem.length > 3) {
    const single = stem.slice(0, -1);
    // `called`, `passed`, but `controlled`
    return /^[^aeiou]*[aeiou]+[lsfz]$/.test(single) ? [stem, single] : [single, stem];
  }
  // `tackled`, `argued`, `forced`
  if (/[^aeiourl]l$|[cuvz]$/.test(stem)) return [`${stem}e`];
  // `hoped` would be `hopped` if it came from `hop`.
  return CLOSED.test(stem) ? [`${stem}e`] : [stem, `${stem}e`];
}

function ofPlural(form: string): readonly string[] {
  const stem = form.slice(0, -1);
  // `wolves` and `crises` are for the treebanks to tell.
  if (form.endsWith('ss') || form.endsWith("'s") || form.endsWith('ves')) return [];
  if (form.endsWith('ies')) return [`${form.slice(0, -3)}y`, stem];
  if (/(?:[sxz]|[cs]h|o)es$/.test(form)) return [form.slice(0, -2), stem];
  return [stem];
}

const VOWEL = /[aeiou]/;
/** One syllable of one vowel and one consonant that would be doubled. */
const CLOSED = /^[^aeiou]*[aeiouy][bdgklmnprtvcsz]$/;

const IRREGULAR: ReadonlyMap<string, string> = new Map(
  IRREGULAR_VERBS.flatMap(([base, ...forms]) =>
    forms.flatMap((row) => row.split('/').map((form) => [form, base] as const)),
  ),
);
