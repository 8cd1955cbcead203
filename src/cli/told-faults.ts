import type { ClaimlineError } from '../core/errors.ts';
import { faultLine } from './report-fault.ts';

/** How many faults are told one by one. */
const MOST_TOLD = 20;

/** Tells faults of single records on stderr as they come, the first of them, and at the end how many more there were. */
export class ToldFaults {
  #count = 0;

  get count(): number {
    return this.#count;
  }

  tell(fault: ClaimlineError): void {
    if (++this.#count <= MOST_TOLD) process.stderr.write(`claimline: ${faultLine(fault)}\n`);
  }

  /** @param hint where all of them can be had */
  end(hint = ''): void {
    if (this.#count > MOST_TOLD) {
      process.stderr.write(`claimline: ${this.#count - MOST_TOLD} more failed${hint && `; ${hint}`}\n`);
    }
  }
}
