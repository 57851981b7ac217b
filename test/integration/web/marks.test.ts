import TencentCloudChat from 'tim-node/web';
import { within } from './diary.js';
import { failure, Person } from './person.js';
import { World } from './world.js';

const { EVENT, TYPES } = TencentCloudChat;
const TO_BOB = { to: 'bob', conversationType: TYPES.CONV_C2C };

describe('What the Web style puts to messages', () => {
  let world: World;
  let alice: Person;
  let other: Person;
  let bob: Person;

  beforeEach(async () => {
    world = await World.start({ settings: { instances: { Web: 2 } } });
    alice = await Person.at(world, 'alice');
    other = await Person.at(world, 'alice');
    bob = await Person.at(world, 'bob');
  });

  afterEach(async () => {
    await world.end();
  });

  test('read receipts', async () => {
    const payload = { text: 'read?' };
    const asking = await alice.send(alice.chat.createTextMessage({ ...TO_BOB, payload, needReadReceipt: true }));
    const plain = await alice.say('bob', 'never mind');
    await bob.untilReceived(2);
    expect(bob.received.map(({ needReadReceipt }) => needReadReceipt)).toEqual([true, false]);
    const nothing = await failure(bob.chat.sendMessageReadReceipt(bob.received.slice(1)));
    expect(nothing.code).toBe(2114);
    await within(bob.chat.sendMessageReadReceipt(bob.received), 'receipts');
    for (const one of [alice, other]) {
      await one.untilTold(EVENT.MESSAGE_READ_RECEIPT_RECEIVED);
      const [[told]] = one.told(EVENT.MESSAGE_READ_RECEIPT_RECEIVED) as [[{ timestamp: number }]];
      expect(told).toEqual({ messageID: asking.ID, userID: 'bob', isPeerRead: true, timestamp: told.timestamp });
      expect(told.timestamp).toBeGreaterThan(0);
      expect(one.chat.findMessage(asking.ID)?.readReceiptInfo).toMatchObject({ isPeerRead: true });
    }
    expect(asking.isPeerRead).toBe(true);
    expect(plain.isPeerRead).toBe(false);
    asking.readReceiptInfo.isPeerRead = undefined;
    const { data } = await within(alice.chat.getMessageReadReceiptList([asking]), 'receipts');
    expect(data.messageList).toEqual([asking]);
    expect(asking.readReceiptInfo.isPeerRead).toBe(true);
    await other.chat.logout();
    await world.login(other.chat, 'alice');
    const history = await within(other.chat.getMessageList({ conversationID: 'C2Cbob' }), 'history');
    expect(history.data.messageList.map(({ readReceiptInfo }) => readReceiptInfo.isPeerRead)).toEqual([
      true,
      undefined,
    ]);
  });

  test('extensions', async () => {
    const payload = { text: 'a poll' };
    const poll = await alice.send(alice.chat.createTextMessage({ ...TO_BOB, payload, isSupportExtension: true }));
    await bob.untilReceived(1);
    const [seen] = bob.received;
    if (seen === undefined) throw new Error('nothing came');
    const pairs = [
      { key: 'tea', value: '1' },
      { key: 'coffee', value: '2' },
    ];
    const set = await within(bob.chat.setMessageExtensions(seen, pairs), 'set');
    expect(set.data.extensions).toEqual(pairs.map((pair) => ({ code: 0, ...pair })));
    for (const one of [alice, other]) {
      await one.untilTold(EVENT.MESSAGE_EXTENSIONS_UPDATED);
      expect(one.told(EVENT.MESSAGE_EXTENSIONS_UPDATED)).toEqual([{ messageID: poll.ID, extensions: pairs }]);
    }
    const all = await within(alice.chat.getMessageExtensions(poll), 'get');
    expect(all.data.extensions.toSorted((a, b) => b.key.localeCompare(a.key))).toEqual(pairs);
    const some = await within(alice.chat.getMessageExtensions(poll, ['coffee']), 'get');
    expect(some.data.extensions).toEqual([{ key: 'coffee', value: '2' }]);
    await within(alice.chat.deleteMessageExtensions(poll, ['tea']), 'delete');
    await bob.untilTold(EVENT.MESSAGE_EXTENSIONS_DELETED);
    expect(bob.told(EVENT.MESSAGE_EXTENSIONS_DELETED)).toEqual([{ messageID: poll.ID, keyList: ['tea'] }]);
    expect(() => alice.chat.setMessageExtensions(poll, [])).toThrow(/extensions/);
  });

  test('reactions', async () => {
    const message = await alice.say('bob', 'like me');
    await bob.untilReceived(1);
    const [seen] = bob.received;
    if (seen === undefined) throw new Error('nothing came');
    await within(bob.chat.addMessageReaction(seen, 'like'), 'react');
    const mine = { reactionID: 'like', totalUserCount: 1, partialUserList: [{ userID: 'bob', nick: '', avatar: '' }] };
    for (const one of [alice, other]) {
      await one.untilTold(EVENT.MESSAGE_REACTIONS_UPDATED);
      expect(one.told(EVENT.MESSAGE_REACTIONS_UPDATED)).toEqual([
        { messageID: message.ID, reactionList: [{ ...mine, reactedByMyself: false }] },
      ]);
    }
    const { data } = await within(bob.chat.getMessageReactions({ messageList: [seen] }), 'reactions');
    expect(data.resultList).toEqual([{ messageID: message.ID, reactionList: [{ ...mine, reactedByMyself: true }] }]);
    const page = { message, reactionID: 'like', nextSeq: 0 };
    const users = await within(alice.chat.getAllUserListOfMessageReaction(page), 'users');
    expect(users.data).toEqual({ userList: mine.partialUserList, nextSeq: 0, isCompleted: true });
    await within(bob.chat.removeMessageReaction(seen, 'like'), 'react no more');
    const after = await within(alice.chat.getMessageReactions({ messageList: [message] }), 'reactions');
    expect(after.data.resultList).toEqual([{ messageID: message.ID, reactionList: [] }]);
    const unsent = alice.chat.createTextMessage({ ...TO_BOB, payload: { text: 'not sent' } });
    expect(() => alice.chat.addMessageReaction(unsent, 'like')).toThrow(/has not been sent/);
  });
});
