import { Socket } from 'node:net';
import { CLOSE, decodeFrames, encodeFrame, LIMITS, type Frame, type RequestFrame } from '@tim-node/protocol';
import type { ClientSocket } from '../../../lib/server/src/gateway/client-socket.js';
import { Connection, type Hub } from '../../../lib/server/src/gateway/connection.js';
import { Session } from '../../../lib/server/src/session/session.js';

class Paper {
  bufferedAmount = 0;
  readonly sent: Frame[] = [];
  readonly closes: number[] = [];

  send(message: string): void {
    this.sent.push(...decodeFrames(message));
  }

  close(code: number): void {
    this.closes.push(code);
  }
}

class Diary implements Hub {
  readonly timing = { loginTimeout: 10_000, heartbeat: 25_000, heartbeatGrace: 10_000 };
  readonly events: string[] = [];
  readonly requests: RequestFrame[] = [];
  time = 0;

  now = (): number => this.time;
  monotonic = (): number => this.time;

  request(_connection: Connection, request: RequestFrame): void {
    this.requests.push(request);
  }

  dirty(): void {
    this.events.push('dirty');
  }

  authenticated(_connection: Connection, yes: boolean): void {
    this.events.push(yes ? 'in' : 'out');
  }

  left(connection: Connection): void {
    this.events.push('left');
    connection.session = undefined;
  }

  closed(_connection: Connection, code: number): void {
    this.events.push(`closed ${code}`);
  }
}

function connect() {
  const [hub, wire, raw] = [new Diary(), new Paper(), new Socket()];
  const connection = new Connection(hub, wire as unknown as ClientSocket, raw, 1, '127.0.0.1');
  const attach = (): Session => {
    const session = new Session(1, 'alice', 's', 'a', connection);
    connection.attach(session);
    return session;
  };
  return { hub, wire, raw, connection, attach };
}

const push = encodeFrame({ push: 'drain', data: { after: 1 } });

test('pushes wait until a login is answered', () => {
  const { wire, connection, attach } = connect();
  connection.hold();
  connection.push(push);
  attach();
  connection.send({ id: 1, result: {} });
  connection.release();
  connection.flush();
  expect(wire.sent.map((frame) => Object.keys(frame)[0])).toEqual(['id', 'push']);
});

test('pushes that waited for a login that failed are not for this client', () => {
  const { wire, connection } = connect();
  connection.hold();
  connection.push(push);
  connection.send({ id: 1, error: { code: 1, desc: '' } });
  connection.release();
  connection.flush();
  expect(wire.sent.map((frame) => Object.keys(frame)[0])).toEqual(['id']);
});

test('what was said before the end is sent before it', () => {
  const { hub, wire, connection, attach } = connect();
  attach();
  connection.push(push);
  connection.end('kicked');
  expect([wire.sent.length, wire.closes]).toEqual([1, [CLOSE.kicked.code]]);
  expect(hub.events).toEqual(['in', 'dirty', 'out', 'left']);
  connection.push(push);
  connection.end('kicked');
  connection.flush();
  connection.closed(CLOSE.kicked.code);
  expect([wire.sent.length, wire.closes.length]).toEqual([1, 1]);
  expect(hub.events.slice(4)).toEqual([`closed ${CLOSE.kicked.code}`]);
});

test('a slow reader who is kicked leaves once', () => {
  const { hub, wire, connection, attach } = connect();
  attach();
  wire.bufferedAmount = LIMITS.outQueueBytes;
  connection.push(push);
  connection.end('kicked');
  expect(wire.closes).toEqual([CLOSE.slowConsumer.code]);
  expect(hub.events.filter((event) => event === 'left')).toHaveLength(1);
});

test('bytes are counted as they arrive, whether or not they make a frame, until somebody has logged in', () => {
  const { wire, raw, connection, attach } = connect();
  raw.emit('data', Buffer.alloc(LIMITS.totalBytesBeforeLogin));
  expect(wire.closes).toEqual([]);
  attach();
  expect(raw.listenerCount('data')).toBe(0);
  connection.detach();
  raw.emit('data', Buffer.alloc(LIMITS.totalBytesBeforeLogin));
  expect(wire.closes).toEqual([]);
  raw.emit('data', Buffer.alloc(1));
  expect(wire.closes).toEqual([CLOSE.beforeLogin.code]);
  expect(raw.listenerCount('data')).toBe(0);
});

test('nothing that arrives after the end is read', () => {
  const { hub, connection, attach } = connect();
  attach();
  connection.receive(Buffer.from('[{"id":1,"op":"a"},{"push":"x"},{"id":2,"op":"b"}]'));
  connection.receive(Buffer.from('{"id":3,"op":"c"}'));
  expect(hub.requests.map(({ op }) => op)).toEqual(['a']);
});

test('a login that takes long is not given up by the clock of strangers', () => {
  const { hub, wire, connection } = connect();
  hub.time = hub.timing.loginTimeout;
  connection.authenticating = true;
  connection.tick(hub.time);
  expect(wire.closes).toEqual([]);
  connection.authenticating = false;
  connection.tick(hub.time);
  expect(wire.closes).toEqual([CLOSE.loginTimeout.code]);
});
