import { ERRORS, type HistoryParams, type LogEntry, type Message, type Target } from '@tim-node/protocol';
import type { TimServer } from '@tim-node/server';
import { logIn, refusal, textOf, type RawClient } from '../../support/raw-client.js';
import { NO_HEARTBEAT, ServerClock, servers } from '../../support/server.js';

const { start } = servers();
const BOB: Target = { type: 'c2c', id: 'bob' };
const ALICE: Target = { type: 'c2c', id: 'alice' };

interface Pair {
  readonly server: TimServer;
  readonly alice: RawClient;
  readonly bob: RawClient;
}

async function pair(): Promise<Pair> {
  const server = await start();
  const [{ client: alice }, { client: bob }] = [await logIn(server, 'alice'), await logIn(server, 'bob')];
  return { server, alice, bob };
}

async function closeAll(...clients: RawClient[]): Promise<void> {
  await Promise.all(clients.map((client) => client.close()));
}

/** Numbers from one to another, up or down. */
function range(from: number, to: number): number[] {
  const step = from <= to ? 1 : -1;
  return Array.from({ length: Math.abs(to - from) + 1 }, (_, at) => from + at * step);
}

const seqs = ({ messages }: { readonly messages: readonly Message[] }): number[] => messages.map(({ seq }) => seq);
const last = (client: RawClient): LogEntry | undefined => client.entries.at(-1);

describe('msg.list', () => {
  test('pages backwards and forwards meet every message once', async () => {
    const { alice, bob } = await pair();
    await Promise.all(range(1, 25).map((at) => (at % 2 ? alice.send('bob', `${at}`) : bob.send('alice', `${at}`))));
    const list = (params: Partial<HistoryParams>) => alice.ask('msg.list', { target: BOB, limit: 10, ...params });
    const [first, second, third] = [await list({}), await list({ from: 16 }), await list({ from: 6 })];
    expect([first, second, third].map(seqs)).toEqual([range(25, 16), range(15, 6), range(5, 1)]);
    expect([first, second, third].map(({ finished, next }) => [finished, next])).toEqual([
      [false, 16],
      [false, 6],
      [true, undefined],
    ]);
    const [up, on] = [await list({ forward: true }), await list({ forward: true, from: 20 })];
    expect([seqs(up), up.finished, seqs(on), on.finished]).toEqual([range(1, 10), false, range(21, 25), true]);
    expect(await list({ from: 1 })).toMatchObject({ messages: [], finished: true });
    expect(await list({ forward: true, from: 25 })).toMatchObject({ messages: [], finished: true });
    const { messages } = await bob.ask('msg.list', { target: ALICE, limit: 100 });
    expect(messages).toHaveLength(25);
    expect(messages.every(({ target, sender }) => target.id !== sender)).toBe(true);
    await closeAll(alice, bob);
  });

  test('a page that ends with the first message is the last one', async () => {
    const { alice, bob } = await pair();
    for (const at of range(1, 4)) await alice.send('bob', `${at}`);
    expect(await alice.ask('msg.list', { target: BOB, limit: 4 })).toMatchObject({ finished: true });
    expect(await alice.ask('msg.list', { target: BOB, limit: 3 })).toMatchObject({ finished: false, next: 2 });
    await closeAll(alice, bob);
  });

  test('long messages make short pages, and nothing is left out', async () => {
    const { alice, bob } = await pair();
    for (const at of range(1, 30)) await alice.send('bob', `${at} ${'x'.repeat(11_000)}`);
    const found: number[] = [];
    for (let page, from: number | undefined; page?.finished !== true; from = page.next) {
      page = await bob.ask('msg.list', { target: ALICE, limit: 100, ...(from === undefined ? {} : { from }) });
      expect(JSON.stringify(page).length).toBeLessThan(300_000);
      found.push(...seqs(page));
    }
    expect(found).toEqual(range(30, 1));
    const named = await bob.ask('msg.find', { target: ALICE, seqs: range(30, 1) });
    expect([...seqs(named), ...(named.rest ?? [])]).toEqual(range(1, 30));
    expect(named.rest?.length).toBeGreaterThan(0);
    await closeAll(alice, bob);
  });

  test('by kind of element', async () => {
    const { alice, bob } = await pair();
    const face = { elems: [{ type: 'face', index: 1, data: 'smile' } as const] };
    const both = { elems: [...face.elems, { type: 'text', text: 'and text' } as const] };
    for (const at of range(1, 12)) {
      const body = at === 3 ? face : at === 7 ? both : undefined;
      await alice.send('bob', `${at}`, body === undefined ? {} : { body });
    }
    const faces = await bob.ask('msg.list', { target: ALICE, limit: 10, types: ['face'] });
    expect([seqs(faces), faces.finished]).toEqual([[7, 3], true]);
    const one = await bob.ask('msg.list', { target: ALICE, limit: 1, types: ['face', 'location'] });
    expect([seqs(one), one.finished, one.next]).toEqual([[7], false, 7]);
    const texts = await bob.ask('msg.list', { target: ALICE, limit: 20, types: ['text'], forward: true });
    expect(seqs(texts)).toEqual(range(1, 12).filter((at) => at !== 3));
    await closeAll(alice, bob);
  });

  test.each([
    { limit: 0 },
    { limit: 101 },
    { from: -1 },
    { types: ['secret'] },
    { since: -1 },
    { target: { type: 'all', id: 'x' } },
  ])('%p is no page', async (change) => {
    const { alice, bob } = await pair();
    const asked = alice.request('msg.list', { target: BOB, limit: 10, ...change });
    expect(await refusal(asked)).toMatchObject({ code: ERRORS.invalidParameters.code });
    await closeAll(alice, bob);
  });

  test('a conversation that nobody has begun is empty', async () => {
    const { alice, bob } = await pair();
    expect(await alice.ask('msg.list', { target: { type: 'c2c', id: 'stranger' }, limit: 10 })).toEqual({
      messages: [],
      finished: true,
      readSeq: 0,
      peerReadSeq: 0,
    });
    expect(await alice.ask('msg.find', { target: BOB, seqs: [1, 2, 3] })).toMatchObject({ messages: [] });
    await closeAll(alice, bob);
  });
});

