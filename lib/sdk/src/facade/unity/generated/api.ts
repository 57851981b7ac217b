// Made by `npm run generate`. Do not edit.
import type { SdkConfig } from '../../../core/options.js';
import type {
  TIMConvType,
  TIMGroupMessageReadMembersFilter,
  TIMLoginStatus,
  TIMReceiveMessageOpt,
  TIMResult,
} from '../../../native/generated/enums.js';
import type {
  ConvInfo,
  CreateFriendGroupParam,
  CreateGroupParam,
  CreateGroupResult,
  DownloadElemParam,
  Draft,
  FollowInfo,
  FollowListResult,
  FollowOperationResult,
  FollowTypeCheckResult,
  FriendGroupInfo,
  FriendInfoGetResult,
  FriendProfile,
  FriendResponse,
  FriendResult,
  FriendSearchParam,
  FriendShipGetProfileListParam,
  FriendshipAddFriendParam,
  FriendshipCheckFriendTypeParam,
  FriendshipCheckFriendTypeResult,
  FriendshipDeleteFriendParam,
  FriendshipDeletePendencyParam,
  FriendshipGetPendencyListParam,
  FriendshipModifyFriendGroupParam,
  FriendshipModifyFriendProfileParam,
  GetC2CRecvMsgOptResult,
  GetConversationListParam,
  GetGroupInfoResult,
  GetOfficialAccountInfoResult,
  GetTotalUnreadNumberResult,
  GroupAttributes,
  GroupBaseInfo,
  GroupCounter,
  GroupDeleteMemberParam,
  GroupDeleteMemberResult,
  GroupDetailInfo,
  GroupGetMemberInfoListParam,
  GroupGetMemberInfoListResult,
  GroupGetOnlineMemberCountResult,
  GroupHandlePendencyParam,
  GroupInviteMemberParam,
  GroupInviteMemberResult,
  GroupMemberSearchParam,
  GroupModifyInfoParam,
  GroupModifyMemberInfoParam,
  GroupPendencyOption,
  GroupPendencyResult,
  GroupSearchGroupMembersResult,
  GroupSearchParam,
  Message,
  MessageExtension,
  MessageExtensionResult,
  MessageReactionResult,
  MessageReactionUserResult,
  MessageReceipt,
  MessageSearchParam,
  MessageSearchResult,
  MessageTranslateTextResult,
  MsgBatchSendParam,
  MsgBatchSendResult,
  MsgDeleteParam,
  MsgDownloadElemResult,
  MsgGetMsgListParam,
  MsgLocator,
  OfflinePushConfig,
  OfflinePushToken,
  PendencyPage,
  PermissionGroupInfo,
  PermissionGroupInfoResult,
  PermissionGroupMemberInfoResult,
  PermissionGroupMemberOperationResult,
  PermissionGroupOperationResult,
  RequestParam,
  SetConfig,
  SignalingInfo,
  TIMConversationListFilter,
  TIMConversationListResult,
  TIMConversationOperationResult,
  TIMGroupTopicInfo,
  TIMGroupTopicInfoResult,
  TIMGroupTopicOperationResult,
  TIMReceiveMessageOptInfo,
  TIMUserStatus,
  TopicInfo,
  TopicInfoResult,
  TopicOperationResult,
  TopicPermissionMap,
  TopicPermissionResult,
  UserProfile,
  UserProfileItem,
} from '../../../native/generated/structs.js';
import type { Json } from '../../../native/params.js';
import type { OutBuffer } from '../../../native/string-builder.js';
import type { JsonCallback, NullOrStringCallback, StringValueCallback, ValueCallback } from '../callbacks.js';
import type {
  CommunityAddMembersToPermissionGroupCallback,
  CommunityAddMembersToPermissionGroupStringCallback,
  CommunityAddTopicPermissionCallback,
  CommunityAddTopicPermissionStringCallback,
  CommunityChangePermissionGroupInfoCallback,
  CommunityChangePermissionGroupInfoStringCallback,
  CommunityChangeTopicInfoCallback,
  CommunityChangeTopicInfoStringCallback,
  CommunityCreatePermissionGroupCallback,
  CommunityCreatePermissionGroupStringCallback,
  CommunityCreateTopicCallback,
  CommunityCreateTopicStringCallback,
  CommunityDeletePermissionGroupCallback,
  CommunityDeletePermissionGroupStringCallback,
  CommunityDeleteTopicCallback,
  CommunityDeleteTopicPermissionCallback,
  CommunityDeleteTopicPermissionStringCallback,
  CommunityDeleteTopicStringCallback,
  CommunityModifyTopicPermissionCallback,
  CommunityModifyTopicPermissionStringCallback,
  CommunityReceiveTopicRESTCustomDataCallback,
  CommunityReceiveTopicRESTCustomDataStringCallback,
  CommunityRemoveMembersFromPermissionGroupCallback,
  CommunityRemoveMembersFromPermissionGroupStringCallback,
  ConvConversationGroupCreatedCallback,
  ConvConversationGroupCreatedStringCallback,
  ConvConversationGroupDeletedCallback,
  ConvConversationGroupNameChangedCallback,
  ConvConversationsAddedToGroupCallback,
  ConvConversationsAddedToGroupStringCallback,
  ConvConversationsDeletedFromGroupCallback,
  ConvConversationsDeletedFromGroupStringCallback,
  ConvEventCallback,
  ConvEventStringCallback,
  ConvTotalUnreadMessageCountChangedByFilterCallback,
  ConvTotalUnreadMessageCountChangedByFilterStringCallback,
  ConvTotalUnreadMessageCountChangedCallback,
  ExperimentalNotifyCallback,
  ExperimentalNotifyStringCallback,
  FriendAddRequestCallback,
  FriendAddRequestStringCallback,
  FriendApplicationListDeletedCallback,
  FriendApplicationListDeletedStringCallback,
  FriendApplicationListReadCallback,
  FriendBlackListAddedCallback,
  FriendBlackListAddedStringCallback,
  FriendBlackListDeletedCallback,
  FriendBlackListDeletedStringCallback,
  FriendGroupCreatedCallback,
  FriendGroupCreatedStringCallback,
  FriendGroupDeletedCallback,
  FriendGroupDeletedStringCallback,
  FriendGroupNameChangedCallback,
  FriendGroupNameChangedStringCallback,
  FriendsAddedToGroupCallback,
  FriendsAddedToGroupStringCallback,
  FriendsDeletedFromGroupCallback,
  FriendsDeletedFromGroupStringCallback,
  GroupAttributeChangedCallback,
  GroupAttributeChangedStringCallback,
  GroupCounterChangedCallback,
  GroupTipsEventCallback,
  GroupTipsEventStringCallback,
  GroupTopicChangedCallback,
  GroupTopicChangedStringCallback,
  GroupTopicCreatedCallback,
  GroupTopicDeletedCallback,
  GroupTopicDeletedStringCallback,
  KickedOfflineCallback,
  LogCallback,
  MsgAllMessageReceiveOptionCallback,
  MsgAllMessageReceiveOptionStringCallback,
  MsgElemUploadProgressCallback,
  MsgElemUploadProgressStringCallback,
  MsgExtensionsChangedCallback,
  MsgExtensionsChangedStringCallback,
  MsgExtensionsDeletedCallback,
  MsgExtensionsDeletedStringCallback,
  MsgGroupMessageReadMemberListCallback,
  MsgGroupMessageReadMemberListStringCallback,
  MsgGroupMessageReadMemberListWebCallback,
  MsgGroupPinnedMessageChangedCallback,
  MsgGroupPinnedMessageChangedStringCallback,
  MsgReactionsChangedCallback,
  MsgReactionsChangedStringCallback,
  MsgReadedReceiptCallback,
  MsgReadedReceiptStringCallback,
  MsgRevokeCallback,
  MsgRevokeStringCallback,
  MsgUpdateCallback,
  MsgUpdateStringCallback,
  MutualFollowersListChangedCallback,
  MutualFollowersListChangedStringCallback,
  MyFollowersListChangedCallback,
  MyFollowersListChangedStringCallback,
  MyFollowingListChangedCallback,
  MyFollowingListChangedStringCallback,
  NetworkStatusListenerCallback,
  OfficialAccountDeletedCallback,
  OfficialAccountDeletedStringCallback,
  OfficialAccountInfoChangedCallback,
  OfficialAccountInfoChangedStringCallback,
  OfficialAccountSubscribedCallback,
  OfficialAccountSubscribedStringCallback,
  OfficialAccountUnsubscribedCallback,
  OfficialAccountUnsubscribedStringCallback,
  OnAddFriendCallback,
  OnAddFriendStringCallback,
  OnDeleteFriendCallback,
  OnDeleteFriendStringCallback,
  RecvNewMsgCallback,
  RecvNewMsgStringCallback,
  SelfInfoUpdatedCallback,
  SelfInfoUpdatedStringCallback,
  SignalingInvitationCancelledCallback,
  SignalingInvitationCancelledStringCallback,
  SignalingInvitationModifiedCallback,
  SignalingInvitationModifiedStringCallback,
  SignalingInvitationTimeoutCallback,
  SignalingInvitationTimeoutStringCallback,
  SignalingInviteeAcceptedCallback,
  SignalingInviteeAcceptedStringCallback,
  SignalingInviteeRejectedCallback,
  SignalingInviteeRejectedStringCallback,
  SignalingReceiveNewInvitationCallback,
  SignalingReceiveNewInvitationStringCallback,
  UpdateFriendProfileCallback,
  UpdateFriendProfileStringCallback,
  UserInfoChangedCallback,
  UserInfoChangedStringCallback,
  UserSigExpiredCallback,
  UserStatusChangedCallback,
  UserStatusChangedStringCallback,
} from './delegates.js';
import type { GroupMemberSearchResult, GroupSearchResult, UserSearchParam, UserSearchResult } from './types.js';

/**
 * The functions of Tencent's Unity SDK for one account. Every function gives a `TIMResult` at once; 0 means that its
 * callback will be called exactly once. They need no `this`, so each can be passed on by itself.
 */
export interface UnityClient {
  /**
   * Begins: reads the settings and connects in the background. Calling it again without Uninit changes nothing.
   * @param sdk_app_id the app's SDKAppID, not 0
   * @param json_sdk_config settings, see {@link SdkConfig}; null means defaults
   * @returns `TIM_ERR_PARAM` for a setting that cannot be used (the log says which), `TIM_ERR_JSON` for broken JSON
   * @param need_log whether every call is told in the log, without what it was given
   */
  readonly Init: (
    sdk_app_id: number | bigint,
    json_sdk_config?: Json<SdkConfig> | null,
    need_log?: boolean,
  ) => TIMResult;

  /**
   * Ends: removes the callbacks of 23 events, those that the Unity SDK removes, and closes the connection. Calls that
   * still wait get 7009.
   */
  readonly Uninit: () => TIMResult;

  /**
   * Logs in. Another user who is logged in is logged out first. While the same user is logged in, it succeeds at
   * once and the new UserSig takes the place of the old one.
   * @param user_id 1 to 32 of `a-z A-Z 0-9 _ -`, else 7003
   * @param user_sig made by your backend with the app's secret key
   *
   * Errors: 6206 or 70001 expired, 6208 kicked while offline, 6023 overtaken, 7501 already logging in,
   * 70003, 70009, 70013, 70014 wrong UserSig, 9508, 9510, 9520 network.
   */
  readonly Login: (
    user_id: string,
    user_sig: string,
    callback?: NullOrStringCallback | JsonCallback | null,
  ) => TIMResult;

  /** The version of tim-node. */
  readonly GetSDKVersion: () => string;

  /**
   * Changes settings at run time: log levels, console log, HTTP and SOCKS5 proxies. Callback: the same `SetConfig`.
   *
   * In this version: `set_config_log_level`, `set_config_callback_log_level`, `set_config_is_log_output_console`,
   * `set_config_http_proxy_info`, `set_config_socks5_proxy_info` and, in `set_config_user_config`,
   * `user_config_is_is_disable_storage`, which counts from the next login on; other keys are accepted without effect.
   * @param config a `SetConfig`; keys that are not there stay as they are
   */
  readonly SetConfig: (config: Json<SetConfig>, callback?: ValueCallback<SetConfig> | JsonCallback | null) => TIMResult;

  /** Server time in unix seconds; the local time until the server has been heard. */
  readonly GetServerTime: () => number;

  /** Logs out. Other instances of the account go on. Calls that still wait get 6014, a running login 6023. */
  readonly Logout: (callback?: NullOrStringCallback | JsonCallback | null) => TIMResult;

  /** Tells the `TIMLoginStatus`: logged in, logging in, logged out, logging out. */
  readonly GetLoginStatus: () => TIMLoginStatus;

  /** Tells who is logged in, by a callback: the UserID as it is, empty when nobody is. From the WebGL version. */
  readonly GetLoginUserIDWeb: (callback?: StringValueCallback | JsonCallback | null) => TIMResult;

  /**
   * Tells who is logged in.
   * @param user_id receives the UserID, or the empty text when nobody is logged in; a StringBuilder, or at
   * least 33 bytes
   */
  readonly GetLoginUserID: (user_id: OutBuffer | null) => TIMResult;

  /** Fetches all conversations. Callback: `ConvInfo[]`. */
  readonly ConvGetConvList: (callback?: ValueCallback<ConvInfo[]> | JsonCallback | null) => TIMResult;

  /**
   * Deletes a conversation and its messages, here and on the server.
   * @param conv_id UserID of the other one, or group id
   * @param conv_type `TIMConvType`: C2C or group
   */
  readonly ConvDelete: (
    conv_id: string,
    conv_type: TIMConvType,
    callback?: NullOrStringCallback | JsonCallback | null,
  ) => TIMResult;

  /**
   * Deletes conversations. Callback: `TIMConversationOperationResult[]`.
   * @param conversation_id_array conversation ids (`c2c_` and UserID, `group_` and group id), at most 100
   * @param clearMessage whether their messages are deleted too
   */
  readonly ConvDeleteConversationList: (
    conversation_id_array: Json<string[]>,
    clearMessage: boolean,
    callback?: NullOrStringCallback | JsonCallback | null,
  ) => TIMResult;

  /**
   * Fetches some conversations. Callback: `ConvInfo[]`.
   * @param conv_list_param `GetConversationListParam[]`
   */
  readonly ConvGetConvInfo: (
    conv_list_param: Json<GetConversationListParam[]>,
    callback?: ValueCallback<ConvInfo[]> | JsonCallback | null,
  ) => TIMResult;

  /**
   * Keeps what the user was writing.
   * @param conv_id UserID of the other one, or group id
   * @param conv_type `TIMConvType`: C2C or group
   * @param param a `Draft`
   */
  readonly ConvSetDraft: (conv_id: string, conv_type: TIMConvType, param: Json<Draft>) => TIMResult;

  /**
   * Forgets what the user was writing.
   * @param conv_id UserID of the other one, or group id
   * @param conv_type `TIMConvType`: C2C or group
   */
  readonly ConvCancelDraft: (conv_id: string, conv_type: TIMConvType) => TIMResult;

  /**
   * Puts a conversation to the top of the list, or lets it go from there.
   * @param conv_id UserID of the other one, or group id
   * @param conv_type `TIMConvType`: C2C or group
   * @param is_pinned true to pin
   */
  readonly ConvPinConversation: (
    conv_id: string,
    conv_type: TIMConvType,
    is_pinned: boolean,
    callback?: NullOrStringCallback | JsonCallback | null,
  ) => TIMResult;

  /**
   * Counts the unread messages of all conversations that disturb; from then on SetConvTotalUnreadMessageCountChangedCallback
   * tells of changes. Callback: `GetTotalUnreadNumberResult`.
   */
  readonly ConvGetTotalUnreadMessageCount: (
    callback?: ValueCallback<GetTotalUnreadNumberResult> | JsonCallback | null,
  ) => TIMResult;

  /**
   * Counts the unread messages of the conversations behind a filter. Callback: `GetTotalUnreadNumberResult`.
   * @param filter a `TIMConversationListFilter`
   */
  readonly ConvGetUnreadMessageCountByFilter: (
    filter: Json<TIMConversationListFilter>,
    callback?: ValueCallback<GetTotalUnreadNumberResult> | JsonCallback | null,
  ) => TIMResult;

  /**
   * Asks to be told of the number of unread messages behind a filter.
   * @param filter a `TIMConversationListFilter`
   */
  readonly ConvSubscribeUnreadMessageCountByFilter: (filter: Json<TIMConversationListFilter>) => TIMResult;

  /**
   * Ends such a wish.
   * @param filter the same `TIMConversationListFilter`
   */
  readonly ConvUnsubscribeUnreadMessageCountByFilter: (filter: Json<TIMConversationListFilter>) => TIMResult;

  /**
   * Marks messages as read.
   * @param conversation_id `c2c_` and UserID, `group_` and group id; `c2c` or `group` for all of that kind, nothing for all
   * @param clean_timestamp C2C: up to this time, unix seconds; 0 means all
   * @param clean_sequence group: up to this message; 0 means all
   */
  readonly ConvCleanConversationUnreadMessageCount: (
    conversation_id: string | null,
    clean_timestamp: number | bigint,
    clean_sequence: number | bigint,
    callback?: NullOrStringCallback | JsonCallback | null,
  ) => TIMResult;

