import { isRecord } from '@tim-node/protocol';
import { isNumeric, toInt32 } from '../codec/scalars.js';
import type {
  TIMConvConversationGroupCreatedCallback,
  TIMConvConversationGroupDeletedCallback,
  TIMConvConversationGroupNameChangedCallback,
  TIMConvConversationsAddedToGroupCallback,
  TIMConvConversationsDeletedFromGroupCallback,
  TIMConvEventCallback,
  TIMConvTotalUnreadMessageCountChangedByFilterCallback,
  TIMConvTotalUnreadMessageCountChangedCallback,
} from '../generated/callbacks.js';
import { TIMResult, type TIMConvType } from '../generated/enums.js';
import type {
  ConvInfo,
  Draft,
  GetConversationListParam,
  GetTotalUnreadNumberResult,
  TIMConversationListFilter,
  TIMConversationListResult,
  TIMConversationOperationResult,
} from '../generated/structs.js';
import {
  anyJson,
  conversationIds,
  convType,
  flag,
  id,
  int,
  jsonThat,
  long,
  object,
  optionalText,
  Refusal,
  text,
  type Json,
  type Param,
} from '../params.js';
import { toFilter } from '../codec/conversation.js';
import {
  cleanUnread,
  filterName,
  find,
  fromList,
  list,
  mark,
  operate,
  page,
  regroup,
  remove,
  replyTo,
  setCustomData,
  setDraft,
  targetFor,
  withNames,
} from '../conversations.js';
import { call, command, event } from '../row.js';

const none = (): unknown => [];
const unread = (count: number): GetTotalUnreadNumberResult => ({
  conv_get_total_unread_message_count_result_unread_count: count,
});
const nothingUnread = (): GetTotalUnreadNumberResult => unread(0);

/** A filter must name a kind of conversation, or one of the other things to filter by. */
const filter: Param<Json<TIMConversationListFilter>> = jsonThat((value) => {
  if (!isRecord(value)) return false;
  const { conversation_list_filter_conv_type: type } = value;
  const names: readonly (keyof TIMConversationListFilter)[] = [
    'conversation_list_filter_conversation_group',
    'conversation_list_filter_mark_type',
    'conversation_list_filter_has_unread_count',
    'conversation_list_filter_has_group_at_info',
  ];
  return (isNumeric(type) && [1, 2, 3].includes(toInt32(type))) || names.some((name) => Object.hasOwn(value, name));
});

/** A page of no conversations is refused, with an answer that says so. */
const pageSize: Param<number> = {
  ...int(),
  read: (value) => ((value as number) >>> 0 === 0 ? emptyPage : (value as number)),
};
const emptyPage = new Refusal(TIMResult.TIM_ERR_JSON, {
  code: 0,
  desc: '',
  json: { conversation_list_result_is_finished: true, conversation_list_result_next_seq: 0 },
});

