import type { TIMConvType } from '../generated/enums.js';
import type {
  DownloadElemParam,
  Message,
  MessageSearchParam,
  MessageSearchResult,
  MsgDeleteParam,
  MsgDownloadElemResult,
  MsgGetMsgListParam,
  MsgLocator,
} from '../generated/structs.js';
import { deleteList, deleteOne, modify, revoke, targetOf } from '../history.js';
import { answerDone } from '../located.js';
import { downloadMerged } from '../mergers.js';
import { findByLocators, getList } from '../message-list.js';
import {
  anyJson,
  array,
  convType,
  id,
  message,
  messages,
  object,
  optional,
  optionalText,
  type Json,
} from '../params.js';
import { findMessages, importMessages, saveMessage, searchMessages, setLocalCustomData } from '../archive.js';
import { searchCloud } from '../cloud-search.js';
import { download } from '../download.js';
import { replyTo, reportRead } from '../conversations.js';
import { call } from '../row.js';

const list = (): unknown => [];
const nothingFound = (): MessageSearchResult => ({
  msg_search_result_search_cursor: '',
  msg_search_result_total_count: 0,
});

/** Messages that were sent or received earlier. */
export const messageHistoryApi = {
  /**
   * Downloads an image, a sound, a file or a video of a message. Callback: `MsgDownloadElemResult`; as in the native
   * API it comes several times. With the description `downloading` it tells how far the download is, at most once for
   * each percent; the one with another description is the last one and says how it has ended. An interrupted
   * download goes on from where it was. The file appears under its name only when all of it is there.
   *
   * Errors: 6009 the download has failed, 7007 the path cannot be written, 114000 the file is gone or may not be seen.
   * @param json_download_elem_param a `DownloadElemParam`, made of what the element says
   * @param path file to write, UTF-8
   */
  TIMMsgDownloadElemToPath: call<
    [json_download_elem_param: Json<DownloadElemParam>, path: string],
    MsgDownloadElemResult
  >('TIMMsgDownloadElemToPath', {
    params: [object(), id],
    run: (client, [param, path], reply) => {
      download(client, param, path, reply);
    },
  }),

  /**
   * Fetches the messages inside a merged one. Callback: `Message[]`.
   * @param json_single_msg the merged `Message`
   */
  TIMMsgDownloadMergerMessage: call<[json_single_msg: Json<Message>], Message[]>('TIMMsgDownloadMergerMessage', {
    params: [message()],
    empty: list,
    run: downloadMerged,
  }),

  /**
   * Keeps the app's own data with a message, on this machine only.
   * @param json_msg_param the `Message` with `message_custom_int` or `message_custom_str`
   */
  TIMMsgSetLocalCustomData: call<[json_msg_param: Json<Message>]>('TIMMsgSetLocalCustomData', {
    params: [message()],
    run: setLocalCustomData,
  }),

  /**
   * Fetches messages of a conversation. Callback: `Message[]`, the newest first; with `msg_getmsglist_param_is_forward`
   * the oldest first. Messages that were taken back are among them, with `message_status` 6 and without elements;
   * messages that only this machine has (saved, imported, failed) stand where their time puts them. Before the login
   * has succeeded and without a network it answers from the local store, when there is one on disk; with
   * `msg_getmsglist_param_is_ramble` false it always does.
   *
   * Errors: 10010 there is no such group, 10007 not a member of it.
   * @param conv_id UserID of the other one, or group id
   * @param conv_type `TIMConvType`: C2C or group
   * @param json_get_msg_param a `MsgGetMsgListParam`: where to begin, which way, how many
   */
  TIMMsgGetMsgList: call<
    [conv_id: string, conv_type: TIMConvType, json_get_msg_param: Json<MsgGetMsgListParam>],
    Message[]
  >('TIMMsgGetMsgList', {
    params: [id, convType, object()],
    local: true,
    offline: true,
    empty: list,
    run: getList,
  }),

  /**
   * Takes a message back, within two minutes unless the server says otherwise; in a group its administrators may take
   * back those of others. Receivers hear of it through TIMSetMsgRevokeCallback, and so do other instances of this account.
   *
   * Errors: 20016 and 10031 too late, 20022 not one's own or not there, 10030 not there, 10032 not allowed.
   * @param conv_id UserID of the other one, or group id
   * @param conv_type `TIMConvType`: C2C or group
   * @param json_msg_param the `Message`, as it came from sending, receiving or fetching; `message_revoke_reason` is told
   */
  TIMMsgRevoke: call<[conv_id: string, conv_type: TIMConvType, json_msg_param: Json<Message>]>('TIMMsgRevoke', {
    params: [id, convType, message()],
    run: revoke,
  }),

  /**
   * Changes the content of a message that was sent. Everybody hears of it through TIMSetMsgUpdateCallback.
   * Callback: the `Message` as it is now, also when somebody else was faster (8006).
   *
   * Errors: 8001 longer than 12 KB, 8006 changed in between, 20022, 10030 and 10032 not there or not allowed.
   * @param json_msg_param the `Message` with new elements or new `message_cloud_custom_str`
   */
  TIMMsgModifyMessage: call<[json_msg_param: Json<Message>], Message>('TIMMsgModifyMessage', {
    params: [message()],
    empty: () => ({}),
    run: modify,
  }),

  /**
   * Deletes a message on this machine; with `msg_delete_param_is_ramble` on the server too, for this account.
   *
   * Errors: 20022 the message is not on this machine, 6017 with `msg_delete_param_is_ramble` for one that the server does
   * not have.
   * @param conv_id UserID of the other one, or group id
   * @param conv_type `TIMConvType`: C2C or group
   * @param json_msgdel_param a `MsgDeleteParam`; `msg_delete_param_msg` must hold the `Message`
   */
  TIMMsgDelete: call<[conv_id: string, conv_type: TIMConvType, json_msgdel_param: Json<MsgDeleteParam>]>(
    'TIMMsgDelete',
    { params: [id, convType, object({ required: { msg_delete_param_msg: 'message' } })], run: deleteOne },
  ),

  /**
   * Deletes messages of one conversation for this account, here and on the server.
   * @param conv_id UserID of the other one, or group id
   * @param conv_type `TIMConvType`: C2C or group
   * @param json_msg_array `Message[]`, at most 50
   */
  TIMMsgListDelete: call<[conv_id: string, conv_type: TIMConvType, json_msg_array: Json<Message[]>]>(
    'TIMMsgListDelete',
    { params: [id, convType, messages()], run: deleteList },
  ),

  /**
   * Deletes all messages of a conversation for this account; the conversation itself stays.
   * @param conv_id UserID of the other one, or group id
   * @param conv_type `TIMConvType`: C2C or group
   */
  TIMMsgClearHistoryMessage: call<[conv_id: string, conv_type: TIMConvType]>('TIMMsgClearHistoryMessage', {
    params: [id, convType],
    run: ({ history }, [convId, type], reply) => {
      history.clear(targetOf(convId, type), answerDone(reply));
    },
  }),

  /**
   * Puts a message of the app's own making into a conversation, on this machine only.
   * @param conv_id UserID of the other one, or group id
   * @param conv_type `TIMConvType`: C2C or group
   * @param json_msg_param a `Message`
   */
  TIMMsgSaveMsg: call<[conv_id: string, conv_type: TIMConvType, json_msg_param: Json<Message>]>('TIMMsgSaveMsg', {
    params: [id, convType, message()],
    run: saveMessage,
  }),

  /**
   * Puts messages, made by the app or kept from elsewhere, into a conversation, on this machine only.
   * @param conv_id UserID of the other one, or group id
   * @param conv_type `TIMConvType`: C2C or group
   * @param json_msg_array `Message[]`
   */
  TIMMsgImportMsgList: call<[conv_id: string, conv_type: TIMConvType, json_msg_array: Json<Message[]>]>(
    'TIMMsgImportMsgList',
    { params: [id, convType, messages()], run: importMessages },
  ),

  /**
   * Finds messages on this machine by their ids, those that were taken back or deleted included; `message_status`
   * tells these apart. Callback: `Message[]`.
   * @param json_message_id_array ids
   */
  TIMMsgFindMessages: call<[json_message_id_array: Json<string[]>], Message[]>('TIMMsgFindMessages', {
    params: [anyJson<string[]>([])],
    local: true,
    offline: true,
    empty: list,
    run: findMessages,
  }),

  /**
   * Finds messages of a conversation by their place in it; without the server, those of the local store. Messages that
   * were taken back, and deleted ones that this machine still has, are among them: `message_status` tells these apart.
   * Callback: `Message[]`.
   * @param conv_id UserID of the other one, or group id
   * @param conv_type `TIMConvType`: C2C or group
   * @param json_msg_Locator_array `MsgLocator[]`
   */
  TIMMsgFindByMsgLocatorList: call<
    [conv_id: string, conv_type: TIMConvType, json_msg_Locator_array: Json<MsgLocator[]>],
    Message[]
  >('TIMMsgFindByMsgLocatorList', {
    params: [id, convType, array()],
    local: true,
    offline: true,
    empty: list,
    run: findByLocators,
  }),

  /**
   * Searches the messages on this machine, newest first: texts, descriptions, file names and titles, capital letters
   * or not. Callback: `MessageSearchResult`. In one conversation it holds the messages and counts them; in all of them
   * it holds conversations and counts these, and shows a message only where it is the only one.
   * @param json_search_message_param a `MessageSearchParam`
   */
  TIMMsgSearchLocalMessages: call<[json_search_message_param: Json<MessageSearchParam>], MessageSearchResult>(
    'TIMMsgSearchLocalMessages',
    { params: [object()], local: true, offline: true, empty: nothingFound, run: searchMessages },
  ),

  /**
   * Searches the messages on the server, when that was given a provider for it. Callback: `MessageSearchResult`; with
   * messages for one conversation, else with the message of each conversation that has a single one.
   * `msg_search_result_search_cursor` is empty when there is nothing more.
   *
   * Errors: 7013 the server was given no provider, 20005 the provider has failed or was too slow.
   * @param json_search_message_param a `MessageSearchParam`; pages go by `msg_search_param_search_count` (up to 50) and
   * `msg_search_param_search_cursor`
   */
  TIMMsgSearchCloudMessages: call<[json_search_message_param: Json<MessageSearchParam>], MessageSearchResult>(
    'TIMMsgSearchCloudMessages',
    { params: [object()], empty: nothingFound, run: searchCloud },
  ),

  /**
   * Marks the messages of a conversation as read up to one of them.
   * @deprecated use TIMConvCleanConversationUnreadMessageCount
   * @param conv_id UserID of the other one, or group id
   * @param conv_type `TIMConvType`: C2C or group
   * @param json_msg_param the last `Message` that was read; null or empty means all of them
   */
  TIMMsgReportReaded: call<[conv_id: string | null, conv_type: TIMConvType, json_msg_param: Json<Message> | null]>(
    'TIMMsgReportReaded',
    {
      params: [optionalText, convType, anyJson<Message>({}, optional)],
      run: (client, [convId, type, given], reply) => {
        reportRead(client, convId, type, given, reply);
      },
    },
  ),

  /**
   * Marks all messages of all conversations as read.
   * @deprecated use TIMConvCleanConversationUnreadMessageCount with an empty conversation id
   */
  TIMMsgMarkAllMessageAsRead: call<[]>('TIMMsgMarkAllMessageAsRead', {
    params: [],
    run: ({ engine }, _values, reply) => {
      engine.call('conv.read', {}, replyTo(reply));
    },
  }),
};
