import { CLOSE, ERRORS, LIMITS, type LogEntry, type LoginResult, type ResumeParams } from '@tim-node/protocol';
import {
  loginParams,
  message,
  type RawClient,
  refusal,
  textOf,
  type LoggedIn,
  messageOf,
} from '../../support/raw-client.js';
import { waitFor } from '../../support/wait.js';
import { ServerArena } from './server-arena.js';
import { hostile, type Row } from './suite.js';
import { handshake } from './wire.js';

const { invalidOperation, invalidParameters, notAuthenticated, sessionLost, kickedWhileOffline } = ERRORS;

/** What somebody hears who presents this as the proof of a session, and is refused. */
async function resume(arena: ServerArena, params: ResumeParams): Promise<number> {
  const client = await arena.connect();
  return (await refusal(client.ask('session.resume', params))).code;
}

/** Whose messages arrive over a connection. */
async function writesAs(arena: ServerArena, client: RawClient): Promise<string> {
  const { client: witness } = await arena.logIn('witness');
  await client.send('witness', arena.body());
  const [entry] = await witness.entryCount(1);
  return messageOf(entry).sender;
}

const twoUsers: Row<ServerArena>[] = [
  {
    case: 39,
    what: 'a second login as somebody else is refused, the first one stays',
    run: async (arena) => {
      const { client } = await arena.logIn('alice');
      const second = client.ask('session.login', loginParams(arena.target.server, 'bob'));
      expect(await refusal(second)).toMatchObject({ code: invalidOperation.code });
      expect(await writesAs(arena, client)).toBe('alice');
      expect((await arena.target.ask('inspect')).sessions).toBe(2);
    },
  },
  {
    case: 39,
    what: 'two logins in one message: only the first one counts',
    run: async (arena) => {
      const client = await arena.connect();
      const login = (id: number, user: string): object => ({
        id,
        op: 'session.login',
        params: loginParams(arena.target.server, user),
      });
      client.say(login(901, 'alice'), login(902, 'bob'), { id: 903, op: 'session.logout', params: {} });
      const answers = (): unknown[] => client.messages.flat().filter((frame) => 'id' in frame);
      await waitFor('three answers', () => answers().length === 3);
      expect(answers()).toEqual(
        expect.arrayContaining([
          expect.objectContaining({ id: 901, result: expect.anything() as object }),
          { id: 902, error: { code: invalidOperation.code, desc: invalidOperation.meaning } },
          { id: 903, error: { code: notAuthenticated.code, desc: notAuthenticated.meaning } },
        ]),
      );
      expect(await writesAs(arena, client)).toBe('alice');
    },
  },
  {
    case: 39,
    what: 'a message that comes together with the login is not sent in anybody’s name',
    run: async (arena) => {
      const client = await arena.connect();
      const params = message('witness', arena.body());
      client.say(
        { id: 901, op: 'msg.send', params },
        { id: 902, op: 'session.login', params: loginParams(arena.target.server, 'alice') },
        { id: 903, op: 'msg.send', params },
      );
      await waitFor('three answers', () => client.messages.flat().filter((frame) => 'id' in frame).length === 3);
      const refused = client.messages.flat().filter((frame) => 'error' in frame);
      expect(refused.map(({ id, error }) => [id, error.code])).toEqual([
        [901, notAuthenticated.code],
        [903, notAuthenticated.code],
      ]);
    },
  },
  {
    case: 39,
    what: 'after a logout another user is another user: nothing of the first one arrives',
    run: async (arena) => {
      const { client } = await arena.logIn('alice');
      const { client: friend } = await arena.logIn('friend');
      await client.ask('session.logout', {});
      expect(await refusal(client.send('friend', 'x'))).toMatchObject({ code: notAuthenticated.code });
      const { token } = await client.ask('session.login', loginParams(arena.target.server, 'bob'));
      arena.target.secret(token);
      await friend.send('alice', arena.body());
      const forBob = arena.body();
      await friend.send('bob', forBob);
      const entries = await client.entryCount(1);
      expect(entries.map((entry) => textOf(messageOf(entry)))).toEqual([forBob]);
      expect(await writesAs(arena, client)).toBe('bob');
    },
  },
  {
    case: 39,
    what: 'a resume in a login, a login in a resume',
    run: async (arena) => {
      const [alice, bob] = [await arena.logIn('alice'), await arena.logIn('bob')];
      const proof = ({ session: { sessionId, token } }: LoggedIn): ResumeParams => ({ sessionId, token });
      const resumed = alice.client.ask('session.resume', proof(bob));
      expect(await refusal(resumed)).toMatchObject({ code: invalidOperation.code });
      const client = await arena.connect();
      await client.ask('session.resume', proof(bob));
      const login = client.ask('session.login', loginParams(arena.target.server, 'alice'));
      expect(await refusal(login)).toMatchObject({ code: invalidOperation.code });
      expect(await writesAs(arena, client)).toBe('bob');
    },
  },
];

