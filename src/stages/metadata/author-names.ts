/** Words that say what a person is or does; a name part that holds one is cut off. */
const ROLE =
  /\b(?:staff|writer|reporter|editors?|editorial|correspondent|contributors?|columnist|journalist|producer|photographer|bureau|chief|team|desk|newsroom|news|media|press|agency|associated|reuters|afp|agencies|wire|service|services|times|post|magazine|network|tv|radio|online|digital|admin|administrator|guest|special|senior|associate|assistant|managing|executive|director|president|ceo|founder|professor|analyst|university|institute|inc|ltd|llc|company|corporation|group|foundation|department|office|board|intern|freelance|freelancer|published|updated|posted|opinion|sports?|politics|author|authors|byline|view|profile|posts?|follow|twitter|email|contact|website|com|www|http|https|hours?|minutes?|days?|ago|read|min)\b/i;

const LEAD =
  /^(?:(?:written|posted|published|reported|story|article|words|report|edited|reviewed|text|photos?|submitted|authored|created|compiled|interview|opinion|analysis)\s+)?(?:by|from|author|authors|reporter)\b\s*[:|-]?\s*|^(?:author|authors|von|par|por|di|door|av|af|tekst|text)\s*[:|]\s*/i;

const MONTHISH = /\b(?:jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec)[a-z]*\.?\s+\d|\d{4}|\d{1,2}:\d{2}/i;

/**
 * The people a byline names: lead words, roles, agencies, addresses and dates are cut away, several names are told
 * apart at commas, `and`, `&`, bars and semicolons. Names in capitals are written in title case.
 */
export function authorNames(byline: string): string[] {
  const names: string[] = [];
  let text = byline.slice(0, 400).replace(/\s+/g, ' ').trim();
  for (let cut = text.replace(LEAD, ''); cut !== text; cut = text.replace(LEAD, '')) text = cut.trim();
  text = text.replace(/\([^)]{0,80}\)/g, ' , ').replace(/\S+@\S+|@\w+|https?:\/\/\S+/g, ' , ');
  for (const part of text.split(
    /\s*(?:[,;|•·\n/]|\s&\s|\s[-–—]\s|\b(?:and|AND|und|y|et|with|With|for|in|at)\b(?=\s\S))\s*/,
  )) {
    const name = personName(part);
    if (name !== null && !names.some((known) => sameName(known, name))) names.push(name);
  }
  return names;
}

/** The part as a person's name, or null when it does not look like one. */
export function personName(part: string): string | null {
  let name = part
    .replace(LEAD, '')
    .replace(/^[^\p{L}]+|[^\p{L}.)]+$/gu, '')
    .trim();
  if (/^(?:dr|prof|mr|mrs|ms|sir|dame|rev)\.?\s/i.test(name)) name = name.replace(/^\S+\s/, '');
  if (name.length < 3 || name.length > 50 || ROLE.test(name) || MONTHISH.test(name)) return null;
  const words = name.split(' ');
  if (words.length < 2 || words.length > 5) return null;
  if (
    !words.every(
      (word) =>
        /^(?:[\p{Lu}][\p{L}'’.-]*|(?:de|da|di|du|del|der|den|van|von|la|le|bin|ibn|al|el|dos|das|ten|ter|zu|af|y|e|i)|[\p{Lo}]+)$/u.test(
          word,
        ) || /^(?:d'|o'|al-|el-)/i.test(word),
    )
  )
    return /^\p{Ll}/u.test(name) && words.length <= 3 && words.every((word) => /^\p{Ll}+$/u.test(word))
      ? null
      : null;
  return words.some((word) => /\p{Ll}/u.test(word)) || !/\p{Lu}{3}/u.test(name) ? name : titleCase(name);
}

function titleCase(name: string): string {
  return name
    .toLowerCase()
    .replace(/(?<![\p{L}’'])\p{L}|(?<=\b(?:mc|o['’]))\p{L}|(?<=-)\p{L}/gu, (c) => c.toUpperCase());
}

export function sameName(a: string, b: string): boolean {
  return nameKey(a) === nameKey(b);
}

function nameKey(name: string): string {
  return name
    .normalize('NFD')
    .replace(/[^\p{L}]+/gu, '')
    .toLowerCase();
}
