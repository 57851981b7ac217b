import { isRecord } from '@tim-node/protocol';
import type { ClientCore } from '../client-core.js';
import type { TIMMsgGroupMessageReadMemberListCallback } from '../generated/callbacks.js';
import { TIMResult, type TIMGroupMessageReadMembersFilter } from '../generated/enums.js';
import type {
  Message,
  MessageExtension,
  MessageExtensionResult,
  MessageReactionResult,
  MessageReactionUserResult,
  MessageReceipt,
  MessageTranslateTextResult,
} from '../generated/structs.js';
import { anyJson, flag, id, int, jsonThat, message, messages, nonEmptyArray, text, type Json } from '../params.js';
import {
  changeReaction,
  deleteExtensions,
  getExtensions,
  getReactions,
  listPinned,
  listReactors,
  pinMessage,
  setExtensions,
} from '../marks.js';
import { areReceiptsKept, getReceipts, isForGroup, readMembers, sendReceipts, wantReceipts } from '../receipts.js';
import { translate, voiceToText } from '../services.js';
import { call } from '../row.js';

const list = (): unknown => [];
const badParam = { onBad: TIMResult.TIM_ERR_PARAM };

/** What people do with messages: receipts, extensions, reactions, translation, pins. */
export const messageMarksApi = {
  /**
   * Tells the senders of messages that they were read. Messages that ask for no receipt, and one's own, are left out.
   * @param json_msg_array `Message[]` of one conversation
   */
  TIMMsgSendMessageReadReceipts: call<[json_msg_array: Json<Message[]>]>('TIMMsgSendMessageReadReceipts', {
    params: [messages(badParam)],
    shortcut: ([given]) => (wantReceipts(given) ? undefined : {}),
    run: sendReceipts,
  }),

  /**
   * Fetches who has read one's own messages. Callback: `MessageReceipt[]`.
   * @param json_msg_array `Message[]` of one conversation: sent by this account, with `message_need_read_receipt`
   */
  TIMMsgGetMessageReadReceipts: call<[json_msg_array: Json<Message[]>], MessageReceipt[]>(
    'TIMMsgGetMessageReadReceipts',
    {
      params: [jsonThat(areReceiptsKept, badParam)],
      local: true,
      empty: list,
      shortcut: ([given], { engine }) => (engine.state !== 'Logined' && isForGroup(given) ? { json: [] } : undefined),
      run: getReceipts,
    },
  ),

  /**
   * Fetches which members of a group have read a message of one's own, or have not.
   * @param json_msg the `Message`
   * @param filter `TIMGroupMessageReadMembersFilter`
   * @param next_seq 0, then what the callback has told
   * @param count 1 to 100
   * @param cb gets a JSON array of `GroupMemberInfo`, where to go on, and whether that was all; this callback has no
   * error code, so that a failure looks like an empty list
   */
  TIMMsgGetGroupMessageReadMemberList(
    this: ClientCore,
    json_msg: Json<Message>,
    filter: TIMGroupMessageReadMembersFilter,
    next_seq: number | bigint,
    count: number,
    cb?: TIMMsgGroupMessageReadMemberListCallback | null,
    user_data?: unknown,
  ): TIMResult {
    return readMembers(this, [json_msg, filter, next_seq, count], cb, user_data);
  },

  /**
   * Adds extensions to a message or changes them; the message must have been sent with
   * `message_support_message_extension`. Callback: `MessageExtensionResult[]`, one for each key; when somebody else has
   * changed an extension that this client has not heard of yet, its code is 23001 and it holds what is there now.
   * @param json_msg the `Message`
   * @param json_extension_array `MessageExtension[]`, at most 20; key up to 100 bytes, value up to 1 KB
   */
  TIMMsgSetMessageExtensions: call<
    [json_msg: Json<Message>, json_extension_array: Json<MessageExtension[]>],
    MessageExtensionResult[]
  >('TIMMsgSetMessageExtensions', { params: [message(), jsonThat(areExtensions)], empty: list, run: setExtensions }),

  /**
   * Fetches the extensions of a message. Callback: `MessageExtension[]`.
   * @param json_msg the `Message`
   */
  TIMMsgGetMessageExtensions: call<[json_msg: Json<Message>], MessageExtension[]>('TIMMsgGetMessageExtensions', {
    params: [message()],
    local: true,
    empty: list,
    run: getExtensions,
  }),

  /**
   * Removes extensions of a message. Callback: `MessageExtensionResult[]`; 23001 as for setting.
   * @param json_msg the `Message`
   * @param json_extension_key_array keys, at most 20; an empty list means all
   */
  TIMMsgDeleteMessageExtensions: call<
    [json_msg: Json<Message>, json_extension_key_array: Json<string[]>],
    MessageExtensionResult[]
  >('TIMMsgDeleteMessageExtensions', {
    params: [message(), anyJson<string[]>([])],
    empty: list,
    run: deleteExtensions,
  }),

  /**
   * Adds a reaction, such as an emoji, to a message.
   *
   * Errors: 23005 and 23006 too many reactions or users, 23007 this user has reacted in this way already.
   * @param json_msg the `Message`
   * @param reaction_id which one
   */
  TIMMsgAddMessageReaction: call<[json_msg: Json<Message>, reaction_id: string]>('TIMMsgAddMessageReaction', {
    params: [message(), id],
    run: (client, values, reply) => changeReaction(client, values, true, reply),
  }),

  /**
   * Takes one's own reaction to a message back.
   *
   * Errors: 23008 nobody has reacted in this way, 23009 others have, but not this user.
   * @param json_msg the `Message`
   * @param reaction_id which one
   */
  TIMMsgRemoveMessageReaction: call<[json_msg: Json<Message>, reaction_id: string]>('TIMMsgRemoveMessageReaction', {
    params: [message(), id],
    run: (client, values, reply) => changeReaction(client, values, false, reply),
  }),

  /**
   * Fetches the reactions to messages. Callback: `MessageReactionResult[]`.
   * @param json_msg_array `Message[]` of one conversation, at most 20
   * @param max_user_count_per_reaction how many users to name for each reaction, 0 to 10
   */
  TIMMsgGetMessageReactions: call<
    [json_msg_array: Json<Message[]>, max_user_count_per_reaction: number],
    MessageReactionResult[]
  >('TIMMsgGetMessageReactions', { params: [messages(), int()], empty: list, run: getReactions }),

  /**
   * Fetches all users with one reaction to a message, page by page. Callback: `MessageReactionUserResult`.
   * @param json_msg the `Message`
   * @param reaction_id which one
   * @param next_seq 0, then what the callback has told
   * @param count users in a page, at most 100
   */
  TIMMsgGetAllUserListOfMessageReaction: call<
    [json_msg: Json<Message>, reaction_id: string, next_seq: number, count: number],
    MessageReactionUserResult
  >('TIMMsgGetAllUserListOfMessageReaction', {
    params: [message(), id, int(), int()],
    empty: () => ({
      message_reaction_user_result_is_finished: true,
      message_reaction_user_result_next_seq: 0,
      message_reaction_user_result_user_info_array: [],
    }),
    run: listReactors,
  }),

  /**
   * Translates texts. Callback: `MessageTranslateTextResult[]`.
   *
   * Errors: 7013 the server was given no provider of translations, 20005 the provider has failed.
   * @param json_source_text_array texts
   * @param source_language such as `en`; `auto` or nothing to find it out
   * @param target_language such as `de`
   */
  TIMMsgTranslateText: call<
    [json_source_text_array: Json<string[]>, source_language: string, target_language: string],
    MessageTranslateTextResult[]
  >('TIMMsgTranslateText', { params: [nonEmptyArray(badParam), text, id], empty: list, run: translate }),

  /**
   * Writes down what is said in a sound. Callback: the text.
   *
   * Errors: 7013 the server was given no provider of this, 20005 the provider has failed.
   * @param url address of the sound, from its element
   * @param language such as `en`
   */
  TIMMsgConvertVoiceToText: call<[url: string, language: string], string>('TIMMsgConvertVoiceToText', {
    params: [id, text],
    run: voiceToText,
  }),

  /**
   * Pins a message in a group, or unpins it. At most ten are pinned at a time.
   * @param group_id id of the group
   * @param json_msg the `Message`
   * @param is_pinned true to pin
   */
  TIMPinGroupMessage: call<[group_id: string, json_msg: Json<Message>, is_pinned: boolean]>('TIMPinGroupMessage', {
    params: [id, message(), flag],
    run: pinMessage,
  }),

  /**
   * Fetches the messages that are pinned in a group. Callback: `Message[]`.
   * @param group_id id of the group
   */
  TIMGetPinnedGroupMessageList: call<[group_id: string], Message[]>('TIMGetPinnedGroupMessageList', {
    params: [id],
    local: true,
    empty: list,
    run: (client, [groupId], reply) => listPinned(client, groupId, reply),
  }),
};

/** Every one must be an object with both texts; the key not empty. */
function areExtensions(value: unknown): boolean {
  return (
    Array.isArray(value) &&
    value.every((item: unknown) => {
      if (item === null) return true;
      if (!isRecord(item)) return false;
      const { message_extension_key: key, message_extension_value: content } = item;
      return typeof key === 'string' && key !== '' && typeof content === 'string';
    })
  );
}
