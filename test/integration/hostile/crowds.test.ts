import { CLOSE, ERRORS, LIMITS, type ErrorFrame, type LoginResult, type SessionEnd } from '@tim-node/protocol';
import { loginParams, type RawClient, refusal } from '../../support/raw-client.js';
import { waitFor } from '../../support/wait.js';
import { disasters } from './disasters.js';
import { affordable } from './open-files.js';
import { ServerArena, type Target } from './server-arena.js';
import { hostile, KEPT, type Row } from './suite.js';
import { handshake, OP, frame, text, Wire, type WireOptions } from './wire.js';

const { loginTimeout, tooManyConnections, kicked, heartbeat, slowConsumer } = CLOSE;
const { sigWrongKey, tooManyFailures } = ERRORS;

/** So many at a time: more would only wait in the queue of the system. */
const AT_ONCE = 200;

/** Does something many times, with a few under way at any moment. */
async function many<T>(count: number, make: (at: number) => Promise<T>): Promise<T[]> {
  const all: T[] = [];
  let next = 0;
  const worker = async (): Promise<void> => {
    while (next < count) {
      const at = next;
      next += 1;
      all[at] = await make(at);
    }
  };
  await Promise.all(Array.from({ length: Math.min(AT_ONCE, count) }, worker));
  return all;
}

interface Pushed {
  readonly push: string;
  readonly data: SessionEnd;
}

/** What a connection was told in so many words, frames of one message taken apart. */
function told(wire: Wire): object[] {
  return wire.texts.flatMap((message) => JSON.parse(message) as object | object[]);
}

function endings(wire: Wire): SessionEnd[] {
  return told(wire)
    .filter((each): each is Pushed => 'push' in each && each.push === 'session.end')
    .map(({ data }) => data);
}

function loginFrame(target: Target, user: string, more: object = {}): Buffer {
  return text(JSON.stringify({ id: 1, op: 'session.login', params: { ...loginParams(target.server, user), ...more } }));
}

/** Waits for the answer to the login and gives it. */
async function answerOf(wire: Wire): Promise<{ result: LoginResult } | ErrorFrame> {
  await wire.count(2);
  const answer = told(wire)[1] as ({ result: LoginResult } | ErrorFrame) | undefined;
  if (answer === undefined) throw new Error(`no answer: ${String(await wire.end())}`);
  return answer;
}

/** All of these wait for the end of a time limit. They open their connections themselves, so that no other row closes them. */
const slow: Row<ServerArena>[] = [
  {
    case: 29,
    what: '2,000 sockets that never log in are closed after ten seconds',
    early: true,
    run: async (arena) => {
      // As every server is; the target is more patient.
      const target = await arena.lasting({});
      const before = await target.ask('memory');
      const wires = await many(affordable(2000, 0.3), () => Wire.open(target.url));
      const codes = await Promise.all(wires.map((wire) => wire.end()));
      expect(new Set(codes)).toEqual(new Set([loginTimeout.code]));
      await waitFor('them to be forgotten', async () => (await target.ask('inspect')).connections === 0);
      await waitFor('the memory to be free', async () => (await target.ask('memory')).used <= before.used + KEPT);
    },
  },
  {
    case: 28,
    what: '1,000 requests that come byte by byte, or not at all, are cut',
    early: true,
    run: async (arena) => {
      const wires = Array.from({ length: affordable(1000, 0.2) }, () => new Wire(arena.target.httpUrl));
      const stop = drip(wires.slice(10), handshake());
      const statuses = await Promise.all(wires.map((wire) => wire.opened));
      stop();
      expect(new Set(statuses)).toEqual(new Set([408]));
      await Promise.all(wires.map((wire) => wire.end()));
    },
  },
  {
    case: 28,
    what: '100 bodies that come byte by byte are cut',
    early: true,
    run: async (arena) => {
      const wires = Array.from({ length: 100 }, () => new Wire(arena.target.httpUrl));
      const head = 'POST /v4/im_open_login_svc/kick HTTP/1.1\r\nHost: x\r\nContent-Length: 1000\r\n\r\n';
      for (const wire of wires) wire.write(head);
      const stop = drip(wires, ' '.repeat(1000));
      const statuses = await Promise.all(wires.map((wire) => wire.opened));
      stop();
      expect(new Set(statuses)).toEqual(new Set([408]));
      await Promise.all(wires.map((wire) => wire.end()));
    },
  },
];

/** Sends a text over many connections, one byte a second, until it is told to stop. */
function drip(wires: readonly Wire[], bytes: string): () => void {
  let at = 0;
  const timer = setInterval(() => {
    for (const wire of wires) wire.socket.write(bytes.charAt(at));
    at += 1;
  }, 1000);
  return () => {
    clearInterval(timer);
  };
}