const tickets: Row<ServerArena>[] = [
  ...Object.entries<(mine: LoginResult, theirs: LoginResult) => ResumeParams>({
    'the token of another user': (mine, theirs) => ({ sessionId: mine.sessionId, token: theirs.token }),
    'the session of another user': (mine, theirs) => ({ sessionId: theirs.sessionId, token: mine.token }),
    'a token that differs in its last letter': ({ sessionId, token }) => ({ sessionId, token: changeLast(token) }),
    'a token in capitals': ({ sessionId, token }) => ({ sessionId, token: token.toUpperCase() }),
    'a token with more behind it': ({ sessionId, token }) => ({ sessionId, token: `${token}A` }),
    'the session under the name of another user': ({ sessionId, token }) => ({
      sessionId: sessionId.replace('alice', 'bob'),
      token,
    }),
    'the session in another app': ({ sessionId, token }) => ({ sessionId: sessionId.replace(/^\d+/, '1'), token }),
    'a session of no form': ({ token }) => ({ sessionId: '../../alice', token }),
    'a session with a number of 16 digits': ({ sessionId, token }) => ({
      sessionId: sessionId.replace(/^\d+/, '9'.repeat(16)),
      token,
    }),
  }).map(([what, make]) => ({
    case: 39 as const,
    what: `resume with ${what}`,
    run: async (arena: ServerArena) => {
      const [alice, bob] = [await arena.logIn('alice'), await arena.logIn('bob')];
      expect(await resume(arena, make(alice.session, bob.session))).toBe(sessionLost.code);
      await alice.client.send('bob', arena.body());
      await bob.client.send('alice', arena.body());
    },
  })),
  {
    case: 39,
    what: 'a ticket of somebody else takes nothing over at a login',
    run: async (arena) => {
      const bob = await arena.logIn('bob');
      const { sessionId, token } = bob.session;
      await arena.logIn('alice', { previous: { sessionId, token } });
      await arena.logIn('alice', { previous: { sessionId: sessionId.replace('bob', 'alice'), token } });
      await bob.client.send('bob', arena.body());
      expect(bob.client.pushes.filter(({ push }) => push === 'session.end')).toEqual([]);
    },
  },
  {
    case: 39,
    what: 'resume of a session that was kicked, or logged out',
    run: async (arena) => {
      const [kicked, bob] = [await arena.logIn('kicked'), await arena.logIn('bob')];
      await arena.target.ask('kick', 'kicked');
      expect((await kicked.client.closed).code).toBe(CLOSE.kicked.code);
      await bob.client.ask('session.logout', {});
      const proof = ({ session: { sessionId, token } }: LoggedIn): ResumeParams => ({ sessionId, token });
      expect(await resume(arena, proof(kicked))).toBe(kickedWhileOffline.code);
      expect(await resume(arena, proof(bob))).toBe(sessionLost.code);
    },
  },
];

function changeLast(token: string): string {
  return token.slice(0, -1) + (token.endsWith('A') ? 'B' : 'A');
}

