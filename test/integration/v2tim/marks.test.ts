import { createServer, type TimServer } from '@tim-node/server';
import { GetGroupMessageReadMemberListFilter, type V2TimMessage } from 'tim-node/v2tim';
import TencentCloudChat, { type Chat } from 'tim-node/web';
import { within } from '../web/diary.js';
import { Person, valueOf } from './person.js';

const { V2TIM_GROUP_MESSAGE_READ_MEMBERS_FILTER_READ: READ, V2TIM_GROUP_MESSAGE_READ_MEMBERS_FILTER_UNREAD: UNREAD } =
  GetGroupMessageReadMemberListFilter;

/** What is put to messages, between two members of a group and a second instance of one of them. */
describe('Flutter style: receipts, extensions, reactions and pins', () => {
  let server: TimServer;
  let owner: Chat;
  let alice: Person;
  let other: Person;
  let bob: Person;

  beforeEach(async () => {
    server = await createServer({ dataDir: ':memory:', settings: { instances: { Linux: 2, Mac: 2, Windows: 2 } } });
    alice = await new Person('alice').begin(server);
    other = await new Person('alice').begin(server);
    bob = await new Person('bob').begin(server);
    owner = TencentCloudChat.createClient({ SDKAppID: server.sdkAppId, serverURL: server.url });
    await owner.login({ userID: 'owner', userSig: server.genUserSig('owner') });
    const memberList = ['alice', 'bob'].map((userID) => ({ userID }));
    await owner.createGroup({ name: 'g', type: 'Public', groupID: 'g1', memberList });
    await Promise.all([alice, other, bob].map((each) => each.untilReceived(1)));
  });

  afterEach(async () => {
    await Promise.all([alice, other, bob].map(({ manager }) => manager.unInitSDK()));
    await owner.destroy();
    await server.close();
  });

  /** A message of alice to the group, as she and bob have it. */
  async function said(more: object): Promise<{ sent: V2TimMessage; received: V2TimMessage }> {
    const made = await alice.messages.createTextMessage({ text: 'hello' });
    const sent = await alice.send(made, { receiver: '', groupID: 'g1', ...more });
    await bob.untilReceived(2);
    await other.untilReceived(2);
    return { sent, received: bob.received.at(-1) as V2TimMessage };
  }

  test('who has read a message of a group', async () => {
    const { sent, received } = await said({ needReadReceipt: true });
    const { msgID } = sent;
    expect(received.needReadReceipt).toBe(true);
    const [before] = await valueOf(alice.messages.getMessageReadReceipts({ messageIDList: [msgID] }));
    expect(before).toMatchObject({ msgID, groupID: 'g1', readCount: 0, unreadCount: 2 });
    expect((await bob.messages.sendMessageReadReceipts({ messageList: [received] })).code).toBe(0);
    await alice.untilTold(`receipt of ${msgID}`);
    await other.untilTold(`receipt of ${msgID}`);
    const [after] = await valueOf(alice.messages.getMessageReadReceipts({ messageList: [sent] }));
    expect(after).toMatchObject({ readCount: 1, unreadCount: 1 });
    const list = (filter: GetGroupMessageReadMemberListFilter) =>
      valueOf(alice.messages.getGroupMessageReadMemberList({ messageID: msgID, filter }));
    expect(await list(READ)).toMatchObject({ isFinished: true, nextSeq: 0, memberInfoList: [{ userID: 'bob' }] });
    expect((await list(UNREAD)).memberInfoList.map(({ userID }) => userID)).toEqual(['owner']);
    const wrong = { messageID: msgID, filter: READ, nextSeq: 77 };
    expect((await alice.messages.getGroupMessageReadMemberList(wrong)).code).toBe(6017);
    const one = await alice.say('bob', 'just you', { needReadReceipt: true });
    await bob.untilReceived(3);
    expect((await bob.messages.sendMessageReadReceipts({ messageIDList: [one.msgID] })).code).toBe(0);
    const [own] = await valueOf(alice.messages.getMessageReadReceipts({ messageIDList: [one.msgID] }));
    expect(own).toMatchObject({ userID: 'bob', msgID: one.msgID, isPeerRead: true });
    const mixed = { messageIDList: [one.msgID, msgID] };
    expect((await alice.messages.getMessageReadReceipts(mixed)).code).toBe(6017);
  });

  test('keys and values of a message', async () => {
    const { sent, received } = await said({ isSupportMessageExtension: true });
    const { msgID } = sent;
    const extensions = [
      { extensionKey: 'vote', extensionValue: 'yes' },
      { extensionKey: 'note', extensionValue: 'x' },
    ];
    const set = await valueOf(bob.messages.setMessageExtensions({ message: received, extensions }));
    expect(set.map(({ resultCode, extension }) => [resultCode, extension.extensionKey]).toSorted()).toEqual([
      [0, 'note'],
      [0, 'vote'],
    ]);
    for (const each of [alice, other, bob]) await each.untilTold('set vote,note');
    expect(await valueOf(alice.messages.getMessageExtensions({ msgID }))).toEqual(expect.arrayContaining(extensions));
    const [deleted] = await valueOf(alice.messages.deleteMessageExtensions({ msgID, keys: ['note'] }));
    expect(deleted).toMatchObject({ resultCode: 0, extension: { extensionKey: 'note' } });
    await bob.untilTold('deleted note');
    expect(await valueOf(bob.messages.getMessageExtensions({ message: received }))).toEqual([extensions[0]]);
  });

  test('reactions to a message', async () => {
    const { sent, received } = await said({});
    const { msgID } = sent;
    expect((await bob.messages.addMessageReaction({ message: received, reactionID: 'like' })).code).toBe(0);
    for (const each of [alice, other, bob]) await each.untilTold('like 1');
    expect((await alice.messages.addMessageReaction({ msgID, reactionID: 'like' })).code).toBe(0);
    await bob.untilTold('like 2');
    const asked = { msgIDList: [msgID], maxUserCountPerReaction: 1 };
    const [found] = await valueOf(alice.messages.getMessageReactions(asked));
    expect(found).toMatchObject({
      resultCode: 0,
      msgID,
      reactionList: [{ reactionID: 'like', totalUserCount: 2, reactedByMyself: true, partialUserList: [{}] }],
    });
    const page = { msgID, reactionID: 'like', nextSeq: 0, count: 1 };
    const first = await valueOf(alice.messages.getAllUserListOfMessageReaction(page));
    const second = await valueOf(alice.messages.getAllUserListOfMessageReaction({ ...page, nextSeq: first.nextSeq }));
    const users = [...first.userInfoList, ...second.userInfoList].map(({ userID }) => userID);
    expect([users.toSorted(), first.isFinished, second.isFinished]).toEqual([['alice', 'bob'], false, true]);
    expect((await bob.messages.removeMessageReaction({ message: received, reactionID: 'like' })).code).toBe(0);
    const [left] = await valueOf(bob.messages.getMessageReactions(asked));
    expect(left?.reactionList).toMatchObject([{ totalUserCount: 1, reactedByMyself: false }]);
    expect((await alice.messages.getMessageReactions({ ...asked, maxUserCountPerReaction: 11 })).code).toBe(6017);
  });

  test('pinned messages of a group', async () => {
    const { sent, received } = await said({});
    await owner.setGroupMemberRole({ groupID: 'g1', userID: 'alice', role: 'Admin' });
    const pin = { msgID: sent.msgID, groupID: 'g1', isPinned: true };
    expect((await within(alice.messages.pinGroupMessage(pin), 'pin')).code).toBe(0);
    for (const each of [alice, other, bob]) await each.untilTold('pinned hello in g1 by alice');
    const pinned = await valueOf(bob.messages.getPinnedGroupMessageList({ groupID: 'g1' }));
    expect(pinned.map(({ msgID }) => msgID)).toEqual([received.msgID]);
    expect((await alice.messages.pinGroupMessage({ ...pin, isPinned: false })).code).toBe(0);
    await bob.untilTold('unpinned hello in g1 by alice');
    expect(await valueOf(bob.messages.getPinnedGroupMessageList({ groupID: 'g1' }))).toEqual([]);
    expect((await alice.messages.pinGroupMessage({ ...pin, groupID: 'g2' })).code).toBe(6017);
  });

  test('messages that the manager does not know, and nobody logged in', async () => {
    const ref = { msgID: 'alice-1-1' };
    const calls = ({ messages }: Person) => [
      messages.setMessageExtensions({ ...ref, extensions: [] }),
      messages.getMessageExtensions(ref),
      messages.deleteMessageExtensions({ ...ref, keys: [] }),
      messages.addMessageReaction({ ...ref, reactionID: 'x' }),
      messages.removeMessageReaction({ ...ref, reactionID: 'x' }),
      messages.getMessageReactions({ msgIDList: [ref.msgID], maxUserCountPerReaction: 1 }),
      messages.getAllUserListOfMessageReaction({ ...ref, reactionID: 'x', nextSeq: 0, count: 1 }),
      messages.getMessageReadReceipts({ messageIDList: [ref.msgID] }),
      messages.getGroupMessageReadMemberList({ messageID: ref.msgID, filter: READ }),
      messages.pinGroupMessage({ ...ref, groupID: 'g1', isPinned: true }),
    ];
    expect((await Promise.all(calls(alice))).map(({ code }) => code)).toEqual(calls(alice).map(() => 6017));
    await bob.manager.logout();
    expect((await bob.messages.getPinnedGroupMessageList({ groupID: 'g1' })).code).toBe(6014);
    await bob.manager.unInitSDK();
    expect((await Promise.all(calls(bob))).map(({ code }) => code)).toEqual(calls(bob).map(() => 6013));
  });
});
