import { randomBytes } from 'node:crypto';
import { ERRORS, type OpName, type Target } from '@tim-node/protocol';
import type { RawClient } from '../../support/raw-client.js';
import { message, refusal, Refused } from '../../support/raw-client.js';
import { ServerArena } from './server-arena.js';
import { hostile, type Row } from './suite.js';

const OTHER_APP = { sdkAppId: 1400009999, secretKey: randomBytes(32).toString('hex') };
const BOB: Target = { type: 'c2c', id: 'bob' };
const ALICE: Target = { type: 'c2c', id: 'alice' };
const elems = [{ type: 'text', text: 'forged' } as const];

let groups = 0;

/** What somebody is told, word for word: the result, or the error. */
async function answer(client: RawClient, op: OpName, params: unknown): Promise<string> {
  return client.request(op, params).then(
    (result) => JSON.stringify(result),
    (error: unknown) => {
      if (error instanceof Refused) return `${error.wire.code} ${error.wire.desc}`;
      throw error;
    },
  );
}

const code = async (asked: Promise<unknown>): Promise<number> => (await refusal(asked)).code;

/** A group of alice with bob in it, and a message of each. */
async function team(arena: ServerArena, alice: RawClient, bob: RawClient) {
  groups += 1;
  const id = `team-${groups}`;
  const target: Target = { type: 'group', id };
  await alice.ask('group.create', { id, type: 'Public', name: id, members: [{ user: 'bob', role: 'member' }] });
  const write = async (client: RawClient): Promise<number> => {
    const body = { elems: [{ type: 'text', text: arena.body() } as const], extensible: true, needReceipt: true };
    return (await client.ask('msg.send', message('x', '', { target, body }))).seq;
  };
  return { id, target, ofAlice: await write(alice), ofBob: await write(bob) };
}

/** Everything that can be done to a message, to a conversation or to a group, by its name. */
function acts(target: Target, seq: number): readonly (readonly [OpName, object])[] {
  const place = { target, seq };
  const places = { target, seqs: [seq] };
  return [
    ['msg.list', { target, limit: 10 }],
    ['msg.find', places],
    ['msg.revoke', { ...place, reason: '' }],
    ['msg.modify', { ...place, version: 0, elems }],
    ['msg.delete', places],
    ['msg.clear', { target }],
    ['mark.receipt.send', places],
    ['mark.receipt.get', places],
    ['mark.receipt.users', { ...place, read: true, limit: 10 }],
    ['mark.extension.set', { ...place, set: [{ key: 'k', value: 'v' }] }],
    ['mark.extension.get', place],
    ['mark.extension.delete', { ...place, keys: ['k'] }],
    ['mark.reaction.add', { ...place, reaction: 'r' }],
    ['mark.reaction.remove', { ...place, reaction: 'r' }],
    ['mark.reaction.get', { ...places, users: 10 }],
    ['mark.reaction.users', { ...place, reaction: 'r', skip: 0, limit: 10 }],
    ['conv.get', { targets: [target] }],
    ['conv.read', { target }],
    ['conv.pin', { target, pinned: true }],
    ['conv.remove', { targets: [target], clear: true }],
    ['conv.mark', { targets: [target], mark: '1', on: true }],
    ['conv.custom', { targets: [target], custom: 'x' }],
  ];
}

const groupActs = (groupId: string): readonly (readonly [OpName, object])[] => [
  ['mark.pin.set', { groupId, seq: 1, pinned: true }],
  ['mark.pin.list', { groupId }],
  ['group.members', { groupId, limit: 10 }],
  ['group.modify', { groupId, name: 'mine' }],
  ['group.member.modify', { groupId, user: 'bob', role: 'admin' }],
  ['group.kick', { groupId, users: ['bob'], reason: '' }],
  ['group.dismiss', { groupId }],
];

