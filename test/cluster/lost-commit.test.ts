import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { logIn, Refused } from '../support/raw-client.js';
import { waitFor } from '../support/wait.js';
import { cluster } from './world.js';

const { node, options } = cluster();

/** The text of a query ends with a zero. */
const COMMIT = 'commit\0';

/** The way of one node to PostgreSQL. On demand it breaks when a commit has gone through, before the answer comes back. */
class BreakingWay {
  breaksAtCommit = false;
  private readonly sockets = new Set<Socket>();

  private constructor(private readonly server: Server) {}

  static async to({ port, hostname }: URL): Promise<BreakingWay> {
    const server = createServer();
    const way = new BreakingWay(server);
    server.on('connection', (client) => {
      way.join(client, connect(Number(port), hostname));
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return way;
  }

  get port(): number {
    return (this.server.address() as AddressInfo).port;
  }

  private join(client: Socket, database: Socket): void {
    for (const [socket, other] of [
      [client, database],
      [database, client],
    ] as const) {
      this.sockets.add(socket);
      socket.on('error', () => socket.destroy());
      socket.on('close', () => {
        this.sockets.delete(socket);
        other.destroy();
      });
    }
    database.pipe(client);
    client.on('data', (data: Buffer) => {
      if (!this.breaksAtCommit || !data.includes(COMMIT)) {
        database.write(data);
        return;
      }
      this.breaksAtCommit = false;
      database.unpipe(client);
      database.write(data);
      // By its answer the commit is known to have happened.
      database.once('data', () => client.destroy()).resume();
    });
  }

  async close(): Promise<void> {
    for (const socket of this.sockets) socket.destroy();
    await new Promise((resolve) => this.server.close(resolve));
  }
}

test('what was written while the answer of the database got lost is told, on other nodes too', async () => {
  const url = new URL(String(options().postgres));
  const way = await BreakingWay.to(url);
  url.port = String(way.port);
  try {
    const [a, b] = [await node({ postgres: url.href }), await node()];
    const { client: bob } = await logIn(a, 'bob');
    const { client: alice } = await logIn(b, 'alice');
    const { seq } = await bob.send('alice', 'never mind');
    await waitFor('the message', () => alice.entries.length > 0);
    way.breaksAtCommit = true;
    const revoke = { target: { type: 'c2c', id: 'alice' } as const, seq, reason: '' };
    await expect(bob.ask('msg.revoke', revoke)).rejects.toThrow(Refused);
    // Asked again it has been done already: there is nothing new to tell.
    await bob.ask('msg.revoke', revoke);
    // She hears at least that her log has grown, although nothing else happens.
    const { seq: head } = await alice.push('head');
    expect(head).toBeGreaterThan(alice.entries.length);
  } finally {
    await way.close();
  }
});
