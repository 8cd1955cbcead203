import type { WriteStream } from 'node:tty';

/** Counts of a run. */
export interface Tally {
  done: number;
  failed: number;
  skipped: number;
  /** Near-duplicates that were left out. */
  copies: number;
  claims: number;
}

export interface Progress {
  readonly tally: Tally;
  /** Bytes read so far. */
  bytes: number;
  /** Bytes to read in all, once known. */
  total: number | undefined;
  stop(): void;
}

const LINE_MILLISECONDS = 10_000;
const BAR_MILLISECONDS = 200;

/** Tells on stderr how a run goes: a bar on a terminal, else a JSON line every 10 seconds. */
export function startProgress(out: WriteStream): Progress {
  const began = performance.now();
  const progress: Progress = {
    tally: { done: 0, failed: 0, skipped: 0, copies: 0, claims: 0 },
    bytes: 0,
    total: undefined,
    stop: () => {
      clearInterval(timer);
      if (out.isTTY) out.write('\r\x1b[K');
    },
  };
  const show = () => {
    const { done, failed } = progress.tally;
    const seconds = (performance.now() - began) / 1000;
    const perSecond = round((done + failed) / seconds);
    const share = progress.total ? Math.min(1, progress.bytes / progress.total) : undefined;
    const secondsLeft = share ? Math.round(seconds / share - seconds) : null;
    if (!out.isTTY) out.write(`${JSON.stringify({ done, failed, perSecond, secondsLeft })}\n`);
    else {
      const width = 24;
      const filled = Math.round((share ?? 0) * width);
      const bar = share === undefined ? '' : `[${'#'.repeat(filled)}${'-'.repeat(width - filled)}] `;
      const left = secondsLeft === null ? '' : `, ${secondsLeft} s left`;
      out.write(`\r\x1b[K${bar}${done} done, ${failed} failed, ${perSecond}/s${left}`);
    }
  };
  const timer = setInterval(show, out.isTTY ? BAR_MILLISECONDS : LINE_MILLISECONDS);
  timer.unref();
  return progress;
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
