import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { LogEntry, Message } from '@tim-node/protocol';
import { MemoryStore } from '../../../lib/sdk/src/local/memory-store.js';
import { applyEntries, keepMessage, toKept } from '../../../lib/sdk/src/local/rules.js';
import { wordsIn } from '../../../lib/sdk/src/local/words.js';
import { findSqlite } from '../../../lib/sdk/src/local/sqlite/database.js';
import { openSqliteStore, StoreInUseError, type OpenOptions } from '../../../lib/sdk/src/local/sqlite/open.js';
import type { KeptMessage, LocalStore, SearchQuery } from '../../../lib/sdk/src/local/store.js';

const folders: string[] = [];
const opened: LocalStore[] = [];

afterEach(() => {
  for (const store of opened.splice(0)) store.close();
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'tim-local-'));
  folders.push(folder);
  return folder;
}

async function inFile(more: Partial<OpenOptions> = {}): Promise<LocalStore> {
  const store = await openSqliteStore({
    folder: more.folder ?? newFolder(),
    sdkAppId: 1,
    userId: 'alice',
    now: 1_700_000_000_000,
    warn: () => undefined,
    ...more,
  });
  opened.push(store);
  return store;
}

function close(store: LocalStore): void {
  opened.splice(opened.indexOf(store), 1);
  store.close();
}

const BOB = { type: 'c2c', id: 'bob' } as const;
const ALICE = { type: 'c2c', id: 'alice' } as const;
const TEAM = { type: 'group', id: 'team' } as const;

function text(seq: number, content: string, more: Partial<Message> = {}): Message {
  return {
    target: ALICE,
    seq,
    sender: 'bob',
    clientId: `c-${seq}`,
    time: 1000 + seq,
    clientTime: 900 + seq,
    random: seq,
    platform: 'Linux',
    body: { elems: [{ type: 'text', text: content }] },
    ...more,
  };
}

function kept(seq: number, content: string, more: Partial<Message> = {}): KeptMessage {
  return toKept(text(seq, content, more), 'alice');
}

function own(id: string, time: number, more: Partial<KeptMessage> = {}): KeptMessage {
  return {
    conv: BOB,
    seq: 0,
    id,
    sender: 'alice',
    time,
    status: 'imported',
    customInt: 0,
    customStr: '',
    types: 1,
    words: id,
    own: JSON.stringify({ message_msg_id: id }),
    ...more,
  };
}

const EVERYTHING: SearchQuery = { words: [], every: false, types: 0 };
const seqs = (messages: readonly KeptMessage[]): number[] => messages.map(({ seq }) => seq);
const at = (epoch: string, seq: number): { epoch: string; seq: number } => ({ epoch, seq });