describe('msg.revoke', () => {
  test('takes the content away, everywhere and for good', async () => {
    const { server, alice, bob } = await pair();
    const { client: web } = await logIn(server, 'alice', { platform: 'Web', instanceId: 'web' });
    await alice.send('bob', 'first');
    await alice.send('bob', 'oh no');
    await bob.entryCount(2);
    expect(await alice.ask('msg.revoke', { target: BOB, seq: 2, reason: 'a slip' })).toEqual({});
    const told = { kind: 'revoked', message: { seq: 2, sender: 'alice' }, revoked: { by: 'alice', reason: 'a slip' } };
    expect((await alice.entryCount(3))[2]).toMatchObject({ ...told, target: BOB });
    expect((await web.entryCount(3))[2]).toMatchObject({ ...told, target: BOB });
    expect((await bob.entryCount(4)).slice(2)).toMatchObject([
      { ...told, target: ALICE },
      { kind: 'conversation', target: ALICE, changes: { unread: 1 } },
    ]);
    const { messages } = await bob.ask('msg.list', { target: ALICE, limit: 10 });
    expect(messages[0]).toMatchObject({ seq: 2, body: { elems: [] }, revoked: { by: 'alice', reason: 'a slip' } });
    const { epoch } = await bob.ask('sync.pull', { epoch: 'x', after: 0, limit: 1 });
    const log = await bob.ask('sync.pull', { epoch, after: 0, limit: 100 });
    expect(JSON.stringify(log)).not.toContain('oh no');
    const faces = await bob.ask('msg.list', { target: ALICE, limit: 10, types: ['text'] });
    expect(seqs(faces)).toEqual([1]);
    await closeAll(alice, bob, web);
  });

  test('twice is no error and tells nobody again', async () => {
    const { alice, bob } = await pair();
    await alice.send('bob', 'x');
    for (const reason of ['one', 'two']) await alice.ask('msg.revoke', { target: BOB, seq: 1, reason });
    await alice.send('bob', 'y');
    await bob.entryCount(4);
    expect(bob.entries.map(({ kind }) => kind)).toEqual(['message', 'revoked', 'conversation', 'message']);
    await closeAll(alice, bob);
  });

  test('only one’s own, and only such as there are', async () => {
    const { alice, bob } = await pair();
    await alice.send('bob', 'mine');
    const { code } = ERRORS.messageUnknown;
    for (const seq of [1, 2]) {
      expect(await refusal(bob.ask('msg.revoke', { target: ALICE, seq, reason: '' }))).toMatchObject({ code });
    }
    expect(
      textOf((await alice.ask('msg.list', { target: BOB, limit: 1 })).messages[0] ?? { body: { elems: [] } }),
    ).toBe('mine');
    await closeAll(alice, bob);
  });

  test('not after the time that the setting gives', async () => {
    const clock = new ServerClock();
    const server = await start({ clock, limits: NO_HEARTBEAT });
    const { client: alice } = await logIn(server, 'alice');
    const { client: bob } = await logIn(server, 'bob');
    for (const text of ['1', '2']) await alice.send('bob', text);
    await clock.freeze(120_000);
    expect(await alice.ask('msg.revoke', { target: BOB, seq: 1, reason: '' })).toEqual({});
    await clock.freeze(1000);
    const late = () => alice.ask('msg.revoke', { target: BOB, seq: 2, reason: '' });
    expect(await refusal(late())).toMatchObject({ code: ERRORS.revokeLate.code });
    await server.settings.update({ revokeSeconds: 3600 });
    expect(await late()).toEqual({});
    await closeAll(alice, bob);
  });

  test('pages by time', async () => {
    const clock = new ServerClock();
    const server = await start({ clock, limits: NO_HEARTBEAT });
    const { client: alice } = await logIn(server, 'alice');
    const { client: bob } = await logIn(server, 'bob');
    const times: number[] = [];
    for (const at of range(1, 12)) {
      times.push((await alice.send('bob', `${at}`)).time);
      if (at % 3 === 0) await clock.freeze(10_000);
    }
    const [first = 0] = times;
    const list = async (params: Partial<HistoryParams>) =>
      seqs(await bob.ask('msg.list', { target: ALICE, limit: 20, ...params }));
    expect(await list({ since: first + 10, until: first + 20 })).toEqual(range(9, 4));
    expect(await list({ since: first + 11, until: first + 20, forward: true })).toEqual(range(7, 9));
    expect(await list({ until: first })).toEqual(range(3, 1));
    expect(await list({ until: first - 1 })).toEqual([]);
    expect(await list({ since: first + 31 })).toEqual([]);
    expect(await list({ since: first + 20, from: 9 })).toEqual([8, 7]);
    await closeAll(alice, bob);
  });
});

