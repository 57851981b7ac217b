import { WebSocket, type ClientOptions } from 'ws';
import {
  decodeFrames,
  type Frame,
  type LogEntry,
  type LoginParams,
  type LoginResult,
  type Message,
  type MessageEntry,
  type OpName,
  type Ops,
  type ParamsOf,
  type PushName,
  type Pushes,
  type ResultOf,
  type SendParams,
  type SendResult,
  type WireError,
} from '@tim-node/protocol';
import type { TimServer } from '@tim-node/server';
import { inTime, waitFor } from './wait.js';

/** What the server answered to a request that it refused. */
export class Refused extends Error {
  constructor(readonly wire: WireError) {
    super(`${wire.code} ${wire.desc}`);
  }
}

interface Asked {
  readonly resolve: (result: unknown) => void;
  readonly reject: (error: Error) => void;
}

/** A client that speaks the wire protocol and nothing more: it resumes, retries and hides nothing. */
export class RawClient {
  readonly pushes: { readonly push: string; readonly data: unknown }[] = [];
  /** Everything that arrived, message by message. */
  readonly messages: Frame[][] = [];
  readonly pings: number[] = [];
  /** Answers the pings of the server. */
  alive = true;
  readonly closed: Promise<{ readonly code: number; readonly reason: string }>;
  readonly socket: WebSocket;
  private readonly asked = new Map<number, Asked>();
  private lastId = 0;
  private isClosed = false;

  constructor(url: string, options: ClientOptions = {}) {
    this.socket = new WebSocket(url, { perMessageDeflate: false, ...options });
    this.socket.on('message', (data: Buffer) => {
      this.received(data.toString());
    });
    this.socket.on('error', () => undefined);
    this.closed = new Promise((resolve) => {
      this.socket.on('close', (code, reason) => {
        this.isClosed = true;
        for (const { reject } of this.asked.values()) reject(new Error(`closed with ${code}`));
        this.asked.clear();
        resolve({ code, reason: reason.toString() });
      });
    });
  }

  /** Connects and waits for the greeting. */
  static async open(url: string, options: ClientOptions = {}): Promise<RawClient> {
    const client = new RawClient(url, options);
    await client.push('hello');
    return client;
  }

  private received(text: string): void {
    const frames = decodeFrames(text);
    this.messages.push(frames);
    for (const frame of frames) this.take(frame);
  }

  private take(frame: Frame): void {
    if ('ping' in frame) {
      this.pings.push(frame.ping);
      if (this.alive) this.say({ pong: frame.ping });
    } else if ('push' in frame) {
      this.pushes.push(frame);
    } else if ('id' in frame) {
      const asked = this.asked.get(frame.id);
      this.asked.delete(frame.id);
      if ('error' in frame) asked?.reject(new Refused(frame.error));
      else if ('result' in frame) asked?.resolve(frame.result);
    }
  }

  say(...frames: object[]): void {
    this.raw(JSON.stringify(frames.length === 1 ? frames[0] : frames));
  }

  raw(text: string | Buffer, binary = false): void {
    this.socket.send(text, { binary });
  }

  /** Sends a request of any form and waits for its answer. */
  request(op: string, params: unknown): Promise<unknown> {
    this.lastId += 1;
    const id = this.lastId;
    const answer = new Promise<unknown>((resolve, reject) => {
      if (this.isClosed) reject(new Error('the connection is closed'));
      this.asked.set(id, { resolve, reject });
    });
    this.say({ id, op, params });
    return inTime(`the answer to ${op}`, answer);
  }

  ask<K extends OpName>(op: K, params: ParamsOf<Ops[K]>): Promise<ResultOf<Ops[K]>> {
    return this.request(op, params) as Promise<ResultOf<Ops[K]>>;
  }

  /** The first push of this name, now or soon. */
  async push<K extends PushName>(name: K): Promise<Pushes[K]> {
    await waitFor(`a push ${name}`, () => this.isClosed || this.pushes.some(({ push }) => push === name));
    const found = this.pushes.find(({ push }) => push === name);
    if (found === undefined) throw new Error(`closed before a push ${name}`);
    return found.data as Pushes[K];
  }

  /** Log entries that were pushed so far. */
  get entries(): LogEntry[] {
    return this.pushes.filter(({ push }) => push === 'log').flatMap(({ data }) => (data as Pushes['log']).entries);
  }

  async entryCount(count: number): Promise<LogEntry[]> {
    await waitFor(`${count} log entries`, () => this.entries.length >= count);
    return this.entries;
  }

  send(to: string, text: string, more: Partial<SendParams> = {}): Promise<SendResult> {
    return this.ask('msg.send', message(to, text, more));
  }

  /** Says goodbye properly. */
  async close(): Promise<void> {
    this.socket.close(1000);
    await this.closed;
  }

  /** Breaks the connection without goodbye. */
  async cut(): Promise<void> {
    this.socket.terminate();
    await this.closed;
  }
}

/** The message of an entry that has one. */
export function messageOf(entry: LogEntry | undefined): Message {
  if (entry === undefined || !('clientId' in ('message' in entry ? entry.message : {}))) {
    throw new Error(`not an entry with a message: ${JSON.stringify(entry)}`);
  }
  return (entry as MessageEntry).message;
}

/** The text of a message that begins with one, else nothing. */
export function textOf({ body: { elems } }: Pick<Message, 'body'>): string | undefined {
  const [first] = elems;
  return first?.type === 'text' ? first.text : undefined;
}

let lastMessage = 0;

export function message(to: string, text: string, more: Partial<SendParams> = {}): SendParams {
  lastMessage += 1;
  return {
    target: { type: 'c2c', id: to },
    clientId: `m${process.pid}-${lastMessage}`,
    random: lastMessage,
    clientTime: 1_700_000_000,
    body: { elems: [{ type: 'text', text }] },
    ...more,
  };
}

/** As much of a server as a client needs to log in. */
export type Home = Pick<TimServer, 'url' | 'sdkAppId' | 'genUserSig'>;

export function loginParams(server: Home, userId: string, more: Partial<LoginParams> = {}): LoginParams {
  return {
    sdkAppId: server.sdkAppId,
    userId,
    userSig: server.genUserSig(userId),
    platform: 'Linux',
    instanceId: `${userId}-1`,
    ...more,
  };
}

export interface LoggedIn {
  readonly client: RawClient;
  readonly session: LoginResult;
}

/** A client that is logged in. */
export async function logIn(server: Home, userId: string, more: Partial<LoginParams> = {}): Promise<LoggedIn> {
  const client = await RawClient.open(server.url);
  return { client, session: await client.ask('session.login', loginParams(server, userId, more)) };
}

/** The error with which a request was refused. */
export async function refusal(request: Promise<unknown>): Promise<WireError> {
  const outcome = await request.then(
    (result) => new Error(`not refused: ${JSON.stringify(result)}`),
    (error: unknown) => error,
  );
  if (outcome instanceof Refused) return outcome.wire;
  throw outcome;
}
