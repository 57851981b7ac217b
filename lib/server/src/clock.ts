// Imported by name: the globals are forbidden everywhere, so that nothing but this file makes timers.
import { clearTimeout, setImmediate, setTimeout } from 'node:timers';
import { performance } from 'node:perf_hooks';

/** A running timer. */
export type Timer = object | number;

/** All time of the server comes from here, so that tests can turn it by hand. */
export interface Clock {
  /** Wall clock, unix milliseconds. Jumps when somebody sets it. */
  now(): number;
  /** Milliseconds from an arbitrary start; never jumps. */
  monotonic(): number;
  /** At most 2^31-1 milliseconds; the ticker never asks for more than a second. */
  setTimeout(run: () => void, milliseconds: number): Timer;
  clearTimeout(timer: Timer): void;
  /** Runs after the current call and after I/O that is already waiting. */
  defer(run: () => void): void;
}

export const systemClock: Clock = {
  // eslint-disable-next-line no-restricted-properties -- the one place where time enters
  now: () => Date.now(),
  monotonic: () => performance.now(),
  setTimeout: (run, milliseconds) => setTimeout(run, milliseconds),
  clearTimeout: (timer) => {
    clearTimeout(timer as NodeJS.Timeout);
  },
  defer: (run) => {
    setImmediate(run);
  },
};

/** The wall clock in whole seconds. */
export function unixSeconds(clock: Clock): number {
  return Math.floor(clock.now() / 1000);
}

/** Resolves after a time, or as soon as the signal aborts. */
export function delay(clock: Clock, milliseconds: number, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = clock.setTimeout(done, milliseconds);
    signal?.addEventListener('abort', done, { once: true });
    function done(): void {
      clock.clearTimeout(timer);
      signal?.removeEventListener('abort', done);
      resolve();
    }
  });
}
