import type { MediaKind, UploadPlace } from '@tim-node/protocol';
import { bytes, png } from '../../support/media.js';
import { refusal, type RawClient } from '../../support/raw-client.js';
import { ServerArena, type Target } from './server-arena.js';
import { hostile, type Row } from './suite.js';

const SVG = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>');
const PAGE = Buffer.from('<!doctype html><script>alert(document.domain)</script>');

interface Announced {
  readonly kind?: MediaKind;
  readonly name?: string;
  readonly size?: number;
}

async function announce(
  arena: ServerArena,
  client: RawClient,
  { kind = 'file', name = 'a.bin', size = 10 }: Announced,
): Promise<UploadPlace> {
  const place = await client.ask('media.upload', { kind, name, size });
  arena.target.secret(place.token);
  return place;
}

async function put(target: Target, place: UploadPlace, body: Buffer, token = place.token): Promise<number> {
  const answer = await fetch(target.httpUrl + place.path, {
    method: 'PUT',
    body,
    headers: { authorization: `Bearer ${token}` },
  });
  await answer.arrayBuffer();
  return answer.status;
}

/** Announces a file and sends its bytes. */
async function upload(arena: ServerArena, client: RawClient, content: Buffer, more: Announced = {}): Promise<string> {
  const place = await announce(arena, client, { size: content.length, ...more });
  expect(await put(arena.target, place, content)).toBe(201);
  return place.id;
}

async function linkTo(arena: ServerArena, client: RawClient, id: string): Promise<string | undefined> {
  const { links } = await client.ask('media.link', { ids: [id] });
  const path = links[0]?.path;
  arena.target.secret(/sign=(.*)$/.exec(path ?? '')?.[1] ?? '');
  return path;
}

async function fetched(arena: ServerArena, client: RawClient, id: string): Promise<Response> {
  const path = await linkTo(arena, client, id);
  return fetch(`${arena.target.httpUrl}${path ?? ''}`);
}

const NAMES = [
  '../../etc/passwd',
  '..\\..\\windows\\system32\\x.exe',
  '/etc/passwd',
  'CON',
  'x'.repeat(300),
  'invoice\u202egnp.exe',
  '%2e%2e%2fx',
  'a"; filename="b.html',
  'a\r\nSet-Cookie: x=1',
  '',
  '...',
];