const strangers: Row<ServerArena>[] = [
  {
    case: 28,
    what: 'a body of 1 MiB and a byte that does not end',
    run: async (arena) => {
      const wire = arena.tcp();
      wire.write('POST /v4/im_open_login_svc/kick HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n');
      const chunk = `10000\r\n${' '.repeat(0x10000)}\r\n`;
      for (let sent = 0; sent < 16; sent += 1) wire.write(chunk);
      // One byte over 1 MiB, and no more: what a server has not read when it hangs up can cost its client the answer.
      wire.write('1\r\n \r\n');
      expect(await wire.opened).toBe(413);
    },
  },
  {
    case: 29,
    what: 'one address has so many places for strangers and no more, others have their own',
    run: async (arena) => {
      const target = await arena.another({ limits: { unauthenticatedPerAddress: 50, connectionsPerAddress: 60 } });
      await many(50, () => arena.wire({}, target));
      const turnedAway = async (options: WireOptions = {}): Promise<number> => {
        const wire = new Wire(target.url, options);
        wire.write(handshake());
        return wire.end();
      };
      expect(await turnedAway()).toBe(tooManyConnections.code);
      for (const localAddress of otherAddresses(1)) {
        if (localAddress === undefined) continue;
        const elsewhere = await arena.wire({ localAddress }, target);
        elsewhere.write(loginFrame(target, 'alice'));
        expect(await answerOf(elsewhere)).toHaveProperty('result');
      }
    },
  },
  {
    case: 29,
    what: 'sockets of which one half is closed',
    run: async (arena) => {
      const wires = await many(100, () => arena.wire());
      for (const wire of wires) wire.socket.end();
      await Promise.all(wires.map((wire) => wire.end()));
      await waitFor('them to be forgotten', async () => (await arena.target.ask('inspect')).connections === 0);
    },
  },
  {
    case: 29,
    what: 'sockets that logged in and fell silent',
    run: async (arena) => {
      const target = await arena.another({ limits: { heartbeat: 200, heartbeatGrace: 200 } });
      const wires = await many(20, () => arena.wire({}, target));
      for (const [at, wire] of wires.entries()) wire.write(loginFrame(target, `silent-${String(at)}`));
      // Pongs below the messages, and questions of one's own, prove nothing.
      for (const wire of wires) wire.write(frame({ opcode: OP.pong }), text('{"ping":1}'));
      const codes = await Promise.all(wires.map((wire) => wire.end()));
      expect(new Set(codes)).toEqual(new Set([heartbeat.code]));
    },
  },
];

/** Other addresses of this machine. Only Linux has them without being asked. */
function otherAddresses(count: number): (string | undefined)[] {
  return Array.from({ length: count }, (_, at) =>
    process.platform === 'linux' ? `127.0.${String(1 + (at >> 8))}.${String(1 + (at & 0xff))}` : undefined,
  );
}

/** Tries a bad UserSig as often as a stranger may over one connection; the codes of the answers. */
async function guess(arena: ServerArena, victim: string, tries: number, localAddress?: string): Promise<ErrorFrame[]> {
  const client = await arena.connect(arena.target, localAddress === undefined ? {} : { localAddress });
  const answers: ErrorFrame[] = [];
  for (let id = 1; id <= tries; id += 1) {
    const userSig = arena.target.sig(victim, { secretKey: `guess-${String(id)}-of-a-secret-key` });
    const params = loginParams(arena.target.server, victim, { userSig });
    answers.push({ id, error: await refusal(client.ask('session.login', params)) });
  }
  await client.cut();
  return answers;
}

const guessers: Row<ServerArena>[] = Object.entries({ 'one address': 1, '200 addresses': 200 }).map(
  ([from, addresses]) => ({
    case: 31,
    what: `1,000 bad UserSigs for one user from ${from}: ten are looked at, and the user gets in all the same`,
    run: async (arena) => {
      const victim = `victim-of-${String(addresses)}`;
      const sources = otherAddresses(200).map((address) => (addresses === 1 ? undefined : address));
      const answers = (await many(200, (at) => guess(arena, victim, 5, sources[at]))).flat();
      const codes = answers.map(({ error }) => error.code);
      expect(codes.filter((code) => code === sigWrongKey.code)).toHaveLength(LIMITS.loginFailuresPerMinute);
      const refused = answers.filter(({ error }) => error.code === tooManyFailures.code);
      expect(refused).toHaveLength(1000 - LIMITS.loginFailuresPerMinute);
      for (const { error } of refused) {
        expect(error.retryAfter).toBeGreaterThan(0);
        expect(error.retryAfter).toBeLessThanOrEqual(60_000);
      }
      const { client } = await arena.logIn(victim);
      await client.send(victim, arena.body());
      const other = await guess(arena, `${victim}-too`, 1);
      expect(other[0]?.error.code).toBe(sigWrongKey.code);
    },
  }),
);

