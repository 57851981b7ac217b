import { closeAction, timError, type TIMError } from '@tim-node/protocol';
import type { Clock } from '../host/clock.js';
import { after } from '../host/clock.js';
import { Scope, type Ending } from '../host/scope.js';
import type { Dial, DialOptions, TransportEnd } from '../transport/transport.js';
import { Backoff, STABLE_AFTER } from './backoff.js';
import { Connection, type ConnectionEvents, type ServerPush } from './connection.js';
import type { Requests } from './requests.js';

/** A server may ask for this much patience and no more, so that one bad number keeps nobody away for ever; milliseconds. */
const MOST_PATIENCE = 5 * 60_000;

/**
 * States of the link to the server:
 * - `closed`: not wanted
 * - `connecting`: a connection is being made
 * - `open`: the server has said hello
 * - `waiting`: the last connection failed or was lost; dials again after a while
 * - `parked`: the server hung up because nobody is logged in; dials again when somebody wants to
 */
export type LinkState = 'closed' | 'connecting' | 'open' | 'waiting' | 'parked';

/** What a link is for, and who hears of it. */
export interface LinkEvents {
  /** Addresses to try in turn. */
  readonly targets: readonly DialOptions[];
  onState(state: LinkState, error?: TIMError): void;
  /** The server has said hello. */
  onOpen(): void;
  /** The connection is gone; `end` says why. Comes before the state changes. */
  onLost(end: TransportEnd): void;
  onPush(push: ServerPush): void;
  onTime(serverTime: number): void;
  onWake(): void;
  onFrame(direction: 'in' | 'out', text: string): void;
}

interface OpenWaiter {
  failuresLeft: number;
  settle(error?: TIMError): void;
}

/** Keeps one connection to the server while it is wanted, dialling again with back-off. */
export class Link implements ConnectionEvents {
  private readonly backoff: Backoff;
  private state: LinkState = 'closed';
  private connection: Connection | undefined;
  /** Ends when the state is left: its timers and waits end with it. */
  private stay = new Scope();
  private openSince = 0;
  private dials = 0;
  private dialled: DialOptions | undefined;
  private named: number | undefined;
  private waiters: readonly OpenWaiter[] = [];

  constructor(
    private readonly dial: Dial,
    private readonly clock: Clock,
    private readonly requests: Requests,
    private readonly events: LinkEvents,
    random?: () => number,
  ) {
    this.backoff = new Backoff(random);
  }

  get isOpen(): boolean {
    return this.state === 'open';
  }

  /** The server that was dialled last. */
  get target(): DialOptions | undefined {
    return this.dialled;
  }

  get current(): LinkState {
    return this.state;
  }

  /** Begins to connect; without effect while connected or connecting. */
  open(): void {
    if (this.state === 'connecting' || this.state === 'open') return;
    this.connect();
  }

  /**
   * Resolves when the connection is open, dialling at once if it is not. Rejects with the last network
   * error after `failures` vain attempts, or when the scope ends.
   */
  async whenOpen(failures: number, scope: Scope): Promise<void> {
    if (scope.isOver) throw timError('interrupted');
    if (this.isOpen) return;
    await new Promise<void>((resolve, reject) => {
      const waiter: OpenWaiter & Ending = {
        failuresLeft: failures,
        settle: (error) => {
          this.waiters = this.waiters.filter((each) => each !== waiter);
          scope.offEnd(waiter);
          if (error === undefined) resolve();
          else reject(error);
        },
        end: () => waiter.settle(timError('interrupted')),
      };
      this.waiters = this.waiters.concat([waiter]);
      scope.onEnd(waiter);
      this.open();
    });
  }

  /** The network may be back: tries at once if it waits. */
  wake(): void {
    if (this.state === 'waiting') this.connect();
    else this.connection?.probe();
  }

  /** Says goodbye and stays away. */
  close(): void {
    this.hangUp();
    this.enter('closed');
  }

  /** Hangs up until somebody wants to log in. */
  park(): void {
    this.hangUp();
    this.enter('parked');
  }

  /** Hangs up and dials again, not before `delay` milliseconds: the server asked for patience. */
  retryAfter(delay: number): void {
    this.hangUp();
    this.wait(Math.max(Math.min(delay, MOST_PATIENCE), this.backoff.next()));
  }

  private hangUp(): void {
    const { connection } = this;
    this.connection = undefined;
    connection?.close();
    this.requests.disconnected();
  }

  private connect(): void {
    this.enter('connecting');
    const { targets } = this.events;
    const target = targets[this.dials++ % targets.length];
    if (target === undefined) {
      this.fail({ code: 1006, reason: '', cause: 'no server address' });
      return;
    }
    this.dialled = target;
    this.connection = new Connection(this.dial, target, this.clock, this.requests, this);
  }

  onReady(connection: Connection): void {
    this.openSince = this.clock.monotonic();
    this.requests.connected(connection);
    this.enter('open');
    this.events.onOpen();
  }

  onClosed(connection: Connection, end: TransportEnd): void {
    if (this.connection === connection) this.fail(end);
  }

  onPush(push: ServerPush): void {
    if (push.name === 'drain') this.named = push.data.after;
    this.events.onPush(push);
  }

  onTime(serverTime: number): void {
    this.events.onTime(serverTime);
  }

  onWake(): void {
    this.events.onWake();
  }

  onFrame(direction: 'in' | 'out', text: string): void {
    this.events.onFrame(direction, text);
  }

  private fail(end: TransportEnd): void {
    const wasOpen = this.state === 'open';
    this.connection = undefined;
    this.requests.disconnected();
    if (wasOpen && this.clock.monotonic() - this.openSince >= STABLE_AFTER) this.backoff.reset();
    if (wasOpen) {
      this.events.onLost(end);
      // Whoever was told of the loss may have decided what to do next.
      if (!this.isOpen) return;
    }
    const action = closeAction(end.code);
    if (action === 'park' || action === 'end') this.enter('parked');
    else this.wait(action === 'spread' ? this.spreadDelay() : this.backoff.next(), networkError(end, wasOpen));
  }

  private spreadDelay(): number {
    const { named = 0 } = this;
    this.named = undefined;
    return Math.max(Math.min(named, MOST_PATIENCE), this.backoff.next());
  }

  private wait(delay: number, error?: TIMError): void {
    this.enter('waiting', error);
    after(this.clock, delay, this.stay, () => {
      this.connect();
    });
  }

  private enter(state: LinkState, error?: TIMError): void {
    const from = this.state;
    this.stay.end();
    this.stay = new Scope();
    this.state = state;
    this.events.onState(state, error);
    for (const waiter of this.waiters) {
      if (state === 'open') waiter.settle();
      else if (from === 'connecting' && state === 'waiting' && --waiter.failuresLeft <= 0) waiter.settle(error);
      else if (state === 'closed') waiter.settle(timError('interrupted'));
    }
  }
}

/** The error that a user sees for a connection that was lost or never came up. */
function networkError(end: TransportEnd, wasOpen: boolean): TIMError {
  const detail = end.cause ?? (end.reason === '' ? `connection closed with ${end.code}` : end.reason);
  if (wasOpen) return timError('disconnected', detail);
  return timError(detail.includes('ETIMEDOUT') ? 'connectTimeout' : 'disconnected', detail);
}