/** What a user can read of a conversation: all of it must be as before. */
async function seen(client: RawClient, target: Target): Promise<string> {
  const list = await client.ask('msg.list', { target, limit: 100 });
  const { conversations } = await client.ask('conv.get', { targets: [target] });
  return JSON.stringify([list, conversations, client.entries.length]);
}

const foreign: Row<ServerArena>[] = [
  {
    case: 38,
    what: 'the other one of a conversation can neither take back nor change what was written to him',
    run: async (arena) => {
      const [{ client: alice }, { client: bob }] = [await arena.logIn('alice'), await arena.logIn('bob')];
      const { seq } = await alice.send('bob', arena.body());
      const before = await seen(alice, BOB);
      const unknown = ERRORS.messageUnknown.code;
      expect(await code(bob.ask('msg.revoke', { target: ALICE, seq, reason: '' }))).toBe(unknown);
      expect(await code(bob.ask('msg.modify', { target: ALICE, seq, version: 0, elems }))).toBe(unknown);
      await bob.ask('msg.delete', { target: ALICE, seqs: [seq] });
      await bob.ask('msg.clear', { target: ALICE });
      expect(await seen(alice, BOB)).toBe(before);
    },
  },
  {
    case: 38,
    what: 'a third one reaches nothing of two others, whatever he names',
    run: async (arena) => {
      const [{ client: alice }, { client: bob }] = [await arena.logIn('alice'), await arena.logIn('bob')];
      const { client: mallory } = await arena.logIn('mallory');
      const { seq } = await alice.send('bob', arena.body());
      const before = [await seen(alice, BOB), await seen(bob, ALICE)];
      const ids = ['bob', 'alice', 'alice:bob', 'c2c:alice:bob', 'bob:alice', 'alice/bob', 'mallory'];
      for (const id of ids) {
        for (const type of ['c2c', 'group'] as const) {
          for (const [op, params] of acts({ type, id }, seq)) {
            expect(await answer(mallory, op, params)).not.toContain('clientId');
          }
        }
      }
      expect([await seen(alice, BOB), await seen(bob, ALICE)]).toEqual(before);
    },
  },
  {
    case: 38,
    what: 'a stranger reaches nothing of a group, and nobody in it hears of him',
    run: async (arena) => {
      const [{ client: alice }, { client: bob }] = [await arena.logIn('alice'), await arena.logIn('bob')];
      const { client: mallory } = await arena.logIn('mallory');
      const { id, target, ofAlice } = await team(arena, alice, bob);
      const before = [await seen(alice, target), await seen(bob, target)];
      for (const [op, params] of [...acts(target, ofAlice), ...groupActs(id)]) {
        const told = await answer(mallory, op, params);
        expect([op, told]).not.toEqual([op, expect.stringContaining('clientId')]);
        expect([op, told]).not.toEqual([op, expect.stringContaining('"members"')]);
      }
      for (const op of ['msg.list', 'msg.find', 'msg.revoke', 'msg.modify', 'msg.delete', 'msg.clear']) {
        const params = acts(target, ofAlice).find(([name]) => name === op)?.[1];
        expect([op, await code(mallory.request(op, params))]).toEqual([op, ERRORS.groupDenied.code]);
      }
      expect([await seen(alice, target), await seen(bob, target)]).toEqual(before);
      expect((await alice.ask('group.members', { groupId: id, limit: 10 })).members).toHaveLength(2);
    },
  },
  {
    case: 38,
    what: 'a member can do nothing to what others wrote, nor to the group, and does not see what is not for him',
    run: async (arena) => {
      const [{ client: alice }, { client: bob }] = [await arena.logIn('alice'), await arena.logIn('bob')];
      const { client: carol } = await arena.logIn('carol');
      const { id, target, ofAlice } = await team(arena, alice, bob);
      await carol.ask('group.join', { groupId: id, words: '' }).catch(() => undefined);
      const own = { elems: [{ type: 'text', text: arena.body() } as const] };
      const secret = await alice.ask('msg.send', message('x', '', { target, body: own, onlyFor: ['alice'] }));
      const revoke = (seq: number) => bob.ask('msg.revoke', { target, seq, reason: '' });
      const modify = (seq: number) => bob.ask('msg.modify', { target, seq, version: 0, elems });
      for (const act of [revoke, modify]) {
        expect(await code(act(ofAlice))).toBe(ERRORS.groupRevokeDenied.code);
        // Where there is nothing for him, there is nothing.
        expect(await code(act(secret.seq))).toBe(ERRORS.groupMessageUnknown.code);
        expect(await code(act(999))).toBe(ERRORS.groupMessageUnknown.code);
      }
      const { messages } = await bob.ask('msg.find', { target, seqs: [ofAlice, secret.seq] });
      expect(messages.map(({ seq }) => seq)).toEqual([ofAlice]);
      for (const [op, params] of groupActs(id)) {
        if (op === 'mark.pin.list' || op === 'group.members') continue;
        expect(await answer(bob, op, params)).toMatch(/^\d+ /);
      }
      expect((await alice.ask('msg.find', { target, seqs: [ofAlice] })).messages[0]?.version).toBeUndefined();
    },
  },
  {
    case: 38,
    what: 'keys of merged messages cannot be guessed',
    run: async (arena) => {
      const { client: alice } = await arena.logIn('alice');
      const { client: mallory } = await arena.logIn('mallory');
      const { key } = await alice.ask('msg.merger.put', { messages: '[]' });
      const near = [key.slice(1), `${key}A`, key.toLowerCase(), key.slice(0, -1), '%', `${key} `, key.slice(0, 16)];
      for (const guess of near.filter((each) => each !== key)) {
        expect(await code(mallory.ask('msg.merger.get', { key: guess }))).toBe(ERRORS.messageUnknown.code);
      }
      expect(key).toMatch(/^[\w-]{32}$/);
      const keys = await Promise.all(
        Array.from({ length: 20 }, async () => (await alice.ask('msg.merger.put', { messages: '[]' })).key),
      );
      expect(new Set([key, ...keys]).size).toBe(21);
    },
  },
];

