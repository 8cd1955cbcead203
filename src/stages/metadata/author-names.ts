/** Words that no person is named by: what a person is or does, and what organisations are called. */
const ROLE =
  /\b(?:staff|writers?|reporters?|editors?|editorial|correspondents?|contributors?|columnists?|journalists?|producers?|photographers?|bureau|team|desk|newsroom|news|media|agency|agencies|associated|reuters|afp|afprelaxnews|bloomberg|newswire|wire|services?|times|magazine|network|channel|tv|radio|online|digital|admin|administrator|managing|executive|director|president|ceo|cfo|cto|founder|professor|analyst|university|institute|college|school|inc|ltd|llc|company|corporation|group|foundation|department|office|editorial board|freelance|freelancer|published|updated|posted|opinion|politics|specialists?|reviewers?|reviewed|consultants?|strategists?|managers?|marketing|strategy|development|expert|guest|blog|blogger|jobs|details|tba|submissions|authors?|byline|view|profile|follow|twitter|facebook|email|e-mail|contact|website|com|www|http|https|redazione|redaktion|am|pm|est|edt|ist|gmt|pst|pdt|link|copied|copy|share|more|about|latest|stories|articles|this|our|your|the|his|her|their|but|and|or|is|are|has|covers|getty|images)\b/i;

const LEAD =
  /^(?:(?:written|posted|published|reported|story|article|words|report|edited|reviewed|text|photos?|submitted|authored|created|compiled|interview|opinion|analysis)\s+)?(?:by|from|author|authors|reporter)\b\s*[:|-]?\s*|^(?:author|authors|von|par|por|di|door|av|af|tekst|text)\s*[:|]\s*/i;

const MONTHISH = /\b(?:jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec)[a-z]*\.?\s+\d|\d/i;

/** The date that follows a name: `Jane Doe October 3`, `Jane Doe 3 Oct`, `Jane Doe Oct. 2031`. */
const DATE =
  /\s(?:\d{1,2}(?:st|nd|rd|th)?\.?\s)?(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?,?\s\d{1,4}(?!\p{L})|\s\d{1,2}(?:st|nd|rd|th)?\.?\s(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\b/giu;

/** What markup sets beside a name and flattening glues to it: `Jane DoeDecember 3`, `Jane DoePublished`, `ByJane Doe`. */
const GLUED =
  /(?<=\p{Ll})(?=(?:January|February|March|April|May|June|July|August|September|October|November|December|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\.?\s?\d|(?:Published|Posted|Updated|Writer|Editor|Reporter|Contributor|Staff|Featured)(?!\p{Ll}))|(?<=^By)(?=\p{Lu}\p{Ll})/gu;

/** Agencies and degrees that follow a name without a comma. */
const TAIL =
  /\s(?:the\s)?(?:associated press|canadian press|press association|reuters|bloomberg|agence france-presse|afp|(?:[\p{L}.-]{2,20}\s){0,2}staff (?:writer|reporter)|ph\.?d\.?|m\.?d\.?|esq\.?|rdn?|ms|mph|jr\.? staff)(?=$|[\s,.])/giu;

/**
 * The people a byline names: lead words, roles, agencies, addresses and dates are cut away, several names are told
 * apart at commas, `and`, `&`, bars and semicolons. Names in capitals are written in title case.
 */
export function authorNames(byline: string): string[] {
  const names: string[] = [];
  let text = byline.slice(0, 400).replace(/\s+/g, ' ').trim().replace(GLUED, ' ');
  for (let cut = text.replace(LEAD, ''); cut !== text; cut = text.replace(LEAD, '')) text = cut.trim();
  text = text
    .replace(/\([^)]{0,80}\)/g, ' , ')
    .replace(/\S{1,64}@\S+|@\w+|https?:\/\/\S+/g, ' , ')
    .replace(DATE, ' , ')
    .replace(/\s(?:published|posted|updated|writer|editor|reporter|contributor|staff|featured)\b/giu, ' , ')
    .replace(TAIL, ' , ')
    // A byline's date begins with its weekday.
    .replace(/\s(?:mon|tues|wednes|thurs|fri|satur|sun)day\b/gi, ' , ');
  for (const part of text.split(
    /\s*(?:[,;|•·\n/]|\s&\s|\s[-–—]\s|\b(?:and|AND|und|et|with|With|for|in|at|of|from|on|posted|Posted|published|Published|updated|Updated|by|By)\b(?=\s\S))\s*/,
  )) {
    const name = personName(part);
    if (name !== null) names.push(name);
  }
  return distinctNames(names);
}

/** Each name once; of two that begin alike (`Jane Doe`, `Jane Doe City Desk`) the shorter, the rest is no name. */
export function distinctNames(names: readonly string[]): string[] {
  const kept: string[] = [];
  for (const name of names) {
    if (kept.some((known) => sameName(known, name) || name.startsWith(`${known} `))) continue;
    const longer = kept.findIndex((known) => known.startsWith(`${name} `));
    if (longer >= 0) kept[longer] = name;
    else kept.push(name);
  }
  return kept;
}

const NAME_WORD =
  /^(?:\p{Lu}[\p{L}\p{M}'’.-]*|(?:de|da|di|du|del|der|den|van|von|la|le|bin|ibn|al|el|dos|das|ten|ter|zu|af|y|e|i)|(?:d['’]|o['’]|al-|el-)\p{L}+|\p{Lo}+)$/u;

/** The part as a person's name, or null when it does not look like one. */
export function personName(part: string): string | null {
  let name = part
    .replace(LEAD, '')
    .replace(/^[^\p{L}]+|[^\p{L}.)]+$/gu, '')
    .replace(/(?<=\p{Ll}{2})\.$/u, '')
    .trim();
  if (/^(?:dr|prof|mr|mrs|ms|sir|dame|rev)\.?\s/i.test(name)) name = name.replace(/^\S+\s/, '');
  if (name.length < 3 || name.length > 50 || ROLE.test(name) || MONTHISH.test(name)) return null;
  const words = name.split(' ');
  if (words.length < 2 || words.length > 5 || !words.every((word) => NAME_WORD.test(word))) return null;
  return /\p{Ll}/u.test(name) || !/\p{Lu}{3}/u.test(name) ? name : titleCase(name);
}

function titleCase(name: string): string {
  return name
    .toLowerCase()
    .replace(/(?<![\p{L}’'])\p{L}|(?<=\b(?:mc|o['’]))\p{L}|(?<=-)\p{L}/gu, (letter) => letter.toUpperCase());
}

export function sameName(a: string, b: string): boolean {
  return nameKey(a) === nameKey(b);
}

/** A name's letters without accents, lower-case. */
export function nameKey(name: string): string {
  return name
    .normalize('NFD')
    .replace(/[^\p{L}]+/gu, '')
    .toLowerCase();
}
