import { ERRORS } from '@tim-node/protocol';
import type { FoundMessages, MessageQuery, Providers } from '@tim-node/server';
import {
  TIMConvType,
  TIMGroupAddOption,
  TIMGroupType,
  type Message,
  type MessageSearchParam,
  type MessageSearchResult,
} from 'tim-node';
import { textMessage, type Answer, type App } from './app.js';
import { ok } from './conversation-app.js';
import { world } from './world.js';

const { start, app } = world();
const { kTIMConv_C2C: C2C, kTIMConv_Group: GROUP } = TIMConvType;

/** Answers with what a test wants, and notes what it was asked. */
class Engine {
  readonly asked: MessageQuery[] = [];
  answer: FoundMessages = { places: [] };

  readonly providers: Providers = {
    searchMessages: async (query) => {
      this.asked.push(query);
      return this.answer;
    },
  };
}

async function people(providers: Providers, ...users: string[]): Promise<App[]> {
  const server = await start({ providers });
  const apps: App[] = [];
  for (const user of users) {
    const one = app(server);
    expect(await one.login(user, server.genUserSig(user))).toBe(0);
    apps.push(one);
  }
  return apps;
}

const ask = (one: App, param: MessageSearchParam): Promise<Answer> =>
  one.ask((client, cb) => client.TIMMsgSearchCloudMessages(param, cb));

async function search(one: App, param: MessageSearchParam): Promise<MessageSearchResult> {
  const { code, desc, json } = await ask(one, param);
  expect([code, desc]).toEqual([0, '']);
  return json as MessageSearchResult;
}

async function send(from: App, to: string, text: string, type: TIMConvType = C2C): Promise<Message> {
  return (await ok(from, (client, cb) => client.TIMMsgSendMessage(to, type, textMessage(text), null, cb))) as Message;
}

const IN_BOB = { msg_search_param_conv_id: 'bob', msg_search_param_conv_type: C2C } as const;
const textsOf = (messages: readonly Message[] = []): unknown[] =>
  messages.map(({ message_elem_array: elems }) => elems?.[0]?.['text_elem_content']);
const found = ({ msg_search_result_item_array: items = [] }: MessageSearchResult): unknown[] =>
  items.map((item) => [
    item.msg_search_result_item_conv_id,
    item.msg_search_result_item_total_message_count,
    ...textsOf(item.msg_search_result_item_message_array),
  ]);

test('what the provider finds comes as messages, page by page', async () => {
  const engine = new Engine();
  const [alice, bob] = (await people(engine.providers, 'alice', 'bob', 'carol')) as [App, App];
  for (const text of ['one', 'two']) await send(bob, 'alice', text);
  await ok(alice, (client, cb) => client.TIMConvCleanConversationUnreadMessageCount('c2c_bob', 0, 0, cb));
  await send(bob, 'alice', 'three');
  const conversation = 'c2c:alice:bob';
  engine.answer = { places: [1, 3].map((seq) => ({ conversation, seq })), cursor: 'page 2', total: 7 };
  const result = await search(alice, {
    ...IN_BOB,
    msg_search_param_keyword_array: ['o', 'e'],
    msg_search_param_keyword_list_match_type: 1,
    msg_search_param_message_type_array: [0, 1],
    msg_search_param_send_identifier_array: ['bob'],
    msg_search_param_search_time_position: 2_000_000_000,
    msg_search_param_search_time_period: 100,
    msg_search_param_search_count: 2,
    msg_search_param_search_cursor: 'page 1',
  });
  expect(result).toMatchObject({ msg_search_result_search_cursor: 'page 2', msg_search_result_total_count: 7 });
  expect(found(result)).toEqual([['bob', 2, 'one', 'three']]);
  const [{ msg_search_result_item_message_array: messages = [], ...item } = {}] =
    result.msg_search_result_item_array ?? [];
  expect(item.msg_search_result_item_conv_type).toBe(C2C);
  expect(messages.map(({ message_is_read: read, message_conv_id: id }) => [read, id])).toEqual([
    [true, 'bob'],
    [false, 'bob'],
  ]);
  expect(engine.asked).toEqual([
    {
      words: ['o', 'e'],
      every: true,
      senders: ['bob'],
      types: ['text', 'image'],
      since: 1_999_999_900,
      until: 2_000_000_000,
      limit: 2,
      cursor: 'page 1',
      conversations: [{ conversation, target: { type: 'c2c', id: 'bob' }, above: 0 }],
    },
  ]);
});

