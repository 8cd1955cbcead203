import { z } from 'zod';
import { ClaimlineError } from '../core/errors.ts';
import { figureValue, type LayerScore, totals } from './score.ts';

const figures = z.record(z.string(), z.number().min(0).max(1));

/** The recorded floors: what was reached, and which items were not, so that gains and losses can be named. */
export const BaselineSchema = z.strictObject({
  total: z.record(z.string(), figures),
  fixtures: z.record(
    z.string(),
    z.record(
      z.string(),
      z.strictObject({
        figures,
        faults: z.record(z.string(), z.string()).describe('item -> what was wrong'),
      }),
    ),
  ),
});

export type Baseline = z.infer<typeof BaselineSchema>;

/** One fixture's scores, layer by layer. */
export interface FixtureScore {
  readonly name: string;
  readonly layers: readonly LayerScore[];
}

/** @throws ClaimlineError `gold/invalid` */
export function parseBaseline(json: unknown, file?: string): Baseline {
  const parsed = BaselineSchema.safeParse(json);
  if (parsed.success) return parsed.data;
  throw new ClaimlineError('gold/invalid', `the baseline does not hold: ${z.prettifyError(parsed.error)}`, {
    hint: 'write it anew with `claimline eval FIXTURES --baseline FILE -u`',
    location: file === undefined ? {} : { file },
  });
}

export function baselineOf(scores: readonly FixtureScore[]): Baseline {
  return {
    total: Object.fromEntries(totals(scores.map((score) => score.layers)).map((s) => [s.layer, floorsOf(s)])),
    fixtures: Object.fromEntries(
      [...scores]
        .sort((a, b) => (a.name < b.name ? -1 : 1))
        .map(({ name, layers }) => [
          name,
          Object.fromEntries(
            layers.map((score) => [
              score.layer,
              {
                figures: floorsOf(score),
                faults: Object.fromEntries(
                  score.items
                    .filter((item) => item.outcome !== 'right')
                    .map((item) => [item.id, `${item.outcome}: ${item.note}`]),
                ),
              },
            ]),
          ),
        ]),
    ),
  };
}

/** Rounded down, so that a floor is never above what was measured; no floor where nothing was asked. */
function floorsOf(score: LayerScore): Record<string, number> {
  return Object.fromEntries(
    Object.entries(score.figures)
      .filter(([, figure]) => figure.kind === 'prf' || figure.of > 0)
      .map(([name, figure]) => [name, Math.floor(figureValue(figure) * 1e4) / 1e4]),
  );
}
