import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { runInNewContext } from 'node:vm';
import { createSourceFile, forEachChild, isRegularExpressionLiteral, ScriptTarget, type Node } from 'typescript';
import { CLOSE, ERRORS, LIMITS, type SendParams, type Target } from '@tim-node/protocol';
import { message, Refused, textOf, messageOf, type RawClient } from '../../support/raw-client.js';
import { waitFor } from '../../support/wait.js';
import { sampled, samples, variants } from './samples.js';
import { ServerArena } from './server-arena.js';
import { hostile, type Row } from './suite.js';

const { groupSendTooOften, invalidParameters, sendTooOften, tooManyRequests } = ERRORS;
const RATES = { messagesPerSecond: 20, groupMessagesPerSecond: 40 };

/** What came of requests: how often each code; 0 for success. */
async function codesOf(asked: readonly Promise<unknown>[]): Promise<Map<number, number>> {
  const codes = new Map<number, number>();
  for (const outcome of await Promise.allSettled(asked)) {
    const code = outcome.status === 'fulfilled' ? 0 : codeOf(outcome.reason);
    codes.set(code, (codes.get(code) ?? 0) + 1);
  }
  return codes;
}

function codeOf(error: unknown): number {
  if (error instanceof Refused) return error.wire.code;
  throw error;
}

const MEMBERS = ['alice', 'bob', 'carol', 'dave'];

async function makeGroup(owner: RawClient, id: string, users: readonly string[]): Promise<Target> {
  const members = users.map((user) => ({ user, role: 'member' as const }));
  await owner.ask('group.create', { id, type: 'Public', name: id, members });
  return { type: 'group', id };
}

const floods: Row<ServerArena>[] = [
  {
    case: 36,
    what: 'ten times as many messages of one user as are allowed: he is told to wait, nobody else is',
    run: async (arena) => {
      const target = await arena.another({ limits: RATES });
      const { client: alice } = await arena.logIn('alice', {}, target);
      const { client: bob } = await arena.logIn('bob', {}, target);
      const texts = Array.from({ length: RATES.messagesPerSecond * 10 }, () => arena.body());
      const codes = await codesOf(texts.map((text) => alice.send('bob', text)));
      expect([...codes.keys()].sort((a, b) => a - b)).toEqual([0, sendTooOften.code]);
      // Time goes on while they come.
      expect(codes.get(0)).toBeLessThan(texts.length);
      await bob.send('alice', arena.body());
      await bob.entryCount((codes.get(0) ?? 0) + 1);
      await waitFor('a time to send again', async () => (await codesOf([alice.send('bob', arena.body())])).has(0));
      expect([alice, bob].map(({ socket }) => socket.readyState)).toEqual([1, 1]);
    },
  },
  {
    case: 36,
    what: 'many members flood a group, and a stranger as well: it has to wait, another group has not',
    run: async (arena) => {
      const target = await arena.another({ limits: { ...RATES, messagesPerSecond: 1000 } });
      const clients: RawClient[] = [];
      for (const user of MEMBERS) clients.push((await arena.logIn(user, {}, target)).client);
      const { client: stranger } = await arena.logIn('mallory', {}, target);
      const [alice, bob] = clients as [RawClient, RawClient];
      const [loud, quiet] = [
        await makeGroup(alice, 'loud', MEMBERS.slice(1)),
        await makeGroup(alice, 'quiet', ['bob']),
      ];
      const to = (group: Target): SendParams => message('', arena.body(), { target: group });
      const knocks = Array.from({ length: RATES.groupMessagesPerSecond * 4 }, () =>
        stranger.ask('msg.send', to(quiet)),
      );
      expect([...(await codesOf(knocks)).keys()]).toEqual([ERRORS.groupDenied.code]);
      const rounds = 5;
      const { seq: first } = await bob.ask('msg.send', to(quiet));
      let refused = 0;
      for (let round = 0; round < rounds; round += 1) {
        const some = clients.flatMap((client) =>
          Array.from({ length: (RATES.groupMessagesPerSecond * 2) / rounds }, () => client.ask('msg.send', to(loud))),
        );
        const codes = await codesOf(some);
        refused += codes.get(groupSendTooOften.code) ?? 0;
        expect([...codes.keys()].filter((code) => code !== 0 && code !== groupSendTooOften.code)).toEqual([]);
        expect(await bob.ask('msg.send', to(quiet))).toMatchObject({ seq: first + round + 1 });
      }
      expect(refused).toBeGreaterThan(0);
      expect(clients.map(({ socket }) => socket.readyState)).toEqual(clients.map(() => 1));
    },
  },
  {
    case: 36,
    what: 'ten times as many requests at once as may wait: those too many are refused, others are served meanwhile',
    run: async (arena) => {
      const [{ client: alice }, { client: bob }] = [await arena.logIn('alice'), await arena.logIn('bob')];
      const target: Target = { type: 'c2c', id: 'bob' };
      const asked = Array.from({ length: LIMITS.pendingRequests * 10 }, () =>
        alice.ask('msg.list', { target, limit: 1 }),
      );
      await bob.send('bob', arena.body());
      const codes = await codesOf(asked);
      expect(codes.get(0)).toBeGreaterThanOrEqual(LIMITS.pendingRequests);
      expect([...codes.keys()].filter((code) => code !== 0 && code !== tooManyRequests.code)).toEqual([]);
    },
  },
];