test('in all conversations: a single message, or how many', async () => {
  const engine = new Engine();
  const [alice, bob, carol] = (await people(engine.providers, 'alice', 'bob', 'carol')) as [App, App, App];
  await send(bob, 'alice', 'x 1');
  await send(bob, 'alice', 'x 2');
  await send(carol, 'alice', 'x 3');
  engine.answer = {
    places: [
      { conversation: 'c2c:alice:carol', seq: 1 },
      { conversation: 'c2c:alice:bob', seq: 2 },
      { conversation: 'c2c:alice:bob', seq: 1 },
    ],
  };
  const result = await search(alice, { msg_search_param_keyword_array: ['x'] });
  expect(result).toMatchObject({ msg_search_result_search_cursor: '', msg_search_result_total_count: 2 });
  expect(found(result)).toEqual([
    ['carol', 1, 'x 3'],
    ['bob', 2],
  ]);
  expect(engine.asked[0]).toMatchObject({ words: ['x'], every: false, limit: 20, cursor: '' });
});

test('nobody gets what he may not see, whatever the provider says', async () => {
  const engine = new Engine();
  const [alice, bob, carol, mallory] = (await people(engine.providers, 'alice', 'bob', 'carol', 'mallory')) as [
    App,
    App,
    App,
    App,
  ];
  await send(alice, 'bob', 'private');
  await ok(alice, (client, cb) =>
    client.TIMGroupCreate(
      {
        create_group_param_group_name: 'team',
        create_group_param_group_id: 'team',
        create_group_param_group_type: TIMGroupType.kTIMGroup_Public,
        create_group_param_add_option: TIMGroupAddOption.kTIMGroupAddOpt_Any,
        create_group_param_group_member_array: [{ group_member_info_identifier: 'bob' }],
      },
      cb,
    ),
  );
  await send(alice, 'team', 'before carol', GROUP);
  await ok(carol, (client, cb) => client.TIMGroupJoin('team', '', cb));
  const forBob = { ...textMessage('for bob'), message_target_group_member_array: ['bob'] };
  await ok(alice, (client, cb) => client.TIMMsgSendMessage('team', GROUP, forBob, null, cb));
  const revoked = await send(alice, 'team', 'revoked', GROUP);
  await ok(alice, (client, cb) => client.TIMMsgRevoke('team', GROUP, revoked, cb));
  const deleted = await send(alice, 'team', 'deleted by bob', GROUP);
  const param = { msg_delete_param_msg: deleted, msg_delete_param_is_ramble: true };
  await ok(bob, (client, cb) => client.TIMMsgDelete('team', GROUP, param, cb));
  await send(alice, 'team', 'for all', GROUP);
  const places = [
    ...[0, 1, 2, 99].map((seq) => ({ conversation: 'c2c:alice:bob', seq })),
    ...Array.from({ length: 12 }, (_, seq) => ({ conversation: 'group:team', seq })),
    { conversation: 'c2c:bob:alice', seq: 1 },
    { conversation: '__proto__', seq: 1 },
  ];
  engine.answer = { places };
  const seen = async (one: App): Promise<unknown[]> => {
    const texts: unknown[] = [];
    for (const [id, type] of [
      ['alice', C2C],
      ['team', GROUP],
    ] as const) {
      const param = { msg_search_param_conv_id: id, msg_search_param_conv_type: type };
      for (const item of (await search(one, { ...param, msg_search_param_search_count: 50 }))
        .msg_search_result_item_array ?? []) {
        texts.push(...textsOf(item.msg_search_result_item_message_array).filter((text) => text !== undefined));
      }
    }
    return texts;
  };
  expect(await seen(bob)).toEqual(['private', 'before carol', 'for bob', 'for all']);
  expect(await seen(carol)).toEqual(['deleted by bob', 'for all']);
  engine.asked.length = 0;
  expect(await seen(mallory)).toEqual([]);
  // There is nothing that she could see: nobody is asked.
  expect(engine.asked).toEqual([]);
  await ok(bob, (client, cb) => client.TIMMsgClearHistoryMessage('alice', C2C, cb));
  await ok(bob, (client, cb) => client.TIMGroupQuit('team', cb));
  expect(await seen(bob)).toEqual([]);
  expect(engine.asked).toEqual([]);
});

