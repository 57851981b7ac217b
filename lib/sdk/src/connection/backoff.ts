/** Shortest wait before dialling again; milliseconds. */
const BASE = 500;
/** Longest wait; milliseconds. */
const CAP = 20_000;
/** A connection that held this long counts as stable; milliseconds. */
export const STABLE_AFTER = 25_000;

/**
 * Full jitter: a random time up to a limit that doubles with every failure, so that clients which lost
 * the same server do not come back at the same moment.
 */
export class Backoff {
  private failures = 0;

  constructor(private readonly random: () => number = Math.random) {}

  /** Milliseconds to wait before the next attempt. */
  next(): number {
    const limit = Math.min(CAP, BASE * 2 ** this.failures);
    this.failures += 1;
    return this.random() * limit;
  }

  reset(): void {
    this.failures = 0;
  }
}
