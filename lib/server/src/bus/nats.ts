import { connect, type Msg, type NatsConnection, type Subscription } from '@nats-io/transport-node';
import { delay, type Clock } from '../clock.js';
import type { Bus, Notice, NoticeListener, UserEvent, UserKey, UserListener } from './bus.js';
import { decodeEvent, decodeNotice, encodeEvent } from './wire.js';

/** Milliseconds. */
const CONNECT_TIMEOUT = 5000;
const RECONNECT_WAIT = 250;
/** A connection whose server does not answer twice is given up. */
const PING_INTERVAL = 5000;
/** A login does not wait longer for its subscription: what it misses is found in the store. */
const JOIN_TIMEOUT = 2000;

/** The servers that carry messages between nodes cannot be used. */
export class BusFailure extends Error {
  override readonly name = 'BusFailure';
}

export interface NatsOptions {
  /** One or several addresses, by comma. */
  readonly url: string;
  /** Nodes on one database hear each other, and nobody else. */
  readonly cluster: string;
  readonly clock: Clock;
  /** Told when NATS went away, and when it is back. */
  readonly onAvailable: (available: boolean) => void;
}

interface Joined {
  count: number;
  readonly subscription: Subscription;
  readonly ready: Promise<void>;
}

/**
 * The bus between nodes. Events of this node are heard here in the same turn and go to the others by NATS. While it
 * is away they are lost; when it is back, all nodes are told to look into the store.
 */
export class NatsBus implements Bus {
  private listener: UserListener = () => undefined;
  private onNotice: NoticeListener = () => undefined;
  private readonly joined = new Map<UserKey, Joined>();
  private connected = true;
  private readonly prefix: string;

  private constructor(
    private readonly connection: NatsConnection,
    private readonly options: NatsOptions,
  ) {
    this.prefix = `tim.${encode(options.cluster)}`;
    connection.subscribe(`${this.prefix}.all`, {
      callback: (error, message) => {
        const notice = error === null ? decodeNotice(message.string()) : undefined;
        if (notice !== undefined) this.onNotice(notice);
      },
    });
    void this.watch();
  }

  /** @throws BusFailure when nobody answers, or does not let us in */
  static async connect(options: NatsOptions): Promise<NatsBus> {
    try {
      return new NatsBus(await connect(connectionOptions(options.url)), options);
    } catch (error) {
      throw new BusFailure(`NATS at ${placesOf(options.url)}: ${(error as Error).message}`, { cause: error });
    }
  }

  private async watch(): Promise<void> {
    for await (const { type } of this.connection.status()) {
      if (type === 'disconnect') this.changed(false);
      else if (type === 'reconnect') this.changed(true);
    }
  }

  private changed(connected: boolean): void {
    if (this.connected === connected || this.connection.isClosed()) return;
    this.connected = connected;
    this.options.onAvailable(connected);
    if (!connected) return;
    this.onNotice({ type: 'check' });
    this.announce({ type: 'check' });
  }

  listen(listener: UserListener): void {
    this.listener = listener;
  }

  listenToNotices(listener: NoticeListener): void {
    this.onNotice = listener;
  }

  join(user: UserKey): Promise<void> {
    const known = this.joined.get(user);
    if (known !== undefined) {
      known.count += 1;
      return known.ready;
    }
    const subscription = this.connection.subscribe(this.subject(user), {
      callback: (error, message: Msg) => {
        const event = error === null ? decodeEvent(message.string()) : undefined;
        if (event !== undefined) this.listener(user, event);
      },
    });
    const ready = this.flushed();
    this.joined.set(user, { count: 1, subscription, ready });
    return ready;
  }

  /** Resolves when the server knows the subscriptions made so far, or after a while. */
  private async flushed(): Promise<void> {
    if (!this.connected) return;
    const done = new AbortController();
    const flushed = this.connection.flush().catch(() => undefined);
    await Promise.race([flushed, delay(this.options.clock, JOIN_TIMEOUT, done.signal)]);
    done.abort();
  }

  leave(user: UserKey): void {
    const known = this.joined.get(user);
    if (known === undefined) return;
    known.count -= 1;
    if (known.count > 0) return;
    this.joined.delete(user);
    known.subscription.unsubscribe();
  }

  publish(user: UserKey, event: UserEvent): void {
    this.listener(user, event);
    for (const text of encodeEvent(event)) this.send(this.subject(user), text, '{"type":"grown"}');
  }

  announce(notice: Notice): void {
    this.send(`${this.prefix}.all`, JSON.stringify(notice));
  }

  /** @param instead what is said when the server does not take a text of this length */
  private send(subject: string, text: string, instead?: string): void {
    if (!this.connected) return;
    try {
      this.connection.publish(subject, text);
    } catch {
      if (instead !== undefined) this.send(subject, instead);
    }
  }

  private subject(user: UserKey): string {
    return `${this.prefix}.user.${encode(user)}`;
  }

  async close(): Promise<void> {
    this.listener = () => undefined;
    this.onNotice = () => undefined;
    const { connection } = this;
    if (this.connected) await this.flushed();
    await connection.close();
  }
}

/** Letters, digits, - and _: safe in a subject whatever the name is. */
function encode(name: string): string {
  return Buffer.from(name).toString('base64url');
}

/** Where the servers are, without who may use them. */
export function placesOf(url: string): string {
  return addresses(url)
    .map(({ host }) => host)
    .join(', ');
}

function addresses(url: string): URL[] {
  return url.split(',').map((each) => new URL(each.trim()));
}

type ConnectOptions = NonNullable<Parameters<typeof connect>[0]>;

function connectionOptions(url: string): ConnectOptions {
  const all = addresses(url);
  const user = decodeURIComponent(all[0]?.username ?? '');
  const pass = decodeURIComponent(all[0]?.password ?? '');
  return {
    servers: all.map(({ host }) => host),
    name: 'tim-node-server',
    noEcho: true,
    maxReconnectAttempts: -1,
    ignoreAuthErrorAbort: true,
    reconnectTimeWait: RECONNECT_WAIT,
    timeout: CONNECT_TIMEOUT,
    pingInterval: PING_INTERVAL,
    ...(all.some(({ protocol }) => protocol === 'tls:') ? { tls: {} } : {}),
    ...(user !== '' && pass === '' ? { token: user } : {}),
    ...(user !== '' && pass !== '' ? { user, pass } : {}),
  };
}
