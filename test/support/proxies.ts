import { once } from 'node:events';
import { createServer as createHttpServer, type IncomingMessage } from 'node:http';
import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import type { Duplex } from 'node:stream';

/** A proxy for tests. */
export interface TestProxy {
  readonly port: number;
  /** `host:port` of every tunnel that was made. */
  readonly tunnels: readonly string[];
  /** User and password that were shown, as `user:password`. */
  readonly credentials: readonly string[];
  close(): Promise<void>;
}

class Proxy implements TestProxy {
  readonly tunnels: string[] = [];
  readonly credentials: string[] = [];
  private readonly sockets = new Set<Duplex>();

  constructor(
    private readonly listener: Server,
    readonly password: string | undefined,
  ) {
    listener.listen(0, '127.0.0.1');
  }

  get port(): number {
    return (this.listener.address() as AddressInfo).port;
  }

  /** Whether somebody with these credentials may use the proxy. */
  admits(credentials: string | undefined): boolean {
    if (credentials !== undefined) this.credentials.push(credentials);
    return this.password === undefined || credentials === this.password;
  }

  keep(socket: Duplex): void {
    this.sockets.add(socket);
    socket.on('error', () => socket.destroy());
    socket.on('close', () => this.sockets.delete(socket));
  }

  /** Connects a client with its target. */
  tunnel(client: Duplex, host: string, port: number, ready: () => void): void {
    this.tunnels.push(`${host}:${port}`);
    const target = connect(port, host, () => {
      ready();
      target.pipe(client);
      client.pipe(target);
    });
    this.keep(target);
    target.on('close', () => client.destroy());
    client.on('close', () => target.destroy());
  }

  async close(): Promise<void> {
    this.listener.close();
    for (const socket of this.sockets) socket.destroy();
    await once(this.listener, 'close');
  }
}

/** An HTTP proxy: CONNECT, with Basic authentication when a `user:password` is given. */
export async function httpProxy(password?: string): Promise<TestProxy> {
  const server = createHttpServer();
  const proxy = new Proxy(server, password);
  server.on('connection', (socket: Socket) => {
    proxy.keep(socket);
  });
  server.on('connect', ({ url = '', headers }: IncomingMessage, client: Duplex) => {
    const shown = headers['proxy-authorization']?.replace('Basic ', '');
    if (!proxy.admits(shown === undefined ? undefined : Buffer.from(shown, 'base64').toString())) {
      client.end('HTTP/1.1 407 Proxy Authentication Required\r\n\r\n');
      return;
    }
    const [host = '', port] = url.split(':');
    proxy.tunnel(client, host, Number(port), () => client.write('HTTP/1.1 200 OK\r\n\r\n'));
  });
  await once(server, 'listening');
  return proxy;
}

const VERSION = 5;
const NO_AUTHENTICATION = 0;
const BY_PASSWORD = 2;
const REFUSED = 0xff;
const IPV4 = 1;

/** A SOCKS5 proxy, with a user and password when `user:password` is given. */
export async function socksProxy(password?: string): Promise<TestProxy> {
  const server = createServer((client) => {
    proxy.keep(client);
    void converse(client, proxy).catch(() => client.destroy());
  });
  const proxy = new Proxy(server, password);
  await once(server, 'listening');
  return proxy;
}

async function converse(client: Socket, proxy: Proxy): Promise<void> {
  const take = reader(client);
  const [, methods = 0] = await take(2);
  const offered = await take(methods);
  const method = proxy.password === undefined ? NO_AUTHENTICATION : BY_PASSWORD;
  if (!offered.includes(method)) {
    client.end(Buffer.from([VERSION, REFUSED]));
    return;
  }
  client.write(Buffer.from([VERSION, method]));
  if (method === BY_PASSWORD && !(await isAdmitted(client, proxy, take))) return;
  const [, , , type] = await take(4);
  const host = type === IPV4 ? [...(await take(4))].join('.') : (await take((await take(1))[0] ?? 0)).toString();
  const port = (await take(2)).readUInt16BE();
  proxy.tunnel(client, host, port, () => client.write(Buffer.from([VERSION, 0, 0, IPV4, 0, 0, 0, 0, 0, 0])));
}

async function isAdmitted(client: Socket, proxy: Proxy, take: (bytes: number) => Promise<Buffer>): Promise<boolean> {
  const [, userLength = 0] = await take(2);
  const user = (await take(userLength)).toString();
  const [passwordLength = 0] = await take(1);
  const password = (await take(passwordLength)).toString();
  const admitted = proxy.admits(`${user}:${password}`);
  client.write(Buffer.from([1, admitted ? 0 : 1]));
  if (!admitted) client.end();
  return admitted;
}

/** Reads a number of bytes from a socket, and no more than these. */
function reader(socket: Socket): (bytes: number) => Promise<Buffer> {
  return async (bytes) => {
    if (bytes === 0) return Buffer.alloc(0);
    for (;;) {
      const chunk = socket.read(bytes) as Buffer | null;
      if (chunk !== null) return chunk;
      await once(socket, 'readable');
    }
  };
}
