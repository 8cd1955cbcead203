import { z } from 'zod';
import { ClaimlineError } from '../core/errors.ts';
import type { LayerName } from '../core/layers.ts';
import { createPlan, type Plan, type PlannedStage } from '../core/plan.ts';
import type { Intake, Stage } from '../core/stage.ts';
import { closest } from '../language/string-distance.ts';

/** Every stage and intake there is, in the default order. */
export interface Catalogue {
  readonly intakes: readonly Intake<never>[];
  readonly stages: readonly Stage<LayerName, never>[];
}

/** What `pipeline.config.json` holds; everything may be left out. */
export interface PipelineConfig {
  /** For editors. */
  readonly $schema?: string;
  /** Options of the intakes, by name. */
  readonly intake?: Readonly<Record<string, unknown>>;
  /** The stages in order: a name, or a name with options. Default: all of the catalogue. */
  readonly stages?: readonly (
    | string
    | { readonly name: string; readonly options?: Readonly<Record<string, unknown>> }
  )[];
}

/** A config checked against the catalogue, defaults filled in. */
export interface ResolvedConfig {
  readonly plan: Plan;
  readonly intakes: readonly { readonly intake: Intake<unknown>; readonly options: unknown }[];
  /** The config in full with keys in a fixed order; its hash identifies it. */
  readonly canonical: string;
}

const outline = z.strictObject({
  $schema: z.string().optional(),
  intake: z.record(z.string(), z.unknown()).optional(),
  stages: z
    .array(
      z.union([
        z.string(),
        z.strictObject({ name: z.string(), options: z.record(z.string(), z.unknown()).optional() }),
      ]),
    )
    .min(1)
    .optional(),
});

const OUTLINE_KEYS = ['$schema', 'intake', 'stages'];

/**
 * @param given layers that intake provides
 * @throws ClaimlineError `config/invalid`, `config/unknown-stage`, `config/unknown-option` or a plan error; the message
 *   starts with the exact path, the hint names the nearest valid name.
 */
export function resolveConfig(
  config: unknown,
  catalogue: Catalogue,
  given: readonly LayerName[],
): ResolvedConfig {
  const parsed = outline.safeParse(config ?? {});
  if (!parsed.success) throw issueError(parsed.error.issues[0]!, '', OUTLINE_KEYS);
  const stageNames = catalogue.stages.map((stage) => stage.name);
  const wanted = parsed.data.stages ?? stageNames;

  const stages = wanted.map((entry, index): PlannedStage => {
    const { name, options } = typeof entry === 'string' ? { name: entry, options: undefined } : entry;
    const path = typeof entry === 'string' ? `stages[${index}]` : `stages[${index}].name`;
    const stage = find(catalogue.stages, name, path, 'stage');
    return {
      stage: stage as Stage<LayerName, unknown>,
      options: parseOptions(stage.options, options, `stages[${index}].options`),
    };
  });

  const given_ = parsed.data.intake ?? {};
  for (const name of Object.keys(given_)) find(catalogue.intakes, name, `intake.${name}`, 'intake');
  const intakes = catalogue.intakes.map((intake) => ({
    intake: intake as unknown as Intake<unknown>,
    options: parseOptions(intake.options, given_[intake.name], `intake.${intake.name}`),
  }));

  const canonical = canonicalJson({
    intake: Object.fromEntries(intakes.map(({ intake, options }) => [intake.name, options])),
    stages: stages.map(({ stage, options }) => ({ name: stage.name, options })),
  });
  return { plan: createPlan(stages, given), intakes, canonical };
}

/** JSON Schema of the config file, built from the catalogue. */
export function configJsonSchema(catalogue: Catalogue): object {
  const stage = z.union(
    catalogue.stages.flatMap((s) => [
      z.literal(s.name),
      z.strictObject({ name: z.literal(s.name), options: (s.options as z.ZodType).optional() }),
    ]),
  );
  const schema = z.strictObject({
    $schema: z.string().optional(),
    intake: z
      .strictObject(
        Object.fromEntries(catalogue.intakes.map((i) => [i.name, (i.options as z.ZodType).optional()])),
      )
      .optional(),
    stages: z.array(stage).optional(),
  });
  return z.toJSONSchema(schema, { target: 'draft-2020-12', io: 'input' });
}

function find<T extends { readonly name: string }>(
  all: readonly T[],
  name: string,
  path: string,
  what: string,
): T {
  const found = all.find((one) => one.name === name);
  if (found) return found;
  const names = all.map((one) => one.name);
  const near = closest(name, names);
  throw new ClaimlineError('config/unknown-stage', `${path}: there is no ${what} "${name}"`, {
    hint: near ? `did you mean "${near}"?` : `known: ${names.join(', ')}`,
  });
}

function parseOptions(schema: z.ZodType<unknown>, value: unknown, path: string): unknown {
  const parsed = schema.safeParse(value ?? {});
  if (parsed.success) return parsed.data;
  const known = schema instanceof z.ZodObject ? Object.keys(schema.shape) : [];
  throw issueError(parsed.error.issues[0]!, path, known);
}

function issueError(issue: z.core.$ZodIssue, base: string, known: readonly string[]): ClaimlineError {
  const path = issue.path.reduce<string>(
    (at, key) =>
      typeof key === 'number' ? `${at}[${key}]` : at === '' ? String(key) : `${at}.${String(key)}`,
    base,
  );
  if (issue.code === 'unrecognized_keys') {
    const key = issue.keys[0]!;
    const near = closest(key, known);
    const at = path === '' ? key : `${path}.${key}`;
    return new ClaimlineError('config/unknown-option', `${at}: there is no such option`, {
      hint: near
        ? `did you mean "${near}"?`
        : known.length > 0
          ? `known: ${known.join(', ')}`
          : 'it takes no options',
    });
  }
  return new ClaimlineError('config/invalid', `${path || 'config'}: ${issue.message}`, {
    hint: '`claimline schema --config` prints the JSON Schema of the file',
  });
}

/** JSON with the keys of every object sorted, so that equal values give equal text. */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_key, inner: unknown) =>
    inner !== null && typeof inner === 'object' && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)))
      : inner,
  );
}