describe('msg.modify', () => {
  const elems = [{ type: 'text', text: 'better' } as const];

  test('everybody gets the new content; the rest of the message stays', async () => {
    const { server, alice, bob } = await pair();
    const { client: web } = await logIn(server, 'alice', { platform: 'Web', instanceId: 'web' });
    const body = {
      elems: [{ type: 'text', text: 'good' } as const],
      cloudData: 'data',
      needReceipt: true,
      priority: 2,
    };
    await alice.send('bob', '', { body });
    const result = await alice.ask('msg.modify', { target: BOB, seq: 1, version: 0, elems });
    const changed = { seq: 1, version: 1, body: { ...body, elems } };
    expect(result).toMatchObject({ modified: true, message: changed });
    for (const client of [alice, web, bob]) {
      expect((await client.entryCount(2))[1]).toMatchObject({ kind: 'modified', by: 'alice', message: changed });
    }
    const again = await alice.ask('msg.modify', { target: BOB, seq: 1, version: 1, elems, cloudData: '' });
    expect(again.message.body).toEqual({ elems, needReceipt: true, priority: 2 });
    expect((await bob.ask('msg.find', { target: ALICE, seqs: [1] })).messages[0]).toMatchObject({ version: 2 });
    await closeAll(alice, bob, web);
  });

  test('a change in between is a conflict and answered with what is there now', async () => {
    const { alice, bob } = await pair();
    await alice.send('bob', 'good');
    await alice.ask('msg.modify', { target: BOB, seq: 1, version: 0, elems });
    const late = await alice.ask('msg.modify', {
      target: BOB,
      seq: 1,
      version: 0,
      elems: [{ type: 'text', text: 'worse' }],
    });
    expect(late).toMatchObject({ modified: false, message: { version: 1, body: { elems } } });
    expect(last(alice)).toMatchObject({ kind: 'modified', message: { version: 1 } });
    expect(alice.entries).toHaveLength(2);
    await closeAll(alice, bob);
  });

  test('by kind of element goes on being right', async () => {
    const { alice, bob } = await pair();
    await alice.send('bob', 'text');
    await alice.ask('msg.modify', { target: BOB, seq: 1, version: 0, elems: [{ type: 'face', index: 1, data: '' }] });
    expect(seqs(await bob.ask('msg.list', { target: ALICE, limit: 9, types: ['text'] }))).toEqual([]);
    expect(seqs(await bob.ask('msg.list', { target: ALICE, limit: 9, types: ['face'] }))).toEqual([1]);
    await closeAll(alice, bob);
  });

  test('not those of others, not what was taken back, not longer than a message may be', async () => {
    const { alice, bob } = await pair();
    await alice.send('bob', '1');
    await alice.send('bob', '2');
    await alice.ask('msg.revoke', { target: BOB, seq: 2, reason: '' });
    const modify = (client: RawClient, target: Target, more: object) =>
      refusal(client.request('msg.modify', { target, seq: 1, version: 0, elems, ...more }));
    expect(await modify(bob, ALICE, {})).toMatchObject({ code: ERRORS.messageUnknown.code });
    expect(await modify(alice, BOB, { seq: 2 })).toMatchObject({ code: ERRORS.messageUnknown.code });
    expect(await modify(alice, BOB, { seq: 3 })).toMatchObject({ code: ERRORS.messageUnknown.code });
    expect(await modify(alice, BOB, { elems: [] })).toMatchObject({ code: ERRORS.invalidParameters.code });
    const long = [{ type: 'text', text: 'x'.repeat(13_000) }];
    expect(await modify(alice, BOB, { elems: long })).toMatchObject({ code: ERRORS.messageTooLong.code });
    await closeAll(alice, bob);
  });
});

