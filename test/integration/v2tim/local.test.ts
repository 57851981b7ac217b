import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createServer, type TimServer } from '@tim-node/server';
import { HistoryMsgGetTypeEnum, MessageElemType, MessageStatus, type V2TimMessage } from 'tim-node/v2tim';
import { within } from '../web/diary.js';
import { Person, valueOf } from './person.js';

const textsOf = (messages: readonly V2TimMessage[]): unknown[] => messages.map(({ textElem }) => textElem?.text);

describe('Flutter style: messages of this machine', () => {
  let server: TimServer;
  let folder: string;
  let alice: Person;
  let bob: Person;

  beforeEach(async () => {
    server = await createServer({ dataDir: ':memory:', settings: { instances: { Linux: 2, Mac: 2, Windows: 2 } } });
    folder = mkdtempSync(join(tmpdir(), 'tim-v2tim-test-'));
    alice = await new Person('alice').begin(server);
    bob = await new Person('bob').begin(server, { initPath: folder });
  });

  afterEach(async () => {
    await Promise.all([alice, bob].map(({ manager }) => manager.unInitSDK()));
    await server.close();
    rmSync(folder, { recursive: true, force: true });
  });

  test('found by id, searched by words, kept with data of the app', async () => {
    const first = await alice.say('bob', 'The quick brown fox');
    const second = await alice.say('bob', 'a lazy dog');
    await bob.untilReceived(2);
    const own = await bob.say('alice', 'no fox here');
    const ids = [second.msgID, 'bob-1-1', first.msgID];
    expect(textsOf(await valueOf(bob.messages.findMessages({ messageIDList: ids })))).toEqual([
      'a lazy dog',
      'The quick brown fox',
    ]);
    const search = (more: object) =>
      valueOf(bob.messages.searchLocalMessages({ searchParam: { keywordList: ['FOX'], ...more } }));
    expect(await search({})).toMatchObject({
      totalCount: 1,
      messageSearchResultItems: [{ conversationID: 'c2c_alice', messageCount: 2, messageList: [] }],
    });
    const inOne = await search({ conversationID: 'c2c_alice' });
    expect(inOne.totalCount).toBe(2);
    expect(textsOf(inOne.messageSearchResultItems[0]?.messageList ?? [])).toEqual([
      'no fox here',
      'The quick brown fox',
    ]);
    const every = { keywordList: ['quick', 'fox'], type: 1 };
    expect((await search(every)).messageSearchResultItems[0]?.messageList).toMatchObject([{ msgID: first.msgID }]);
    expect(await search({ userIDList: ['bob'] })).toMatchObject({
      messageSearchResultItems: [{ messageList: [{ msgID: own.msgID, isSelf: true }] }],
    });
    expect((await search({ messageTypeList: [MessageElemType.V2TIM_ELEM_TYPE_FILE] })).totalCount).toBe(0);
    expect((await search({ searchTimePosition: 1000, searchTimePeriod: 10 })).totalCount).toBe(0);
    const page = await search({ conversationID: 'c2c_alice', pageSize: 1, pageIndex: 1 });
    expect(textsOf(page.messageSearchResultItems[0]?.messageList ?? [])).toEqual(['The quick brown fox']);

    const { msgID } = first;
    expect((await bob.messages.setLocalCustomData({ msgID, localCustomData: 'seen' })).code).toBe(0);
    expect((await bob.messages.setLocalCustomInt({ msgID, localCustomInt: 7 })).code).toBe(0);
    const custom = { localCustomData: 'seen', localCustomInt: 7 };
    expect(await valueOf(bob.messages.findMessages({ messageIDList: [msgID] }))).toMatchObject([custom]);
    const history = await valueOf(bob.messages.getC2CHistoryMessageList({ userID: 'alice', count: 5 }));
    expect(history.find((each) => each.msgID === msgID)).toMatchObject(custom);
    expect((await bob.messages.setLocalCustomInt({ msgID: 'bob-1-1', localCustomInt: 7 })).code).not.toBe(0);
    expect((await bob.messages.searchCloudMessages({ searchParam: { keywordList: ['fox'] } })).code).toBe(7013);
    const nowhere = { keywordList: [], conversationID: 'alice' };
    expect((await bob.messages.searchLocalMessages({ searchParam: nowhere })).code).toBe(6017);
  });

  test('data that goes with a message that is sent stays here', async () => {
    const sent = await bob.say('alice', 'x', { localCustomData: 'mine' });
    expect(sent.localCustomData).toBe('mine');
    await alice.untilReceived(1);
    expect(alice.received[0]?.localCustomData).toBe('');
    expect(await valueOf(bob.messages.findMessages({ messageIDList: [sent.msgID] }))).toMatchObject([
      { localCustomData: 'mine' },
    ]);
  });

  test('inserted ones stand in the history of this machine, and can be deleted', async () => {
    await alice.say('bob', 'real');
    await bob.untilReceived(1);
    const note = await bob.messages.createCustomMessage({ data: 'note' });
    const created = { createdMsgID: note.data?.id };
    const inserted = await valueOf(
      bob.messages.insertC2CMessageToLocalStorageV2({ userID: 'alice', senderID: 'alice', ...created }),
    );
    expect(inserted).toMatchObject({
      sender: 'alice',
      userID: 'alice',
      isSelf: false,
      status: MessageStatus.V2TIM_MSG_STATUS_LOCAL_IMPORTED,
      customElem: { data: 'note' },
    });
    const list = (more: object = {}) =>
      valueOf(bob.messages.getHistoryMessageList({ userID: 'alice', count: 10, ...more }));
    const kinds = async (): Promise<unknown[]> =>
      (await list()).map(({ textElem, customElem }) => textElem?.text ?? customElem?.data).toSorted();
    expect(await kinds()).toEqual(['note', 'real']);
    const custom = { messageTypeList: [MessageElemType.V2TIM_ELEM_TYPE_CUSTOM] };
    expect((await list(custom)).map(({ msgID }) => msgID)).toEqual([inserted.msgID]);
    const theirs = await valueOf(alice.messages.getHistoryMessageList({ userID: 'bob', count: 10 }));
    expect(textsOf(theirs)).toEqual(['real']);
    const forGroup = { groupID: 'g', senderID: 'bob', ...created };
    const group = await valueOf(bob.messages.insertGroupMessageToLocalStorageV2(forGroup));
    expect(group).toMatchObject({ groupID: 'g', isSelf: true });
    expect((await bob.messages.deleteMessages({ msgIDs: [inserted.msgID] })).code).toBe(0);
    expect(await kinds()).toEqual(['real']);
    const file = await bob.messages.createImageMessage({ imagePath: '/nowhere' });
    const withFile = { userID: 'alice', senderID: 'bob', createdMsgID: file.data?.id };
    expect((await bob.messages.insertC2CMessageToLocalStorageV2(withFile)).code).toBe(7013);
  });

  test('deleted on this machine alone', async () => {
    const sent = await alice.say('bob', 'secret');
    await bob.untilReceived(1);
    expect((await bob.messages.deleteMessageFromLocalStorage({ msgID: sent.msgID })).code).toBe(0);
    expect(await valueOf(bob.messages.getC2CHistoryMessageList({ userID: 'alice', count: 5 }))).toEqual([]);
    expect(await valueOf(bob.messages.findMessages({ messageIDList: [sent.msgID] }))).toEqual([]);
    const elsewhere = await new Person('bob').begin(server);
    const there = await valueOf(elsewhere.messages.getC2CHistoryMessageList({ userID: 'alice', count: 5 }));
    expect(textsOf(there)).toEqual(['secret']);
    expect((await bob.messages.deleteMessageFromLocalStorage({ msgID: 'bob-1-1' })).code).not.toBe(0);
    await elsewhere.manager.unInitSDK();
  });

  test('a new data of the sender for all; conflicts are told', async () => {
    const sent = await alice.say('bob', 'x', { cloudCustomData: 'one' });
    await bob.untilReceived(1);
    const { msgID } = sent;
    expect((await alice.messages.setCloudCustomData({ msgID, data: 'two' })).code).toBe(0);
    await bob.untilTold('modified x');
    expect(await valueOf(bob.messages.findMessages({ messageIDList: [msgID] }))).toMatchObject([
      { cloudCustomData: 'two' },
    ]);
    const both = ['a', 'b'].map((data) => alice.messages.setCloudCustomData({ msgID, data }));
    const codes = (await within(Promise.all(both), 'both')).map(({ code }) => code);
    expect(codes).toEqual([0, 8006]);
    expect((await bob.messages.setCloudCustomData({ msgID: 'bob-1-1', data: 'x' })).code).toBe(6017);
  });

  test('by time, by kind, by place', async () => {
    const sent: V2TimMessage[] = [];
    for (const text of ['one', 'two', 'three']) sent.push(await alice.say('bob', text));
    await bob.untilReceived(3);
    const list = (more: object) => valueOf(bob.messages.getHistoryMessageList({ userID: 'alice', count: 10, ...more }));
    const [first] = sent as [V2TimMessage];
    expect(textsOf(await list({ messageSeqList: [3, 1] }))).toEqual(['three', 'one']);
    expect(await list({ timeBegin: first.timestamp - 100 })).toEqual([]);
    const later = { getType: HistoryMsgGetTypeEnum.V2TIM_GET_LOCAL_NEWER_MSG };
    expect(textsOf(await list({ ...later, timeBegin: first.timestamp, timePeriod: 60 }))).toEqual([
      'one',
      'two',
      'three',
    ]);
    expect(textsOf(await list({ ...later, lastMsg: sent[1] }))).toEqual(['three']);
  });

  test('what was kept is there after the next start', async () => {
    await alice.say('bob', 'kept');
    await bob.untilReceived(1);
    const draft = { conversationID: 'c2c_alice', draftText: 'dear alice' };
    expect((await bob.conversations.setConversationDraft(draft)).code).toBe(0);
    await bob.manager.unInitSDK();
    bob = await new Person('bob').begin(server, { initPath: folder });
    const found = await valueOf(bob.messages.searchLocalMessages({ searchParam: { keywordList: ['kept'] } }));
    expect(found.totalCount).toBe(1);
    const kept = await valueOf(bob.conversations.getConversation({ conversationID: 'c2c_alice' }));
    expect(kept.draftText).toBe('dear alice');
  });

  test('nobody logged in', async () => {
    await bob.manager.logout();
    const calls = [
      bob.messages.findMessages({ messageIDList: ['a'] }),
      bob.messages.searchLocalMessages({ searchParam: { keywordList: ['a'] } }),
      bob.messages.searchCloudMessages({ searchParam: { keywordList: ['a'] } }),
      bob.messages.setLocalCustomInt({ msgID: 'a', localCustomInt: 1 }),
      bob.messages.insertC2CMessageToLocalStorageV2({ userID: 'a', senderID: 'b', createdMsgID: 'c' }),
    ];
    expect((await Promise.all(calls)).map(({ code }) => code)).toEqual(calls.map(() => 6014));
  });
});
