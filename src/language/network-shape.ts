/** Sizes of the network; all but `words` and `vectors` are multiples of 8. */
export interface NetworkShape {
  /** Values of a pretrained vector, of a learnt word vector, and of the sum of the affix vectors. */
  readonly vector: number;
  readonly word: number;
  readonly affix: number;
  /** Recurrent layers, at least two; units of each in each direction. */
  readonly layers: number;
  readonly units: number;
  /** Values by which arcs, and relations, are judged. */
  readonly arc: number;
  readonly relation: number;
  /** Numbers of joint tags and relations, and those rounded up to a multiple of 8. */
  readonly tags: number;
  readonly relations: number;
}

/** Words that each position sees at the first layer: one before, itself, one after. */
export const WINDOW = 3;

/** Rows of the hashed table of affix vectors. */
export const AFFIX_ROWS = 8192;

export function roundUp8(size: number): number {
  return (size + 7) & ~7;
}

/** Values of a word type's input to the first layer. */
export function inputSize(shape: Pick<NetworkShape, 'vector' | 'word' | 'affix'>): number {
  return shape.vector + shape.word + shape.affix;
}

/** Pre-activations of a gated layer: candidate, forget and output gate of both directions. */
export function gateSize(shape: Pick<NetworkShape, 'units'>): number {
  return 6 * shape.units;
}

/** How far a head stands from its word: classes by direction and distance, the root's class last. */
export const DISTANCES = 16;
export const ROOT_DISTANCE = DISTANCES - 1;

/** Greatest distance of each class but the last. */
const NEAR = [1, 2, 3, 4, 6, 10];

/** The class of each distance from `-longest` to `longest`, at `distance + longest`; of 0 it means nothing. */
export function distanceClasses(longest: number): Uint8Array {
  return Uint8Array.from({ length: 2 * longest + 1 }, (_, i) => {
    const distance = i - longest;
    const near = NEAR.findIndex((most) => Math.abs(distance) <= most);
    return (distance > 0 ? NEAR.length + 1 : 0) + (near < 0 ? NEAR.length : near);
  });
}