  /**
   * Makes a group of conversations. Callback: `TIMConversationOperationResult[]`.
   * @param group_name 1 to 32 bytes; there can be 20 groups
   * @param conversation_id_array conversation ids, at least one
   */
  readonly ConvCreateConversationGroup: (
    group_name: string,
    conversation_id_array: Json<string[]>,
    callback?: ValueCallback<TIMConversationOperationResult[]> | JsonCallback | null,
  ) => TIMResult;

  /**
   * Puts conversations into a group. Callback: `TIMConversationOperationResult[]`.
   * @param group_name name of the group
   * @param conversation_id_array conversation ids
   */
  readonly ConvAddConversationsToGroup: (
    group_name: string,
    conversation_id_array: Json<string[]>,
    callback?: ValueCallback<TIMConversationOperationResult[]> | JsonCallback | null,
  ) => TIMResult;

  /**
   * Takes conversations out of a group. Callback: `TIMConversationOperationResult[]`.
   * @param group_name name of the group
   * @param conversation_id_array conversation ids
   */
  readonly ConvDeleteConversationsFromGroup: (
    group_name: string,
    conversation_id_array: Json<string[]>,
    callback?: ValueCallback<TIMConversationOperationResult[]> | JsonCallback | null,
  ) => TIMResult;

  /**
   * Deletes a group of conversations; the conversations stay.
   * @param group_name name of the group
   */
  readonly ConvDeleteConversationGroup: (
    group_name: string,
    callback?: NullOrStringCallback | JsonCallback | null,
  ) => TIMResult;

  /** Fetches the names of the groups of conversations. Callback: `string[]`. */
  readonly ConvGetConversationGroupList: (callback?: ValueCallback<string[]> | JsonCallback | null) => TIMResult;

  /**
   * Fetches the conversations behind a filter, page by page. Callback: `TIMConversationListResult`.
   * @param filter a `TIMConversationListFilter`; `{}` means all
   * @param next_seq 0, then what the callback has told
   * @param count conversations in a page; 0 is refused
   */
  readonly ConvGetConversationListByFilter: (
    filter: Json<TIMConversationListFilter>,
    next_seq: number | bigint,
    count: number,
    callback?: ValueCallback<TIMConversationListResult> | JsonCallback | null,
  ) => TIMResult;

  /**
   * Sets a mark on conversations or removes it. Callback: `TIMConversationOperationResult[]`.
   * @param conversation_id_array conversation ids (`c2c_` and UserID, `group_` and group id)
   * @param mark_type `TIMConversationMarkType`, or one of the app's own: `1n << n` with n from 32 to 63
   * @param enable_mark true to set
   */
  readonly ConvMarkConversation: (
    conversation_id_array: Json<string[]>,
    mark_type: number | bigint,
    enable_mark: boolean,
    callback?: ValueCallback<TIMConversationOperationResult[]> | JsonCallback | null,
  ) => TIMResult;

  /**
   * Renames a group of conversations.
   * @param old_name its name
   * @param new_name 1 to 32 bytes
   */
  readonly ConvRenameConversationGroup: (
    old_name: string,
    new_name: string,
    callback?: NullOrStringCallback | JsonCallback | null,
  ) => TIMResult;

  /**
   * Keeps the app's own data with conversations. Callback: `TIMConversationOperationResult[]`.
   * @param conversation_id_array conversation ids (`c2c_` and UserID, `group_` and group id)
   * @param custom_data up to 256 bytes
   */
  readonly ConvSetConversationCustomData: (
    conversation_id_array: Json<string[]>,
    custom_data: string,
    callback?: ValueCallback<TIMConversationOperationResult[]> | JsonCallback | null,
  ) => TIMResult;

  /**
   * Sends a message. Callback: the `Message`, on success with `message_seq`, `message_server_time` and
   * `message_status` 2, after the server has stored it; on failure with status 3.
   *
   * Elements: text, custom data, faces, locations, images, sounds, files, videos and merged messages. Files are
   * uploaded first, as they are whatever `image_elem_level` says; SetMsgElemUploadProgressCallback tells how far they
   * are.
   *
   * A failed message that is sent once more, unchanged as the callback gave it, is the same one: it arrives once, even if
   * only its answer was lost.
   *
   * Errors: 8001 longer than 12 KB, 20003 the receiver is unknown, 9519 and 9520 no answer in time, 7013 for a kind of
   * message that this version cannot send.
   * @param conv_id UserID or group id of the receiver
   * @param conv_type `TIMConvType`: C2C or group
   * @param message a `Message`; `message_elem_array` holds what is sent, `message_group_at_user_array` UserIDs of
   * members, or `kImSDK_MessageAtALL` for all of them
   * @param message_id receives the id of the message before the call returns; 128 bytes are enough
   */
  readonly MsgSendMessage: (
    conv_id: string,
    conv_type: TIMConvType,
    message: Json<Message>,
    message_id: OutBuffer | null,
    callback?: ValueCallback<Message> | JsonCallback | null,
  ) => TIMResult;

  /**
   * Stops the sending of a message that has not left: while it waits for a connection or for an upload. Its own callback
   * then says 8021. Callback: the `Message`.
   *
   * Errors: 8020 no such message is on its way, or it has left.
   * @param conv_id UserID or group id of the receiver
   * @param conv_type `TIMConvType`: C2C or group
   * @param message_id the id that sending gave
   */
  readonly MsgCancelSend: (
    conv_id: string,
    conv_type: TIMConvType,
    message_id: string,
    callback?: ValueCallback<Message> | JsonCallback | null,
  ) => TIMResult;

  /**
   * Finds messages on this machine by their ids, those that were taken back or deleted included; `message_status`
   * tells these apart. Callback: `Message[]`.
   * @param message_id_array ids
   */
  readonly MsgFindMessages: (
    message_id_array: Json<string[]>,
    callback?: ValueCallback<Message[]> | JsonCallback | null,
  ) => TIMResult;

  /**
   * Marks the messages of a conversation as read up to one of them.
   * @deprecated use ConvCleanConversationUnreadMessageCount
   * @param conv_id UserID of the other one, or group id
   * @param conv_type `TIMConvType`: C2C or group
   * @param message the last `Message` that was read; null or empty means all of them
   */
  readonly MsgReportReaded: (
    conv_id: string | null,
    conv_type: TIMConvType,
    message: Json<Message> | null,
    callback?: NullOrStringCallback | JsonCallback | null,
  ) => TIMResult;

  /**
   * Marks all messages of all conversations as read.
   * @deprecated use ConvCleanConversationUnreadMessageCount with an empty conversation id
   */
  readonly MsgMarkAllMessageAsRead: (callback?: NullOrStringCallback | JsonCallback | null) => TIMResult;

  /**
   * Takes a message back, within two minutes unless the server says otherwise; in a group its administrators may take
   * back those of others. Receivers hear of it through SetMsgRevokeCallback, and so do other instances of this account.
   *
   * Errors: 20016 and 10031 too late, 20022 not one's own or not there, 10030 not there, 10032 not allowed.
   * @param conv_id UserID of the other one, or group id
   * @param conv_type `TIMConvType`: C2C or group
   * @param message the `Message`, as it came from sending, receiving or fetching; `message_revoke_reason` is told
   */
  readonly MsgRevoke: (
    conv_id: string,
    conv_type: TIMConvType,
    message: Json<Message>,
    callback?: NullOrStringCallback | JsonCallback | null,
  ) => TIMResult;

  /**
   * Changes the content of a message that was sent. Everybody hears of it through SetMsgUpdateCallback.
   * Callback: the `Message` as it is now, also when somebody else was faster (8006).
   *
   * Errors: 8001 longer than 12 KB, 8006 changed in between, 20022, 10030 and 10032 not there or not allowed.
   * @param message the `Message` with new elements or new `message_cloud_custom_str`
   */
  readonly MsgModifyMessage: (
    message: Json<Message>,
    callback?: ValueCallback<Message> | JsonCallback | null,
  ) => TIMResult;

  /**
   * Finds messages of a conversation by their place in it; without the server, those of the local store. Messages that
   * were taken back, and deleted ones that this machine still has, are among them: `message_status` tells these apart.
   * Callback: `Message[]`.
   * @param conv_id UserID of the other one, or group id
   * @param conv_type `TIMConvType`: C2C or group
   * @param message_locator `MsgLocator[]`
   */
  readonly MsgFindByMsgLocatorList: (
    conv_id: string,
    conv_type: TIMConvType,
    message_locator: Json<MsgLocator[]>,
    callback?: ValueCallback<Message[]> | JsonCallback | null,
  ) => TIMResult;

  /**
   * Puts messages, made by the app or kept from elsewhere, into a conversation, on this machine only.
   * @param conv_id UserID of the other one, or group id
   * @param conv_type `TIMConvType`: C2C or group
   * @param message_list `Message[]`
   */
  readonly MsgImportMsgList: (
    conv_id: string,
    conv_type: TIMConvType,
    message_list: Json<Message[]>,
    callback?: NullOrStringCallback | JsonCallback | null,
  ) => TIMResult;

  /**
   * Puts a message of the app's own making into a conversation, on this machine only.
   * @param conv_id UserID of the other one, or group id
   * @param conv_type `TIMConvType`: C2C or group
   * @param message a `Message`
   */
  readonly MsgSaveMsg: (
    conv_id: string,
    conv_type: TIMConvType,
    message: Json<Message>,
    callback?: NullOrStringCallback | JsonCallback | null,
  ) => TIMResult;

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
   * @param get_message_list_param a `MsgGetMsgListParam`: where to begin, which way, how many
   */
  readonly MsgGetMsgList: (
    conv_id: string,
    conv_type: TIMConvType,
    get_message_list_param: Json<MsgGetMsgListParam>,
    callback?: ValueCallback<Message[]> | JsonCallback | null,
  ) => TIMResult;

  /**
   * Deletes a message on this machine; with `msg_delete_param_is_ramble` on the server too, for this account.
   *
   * Errors: 20022 the message is not on this machine, 6017 with `msg_delete_param_is_ramble` for one that the server does
   * not have.
   * @param conv_id UserID of the other one, or group id
   * @param conv_type `TIMConvType`: C2C or group
   * @param message_delete_param a `MsgDeleteParam`; `msg_delete_param_msg` must hold the `Message`
   */
  readonly MsgDelete: (
    conv_id: string,
    conv_type: TIMConvType,
    message_delete_param: Json<MsgDeleteParam>,
    callback?: NullOrStringCallback | JsonCallback | null,
  ) => TIMResult;

  /**
   * Deletes messages of one conversation for this account, here and on the server.
   * @param conv_id UserID of the other one, or group id
   * @param conv_type `TIMConvType`: C2C or group
   * @param message_list `Message[]`, at most 50
   */
  readonly MsgListDelete: (
    conv_id: string,
    conv_type: TIMConvType,
    message_list: Json<Message[]>,
    callback?: NullOrStringCallback | JsonCallback | null,
  ) => TIMResult;

  /**
   * Deletes all messages of a conversation for this account; the conversation itself stays.
   * @param conv_id UserID of the other one, or group id
   * @param conv_type `TIMConvType`: C2C or group
   */
  readonly MsgClearHistoryMessage: (
    conv_id: string,
    conv_type: TIMConvType,
    callback?: NullOrStringCallback | JsonCallback | null,
  ) => TIMResult;

  /**
   * Sets whether messages of some users are received and disturb. Messages that are not received are not told to
   * AddRecvNewMsgCallback; they are in the history.
   * @param user_id_list UserIDs, at most 30
   * @param opt `TIMReceiveMessageOpt`
   */
  readonly MsgSetC2CReceiveMessageOpt: (
    user_id_list: Json<string[]>,
    opt: TIMReceiveMessageOpt,
    callback?: NullOrStringCallback | JsonCallback | null,
  ) => TIMResult;

  /**
   * Fetches what is set for messages of some users. Callback: `GetC2CRecvMsgOptResult[]`.
   * @param user_id_list UserIDs
   */
  readonly MsgGetC2CReceiveMessageOpt: (
    user_id_list: Json<string[]>,
    callback?: ValueCallback<GetC2CRecvMsgOptResult[]> | JsonCallback | null,
  ) => TIMResult;

  /**
   * Sets whether messages of a group are received and disturb, as for users; `GroupBaseInfo` tells what is set.
   * @param group_id id of the group
   * @param opt `TIMReceiveMessageOpt`
   */
  readonly MsgSetGroupReceiveMessageOpt: (
    group_id: string,
    opt: TIMReceiveMessageOpt,
    callback?: NullOrStringCallback | JsonCallback | null,
  ) => TIMResult;

  /**
   * Sets do-not-disturb for the whole account, every day from a time of day on.
   * @param opt `TIMReceiveMessageOpt`
   * @param start_hour 0 to 23, with the next two the beginning, in local time
   * @param start_minute 0 to 59
   * @param start_second 0 to 59
   * @param duration seconds; a day or more means for good
   */
  readonly MsgSetAllReceiveMessageOpt: (
    opt: TIMReceiveMessageOpt,
    start_hour: number,
    start_minute: number,
    start_second: number,
    duration: number,
    callback?: NullOrStringCallback | JsonCallback | null,
  ) => TIMResult;

  /**
   * Sets do-not-disturb for the whole account, once.
   * @param opt `TIMReceiveMessageOpt`
   * @param start_time_stamp beginning, unix seconds
   * @param duration seconds
   */
  readonly MsgSetAllReceiveMessageOpt2: (
    opt: TIMReceiveMessageOpt,
    start_time_stamp: number,
    duration: number,
    callback?: NullOrStringCallback | JsonCallback | null,
  ) => TIMResult;

  /** Fetches do-not-disturb of the whole account. Callback: `TIMReceiveMessageOptInfo`. */
  readonly MsgGetAllReceiveMessageOpt: (
    callback?: ValueCallback<TIMReceiveMessageOptInfo> | JsonCallback | null,
  ) => TIMResult;

  /**
   * Tells under which token this device can be reached; null ends that.
   *
   * Not in this version: after login the callback gets 7013.
   * @param json_token an `OfflinePushToken`
   */
  readonly MsgSetOfflinePushToken: (
    json_token: Json<OfflinePushToken> | null,
    callback?: NullOrStringCallback | JsonCallback | null,
  ) => TIMResult;

  /**
   * The app has gone to the background: notifications begin.
   *
   * Not in this version: after login the callback gets 7013.
   * @param unread_count number for the badge of the app
   */
  readonly MsgDoBackground: (unread_count: number, callback?: NullOrStringCallback | JsonCallback | null) => TIMResult;

  /**
   * The app has come to the foreground: notifications end.
   *
   * Not in this version: after login the callback gets 7013.
   */
  readonly MsgDoForeground: (callback?: NullOrStringCallback | JsonCallback | null) => TIMResult;

  /**
   * Downloads an image, a sound, a file or a video of a message. Callback: `MsgDownloadElemResult`; as in the native
   * API it comes several times. With the description `downloading` it tells how far the download is, at most once for
   * each percent; the one with another description is the last one and says how it has ended. An interrupted
   * download goes on from where it was. The file appears under its name only when all of it is there.
   *
   * Errors: 6009 the download has failed, 7007 the path cannot be written, 114000 the file is gone or may not be seen.
   * @param download_param a `DownloadElemParam`, made of what the element says
   * @param path file to write, UTF-8
   */
  readonly MsgDownloadElemToPath: (
    download_param: Json<DownloadElemParam>,
    path: string,
    callback?: ValueCallback<MsgDownloadElemResult> | JsonCallback | null,
  ) => TIMResult;

  /**
   * Fetches the messages inside a merged one. Callback: `Message[]`.
   * @param message the merged `Message`
   */
  readonly MsgDownloadMergerMessage: (
    message: Json<Message>,
    callback?: ValueCallback<Message[]> | JsonCallback | null,
  ) => TIMResult;

  /**
   * Sends one message to several users. Callback: `MsgBatchSendResult[]`, one for each user, in the order given.
   * @param json_batch_send_param a `MsgBatchSendParam`
   */
  readonly MsgBatchSend: (
    json_batch_send_param: Json<MsgBatchSendParam>,
    callback?: ValueCallback<MsgBatchSendResult[]> | JsonCallback | null,
  ) => TIMResult;

  /**
   * Searches the messages on this machine, newest first: texts, descriptions, file names and titles, capital letters
   * or not. Callback: `MessageSearchResult`. In one conversation it holds the messages and counts them; in all of them
   * it holds conversations and counts these, and shows a message only where it is the only one.
   * @param message_search_param a `MessageSearchParam`
   */
  readonly MsgSearchLocalMessages: (
    message_search_param: Json<MessageSearchParam>,
    callback?: ValueCallback<MessageSearchResult> | JsonCallback | null,
  ) => TIMResult;

  /**
   * Searches the messages on the server, when that was given a provider for it. Callback: `MessageSearchResult`; with
   * messages for one conversation, else with the message of each conversation that has a single one.
   * `msg_search_result_search_cursor` is empty when there is nothing more.
   *
   * Errors: 7013 the server was given no provider, 20005 the provider has failed or was too slow.
   * @param message_search_param a `MessageSearchParam`; pages go by `msg_search_param_search_count` (up to 50) and
   * `msg_search_param_search_cursor`
   */
  readonly MsgSearchCloudMessages: (
    message_search_param: Json<MessageSearchParam>,
    callback?: ValueCallback<MessageSearchResult> | JsonCallback | null,
  ) => TIMResult;

