import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { genUserSig } from '@tim-node/protocol/usersig';
import type { Home } from './raw-client.js';
import { waitFor } from './wait.js';

const BIN = join(__dirname, '../../lib/server/bin/tim-node-server.js');

export interface Ended {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly out: string;
  readonly err: string;
}

/** The command `tim-node-server` in a process of its own. */
export class Command {
  out = '';
  err = '';
  readonly child: ChildProcess;
  private readonly exited: Promise<[number | null, NodeJS.Signals | null]>;

  /** `limits`: what a shell does before it becomes the command, such as `ulimit`. */
  constructor(args: readonly string[], env: NodeJS.ProcessEnv = {}, limits = ':') {
    const shell = ['-c', `${limits}; exec "$0" "$@"`, process.execPath, BIN, ...args];
    this.child = spawn('sh', shell, { env: { ...process.env, ...env } });
    this.child.stdout?.on('data', (chunk: Buffer) => (this.out += chunk.toString()));
    this.child.stderr?.on('data', (chunk: Buffer) => (this.err += chunk.toString()));
    this.exited = once(this.child, 'close') as Promise<[number | null, NodeJS.Signals | null]>;
  }

  async ended(): Promise<Ended> {
    const [code, signal] = await this.exited;
    return { code, signal, out: this.out, err: this.err };
  }

  /** Waits until it says where it is. */
  async running(): Promise<RunningCommand> {
    await waitFor('the server to run', () => this.out.includes('usersig alice') || this.child.exitCode !== null);
    const [, url] = /address +(\S+)/.exec(this.out) ?? [];
    const [, app] = /SDKAppID +(\d+)/.exec(this.out) ?? [];
    if (url === undefined || app === undefined) throw new Error(`the server does not run: ${this.err}`);
    return { url, sdkAppId: Number(app), secretKey: /secret key +(\S+)/.exec(this.out)?.[1] };
  }

  stop(signal: NodeJS.Signals = 'SIGTERM'): Promise<Ended> {
    this.child.kill(signal);
    return this.ended();
  }
}

export interface RunningCommand {
  readonly url: string;
  readonly sdkAppId: number;
  /** Only at the first start. */
  readonly secretKey: string | undefined;
}

/** As much of a server as a raw client needs to log in. */
export function reachable({ url, sdkAppId }: RunningCommand, secretKey: string): Home {
  return { url, sdkAppId, genUserSig: (userId) => genUserSig({ sdkAppId, secretKey, userId }) };
}
