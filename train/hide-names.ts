import { hashCode } from '../src/language/hash.ts';
import { FLAG, type Lexeme } from '../src/language/lexeme.ts';
import type { NameContext } from '../src/language/name-features.ts';
import { UNKNOWN_KIND } from '../src/language/word-types.ts';

const UNKNOWN = hashCode(0xdeca5);

/** Share of the capitalised words of a sentence whose form is hidden, and of these those whose gazetteer entries or kind are. */
const HIDDEN = 0.5;
const UNLISTED = 0.5;

/**
 * The sentence with some of its capitalised words made unknown, as most names of unseen text are: so that training cannot lean on
 * the names that it has seen alone, but learns from shapes, neighbours and the rest of the document too.
 */
export function hideNames(context: NameContext, random: () => number): NameContext {
  const words = [...context.words];
  const single = Int32Array.from(context.single);
  const several = Int32Array.from(context.several);
  const kinds = Int32Array.from(context.kinds);
  for (let i = 0; i < words.length; i++) {
    const word = words[i]!;
    if ((word.flags & FLAG.capital) === 0 || random() >= HIDDEN) continue;
    words[i] = unknownLike(word);
    if (random() < UNLISTED) single[i] = several[i] = 0;
    if (random() < UNLISTED) kinds[i] = UNKNOWN_KIND;
  }
  return { ...context, words, single, several, kinds };
}

function unknownLike(word: Lexeme): Lexeme {
  const known = hashCode(0x51ed0 + (word.flags & 7));
  return {
    ...word,
    word: UNKNOWN,
    lower: UNKNOWN,
    prefix4: UNKNOWN,
    suffix4: UNKNOWN,
    cluster: known,
    coarse: known,
  };
}
