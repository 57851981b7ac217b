import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createClient, type Message, type TIMCommCallback } from 'tim-node';
import { readJson } from '../../../lib/sdk/src/native/json.js';
import { type App, type Answer } from '../../integration/native/app.js';
import type { Reachable } from '../../integration/native/world.js';
import { inTime, waitFor } from '../../support/wait.js';

/** Something that a callback was told: its name and its arguments, with JSON parsed. */
export interface Told {
  readonly name: string;
  readonly args: readonly unknown[];
}

/** Everything that tells an app of messages, conversations and groups. */
const CALLBACKS = functionNames().filter((name) =>
  /^TIM(?:Set(?:Msg|Conv|Group)|AddRecvNewMsg)\w*Callback$/.test(name),
);

function functionNames(): string[] {
  const names: string[] = [];
  for (const name in createClient()) names.push(name);
  return names;
}

const parsed = (value: unknown): unknown =>
  typeof value === 'string' && /^[[{]/.test(value) ? readJson(value) : value;

type Callable = Record<string, (...args: unknown[]) => number>;

/** A client of the C API, wherever it runs, that does what it is told and remembers what it is told. */
export abstract class Puppet {
  readonly told: Told[] = [];

  constructor(readonly user: string) {}

  abstract call(name: string, ...args: readonly unknown[]): Promise<Answer>;

  /** A call that must succeed; what it tells. */
  async ok(name: string, ...args: readonly unknown[]): Promise<unknown> {
    const { code, desc, json } = await this.call(name, ...args);
    expect([name, code, desc]).toEqual([name, 0, '']);
    return json;
  }

  /** New messages that it was told of. */
  get received(): Message[] {
    return this.told
      .filter(({ name }) => name === 'TIMAddRecvNewMsgCallback')
      .flatMap(({ args }) => args[0] as Message[]);
  }

  /** The message with this text, once it is there. */
  async message(text: string): Promise<Message> {
    const find = (): Message | undefined =>
      this.received.find(({ message_elem_array: elems }) => elems?.[0]?.['text_elem_content'] === text);
    await waitFor(`${this.user} to be told "${text}"`, () => find() !== undefined);
    return find() ?? {};
  }

  protected note(name: string, args: readonly unknown[]): void {
    this.told.push({ name, args: args.map(parsed) });
  }
}

/** A client in this process. */
export class NearPuppet extends Puppet {
  constructor(
    user: string,
    private readonly app: App,
  ) {
    super(user);
    const client = app.client as unknown as Callable;
    for (const name of CALLBACKS) client[name]?.((...args: unknown[]) => this.note(name, args.slice(0, -1)));
  }

  call(name: string, ...args: readonly unknown[]): Promise<Answer> {
    return this.app.ask((client, cb: TIMCommCallback) => (client as unknown as Callable)[name]?.(...args, cb) ?? -1);
  }
}

interface Said {
  readonly told?: string;
  readonly args?: readonly unknown[];
  readonly id?: number;
  readonly answer?: readonly [code: number, desc: string, json: string];
}

/** A client in a process of its own, with its store in a folder. */
export class FarPuppet extends Puppet {
  private readonly asked = new Map<number, (answer: Answer) => void>();
  private count = 0;

  private constructor(
    user: string,
    readonly child: ChildProcess,
  ) {
    super(user);
    child.on('message', ({ told, args = [], id = 0, answer }: Said) => {
      if (told !== undefined) this.note(told, args);
      if (answer === undefined) return;
      const [code, desc, json] = answer;
      this.asked.get(id)?.({ code, desc, json: json === '' ? undefined : readJson(json) });
      this.asked.delete(id);
    });
  }

  static async start(user: string, { url, sdkAppId }: Reachable, folder: string): Promise<FarPuppet> {
    const parameters = JSON.stringify({ url, sdkAppId, folder, callbacks: CALLBACKS });
    const script = join(__dirname, 'target-sleeper.mjs');
    const child = spawn(process.execPath, [script, parameters], { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
    const puppet = new FarPuppet(user, child);
    await once(child, 'message');
    return puppet;
  }

  call(name: string, ...args: readonly unknown[]): Promise<Answer> {
    const id = (this.count += 1);
    const answer = new Promise<Answer>((resolve) => this.asked.set(id, resolve));
    this.child.send({ id, name, args });
    return inTime(name, answer);
  }

  async end(): Promise<void> {
    const { child } = this;
    if (child.exitCode !== null || child.signalCode !== null) return;
    child.kill('SIGKILL');
    await once(child, 'exit');
  }
}
