import { AppendQueue, type Stored } from '../../../lib/server/src/domain/append-queue.js';
import type { Appended, Send } from '../../../lib/server/src/store/calls/messages.js';
import { StoreFailure, type Store } from '../../../lib/server/src/store/store.js';

/** A store that stores when it is told to. */
class SlowStore {
  readonly batches: {
    sends: readonly Send[];
    finish: (appended: readonly Appended[]) => void;
    fail: (error: Error) => void;
  }[] = [];

  append(sends: readonly Send[]): Promise<readonly Appended[]> {
    return new Promise((finish, fail) => {
      this.batches.push({ sends, finish, fail });
    });
  }

  /** @param others answers that are not that the message is stored, by client id */
  async finish(others: Readonly<Record<string, Appended>> = {}): Promise<void> {
    const batch = this.batches.shift();
    const stored = (time: number, at: number): Appended => ({
      ...{ type: 'stored', seq: at + 1, time, at: 0, profile: null },
      readers: { users: [], firsts: [] },
    });
    batch?.finish(batch.sends.map(({ clientId, time }, at) => others[clientId] ?? stored(time, at)));
    await settled();
  }
}

const settled = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

function send(clientId: string, body = '{}'): Send {
  const common = { app: 1, sender: 'a', convId: 'c2c:a:b', time: 1, clientTime: 1, random: 1 };
  const counting = { types: 1, counted: true, lasting: true, needReceipt: false, mentions: [] };
  return { ...common, ...counting, clientId, target: { type: 'c2c', id: 'b' }, platform: 'Linux', body };
}

function queue(): { queue: AppendQueue; store: SlowStore; stored: string[][] } {
  const store = new SlowStore();
  const stored: string[][] = [];
  const onStored = (batch: readonly Stored[]): number => stored.push(batch.map((each) => each.send.clientId));
  return { queue: new AppendQueue(store as unknown as Store, onStored), store, stored };
}

test('what arrives while two batches are under way makes up the next one, in order', async () => {
  const { queue: appends, store, stored } = queue();
  const answers: Promise<Appended>[] = [];
  for (const id of ['1', '2', '3', '4', '5']) {
    answers.push(appends.add(send(id)));
    await settled();
  }
  expect(store.batches.map(({ sends }) => sends.length)).toEqual([1, 1]);
  expect(appends.size).toBe(3);
  await store.finish();
  expect(store.batches.map(({ sends }) => sends.map(({ clientId }) => clientId))).toEqual([['2'], ['3', '4', '5']]);
  await store.finish();
  await store.finish();
  expect(stored).toEqual([['1'], ['2'], ['3', '4', '5']]);
  expect((await Promise.all(answers)).map((answer) => answer.type)).toEqual(Array.from({ length: 5 }, () => 'stored'));
});

test('of a batch, one that the database does not take has failed alone', async () => {
  const { queue: appends, store, stored } = queue();
  const answers = ['1', 'bad', '3'].map((id) => appends.add(send(id)).catch((error: unknown) => error));
  await settled();
  await store.finish({ bad: { type: 'failed', kind: 'failed', message: 'no such text' } });
  const [first, bad, third] = await Promise.all(answers);
  expect([first, third]).toMatchObject([{ type: 'stored' }, { type: 'stored' }]);
  expect(bad).toBeInstanceOf(StoreFailure);
  expect(bad).toMatchObject({ kind: 'failed', message: 'no such text' });
  expect(stored).toEqual([['1', 'bad', '3']]);
});

test('a batch that fails is told to its senders alone', async () => {
  const { queue: appends, store, stored } = queue();
  const first = appends.add(send('1'));
  await settled();
  const second = appends.add(send('2'));
  await settled();
  store.batches.shift()?.fail(new StoreFailure('full', 'disk is full'));
  await expect(first).rejects.toThrow('disk is full');
  await store.finish();
  expect((await second).type).toBe('stored');
  expect(stored).toEqual([['2']]);
});

test('what waits is bounded, and taken again when there is room', async () => {
  const { queue: appends, store } = queue();
  const large = 'x'.repeat(30 * 1024 * 1024);
  const kept = [appends.add(send('1', large)), appends.add(send('2', large))];
  await expect(appends.add(send('3', large))).rejects.toMatchObject({ kind: 'busy' });
  await settled();
  await store.finish();
  await Promise.all(kept);
  const next = appends.add(send('4', large));
  await settled();
  await store.finish();
  expect((await next).type).toBe('stored');
});
