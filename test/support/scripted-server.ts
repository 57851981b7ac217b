import { decodeFrames, type Frame, type RequestFrame, type WireError } from '@tim-node/protocol';
import type { Dial, TransportEvents } from '../../lib/sdk/src/transport/transport.js';

/** The server's end of one in-memory connection. */
export class Peer {
  readonly received: Frame[] = [];
  closed: { code: number; reason: string } | undefined;
  /** Leaves pings unanswered. */
  deaf = false;
  private readonly unanswered: RequestFrame[] = [];

  constructor(
    private readonly events: TransportEvents,
    private readonly clockNow: () => number,
    private readonly onRequest: (peer: Peer, request: RequestFrame) => void,
  ) {}

  hello(): void {
    this.say({ push: 'hello', data: { version: 1, time: this.clockNow(), heartbeat: 25_000, loginTimeout: 10_000 } });
  }

  say(...frames: Frame[]): void {
    this.raw(JSON.stringify(frames.length === 1 ? frames[0] : frames));
  }

  raw(text: string): void {
    if (this.closed === undefined) this.events.onMessage(text);
  }

  answer(request: RequestFrame, result: object): void {
    this.say({ id: request.id, result });
  }

  refuse(request: RequestFrame, code: number, more: Partial<WireError> = {}): void {
    this.say({ id: request.id, error: { code, desc: `error ${String(code)}`, ...more } });
  }

  /** The oldest request of an operation that nobody has taken yet. */
  take(op: string): RequestFrame {
    const at = this.unanswered.findIndex((request) => request.op === op);
    const [request] = at === -1 ? [] : this.unanswered.splice(at, 1);
    if (request === undefined) throw new Error(`no ${op} among ${this.unanswered.map((each) => each.op).join(', ')}`);
    return request;
  }

  /** Cuts the connection from this side. */
  cut(code = 1006, reason = ''): void {
    if (this.closed !== undefined) return;
    this.closed = { code, reason };
    this.events.onClose({ code, reason });
  }

  receive(text: string): void {
    for (const frame of decodeFrames(text)) {
      if ('ping' in frame) {
        if (!this.deaf) this.say({ pong: frame.ping, time: this.clockNow() });
        continue;
      }
      this.received.push(frame);
      if ('op' in frame) {
        this.unanswered.push(frame);
        this.onRequest(this, frame);
      }
    }
  }
}

export type Script = Partial<Record<string, (peer: Peer, request: RequestFrame) => void>>;

/** An in-memory server: tests answer requests by hand, or let a script answer them. */
export class ScriptedServer {
  readonly peers: Peer[] = [];
  /** What answers requests by itself; operations that are not named wait for `take`. */
  script: Script = {};
  /** Connections are refused while this is set. */
  down = false;
  /** New connections say nothing while this is set. */
  silent = false;

  private readonly clockNow: () => number;

  constructor(now: () => number) {
    this.clockNow = () => Math.floor(now());
  }

  get peer(): Peer {
    const last = this.peers.at(-1);
    if (last === undefined) throw new Error('nobody has connected');
    return last;
  }

  readonly dial: Dial = (_options, events) => {
    let alive = true;
    const peer = new Peer(events, this.clockNow, (to, request) => {
      this.script[request.op]?.(to, to.take(request.op));
    });
    setImmediate(() => {
      if (!alive) return;
      if (this.down) events.onClose({ code: 1006, reason: '', cause: 'ECONNREFUSED' });
      else {
        this.peers.push(peer);
        if (!this.silent) peer.hello();
      }
    });
    return {
      unsent: 0,
      send: (text) => {
        if (peer.closed === undefined) peer.receive(text);
      },
      close: (code, reason) => {
        alive = false;
        peer.closed ??= { code, reason };
      },
      drop: () => {
        alive = false;
        peer.closed ??= { code: 1006, reason: '' };
      },
    };
  };
}
