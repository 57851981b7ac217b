import type { Clock } from './clock.js';

const MINUTE = 60_000;

interface Window {
  count: number;
  readonly ends: number;
}

/** Counts what happens per key within a minute from the first time. The number of keys is bounded. */
export class MinuteCounter {
  /** In the order in which the minutes began. */
  private readonly windows = new Map<string, Window>();

  constructor(
    private readonly clock: Clock,
    private readonly maxKeys = 100_000,
  ) {}

  add(key: string, times = 1): void {
    if (times === 0) return;
    const window = this.current(key);
    if (window !== undefined) {
      window.count += times;
      return;
    }
    this.windows.set(key, { count: times, ends: this.clock.monotonic() + MINUTE });
    if (this.windows.size > this.maxKeys) this.forgetOldest();
  }

  count(key: string): number {
    return this.current(key)?.count ?? 0;
  }

  /** Milliseconds until the count of this key starts anew. */
  resetIn(key: string): number {
    const window = this.current(key);
    return window === undefined ? 0 : Math.ceil(window.ends - this.clock.monotonic());
  }

  get size(): number {
    return this.windows.size;
  }

  private current(key: string): Window | undefined {
    const window = this.windows.get(key);
    if (window === undefined || window.ends > this.clock.monotonic()) return window;
    this.windows.delete(key);
    return undefined;
  }

  /** Makes room: everything that is over, and in any case the oldest. */
  private forgetOldest(): void {
    const now = this.clock.monotonic();
    let first = true;
    for (const [key, { ends }] of this.windows) {
      if (!first && ends > now) return;
      first = false;
      this.windows.delete(key);
    }
  }
}
