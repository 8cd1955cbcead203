import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { DEPREL_CODE, UPOS_CODE, XPOS_CODE } from '../../src/core/labels.ts';
import { readConllu } from '../../train/conllu.ts';

const SAMPLE = `# newdoc id = GUM_news_sample
# sent_id = 1
# text = They don't sing.
1\tThey\tthey\tPRON\tPRP\t_\t4\tnsubj\t_\t_
2-3\tdon't\t_\t_\t_\t_\t_\t_\t_\tSpaceAfter=No
2\tdo\tdo\tAUX\tVBP\t_\t4\taux\t_\t_
3\tn't\tnot\tPART\tRB\t_\t4\tadvmod\t_\t_
3.1\tghost\t_\t_\t_\t_\t_\t_\t_\t_
4\tsing\tsing\tVERB\tVB\t_\t0\troot\t_\tSpaceAfter=No
5\t.\t.\tPUNCT\t.\t_\t4\tpunct\t_\t_

`;

describe('readConllu', () => {
  it('reads words, offsets, labels and heads', () => {
    const path = join(mkdtempSync(join(tmpdir(), 'conllu-')), 'sample.conllu');
    writeFileSync(path, SAMPLE);
    const [sentence, ...others] = readConllu(path);
    expect(others).toEqual([]);
    expect(sentence!.doc).toBe('GUM_news_sample');
    expect(sentence!.genre).toBe('news');
    expect(sentence!.forms).toEqual(['They', 'do', "n't", 'sing', '.']);
    expect(sentence!.offsets).toEqual([
      [0, 4],
      [5, 7],
      [7, 10],
      [11, 15],
      [15, 16],
    ]);
    expect([...sentence!.heads]).toEqual([3, 3, 3, 5, 3]);
    expect(sentence!.deprels[3]).toBe(DEPREL_CODE.root);
    expect(sentence!.upos[1]).toBe(UPOS_CODE.AUX);
    expect(sentence!.xpos[2]).toBe(XPOS_CODE.RB);
  });

  it('gives nothing for a file that is not there', () => {
    expect(readConllu('/nowhere/at-all.conllu')).toEqual([]);
  });
});
