/** Where a fault happened: the file or URL, the record in it (0-based line or entry), the stage. */
export interface FaultLocation {
  readonly file?: string | undefined;
  readonly record?: number | string | undefined;
  readonly stage?: string | undefined;
}

export type FaultCode =
  | 'config/invalid'
  | 'config/unreadable'
  | 'config/unknown-stage'
  | 'config/unknown-option'
  | 'plan/unmet-requirement'
  | 'plan/duplicate-provider'
  | 'input/unreadable'
  | 'input/empty'
  | 'input/binary'
  | 'input/too-large'
  | 'input/truncated'
  | 'input/malformed'
  | 'input/unsupported'
  | 'input/no-match'
  | 'stage/failed'
  | 'stage/timeout'
  | 'worker/crashed'
  | 'models/missing'
  | 'models/corrupt'
  | 'record/invalid'
  | 'gold/invalid'
  | 'sink/failed'
  | 'usage';

/** Every fault that Claimline raises on purpose: a stable code, what happened, what to do, and where. */
export class ClaimlineError extends Error {
  override readonly name = 'ClaimlineError';
  readonly code: FaultCode;
  /** What the reader can do about it; one sentence. */
  readonly hint: string | undefined;
  readonly location: FaultLocation;

  constructor(
    code: FaultCode,
    message: string,
    options: { hint?: string; location?: FaultLocation; cause?: unknown } = {},
  ) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause });
    this.code = code;
    this.hint = options.hint;
    this.location = options.location ?? {};
  }

  /** The same fault with more of its place known; what is already known stays. */
  at(location: FaultLocation): ClaimlineError {
    const error = new ClaimlineError(this.code, this.message, {
      ...(this.hint === undefined ? {} : { hint: this.hint }),
      location: { ...location, ...definedOnly(this.location) },
      cause: this.cause,
    });
    if (this.stack !== undefined) error.stack = this.stack;
    return error;
  }

  /** The plain object written into a failed row. */
  toJSON(): { code: FaultCode; message: string; hint?: string; location: FaultLocation } {
    return {
      code: this.code,
      message: this.message,
      ...(this.hint === undefined ? {} : { hint: this.hint }),
      // What is wrong with an input shows before any stage has it.
      location: definedOnly({
        ...this.location,
        stage: this.location.stage ?? (this.code.startsWith('input/') ? 'input' : undefined),
      }),
    };
  }
}

/** Any thrown value as a ClaimlineError; a foreign one becomes `stage/failed` with its cause. */
export function toClaimlineError(thrown: unknown, location: FaultLocation = {}): ClaimlineError {
  if (thrown instanceof ClaimlineError) return thrown.at(location);
  const message = thrown instanceof Error ? thrown.message : String(thrown);
  return new ClaimlineError('stage/failed', message, { location, cause: thrown });
}

function definedOnly(location: FaultLocation): FaultLocation {
  return Object.fromEntries(Object.entries(location).filter(([, value]) => value !== undefined));
}
