import { execFileSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { request } from 'node:http';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import { pino } from 'pino';
import type { TimServer } from '@tim-node/server';
import { logIn, loginParams, RawClient, refusal } from '../../support/raw-client.js';
import { servers } from '../../support/server.js';

const { start } = servers();

/** The HTTP status with which a WebSocket handshake is answered; 101 when it succeeds. */
async function upgradeStatus(server: TimServer, headers: Record<string, string>): Promise<number> {
  const asked = request(server.httpUrl, {
    headers: {
      connection: 'Upgrade',
      upgrade: 'websocket',
      'sec-websocket-version': '13',
      'sec-websocket-key': 'AAAAAAAAAAAAAAAAAAAAAA==',
      ...headers,
    },
  });
  asked.end();
  return new Promise((resolve, reject) => {
    asked.on('upgrade', (_response, socket) => {
      socket.destroy();
      resolve(101);
    });
    asked.on('response', (response) => {
      response.resume();
      resolve(response.statusCode ?? 0);
    });
    asked.on('error', reject);
  });
}

describe('origins', () => {
  test('pages of this host and of this machine may connect, others may not', async () => {
    const server = await start();
    expect(await upgradeStatus(server, {})).toBe(101);
    expect(await upgradeStatus(server, { origin: server.httpUrl })).toBe(101);
    expect(await upgradeStatus(server, { origin: 'http://localhost:3000' })).toBe(101);
    for (const origin of ['https://evil.example', 'null', 'http://localhost.evil.example']) {
      expect(await upgradeStatus(server, { origin })).toBe(403);
    }
    expect(server.inspect().connections).toBe(0);
  });

  test('with a list, only those on it', async () => {
    const server = await start({ allowedOrigins: ['https://app.example'], allowNoOrigin: false });
    expect(await upgradeStatus(server, { origin: 'https://app.example' })).toBe(101);
    expect(await upgradeStatus(server, { origin: 'http://localhost' })).toBe(403);
    expect(await upgradeStatus(server, {})).toBe(403);
  });
});

test('too many headers are refused, before and after the upgrade', async () => {
  const server = await start();
  const many = Object.fromEntries(Array.from({ length: 70 }, (_, at) => [`x-${at}`, '1']));
  expect(await upgradeStatus(server, many)).toBe(431);
  expect((await fetch(`${server.httpUrl}/healthz`, { headers: many })).status).toBe(431);
  const { hostname, port } = new URL(server.httpUrl);
  const socket = connect(Number(port), hostname);
  socket.write(`GET / HTTP/1.1\r\n${Array.from({ length: 1900 }, (_, at) => `x${at}: 1234567890\r\n`).join('')}\r\n`);
  const [answer] = (await once(socket, 'data')) as [Buffer];
  expect(answer.toString()).toContain(' 431 ');
  socket.destroy();
  const { client } = await logIn(server, 'alice');
  await client.close();
});

test('health, readiness and what is not there', async () => {
  const server = await start();
  const get = async (path: string): Promise<[number, unknown]> => {
    const answer = await fetch(server.httpUrl + path);
    return [answer.status, await answer.json()];
  };
  expect(await get('/healthz')).toEqual([200, { status: 'ok' }]);
  expect(await get('/readyz')).toEqual([200, { status: 'ready' }]);
  expect((await get('/'))[0]).toBe(404);
});

describe('metrics', () => {
  test('tell what happens', async () => {
    const server = await start();
    const { client } = await logIn(server, 'alice');
    await client.send('alice', 'x');
    await refusal(client.send('nobody', 'x'));
    const text = await (await fetch(`${server.httpUrl}/metrics`)).text();
    for (const line of [
      'tim_connections 1',
      'tim_sessions 1',
      'tim_messages_stored 1',
      'tim_requests_total{op="session.login",code="0"} 1',
      'tim_requests_total{op="msg.send",code="20003"} 1',
    ]) {
      expect(text.split('\n')).toContain(line);
    }
    await client.close();
  });

  test('to this machine only, and not through a proxy on it', async () => {
    const server = await start();
    const behindProxy = await fetch(`${server.httpUrl}/metrics`, { headers: { 'x-forwarded-for': '203.0.113.9' } });
    expect(behindProxy.status).toBe(403);
    const open = await start({ metrics: 'all' });
    expect((await fetch(`${open.httpUrl}/metrics`, { headers: { 'x-forwarded-for': '203.0.113.9' } })).status).toBe(
      200,
    );
    const off = await start({ metrics: 'off' });
    expect((await fetch(`${off.httpUrl}/metrics`)).status).toBe(403);
  });
});

test('with a certificate the server speaks TLS', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'tim-tls-'));
  try {
    const [key, cert] = [join(folder, 'key.pem'), join(folder, 'cert.pem')];
    const subject = ['-subj', '/CN=localhost', '-addext', 'subjectAltName=IP:127.0.0.1'];
    const kind = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes', '-days', '2'];
    execFileSync('openssl', ['req', '-x509', ...kind, '-keyout', key, '-out', cert, ...subject], { stdio: 'pipe' });
    const server = await start({ tls: { key: readFileSync(key), cert: readFileSync(cert) } });
    expect([server.url, server.httpUrl]).toEqual([expect.stringMatching(/^wss:/), expect.stringMatching(/^https:/)]);
    const client = await RawClient.open(server.url, { ca: readFileSync(cert) });
    await client.ask('session.login', loginParams(server, 'alice'));
    await client.send('alice', 'in private');
    await client.close();
    const stranger = new RawClient(server.url);
    expect((await stranger.closed).code).toBe(1006);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

test('a server that has started has loaded no compilers of schemas, which it does not need', () => {
  const script = `
    const { createRequire } = await import('node:module');
    const { createServer } = await import('@tim-node/server');
    await (await createServer({ dataDir: ':memory:' })).close();
    const loaded = Object.keys(createRequire('file:///')('node:module')._cache);
    console.log(JSON.stringify([/fastify/, /ajv|stringify-compiler/].map((some) => loaded.some((file) => some.test(file)))));
  `;
  const output = execFileSync(process.execPath, ['--input-type=module', '-e', script], { encoding: 'utf8' });
  expect(JSON.parse(output)).toEqual([true, false]);
});

test('the log holds no secrets and no line breaks of others, even when frames are shown', async () => {
  const lines: string[] = [];
  const sink = new Writable({
    write(chunk: Buffer, _encoding, done) {
      lines.push(chunk.toString());
      done();
    },
  });
  const server = await start({ logger: pino({ level: 'trace' }, sink), debug: 'frames' });
  const { client, session } = await logIn(server, 'alice', { agent: 'evil\r\n{"level":60,"msg":"\u001b[31mforged"}' });
  await client.send('alice', 'the secret body');
  await client.entryCount(1);
  const { sessionId, token, epoch } = session;
  await client.ask('sync.pull', { epoch, after: 0, limit: 10 });
  const second = await RawClient.open(server.url);
  await second.ask('session.resume', { sessionId, token });
  await refusal(second.ask('session.renew', { userSig: 'the-wrong-signature' }));
  await second.close();
  await server.close();
  const log = lines.join('');
  expect(log).toContain('session.login');
  for (const secret of [token, server.secretKey, 'the secret body', 'the-wrong-signature', 'eJ']) {
    expect(log).not.toContain(secret);
  }
  for (const line of log.trimEnd().split('\n')) expect(() => JSON.parse(line) as unknown).not.toThrow();
  expect(log).not.toContain('\u001b');
});