test.each<[string, unknown]>([
  ['throws', undefined],
  ['answers with nothing', null],
  ['answers with a list', []],
  ['answers without places', {}],
  ['answers with places that are none', { places: [{ conversation: 1, seq: 1 }] }],
  ['answers with places between two', { places: [{ conversation: 'c2c:alice:bob', seq: 1.5 }] }],
  ['answers with too many', { places: Array.from({ length: 3 }, () => ({ conversation: 'c2c:alice:bob', seq: 1 })) }],
  ['answers with a cursor that is no text', { places: [], cursor: 5 }],
  ['answers with a cursor as long as a book', { places: [], cursor: 'x'.repeat(1025) }],
  ['answers with a total below nothing', { places: [], total: -1 }],
])('a provider that %s: an error, and nothing of its own', async (_what, answer) => {
  const [alice] = (await people(
    {
      searchMessages: async () => {
        if (answer === undefined) throw new Error('secret of the provider');
        return answer as FoundMessages;
      },
    },
    'alice',
    'bob',
  )) as [App];
  await send(alice, 'bob', 'hello');
  const param = { msg_search_param_keyword_array: ['hello'], msg_search_param_search_count: 2 };
  const { code, desc, json } = await ask(alice, param);
  expect(code).toBe(ERRORS.messageInternal.code);
  expect(desc).not.toContain('secret');
  expect(json).toEqual({ msg_search_result_search_cursor: '', msg_search_result_total_count: 0 });
  await send(alice, 'bob', 'the connection goes on');
});

test('kinds of elements that there are not: nothing, in lists and both searches', async () => {
  const engine = new Engine();
  const [alice] = (await people(engine.providers, 'alice', 'bob')) as [App];
  await send(alice, 'bob', 'hello');
  const param = { ...IN_BOB, msg_search_param_keyword_array: ['hello'], msg_search_param_message_type_array: [8] };
  const nothing = {
    msg_search_result_item_array: [],
    msg_search_result_search_cursor: '',
    msg_search_result_total_count: 0,
  };
  expect(await search(alice, param as MessageSearchParam)).toEqual(nothing);
  expect(await ok(alice, (client, cb) => client.TIMMsgSearchLocalMessages(param as MessageSearchParam, cb))).toEqual(
    nothing,
  );
  const wanted = { msg_getmsglist_param_count: 5, msg_getmsglist_param_message_type_array: [8] };
  expect(await ok(alice, (client, cb) => client.TIMMsgGetMsgList('bob', C2C, wanted as object, cb))).toEqual([]);
  expect(engine.asked).toEqual([]);
});

test('without a provider, and what a search on the server cannot do', async () => {
  const [alice] = (await people({}, 'alice', 'bob')) as [App];
  const words = (count: number) => ({ msg_search_param_keyword_array: Array.from({ length: count }, String) });
  expect((await ask(alice, words(1))).code).toBe(ERRORS.notSupported.code);
  expect((await ask(alice, words(6))).code).toBe(ERRORS.invalidParameters.code);
  const second = { ...words(1), msg_search_param_page_index: 1, msg_search_param_page_size: 10 };
  expect((await ask(alice, second)).code).toBe(ERRORS.invalidParameters.code);
});
