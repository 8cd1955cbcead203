import { combine, hashCode } from '../../language/hash.ts';
import { wordTable } from '../../lexicon/word-table.ts';
import type { ArticleView } from './article-view.ts';
import { bucket, type FeatureBuffer } from './feature-buffer.ts';
import { type Frame, introducer, upPath } from './frame.ts';
import type { Segment } from './segments.ts';

/** Parts that a segment plays for a cue. */
export const ROLES = ['other', 'content', 'source'] as const;
export const OTHER = 0;
export const CONTENT = 1;
export const SOURCE = 2;

const START = hashCode(901);
const END = hashCode(902);

/** Features of one segment, whatever its neighbours' parts. */
export function addRoleFeatures(
  view: ArticleView,
  frame: Frame,
  segments: readonly Segment[],
  at: number,
  position: number,
  out: FeatureBuffer,
): void {
  const segment = segments[at]!;
  const { tokens } = view;
  const { deprel, upos, xpos } = tokens.columns;
  const right = segment.first > frame.cue ? 1 : 0;
  // Segments between it and the cue.
  const distance = right ? at - position : position - 1 - at;
  const side = right + 2 * Math.min(distance, 3);
  const relation = relationOf(view, segment);
  const path = combine(upPath(view, frame.cue, segment.up), relation);
  const head = segment.head;
  const headUpos = upos[head]!;
  const lemma = view.lemma[head]!;
  const mark = introducer(view, head);
  const first = view.word[segment.first]!;
  const length = bucket(segment.last - segment.first);
  const quoted = segment.quoted ? 2 : view.region[head]! >= 0 && !frame.inside ? 1 : 0;
  const before = borderOf(view, segment.first - 1);
  const after = borderOf(view, segment.last);
  const name = view.name[head]!;
  const sided = hashCode(10 + right);

  out.add(1, side);
  out.add(2, path);
  out.add(3, path, sided);
  out.add(4, path, frame.lemma);
  out.add(5, path, hashCode(frame.kind), sided);
  out.add(6, relation, frame.lemma, sided);
  out.add(7, relation, hashCode(side));
  out.add(8, lemma);
  out.add(9, lemma, relation);
  out.add(10, hashCode(headUpos), sided);
  out.add(11, hashCode(headUpos), path);
  out.add(12, first);
  out.add(13, first, relation, sided);
  out.add(14, mark, relation, sided);
  out.add(15, mark, frame.lemma, sided);
  out.add(16, mark, path);
  out.add(17, length, hashCode(side));
  out.add(18, length, relation, sided);
  out.add(19, quoted, sided, hashCode(side));
  out.add(20, quoted, path);
  out.add(21, quoted, frame.lemma, sided);
  out.add(22, before, relation, sided);
  out.add(23, after, relation, sided);
  out.add(24, combine(before, after), hashCode(side));
  out.add(25, name, relation, sided);
  out.add(26, name, hashCode(side));
  out.add(27, hashCode(frame.upos), path);
  out.add(28, hashCode(frame.xpos), path);
  out.add(29, hashCode(frame.deprel), path);
  out.add(30, frame.lemma, hashCode(side));
  out.add(31, hashCode(frame.signature), path);
  out.add(32, hashCode(frame.signature), relation, sided);
  out.add(33, hashCode(frame.signature), frame.lemma, relation);
  out.add(34, hashCode(frame.marks), path);
  out.add(35, hashCode(frame.marks + 4 * quoted), hashCode(side));
  out.add(36, frame.passive ? 1 : 0, path, mark);
  out.add(37, hashCode(xpos[head]!), relation, sided);
  out.add(38, frame.preposition, mark, relation);
  const previous = at > 0 ? relationOf(view, segments[at - 1]!) : START;
  const next = at + 1 < segments.length ? relationOf(view, segments[at + 1]!) : END;
  out.add(39, previous, relation, sided);
  out.add(40, next, relation, sided);
  out.add(41, frame.quotes ? 1 : 0, path, hashCode(quoted));
  out.add(42, hashCode(deprel[head]!), hashCode(segment.up), sided);
  out.add(43, frame.kind, hashCode(side), relation);
  out.add(
    44,
    hashCode(bucket(segment.first > frame.cue ? segment.first - frame.cue : frame.cue - segment.last + 1)),
    relation,
    sided,
  );
}

/** Features of two neighbours' parts together; `from` is the part before, -1 at the start. */
export function addTransitionFeatures(
  view: ArticleView,
  frame: Frame,
  segments: readonly Segment[],
  at: number,
  position: number,
  from: number,
  out: FeatureBuffer,
): void {
  const segment = segments[at]!;
  const code = hashCode(50 + from);
  // Before the cue, just after it, after that.
  const zone = hashCode(at < position ? 1 : at === position ? 2 : 3);
  const relation = relationOf(view, segment);
  const border = borderOf(view, segment.first - 1);
  out.add(60, code, zone);
  out.add(61, code, relation, zone);
  out.add(62, code, border, zone);
  out.add(63, code, frame.lemma, zone);
  if (at > 0) {
    const previous = segments[at - 1]!;
    const pair = combine(relationOf(view, previous), relation);
    out.add(64, code, pair, zone);
    const same = previous.branch === segment.branch && previous.anchor === segment.anchor ? 1 : 0;
    out.add(65, code, hashCode(same + 2 * Math.min(segment.up, 2)), border);
    out.add(66, code, hashCode(same), zone);
  }
}

/** Hash of the relations from the path down to the segment's head. */
function relationOf(view: ArticleView, segment: Segment): number {
  const { deprel } = view.tokens.columns;
  if (segment.quoted) return hashCode(77);
  if (segment.branch === segment.anchor) return hashCode(78);
  const own = hashCode(100 + deprel[segment.branch]!);
  return segment.head === segment.branch ? own : combine(own, hashCode(200 + deprel[segment.head]!));
}

const BORDER = wordTable<number>({
  ',': 1,
  ':': 2,
  ';': 3,
  '.': 4,
  '?': 5,
  '!': 5,
  '(': 6,
  ')': 7,
});

/** The kind of mark that stands there. */
function borderOf(view: ArticleView, token: number): number {
  if (token < 0 || token >= view.tokens.length) return hashCode(8);
  if (!view.isPunctuation(token)) return hashCode(9);
  if (view.region[token]! >= 0) return hashCode(10);
  const text = view.tokens.text(view.text, token);
  return hashCode(BORDER[text] ?? (/^[-—–]+$/.test(text) ? 11 : 12));
}
