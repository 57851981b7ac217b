import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ClientOptions } from 'ws';
import type { LoginParams } from '@tim-node/protocol';
import { genUserSig, type GenUserSigOptions } from '@tim-node/protocol/usersig';
import type { ServerOptions, ServerState, Settings, TimServer } from '@tim-node/server';
import { logIn, RawClient, textOf, type LoggedIn, messageOf } from '../../support/raw-client.js';
import { rest } from '../../support/server.js';
import { waitFor } from '../../support/wait.js';
import { Child } from './child.js';
import { LogFile } from './log-file.js';
import type { Arena, Memory } from './suite.js';
import { Wire, type WireOptions } from './wire.js';

const SCRIPT = join(__dirname, 'target-server.mjs');

/** What a server process can be asked. */
type Questions = {
  inspect(): ServerState;
  memory(): Memory;
  polluted(): boolean;
  kick(user: string): boolean;
  jump(milliseconds: number): void;
  now(): number;
  settings(changes: Partial<Settings>): Settings;
};

type Identity = Pick<TimServer, 'url' | 'httpUrl' | 'sdkAppId' | 'secretKey'>;

/** Options that can travel to another process. */
export interface TargetOptions extends Omit<ServerOptions, 'clock' | 'logger' | 'tls' | 'dataDir'> {
  /** Logs everything, frames included, unless there would be too much of it. */
  readonly logger?: 'trace' | 'info';
  /** Keeps its data in a folder, in another thread, as a server usually does; else in memory. */
  readonly onDisk?: boolean;
}

/** A real server in a process of its own. */
export class Target implements Identity {
  private constructor(
    private readonly child: Child<Questions, Identity>,
    private readonly folder: string,
    private readonly log: LogFile,
    private readonly secrets: Set<string>,
  ) {
    secrets.add(this.secretKey);
  }

  static async start(
    { onDisk = false, logger = 'trace', ...more }: TargetOptions,
    secrets: Set<string>,
  ): Promise<Target> {
    const folder = mkdtempSync(join(tmpdir(), 'tim-hostile-'));
    const log = new LogFile(join(folder, 'log'));
    const dataDir = onDisk ? join(folder, 'data') : ':memory:';
    const debug = logger === 'trace' ? 'frames' : '';
    const parameters = { options: { ...more, dataDir, logger, debug } };
    const child = await Child.start<Questions, Identity>(SCRIPT, parameters, log.file);
    return new Target(child, folder, log, secrets);
  }

  get url(): string {
    return this.child.ready.url;
  }

  get httpUrl(): string {
    return this.child.ready.httpUrl;
  }

  get sdkAppId(): number {
    return this.child.ready.sdkAppId;
  }

  get secretKey(): string {
    return this.child.ready.secretKey;
  }

  /** A UserSig of this app, unless something else is wanted. */
  sig(userId: string, more: Partial<GenUserSigOptions> = {}): string {
    return this.secret(genUserSig({ sdkAppId: this.sdkAppId, secretKey: this.secretKey, userId, ...more }));
  }

  genUserSig(userId: string): string {
    return this.sig(userId);
  }

  /** From now on nobody may find this in a log. */
  secret(text: string): string {
    if (text !== '') this.secrets.add(text);
    return text;
  }

  /** As much of a server as the raw clients of the tests need. */
  get server(): TimServer {
    const { url, httpUrl, sdkAppId, secretKey } = this;
    const server: Pick<TimServer, keyof Identity | 'genUserSig'> = {
      url,
      httpUrl,
      sdkAppId,
      secretKey,
      genUserSig: (userId) => this.sig(userId),
    };
    return server as TimServer;
  }

  ask<K extends keyof Questions>(question: K, ...args: Parameters<Questions[K]>): Promise<ReturnType<Questions[K]>> {
    return this.child.ask(question, ...args);
  }

  takeLog(): string {
    return this.log.take();
  }

  /** Ends the process; its log can still be read. */
  end(): Promise<void> {
    return this.child.end();
  }

  /** Forgets everything. */
  discard(): void {
    this.log.close();
    rmSync(this.folder, { recursive: true, force: true });
  }
}

/** A server under attack, and tools to attack it with. What they open is closed after each row. */
export class ServerArena implements Arena {
  private readonly clients: RawClient[] = [];
  private readonly wires: Wire[] = [];
  private readonly others: Target[] = [];
  private readonly kept: Target[] = [];

  private constructor(
    readonly target: Target,
    readonly secrets: Set<string>,
  ) {}

  /** The target of all rows of a file. */
  static async begin(options: TargetOptions = {}): Promise<ServerArena> {
    const secrets = new Set<string>();
    return new ServerArena(await Target.start(options, secrets), secrets);
  }

  /** One more server, for this row only. */
  async another(options: TargetOptions): Promise<Target> {
    const other = await Target.start(options, this.secrets);
    this.others.push(other);
    return other;
  }

  /** One more server, for a row that goes on beside others. */
  async lasting(options: TargetOptions): Promise<Target> {
    const other = await Target.start(options, this.secrets);
    this.kept.push(other);
    return other;
  }

  /** A text like that of a message: nobody else writes it. */
  body(): string {
    return this.target.secret(`message ${randomUUID()}`);
  }

  async connect(target = this.target, options: ClientOptions = {}): Promise<RawClient> {
    const client = await RawClient.open(target.url, options);
    this.clients.push(client);
    return client;
  }

  async logIn(userId: string, more: Partial<LoginParams> = {}, target = this.target): Promise<LoggedIn> {
    const { client, session } = await logIn(target.server, userId, more);
    this.clients.push(client);
    target.secret(session.token);
    return { client, session };
  }

  async wire(options: WireOptions = {}, target = this.target): Promise<Wire> {
    const wire = await Wire.open(target.url, options);
    this.wires.push(wire);
    return wire;
  }

  /** A TCP connection that has said nothing yet. */
  tcp(target = this.target): Wire {
    const wire = new Wire(target.httpUrl);
    this.wires.push(wire);
    return wire;
  }

  /** Calls the REST API as its administrator. */
  rest(
    command: string,
    body: unknown,
    query: Readonly<Record<string, string>> = {},
    target = this.target,
  ): Promise<Record<string, unknown>> {
    return rest(target.server, command, body, query);
  }

  async alive(): Promise<void> {
    const { client, session } = await logIn(this.target.server, 'probe');
    this.target.secret(session.token);
    const text = this.body();
    await client.send('probe', text);
    await waitFor('the message of the probe', () => client.entries.some((entry) => textOf(messageOf(entry)) === text));
    await client.close();
  }

  memory(): Promise<Memory> {
    return this.target.ask('memory');
  }

  takeLog(): string {
    return this.all.map((target) => target.takeLog()).join('');
  }

  async cleanUp(): Promise<void> {
    for (const wire of this.wires.splice(0)) wire.destroy();
    await Promise.all(this.clients.splice(0).map((client) => client.cut()));
    await Promise.all(this.others.map((other) => other.end()));
    await waitFor('all connections to be gone', async () => {
      const { connections, pendingRequests } = await this.target.ask('inspect');
      return connections === 0 && pendingRequests === 0;
    });
    expect(await this.target.ask('polluted')).toBe(false);
  }

  async end(): Promise<void> {
    await Promise.all(this.all.map((target) => target.end()));
  }

  discard(): void {
    for (const target of this.all) target.discard();
  }

  private get all(): Target[] {
    return [this.target, ...this.others, ...this.kept];
  }
}
