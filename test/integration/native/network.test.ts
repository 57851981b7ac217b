import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { Command, type RunningCommand } from '../../support/command.js';
import { FaultProxy } from '../../support/fault-proxy.js';
import { genUserSig } from 'tim-node/usersig';
import { world, type Reachable } from './world.js';

const { start, app, wire, folder } = world();

describe('the network', () => {
  test('comes and goes; the user stays logged in', async () => {
    const server = await start();
    const line = await wire(server);
    const one = app(server, { sdk_config_server_url: line.url });
    expect(await one.login('alice', server.genUserSig('alice'))).toBe(0);
    line.refuse();
    line.drop();
    await one.untilHas('net:failed 9508');
    expect(one.state).toEqual([1, 'alice']);
    line.accept();
    await one.until('the network', ({ network }) => network.at(-1) === 'connected');
    expect((await one.sendText('alice', 'back')).code).toBe(0);
    expect(one.network.slice(0, 4)).toEqual(['connecting', 'connected', 'disconnected 9508', 'connecting']);
    expect(one.story).toEqual([]);
    expect(server.inspect()).toMatchObject({ sessions: 1, users: 1 });
  });

  test('nobody there: a login fails with a network error', async () => {
    const one = app({ url: 'ws://127.0.0.1:1', sdkAppId: 1 });
    const answer = await one.ask((client, cb) => client.TIMLogin('alice', 'sig', cb));
    expect(answer.code).toBe(9508);
    expect(answer.desc).toContain('ECONNREFUSED');
    expect(one.state).toEqual([3, '']);
  });

  test('garbage on the line is survived', async () => {
    const server = await start();
    const line = await wire(server);
    const one = app(server, { sdk_config_server_url: line.url });
    expect(await one.login('alice', server.genUserSig('alice'))).toBe(0);
    line.garbage();
    await one.until('a new connection', ({ network }) => network.filter((each) => each === 'connected').length === 2);
    expect((await one.sendText('alice', 'still here')).code).toBe(0);
    expect(one.story).toEqual([]);
  });
});

describe('a server that dies', () => {
  const commands: Command[] = [];

  afterEach(async () => {
    for (const command of commands.splice(0)) if (command.child.exitCode === null) await command.stop('SIGKILL');
  });

  async function serve(dataDir: string): Promise<{ command: Command; running: RunningCommand }> {
    const command = new Command(['--port', '0', '--data-dir', dataDir, '--log-level', 'warn']);
    commands.push(command);
    return { command, running: await command.running() };
  }

  test('kill -9 and a new start: acknowledged messages are there, the user is still logged in', async () => {
    const dataDir = folder();
    const first = await serve(dataDir);
    const { sdkAppId, secretKey = '' } = first.running;
    const sig = (userId: string): string => genUserSig({ sdkAppId, secretKey, userId });
    const line = await FaultProxy.start(first.running.url);
    const here: Reachable = { url: line.url, sdkAppId };
    const [alice, bob] = [app(here), app(here)];
    try {
      expect(await bob.login('bob', sig('bob'))).toBe(0);
      expect(await bob.logout()).toBe(0);
      expect(await alice.login('alice', sig('alice'))).toBe(0);
      expect((await alice.sendText('bob', 'before')).code).toBe(0);
      await first.command.stop('SIGKILL');
      await alice.until('the loss', ({ network }) => network.includes('disconnected 9508'));
      expect(alice.state).toEqual([1, 'alice']);
      const waiting = alice.sendText('bob', 'in between');
      const second = await serve(dataDir);
      line.retarget(second.running.url);
      expect((await waiting).code).toBe(0);
      expect(await bob.login('bob', sig('bob'))).toBe(0);
      await bob.untilReceived(2);
      expect(bob.texts).toEqual(['before', 'in between']);
      expect(alice.story).toEqual([]);
    } finally {
      for (const { client } of [alice, bob]) client.TIMUninit();
      await line.close();
    }
  });
});