  /**
   * Keeps the app's own data with a message, on this machine only.
   * @param message the `Message` with `message_custom_int` or `message_custom_str`
   */
  readonly MsgSetLocalCustomData: (
    message: Json<Message>,
    callback?: NullOrStringCallback | JsonCallback | null,
  ) => TIMResult;

  /**
   * Makes a group. Callback: `CreateGroupResult` with its id.
   * @param group a `CreateGroupParam`; `create_group_param_group_name` must be there
   */
  readonly GroupCreate: (
    group: Json<CreateGroupParam>,
    callback?: ValueCallback<CreateGroupResult> | JsonCallback | null,
  ) => TIMResult;

  /**
   * Dissolves a group, as its owner; a private group cannot be dissolved.
   * @param group_id id of the group
   */
  readonly GroupDelete: (group_id: string, callback?: NullOrStringCallback | JsonCallback | null) => TIMResult;

  /**
   * Joins a group, or asks to be let in where joining needs approval, which is answered with 0 too: owner and
   * administrators get a message of the system with a `GroupReportElem`, and so does whoever has asked when it is
   * decided. Nobody can join a private group by himself.
   * @param group_id id of the group
   * @param hello_message a word to those who decide, 1,024 bytes at most; may be null
   */
  readonly GroupJoin: (
    group_id: string,
    hello_message: string | null,
    callback?: NullOrStringCallback | JsonCallback | null,
  ) => TIMResult;

  /**
   * Leaves a group. The owner cannot leave, except a private group.
   * @param group_id id of the group
   */
  readonly GroupQuit: (group_id: string, callback?: NullOrStringCallback | JsonCallback | null) => TIMResult;

  /**
   * Invites users into a group; some kinds of group need their consent. Callback: `GroupInviteMemberResult[]`.
   * @param param a `GroupInviteMemberParam` with the group id and up to 20 UserIDs
   */
  readonly GroupInviteMember: (
    param: Json<GroupInviteMemberParam>,
    callback?: ValueCallback<GroupInviteMemberResult[]> | JsonCallback | null,
  ) => TIMResult;

  /**
   * Removes members from a group, as owner or administrator. Callback: `GroupDeleteMemberResult[]`.
   * @param param a `GroupDeleteMemberParam` with the group id and the UserIDs
   */
  readonly GroupDeleteMember: (
    param: Json<GroupDeleteMemberParam>,
    callback?: ValueCallback<GroupDeleteMemberResult[]> | JsonCallback | null,
  ) => TIMResult;

  /** Fetches the groups that this account is in. Callback: `GroupBaseInfo[]`. */
  readonly GroupGetJoinedGroupList: (callback?: ValueCallback<GroupBaseInfo[]> | JsonCallback | null) => TIMResult;

  /**
   * Fetches what is known about groups. Callback: `GetGroupInfoResult[]`.
   * @param group_id_list group ids
   */
  readonly GroupGetGroupInfoList: (
    group_id_list: Json<string[]>,
    callback?: ValueCallback<GetGroupInfoResult[]> | JsonCallback | null,
  ) => TIMResult;

  /**
   * Changes a group: name, notice, owner and so on.
   * @param json_group_modifyinfo_param a `GroupModifyInfoParam`; `group_modify_info_param_group_id` and
   * `group_modify_info_param_modify_flag` (`TIMGroupModifyInfoFlag`, added up) must be there
   */
  readonly GroupModifyGroupInfo: (
    json_group_modifyinfo_param: Json<GroupModifyInfoParam>,
    callback?: NullOrStringCallback | JsonCallback | null,
  ) => TIMResult;

  /**
   * Fetches members of a group, page by page or by UserID. Callback: `GroupGetMemberInfoListResult`.
   * @param json_group_getmeminfos_param a `GroupGetMemberInfoListParam`;
   * `group_get_members_info_list_param_group_id` must be there
   */
  readonly GroupGetMemberInfoList: (
    json_group_getmeminfos_param: Json<GroupGetMemberInfoListParam>,
    callback?: ValueCallback<GroupGetMemberInfoListResult> | JsonCallback | null,
  ) => TIMResult;

  /**
   * Changes a member of a group: role, name card, mute.
   * @param json_group_modifymeminfo_param a `GroupModifyMemberInfoParam`; group id, UserID and
   * `group_modify_member_info_modify_flag` (`TIMGroupMemberModifyInfoFlag`, added up) must be there
   */
  readonly GroupModifyMemberInfo: (
    json_group_modifymeminfo_param: Json<GroupModifyMemberInfoParam>,
    callback?: NullOrStringCallback | JsonCallback | null,
  ) => TIMResult;

  /**
   * Sets a mark on members of a live group or removes it, as its owner.
   *
   * Not in this version: after login the callback gets 7013.
   * @param group_id id of the group
   * @param member_array UserIDs
   * @param mark_type a number of the app's own, 1000 or more; ten in a group at most
   * @param enable_mark true to set
   */
  readonly GroupMarkGroupMemberList: (
    group_id: string,
    member_array: Json<string[]>,
    mark_type: number,
    enable_mark: boolean,
    callback?: NullOrStringCallback | JsonCallback | null,
  ) => TIMResult;

  /**
   * Fetches requests to come into the groups that this account leads, those that were decided included, the newest first.
   * Callback: `GroupPendencyResult`.
   * @param json_group_getpendence_list_param a `GroupPendencyOption`: where to begin, and how many
   */
  readonly GroupGetPendencyList: (
    json_group_getpendence_list_param: Json<GroupPendencyOption>,
    callback?: ValueCallback<GroupPendencyResult> | JsonCallback | null,
  ) => TIMResult;

  /**
   * Marks such requests as read.
   * @param time_stamp up to this time, unix seconds
   */
  readonly GroupReportPendencyReaded: (
    time_stamp: number | bigint,
    callback?: NullOrStringCallback | JsonCallback | null,
  ) => TIMResult;

  /**
   * Accepts or refuses such a request. Errors: 10007 not a leader of the group, 10014 the group is full, 10024 it was
   * decided already.
   * @param json_group_handle_pendency_param a `GroupHandlePendencyParam` with the `GroupPendency` that was fetched
   */
  readonly GroupHandlePendency: (
    json_group_handle_pendency_param: Json<GroupHandlePendencyParam>,
    callback?: NullOrStringCallback | JsonCallback | null,
  ) => TIMResult;

  /**
   * Counts the members of a group that are online. Callback: `GroupGetOnlineMemberCountResult`.
   *
   * Not in this version: after login the callback gets 7013.
   * @param group_id id of the group
   */
  readonly GroupGetOnlineMemberCount: (
    group_id: string,
    callback?: ValueCallback<GroupGetOnlineMemberCountResult> | JsonCallback | null,
  ) => TIMResult;

  /**
   * Sets counters of a group. Callback: `GroupCounter[]`, those that were set.
   *
   * Not in this version: after login the callback gets 7013.
   * @param group_id id of the group
   * @param group_counter_array `GroupCounter[]`
   */
  readonly GroupSetGroupCounters: (
    group_id: string,
    group_counter_array: Json<GroupCounter[]>,
    callback?: ValueCallback<GroupCounter[]> | JsonCallback | null,
  ) => TIMResult;

  /**
   * Fetches counters of a group. Callback: `GroupCounter[]`.
   *
   * Not in this version: after login the callback gets 7013.
   * @param group_id id of the group
   * @param group_counter_key_array keys; an empty list means all
   */
  readonly GroupGetGroupCounters: (
    group_id: string,
    group_counter_key_array: Json<string[]>,
    callback?: ValueCallback<GroupCounter[]> | JsonCallback | null,
  ) => TIMResult;

  /**
   * Adds to a counter of a group; one that is not there counts as 0. Callback: `GroupCounter[]`.
   *
   * Not in this version: after login the callback gets 7013.
   * @param group_id id of the group
   * @param group_counter_key key
   * @param group_counter_value how much
   */
  readonly GroupIncreaseGroupCounter: (
    group_id: string,
    group_counter_key: string,
    group_counter_value: number | bigint,
    callback?: ValueCallback<GroupCounter[]> | JsonCallback | null,
  ) => TIMResult;

  /**
   * Takes from a counter of a group; one that is not there counts as 0. Callback: `GroupCounter[]`.
   *
   * Not in this version: after login the callback gets 7013.
   * @param group_id id of the group
   * @param group_counter_key key
   * @param group_counter_value how much
   */
  readonly GroupDecreaseGroupCounter: (
    group_id: string,
    group_counter_key: string,
    group_counter_value: number | bigint,
    callback?: ValueCallback<GroupCounter[]> | JsonCallback | null,
  ) => TIMResult;

  /**
   * Searches the groups of this account. Callback: `GroupDetailInfo[]`.
   *
   * Not in this version: after login the callback gets 7013.
   * @param json_group_search_groups_param a `GroupSearchParam` with up to five keywords
   */
  readonly GroupSearchGroups: (
    json_group_search_groups_param: Json<GroupSearchParam>,
    callback?: ValueCallback<GroupDetailInfo[]> | JsonCallback | null,
  ) => TIMResult;

  /**
   * Searches groups on the server.
   *
   * Not in this version: after login the callback gets 7013.
   */
  readonly GroupSearchCloudGroups: (
    json_group_search_groups_param: Json<GroupSearchParam>,
    callback?: ValueCallback<GroupSearchResult> | JsonCallback | null,
  ) => TIMResult;

  /**
   * Searches members of groups. Callback: `GroupSearchGroupMembersResult[]`.
   *
   * Not in this version: after login the callback gets 7013.
   * @param json_group_search_group_members_param a `GroupMemberSearchParam` with up to five keywords
   */
  readonly GroupSearchGroupMembers: (
    json_group_search_group_members_param: Json<GroupMemberSearchParam>,
    callback?: ValueCallback<GroupSearchGroupMembersResult[]> | JsonCallback | null,
  ) => TIMResult;

  /**
   * Searches group members on the server.
   *
   * Not in this version: after login the callback gets 7013.
   */
  readonly GroupSearchCloudGroupMembers: (
    json_group_search_cloud_group_members_param: Json<GroupMemberSearchParam>,
    callback?: ValueCallback<GroupMemberSearchResult> | JsonCallback | null,
  ) => TIMResult;

  /**
   * Replaces all attributes of a group. Errors: 8511 too often.
   *
   * Not in this version: after login the callback gets 7013.
   * @param group_id id of the group
   * @param json_group_atrributes `GroupAttributes[]`: up to 16, key up to 32 bytes, value up to 4 KB, 16 KB in all
   */
  readonly GroupInitGroupAttributes: (
    group_id: string,
    json_group_atrributes: Json<GroupAttributes[]>,
    callback?: NullOrStringCallback | JsonCallback | null,
  ) => TIMResult;

  /**
   * Adds attributes to a group, or changes them.
   *
   * Not in this version: after login the callback gets 7013.
   * @param group_id id of the group
   * @param json_group_atrributes `GroupAttributes[]`
   */
  readonly GroupSetGroupAttributes: (
    group_id: string,
    json_group_atrributes: Json<GroupAttributes[]>,
    callback?: NullOrStringCallback | JsonCallback | null,
  ) => TIMResult;

  /**
   * Removes attributes of a group.
   *
   * Not in this version: after login the callback gets 7013.
   * @param group_id id of the group
   * @param json_keys keys
   */
  readonly GroupDeleteGroupAttributes: (
    group_id: string,
    json_keys: Json<string[]>,
    callback?: NullOrStringCallback | JsonCallback | null,
  ) => TIMResult;

  /**
   * Fetches attributes of a group. Callback: `GroupAttributes[]`.
   *
   * Not in this version: after login the callback gets 7013.
   * @param group_id id of the group
   * @param json_keys keys; null or empty means all
   */
  readonly GroupGetGroupAttributes: (
    group_id: string,
    json_keys: Json<string[]> | null,
    callback?: ValueCallback<GroupAttributes[]> | JsonCallback | null,
  ) => TIMResult;

  /**
   * Fetches the communities with topics that this account is in. Callback: `GroupBaseInfo[]`.
   *
   * Not in this version: after login the callback gets 7013.
   */
  readonly GroupGetJoinedCommunityList: (callback?: ValueCallback<GroupBaseInfo[]> | JsonCallback | null) => TIMResult;

  /**
   * Makes a topic in a community. Callback: its id.
   *
   * Not in this version: after login the callback gets 7013.
   * @param group_id id of the community
   * @param json_topic_info a `TIMGroupTopicInfo`
   */
  readonly GroupCreateTopicInCommunity: (
    group_id: string,
    json_topic_info: Json<TIMGroupTopicInfo>,
    callback?: StringValueCallback | JsonCallback | null,
  ) => TIMResult;

  /**
   * Deletes topics of a community. Callback: `TIMGroupTopicOperationResult[]`.
   *
   * Not in this version: after login the callback gets 7013.
   * @param group_id id of the community
   * @param json_topic_id_array topic ids
   */
  readonly GroupDeleteTopicFromCommunity: (
    group_id: string,
    json_topic_id_array: Json<string[]>,
    callback?: ValueCallback<TIMGroupTopicOperationResult[]> | JsonCallback | null,
  ) => TIMResult;

  /**
   * Changes a topic.
   *
   * Not in this version: after login the callback gets 7013.
   * @param json_topic_info a `TIMGroupTopicInfo` with `group_modify_info_param_modify_flag`
   */
  readonly GroupSetTopicInfo: (
    json_topic_info: Json<TIMGroupTopicInfo>,
    callback?: NullOrStringCallback | JsonCallback | null,
  ) => TIMResult;

  /**
   * Fetches topics of a community. Callback: `TIMGroupTopicInfoResult[]`.
   *
   * Not in this version: after login the callback gets 7013.
   * @param group_id id of the community
   * @param json_topic_id_array topic ids; an empty list means all
   */
  readonly GroupGetTopicInfoList: (
    group_id: string,
    json_topic_id_array: Json<string[]>,
    callback?: ValueCallback<TIMGroupTopicInfoResult[]> | JsonCallback | null,
  ) => TIMResult;

  /**
   * Searches users on the server.
   *
   * Not in this version: after login the callback gets 7013.
   */
  readonly SearchUsers: (
    user_search_param: Json<UserSearchParam>,
    callback?: ValueCallback<UserSearchResult> | JsonCallback | null,
  ) => TIMResult;

  /**
   * Fetches whether users are online, and their own status. Callback: `TIMUserStatus[]`.
   *
   * Not in this version: after login the callback gets 7013.
   * @param json_identifier_array UserIDs
   */
  readonly GetUserStatus: (
    json_identifier_array: Json<string[]>,
    callback?: ValueCallback<TIMUserStatus[]> | JsonCallback | null,
  ) => TIMResult;

  /**
   * Sets one's own status, such as "at lunch".
   *
   * Not in this version: after login the callback gets 7013.
   * @param json_current_user_status a `TIMUserStatus` with `user_status_custom_status`
   */
  readonly SetSelfStatus: (
    json_current_user_status: Json<TIMUserStatus>,
    callback?: NullOrStringCallback | JsonCallback | null,
  ) => TIMResult;

  /**
   * Asks to be told when users come online or go, by SetUserStatusChangedCallback.
   *
   * Not in this version: after login the callback gets 7013.
   * @param json_identifier_array UserIDs; of more than 200 the oldest are dropped
   */
  readonly SubscribeUserStatus: (
    json_identifier_array: Json<string[]>,
    callback?: NullOrStringCallback | JsonCallback | null,
  ) => TIMResult;

  /**
   * Ends such wishes.
   *
   * Not in this version: after login the callback gets 7013.
   * @param json_identifier_array UserIDs; null or empty means all
   */
  readonly UnsubscribeUserStatus: (
    json_identifier_array: Json<string[]> | null,
    callback?: NullOrStringCallback | JsonCallback | null,
  ) => TIMResult;

  /**
   * Fetches profiles of users, one's own included. Callback: `UserProfile[]`.
   *
   * Not in this version: after login the callback gets 7013.
   * @param json_get_user_profile_list_param a `FriendShipGetProfileListParam`
   */
  readonly ProfileGetUserProfileList: (
    json_get_user_profile_list_param: Json<FriendShipGetProfileListParam>,
    callback?: ValueCallback<UserProfile[]> | JsonCallback | null,
  ) => TIMResult;

  /**
   * Changes fields of one's own profile.
   *
   * Not in this version: after login the callback gets 7013.
   * @param json_modify_self_user_profile_param a `UserProfileItem` with the fields to change; keys of custom fields may
   * leave `Tag_Profile_Custom_` out
   */
  readonly ProfileModifySelfUserProfile: (
    json_modify_self_user_profile_param: Json<UserProfileItem>,
    callback?: NullOrStringCallback | JsonCallback | null,
  ) => TIMResult;

  /**
   * Asks to be told of profile changes of users, by SetUserInfoChangedCallback. Of friends one is told anyway.
   *
   * Not in this version: after login the callback gets 7013.
   * @param json_user_id_list UserIDs; of more than 200 the oldest are dropped
   */
  readonly SubscribeUserInfo: (
    json_user_id_list: Json<string[]>,
    callback?: NullOrStringCallback | JsonCallback | null,
  ) => TIMResult;