describe('msg.delete and msg.clear', () => {
  test('deleted for one is there for the other', async () => {
    const { server, alice, bob } = await pair();
    const { client: web } = await logIn(server, 'bob', { platform: 'Web', instanceId: 'web' });
    for (const at of range(1, 4)) await alice.send('bob', `${at}`);
    await bob.entryCount(4);
    await bob.ask('msg.delete', { target: ALICE, seqs: [4, 2, 9] });
    const expected = [
      { kind: 'deleted', target: ALICE, seqs: [2, 4] },
      { kind: 'conversation', target: ALICE, changes: { unread: 2, last: { seq: 3, clientTime: 1_700_000_000 } } },
    ];
    expect((await bob.entryCount(6)).slice(4)).toMatchObject(expected);
    expect((await web.entryCount(6)).slice(4)).toMatchObject(expected);
    expect(seqs(await bob.ask('msg.list', { target: ALICE, limit: 10 }))).toEqual([3, 1]);
    expect(seqs(await bob.ask('msg.find', { target: ALICE, seqs: [1, 2, 3, 4] }))).toEqual([1, 3]);
    expect(seqs(await alice.ask('msg.list', { target: BOB, limit: 10 }))).toEqual([4, 3, 2, 1]);
    await bob.ask('msg.delete', { target: ALICE, seqs: [4, 2] });
    await alice.send('bob', 'next');
    expect((await bob.entryCount(7)).at(-1)).toMatchObject({ kind: 'message' });
    expect(alice.entries).toHaveLength(5);
    await closeAll(alice, bob, web);
  });

  test('what was deleted and is then taken back is not counted twice', async () => {
    const { alice, bob } = await pair();
    for (const at of range(1, 3)) await alice.send('bob', `${at}`);
    await bob.ask('msg.delete', { target: ALICE, seqs: [1] });
    await alice.ask('msg.revoke', { target: BOB, seq: 1, reason: '' });
    await alice.ask('msg.revoke', { target: BOB, seq: 2, reason: '' });
    const unread = (await bob.entryCount(7)).flatMap((entry) =>
      entry.kind === 'conversation' ? [entry.changes.unread] : [],
    );
    expect(unread).toEqual([2, 1]);
    expect(bob.entries.filter(({ kind }) => kind === 'revoked')).toHaveLength(1);
    await closeAll(alice, bob);
  });

  test('the last one is told anew when it is read from the log later', async () => {
    const { alice, bob } = await pair();
    await alice.send('bob', 'secret');
    await alice.send('bob', 'other');
    await bob.ask('msg.delete', { target: ALICE, seqs: [2] });
    await alice.ask('msg.revoke', { target: BOB, seq: 1, reason: '' });
    const { epoch } = await bob.ask('sync.pull', { epoch: 'x', after: 0, limit: 1 });
    const { entries } = await bob.ask('sync.pull', { epoch, after: 2, limit: 100 });
    expect(entries[1]).toMatchObject({
      kind: 'conversation',
      changes: { unread: 1, last: { seq: 1, body: { elems: [] }, revoked: { by: 'alice' } } },
    });
    await closeAll(alice, bob);
  });

  test('cleared: nothing is left, and what comes later is there', async () => {
    const { alice, bob } = await pair();
    for (const at of range(1, 3)) await alice.send('bob', `${at}`);
    await bob.entryCount(3);
    await bob.ask('msg.clear', { target: ALICE });
    expect((await bob.entryCount(5)).slice(3)).toMatchObject([
      { kind: 'cleared', target: ALICE, upTo: 3 },
      { kind: 'conversation', changes: { unread: 0, last: null, mentions: [] } },
    ]);
    expect(await bob.ask('msg.list', { target: ALICE, limit: 10 })).toMatchObject({ messages: [], finished: true });
    await alice.send('bob', 'later');
    expect(seqs(await bob.ask('msg.list', { target: ALICE, limit: 10 }))).toEqual([4]);
    expect(await alice.ask('msg.revoke', { target: BOB, seq: 2, reason: '' })).toEqual({});
    expect(seqs(await alice.ask('msg.list', { target: BOB, limit: 10 }))).toEqual([4, 3, 2, 1]);
    await bob.ask('msg.clear', { target: ALICE });
    await bob.ask('msg.clear', { target: ALICE });
    await alice.send('bob', 'end');
    await bob.entryCount(9);
    expect(bob.entries.slice(5).map(({ kind }) => kind)).toEqual(['message', 'cleared', 'conversation', 'message']);
    await closeAll(alice, bob);
  });
});

