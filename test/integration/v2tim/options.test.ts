import { createServer, type TimServer } from '@tim-node/server';
import { ReceiveMsgOptEnum, type V2TimReceiveMessageOptInfo } from 'tim-node/v2tim';
import TencentCloudChat from 'tim-node/web';
import { eventually, within } from '../web/diary.js';
import { Person, valueOf } from './person.js';

describe('Flutter style: receive options, filters and groups of conversations, services', () => {
  let server: TimServer;
  let alice: Person;
  let other: Person;
  let bob: Person;

  beforeEach(async () => {
    const settings = { instances: { Linux: 2, Mac: 2, Windows: 2 } };
    const providers = {
      translate: ({ texts }: { texts: readonly string[] }) => Promise.resolve(texts.map((text) => text.toUpperCase())),
    };
    server = await createServer({ dataDir: ':memory:', settings, providers });
    alice = await new Person('alice').begin(server);
    other = await new Person('alice').begin(server);
    bob = await new Person('bob').begin(server);
  });

  afterEach(async () => {
    await Promise.all([alice, other, bob].map(({ manager }) => manager.unInitSDK()));
    await server.close();
  });

  test('whose messages disturb', async () => {
    const opt = ReceiveMsgOptEnum.V2TIM_RECEIVE_NOT_NOTIFY_MESSAGE;
    await bob.say('alice', 'hello');
    await alice.untilTold('new c2c_bob');
    expect((await alice.messages.setC2CReceiveMessageOpt({ userIDList: ['bob'], opt })).code).toBe(0);
    for (const each of [alice, other]) {
      const options = await valueOf(each.messages.getC2CReceiveMessageOpt({ userIDList: ['bob', 'carol'] }));
      expect(options).toEqual([
        { userID: 'bob', c2CReceiveMessageOpt: 2 },
        { userID: 'carol', c2CReceiveMessageOpt: 0 },
      ]);
    }
    expect(await valueOf(alice.conversations.getTotalUnreadMessageCount())).toBe(0);
    expect((await alice.messages.setC2CReceiveMessageOpt({ userIDList: [], opt })).code).toBe(6017);
    expect((await alice.messages.setC2CReceiveMessageOpt({ userIDList: ['bob'], opt: 9 as 0 })).code).toBe(6017);
    const many = Array.from({ length: 31 }, (_each, at) => `u${at}`);
    expect((await alice.messages.setC2CReceiveMessageOpt({ userIDList: many, opt })).code).toBe(6017);
    expect((await alice.messages.setGroupReceiveMessageOpt({ groupID: 'no-such-group', opt })).code).not.toBe(0);
  });

  test('whose messages are not wanted: nobody is told of them', async () => {
    const set = (opt: ReceiveMsgOptEnum) => alice.messages.setC2CReceiveMessageOpt({ userIDList: ['bob'], opt });
    expect((await set(ReceiveMsgOptEnum.V2TIM_NOT_RECEIVE_MESSAGE)).code).toBe(0);
    await bob.say('alice', 'unwanted');
    expect((await set(ReceiveMsgOptEnum.V2TIM_RECEIVE_MESSAGE)).code).toBe(0);
    await bob.say('alice', 'wanted again');
    await eventually(() => alice.received.length > 0, 'a message');
    expect(alice.received.map(({ textElem }) => textElem?.text)).toEqual(['wanted again']);
  });

  test('a group that does not disturb', async () => {
    const chat = TencentCloudChat.createClient({ SDKAppID: server.sdkAppId, serverURL: server.url });
    await chat.login({ userID: 'dave', userSig: server.genUserSig('dave') });
    await chat.createGroup({ name: 'g', type: 'Public', groupID: 'g1', memberList: [{ userID: 'alice' }] });
    await chat.destroy();
    await alice.untilTold('new group_g1');
    const opt = ReceiveMsgOptEnum.V2TIM_RECEIVE_NOT_NOTIFY_MESSAGE;
    expect((await alice.messages.setGroupReceiveMessageOpt({ groupID: 'g1', opt })).code).toBe(0);
    const shown = await valueOf(alice.conversations.getConversation({ conversationID: 'group_g1' }));
    expect(shown.recvOpt).toBe(2);
  });

  test('quiet hours', async () => {
    const told: V2TimReceiveMessageOptInfo[] = [];
    other.manager.addIMSDKListener({ onAllReceiveMessageOptChanged: (info) => told.push(info) });
    const daily = { opt: 2, startHour: 22, startMinute: 30, startSecond: 1, duration: 3600 };
    expect((await within(alice.messages.setAllReceiveMessageOpt(daily), 'daily')).code).toBe(0);
    const expected = {
      ...{ allReceiveMessageOpt: 2, startHour: 22, startMinute: 30, startSecond: 1 },
      ...{ startTimeStamp: 0, duration: 3600 },
    };
    expect(await valueOf(other.messages.getAllReceiveMessageOpt())).toEqual(expected);
    expect(told).toEqual([expected]);
    const once = { opt: 2, startTimeStamp: 1_900_000_000, duration: 60 };
    expect((await alice.messages.setAllReceiveMessageOptWithTimestamp(once)).code).toBe(0);
    expect(await valueOf(alice.messages.getAllReceiveMessageOpt())).toMatchObject({
      startTimeStamp: 1_900_000_000,
      duration: 60,
    });
    expect((await alice.messages.setAllReceiveMessageOpt({ ...daily, startHour: 24 })).code).toBe(6017);
    expect((await alice.messages.setAllReceiveMessageOptWithTimestamp({ ...once, duration: -1 })).code).toBe(6017);
  });

  test('unread counts by filter, as long as somebody has subscribed', async () => {
    const filter = { conversationType: 1, hasUnreadCount: true };
    expect((await alice.conversations.subscribeUnreadMessageCountByFilter({ filter })).code).toBe(0);
    await bob.say('alice', 'one');
    await alice.untilTold(`${JSON.stringify(filter)} 1`);
    await bob.say('alice', 'two');
    await alice.untilTold(`${JSON.stringify(filter)} 2`);
    expect(await valueOf(alice.conversations.getUnreadMessageCountByFilter({ filter }))).toBe(2);
    const same = { hasUnreadCount: true, conversationType: 1 };
    expect((await alice.conversations.unsubscribeUnreadMessageCountByFilter({ filter: same })).code).toBe(0);
    await bob.say('alice', 'three');
    await alice.untilTold('c2c_bob 3');
    expect(alice.told).not.toContain(`${JSON.stringify(filter)} 3`);
    await alice.manager.logout();
    expect((await alice.conversations.subscribeUnreadMessageCountByFilter({ filter })).code).toBe(6014);
  });

  test('groups of conversations, on both instances', async () => {
    await bob.say('alice', 'one');
    await alice.untilTold('new c2c_bob');
    const group = { groupName: 'work', conversationIDList: ['c2c_bob'] };
    const { conversations } = alice;
    expect(await valueOf(conversations.createConversationGroup(group))).toMatchObject([{ resultCode: 0 }]);
    await valueOf(conversations.deleteConversationsFromGroup(group));
    await valueOf(conversations.addConversationsToGroup(group));
    expect((await conversations.renameConversationGroup({ oldName: 'work', newName: 'play' })).code).toBe(0);
    expect((await conversations.deleteConversationGroup({ groupName: 'play' })).code).toBe(0);
    for (const each of [alice, other]) {
      for (const what of ['group work of 1', '1 out of work', '1 into work', 'group work is play', 'no group play']) {
        await each.untilTold(what);
      }
    }
  });

  test('texts are translated by a server that can; voices are not written down by one that cannot', async () => {
    const texts = ['hello', 'you'];
    const asked = { texts, sourceLanguage: 'en', targetLanguage: 'loud' };
    expect(await valueOf(alice.messages.translateText(asked))).toEqual({ hello: 'HELLO', you: 'YOU' });
    const sent = await alice.say('bob', 'no voice');
    expect((await alice.messages.convertVoiceToText({ msgID: sent.msgID, language: 'en' })).code).toBe(6017);
  });
});
