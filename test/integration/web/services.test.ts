import type { FoundMessages, MessageQuery, Providers } from '@tim-node/server';
import TencentCloudChat from 'tim-node/web';
import { Person as FlutterPerson, valueOf } from '../v2tim/person.js';
import { within } from './diary.js';
import { failure, Person } from './person.js';
import { World } from './world.js';

const { TYPES } = TencentCloudChat;

/** What a server does with the help of others. */
describe('Web translation, voice to text and search on the server', () => {
  let world: World | undefined;

  afterEach(async () => {
    await world?.end();
  });

  test('what the provider finds is shown, page by page; the Flutter style sees the same', async () => {
    const asked: MessageQuery[] = [];
    let found: FoundMessages = { places: [] };
    const providers: Providers = {
      searchMessages: (query) => {
        asked.push(query);
        return Promise.resolve(found);
      },
    };
    world = await World.start({ providers });
    const [alice, bob] = [await Person.at(world, 'alice'), await Person.at(world, 'bob')];
    const sent = [await alice.say('bob', 'one'), await alice.say('bob', 'two')];
    await bob.untilReceived(2);
    const keywordList = ['one', ''];
    expect((await within(bob.chat.searchCloudMessages({ keywordList }), 'nothing')).data).toEqual({
      totalCount: 0,
      searchResultList: [],
      cursor: '',
    });
    const { conversation = '' } = asked[0]?.conversations[0] ?? {};
    expect(asked[0]).toMatchObject({ words: ['one'], every: false });
    found = { places: [1, 2].map((seq) => ({ conversation, seq })), total: 9, cursor: 'next' };
    const all = await within(bob.chat.searchCloudMessages({ keywordList }), 'all');
    expect(all.data).toMatchObject({
      searchResultList: [{ conversationID: 'C2Calice', messageCount: 2, messageList: [] }],
      cursor: 'next',
    });
    const options = {
      ...{ keywordList: ['one', 'two'], keywordListMatchType: 'and' as const, conversationID: 'C2Calice' },
      ...{
        senderUserIDList: ['alice'],
        messageTypeList: [TYPES.MSG_TEXT],
        timePosition: 2_000_000_000,
        timePeriod: 10,
      },
      ...{ count: 2, cursor: 'next' },
    };
    const { data } = await within(bob.chat.searchCloudMessages(options), 'one conversation');
    expect(data.totalCount).toBe(9);
    expect(data.searchResultList[0]?.messageList).toEqual(bob.received);
    expect(data.searchResultList[0]?.messageList[0]).toBe(bob.received[0]);
    expect(asked.at(-1)).toMatchObject({
      ...{ words: ['one', 'two'], every: true, senders: ['alice'], types: ['text'], limit: 2, cursor: 'next' },
      ...{ since: 1_999_999_990, until: 2_000_000_000 },
    });

    const other = await new FlutterPerson('bob').begin(world.server);
    const searchParam = { keywordList: ['one'], conversationID: 'c2c_alice', searchCount: 5 };
    const there = await valueOf(other.messages.searchCloudMessages({ searchParam }));
    expect(there).toMatchObject({ totalCount: 9, searchCursor: 'next' });
    expect(there.messageSearchResultItems[0]?.messageList.map(({ msgID }) => msgID)).toEqual(sent.map(({ ID }) => ID));
    await other.manager.unInitSDK();
    expect(() => bob.chat.searchCloudMessages({ keywordList: 'one' as never })).toThrow(/lists of strings/);
    expect(() => bob.chat.searchCloudMessages({ messageTypeList: ['x'] })).toThrow(/TYPES/);
    expect(() => bob.chat.searchCloudMessages({ conversationID: 'alice' })).toThrow(/conversation id/);
    expect(() => bob.chat.searchCloudMessages({ count: 0 })).toThrow(/count/);
  });

  test('texts are translated, voices are written down', async () => {
    const heard: string[] = [];
    const providers: Providers = {
      translate: ({ texts, source, target }) => Promise.resolve(texts.map((text) => `${text} ${source}-${target}`)),
      voiceToText: async ({ url, language }) => {
        heard.push(await (await fetch(url)).text());
        return `in ${language}`;
      },
    };
    world = await World.start({ providers });
    const [alice, bob] = [await Person.at(world, 'alice'), await Person.at(world, 'bob')];
    const asked = { sourceTextList: ['a', 'b'], sourceLanguage: 'en', targetLanguage: 'zh' };
    const { data } = await within(alice.chat.translateText(asked), 'translation');
    expect(data).toEqual({ translatedTextList: ['a en-zh', 'b en-zh'] });
    const payload = { file: new Blob(['what is said']), duration: 2 };
    await alice.send(alice.chat.createAudioMessage({ to: 'bob', conversationType: TYPES.CONV_C2C, payload }));
    await bob.untilReceived(1);
    const [message] = bob.received;
    if (message === undefined) throw new Error('nothing was received');
    const written = await within(bob.chat.convertVoiceToText({ message, language: 'en' }), 'writing');
    expect(written.data).toEqual({ result: 'in en' });
    expect(heard).toEqual(['what is said']);
    const text = await alice.say('bob', 'no voice');
    expect(() => bob.chat.convertVoiceToText({ message: text })).toThrow(/voice message/);
    expect(() => alice.chat.translateText({ ...asked, sourceTextList: [] })).toThrow(/sourceTextList/);
    expect(() => alice.chat.translateText(null as never)).toThrow(/object/);
  });

  test('without providers', async () => {
    world = await World.start();
    const alice = await Person.at(world, 'alice');
    const asked = { sourceTextList: ['a'], sourceLanguage: 'en', targetLanguage: 'zh' };
    expect((await failure(alice.chat.translateText(asked))).code).toBe(7013);
    expect((await failure(alice.chat.searchCloudMessages({ keywordList: ['a'] }))).code).toBe(7013);
  });
});
