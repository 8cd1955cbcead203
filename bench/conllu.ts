import { DEPREL_CODE, UPOS_CODE, XPOS_CODE } from '../src/core/labels.ts';
import { TokenTable } from '../src/core/tokens.ts';

/** One sentence of a treebank with its gold tree. */
export interface TreebankSentence {
  readonly id: string;
  readonly text: string;
  readonly tokens: TokenTable;
}

/** The sentences of a CoNLL-U file whose words can be found in their text. */
export function* readConllu(content: string): Generator<TreebankSentence> {
  for (const block of content.split('\n\n')) {
    const lines = block.split('\n');
    const id = lines.find((line) => line.startsWith('# sent_id = '))?.slice(12) ?? '';
    const text = lines.find((line) => line.startsWith('# text = '))?.slice(9) ?? '';
    const rows = lines.filter((line) => /^\d+\t/.test(line)).map((line) => line.split('\t'));
    if (rows.length === 0) continue;
    const start: number[] = [];
    const end: number[] = [];
    let at = 0;
    for (const row of rows) {
      const found = text.indexOf(row[1]!, at);
      if (found < 0 || found > at + 2) break;
      start.push(found);
      at = found + row[1]!.length;
      end.push(at);
    }
    if (start.length < rows.length) continue;
    yield {
      id,
      text,
      tokens: new TokenTable({
        start: Int32Array.from(start),
        end: Int32Array.from(end),
        upos: Uint8Array.from(rows, (row) => UPOS_CODE[row[3] as keyof typeof UPOS_CODE] ?? 0),
        xpos: Uint8Array.from(rows, (row) => XPOS_CODE[row[4] as keyof typeof XPOS_CODE] ?? 0),
        head: Int32Array.from(rows, (row) => Number(row[6]) - 1),
        deprel: Uint8Array.from(rows, (row) => DEPREL_CODE[row[7] as keyof typeof DEPREL_CODE] ?? 0),
        lemma: rows.map((row) => row[2]!),
        sentenceFirst: Int32Array.of(0, rows.length),
        names: [],
      }),
    };
  }
}
