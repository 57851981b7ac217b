import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';

/** One address for several nodes: each new connection goes to the next node that takes it. */
export class Balancer {
  private readonly ports: number[] = [];
  private readonly sockets = new Set<Socket>();
  private next = 0;

  private constructor(private readonly listener: Server) {
    listener.on('connection', (client: Socket) => {
      this.keep(client);
      this.pass(client, this.ports.length);
    });
  }

  static async start(...nodes: readonly { readonly url: string }[]): Promise<Balancer> {
    const listener = createServer({ pauseOnConnect: true });
    const balancer = new Balancer(listener);
    for (const node of nodes) balancer.add(node);
    listener.listen(0, '127.0.0.1');
    await once(listener, 'listening');
    return balancer;
  }

  get url(): string {
    return `ws://127.0.0.1:${(this.listener.address() as AddressInfo).port}`;
  }

  add({ url }: { readonly url: string }): void {
    this.ports.push(Number(new URL(url).port));
  }

  private keep(socket: Socket): void {
    this.sockets.add(socket);
    socket.setNoDelay(true);
    socket.on('error', () => undefined);
    socket.on('close', () => this.sockets.delete(socket));
  }

  private pass(client: Socket, attempts: number): void {
    const port = this.ports[this.next++ % this.ports.length];
    if (port === undefined || attempts === 0 || client.destroyed) {
      client.destroy();
      return;
    }
    const node = connect(port, '127.0.0.1');
    this.keep(node);
    let isOpen = false;
    node.on('connect', () => {
      isOpen = true;
      client.pipe(node);
      node.pipe(client);
      client.resume();
    });
    node.on('close', () => {
      if (isOpen) client.destroy();
      else this.pass(client, attempts - 1);
    });
    client.on('close', () => node.destroy());
  }

  async close(): Promise<void> {
    this.listener.close();
    for (const socket of this.sockets) socket.destroy();
    await once(this.listener, 'close');
  }
}
