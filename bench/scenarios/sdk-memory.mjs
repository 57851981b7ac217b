// What one more conversation and one more cached message cost in a client: the slope between some and three times as
// many, of the heap after garbage collection. The control keeps the same JSON as plain objects.
import { join } from 'node:path';
import { amount, median, times, withFolder, withServer } from '../tools.mjs';

const ROUNDS = amount(3, 1);
const CONVERSATIONS = amount(1000, 100);
const SENDERS = 10;
/** In memory a client keeps 200 messages of a conversation; in files as many as there are. */
const MESSAGES = { control: 600, off: 600, on: amount(3000, 600) };
const SIZE = 200;
const GC = { nodeOptions: ['--expose-gc'] };
const PROCESS = { control: 'wire', off: 'tim', on: 'tim' };
const KINDS = Object.keys(PROCESS);

const slope = (few, many, key) => (many[key] - few[key]) / (many.count - few.count);
const both = (few, many) => ({ heap: slope(few, many, 'heap'), rss: slope(few, many, 'rss') });

/** Where a client keeps its files, if it does. */
const place = (kind, folder, name) => (kind === 'on' ? { folder: join(folder, name) } : {});

async function conversations(kind, folder, start) {
  const used = {};
  for (const userId of ['few', 'many']) {
    const client = await start(PROCESS[kind]);
    used[userId] = await client.ask({ what: 'keepConversations', userId, ...place(kind, folder, userId) });
    await client.stop();
  }
  if (used.few.count !== CONVERSATIONS || used.many.count !== 3 * CONVERSATIONS) {
    throw new Error(
      `${used.few.count} and ${used.many.count} conversations instead of ${CONVERSATIONS} and thrice that`,
    );
  }
  return both(used.few, used.many);
}

async function messages(kind, folder, start, feeder) {
  const client = await start(PROCESS[kind]);
  const userId = `reader-${kind}`;
  await client.ask({ what: 'keepMessages', userId, ...place(kind, folder, userId) });
  const count = MESSAGES[kind];
  const used = [];
  for (const more of [count, 2 * count]) {
    await feeder.ask({ what: 'write', receiver: userId, senders: SENDERS, each: more / SENDERS, size: SIZE });
    used.push(await client.ask({ what: 'usage', count: used.length === 0 ? count : 3 * count }));
  }
  await client.stop();
  return both(...used);
}

const round = () =>
  withFolder((folder) =>
    withServer(
      'tim',
      async ({ start }) => {
        const feeder = await start('wire');
        const receivers = { few: CONVERSATIONS, many: 3 * CONVERSATIONS };
        await feeder.ask({ what: 'populate', receivers, size: SIZE });
        const results = {};
        for (const kind of KINDS) {
          results[kind] = {
            conversation: await conversations(kind, folder, start),
            message: await messages(kind, folder, start, feeder),
          };
        }
        return results;
      },
      GC,
    ),
  );

export async function measure(say) {
  const rounds = [];
  for (let turn = 0; turn < ROUNDS; turn += 1) {
    const results = await round();
    rounds.push(results);
    for (const kind of KINDS) {
      const { conversation, message } = results[kind];
      const bytes = ({ heap, rss }) => `${heap.toFixed(0)} bytes of the heap (${rss.toFixed(0)} resident)`;
      say(`${kind}: a conversation ${bytes(conversation)}, a message ${bytes(message)}`);
    }
  }
  const of = (kind, what) => median(rounds.map((results) => results[kind][what].heap));
  const row = (what, kind, how) => ({
    what: `memory per ${what === 'message' ? 'cached message' : what} in a client, ${how}, against plain objects`,
    ours: `${of(kind, what).toFixed(0)} B`,
    control: `${of('control', what).toFixed(0)} B`,
    ratio: times(of(kind, what) / of('control', what)),
  });
  return ['conversation', 'message'].flatMap((what) => [
    row(what, 'off', 'no local store'),
    row(what, 'on', 'kept in the local store'),
  ]);
}