  /**
   * Ends such wishes.
   *
   * Not in this version: after login the callback gets 7013.
   * @param json_user_id_list UserIDs; null or empty means all
   */
  readonly UnsubscribeUserInfo: (
    json_user_id_list: Json<string[]> | null,
    callback?: NullOrStringCallback | JsonCallback | null,
  ) => TIMResult;

  /**
   * Fetches all friends. Callback: `FriendProfile[]`.
   *
   * Not in this version: after login the callback gets 7013.
   */
  readonly FriendshipGetFriendProfileList: (
    callback?: ValueCallback<FriendProfile[]> | JsonCallback | null,
  ) => TIMResult;

  /**
   * Adds a friend, or asks where the other one wants to be asked. Callback: `FriendResult`.
   *
   * Not in this version: after login the callback gets 7013.
   * @param param a `FriendshipAddFriendParam`
   */
  readonly FriendshipAddFriend: (
    param: Json<FriendshipAddFriendParam>,
    callback?: ValueCallback<FriendResult> | JsonCallback | null,
  ) => TIMResult;

  /**
   * Accepts or refuses a request. Callback: `FriendResult`.
   *
   * Not in this version: after login the callback gets 7013.
   * @param json_handle_friend_add_param a `FriendResponse`; UserID and action must be there
   */
  readonly FriendshipHandleFriendAddRequest: (
    json_handle_friend_add_param: Json<FriendResponse>,
    callback?: ValueCallback<FriendResult> | JsonCallback | null,
  ) => TIMResult;

  /**
   * Changes what this account keeps about a friend: remark, groups, custom fields.
   *
   * Not in this version: after login the callback gets 7013.
   * @param json_modify_friend_info_param a `FriendshipModifyFriendProfileParam`: UserID and `FriendProfileItem`
   */
  readonly FriendshipModifyFriendProfile: (
    json_modify_friend_info_param: Json<FriendshipModifyFriendProfileParam>,
    callback?: NullOrStringCallback | JsonCallback | null,
  ) => TIMResult;

  /**
   * Removes friends, on one side or on both. Callback: `FriendResult[]`.
   *
   * Not in this version: after login the callback gets 7013.
   * @param json_delete_friend_param a `FriendshipDeleteFriendParam`
   */
  readonly FriendshipDeleteFriend: (
    json_delete_friend_param: Json<FriendshipDeleteFriendParam>,
    callback?: ValueCallback<FriendResult[]> | JsonCallback | null,
  ) => TIMResult;

  /**
   * Tells who is whose friend. Callback: `FriendshipCheckFriendTypeResult[]`.
   *
   * Not in this version: after login the callback gets 7013.
   * @param json_check_friend_list_param a `FriendshipCheckFriendTypeParam`
   */
  readonly FriendshipCheckFriendType: (
    json_check_friend_list_param: Json<FriendshipCheckFriendTypeParam>,
    callback?: ValueCallback<FriendshipCheckFriendTypeResult[]> | JsonCallback | null,
  ) => TIMResult;

  /**
   * Makes groups of friends. Callback: `FriendResult[]`.
   *
   * Not in this version: after login the callback gets 7013.
   * @param json_create_friend_group_param a `CreateFriendGroupParam`: names, and the friends to put into them
   */
  readonly FriendshipCreateFriendGroup: (
    json_create_friend_group_param: Json<CreateFriendGroupParam>,
    callback?: ValueCallback<FriendResult[]> | JsonCallback | null,
  ) => TIMResult;

  /**
   * Fetches groups of friends. Callback: `FriendGroupInfo[]`.
   *
   * Not in this version: after login the callback gets 7013.
   * @param json_get_friend_group_list_param names; an empty list means all
   */
  readonly FriendshipGetFriendGroupList: (
    json_get_friend_group_list_param: Json<string[]>,
    callback?: ValueCallback<FriendGroupInfo[]> | JsonCallback | null,
  ) => TIMResult;

  /**
   * Renames a group of friends, or changes who is in it. Callback: `FriendResult[]`.
   *
   * Not in this version: after login the callback gets 7013.
   * @param json_modify_friend_group_param a `FriendshipModifyFriendGroupParam`
   */
  readonly FriendshipModifyFriendGroup: (
    json_modify_friend_group_param: Json<FriendshipModifyFriendGroupParam>,
    callback?: ValueCallback<FriendResult[]> | JsonCallback | null,
  ) => TIMResult;

  /**
   * Deletes groups of friends; the friends stay.
   *
   * Not in this version: after login the callback gets 7013.
   * @param json_delete_friend_group_param names
   */
  readonly FriendshipDeleteFriendGroup: (
    json_delete_friend_group_param: Json<string[]>,
    callback?: NullOrStringCallback | JsonCallback | null,
  ) => TIMResult;

  /**
   * Puts users on the black list. Callback: `FriendResult[]`.
   *
   * Not in this version: after login the callback gets 7013.
   * @param json_add_to_blacklist_param UserIDs
   */
  readonly FriendshipAddToBlackList: (
    json_add_to_blacklist_param: Json<string[]>,
    callback?: ValueCallback<FriendResult[]> | JsonCallback | null,
  ) => TIMResult;

  /**
   * Fetches the black list. Callback: `FriendProfile[]`.
   *
   * Not in this version: after login the callback gets 7013.
   */
  readonly FriendshipGetBlackList: (callback?: ValueCallback<FriendProfile[]> | JsonCallback | null) => TIMResult;

  /**
   * Takes users off the black list. Callback: `FriendResult[]`.
   *
   * Not in this version: after login the callback gets 7013.
   * @param json_delete_from_blacklist_param UserIDs
   */
  readonly FriendshipDeleteFromBlackList: (
    json_delete_from_blacklist_param: Json<string[]>,
    callback?: ValueCallback<FriendResult[]> | JsonCallback | null,
  ) => TIMResult;

  /**
   * Fetches requests to become friends that nobody has answered. Callback: `PendencyPage`.
   *
   * Not in this version: after login the callback gets 7013.
   * @param json_get_pendency_list_param a `FriendshipGetPendencyListParam`
   */
  readonly FriendshipGetPendencyList: (
    json_get_pendency_list_param: Json<FriendshipGetPendencyListParam>,
    callback?: ValueCallback<PendencyPage> | JsonCallback | null,
  ) => TIMResult;

  /**
   * Deletes requests. Callback: `FriendResult[]`.
   *
   * Not in this version: after login the callback gets 7013.
   * @param json_delete_pendency_param a `FriendshipDeletePendencyParam`
   */
  readonly FriendshipDeletePendency: (
    json_delete_pendency_param: Json<FriendshipDeletePendencyParam>,
    callback?: ValueCallback<FriendResult[]> | JsonCallback | null,
  ) => TIMResult;

  /**
   * Marks requests as read.
   *
   * Not in this version: after login the callback gets 7013.
   * @param time_stamp up to this time, unix seconds; 0 means now
   */
  readonly FriendshipReportPendencyReaded: (
    time_stamp: number | bigint,
    callback?: NullOrStringCallback | JsonCallback | null,
  ) => TIMResult;

  /**
   * Searches the friends. Callback: `FriendProfile[]`.
   *
   * Not in this version: after login the callback gets 7013.
   * @param json_search_friends_param a `FriendSearchParam`: keywords, and where to look for them
   */
  readonly FriendshipSearchFriends: (
    json_search_friends_param: Json<FriendSearchParam>,
    callback?: ValueCallback<FriendProfile[]> | JsonCallback | null,
  ) => TIMResult;

  /**
   * Fetches what is known about some users as friends. Callback: `FriendInfoGetResult[]`.
   *
   * Not in this version: after login the callback gets 7013.
   * @param json_get_friends_info_param UserIDs
   */
  readonly FriendshipGetFriendsInfo: (
    json_get_friends_info_param: Json<string[]>,
    callback?: ValueCallback<FriendInfoGetResult[]> | JsonCallback | null,
  ) => TIMResult;

  /**
   * Carries out an experimental operation; `request_internal_operation` says which. The callback's JSON depends on it.
   *
   * In this version: operations that set something, and the log.
   *
   * Those that set something take effect at once, or at the next Init, and succeed in every state:
   * `internal_operation_set_custom_server_info` (addresses of the server),
   * `internal_operation_set_packet_request_timeout` (deadline of calls; seconds). What has no meaning here, such as
   * `internal_operation_set_ui_platform`, succeeds without effect. `internal_operation_write_log` writes a line into the log.
   * @param json_param a `RequestParam`
   * @returns 6017 for a log line without level or content
   */
  readonly CallExperimentalAPI: (
    json_param: Json<RequestParam>,
    callback?: ValueCallback<unknown> | JsonCallback | null,
  ) => TIMResult;

  /**
   * Fetches who has read one's own messages. Callback: `MessageReceipt[]`.
   * @param msg_array `Message[]` of one conversation: sent by this account, with `message_need_read_receipt`
   */
  readonly MsgGetMessageReadReceipts: (
    msg_array: Json<Message[]>,
    callback?: ValueCallback<MessageReceipt[]> | JsonCallback | null,
  ) => TIMResult;

  /**
   * Tells the senders of messages that they were read. Messages that ask for no receipt, and one's own, are left out.
   * @param msg_array `Message[]` of one conversation
   */
  readonly MsgSendMessageReadReceipts: (
    msg_array: Json<Message[]>,
    callback?: NullOrStringCallback | JsonCallback | null,
  ) => TIMResult;

  /**
   * Adds extensions to a message or changes them; the message must have been sent with
   * `message_support_message_extension`. Callback: `MessageExtensionResult[]`, one for each key; when somebody else has
   * changed an extension that this client has not heard of yet, its code is 23001 and it holds what is there now.
   * @param message the `Message`
   * @param extensions `MessageExtension[]`, at most 20; key up to 100 bytes, value up to 1 KB
   */
  readonly MsgSetMessageExtensions: (
    message: Json<Message>,
    extensions: Json<MessageExtension[]>,
    callback?: ValueCallback<MessageExtensionResult[]> | JsonCallback | null,
  ) => TIMResult;

  /**
   * Fetches the extensions of a message. Callback: `MessageExtension[]`.
   * @param message the `Message`
   */
  readonly MsgGetMessageExtensions: (
    message: Json<Message>,
    callback?: ValueCallback<MessageExtension[]> | JsonCallback | null,
  ) => TIMResult;

  /**
   * Removes extensions of a message. Callback: `MessageExtensionResult[]`; 23001 as for setting.
   * @param message the `Message`
   * @param extensions keys, at most 20; an empty list means all
   */
  readonly MsgDeleteMessageExtensions: (
    message: Json<Message>,
    extensions: Json<string[] | MessageExtension[]>,
    callback?: ValueCallback<MessageExtensionResult[]> | JsonCallback | null,
  ) => TIMResult;

  /**
   * Adds a reaction, such as an emoji, to a message.
   *
   * Errors: 23005 and 23006 too many reactions or users, 23007 this user has reacted in this way already.
   * @param message the `Message`
   * @param reaction_id which one
   */
  readonly MsgAddMessageReaction: (
    message: Json<Message>,
    reaction_id: string,
    callback?: NullOrStringCallback | JsonCallback | null,
  ) => TIMResult;

  /**
   * Takes one's own reaction to a message back.
   *
   * Errors: 23008 nobody has reacted in this way, 23009 others have, but not this user.
   * @param message the `Message`
   * @param reaction_id which one
   */
  readonly MsgRemoveMessageReaction: (
    message: Json<Message>,
    reaction_id: string,
    callback?: NullOrStringCallback | JsonCallback | null,
  ) => TIMResult;

  /**
   * Fetches the reactions to messages. Callback: `MessageReactionResult[]`.
   * @param message `Message[]` of one conversation, at most 20
   * @param max_user_count_per_reaction how many users to name for each reaction, 0 to 10
   */
  readonly MsgGetMessageReactions: (
    message: Json<Message[]>,
    max_user_count_per_reaction: number,
    callback?: ValueCallback<MessageReactionResult[]> | JsonCallback | null,
  ) => TIMResult;

  /**
   * Fetches all users with one reaction to a message, page by page. Callback: `MessageReactionUserResult`.
   * @param message the `Message`
   * @param reaction_id which one
   * @param next_seq 0, then what the callback has told
   * @param count users in a page, at most 100
   */
  readonly MsgGetAllUserListOfMessageReaction: (
    message: Json<Message>,
    reaction_id: string,
    next_seq: number,
    count: number,
    callback?: ValueCallback<MessageReactionUserResult> | JsonCallback | null,
  ) => TIMResult;

  /**
   * Writes down what is said in a sound. Callback: the text.
   *
   * Errors: 7013 the server was given no provider of this, 20005 the provider has failed.
   * @param url address of the sound, from its element
   * @param language such as `en`
   */
  readonly MsgConvertVoiceToText: (
    url: string,
    language: string,
    callback?: StringValueCallback | JsonCallback | null,
  ) => TIMResult;

  /**
   * Pins a message in a group, or unpins it. At most ten are pinned at a time.
   * @param group_id id of the group
   * @param message the `Message`
   * @param is_pinned true to pin
   */
  readonly PinGroupMessage: (
    group_id: string,
    message: Json<Message>,
    is_pinned: boolean,
    callback?: NullOrStringCallback | JsonCallback | null,
  ) => TIMResult;

  /**
   * Fetches the messages that are pinned in a group. Callback: `Message[]`.
   * @param group_id id of the group
   */
  readonly GetPinnedGroupMessageList: (
    group_id: string,
    callback?: ValueCallback<Message[]> | JsonCallback | null,
  ) => TIMResult;

  /**
   * Translates texts. Callback: `MessageTranslateTextResult[]`.
   *
   * Errors: 7013 the server was given no provider of translations, 20005 the provider has failed.
   * @param json_source_text_array texts
   * @param source_language such as `en`; `auto` or nothing to find it out
   * @param target_language such as `de`
   */
  readonly MsgTranslateText: (
    json_source_text_array: Json<string[]>,
    source_language: string,
    target_language: string,
    callback?: ValueCallback<MessageTranslateTextResult[]> | JsonCallback | null,
  ) => TIMResult;

  /**
   * Fetches which members of a group have read a message of one's own, or have not.
   * @param message the `Message`
   * @param filter `TIMGroupMessageReadMembersFilter`
   * @param next_seq 0, then what the callback has told
   * @param count 1 to 100
   * @param callback gets the members, where to go on, and whether that was all; it has no error code, so that a
   * failure looks like an empty list
   * @param stringCallback gets the same with the members as JSON text
   */
  readonly GetMsgGroupMessageReadMemberList: (
    message: Json<Message>,
    filter: TIMGroupMessageReadMembersFilter,
    next_seq: number | bigint,
    count: number,
    callback?: MsgGroupMessageReadMemberListCallback | null,
    stringCallback?: MsgGroupMessageReadMemberListStringCallback | null,
  ) => TIMResult;

  /** As {@link UnityClient.GetMsgGroupMessageReadMemberList}, with texts for numbers. From the WebGL version. */
  readonly MsgGetGroupMessageReadMemberListWeb: (
    message: Json<Message>,
    filter: TIMGroupMessageReadMembersFilter,
    next_seq: string,
    count: number,
    callback?: MsgGroupMessageReadMemberListWebCallback | null,
  ) => TIMResult;

  /**
   * Follows users. Callback: `FollowOperationResult[]`.
   *
   * Not in this version: after login the callback gets 7013.
   * @param user_id_list UserIDs, at most 20
   */
  readonly FollowUser: (
    user_id_list: Json<string[]>,
    callback?: ValueCallback<FollowOperationResult[]> | JsonCallback | null,
  ) => TIMResult;

  /**
   * Stops following users. Callback: `FollowOperationResult[]`.
   *
   * Not in this version: after login the callback gets 7013.
   * @param user_id_list UserIDs, at most 20
   */
  readonly UnfollowUser: (
    user_id_list: Json<string[]>,
    callback?: ValueCallback<FollowOperationResult[]> | JsonCallback | null,
  ) => TIMResult;

  /**
   * Fetches whom this account follows, page by page. Callback: `FollowListResult`.
   *
   * Not in this version: after login the callback gets 7013.
   * @param next_cursor null or empty, then what the callback has told
   */
  readonly GetMyFollowingList: (
    next_cursor: string | null,
    callback?: ValueCallback<FollowListResult> | JsonCallback | null,
  ) => TIMResult;

  /**
   * Fetches who follows this account, page by page. Callback: `FollowListResult`.
   *
   * Not in this version: after login the callback gets 7013.
   * @param next_cursor null or empty, then what the callback has told
   */
  readonly GetMyFollowersList: (
    next_cursor: string | null,
    callback?: ValueCallback<FollowListResult> | JsonCallback | null,
  ) => TIMResult;

  /**
   * Fetches who follows this account and is followed by it, page by page. Callback: `FollowListResult`.
   *
   * Not in this version: after login the callback gets 7013.
   * @param next_cursor null or empty, then what the callback has told
   */
  readonly GetMutualFollowersList: (
    next_cursor: string | null,
    callback?: ValueCallback<FollowListResult> | JsonCallback | null,
  ) => TIMResult;

