import { jaroWinklerSimilarity, withinOneEdit } from '../../language/string-distance.ts';
import { wordTable } from '../../lexicon/word-table.ts';
import { type Gender, givenNameGender, isParticle, type NameForm } from './name-form.ts';

/** Short forms of given names that do not begin the long form. Common English usage. */
const SHORT_NAMES = wordTable<readonly string[]>({
  abe: ['abraham'],
  al: ['albert', 'alfred', 'alan', 'allen', 'alexander'],
  andy: ['andrew'],
  beth: ['elizabeth'],
  bill: ['william'],
  billy: ['william'],
  bob: ['robert'],
  bobby: ['robert'],
  chuck: ['charles'],
  dick: ['richard'],
  drew: ['andrew'],
  hank: ['henry'],
  harry: ['harold', 'henry'],
  jack: ['john'],
  jake: ['jacob'],
  jim: ['james'],
  jimmy: ['james'],
  joe: ['joseph'],
  johnny: ['john'],
  kate: ['katherine', 'catherine', 'kathryn'],
  larry: ['lawrence', 'laurence'],
  liz: ['elizabeth'],
  maggie: ['margaret'],
  meg: ['margaret'],
  mike: ['michael'],
  ned: ['edward'],
  nick: ['nicholas'],
  peggy: ['margaret'],
  rick: ['richard'],
  sasha: ['alexander', 'alexandra'],
  steve: ['steven', 'stephen'],
  ted: ['edward', 'theodore'],
  tony: ['anthony', 'antonio'],
});

/** Family names that stand first, of languages where they do (Chinese, Korean, Vietnamese, Hungarian not). */
const FAMILY_FIRST = new Set(
  'bai ban cao chen cheng chiang choi chung cui dang deng ding dong duong fan fang feng fu gao gong gu guo han he ho hoang hong hu huang hwang jang jeong jiang jin jung kang kim kong kwon le lee lei li liang lim lin liu lu luo ma mao meng moon ngo nguyen oh pak pan park peng pham phan qian qin ryu seo shen shi shin son song su suh sun tan tang thein tian tran tsai vu wan wang wei wen wu xi xia xiao xie xu xue yan yang yao ye yi yoon yu yuan yun zeng zhang zhao zheng zhong zhou zhu zou'.split(
    ' ',
  ),
);

export function isFamilyFirst(words: readonly string[]): boolean {
  return FAMILY_FIRST.has(words[0]!) && givenNameGender(words[0]!) === null
    ? true
    : FAMILY_FIRST.has(words[0]!) && words.length >= 2 && givenNameGender(words[1]!) === null;
}

function givenNamesAgree(a: string, b: string): boolean {
  if (a === b) return true;
  if (a.length === 1 || b.length === 1) return a[0] === b[0];
  if (a.length > b.length) [a, b] = [b, a];
  if (a.length >= 3 && b.startsWith(a)) return true;
  if (SHORT_NAMES[a]?.includes(b)) return true;
  return a.length >= 4 && a[0] === b[0] && withinOneEdit(a, b);
}

/** Two full names (given name and surname each) can be one person's. */
export function fullNamesAgree(a: readonly string[], b: readonly string[]): boolean {
  const lastA = a[a.length - 1]!;
  const lastB = b[b.length - 1]!;
  if (!spellingsAgree(lastA, lastB)) return false;
  if (!givenNamesAgree(a[0]!, b[0]!)) return false;
  // A middle name of one may be missing in the other; two different ones are two people.
  const middleA = a.slice(1, -1).filter((word) => !isParticle(word));
  const middleB = b.slice(1, -1).filter((word) => !isParticle(word));
  if (middleA.length === 0 || middleB.length === 0) return lastA === lastB || a[0] === b[0];
  return middleA.some((x) => middleB.some((y) => givenNamesAgree(x, y)));
}

/** One spelling of the other: an edit apart in a word of five letters or more, with the same first letter. */
export function spellingsAgree(a: string, b: string): boolean {
  if (a === b) return true;
  if (a.length < 5 || b.length < 5 || a[0] !== b[0]) return false;
  return withinOneEdit(a, b) && jaroWinklerSimilarity(a, b) >= 0.94;
}

/**
 * How well a shorter name fits as part of a full one: 4 its end (surname), 3 its beginning of several words or a
 * family name that stands first, 2 a surname of several inside it, 1 the given name alone, 0 not at all.
 */
export function partRank(short: readonly string[], full: readonly string[]): number {
  const k = short.length;
  if (k >= full.length) return 0;
  const offset = full.length - k;
  if (short.every((word, i) => word === full[offset + i])) return isFamilyFirst(full) && k === 1 ? 2 : 4;
  if (short.every((word, i) => word === full[i])) return k > 1 || isFamilyFirst(full) ? 4 : 1;
  for (let from = 1; from < offset; from++)
    if (short.every((word, i) => word === full[from + i]))
      return short.some((word) => word.length < 3) ? 0 : 2;
  if (k === 1 && spellingsAgree(short[0]!, full[full.length - 1]!)) return 2;
  // "J. Smith" and "Smith-Jones": initials and the first part of a double surname.
  if (k === 1 && full[full.length - 1]!.split('-').includes(short[0]!)) return 2;
  return 0;
}

export function gendersAgree(a: Gender | null, b: Gender | null): boolean {
  return a === null || b === null || a === b;
}

/** The words are a full name of a person: two or more, not just an initial and a particle. */
export function isFullName(form: NameForm): boolean {
  return form.type === 'PERSON' && form.words.length >= 2;
}
