import { DEPREL, DEPREL_CODE, UPOS_CODE, XPOS_CODE } from '../../core/labels.ts';
import { TokenTable } from '../../core/tokens.ts';
import { reattach } from './reattach.ts';

/** The table without the parser's slips that show in the tree itself: those of {@link mainVerbs}, then those of `REPAIRS`. */
export function repaired(text: string, tokens: TokenTable, watch?: (id: string) => void): TokenTable {
  const table = mainVerbs(tokens);
  const changes = reattach(text, table, watch).changes();
  return changes === null ? table : new TokenTable({ ...table.columns, ...changes });
}

/**
 * The table with main verbs back in their place that the tagger took for participles before a noun. English puts an
 * attributive participle before the noun's compounds and never gives it an auxiliary, so in `has sparked debate` and
 * `Trump designated cartels` the participle is the verb, the noun after it the object, what stands before the subject.
 */
function mainVerbs(tokens: TokenTable): TokenTable {
  const { upos, xpos } = tokens.columns;
  let head: Int32Array | null = null;
  let deprel: Uint8Array | null = null;
  let tags: Uint8Array | null = null;
  for (let verb = 0; verb < tokens.length; verb++) {
    if (tokens.columns.deprel[verb] !== DEPREL_CODE.amod || upos[verb] !== UPOS_CODE.VERB) continue;
    if (xpos[verb] !== XPOS_CODE.VBN && xpos[verb] !== XPOS_CODE.VBD) continue;
    const noun = tokens.head(verb);
    if (noun <= verb) continue;
    const subject = subjectBefore(tokens, verb, noun);
    if (subject === null) continue;
    head ??= tokens.columns.head.slice();
    deprel ??= tokens.columns.deprel.slice();
    tags ??= xpos.slice();
    attach(tokens, head, deprel, verb, noun, subject);
    if (!subject.auxiliary) tags[verb] = XPOS_CODE.VBD;
  }
  if (head === null || deprel === null || tags === null) return tokens;
  return new TokenTable({ ...tokens.columns, head, deprel, xpos: tags });
}

interface FoundSubject {
  /** -1 where the noun already has a subject, which passes to the verb. */
  readonly token: number;
  readonly auxiliary: boolean;
}

/** What would be the subject of the participle if it is a verb, or null when it is a participle. */
function subjectBefore(tokens: TokenTable, verb: number, noun: number): FoundSubject | null {
  let compound = -1;
  let own = -1;
  for (let at = tokens.first(sentenceOf(tokens, verb)); at < noun; at++) {
    const rel = tokens.deprel(at);
    if (tokens.head(at) === verb && (rel === 'aux' || rel === 'aux:pass')) {
      return own >= 0 ? { token: -1, auxiliary: true } : null;
    }
    if (tokens.head(at) !== noun) continue;
    if (rel === 'nsubj' || rel === 'nsubj:pass') own = at;
    else if (rel === 'compound' && at < verb) compound = at;
  }
  if (own >= 0 && own < verb && noun > verb && hasOwnAuxiliary(tokens, verb))
    return { token: -1, auxiliary: true };
  // The name or noun right before it, without a hyphen between: `Trump designated cartels`.
  if (
    compound >= 0 &&
    compound === verb - 1 &&
    tokens.upos(compound) !== 'ADJ' &&
    !hasCase(tokens, noun, verb)
  ) {
    return { token: compound, auxiliary: false };
  }
  return null;
}

function hasOwnAuxiliary(tokens: TokenTable, verb: number): boolean {
  for (let at = Math.max(0, verb - 4); at < verb; at++) {
    if (tokens.head(at) === verb && tokens.upos(at) === 'AUX') return true;
  }
  return false;
}

/** A preposition right before the would-be subject makes the whole a prepositional phrase; a subordinator does not. */
function hasCase(tokens: TokenTable, noun: number, verb: number): boolean {
  for (let at = Math.max(0, verb - 6); at < verb; at++) {
    if (tokens.head(at) === noun && tokens.deprel(at) === 'case' && tokens.upos(at) === 'ADP') return true;
  }
  return false;
}

function attach(
  tokens: TokenTable,
  head: Int32Array,
  deprel: Uint8Array,
  verb: number,
  noun: number,
  subject: FoundSubject,
): void {
  const sentence = sentenceOf(tokens, verb);
  const rel = DEPREL[deprel[noun]!]!;
  head[verb] = head[noun]!;
  // A noun's relation to a verb becomes that of a clause.
  deprel[verb] =
    rel === 'obl' || rel === 'advcl'
      ? DEPREL_CODE.advcl
      : rel === 'obj' || rel === 'nsubj'
        ? DEPREL_CODE.ccomp
        : deprel[noun]!;
  head[noun] = verb;
  deprel[noun] = DEPREL_CODE.obj;
  for (let at = tokens.first(sentence); at < tokens.end(sentence); at++) {
    if (at === verb || head[at] !== noun) continue;
    const own = DEPREL[deprel[at]!]!;
    const clausal = [
      'nsubj',
      'nsubj:pass',
      'advcl',
      'parataxis',
      'conj',
      'punct',
      'mark',
      'cc',
      'obl',
      'obl:unmarked',
    ].includes(own);
    if (at === subject.token) {
      head[at] = verb;
      deprel[at] = DEPREL_CODE.nsubj;
    } else if (own === 'case' && at < verb) {
      head[at] = verb;
      deprel[at] = DEPREL_CODE.mark;
    } else if (clausal && own !== 'conj') head[at] = verb;
    else if (at < verb && subject.token >= 0) head[at] = subject.token;
  }
}

function sentenceOf(tokens: TokenTable, token: number): number {
  let low = 0;
  let high = tokens.sentences - 1;
  while (low < high) {
    const middle = (low + high + 1) >>> 1;
    if (tokens.first(middle) <= token) low = middle;
    else high = middle - 1;
  }
  return low;
}
