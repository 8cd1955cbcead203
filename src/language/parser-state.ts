import { combine } from './hash.ts';
import { boundaryLexeme, type Lexeme } from './lexeme.ts';

const ROOT = boundaryLexeme('<root>');
const NONE = boundaryLexeme('<none>');

/**
 * The state of an arc-hybrid parse (Kuhlmann et al. 2011) in columns. Words are 0..n-1, n is the virtual root
 * at the end of the buffer, n + 1 stands for "nothing there".
 */
export class ParserState {
  #capacity = 0;
  length = 0;
  /** First word of the buffer. */
  buffer = 0;
  stackSize = 0;
  stack!: Int32Array;
  head!: Int32Array;
  /** Label of the arc to the head, + 1; 0 while there is none. */
  label!: Int32Array;
  /** Outermost and second outermost children to the left and to the right. */
  left1!: Int32Array;
  left2!: Int32Array;
  right1!: Int32Array;
  right2!: Int32Array;
  leftCount!: Int32Array;
  rightCount!: Int32Array;
  /** Hash of the labels of the children on one side. */
  leftSet!: Int32Array;
  rightSet!: Int32Array;
  word!: Int32Array;
  tag!: Int32Array;
  upos!: Int32Array;
  wordTag!: Int32Array;
  cluster!: Int32Array;
  coarse!: Int32Array;

  get none(): number {
    return this.length + 1;
  }

  /** True when every word has its head. */
  get done(): boolean {
    return this.buffer === this.length && this.stackSize === 0;
  }

  reset(words: readonly Lexeme[], tags: Int32Array, upos: Int32Array): this {
    const n = words.length;
    if (n + 2 > this.#capacity) this.#allocate(Math.max(256, (n + 2) * 2));
    this.length = n;
    this.buffer = 0;
    this.stackSize = 0;
    this.head.fill(-1, 0, n + 2);
    for (const column of [this.label, this.leftCount, this.rightCount, this.leftSet, this.rightSet])
      column.fill(0, 0, n + 2);
    for (const column of [this.left1, this.left2, this.right1, this.right2]) column.fill(n + 1, 0, n + 2);
    for (let i = 0; i < n; i++) this.#set(i, words[i]!, tags[i]!, upos[i]!);
    this.#set(n, ROOT, ROOT.lower, ROOT.lower);
    this.#set(n + 1, NONE, NONE.lower, NONE.lower);
    return this;
  }

  #set(i: number, lexeme: Lexeme, tag: number, upos: number): void {
    this.word[i] = lexeme.lower;
    this.tag[i] = tag;
    this.upos[i] = upos;
    this.wordTag[i] = combine(lexeme.lower, tag);
    this.cluster[i] = lexeme.cluster;
    this.coarse[i] = lexeme.coarse;
  }

  shift(): void {
    this.stack[this.stackSize++] = this.buffer++;
  }

  /** Pops the top of the stack and makes the first word of the buffer its head. */
  leftArc(label: number): void {
    const child = this.stack[--this.stackSize]!;
    const head = this.buffer;
    this.head[child] = head;
    this.label[child] = label + 1;
    this.left2[head] = this.left1[head]!;
    this.left1[head] = child;
    this.leftCount[head]!++;
    this.leftSet[head] = combine(this.leftSet[head]!, label + 1);
  }

  /** Pops the top of the stack and makes the word below it its head. */
  rightArc(label: number): void {
    const child = this.stack[--this.stackSize]!;
    const head = this.stack[this.stackSize - 1]!;
    this.head[child] = head;
    this.label[child] = label + 1;
    this.right2[head] = this.right1[head]!;
    this.right1[head] = child;
    this.rightCount[head]!++;
    this.rightSet[head] = combine(this.rightSet[head]!, label + 1);
  }

  #allocate(capacity: number): void {
    this.#capacity = capacity;
    const column = (): Int32Array => new Int32Array(capacity);
    this.stack = column();
    this.head = column();
    this.label = column();
    this.left1 = column();
    this.left2 = column();
    this.right1 = column();
    this.right2 = column();
    this.leftCount = column();
    this.rightCount = column();
    this.leftSet = column();
    this.rightSet = column();
    this.word = column();
    this.tag = column();
    this.upos = column();
    this.wordTag = column();
    this.cluster = column();
    this.coarse = column();
  }
}
