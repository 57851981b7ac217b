import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { connect, createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { Client } from 'pg';

/*
 * The servers of others that a cluster needs, started from installed programs. One file without imports of its own:
 * Jest loads it before everything else, when it does not know yet where sources are, and the benchmarks by itself.
 */

const VERSIONS = '/usr/lib/postgresql';

function folders(): string[] {
  const versions = existsSync(VERSIONS) ? readdirSync(VERSIONS).sort((a, b) => Number(b) - Number(a)) : [];
  const path = (process.env['PATH'] ?? '').split(delimiter);
  return [...versions.map((version) => join(VERSIONS, version, 'bin')), ...path, '/usr/sbin', '/usr/local/sbin'];
}

/** The path of an installed program. */
export function findProgram(name: string, debianPackage: string): string {
  const folder = folders().find((each) => existsSync(join(each, name)));
  if (folder !== undefined) return join(folder, name);
  throw new Error(`${name} is missing: install the Debian package ${debianPackage} (npm test does so when it is root)`);
}

/** Servers that refuse to run as root get the user nobody. */
export const UNPRIVILEGED: { readonly uid?: number; readonly gid?: number } =
  process.getuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : {};

export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

/** A program that runs until it is stopped. */
export class Program {
  private child: ChildProcess | undefined;
  private output = '';

  constructor(
    private readonly path: string,
    private readonly args: readonly string[],
  ) {}

  /** Starts it and waits until it is of use. */
  async start(isReady: () => Promise<boolean>): Promise<void> {
    this.output = '';
    const child = spawn(this.path, this.args, { stdio: ['ignore', 'pipe', 'pipe'], cwd: '/', ...UNPRIVILEGED });
    this.child = child;
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (data: Buffer) => {
        this.output = (this.output + data.toString()).slice(-4000);
      });
    }
    const end = performance.now() + 60_000;
    while (!(await isReady())) {
      if (child.exitCode !== null || performance.now() > end) {
        throw new Error(`${this.path} did not start: ${this.output}`);
      }
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  }

  async stop(signal: NodeJS.Signals): Promise<void> {
    const { child } = this;
    this.child = undefined;
    if (child === undefined || child.exitCode !== null || child.signalCode !== null) return;
    const gone = new Promise((resolve) => child.once('exit', resolve));
    child.kill(signal);
    await gone;
  }
}

const PACKAGE = 'postgresql';

/** A real PostgreSQL in a folder of its own, syncing as it does in earnest unless it is told otherwise. */
export class TestPostgres {
  private constructor(
    private readonly folder: string,
    private readonly program: Program,
    readonly port: number,
  ) {}

  /** @param settings more of them, as they stand on the command line */
  static async start(settings: readonly string[] = []): Promise<TestPostgres> {
    const folder = mkdtempSync(join(tmpdir(), 'tim-postgres-'));
    const { uid, gid } = UNPRIVILEGED;
    if (uid !== undefined && gid !== undefined) chownSync(folder, uid, gid);
    const data = join(folder, 'data');
    const init = ['-D', data, '-U', 'tim', '-A', 'trust', '-E', 'UTF8', '--locale=C', '--no-sync'];
    execFileSync(findProgram('initdb', PACKAGE), init, { cwd: '/', stdio: 'pipe', ...UNPRIVILEGED });
    const port = await freePort();
    const program = new Program(findProgram('postgres', PACKAGE), [
      ...['-D', data, '-p', String(port), '-k', folder, '-h', '127.0.0.1'],
      ...['-c', 'max_connections=200', '-c', 'log_min_messages=fatal', ...settings],
    ]);
    const server = new TestPostgres(folder, program, port);
    await server.resume();
    return server;
  }

  url(database = 'postgres'): string {
    return postgresUrl(this.port, database);
  }

  /** Stops it at once, as a machine does that fails; committed data is kept. */
  async crash(): Promise<void> {
    await this.program.stop('SIGQUIT');
  }

  /** Starts it again at the same address. */
  async resume(): Promise<void> {
    await this.program.start(() => answers(this.url()));
  }

  async close(): Promise<void> {
    await this.program.stop('SIGINT');
    rmSync(this.folder, { recursive: true, force: true });
  }
}

export const postgresUrl = (port: number, database: string): string => `postgres://tim@127.0.0.1:${port}/${database}`;

async function answers(url: string): Promise<boolean> {
  try {
    await withClient(url, (client) => client.query('select 1'));
    return true;
  } catch {
    return false;
  }
}

export async function withClient<T>(url: string, work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: url });
  client.on('error', () => undefined);
  try {
    await client.connect();
    return await work(client);
  } finally {
    await client.end().catch(() => undefined);
  }
}

/** A real NATS server. */
export class TestNats {
  private constructor(
    private readonly program: Program,
    readonly port: number,
  ) {}

  static async start(): Promise<TestNats> {
    const port = await freePort();
    const path = findProgram('nats-server', 'nats-server');
    const nats = new TestNats(new Program(path, ['-a', '127.0.0.1', '-p', String(port)]), port);
    await nats.resume();
    return nats;
  }

  get url(): string {
    return `nats://127.0.0.1:${this.port}`;
  }

  async crash(): Promise<void> {
    await this.program.stop('SIGKILL');
  }

  async resume(): Promise<void> {
    await this.program.start(() => greets(this.port));
  }

  close(): Promise<void> {
    return this.crash();
  }
}

/** Whether a server says its first line there. */
function greets(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    const settle = (yes: boolean): void => {
      socket.destroy();
      resolve(yes);
    };
    socket.once('data', () => {
      settle(true);
    });
    socket.once('error', () => {
      settle(false);
    });
  });
}

const shared = globalThis as { timServers?: (() => Promise<void>)[] };

/** Before all tests of a cluster: the servers that they share. Their addresses reach the tests by the environment. */
export default async function up(): Promise<void> {
  // This one does not crash, let alone its machine: what it has committed is there, on disk or not yet.
  const postgres = await TestPostgres.start(['-c', 'fsync=off']);
  shared.timServers = [() => postgres.close()];
  const nats = await TestNats.start();
  shared.timServers.push(() => nats.close());
  process.env['TIM_TEST_POSTGRES_PORT'] = String(postgres.port);
  process.env['TIM_TEST_NATS_PORT'] = String(nats.port);
}
