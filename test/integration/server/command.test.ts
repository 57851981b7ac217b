import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CLOSE } from '@tim-node/protocol';
import { verifyUserSig } from '@tim-node/protocol/usersig';
import { Command, reachable } from '../../support/command.js';
import { logIn, RawClient, messageOf } from '../../support/raw-client.js';
import { waitFor } from '../../support/wait.js';

jest.setTimeout(60_000);

let folder: string;
const commands: Command[] = [];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tim-command-'));
});

afterEach(async () => {
  for (const command of commands.splice(0)) if (command.child.exitCode === null) await command.stop('SIGKILL');
  rmSync(folder, { recursive: true, force: true });
});

function command(args: readonly string[], env: NodeJS.ProcessEnv = {}): Command {
  const started = new Command(args, env);
  commands.push(started);
  return started;
}

const serve = (...more: string[]): Command =>
  command(['--port', '0', '--data-dir', folder, '--log-level', 'warn', ...more]);

test('--help explains, --version tells the version', async () => {
  const help = await command(['--help']).ended();
  expect(help).toMatchObject({ code: 0, err: '' });
  expect(help.out).toContain('TIM_SERVER_PORT');
  expect(await command(['--version']).ended()).toMatchObject({ code: 0, out: '0.1.0\n' });
});

test.each([
  [['--colour'], {}, /Unknown option '--colour'/],
  [['--port', 'x'], {}, /port must be a whole number/],
  [['fly'], {}, /no command fly/],
  [[], { TIM_SERVER_POLICY: 'four' }, /policy must be one of/],
  [['--host', '0.0.0.0', '--app-id', '5', '--secret-key', 'short'], {}, /at least 16/],
  [['usersig'], {}, /one UserID/],
  [['usersig', 'a b'], {}, /UserID is/],
  [['usersig', 'alice', '--expire', '0'], {}, /expire/],
])('wrong usage: %p', async (args, env, message) => {
  const ended = await command([...args, '--data-dir', folder], env).ended();
  expect(ended.code).toBe(2);
  expect(ended.err).toMatch(message);
  expect(ended.err.trim().split('\n')).toHaveLength(1);
  expect(ended.out).toBe('');
});

test('the first start makes an app and shows its key, later ones do not; the signing command works', async () => {
  const first = serve();
  const { secretKey, sdkAppId } = await first.running();
  expect(first.out).toContain(`tim-node-server usersig alice --data-dir ${folder}`);
  expect(statSync(join(folder, 'app.json')).mode & 0o777).toBe(0o600);
  expect(await first.stop()).toMatchObject({ code: 0, signal: null, err: '' });

  const second = serve();
  const running = await second.running();
  expect(running).toMatchObject({ sdkAppId, secretKey: undefined });
  expect(second.out).not.toContain(secretKey);

  const signed = await command(['usersig', 'alice', '--expire', '60', '--data-dir', folder]).ended();
  const now = Math.floor(Date.now() / 1000);
  const { time, expireAt } = verifyUserSig(signed.out.trim(), {
    sdkAppId,
    secretKey: secretKey ?? '',
    userId: 'alice',
    now,
  });
  expect(expireAt - time).toBe(60);
  const { client } = await logIn(reachable(running, secretKey ?? ''), 'alice', { userSig: signed.out.trim() });
  await client.close();
  expect(await second.stop('SIGINT')).toMatchObject({ code: 0 });
});

test('an app that is given is used and its key neither shown nor written down', async () => {
  const TIM_SERVER_SECRET_KEY = 'a-secret-key-of-our-own';
  const env = { TIM_SERVER_SECRET_KEY, TIM_SERVER_APP_ID: '1400000777' };
  const server = command(['--port', '0', '--data-dir', folder, '--log-level', 'trace'], env);
  const running = await server.running();
  expect(running.sdkAppId).toBe(1_400_000_777);
  const signed = await command(['usersig', 'alice'], env).ended();
  const { client } = await logIn(reachable(running, TIM_SERVER_SECRET_KEY), 'alice', { userSig: signed.out.trim() });
  await client.close();
  const ended = await server.stop();
  expect(ended.out + ended.err).not.toContain(TIM_SERVER_SECRET_KEY);
  expect(() => statSync(join(folder, 'app.json'))).toThrow('ENOENT');
});

