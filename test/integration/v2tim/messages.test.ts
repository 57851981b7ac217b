import { createServer, type TimServer } from '@tim-node/server';
import { HistoryMsgGetTypeEnum, MessageElemType, MessageStatus } from 'tim-node/v2tim';
import TencentCloudChat from 'tim-node/web';
import { eventually, within } from '../web/diary.js';
import { Person } from './person.js';

describe('Flutter style: messages and conversations', () => {
  let server: TimServer;
  let alice: Person;
  let other: Person;
  let bob: Person;

  beforeEach(async () => {
    server = await createServer({ dataDir: ':memory:', settings: { instances: { Linux: 2, Mac: 2, Windows: 2 } } });
    alice = await new Person('alice').begin(server);
    other = await new Person('alice').begin(server);
    bob = await new Person('bob').begin(server);
  });

  afterEach(async () => {
    await Promise.all([alice, other, bob].map(({ manager }) => manager.unInitSDK()));
    await server.close();
  });

  test('sent, received, read back, and seen by the other instance', async () => {
    const { data: made } = await alice.messages.createTextMessage({ text: 'hello' });
    expect(made?.messageInfo).toMatchObject({ msgID: '', status: MessageStatus.V2TIM_MSG_STATUS_SENDING });
    const options = { id: made?.id, receiver: 'bob', groupID: '', cloudCustomData: 'c' };
    const { data: sent } = await within(alice.messages.sendMessage(options), 'send');
    expect(sent).toMatchObject({
      elemType: MessageElemType.V2TIM_ELEM_TYPE_TEXT,
      textElem: { text: 'hello' },
      sender: 'alice',
      userID: 'bob',
      seq: '1',
      isSelf: true,
      cloudCustomData: 'c',
      status: MessageStatus.V2TIM_MSG_STATUS_SEND_SUCC,
    });
    await eventually(() => bob.received.length + other.received.length === 2, 'the message');
    expect(bob.received[0]).toEqual({ ...sent, userID: 'alice', isSelf: false, isRead: false });
    expect(other.received).toEqual([sent]);
    await alice.say('bob', 'second');
    await eventually(() => bob.received.length === 2, 'the second');
    const older = await bob.messages.getC2CHistoryMessageList({ userID: 'alice', count: 10 });
    expect(older.data?.map(({ textElem }) => textElem?.text)).toEqual(['second', 'hello']);
    const newer = { userID: 'alice', count: 10, getType: HistoryMsgGetTypeEnum.V2TIM_GET_CLOUD_NEWER_MSG };
    const { data: page } = await bob.messages.getHistoryMessageListV2({ ...newer, lastMsgID: sent?.msgID });
    expect(page).toMatchObject({ isFinished: true, messageList: [{ textElem: { text: 'second' } }] });
    expect((await alice.messages.sendMessage(options)).code).toBe(6017);
    expect((await bob.messages.getHistoryMessageList({ count: 1 })).code).toBe(6017);
  });

  test('other contents, and the Web style sees the same', async () => {
    const chat = TencentCloudChat.createClient({ SDKAppID: server.sdkAppId, serverURL: server.url });
    const types: unknown[] = [];
    chat.on(TencentCloudChat.EVENT.MESSAGE_RECEIVED, ({ data }) => types.push(...data.map(({ payload }) => payload)));
    await chat.login({ userID: 'bob', userSig: server.genUserSig('bob') });
    const { messages } = alice;
    const made = [
      await messages.createCustomMessage({ data: 'd', extension: 'e' }),
      await messages.createFaceMessage({ index: 1, data: 'f' }),
      await messages.createLocationMessage({ desc: 'here', longitude: 1, latitude: 2 }),
    ];
    for (const { data } of made) {
      expect((await within(messages.sendMessage({ id: data?.id, receiver: 'bob', groupID: '' }), 'send')).code).toBe(0);
    }
    await eventually(() => types.length === 3 && bob.received.length === 3, 'all three');
    expect(types).toEqual([
      { data: 'd', description: '', extension: 'e' },
      { index: 1, data: 'f' },
      { description: 'here', longitude: 1, latitude: 2 },
    ]);
    expect(
      bob.received.map(({ customElem, faceElem, locationElem }) => customElem ?? faceElem ?? locationElem),
    ).toEqual([
      { data: 'd', desc: '', extension: 'e' },
      { index: 1, data: 'f' },
      { desc: 'here', longitude: 1, latitude: 2 },
    ]);
    await chat.destroy();
  });

  test('taken back, modified, deleted, read', async () => {
    const message = await alice.say('bob', 'first', { needReadReceipt: true });
    await eventually(() => bob.received.length === 1, 'the message');
    expect((await bob.messages.sendMessageReadReceipts({ messageList: bob.received })).code).toBe(0);
    await alice.untilTold(`receipt of ${message.msgID}`);
    if (message.textElem !== undefined) message.textElem.text = 'second';
    const { data: change } = await alice.messages.modifyMessage({ message });
    expect(change).toMatchObject({ code: 0, message: { textElem: { text: 'second' } } });
    await bob.untilTold('modified second');
    await other.untilTold('modified second');
    expect((await bob.messages.markC2CMessageAsRead({ userID: 'alice' })).code).toBe(0);
    await alice.untilTold('read by bob');
    expect((await alice.messages.revokeMessage({ msgID: message.msgID })).code).toBe(0);
    await bob.untilTold(`revoked ${message.msgID} by alice`);
    await other.untilTold(`revoked ${message.msgID} by alice`);
    await alice.say('bob', 'third');
    await eventually(() => bob.received.length === 2, 'the third');
    expect((await bob.messages.deleteMessages({ msgIDs: [bob.received[1]?.msgID ?? ''] })).code).toBe(0);
    const { data: left } = await bob.messages.getC2CHistoryMessageList({ userID: 'alice', count: 10 });
    expect(left).toMatchObject([
      { status: MessageStatus.V2TIM_MSG_STATUS_LOCAL_REVOKED, revokerInfo: { userID: 'alice' } },
    ]);
    expect((await bob.messages.clearC2CHistoryMessage({ userID: 'alice' })).code).toBe(0);
    expect((await bob.messages.getC2CHistoryMessageList({ userID: 'alice', count: 10 })).data).toEqual([]);
    expect((await alice.messages.revokeMessage({ msgID: 'none' })).code).toBe(6017);
  });

  test('conversations', async () => {
    const { conversations } = bob;
    expect((await conversations.getTotalUnreadMessageCount()).data).toBe(0);
    await alice.say('bob', 'hello');
    await bob.untilTold('new c2c_alice');
    await bob.untilTold('unread 1');
    const conversationID = 'c2c_alice';
    const conversationIDList = [conversationID];
    expect((await conversations.getConversation({ conversationID })).data).toMatchObject({
      conversationID,
      type: 1,
      userID: 'alice',
      unreadCount: 1,
      lastMessage: { textElem: { text: 'hello' } },
    });
    expect((await conversations.pinConversation({ conversationID, isPinned: true })).code).toBe(0);
    expect((await conversations.setConversationCustomData({ customData: 'own', conversationIDList })).data).toEqual([
      { conversationID, resultCode: 0, resultInfo: '' },
    ]);
    await conversations.markConversation({ markType: 2, enableMark: true, conversationIDList });
    await conversations.setConversationDraft({ conversationID, draftText: 'dear' });
    await conversations.createConversationGroup({ groupName: 'work', conversationIDList });
    await bob.untilTold('group work of 1');
    expect((await conversations.getConversationGroupList()).data).toEqual(['work']);
    const { data: page } = await conversations.getConversationList({ nextSeq: '0', count: 10 });
    expect(page).toMatchObject({ nextSeq: '1', isFinished: true });
    expect(page?.conversationList).toMatchObject([
      { isPinned: true, customData: 'own', markList: [2], draftText: 'dear', conversationGroupList: ['work'] },
    ]);
    const filter = { conversationGroup: 'none' };
    const { data: none } = await conversations.getConversationListByFilter({ filter, nextSeq: 0, count: 10 });
    expect(none?.conversationList).toEqual([]);
    const clean = { conversationID, cleanTimestamp: 0, cleanSequence: 0 };
    expect((await conversations.cleanConversationUnreadMessageCount(clean)).code).toBe(0);
    await bob.untilTold('unread 0');
    expect((await conversations.deleteConversation({ conversationID })).code).toBe(0);
    await bob.untilTold('gone c2c_alice');
    expect((await conversations.getConversation({ conversationID })).code).toBe(50002);
    expect((await conversations.pinConversation({ conversationID: 'alice', isPinned: true })).code).toBe(6017);
    await bob.manager.logout();
    expect((await conversations.getConversationGroupList()).code).toBe(6014);
    await bob.manager.unInitSDK();
    expect((await conversations.getConversationGroupList()).code).toBe(6013);
  });
});
