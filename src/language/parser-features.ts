import { finish, hashCode } from './hash.ts';
import type { ParserState } from './parser-state.ts';

/** Room for the features of one state. */
export const PARSER_FEATURES = 160;

const SEEDS = Int32Array.from({ length: 160 }, (_, id) => hashCode(0x9a000 + id));
const CODES = Int32Array.from({ length: 256 }, (_, code) => hashCode(code));

function one(id: number, a: number): number {
  return finish(a ^ SEEDS[id]!);
}

function two(id: number, a: number, b: number): number {
  return finish(Math.imul(a ^ SEEDS[id]!, 0x9e3779b1) + b);
}

function three(id: number, a: number, b: number, c: number): number {
  return finish(Math.imul(Math.imul(a ^ SEEDS[id]!, 0x9e3779b1) + b, 0x85ebca6b) + c);
}

function four(id: number, a: number, b: number, c: number, d: number): number {
  const h = Math.imul(Math.imul(a ^ SEEDS[id]!, 0x9e3779b1) + b, 0x85ebca6b) + c;
  return finish(Math.imul(h, 0xc2b2ae35) + d);
}

function distance(from: number, to: number): number {
  const d = to - from;
  return CODES[d < 5 ? d : d < 10 ? 6 : 7]!;
}

/**
 * Features of a parser state: words, tags and classes of three words of the stack and three of the buffer, of
 * their outermost children, and the shape of what is built (Zhang & Nivre 2011; classes after Koo et al. 2008).
 *
 * @returns the number of features written to `out`
 */
