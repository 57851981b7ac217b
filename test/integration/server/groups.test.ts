import {
  ERRORS,
  type CreateGroupParams,
  type GroupTipElem,
  type GroupType,
  type LogEntry,
  type ModifyMemberParams,
} from '@tim-node/protocol';
import type { TimServer } from '@tim-node/server';
import { genUserSig } from 'tim-node/usersig';
import { logIn, message, messageOf, refusal, textOf, type RawClient } from '../../support/raw-client.js';
import { servers } from '../../support/server.js';

const { start } = servers();

/** A server and clients of these users on it. */
async function people<N extends string>(
  ...names: N[]
): Promise<Record<N, RawClient> & { server: TimServer; close(): Promise<void> }> {
  const server = await start();
  const clients: RawClient[] = [];
  for (const name of names) clients.push((await logIn(server, name)).client);
  const byName = Object.fromEntries(names.map((name, at) => [name, clients[at]])) as unknown as Record<N, RawClient>;
  const close = async (): Promise<void> => {
    await Promise.all(clients.map((client) => client.close()));
  };
  return Object.assign(byName, { server, close });
}

/** Makes a group; whoever is named is in it from the start. */
async function make(
  owner: RawClient,
  type: GroupType,
  members: string[] = [],
  more: Partial<CreateGroupParams> = {},
): Promise<string> {
  const named = members.map((user) => ({ user, role: 'member' as const }));
  const made = await owner.ask('group.create', { type, name: 'us', joinOption: 'any', members: named, ...more });
  return made.groupId;
}

const say = (client: RawClient, group: string, text: string) =>
  client.ask('msg.send', message('', text, { target: { type: 'group', id: group } }));

/** What an entry says, in a word or two. */
function word(entry: LogEntry): string {
  if (entry.kind === 'membership') return `${entry.change} by ${entry.by}`;
  if (entry.kind !== 'message') return entry.kind;
  const [elem] = entry.message.body.elems;
  return elem?.type === 'groupTip' ? `${elem.tip} ${elem.users.join(' ')}`.trim() : (textOf(entry.message) ?? '');
}

const words = async (client: RawClient, count: number): Promise<string[]> => (await client.entryCount(count)).map(word);

function tipOf(entry: LogEntry | undefined): GroupTipElem {
  const [elem] = messageOf(entry).body.elems;
  if (elem?.type !== 'groupTip') throw new Error('not a tip');
  return elem;
}

const code = async (request: Promise<unknown>): Promise<number> => (await refusal(request)).code;

