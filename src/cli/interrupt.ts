/** Ctrl-C: the first finishes what is in flight, the second ends at once. */
export class Interrupt {
  readonly #stop: AbortController;
  signalled = false;

  constructor(stop: AbortController) {
    this.#stop = stop;
    process.on('SIGINT', this.#onSignal);
    process.on('SIGTERM', this.#onSignal);
  }

  release(): void {
    process.off('SIGINT', this.#onSignal);
    process.off('SIGTERM', this.#onSignal);
  }

  readonly #onSignal = (signal: NodeJS.Signals) => {
    if (this.signalled) {
      this.release();
      process.kill(process.pid, signal);
      return;
    }
    this.signalled = true;
    process.stderr.write('claimline: finishing what is in flight; once more to stop at once\n');
    this.#stop.abort();
  };
}