  /**
   * Counts followers of users and whom they follow. Callback: `FollowInfo[]`.
   *
   * Not in this version: after login the callback gets 7013.
   * @param user_id_list UserIDs
   */
  readonly GetUserFollowInfo: (
    user_id_list: Json<string[]>,
    callback?: ValueCallback<FollowInfo[]> | JsonCallback | null,
  ) => TIMResult;

  /**
   * Tells who follows whom, between this account and others. Callback: `FollowTypeCheckResult[]`.
   *
   * Not in this version: after login the callback gets 7013.
   * @param user_id_list UserIDs
   */
  readonly CheckFollowType: (
    user_id_list: Json<string[]>,
    callback?: ValueCallback<FollowTypeCheckResult[]> | JsonCallback | null,
  ) => TIMResult;

  /**
   * Subscribes to an official account.
   *
   * Not in this version: after login the callback gets 7013.
   * @param official_account_id its id
   */
  readonly SubscribeOfficialAccount: (
    official_account_id: string,
    callback?: NullOrStringCallback | JsonCallback | null,
  ) => TIMResult;

  /**
   * Ends the subscription to an official account.
   *
   * Not in this version: after login the callback gets 7013.
   * @param official_account_id its id
   */
  readonly UnsubscribeOfficialAccount: (
    official_account_id: string,
    callback?: NullOrStringCallback | JsonCallback | null,
  ) => TIMResult;

  /**
   * Fetches official accounts. Callback: `GetOfficialAccountInfoResult[]`.
   *
   * Not in this version: after login the callback gets 7013.
   * @param official_account_id_list ids; null or empty means all that this account has subscribed to
   */
  readonly GetOfficialAccountsInfo: (
    official_account_id_list: Json<string[]> | null,
    callback?: ValueCallback<GetOfficialAccountInfoResult[]> | JsonCallback | null,
  ) => TIMResult;

  /**
   * Invites one user.
   *
   * Not in this version: after login the callback gets 7013.
   * @param invitee UserID
   * @param data the app's own; may be empty
   * @param online_user_only true when nobody else need hear of it and nothing need be kept
   * @param offline_push_info an `OfflinePushConfig` for phones; may be null
   * @param timeout seconds; 0 means no end
   * @param invite_id_buffer receives the invite id before the call returns; 128 bytes are enough
   */
  readonly SignalingInvite: (
    invitee: string,
    data: string,
    online_user_only: boolean,
    offline_push_info: Json<OfflinePushConfig> | null,
    timeout: number,
    invite_id_buffer: OutBuffer | null,
    callback?: NullOrStringCallback | JsonCallback | null,
  ) => TIMResult;

  /**
   * Invites members of a group.
   *
   * Not in this version: after login the callback gets 7013.
   * @param group_id id of the group
   * @param invitee_list UserIDs
   * @param data the app's own; may be empty
   * @param online_user_only true when nobody else need hear of it and nothing need be kept
   * @param timeout seconds; 0 means no end
   * @param invite_id_buffer receives the invite id before the call returns; 128 bytes are enough
   */
  readonly SignalingInviteInGroup: (
    group_id: string,
    invitee_list: Json<string[]>,
    data: string,
    online_user_only: boolean,
    timeout: number,
    invite_id_buffer: OutBuffer | null,
    callback?: NullOrStringCallback | JsonCallback | null,
  ) => TIMResult;

  /**
   * Calls one's own invitation off, while somebody has not answered yet. Errors: 8010 it is not there any more.
   *
   * Not in this version: after login the callback gets 7013.
   * @param invite_id id of the invitation
   * @param data the app's own; may be empty
   */
  readonly SignalingCancel: (
    invite_id: string,
    data: string,
    callback?: NullOrStringCallback | JsonCallback | null,
  ) => TIMResult;

  /**
   * Accepts an invitation. Errors: 8010 it is not there any more.
   *
   * Not in this version: after login the callback gets 7013.
   * @param invite_id id of the invitation
   * @param data the app's own; may be empty
   */
  readonly SignalingAccept: (
    invite_id: string,
    data: string,
    callback?: NullOrStringCallback | JsonCallback | null,
  ) => TIMResult;

  /**
   * Refuses an invitation. Errors: 8010 it is not there any more.
   *
   * Not in this version: after login the callback gets 7013.
   * @param invite_id id of the invitation
   * @param data the app's own; may be empty
   */
  readonly SignalingReject: (
    invite_id: string,
    data: string,
    callback?: NullOrStringCallback | JsonCallback | null,
  ) => TIMResult;

  /**
   * Tells whether a message is part of an invitation, and of which. Callback: `SignalingInfo`; for any other
   * message error 6017, and `null`.
   * @param message a `Message`
   */
  readonly GetSignalingInfo: (
    message: Json<Message>,
    callback?: ValueCallback<SignalingInfo> | JsonCallback | null,
  ) => TIMResult;

  /**
   * Changes the data of an invitation. Errors: 8010 it is not there any more.
   *
   * Not in this version: after login the callback gets 7013.
   * @param invite_id id of the invitation
   * @param data the app's own
   */
  readonly SignalingModifyInvitation: (
    invite_id: string,
    data: string,
    callback?: NullOrStringCallback | JsonCallback | null,
  ) => TIMResult;

  /**
   * Makes a community with topics. Callback: `CreateGroupResult` with its id.
   *
   * Not in this version: after login the callback gets 7013.
   * @param community_create_param a `CreateGroupParam` with name and `create_group_param_is_support_topic`
   */
  readonly CommunityCreate: (
    community_create_param: Json<CreateGroupParam>,
    callback?: ValueCallback<CreateGroupResult> | JsonCallback | null,
  ) => TIMResult;

  /**
   * Fetches the communities that this account is in. Callback: `GroupBaseInfo[]`.
   *
   * Not in this version: after login the callback gets 7013.
   */
  readonly CommunityGetJoinedCommunityList: (
    callback?: ValueCallback<GroupBaseInfo[]> | JsonCallback | null,
  ) => TIMResult;

  /**
   * Makes a topic. Callback: its id.
   *
   * Not in this version: after login the callback gets 7013.
   * @param group_id id of the community
   * @param topic_info a `TopicInfo`
   */
  readonly CommunityCreateTopicInCommunity: (
    group_id: string,
    topic_info: Json<TopicInfo>,
    callback?: StringValueCallback | JsonCallback | null,
  ) => TIMResult;

  /**
   * Deletes topics. Callback: `TopicOperationResult[]`.
   *
   * Not in this version: after login the callback gets 7013.
   * @param group_id id of the community
   * @param topic_id_list topic ids
   */
  readonly CommunityDeleteTopicFromCommunity: (
    group_id: string,
    topic_id_list: Json<string[]>,
    callback?: ValueCallback<TopicOperationResult[]> | JsonCallback | null,
  ) => TIMResult;

  /**
   * Changes a topic.
   *
   * Not in this version: after login the callback gets 7013.
   * @param topic_info a `TIMGroupTopicInfo` with `group_modify_info_param_modify_flag`
   */
  readonly CommunitySetTopicInfo: (
    topic_info: Json<TIMGroupTopicInfo>,
    callback?: NullOrStringCallback | JsonCallback | null,
  ) => TIMResult;

  /**
   * Fetches topics. Callback: `TopicInfoResult[]`.
   *
   * Not in this version: after login the callback gets 7013.
   * @param group_id id of the community
   * @param topic_id_list topic ids; an empty list means all
   */
  readonly CommunityGetTopicInfoList: (
    group_id: string,
    topic_id_list: Json<string[]>,
    callback?: ValueCallback<TopicInfoResult[]> | JsonCallback | null,
  ) => TIMResult;

  /**
   * Sets whether a topic takes over from its community which messages are received and disturb.
   *
   * Not in this version: after login the callback gets 7013.
   */
  readonly CommunitySetTopicInheritMessageReceiveOptionFromCommunity: (
    topic_id: string,
    isInherit: boolean,
    callback?: NullOrStringCallback | JsonCallback | null,
  ) => TIMResult;

  /**
   * Makes a permission group. Callback: its id.
   *
   * Not in this version: after login the callback gets 7013.
   * @param permission_group_info a `PermissionGroupInfo` with the id of the community
   */
  readonly CommunityCreatePermissionGroupInCommunity: (
    permission_group_info: Json<PermissionGroupInfo>,
    callback?: StringValueCallback | JsonCallback | null,
  ) => TIMResult;

  /**
   * Deletes permission groups. Callback: `PermissionGroupOperationResult[]`.
   *
   * Not in this version: after login the callback gets 7013.
   * @param group_id id of the community
   * @param permission_group_id_list permission group ids
   */
  readonly CommunityDeletePermissionGroupFromCommunity: (
    group_id: string,
    permission_group_id_list: Json<string[]>,
    callback?: ValueCallback<PermissionGroupOperationResult[]> | JsonCallback | null,
  ) => TIMResult;

  /**
   * Changes a permission group.
   *
   * Not in this version: after login the callback gets 7013.
   * @param permission_group_info a `PermissionGroupInfo` with `permission_group_modify_info_flag`
   */
  readonly CommunityModifyPermissionGroupInfoInCommunity: (
    permission_group_info: Json<PermissionGroupInfo>,
    callback?: NullOrStringCallback | JsonCallback | null,
  ) => TIMResult;

  /**
   * Fetches the permission groups that this account is in. Callback: `PermissionGroupInfoResult[]`.
   *
   * Not in this version: after login the callback gets 7013.
   * @param group_id id of the community
   */
  readonly CommunityGetJoinedPermissionGroupListInCommunity: (
    group_id: string,
    callback?: ValueCallback<PermissionGroupInfoResult[]> | JsonCallback | null,
  ) => TIMResult;

  /**
   * Fetches permission groups. Callback: `PermissionGroupInfoResult[]`.
   *
   * Not in this version: after login the callback gets 7013.
   * @param group_id id of the community
   * @param permission_group_id_list permission group ids; null or empty means all
   */
  readonly CommunityGetPermissionGroupListInCommunity: (
    group_id: string,
    permission_group_id_list: Json<string[]> | null,
    callback?: ValueCallback<PermissionGroupInfoResult[]> | JsonCallback | null,
  ) => TIMResult;

  /**
   * Puts members into a permission group. Callback: `PermissionGroupMemberOperationResult[]`.
   *
   * Not in this version: after login the callback gets 7013.
   * @param group_id id of the community
   * @param permission_group_id id of the permission group
   * @param member_id_list UserIDs
   */
  readonly CommunityAddCommunityMembersToPermissionGroup: (
    group_id: string,
    permission_group_id: string,
    member_id_list: Json<string[]>,
    callback?: ValueCallback<PermissionGroupMemberOperationResult[]> | JsonCallback | null,
  ) => TIMResult;

  /**
   * Takes members out of a permission group. Callback: `PermissionGroupMemberOperationResult[]`.
   *
   * Not in this version: after login the callback gets 7013.
   * @param group_id id of the community
   * @param permission_group_id id of the permission group
   * @param member_id_list UserIDs
   */
  readonly CommunityRemoveCommunityMembersFromPermissionGroup: (
    group_id: string,
    permission_group_id: string,
    member_id_list: Json<string[]>,
    callback?: ValueCallback<PermissionGroupMemberOperationResult[]> | JsonCallback | null,
  ) => TIMResult;

  /**
   * Fetches the members of a permission group, page by page. Callback: `PermissionGroupMemberInfoResult`.
   *
   * Not in this version: after login the callback gets 7013.
   * @param group_id id of the community
   * @param permission_group_id id of the permission group
   * @param next_cursor empty, then what the callback has told
   */
  readonly CommunityGetCommunityMemberListInPermissionGroup: (
    group_id: string,
    permission_group_id: string,
    next_cursor: string,
    callback?: ValueCallback<PermissionGroupMemberInfoResult> | JsonCallback | null,
  ) => TIMResult;

  /**
   * Gives a permission group permissions on topics. Callback: `TopicOperationResult[]`.
   *
   * Not in this version: after login the callback gets 7013.
   * @param group_id id of the community
   * @param permission_group_id id of the permission group
   * @param topic_permission_list `TopicPermissionMap[]`: topic ids with `V2TIMTopicPermissionValue`, added up
   */
  readonly CommunityAddTopicPermissionToPermissionGroup: (
    group_id: string,
    permission_group_id: string,
    topic_permission_list: Json<TopicPermissionMap[]> | null,
    callback?: ValueCallback<TopicOperationResult[]> | JsonCallback | null,
  ) => TIMResult;

  /**
   * Takes a permission group all its permissions on topics. Callback: `TopicOperationResult[]`.
   *
   * Not in this version: after login the callback gets 7013.
   * @param group_id id of the community
   * @param permission_group_id id of the permission group
   * @param topic_id_list topic ids
   */
  readonly CommunityDeleteTopicPermissionFromPermissionGroup: (
    group_id: string,
    permission_group_id: string,
    topic_id_list: Json<string[]> | null,
    callback?: ValueCallback<TopicOperationResult[]> | JsonCallback | null,
  ) => TIMResult;

  /**
   * Changes permissions on topics. Callback: `TopicOperationResult[]`.
   *
   * Not in this version: after login the callback gets 7013.
   * @param group_id id of the community
   * @param permission_group_id id of the permission group
   * @param topic_permission_list `TopicPermissionMap[]`: topic ids with `V2TIMTopicPermissionValue`, added up
   */
  readonly CommunityModifyTopicPermissionInPermissionGroup: (
    group_id: string,
    permission_group_id: string,
    topic_permission_list: Json<TopicPermissionMap[]> | null,
    callback?: ValueCallback<TopicOperationResult[]> | JsonCallback | null,
  ) => TIMResult;

  /**
   * Fetches the permissions of a permission group on topics. Callback: `TopicPermissionResult[]`.
   *
   * Not in this version: after login the callback gets 7013.
   * @param group_id id of the community
   * @param permission_group_id id of the permission group
   * @param topic_id_list topic ids
   */
  readonly CommunityGetTopicPermissionInPermissionGroup: (
    group_id: string,
    permission_group_id: string,
    topic_id_list: Json<string[]> | null,
    callback?: ValueCallback<TopicPermissionResult[]> | JsonCallback | null,
  ) => TIMResult;

  /**
   * Adds a callback for new messages, those that other instances of this account have sent included. Each gets every
   * message exactly once and in order, also after a lost connection.
   *
   * Callbacks add up; null removes all of them.
   * @param callback gets an array of `Message`
   * @param stringCallback gets the same, with JSON as text
   */
  readonly AddRecvNewMsgCallback: (
    callback?: RecvNewMsgCallback | null,
    stringCallback?: RecvNewMsgStringCallback | null,
  ) => void;

  /** Removes callbacks that {@link UnityClient.AddRecvNewMsgCallback} has added, the last of equal ones; without any, all of them. */
  readonly RemoveRecvNewMsgCallback: (
    callback?: RecvNewMsgCallback | null,
    stringCallback?: RecvNewMsgStringCallback | null,
  ) => void;

  /**
   * Adds a callback for changed reactions to messages.
   *
   * Callbacks add up; null removes all of them.
   * @param callback gets an array of `MessageReactionChangeInfo`
   * @param stringCallback gets the same, with JSON as text
   */
  readonly SetMsgReactionsChangedCallback: (
    callback?: MsgReactionsChangedCallback | null,
    stringCallback?: MsgReactionsChangedStringCallback | null,
  ) => void;

  /** Removes callbacks that {@link UnityClient.SetMsgReactionsChangedCallback} has added, the last of equal ones; without any, all of them. */
  readonly RemoveMsgReactionsChangedCallback: (
    callback?: MsgReactionsChangedCallback | null,
    stringCallback?: MsgReactionsChangedStringCallback | null,
  ) => void;

  /**
   * Adds a callback for a changed setting of do-not-disturb for the whole account.
   *
   * Callbacks add up; null removes all of them.
   * @param callback gets a `TIMReceiveMessageOptInfo`
   * @param stringCallback gets the same, with JSON as text
   */
  readonly SetMsgAllMessageReceiveOptionCallback: (
    callback?: MsgAllMessageReceiveOptionCallback | null,
    stringCallback?: MsgAllMessageReceiveOptionStringCallback | null,
  ) => void;

  /** Removes callbacks that {@link UnityClient.SetMsgAllMessageReceiveOptionCallback} has added, the last of equal ones; without any, all of them. */
  readonly RemoveMsgAllMessageReceiveOptionCallback: (
    callback?: MsgAllMessageReceiveOptionCallback | null,
    stringCallback?: MsgAllMessageReceiveOptionStringCallback | null,
  ) => void;

  /**
   * Adds a callback for receipts: somebody has read messages that this account has sent.
   *
   * Callbacks add up; null removes all of them.
   * @param callback gets an array of `MessageReceipt`
   * @param stringCallback gets the same, with JSON as text
   */
  readonly SetMsgReadedReceiptCallback: (
    callback?: MsgReadedReceiptCallback | null,
    stringCallback?: MsgReadedReceiptStringCallback | null,
  ) => void;