const apps: Row<ServerArena>[] = [
  {
    case: 41,
    what: 'in every operation, as ids that nobody has',
    run: async (arena) => {
      const { target: server } = arena;
      const [{ client: alice }, { client: bob }] = [await arena.logIn('alice'), await arena.logIn('bob')];
      const { id, target, ofBob } = await team(arena, alice, bob);
      const { key } = await alice.ask('msg.merger.put', { messages: '[]' });
      const userSig = server.sig('alice', OTHER_APP);
      server.secret(OTHER_APP.secretKey);
      const { client: twin } = await arena.logIn('alice', { sdkAppId: OTHER_APP.sdkAppId, userSig });
      const before = [await seen(alice, target), await seen(bob, target)];
      const random = 'nobody-has-this';
      const nobody: Target = { type: 'group', id: random };
      const asked = [...acts(target, ofBob), ...groupActs(id)];
      const same = [...acts(nobody, ofBob), ...groupActs(random)];
      for (const [at, [op, params]] of asked.entries()) {
        const told = await answer(twin, op, params);
        expect([op, told.replaceAll(id, random)]).toEqual([op, await answer(twin, op, same[at]?.[1])]);
      }
      expect(await answer(twin, 'msg.merger.get', { key })).toBe(
        await answer(twin, 'msg.merger.get', { key: randomBytes(24).toString('base64url') }),
      );
      // A user of this name and place is another one there.
      for (const [op, params] of acts(BOB, 1)) {
        expect(await answer(twin, op, params)).not.toContain('clientId');
      }
      expect([await seen(alice, target), await seen(bob, target)]).toEqual(before);
    },
  },
];

hostile(() => ServerArena.begin({ apps: [OTHER_APP] }), [...foreign, ...apps]);
