import { DEPREL_CODE, UPOS_CODE } from '../../core/labels.ts';
import { combine, hashCode, hashString } from '../../language/hash.ts';
import type { ArticleView } from './article-view.ts';
import { bucket, type FeatureBuffer } from './feature-buffer.ts';
import { type Frame, introducer, verbForm } from './frame.ts';

const { VERB, NOUN, ADJ, PROPN, ADP, AUX, PUNCT } = UPOS_CODE;
const SUBJECT = new Set([DEPREL_CODE.nsubj, DEPREL_CODE['nsubj:pass']]);
const COLON = ':';
const ACCORDING = new Set(['according', 'per']);

/** The token may be a cue as far as its form goes: a verb, noun or adjective, `according`, a colon inside a sentence. */
export function mayBeCue(view: ArticleView, token: number): boolean {
  const upos = view.tokens.columns.upos[token]!;
  if (upos === VERB || upos === NOUN || upos === ADJ) return true;
  if (upos === PUNCT) return view.tokens.text(view.text, token) === COLON;
  if (upos === PROPN || upos === ADP || upos === AUX || upos === 0) {
    return (
      upos !== ADP ||
      ACCORDING.has(view.tokens.lemma(token)) ||
      ACCORDING.has(view.tokens.text(view.text, token).toLowerCase())
    );
  }
  return false;
}

/** Features of a possible cue: its word, its place in the tree, its dependents, its neighbours. */
export function addCueFeatures(view: ArticleView, frame: Frame, out: FeatureBuffer): void {
  const { tokens, dependents } = view;
  const { deprel, upos, xpos } = tokens.columns;
  const { cue, lemma, signature } = frame;
  const sentence = view.sentence[cue]!;
  const from = tokens.first(sentence);
  const to = tokens.end(sentence);
  const head = tokens.head(cue);
  const relation = hashCode(frame.deprel);
  const pos = hashCode(frame.upos);
  const tag = hashCode(frame.xpos);
  const kind = hashCode(frame.kind);
  const word = view.word[cue]!;
  const inside = frame.inside ? 1 : 0;
  const wordAt = (at: number) => (at < from || at >= to ? 7 : view.word[at]!);
  const suffix = hashString(tokens.lemma(cue).slice(-3));
  const form = verbForm(view, cue);

  out.add(100, 1);
  out.add(101, lemma, pos);
  out.add(102, word);
  out.add(103, lemma, relation);
  out.add(104, lemma, tag);
  out.add(105, relation, pos, kind);
  out.add(106, tag, relation, kind);
  out.add(107, suffix, pos);
  out.add(108, hashCode(signature), pos, kind);
  out.add(109, hashCode(signature), lemma);
  out.add(110, inside, kind);
  out.add(111, inside, lemma);
  out.add(112, hashCode(frame.marks), kind);
  out.add(113, hashCode(frame.marks), lemma);
  out.add(114, hashCode(frame.marks), pos, relation);
  out.add(115, frame.quotes ? 1 : 0, lemma);
  out.add(116, frame.preposition, lemma);
  out.add(117, frame.preposition, pos, kind);
  out.add(118, wordAt(cue + 1), lemma);
  out.add(119, wordAt(cue + 1), pos);
  out.add(120, wordAt(cue - 1), lemma);
  out.add(121, wordAt(cue - 1), pos);
  out.add(122, wordAt(cue + 1), wordAt(cue + 2), pos);
  out.add(123, wordAt(cue - 2), wordAt(cue - 1), pos);
  out.add(124, hashCode(form), lemma);
  out.add(125, hashCode(form), kind, pos);
  out.add(126, frame.passive ? 1 : 0, lemma);
  if (head >= 0) {
    out.add(127, view.lemma[head]!, relation);
    out.add(128, view.lemma[head]!, lemma, relation);
    out.add(129, hashCode(upos[head]!), relation, pos);
    out.add(130, hashCode(upos[head]!), relation, lemma);
    const above = tokens.head(head);
    if (above >= 0) out.add(131, view.lemma[above]!, combine(relation, hashCode(deprel[head]!)));
  }
  addGovernors(view, frame, out);
  let subject = -1;
  for (const child of dependents.of(cue)) {
    const own = deprel[child]!;
    const side = child < cue ? 1 : 2;
    if (own === DEPREL_CODE.punct) continue;
    out.add(133, hashCode(own), lemma);
    out.add(134, hashCode(own), side, pos);
    out.add(135, hashCode(own), kind, pos);
    out.add(136, hashCode(own), view.lemma[child]!, pos);
    out.add(137, hashCode(own), view.lemma[child]!, lemma);
    if (SUBJECT.has(own)) subject = child;
    const mark = introducer(view, child);
    if (mark !== 0) {
      out.add(138, mark, lemma, hashCode(own));
      out.add(139, mark, kind, hashCode(own));
    }
    if (own === DEPREL_CODE.ccomp || own === DEPREL_CODE.xcomp || own === DEPREL_CODE.obj) {
      out.add(140, hashCode(own), hashCode(upos[child]!), kind);
      out.add(141, hashCode(own), hashCode(xpos[child]!), lemma);
      out.add(142, hashCode(own), bucket(dependents.high[child]! - dependents.low[child]! + 1), kind);
      out.add(143, hashCode(own), view.region[child]! >= 0 && inside === 0 ? 1 : 0, lemma);
    }
  }
  // The subject, its own or the one it shares.
  let shared = 0;
  for (let verb = cue, steps = 0; subject < 0 && steps < 3; steps++) {
    const above = tokens.head(verb);
    if (above < 0 || !LINKS.has(deprel[verb]!)) break;
    for (const child of dependents.of(above)) if (SUBJECT.has(deprel[child]!)) subject = child;
    verb = above;
    shared = 1;
  }
  if (subject >= 0) {
    const name = view.name[subject]!;
    out.add(144, view.lemma[subject]!, kind, shared);
    out.add(145, view.lemma[subject]!, lemma);
    out.add(146, hashCode(upos[subject]!), name, hashCode(frame.kind * 2 + shared));
    out.add(147, hashCode(upos[subject]!), name, lemma);
    out.add(148, hashCode(xpos[subject]!), kind, relation);
  } else out.add(149, lemma, relation);
  // A colon ends the sentence and a quotation opens the next one.
  const introduces =
    tokens.text(view.text, to - 1) === ':' && to < tokens.length && view.region[to]! >= 0 ? 1 : 0;
  if (introduces === 1) {
    out.add(154, lemma);
    out.add(155, kind, pos, relation);
    out.add(156, bucket(to - cue), pos);
  }
  out.add(150, bucket(sentence), pos, kind);
  out.add(151, bucket(to - from), kind);
  out.add(152, bucket(cue - from), pos, kind);
  out.add(153, bucket(to - cue), pos, kind);
}

