import type { Diagnostic } from './diagnostic.ts';
import { createDoc, type Doc, type Source, withLayer } from './doc.ts';
import { toClaimlineError } from './errors.ts';
import type { LayerName, Layers } from './layers.ts';
import type { Plan } from './plan.ts';
import type { Intake, ModelStore, StageContext } from './stage.ts';

export interface RunResult {
  readonly doc: Doc;
  readonly diagnostics: readonly Diagnostic[];
  /** Hex SHA-256 of every model that this document used, by name in order. */
  readonly models: Readonly<Record<string, string>>;
  /** Milliseconds per stage, when a clock was given. */
  readonly timings: Readonly<Record<string, number>>;
}

export interface RunOptions {
  readonly intake: Intake<unknown>;
  readonly intakeOptions: unknown;
  readonly plan: Plan;
  readonly models: ModelStore;
  /** Milliseconds from any origin; without it nothing is timed. */
  readonly clock?: () => number;
}

/** Diagnostics kept of one code in one document; the rest is counted in a last one. */
const MAX_DIAGNOSTICS_PER_CODE = 50;

/**
 * Runs a plan on one source.
 * @throws ClaimlineError with the stage in its location; foreign errors become `stage/failed`.
 */
export function runPlan(source: Source, options: RunOptions): RunResult {
  const diagnostics = new DiagnosticLog();
  const timings: Record<string, number> = {};
  const models = new UsedModels(options.models);
  const timed = <T>(name: string, work: (context: StageContext) => T): T => {
    const began = options.clock?.() ?? 0;
    try {
      return work({ diagnose: (d) => diagnostics.add({ ...d, stage: name }), models });
    } catch (thrown) {
      throw toClaimlineError(thrown, { stage: name });
    } finally {
      if (options.clock) timings[name] = options.clock() - began;
    }
  };

  const { intake, plan } = options;
  const taken = timed(intake.name, (context) => intake.run(source, options.intakeOptions, context));
  const { text, map, ...layers } = taken;
  let doc = createDoc(source, text, map);
  for (const [name, layer] of Object.entries(layers)) {
    doc = withLayer(doc, name as LayerName, layer as Layers[LayerName]);
  }
  for (const { stage, options: stageOptions } of plan.stages) {
    doc = withLayer(
      doc,
      stage.provides,
      timed(stage.name, (context) => stage.run(doc, stageOptions, context)),
    );
  }
  return { doc, diagnostics: diagnostics.all(), models: models.hashes(), timings };
}

/** Notes which models one document uses: what others used before it is not its business. */
class UsedModels implements ModelStore {
  readonly #store: ModelStore;
  readonly #names = new Set<string>();

  constructor(store: ModelStore) {
    this.#store = store;
  }

  bytes(name: string): Uint8Array {
    this.#names.add(name);
    return this.#store.bytes(name);
  }

  get<T>(name: string, load: (bytes: Uint8Array) => T): T {
    this.#names.add(name);
    return this.#store.get(name, load);
  }

  sha256(name: string): string {
    return this.#store.sha256(name);
  }

  hashes(): Record<string, string> {
    return Object.fromEntries([...this.#names].sort().map((name) => [name, this.#store.sha256(name)]));
  }
}

class DiagnosticLog {
  readonly #kept: Diagnostic[] = [];
  readonly #count = new Map<string, { diagnostic: Diagnostic; count: number }>();

  add(diagnostic: Diagnostic): void {
    const seen = this.#count.get(diagnostic.code);
    if (seen) seen.count++;
    else this.#count.set(diagnostic.code, { diagnostic, count: 1 });
    if ((seen?.count ?? 1) <= MAX_DIAGNOSTICS_PER_CODE) this.#kept.push(diagnostic);
  }

  all(): Diagnostic[] {
    const rest: Diagnostic[] = [];
    for (const { diagnostic, count } of this.#count.values()) {
      const more = count - MAX_DIAGNOSTICS_PER_CODE;
      if (more > 0) {
        const { severity, code, stage } = diagnostic;
        rest.push({ severity, code, stage, message: `${more} more of these` });
      }
    }
    return [...this.#kept, ...rest];
  }
}