export function parserFeatures(out: Int32Array, state: ParserState): number {
  const { word, tag, upos, wordTag, cluster, coarse, label, left1, left2, right1, right2 } = state;
  const { leftCount, rightCount, leftSet, rightSet, stack, stackSize, none, length } = state;
  const b0 = state.buffer;
  const b1 = b0 + 1 <= length ? b0 + 1 : none;
  const b2 = b0 + 2 <= length ? b0 + 2 : none;
  const s0 = stackSize > 0 ? stack[stackSize - 1]! : none;
  const s1 = stackSize > 1 ? stack[stackSize - 2]! : none;
  const s2 = stackSize > 2 ? stack[stackSize - 3]! : none;
  const s0l = left1[s0]!;
  const s0r = right1[s0]!;
  const s1l = left1[s1]!;
  const s1r = right1[s1]!;
  const b0l = left1[b0]!;
  const s0l2 = left2[s0]!;
  const s0r2 = right2[s0]!;
  const s1r2 = right2[s1]!;
  const b0l2 = left2[b0]!;
  const s0w = word[s0]!;
  const s0t = tag[s0]!;
  const s0wt = wordTag[s0]!;
  const s1w = word[s1]!;
  const s1t = tag[s1]!;
  const s1wt = wordTag[s1]!;
  const s2t = tag[s2]!;
  const b0w = word[b0]!;
  const b0t = tag[b0]!;
  const b0wt = wordTag[b0]!;
  const b1w = word[b1]!;
  const b1t = tag[b1]!;
  const b2t = tag[b2]!;
  const d0 = s0 === none ? CODES[0]! : distance(s0, b0);
  const d1 = s1 === none ? CODES[0]! : distance(s1, s0);
  let k = 0;
  out[k++] = SEEDS[0]!;
  out[k++] = one(1, s0w);
  out[k++] = one(2, s0t);
  out[k++] = one(3, s0wt);
  out[k++] = one(4, s1w);
  out[k++] = one(5, s1t);
  out[k++] = one(6, s1wt);
  out[k++] = one(7, b0w);
  out[k++] = one(8, b0t);
  out[k++] = one(9, b0wt);
  out[k++] = one(10, b1w);
  out[k++] = one(11, b1t);
  out[k++] = one(12, wordTag[b1]!);
  out[k++] = one(13, word[b2]!);
  out[k++] = one(14, b2t);
  out[k++] = one(15, s2t);
  out[k++] = one(16, word[s2]!);
  // pairs of words and tags
  out[k++] = two(17, s0wt, b0wt);
  out[k++] = two(18, s0wt, b0w);
  out[k++] = two(19, s0w, b0wt);
  out[k++] = two(20, s0wt, b0t);
  out[k++] = two(21, s0t, b0wt);
  out[k++] = two(22, s0w, b0w);
  out[k++] = two(23, s0t, b0t);
  out[k++] = two(24, b0t, b1t);
  out[k++] = two(25, b0w, b1t);
  out[k++] = two(26, b0t, b1w);
  out[k++] = two(27, s1wt, s0wt);
  out[k++] = two(28, s1w, s0w);
  out[k++] = two(29, s1t, s0t);
  out[k++] = two(30, s1wt, s0t);
  out[k++] = two(31, s1t, s0wt);
  out[k++] = two(32, s1w, s0wt);
  out[k++] = two(33, s1wt, s0w);
  out[k++] = two(34, s1t, b0t);
  out[k++] = two(35, s1w, b0w);
  out[k++] = two(36, s0t, b1t);
  out[k++] = two(37, s2t, s0t);
  // triples
  out[k++] = three(38, s0t, b0t, b1t);
  out[k++] = three(39, b0t, b1t, b2t);
  out[k++] = three(40, s1t, s0t, b0t);
  out[k++] = three(41, s2t, s1t, s0t);
  out[k++] = three(42, s0t, tag[s0l]!, b0t);
  out[k++] = three(43, s0t, tag[s0r]!, b0t);
  out[k++] = three(44, s0t, b0t, tag[b0l]!);
  out[k++] = three(45, s1t, tag[s1r]!, s0t);
  out[k++] = three(46, s1t, tag[s1l]!, s0t);
  out[k++] = three(47, s1t, s0t, tag[s0l]!);
  out[k++] = three(48, s1t, s0t, tag[s0r]!);
  out[k++] = three(49, s0w, s1t, b0t);
  out[k++] = three(50, s1w, s0t, b0t);
  out[k++] = three(51, s1t, s0t, b0w);
  out[k++] = three(52, s0w, b0t, b1t);
  out[k++] = three(53, s0t, b0w, b1t);
  out[k++] = three(54, s0t, b0t, b1w);
  out[k++] = four(55, s1t, s0t, b0t, b1t);
  out[k++] = four(56, s2t, s1t, s0t, b0t);
  out[k++] = three(57, s1w, s0w, b0t);
  out[k++] = three(58, s1t, s0w, b0w);
  // distance
  // distance
  out[k++] = two(59, d0, s0w);
  out[k++] = two(60, d0, s0t);
  out[k++] = two(61, d0, b0w);
  out[k++] = two(62, d0, b0t);
  out[k++] = three(63, d0, s0t, b0t);
  out[k++] = three(64, d1, s1t, s0t);
  out[k++] = two(65, d1, s1w);
  out[k++] = two(66, d1, s0w);
  out[k++] = three(67, d0, s0w, b0w);
  out[k++] = three(68, d1, s1wt, s0t);
  // number of children
  out[k++] = two(69, s0w, CODES[Math.min(rightCount[s0]!, 15)]!);
  out[k++] = two(70, s0t, CODES[Math.min(rightCount[s0]!, 15)]!);
  out[k++] = two(71, s0w, CODES[Math.min(leftCount[s0]!, 15)]!);
  out[k++] = two(72, s0t, CODES[Math.min(leftCount[s0]!, 15)]!);
  out[k++] = two(73, b0w, CODES[Math.min(leftCount[b0]!, 15)]!);
  out[k++] = two(74, b0t, CODES[Math.min(leftCount[b0]!, 15)]!);
  out[k++] = two(75, s1w, CODES[Math.min(rightCount[s1]!, 15)]!);
  out[k++] = two(76, s1t, CODES[Math.min(rightCount[s1]!, 15)]!);
  out[k++] = three(77, s0t, CODES[Math.min(rightCount[s0]!, 15)]!, b0t);
  out[k++] = three(78, s1t, CODES[Math.min(rightCount[s1]!, 15)]!, s0t);
  // children and their labels
  out[k++] = one(79, word[s0l]!);
  out[k++] = one(80, word[s0r]!);
  out[k++] = one(81, word[s1r]!);
  out[k++] = one(82, word[b0l]!);
  out[k++] = two(83, CODES[Math.min(label[s0l]!, 63)]!, s0t);
  out[k++] = two(84, CODES[Math.min(label[s0r]!, 63)]!, s0t);
  out[k++] = two(85, CODES[Math.min(label[s1r]!, 63)]!, s1t);
  out[k++] = two(86, CODES[Math.min(label[b0l]!, 63)]!, b0t);
  out[k++] = two(87, CODES[Math.min(label[s0l]!, 63)]!, s0w);
  out[k++] = two(88, CODES[Math.min(label[s0r]!, 63)]!, s0w);
  out[k++] = two(89, CODES[Math.min(label[s1r]!, 63)]!, s1w);
  out[k++] = two(90, CODES[Math.min(label[b0l]!, 63)]!, b0w);
  out[k++] = two(91, CODES[Math.min(label[s1l]!, 63)]!, s1t);
  out[k++] = two(92, s0w, rightSet[s0]!);
  out[k++] = two(93, s0t, rightSet[s0]!);
  out[k++] = two(94, s0w, leftSet[s0]!);
  out[k++] = two(95, s0t, leftSet[s0]!);
  out[k++] = two(96, b0w, leftSet[b0]!);
  out[k++] = two(97, b0t, leftSet[b0]!);
  out[k++] = two(98, s1w, rightSet[s1]!);
  out[k++] = two(99, s1t, rightSet[s1]!);
  out[k++] = two(100, s1t, leftSet[s1]!);
  out[k++] = three(101, s1t, rightSet[s1]!, s0t);
  out[k++] = three(102, s0t, tag[s0l]!, tag[s0l2]!);
  out[k++] = three(103, s0t, tag[s0r]!, tag[s0r2]!);
  out[k++] = three(104, b0t, tag[b0l]!, tag[b0l2]!);
  out[k++] = three(105, s1t, tag[s1r]!, tag[s1r2]!);
  out[k++] = three(106, s1t, s0t, word[s0l]!);
  out[k++] = three(107, s1w, s0t, word[s0l]!);
  out[k++] = three(108, s1t, s0w, word[s0l]!);
  out[k++] = three(109, s1wt, tag[s1r]!, s0t);
  out[k++] = three(110, s0t, word[s0l]!, b0t);
  out[k++] = three(111, s1w, word[s0l]!, s0w);
  out[k++] = three(112, upos[s1]!, word[s0l]!, s0w);
  out[k++] = three(113, s1w, word[s0l]!, upos[s0]!);
  // word classes
  out[k++] = two(114, cluster[s0]!, cluster[b0]!);
  out[k++] = two(115, cluster[s1]!, cluster[s0]!);
  out[k++] = two(116, cluster[s0]!, b0t);
  out[k++] = two(117, s0t, cluster[b0]!);
  out[k++] = two(118, cluster[s1]!, s0t);
  out[k++] = two(119, s1t, cluster[s0]!);
  out[k++] = one(120, cluster[s0]!);
  out[k++] = one(121, cluster[b0]!);
  out[k++] = two(122, cluster[b0]!, cluster[b1]!);
  out[k++] = three(123, cluster[s1]!, upos[s0]!, word[s0l]!);
  out[k++] = three(124, coarse[s1]!, coarse[s0]!, coarse[b0]!);
  out[k++] = three(125, upos[s1]!, word[s0l]!, cluster[s0]!);
  out[k++] = three(126, cluster[s1]!, word[s0l]!, cluster[s0]!);
  return k;
}
