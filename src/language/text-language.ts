/** The commonest function words of a language that hardly occur in the others of this table. */
const WORDS: Readonly<Record<string, string>> = {
  en: 'the of and to that is was for with his on it by are this be from have has which were been who will their would',
  de: 'der die und das den von zu mit sich des auf für ist im dem nicht ein eine als auch es werden aus hat',
  fr: 'le les des et est que une dans qui pour pas sur au avec sont plus par ce cette ont été aux mais',
  es: 'el los las que y una por con para del se su como más al pero sus ha fue este está',
  pt: 'os que não uma com para dos mais como mas ao ele das tem seu sua ou quando muito nos já também foi',
  it: 'il che di non una per sono con gli della è più anche dei nel alla ha dal delle come ma',
  nl: 'het een van en dat op te zijn met voor niet aan er om ook als dan maar bij nog uit naar door',
  sv: 'och att det som en på är av för med till den har inte om ett han men var sig så',
  da: 'og at det som en på er af for med til den har ikke om et han men var sig så blev',
  no: 'og at det som en på er av for med til den har ikke om et han men var seg så ble',
  pl: 'i w nie na się z do to że jest o jak od po co dla przez ale czy już',
  tr: 've bir bu da de için ile olarak çok daha olan gibi kadar sonra ancak en ne o',
  id: 'yang dan di dengan untuk ini dari dalam pada itu tidak akan juga oleh ke sebagai bahwa',
};

const SETS = Object.entries(WORDS).map(([code, words]) => [code, new Set(words.split(' '))] as const);

/** The language whose function words the text uses most, or null when it uses none enough. */
export function textLanguage(text: string): string | null {
  const words =
    text
      .slice(0, 6000)
      .toLowerCase()
      .match(/[\p{L}]+/gu) ?? [];
  if (words.length < 20) return null;
  let best: string | null = null;
  let bestCount = 0;
  for (const [code, set] of SETS) {
    let count = 0;
    for (const word of words) if (set.has(word)) count++;
    if (count > bestCount) {
      best = code;
      bestCount = count;
    }
  }
  return bestCount >= words.length * 0.1 ? best : null;
}
