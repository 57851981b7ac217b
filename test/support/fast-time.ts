import { nodeHost } from '../../lib/sdk/src/host/node.js';
import type { Clock, Timer } from '../../lib/sdk/src/host/clock.js';
import type { Host } from '../../lib/sdk/src/host/host.js';
import { randomId } from '../../lib/sdk/src/host/random.js';
import type { TransportEvents } from '../../lib/sdk/src/transport/transport.js';

/** How many times faster than real time simulations run, on both sides. */
export const SPEED = 20;
const START = Date.now();
const ORIGIN = performance.now();

function elapsed(): number {
  return (performance.now() - ORIGIN) * SPEED;
}

/** Milliseconds of simulated time, as the system clock would tell them. */
export function fastNow(): number {
  return START + elapsed();
}

/** A clock on which everything happens faster. Counts the timers that are running. */
export class FastClock implements Clock {
  private readonly running = new Set<NodeJS.Timeout>();

  get timers(): number {
    return this.running.size;
  }

  now(): number {
    return fastNow();
  }

  monotonic(): number {
    return elapsed();
  }

  setTimeout(run: () => void, milliseconds: number): Timer {
    const timer = setTimeout(() => {
      this.running.delete(timer);
      run();
    }, milliseconds / SPEED);
    this.running.add(timer);
    return timer;
  }

  clearTimeout(timer: Timer): void {
    clearTimeout(timer as NodeJS.Timeout);
    this.running.delete(timer as NodeJS.Timeout);
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
  return new Promise((resolve) => setTimeout(resolve, milliseconds / SPEED));
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
      onOpen: () => this.gate(() => events.onOpen()),
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
