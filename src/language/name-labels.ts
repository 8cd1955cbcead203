/** Types of names in the order of their codes. */
export const NAME_TYPES = ['PERSON', 'ORGANIZATION', 'PLACE', 'MISC'] as const;

/** Label 0 is outside; of type t, 1 + 4t begins, 2 + 4t continues, 3 + 4t ends a name, 4 + 4t is one word long. */
export const NAME_LABELS = 1 + 4 * NAME_TYPES.length;

export const OUTSIDE = 0;

/** Position of a label in its name: 0 outside, 1 begin, 2 inside, 3 last, 4 unit. */
export function positionOf(label: number): number {
  return label === OUTSIDE ? 0 : ((label - 1) % 4) + 1;
}

/** Code of the type; -1 outside. */
export function typeOf(label: number): number {
  return label === OUTSIDE ? -1 : (label - 1) >> 2;
}

const opens = (label: number): boolean => positionOf(label) === 1 || positionOf(label) === 2;
const continues = (label: number): boolean => positionOf(label) === 2 || positionOf(label) === 3;

/** Whether `next` may follow `previous`; -1 stands for the edge of the sentence on either side. */
export function mayFollow(previous: number, next: number): boolean {
  const open = previous >= 0 && opens(previous);
  if (next < 0) return !open;
  return open ? continues(next) && typeOf(previous) === typeOf(next) : !continues(next);
}

/** A name as a half-open range of words of its sentence. */
export interface LabelledName {
  readonly first: number;
  readonly last: number;
  readonly type: number;
}

/** The names that a well-formed row of labels spells. */
export function namesOf(labels: ArrayLike<number>): LabelledName[] {
  const names: LabelledName[] = [];
  let first = 0;
  for (let i = 0; i < labels.length; i++) {
    const position = positionOf(labels[i]!);
    if (position === 1 || position === 4) first = i;
    if (position === 3 || position === 4) names.push({ first, last: i + 1, type: typeOf(labels[i]!) });
  }
  return names;
}
