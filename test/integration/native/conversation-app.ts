import {
  TIMConvEvent,
  TIMConvType,
  type ConvInfo,
  type Message,
  type TimClient,
  type TIMConversationOperationResult,
} from 'tim-node';
import type { TimServer } from '@tim-node/server';
import { readJson } from '../../../lib/sdk/src/native/json.js';
import type { TIMCommCallback } from '../../../lib/sdk/src/native/generated/callbacks.js';
import type { App } from './app.js';
import type { World } from './world.js';

/* Apps that look at their lists of conversations. */

export const C2C = TIMConvType.kTIMConv_C2C;

const NAMES: Readonly<Record<number, string>> = {
  [TIMConvEvent.kTIMConvEvent_Add]: 'add',
  [TIMConvEvent.kTIMConvEvent_Del]: 'del',
  [TIMConvEvent.kTIMConvEvent_Update]: 'update',
  [TIMConvEvent.kTIMConvEvent_Start]: 'start',
  [TIMConvEvent.kTIMConvEvent_Finish]: 'finish',
};

/** What the callbacks of conversations have said. */
export interface Told {
  /** Kind of event and ids, such as `add bob`. */
  readonly events: string[];
  /** Everything else: name of the callback and arguments. */
  readonly others: unknown[][];
  /** Conversations as the last event about each has shown them. */
  readonly shown: Map<string, ConvInfo>;
}

/** Writes down what is told of conversations. */
export function listen({ client }: App): Told {
  const told: Told = { events: [], others: [], shown: new Map() };
  client.TIMSetConvEventCallback((event, json) => {
    const infos = json === '' ? [] : (readJson(json) as ConvInfo[]);
    for (const info of infos) told.shown.set(info.conv_id ?? '', info);
    const ids = infos.map(({ conv_id: id }) => id);
    told.events.push([NAMES[event], ...ids].join(' '));
  });
  const ids = (json: string): unknown[] => (readJson(json) as ConvInfo[]).map(({ conv_id: id }) => id);
  const { others } = told;
  client.TIMSetConvTotalUnreadMessageCountChangedCallback((count) => others.push(['total', count]));
  client.TIMSetConvUnreadMessageCountChangedByFilterCallback((filter, count) =>
    others.push(['filtered', readJson(filter), count]),
  );
  client.TIMSetConvConversationGroupCreatedCallback((name, json) => others.push(['created', name, ids(json)]));
  client.TIMSetConvConversationGroupDeletedCallback((name) => others.push(['deleted', name]));
  client.TIMSetConvConversationGroupNameChangedCallback((then, now) => others.push(['renamed', then, now]));
  client.TIMSetConvConversationsAddedToGroupCallback((name, json) => others.push(['added', name, ids(json)]));
  client.TIMSetConvConversationsDeletedFromGroupCallback((name, json, reason) =>
    others.push(['removed', name, ids(json), reason]),
  );
  client.TIMSetMsgAllMessageReceiveOptionCallback((json) => others.push(['option', readJson(json)]));
  client.TIMSetMsgReadedReceiptCallback((json) => others.push(['read', readJson(json)]));
  return told;
}

export interface Scene {
  readonly server: TimServer;
  readonly alice: App;
  /** Another instance of alice. */
  readonly web: App;
  readonly bob: App;
  readonly aliceTold: Told;
  readonly webTold: Told;
  readonly bobTold: Told;
}

/** Alice with a second instance, and bob; all of them have their lists. */
export async function scene({ start, app }: World): Promise<Scene> {
  const server = await start();
  const [alice, web, bob] = [app(server), app(server, { sdk_config_platform: 'Web' }), app(server)];
  const [aliceTold, webTold, bobTold] = [listen(alice), listen(web), listen(bob)];
  for (const [one, user, { events }] of [
    [alice, 'alice', aliceTold],
    [web, 'alice', webTold],
    [bob, 'bob', bobTold],
  ] as const) {
    expect(await one.login(user, server.genUserSig(user))).toBe(0);
    await one.until('the list', () => events.includes('finish'));
    expect(events.splice(0)).toEqual(['start', 'finish']);
  }
  return { server, alice, web, bob, aliceTold, webTold, bobTold };
}

/** A call that must succeed; what it tells. */
export async function ok(one: App, call: (client: TimClient, cb: TIMCommCallback) => number): Promise<unknown> {
  const { code, desc, json } = await one.ask(call);
  expect([code, desc]).toEqual([0, '']);
  return json;
}

/** A call that must fail; its code. */
export async function fails(one: App, call: (client: TimClient, cb: TIMCommCallback) => number): Promise<number> {
  const { code, desc } = await one.ask(call);
  expect(desc).not.toBe('');
  return code;
}

export async function listOf(one: App): Promise<ConvInfo[]> {
  return (await ok(one, (client, cb) => client.TIMConvGetConvList(cb))) as ConvInfo[];
}

export async function infoOf(one: App, id: string, type: TIMConvType = C2C): Promise<ConvInfo | undefined> {
  const wanted = [{ get_conversation_list_param_conv_id: id, get_conversation_list_param_conv_type: type }];
  return ((await ok(one, (client, cb) => client.TIMConvGetConvInfo(wanted, cb))) as ConvInfo[])[0];
}

/** Waits until an app shows a conversation so. */
export async function untilShows(one: App, id: string, expected: ConvInfo, type: TIMConvType = C2C): Promise<void> {
  await one.until(`${id}: ${JSON.stringify(expected)}`, async () => {
    const info: Record<string, unknown> = { ...(await infoOf(one, id, type)) };
    return Object.entries(expected).every(([key, value]) => JSON.stringify(info[key]) === JSON.stringify(value));
  });
}

/** Outcomes of an operation on several conversations: ids and codes. */
export function codes(json: unknown): unknown[] {
  return (json as TIMConversationOperationResult[]).map((each) => [
    each.conversation_operation_result_conversation_id,
    each.conversation_operation_result_result_code,
  ]);
}

export async function send(from: App, to: string, text: string, more: Message = {}): Promise<Message> {
  const given = { message_elem_array: [{ elem_type: 0, text_elem_content: text }], ...more };
  return (await ok(from, (client, cb) => client.TIMMsgSendMessage(to, C2C, given, null, cb))) as Message;
}
