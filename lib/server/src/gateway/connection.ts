import { randomInt } from 'node:crypto';
import type { Socket } from 'node:net';
import { CLOSE, decodeFrames, encodeFrame, type CloseName, type Frame, type RequestFrame } from '@tim-node/protocol';
import type { Link, Session } from '../session/session.js';
import type { ClientSocket } from './client-socket.js';
import { Intake } from './intake.js';
import { Outbox } from './outbox.js';

/** What connections share. */
export interface Hub {
  readonly timing: { readonly loginTimeout: number; readonly heartbeat: number; readonly heartbeatGrace: number };
  now(): number;
  monotonic(): number;
  /** Carries out a request. */
  request(connection: Connection, request: RequestFrame): void;
  /** The connection has something to send at the end of this turn. */
  dirty(connection: Connection): void;
  /** Somebody has logged in over the connection, or out. */
  authenticated(connection: Connection, yes: boolean): void;
  /** The connection is of no use any more. `deliberate`: the client has closed it. */
  left(connection: Connection, deliberate: boolean): void;
  /** The WebSocket of the connection is closed. */
  closed(connection: Connection, code: number): void;
  /** Shows a frame to whoever debugs. */
  trace?(connection: Connection, direction: 'in' | 'out', frame: unknown): void;
}

const MAX_NONCE = 2 ** 32;

/** One client: frames in, frames out, and whether it is still there. */
export class Connection implements Link {
  session: Session | undefined;
  /** Requests that wait for an answer. */
  pending = 0;
  /** A login or resume is being decided. */
  authenticating = false;
  private closing = false;
  private outbox: Outbox | undefined;
  /** Pushes that wait until a login is answered. */
  private held: string[] | undefined;
  private intake: Intake | undefined;
  /** When something is due: the end of the time to log in, a ping, or the end of the wait for a pong. */
  private due: number;
  private nonce: number | undefined;

  constructor(
    private readonly hub: Hub,
    readonly socket: ClientSocket,
    private readonly raw: Socket,
    readonly id: number,
    readonly address: string,
  ) {
    this.due = hub.monotonic() + hub.timing.loginTimeout;
    this.watchIntake();
  }

  isOpen(): boolean {
    return !this.closing;
  }

  private watchIntake(): void {
    this.intake = new Intake(this.raw, (reason) => {
      this.close(reason);
    });
  }

  /** Somebody has logged in: the limits for strangers end, the heartbeat begins. */
  attach(session: Session): void {
    this.session = session;
    this.intake?.stop();
    this.intake = undefined;
    // Spread, so that a thousand clients that came together are not asked together for ever.
    this.due = this.hub.monotonic() + Math.random() * this.hub.timing.heartbeat;
    this.hub.authenticated(this, true);
  }

  /** Nobody is logged in any more, and the time to log in runs again. */
  detach(): void {
    if (this.session === undefined) return;
    this.session = undefined;
    this.nonce = undefined;
    this.due = this.hub.monotonic() + this.hub.timing.loginTimeout;
    if (!this.closing) this.watchIntake();
    this.hub.authenticated(this, false);
  }

  /** A WebSocket message has arrived. */
  receive(data: Buffer): void {
    if (this.closing) return;
    const excess = this.intake?.message(data.length);
    if (excess !== undefined) {
      this.close(excess);
      return;
    }
    let frames: Frame[];
    try {
      frames = decodeFrames(data.toString());
    } catch {
      this.close('badFrame');
      return;
    }
    const tooMany = this.intake?.taken(frames.length);
    if (tooMany === undefined) for (const frame of frames) this.take(frame);
    else this.close(tooMany);
  }

  private take(frame: Frame): void {
    if (this.closing) return;
    this.hub.trace?.(this, 'in', frame);
    if ('ping' in frame && typeof frame.ping === 'number') {
      this.send({ pong: frame.ping, time: Math.floor(this.hub.now()) });
    } else if ('pong' in frame && typeof frame.pong === 'number') {
      this.pong(frame.pong);
    } else if ('op' in frame && typeof frame.op === 'string') {
      this.hub.request(this, frame);
    } else {
      this.close('badFrame');
    }
  }

  /** Only the answer to our own question counts, and nothing else that the client says meanwhile. */
  private pong(nonce: number): void {
    if (this.nonce !== nonce) return;
    this.nonce = undefined;
    this.due = this.hub.monotonic() + this.hub.timing.heartbeat;
  }

  /** Does what is due; called from time to time. */
  tick(now: number): void {
    if (this.closing || this.authenticating || now < this.due) return;
    if (this.session === undefined) {
      this.close('loginTimeout');
    } else if (this.nonce !== undefined) {
      this.close('heartbeat');
    } else {
      this.nonce = randomInt(MAX_NONCE);
      this.due = now + this.hub.timing.heartbeatGrace;
      this.send({ ping: this.nonce, time: Math.floor(this.hub.now()) });
    }
  }

  send(frame: Frame): void {
    this.post(encodeFrame(frame));
  }

  /** The same with a frame that is JSON text already. */
  sendEncoded(encoded: string): void {
    this.post(encoded);
  }

  push(encoded: string): void {
    if (this.held === undefined) this.post(encoded);
    else this.held.push(encoded);
  }

  hold(): void {
    this.held ??= [];
  }

  /** The request that held pushes back is answered. */
  release(): void {
    const { held } = this;
    this.held = undefined;
    // Nobody has logged in: they were not for this client.
    if (this.session === undefined) return;
    for (const encoded of held ?? []) this.post(encoded);
  }

  private post(encoded: string): void {
    if (this.closing) return;
    this.hub.trace?.(this, 'out', JSON.parse(encoded));
    if (this.outbox === undefined) {
      this.outbox = new Outbox();
      this.hub.dirty(this);
    }
    if (!this.outbox.add(encoded)) this.close('slowConsumer');
  }

  /** Sends what has come together in this turn. */
  flush(): void {
    const { outbox } = this;
    this.outbox = undefined;
    if (outbox !== undefined && !this.closing && !outbox.flush(this.socket)) this.close('slowConsumer');
  }

  end(reason: CloseName): void {
    const { held } = this;
    this.held = undefined;
    for (const encoded of held ?? []) this.post(encoded);
    this.detach();
    this.close(reason);
  }

  /** Closes the connection after what was sent so far. */
  close(name: CloseName): void {
    if (this.closing) return;
    const { code, meaning } = CLOSE[name];
    if (name !== 'slowConsumer') this.flush();
    // The peer may have turned out to be too slow even for this.
    if (!this.isOpen()) return;
    this.closing = true;
    this.leave(false);
    this.socket.close(code, meaning);
  }

  /** The WebSocket is closed. */
  closed(code: number): void {
    const expected = this.closing;
    this.closing = true;
    if (!expected) this.leave(code === CLOSE.normal.code || code === CLOSE.goingAway.code);
    this.hub.closed(this, code);
  }

  private leave(deliberate: boolean): void {
    this.outbox = undefined;
    this.intake?.stop();
    this.intake = undefined;
    this.hub.left(this, deliberate);
  }
}