test('who is in a group from the start hears of it, and everybody gets what is written', async () => {
  const { alice, bob, carol, close } = await people('alice', 'bob', 'carol');
  const group = await make(alice, 'Private', ['bob', 'carol']);
  expect(group).toMatch(/^@TGS#[A-Z2-7]{16}$/);
  expect(await say(bob, group, 'hello')).toMatchObject({ seq: 2 });
  expect(await words(alice, 3)).toEqual(['joined by alice', 'invite bob carol', 'hello']);
  expect(await words(bob, 3)).toEqual(['invited by alice', 'invite bob carol', 'hello']);
  const [membership, tip, hello] = await carol.entryCount(3);
  const target = { type: 'group', id: group };
  expect(membership).toMatchObject({ kind: 'membership', target, change: 'invited' });
  expect(messageOf(tip)).toMatchObject({ target, seq: 1, sender: 'alice', body: { uncounted: true } });
  expect(tipOf(tip)).toEqual({ type: 'groupTip', tip: 'invite', by: 'alice', users: ['bob', 'carol'], memberCount: 3 });
  expect(messageOf(hello)).toMatchObject({ target, seq: 2, sender: 'bob' });
  await close();
});

test('joining and quitting: the others are told, who left hears nothing more and may not write', async () => {
  const { alice, bob, close } = await people('alice', 'bob');
  const group = await make(alice, 'Public', [], { id: 'club' });
  expect(group).toBe('club');
  await say(alice, group, 'before');
  expect(await bob.ask('group.join', { groupId: group, words: 'hi' })).toEqual({ joined: true });
  expect(await code(bob.ask('group.join', { groupId: group, words: '' }))).toBe(ERRORS.groupAlreadyMember.code);
  await say(bob, group, 'I am bob');
  await bob.ask('group.quit', { groupId: group });
  await say(alice, group, 'gone?');
  expect(await code(say(bob, group, 'no'))).toBe(ERRORS.groupDenied.code);
  expect(await code(bob.ask('group.quit', { groupId: group }))).toBe(ERRORS.groupDenied.code);
  const told = ['joined by alice', 'before', 'join bob', 'I am bob', 'quit bob', 'gone?'];
  expect(await words(alice, told.length)).toEqual(told);
  await bob.send('bob', 'note');
  const heard = ['joined by bob', 'join bob', 'I am bob', 'quit by bob', 'conversationRemoved', 'note'];
  expect(await words(bob, heard.length)).toEqual(heard);
  await close();
});

test('all instances of a member are told, and what was missed is in the log', async () => {
  const { alice, bob, server, close } = await people('alice', 'bob');
  const second = await logIn(server, 'bob', { platform: 'Web', instanceId: 'web' });
  const group = await make(alice, 'Private', ['bob']);
  expect(await words(second.client, 2)).toEqual(['invited by alice', 'invite bob']);
  await second.client.close();
  await bob.ask('group.quit', { groupId: group });
  const back = await logIn(server, 'bob', { platform: 'Web', instanceId: 'web' });
  const { epoch } = back.session;
  const { entries } = await back.client.ask('sync.pull', { epoch, after: 2, limit: 10 });
  expect(entries.map(word)).toEqual(['quit by bob', 'conversationRemoved']);
  await Promise.all([back.client.close(), close()]);
});

test('kicking: only who leads, and the one who was sent away knows by whom', async () => {
  const { alice, bob, carol, close } = await people('alice', 'bob', 'carol');
  const group = await make(alice, 'Public', ['bob', 'carol']);
  const kick = (client: RawClient, ...users: string[]) =>
    client.ask('group.kick', { groupId: group, users, reason: '' });
  expect(await code(kick(bob, 'carol'))).toBe(ERRORS.groupDenied.code);
  await alice.ask('group.member.modify', { groupId: group, user: 'bob', role: 'admin' });
  expect(await kick(bob, 'carol', 'alice', 'bob', 'nobody', 'carol')).toEqual({
    results: [
      { user: 'carol', result: 1 },
      { user: 'alice', result: 0 },
      { user: 'bob', result: 0 },
      { user: 'nobody', result: 0 },
    ],
  });
  expect(await words(alice, 4)).toEqual(['joined by alice', 'invite bob carol', 'setAdmin bob', 'kick carol']);
  const heard = ['invited by alice', 'invite bob carol', 'setAdmin bob', 'kicked by bob', 'conversationRemoved'];
  expect(await words(carol, heard.length)).toEqual(heard);
  await close();
});

test('a group that was dismissed is gone for all, and its id is not given away', async () => {
  const { alice, bob, close } = await people('alice', 'bob');
  const group = await make(alice, 'Public', ['bob'], { id: 'club' });
  expect(await code(bob.ask('group.dismiss', { groupId: group }))).toBe(ERRORS.groupDenied.code);
  await alice.ask('group.dismiss', { groupId: group });
  expect((await words(alice, 4)).slice(2)).toEqual(['dismissed by alice', 'conversationRemoved']);
  expect((await words(bob, 4)).slice(2)).toEqual(['dismissed by alice', 'conversationRemoved']);
  for (const request of [say(alice, group, 'x'), bob.ask('group.join', { groupId: group, words: '' })]) {
    expect(await code(request)).toBe(ERRORS.groupUnknown.code);
  }
  expect(await code(make(bob, 'Public', [], { id: 'club' }))).toBe(ERRORS.groupIdTaken.code);
  expect(await alice.ask('group.joined', {})).toEqual({ results: [] });
  await close();
});

test('who was muted may not write until the time is over', async () => {
  const { alice, bob, close } = await people('alice', 'bob');
  const group = await make(alice, 'ChatRoom', ['bob']);
  const mute = (more: Partial<ModifyMemberParams>) =>
    alice.ask('group.member.modify', { groupId: group, user: 'bob', ...more });
  await mute({ muteFor: 60 });
  expect(await code(say(bob, group, 'mmh'))).toBe(ERRORS.groupMuted.code);
  await mute({ muteFor: 0 });
  await say(bob, group, 'ah');
  const entries = await bob.entryCount(5);
  expect(entries.map(word)).toEqual(['invited by alice', 'invite bob', 'memberInfo bob', 'memberInfo bob', 'ah']);
  const [muted, unmuted] = [tipOf(entries[2]), tipOf(entries[3])];
  expect(muted.muted?.[0]?.until).toBeGreaterThan(messageOf(entries[2]).time);
  expect(unmuted.muted).toEqual([{ user: 'bob', until: 0 }]);
  await close();
});

const history = async (client: RawClient, group: string): Promise<string[]> => {
  const target = { type: 'group', id: group } as const;
  const { messages } = await client.ask('msg.list', { target, limit: 50, forward: true });
  return messages.map((each) => textOf(each) ?? 'tip');
};

test('who joins a chat room reads what was written before, who joins another group does not', async () => {
  const { alice, bob, close } = await people('alice', 'bob');
  for (const [type, seen] of [
    ['ChatRoom', ['before', 'tip', 'after']],
    ['Public', ['tip', 'after']],
  ] as const) {
    const group = await make(alice, type);
    await say(alice, group, 'before');
    expect(await code(history(bob, group))).toBe(ERRORS.groupDenied.code);
    await bob.ask('group.join', { groupId: group, words: '' });
    await say(alice, group, 'after');
    expect(await history(bob, group)).toEqual(seen);
  }
  await close();
});

test('ids are what they are, whatever they look like; what is no id is refused', async () => {
  const { alice, bob, close } = await people('alice', 'bob');
  for (const id of [
    '__proto__',
    'constructor',
    'toString',
    'c2c:alice:bob',
    "'; drop table groups; --",
    'a b%_?',
    '0',
  ]) {
    expect(await make(alice, 'Public', ['bob'], { id })).toBe(id);
    expect(await say(bob, id, 'x')).toMatchObject({ seq: 2 });
    const { results } = await bob.ask('group.info', { groups: [id] });
    expect(results).toMatchObject([{ groupId: id, code: 0, group: { id, memberCount: 2 }, self: { user: 'bob' } }]);
  }
  for (const id of ['@TGS#mine', 'é', '\n', 'x'.repeat(49)]) {
    expect(await code(make(alice, 'Public', [], { id }))).toBe(ERRORS.groupIdInvalid.code);
  }
  expect(await code(alice.request('group.create', { type: 'Public', id: '', members: [] }))).toBe(6017);
  expect(await code(make(alice, 'AVChatRoom'))).toBe(ERRORS.notSupported.code);
  expect(await code(make(alice, 'Public', ['nobody']))).toBe(ERRORS.groupAccountUnknown.code);
  expect(await code(make(alice, 'Public', [], { name: 'x'.repeat(101) }))).toBe(ERRORS.groupInvalid.code);
  const owner = { user: 'bob', role: 'owner' as const };
  expect(await code(make(alice, 'Public', [], { members: [owner] }))).toBe(ERRORS.groupInvalid.code);
  await close();
});

test('groups of another app are as good as none', async () => {
  const key = 'k'.repeat(64);
  const server = await start({ apps: [{ sdkAppId: 77, secretKey: key }] });
  const { client: alice } = await logIn(server, 'alice');
  await make(alice, 'Public', [], { id: 'club' });
  const userSig = genUserSig({ sdkAppId: 77, secretKey: key, userId: 'alice' });
  const { client: other } = await logIn(server, 'alice', { sdkAppId: 77, userSig });
  const { results } = await other.ask('group.info', { groups: ['club', 'nothing'] });
  expect(results.map((each) => [each.code, each.group])).toEqual([
    [ERRORS.groupUnknown.code, undefined],
    [ERRORS.groupUnknown.code, undefined],
  ]);
  const ref = { groupId: 'club' };
  for (const request of [
    other.ask('group.join', { ...ref, words: '' }),
    other.ask('group.dismiss', ref),
    other.ask('group.members', { ...ref, limit: 10 }),
    other.ask('group.modify', { ...ref, name: 'mine' }),
    say(other, 'club', 'x'),
  ]) {
    expect(await code(request)).toBe(ERRORS.groupUnknown.code);
  }
  expect(await make(other, 'Public', [], { id: 'club' })).toBe('club');
  expect(await alice.entryCount(1)).toHaveLength(1);
  await Promise.all([alice.close(), other.close()]);
});

test('of a private group only its members hear; where somebody has to agree, the leaders of the group are told', async () => {
  const { alice, bob, close } = await people('alice', 'bob');
  const group = await make(alice, 'Private');
  const { results } = await bob.ask('group.info', { groups: [group] });
  expect(results).toEqual([{ groupId: group, code: ERRORS.groupDenied.code, desc: ERRORS.groupDenied.meaning }]);
  expect(await code(bob.ask('group.join', { groupId: group, words: '' }))).toBe(ERRORS.groupDenied.code);
  const asking = await make(alice, 'Public', [], { joinOption: 'auth' });
  expect(await bob.ask('group.join', { groupId: asking, words: 'please' })).toEqual({ joined: false });
  const [entry] = (await alice.entryCount(3)).slice(2);
  expect(entry).toMatchObject({
    kind: 'application',
    target: { type: 'group', id: asking },
    application: { kind: 'join', user: 'bob', by: 'bob', words: 'please', state: 'open', handledBy: '' },
  });
  await close();
});