describe('the address of the server', () => {
  const DEAD = 'ws://127.0.0.1:1';

  test('from TIM_SERVER_URL, unless Init says otherwise', async () => {
    const server = await start();
    process.env['TIM_SERVER_URL'] = server.url;
    try {
      const one = app(server, { sdk_config_server_url: '' });
      expect(await one.login('alice', server.genUserSig('alice'))).toBe(0);
      const two = app(server, { sdk_config_server_url: DEAD });
      expect(await two.login('alice', server.genUserSig('alice'))).toBe(9508);
    } finally {
      delete process.env['TIM_SERVER_URL'];
    }
  });

  test('from callExperimentalAPI, for the next Init: several are tried in turn', async () => {
    const server = await start();
    const { hostname, port } = new URL(server.url);
    const one = app(server, { sdk_config_server_url: DEAD });
    const set = (addresses: readonly object[]): Promise<{ code: number }> =>
      one.ask((client, cb) =>
        client.callExperimentalAPI(
          JSON.stringify({
            request_internal_operation: 'internal_operation_set_custom_server_info',
            request_set_custom_server_info_param: { longconnection_address_array: addresses, server_public_key: '' },
          }),
          cb,
        ),
      );
    const dead = { server_address_ip: '127.0.0.1', server_address_port: 1 };
    const quic = { server_address_ip: hostname, server_address_port: Number(port), server_address_is_quic: true };
    const live = { server_address_ip: hostname, server_address_port: Number(port) };
    expect((await set([quic])).code).toBe(6017);
    expect((await set([dead, quic, live])).code).toBe(0);
    expect(await one.login('alice', server.genUserSig('alice'))).toBe(9508);
    one.client.TIMUninit();
    expect(one.client.TIMInit(server.sdkAppId, { sdk_config_server_url: DEAD })).toBe(0);
    expect(await one.login('alice', server.genUserSig('alice'))).toBe(0);
    expect((await set([])).code).toBe(0);
    one.client.TIMUninit();
    expect(one.client.TIMInit(server.sdkAppId, { sdk_config_server_url: DEAD })).toBe(0);
    expect(await one.login('alice', server.genUserSig('alice'))).toBe(9508);
  });

  test.each(['http://127.0.0.1', 'nonsense', '127.0.0.1:7750', 5])('%p is refused', (url) => {
    const one = app({ url: DEAD, sdkAppId: 1 });
    one.client.TIMUninit();
    expect(one.client.TIMInit(1, JSON.stringify({ sdk_config_server_url: url }))).toBe(-4);
    expect(one.client.TIMInit(1, { sdk_config_platform: 'Toaster' as never })).toBe(-4);
    expect(one.client.TIMInit(1, { sdk_config_server_url: DEAD })).toBe(0);
  });
});

describe('logs', () => {
  test('the callback and the file tell what happens, without secrets', async () => {
    const server = await start();
    process.env['TIM_DEBUG'] = 'frames';
    try {
      const logs = join(folder(), 'new', 'logs');
      const address = server.url.replace('//', '//me:hunter2@');
      const alice = app(server, { sdk_config_log_file_path: logs, sdk_config_server_url: address });
      const userSig = server.genUserSig('alice');
      expect(await alice.login('alice', userSig)).toBe(0);
      expect((await alice.sendText('alice', 'a secret between us')).code).toBe(0);
      const lines = {
        request_internal_operation: 'internal_operation_write_log',
        request_write_log_log_level_param: 4,
      };
      const write = {
        ...lines,
        request_write_log_log_content_param: 'first\nsecond',
        request_write_log_func_name_param: 'f',
      };
      expect((await alice.ask((client, cb) => client.callExperimentalAPI(JSON.stringify(write), cb))).code).toBe(0);
      expect(await alice.login('alice', server.genUserSig('alice', 7200))).toBe(0);
      expect(await alice.logout()).toBe(0);
      alice.client.TIMUninit();
      const [file = '', ...others] = readdirSync(logs);
      expect([file, others]).toEqual([expect.stringMatching(/^tim-node_\d{8}\.log$/), []]);
      expect(statSync(join(logs, file)).mode & 0o777).toBe(0o600);
      const text = readFileSync(join(logs, file), 'utf8');
      await alice.until('the last line', ({ log }) => log.some((line) => line.includes('uninit')));
      for (const record of [text, alice.log.join('\n')]) {
        for (const word of [
          'init: SDK',
          'session: Logining -> Logined',
          'session.login',
          'msg.send',
          'f first\\u000asecond',
          'uninit',
        ]) {
          expect([word, record.includes(word)]).toEqual([word, true]);
        }
        for (const secret of [userSig, userSig.slice(20, 60), server.secretKey, 'a secret between us', 'hunter2']) {
          expect(record.includes(secret)).toBe(false);
        }
        expect(record).not.toMatch(/"(token|userSig)":"(?!<hidden>)/);
      }
      for (const line of text.trim().split('\n')) expect(line).toMatch(/^\d{4}-\d\d-\d\dT[\d:.]+Z \[[VDIWE]\] /);
    } finally {
      delete process.env['TIM_DEBUG'];
    }
  });

  test('levels, and null to stop', async () => {
    const server = await start();
    const one = app(server);
    await one.untilHas('net:connected');
    one.client.TIMSetConfig({ set_config_callback_log_level: 6 });
    const before = one.log.length;
    expect(await one.login('alice', server.genUserSig('alice'))).toBe(0);
    expect(one.log.length).toBe(before);
    one.client.TIMSetConfig({ set_config_callback_log_level: 3 });
    expect(await one.logout()).toBe(0);
    expect(one.log.length).toBeGreaterThan(before);
    one.client.TIMSetLogCallback(null);
    const after = one.log.length;
    expect(await one.login('alice', server.genUserSig('alice'))).toBe(0);
    expect(one.log.length).toBe(after);
  });
});
