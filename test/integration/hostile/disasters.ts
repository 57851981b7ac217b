import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ERRORS, LIMITS, type LogEntry } from '@tim-node/protocol';
import { Command, reachable } from '../../support/command.js';
import { logIn, refusal, textOf, type LoggedIn, messageOf } from '../../support/raw-client.js';
import { inTime, waitFor } from '../../support/wait.js';
import type { Row } from './suite.js';
import type { ServerArena } from './server-arena.js';

const KILLS = 20;
const AT_ONCE = 10;
const IDENTITY = { app: 1_400_000_077, key: 'the-key-of-a-doomed-server' };

/** Gives a folder that is gone afterwards. */
async function withFolder(run: (folder: string) => Promise<void>): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'tim-disaster-'));
  try {
    await run(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** A server that works in a folder; `limits` are what a shell sets for it. */
function command(folder: string, limits?: string): Command {
  const app = ['--app-id', String(IDENTITY.app), '--secret-key', IDENTITY.key];
  return new Command(['--port', '0', '--data-dir', folder, ...app], {}, limits);
}

/** Does something with a server of its own, which is gone afterwards, with all it had. */
async function withServer(folder: string, limits: string | undefined, run: Use): Promise<void> {
  const server = command(folder, limits);
  const clients: LoggedIn[] = [];
  try {
    const target = reachable(await server.running(), IDENTITY.key);
    await run(async (user) => {
      const loggedIn = await logIn(target, user);
      clients.push(loggedIn);
      return loggedIn;
    }, server);
  } finally {
    await server.stop('SIGKILL');
    await Promise.all(clients.map(({ client }) => client.cut()));
  }
}
type Use = (enter: (user: string) => Promise<LoggedIn>, server: Command) => Promise<void>;

/** Everything in somebody's log. */
async function wholeLog({ client, session }: LoggedIn): Promise<LogEntry[]> {
  const all: LogEntry[] = [];
  for (;;) {
    const query = { epoch: session.epoch, after: all.length, limit: LIMITS.pullPage };
    const { entries } = await client.ask('sync.pull', query);
    all.push(...entries);
    if (entries.length === 0) return all;
  }
}

/** What was acknowledged stands in the log where the answer said, once, and the log has no gaps. */
async function expectKept(reader: LoggedIn, acknowledged: ReadonlyMap<string, number>): Promise<void> {
  const log = await wholeLog(reader);
  expect(log.map(({ seq }) => seq)).toEqual(log.map((_, at) => at + 1));
  const places = log.map(messageOf).map((message): [string, number] => [textOf(message) ?? '', message.seq]);
  expect(new Set(places.map(([text]) => text)).size).toBe(places.length);
  expect(Object.fromEntries(places)).toMatchObject(Object.fromEntries(acknowledged));
}

export const disasters: Row<ServerArena>[] = [
  {
    case: 54,
    what: `kill -9 in the midst of messages, ${String(KILLS)} times: nothing acknowledged is lost, nothing is there twice`,
    run: () =>
      withFolder(async (folder) => {
        const acknowledged = new Map<string, number>();
        for (let life = 0; life < KILLS; life += 1) {
          await withServer(folder, undefined, async (enter, server) => {
            const reader = await enter('alice');
            await expectKept(reader, acknowledged);
            await killAmongMessages(reader, server, life, acknowledged);
          });
        }
        await withServer(folder, undefined, async (enter) => expectKept(await enter('alice'), acknowledged));
        expect(acknowledged.size).toBeGreaterThan(KILLS);
      }),
  },
  {
    case: 54,
    what: 'a full disk: senders are told, nothing acknowledged is lost, and with a larger disk all is well',
    run: () =>
      withFolder(async (folder) => {
        const acknowledged = new Map<string, number>();
        await withServer(folder, 'ulimit -f 2000', async (enter) => {
          const sender = await enter('alice');
          const text = (at: number): string => `${String(at)} `.padEnd(10_000, 'x');
          const failed = await fillUp(sender, text, acknowledged);
          expect(failed).toBe(ERRORS.messageInternal.code);
          expect(acknowledged.size).toBeGreaterThan(0);
          // It is no use, and it does no harm, to go on.
          for (let at = 0; at < 5; at += 1) {
            expect(await refusal(sender.client.send('alice', text(10_000 + at)))).toMatchObject({ code: failed });
          }
          await expectKept(sender, acknowledged);
        });
        await withServer(folder, undefined, async (enter) => {
          const sender = await enter('alice');
          await sender.client.send('alice', 'there is room');
          await expectKept(sender, acknowledged);
        });
      }),
  },
  ...Object.entries<(folder: string) => string>({
    'a folder that cannot be written': (folder) => {
      // The administrator of a machine may write everywhere but here.
      if (process.getuid?.() === 0) return '/sys/kernel';
      mkdirSync(join(folder, 'locked'));
      chmodSync(join(folder, 'locked'), 0o500);
      return join(folder, 'locked');
    },
    'a file for a folder': (folder) => {
      writeFileSync(join(folder, 'file'), '');
      return join(folder, 'file');
    },
    'a place below a file': (folder) => {
      writeFileSync(join(folder, 'file'), '');
      return join(folder, 'file', 'below');
    },
  }).map(([what, make]) => ({
    case: 54 as const,
    what: `${what}: one clear line, and the end`,
    run: () =>
      withFolder(async (folder) => {
        const place = make(folder);
        const { code, err } = await inTime('the end', command(place).ended());
        expect(code).toBe(1);
        expect(err).toContain(place);
        expect(err.trim().split('\n')).toHaveLength(1);
      }),
  })),
  {
    case: 54,
    what: 'a second server in the folder of another is refused, and the first one goes on',
    run: () =>
      withFolder(async (folder) => {
        await withServer(folder, undefined, async (enter, server) => {
          const { client } = await enter('alice');
          for (let at = 0; at < 3; at += 1) {
            const { code, err } = await inTime('the end', command(folder).ended());
            expect(code).toBe(1);
            expect(err).toContain(`process ${String(server.child.pid)}`);
          }
          await client.send('alice', 'still here');
        });
      }),
  },
];

/** Sends many messages at once, and kills the server as soon as so many of them are acknowledged. */
async function killAmongMessages(
  { client }: LoggedIn,
  server: Command,
  life: number,
  acknowledged: Map<string, number>,
): Promise<void> {
  let left = 1 + ((life * 7) % 29);
  let dead = false;
  const sendOn = async (lane: number): Promise<void> => {
    for (let at = 0; !dead; at += 1) {
      const text = [life, lane, at].join('-');
      const { seq } = await client.send('alice', text);
      acknowledged.set(text, seq);
      left -= 1;
      if (left === 0) {
        dead = true;
        server.child.kill('SIGKILL');
      }
    }
  };
  // Whoever is under way when the server dies hears of a lost connection.
  await Promise.allSettled(Array.from({ length: AT_ONCE }, (_, lane) => sendOn(lane)));
  await waitFor('the server to be dead', () => server.child.signalCode === 'SIGKILL');
}

/** Sends until it fails; the code of the error. */
async function fillUp(
  { client }: LoggedIn,
  text: (at: number) => string,
  acknowledged: Map<string, number>,
): Promise<number> {
  for (let at = 0; at < 1000; at += 1) {
    const sent = client.send('alice', text(at));
    const seq = await sent.then(
      (result) => result.seq,
      () => undefined,
    );
    if (seq === undefined) return (await refusal(sent)).code;
    acknowledged.set(text(at), seq);
  }
  throw new Error('the disk is not full');
}
