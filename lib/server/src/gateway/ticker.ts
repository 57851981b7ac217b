import type { Clock, Timer } from '../clock.js';

/** One timer for everything that happens from time to time. */
export class Ticker {
  private timer: Timer | undefined;
  private next = Infinity;
  private stopped = false;

  constructor(
    private readonly clock: Clock,
    /** Longest time between two looks; milliseconds. */
    private readonly interval: number,
    /** Does what is due at `now`, and says when the next thing is. */
    private readonly tick: (now: number) => number,
  ) {
    this.schedule(Infinity);
  }

  /** Something is due at this time. */
  wakeBy(due: number): void {
    if (due < this.next) this.schedule(due);
  }

  stop(): void {
    this.stopped = true;
    if (this.timer !== undefined) this.clock.clearTimeout(this.timer);
  }

  private schedule(due: number): void {
    if (this.timer !== undefined) this.clock.clearTimeout(this.timer);
    if (this.stopped) return;
    const now = this.clock.monotonic();
    this.next = Math.min(due, now + this.interval);
    this.timer = this.clock.setTimeout(
      () => {
        this.next = Infinity;
        const due = this.tick(this.clock.monotonic());
        this.schedule(Math.min(due, this.next));
      },
      Math.max(0, this.next - now),
    );
  }
}