describe.each([
  { name: 'in memory', open: async (): Promise<LocalStore> => new MemoryStore() },
  { name: 'in a file', open: () => inFile() },
])('a local store $name', ({ open }) => {
  it('keeps a message whole, by its place and by its id', async () => {
    const store = await open();
    const message = {
      ...kept(3, 'Hello "wörld" \u0000 \u{1f600}'),
      customInt: -7,
      customStr: 'mine',
    };
    store.write(message);
    expect(store.at(BOB, 3)).toEqual(message);
    expect(store.withIds(['nobody-1-1', 'bob-903-3'])).toEqual([message]);
    expect(store.at(BOB, 2)).toBeUndefined();
    expect(store.at(TEAM, 3)).toBeUndefined();
    expect(store.withIds([])).toEqual([]);
  });

  it('replaces what stands at the same place', async () => {
    const store = await open();
    store.write(kept(1, 'first'));
    store.write(kept(1, 'second', { version: 1 }));
    expect(store.search(EVERYTHING, 0, 10)).toEqual([kept(1, 'second', { version: 1 })]);
  });

  it('pages in both directions, by place, time and kind', async () => {
    const store = await open();
    for (const seq of [3, 1, 5, 2, 4]) store.write(kept(seq, `m${seq}`));
    store.write(kept(6, 'x', { body: { elems: [{ type: 'face', index: 1, data: '' }] } }));
    expect(seqs(store.page({ conv: BOB, limit: 3 }))).toEqual([6, 5, 4]);
    expect(seqs(store.page({ conv: BOB, from: 4, limit: 2 }))).toEqual([3, 2]);
    expect(seqs(store.page({ conv: BOB, forward: true, limit: 2 }))).toEqual([1, 2]);
    expect(seqs(store.page({ conv: BOB, from: 4, forward: true, limit: 9 }))).toEqual([5, 6]);
    expect(seqs(store.page({ conv: BOB, limit: 9, since: 1002, until: 1004 }))).toEqual([4, 3, 2]);
    expect(seqs(store.page({ conv: BOB, limit: 9, types: 4 }))).toEqual([6]);
    expect(store.page({ conv: TEAM, limit: 9 })).toEqual([]);
  });

  it('keeps what the server does not have apart, in order of time', async () => {
    const store = await open();
    store.write(own('alice-2-2', 20));
    store.write(own('alice-1-1', 10));
    store.write(own('alice-3-3', 30, { status: 'deleted' }));
    store.write(own('alice-1-1', 10, { customStr: 'changed' }));
    expect(store.own(BOB).map(({ id, customStr }) => [id, customStr])).toEqual([
      ['alice-1-1', 'changed'],
      ['alice-2-2', ''],
    ]);
    expect(store.ownAt(BOB, 'alice-3-3')?.status).toBe('deleted');
    store.removeOwn(BOB, 'alice-1-1');
    expect(store.ownAt(BOB, 'alice-1-1')).toBeUndefined();
    expect(store.page({ conv: BOB, limit: 10 })).toEqual([]);
  });

  it('finds words, one of them or all, whatever the letters case', async () => {
    const store = await open();
    store.write(kept(1, 'Über den Wolken'));
    store.write(kept(2, '100% sure_ly'));
    store.write(kept(3, 'den sure way', { target: TEAM, sender: 'carol' }));
    store.write({ ...kept(4, 'den', { revoked: { by: 'bob', reason: '', time: 1 } }) });
    store.write({ ...kept(5, 'den'), status: 'deleted' });
    const find = (more: Partial<SearchQuery>): number[] => seqs(store.search({ ...EVERYTHING, ...more }, 0, 10));
    expect(find({ words: ['über'] })).toEqual([1]);
    expect(find({ words: ['%'] })).toEqual([2]);
    expect(find({ words: ['_'] })).toEqual([2]);
    expect(find({ words: ['den'] })).toEqual([3, 1]);
    expect(find({ words: ['den', 'sure'] })).toEqual([3, 2, 1]);
    expect(find({ words: ['den', 'sure'], every: true })).toEqual([3]);
    expect(find({ words: ['den'], conv: BOB })).toEqual([1]);
    expect(find({ senders: ['carol', "x' or 1=1"] })).toEqual([3]);
    expect(find({ senders: [] })).toEqual([]);
    expect(find({ since: 1002, until: 1002 })).toEqual([2]);
    expect(store.searchConversations({ ...EVERYTHING, words: ['den', 'sure'] })).toEqual([
      { conv: TEAM, count: 1, time: 1003 },
      { conv: BOB, count: 2, time: 1002 },
    ]);
    expect(seqs(store.search(EVERYTHING, 1, 1))).toEqual([2]);
  });

  it('clears a conversation up to a place, with what is only here', async () => {
    const store = await open();
    for (const seq of [1, 2, 3]) store.write(kept(seq, `m${seq}`));
    store.write(kept(1, 'other', { target: TEAM }));
    store.write(own('alice-1-1', 10));
    store.clear(BOB, 2);
    expect(seqs(store.search(EVERYTHING, 0, 10))).toEqual([3, 1]);
    expect(store.own(BOB)).toEqual([]);
  });

  it('keeps values by kind and key', async () => {
    const store = await open();
    store.setRecord('conversation', 'c2c:bob', '{"draft":"x"}');
    store.setRecord('conversation', '__proto__', '1');
    store.setRecord('value', 'c2c:bob', '2');
    store.setRecord('conversation', 'c2c:bob', '{"draft":"y"}');
    store.setRecord('value', 'gone', '3');
    store.setRecord('value', 'gone', undefined);
    expect([...store.records('conversation')].sort()).toEqual([
      ['__proto__', '1'],
      ['c2c:bob', '{"draft":"y"}'],
    ]);
    expect([...store.records('value')]).toEqual([['c2c:bob', '2']]);
    expect([...store.records('nothing')]).toEqual([]);
  });

  it('forgets what the server has told and keeps what is only here', async () => {
    const store = await open();
    store.setPosition(at('e1', 5));
    store.write(kept(1, 'm'));
    store.write(own('alice-1-1', 10));
    store.setRecord('conversation', 'c2c:bob', 'kept');
    store.forget();
    expect(store.position).toBeUndefined();
    expect(store.page({ conv: BOB, limit: 9 })).toEqual([]);
    expect(store.own(BOB)).toHaveLength(1);
    expect(store.records('conversation').size).toBe(1);
  });

  it('applies the log: sending, changing, taking back, deleting, receipts', async () => {
    const store = await open();
    const entries: LogEntry[] = [
      { kind: 'message', seq: 1, message: text(1, 'one') },
      { kind: 'message', seq: 2, message: text(2, 'two') },
      { kind: 'message', seq: 3, message: text(3, 'three', { sender: 'alice', target: BOB, receiptTotal: 1 }) },
      { kind: 'modified', seq: 4, message: text(1, 'one!', { version: 1 }), by: 'bob' },
      {
        kind: 'revoked',
        seq: 5,
        target: BOB,
        message: { seq: 2, sender: 'bob', random: 2, time: 1002, clientTime: 902 },
        revoked: { by: 'bob', reason: 'oops', time: 2000 },
      },
      {
        kind: 'receipts',
        seq: 6,
        target: BOB,
        receipts: [{ seq: 3, time: 1003, clientTime: 903, random: 3, read: 1, unread: 0 }],
        by: 'bob',
        time: 1,
      },
      { kind: 'deleted', seq: 7, target: BOB, seqs: [1, 99] },
    ];
    applyEntries(store, entries, 'alice', at('e', 7));
    expect(store.position).toEqual(at('e', 7));
    const deleted = store.at(BOB, 1);
    expect([deleted?.status, wordsIn(deleted ?? {})]).toEqual(['deleted', 'one!']);
    expect(store.at(BOB, 2)).toMatchObject({
      status: 'revoked',
      message: { revoked: { by: 'bob' }, body: { elems: [] } },
    });
    expect(store.at(BOB, 3)).toMatchObject({ status: 'sent', message: { receiptTotal: 1, receiptRead: 1 } });
    // Read from history again, as it was before: what the log has told is newer.
    for (const message of [text(1, 'one'), text(2, 'two')]) keepMessage(store, message, 'alice');
    expect(store.withIds(['bob-901-1', 'bob-902-2']).map(({ status }) => status)).toEqual(['deleted', 'revoked']);
    applyEntries(store, entries.slice(0, 1), 'alice', at('e', 1));
    expect(store.position).toEqual(at('e', 7));
    applyEntries(store, [{ kind: 'cleared', seq: 8, target: BOB, upTo: 3 }], 'alice', at('e', 8));
    expect(store.search(EVERYTHING, 0, 9)).toEqual([]);
  });

  it('knows a message of its own again when the log brings it', async () => {
    const store = await open();
    const message = text(4, 'hi', { sender: 'alice', target: BOB });
    store.write({ ...toKept(message, 'alice'), seq: 0, status: 'sending', customStr: 'note', customInt: 5 });
    keepMessage(store, message, 'alice');
    expect(store.own(BOB)).toEqual([]);
    expect(store.at(BOB, 4)).toMatchObject({ status: 'sent', customStr: 'note', customInt: 5 });
    keepMessage(store, { ...message, version: 1 }, 'alice');
    expect(store.at(BOB, 4)).toMatchObject({ customStr: 'note', customInt: 5 });
  });

  it('leaves messages for those who are online out', async () => {
    const store = await open();
    keepMessage(store, text(0, 'typing'), 'alice');
    expect(store.search(EVERYTHING, 0, 9)).toEqual([]);
  });
});

