import { join } from 'node:path';
import { readConllu, type TreebankSentence } from './conllu.ts';

/** GUM's genres whose texts are under non-commercial licences, or whose terms were not clear. */
const RESTRICTED_GENRES: ReadonlySet<string> = new Set(['fiction', 'whow', 'essay', 'letter', 'podcast']);

export interface Treebanks {
  readonly train: readonly TreebankSentence[];
  readonly dev: Readonly<Record<'ewt' | 'gum', readonly TreebankSentence[]>>;
  readonly test: Readonly<Record<'ewt' | 'gum', readonly TreebankSentence[]>>;
}

/**
 * Training, development and test parts of EWT and GUM.
 * @param restricted take the non-commercial texts and treebanks too; such models must not be shipped
 */
export function readTreebanks(dir: string, { restricted }: { restricted: boolean }): Treebanks {
  const read = (name: string): TreebankSentence[] => readConllu(join(dir, 'ud', `en_${name}.conllu`));
  const gum = read('gum-ud-train');
  return {
    train: [
      ...read('ewt-ud-train'),
      ...(restricted ? gum : gum.filter(({ genre }) => !RESTRICTED_GENRES.has(genre))),
      ...(restricted ? [...read('lines-ud-train'), ...read('partut-ud-train')] : []),
    ],
    dev: { ewt: read('ewt-ud-dev'), gum: read('gum-ud-dev') },
    test: { ewt: read('ewt-ud-test'), gum: read('gum-ud-test') },
  };
}
