import type { Baseline, FixtureScore } from './baseline.ts';
import type { KnownFailure } from './gold-schema.ts';
import { figureValue, type Item, totals } from './score.ts';

/**
 * Shares of what was found, whose whole grows and shrinks with the finds: one article's may fall through a gain
 * elsewhere, so they have a floor over all articles only.
 */
const TOTAL_ONLY: Readonly<Record<string, (figure: string) => boolean>> = {
  timexes: (figure) => figure === 'type',
  entities: (figure) => figure === 'types',
  claims: (figure) => figure !== 'claims',
};

export interface Fall {
  /** `total` for all together. */
  readonly fixture: string;
  readonly layer: string;
  readonly figure: string;
  readonly floor: number;
  readonly value: number;
}

export interface Change {
  readonly fixture: string;
  readonly layer: string;
  readonly id: string;
  readonly note: string;
  /** Raw offset. */
  readonly at?: number;
}

export interface GateProblem {
  readonly fixture: string;
  readonly problem: string;
}

export interface GateReport {
  readonly passed: boolean;
  readonly falls: readonly Fall[];
  readonly gained: readonly Change[];
  readonly lost: readonly Change[];
  readonly problems: readonly GateProblem[];
}

export interface GateInput {
  readonly scores: readonly FixtureScore[];
  readonly baseline: Baseline;
  /** How far below its floor a figure may lie, 0 to 1. */
  readonly tolerance: number;
  /** Declared failures by fixture. */
  readonly known: ReadonlyMap<string, readonly KnownFailure[]>;
  /** Folders that are no whole fixture. */
  readonly broken: readonly { readonly name: string; readonly problem: string }[];
  /** All fixtures were run, so that totals compare and a recorded fixture that is gone is one. */
  readonly complete: boolean;
}

/** Compares scores with the recorded floors. It fails on a fall, a broken or unrecorded fixture, or a stale declaration. */
export function gate({ scores, baseline, tolerance, known, broken, complete }: GateInput): GateReport {
  const falls: Fall[] = [];
  const gained: Change[] = [];
  const lost: Change[] = [];
  const problems: GateProblem[] = broken.map(({ name, problem }) => ({ fixture: name, problem }));
  const check = (
    fixture: string,
    layer: string,
    figure: string,
    floor: number,
    value: number | undefined,
  ) => {
    if (value === undefined) {
      problems.push({ fixture, problem: `${layer}.${figure} has a floor and is no longer measured` });
    } else if (value < floor - tolerance - 1e-9) falls.push({ fixture, layer, figure, floor, value });
  };

  for (const { name, layers } of scores) {
    problems.push(...staleDeclarations(name, layers, known.get(name) ?? []));
    const recorded = baseline.fixtures[name];
    if (recorded === undefined) {
      problems.push({
        fixture: name,
        problem: 'has no floors in the baseline, so nothing uses it; accept it with -u',
      });
      continue;
    }
    const byLayer = new Map(layers.map((score) => [score.layer, score]));
    for (const [layer, { figures, faults }] of Object.entries(recorded)) {
      const score = byLayer.get(layer);
      for (const [figure, floor] of Object.entries(figures)) {
        if (TOTAL_ONLY[layer]?.(figure)) continue;
        const now = score?.figures[figure];
        check(name, layer, figure, floor, now === undefined ? undefined : figureValue(now));
      }
      const now = new Map(score?.items.map((item) => [item.id, item]));
      for (const item of now.values()) {
        if (item.outcome === 'right' || item.id in faults) continue;
        // A wrong slot of a claim that was missed before is part of a gain.
        if (faults[parentOf(item.id)]?.startsWith('missed') !== true) lost.push(change(name, layer, item));
      }
      for (const [id, note] of Object.entries(faults)) {
        const item = now.get(id);
        // A slot of a claim that is not found any more is no gain; the claim itself is then lost.
        if (item === undefined ? isSpurious(id, note) : item.outcome === 'right') {
          gained.push({ fixture: name, layer, id, note: item?.note ?? note });
        }
      }
    }
    for (const { layer } of layers) {
      if (recorded[layer] === undefined) {
        problems.push({ fixture: name, problem: `${layer} has no floor in the baseline; accept it with -u` });
      }
    }
  }
  if (complete) {
    const names = new Set([...scores.map((score) => score.name), ...broken.map((fixture) => fixture.name)]);
    for (const name of Object.keys(baseline.fixtures)) {
      if (!names.has(name))
        problems.push({ fixture: name, problem: 'has floors in the baseline and is gone' });
    }
    const sums = new Map(
      totals(scores.map((score) => score.layers)).map((score) => [score.layer, score.figures]),
    );
    for (const [layer, figures] of Object.entries(baseline.total)) {
      for (const [figure, floor] of Object.entries(figures)) {
        const now = sums.get(layer)?.[figure];
        check('total', layer, figure, floor, now === undefined ? undefined : figureValue(now));
      }
    }
  }
  return { passed: falls.length === 0 && problems.length === 0, falls, gained, lost, problems };
}

function change(fixture: string, layer: string, { id, outcome, note, at }: Item): Change {
  return { fixture, layer, id, note: `${outcome}: ${note}`, ...(at === undefined ? {} : { at }) };
}

/** `claims/c1` of `claims/c1.time`. */
function parentOf(id: string): string {
  const dot = id.lastIndexOf('.');
  return dot < 0 ? '' : id.slice(0, dot);
}

function isSpurious(id: string, note: string): boolean {
  return id.includes('/+') || note.startsWith('spurious');
}

/** A declared failure must still fail: one that does not, or that names nothing, is to be taken out. */
function staleDeclarations(
  fixture: string,
  layers: FixtureScore['layers'],
  known: readonly KnownFailure[],
): GateProblem[] {
  const items = new Map(layers.flatMap((score) => score.items).map((item) => [item.id, item]));
  return known.flatMap(({ item: id }) => {
    const item = items.get(id);
    if (item !== undefined && item.outcome !== 'right') return [];
    const problem =
      item === undefined && !id.includes('/+') && !id.includes('.')
        ? `the known failure ${id} names no item`
        : `the known failure ${id} no longer fails: take it out of gold.json`;
    return [{ fixture, problem }];
  });
}