const LINKS = new Set([
  DEPREL_CODE.conj,
  DEPREL_CODE.xcomp,
  DEPREL_CODE.advcl,
  DEPREL_CODE.acl,
  DEPREL_CODE['acl:relcl'],
]);

/** Other cues above it, or beside those: their content would hold this one. */
function addGovernors(view: ArticleView, frame: Frame, out: FeatureBuffer): void {
  const { tokens, dependents, kind } = view;
  const { deprel } = tokens.columns;
  let above = 0;
  let beside = 0;
  for (let node = frame.cue, steps = 0; node >= 0 && steps < 10; steps++) {
    for (const child of dependents.of(node)) {
      const relation = deprel[child]!;
      if (
        child !== frame.cue &&
        kind[child]! > 0 &&
        kind[child]! <= 4 &&
        relation === DEPREL_CODE.parataxis
      ) {
        beside = kind[child]!;
      }
      if (view.word[child] === ACCORDING_WORD) beside = 12;
    }
    const head = tokens.head(node);
    if (head >= 0 && kind[head]! > 0 && above === 0) {
      above = kind[head]!;
      out.add(170, above, hashCode(deprel[node]!), hashCode(Math.min(steps, 3)));
      out.add(171, above, hashCode(deprel[node]!), hashCode(frame.kind));
      out.add(172, view.lemma[head]!, hashCode(deprel[node]!));
      out.add(173, view.lemma[head]!, hashCode(deprel[node]!), frame.lemma);
    }
    node = head;
  }
  out.add(174, hashCode(above), hashCode(frame.kind), hashCode(frame.deprel));
  out.add(175, hashCode(beside), hashCode(frame.kind), hashCode(frame.deprel));
}

const ACCORDING_WORD = hashString('according');
