import { LIMITS } from '@tim-node/protocol';
import type { Clock, Timer } from '../host/clock.js';
import { randomUint32 } from '../host/random.js';

/** How often the watchdog looks; milliseconds. */
const TICK = LIMITS.heartbeat / 2;
/** A tick this late, or clocks that ran apart this far, mean that the process or the machine slept; milliseconds. */
const SLEPT = 5000;

export interface HeartbeatEvents {
  sendPing(nonce: number): void;
  /** Nothing was heard for too long: the connection is dead even if the system does not know it. */
  onStale(): void;
  /** The process was frozen or the machine slept. */
  onWake(): void;
}

/**
 * Notices a dead connection. Any traffic shows life, but once there is doubt only the answer to our own
 * question counts: a pong that was already under way before the link died proves nothing.
 */
export class Heartbeat {
  private lastHeard: number;
  /** When it looked last, by both clocks. */
  private lastMonotonic: number;
  private lastWall: number;
  private ticker: Timer;
  private question: { readonly nonce: number; readonly timer: Timer } | undefined;

  constructor(
    private readonly clock: Clock,
    private readonly interval: number,
    private readonly events: HeartbeatEvents,
  ) {
    this.lastMonotonic = clock.monotonic();
    this.lastWall = clock.now();
    this.lastHeard = this.lastMonotonic;
    this.ticker = this.schedule();
  }

  heard(): void {
    this.lastHeard = this.clock.monotonic();
  }

  pong(nonce: number): void {
    if (this.question?.nonce !== nonce) return;
    this.clock.clearTimeout(this.question.timer);
    this.question = undefined;
  }

  /** Asks the server whether it is there; its silence ends the connection. */
  probe(): void {
    if (this.question !== undefined) return;
    const nonce = randomUint32();
    const timer = this.clock.setTimeout(() => {
      this.events.onStale();
    }, LIMITS.heartbeatGrace);
    this.question = { nonce, timer };
    this.events.sendPing(nonce);
  }

  stop(): void {
    this.clock.clearTimeout(this.ticker);
    if (this.question !== undefined) this.clock.clearTimeout(this.question.timer);
  }

  private schedule(): Timer {
    return this.clock.setTimeout(() => {
      this.tick();
    }, TICK);
  }

  private tick(): void {
    this.ticker = this.schedule();
    const monotonic = this.clock.monotonic();
    const wall = this.clock.now();
    const ran = monotonic - this.lastMonotonic;
    const apart = Math.abs(wall - this.lastWall - ran);
    this.lastMonotonic = monotonic;
    this.lastWall = wall;
    if (ran > TICK + SLEPT || apart > SLEPT) {
      this.probe();
      this.events.onWake();
    } else if (monotonic - this.lastHeard > this.interval + LIMITS.heartbeatGrace) {
      this.probe();
    }
  }
}
