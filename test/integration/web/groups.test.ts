import TencentCloudChat, { type Group } from 'tim-node/web';
import { eventually, within } from './diary.js';
import { failure, Person } from './person.js';
import { World } from './world.js';

const { EVENT, TYPES } = TencentCloudChat;

describe('Web groups', () => {
  let world: World;
  let alice: Person;
  let bob: Person;

  beforeEach(async () => {
    world = await World.start({ settings: { instances: { Web: 2 } } });
    alice = await Person.at(world, 'alice');
    bob = await Person.at(world, 'bob');
  });

  afterEach(async () => {
    await world.end();
  });

  async function madeBy({ chat }: Person, more: object = {}): Promise<Group> {
    const { data } = await within(chat.createGroup({ name: 'Tea', type: TYPES.GRP_PUBLIC, ...more }), 'a group');
    return data.group;
  }

  test('made, found, joined, left and dismissed', async () => {
    const group = await madeBy(alice, { groupID: 'tea', joinOption: TYPES.JOIN_OPTIONS_FREE_ACCESS, avatar: 'cup' });
    expect(group).toMatchObject({
      groupID: 'tea',
      name: 'Tea',
      avatar: 'cup',
      type: TYPES.GRP_PUBLIC,
      ownerID: 'alice',
      memberCount: 1,
      joinOption: TYPES.JOIN_OPTIONS_FREE_ACCESS,
      selfInfo: { userID: 'alice', role: TYPES.GRP_MBR_ROLE_OWNER },
    });
    const found = await within(bob.chat.searchGroupByID('tea'), 'search');
    expect(found.data.group).toMatchObject({ groupID: 'tea', name: 'Tea', ownerID: 'alice' });
    const joined = await within(bob.chat.joinGroup({ groupID: 'tea' }), 'join');
    expect(joined.data).toMatchObject({ status: TYPES.JOIN_STATUS_SUCCESS, group: { groupID: 'tea', memberCount: 2 } });
    const again = await within(bob.chat.joinGroup({ groupID: 'tea' }), 'join');
    expect(again.data.status).toBe(TYPES.JOIN_STATUS_ALREADY_IN_GROUP);
    for (const one of [alice, bob]) {
      await one.untilTold(EVENT.GROUP_LIST_UPDATED);
      const { data } = await within(one.chat.getGroupList(), 'groups');
      expect(data.groupList.map(({ groupID }) => groupID)).toEqual(['tea']);
    }
    expect((await within(bob.chat.quitGroup('tea'), 'quit')).data).toEqual({ groupID: 'tea' });
    expect((await within(bob.chat.getGroupList(), 'groups')).data.groupList).toEqual([]);
    expect((await within(alice.chat.dismissGroup('tea'), 'dismiss')).data).toEqual({ groupID: 'tea' });
    expect((await failure(alice.chat.getGroupProfile({ groupID: 'tea' }))).code).toBe(10010);
    expect((await failure(alice.chat.quitGroup('tea'))).code).toBe(10010);
    expect((await failure(madeBy(alice, { type: 'Salon' }))).code).toBe(2600);
  });

  test('members: invited, listed, renamed, promoted, muted and removed', async () => {
    const { groupID } = await madeBy(alice, { type: TYPES.GRP_WORK, memberList: [{ userID: 'bob' }] });
    const { chat } = alice;
    const carol = await Person.at(world, 'carol');
    const added = await within(chat.addGroupMember({ groupID, userIDList: ['bob', 'carol'] }), 'invite');
    expect(added.data).toMatchObject({
      successUserIDList: ['carol'],
      existedUserIDList: ['bob'],
      failureUserIDList: [],
    });
    await carol.untilTold(EVENT.GROUP_LIST_UPDATED);
    const first = await within(chat.getGroupMemberList({ groupID, count: 2 }), 'members');
    const second = await within(chat.getGroupMemberList({ groupID, count: 2, offset: first.data.offset }), 'members');
    const members = [...first.data.memberList, ...second.data.memberList];
    expect(members.map(({ userID }) => userID).toSorted()).toEqual(['alice', 'bob', 'carol']);
    expect([typeof first.data.offset, second.data.offset]).toEqual(['string', 0]);
    const renamed = await within(bob.chat.setGroupMemberNameCard({ groupID, nameCard: 'Bobby' }), 'name card');
    expect(renamed.data.member).toMatchObject({ userID: 'bob', nameCard: 'Bobby', role: TYPES.GRP_MBR_ROLE_MEMBER });
    const profile = await within(chat.getGroupMemberProfile({ groupID, userIDList: ['bob'] }), 'profile');
    expect(profile.data.memberList).toEqual([renamed.data.member]);
    const removed = await within(chat.deleteGroupMember({ groupID, userIDList: ['bob'] }), 'removal');
    expect(removed.data.userIDList).toEqual(['bob']);
    await eventually(
      () => bob.told(EVENT.GROUP_LIST_UPDATED).some((list) => (list as unknown[]).length === 0),
      'bob is out',
    );
  });

  test('messages of a group, with notices, mentions and pins', async () => {
    const { groupID } = await madeBy(alice, { memberList: [{ userID: 'bob', role: TYPES.GRP_MBR_ROLE_ADMIN }] });
    const options = { to: groupID, conversationType: TYPES.CONV_GROUP };
    const atUserList = ['bob', TYPES.MSG_AT_ALL];
    const mention = alice.chat.createTextAtMessage({ ...options, payload: { text: '@bob tea?', atUserList } });
    await alice.send(mention);
    await eventually(() => bob.received.some(({ ID }) => ID === mention.ID), 'the mention');
    const seen = bob.received.find(({ ID }) => ID === mention.ID);
    expect(seen).toMatchObject({
      conversationID: `GROUP${groupID}`,
      conversationType: TYPES.CONV_GROUP,
      to: groupID,
      from: 'alice',
      flow: 'in',
      sequence: mention.sequence,
      atUserList,
    });
    const renamed = await within(alice.chat.updateGroupProfile({ groupID, name: 'Coffee' }), 'update');
    expect(renamed.data.group.name).toBe('Coffee');
    await eventually(() => bob.received.some(({ type }) => type === TYPES.MSG_GRP_TIP), 'a notice');
    const notices = bob.received.flatMap((each) => (each.type === TYPES.MSG_GRP_TIP ? [each.payload] : []));
    expect(notices.at(-1)).toMatchObject({
      operationType: TYPES.GRP_TIP_GRP_PROFILE_UPDATED,
      operatorID: 'alice',
      groupProfile: { groupID },
      newGroupProfile: { name: 'Coffee' },
    });
    await within(alice.chat.pinGroupMessage({ groupID, message: mention, isPinned: true }), 'pin');
    await bob.untilTold(EVENT.PINNED_GROUP_MESSAGE_UPDATED);
    expect(bob.told(EVENT.PINNED_GROUP_MESSAGE_UPDATED)[0]).toMatchObject({
      groupID,
      isPinned: true,
      message: { ID: mention.ID },
      operatorInfo: { userID: 'alice' },
    });
    const { data } = await within(bob.chat.getPinnedGroupMessageList(groupID), 'pins');
    expect(data.messageList).toEqual([seen]);
    expect(seen?.pinnerInfo).toMatchObject({ userID: 'alice' });
  });

  test('receipts of a group message', async () => {
    const carol = await Person.at(world, 'carol');
    const memberList = [{ userID: 'bob' }, { userID: 'carol' }];
    const { groupID } = await madeBy(alice, { memberList });
    const options = { to: groupID, conversationType: TYPES.CONV_GROUP, needReadReceipt: true };
    const message = await alice.send(alice.chat.createTextMessage({ ...options, payload: { text: 'read?' } }));
    await eventually(() => bob.received.some(({ ID }) => ID === message.ID), 'the message');
    const seen = bob.received.filter(({ ID }) => ID === message.ID);
    await within(bob.chat.sendMessageReadReceipt(seen), 'receipt');
    await alice.untilTold(EVENT.MESSAGE_READ_RECEIPT_RECEIVED);
    const counts = { readCount: 1, unreadCount: 1 };
    expect(alice.told(EVENT.MESSAGE_READ_RECEIPT_RECEIVED)).toEqual([[{ messageID: message.ID, groupID, ...counts }]]);
    expect(message.readReceiptInfo).toMatchObject(counts);
    const ask = { message, cursor: '', count: 10 };
    const read = await within(alice.chat.getGroupMessageReadMemberList({ ...ask, filter: 0 }), 'readers');
    const unread = await within(alice.chat.getGroupMessageReadMemberList({ ...ask, filter: 1 }), 'others');
    const common = { messageID: message.ID, cursor: '', isCompleted: true };
    expect(read.data).toEqual({ ...common, readUserIDList: ['bob'], unreadUserIDList: [] });
    expect(unread.data).toEqual({ ...common, readUserIDList: [], unreadUserIDList: ['carol'] });
    expect(carol.chat.isReady()).toBe(true);
  });
});