/** Conversations: what somebody sees in the list of chats. */
export const conversationApi = {
  /**
   * Sets the callback for conversations that appear, change or go.
   * @param cb gets a `TIMConvEvent` and a JSON array of `ConvInfo`
   */
  TIMSetConvEventCallback: event<TIMConvEventCallback>('TIMSetConvEventCallback'),

  /**
   * Sets the callback for the number of unread messages in all conversations that disturb.
   * @param cb gets the new number
   */
  TIMSetConvTotalUnreadMessageCountChangedCallback: event<TIMConvTotalUnreadMessageCountChangedCallback>(
    'TIMSetConvTotalUnreadMessageCountChangedCallback',
  ),

  /**
   * Sets the callback for the number of unread messages behind filters of
   * TIMConvSubscribeUnreadMessageCountByFilter.
   * @param cb gets the `TIMConversationListFilter` and the new number
   */
  TIMSetConvUnreadMessageCountChangedByFilterCallback: event<TIMConvTotalUnreadMessageCountChangedByFilterCallback>(
    'TIMSetConvUnreadMessageCountChangedByFilterCallback',
  ),

  /**
   * Sets the callback for new groups of conversations.
   * @param cb gets the name and a JSON array of `ConvInfo`
   */
  TIMSetConvConversationGroupCreatedCallback: event<TIMConvConversationGroupCreatedCallback>(
    'TIMSetConvConversationGroupCreatedCallback',
  ),

  /**
   * Sets the callback for deleted groups of conversations.
   * @param cb gets the name
   */
  TIMSetConvConversationGroupDeletedCallback: event<TIMConvConversationGroupDeletedCallback>(
    'TIMSetConvConversationGroupDeletedCallback',
  ),

  /**
   * Sets the callback for renamed groups of conversations.
   * @param cb gets the old and the new name
   */
  TIMSetConvConversationGroupNameChangedCallback: event<TIMConvConversationGroupNameChangedCallback>(
    'TIMSetConvConversationGroupNameChangedCallback',
  ),

  /**
   * Sets the callback for conversations that were put into a group.
   * @param cb gets the name of the group and a JSON array of `ConvInfo`
   */
  TIMSetConvConversationsAddedToGroupCallback: event<TIMConvConversationsAddedToGroupCallback>(
    'TIMSetConvConversationsAddedToGroupCallback',
  ),

  /**
   * Sets the callback for conversations that were taken out of a group.
   * @param cb gets the name of the group, a JSON array of `ConvInfo`, and why
   */
  TIMSetConvConversationsDeletedFromGroupCallback: event<TIMConvConversationsDeletedFromGroupCallback>(
    'TIMSetConvConversationsDeletedFromGroupCallback',
  ),

  /** Fetches all conversations. Callback: `ConvInfo[]`. */
  TIMConvGetConvList: call<[], ConvInfo[]>('TIMConvGetConvList', {
    params: [],
    local: true,
    offline: true,
    empty: none,
    run: (client, _values, reply) => {
      fromList(client, reply, () => list(client));
    },
  }),

  /**
   * Fetches some conversations. Callback: `ConvInfo[]`.
   * @param json_get_conv_list_param `GetConversationListParam[]`
   */
  TIMConvGetConvInfo: call<[json_get_conv_list_param: Json<GetConversationListParam[]>], ConvInfo[]>(
    'TIMConvGetConvInfo',
    {
      params: [anyJson<GetConversationListParam[]>([])],
      local: true,
      offline: true,
      empty: none,
      run: (client, [wanted], reply) => {
        fromList(client, reply, () => find(client, wanted));
      },
    },
  ),

  /**
   * Fetches the conversations behind a filter, page by page. Callback: `TIMConversationListResult`.
   * @param filter a `TIMConversationListFilter`; `{}` means all
   * @param next_seq 0, then what the callback has told
   * @param count conversations in a page; 0 is refused
   */
  TIMConvGetConversationListByFilter: call<
    [filter: Json<TIMConversationListFilter>, next_seq: number | bigint, count: number],
    TIMConversationListResult
  >('TIMConvGetConversationListByFilter', {
    params: [object(), long, pageSize],
    local: true,
    offline: true,
    empty: () => ({
      conversation_list_result_conv_list: [],
      conversation_list_result_is_finished: false,
      conversation_list_result_next_seq: 0,
    }),
    run: (client, [given, cursor, count], reply) => {
      page(client, given, cursor, count, reply);
    },
  }),

  /**
   * Deletes a conversation and its messages, here and on the server.
   * @param conv_id UserID of the other one, or group id
   * @param conv_type `TIMConvType`: C2C or group
   */
  TIMConvDelete: call<[conv_id: string, conv_type: TIMConvType]>('TIMConvDelete', {
    params: [id, convType],
    run: (client, [convId, type], reply) => {
      remove(client, targetFor(convId, type), reply);
    },
  }),

  /**
   * Deletes conversations. Callback: `TIMConversationOperationResult[]`.
   * @param conversation_id_array conversation ids (`c2c_` and UserID, `group_` and group id), at most 100
   * @param clear_message whether their messages are deleted too
   */
  TIMConvDeleteConversationList: call<
    [conversation_id_array: Json<string[]>, clear_message: boolean],
    TIMConversationOperationResult[]
  >('TIMConvDeleteConversationList', {
    params: [conversationIds, flag],
    empty: none,
    run: ({ engine }, [ids, clear], reply) => {
      operate(ids, reply, (targets, settle) => {
        engine.call('conv.remove', { targets, clear }, settle);
      });
    },
  }),

  /**
   * Keeps what the user was writing.
   * @param conv_id UserID of the other one, or group id
   * @param conv_type `TIMConvType`: C2C or group
   * @param json_draft_param a `Draft`
   */
  TIMConvSetDraft: command<[conv_id: string, conv_type: TIMConvType, json_draft_param: Json<Draft>]>({
    params: [id, convType, object({ onNull: TIMResult.TIM_ERR_JSON, onEmpty: TIMResult.TIM_ERR_JSON })],
    run: (client, [convId, type, draft]) => {
      setDraft(client, targetFor(convId, type), draft);
    },
  }),

  /**
   * Forgets what the user was writing.
   * @param conv_id UserID of the other one, or group id
   * @param conv_type `TIMConvType`: C2C or group
   */
  TIMConvCancelDraft: command<[conv_id: string, conv_type: TIMConvType]>({
    params: [text, int()],
    run: ({ conversations }, [convId, type]) => {
      if (convId === '' || (type !== 1 && type !== 2)) return TIMResult.TIM_ERR_PARAM;
      conversations.setDraft(targetFor(convId, type), undefined);
      return TIMResult.TIM_SUCC;
    },
  }),

  /**
   * Keeps the app's own data with conversations. Callback: `TIMConversationOperationResult[]`.
   * @param conversation_id_array conversation ids (`c2c_` and UserID, `group_` and group id)
   * @param custom_data up to 256 bytes
   */
  TIMConvSetConversationCustomData: call<
    [conversation_id_array: Json<string[]>, custom_data: string],
    TIMConversationOperationResult[]
  >('TIMConvSetConversationCustomData', {
    params: [conversationIds, id],
    empty: none,
    run: (client, [ids, custom], reply) => {
      setCustomData(client, ids, custom, reply);
    },
  }),

  /**
   * Puts a conversation to the top of the list, or lets it go from there.
   * @param conv_id UserID of the other one, or group id
   * @param conv_type `TIMConvType`: C2C or group
   * @param is_pinned true to pin
   */
  TIMConvPinConversation: call<[conv_id: string, conv_type: TIMConvType, is_pinned: boolean]>(
    'TIMConvPinConversation',
    {
      params: [id, convType, flag],
      run: ({ engine }, [convId, type, pinned], reply) => {
        engine.call('conv.pin', { target: targetFor(convId, type), pinned }, replyTo(reply));
      },
    },
  ),

  /**
   * Sets a mark on conversations or removes it. Callback: `TIMConversationOperationResult[]`.
   * @param conversation_id_array conversation ids (`c2c_` and UserID, `group_` and group id)
   * @param mark_type `TIMConversationMarkType`, or one of the app's own: `1n << n` with n from 32 to 63
   * @param enable_mark true to set
   */
  TIMConvMarkConversation: call<
    [conversation_id_array: Json<string[]>, mark_type: number | bigint, enable_mark: boolean],
    TIMConversationOperationResult[]
  >('TIMConvMarkConversation', {
    params: [conversationIds, long, flag],
    empty: none,
    run: (client, [ids, marks, on], reply) => {
      mark(client, ids, marks, on, reply);
    },
  }),

  /**
   * Counts the unread messages of all conversations that disturb; from then on TIMSetConvTotalUnreadMessageCountChangedCallback
   * tells of changes. Callback: `GetTotalUnreadNumberResult`.
   */
  TIMConvGetTotalUnreadMessageCount: call<[], GetTotalUnreadNumberResult>('TIMConvGetTotalUnreadMessageCount', {
    params: [],
    local: true,
    offline: true,
    empty: nothingUnread,
    run: (client, _values, reply) => {
      fromList(client, reply, () => unread(client.unread.askTotal()));
    },
  }),

  /**
   * Counts the unread messages of the conversations behind a filter. Callback: `GetTotalUnreadNumberResult`.
   * @param filter a `TIMConversationListFilter`
   */
  TIMConvGetUnreadMessageCountByFilter: call<[filter: Json<TIMConversationListFilter>], GetTotalUnreadNumberResult>(
    'TIMConvGetUnreadMessageCountByFilter',
    {
      params: [filter],
      local: true,
      offline: true,
      empty: nothingUnread,
      run: (client, [given], reply) => {
        fromList(client, reply, () => unread(client.unread.count(toFilter(given))));
      },
    },
  ),

  /**
   * Asks to be told of the number of unread messages behind a filter.
   * @param filter a `TIMConversationListFilter`
   */
  TIMConvSubscribeUnreadMessageCountByFilter: command<[filter: Json<TIMConversationListFilter>]>({
    params: [filter],
    run: ({ unread: watch }, [given]) => {
      watch.watch(filterName(given), toFilter(given));
    },
  }),

  /**
   * Ends such a wish.
   * @param filter the same `TIMConversationListFilter`
   */
  TIMConvUnsubscribeUnreadMessageCountByFilter: command<[filter: Json<TIMConversationListFilter>]>({
    params: [filter],
    run: ({ unread: watch }, [given]) => {
      watch.unwatch(filterName(given));
    },
  }),

  /**
   * Marks messages as read.
   * @param conversation_id `c2c_` and UserID, `group_` and group id; `c2c` or `group` for all of that kind, nothing for all
   * @param clean_timestamp C2C: up to this time, unix seconds; 0 means all
   * @param clean_sequence group: up to this message; 0 means all
   */
  TIMConvCleanConversationUnreadMessageCount: call<
    [conversation_id: string | null, clean_timestamp: number | bigint, clean_sequence: number | bigint]
  >('TIMConvCleanConversationUnreadMessageCount', {
    params: [optionalText, long, long],
    run: (client, [convId, time, seq], reply) => {
      cleanUnread(client, convId, time, seq, reply);
    },
  }),

  /**
   * Makes a group of conversations. Callback: `TIMConversationOperationResult[]`.
   * @param group_name 1 to 32 bytes; there can be 20 groups
   * @param conversation_id_array conversation ids, at least one
   */
  TIMConvCreateConversationGroup: call<
    [group_name: string, conversation_id_array: Json<string[]>],
    TIMConversationOperationResult[]
  >('TIMConvCreateConversationGroup', {
    params: [id, anyJson<string[]>([])],
    empty: none,
    run: (client, [name, ids], reply) => {
      regroup(client, 'conv.group.create', name, ids, reply);
    },
  }),

  /** Fetches the names of the groups of conversations. Callback: `string[]`. */
  TIMConvGetConversationGroupList: call<[], string[]>('TIMConvGetConversationGroupList', {
    params: [],
    local: true,
    offline: true,
    empty: none,
    run: (client, _values, reply) => {
      fromList(client, reply, () => [...client.conversations.groups]);
    },
  }),

  /**
   * Deletes a group of conversations; the conversations stay.
   * @param group_name name of the group
   */
  TIMConvDeleteConversationGroup: call<[group_name: string]>('TIMConvDeleteConversationGroup', {
    params: [id],
    run: ({ engine }, [name], reply) => {
      withNames(reply, [name], () => {
        engine.call('conv.group.delete', { name }, replyTo(reply));
      });
    },
  }),

  /**
   * Renames a group of conversations.
   * @param old_name its name
   * @param new_name 1 to 32 bytes
   */
  TIMConvRenameConversationGroup: call<[old_name: string, new_name: string]>('TIMConvRenameConversationGroup', {
    params: [id, id],
    run: ({ engine }, [name, newName], reply) => {
      withNames(reply, [name, newName], () => {
        engine.call('conv.group.rename', { name, newName }, replyTo(reply));
      });
    },
  }),

  /**
   * Puts conversations into a group. Callback: `TIMConversationOperationResult[]`.
   * @param group_name name of the group
   * @param conversation_id_array conversation ids
   */
  TIMConvAddConversationsToGroup: call<
    [group_name: string, conversation_id_array: Json<string[]>],
    TIMConversationOperationResult[]
  >('TIMConvAddConversationsToGroup', {
    params: [id, conversationIds],
    empty: none,
    run: (client, [name, ids], reply) => {
      regroup(client, 'conv.group.add', name, ids, reply);
    },
  }),

  /**
   * Takes conversations out of a group. Callback: `TIMConversationOperationResult[]`.
   * @param group_name name of the group
   * @param conversation_id_array conversation ids
   */
  TIMConvDeleteConversationsFromGroup: call<
    [group_name: string, conversation_id_array: Json<string[]>],
    TIMConversationOperationResult[]
  >('TIMConvDeleteConversationsFromGroup', {
    params: [id, conversationIds],
    empty: none,
    run: (client, [name, ids], reply) => {
      regroup(client, 'conv.group.remove', name, ids, reply);
    },
  }),

  /**
   * Does nothing but succeed: a conversation comes into being with its first message.
   * @deprecated not needed
   * @param conv_id UserID of the other one, or group id
   * @param conv_type `TIMConvType`: C2C or group
   */
  TIMConvCreate: call<[conv_id: string | null, conv_type: TIMConvType]>('TIMConvCreate', {
    params: [optionalText, int()],
    needs: 'nothing',
    run: (_client, _values, reply) => {
      reply({});
    },
  }),
};
