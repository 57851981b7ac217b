import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import { connect, Socket, type AddressInfo } from 'node:net';
import { WebSocket, WebSocketServer } from 'ws';
import type { Frame, LoginResult } from '@tim-node/protocol';
import { waitFor } from '../../support/wait.js';

/** The evil end of one connection. */
export class Peer {
  /** Frames from the client, one by one. */
  readonly heard: Frame[] = [];
  closed = false;

  constructor(
    /** The WebSocket of the client. */
    readonly client: WebSocket,
    /** What lies below it. */
    readonly socket: Socket,
  ) {
    client.on('error', () => undefined);
    client.on('close', () => (this.closed = true));
    client.on('message', (data: Buffer) => {
      this.heard.push(...([JSON.parse(data.toString())].flat() as Frame[]));
    });
  }

  /** Bytes below the WebSocket. */
  raw(bytes: Buffer): void {
    this.socket.write(bytes);
  }

  say(...frames: object[]): void {
    this.client.send(JSON.stringify(frames.length === 1 ? frames[0] : frames));
  }

  hello(more: object = {}): void {
    const data = { version: 1, time: Date.now(), heartbeat: 25_000, loginTimeout: 10_000, ...more };
    this.say({ push: 'hello', data });
  }

  /** The id of the first request of an operation; waits for it. */
  async request(op: string): Promise<number> {
    const find = (): Frame | undefined => this.heard.find((frame) => 'op' in frame && frame.op === op);
    await waitFor(`a request ${op}`, () => find() !== undefined || this.closed);
    const found = find();
    return found !== undefined && 'id' in found ? found.id : 0;
  }
}

/** What is done to the first connection. */
export type Act =
  | { readonly handshake: (socket: Socket, request: IncomingMessage) => void }
  | { readonly peer: (peer: Peer) => Promise<void> | void }
  /** The honest server answers, and this is said in between. */
  | { readonly relay: (peer: Peer, upstream: WebSocket) => Promise<void> | void };

/** A server that is evil once and then only a wire to an honest one. */
export class EvilServer {
  connections = 0;
  /** Settled when the evil act is over. */
  acted: Promise<void> = Promise.resolve();
  private readonly sockets = new Set<Socket>();
  private readonly upgrader = new WebSocketServer({ noServer: true });

  private constructor(
    private readonly server: Server,
    private readonly honest: URL,
    private readonly act: Act,
    private readonly onToken: (token: string) => void,
  ) {
    server.on('connection', (socket: Socket) => {
      this.sockets.add(socket);
      socket.on('error', () => undefined);
      socket.on('close', () => this.sockets.delete(socket));
    });
    server.on('upgrade', (request, socket, head) => {
      this.connections += 1;
      if (!(socket instanceof Socket)) return;
      if (this.connections === 1) this.first(request, socket, head);
      else this.later(request, socket);
    });
  }

  static async start(honest: string, act: Act, onToken: (token: string) => void): Promise<EvilServer> {
    const server = createServer();
    const evil = new EvilServer(server, new URL(honest), act, onToken);
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    return evil;
  }

  get url(): string {
    return `ws://127.0.0.1:${String((this.server.address() as AddressInfo).port)}`;
  }

  private first(request: IncomingMessage, socket: Socket, head: Buffer): void {
    const { act } = this;
    if ('handshake' in act) {
      act.handshake(socket, request);
      return;
    }
    this.upgrader.handleUpgrade(request, socket, head, (client) => {
      const peer = new Peer(client, socket);
      this.acted = Promise.resolve('peer' in act ? act.peer(peer) : this.relay(peer, act.relay));
      this.acted.catch(() => undefined);
    });
  }

  private async relay(peer: Peer, run: (peer: Peer, upstream: WebSocket) => Promise<void> | void): Promise<void> {
    const upstream = new WebSocket(this.honest.href, { perMessageDeflate: false });
    upstream.on('error', () => undefined);
    upstream.on('message', (data: Buffer) => {
      const text = data.toString();
      this.learn(text);
      if (peer.client.readyState === WebSocket.OPEN) peer.client.send(text);
    });
    upstream.on('close', () => peer.client.terminate());
    peer.client.on('close', () => upstream.terminate());
    peer.client.on('message', (data: Buffer) => upstream.send(data.toString()));
    await run(peer, upstream);
  }

  /** Tokens that pass by are secrets. */
  private learn(text: string): void {
    for (const frame of [JSON.parse(text)].flat() as { readonly result?: Partial<LoginResult> }[]) {
      if (typeof frame.result?.token === 'string') this.onToken(frame.result.token);
    }
  }

  private later(request: IncomingMessage, socket: Socket): void {
    const upstream = connect(Number(this.honest.port), this.honest.hostname);
    upstream.on('error', () => socket.destroy());
    const headers = request.rawHeaders.map((text, at) => (at % 2 === 0 ? `${text}: ` : `${text}\r\n`)).join('');
    upstream.write(`GET / HTTP/1.1\r\n${headers}\r\n`);
    upstream.pipe(socket);
    socket.pipe(upstream);
    socket.on('close', () => upstream.destroy());
  }

  async close(): Promise<void> {
    for (const socket of this.sockets) socket.destroy();
    this.server.close();
    await once(this.server, 'close');
  }
}
