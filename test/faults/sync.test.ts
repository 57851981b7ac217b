import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { SendResult } from '@tim-node/protocol';
import { logIn } from '../support/raw-client.js';
import { ServerProcess } from '../support/server-process.js';
import { readTrace, tracing, whyNoTrace, type SystemCall } from '../support/strace.js';

jest.setTimeout(60_000);
const why = whyNoTrace();
if (why !== undefined) process.stderr.write(`Left out: the order of syncs and acknowledgements. ${why}\n`);

const SLOWLY = 20;
const ROUNDS = 3;
const AT_ONCE = 800;
const NOT_YET: SendResult = { seq: 0, time: 0 };

let folder = '';
let server: ServerProcess | undefined;
afterEach(async () => {
  await server?.close();
  rmSync(folder, { recursive: true, force: true });
});

/** A text that can be found in what is written, and is part of no other. */
const markOf = (number: number): string => `mark${String(number).padStart(5, '0')}.`;

const isSync = ({ name }: SystemCall): boolean => name === 'fsync' || name === 'fdatasync';
const isSocket = ({ on }: SystemCall): boolean => on.startsWith('socket:') || on.startsWith('TCP:');
const isDatabase = ({ on }: SystemCall): boolean => /\.db(?:-wal)?$/.test(on);

/** The first call that writes a text. */
function firstWith(text: string, calls: readonly SystemCall[]): SystemCall {
  const found = calls.find(({ args }) => args.includes(text));
  if (found === undefined) throw new Error(`${text} was never written`);
  return found;
}

(why === undefined ? test : test.skip)(
  'nothing is told of a message before a sync of the disk, and many messages share one',
  async () => {
    folder = mkdtempSync(join(tmpdir(), 'tim-sync-'));
    const trace = join(folder, 'trace');
    server = new ServerProcess({ dataDir: join(folder, 'data') }, 1, tracing(trace));
    await server.start();
    await logIn(server, 'reader');
    const { client } = await logIn(server, 'sender');
    const sent = new Map<string, SendResult>();
    const send = async (): Promise<void> => {
      const mark = markOf(sent.size);
      sent.set(mark, NOT_YET);
      sent.set(mark, await client.send('reader', mark));
    };
    while (sent.size < SLOWLY) await send();
    for (let round = 0; round < ROUNDS; round += 1) await Promise.all(Array.from({ length: AT_ONCE }, send));
    await server.close();

    const calls = readTrace(trace);
    const syncs = calls.filter((call) => isSync(call) && isDatabase(call));
    const stored = calls.filter(isDatabase);
    const told = calls.filter(isSocket);
    for (const [mark, { seq }] of sent) {
      const written = firstWith(mark, stored).ended;
      const out = firstWith(mark, told).began;
      const acknowledged = firstWith(String.raw`\"result\":{\"seq\":${String(seq)},`, told).began;
      const synced = syncs.some(({ began, ended }) => began > written && ended < Math.min(out, acknowledged));
      expect({ mark, synced }).toEqual({ mark, synced: true });
    }
    const begin = firstWith(markOf(0), stored).began;
    const since = syncs.filter(({ began }) => began > begin).length;
    expect(since).toBeGreaterThanOrEqual(SLOWLY);
    expect(since - SLOWLY).toBeLessThan((ROUNDS * AT_ONCE) / 20);
  },
);