describe('one clear line, and exit code 1', () => {
  async function failure(...args: string[]): Promise<string> {
    const ended = await serve(...args).ended();
    expect(ended).toMatchObject({ code: 1, out: '' });
    expect(ended.err.trim().split('\n')).toHaveLength(1);
    return ended.err;
  }

  test('when another server works in the folder', async () => {
    const first = serve();
    await first.running();
    expect(await failure()).toContain(`in use by another server (process ${first.child.pid})`);
    expect(await first.stop()).toMatchObject({ code: 0 });
  });

  test('when the port is taken', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await waitFor('the port', () => other.address() !== null);
    const { port } = other.address() as { port: number };
    expect(await failure('--port', String(port))).toContain(`127.0.0.1:${port} is in use`);
    other.close();
  });

  test('when the database is damaged, or the app file', async () => {
    writeFileSync(join(folder, 'tim.db'), 'nonsense, '.repeat(1000));
    expect(await failure()).toContain('not a database');
    writeFileSync(join(folder, 'app.json'), '{');
    expect(await failure()).toContain('app.json is damaged');
  });
});

test('SIGTERM says goodbye to clients; a second signal does not wait', async () => {
  const server = serve();
  const running = await server.running();
  const { client } = await logIn(reachable(running, running.secretKey ?? ''), 'alice');
  const ended = server.stop();
  expect((await client.closed).code).toBe(CLOSE.goingAway.code);
  await client.push('drain');
  expect(await ended).toMatchObject({ code: 0 });

  const stubborn = serve();
  const again = await stubborn.running();
  const silent = await logIn(reachable(again, running.secretKey ?? ''), 'alice');
  silent.client.socket.pause();
  stubborn.child.kill('SIGTERM');
  await waitFor('the first signal', () => stubborn.out.includes('stopping'));
  expect(await stubborn.stop('SIGTERM')).toMatchObject({ code: 143 });
  silent.client.socket.resume();
  await silent.client.closed;
});

test('kill -9 at any moment: what was acknowledged is there, the session goes on, nothing is there twice', async () => {
  let secretKey = '';
  const acknowledged = new Map<string, number>();
  let ticket = { sessionId: '', token: '' };
  let epoch = '';
  for (let round = 0; round < 4; round += 1) {
    const server = serve();
    const running = await server.running();
    secretKey = running.secretKey ?? secretKey;
    let client: RawClient;
    if (round === 0) {
      const alice = await logIn(reachable(running, secretKey), 'alice');
      ({ client } = alice);
      ({ epoch } = alice.session);
      ticket = { sessionId: alice.session.sessionId, token: alice.session.token };
    } else {
      client = await RawClient.open(running.url);
      await client.ask('session.resume', ticket);
    }
    const sending = Array.from({ length: 300 }, async (_, n) => {
      const clientId = `${round}-${n}`;
      const { seq } = await client.send('alice', clientId, { clientId });
      acknowledged.set(clientId, seq);
    });
    const known = acknowledged.size;
    await waitFor('some to be acknowledged', () => acknowledged.size >= known + 20 + round * 40);
    await server.stop('SIGKILL');
    await Promise.allSettled(sending);
  }
  const server = serve();
  const running = await server.running();
  const client = await RawClient.open(running.url);
  await client.ask('session.resume', ticket);
  // Sent again, as a client does that lost the answer: the first answer.
  for (const [clientId, seq] of [...acknowledged].slice(-20)) {
    expect(await client.send('alice', clientId, { clientId })).toMatchObject({ seq });
  }
  const found = new Map<string, number>();
  for (let after = 0, head = 1; after < head;) {
    const page = await client.ask('sync.pull', { epoch, after, limit: 200 });
    for (const entry of page.entries) {
      const { seq } = entry;
      const message = messageOf(entry);
      expect([seq, message.seq]).toEqual([after + 1, after + 1]);
      after = seq;
      expect(found.has(message.clientId)).toBe(false);
      found.set(message.clientId, message.seq);
    }
    head = page.head;
  }
  for (const [clientId, seq] of acknowledged) expect(found.get(clientId)).toBe(seq);
  await client.close();
  expect(await server.stop()).toMatchObject({ code: 0 });
  expect(readFileSync(join(folder, 'app.json'), 'utf8')).toContain(secretKey);
});
