import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { TimClient } from 'tim-node';
import { readJson } from '../../lib/sdk/src/native/json.js';
import { problemsOf, type Shape } from './native-structs.js';

/** A client whose every answer and event is compared with the structures of the native API. */

/** JSON of the callback of a call that has succeeded. */
export const RESULTS: Readonly<Record<string, Shape>> = {
  TIMConvAddConversationsToGroup: 'TIMConversationOperationResult[]',
  TIMConvCleanConversationUnreadMessageCount: 'nothing',
  TIMConvCreate: 'nothing',
  TIMConvCreateConversationGroup: 'TIMConversationOperationResult[]',
  TIMConvDelete: 'nothing',
  TIMConvDeleteConversationGroup: 'nothing',
  TIMConvDeleteConversationList: 'TIMConversationOperationResult[]',
  TIMConvDeleteConversationsFromGroup: 'TIMConversationOperationResult[]',
  TIMConvGetConvInfo: 'ConvInfo[]',
  TIMConvGetConvList: 'ConvInfo[]',
  TIMConvGetConversationGroupList: 'string[]',
  TIMConvGetConversationListByFilter: 'TIMConversationListResult',
  TIMConvGetTotalUnreadMessageCount: 'GetTotalUnreadNumberResult',
  TIMConvGetUnreadMessageCountByFilter: 'GetTotalUnreadNumberResult',
  TIMConvMarkConversation: 'TIMConversationOperationResult[]',
  TIMConvPinConversation: 'nothing',
  TIMConvRenameConversationGroup: 'nothing',
  TIMConvSetConversationCustomData: 'TIMConversationOperationResult[]',
  TIMGetPinnedGroupMessageList: 'Message[]',
  TIMGroupCreate: 'CreateGroupResult',
  TIMGroupDelete: 'nothing',
  TIMGroupDeleteMember: 'GroupDeleteMemberResult[]',
  TIMGroupGetGroupInfoList: 'GetGroupInfoResult[]',
  TIMGroupGetJoinedGroupList: 'GroupBaseInfo[]',
  TIMGroupGetMemberInfoList: 'GroupGetMemberInfoListResult',
  TIMGroupInviteMember: 'GroupInviteMemberResult[]',
  TIMGroupJoin: 'nothing',
  TIMGroupModifyGroupInfo: 'nothing',
  TIMGroupModifyMemberInfo: 'nothing',
  TIMGroupQuit: 'nothing',
  TIMMsgAddMessageReaction: 'nothing',
  TIMMsgBatchSend: 'MsgBatchSendResult[]',
  TIMMsgCancelSend: 'Message',
  TIMMsgClearHistoryMessage: 'nothing',
  TIMMsgConvertVoiceToText: 'string',
  TIMMsgDelete: 'nothing',
  TIMMsgDeleteMessageExtensions: 'MessageExtensionResult[]',
  TIMMsgDownloadElemToPath: 'MsgDownloadElemResult',
  TIMMsgDownloadMergerMessage: 'Message[]',
  TIMMsgFindByMsgLocatorList: 'Message[]',
  TIMMsgFindMessages: 'Message[]',
  TIMMsgGetAllReceiveMessageOpt: 'TIMReceiveMessageOptInfo',
  TIMMsgGetAllUserListOfMessageReaction: 'MessageReactionUserResult',
  TIMMsgGetC2CReceiveMessageOpt: 'GetC2CRecvMsgOptResult[]',
  TIMMsgGetMessageExtensions: 'MessageExtension[]',
  TIMMsgGetMessageReactions: 'MessageReactionResult[]',
  TIMMsgGetMessageReadReceipts: 'MessageReceipt[]',
  TIMMsgGetMsgList: 'Message[]',
  TIMMsgImportMsgList: 'nothing',
  TIMMsgListDelete: 'nothing',
  TIMMsgMarkAllMessageAsRead: 'nothing',
  TIMMsgModifyMessage: 'Message',
  TIMMsgRemoveMessageReaction: 'nothing',
  TIMMsgReportReaded: 'nothing',
  TIMMsgRevoke: 'nothing',
  TIMMsgSaveMsg: 'nothing',
  TIMMsgSearchCloudMessages: 'MessageSearchResult',
  TIMMsgSearchLocalMessages: 'MessageSearchResult',
  TIMMsgSendMessage: 'Message',
  TIMMsgSendMessageReadReceipts: 'nothing',
  TIMMsgSendNewMsg: 'Message',
  TIMMsgSendNewMsgEx: 'Message',
  TIMMsgSetAllReceiveMessageOpt: 'nothing',
  TIMMsgSetAllReceiveMessageOpt2: 'nothing',
  TIMMsgSetC2CReceiveMessageOpt: 'nothing',
  TIMMsgSetGroupReceiveMessageOpt: 'nothing',
  TIMMsgSetLocalCustomData: 'nothing',
  TIMMsgSetMessageExtensions: 'MessageExtensionResult[]',
  TIMMsgTranslateText: 'MessageTranslateTextResult[]',
  TIMPinGroupMessage: 'nothing',
};

