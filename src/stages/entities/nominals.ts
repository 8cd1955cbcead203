import { UPOS_CODE } from '../../core/labels.ts';
import { PLACE_NOUNS } from '../../lexicon/person-nouns.ts';
import { wordTable } from '../../lexicon/word-table.ts';
import { canonicalPlace, countryOfDemonym, GAZETTEER, gazetteerBits } from './gazetteer.ts';
import { isCompanySuffix, isHonorific, isOffice, isTitleModifier, type NameForm } from './name-form.ts';
import { isOrganizationNoun } from './organization-nouns.ts';
import { headOf, isRoleNoun, qualifiersOf, type Role } from './roles.ts';
import { CAPITALS, type Words } from './words.ts';

const placeNouns = new Set(PLACE_NOUNS);

const KIN =
  /^(?:aunt|boyfriend|bride|brother|cousin|daughter|father|girlfriend|grand(?:daughter|father|mother|son)|groom|husband|mother|nephew|niece|parent|sister|son|step(?:father|mother|son|daughter)|uncle|widow|widower|wife)$/;

/** A definite description: "the Colombian president", "the agency". */
export interface Nominal {
  readonly first: number;
  readonly last: number;
  readonly head: string;
  readonly headToken: number;
  readonly kind: 'person' | 'organization' | 'place';
  readonly qualifiers: readonly string[];
}

/**
 * The definite description that begins at a determiner, null when the phrase is none, goes on ("of", "who") or names
 * something itself.
 * @param named true for tokens inside names
 */
export function nominalAt(words: Words, token: number, named: Uint8Array): Nominal | null {
  const determiner = words.folded[token]!;
  if (determiner !== 'the' && determiner !== 'this' && determiner !== 'that') return null;
  const { upos } = words.table.columns;
  const sentence = words.sentence[token]!;
  let end = token + 1;
  while (end < words.length && words.sentence[end] === sentence && end - token < 8) {
    const tag = upos[end]!;
    const inside =
      tag === UPOS_CODE.NOUN ||
      tag === UPOS_CODE.ADJ ||
      tag === UPOS_CODE.PROPN ||
      named[end] === 1 ||
      /^(?:-|['’]s?)$/.test(words.word(end));
    if (!inside) break;
    end++;
  }
  while (end > token + 1 && /^(?:-|['’]s?)$/.test(words.word(end - 1))) end--;
  const last = end - 1;
  if (last <= token || named[last] === 1) return null;
  if (
    upos[last] !== UPOS_CODE.NOUN &&
    !(
      upos[last] === UPOS_CODE.PROPN &&
      (isOffice(words.folded[last]!) || words.capitals[last] === CAPITALS.none)
    )
  )
    return null;
  // "the president of Chile" is not the president of before; "the company that" is told apart by its clause.
  const next = words.folded[end] ?? '';
  if (
    words.sentence[end] === sentence &&
    /^(?:of|for|who|that|which|whose|where|at|in)$/.test(next) &&
    !/^(?:in|at|that)$/.test(next)
  )
    return null;
  if (words.sentence[end] === sentence && named[end] === 1) return null;
  const head = headOf(words, token + 1, end);
  const noun = words.folded[head]!;
  // "the minister's late uncle" is told by whose he is.
  if (KIN.test(noun)) return null;
  const kind = isOrganizationNoun(noun)
    ? 'organization'
    : placeNouns.has(noun)
      ? 'place'
      : isRoleNoun(noun) && !isHonorific(noun)
        ? 'person'
        : null;
  if (kind === null) return null;
  return {
    first: token,
    last: end,
    head: noun,
    headToken: head,
    kind,
    qualifiers: qualifiersOf(words, token + 1, end, head),
  };
}

/** What a word of a description or role says, in one form: countries for their demonyms and other names. */
function meaning(word: string): string {
  return countryOfDemonym(word) ?? canonicalPlace(word);
}

/** The description fits the role: the same head, and nothing that the role does not say. */
export function fitsRole(nominal: Nominal, role: Role): boolean {
  if (nominal.head !== role.head) return false;
  const said = new Set(role.qualifiers.map(meaning));
  return nominal.qualifiers.every((word) => said.has(meaning(word)) || isTitleModifier(word));
}

const SYNONYMS = wordTable<readonly string[]>({
  administration: ['agency'],
  agency: ['agency', 'bureau'],
  airline: ['airline', 'carrier', 'company'],
  airlines: ['airline', 'carrier', 'company'],
  airways: ['airline', 'carrier', 'company'],
  army: ['army', 'force', 'group', 'militia'],
  association: ['association', 'group', 'organization', 'organisation'],
  authority: ['authority', 'agency'],
  bank: ['bank', 'lender', 'company'],
  brotherhood: ['brotherhood', 'group', 'organization', 'organisation'],
  bureau: ['bureau', 'agency'],
  cartel: ['cartel', 'gang', 'group', 'organization'],
  church: ['church'],
  club: ['club', 'team', 'side'],
  college: ['college', 'school'],
  commission: ['commission', 'panel', 'agency'],
  committee: ['committee', 'panel'],
  company: ['company', 'firm'],
  corporation: ['corporation', 'company'],
  council: ['council'],
  court: ['court'],
  department: ['department', 'agency'],
  federation: ['federation'],
  force: ['force'],
  foundation: ['foundation', 'charity', 'organization', 'organisation', 'group'],
  front: ['front', 'group', 'movement'],
  gazette: ['newspaper', 'paper'],
  guardian: ['newspaper', 'paper'],
  herald: ['newspaper', 'paper'],
  institute: ['institute', 'think-tank'],
  journal: ['newspaper', 'paper', 'journal'],
  ministry: ['ministry'],
  movement: ['movement', 'group'],
  museum: ['museum'],
  news: ['network', 'broadcaster', 'outlet', 'site'],
  organization: ['organization', 'group', 'body'],
  parliament: ['parliament'],
  party: ['party'],
  police: ['police', 'force'],
  post: ['newspaper', 'paper'],
  school: ['school'],
  service: ['service', 'agency'],
  society: ['society', 'group'],
  team: ['team'],
  telegraph: ['newspaper', 'paper'],
  times: ['newspaper', 'paper'],
  tribune: ['newspaper', 'paper'],
  union: ['union'],
  university: ['university', 'school'],
});

/** Nouns that can stand for an organisation, by the words of its names. */
export function organizationNounsOf(form: NameForm, surface: string): string[] {
  const nouns = form.words.flatMap((word) => SYNONYMS[word] ?? (isOrganizationNoun(word) ? [word] : []));
  const last = surface.split(/\s+/).pop()!.replace(/\./g, '').toLowerCase();
  if (isCompanySuffix(last)) nouns.push('company', 'firm', last === 'group' ? 'group' : 'company');
  return nouns;
}

/** The noun of the description can stand for the place. */
export function placeNounFits(noun: string, form: NameForm): boolean {
  const bits = gazetteerBits(form.key);
  if (/^(?:country|nation|republic|kingdom)$/.test(noun)) return (bits & GAZETTEER.country) !== 0;
  if (/^(?:state|province|territory)$/.test(noun)) return (bits & GAZETTEER.state) !== 0;
  if (/^(?:city|town|metropolis|village|capital|municipality)$/.test(noun))
    return (
      (bits & (GAZETTEER.country | GAZETTEER.state)) === 0 &&
      ((bits & GAZETTEER.city) !== 0 || noun === 'town' || noun === 'village')
    );
  if (/^(?:continent)$/.test(noun))
    return /^(?:africa|asia|europe|north america|south america|australia|antarctica)$/.test(form.key);
  return form.words.includes(noun);
}
