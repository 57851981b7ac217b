import { once } from 'node:events';
import { createServer, connect, type AddressInfo, type Server, type Socket } from 'node:net';

/**
 * A TCP proxy between client and server that can misbehave on command.
 *
 * - `drop`: cuts every connection at once, as when a cable is pulled and the system notices
 * - `freeze` / `thaw`: connections stay open, but nothing gets through, in neither direction
 * - `delay`: every chunk waits
 * - `halfClose`: the server's side of every connection says goodbye, the client's side goes on
 * - `garbage`: bytes that are no WebSocket frame reach the client
 * - `refuse` / `accept`: new connections are cut at once, or let through again
 */
export class FaultProxy {
  private readonly pairs = new Set<Pair>();
  private frozen = false;
  private refusing = false;
  private delayMs = 0;
  private targetPort: number;
  /** Connections that were made so far. */
  connections = 0;

  private constructor(
    private readonly listener: Server,
    target: string,
  ) {
    this.targetPort = Number(new URL(target).port);
    listener.on('connection', (client) => {
      this.accepted(client);
    });
  }

  /** Listens on a free port in front of an address with a port, such as `ws://127.0.0.1:1234`. */
  static async start(target: string): Promise<FaultProxy> {
    const listener = createServer();
    const proxy = new FaultProxy(listener, target);
    listener.listen(0, '127.0.0.1');
    await once(listener, 'listening');
    return proxy;
  }

  get port(): number {
    return (this.listener.address() as AddressInfo).port;
  }

  get url(): string {
    return `ws://127.0.0.1:${String(this.port)}`;
  }

  /** Sends new connections to another server, such as one that was started anew on another port. */
  retarget(target: string): void {
    this.targetPort = Number(new URL(target).port);
  }

  drop(): void {
    for (const pair of [...this.pairs]) pair.destroy();
  }

  freeze(): void {
    this.frozen = true;
    for (const pair of this.pairs) pair.freeze();
  }

  thaw(): void {
    this.frozen = false;
    for (const pair of this.pairs) pair.thaw();
  }

  delay(milliseconds: number): void {
    this.delayMs = milliseconds;
  }

  halfClose(): void {
    for (const pair of this.pairs) pair.halfClose();
  }

  garbage(): void {
    for (const pair of this.pairs) pair.garbage();
  }

  refuse(): void {
    this.refusing = true;
  }

  accept(): void {
    this.refusing = false;
  }

  /** Ends every fault; connections that are there stay. */
  heal(): void {
    this.accept();
    this.delay(0);
    this.thaw();
  }

  async close(): Promise<void> {
    this.listener.close();
    this.drop();
    await once(this.listener, 'close');
  }

  private accepted(client: Socket): void {
    this.connections += 1;
    if (this.refusing) {
      client.on('error', () => undefined);
      client.resetAndDestroy();
      return;
    }
    const server = connect(this.targetPort, '127.0.0.1');
    const pair = new Pair(client, server, () => this.delayMs);
    this.pairs.add(pair);
    pair.onEnd(() => this.pairs.delete(pair));
    if (this.frozen) pair.freeze();
  }
}

/** The two sides of one proxied connection. */
class Pair {
  private frozen = false;
  private ended = false;
  /** When the last chunk that waits will go on. */
  private due = 0;
  private readonly timers = new Set<NodeJS.Timeout>();
  private finish: () => void = () => undefined;

  constructor(
    private readonly client: Socket,
    private readonly server: Socket,
    private readonly delay: () => number,
  ) {
    this.carry(client, server);
    this.carry(server, client);
  }

  onEnd(finish: () => void): void {
    this.finish = finish;
  }

  private carry(from: Socket, to: Socket): void {
    from.setNoDelay(true);
    from.on('error', () => {
      this.destroy();
    });
    from.on('data', (chunk: Buffer) => {
      this.later(() => to.write(chunk));
    });
    from.on('end', () => {
      this.later(() => to.end());
    });
    from.on('close', () => {
      this.later(() => {
        if (from.destroyed && to.writableEnded) this.destroy();
        else to.end();
      });
    });
  }

  /** What came first goes first, also when the delay is changed in between. */
  private later(run: () => void): void {
    const now = performance.now();
    this.due = Math.max(this.due, now + this.delay());
    if (this.due <= now && this.timers.size === 0) {
      if (!this.ended) run();
      return;
    }
    const timer = setTimeout(
      () => {
        this.timers.delete(timer);
        if (!this.ended) run();
      },
      Math.ceil(this.due - now),
    );
    this.timers.add(timer);
  }

  freeze(): void {
    this.frozen = true;
    this.client.pause();
    this.server.pause();
  }

  thaw(): void {
    if (!this.frozen) return;
    this.frozen = false;
    this.client.resume();
    this.server.resume();
  }

  halfClose(): void {
    this.client.end();
  }

  garbage(): void {
    // A server frame with a reserved opcode and no sense.
    this.client.write(Buffer.from([0xff, 0x07, 0x13, 0x37, 0, 1, 2, 3]));
  }

  destroy(): void {
    if (this.ended) return;
    this.ended = true;
    for (const timer of this.timers) clearTimeout(timer);
    this.client.destroy();
    this.server.destroy();
    this.finish();
  }
}
