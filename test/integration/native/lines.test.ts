import type { SetConfig } from 'tim-node';
import { certificates, type Certificates } from '../../support/certificates.js';
import { httpProxy, socksProxy, type TestProxy } from '../../support/proxies.js';
import { world } from './world.js';

/** Ways to the server: TLS with an authority of one's own, and proxies. */
const { start, app } = world();

const proxies: TestProxy[] = [];
afterEach(async () => {
  await Promise.all(proxies.splice(0).map((proxy) => proxy.close()));
});

async function opened(proxy: Promise<TestProxy>): Promise<TestProxy> {
  proxies.push(await proxy);
  return proxy;
}

describe('wss', () => {
  let own: Certificates;

  beforeAll(() => {
    own = certificates();
  });

  test('with the authority that was given', async () => {
    const { key, cert, ca } = own;
    const server = await start({ tls: { key, cert } });
    expect(server.url).toMatch(/^wss:/);
    const one = app(server, { sdk_config_server_ca: ca });
    expect(await one.login('alice', server.genUserSig('alice'))).toBe(0);
    expect((await one.sendText('alice', 'over TLS')).code).toBe(0);
  });

  test('not without it, and not with nonsense', async () => {
    const { key, cert } = own;
    const server = await start({ tls: { key, cert } });
    for (const config of [{}, { sdk_config_server_ca: 'nonsense' }]) {
      const one = app(server, config);
      const answer = await one.ask((client, cb) => client.TIMLogin('alice', server.genUserSig('alice'), cb));
      expect(answer.code).toBe(9508);
      expect(answer.desc).not.toBe('');
    }
    expect(server.inspect().connections).toBe(0);
  });

  test('through a proxy', async () => {
    const { key, cert, ca } = own;
    const server = await start({ tls: { key, cert } });
    const proxy = await opened(httpProxy());
    const one = app(server, { sdk_config_server_url: 'ws://127.0.0.1:1', sdk_config_server_ca: ca });
    one.client.TIMUninit();
    one.client.TIMSetConfig(http(proxy));
    one.client.TIMInit(server.sdkAppId, { sdk_config_server_url: server.url, sdk_config_server_ca: ca });
    expect(await one.login('alice', server.genUserSig('alice'))).toBe(0);
    expect(proxy.tunnels).toEqual([new URL(server.url).host]);
  });
});

function http({ port }: TestProxy, username?: string, password?: string): SetConfig {
  return {
    set_config_http_proxy_info: {
      http_proxy_info_ip: '127.0.0.1',
      http_proxy_info_port: port,
      ...(username === undefined ? {} : { http_proxy_info_username: username }),
      ...(password === undefined ? {} : { http_proxy_info_password: password }),
    },
  };
}

function socks({ port }: TestProxy, username?: string, password?: string): SetConfig {
  return {
    set_config_socks5_proxy_info: {
      socks5_proxy_info_ip: '127.0.0.1',
      socks5_proxy_info_port: port,
      ...(username === undefined ? {} : { socks5_proxy_info_username: username }),
      ...(password === undefined ? {} : { socks5_proxy_info_password: password }),
    },
  };
}

describe.each([
  ['HTTP', httpProxy, http],
  ['SOCKS5', socksProxy, socks],
] as const)('%s proxy', (_name, open, config) => {
  test('login and messages go through it', async () => {
    const server = await start();
    const proxy = await opened(open());
    const one = app({ url: 'ws://127.0.0.1:1', sdkAppId: server.sdkAppId });
    one.client.TIMUninit();
    expect((await one.ask((client, cb) => client.TIMSetConfig(config(proxy), cb))).json).toEqual(config(proxy));
    expect(one.client.TIMInit(server.sdkAppId, { sdk_config_server_url: server.url })).toBe(0);
    expect(await one.login('alice', server.genUserSig('alice'))).toBe(0);
    expect((await one.sendText('alice', 'hi')).code).toBe(0);
    expect(proxy.tunnels).toEqual([new URL(server.url).host]);
  });

  test('with user and password', async () => {
    const server = await start();
    const proxy = await opened(open('me:sécret'));
    const one = app({ url: 'ws://127.0.0.1:1', sdkAppId: server.sdkAppId });
    one.client.TIMUninit();
    one.client.TIMSetConfig(config(proxy, 'me', 'wrong'));
    one.client.TIMInit(server.sdkAppId, { sdk_config_server_url: server.url });
    expect(await one.login('alice', server.genUserSig('alice'))).toBe(9508);
    expect(proxy.tunnels).toEqual([]);
    one.client.TIMSetConfig(config(proxy, 'me', 'sécret'));
    expect(await one.login('alice', server.genUserSig('alice'))).toBe(0);
    expect(proxy.credentials.at(-1)).toBe('me:sécret');
    expect(one.log.join('\n')).not.toContain('sécret');
  });

  test('an empty address switches it off', async () => {
    const server = await start();
    const proxy = await opened(open());
    const one = app(server);
    one.client.TIMUninit();
    one.client.TIMSetConfig(config(proxy));
    one.client.TIMSetConfig({
      set_config_http_proxy_info: { http_proxy_info_ip: '', http_proxy_info_port: 0 },
      set_config_socks5_proxy_info: { socks5_proxy_info_ip: '', socks5_proxy_info_port: 0 },
    });
    one.client.TIMInit(server.sdkAppId, { sdk_config_server_url: server.url });
    expect(await one.login('alice', server.genUserSig('alice'))).toBe(0);
    expect(proxy.tunnels).toEqual([]);
  });

  test('one that is not there: a network error', async () => {
    const server = await start();
    const proxy = await open();
    await proxy.close();
    const one = app({ url: 'ws://127.0.0.1:1', sdkAppId: server.sdkAppId });
    one.client.TIMUninit();
    one.client.TIMSetConfig(config({ ...proxy, port: 1 }));
    one.client.TIMInit(server.sdkAppId, { sdk_config_server_url: server.url });
    expect(await one.login('alice', server.genUserSig('alice'))).toBe(9508);
  });
});
