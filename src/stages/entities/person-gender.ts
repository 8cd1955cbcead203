import { FEMALE_NOUNS, MALE_NOUNS } from '../../lexicon/person-nouns.ts';
import { FEMALE_HONORIFICS, MALE_HONORIFICS } from '../../lexicon/person-titles.ts';
import { type Gender, isHonorific, isOffice, isTitleModifier } from './name-form.ts';
import type { Words } from './words.ts';

const male = new Set([...MALE_HONORIFICS, ...MALE_NOUNS]);
const female = new Set([...FEMALE_HONORIFICS, ...FEMALE_NOUNS]);

/** Tokens of a title that are looked at. */
const REACH = 4;

/** The gender that the title right before a name tells: "Mrs. Gil", "Mrs Justice Gil", "Queen Ana"; null when none does. */
export function genderOfTitle(words: Words, first: number): Gender | null {
  const sentence = words.sentence[first];
  for (let i = first - 1; i >= Math.max(0, first - REACH) && words.sentence[i] === sentence; i--) {
    const word = words.folded[i]!;
    if (female.has(word)) return 'female';
    if (male.has(word)) return 'male';
    if (!isHonorific(word) && !isOffice(word) && !isTitleModifier(word)) return null;
  }
  return null;
}