/** Somebody whose log holds five messages, and what they are. */
async function reader(arena: ServerArena, user: string): Promise<{ reader: LoggedIn; texts: string[] }> {
  const { client } = await arena.logIn(user);
  const texts: string[] = [];
  for (let at = 0; at < 5; at += 1) {
    texts.push(arena.body());
    await client.send(user, texts.at(-1) ?? '');
  }
  await client.cut();
  return { reader: await arena.logIn(user), texts };
}

const textsOf = (entries: readonly LogEntry[]): unknown[] => entries.map((entry) => textOf(messageOf(entry)));

let readers = 0;
function newReader(): string {
  readers += 1;
  return `reader-${String(readers)}`;
}

const positions: Row<ServerArena>[] = [
  ...[6, 1000, 2 ** 40, Number.MAX_SAFE_INTEGER].map((after) => ({
    case: 40 as const,
    what: `a pull from ${String(after)}, ahead of the log, is answered with a reset`,
    run: async (arena: ServerArena) => {
      const { reader: mine } = await reader(arena, newReader());
      const { epoch } = mine.session;
      const page = await mine.client.ask('sync.pull', { epoch, after, limit: 10 });
      expect(page).toEqual({ epoch, entries: [], head: 5, reset: true });
    },
  })),
  {
    case: 40,
    what: 'a pull with the position of another store',
    run: async (arena) => {
      const { reader: mine } = await reader(arena, newReader());
      for (const after of [0, 3, 5, 9]) {
        const page = await mine.client.ask('sync.pull', { epoch: 'another store', after, limit: 10 });
        expect(page).toEqual({ epoch: mine.session.epoch, entries: [], head: 5, reset: true });
      }
    },
  },
  ...['-1', '-0', '18446744073709551616', '9007199254740993', '1.5', '1e400', '"1"', 'null', '[]', '{}', 'true'].map(
    (number) => ({
      case: 40 as const,
      what: `${number} for a position`,
      run: async (arena: ServerArena) => {
        const { client, session } = await arena.logIn('alice');
        const { epoch, sessionId, token } = session;
        const refused: [RawClient, string, string][] = [
          [client, 'sync.pull', `{"epoch":"${epoch}","after":${number},"limit":10}`],
          [client, 'sync.pull', `{"epoch":"${epoch}","after":0,"limit":${number}}`],
          [client, 'sync.ack', `{"seq":${number}}`],
          [client, 'session.logout', `{"seq":${number}}`],
          [
            await arena.connect(),
            'session.resume',
            `{"sessionId":"${sessionId}","token":"${token}","position":{"epoch":"${epoch}","seq":${number}}}`,
          ],
        ];
        for (const [at, [to, op, params]] of refused.entries()) {
          to.raw(`{"id":${String(9000 + at)},"op":"${op}","params":${params}}`);
          const find = (): unknown => to.messages.flat().find((frame) => 'id' in frame && frame.id === 9000 + at);
          await waitFor('the answer', () => find() !== undefined);
          expect(find()).toMatchObject({ error: { code: invalidParameters.code } });
        }
      },
    }),
  ),
  ...[0, LIMITS.pullPage + 1, 1e9].map((limit) => ({
    case: 40 as const,
    what: `a page of ${String(limit)}`,
    run: async (arena: ServerArena) => {
      const { client, session } = await arena.logIn('alice');
      const page = client.ask('sync.pull', { epoch: session.epoch, after: 0, limit });
      expect(await refusal(page)).toMatchObject({ code: invalidParameters.code });
    },
  })),
  {
    case: 40,
    what: 'a login or resume that claims to be ahead is shown where the log really ends, and misses nothing after it',
    run: async (arena) => {
      for (const seq of [6, Number.MAX_SAFE_INTEGER]) {
        const user = newReader();
        const { reader: mine } = await reader(arena, user);
        const { epoch, sessionId, token } = mine.session;
        await mine.client.ask('sync.ack', { seq: 2 });
        const client = await arena.connect();
        const position = { epoch, seq };
        const info = await client.ask('session.resume', { sessionId, token, position });
        expect(info).toMatchObject({ epoch, head: 5 });
        expect(info.seq).toBeLessThanOrEqual(2);
        const again = await arena.logIn(user, { position });
        expect(again.session).toMatchObject({ epoch, head: 5 });
        expect(again.session.seq).toBeLessThanOrEqual(2);
      }
    },
  },
  {
    case: 40,
    what: 'who acknowledges what does not exist gets it all the same when it does',
    run: async (arena) => {
      const user = newReader();
      const { reader: mine } = await reader(arena, user);
      // What it says is written down a moment later: by then the next message is there.
      await mine.client.ask('sync.ack', { seq: Number.MAX_SAFE_INTEGER });
      const { client: friend } = await arena.logIn('friend');
      const text = arena.body();
      await friend.send(user, text);
      await mine.client.ask('session.logout', {});
      const { client, session } = await arena.logIn(user);
      expect(session).toMatchObject({ seq: 5, head: 6 });
      const page = await client.ask('sync.pull', { epoch: session.epoch, after: session.seq, limit: 10 });
      expect(textsOf(page.entries)).toEqual([text]);
    },
  },
  {
    case: 40,
    what: 'a place in the log of somebody else is of no use',
    run: async (arena) => {
      const { texts } = await reader(arena, newReader());
      const { client, session } = await arena.logIn(newReader());
      const page = await client.ask('sync.pull', { epoch: session.epoch, after: 0, limit: LIMITS.pullPage });
      expect(page).toMatchObject({ entries: [], head: 0, reset: false });
      expect(texts).toHaveLength(5);
    },
  },
];

