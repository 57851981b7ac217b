import type { IncomingMessage } from 'node:http';
import { Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import { CLOSE, LIMITS, PROTOCOL_VERSION, type Hello, type RequestFrame } from '@tim-node/protocol';
import type { Logger } from 'pino';
import { WebSocketServer, type RawData, type ServerOptions as WebSocketOptions, type WebSocket } from 'ws';
import { originAllowed, type OriginRules } from '../auth/origin.js';
import { delay, type Clock } from '../clock.js';
import { redactFrame } from '../logger.js';
import type { Metrics } from '../metrics.js';
import type { ServerLimits } from '../options.js';
import type { Sessions } from '../session/sessions.js';
import { Addresses } from './addresses.js';
import { ClientSocket } from './client-socket.js';
import { Connection, type Hub } from './connection.js';
import { Ticker } from './ticker.js';

/** Header lines of one request. */
export const MAX_HEADERS = 64;
/** A closing handshake that takes longer is cut; milliseconds. */
const CLOSE_TIMEOUT = 5000;
/** Longest time between two looks at what is due; milliseconds. */
const LONGEST_TICK = 1000;
const SHORTEST_TICK = 20;
/** On shutdown, clients come back spread over this time per client, up to the most; milliseconds. */
const SPREAD = 1;
const MIN_SPREAD = 200;
const MAX_SPREAD = 30_000;

export interface GatewayParts {
  readonly clock: Clock;
  readonly logger: Logger;
  readonly metrics: Metrics;
  readonly limits: ServerLimits;
  readonly origins: OriginRules;
  readonly sessions: Sessions;
  readonly onRequest: (connection: Connection, request: RequestFrame) => void;
  /** Called from time to time; milliseconds on the clock that never jumps. */
  readonly onTick: (now: number) => void;
  readonly traceFrames: boolean;
}

/** Accepts WebSocket connections and keeps an eye on them. */
export class Gateway implements Hub {
  readonly connections = new Set<Connection>();
  readonly timing: Hub['timing'];
  readonly trace?: NonNullable<Hub['trace']>;
  private readonly sockets: WebSocketServer;
  private readonly addresses: Addresses;
  private readonly ticker: Ticker;
  private unsent: Connection[] = [];
  private lastId = 0;
  private draining = false;
  /** Sockets whose closing handshake is under way. */
  private readonly closing = new Set<ClientSocket>();
  private onQuiet: () => void = () => undefined;

  constructor(private readonly parts: GatewayParts) {
    const { limits, logger } = parts;
    this.timing = limits;
    this.addresses = new Addresses(limits.connectionsPerAddress, limits.unauthenticatedPerAddress);
    this.sockets = new WebSocketServer(socketOptions);
    const shortest = Math.min(limits.loginTimeout, limits.heartbeat, limits.heartbeatGrace);
    const interval = Math.min(LONGEST_TICK, Math.max(SHORTEST_TICK, shortest / 10));
    this.ticker = new Ticker(parts.clock, interval, (now) => this.tick(now));
    if (parts.traceFrames) {
      this.trace = ({ id }, direction, frame) => {
        logger.debug({ connection: id, direction, frame: redactFrame(frame) }, 'frame');
      };
    }
  }

  now(): number {
    return this.parts.clock.now();
  }

  monotonic(): number {
    return this.parts.clock.monotonic();
  }

  get isDraining(): boolean {
    return this.draining;
  }

  get authenticatedCount(): number {
    let count = 0;
    for (const { session } of this.connections) if (session !== undefined) count += 1;
    return count;
  }

  /** The HTTP server has got a request for another protocol. */
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void {
    socket.on('error', ignore);
    const refusal = this.refusal(request);
    if (refusal === undefined) {
      // The answer to the handshake and the greeting travel together.
      socket.cork();
      this.sockets.handleUpgrade(request, socket, head, (client) => {
        if (client instanceof ClientSocket && socket instanceof Socket) this.accept(client, socket);
      });
      socket.uncork();
    } else {
      // Not only our half: a peer that never ends its own would keep the socket for ever.
      socket.once('finish', () => socket.destroy());
      socket.end(`HTTP/1.1 ${refusal}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
    }
  }

  private refusal(request: IncomingMessage): string | undefined {
    const { origin, host } = request.headers;
    if (this.draining) return '503 Service Unavailable';
    if (request.rawHeaders.length > MAX_HEADERS * 2) return '431 Request Header Fields Too Large';
    return originAllowed(this.parts.origins, origin, host) ? undefined : '403 Forbidden';
  }

  private accept(client: ClientSocket, socket: Socket): void {
    const { limits, clock } = this.parts;
    const address = socket.remoteAddress ?? '';
    client.on('error', ignore);
    if (!this.addresses.enter(address)) {
      this.turnAway(client);
      return;
    }
    this.lastId += 1;
    const connection = new Connection(this, client, socket, this.lastId, address);
    client.connection = connection;
    client.on('message', onMessage);
    client.on('close', onClose);
    this.connections.add(connection);
    const { heartbeat, loginTimeout } = limits;
    const hello: Hello = { version: PROTOCOL_VERSION, time: Math.floor(clock.now()), heartbeat, loginTimeout };
    connection.send({ push: 'hello', data: hello });
    connection.flush();
  }

  /** Refuses a connection with a code that says why. */
  private turnAway(client: ClientSocket): void {
    this.closing.add(client);
    client.on('close', () => {
      this.gone(client);
    });
    client.close(CLOSE.tooManyConnections.code, CLOSE.tooManyConnections.meaning);
  }

  private gone(client: ClientSocket): void {
    this.closing.delete(client);
    if (this.closing.size === 0) this.onQuiet();
  }

  request(connection: Connection, request: RequestFrame): void {
    this.parts.onRequest(connection, request);
  }

  dirty(connection: Connection): void {
    if (this.unsent.length === 0) {
      this.parts.clock.defer(() => {
        const { unsent } = this;
        this.unsent = [];
        for (const each of unsent) each.flush();
      });
    }
    this.unsent.push(connection);
  }

  authenticated({ address }: Connection, yes: boolean): void {
    this.addresses.authenticated(address, yes ? 1 : -1);
  }

  left(connection: Connection, deliberate: boolean): void {
    const { session, address } = connection;
    this.connections.delete(connection);
    this.closing.add(connection.socket);
    this.addresses.leave(address, session !== undefined);
    connection.session = undefined;
    if (session !== undefined) this.parts.sessions.detach(session, deliberate);
  }

  closed(connection: Connection, code: number): void {
    this.parts.metrics.closes.add(KNOWN_CODES.has(code) ? String(code) : 'other');
    this.parts.logger.debug({ connection: connection.id, code }, 'connection closed');
    this.gone(connection.socket);
  }

  /** Something is due at this time. */
  wakeBy(due: number): void {
    this.ticker.wakeBy(due);
  }

  private tick(now: number): number {
    let next = Infinity;
    for (const connection of this.connections) {
      const { session } = connection;
      if (session !== undefined && session.deadline <= now) {
        this.parts.sessions.expire(session);
      } else {
        // A UserSig ends to the second; for everything else it is enough to look now and then.
        if (session !== undefined && session.deadline < next) next = session.deadline;
        connection.tick(now);
      }
    }
    this.parts.onTick(now);
    return next;
  }

  /** From now on nobody is let in, and whoever is here is told to come back, each at another time. */
  drain(): void {
    this.draining = true;
    const spread = Math.min(MAX_SPREAD, MIN_SPREAD + this.connections.size * SPREAD);
    for (const connection of this.connections) {
      connection.send({ push: 'drain', data: { after: Math.floor(Math.random() * spread) } });
    }
  }

  /** Closes everything, politely as long as `patience` lasts; milliseconds. */
  async close(patience: number): Promise<void> {
    this.ticker.stop();
    for (const connection of this.connections) connection.close('goingAway');
    if (this.closing.size > 0) {
      const quiet = new AbortController();
      this.onQuiet = () => {
        quiet.abort();
      };
      await delay(this.parts.clock, patience, quiet.signal);
    }
    for (const client of this.closing) client.terminate();
  }
}

/** A client may close with any code; the report names those that mean something here. */
const KNOWN_CODES: ReadonlySet<number> = new Set(Object.values(CLOSE).map(({ code }) => code));

const socketOptions: WebSocketOptions & { readonly closeTimeout: number } = {
  noServer: true,
  WebSocket: ClientSocket,
  clientTracking: false,
  perMessageDeflate: false,
  maxPayload: LIMITS.frameBytes,
  maxFragments: LIMITS.frameFragments,
  maxBufferedChunks: LIMITS.frameChunks,
  closeTimeout: CLOSE_TIMEOUT,
};

/** Errors of a socket are followed by its end, which is handled; without a listener they would end the process. */
function ignore(): void {
  // Nothing to do.
}

function onMessage(this: WebSocket, data: RawData, isBinary: boolean): void {
  const connection = this instanceof ClientSocket ? this.connection : undefined;
  if (isBinary) connection?.close('binary');
  else connection?.receive(data as Buffer);
}

function onClose(this: WebSocket, code: number): void {
  if (!(this instanceof ClientSocket)) return;
  const { connection } = this;
  this.connection = undefined;
  connection?.closed(code);
}