const members: Row<ServerArena>[] = [
  {
    case: 32,
    what: '5,000 users log in at the same moment: all get in, nobody is kicked',
    run: async (arena) => {
      const { target } = arena;
      const count = affordable(5000, 0.5);
      const frames = Array.from({ length: count }, (_, at) => loginFrame(target, `storm-${String(at)}`));
      const wires = await many(count, () => arena.wire());
      for (const [at, wire] of wires.entries()) wire.write(frames[at] ?? '');
      await arena.alive();
      const answers = await Promise.all(wires.map((wire) => answerOf(wire)));
      const sessions = answers.flatMap((answer) => ('result' in answer ? [answer.result] : []));
      expect(sessions).toHaveLength(count);
      for (const { token } of sessions) target.secret(token);
      expect(new Set(sessions.map(({ sessionId }) => sessionId)).size).toBe(count);
      expect((await target.ask('inspect')).sessions).toBe(count);
      expect(wires.flatMap(endings)).toEqual([]);
    },
  },
  ...[1, 3].map((allowed) => ({
    case: 33 as const,
    what: `${String(allowed)} may stay, each other one is told once`,
    run: async (arena: ServerArena) => {
      const { target } = arena;
      const user = `hundred-${String(allowed)}`;
      await target.ask('settings', { policy: 'multi', instances: { Linux: allowed } });
      const wires = await many(100, () => arena.wire());
      for (const [at, wire] of wires.entries()) {
        wire.write(loginFrame(target, user, { instanceId: `instance-${String(at)}` }));
      }
      for (const answer of await Promise.all(wires.map(answerOf))) {
        expect(answer).toHaveProperty('result');
        if ('result' in answer) target.secret(answer.result.token);
      }
      await waitFor('the others to go', () => wires.filter(({ socket }) => !socket.closed).length === allowed);
      const losers = wires.filter(({ socket }) => socket.closed);
      for (const loser of losers) {
        expect(await loser.end()).toBe(kicked.code);
        expect(endings(loser)).toMatchObject([{ reason: 'multipleAccount', byPlatform: 'Linux' }]);
      }
      const winners = wires.filter(({ socket }) => !socket.closed);
      expect(winners.flatMap(endings)).toEqual([]);
      for (const winner of winners) {
        winner.write(text('{"id":2,"op":"sync.ack","params":{"seq":0}}'));
        await winner.count(3);
        expect(told(winner)[2]).toEqual({ id: 2, result: {} });
      }
      await target.ask('settings', { policy: 'multi', instances: { Linux: 1 } });
    },
  })),
  {
    case: 34,
    what: 'two instances that kick each other without end: after 120 times a minute the newcomer has to wait',
    run: async (arena) => {
      const { target } = arena;
      const attempt = async (at: number): Promise<{ wire: Wire; answer: { result: LoginResult } | ErrorFrame }> => {
        const wire = await arena.wire();
        wire.write(loginFrame(target, 'pingpong', { instanceId: `instance-${String(at % 2)}-${String(at >> 1)}` }));
        return { wire, answer: await answerOf(wire) };
      };
      let last = await attempt(0);
      for (let at = 1; at <= 120; at += 1) {
        const next = await attempt(at);
        expect(next.answer).toHaveProperty('result');
        expect(await last.wire.end()).toBe(kicked.code);
        last = next;
      }
      for (let at = 121; at < 140; at += 1) {
        const { answer } = await attempt(at);
        expect(answer).toMatchObject({ error: { code: tooManyFailures.code } });
        expect('error' in answer ? answer.error.retryAfter : 0).toBeGreaterThan(0);
      }
      // Who was there last is left in peace.
      last.wire.write(text('{"id":2,"op":"sync.ack","params":{"seq":0}}'));
      await last.wire.count(3);
      expect(endings(last.wire)).toEqual([]);
    },
  },
  {
    case: 35,
    what: 'who does not read is cut after 1 MiB, and may come back for the rest',
    run: async (arena) => {
      const { target } = arena;
      const [{ client: friend }, slowOne] = [await arena.logIn('friend'), await arena.wire()];
      slowOne.write(loginFrame(target, 'slow'));
      const answer = await answerOf(slowOne);
      slowOne.socket.pause();
      const body = arena.body().padEnd(11_000, 'x');
      let sent = 0;
      // Friend and slow one, until only the friend is left.
      while ((await target.ask('inspect')).connections === 2) {
        // Far more than all buffers of the system on the way.
        expect(sent).toBeLessThan(5000);
        await Promise.all(Array.from({ length: 20 }, () => friend.send('slow', body)));
        sent += 20;
      }
      expect(sent).toBeGreaterThan(0);
      slowOne.socket.resume();
      expect(await slowOne.end()).toBe(slowConsumer.code);
      const client: RawClient = await arena.connect();
      const { sessionId, token } = (answer as { result: LoginResult }).result;
      target.secret(token);
      expect(await client.ask('session.resume', { sessionId, token })).toMatchObject({ head: sent });
    },
  },
];

const PEAK = 500 * 1024 * 1024;
/** The connections of these tests answer no pings, and on a busy machine some wait long for their turn to log in. */
const limits = { heartbeat: 10 * 60_000, loginTimeout: 2 * 60_000 };

hostile(
  () => ServerArena.begin({ logger: 'info', onDisk: true, limits }),
  // The disasters are here because there is time for them until the last of the slow ones is over.
  [...strangers, ...guessers, ...members, ...disasters, ...slow],
  { peak: PEAK },
);
