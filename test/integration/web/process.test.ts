import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';
import { within } from './diary.js';

const root = join(__dirname, '../../..');

/** A port that nobody listens on. */
async function closedPort(): Promise<number> {
  const listener = createServer().listen(0, '127.0.0.1');
  await once(listener, 'listening');
  const { port } = listener.address() as AddressInfo;
  listener.close();
  await once(listener, 'close');
  return port;
}

/** What a plain Node process does with the Web style: no globals added, no server anywhere. */
describe('Web style in a process of its own', () => {
  let folder: string;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'tim-node-web-'));
    await build({
      absWorkingDir: root,
      entryPoints: ['lib/sdk/src/web.ts'],
      bundle: true,
      platform: 'node',
      format: 'cjs',
      target: 'node20',
      conditions: ['@tim-node/source'],
      outfile: join(folder, 'web.cjs'),
      logLevel: 'silent',
    });
  }, 60_000);

  afterAll(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  /** Runs a script to its end; it must come by itself. */
  async function run(script: string): Promise<{ code: number | null; out: string; err: string }> {
    const source = `
      const globals = Reflect.ownKeys(globalThis).length;
      const { TencentCloudChat, TIM } = require(${JSON.stringify(join(folder, 'web.cjs'))});
      const options = { SDKAppID: 1, serverURL: 'ws://127.0.0.1:${await closedPort()}' };
      ${script}`;
    const child = spawn(process.execPath, ['-e', source], { stdio: ['ignore', 'pipe', 'pipe'] });
    let out = '';
    let err = '';
    child.stdout.on('data', (chunk: Buffer) => (out += chunk.toString()));
    child.stderr.on('data', (chunk: Buffer) => (err += chunk.toString()));
    const ended = new Promise<number | null>((resolve) => child.on('close', resolve));
    try {
      return { code: await within(ended, 'the end of the process'), out, err };
    } finally {
      child.kill('SIGKILL');
    }
  }

  test('import, create and destroy print nothing, and the process ends', async () => {
    expect(await run('TencentCloudChat.create(options).destroy(); TIM.create(options).destroy();')).toEqual({
      ...{ code: 0, out: '', err: '' },
    });
  });

  test('importing alone keeps no process alive and adds no global', async () => {
    const { code, out } = await run('console.log(Reflect.ownKeys(globalThis).length - globals);');
    expect({ code, out }).toEqual({ code: 0, out: '0\n' });
  });

  test('a failed login leaves nothing behind after destroy', async () => {
    const { code, out, err } = await run(`
      const chat = TencentCloudChat.create(options);
      chat.login({ userID: 'alice', userSig: 'x' }).catch(async ({ code }) => {
        console.log(code);
        await chat.destroy().catch(() => undefined);
        console.log(process.getActiveResourcesInfo().filter((name) => name !== 'PipeWrap').join());
      });`);
    expect({ code, out, err }).toEqual({ code: 0, out: '2800\n\n', err: '' });
  });

  test('create*Message before a login throws instead of ending the process later', async () => {
    const { code, out, err } = await run(`
      const chat = TencentCloudChat.create(options);
      try {
        chat.createTextMessage({ to: 'bob', conversationType: 'C2C', payload: { text: 'hi' } });
      } catch ({ code, message }) {
        console.log(code, message);
      }
      chat.destroy();`);
    expect({ code, out, err }).toEqual({ code: 0, out: '2024 createTextMessage: nobody is logged in\n', err: '' });
  });

  test('an exception in a handler is an uncaught one, and the others have run', async () => {
    const { code, out, err } = await run(`
      const chat = TencentCloudChat.create(options);
      chat.on('netStateChange', () => { throw new TypeError('oops'); });
      chat.on('netStateChange', ({ data }) => console.log(data.state));`);
    expect({ code, out }).toEqual({ code: 1, out: 'disconnected\n' });
    expect(err).toContain('TypeError: oops');
  });

  test('20 chats that come and go leave no timer and no socket', async () => {
    const { code, out } = await run(`
      const chats = Array.from({ length: 20 }, (_, at) => TencentCloudChat.create({ ...options, SDKAppID: at }));
      Promise.allSettled(chats.map((chat) => chat.destroy())).then((all) => {
        console.log(all.length, process.getActiveResourcesInfo().filter((name) => name === 'Timeout').length);
      });`);
    expect({ code, out }).toEqual({ code: 0, out: '20 0\n' });
  });
});