/** JSON in the arguments of other callbacks, by the parameters that carry it. */
export const EVENTS: Readonly<Record<string, Readonly<Record<string, Shape>>>> = {
  TIMConvConversationGroupCreatedCallback: { conversation_array: 'ConvInfo[]' },
  TIMConvConversationGroupDeletedCallback: {},
  TIMConvConversationGroupNameChangedCallback: {},
  TIMConvConversationsAddedToGroupCallback: { conversation_array: 'ConvInfo[]' },
  TIMConvConversationsDeletedFromGroupCallback: { conversation_array: 'ConvInfo[]' },
  TIMConvEventCallback: { json_conv_array: 'ConvInfo[]' },
  TIMConvTotalUnreadMessageCountChangedByFilterCallback: { filter: 'TIMConversationListFilter' },
  TIMConvTotalUnreadMessageCountChangedCallback: {},
  TIMGroupTipsEventCallback: { json_group_tip: 'GroupTipsElem' },
  TIMMsgAllMessageReceiveOptionCallback: { json_receive_message_option_info: 'TIMReceiveMessageOptInfo' },
  TIMMsgElemUploadProgressCallback: { json_msg: 'Message' },
  TIMMsgExtensionsChangedCallback: { message_extension_array: 'MessageExtension[]' },
  TIMMsgExtensionsDeletedCallback: { message_extension_key_array: 'MessageExtension[]' },
  TIMMsgGroupMessageReadMemberListCallback: { json_group_member_array: 'GroupMemberInfo[]' },
  TIMMsgGroupPinnedMessageChangedCallback: { json_msg: 'Message' },
  TIMMsgReactionsChangedCallback: { message_reaction_change_info_array: 'MessageReactionChangeInfo[]' },
  TIMMsgReadedReceiptCallback: { json_msg_read_receipt_array: 'MessageReceipt[]' },
  TIMMsgRevokeCallback: { json_msg_revoke_info_array: 'MsgLocator[]' },
  TIMMsgUpdateCallback: { json_msg_array: 'Message[]' },
  TIMRecvNewMsgCallback: { json_msg_array: 'Message[]' },
};

/** JSON that may be the empty text, or has the keys that the app has given. */
const LOOSE: readonly string[] = ['json_conv_array', 'json_group_member_array', 'filter'];

interface Param {
  readonly name: string;
  readonly type: string;
}

export interface NativeApi {
  readonly functions: readonly { readonly module: string; readonly name: string; readonly params: readonly Param[] }[];
  readonly callbacks: readonly { readonly name: string; readonly params: readonly Param[] }[];
}

const file = join(__dirname, '../../lib/sdk/api-data/native-api.json');
export const nativeApi = JSON.parse(readFileSync(file, 'utf8')) as NativeApi;
const functions = new Map(nativeApi.functions.map(({ name, params }) => [name, params]));
const callbacks = new Map(nativeApi.callbacks.map(({ name, params }) => [name, params]));

type Callback = (...args: unknown[]) => unknown;

const parsed = (json: unknown): unknown => (json === '' ? undefined : readJson(String(json)));

function checkAnswer(name: string, param: string, [code, , json]: unknown[]): string[] {
  const shape = RESULTS[name];
  // The first callback of TIMMsgSendNewMsgEx tells nothing but the names of the message.
  const isPartial = code !== 0 || param === 'msgid_cb';
  return shape === undefined ? [] : problemsOf(shape, parsed(json), isPartial);
}

const PLAIN: Readonly<Record<string, Shape>> = {
  'const char*': 'string',
  bool: 'bool',
  int: 'int',
  uint32_t: 'uint',
  uint64_t: 'uint64',
};

function checkEvent(type: string, args: unknown[]): string[] {
  const shapes = EVENTS[type];
  if (shapes === undefined) return [];
  return (callbacks.get(type) ?? []).flatMap(({ name, type: native }, at) => {
    if (name === 'user_data') return [];
    const shape = shapes[name];
    if (shape !== undefined) return problemsOf(shape, parsed(args[at]), LOOSE.includes(name));
    const plain = PLAIN[native];
    return plain === undefined ? [] : problemsOf(plain, args[at]).map((problem) => `${name}: ${problem}`);
  });
}

/**
 * The same client, but for checks of what its callbacks get.
 * @param report gets what is wrong
 */
export function checked(client: TimClient, report: (problem: string) => void): TimClient {
  const wraps = new Map<string, WeakMap<Callback, Callback>>();
  const wrap = (name: string, { name: param, type }: Param, callback: Callback): Callback => {
    const key = type === 'TIMCommCallback' ? `${name} ${param}` : type;
    const known = wraps.get(key) ?? new WeakMap<Callback, Callback>();
    wraps.set(key, known);
    // The same function must stay the same one: callbacks are removed by it.
    const wrapped =
      known.get(callback) ??
      ((...args) => {
        const found = type === 'TIMCommCallback' ? checkAnswer(name, param, args) : checkEvent(type, args);
        for (const problem of found) report(`${name}: ${problem}`);
        return callback(...args);
      });
    known.set(callback, wrapped);
    return wrapped;
  };
  return new Proxy(client, {
    get(target, name) {
      const value: unknown = Reflect.get(target, name);
      const params = functions.get(String(name));
      if (params === undefined || typeof value !== 'function') return value;
      return (...args: unknown[]): unknown =>
        Reflect.apply(
          value,
          target,
          args.map((arg, at) => {
            const param = params[at];
            const isCallback = typeof arg === 'function' && param?.type.endsWith('Callback') === true;
            return isCallback ? wrap(String(name), param, arg as Callback) : arg;
          }),
        );
    },
  });
}
