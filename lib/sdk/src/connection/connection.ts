import {
  CLOSE,
  decodeFrames,
  encodeFrame,
  isPushName,
  packFrames,
  PROTOCOL_VERSION,
  pushes,
  type CloseName,
  type Frame,
  type Hello,
  type PingFrame,
  type PushFrame,
  type Pushes,
  type Schema,
} from '@tim-node/protocol';
import type { Clock, Timer } from '../host/clock.js';
import type { Dial, DialOptions, Transport, TransportEnd, TransportEvents } from '../transport/transport.js';
import { Heartbeat, type HeartbeatEvents } from './heartbeat.js';
import type { Outlet, Requests } from './requests.js';

/** A connection must be up, first frame included, within this time; milliseconds. */
const DIAL_TIMEOUT = 10_000;
/** Answers to pings that a server may leave unread; no honest one asks as often. */
const MAX_UNREAD_PONGS = 100;

/** What the server says unasked, besides `hello`. */
export type ServerPush = { [N in Exclude<keyof Pushes, 'hello'>]: { readonly name: N; readonly data: Pushes[N] } }[
  'session.end' | 'log' | 'online' | 'head' | 'drain'];

export interface ConnectionEvents {
  onReady(connection: Connection): void;
  onPush(push: ServerPush): void;
  /** The server told its time; unix milliseconds. */
  onTime(serverTime: number): void;
  /** The process was frozen or the machine slept. */
  onWake(): void;
  /** Exactly once, unless `drop` was called. */
  onClosed(connection: Connection, end: TransportEnd): void;
  /** A frame as it travels, for debugging. */
  onFrame(direction: 'in' | 'out', text: string): void;
}

/** One socket: frames in and out, heartbeat, and the reason for its end. Knows nothing of sessions. */
export class Connection implements TransportEvents, HeartbeatEvents, Outlet {
  private readonly transport: Transport;
  /** Until the server has said hello. */
  private dialTimer: Timer | undefined;
  private heartbeat: Heartbeat | undefined;
  private outbox: string[] = [];
  private ended = false;
  private unreadPongs = 0;

  constructor(
    dial: Dial,
    options: DialOptions,
    private readonly clock: Clock,
    private readonly requests: Requests,
    private readonly events: ConnectionEvents,
  ) {
    this.dialTimer = clock.setTimeout(() => {
      this.fail({ code: CLOSE.abnormal.code, reason: '', cause: 'ETIMEDOUT the server did not answer in time' });
    }, DIAL_TIMEOUT);
    this.transport = dial(options, this);
  }

  /** Sends a frame; frames written in the same turn travel in one message. */
  write(text: string): void {
    if (this.ended) return;
    this.outbox.push(text);
    if (this.outbox.length === 1) queueMicrotask(() => this.flush());
  }

  private flush(): void {
    if (this.outbox.length === 0) return;
    const packed = packFrames(this.outbox);
    this.outbox = [];
    if (this.ended) return;
    this.events.onFrame('out', packed);
    this.transport.send(packed);
  }

  /** Asks whether the server is there; its silence ends the connection. */
  probe(): void {
    this.heartbeat?.probe();
  }

  /** Says goodbye. No event follows. */
  close(): void {
    if (this.ended) return;
    this.flush();
    this.stop();
    this.transport.close(CLOSE.normal.code, CLOSE.normal.meaning);
  }

  onMessage(text: string): void {
    if (this.ended) return;
    this.events.onFrame('in', text);
    this.heartbeat?.heard();
    let frames: Frame[];
    try {
      frames = decodeFrames(text);
    } catch {
      this.protocolError();
      return;
    }
    for (const frame of frames) {
      // A frame may end the connection; what follows it in the same message is no longer for us.
      if (this.isOver()) return;
      this.dispatch(frame);
    }
  }

  private isOver(): boolean {
    return this.ended;
  }

  private dispatch(frame: Frame): void {
    if ('push' in frame) this.receivePush(frame);
    else if ('ping' in frame) this.answerPing(frame);
    else if ('pong' in frame) {
      this.heartbeat?.pong(frame.pong);
      if (frame.time !== undefined) this.events.onTime(frame.time);
    } else if ('op' in frame) this.protocolError();
    else this.requests.answered(frame.id, frame);
  }

  /** A server that asks without end and reads no answer would fill our memory with them. */
  private answerPing(frame: PingFrame): void {
    this.unreadPongs = this.transport.unsent === 0 ? 0 : this.unreadPongs + 1;
    if (this.unreadPongs > MAX_UNREAD_PONGS) {
      this.protocolError();
      return;
    }
    this.write(encodeFrame({ pong: frame.ping }));
    if (frame.time !== undefined) this.events.onTime(frame.time);
  }

  private receivePush(frame: PushFrame): void {
    // An unknown name comes from a newer server and is none of our business.
    if (!isPushName(frame.push)) return;
    const schema: Schema<unknown> = pushes[frame.push];
    if (schema.check(frame.data, frame.push) !== undefined) {
      this.protocolError();
      return;
    }
    if (frame.push === 'hello') this.greet(frame.data as Hello);
    else if (this.heartbeat !== undefined) this.events.onPush({ name: frame.push, data: frame.data } as ServerPush);
  }

  private greet(hello: Hello): void {
    if (hello.version !== PROTOCOL_VERSION || this.heartbeat !== undefined) {
      this.protocolError();
      return;
    }
    this.stopDialTimer();
    this.heartbeat = new Heartbeat(this.clock, hello.heartbeat, this);
    this.events.onTime(hello.time);
    this.events.onReady(this);
  }

  sendPing(nonce: number): void {
    this.write(encodeFrame({ ping: nonce }));
  }

  onStale(): void {
    this.fail(reasonOf('clientStale'));
  }

  onWake(): void {
    this.events.onWake();
  }

  private protocolError(): void {
    this.fail(reasonOf('clientProtocol'));
  }

  /** Gives the connection up at once. */
  private fail(end: TransportEnd): void {
    if (this.ended) return;
    this.transport.drop();
    this.onClose(end);
  }

  onClose(end: TransportEnd): void {
    if (this.ended) return;
    this.stop();
    this.events.onClosed(this, end);
  }

  private stop(): void {
    this.ended = true;
    this.stopDialTimer();
    this.heartbeat?.stop();
  }

  private stopDialTimer(): void {
    if (this.dialTimer !== undefined) this.clock.clearTimeout(this.dialTimer);
    this.dialTimer = undefined;
  }
}

function reasonOf(name: CloseName): TransportEnd {
  return { code: CLOSE[name].code, reason: CLOSE[name].meaning };
}
