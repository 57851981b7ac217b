import type { Clock, Timer } from '../../lib/sdk/src/host/clock.js';

interface Pending {
  readonly due: number;
  readonly order: number;
  readonly run: () => void;
}

/** A clock that a test turns by hand. Timers run in order of their time; deferred work runs in `settle`. */
export class ManualClock implements Clock {
  private wall: number;
  private mono = 1000;
  private order = 0;
  private readonly timers = new Map<object, Pending>();
  private deferred: (() => void)[] = [];

  constructor(start = 1_700_000_000_000) {
    this.wall = start;
  }

  now(): number {
    return this.wall;
  }

  monotonic(): number {
    return this.mono;
  }

  setTimeout(run: () => void, milliseconds: number): Timer {
    const handle = {};
    this.timers.set(handle, { due: this.mono + Math.max(0, milliseconds), order: this.order++, run });
    return handle;
  }

  clearTimeout(timer: Timer): void {
    this.timers.delete(timer as object);
  }

  defer(run: () => void): void {
    this.deferred.push(run);
  }

  get timerCount(): number {
    return this.timers.size;
  }

  /** Lets promises and deferred work finish, without moving the time. */
  async settle(): Promise<void> {
    for (let quiet = 0; quiet < 3; quiet += 1) {
      await new Promise((resolve) => setImmediate(resolve));
      if (this.deferred.length > 0) quiet = 0;
      const due = this.deferred;
      this.deferred = [];
      for (const run of due) run();
    }
  }

  /** Moves both clocks on, running what falls due on the way. */
  async advance(milliseconds: number): Promise<void> {
    await this.settle();
    const end = this.mono + milliseconds;
    for (;;) {
      const next = this.nextDue(end);
      if (next === undefined) break;
      const [handle, { due, run }] = next;
      this.move(Math.max(0, due - this.mono));
      this.timers.delete(handle);
      run();
      await this.settle();
    }
    this.move(end - this.mono);
    await this.settle();
  }

  /** Somebody sets the wall clock, or the machine slept: timers have not noticed. */
  jumpWall(milliseconds: number): void {
    this.wall += milliseconds;
  }

  /** The process was frozen: both clocks ran, timers did not. */
  async freeze(milliseconds: number): Promise<void> {
    this.move(milliseconds);
    await this.advance(0);
  }

  private move(milliseconds: number): void {
    this.mono += milliseconds;
    this.wall += milliseconds;
  }

  private nextDue(end: number): [object, Pending] | undefined {
    return [...this.timers]
      .filter(([, { due }]) => due <= end)
      .sort(([, a], [, b]) => a.due - b.due || a.order - b.order)[0];
  }
}