  /** Removes callbacks that {@link UnityClient.SetMsgReadedReceiptCallback} has added, the last of equal ones; without any, all of them. */
  readonly RemoveMsgReadedReceiptCallback: (
    callback?: MsgReadedReceiptCallback | null,
    stringCallback?: MsgReadedReceiptStringCallback | null,
  ) => void;

  /**
   * Adds a callback for messages that their sender, or an administrator of the group, has taken back.
   *
   * Callbacks add up; null removes all of them.
   * @param callback gets an array of `MsgLocator`
   * @param stringCallback gets the same, with JSON as text
   */
  readonly SetMsgRevokeCallback: (
    callback?: MsgRevokeCallback | null,
    stringCallback?: MsgRevokeStringCallback | null,
  ) => void;

  /** Removes callbacks that {@link UnityClient.SetMsgRevokeCallback} has added, the last of equal ones; without any, all of them. */
  readonly RemoveMsgRevokeCallback: (
    callback?: MsgRevokeCallback | null,
    stringCallback?: MsgRevokeStringCallback | null,
  ) => void;

  /**
   * Adds a callback for the progress of uploads: images, sounds, files and videos of messages on their way out.
   *
   * Callbacks add up; null removes all of them.
   * @param callback gets the `Message`, the place of the element in it, and how many bytes of how many have been sent
   * @param stringCallback gets the same, with JSON as text
   */
  readonly SetMsgElemUploadProgressCallback: (
    callback?: MsgElemUploadProgressCallback | null,
    stringCallback?: MsgElemUploadProgressStringCallback | null,
  ) => void;

  /** Removes callbacks that {@link UnityClient.SetMsgElemUploadProgressCallback} has added, the last of equal ones; without any, all of them. */
  readonly RemoveMsgElemUploadProgressCallback: (
    callback?: MsgElemUploadProgressCallback | null,
    stringCallback?: MsgElemUploadProgressStringCallback | null,
  ) => void;

  /**
   * Adds a callback for what happens in groups: people come and go, roles and settings change.
   *
   * Callbacks add up; null removes all of them.
   * @param callback gets a `GroupTipsElem`
   * @param stringCallback gets the same, with JSON as text
   */
  readonly SetGroupTipsEventCallback: (
    callback?: GroupTipsEventCallback | null,
    stringCallback?: GroupTipsEventStringCallback | null,
  ) => void;

  /** Removes callbacks that {@link UnityClient.SetGroupTipsEventCallback} has added, the last of equal ones; without any, all of them. */
  readonly RemoveGroupTipsEventCallback: (
    callback?: GroupTipsEventCallback | null,
    stringCallback?: GroupTipsEventStringCallback | null,
  ) => void;

  /**
   * Adds a callback for changed attributes of a group.
   *
   * Not in this version: nothing calls it.
   *
   * Callbacks add up; null removes all of them.
   * @param callback gets the group id and an array of all its `GroupAttributes`
   * @param stringCallback gets the same, with JSON as text
   */
  readonly SetGroupAttributeChangedCallback: (
    callback?: GroupAttributeChangedCallback | null,
    stringCallback?: GroupAttributeChangedStringCallback | null,
  ) => void;

  /** Removes callbacks that {@link UnityClient.SetGroupAttributeChangedCallback} has added, the last of equal ones; without any, all of them. */
  readonly RemoveGroupAttributeChangedCallback: (
    callback?: GroupAttributeChangedCallback | null,
    stringCallback?: GroupAttributeChangedStringCallback | null,
  ) => void;

  /**
   * Adds a callback for changed counters of a group.
   *
   * Not in this version: nothing calls it.
   *
   * Callbacks add up; null removes all of them.
   * @param callback gets the group id, the key, and the new value
   */
  readonly SetGroupCounterChangedCallback: (callback?: GroupCounterChangedCallback | null) => void;

  /** Removes callbacks that {@link UnityClient.SetGroupCounterChangedCallback} has added, the last of equal ones; without any, all of them. */
  readonly RemoveGroupCounterChangedCallback: (callback?: GroupCounterChangedCallback | null) => void;

  /**
   * Adds a callback for conversations that appear, change or go.
   *
   * Callbacks add up; null removes all of them.
   * @param callback gets a `TIMConvEvent` and an array of `ConvInfo`
   * @param stringCallback gets the same, with JSON as text
   */
  readonly SetConvEventCallback: (
    callback?: ConvEventCallback | null,
    stringCallback?: ConvEventStringCallback | null,
  ) => void;

  /** Removes callbacks that {@link UnityClient.SetConvEventCallback} has added, the last of equal ones; without any, all of them. */
  readonly RemoveConvEventCallback: (
    callback?: ConvEventCallback | null,
    stringCallback?: ConvEventStringCallback | null,
  ) => void;

  /**
   * Adds a callback for the number of unread messages in all conversations that disturb.
   *
   * Callbacks add up; null removes all of them.
   * @param callback gets the new number
   */
  readonly SetConvTotalUnreadMessageCountChangedCallback: (
    callback?: ConvTotalUnreadMessageCountChangedCallback | null,
  ) => void;

  /** Removes callbacks that {@link UnityClient.SetConvTotalUnreadMessageCountChangedCallback} has added, the last of equal ones; without any, all of them. */
  readonly RemoveConvTotalUnreadMessageCountChangedCallback: (
    callback?: ConvTotalUnreadMessageCountChangedCallback | null,
  ) => void;

  /**
   * Adds a callback for the number of unread messages behind filters of
   * ConvSubscribeUnreadMessageCountByFilter.
   *
   * Callbacks add up; null removes all of them.
   * @param callback gets the `TIMConversationListFilter` and the new number
   * @param stringCallback gets the same, with JSON as text
   */
  readonly SetConvUnreadMessageCountChangedByFilterCallback: (
    callback?: ConvTotalUnreadMessageCountChangedByFilterCallback | null,
    stringCallback?: ConvTotalUnreadMessageCountChangedByFilterStringCallback | null,
  ) => void;

  /** Removes callbacks that {@link UnityClient.SetConvUnreadMessageCountChangedByFilterCallback} has added, the last of equal ones; without any, all of them. */
  readonly RemoveConvUnreadMessageCountChangedByFilterCallback: (
    callback?: ConvTotalUnreadMessageCountChangedByFilterCallback | null,
    stringCallback?: ConvTotalUnreadMessageCountChangedByFilterStringCallback | null,
  ) => void;

  /**
   * Adds a callback for new groups of conversations.
   *
   * Callbacks add up; null removes all of them.
   * @param callback gets the name and an array of `ConvInfo`
   * @param stringCallback gets the same, with JSON as text
   */
  readonly SetConvConversationGroupCreatedCallback: (
    callback?: ConvConversationGroupCreatedCallback | null,
    stringCallback?: ConvConversationGroupCreatedStringCallback | null,
  ) => void;

  /** Removes callbacks that {@link UnityClient.SetConvConversationGroupCreatedCallback} has added, the last of equal ones; without any, all of them. */
  readonly RemoveConvConversationGroupCreatedCallback: (
    callback?: ConvConversationGroupCreatedCallback | null,
    stringCallback?: ConvConversationGroupCreatedStringCallback | null,
  ) => void;

  /**
   * Adds a callback for deleted groups of conversations.
   *
   * Callbacks add up; null removes all of them.
   * @param callback gets the name
   */
  readonly SetConvConversationGroupDeletedCallback: (callback?: ConvConversationGroupDeletedCallback | null) => void;

  /** Removes callbacks that {@link UnityClient.SetConvConversationGroupDeletedCallback} has added, the last of equal ones; without any, all of them. */
  readonly RemoveConvConversationGroupDeletedCallback: (callback?: ConvConversationGroupDeletedCallback | null) => void;

  /**
   * Adds a callback for renamed groups of conversations.
   *
   * Callbacks add up; null removes all of them.
   * @param callback gets the old and the new name
   */
  readonly SetConvConversationGroupNameChangedCallback: (
    callback?: ConvConversationGroupNameChangedCallback | null,
  ) => void;

  /** Removes callbacks that {@link UnityClient.SetConvConversationGroupNameChangedCallback} has added, the last of equal ones; without any, all of them. */
  readonly RemoveConvConversationGroupNameChangedCallback: (
    callback?: ConvConversationGroupNameChangedCallback | null,
  ) => void;

  /**
   * Adds a callback for conversations that were put into a group.
   *
   * Callbacks add up; null removes all of them.
   * @param callback gets the name of the group and an array of `ConvInfo`
   * @param stringCallback gets the same, with JSON as text
   */
  readonly SetConvConversationsAddedToGroupCallback: (
    callback?: ConvConversationsAddedToGroupCallback | null,
    stringCallback?: ConvConversationsAddedToGroupStringCallback | null,
  ) => void;

  /** Removes callbacks that {@link UnityClient.SetConvConversationsAddedToGroupCallback} has added, the last of equal ones; without any, all of them. */
  readonly RemoveConvConversationsAddedToGroupCallback: (
    callback?: ConvConversationsAddedToGroupCallback | null,
    stringCallback?: ConvConversationsAddedToGroupStringCallback | null,
  ) => void;

  /**
   * Adds a callback for conversations that were taken out of a group.
   *
   * Callbacks add up; null removes all of them.
   * @param callback gets the name of the group, an array of `ConvInfo`, and why
   * @param stringCallback gets the same, with JSON as text
   */
  readonly SetConvConversationsDeletedFromGroupCallback: (
    callback?: ConvConversationsDeletedFromGroupCallback | null,
    stringCallback?: ConvConversationsDeletedFromGroupStringCallback | null,
  ) => void;

  /** Removes callbacks that {@link UnityClient.SetConvConversationsDeletedFromGroupCallback} has added, the last of equal ones; without any, all of them. */
  readonly RemoveConvConversationsDeletedFromGroupCallback: (
    callback?: ConvConversationsDeletedFromGroupCallback | null,
    stringCallback?: ConvConversationsDeletedFromGroupStringCallback | null,
  ) => void;

  /**
   * Adds a callback for the state of the connection to the server.
   *
   * Callbacks add up; null removes all of them.
   * @param callback gets a `TIMNetworkStatus`; for a failure `code` and `desc` say why
   */
  readonly SetNetworkStatusListenerCallback: (callback?: NetworkStatusListenerCallback | null) => void;

  /** Removes callbacks that {@link UnityClient.SetNetworkStatusListenerCallback} has added, the last of equal ones; without any, all of them. */
  readonly RemoveNetworkStatusListenerCallback: (callback?: NetworkStatusListenerCallback | null) => void;

  /**
   * Adds a callback for being kicked: another instance took the place, or an administrator ended the session.
   * Afterwards nobody is logged in, and the SDK does not come back by itself.
   *
   * Callbacks add up; null removes all of them.
   * @param callback gets the reason as an extra last argument
   */
  readonly SetKickedOfflineCallback: (callback?: KickedOfflineCallback | null) => void;

  /** Removes callbacks that {@link UnityClient.SetKickedOfflineCallback} has added, the last of equal ones; without any, all of them. */
  readonly RemoveKickedOfflineCallback: (callback?: KickedOfflineCallback | null) => void;

  /**
   * Adds a callback for the end of the UserSig. Fetch a new one from your backend and log in with it.
   *
   * Callbacks add up; null removes all of them.
   */
  readonly SetUserSigExpiredCallback: (callback?: UserSigExpiredCallback | null) => void;

  /** Removes callbacks that {@link UnityClient.SetUserSigExpiredCallback} has added, the last of equal ones; without any, all of them. */
  readonly RemoveUserSigExpiredCallback: (callback?: UserSigExpiredCallback | null) => void;

  /**
   * Adds a callback for new friends, also when another instance of this account has added them.
   *
   * Not in this version: nothing calls it.
   *
   * Callbacks add up; null removes all of them.
   * @param callback gets an array of UserIDs
   * @param stringCallback gets the same, with JSON as text
   */
  readonly SetOnAddFriendCallback: (
    callback?: OnAddFriendCallback | null,
    stringCallback?: OnAddFriendStringCallback | null,
  ) => void;

  /** Removes callbacks that {@link UnityClient.SetOnAddFriendCallback} has added, the last of equal ones; without any, all of them. */
  readonly RemoveOnAddFriendCallback: (
    callback?: OnAddFriendCallback | null,
    stringCallback?: OnAddFriendStringCallback | null,
  ) => void;

  /**
   * Adds a callback for friends that were removed.
   *
   * Not in this version: nothing calls it.
   *
   * Callbacks add up; null removes all of them.
   * @param callback gets an array of UserIDs
   * @param stringCallback gets the same, with JSON as text
   */
  readonly SetOnDeleteFriendCallback: (
    callback?: OnDeleteFriendCallback | null,
    stringCallback?: OnDeleteFriendStringCallback | null,
  ) => void;

  /** Removes callbacks that {@link UnityClient.SetOnDeleteFriendCallback} has added, the last of equal ones; without any, all of them. */
  readonly RemoveOnDeleteFriendCallback: (
    callback?: OnDeleteFriendCallback | null,
    stringCallback?: OnDeleteFriendStringCallback | null,
  ) => void;

  /**
   * Adds a callback for changed friends: remark, groups, profile.
   *
   * Not in this version: nothing calls it.
   *
   * Callbacks add up; null removes all of them.
   * @param callback gets an array of `FriendProfileUpdate`
   * @param stringCallback gets the same, with JSON as text
   */
  readonly SetUpdateFriendProfileCallback: (
    callback?: UpdateFriendProfileCallback | null,
    stringCallback?: UpdateFriendProfileStringCallback | null,
  ) => void;

  /** Removes callbacks that {@link UnityClient.SetUpdateFriendProfileCallback} has added, the last of equal ones; without any, all of them. */
  readonly RemoveUpdateFriendProfileCallback: (
    callback?: UpdateFriendProfileCallback | null,
    stringCallback?: UpdateFriendProfileStringCallback | null,
  ) => void;

  /**
   * Adds a callback for requests of others to become a friend.
   *
   * Not in this version: nothing calls it.
   *
   * Callbacks add up; null removes all of them.
   * @param callback gets an array of `FriendAddPendency`
   * @param stringCallback gets the same, with JSON as text
   */
  readonly SetFriendAddRequestCallback: (
    callback?: FriendAddRequestCallback | null,
    stringCallback?: FriendAddRequestStringCallback | null,
  ) => void;

  /** Removes callbacks that {@link UnityClient.SetFriendAddRequestCallback} has added, the last of equal ones; without any, all of them. */
  readonly RemoveFriendAddRequestCallback: (
    callback?: FriendAddRequestCallback | null,
    stringCallback?: FriendAddRequestStringCallback | null,
  ) => void;

  /**
   * Adds a callback for requests that are gone: accepted, refused or deleted.
   *
   * Not in this version: nothing calls it.
   *
   * Callbacks add up; null removes all of them.
   * @param callback gets an array of UserIDs
   * @param stringCallback gets the same, with JSON as text
   */
  readonly SetFriendApplicationListDeletedCallback: (
    callback?: FriendApplicationListDeletedCallback | null,
    stringCallback?: FriendApplicationListDeletedStringCallback | null,
  ) => void;

  /** Removes callbacks that {@link UnityClient.SetFriendApplicationListDeletedCallback} has added, the last of equal ones; without any, all of them. */
  readonly RemoveFriendApplicationListDeletedCallback: (
    callback?: FriendApplicationListDeletedCallback | null,
    stringCallback?: FriendApplicationListDeletedStringCallback | null,
  ) => void;

  /**
   * Adds a callback for requests that were marked as read, here or elsewhere.
   *
   * Not in this version: nothing calls it.
   *
   * Callbacks add up; null removes all of them.
   */
  readonly SetFriendApplicationListReadCallback: (callback?: FriendApplicationListReadCallback | null) => void;

  /** Removes callbacks that {@link UnityClient.SetFriendApplicationListReadCallback} has added, the last of equal ones; without any, all of them. */
  readonly RemoveFriendApplicationListReadCallback: (callback?: FriendApplicationListReadCallback | null) => void;

  /**
   * Adds a callback for users that came to the black list.
   *
   * Not in this version: nothing calls it.
   *
   * Callbacks add up; null removes all of them.
   * @param callback gets an array of `FriendProfile`
   * @param stringCallback gets the same, with JSON as text
   */
  readonly SetFriendBlackListAddedCallback: (
    callback?: FriendBlackListAddedCallback | null,
    stringCallback?: FriendBlackListAddedStringCallback | null,
  ) => void;

  /** Removes callbacks that {@link UnityClient.SetFriendBlackListAddedCallback} has added, the last of equal ones; without any, all of them. */
  readonly RemoveFriendBlackListAddedCallback: (
    callback?: FriendBlackListAddedCallback | null,
    stringCallback?: FriendBlackListAddedStringCallback | null,
  ) => void;

  /**
   * Adds a callback for users that were taken off the black list.
   *
   * Not in this version: nothing calls it.
   *
   * Callbacks add up; null removes all of them.
   * @param callback gets an array of UserIDs
   * @param stringCallback gets the same, with JSON as text
   */
  readonly SetFriendBlackListDeletedCallback: (
    callback?: FriendBlackListDeletedCallback | null,
    stringCallback?: FriendBlackListDeletedStringCallback | null,
  ) => void;

