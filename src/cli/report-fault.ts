import { ClaimlineError } from '../core/errors.ts';

/** Prints a fault to stderr, with what to do about it; returns the exit code: 2 for usage and config, else 1. */
export function reportFault(thrown: unknown): number {
  if (!(thrown instanceof ClaimlineError)) {
    process.stderr.write(
      `claimline: ${thrown instanceof Error ? (thrown.stack ?? thrown.message) : String(thrown)}\n`,
    );
    return 1;
  }
  process.stderr.write(`claimline: ${faultLine(thrown)}\n`);
  return /^(?:usage|config\/|plan\/|input\/no-match|gold\/)/.test(thrown.code) ? 2 : 1;
}

/** One line: place, message, code, hint. */
export function faultLine(error: ClaimlineError): string {
  const { file, record, stage } = error.location;
  const place = [file, record === undefined ? undefined : `record ${record}`, stage && `stage ${stage}`]
    .filter((part) => part !== undefined && part !== '')
    .join(', ');
  return `${place ? `${place}: ` : ''}${error.message} [${error.code}]${error.hint ? ` (${error.hint})` : ''}`;
}
