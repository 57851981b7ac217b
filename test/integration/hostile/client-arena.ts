import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { randomUUID } from 'node:crypto';
import type { TimServer } from '@tim-node/server';
import { createServer } from '@tim-node/server';
import { logIn, textOf, type RawClient, messageOf } from '../../support/raw-client.js';
import { waitFor } from '../../support/wait.js';
import { Child } from './child.js';
import { EvilServer, type Act } from './evil-server.js';
import type { Arena, Memory } from './suite.js';

const SCRIPT = join(__dirname, 'target-client.mjs');

/** How the callbacks of an app behave. */
export type Manner = 'good' | 'throws' | 'rejects' | 'never returns' | 'blocks';

interface Answer {
  readonly code: number;
  readonly desc: string;
}

/** What can be asked of the process with the clients in it. */
type Questions = {
  start(options: { readonly appId: number; readonly url: string; readonly manner?: Manner }): {
    readonly app: number;
    readonly result: number;
  };
  login(app: number, user: string, sig: string): Answer;
  logout(app: number): Answer;
  send(app: number, to: string, text: string): Answer;
  look(app: number): Look;
  uninit(app: number): number;
  thrown(): string[];
  memory(): Memory;
  polluted(): boolean;
};

export interface Look {
  readonly status: number;
  readonly serverTime: number;
  readonly diary: readonly string[];
  readonly texts: readonly string[];
  readonly logLines: number;
}

/** `TIMLoginStatus` of somebody who is logged in. */
export const LOGINED = 1;
/** One record of the SDK's log. */
// eslint-disable-next-line no-control-regex -- none of them may stand in a record
const RECORD = /^\d{4}-\d\d-\d\dT[\d:.]+Z \[([VDIWE])\] ([^\u0000-\u001f\u007f-\u009f\u2028\u2029]*)$/;

/** Apps in a process of their own, an honest server for them, and others that are not honest. */
export class ClientArena implements Arena {
  private readonly apps: number[] = [];
  private readonly evil: EvilServer[] = [];
  private readonly taken = new Map<string, number>();

  private constructor(
    readonly server: TimServer,
    private readonly child: Child<Questions, object>,
    private readonly folder: string,
    /** Somebody else, who writes with the apps. */
    private readonly witness: RawClient,
    readonly secrets: Set<string>,
  ) {}

  static async begin(): Promise<ClientArena> {
    const folder = mkdtempSync(join(tmpdir(), 'tim-hostile-'));
    const server = await createServer({ dataDir: ':memory:' });
    const env = { TIM_DEBUG: 'frames' };
    const child = await Child.start<Questions, object>(SCRIPT, { folder }, 'inherit', env);
    const { client } = await logIn(server, 'witness');
    return new ClientArena(server, child, folder, client, new Set());
  }

  /** The same, for a row that goes on beside others: what it opens is not let go of with theirs. */
  aside(): ClientArena {
    return new ClientArena(this.server, this.child, this.folder, this.witness, this.secrets);
  }

  sig(user: string): string {
    return this.secret(this.server.genUserSig(user));
  }

  secret(text: string): string {
    this.secrets.add(text);
    return text;
  }

  body(): string {
    return this.secret(`message ${randomUUID()}`);
  }

  /** An app that has called Init. */
  async app(url = this.server.url, manner: Manner = 'good'): Promise<number> {
    const { app, result } = await this.child.ask('start', { appId: this.server.sdkAppId, url, manner });
    expect(result).toBe(0);
    this.apps.push(app);
    return app;
  }

  /** A server that does something evil to its first connection, and leads later ones to the honest server. */
  async evilServer(act: Act): Promise<EvilServer> {
    const evil = await EvilServer.start(this.server.url, act, (token) => this.secret(token));
    this.evil.push(evil);
    return evil;
  }

  login(app: number, user: string): Promise<Answer> {
    return this.child.ask('login', app, user, this.sig(user));
  }

  ask<K extends keyof Questions>(question: K, ...args: Parameters<Questions[K]>): Promise<ReturnType<Questions[K]>> {
    return this.child.ask(question, ...args);
  }

  /** Waits until something can be seen of an app. */
  async until(what: string, app: number, holds: (look: Look) => boolean): Promise<Look> {
    let look = await this.child.ask('look', app);
    await waitFor(what, async () => {
      look = await this.child.ask('look', app);
      return holds(look);
    });
    return look;
  }

  /** The app sends a message to somebody, and gets one. */
  async chats(app: number, user: string): Promise<void> {
    const { witness } = this;
    const [question, answer] = [this.body(), this.body()];
    expect(await this.child.ask('send', app, 'witness', question)).toMatchObject({ code: 0 });
    await waitFor('the message of the app', () =>
      witness.entries.some((entry) => textOf(messageOf(entry)) === question),
    );
    await witness.send(user, answer);
    await this.until('the answer', app, ({ texts }) => texts.includes(answer));
  }

  async alive(): Promise<void> {
    const app = await this.app();
    expect(await this.login(app, 'probe')).toEqual({ code: 0, desc: '' });
    await this.chats(app, 'probe');
    await this.cleanUp();
  }

  memory(): Promise<Memory> {
    return this.child.ask('memory');
  }

  /** The SDK's own log, checked and put into the form of the server's. */
  takeLog(): string {
    return readdirSync(this.folder)
      .flatMap((name) => this.fresh(name))
      .map((line) => {
        const [, letter, msg] = RECORD.exec(line) ?? [];
        if (letter === undefined) throw new Error(`not a record: ${JSON.stringify(line)}`);
        return `${JSON.stringify({ level: letter === 'E' ? 50 : 30, msg })}\n`;
      })
      .join('');
  }

  private fresh(name: string): string[] {
    const all = readFileSync(join(this.folder, name));
    const fresh = all.subarray(this.taken.get(name) ?? 0).toString();
    this.taken.set(name, all.length);
    return fresh.split('\n').filter((line) => line !== '');
  }

  async cleanUp(): Promise<void> {
    for (const app of this.apps.splice(0)) await this.child.ask('uninit', app);
    await Promise.all(this.evil.splice(0).map((evil) => evil.close()));
    expect(await this.child.ask('polluted')).toBe(false);
  }

  async end(): Promise<void> {
    await this.child.end();
    await this.witness.close();
    await this.server.close();
  }

  discard(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}
