import type { Ending, Scope } from './scope.js';

/** A running timer. */
export type Timer = object | number;

/** All time comes from here, so that tests can turn it by hand. */
export interface Clock {
  /** Wall clock, unix milliseconds. May jump when the user or NTP sets it. */
  now(): number;
  /** Milliseconds from an arbitrary start; never jumps, but may stand still while the machine sleeps. */
  monotonic(): number;
  setTimeout(run: () => void, milliseconds: number): Timer;
  clearTimeout(timer: Timer): void;
  /** Runs after the current call and after I/O that is already waiting. */
  defer(run: () => void): void;
}

/** Longest time that one timer can hold; more would fire at once. */
export const LONGEST_TIMER = 0x7fff_ffff;

/** Runs `run` once after a time of any length, unless the scope ends first. */
export function after(clock: Clock, milliseconds: number, scope: Scope, run: () => void): void {
  if (scope.isOver) return;
  const delay = new Delay(clock, clock.monotonic() + Math.max(0, milliseconds), scope, run);
  scope.onEnd(delay);
  delay.arm();
}

/** A wait that may be longer than one timer can hold. */
class Delay implements Ending {
  private timer: Timer | undefined;

  constructor(
    private readonly clock: Clock,
    private readonly due: number,
    private readonly scope: Scope,
    private readonly run: () => void,
  ) {}

  arm(): void {
    const left = this.due - this.clock.monotonic();
    this.timer = this.clock.setTimeout(
      () => {
        if (left > LONGEST_TIMER) this.arm();
        else this.finish();
      },
      Math.min(left, LONGEST_TIMER),
    );
  }

  private finish(): void {
    this.scope.offEnd(this);
    this.run();
  }

  end(): void {
    if (this.timer !== undefined) this.clock.clearTimeout(this.timer);
  }
}