  /** Removes callbacks that {@link UnityClient.SetFriendBlackListDeletedCallback} has added, the last of equal ones; without any, all of them. */
  readonly RemoveFriendBlackListDeletedCallback: (
    callback?: FriendBlackListDeletedCallback | null,
    stringCallback?: FriendBlackListDeletedStringCallback | null,
  ) => void;

  /**
   * Sets the callback that receives the SDK's log lines; SetConfig says from which level on. Secrets are never in them.
   *
   * Callbacks add up; null removes all of them.
   * @param callback gets the `TIMLogLevel` and the line
   */
  readonly SetLogCallback: (callback?: LogCallback | null) => void;

  /** Removes callbacks that {@link UnityClient.SetLogCallback} has added, the last of equal ones; without any, all of them. */
  readonly RemoveLogCallback: (callback?: LogCallback | null) => void;

  /**
   * Adds a callback for messages whose content was changed after they were sent.
   *
   * Callbacks add up; null removes all of them.
   * @param callback gets an array of `Message`
   * @param stringCallback gets the same, with JSON as text
   */
  readonly SetMsgUpdateCallback: (
    callback?: MsgUpdateCallback | null,
    stringCallback?: MsgUpdateStringCallback | null,
  ) => void;

  /** Removes callbacks that {@link UnityClient.SetMsgUpdateCallback} has added, the last of equal ones; without any, all of them. */
  readonly RemoveMsgUpdateCallback: (
    callback?: MsgUpdateCallback | null,
    stringCallback?: MsgUpdateStringCallback | null,
  ) => void;

  /**
   * Adds a callback for new and changed extensions of a message.
   *
   * Callbacks add up; null removes all of them.
   * @param callback gets the message id and an array of `MessageExtension`
   * @param stringCallback gets the same, with JSON as text
   */
  readonly SetMsgExtensionsChangedCallback: (
    callback?: MsgExtensionsChangedCallback | null,
    stringCallback?: MsgExtensionsChangedStringCallback | null,
  ) => void;

  /** Removes callbacks that {@link UnityClient.SetMsgExtensionsChangedCallback} has added, the last of equal ones; without any, all of them. */
  readonly RemoveMsgExtensionsChangedCallback: (
    callback?: MsgExtensionsChangedCallback | null,
    stringCallback?: MsgExtensionsChangedStringCallback | null,
  ) => void;

  /**
   * Adds a callback for extensions that were removed from a message.
   *
   * Callbacks add up; null removes all of them.
   * @param callback gets the message id and an array of `MessageExtension` with nothing but the keys
   * @param stringCallback gets the same, with JSON as text
   */
  readonly SetMsgExtensionsDeletedCallback: (
    callback?: MsgExtensionsDeletedCallback | null,
    stringCallback?: MsgExtensionsDeletedStringCallback | null,
  ) => void;

  /** Removes callbacks that {@link UnityClient.SetMsgExtensionsDeletedCallback} has added, the last of equal ones; without any, all of them. */
  readonly RemoveMsgExtensionsDeletedCallback: (
    callback?: MsgExtensionsDeletedCallback | null,
    stringCallback?: MsgExtensionsDeletedStringCallback | null,
  ) => void;

  /**
   * Adds a callback for messages that were pinned or unpinned in a group.
   *
   * Callbacks add up; null removes all of them.
   * @param callback gets the group id, the `Message`, whether it is pinned now, and who did it
   * @param stringCallback gets the same, with JSON as text
   */
  readonly SetMsgGroupPinnedMessageChangedCallback: (
    callback?: MsgGroupPinnedMessageChangedCallback | null,
    stringCallback?: MsgGroupPinnedMessageChangedStringCallback | null,
  ) => void;

  /** Removes callbacks that {@link UnityClient.SetMsgGroupPinnedMessageChangedCallback} has added, the last of equal ones; without any, all of them. */
  readonly RemoveMsgGroupPinnedMessageChangedCallback: (
    callback?: MsgGroupPinnedMessageChangedCallback | null,
    stringCallback?: MsgGroupPinnedMessageChangedStringCallback | null,
  ) => void;

  /**
   * Adds a callback for new topics in a community.
   *
   * Not in this version: nothing calls it.
   *
   * Callbacks add up; null removes all of them.
   * @param callback gets the group id and the topic id
   */
  readonly SetGroupTopicCreatedCallback: (callback?: GroupTopicCreatedCallback | null) => void;

  /** Removes callbacks that {@link UnityClient.SetGroupTopicCreatedCallback} has added, the last of equal ones; without any, all of them. */
  readonly RemoveGroupTopicCreatedCallback: (callback?: GroupTopicCreatedCallback | null) => void;

  /**
   * Adds a callback for deleted topics in a community.
   *
   * Not in this version: nothing calls it.
   *
   * Callbacks add up; null removes all of them.
   * @param callback gets the group id and an array of topic ids
   * @param stringCallback gets the same, with JSON as text
   */
  readonly SetGroupTopicDeletedCallback: (
    callback?: GroupTopicDeletedCallback | null,
    stringCallback?: GroupTopicDeletedStringCallback | null,
  ) => void;

  /** Removes callbacks that {@link UnityClient.SetGroupTopicDeletedCallback} has added, the last of equal ones; without any, all of them. */
  readonly RemoveGroupTopicDeletedCallback: (
    callback?: GroupTopicDeletedCallback | null,
    stringCallback?: GroupTopicDeletedStringCallback | null,
  ) => void;

  /**
   * Adds a callback for changed topics in a community.
   *
   * Not in this version: nothing calls it.
   *
   * Callbacks add up; null removes all of them.
   * @param callback gets the group id and a `TIMGroupTopicInfo`
   * @param stringCallback gets the same, with JSON as text
   */
  readonly SetGroupTopicChangedCallback: (
    callback?: GroupTopicChangedCallback | null,
    stringCallback?: GroupTopicChangedStringCallback | null,
  ) => void;

  /** Removes callbacks that {@link UnityClient.SetGroupTopicChangedCallback} has added, the last of equal ones; without any, all of them. */
  readonly RemoveGroupTopicChangedCallback: (
    callback?: GroupTopicChangedCallback | null,
    stringCallback?: GroupTopicChangedStringCallback | null,
  ) => void;

  /**
   * Adds a callback for changes of one's own profile, by another instance or by a backend.
   *
   * Not in this version: nothing calls it.
   *
   * Callbacks add up; null removes all of them.
   * @param callback gets a `UserProfile`
   * @param stringCallback gets the same, with JSON as text
   */
  readonly SetSelfInfoUpdatedCallback: (
    callback?: SelfInfoUpdatedCallback | null,
    stringCallback?: SelfInfoUpdatedStringCallback | null,
  ) => void;

  /** Removes callbacks that {@link UnityClient.SetSelfInfoUpdatedCallback} has added, the last of equal ones; without any, all of them. */
  readonly RemoveSelfInfoUpdatedCallback: (
    callback?: SelfInfoUpdatedCallback | null,
    stringCallback?: SelfInfoUpdatedStringCallback | null,
  ) => void;

  /**
   * Adds a callback for users that come online or go, or change their own status: those subscribed to.
   *
   * Not in this version: nothing calls it.
   *
   * Callbacks add up; null removes all of them.
   * @param callback gets an array of `TIMUserStatus`
   * @param stringCallback gets the same, with JSON as text
   */
  readonly SetUserStatusChangedCallback: (
    callback?: UserStatusChangedCallback | null,
    stringCallback?: UserStatusChangedStringCallback | null,
  ) => void;

  /** Removes callbacks that {@link UnityClient.SetUserStatusChangedCallback} has added, the last of equal ones; without any, all of them. */
  readonly RemoveUserStatusChangedCallback: (
    callback?: UserStatusChangedCallback | null,
    stringCallback?: UserStatusChangedStringCallback | null,
  ) => void;

  /**
   * Adds a callback for profile changes of users subscribed to, other than friends.
   *
   * Not in this version: nothing calls it.
   *
   * Callbacks add up; null removes all of them.
   * @param callback gets an array of `UserProfile`
   * @param stringCallback gets the same, with JSON as text
   */
  readonly SetUserInfoChangedCallback: (
    callback?: UserInfoChangedCallback | null,
    stringCallback?: UserInfoChangedStringCallback | null,
  ) => void;

  /** Removes callbacks that {@link UnityClient.SetUserInfoChangedCallback} has added, the last of equal ones; without any, all of them. */
  readonly RemoveUserInfoChangedCallback: (
    callback?: UserInfoChangedCallback | null,
    stringCallback?: UserInfoChangedStringCallback | null,
  ) => void;

  /**
   * Adds a callback for new groups of friends.
   *
   * Not in this version: nothing calls it.
   *
   * Callbacks add up; null removes all of them.
   * @param callback gets the name and an array of `FriendProfile`
   * @param stringCallback gets the same, with JSON as text
   */
  readonly SetFriendGroupCreatedCallback: (
    callback?: FriendGroupCreatedCallback | null,
    stringCallback?: FriendGroupCreatedStringCallback | null,
  ) => void;

  /** Removes callbacks that {@link UnityClient.SetFriendGroupCreatedCallback} has added, the last of equal ones; without any, all of them. */
  readonly RemoveFriendGroupCreatedCallback: (
    callback?: FriendGroupCreatedCallback | null,
    stringCallback?: FriendGroupCreatedStringCallback | null,
  ) => void;

  /**
   * Adds a callback for deleted groups of friends.
   *
   * Not in this version: nothing calls it.
   *
   * Callbacks add up; null removes all of them.
   * @param callback gets an array of names
   * @param stringCallback gets the same, with JSON as text
   */
  readonly SetFriendGroupDeletedCallback: (
    callback?: FriendGroupDeletedCallback | null,
    stringCallback?: FriendGroupDeletedStringCallback | null,
  ) => void;

  /** Removes callbacks that {@link UnityClient.SetFriendGroupDeletedCallback} has added, the last of equal ones; without any, all of them. */
  readonly RemoveFriendGroupDeletedCallback: (
    callback?: FriendGroupDeletedCallback | null,
    stringCallback?: FriendGroupDeletedStringCallback | null,
  ) => void;

  /**
   * Adds a callback for renamed groups of friends.
   *
   * Not in this version: nothing calls it.
   *
   * Callbacks add up; null removes all of them.
   * @param callback gets the old and the new name
   * @param stringCallback gets the same, with JSON as text
   */
  readonly SetFriendGroupNameChangedCallback: (
    callback?: FriendGroupNameChangedCallback | null,
    stringCallback?: FriendGroupNameChangedStringCallback | null,
  ) => void;

  /** Removes callbacks that {@link UnityClient.SetFriendGroupNameChangedCallback} has added, the last of equal ones; without any, all of them. */
  readonly RemoveFriendGroupNameChangedCallback: (
    callback?: FriendGroupNameChangedCallback | null,
    stringCallback?: FriendGroupNameChangedStringCallback | null,
  ) => void;

  /**
   * Adds a callback for friends that were put into a group.
   *
   * Not in this version: nothing calls it.
   *
   * Callbacks add up; null removes all of them.
   * @param callback gets the name of the group and an array of `FriendProfile`
   * @param stringCallback gets the same, with JSON as text
   */
  readonly SetFriendsAddedToGroupCallback: (
    callback?: FriendsAddedToGroupCallback | null,
    stringCallback?: FriendsAddedToGroupStringCallback | null,
  ) => void;

  /** Removes callbacks that {@link UnityClient.SetFriendsAddedToGroupCallback} has added, the last of equal ones; without any, all of them. */
  readonly RemoveFriendsAddedToGroupCallback: (
    callback?: FriendsAddedToGroupCallback | null,
    stringCallback?: FriendsAddedToGroupStringCallback | null,
  ) => void;

  /**
   * Adds a callback for friends that were taken out of a group.
   *
   * Not in this version: nothing calls it.
   *
   * Callbacks add up; null removes all of them.
   * @param callback gets the name of the group and an array of UserIDs
   * @param stringCallback gets the same, with JSON as text
   */
  readonly SetFriendsDeletedFromGroupCallback: (
    callback?: FriendsDeletedFromGroupCallback | null,
    stringCallback?: FriendsDeletedFromGroupStringCallback | null,
  ) => void;

  /** Removes callbacks that {@link UnityClient.SetFriendsDeletedFromGroupCallback} has added, the last of equal ones; without any, all of them. */
  readonly RemoveFriendsDeletedFromGroupCallback: (
    callback?: FriendsDeletedFromGroupCallback | null,
    stringCallback?: FriendsDeletedFromGroupStringCallback | null,
  ) => void;

  /**
   * Adds a callback for users that this account follows, or follows no more.
   *
   * Not in this version: nothing calls it.
   *
   * Callbacks add up; null removes all of them.
   * @param callback gets an array of `UserProfile` and whether they were added
   * @param stringCallback gets the same, with JSON as text
   */
  readonly SetMyFollowingListChangedCallback: (
    callback?: MyFollowingListChangedCallback | null,
    stringCallback?: MyFollowingListChangedStringCallback | null,
  ) => void;

  /** Removes callbacks that {@link UnityClient.SetMyFollowingListChangedCallback} has added, the last of equal ones; without any, all of them. */
  readonly RemoveMyFollowingListChangedCallback: (
    callback?: MyFollowingListChangedCallback | null,
    stringCallback?: MyFollowingListChangedStringCallback | null,
  ) => void;

  /**
   * Adds a callback for users that follow this account, or follow it no more.
   *
   * Not in this version: nothing calls it.
   *
   * Callbacks add up; null removes all of them.
   * @param callback gets an array of `UserProfile` and whether they were added
   * @param stringCallback gets the same, with JSON as text
   */
  readonly SetMyFollowersListChangedCallback: (
    callback?: MyFollowersListChangedCallback | null,
    stringCallback?: MyFollowersListChangedStringCallback | null,
  ) => void;

  /** Removes callbacks that {@link UnityClient.SetMyFollowersListChangedCallback} has added, the last of equal ones; without any, all of them. */
  readonly RemoveMyFollowersListChangedCallback: (
    callback?: MyFollowersListChangedCallback | null,
    stringCallback?: MyFollowersListChangedStringCallback | null,
  ) => void;

  /**
   * Adds a callback for users that follow this account and are followed by it, or are no more.
   *
   * Not in this version: nothing calls it.
   *
   * Callbacks add up; null removes all of them.
   * @param callback gets an array of `UserProfile` and whether they were added
   * @param stringCallback gets the same, with JSON as text
   */
  readonly SetMutualFollowersListChangedCallback: (
    callback?: MutualFollowersListChangedCallback | null,
    stringCallback?: MutualFollowersListChangedStringCallback | null,
  ) => void;

  /** Removes callbacks that {@link UnityClient.SetMutualFollowersListChangedCallback} has added, the last of equal ones; without any, all of them. */
  readonly RemoveMutualFollowersListChangedCallback: (
    callback?: MutualFollowersListChangedCallback | null,
    stringCallback?: MutualFollowersListChangedStringCallback | null,
  ) => void;

  /**
   * Adds a callback for invitations of others.
   *
   * Not in this version: nothing calls it.
   *
   * Callbacks add up; null removes all of them.
   * @param callback gets the invite id, who invites, the group id, an array of the invited UserIDs, and the data
   * @param stringCallback gets the same, with JSON as text
   */
  readonly SetSignalingReceiveNewInvitationCallback: (
    callback?: SignalingReceiveNewInvitationCallback | null,
    stringCallback?: SignalingReceiveNewInvitationStringCallback | null,
  ) => void;

  /** Removes callbacks that {@link UnityClient.SetSignalingReceiveNewInvitationCallback} has added, the last of equal ones; without any, all of them. */
  readonly RemoveSignalingReceiveNewInvitationCallback: (
    callback?: SignalingReceiveNewInvitationCallback | null,
    stringCallback?: SignalingReceiveNewInvitationStringCallback | null,
  ) => void;

  /**
   * Adds a callback for accepted invitations.
   *
   * Not in this version: nothing calls it.
   *
   * Callbacks add up; null removes all of them.
   * @param callback gets the invite id, who has accepted, and the data
   * @param stringCallback gets the same, with JSON as text
   */
  readonly SetSignalingInviteeAcceptedCallback: (
    callback?: SignalingInviteeAcceptedCallback | null,
    stringCallback?: SignalingInviteeAcceptedStringCallback | null,
  ) => void;

  /** Removes callbacks that {@link UnityClient.SetSignalingInviteeAcceptedCallback} has added, the last of equal ones; without any, all of them. */
  readonly RemoveSignalingInviteeAcceptedCallback: (
    callback?: SignalingInviteeAcceptedCallback | null,
    stringCallback?: SignalingInviteeAcceptedStringCallback | null,
  ) => void;

  /**
   * Adds a callback for refused invitations.
   *
   * Not in this version: nothing calls it.
   *
   * Callbacks add up; null removes all of them.
   * @param callback gets the invite id, who has refused, and the data
   * @param stringCallback gets the same, with JSON as text
   */
  readonly SetSignalingInviteeRejectedCallback: (
    callback?: SignalingInviteeRejectedCallback | null,
    stringCallback?: SignalingInviteeRejectedStringCallback | null,
  ) => void;

  /** Removes callbacks that {@link UnityClient.SetSignalingInviteeRejectedCallback} has added, the last of equal ones; without any, all of them. */
  readonly RemoveSignalingInviteeRejectedCallback: (
    callback?: SignalingInviteeRejectedCallback | null,
    stringCallback?: SignalingInviteeRejectedStringCallback | null,
  ) => void;

