import type { EntityType, NameSpan } from '../../core/layers.ts';
import type { Span } from '../../core/span.ts';
import { fold } from './fold.ts';
import { GIVEN_NAME, gazetteerBits } from './gazetteer.ts';
import { SPECIAL_NAME_RULES } from './special-names.rules.ts';
import { CAPITALS, type Words } from './words.ts';

const SMALL =
  /^(?:a|an|and|as|at|but|by|de|del|du|el|for|from|in|into|la|le|los|nor|of|on|or|over|the|to|up|vs?|with|without)$/;

/** Confidence of a name that its form or the noun beside it explains. */
const CONFIDENCE = 0.9;

/** The names with those that the rules find in the place of what overlaps them; sorted, not overlapping. */
export function addSpecialNames(words: Words, names: readonly NameSpan[]): NameSpan[] {
  const special = findSpecialNames(words);
  if (special.length === 0) return [...names];
  const storms = new Map<string, Found>();
  for (const name of special)
    if (name.rule === 'entities/storm')
      storms.set(words.text.slice(name.start, name.end).split(' ').pop()!, name);
  if (storms.size > 0) recallStorms(words, storms, special);
  const kept = names.filter((name) => !overlaps(special, name));
  return [...kept, ...special.filter(isName)].sort((a, b) => a.start - b.start);
}

/** What a rule found; `type` is null where it is no name. */
interface Found extends Omit<NameSpan, 'type'> {
  readonly type: EntityType | null;
}

function isName(found: Found): found is NameSpan {
  return found.type !== null;
}

/** A storm is called by its own name alone from its second mention on. */
function recallStorms(words: Words, storms: ReadonlyMap<string, Found>, special: Found[]): void {
  for (let i = 0; i < words.length; i++) {
    const storm = storms.get(words.word(i));
    if (storm === undefined) continue;
    const span = { ...storm, start: words.start(i), end: words.end(i), rule: 'entities/storm-again' };
    const next = words.isFirst(i + 1) ? CAPITALS.none : words.capitals[i + 1];
    if (next !== CAPITALS.initial && !overlaps(special, span)) special.push(span);
  }
}

function findSpecialNames(words: Words): Found[] {
  const found: Found[] = [];
  const known = new Map<string, Found>();
  const add = (span: Found): void => {
    if (overlaps(found, span)) return;
    found.push(span);
    if (span.type !== null) known.set(words.text.slice(span.start, span.end), span);
  };
  words.sentences.forEach(({ start, end }, s) => {
    if (words.shouting[s]) return;
    for (const name of specialNamesOf(words.text.slice(start, end)))
      add({ ...name, start: start + name.start, end: start + name.end });
  });
  // Again: works where they are quoted, the others in headlines.
  words.sentences.forEach(({ start, end }, s) => {
    const sentence = words.text.slice(start, end);
    for (const [name, span] of known) {
      const work = span.type === 'WORK';
      if (!work && !words.shouting[s]) continue;
      for (let at = sentence.indexOf(name); at >= 0; at = sentence.indexOf(name, at + name.length))
        if (!work || isQuoted(sentence, at, at + name.length))
          add({ ...span, start: start + at, end: start + at + name.length });
    }
  });
  return found;
}

function isQuoted(sentence: string, start: number, end: number): boolean {
  return /["“‘']$/.test(sentence.slice(0, start)) && /^[,.]?["”’']/.test(sentence.slice(end, end + 2));
}

/** What the rules find in a sentence; offsets into it. */
export function specialNamesOf(sentence: string): Found[] {
  const found: Found[] = [];
  for (const { id, type, pattern, titleCase, givenName } of SPECIAL_NAME_RULES)
    for (const match of sentence.matchAll(pattern)) {
      const name = match[1] ?? match[2]!;
      if (titleCase === true && !isTitleCase(name)) continue;
      if (givenName === true && (gazetteerBits(fold(name.split(' ')[0]!)) & GIVEN_NAME) === 0) continue;
      const start = match.index + match[0].indexOf(name);
      const span = { start, end: start + name.length, type, confidence: CONFIDENCE, rule: `entities/${id}` };
      if (!overlaps(found, span)) found.push(span);
    }
  return found;
}

function overlaps(found: readonly Span[], span: Span): boolean {
  return found.some((other) => other.start < span.end && span.start < other.end);
}

function isTitleCase(title: string): boolean {
  return title
    .split(/[\s:–—-]+/)
    .filter((word) => /[\p{L}\p{N}]/u.test(word))
    .every((word, i) => /^[^\p{L}\p{N}]*[\p{Lu}\p{N}]/u.test(word) || (i > 0 && SMALL.test(word)));
}
