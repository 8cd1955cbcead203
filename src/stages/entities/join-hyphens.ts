import { GAZETTEER, gazetteerBits, PLACE_NAME } from './gazetteer.ts';
import type { Candidate } from './merge-tagger.ts';
import { CAPITALS, type Words } from './words.ts';

/** Confidence of a person whose given name is written in two halves. */
const SURE = 0.95;

/** What alone stands before a hyphen that is no part of the name: "Israel-Hamas", "US-led". */
const APART = PLACE_NAME | GAZETTEER.organization | GAZETTEER.demonym;

/**
 * Joins the halves of a double name that were found apart or of which only one was found ("Ana Lind" and "Moreau" of "Ana
 * Lind-Moreau"); not two that are named apart elsewhere ("the Reed-Novak debate").
 */
export function joinHyphens(words: Words, names: readonly Candidate[]): Candidate[] {
  const apart = new Set<string>();
  for (const { first, last } of names)
    if (!isHyphen(words, first - 1) && !isHyphen(words, last)) apart.add(words.folded[last - 1]!);
  const alone = (token: number): boolean => apart.has(words.folded[token]!);
  const out: Candidate[] = [];
  for (let n = 0; n < names.length; n++) {
    const name = withLeftHalf(words, names[n]!);
    // The first half may have been found as a name of its own.
    while (out.length > 0 && out[out.length - 1]!.last > name.first) out.pop();
    const next = names[n + 1];
    const hyphen = name.last;
    if (isPairOfPlaces(words, name)) {
      const half = { ...name, tagged: null };
      out.push({ ...half, last: name.first + 1 }, { ...half, first: name.first + 2, title: name.first + 2 });
      continue;
    }
    if (!isHyphen(words, hyphen) || !isPart(words, hyphen - 1) || !isPart(words, hyphen + 1)) {
      out.push(name);
      continue;
    }
    const found = next !== undefined && next.first === hyphen + 1;
    const person = name.tagged?.type === 'PERSON' && (!found || next.tagged?.type === 'PERSON');
    const place =
      found &&
      name.tagged !== null &&
      name.tagged.type !== 'PERSON' &&
      next.tagged?.type === name.tagged.type;
    if ((person || place) && !(alone(hyphen - 1) && alone(hyphen + 1))) {
      out.push({ ...name, last: found ? next.last : hyphen + 2 });
      if (found) n++;
    } else out.push(name);
  }
  return out;
}

/** "Israel-Lebanon" in "the Israel-Lebanon border". */
function isPairOfPlaces(words: Words, { first, last }: Candidate): boolean {
  return (
    last - first === 3 &&
    isHyphen(words, first + 1) &&
    (gazetteerBits(words.folded[first]!) & PLACE_NAME) !== 0 &&
    (gazetteerBits(words.folded[first + 2]!) & PLACE_NAME) !== 0
  );
}

/** "Jae-won Park" for "Park": a given name whose second half is in lower case. */
function withLeftHalf(words: Words, name: Candidate): Candidate {
  const half = name.first - 1;
  const first = half - 2;
  const { tagged } = name;
  const joins =
    tagged !== null &&
    name.last - name.first === 1 &&
    first >= 0 &&
    words.sentence[first] === words.sentence[name.first] &&
    isHyphen(words, half - 1) &&
    /^\p{Ll}{2,6}$/u.test(words.word(half)) &&
    (gazetteerBits(words.folded[half]!) & GAZETTEER.common) === 0 &&
    isPart(words, first);
  if (!joins) return name;
  return {
    ...name,
    first,
    title: Math.min(name.title, first),
    tagged: { ...tagged, type: 'PERSON', confidence: SURE },
  };
}

function isHyphen(words: Words, token: number): boolean {
  if (token <= 0 || token >= words.length) return false;
  return /^[-‐‑]$/.test(words.word(token)) && words.joined(token - 1) && words.joined(token);
}

function isPart(words: Words, token: number): boolean {
  return words.capitals[token] === CAPITALS.initial && (gazetteerBits(words.folded[token]!) & APART) === 0;
}
