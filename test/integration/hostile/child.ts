import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { inTime } from '../../support/wait.js';

const PATIENCE = 60_000;

/** What another process answers, by name. */
export type Answers<Q> = { [K in keyof Q]: (...args: never[]) => unknown };

/** A script of these tests in a process of its own. It says `{ ready }` once, and then answers questions. */
export class Child<Q extends Answers<Q>, Ready> {
  private lastId = 0;
  private readonly asked = new Map<number, (value: unknown) => void>();

  private constructor(
    private readonly process: ChildProcess,
    readonly ready: Ready,
  ) {
    process.on('message', ({ id, value }: { readonly id: number; readonly value?: unknown }) => {
      this.asked.get(id)?.(value);
      this.asked.delete(id);
    });
  }

  /** What it writes to stderr goes to a file. */
  static async start<Q extends Answers<Q>, Ready>(
    script: string,
    parameters: object,
    stderr: number | 'inherit',
    env: NodeJS.ProcessEnv = {},
  ): Promise<Child<Q, Ready>> {
    const child = spawn(process.execPath, [script, JSON.stringify(parameters)], {
      stdio: ['ignore', 'inherit', stderr, 'ipc'],
      env: { ...process.env, ...env },
    });
    const ended = once(child, 'exit').then(([code]) =>
      Promise.reject(new Error(`the process ended with ${String(code)}`)),
    );
    const [message] = (await inTime(
      'the process to start',
      Promise.race([once(child, 'message'), ended]),
      PATIENCE,
    )) as [{ readonly ready: Ready }];
    return new Child(child, message.ready);
  }

  ask<K extends keyof Q & string>(question: K, ...args: Parameters<Q[K]>): Promise<Awaited<ReturnType<Q[K]>>> {
    this.lastId += 1;
    const id = this.lastId;
    const answer = new Promise<unknown>((resolve) => this.asked.set(id, resolve));
    this.process.send({ id, question, args });
    return inTime(`the answer to ${question}`, answer, PATIENCE) as Promise<Awaited<ReturnType<Q[K]>>>;
  }

  /** kill -9. */
  async end(): Promise<void> {
    const { process } = this;
    if (process.exitCode !== null || process.signalCode !== null) return;
    const exit = once(process, 'exit');
    process.kill('SIGKILL');
    await exit;
  }
}
