import { GAZETTEER, gazetteerBits } from './gazetteer.ts';
import type { TypeScores } from './name-type.ts';
import { CAPITALS, type Words } from './words.ts';

/** What a result says: a town's name stands for its club there. */
const CLUB = 7;

const BEATS =
  /^(?:beat|beats|defeated|thrashed|hammered|edged|crushed|overcame|downed|trounced|routed|held|host|hosted|visit|visited|face|faced)$/;
const RIVAL =
  /^(?:to|with|against|over|past|at|beat|beats|defeated|thrashed|hammered|edged|crushed|overcame|downed|trounced|routed|host|hosted|visit|visited|face|faced)$/;
const PLAYS =
  /^(?:beat|beats|defeated|thrashed|hammered|edged|crushed|overcame|downed|trounced|routed|lost|drew|won|led|trailed|equalised|equalized|scored)$/;
/** What is said of team games alone. */
const GAME =
  /^(?:penalties|half-time|halftime|extra-time|equaliser|equalizer|kick-off|kickoff|relegation|hat-trick|touchdown|touchdowns|goalkeeper|midfielder|striker|full-time|shootout)$/;
const MOST_GOALS = 150;
/** Countries and states play under their own names and stay places. */
const TEAM_OF_ITS_OWN = GAZETTEER.country | GAZETTEER.state | GAZETTEER.region | GAZETTEER.demonym;

/** Adds what speaks for a club: the name won or lost in a sentence that gives one result or speaks of a team game. */
export function addClubContext(scores: TypeScores, words: Words, first: number, last: number): void {
  if (last - first > 1 || words.capitals[first] !== CAPITALS.initial) return;
  if (gazetteerBits(words.folded[first]!) & TEAM_OF_ITS_OWN) return;
  const before = words.isFirst(first) ? '' : words.folded[first - 1]!;
  const after = last < words.length && !words.isFirst(last) ? words.folded[last]! : '';
  const plays = PLAYS.test(after);
  const rival = RIVAL.test(before) && (BEATS.test(before) || playsBefore(words, first));
  if ((plays || rival) && isTeamGame(words, words.sentence[first]!)) scores.ORGANIZATION += CLUB;
}

/** "lost 3-1 to", "drew with", "won at": the verb a few words before. */
function playsBefore(words: Words, first: number): boolean {
  for (let i = first - 2; i >= Math.max(words.table.first(words.sentence[first]!), first - 7); i--)
    if (PLAYS.test(words.folded[i]!) || words.folded[i] === 'draw' || words.folded[i] === 'win') return true;
  return false;
}

/** One result ("3-2") or the words of a team game; several results are sets of tennis. */
function isTeamGame(words: Words, sentence: number): boolean {
  let results = 0;
  let game = false;
  for (let i = words.table.first(sentence); i < words.table.end(sentence); i++) {
    if (GAME.test(words.folded[i]!)) game = true;
    if (isResult(words, i)) results++;
  }
  return results === 1 || (game && results === 0);
}

function isResult(words: Words, token: number): boolean {
  const goals = (at: number): boolean =>
    /^\d{1,3}$/.test(words.word(at)) && Number(words.word(at)) <= MOST_GOALS;
  return (
    token + 2 < words.length &&
    goals(token) &&
    /^[-–]$/.test(words.word(token + 1)) &&
    words.joined(token) &&
    words.joined(token + 1) &&
    goals(token + 2)
  );
}