  /**
   * Adds a callback for invitations that were called off.
   *
   * Not in this version: nothing calls it.
   *
   * Callbacks add up; null removes all of them.
   * @param callback gets the invite id, who had invited, and the data
   * @param stringCallback gets the same, with JSON as text
   */
  readonly SetSignalingInvitationCancelledCallback: (
    callback?: SignalingInvitationCancelledCallback | null,
    stringCallback?: SignalingInvitationCancelledStringCallback | null,
  ) => void;

  /** Removes callbacks that {@link UnityClient.SetSignalingInvitationCancelledCallback} has added, the last of equal ones; without any, all of them. */
  readonly RemoveSignalingInvitationCancelledCallback: (
    callback?: SignalingInvitationCancelledCallback | null,
    stringCallback?: SignalingInvitationCancelledStringCallback | null,
  ) => void;

  /**
   * Adds a callback for invitations that nobody has answered in time.
   *
   * Not in this version: nothing calls it.
   *
   * Callbacks add up; null removes all of them.
   * @param callback gets the invite id and an array of those who have not answered
   * @param stringCallback gets the same, with JSON as text
   */
  readonly SetSignalingInvitationTimeoutCallback: (
    callback?: SignalingInvitationTimeoutCallback | null,
    stringCallback?: SignalingInvitationTimeoutStringCallback | null,
  ) => void;

  /** Removes callbacks that {@link UnityClient.SetSignalingInvitationTimeoutCallback} has added, the last of equal ones; without any, all of them. */
  readonly RemoveSignalingInvitationTimeoutCallback: (
    callback?: SignalingInvitationTimeoutCallback | null,
    stringCallback?: SignalingInvitationTimeoutStringCallback | null,
  ) => void;

  /**
   * Adds a callback for invitations whose data was changed.
   *
   * Not in this version: nothing calls it.
   *
   * Callbacks add up; null removes all of them.
   * @param callback gets the invite id and the data
   * @param stringCallback gets the same, with JSON as text
   */
  readonly SetSignalingInvitationModifiedCallback: (
    callback?: SignalingInvitationModifiedCallback | null,
    stringCallback?: SignalingInvitationModifiedStringCallback | null,
  ) => void;

  /** Removes callbacks that {@link UnityClient.SetSignalingInvitationModifiedCallback} has added, the last of equal ones; without any, all of them. */
  readonly RemoveSignalingInvitationModifiedCallback: (
    callback?: SignalingInvitationModifiedCallback | null,
    stringCallback?: SignalingInvitationModifiedStringCallback | null,
  ) => void;

  /**
   * Adds a callback for official accounts that this account has subscribed to.
   *
   * Not in this version: nothing calls it.
   *
   * Callbacks add up; null removes all of them.
   * @param callback gets an `OfficialAccountInfo`
   * @param stringCallback gets the same, with JSON as text
   */
  readonly SetOfficialAccountSubscribedCallback: (
    callback?: OfficialAccountSubscribedCallback | null,
    stringCallback?: OfficialAccountSubscribedStringCallback | null,
  ) => void;

  /** Removes callbacks that {@link UnityClient.SetOfficialAccountSubscribedCallback} has added, the last of equal ones; without any, all of them. */
  readonly RemoveOfficialAccountSubscribedCallback: (
    callback?: OfficialAccountSubscribedCallback | null,
    stringCallback?: OfficialAccountSubscribedStringCallback | null,
  ) => void;

  /**
   * Adds a callback for subscriptions that this account has ended.
   *
   * Not in this version: nothing calls it.
   *
   * Callbacks add up; null removes all of them.
   * @param callback gets the id of the official account
   * @param stringCallback gets the same, with JSON as text
   */
  readonly SetOfficialAccountUnsubscribedCallback: (
    callback?: OfficialAccountUnsubscribedCallback | null,
    stringCallback?: OfficialAccountUnsubscribedStringCallback | null,
  ) => void;

  /** Removes callbacks that {@link UnityClient.SetOfficialAccountUnsubscribedCallback} has added, the last of equal ones; without any, all of them. */
  readonly RemoveOfficialAccountUnsubscribedCallback: (
    callback?: OfficialAccountUnsubscribedCallback | null,
    stringCallback?: OfficialAccountUnsubscribedStringCallback | null,
  ) => void;

  /**
   * Adds a callback for subscribed official accounts that were deleted.
   *
   * Not in this version: nothing calls it.
   *
   * Callbacks add up; null removes all of them.
   * @param callback gets the id of the official account
   * @param stringCallback gets the same, with JSON as text
   */
  readonly SetOfficialAccountDeletedCallback: (
    callback?: OfficialAccountDeletedCallback | null,
    stringCallback?: OfficialAccountDeletedStringCallback | null,
  ) => void;

  /** Removes callbacks that {@link UnityClient.SetOfficialAccountDeletedCallback} has added, the last of equal ones; without any, all of them. */
  readonly RemoveOfficialAccountDeletedCallback: (
    callback?: OfficialAccountDeletedCallback | null,
    stringCallback?: OfficialAccountDeletedStringCallback | null,
  ) => void;

  /**
   * Adds a callback for subscribed official accounts that have changed.
   *
   * Not in this version: nothing calls it.
   *
   * Callbacks add up; null removes all of them.
   * @param callback gets an `OfficialAccountInfo`
   * @param stringCallback gets the same, with JSON as text
   */
  readonly SetOfficialAccountInfoChangedCallback: (
    callback?: OfficialAccountInfoChangedCallback | null,
    stringCallback?: OfficialAccountInfoChangedStringCallback | null,
  ) => void;

  /** Removes callbacks that {@link UnityClient.SetOfficialAccountInfoChangedCallback} has added, the last of equal ones; without any, all of them. */
  readonly RemoveOfficialAccountInfoChangedCallback: (
    callback?: OfficialAccountInfoChangedCallback | null,
    stringCallback?: OfficialAccountInfoChangedStringCallback | null,
  ) => void;

  /**
   * Adds a callback for new topics.
   *
   * Not in this version: nothing calls it.
   *
   * Callbacks add up; null removes all of them.
   * @param callback gets the group id and the topic id
   * @param stringCallback gets the same, with JSON as text
   */
  readonly SetCommunityCreateTopicCallback: (
    callback?: CommunityCreateTopicCallback | null,
    stringCallback?: CommunityCreateTopicStringCallback | null,
  ) => void;

  /** Removes callbacks that {@link UnityClient.SetCommunityCreateTopicCallback} has added, the last of equal ones; without any, all of them. */
  readonly RemoveCommunityCreateTopicCallback: (
    callback?: CommunityCreateTopicCallback | null,
    stringCallback?: CommunityCreateTopicStringCallback | null,
  ) => void;

  /**
   * Adds a callback for deleted topics.
   *
   * Not in this version: nothing calls it.
   *
   * Callbacks add up; null removes all of them.
   * @param callback gets the group id and an array of topic ids
   * @param stringCallback gets the same, with JSON as text
   */
  readonly SetCommunityDeleteTopicCallback: (
    callback?: CommunityDeleteTopicCallback | null,
    stringCallback?: CommunityDeleteTopicStringCallback | null,
  ) => void;

  /** Removes callbacks that {@link UnityClient.SetCommunityDeleteTopicCallback} has added, the last of equal ones; without any, all of them. */
  readonly RemoveCommunityDeleteTopicCallback: (
    callback?: CommunityDeleteTopicCallback | null,
    stringCallback?: CommunityDeleteTopicStringCallback | null,
  ) => void;

  /**
   * Adds a callback for changed topics.
   *
   * Not in this version: nothing calls it.
   *
   * Callbacks add up; null removes all of them.
   * @param callback gets the group id and a `TopicInfo`
   * @param stringCallback gets the same, with JSON as text
   */
  readonly SetCommunityChangeTopicInfoCallback: (
    callback?: CommunityChangeTopicInfoCallback | null,
    stringCallback?: CommunityChangeTopicInfoStringCallback | null,
  ) => void;

  /** Removes callbacks that {@link UnityClient.SetCommunityChangeTopicInfoCallback} has added, the last of equal ones; without any, all of them. */
  readonly RemoveCommunityChangeTopicInfoCallback: (
    callback?: CommunityChangeTopicInfoCallback | null,
    stringCallback?: CommunityChangeTopicInfoStringCallback | null,
  ) => void;

  /**
   * Adds a callback for data that a backend has sent into a topic by REST.
   *
   * Not in this version: nothing calls it.
   *
   * Callbacks add up; null removes all of them.
   * @param callback gets the topic id and the data
   * @param stringCallback gets the same, with JSON as text
   */
  readonly SetCommunityReceiveTopicRESTCustomDataCallback: (
    callback?: CommunityReceiveTopicRESTCustomDataCallback | null,
    stringCallback?: CommunityReceiveTopicRESTCustomDataStringCallback | null,
  ) => void;

  /** Removes callbacks that {@link UnityClient.SetCommunityReceiveTopicRESTCustomDataCallback} has added, the last of equal ones; without any, all of them. */
  readonly RemoveCommunityReceiveTopicRESTCustomDataCallback: (
    callback?: CommunityReceiveTopicRESTCustomDataCallback | null,
    stringCallback?: CommunityReceiveTopicRESTCustomDataStringCallback | null,
  ) => void;

  /**
   * Adds a callback for new permission groups.
   *
   * Not in this version: nothing calls it.
   *
   * Callbacks add up; null removes all of them.
   * @param callback gets the group id and a `PermissionGroupInfo`
   * @param stringCallback gets the same, with JSON as text
   */
  readonly SetCommunityCreatePermissionGroupCallback: (
    callback?: CommunityCreatePermissionGroupCallback | null,
    stringCallback?: CommunityCreatePermissionGroupStringCallback | null,
  ) => void;

  /** Removes callbacks that {@link UnityClient.SetCommunityCreatePermissionGroupCallback} has added, the last of equal ones; without any, all of them. */
  readonly RemoveCommunityCreatePermissionGroupCallback: (
    callback?: CommunityCreatePermissionGroupCallback | null,
    stringCallback?: CommunityCreatePermissionGroupStringCallback | null,
  ) => void;

  /**
   * Adds a callback for deleted permission groups.
   *
   * Not in this version: nothing calls it.
   *
   * Callbacks add up; null removes all of them.
   * @param callback gets the group id and an array of permission group ids
   * @param stringCallback gets the same, with JSON as text
   */
  readonly SetCommunityDeletePermissionGroupCallback: (
    callback?: CommunityDeletePermissionGroupCallback | null,
    stringCallback?: CommunityDeletePermissionGroupStringCallback | null,
  ) => void;

  /** Removes callbacks that {@link UnityClient.SetCommunityDeletePermissionGroupCallback} has added, the last of equal ones; without any, all of them. */
  readonly RemoveCommunityDeletePermissionGroupCallback: (
    callback?: CommunityDeletePermissionGroupCallback | null,
    stringCallback?: CommunityDeletePermissionGroupStringCallback | null,
  ) => void;

  /**
   * Adds a callback for changed permission groups.
   *
   * Not in this version: nothing calls it.
   *
   * Callbacks add up; null removes all of them.
   * @param callback gets the group id and a `PermissionGroupInfo`
   * @param stringCallback gets the same, with JSON as text
   */
  readonly SetCommunityChangePermissionGroupInfoCallback: (
    callback?: CommunityChangePermissionGroupInfoCallback | null,
    stringCallback?: CommunityChangePermissionGroupInfoStringCallback | null,
  ) => void;

  /** Removes callbacks that {@link UnityClient.SetCommunityChangePermissionGroupInfoCallback} has added, the last of equal ones; without any, all of them. */
  readonly RemoveCommunityChangePermissionGroupInfoCallback: (
    callback?: CommunityChangePermissionGroupInfoCallback | null,
    stringCallback?: CommunityChangePermissionGroupInfoStringCallback | null,
  ) => void;

  /**
   * Adds a callback for members that came into a permission group.
   *
   * Not in this version: nothing calls it.
   *
   * Callbacks add up; null removes all of them.
   * @param callback gets the group id and a `PermissionGroupCallback`
   * @param stringCallback gets the same, with JSON as text
   */
  readonly SetCommunityAddMembersToPermissionGroupCallback: (
    callback?: CommunityAddMembersToPermissionGroupCallback | null,
    stringCallback?: CommunityAddMembersToPermissionGroupStringCallback | null,
  ) => void;

  /** Removes callbacks that {@link UnityClient.SetCommunityAddMembersToPermissionGroupCallback} has added, the last of equal ones; without any, all of them. */
  readonly RemoveCommunityAddMembersToPermissionGroupCallback: (
    callback?: CommunityAddMembersToPermissionGroupCallback | null,
    stringCallback?: CommunityAddMembersToPermissionGroupStringCallback | null,
  ) => void;

  /**
   * Adds a callback for members that were taken out of a permission group.
   *
   * Not in this version: nothing calls it.
   *
   * Callbacks add up; null removes all of them.
   * @param callback gets the group id and a `PermissionGroupCallback`
   * @param stringCallback gets the same, with JSON as text
   */
  readonly SetCommunityRemoveMembersFromPermissionGroupCallback: (
    callback?: CommunityRemoveMembersFromPermissionGroupCallback | null,
    stringCallback?: CommunityRemoveMembersFromPermissionGroupStringCallback | null,
  ) => void;

  /** Removes callbacks that {@link UnityClient.SetCommunityRemoveMembersFromPermissionGroupCallback} has added, the last of equal ones; without any, all of them. */
  readonly RemoveCommunityRemoveMembersFromPermissionGroupCallback: (
    callback?: CommunityRemoveMembersFromPermissionGroupCallback | null,
    stringCallback?: CommunityRemoveMembersFromPermissionGroupStringCallback | null,
  ) => void;

  /**
   * Adds a callback for permissions on topics that a permission group was given.
   *
   * Not in this version: nothing calls it.
   *
   * Callbacks add up; null removes all of them.
   * @param callback gets the group id and a `PermissionGroupCallback`
   * @param stringCallback gets the same, with JSON as text
   */
  readonly SetCommunityAddTopicPermissionCallback: (
    callback?: CommunityAddTopicPermissionCallback | null,
    stringCallback?: CommunityAddTopicPermissionStringCallback | null,
  ) => void;

  /** Removes callbacks that {@link UnityClient.SetCommunityAddTopicPermissionCallback} has added, the last of equal ones; without any, all of them. */
  readonly RemoveCommunityAddTopicPermissionCallback: (
    callback?: CommunityAddTopicPermissionCallback | null,
    stringCallback?: CommunityAddTopicPermissionStringCallback | null,
  ) => void;

  /**
   * Adds a callback for permissions on topics that a permission group has lost.
   *
   * Not in this version: nothing calls it.
   *
   * Callbacks add up; null removes all of them.
   * @param callback gets the group id and a `PermissionGroupCallback`
   * @param stringCallback gets the same, with JSON as text
   */
  readonly SetCommunityDeleteTopicPermissionCallback: (
    callback?: CommunityDeleteTopicPermissionCallback | null,
    stringCallback?: CommunityDeleteTopicPermissionStringCallback | null,
  ) => void;

  /** Removes callbacks that {@link UnityClient.SetCommunityDeleteTopicPermissionCallback} has added, the last of equal ones; without any, all of them. */
  readonly RemoveCommunityDeleteTopicPermissionCallback: (
    callback?: CommunityDeleteTopicPermissionCallback | null,
    stringCallback?: CommunityDeleteTopicPermissionStringCallback | null,
  ) => void;

  /**
   * Adds a callback for changed permissions on topics.
   *
   * Not in this version: nothing calls it.
   *
   * Callbacks add up; null removes all of them.
   * @param callback gets the group id and a `PermissionGroupCallback`
   * @param stringCallback gets the same, with JSON as text
   */
  readonly SetCommunityModifyTopicPermissionCallback: (
    callback?: CommunityModifyTopicPermissionCallback | null,
    stringCallback?: CommunityModifyTopicPermissionStringCallback | null,
  ) => void;

  /** Removes callbacks that {@link UnityClient.SetCommunityModifyTopicPermissionCallback} has added, the last of equal ones; without any, all of them. */
  readonly RemoveCommunityModifyTopicPermissionCallback: (
    callback?: CommunityModifyTopicPermissionCallback | null,
    stringCallback?: CommunityModifyTopicPermissionStringCallback | null,
  ) => void;

  /**
   * Adds a callback for notices of experimental functions.
   *
   * Not in this version: nothing calls it.
   *
   * Callbacks add up; null removes all of them.
   * @param callback gets a key and data
   * @param stringCallback gets the same, with JSON as text
   */
  readonly SetExperimentalNotifyCallback: (
    callback?: ExperimentalNotifyCallback | null,
    stringCallback?: ExperimentalNotifyStringCallback | null,
  ) => void;

  /** Removes callbacks that {@link UnityClient.SetExperimentalNotifyCallback} has added, the last of equal ones; without any, all of them. */
  readonly RemoveExperimentalNotifyCallback: (
    callback?: ExperimentalNotifyCallback | null,
    stringCallback?: ExperimentalNotifyStringCallback | null,
  ) => void;
}
