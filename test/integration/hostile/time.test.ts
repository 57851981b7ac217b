import { CLOSE, ERRORS, type ResumeParams } from '@tim-node/protocol';
import { logIn, loginParams, type RawClient, refusal, type LoggedIn } from '../../support/raw-client.js';
import { waitFor } from '../../support/wait.js';
import { ServerArena, type Target } from './server-arena.js';
import { hostile, type Row } from './suite.js';

const { sigRevoked, sigExpired, sigMalformed, kickedWhileOffline } = ERRORS;
const HOUR = 3600;

let users = 0;
function newUser(): string {
  users += 1;
  return `user-${String(users)}`;
}

/** Does something at the server, and says in which second it was done for the last time. */
async function secondOf(target: Target, act: () => Promise<unknown>): Promise<number> {
  for (;;) {
    const before = await target.ask('now');
    await act();
    if ((await target.ask('now')) === before) return before;
  }
}

/** How a login with a UserSig of this time is answered. */
async function refused(arena: ServerArena, user: string, time: number, target = arena.target): Promise<number> {
  const client = await arena.connect(target);
  const userSig = target.sig(user, { time });
  return (await refusal(client.ask('session.login', loginParams(target.server, user, { userSig })))).code;
}

function admit(arena: ServerArena, user: string, time: number, target = arena.target): Promise<LoggedIn> {
  return arena.logIn(user, { userSig: target.sig(user, { time }) }, target);
}

const kicks: Record<string, (arena: ServerArena, user: string) => Promise<unknown>> = {
  'a kick': (arena, user) => arena.target.ask('kick', user),
  'a kick over REST': (arena, user) => arena.rest('im_open_login_svc/kick', { UserID: user }),
  'the deletion of the account': async (arena, user) => {
    await arena.rest('im_open_login_svc/account_import', { UserID: user });
    await arena.rest('im_open_login_svc/account_delete', { DeleteItem: [{ UserID: user }] });
  },
};

const revocation: Row<ServerArena>[] = [
  ...Object.entries(kicks).map(([what, kick]) => ({
    case: 9 as const,
    what: `made before ${what} or in the same second: useless; made in the next second: good`,
    run: async (arena: ServerArena) => {
      const user = newUser();
      await arena.logIn(user);
      const second = await secondOf(arena.target, () => kick(arena, user));
      for (const time of [second - HOUR, second - 1, second]) {
        expect(await refused(arena, user, time)).toBe(sigRevoked.code);
      }
      const { client } = await admit(arena, user, second + 1);
      await client.send(user, arena.body());
    },
  })),
  {
    case: 9,
    what: 'the very UserSig of the session that was ended, used again; and its ticket',
    run: async (arena) => {
      const user = newUser();
      const userSig = arena.target.sig(user);
      const { client, session } = await arena.logIn(user, { userSig });
      await arena.target.ask('kick', user);
      expect((await client.closed).code).toBe(CLOSE.kicked.code);
      const ends = client.pushes.filter(({ push }) => push === 'session.end');
      expect(ends).toMatchObject([{ data: { reason: 'REST_API_Kick' } }]);
      const again = await arena.connect();
      const login = again.ask('session.login', loginParams(arena.target.server, user, { userSig }));
      expect(await refusal(login)).toMatchObject({ code: sigRevoked.code });
      const ticket: ResumeParams = { sessionId: session.sessionId, token: session.token };
      expect(await refusal(again.ask('session.resume', ticket))).toMatchObject({ code: kickedWhileOffline.code });
    },
  },
  {
    case: 9,
    what: 'a session that began after the kick cannot be renewed with a UserSig from before',
    run: async (arena) => {
      const user = newUser();
      await arena.logIn(user);
      const second = await secondOf(arena.target, () => arena.target.ask('kick', user));
      const { client, session } = await admit(arena, user, second + 1);
      const userSig = arena.target.sig(user, { time: second, expire: 100 * HOUR });
      expect(await refusal(client.ask('session.renew', { userSig }))).toMatchObject({ code: sigRevoked.code });
      const newer = arena.target.sig(user, { time: second + 2, expire: 180 * 24 * HOUR });
      expect(await client.ask('session.renew', { userSig: newer })).toEqual({ expireAt: session.expireAt + 1 });
    },
  },
  {
    case: 9,
    what: 'a kick by a clock that was set back revives nothing',
    run: async (arena) => {
      const { target } = arena;
      const user = newUser();
      await arena.logIn(user);
      const second = await secondOf(target, () => target.ask('kick', user));
      await whileSet(target, -HOUR, () => target.ask('kick', user));
      for (const time of [second - HOUR, second - 1, second]) {
        expect(await refused(arena, user, time)).toBe(sigRevoked.code);
      }
      await admit(arena, user, second + 1);
    },
  },
];