const names: Row<ServerArena>[] = NAMES.map((name) => ({
  case: 47 as const,
  what: JSON.stringify(name.slice(0, 40)),
  run: async (arena: ServerArena) => {
    const { client } = await arena.logIn('alice');
    const id = await upload(arena, client, bytes(10), { name });
    expect(id).toMatch(/^[\w-]{32}$/);
    const { headers } = await fetched(arena, client, id);
    const disposition = headers.get('content-disposition') ?? '';
    expect(disposition).toMatch(/^attachment; filename="[\w. -]{1,150}"(?:; filename\*=UTF-8''[\w.!#$&+^`|~%-]+)?$/);
    expect(decodeURIComponent(disposition.split("''")[1] ?? '')).not.toMatch(/[/\\\u202e\r\n]/);
    expect(headers.get('set-cookie')).toBeNull();
  },
}));

const lies: Row<ServerArena>[] = [
  {
    case: 48,
    what: 'pages and scripts are bytes that nobody runs',
    run: async (arena) => {
      const { client } = await arena.logIn('alice');
      for (const [content, name] of [
        [PAGE, 'x.html'],
        [SVG, 'x.svg'],
      ] as const) {
        const { status, headers } = await fetched(arena, client, await upload(arena, client, content, { name }));
        expect(status).toBe(200);
        expect(headers.get('content-type')).toBe('application/octet-stream');
        expect(headers.get('content-disposition')).toMatch(/^attachment/);
        expect(headers.get('x-content-type-options')).toBe('nosniff');
        expect(headers.get('content-security-policy')).toMatch(/^sandbox; default-src 'none'/);
      }
    },
  },
  {
    case: 48,
    what: 'an image that is none is refused and forgotten, one that is goes by its bytes',
    run: async (arena) => {
      const { client } = await arena.logIn('alice');
      for (const content of [SVG, PAGE, Buffer.from('GIF8'), bytes(100)]) {
        const place = await announce(arena, client, { kind: 'image', name: 'x.png', size: content.length });
        expect(await put(arena.target, place, content)).toBe(415);
        expect(await put(arena.target, place, content)).toBe(404);
      }
      const id = await upload(arena, client, png(1, 1), { kind: 'image', name: 'x.html' });
      expect((await fetched(arena, client, id)).headers.get('content-type')).toBe('image/png');
    },
  },
  {
    case: 48,
    what: 'sizes that cannot be, more bytes and fewer than announced',
    run: async (arena) => {
      const { client } = await arena.logIn('alice');
      const announced = (size: number, kind: MediaKind): Promise<unknown> =>
        client.request('media.upload', { kind, name: 'x', size });
      expect((await refusal(announced(0, 'file'))).code).toBe(7006);
      expect((await refusal(announced(28 * 1024 * 1024 + 1, 'image'))).code).toBe(7005);
      expect((await refusal(announced(100 * 1024 * 1024 + 1, 'video'))).code).toBe(7005);
      for (const size of [-1, 0.5, 2 ** 60]) {
        expect([6017, 7005]).toContain((await refusal(announced(size, 'file'))).code);
      }
      const place = await announce(arena, client, { size: 10 });
      expect(await put(arena.target, place, bytes(11))).toBe(413);
      expect(await put(arena.target, place, bytes(10))).toBe(404);
      const short = await announce(arena, client, { size: 10 });
      expect(await put(arena.target, short, bytes(9))).toBe(202);
      const elems = [{ type: 'file' as const, id: short.id, name: 'x', size: 10 }];
      expect((await refusal(client.send('alice', '', { body: { elems } }))).code).toBe(114_000);
      expect(await linkTo(arena, client, short.id)).toBeUndefined();
    },
  },
  {
    case: 48,
    what: 'more than the quota',
    run: async (arena) => {
      const { client } = await arena.logIn('quentin');
      await arena.target.ask('settings', { mediaQuota: 1000 });
      try {
        await upload(arena, client, bytes(600));
        const more = await refusal(client.request('media.upload', { kind: 'file', name: 'x', size: 500 }));
        expect(more.code).toBe(114_002);
      } finally {
        await arena.target.ask('settings', { mediaQuota: Number.MAX_SAFE_INTEGER });
      }
    },
  },
  {
    case: 48,
    what: 'tokens that are not for this file, forged ones and none; paths that are none of ours',
    run: async (arena) => {
      const { client } = await arena.logIn('alice');
      const place = await announce(arena, client, {});
      const other = await announce(arena, client, {});
      const [until = '', signature = ''] = place.token.split('.');
      for (const token of [other.token, `${Number(until) + 1}.${signature}`, until, '', `${place.token}.x`, 'x']) {
        expect(await put(arena.target, place, bytes(10), token)).toBe(401);
      }
      for (const path of ['/media/1/../../x', '/media/1/%2e%2e%2f', `/media/${'9'.repeat(30)}/x`, '/media/1/a%00b']) {
        expect([400, 401, 404]).toContain(await put(arena.target, { ...place, path }, bytes(10)));
      }
    },
  },
];

const foreign: Row<ServerArena>[] = [
  {
    case: 49,
    what: 'files of others have no link, and links cannot be guessed, forged or used for another file',
    run: async (arena) => {
      const { client: alice } = await arena.logIn('alice');
      const { client: mallory } = await arena.logIn('mallory');
      const id = await upload(arena, alice, bytes(10));
      const own = await upload(arena, mallory, bytes(10));
      expect(await linkTo(arena, mallory, id)).toBeUndefined();
      const elems = [{ type: 'file' as const, id, name: 'x', size: 10 }];
      expect((await refusal(mallory.send('mallory', '', { body: { elems } }))).code).toBe(114_000);
      const link = (await linkTo(arena, mallory, own)) ?? '';
      const status = async (path: string): Promise<number> => (await fetch(arena.target.httpUrl + path)).status;
      expect(await status(link)).toBe(200);
      expect(await status(link.replace(own, id))).toBe(401);
      expect(await status(link.replace(/until=\d/, 'until=3'))).toBe(401);
      expect(await status(link.replace(/&sign=.*/, ''))).toBe(401);
      expect(await status(`${link}&sign=x`)).toBe(401);
      expect(await status(link.replace(own, 'A'.repeat(32)))).toBe(401);
    },
  },
  {
    case: 49,
    what: 'tokens of sessions cannot be forged, and open nothing of others',
    run: async (arena) => {
      const { client: alice } = await arena.logIn('alice');
      const { client: mallory, session } = await arena.logIn('mallory');
      const { mediaToken = '', sessionId } = session;
      arena.target.secret(mediaToken);
      const id = await upload(arena, alice, bytes(10));
      const own = await upload(arena, mallory, bytes(10));
      const path = ((await linkTo(arena, mallory, own)) ?? '').replace(/\?.*/, '');
      const status = async (token: string, of = path): Promise<number> =>
        (await fetch(`${arena.target.httpUrl}${of}?token=${token}`)).status;
      expect(await status(mediaToken)).toBe(200);
      expect(await status(mediaToken, path.replace(own, id))).toBe(404);
      expect(await status(mediaToken, path.replace(own, '__proto__'))).toBe(404);
      for (const forged of [
        '',
        '.',
        sessionId,
        mediaToken.replace('mallory', 'alice'),
        `${mediaToken}x`,
        `%00${mediaToken}`,
      ]) {
        expect(await status(forged)).toBe(401);
      }
    },
  },
  {
    case: 49,
    what: 'a link and an upload end in time',
    run: async (arena) => {
      const { client } = await arena.logIn('alice');
      const link = (await linkTo(arena, client, await upload(arena, client, bytes(10)))) ?? '';
      const place = await announce(arena, client, {});
      await arena.target.ask('jump', 3 * 3600 * 1000);
      try {
        expect((await fetch(arena.target.httpUrl + link)).status).toBe(403);
        expect(await put(arena.target, place, bytes(10))).toBe(403);
      } finally {
        await arena.target.ask('jump', -3 * 3600 * 1000);
      }
    },
  },
  {
    case: 49,
    what: 'one range is given, a thousand and impossible ones are not',
    run: async (arena) => {
      const { client } = await arena.logIn('alice');
      const content = bytes(1000);
      const path = (await linkTo(arena, client, await upload(arena, client, content))) ?? '';
      const ask = (range: string): Promise<Response> => fetch(arena.target.httpUrl + path, { headers: { range } });
      const part = await ask('bytes=10-19');
      expect([part.status, part.headers.get('content-range')]).toEqual([206, 'bytes 10-19/1000']);
      expect(Buffer.from(await part.arrayBuffer())).toEqual(content.subarray(10, 20));
      expect(Buffer.from(await (await ask('bytes=-5')).arrayBuffer())).toEqual(content.subarray(-5));
      for (const range of [
        `bytes=${'0-,'.repeat(1000)}0-`,
        'bytes=0-1,5-6',
        'bytes=1000-',
        'bytes=9-8',
        'bytes=-0',
        'bytes=x',
      ]) {
        expect((await ask(range)).status).toBe(416);
      }
    },
  },
];

hostile(() => ServerArena.begin(), [...names, ...lies, ...foreign]);
