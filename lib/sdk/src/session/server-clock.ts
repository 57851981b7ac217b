import type { Clock } from '../host/clock.js';

/**
 * The server's time, from the local clocks and what the server has told.
 *
 * Two estimates are kept. The wall clock also runs while the machine sleeps, but a user or NTP may set it;
 * the monotonic clock cannot be set, but may stand still in sleep. Only where both agree is a time certain.
 */
export class ServerClock {
  private wallOffset = 0;
  private monotonicOffset: number;
  /** Whether the server has told its time. */
  known = false;

  constructor(private readonly clock: Clock) {
    this.monotonicOffset = clock.now() - clock.monotonic();
  }

  /** The server told its time; unix milliseconds. */
  learn(serverTime: number): void {
    this.wallOffset = serverTime - this.clock.now();
    this.monotonicOffset = serverTime - this.clock.monotonic();
    this.known = true;
  }

  /** Best guess of the server's time; unix milliseconds. */
  now(): number {
    return this.clock.now() + this.wallOffset;
  }

  /** Unix seconds. */
  seconds(): number {
    return Math.floor(this.now() / 1000);
  }

  /**
   * Whether a moment (unix milliseconds) has passed: `no`, `yes`, or `perhaps` when only the wall clock
   * says so, because the machine slept or because somebody set the clock.
   */
  passed(moment: number): 'no' | 'yes' | 'perhaps' {
    if (this.certain() >= moment) return 'yes';
    return this.now() >= moment ? 'perhaps' : 'no';
  }

  /** Milliseconds until the first of the two estimates reaches a moment (unix milliseconds). */
  until(moment: number): number {
    return moment - Math.max(this.certain(), this.now());
  }

  private certain(): number {
    return this.clock.monotonic() + this.monotonicOffset;
  }
}