/** Sets the server's clock by so many seconds, and afterwards right again. */
async function whileSet(target: Target, seconds: number, act: () => Promise<unknown>): Promise<void> {
  await target.ask('jump', seconds * 1000);
  try {
    await act();
  } finally {
    await target.ask('jump', -seconds * 1000);
  }
}

/** Twenty users whose UserSigs last for two hours. */
async function crowd(arena: ServerArena): Promise<RawClient[]> {
  const names = Array.from({ length: 20 }, () => newUser());
  const all = await Promise.all(
    names.map((name) => arena.logIn(name, { userSig: arena.target.sig(name, { expire: 2 * HOUR }) })),
  );
  return all.map(({ client }) => client);
}

/** Waits until the server has looked at all its connections, more than once. */
async function lookedAt(clients: readonly RawClient[]): Promise<void> {
  const before = clients.map(({ pings }) => pings.length);
  await waitFor('pings', () => clients.every(({ pings }, at) => pings.length >= (before[at] ?? 0) + 2));
}

const jumps: Row<ServerArena>[] = [
  ...Object.entries({
    'an hour back': -HOUR,
    'a day forward': 24 * HOUR,
    'ten years forward': 87_600 * HOUR,
    'to the year 1970': -Math.floor(Date.now() / 1000),
  }).map(([what, seconds]) => ({
    case: 10 as const,
    what: `the server’s clock is set ${what}: nobody’s session ends for it`,
    run: async (arena: ServerArena) => {
      const clients = await crowd(arena);
      await whileSet(arena.target, seconds, async () => {
        await lookedAt(clients);
        expect((await arena.target.ask('inspect')).sessions).toBe(clients.length);
        for (const client of clients) await client.ask('sync.ack', { seq: 0 });
      });
      await lookedAt(clients);
      const pushes = clients.flatMap((client) => client.pushes.map(({ push }) => push));
      expect(pushes.filter((push) => push !== 'hello')).toEqual([]);
    },
  })),
  {
    case: 10,
    what: 'new logins go by the clock as it stands, and again after it was put right',
    run: async (arena) => {
      const { target } = arena;
      const now = await target.ask('now');
      const user = newUser();
      const userSig = target.sig(user, { time: now, expire: HOUR });
      const answer = async (): Promise<number> => {
        const client = await arena.connect();
        const params = loginParams(target.server, user, { userSig });
        return (await refusal(client.ask('session.login', params))).code;
      };
      await whileSet(target, 24 * HOUR, async () => {
        expect(await answer()).toBe(sigExpired.code);
        await admit(arena, user, now + 24 * HOUR);
      });
      await whileSet(target, -24 * HOUR, async () => expect(await answer()).toBe(sigMalformed.code));
      await admit(arena, user, now);
    },
  },
];

const endings: Row<ServerArena>[] = [
  {
    case: 10,
    what: 'sessions end when their time has really passed, once, although the clock was set meanwhile',
    early: true,
    run: async (arena) => {
      const ending = async (seconds: number): Promise<void> => {
        const target = await arena.lasting({});
        const user = newUser();
        const userSig = target.sig(user, { time: await target.ask('now'), expire: 5 });
        const { client, session } = await logIn(target.server, user, { userSig });
        target.secret(session.token);
        await target.ask('jump', seconds * 1000);
        expect((await client.closed).code).toBe(CLOSE.userSigExpired.code);
        const ends = client.pushes.filter(({ push }) => push === 'session.end');
        expect(ends).toMatchObject([{ data: { reason: 'userSigExpired' } }]);
      };
      await Promise.all([ending(-HOUR), ending(24 * HOUR)]);
    },
  },
];

// Asks often who is there, so that nobody has to wait until the server has looked at all its connections.
hostile(
  () => ServerArena.begin({ limits: { heartbeat: 100, heartbeatGrace: 20_000 } }),
  [...revocation, ...jumps, ...endings],
);