describe('messages for who is online', () => {
  test('everybody who is there gets it, nobody keeps it', async () => {
    const { server, alice, bob } = await pair();
    const { client: web } = await logIn(server, 'alice', { platform: 'Web', instanceId: 'web' });
    const { time, seq } = await alice.send('bob', 'typing', { onlineOnly: true });
    expect([seq, time > 0]).toEqual([0, true]);
    for (const client of [bob, web]) {
      const { message } = await client.push('online');
      expect([textOf(message), message.seq, message.sender, message.target]).toEqual(['typing', 0, 'alice', BOB]);
    }
    await alice.send('bob', 'kept');
    await bob.entryCount(1);
    expect(alice.pushes.map(({ push }) => push)).not.toContain('online');
    expect(seqs(await bob.ask('msg.list', { target: ALICE, limit: 10 }))).toEqual([1]);
    await closeAll(alice, bob, web);
  });

  test('not to somebody who does not exist', async () => {
    const { alice, bob } = await pair();
    const asked = alice.send('nobody', 'x', { onlineOnly: true });
    expect(await refusal(asked)).toMatchObject({ code: ERRORS.messageParty.code });
    await closeAll(alice, bob);
  });
});

describe('merged messages', () => {
  test('whoever has the key can read them', async () => {
    const { server, alice, bob } = await pair();
    const { key } = await alice.ask('msg.merger.put', { messages: '[{"x":1}]' });
    expect(key.length).toBeGreaterThanOrEqual(32);
    expect(await bob.ask('msg.merger.get', { key })).toEqual({ messages: '[{"x":1}]' });
    const wrong = bob.ask('msg.merger.get', { key: `${key.slice(0, -1)}!` });
    expect(await refusal(wrong)).toMatchObject({ code: ERRORS.messageUnknown.code });
    expect(server.inspect().storedMessages).toBe(0);
    await closeAll(alice, bob);
  });
});
