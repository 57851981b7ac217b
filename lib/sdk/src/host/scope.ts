/** Something that is over when the scope ends to which it belongs. */
export interface Ending {
  end(): void;
}

const NONE: readonly Ending[] = [];

/**
 * A stretch of time that ends once, such as that of a state: its timers and waits end with it. An AbortController does
 * the same by way of events, at several times the memory, which counts in a process with thousands of accounts.
 */
export class Scope implements Ending {
  private over = false;
  private endings = NONE;

  get isOver(): boolean {
    return this.over;
  }

  /** Ends something with the scope, once. A scope that is over ends nothing any more. */
  onEnd(ending: Ending): void {
    if (!this.over) this.endings = this.endings.concat([ending]);
  }

  /** Needs not be ended any more. */
  offEnd(ending: Ending): void {
    this.endings = this.endings.filter((each) => each !== ending);
  }

  end(): void {
    if (this.over) return;
    this.over = true;
    const { endings } = this;
    this.endings = NONE;
    for (const ending of endings) ending.end();
  }
}
