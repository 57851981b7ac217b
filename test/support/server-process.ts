import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { join } from 'node:path';
import { genUserSig } from '@tim-node/protocol/usersig';
import { fastNow, SPEED } from './fast-time.js';

interface Announcement {
  readonly url: string;
  readonly sdkAppId: number;
  readonly secretKey: string;
}

const SCRIPT = join(__dirname, 'crashable-server.mjs');

/** A real server in a process of its own. It can be killed and started again on the same data. */
export class ServerProcess {
  private child: ChildProcess | undefined;
  private announced: Announcement | undefined;

  /** `speed`: how fast its time goes by. `through`: the command of a program that is to run it, such as a tracer. */
  constructor(
    private readonly options: Record<string, unknown>,
    private readonly speed = SPEED,
    private readonly through: readonly string[] = [],
  ) {}

  get url(): string {
    return this.known.url;
  }

  get sdkAppId(): number {
    return this.known.sdkAppId;
  }

  get secretKey(): string {
    return this.known.secretKey;
  }

  genUserSig(userId: string): string {
    const { sdkAppId, secretKey } = this;
    const time = Math.floor((this.speed === 1 ? Date.now() : fastNow()) / 1000);
    return genUserSig({ sdkAppId, secretKey, userId, time });
  }

  private get known(): Announcement {
    if (this.announced === undefined) throw new Error('the server has not been started');
    return this.announced;
  }

  async start(): Promise<void> {
    const start = { at: Date.now(), simulated: this.speed === 1 ? Date.now() : fastNow() };
    const parameters = JSON.stringify({ speed: this.speed, start, options: this.options });
    const command = [...this.through, process.execPath, SCRIPT, parameters];
    const child = spawn(command[0] ?? '', command.slice(1), { stdio: ['ignore', 'pipe', 'inherit', 'ipc'] });
    this.child = child;
    if (child.stdout === null) throw new Error('no stdout');
    const lines = createInterface({ input: child.stdout });
    const [line] = (await Promise.race([
      once(lines, 'line'),
      once(child, 'exit').then(([code]) => Promise.reject(new Error(`the server ended with ${String(code)}`))),
    ])) as [string];
    this.announced = JSON.parse(line) as Announcement;
  }

  /** kill -9: whatever was not on disk is gone. */
  async kill(): Promise<void> {
    const { child } = this;
    if (child === undefined || child.exitCode !== null || child.signalCode !== null) return;
    child.kill('SIGKILL');
    await once(child, 'exit');
  }

  /** Ends all sessions of a user, as an administrator does. */
  async kick(userId: string): Promise<void> {
    this.child?.send({ kick: userId });
    if (this.child !== undefined) await once(this.child, 'message');
  }

  async close(): Promise<void> {
    const { child } = this;
    if (child === undefined || child.exitCode !== null || child.signalCode !== null) return;
    child.send({ close: true });
    await once(child, 'exit');
  }
}
