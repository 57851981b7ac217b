import TencentCloudChat, { type Conversation } from 'tim-node/web';
import { eventually, within } from './diary.js';
import { failure, Person } from './person.js';
import { World } from './world.js';

const { EVENT, TYPES } = TencentCloudChat;
const WITH_ALICE = 'C2Calice';
const WITH_BOB = 'C2Cbob';

describe('Web conversations', () => {
  let world: World;
  let alice: Person;
  let bob: Person;
  let bobs: Person;

  beforeEach(async () => {
    world = await World.start({ settings: { instances: { Web: 2 } } });
    alice = await Person.at(world, 'alice');
    bob = await Person.at(world, 'bob');
    bobs = await Person.at(world, 'bob');
  });

  afterEach(async () => {
    await world.end();
  });

  async function listOf({ chat }: Person, options?: Parameters<Person['chat']['getConversationList']>[0]) {
    return (await within(chat.getConversationList(options), 'conversations')).data.conversationList;
  }

  async function one(person: Person, id: string): Promise<Conversation> {
    await eventually(() => person.told(EVENT.CONVERSATION_LIST_UPDATED).length > 0, 'a list');
    const [found] = await listOf(person, [id]);
    if (found === undefined) throw new Error(`${person.userID} has no conversation ${id}`);
    return found;
  }

  test('a list, its events, and reading', async () => {
    expect(await listOf(bob)).toEqual([]);
    const message = await alice.say('bob', 'hello');
    await bob.untilReceived(1);
    const conversation = await one(bob, WITH_ALICE);
    expect(conversation).toMatchObject({
      conversationID: WITH_ALICE,
      type: TYPES.CONV_C2C,
      unreadCount: 1,
      isPinned: false,
      messageRemindType: TYPES.MSG_REMIND_ACPT_AND_NOTE,
      userProfile: { userID: 'alice' },
      lastMessage: {
        lastTime: message.time,
        lastSequence: 1,
        fromAccount: 'alice',
        messageForShow: 'hello',
        type: TYPES.MSG_TEXT,
        payload: { text: 'hello' },
      },
    });
    expect(bob.chat.getTotalUnreadMessageCount()).toBe(1);
    expect(bob.told(EVENT.TOTAL_UNREAD_MESSAGE_COUNT_UPDATED)).toEqual([1]);
    expect(await one(bob, WITH_ALICE)).toBe(conversation);
    await within(bob.chat.setMessageRead({ conversationID: WITH_ALICE }), 'read');
    for (const each of [bob, bobs]) {
      await eventually(() => each.told(EVENT.TOTAL_UNREAD_MESSAGE_COUNT_UPDATED).at(-1) === 0, 'nothing unread');
      expect((await one(each, WITH_ALICE)).unreadCount).toBe(0);
    }
    expect(conversation.unreadCount).toBe(0);
    await alice.untilTold(EVENT.MESSAGE_READ_BY_PEER);
    expect(alice.told(EVENT.MESSAGE_READ_BY_PEER)).toMatchObject([[{ ID: message.ID, isPeerRead: true }]]);
    expect(message.isPeerRead).toBe(true);
    const mine = await one(alice, WITH_BOB);
    await eventually(() => mine.lastMessage.isPeerRead, 'the last message to be read');
    const second = await alice.say('bob', 'again');
    await alice.chat.logout();
    await world.login(alice.chat, 'alice');
    const { data } = await within(alice.chat.getMessageList({ conversationID: WITH_BOB }), 'history');
    expect(data.messageList.map(({ ID, isPeerRead }) => [ID, isPeerRead])).toEqual([
      [message.ID, true],
      [second.ID, false],
    ]);
  });

  test('pinned, marked, with data and a draft; seen by the other instance but for the draft', async () => {
    await alice.say('bob', 'hello');
    const carol = await Person.at(world, 'carol');
    await carol.say('bob', 'hello too');
    await bobs.untilReceived(2);
    await bob.untilReceived(2);
    const { chat } = bob;
    expect((await listOf(bob)).map(({ conversationID }) => conversationID).toSorted()).toEqual([
      WITH_ALICE,
      'C2Ccarol',
    ]);
    const conversationID = WITH_ALICE;
    const conversationIDList = [WITH_ALICE, 'C2Cnobody', 'nonsense'];
    const pinned = await within(chat.pinConversation({ conversationID, isPinned: true }), 'pin');
    expect(pinned.data).toEqual({ conversationID });
    const markType = TYPES.CONV_MARK_TYPE_STAR;
    const marked = await within(chat.markConversation({ conversationIDList, markType, enableMark: true }), 'mark');
    expect(marked.data.successConversationIDList).toEqual([WITH_ALICE]);
    expect(marked.data.failureConversationIDList.map((each) => each.conversationID)).toEqual(['C2Cnobody', 'nonsense']);
    const big = { conversationIDList: [WITH_ALICE], markType: 2 ** 40, enableMark: true };
    await within(chat.markConversation(big), 'mark');
    const custom = { conversationIDList: [WITH_ALICE], customData: 'own' };
    await within(chat.setConversationCustomData(custom), 'custom data');
    const draft = await within(chat.setConversationDraft({ conversationID, draftText: 'dear al' }), 'draft');
    expect(draft.data.conversation).toMatchObject({ draftText: 'dear al' });
    expect((await failure(chat.setConversationDraft({ conversationID: 'C2Cnobody', draftText: 'x' }))).code).toBe(2500);
    const known = { isPinned: true, markList: [1, 2 ** 40], customData: 'own' };
    await eventually(() => bobs.told(EVENT.CONVERSATION_LIST_UPDATED).length > 0, 'a list');
    const there = await one(bobs, WITH_ALICE);
    await eventually(() => there.customData === 'own', 'the other instance');
    expect(there).toMatchObject({ ...known, draftText: '' });
    expect((await listOf(bob))[0]).toMatchObject({ conversationID: WITH_ALICE, ...known, draftText: 'dear al' });
    expect((await listOf(bob, { markType })).map((each) => each.conversationID)).toEqual([WITH_ALICE]);
    expect(await listOf(bob, { type: TYPES.CONV_GROUP })).toEqual([]);
    expect(await listOf(bob, { hasUnreadCount: true })).toHaveLength(2);
    expect(await listOf(bob, [])).toEqual([]);
    await within(chat.setConversationDraft({ conversationID, draftText: '' }), 'no draft');
    expect((await one(bob, WITH_ALICE)).draftText).toBe('');
  });

  test('sorted into groups', async () => {
    await alice.say('bob', 'hello');
    await bob.untilReceived(1);
    await bobs.untilReceived(1);
    const { chat } = bob;
    const made = await within(
      chat.createConversationGroup({ groupName: 'work', conversationIDList: [WITH_ALICE] }),
      'group',
    );
    expect(made.data).toEqual({ successConversationIDList: [WITH_ALICE], failureConversationIDList: [] });
    await bobs.untilTold(EVENT.CONVERSATION_GROUP_LIST_UPDATED);
    expect(bobs.told(EVENT.CONVERSATION_GROUP_LIST_UPDATED)).toEqual([['work']]);
    expect((await one(bobs, WITH_ALICE)).conversationGroupList).toEqual(['work']);
    expect(bobs.told(EVENT.CONVERSATION_IN_GROUP_UPDATED)).toMatchObject([
      { groupName: 'work', conversationList: [{ conversationID: WITH_ALICE }] },
    ]);
    await within(chat.renameConversationGroup({ oldName: 'work', newName: 'play' }), 'rename');
    expect((await within(chat.getConversationGroupList(), 'groups')).data).toEqual(['play']);
    expect((await listOf(bob, { groupName: 'play' })).map((each) => each.conversationID)).toEqual([WITH_ALICE]);
    const filed = { groupName: 'play', conversationIDList: [WITH_ALICE] };
    await within(chat.deleteConversationsFromGroup(filed), 'out');
    expect((await one(bob, WITH_ALICE)).conversationGroupList).toEqual([]);
    await within(chat.addConversationsToGroup(filed), 'in');
    expect((await one(bob, WITH_ALICE)).conversationGroupList).toEqual(['play']);
    await within(chat.deleteConversationGroup('play'), 'delete');
    await eventually(() => bobs.told(EVENT.CONVERSATION_GROUP_LIST_UPDATED).length === 3, 'the other instance');
    expect(bobs.told(EVENT.CONVERSATION_GROUP_LIST_UPDATED).at(-1)).toEqual([]);
    expect((await one(bob, WITH_ALICE)).conversationGroupList).toEqual([]);
  });

  test('silenced, deleted, and all read at once', async () => {
    const carol = await Person.at(world, 'carol');
    await alice.say('bob', 'one');
    await carol.say('bob', 'two');
    await bob.untilReceived(2);
    const { chat } = bob;
    const silence = { userIDList: ['alice'], messageRemindType: TYPES.MSG_REMIND_ACPT_NOT_NOTE };
    const silenced = await within(chat.setMessageRemindType(silence), 'silence');
    expect(silenced.data).toEqual({ successUserIDList: ['alice'], failureUserIDList: [] });
    expect((await one(bob, WITH_ALICE)).messageRemindType).toBe(TYPES.MSG_REMIND_ACPT_NOT_NOTE);
    expect(chat.getTotalUnreadMessageCount()).toBe(1);
    await within(chat.setAllMessageRead({ scope: TYPES.READ_ALL_MSG }), 'all read');
    expect((await listOf(bob)).map(({ unreadCount }) => unreadCount)).toEqual([0, 0]);
    const gone = await within(chat.deleteConversation(WITH_ALICE), 'delete');
    expect(gone.data).toEqual({ conversationID: WITH_ALICE });
    for (const each of [bob, bobs]) {
      await eventually(
        () => (each.told(EVENT.CONVERSATION_LIST_UPDATED).at(-1) as unknown[]).length === 1,
        'one is left',
      );
    }
    const history = await within(chat.getMessageList({ conversationID: WITH_ALICE }), 'history');
    expect(history.data.messageList).toEqual([]);
    expect((await failure(chat.deleteConversation('C2Cnobody'))).code).toBe(2500);
    const profile = await within(chat.getConversationProfile(WITH_ALICE), 'profile');
    expect(profile.data.conversation).toMatchObject({ conversationID: WITH_ALICE, unreadCount: 0 });
    const list = await within(
      chat.deleteConversation({ conversationIDList: ['C2Ccarol'], clearHistoryMessage: false }),
      'x',
    );
    expect(list.data).toEqual({ conversationIDList: ['C2Ccarol'] });
    const kept = await within(chat.getMessageList({ conversationID: 'C2Ccarol' }), 'history');
    expect(kept.data.messageList).toHaveLength(1);
  });

  test('whose messages are not wanted: nobody tells of them, and the history has them', async () => {
    const carol = await Person.at(world, 'carol');
    const { chat } = bob;
    const discard = { userIDList: ['alice'], messageRemindType: TYPES.MSG_REMIND_DISCARD };
    await within(chat.setMessageRemindType(discard), 'discard');
    await alice.say('bob', 'unwanted');
    await carol.say('bob', 'wanted');
    await bob.untilReceived(1);
    expect(bob.texts).toEqual(['wanted']);
    const { data } = await within(chat.getMessageList({ conversationID: WITH_ALICE }), 'history');
    expect(data.messageList.map(({ payload }) => payload)).toEqual([{ text: 'unwanted' }]);
    await within(
      chat.setMessageRemindType({ ...discard, messageRemindType: TYPES.MSG_REMIND_ACPT_AND_NOTE }),
      'welcome',
    );
    await alice.say('bob', 'wanted again');
    await bob.untilReceived(2);
    expect(bob.texts).toEqual(['wanted', 'wanted again']);
  });

  test('quiet hours', async () => {
    const { chat } = bob;
    const hours = { messageRemindType: TYPES.MSG_REMIND_ACPT_NOT_NOTE, startHour: 22, duration: 8 * 3600 };
    await within(chat.setAllReceiveMessageOpt(hours), 'set');
    const { data } = await within(chat.getAllReceiveMessageOpt(), 'get');
    expect(data).toMatchObject({ messageRemindType: TYPES.MSG_REMIND_ACPT_NOT_NOTE, isRepeated: true });
    expect(data.endTime - data.startTime).toBe(8 * 3600);
    expect(new Date(data.startTime * 1000).getHours()).toBe(22);
    await bobs.untilTold(EVENT.ALL_RECEIVE_MESSAGE_OPT_UPDATED);
    expect(bobs.told(EVENT.ALL_RECEIVE_MESSAGE_OPT_UPDATED)).toEqual([data]);
    expect(() => chat.setAllReceiveMessageOpt({ startHour: 25 })).toThrow(/time of the day/);
  });

  test('a group, with who mentions whom', async () => {
    const memberList = [{ userID: 'bob' }];
    const { data } = await within(alice.chat.createGroup({ name: 'Tea', type: TYPES.GRP_PUBLIC, memberList }), 'group');
    const { groupID } = data.group;
    const options = { to: groupID, conversationType: TYPES.CONV_GROUP };
    const payload = { text: '@bob', atUserList: ['bob'] };
    const mention = await alice.send(alice.chat.createTextAtMessage({ ...options, payload }));
    await eventually(() => bob.received.some(({ ID }) => ID === mention.ID), 'the mention');
    const conversation = await one(bob, `GROUP${groupID}`);
    await eventually(() => conversation.groupProfile?.name === 'Tea', 'the name of the group');
    expect(conversation).toMatchObject({
      type: TYPES.CONV_GROUP,
      subType: TYPES.GRP_PUBLIC,
      unreadCount: 1,
      groupAtInfoList: [{ groupID, messageSequence: mention.sequence, atTypeArray: [TYPES.CONV_AT_ME] }],
    });
    const profile = await within(bob.chat.getConversationProfile(`GROUP${groupID}`), 'profile');
    expect(profile.data.conversation.groupProfile).toMatchObject({ memberCount: 2, selfInfo: { userID: 'bob' } });
    await within(bob.chat.quitGroup(groupID), 'quit');
    await eventually(
      () => (bob.told(EVENT.CONVERSATION_LIST_UPDATED).at(-1) as unknown[]).length === 0,
      'the list is empty',
    );
  });
});