const slow: Row<ServerArena>[] = [
  {
    case: 35,
    what: 'one member of a group does not read: he is cut and may come back, the others get everything',
    run: async (arena) => {
      const { client: owner } = await arena.logIn('owner');
      const readers = Array.from({ length: 15 }, (_, at) => `reader-${String(at)}`);
      const clients: RawClient[] = [];
      for (const user of readers) clients.push((await arena.logIn(user)).client);
      const sleeper = await arena.logIn('sleeper');
      const group = await makeGroup(owner, 'big', [...readers, 'sleeper']);
      sleeper.client.socket.pause();
      const text = arena.body().padEnd(11_000, 'x');
      let sent = 0;
      while ((await arena.target.ask('inspect')).connections > readers.length + 1) {
        // Far more than all buffers of the system on the way.
        expect(sent).toBeLessThan(5000);
        const some = Array.from({ length: 20 }, () => owner.ask('msg.send', message('', text, { target: group })));
        expect([...(await codesOf(some)).keys()]).toEqual([0]);
        sent += some.length;
      }
      const texts = ({ entries }: RawClient): unknown[] =>
        entries.filter(({ kind }) => kind === 'message').map((entry) => textOf(messageOf(entry)));
      for (const client of clients) {
        await waitFor('everything', () => texts(client).filter((each) => each === text).length === sent);
      }
      sleeper.client.socket.resume();
      expect((await sleeper.client.closed).code).toBe(CLOSE.slowConsumer.code);
      const again = await arena.connect();
      const { sessionId, token } = sleeper.session;
      expect(await again.ask('session.resume', { sessionId, token })).toMatchObject({
        head: clients[0]?.entries.at(-1)?.seq,
      });
    },
  },
];

const LONG = 50_000;
/** Texts on which patterns with choices inside of choices take for ever. */
const ENDLESS = ['a', '-', ' ', '0', '\\', '"', 'a.', 'a/', '(', 'ab-', '%', '=', '\t', 'é'].flatMap((part) => [
  part.repeat(LONG / part.length),
  `${part.repeat(LONG / part.length - 1)}!`,
  `!${part.repeat(LONG / part.length - 1)}`,
]);
/** A pattern that takes time in proportion to the text takes a thousandth of this; milliseconds. */
const PATIENCE = 2000;

/** Every pattern that stands in the sources of a package. */
function patternsOf(folder: string): [source: string, flags: string][] {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts'));
  return files.flatMap((name) => patternsIn(readFileSync(join(folder, name), 'utf8')));
}

function patternsIn(text: string): [source: string, flags: string][] {
  const found: [string, string][] = [];
  const visit = (node: Node): void => {
    if (isRegularExpressionLiteral(node)) {
      const end = node.text.lastIndexOf('/');
      found.push([node.text.slice(1, end), node.text.slice(end + 1)]);
    }
    forEachChild(node, visit);
  };
  visit(createSourceFile('x.ts', text, ScriptTarget.Latest));
  return found;
}

const patterns: Row<ServerArena>[] = [
  {
    case: 20,
    what: 'on every pattern in the sources of protocol, server and SDK',
    run: () => {
      const found = ['protocol', 'server', 'sdk'].flatMap((name) =>
        patternsOf(join(__dirname, '../../../lib', name, 'src')),
      );
      expect(found.length).toBeGreaterThan(20);
      for (const [source, flags] of found) {
        const context = { pattern: new RegExp(source, flags), texts: ENDLESS };
        const run = (): unknown =>
          runInNewContext('for (const text of texts) pattern.test(text)', context, { timeout: PATIENCE });
        expect({ source, ends: ends(run) }).toEqual({ source, ends: true });
      }
      return Promise.resolve();
    },
  },
  {
    case: 20,
    what: 'as each text of each operation: answered at once, or refused',
    run: async (arena) => {
      const { client } = await arena.logIn('alice');
      for (const op of sampled) {
        const tried = variants((samples as Record<string, unknown>)[op], (part) =>
          typeof part === 'string' ? ['a-'.repeat(LONG / 2)] : [],
        );
        const codes = await codesOf(tried.map(({ value }) => client.request(op, value)));
        const failures = [
          ERRORS.messageInternal,
          ERRORS.conversationInternal,
          ERRORS.groupInternal,
          ERRORS.accountInternal,
        ];
        expect([op, failures.filter(({ code }) => codes.has(code))]).toEqual([op, []]);
      }
      expect(
        (await codesOf([client.request('session.login', { userId: 'a-'.repeat(LONG / 2) })])).has(
          invalidParameters.code,
        ),
      ).toBe(true);
    },
  },
];

function ends(run: () => unknown): boolean {
  try {
    run();
    return true;
  } catch (error) {
    if ((error as { code?: string }).code === 'ERR_SCRIPT_EXECUTION_TIMEOUT') return false;
    throw error;
  }
}

hostile(() => ServerArena.begin({ logger: 'info' }), [...floods, ...slow, ...patterns]);
