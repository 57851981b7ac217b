import TencentCloudChat, { type Message } from 'tim-node/web';
import { eventually, within } from './diary.js';
import { failure, Person } from './person.js';
import { World } from './world.js';

const { EVENT, TYPES } = TencentCloudChat;
const TO_BOB = { to: 'bob', conversationType: TYPES.CONV_C2C };

const textsOf = (messages: readonly Message[]): unknown[] =>
  messages.map(({ payload }) => ('text' in payload ? payload.text : payload));

describe('Web history and changes', () => {
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

  test('pages, from the newest to the oldest', async () => {
    const sent: Message[] = [];
    for (let at = 0; at < 20; at += 1) sent.push(await alice.say('bob', `m${at}`));
    const conversationID = 'C2Cbob';
    const first = await within(alice.chat.getMessageList({ conversationID }), 'first page');
    expect(first.data).toEqual({
      messageList: sent.slice(5),
      nextReqMessageID: sent[5]?.ID,
      isCompleted: false,
    });
    expect(first.data.messageList[0]).toBe(sent[5]);
    const { nextReqMessageID } = first.data;
    const second = await within(alice.chat.getMessageList({ conversationID, nextReqMessageID }), 'second page');
    expect(second.data).toEqual({ messageList: sent.slice(0, 5), nextReqMessageID: '', isCompleted: true });
    await bob.untilReceived(20);
    await bob.chat.logout();
    await world.login(bob.chat, 'bob');
    const theirs = await within(bob.chat.getMessageList({ conversationID: 'C2Calice', count: 3 }), 'page of bob');
    expect(textsOf(theirs.data.messageList)).toEqual(['m17', 'm18', 'm19']);
    expect(theirs.data.messageList[0]).toMatchObject({ flow: 'in', ID: sent[17]?.ID, status: 'success' });
    const wrong = { conversationID, nextReqMessageID: 'no such message' };
    expect(() => alice.chat.getMessageList(wrong)).toThrow(/nextReqMessageID/);
    expect(() => alice.chat.getMessageList({ conversationID: 'bob' })).toThrow(/conversation id/);
  });

  test('around a place', async () => {
    const { data } = await within(
      alice.chat.createGroup({ name: 'g', type: TYPES.GRP_PUBLIC, groupID: 'g1', memberList: [{ userID: 'bob' }] }),
      'group',
    );
    const { groupID } = data.group;
    const sent: Message[] = [];
    for (let at = 0; at < 6; at += 1) sent.push(await alice.say(groupID, `m${at}`, 'GROUP'));
    const conversationID = `GROUP${groupID}`;
    const sequence = sent[2]?.sequence ?? 0;
    const older = await within(bob.chat.getMessageListHopping({ conversationID, sequence, count: 2 }), 'older');
    expect(textsOf(older.data.messageList)).toEqual(['m1', 'm2']);
    expect(older.data).toMatchObject({ isCompleted: false, nextMessageSeq: sequence - 2 });
    const newer = await within(
      bob.chat.getMessageListHopping({ conversationID, sequence, count: 10, direction: 1 }),
      'newer',
    );
    expect(textsOf(newer.data.messageList)).toEqual(['m2', 'm3', 'm4', 'm5']);
    expect(newer.data).toMatchObject({ isCompleted: true, nextMessageSeq: '' });
    const first = await alice.say('bob', 'one-to-one');
    const byTime = { conversationID: 'C2Cbob', time: first.time };
    const c2c = await within(alice.chat.getMessageListHopping(byTime), 'by time');
    expect(c2c.data).toEqual({ messageList: [first], isCompleted: true, nextMessageTime: '' });
  });

  test('a message that is taken back', async () => {
    const message = await alice.say('bob', 'oops');
    await bob.untilReceived(1);
    const { data } = await within(alice.chat.revokeMessage(message), 'revoke');
    expect(data.message).toBe(message);
    expect(message).toMatchObject({ isRevoked: true, revoker: 'alice', payload: { text: 'oops' } });
    for (const one of [bob, other]) {
      await one.untilTold(EVENT.MESSAGE_REVOKED);
      const [[told]] = one.told(EVENT.MESSAGE_REVOKED) as [[Message]];
      expect(told).toMatchObject({ ID: message.ID, isRevoked: true, revokerInfo: { userID: 'alice' } });
    }
    expect(bob.received[0]?.isRevoked).toBe(true);
    expect(alice.told(EVENT.MESSAGE_REVOKED)).toEqual([]);
    const history = await within(bob.chat.getMessageList({ conversationID: 'C2Calice' }), 'history');
    expect(history.data.messageList).toEqual(bob.received);
    await bob.chat.logout();
    await world.login(bob.chat, 'bob');
    const anew = await within(bob.chat.getMessageList({ conversationID: 'C2Calice' }), 'history');
    expect(anew.data.messageList).toMatchObject([{ isRevoked: true, revoker: 'alice', payload: { text: '' } }]);
    expect(() => alice.chat.revokeMessage(message)).toThrow(/taken back/);
    const mine = await alice.say('bob', 'mine');
    await bob.untilReceived(2);
    const [, theirs] = bob.received;
    if (theirs === undefined) throw new Error('nothing came');
    const refused = await failure(bob.chat.revokeMessage(theirs));
    expect(refused.data.message).toBe(theirs);
    expect(theirs.isRevoked || mine.isRevoked).toBe(false);
  });

  test('a message that is modified, and a conflict', async () => {
    const message = alice.chat.createTextMessage({ ...TO_BOB, payload: { text: 'first' } });
    await alice.send(message);
    await bob.untilReceived(1);
    const stale = structuredClone(message);
    message.payload.text = 'second';
    message.cloudCustomData = 'c';
    const { data } = await within(alice.chat.modifyMessage(message), 'modify');
    expect(data.message).toBe(message);
    expect(message).toMatchObject({ isModified: true, version: 1, payload: { text: 'second' } });
    for (const one of [bob, other]) {
      await one.untilTold(EVENT.MESSAGE_MODIFIED);
      const [[told]] = one.told(EVENT.MESSAGE_MODIFIED) as [[Message]];
      expect(told).toMatchObject({
        ID: message.ID,
        isModified: true,
        payload: { text: 'second' },
        cloudCustomData: 'c',
      });
    }
    expect(bob.texts).toEqual(['second']);
    stale.payload.text = 'third';
    const conflict = await failure(alice.chat.modifyMessage(stale));
    expect([conflict.code, conflict.data.message?.payload]).toEqual([2480, { text: 'second' }]);
  });

  test('messages that are deleted, and a conversation that is emptied', async () => {
    const sent = [await alice.say('bob', 'one'), await alice.say('bob', 'two'), await alice.say('bob', 'three')];
    await bob.untilReceived(3);
    const [first] = sent;
    if (first === undefined) throw new Error('nothing was sent');
    const { data } = await within(alice.chat.deleteMessage([first]), 'delete');
    expect(data.messageList).toEqual([first]);
    expect(first.isDeleted).toBe(true);
    const conversationID = 'C2Cbob';
    const left = await within(other.chat.getMessageList({ conversationID }), 'history');
    expect(textsOf(left.data.messageList)).toEqual(['two', 'three']);
    const cleared = await within(alice.chat.clearHistoryMessage(conversationID), 'clear');
    expect(cleared.data).toEqual({ conversationID });
    const none = await within(other.chat.getMessageList({ conversationID }), 'history');
    expect(none.data).toEqual({ messageList: [], nextReqMessageID: '', isCompleted: true });
    const theirs = await within(bob.chat.getMessageList({ conversationID: 'C2Calice' }), 'history of bob');
    expect(textsOf(theirs.data.messageList)).toEqual(['one', 'two', 'three']);
  });

  test('messages for those who are online only', async () => {
    const message = alice.chat.createTextMessage({ ...TO_BOB, payload: { text: 'typing' } });
    await alice.send(message, { onlineUserOnly: true });
    expect(message).toMatchObject({ status: 'success', sequence: 0 });
    await bob.untilReceived(1);
    expect(bob.texts).toEqual(['typing']);
    const { data } = await within(bob.chat.getMessageList({ conversationID: 'C2Calice' }), 'history');
    expect(data.messageList).toEqual([]);
    expect(() => alice.chat.revokeMessage(message)).toThrow(/online users only/);
  });

  test('merged messages', async () => {
    const messageList = [await alice.say('bob', 'one'), await alice.say('bob', 'two')];
    const payload = { messageList, title: 'talk', abstractList: ['a: one', 'a: two'], compatibleText: 'newer please' };
    const merger = alice.chat.createMergerMessage({ ...TO_BOB, payload });
    await alice.send(merger);
    await bob.untilReceived(3);
    const [, , received] = bob.received;
    if (received?.type !== TYPES.MSG_MERGER) throw new Error('no merged message came');
    expect(received.payload).toMatchObject({ title: 'talk', abstractList: ['a: one', 'a: two'], messageList: [] });
    const filled = await within(bob.chat.downloadMergerMessage(received), 'download');
    expect(filled).toBe(received);
    expect(received.payload.downloadKey).toBe('');
    expect(received.payload.messageList).toMatchObject([
      { ID: messageList[0]?.ID, from: 'alice', messageBody: [{ type: TYPES.MSG_TEXT, payload: { text: 'one' } }] },
      { ID: messageList[1]?.ID, from: 'alice', messageBody: [{ type: TYPES.MSG_TEXT, payload: { text: 'two' } }] },
    ]);
    const forward = bob.chat.createForwardMessage({ to: 'alice', conversationType: 'C2C', payload: received });
    await bob.send(forward);
    await eventually(() => alice.received.length > 0, 'the forwarded one');
    const [back] = alice.received;
    if (back?.type !== TYPES.MSG_MERGER) throw new Error('no merged message came');
    await within(alice.chat.downloadMergerMessage(back), 'download');
    expect(back.payload.messageList).toHaveLength(2);
  });
});
