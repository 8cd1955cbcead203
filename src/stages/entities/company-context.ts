import type { TypeScores } from './name-type.ts';
import type { Words } from './words.ts';

/** What words say that are only said of companies: as much as a noun that describes the name. */
const SAID_OF_COMPANIES = 4;

/** "Shares of Norvia", "investors in Norvia", "customers of Norvia". */
const HELD_OF = /^(?:shares?|stock|shareholders?|subsidiary|customers?|employees)$/;
const HELD_IN = /^(?:shares?|stakes?|stock|investors?|investments?|holding|holdings|interest)$/;
const PRICE_MOVES =
  /^(?:rose|rises|fell|falls|gained|gains|dropped|drops|slid|slides|jumped|jumps|climbed|climbs|tumbled|plunged|surged|soared|sank|slipped|shed|added|lost|rallied|traded|trades)$/;
const PERCENT = /^(?:%|percent|per)$/;
const REPORTS = /^(?:reports|reported|posts|posted|books|booked|records|recorded|forecasts|forecast|swung)$/;
/** What only companies report: "a loss", "record quarterly profit". */
const RESULT =
  /^(?:earnings|loss|losses|profit|profits|revenue|revenues|sales|turnover|ebitda|dividend|shipments|deliveries)$/;
const EMPLOYS = /^(?:employs|employed|manufactures|manufactured)$/;
const RAISES = /^(?:raised|raises)$/;

/** Words after the verb in which its object is looked for. */
const REACH = 6;

/** Adds what speaks for a company: its shares, its results, its workers. */
export function addCompanyContext(scores: TypeScores, words: Words, first: number, last: number): void {
  const holder = first >= 2 && !words.isFirst(first) ? words.folded[first - 2]! : '';
  const link = first >= 1 && !words.isFirst(first) ? words.folded[first - 1]! : '';
  if ((link === 'of' && HELD_OF.test(holder)) || (link === 'in' && HELD_IN.test(holder)))
    scores.ORGANIZATION += SAID_OF_COMPANIES;
  const verb = verbAfter(words, last);
  if (verb < 0) return;
  const said = words.folded[verb]!;
  const end = Math.min(words.table.end(words.sentence[verb]!), verb + 1 + REACH);
  const follows = (test: (word: string) => boolean): boolean => {
    for (let i = verb + 1; i < end && !/^[,.;:]$/.test(words.word(i)); i++)
      if (test(words.folded[i]!)) return true;
    return false;
  };
  if (
    EMPLOYS.test(said) ||
    (PRICE_MOVES.test(said) && isAmount(words, verb + 1, end)) ||
    (REPORTS.test(said) && follows((word) => RESULT.test(word))) ||
    (RAISES.test(said) && follows((word) => /^[$€£¥]/.test(word)))
  )
    scores.ORGANIZATION += SAID_OF_COMPANIES;
}

/** "3%", "3.5 percent", "as much as 3%". */
function isAmount(words: Words, from: number, end: number): boolean {
  for (let i = from; i + 1 < end; i++)
    if (/^\d/.test(words.word(i))) return PERCENT.test(words.folded[i + 1]!);
  return false;
}

/** The verb right after the name, or after "has", "had", "also"; -1 where its sentence ends. */
function verbAfter(words: Words, last: number): number {
  let verb = last;
  while (
    verb < words.length &&
    !words.isFirst(verb) &&
    /^(?:has|have|had|also|already)$/.test(words.folded[verb]!)
  )
    verb++;
  return verb >= words.length || words.isFirst(verb) ? -1 : verb;
}
