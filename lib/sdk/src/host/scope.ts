/**
 * A stretch of time that ends once, such as that of a state: its timers and waits end with it. An AbortController does
 * the same by way of events, at several times the memory, which counts in a process with thousands of accounts.
 */
export class Scope {
  private over = false;
  private endings: Set<() => void> | undefined;

  get isOver(): boolean {
    return this.over;
  }

  /** Runs something once at the end. A scope that is over runs nothing any more. */
  onEnd(run: () => void): void {
    if (this.over) return;
    this.endings ??= new Set();
    this.endings.add(run);
  }

  /** What was to be run at the end is not needed any more. */
  offEnd(run: () => void): void {
    this.endings?.delete(run);
  }

  end(): void {
    if (this.over) return;
    this.over = true;
    const { endings } = this;
    this.endings = undefined;
    for (const run of endings ?? []) run();
  }
}
