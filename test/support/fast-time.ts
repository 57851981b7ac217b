import { nodeHost } from '../../lib/sdk/src/host/node.js';
import type { Clock, Timer } from '../../lib/sdk/src/host/clock.js';
import type { Host } from '../../lib/sdk/src/host/host.js';
import { randomId } from '../../lib/sdk/src/host/random.js';
import type { TransportEvents } from '../../lib/sdk/src/transport/transport.js';

/** How many times faster than real time simulations run, on both sides. */
export const SPEED = 20;
const START = Date.now();
/** Time goes on in steps of this many real milliseconds. */
const STEP = 2;
/** A step that takes longer counts as this: a machine that has no time for us makes time stand still, too. */
const LONGEST_STEP = 8;

interface Due {
  readonly at: number;
  readonly run: () => void;
}

/** The time of all simulations of a process. */
class Course {
  private passed = 0;
  private seen = performance.now();
  /** By the time when they fall due. */
  private readonly timers: Due[] = [];
  private ticking: NodeJS.Timeout | undefined;

  /** Simulated milliseconds since the start. */
  elapsed(): number {
    const now = performance.now();
    this.passed += Math.min(now - this.seen, LONGEST_STEP) * SPEED;
    this.seen = now;
    return this.passed;
  }

  add(run: () => void, milliseconds: number): Due {
    const due = { at: this.elapsed() + Math.max(milliseconds, 0), run };
    this.timers.splice(this.place(due.at), 0, due);
    this.ticking ??= setInterval(() => this.tick(), STEP);
    return due;
  }

  /** Behind all that fall due at the same time. */
  private place(at: number): number {
    let [low, high] = [0, this.timers.length];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.timers[middle]?.at ?? 0) <= at) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  remove(due: Due): void {
    for (let index = this.place(due.at) - 1; index >= 0 && this.timers[index]?.at === due.at; index -= 1) {
      if (this.timers[index] === due) this.timers.splice(index, 1);
    }
  }

  private tick(): void {
    const now = this.elapsed();
    for (let next = this.timers[0]; next !== undefined && next.at <= now; next = this.timers[0]) {
      this.timers.shift();
      next.run();
    }
    if (this.timers.length > 0) return;
    clearInterval(this.ticking);
    this.ticking = undefined;
  }
}

const course = new Course();

/** Milliseconds of simulated time, as the system clock would tell them. */
export function fastNow(): number {
  return START + course.elapsed();
}

/** A clock on which everything happens faster. Counts the timers that are running. */
export class FastClock implements Clock {
  private readonly running = new Set<Due>();

  get timers(): number {
    return this.running.size;
  }

  now(): number {
    return fastNow();
  }

  monotonic(): number {
    return course.elapsed();
  }

  setTimeout(run: () => void, milliseconds: number): Timer {
    const timer = course.add(() => {
      this.running.delete(timer);
      run();
    }, milliseconds);
    this.running.add(timer);
    return timer;
  }

  clearTimeout(timer: Timer): void {
    course.remove(timer as Due);
    this.running.delete(timer as Due);
  }

  defer(run: () => void): void {
    setImmediate(run);
  }
}

interface GatedTimer {
  timer: Timer | undefined;
}

/** Resolves after simulated milliseconds. */
export function passTime(milliseconds: number): Promise<void> {
  return new Promise((resolve) => course.add(resolve, milliseconds));
}

/**
 * A client's machine. `freeze` stops it as SIGSTOP does: clocks go on, but neither timers nor the network get through
 * until `thaw`, and then all at once.
 */
export class Machine<C extends Clock> {
  readonly host: Host;
  private frozen = false;
  private waiting: (() => void)[] = [];

  constructor(
    readonly clock: C,
    instanceId = randomId(),
  ) {
    const gatedClock: Clock = {
      now: () => this.clock.now(),
      monotonic: () => this.clock.monotonic(),
      setTimeout: (run, milliseconds) => {
        const handle: GatedTimer = { timer: undefined };
        handle.timer = this.clock.setTimeout(
          // What fell due in the freeze may still be cleared by what runs before it.
          () => this.gate(() => handle.timer !== undefined && run()),
          milliseconds,
        );
        return handle;
      },
      clearTimeout: (timer) => {
        const handle = timer as GatedTimer;
        if (handle.timer !== undefined) this.clock.clearTimeout(handle.timer);
        handle.timer = undefined;
      },
      defer: (run) => {
        this.clock.defer(() => this.gate(run));
      },
    };
    this.host = {
      ...nodeHost,
      clock: gatedClock,
      instanceId: () => instanceId,
      dial: (options, events) => nodeHost.dial(options, this.gated(events)),
    };
  }

  freeze(): void {
    this.frozen = true;
  }

  thaw(): void {
    this.frozen = false;
    const due = this.waiting;
    this.waiting = [];
    for (const run of due) run();
  }

  private gate(run: () => void): void {
    if (this.frozen) this.waiting.push(run);
    else run();
  }

  private gated(events: TransportEvents): TransportEvents {
    return {
      onMessage: (text) => this.gate(() => events.onMessage(text)),
      onClose: (end) => this.gate(() => events.onClose(end)),
    };
  }
}

/** A client's machine in fast time. */
export class FastMachine extends Machine<FastClock> {
  constructor(instanceId?: string) {
    super(new FastClock(), instanceId);
  }
}
