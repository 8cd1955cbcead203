import { join } from 'node:path';
import { readJsonl } from '../bench/harness.ts';

export interface LabelledSentence {
  readonly id: string;
  readonly text: string;
  readonly label: 0 | 1;
}

export interface Parts {
  readonly train: readonly LabelledSentence[];
  readonly test: readonly LabelledSentence[];
}

/** ClaimBuster (Arslan et al. 2020): check-worthy factual sentences against all others; one in five, by id, is for testing. */
export function claimBuster(evalDir: string): Parts | null {
  const rows = new Map<string, LabelledSentence>();
  for (const file of ['claimbuster-train.jsonl', 'claimbuster-25ncs.jsonl']) {
    const read = readJsonl<{ id: string; text: string; label: string }>(
      join(evalDir, 'checkworthiness', file),
    );
    if (read === null) return null;
    for (const { id, text, label } of read)
      rows.set(id, { id, text, label: label === 'check-worthy' ? 1 : 0 });
  }
  // The same sentence under two ids would stand on both sides.
  const byText = new Map<string, LabelledSentence>();
  for (const row of rows.values()) if (!byText.has(row.text)) byText.set(row.text, row);
  const all = [...byText.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
  const isTest = ({ id }: LabelledSentence) => Number(id.split('/')[1]) % 5 === 0;
  return { train: all.filter((row) => !isTest(row)), test: all.filter(isTest) };
}

/** CheckThat! 2025 task 1, English: subjective against objective sentences; trained on train and dev, tested on dev_test. */
export function checkThat(evalDir: string): Parts | null {
  const read = (part: string) =>
    readJsonl<{ id: string; text: string; label: string }>(
      join(evalDir, 'checkworthiness', `checkthat25-subj-${part}.jsonl`),
    )?.map(({ id, text, label }): LabelledSentence => ({ id, text, label: label === 'SUBJ' ? 1 : 0 })) ??
    null;
  const train = read('train');
  const dev = read('dev');
  const test = read('dev_test');
  if (train === null || dev === null || test === null) return null;
  const held = new Set(test.map(({ text }) => text));
  return { train: [...train, ...dev].filter(({ text }) => !held.has(text)), test };
}
