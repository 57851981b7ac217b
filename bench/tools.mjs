import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

export function median(values) {
  return quantile(values, 0.5);
}

/** The value below which this part of all values lies. */
export function quantile(values, part) {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))];
}

/** With `--quick` everything is small: it shows that the scenarios work, and measures nothing. */
const isQuick = process.argv.includes('--quick');
export const amount = (usual, quick) => (isQuick ? quick : usual);

export const times = (ratio) => `${ratio.toFixed(2)} x`;

/**
 * A process that takes part in a measurement. It is told what to do by lines of JSON on stdin and answers each
 * with one line of JSON on stdout.
 */
class Worker {
  #child;
  #lines;

  constructor(name, parameters = {}, { nodeOptions = [] } = {}) {
    const script = fileURLToPath(new URL(`./processes/${name}.mjs`, import.meta.url));
    const command = [process.execPath, ...nodeOptions, script, JSON.stringify(parameters)];
    // Many sockets need many file descriptors; where the limit cannot be raised, the script says so itself.
    const quoted = command.map((part) => `'${part.replaceAll("'", `'\\''`)}'`).join(' ');
    this.#child = spawn('sh', ['-c', `ulimit -n 20000 2>/dev/null; exec ${quoted}`], {
      stdio: ['pipe', 'pipe', 'inherit'],
    });
    this.#lines = createInterface({ input: this.#child.stdout })[Symbol.asyncIterator]();
  }

  /** The next thing the process says. */
  async heard() {
    const { value, done } = await this.#lines.next();
    if (done) throw new Error('a process of the benchmark ended early');
    return JSON.parse(value);
  }

  async ask(request) {
    this.#child.stdin.write(`${JSON.stringify(request)}\n`);
    return this.heard();
  }

  async stop() {
    if (this.#child.exitCode !== null) return;
    this.#child.stdin.end();
    await once(this.#child, 'exit');
  }

  kill() {
    this.#child.kill();
  }
}

/**
 * Starts a server, does something with it and with processes full of clients, which `start` starts, and stops all of
 * them. `raw`, `tim` and so on name what runs. Every round has processes of its own, so that none profits from an
 * earlier one.
 */
export async function withServer(kind, work, { parameters = {}, ...options } = {}) {
  const workers = [];
  const start = async (name, details) => {
    const worker = new Worker(name, details, options);
    workers.push(worker);
    return { worker, greeting: await worker.heard() };
  };
  try {
    const server = await start(`${kind}-server`, parameters);
    const result = await work({
      server: server.worker,
      start: async (name, more = {}) => (await start(`${name}-client`, { ...server.greeting, ...more })).worker,
    });
    for (const worker of workers.reverse()) await worker.stop();
    return result;
  } catch (error) {
    for (const worker of workers) worker.kill();
    throw error;
  }
}

/** The same with one process of clients, which may be of another kind than the server. */
export function withPair(kind, work, { client: clientKind = kind, ...options } = {}) {
  return withServer(kind, async ({ server, start }) => work(await start(clientKind), server), options);
}

/** The other end of `Worker`: answers each request with what `handle` returns, and stops at the end of stdin. */
export async function serve(handle, stop) {
  for await (const line of createInterface({ input: process.stdin })) {
    console.log(JSON.stringify(await handle(JSON.parse(line))));
  }
  await stop?.();
}

export const parameters = () => JSON.parse(process.argv[2] ?? '{}');

/** Resident memory after the garbage is gone; needs --expose-gc. */
export async function settledMemory() {
  return (await settledUsage()).rss;
}

/** The same, and what of it are JavaScript's objects and buffers. */
export async function settledUsage() {
  for (let round = 0; round < 4; round += 1) {
    globalThis.gc?.();
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  const { rss, heapUsed, external } = process.memoryUsage();
  return { rss, heap: heapUsed + external };
}

/** A folder of its own for some work. */
export async function withFolder(work) {
  const folder = mkdtempSync(join(tmpdir(), 'tim-node-bench-'));
  try {
    return await work(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Runs `count` jobs, `abreast` at a time. */
export async function pool(count, abreast, job) {
  let next = 0;
  const worker = async () => {
    while (next < count) await job(next++);
  };
  await Promise.all(Array.from({ length: Math.min(abreast, count) }, worker));
}
