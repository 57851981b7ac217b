import { isDeepStrictEqual } from 'node:util';
import { TIMConvEvent, type ConvInfo, type Message } from 'tim-node';
import { waitFor } from '../../support/wait.js';
import type { Puppet, Told } from './puppet.js';

const PAGE = 100;
/** Callbacks with an array of things that may come together or one by one. */
const MANY = new Set([
  'TIMAddRecvNewMsgCallback',
  'TIMSetMsgReadedReceiptCallback',
  'TIMSetMsgRevokeCallback',
  'TIMSetMsgUpdateCallback',
  'TIMSetMsgReactionsChangedCallback',
]);
/** Callbacks that tell how things are now: only the last time counts. */
const STATE = new Set(['TIMSetConvTotalUnreadMessageCountChangedCallback']);
const CONVERSATIONS = 'TIMSetConvEventCallback';

/** What an app was told by each callback, however it was divided. */
function digest(told: readonly Told[]): Record<string, unknown> {
  const found: Record<string, unknown[]> = {};
  for (const { name, args } of told) {
    if (name === CONVERSATIONS) continue;
    const things = args.map(lasting);
    if (STATE.has(name)) found[name] = [things];
    else (found[name] ??= []).push(...(MANY.has(name) ? (things[0] as unknown[]) : [things]));
  }
  return found;
}

/** What was told without what may have changed before it was told: how a conversation is, and who has read a message. */
function lasting(thing: unknown): unknown {
  if (Array.isArray(thing)) return thing.map(lasting);
  if (typeof thing !== 'object' || thing === null) return thing;
  if ('conv_id' in thing) return thing.conv_id;
  if (!('message_is_read' in thing)) return thing;
  const { message_is_read: isRead, ...rest } = thing;
  return typeof isRead === 'boolean' ? rest : thing;
}

/** What everything that can happen is told by. */
const KINDS = [
  ...MANY,
  ...STATE,
  CONVERSATIONS,
  'TIMSetMsgExtensionsChangedCallback',
  'TIMSetMsgExtensionsDeletedCallback',
  'TIMSetMsgAllMessageReceiveOptionCallback',
  'TIMSetMsgGroupPinnedMessageChangedCallback',
  'TIMSetConvConversationGroupCreatedCallback',
  'TIMSetConvConversationGroupDeletedCallback',
  'TIMSetConvConversationGroupNameChangedCallback',
  'TIMSetConvConversationsAddedToGroupCallback',
  'TIMSetConvConversationsDeletedFromGroupCallback',
  'TIMSetGroupTipsEventCallback',
];

/** Conversations as events have shown them, one after the other: what a list on a screen holds. */
function shownBy(told: readonly Told[]): Map<string, ConvInfo> {
  const shown = new Map<string, ConvInfo>();
  for (const { name, args } of told) {
    if (name !== CONVERSATIONS || !Array.isArray(args[1])) continue;
    for (const info of args[1] as ConvInfo[]) {
      const key = `conversation ${String(info.conv_id)}`;
      if (args[0] === TIMConvEvent.kTIMConvEvent_Del) shown.delete(key);
      else shown.set(key, info);
    }
  }
  return shown;
}

/** Two clients that were told from these places on: one slept, one did not. Both know the same, and all of it. */
export async function expectAlike(sleeper: Puppet, asleepAt: number, witness: Puppet, from: number): Promise<void> {
  const told = witness.told.slice(from);
  expect([...new Set(told.map(({ name }) => name))].sort()).toEqual([...KINDS].sort());
  const heard = (): Record<string, unknown> => digest(sleeper.told.slice(asleepAt));
  const expectedNews = digest(told);
  // Callbacks of different kinds may tell of the same time one after the other.
  await waitFor('the same news', () => isDeepStrictEqual(heard(), expectedNews)).catch(() => undefined);
  expect(heard()).toEqual(expectedNews);
  const expected = await look(witness);
  // Of a conversation that is new to it, it asks the server for the rest.
  let view = await look(sleeper);
  const settled = async (): Promise<boolean> => isDeepStrictEqual((view = await look(sleeper)), expected);
  await waitFor('the same view', settled).catch(() => undefined);
  expect(view).toEqual(expected);
  const conversations = Object.entries(view).filter(([key]) => key.startsWith('conversation '));
  expect(Object.fromEntries(shownBy(sleeper.told))).toEqual(Object.fromEntries(conversations));
}

/** Everything that an app can see of its conversations. */
export async function look(one: Puppet): Promise<Record<string, unknown>> {
  const list = (await one.ok('TIMConvGetConvList')) as ConvInfo[];
  const view: Record<string, unknown> = { list: list.map(({ conv_id: id }) => id) };
  for (const info of list) {
    const { conv_id: id = '', conv_type: type } = info;
    view[`conversation ${id}`] = info;
    view[`history of ${id}`] = await historyOf(one, id, Number(type));
  }
  view['unread'] = await one.ok('TIMConvGetTotalUnreadMessageCount');
  view['groups of conversations'] = await one.ok('TIMConvGetConversationGroupList');
  view['do not disturb'] = await one.ok('TIMMsgGetAllReceiveMessageOpt');
  view['joined'] = await one.ok('TIMGroupGetJoinedGroupList');
  view['pinned'] = await one.ok('TIMGetPinnedGroupMessageList', 'club');
  return view;
}

async function historyOf(one: Puppet, id: string, type: number): Promise<Message[]> {
  return (await one.ok('TIMMsgGetMsgList', id, type, { msg_getmsglist_param_count: PAGE })) as Message[];
}
