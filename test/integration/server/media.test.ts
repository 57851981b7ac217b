import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { MediaKind } from '@tim-node/protocol';
import { linkTo, put, uploaded } from '../../support/media-server.js';
import { logIn, refusal, type RawClient } from '../../support/raw-client.js';
import { NO_HEARTBEAT, servers, ServerClock } from '../../support/server.js';
import { waitFor } from '../../support/wait.js';

const { start } = servers();
const HOUR = 3_600_000;
const folders: string[] = [];

afterEach(() => {
  for (const each of folders.splice(0)) rmSync(each, { recursive: true, force: true });
});

function folder(): string {
  const path = mkdtempSync(join(tmpdir(), 'tim-media-test-'));
  folders.push(path);
  return path;
}

const bytes = (size: number): Buffer => Buffer.from(Array.from({ length: size }, (_, at) => at % 251));

function announce(client: RawClient, content: Buffer, more: { kind?: MediaKind; name?: string } = {}) {
  return client.ask('media.upload', { kind: 'file', name: 'a.bin', size: content.length, ...more });
}

const sendFile = (client: RawClient, to: string, id: string, size: number) =>
  client.send(to, '', { body: { elems: [{ type: 'file', id, name: 'a.bin', size }] } });

describe('files', () => {
  test('are uploaded, sent and fetched by the receiver, and by nobody else', async () => {
    const server = await start();
    const { client: alice } = await logIn(server, 'alice');
    const { client: bob } = await logIn(server, 'bob');
    const { client: eve } = await logIn(server, 'eve');
    const content = bytes(100_000);
    const { id } = await uploaded(server, alice, content);
    expect(await linkTo(bob, id)).toBeUndefined();
    await sendFile(alice, 'bob', id, content.length);
    const path = (await linkTo(bob, id)) ?? '';
    const answer = await fetch(server.httpUrl + path);
    expect(answer.status).toBe(200);
    expect(Buffer.from(await answer.arrayBuffer()).equals(content)).toBe(true);
    expect(await linkTo(alice, id)).toBeDefined();
    expect(await linkTo(eve, id)).toBeUndefined();
    expect((await fetch(server.httpUrl + path.replace(/\?.*/, ''))).status).toBe(401);
    expect((await fetch(server.httpUrl + path.replace('sign=', 'sign=A'))).status).toBe(401);
    expect((await fetch(server.httpUrl + path.replace(/until=(\d)/, 'until=9$1'))).status).toBe(401);
  });

  test('are sent and read by web pages of those places that may connect', async () => {
    const server = await start({ allowedOrigins: ['https://chat.example'] });
    const { client: alice } = await logIn(server, 'alice');
    const content = bytes(10);
    const place = await announce(alice, content);
    const ask = (
      origin: string,
      init: Omit<RequestInit, 'headers'> & { headers: Record<string, string> },
    ): Promise<Response> => fetch(server.httpUrl + place.path, { ...init, headers: { ...init.headers, origin } });
    const headers = { 'access-control-request-method': 'PUT', 'access-control-request-headers': 'authorization' };
    const allowed = await ask('https://chat.example', { method: 'OPTIONS', headers });
    expect([allowed.status, allowed.headers.get('access-control-allow-origin')]).toEqual([204, 'https://chat.example']);
    expect(allowed.headers.get('access-control-allow-methods')).toContain('PUT');
    expect(allowed.headers.get('access-control-allow-headers')).toContain('upload-offset');
    const foreign = await ask('https://evil.example', { method: 'OPTIONS', headers });
    expect(Array.from(foreign.headers.keys()).filter((name) => name.startsWith('access-control'))).toEqual([]);
    const authorization = `Bearer ${place.token}`;
    const sent = await ask('https://chat.example', {
      method: 'PUT',
      headers: { authorization },
      body: new Uint8Array(content),
    });
    expect([sent.status, sent.headers.get('access-control-expose-headers')]).toEqual([
      201,
      'upload-offset, upload-length',
    ]);
    const link = (await linkTo(alice, place.id)) ?? '';
    const read = await fetch(server.httpUrl + link, { headers: { origin: 'https://chat.example' } });
    expect(read.headers.get('access-control-allow-origin')).toBe('https://chat.example');
    expect(read.headers.get('vary')).toBe('origin');
    const plain = await fetch(server.httpUrl + link);
    expect(plain.headers.get('access-control-allow-origin')).toBeNull();
  });

  test('are forwarded by who may see them', async () => {
    const server = await start();
    const { client: alice } = await logIn(server, 'alice');
    const { client: bob } = await logIn(server, 'bob');
    const { client: carol } = await logIn(server, 'carol');
    const { id } = await uploaded(server, alice, bytes(10));
    expect((await refusal(sendFile(bob, 'carol', id, 10))).code).toBe(114_000);
    await sendFile(alice, 'bob', id, 10);
    await sendFile(bob, 'carol', id, 10);
    expect(await linkTo(carol, id)).toBeDefined();
  });

  test('that are not there completely cannot be sent', async () => {
    const server = await start();
    const { client: alice } = await logIn(server, 'alice');
    await logIn(server, 'bob');
    const { id } = await announce(alice, bytes(10));
    expect((await refusal(sendFile(alice, 'bob', id, 10))).code).toBe(114_000);
    expect((await refusal(sendFile(alice, 'bob', 'nonsense', 10))).code).toBe(114_000);
  });

  test('an interrupted upload goes on from where it was', async () => {
    const dataDir = folder();
    const server = await start({ dataDir });
    const { client: alice } = await logIn(server, 'alice');
    const content = bytes(500_000);
    const place = await announce(alice, content);
    const half = new ReadableStream({
      start(controller) {
        controller.enqueue(content.subarray(0, 200_000));
      },
    });
    const first = fetch(`${server.httpUrl}${place.path}`, {
      method: 'PUT',
      body: half,
      headers: { authorization: `Bearer ${place.token}`, 'content-length': '500000' },
      duplex: 'half',
    });
    first.catch(() => undefined);
    const ask = (): Promise<Response> =>
      fetch(`${server.httpUrl}${place.path}`, {
        method: 'HEAD',
        headers: { authorization: `Bearer ${place.token}` },
      });
    const part = join(dataDir, 'media', 'parts', `${server.sdkAppId}-${place.id}`);
    await waitFor('the first half to be there', () => existsSync(part) && statSync(part).size === 200_000);
    // Whoever asks ends the request that still writes, which looks like a dead connection.
    const state = await ask();
    await expect(first).rejects.toThrow();
    const offset = Number(state.headers.get('upload-offset'));
    expect(offset).toBe(200_000);
    expect((await put(server, place, content.subarray(499_999), { 'upload-offset': '499999' })).status).toBe(409);
    const rest = await put(server, place, content.subarray(offset), { 'upload-offset': String(offset) });
    expect(rest.status).toBe(201);
    const answer = await fetch(server.httpUrl + ((await linkTo(alice, place.id)) ?? ''));
    expect(Buffer.from(await answer.arrayBuffer()).equals(content)).toBe(true);
    expect((await ask()).headers.get('upload-offset')).toBe('500000');
  });

  test('that were there before a crash are complete, though nobody wrote that down', async () => {
    const dataDir = folder();
    const server = await start({ dataDir });
    const { client: alice } = await logIn(server, 'alice');
    const content = bytes(1000);
    const place = await announce(alice, content);
    const path = join(dataDir, 'media', 'files', String(server.sdkAppId), place.id.slice(0, 2));
    mkdirSync(path, { recursive: true });
    writeFileSync(join(path, place.id), content);
    expect(await linkTo(alice, place.id)).toBeUndefined();
    const headers = { authorization: `Bearer ${place.token}` };
    const state = await fetch(`${server.httpUrl}${place.path}`, { method: 'HEAD', headers });
    expect([state.status, state.headers.get('upload-offset')]).toEqual([200, '1000']);
    const answer = await fetch(server.httpUrl + ((await linkTo(alice, place.id)) ?? ''));
    expect(Buffer.from(await answer.arrayBuffer()).equals(content)).toBe(true);
  });

  test('that nobody needs are removed in time, and those that were sent stay', async () => {
    const dataDir = folder();
    const clock = new ServerClock();
    const server = await start({ dataDir, clock, limits: NO_HEARTBEAT });
    const { client: alice } = await logIn(server, 'alice');
    const sent = await uploaded(server, alice, bytes(10));
    await sendFile(alice, 'alice', sent.id, 10);
    const unused = await uploaded(server, alice, bytes(10));
    const unfinished = await announce(alice, bytes(10));
    expect((await put(server, unfinished, bytes(5))).status).toBe(202);
    const kept = (): string[] =>
      readdirSync(join(dataDir, 'media'), { recursive: true, withFileTypes: true })
        .filter((each) => each.isFile())
        .map(({ name }) => name)
        .sort();
    const part = `${server.sdkAppId}-${unfinished.id}`;
    expect(kept()).toEqual([part, sent.id, unused.id].sort());
    await clock.freeze(3 * HOUR);
    await clock.advance(1000);
    await waitFor('the unfinished file to be gone', () => !kept().includes(part));
    expect(kept()).toEqual([sent.id, unused.id].sort());
    await clock.freeze(8 * 24 * HOUR);
    // The first look may not be over yet: then it is the next tick that looks again.
    await waitFor('the unused file to be gone', async () => {
      await clock.advance(1000);
      return !kept().includes(unused.id);
    });
    expect(kept()).toEqual([sent.id]);
    expect(await linkTo(alice, unused.id)).toBeUndefined();
    expect(await linkTo(alice, sent.id)).toBeDefined();
  });
});
