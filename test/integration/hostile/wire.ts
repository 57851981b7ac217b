import { connect, type Socket } from 'node:net';
import { inTime } from '../../support/wait.js';

/** Opcodes of WebSocket frames. */
export const OP = { continuation: 0, text: 1, binary: 2, close: 8, ping: 9, pong: 10 } as const;

export interface FrameShape {
  readonly opcode: number;
  readonly payload?: Buffer | string;
  readonly fin?: boolean;
  /** The three reserved bits, as a number from 0 to 7. */
  readonly reserved?: number;
  readonly masked?: boolean;
  /** What the header claims instead of the true length. */
  readonly claims?: bigint;
}

const SHORT = 126;
const MASK = Buffer.alloc(4);

/** The bytes of one client frame, as wrong as wanted. The mask is zero: it changes nothing. */
export function frame({ opcode, payload = '', fin = true, reserved = 0, masked = true, claims }: FrameShape): Buffer {
  const body = Buffer.from(payload);
  const first = (fin ? 0x80 : 0) | (reserved << 4) | opcode;
  const bit = masked ? 0x80 : 0;
  const length = claims ?? BigInt(body.length);
  const mask = masked ? MASK : Buffer.alloc(0);
  if (length < SHORT) return Buffer.concat([Buffer.from([first, bit | Number(length)]), mask, body]);
  const header = Buffer.alloc(length < 0x10000 ? 4 : 10);
  header[0] = first;
  if (length < 0x10000) {
    header[1] = bit | SHORT;
    header.writeUInt16BE(Number(length), 2);
  } else {
    header[1] = bit | (SHORT + 1);
    header.writeBigUInt64BE(length, 2);
  }
  return Buffer.concat([header, mask, body]);
}

export function text(payload: string | Buffer): Buffer {
  return frame({ opcode: OP.text, payload });
}

export function closeFrame(code: number, reason: string | Buffer = ''): Buffer {
  const head = Buffer.alloc(2);
  head.writeUInt16BE(code);
  return frame({ opcode: OP.close, payload: Buffer.concat([head, Buffer.from(reason)]) });
}

const HANDSHAKE = {
  Upgrade: 'websocket',
  Connection: 'Upgrade',
  'Sec-WebSocket-Key': 'AAAAAAAAAAAAAAAAAAAAAA==',
  'Sec-WebSocket-Version': '13',
};

export function handshake(headers: Readonly<Record<string, string>> = {}): string {
  const lines = Object.entries({ Host: 'localhost', ...HANDSHAKE, ...headers }).map(
    ([name, value]) => `${name}: ${value}`,
  );
  return `GET / HTTP/1.1\r\n${lines.join('\r\n')}\r\n\r\n`;
}

export interface WireOptions {
  readonly headers?: Readonly<Record<string, string>>;
  /** Bytes that travel together with the handshake. */
  readonly head?: Buffer;
  /** The address from which to connect. */
  readonly localAddress?: string;
}

/** Why a connection ended: the code of the close frame, or 1006 when there was none. */
const LOST = 1006;

/** A TCP connection that can send anything, and understands just enough WebSocket to tell what comes back. */
export class Wire {
  /** Text messages from the server, in order. */
  readonly texts: string[] = [];
  /** HTTP status of the answer to the handshake. */
  readonly opened: Promise<number>;
  /** Close code, once the connection has ended. */
  readonly closed: Promise<number>;
  /** Lines of the answer to the handshake. */
  head = '';
  readonly socket: Socket;
  private received = Buffer.alloc(0);
  private code = LOST;
  private readonly waiting: { readonly count: number; readonly resolve: () => void }[] = [];

  /** Connects and says nothing. */
  constructor(url: string, { localAddress }: WireOptions = {}) {
    const { hostname, port } = new URL(url);
    this.socket = connect({
      port: Number(port),
      host: hostname,
      ...(localAddress === undefined ? {} : { localAddress }),
    });
    this.socket.on('error', () => undefined);
    this.closed = new Promise((resolve) => {
      this.socket.on('close', () => {
        resolve(this.code);
        for (const each of this.waiting.splice(0)) each.resolve();
      });
    });
    this.opened = new Promise((resolve) => {
      this.socket.on('data', (chunk) => {
        this.received = Buffer.concat([this.received, chunk]);
        if (this.head === '' && !this.takeHead(resolve)) return;
        this.takeFrames();
      });
      void this.closed.then(() => {
        resolve(0);
      });
    });
  }

  /** Connects, upgrades, and waits for the greeting. */
  static async open(url: string, options: WireOptions = {}): Promise<Wire> {
    const wire = new Wire(url, options);
    wire.write(handshake(options.headers), options.head ?? Buffer.alloc(0));
    const status = await inTime('the handshake', wire.opened);
    if (status !== 101) throw new Error(`the handshake was answered with ${String(status)}`);
    await wire.count(1);
    return wire;
  }

  write(...parts: readonly (string | Buffer)[]): void {
    this.socket.write(Buffer.concat(parts.map((part) => Buffer.from(part))));
  }

  /** Waits until so many text messages have come, or the end. */
  count(texts: number): Promise<void> {
    if (this.texts.length >= texts || this.socket.closed) return Promise.resolve();
    const arrived = new Promise<void>((resolve) => this.waiting.push({ count: texts, resolve }));
    return inTime(`${String(texts)} messages`, arrived, 60_000);
  }

  /** The close code; waits for it. */
  end(): Promise<number> {
    return inTime('the end of the connection', this.closed, 60_000);
  }

  destroy(): void {
    this.socket.destroy();
  }

  private takeHead(resolve: (status: number) => void): boolean {
    const end = this.received.indexOf('\r\n\r\n');
    if (end === -1) return false;
    this.head = this.received.subarray(0, end).toString();
    this.received = this.received.subarray(end + 4);
    resolve(Number(/^HTTP\/1\.1 (\d+)/.exec(this.head)?.[1] ?? 0));
    return true;
  }

  private takeFrames(): void {
    for (;;) {
      const found = parse(this.received);
      if (found === undefined) return;
      this.received = this.received.subarray(found.size);
      if (found.opcode === OP.text) this.take(found.payload.toString());
      else if (found.opcode === OP.close) {
        this.code = found.payload.length >= 2 ? found.payload.readUInt16BE() : 1005;
        this.socket.end(closeFrame(this.code));
      }
    }
  }

  private take(message: string): void {
    this.texts.push(message);
    for (const each of [...this.waiting]) {
      if (this.texts.length < each.count) continue;
      this.waiting.splice(this.waiting.indexOf(each), 1);
      each.resolve();
    }
  }
}

/** The first frame of a server in some bytes; nothing when it is not all there. */
function parse(bytes: Buffer): { opcode: number; payload: Buffer; size: number } | undefined {
  if (bytes.length < 2) return undefined;
  const [first = 0, second = 0] = bytes;
  const short = second & 0x7f;
  const start = short < SHORT ? 2 : short === SHORT ? 4 : 10;
  if (bytes.length < start) return undefined;
  const length = short < SHORT ? short : short === SHORT ? bytes.readUInt16BE(2) : Number(bytes.readBigUInt64BE(2));
  if (bytes.length < start + length) return undefined;
  return { opcode: first & 0x0f, payload: bytes.subarray(start, start + length), size: start + length };
}
