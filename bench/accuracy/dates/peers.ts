import type { Prediction, TimexDocument } from './score.ts';

/** Other taggers, as far as they are installed. */
export async function loadPeers(): Promise<[string, (document: TimexDocument) => Prediction[]][]> {
  return [];
}
