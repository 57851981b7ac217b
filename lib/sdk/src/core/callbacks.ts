import type { Clock } from '../host/clock.js';

/**
 * Runs the app's callbacks: never inside the call that caused them, in the order they were posted, and
 * without letting an exception in one of them reach the SDK or hold back the next.
 */
export class Callbacks {
  private waiting: (() => void)[] = [];
  /** Whether callbacks are running right now. */
  private running = false;

  constructor(private readonly clock: Clock) {}

  post(callback: () => void): void {
    this.waiting.push(callback);
    if (this.waiting.length === 1) this.clock.defer(this.run);
  }

  /**
   * For an answer that comes out of this queue itself, from the engine: it is the answer's turn, and posting it
   * once more would let later events overtake it.
   */
  deliver(callback: () => void): void {
    if (this.running) runAlone(callback);
    else this.post(callback);
  }

  /** What a callback posts runs in a later turn, so that a loop of calls and callbacks cannot starve the process. */
  private readonly run = (): void => {
    const due = this.waiting;
    this.waiting = [];
    this.running = true;
    for (const callback of due) runAlone(callback);
    this.running = false;
  };
}

/** Runs a function of the app. An exception goes to the process (`uncaughtException`, `window.onerror`), not to us. */
export function runAlone(callback: () => void): void {
  try {
    callback();
  } catch (error) {
    queueMicrotask(() => {
      throw error;
    });
  }
}