describe('a local store in memory', () => {
  it('holds so much of one conversation and so much in all', () => {
    const store = new MemoryStore({ perConversation: 3, messages: 5 });
    store.write(own('alice-1-1', 1));
    for (let seq = 1; seq <= 4; seq += 1) store.write(kept(seq, 'x'));
    expect(seqs(store.page({ conv: BOB, limit: 9 }))).toEqual([4, 3]);
    expect(store.own(BOB)).toHaveLength(1);
    for (let seq = 1; seq <= 4; seq += 1) store.write(kept(seq, 'x', { target: TEAM }));
    expect(seqs(store.page({ conv: TEAM, limit: 9 }))).toEqual([4, 3, 2]);
    expect(store.search(EVERYTHING, 0, 99)).toHaveLength(5);
  });
});

describe('a local store in a file', () => {
  const NAME = 'tim-node_1_alice.db';

  it('is there again after a restart, for its owner only', async () => {
    const folder = newFolder();
    const first = await inFile({ folder });
    first.transaction(() => {
      first.write(kept(1, 'kept'));
      first.setPosition(at('e', 9));
    });
    expect(statSync(join(folder, NAME)).mode & 0o777).toBe(0o600);
    expect(statSync(join(folder, `${NAME}-wal`)).mode & 0o777).toBe(0o600);
    close(first);
    expect(readdirSync(folder)).toEqual([NAME]);
    const second = await inFile({ folder });
    expect(second.position).toEqual(at('e', 9));
    expect(second.at(BOB, 1)).toEqual(kept(1, 'kept'));
  });

  it('undoes a transaction that fails, position included', async () => {
    const store = await inFile();
    store.setPosition(at('e', 1));
    expect(() => {
      store.transaction(() => {
        store.write(kept(1, 'gone'));
        store.setPosition(at('e', 2));
        throw new RangeError('half-way');
      });
    }).toThrow('half-way');
    expect(store.position).toEqual(at('e', 1));
    expect(store.at(BOB, 1)).toBeUndefined();
    store.transaction(() => store.transaction(() => store.write(kept(1, 'there'))));
    expect(store.at(BOB, 1)).toBeDefined();
  });

  it('tells users apart by letters that some file systems take for the same', async () => {
    const folder = newFolder();
    const lower = await inFile({ folder, userId: 'bob' });
    const upper = await inFile({ folder, userId: 'Bob' });
    lower.setPosition(at('e', 1));
    expect(upper.position).toBeUndefined();
    expect(readdirSync(folder).map((name) => name.toLowerCase())).toContain('tim-node_1_+bob.db');
  });

  it('belongs to one client at a time', async () => {
    const folder = newFolder();
    const first = await inFile({ folder });
    await expect(inFile({ folder })).rejects.toBeInstanceOf(StoreInUseError);
    first.write(kept(1, 'still works'));
    close(first);
    expect((await inFile({ folder })).at(BOB, 1)).toBeDefined();
  });

  it('takes over from a process that is gone', async () => {
    const folder = newFolder();
    close(await inFile({ folder }));
    writeFileSync(join(folder, `${NAME}.owner`), '{"pid":1,"started":"long ago","driver":"wasm"}');
    expect((await inFile({ folder })).position).toBeUndefined();
  });

  it.each([
    ['garbage', () => 'this is no database, but it is long enough to be looked at as one'.repeat(100)],
    ['a cut file', (good: Buffer) => good.subarray(0, 5000)],
    ['a damaged header', (good: Buffer) => Buffer.concat([Buffer.alloc(100, 1), good.subarray(100)])],
  ])('sets %s aside and begins anew', async (_what, damage) => {
    const folder = newFolder();
    const first = await inFile({ folder });
    first.setPosition(at('e', 1));
    for (let seq = 1; seq < 50; seq += 1) first.write(kept(seq, 'x'.repeat(100)));
    close(first);
    const damaged = damage(readFileSync(join(folder, NAME)));
    writeFileSync(join(folder, NAME), damaged);
    const warnings: string[] = [];
    const open = (): Promise<LocalStore> => inFile({ folder, warn: (line) => warnings.push(line) });
    let store = await open();
    // Some damage shows only when it is read; then the next start finds a clean file.
    try {
      store.search(EVERYTHING, 0, 100);
    } catch {
      close(store);
      store = await open();
    }
    expect(store.position).toBeUndefined();
    store.write(kept(1, 'anew'));
    expect(store.search(EVERYTHING, 0, 9)).toHaveLength(1);
    expect(warnings).toEqual([expect.stringContaining('set aside')]);
    const aside = readdirSync(folder).filter((name) => name.endsWith('.bad'));
    expect(aside).toHaveLength(1);
    expect(readFileSync(join(folder, String(aside[0])))).toEqual(Buffer.from(damaged));
  });

  it.each([
    ['a foreign database', 'pragma application_id = 7'],
    ['a file of a newer version', 'pragma user_version = 1000'],
    ['a file of another account', "update records set value = '1:bob' where name = 'owner'"],
  ])('sets %s aside', async (_what, change) => {
    const folder = newFolder();
    const first = await inFile({ folder });
    first.setPosition(at('e', 1));
    close(first);
    const database = (await findSqlite()).open(join(folder, NAME));
    database.all(change);
    database.close();
    const warnings: string[] = [];
    expect((await inFile({ folder, warn: (line) => warnings.push(line) })).position).toBeUndefined();
    expect(warnings).toEqual([expect.stringContaining('set aside')]);
  });

  it('fails as a whole when the disk is full, and what was there stays', async () => {
    const folder = newFolder();
    const store = await inFile({ folder, maxPages: 20 });
    store.setPosition(at('e', 1));
    expect(() => {
      for (let seq = 1; seq < 1000; seq += 1) {
        store.transaction(() => {
          store.write(kept(seq, 'x'.repeat(1000)));
          store.setPosition(at('e', seq + 1));
        });
      }
    }).toThrow(/full/);
    const { position } = store;
    close(store);
    const again = await inFile({ folder });
    expect(again.position).toEqual(position);
    expect(again.search(EVERYTHING, 0, 2000)).toHaveLength(Number(position?.seq) - 1);
  });
});