/** HTTP status of a WebSocket handshake with this Origin. */
async function status(arena: ServerArena, url: string, origin: string | undefined): Promise<number> {
  const wire = arena.tcp();
  wire.write(handshake({ Host: new URL(url).host, ...(origin === undefined ? {} : { Origin: origin }) }));
  return wire.opened;
}

const EVIL = [
  'https://evil.example',
  'null',
  'file://',
  'http://localhost.evil.example',
  'http://127.0.0.1.evil.example',
  'http://evil.example/127.0.0.1',
  'http://127.0.0.1@evil.example',
  'http://evil.example#localhost',
  'http://notlocalhost',
  'ws://localhost',
  'javascript://localhost',
  'https://evil.example https://localhost',
  '%',
];

const origins: Row<ServerArena>[] = [
  ...EVIL.map((origin) => ({
    case: 51 as const,
    what: `${origin} is kept out`,
    run: async (arena: ServerArena) => {
      expect(await status(arena, arena.target.url, origin)).toBe(403);
      expect((await arena.target.ask('inspect')).connections).toBe(0);
    },
  })),
  {
    case: 51,
    what: 'pages of this machine and clients that are no browsers are let in',
    run: async (arena) => {
      const { url } = arena.target;
      for (const origin of [
        undefined,
        'http://localhost:3000',
        'https://LOCALHOST',
        'http://[::1]',
        new URL(url).host,
      ]) {
        const asked = origin === new URL(url).host ? `http://${origin}` : origin;
        expect(await status(arena, url, asked)).toBe(101);
      }
    },
  },
  {
    case: 51,
    what: 'with a list, exactly what is on it',
    run: async (arena) => {
      const target = await arena.another({ allowedOrigins: ['https://chat.example'], allowNoOrigin: false });
      const of = async (origin: string | undefined): Promise<number> => {
        const wire = arena.tcp(target);
        wire.write(handshake(origin === undefined ? {} : { Origin: origin }));
        return wire.opened;
      };
      expect(await of('https://chat.example')).toBe(101);
      for (const origin of [
        undefined,
        'http://chat.example',
        'https://chat.example:8443',
        'https://chat.example.evil.example',
        'https://evil-chat.example',
        'https://CHAT.example',
        'https://chat.example.',
        'http://localhost',
        '*',
      ]) {
        expect(await of(origin)).toBe(403);
      }
    },
  },
];

hostile(() => ServerArena.begin(), [...twoUsers, ...tickets, ...positions, ...origins]);
