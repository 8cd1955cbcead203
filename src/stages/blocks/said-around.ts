import type { BlockView } from './block-view.ts';

/** Words of a block that count. */
const MOST = 60;

/**
 * What the words say of a block and of what stands around it: its own score, the means by words of five and fifteen
 * blocks, of the six before and of the six after.
 * @param said log-odds of each block by its words alone
 */
export function saidAround(
  views: readonly BlockView[],
  said: Float32Array,
): (i: number) => readonly [own: number, five: number, fifteen: number, before: number, after: number] {
  const mass = new Float32Array(views.length + 1);
  const weighed = new Float32Array(views.length + 1);
  for (let i = 0; i < views.length; i++) {
    const words = Math.min(views[i]!.words, MOST);
    mass[i + 1] = mass[i]! + words;
    weighed[i + 1] = weighed[i]! + words * said[i]!;
  }
  const mean = (from: number, to: number) => {
    const low = Math.max(0, from);
    const high = Math.min(said.length, Math.max(low, to));
    const words = mass[high]! - mass[low]!;
    return words === 0 ? 0 : (weighed[high]! - weighed[low]!) / words;
  };
  return (i) => [said[i]!, mean(i - 2, i + 3), mean(i - 7, i + 8), mean(i - 6, i), mean(i + 1, i + 7)];
}
