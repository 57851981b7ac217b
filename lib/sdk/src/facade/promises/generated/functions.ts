// Made by `npm run generate`. Do not edit.
import type { SdkConfig } from '../../../core/options.js';
import type {
  TIMConvType,
  TIMGroupMessageReadMembersFilter,
  TIMLoginStatus,
  TIMReceiveMessageOpt,
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
import { defaultPromises } from '../default.js';
import type { ReadMembers } from '../promised.js';

export {
  TIMSetNetworkStatusListenerCallback,
  TIMSetKickedOfflineCallback,
  TIMSetUserSigExpiredCallback,
  TIMSetSelfInfoUpdatedCallback,
  TIMSetUserStatusChangedCallback,
  TIMSetUserInfoChangedCallback,
  TIMSetLogCallback,
  TIMAddRecvNewMsgCallback,
  TIMRemoveRecvNewMsgCallback,
  TIMSetMsgElemUploadProgressCallback,
  TIMSetMsgReadedReceiptCallback,
  TIMSetMsgRevokeCallback,
  TIMSetMsgUpdateCallback,
  TIMSetMsgExtensionsChangedCallback,
  TIMSetMsgExtensionsDeletedCallback,
  TIMSetMsgReactionsChangedCallback,
  TIMSetMsgAllMessageReceiveOptionCallback,
  TIMSetMsgGroupPinnedMessageChangedCallback,
  TIMSetConvEventCallback,
  TIMSetConvTotalUnreadMessageCountChangedCallback,
  TIMSetConvUnreadMessageCountChangedByFilterCallback,
  TIMSetConvConversationGroupCreatedCallback,
  TIMSetConvConversationGroupDeletedCallback,
  TIMSetConvConversationGroupNameChangedCallback,
  TIMSetConvConversationsAddedToGroupCallback,
  TIMSetConvConversationsDeletedFromGroupCallback,
  TIMSetGroupTipsEventCallback,
  TIMSetGroupAttributeChangedCallback,
  TIMSetGroupCounterChangedCallback,
  TIMSetGroupTopicCreatedCallback,
  TIMSetGroupTopicDeletedCallback,
  TIMSetGroupTopicChangedCallback,
  TIMSetCommunityCreateTopicCallback,
  TIMSetCommunityDeleteTopicCallback,
  TIMSetCommunityChangeTopicInfoCallback,
  TIMSetCommunityReceiveTopicRESTCustomDataCallback,
  TIMSetCommunityCreatePermissionGroupCallback,
  TIMSetCommunityDeletePermissionGroupCallback,
  TIMSetCommunityChangePermissionGroupInfoCallback,
  TIMSetCommunityAddMembersToPermissionGroupCallback,
  TIMSetCommunityRemoveMembersFromPermissionGroupCallback,
  TIMSetCommunityAddTopicPermissionCallback,
  TIMSetCommunityDeleteTopicPermissionCallback,
  TIMSetCommunityModifyTopicPermissionCallback,
  TIMSetOnAddFriendCallback,
  TIMSetOnDeleteFriendCallback,
  TIMSetUpdateFriendProfileCallback,
  TIMSetFriendAddRequestCallback,
  TIMSetFriendApplicationListDeletedCallback,
  TIMSetFriendApplicationListReadCallback,
  TIMSetFriendBlackListAddedCallback,
  TIMSetFriendBlackListDeletedCallback,
  TIMSetFriendGroupCreatedCallback,
  TIMSetFriendGroupDeletedCallback,
  TIMSetFriendGroupNameChangedCallback,
  TIMSetFriendsAddedToGroupCallback,
  TIMSetFriendsDeletedFromGroupCallback,
  TIMSetOfficialAccountSubscribedCallback,
  TIMSetOfficialAccountUnsubscribedCallback,
  TIMSetOfficialAccountDeletedCallback,
  TIMSetOfficialAccountInfoChangedCallback,
  TIMSetMyFollowingListChangedCallback,
  TIMSetMyFollowersListChangedCallback,
  TIMSetMutualFollowersListChangedCallback,
  TIMSetSignalingReceiveNewInvitationCallback,
  TIMSetSignalingInvitationCancelledCallback,
  TIMSetSignalingInviteeAcceptedCallback,
  TIMSetSignalingInviteeRejectedCallback,
  TIMSetSignalingInvitationTimeoutCallback,
  TIMSetSignalingInvitationModifiedCallback,
  TIMSetExperimentalNotifyCallback,
} from '../../../native/generated/functions.js';

/**
 * Begins: reads the settings and connects in the background. Calling it again without TIMUninit changes nothing.
 * @param sdk_app_id the app's SDKAppID, not 0
 * @param json_sdk_config settings, see {@link SdkConfig}; null means defaults
 */
export function TIMInit(sdk_app_id: number | bigint, json_sdk_config?: Json<SdkConfig> | null): void {
  defaultPromises().TIMInit(sdk_app_id, json_sdk_config);
}

/** Ends: closes the connection. Calls that still wait get 7009. Timers and sockets are gone afterwards. */
export function TIMUninit(): void {
  defaultPromises().TIMUninit();
}

/** The version of tim-node. */
export function TIMGetSDKVersion(): string {
  return defaultPromises().TIMGetSDKVersion();
}

/** Server time in unix seconds; the local time until the server has been heard. */
export function TIMGetServerTime(): number {
  return defaultPromises().TIMGetServerTime();
}

/**
 * Changes settings at run time: log levels, console log, HTTP and SOCKS5 proxies. Resolves with the same `SetConfig`.
 *
 * In this version: `set_config_log_level`, `set_config_callback_log_level`, `set_config_is_log_output_console`,
 * `set_config_http_proxy_info`, `set_config_socks5_proxy_info` and, in `set_config_user_config`,
 * `user_config_is_is_disable_storage`, which counts from the next login on; other keys are accepted without effect.
 * @param json_config a `SetConfig`; keys that are not there stay as they are
 */
export function TIMSetConfig(json_config: Json<SetConfig>): Promise<SetConfig> {
  return defaultPromises().TIMSetConfig(json_config);
}

/**
 * Logs in. Another user who is logged in is logged out first. While the same user is logged in, it succeeds at
 * once and the new UserSig takes the place of the old one.
 * @param user_id 1 to 32 of `a-z A-Z 0-9 _ -`, else 7003
 * @param user_sig made by your backend with the app's secret key
 *
 * Errors: 6206 or 70001 expired, 6208 kicked while offline, 6023 overtaken, 7501 already logging in,
 * 70003, 70009, 70013, 70014 wrong UserSig, 9508, 9510, 9520 network.
 */
export function TIMLogin(user_id: string, user_sig: string): Promise<void> {
  return defaultPromises().TIMLogin(user_id, user_sig);
}

/** Logs out. Other instances of the account go on. Calls that still wait get 6014, a running login 6023. */
export function TIMLogout(): Promise<void> {
  return defaultPromises().TIMLogout();
}

/** Tells who is logged in. */
export function TIMGetLoginUserID(): string {
  return defaultPromises().TIMGetLoginUserID();
}

/** Tells the `TIMLoginStatus`: logged in, logging in, logged out, logging out. */
export function TIMGetLoginStatus(): TIMLoginStatus {
  return defaultPromises().TIMGetLoginStatus();
}

/**
 * Fetches profiles of users, one's own included. Resolves with `UserProfile[]`.
 *
 * Not in this version: after login it rejects with 7013.
 * @param json_get_user_profile_list_param a `FriendShipGetProfileListParam`
 */
export function TIMProfileGetUserProfileList(
  json_get_user_profile_list_param: Json<FriendShipGetProfileListParam>,
): Promise<UserProfile[]> {
  return defaultPromises().TIMProfileGetUserProfileList(json_get_user_profile_list_param);
}

/**
 * Changes fields of one's own profile.
 *
 * Not in this version: after login it rejects with 7013.
 * @param json_modify_self_user_profile_param a `UserProfileItem` with the fields to change; keys of custom fields may
 * leave `Tag_Profile_Custom_` out
 */
export function TIMProfileModifySelfUserProfile(
  json_modify_self_user_profile_param: Json<UserProfileItem>,
): Promise<void> {
  return defaultPromises().TIMProfileModifySelfUserProfile(json_modify_self_user_profile_param);
}

/**
 * Asks to be told of profile changes of users, by TIMSetUserInfoChangedCallback. Of friends one is told anyway.
 *
 * Not in this version: after login it rejects with 7013.
 * @param json_user_id_list UserIDs; of more than 200 the oldest are dropped
 */
export function TIMSubscribeUserInfo(json_user_id_list: Json<string[]>): Promise<void> {
  return defaultPromises().TIMSubscribeUserInfo(json_user_id_list);
}

/**
 * Ends such wishes.
 *
 * Not in this version: after login it rejects with 7013.
 * @param json_user_id_list UserIDs; null or empty means all
 */
export function TIMUnsubscribeUserInfo(json_user_id_list: Json<string[]> | null): Promise<void> {
  return defaultPromises().TIMUnsubscribeUserInfo(json_user_id_list);
}

/**
 * Fetches whether users are online, and their own status. Resolves with `TIMUserStatus[]`.
 *
 * Not in this version: after login it rejects with 7013.
 * @param json_identifier_array UserIDs
 */
export function TIMGetUserStatus(json_identifier_array: Json<string[]>): Promise<TIMUserStatus[]> {
  return defaultPromises().TIMGetUserStatus(json_identifier_array);
}

/**
 * Sets one's own status, such as "at lunch".
 *
 * Not in this version: after login it rejects with 7013.
 * @param json_current_user_status a `TIMUserStatus` with `user_status_custom_status`
 */
export function TIMSetSelfStatus(json_current_user_status: Json<TIMUserStatus>): Promise<void> {
  return defaultPromises().TIMSetSelfStatus(json_current_user_status);
}

/**
 * Asks to be told when users come online or go, by TIMSetUserStatusChangedCallback.
 *
 * Not in this version: after login it rejects with 7013.
 * @param json_identifier_array UserIDs; of more than 200 the oldest are dropped
 */
export function TIMSubscribeUserStatus(json_identifier_array: Json<string[]>): Promise<void> {
  return defaultPromises().TIMSubscribeUserStatus(json_identifier_array);
}

/**
 * Ends such wishes.
 *
 * Not in this version: after login it rejects with 7013.
 * @param json_identifier_array UserIDs; null or empty means all
 */
export function TIMUnsubscribeUserStatus(json_identifier_array: Json<string[]> | null): Promise<void> {
  return defaultPromises().TIMUnsubscribeUserStatus(json_identifier_array);
}

/**
 * Sends a message. Resolves with the `Message`, on success with `message_seq`, `message_server_time` and
 * `message_status` 2, after the server has stored it; on failure with status 3.
 *
 * Elements: text, custom data, faces, locations, images, sounds, files, videos and merged messages. Files are
 * uploaded first, as they are whatever `image_elem_level` says; TIMSetMsgElemUploadProgressCallback tells how far they
 * are.
 *
 * A failed message that is sent once more, unchanged as the callback gave it, is the same one: it arrives once, even if
 * only its answer was lost.
 *
 * Errors: 8001 longer than 12 KB, 20003 the receiver is unknown, 9519 and 9520 no answer in time, 7013 for a kind of
 * message that this version cannot send.
 * @param conv_id UserID or group id of the receiver
 * @param conv_type `TIMConvType`: C2C or group
 * @param json_msg_param a `Message`; `message_elem_array` holds what is sent, `message_group_at_user_array` UserIDs of
 * members, or `kImSDK_MessageAtALL` for all of them
 */
export function TIMMsgSendMessage(
  conv_id: string,
  conv_type: TIMConvType,
  json_msg_param: Json<Message>,
): Promise<Message> {
  return defaultPromises().TIMMsgSendMessage(conv_id, conv_type, json_msg_param);
}

/**
 * Stops the sending of a message that has not left: while it waits for a connection or for an upload. Its own callback
 * then says 8021. Resolves with the `Message`.
 *
 * Errors: 8020 no such message is on its way, or it has left.
 * @param conv_id UserID or group id of the receiver
 * @param conv_type `TIMConvType`: C2C or group
 * @param message_id the id that sending gave
 */
export function TIMMsgCancelSend(conv_id: string, conv_type: TIMConvType, message_id: string): Promise<Message> {
  return defaultPromises().TIMMsgCancelSend(conv_id, conv_type, message_id);
}

/**
 * Sends one message to several users. Resolves with `MsgBatchSendResult[]`, one for each user, in the order given.
 * @param json_batch_send_param a `MsgBatchSendParam`
 */
export function TIMMsgBatchSend(json_batch_send_param: Json<MsgBatchSendParam>): Promise<MsgBatchSendResult[]> {
  return defaultPromises().TIMMsgBatchSend(json_batch_send_param);
}

/**
 * Downloads an image, a sound, a file or a video of a message. Resolves with `MsgDownloadElemResult`; as in the native
 * API it comes several times. With the description `downloading` it tells how far the download is, at most once for
 * each percent; the one with another description is the last one and says how it has ended. An interrupted
 * download goes on from where it was. The file appears under its name only when all of it is there.
 *
 * Errors: 6009 the download has failed, 7007 the path cannot be written, 114000 the file is gone or may not be seen.
 * @param json_download_elem_param a `DownloadElemParam`, made of what the element says
 * @param path file to write, UTF-8
 */
export function TIMMsgDownloadElemToPath(
  json_download_elem_param: Json<DownloadElemParam>,
  path: string,
): Promise<MsgDownloadElemResult> {
  return defaultPromises().TIMMsgDownloadElemToPath(json_download_elem_param, path);
}

/**
 * Fetches the messages inside a merged one. Resolves with `Message[]`.
 * @param json_single_msg the merged `Message`
 */
export function TIMMsgDownloadMergerMessage(json_single_msg: Json<Message>): Promise<Message[]> {
  return defaultPromises().TIMMsgDownloadMergerMessage(json_single_msg);
}

/**
 * Keeps the app's own data with a message, on this machine only.
 * @param json_msg_param the `Message` with `message_custom_int` or `message_custom_str`
 */
export function TIMMsgSetLocalCustomData(json_msg_param: Json<Message>): Promise<void> {
  return defaultPromises().TIMMsgSetLocalCustomData(json_msg_param);
}

/**
 * Sets whether messages of some users are received and disturb. Messages that are not received are not told to
 * TIMAddRecvNewMsgCallback; they are in the history.
 * @param json_identifier_array UserIDs, at most 30
 * @param opt `TIMReceiveMessageOpt`
 */
export function TIMMsgSetC2CReceiveMessageOpt(
  json_identifier_array: Json<string[]>,
  opt: TIMReceiveMessageOpt,
): Promise<void> {
  return defaultPromises().TIMMsgSetC2CReceiveMessageOpt(json_identifier_array, opt);
}

/**
 * Fetches what is set for messages of some users. Resolves with `GetC2CRecvMsgOptResult[]`.
 * @param json_identifier_array UserIDs
 */
export function TIMMsgGetC2CReceiveMessageOpt(
  json_identifier_array: Json<string[]>,
): Promise<GetC2CRecvMsgOptResult[]> {
  return defaultPromises().TIMMsgGetC2CReceiveMessageOpt(json_identifier_array);
}

/**
 * Sets whether messages of a group are received and disturb, as for users; `GroupBaseInfo` tells what is set.
 * @param group_id id of the group
 * @param opt `TIMReceiveMessageOpt`
 */
export function TIMMsgSetGroupReceiveMessageOpt(group_id: string, opt: TIMReceiveMessageOpt): Promise<void> {
  return defaultPromises().TIMMsgSetGroupReceiveMessageOpt(group_id, opt);
}

/**
 * Sets do-not-disturb for the whole account, every day from a time of day on.
 * @param opt `TIMReceiveMessageOpt`
 * @param start_hour 0 to 23, with the next two the beginning, in local time
 * @param start_minute 0 to 59
 * @param start_second 0 to 59
 * @param duration seconds; a day or more means for good
 */
export function TIMMsgSetAllReceiveMessageOpt(
  opt: TIMReceiveMessageOpt,
  start_hour: number,
  start_minute: number,
  start_second: number,
  duration: number,
): Promise<void> {
  return defaultPromises().TIMMsgSetAllReceiveMessageOpt(opt, start_hour, start_minute, start_second, duration);
}

/**
 * Sets do-not-disturb for the whole account, once.
 * @param opt `TIMReceiveMessageOpt`
 * @param start_time_stamp beginning, unix seconds
 * @param duration seconds
 */
export function TIMMsgSetAllReceiveMessageOpt2(
  opt: TIMReceiveMessageOpt,
  start_time_stamp: number,
  duration: number,
): Promise<void> {
  return defaultPromises().TIMMsgSetAllReceiveMessageOpt2(opt, start_time_stamp, duration);
}

/** Fetches do-not-disturb of the whole account. Resolves with `TIMReceiveMessageOptInfo`. */
export function TIMMsgGetAllReceiveMessageOpt(): Promise<TIMReceiveMessageOptInfo> {
  return defaultPromises().TIMMsgGetAllReceiveMessageOpt();
}

/**
 * Fetches messages of a conversation. Resolves with `Message[]`, the newest first; with `msg_getmsglist_param_is_forward`
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
export function TIMMsgGetMsgList(
  conv_id: string,
  conv_type: TIMConvType,
  json_get_msg_param: Json<MsgGetMsgListParam>,
): Promise<Message[]> {
  return defaultPromises().TIMMsgGetMsgList(conv_id, conv_type, json_get_msg_param);
}

/**
 * Takes a message back, within two minutes unless the server says otherwise; in a group its administrators may take
 * back those of others. Receivers hear of it through TIMSetMsgRevokeCallback, and so do other instances of this account.
 *
 * Errors: 20016 and 10031 too late, 20022 not one's own or not there, 10030 not there, 10032 not allowed.
 * @param conv_id UserID of the other one, or group id
 * @param conv_type `TIMConvType`: C2C or group
 * @param json_msg_param the `Message`, as it came from sending, receiving or fetching; `message_revoke_reason` is told
 */
export function TIMMsgRevoke(conv_id: string, conv_type: TIMConvType, json_msg_param: Json<Message>): Promise<void> {
  return defaultPromises().TIMMsgRevoke(conv_id, conv_type, json_msg_param);
}

/**
 * Changes the content of a message that was sent. Everybody hears of it through TIMSetMsgUpdateCallback.
 * Resolves with the `Message` as it is now, also when somebody else was faster (8006).
 *
 * Errors: 8001 longer than 12 KB, 8006 changed in between, 20022, 10030 and 10032 not there or not allowed.
 * @param json_msg_param the `Message` with new elements or new `message_cloud_custom_str`
 */
export function TIMMsgModifyMessage(json_msg_param: Json<Message>): Promise<Message> {
  return defaultPromises().TIMMsgModifyMessage(json_msg_param);
}

/**
 * Deletes a message on this machine; with `msg_delete_param_is_ramble` on the server too, for this account.
 *
 * Errors: 20022 the message is not on this machine, 6017 with `msg_delete_param_is_ramble` for one that the server does
 * not have.
 * @param conv_id UserID of the other one, or group id
 * @param conv_type `TIMConvType`: C2C or group
 * @param json_msgdel_param a `MsgDeleteParam`; `msg_delete_param_msg` must hold the `Message`
 */
export function TIMMsgDelete(
  conv_id: string,
  conv_type: TIMConvType,
  json_msgdel_param: Json<MsgDeleteParam>,
): Promise<void> {
  return defaultPromises().TIMMsgDelete(conv_id, conv_type, json_msgdel_param);
}

/**
 * Deletes messages of one conversation for this account, here and on the server.
 * @param conv_id UserID of the other one, or group id
 * @param conv_type `TIMConvType`: C2C or group
 * @param json_msg_array `Message[]`, at most 50
 */
export function TIMMsgListDelete(
  conv_id: string,
  conv_type: TIMConvType,
  json_msg_array: Json<Message[]>,
): Promise<void> {
  return defaultPromises().TIMMsgListDelete(conv_id, conv_type, json_msg_array);
}

/**
 * Deletes all messages of a conversation for this account; the conversation itself stays.
 * @param conv_id UserID of the other one, or group id
 * @param conv_type `TIMConvType`: C2C or group
 */
export function TIMMsgClearHistoryMessage(conv_id: string, conv_type: TIMConvType): Promise<void> {
  return defaultPromises().TIMMsgClearHistoryMessage(conv_id, conv_type);
}

/**
 * Puts a message of the app's own making into a conversation, on this machine only.
 * @param conv_id UserID of the other one, or group id
 * @param conv_type `TIMConvType`: C2C or group
 * @param json_msg_param a `Message`
 */
export function TIMMsgSaveMsg(conv_id: string, conv_type: TIMConvType, json_msg_param: Json<Message>): Promise<void> {
  return defaultPromises().TIMMsgSaveMsg(conv_id, conv_type, json_msg_param);
}

/**
 * Puts messages, made by the app or kept from elsewhere, into a conversation, on this machine only.
 * @param conv_id UserID of the other one, or group id
 * @param conv_type `TIMConvType`: C2C or group
 * @param json_msg_array `Message[]`
 */
export function TIMMsgImportMsgList(
  conv_id: string,
  conv_type: TIMConvType,
  json_msg_array: Json<Message[]>,
): Promise<void> {
  return defaultPromises().TIMMsgImportMsgList(conv_id, conv_type, json_msg_array);
}

/**
 * Finds messages on this machine by their ids, those that were taken back or deleted included; `message_status`
 * tells these apart. Resolves with `Message[]`.
 * @param json_message_id_array ids
 */
export function TIMMsgFindMessages(json_message_id_array: Json<string[]>): Promise<Message[]> {
  return defaultPromises().TIMMsgFindMessages(json_message_id_array);
}

/**
 * Finds messages of a conversation by their place in it; without the server, those of the local store. Messages that
 * were taken back, and deleted ones that this machine still has, are among them: `message_status` tells these apart.
 * Resolves with `Message[]`.
 * @param conv_id UserID of the other one, or group id
 * @param conv_type `TIMConvType`: C2C or group
 * @param json_msg_Locator_array `MsgLocator[]`
 */
export function TIMMsgFindByMsgLocatorList(
  conv_id: string,
  conv_type: TIMConvType,
  json_msg_Locator_array: Json<MsgLocator[]>,
): Promise<Message[]> {
  return defaultPromises().TIMMsgFindByMsgLocatorList(conv_id, conv_type, json_msg_Locator_array);
}

/**
 * Searches the messages on this machine, newest first: texts, descriptions, file names and titles, capital letters
 * or not. Resolves with `MessageSearchResult`. In one conversation it holds the messages and counts them; in all of them
 * it holds conversations and counts these, and shows a message only where it is the only one.
 * @param json_search_message_param a `MessageSearchParam`
 */
export function TIMMsgSearchLocalMessages(
  json_search_message_param: Json<MessageSearchParam>,
): Promise<MessageSearchResult> {
  return defaultPromises().TIMMsgSearchLocalMessages(json_search_message_param);
}

/**
 * Searches the messages on the server, when that was given a provider for it. Resolves with `MessageSearchResult`; with
 * messages for one conversation, else with the message of each conversation that has a single one.
 * `msg_search_result_search_cursor` is empty when there is nothing more.
 *
 * Errors: 7013 the server was given no provider, 20005 the provider has failed or was too slow.
 * @param json_search_message_param a `MessageSearchParam`; pages go by `msg_search_param_search_count` (up to 50) and
 * `msg_search_param_search_cursor`
 */
export function TIMMsgSearchCloudMessages(
  json_search_message_param: Json<MessageSearchParam>,
): Promise<MessageSearchResult> {
  return defaultPromises().TIMMsgSearchCloudMessages(json_search_message_param);
}

/**
 * Tells the senders of messages that they were read. Messages that ask for no receipt, and one's own, are left out.
 * @param json_msg_array `Message[]` of one conversation
 */
export function TIMMsgSendMessageReadReceipts(json_msg_array: Json<Message[]>): Promise<void> {
  return defaultPromises().TIMMsgSendMessageReadReceipts(json_msg_array);
}

/**
 * Fetches who has read one's own messages. Resolves with `MessageReceipt[]`.
 * @param json_msg_array `Message[]` of one conversation: sent by this account, with `message_need_read_receipt`
 */
export function TIMMsgGetMessageReadReceipts(json_msg_array: Json<Message[]>): Promise<MessageReceipt[]> {
  return defaultPromises().TIMMsgGetMessageReadReceipts(json_msg_array);
}

/**
 * Fetches which members of a group have read a message of one's own, or have not.
 *
 * Resolves with a page of members.
 * @param json_msg the `Message`
 * @param filter `TIMGroupMessageReadMembersFilter`
 * @param next_seq 0, then what the callback has told
 * @param count 1 to 100
 */
export function TIMMsgGetGroupMessageReadMemberList(
  json_msg: Json<Message>,
  filter: TIMGroupMessageReadMembersFilter,
  next_seq: number | bigint,
  count: number,
): Promise<ReadMembers> {
  return defaultPromises().TIMMsgGetGroupMessageReadMemberList(json_msg, filter, next_seq, count);
}

/**
 * Adds extensions to a message or changes them; the message must have been sent with
 * `message_support_message_extension`. Resolves with `MessageExtensionResult[]`, one for each key; when somebody else has
 * changed an extension that this client has not heard of yet, its code is 23001 and it holds what is there now.
 * @param json_msg the `Message`
 * @param json_extension_array `MessageExtension[]`, at most 20; key up to 100 bytes, value up to 1 KB
 */
export function TIMMsgSetMessageExtensions(
  json_msg: Json<Message>,
  json_extension_array: Json<MessageExtension[]>,
): Promise<MessageExtensionResult[]> {
  return defaultPromises().TIMMsgSetMessageExtensions(json_msg, json_extension_array);
}

/**
 * Fetches the extensions of a message. Resolves with `MessageExtension[]`.
 * @param json_msg the `Message`
 */
export function TIMMsgGetMessageExtensions(json_msg: Json<Message>): Promise<MessageExtension[]> {
  return defaultPromises().TIMMsgGetMessageExtensions(json_msg);
}

/**
 * Removes extensions of a message. Resolves with `MessageExtensionResult[]`; 23001 as for setting.
 * @param json_msg the `Message`
 * @param json_extension_key_array keys, at most 20; an empty list means all
 */
export function TIMMsgDeleteMessageExtensions(
  json_msg: Json<Message>,
  json_extension_key_array: Json<string[]>,
): Promise<MessageExtensionResult[]> {
  return defaultPromises().TIMMsgDeleteMessageExtensions(json_msg, json_extension_key_array);
}

/**
 * Adds a reaction, such as an emoji, to a message.
 *
 * Errors: 23005 and 23006 too many reactions or users, 23007 this user has reacted in this way already.
 * @param json_msg the `Message`
 * @param reaction_id which one
 */
export function TIMMsgAddMessageReaction(json_msg: Json<Message>, reaction_id: string): Promise<void> {
  return defaultPromises().TIMMsgAddMessageReaction(json_msg, reaction_id);
}

/**
 * Takes one's own reaction to a message back.
 *
 * Errors: 23008 nobody has reacted in this way, 23009 others have, but not this user.
 * @param json_msg the `Message`
 * @param reaction_id which one
 */
export function TIMMsgRemoveMessageReaction(json_msg: Json<Message>, reaction_id: string): Promise<void> {
  return defaultPromises().TIMMsgRemoveMessageReaction(json_msg, reaction_id);
}

/**
 * Fetches the reactions to messages. Resolves with `MessageReactionResult[]`.
 * @param json_msg_array `Message[]` of one conversation, at most 20
 * @param max_user_count_per_reaction how many users to name for each reaction, 0 to 10
 */
export function TIMMsgGetMessageReactions(
  json_msg_array: Json<Message[]>,
  max_user_count_per_reaction: number,
): Promise<MessageReactionResult[]> {
  return defaultPromises().TIMMsgGetMessageReactions(json_msg_array, max_user_count_per_reaction);
}

/**
 * Fetches all users with one reaction to a message, page by page. Resolves with `MessageReactionUserResult`.
 * @param json_msg the `Message`
 * @param reaction_id which one
 * @param next_seq 0, then what the callback has told
 * @param count users in a page, at most 100
 */
export function TIMMsgGetAllUserListOfMessageReaction(
  json_msg: Json<Message>,
  reaction_id: string,
  next_seq: number,
  count: number,
): Promise<MessageReactionUserResult> {
  return defaultPromises().TIMMsgGetAllUserListOfMessageReaction(json_msg, reaction_id, next_seq, count);
}

/**
 * Translates texts. Resolves with `MessageTranslateTextResult[]`.
 *
 * Errors: 7013 the server was given no provider of translations, 20005 the provider has failed.
 * @param json_source_text_array texts
 * @param source_language such as `en`; `auto` or nothing to find it out
 * @param target_language such as `de`
 */
export function TIMMsgTranslateText(
  json_source_text_array: Json<string[]>,
  source_language: string,
  target_language: string,
): Promise<MessageTranslateTextResult[]> {
  return defaultPromises().TIMMsgTranslateText(json_source_text_array, source_language, target_language);
}

/**
 * Writes down what is said in a sound. Resolves with the text.
 *
 * Errors: 7013 the server was given no provider of this, 20005 the provider has failed.
 * @param url address of the sound, from its element
 * @param language such as `en`
 */
export function TIMMsgConvertVoiceToText(url: string, language: string): Promise<string> {
  return defaultPromises().TIMMsgConvertVoiceToText(url, language);
}

/**
 * Pins a message in a group, or unpins it. At most ten are pinned at a time.
 * @param group_id id of the group
 * @param json_msg the `Message`
 * @param is_pinned true to pin
 */
export function TIMPinGroupMessage(group_id: string, json_msg: Json<Message>, is_pinned: boolean): Promise<void> {
  return defaultPromises().TIMPinGroupMessage(group_id, json_msg, is_pinned);
}

/**
 * Fetches the messages that are pinned in a group. Resolves with `Message[]`.
 * @param group_id id of the group
 */
export function TIMGetPinnedGroupMessageList(group_id: string): Promise<Message[]> {
  return defaultPromises().TIMGetPinnedGroupMessageList(group_id);
}

/**
 * Sends a message; as TIMMsgSendMessage, but without telling the id early. Resolves with the `Message`.
 *
 * Elements: text, custom data, faces, locations, images, sounds, files, videos and merged messages. Files are
 * uploaded first, as they are whatever `image_elem_level` says; TIMSetMsgElemUploadProgressCallback tells how far they
 * are.
 * @deprecated use TIMMsgSendMessage
 * @param conv_id UserID or group id of the receiver
 * @param conv_type `TIMConvType`: C2C or group
 * @param json_msg_param a `Message`
 */
export function TIMMsgSendNewMsg(
  conv_id: string,
  conv_type: TIMConvType,
  json_msg_param: Json<Message>,
): Promise<Message> {
  return defaultPromises().TIMMsgSendNewMsg(conv_id, conv_type, json_msg_param);
}

/**
 * Sends a message; as TIMMsgSendMessage, but a callback tells the id. Resolves with the `Message`.
 *
 * Elements: text, custom data, faces, locations, images, sounds, files, videos and merged messages. Files are
 * uploaded first, as they are whatever `image_elem_level` says; TIMSetMsgElemUploadProgressCallback tells how far they
 * are.
 * @deprecated use TIMMsgSendMessage
 * @param conv_id UserID or group id of the receiver
 * @param conv_type `TIMConvType`: C2C or group
 * @param json_msg_param a `Message`
 */
export function TIMMsgSendNewMsgEx(
  conv_id: string,
  conv_type: TIMConvType,
  json_msg_param: Json<Message>,
): Promise<Message> {
  return defaultPromises().TIMMsgSendNewMsgEx(conv_id, conv_type, json_msg_param);
}

/**
 * Marks the messages of a conversation as read up to one of them.
 * @deprecated use TIMConvCleanConversationUnreadMessageCount
 * @param conv_id UserID of the other one, or group id
 * @param conv_type `TIMConvType`: C2C or group
 * @param json_msg_param the last `Message` that was read; null or empty means all of them
 */
export function TIMMsgReportReaded(
  conv_id: string | null,
  conv_type: TIMConvType,
  json_msg_param: Json<Message> | null,
): Promise<void> {
  return defaultPromises().TIMMsgReportReaded(conv_id, conv_type, json_msg_param);
}

/**
 * Marks all messages of all conversations as read.
 * @deprecated use TIMConvCleanConversationUnreadMessageCount with an empty conversation id
 */
export function TIMMsgMarkAllMessageAsRead(): Promise<void> {
  return defaultPromises().TIMMsgMarkAllMessageAsRead();
}

/** Fetches all conversations. Resolves with `ConvInfo[]`. */
export function TIMConvGetConvList(): Promise<ConvInfo[]> {
  return defaultPromises().TIMConvGetConvList();
}

/**
 * Fetches some conversations. Resolves with `ConvInfo[]`.
 * @param json_get_conv_list_param `GetConversationListParam[]`
 */
export function TIMConvGetConvInfo(json_get_conv_list_param: Json<GetConversationListParam[]>): Promise<ConvInfo[]> {
  return defaultPromises().TIMConvGetConvInfo(json_get_conv_list_param);
}

/**
 * Fetches the conversations behind a filter, page by page. Resolves with `TIMConversationListResult`.
 * @param filter a `TIMConversationListFilter`; `{}` means all
 * @param next_seq 0, then what the callback has told
 * @param count conversations in a page; 0 is refused
 */
export function TIMConvGetConversationListByFilter(
  filter: Json<TIMConversationListFilter>,
  next_seq: number | bigint,
  count: number,
): Promise<TIMConversationListResult> {
  return defaultPromises().TIMConvGetConversationListByFilter(filter, next_seq, count);
}

/**
 * Deletes a conversation and its messages, here and on the server.
 * @param conv_id UserID of the other one, or group id
 * @param conv_type `TIMConvType`: C2C or group
 */
export function TIMConvDelete(conv_id: string, conv_type: TIMConvType): Promise<void> {
  return defaultPromises().TIMConvDelete(conv_id, conv_type);
}

/**
 * Deletes conversations. Resolves with `TIMConversationOperationResult[]`.
 * @param conversation_id_array conversation ids (`c2c_` and UserID, `group_` and group id), at most 100
 * @param clear_message whether their messages are deleted too
 */
export function TIMConvDeleteConversationList(
  conversation_id_array: Json<string[]>,
  clear_message: boolean,
): Promise<TIMConversationOperationResult[]> {
  return defaultPromises().TIMConvDeleteConversationList(conversation_id_array, clear_message);
}

/**
 * Keeps what the user was writing.
 * @param conv_id UserID of the other one, or group id
 * @param conv_type `TIMConvType`: C2C or group
 * @param json_draft_param a `Draft`
 */
export function TIMConvSetDraft(conv_id: string, conv_type: TIMConvType, json_draft_param: Json<Draft>): void {
  defaultPromises().TIMConvSetDraft(conv_id, conv_type, json_draft_param);
}

/**
 * Forgets what the user was writing.
 * @param conv_id UserID of the other one, or group id
 * @param conv_type `TIMConvType`: C2C or group
 */
export function TIMConvCancelDraft(conv_id: string, conv_type: TIMConvType): void {
  defaultPromises().TIMConvCancelDraft(conv_id, conv_type);
}

/**
 * Keeps the app's own data with conversations. Resolves with `TIMConversationOperationResult[]`.
 * @param conversation_id_array conversation ids (`c2c_` and UserID, `group_` and group id)
 * @param custom_data up to 256 bytes
 */
export function TIMConvSetConversationCustomData(
  conversation_id_array: Json<string[]>,
  custom_data: string,
): Promise<TIMConversationOperationResult[]> {
  return defaultPromises().TIMConvSetConversationCustomData(conversation_id_array, custom_data);
}

/**
 * Puts a conversation to the top of the list, or lets it go from there.
 * @param conv_id UserID of the other one, or group id
 * @param conv_type `TIMConvType`: C2C or group
 * @param is_pinned true to pin
 */
export function TIMConvPinConversation(conv_id: string, conv_type: TIMConvType, is_pinned: boolean): Promise<void> {
  return defaultPromises().TIMConvPinConversation(conv_id, conv_type, is_pinned);
}

/**
 * Sets a mark on conversations or removes it. Resolves with `TIMConversationOperationResult[]`.
 * @param conversation_id_array conversation ids (`c2c_` and UserID, `group_` and group id)
 * @param mark_type `TIMConversationMarkType`, or one of the app's own: `1n << n` with n from 32 to 63
 * @param enable_mark true to set
 */
export function TIMConvMarkConversation(
  conversation_id_array: Json<string[]>,
  mark_type: number | bigint,
  enable_mark: boolean,
): Promise<TIMConversationOperationResult[]> {
  return defaultPromises().TIMConvMarkConversation(conversation_id_array, mark_type, enable_mark);
}

/**
 * Counts the unread messages of all conversations that disturb; from then on TIMSetConvTotalUnreadMessageCountChangedCallback
 * tells of changes. Resolves with `GetTotalUnreadNumberResult`.
 */
export function TIMConvGetTotalUnreadMessageCount(): Promise<GetTotalUnreadNumberResult> {
  return defaultPromises().TIMConvGetTotalUnreadMessageCount();
}

/**
 * Counts the unread messages of the conversations behind a filter. Resolves with `GetTotalUnreadNumberResult`.
 * @param filter a `TIMConversationListFilter`
 */
export function TIMConvGetUnreadMessageCountByFilter(
  filter: Json<TIMConversationListFilter>,
): Promise<GetTotalUnreadNumberResult> {
  return defaultPromises().TIMConvGetUnreadMessageCountByFilter(filter);
}

/**
 * Asks to be told of the number of unread messages behind a filter.
 * @param filter a `TIMConversationListFilter`
 */
export function TIMConvSubscribeUnreadMessageCountByFilter(filter: Json<TIMConversationListFilter>): void {
  defaultPromises().TIMConvSubscribeUnreadMessageCountByFilter(filter);
}

/**
 * Ends such a wish.
 * @param filter the same `TIMConversationListFilter`
 */
export function TIMConvUnsubscribeUnreadMessageCountByFilter(filter: Json<TIMConversationListFilter>): void {
  defaultPromises().TIMConvUnsubscribeUnreadMessageCountByFilter(filter);
}

/**
 * Marks messages as read.
 * @param conversation_id `c2c_` and UserID, `group_` and group id; `c2c` or `group` for all of that kind, nothing for all
 * @param clean_timestamp C2C: up to this time, unix seconds; 0 means all
 * @param clean_sequence group: up to this message; 0 means all
 */
export function TIMConvCleanConversationUnreadMessageCount(
  conversation_id: string | null,
  clean_timestamp: number | bigint,
  clean_sequence: number | bigint,
): Promise<void> {
  return defaultPromises().TIMConvCleanConversationUnreadMessageCount(conversation_id, clean_timestamp, clean_sequence);
}

/**
 * Makes a group of conversations. Resolves with `TIMConversationOperationResult[]`.
 * @param group_name 1 to 32 bytes; there can be 20 groups
 * @param conversation_id_array conversation ids, at least one
 */
export function TIMConvCreateConversationGroup(
  group_name: string,
  conversation_id_array: Json<string[]>,
): Promise<TIMConversationOperationResult[]> {
  return defaultPromises().TIMConvCreateConversationGroup(group_name, conversation_id_array);
}

/** Fetches the names of the groups of conversations. Resolves with `string[]`. */
export function TIMConvGetConversationGroupList(): Promise<string[]> {
  return defaultPromises().TIMConvGetConversationGroupList();
}

/**
 * Deletes a group of conversations; the conversations stay.
 * @param group_name name of the group
 */
export function TIMConvDeleteConversationGroup(group_name: string): Promise<void> {
  return defaultPromises().TIMConvDeleteConversationGroup(group_name);
}

/**
 * Renames a group of conversations.
 * @param old_name its name
 * @param new_name 1 to 32 bytes
 */
export function TIMConvRenameConversationGroup(old_name: string, new_name: string): Promise<void> {
  return defaultPromises().TIMConvRenameConversationGroup(old_name, new_name);
}

/**
 * Puts conversations into a group. Resolves with `TIMConversationOperationResult[]`.
 * @param group_name name of the group
 * @param conversation_id_array conversation ids
 */
export function TIMConvAddConversationsToGroup(
  group_name: string,
  conversation_id_array: Json<string[]>,
): Promise<TIMConversationOperationResult[]> {
  return defaultPromises().TIMConvAddConversationsToGroup(group_name, conversation_id_array);
}

/**
 * Takes conversations out of a group. Resolves with `TIMConversationOperationResult[]`.
 * @param group_name name of the group
 * @param conversation_id_array conversation ids
 */
export function TIMConvDeleteConversationsFromGroup(
  group_name: string,
  conversation_id_array: Json<string[]>,
): Promise<TIMConversationOperationResult[]> {
  return defaultPromises().TIMConvDeleteConversationsFromGroup(group_name, conversation_id_array);
}

/**
 * Does nothing but succeed: a conversation comes into being with its first message.
 * @deprecated not needed
 * @param conv_id UserID of the other one, or group id
 * @param conv_type `TIMConvType`: C2C or group
 */
export function TIMConvCreate(conv_id: string | null, conv_type: TIMConvType): Promise<void> {
  return defaultPromises().TIMConvCreate(conv_id, conv_type);
}

/**
 * Makes a group. Resolves with `CreateGroupResult` with its id.
 * @param json_group_create_param a `CreateGroupParam`; `create_group_param_group_name` must be there
 */
export function TIMGroupCreate(json_group_create_param: Json<CreateGroupParam>): Promise<CreateGroupResult> {
  return defaultPromises().TIMGroupCreate(json_group_create_param);
}

/**
 * Dissolves a group, as its owner; a private group cannot be dissolved.
 * @param group_id id of the group
 */
export function TIMGroupDelete(group_id: string): Promise<void> {
  return defaultPromises().TIMGroupDelete(group_id);
}

/**
 * Joins a group, or asks to be let in where joining needs approval, which is answered with 0 too: owner and
 * administrators get a message of the system with a `GroupReportElem`, and so does whoever has asked when it is
 * decided. Nobody can join a private group by himself.
 * @param group_id id of the group
 * @param hello_msg a word to those who decide, 1,024 bytes at most; may be null
 */
export function TIMGroupJoin(group_id: string, hello_msg: string | null): Promise<void> {
  return defaultPromises().TIMGroupJoin(group_id, hello_msg);
}

/**
 * Leaves a group. The owner cannot leave, except a private group.
 * @param group_id id of the group
 */
export function TIMGroupQuit(group_id: string): Promise<void> {
  return defaultPromises().TIMGroupQuit(group_id);
}

/** Fetches the groups that this account is in. Resolves with `GroupBaseInfo[]`. */
export function TIMGroupGetJoinedGroupList(): Promise<GroupBaseInfo[]> {
  return defaultPromises().TIMGroupGetJoinedGroupList();
}

/**
 * Fetches what is known about groups. Resolves with `GetGroupInfoResult[]`.
 * @param json_group_getinfo_param group ids
 */
export function TIMGroupGetGroupInfoList(json_group_getinfo_param: Json<string[]>): Promise<GetGroupInfoResult[]> {
  return defaultPromises().TIMGroupGetGroupInfoList(json_group_getinfo_param);
}

/**
 * Searches the groups of this account. Resolves with `GroupDetailInfo[]`.
 *
 * Not in this version: after login it rejects with 7013.
 * @param json_group_search_groups_param a `GroupSearchParam` with up to five keywords
 */
export function TIMGroupSearchGroups(
  json_group_search_groups_param: Json<GroupSearchParam>,
): Promise<GroupDetailInfo[]> {
  return defaultPromises().TIMGroupSearchGroups(json_group_search_groups_param);
}

/**
 * Changes a group: name, notice, owner and so on.
 * @param json_group_modifyinfo_param a `GroupModifyInfoParam`; `group_modify_info_param_group_id` and
 * `group_modify_info_param_modify_flag` (`TIMGroupModifyInfoFlag`, added up) must be there
 */
export function TIMGroupModifyGroupInfo(json_group_modifyinfo_param: Json<GroupModifyInfoParam>): Promise<void> {
  return defaultPromises().TIMGroupModifyGroupInfo(json_group_modifyinfo_param);
}

/**
 * Replaces all attributes of a group. Errors: 8511 too often.
 *
 * Not in this version: after login it rejects with 7013.
 * @param group_id id of the group
 * @param json_group_attributes `GroupAttributes[]`: up to 16, key up to 32 bytes, value up to 4 KB, 16 KB in all
 */
export function TIMGroupInitGroupAttributes(
  group_id: string,
  json_group_attributes: Json<GroupAttributes[]>,
): Promise<void> {
  return defaultPromises().TIMGroupInitGroupAttributes(group_id, json_group_attributes);
}

/**
 * Adds attributes to a group, or changes them.
 *
 * Not in this version: after login it rejects with 7013.
 * @param group_id id of the group
 * @param json_group_attributes `GroupAttributes[]`
 */
export function TIMGroupSetGroupAttributes(
  group_id: string,
  json_group_attributes: Json<GroupAttributes[]>,
): Promise<void> {
  return defaultPromises().TIMGroupSetGroupAttributes(group_id, json_group_attributes);
}

/**
 * Removes attributes of a group.
 *
 * Not in this version: after login it rejects with 7013.
 * @param group_id id of the group
 * @param json_keys keys
 */
export function TIMGroupDeleteGroupAttributes(group_id: string, json_keys: Json<string[]>): Promise<void> {
  return defaultPromises().TIMGroupDeleteGroupAttributes(group_id, json_keys);
}

/**
 * Fetches attributes of a group. Resolves with `GroupAttributes[]`.
 *
 * Not in this version: after login it rejects with 7013.
 * @param group_id id of the group
 * @param json_keys keys; null or empty means all
 */
export function TIMGroupGetGroupAttributes(
  group_id: string,
  json_keys: Json<string[]> | null,
): Promise<GroupAttributes[]> {
  return defaultPromises().TIMGroupGetGroupAttributes(group_id, json_keys);
}

/**
 * Counts the members of a group that are online. Resolves with `GroupGetOnlineMemberCountResult`.
 *
 * Not in this version: after login it rejects with 7013.
 * @param group_id id of the group
 */
export function TIMGroupGetOnlineMemberCount(group_id: string): Promise<GroupGetOnlineMemberCountResult> {
  return defaultPromises().TIMGroupGetOnlineMemberCount(group_id);
}

/**
 * Sets counters of a group. Resolves with `GroupCounter[]`, those that were set.
 *
 * Not in this version: after login it rejects with 7013.
 * @param group_id id of the group
 * @param json_group_counter_array `GroupCounter[]`
 */
export function TIMGroupSetGroupCounters(
  group_id: string,
  json_group_counter_array: Json<GroupCounter[]>,
): Promise<GroupCounter[]> {
  return defaultPromises().TIMGroupSetGroupCounters(group_id, json_group_counter_array);
}

/**
 * Fetches counters of a group. Resolves with `GroupCounter[]`.
 *
 * Not in this version: after login it rejects with 7013.
 * @param group_id id of the group
 * @param json_group_counter_key_array keys; an empty list means all
 */
export function TIMGroupGetGroupCounters(
  group_id: string,
  json_group_counter_key_array: Json<string[]>,
): Promise<GroupCounter[]> {
  return defaultPromises().TIMGroupGetGroupCounters(group_id, json_group_counter_key_array);
}

/**
 * Adds to a counter of a group; one that is not there counts as 0. Resolves with `GroupCounter[]`.
 *
 * Not in this version: after login it rejects with 7013.
 * @param group_id id of the group
 * @param group_counter_key key
 * @param group_counter_value how much
 */
export function TIMGroupIncreaseGroupCounter(
  group_id: string,
  group_counter_key: string,
  group_counter_value: number | bigint,
): Promise<GroupCounter[]> {
  return defaultPromises().TIMGroupIncreaseGroupCounter(group_id, group_counter_key, group_counter_value);
}

/**
 * Takes from a counter of a group; one that is not there counts as 0. Resolves with `GroupCounter[]`.
 *
 * Not in this version: after login it rejects with 7013.
 * @param group_id id of the group
 * @param group_counter_key key
 * @param group_counter_value how much
 */
export function TIMGroupDecreaseGroupCounter(
  group_id: string,
  group_counter_key: string,
  group_counter_value: number | bigint,
): Promise<GroupCounter[]> {
  return defaultPromises().TIMGroupDecreaseGroupCounter(group_id, group_counter_key, group_counter_value);
}

/**
 * Fetches the communities with topics that this account is in. Resolves with `GroupBaseInfo[]`.
 *
 * Not in this version: after login it rejects with 7013.
 */
export function TIMGroupGetJoinedCommunityList(): Promise<GroupBaseInfo[]> {
  return defaultPromises().TIMGroupGetJoinedCommunityList();
}

/**
 * Makes a topic in a community. Resolves with its id.
 *
 * Not in this version: after login it rejects with 7013.
 * @param group_id id of the community
 * @param json_topic_info a `TIMGroupTopicInfo`
 */
export function TIMGroupCreateTopicInCommunity(
  group_id: string,
  json_topic_info: Json<TIMGroupTopicInfo>,
): Promise<string> {
  return defaultPromises().TIMGroupCreateTopicInCommunity(group_id, json_topic_info);
}

/**
 * Deletes topics of a community. Resolves with `TIMGroupTopicOperationResult[]`.
 *
 * Not in this version: after login it rejects with 7013.
 * @param group_id id of the community
 * @param json_topic_id_array topic ids
 */
export function TIMGroupDeleteTopicFromCommunity(
  group_id: string,
  json_topic_id_array: Json<string[]>,
): Promise<TIMGroupTopicOperationResult[]> {
  return defaultPromises().TIMGroupDeleteTopicFromCommunity(group_id, json_topic_id_array);
}

/**
 * Changes a topic.
 *
 * Not in this version: after login it rejects with 7013.
 * @param json_topic_info a `TIMGroupTopicInfo` with `group_modify_info_param_modify_flag`
 */
export function TIMGroupSetTopicInfo(json_topic_info: Json<TIMGroupTopicInfo>): Promise<void> {
  return defaultPromises().TIMGroupSetTopicInfo(json_topic_info);
}

/**
 * Fetches topics of a community. Resolves with `TIMGroupTopicInfoResult[]`.
 *
 * Not in this version: after login it rejects with 7013.
 * @param group_id id of the community
 * @param json_topic_id_array topic ids; an empty list means all
 */
export function TIMGroupGetTopicInfoList(
  group_id: string,
  json_topic_id_array: Json<string[]>,
): Promise<TIMGroupTopicInfoResult[]> {
  return defaultPromises().TIMGroupGetTopicInfoList(group_id, json_topic_id_array);
}

/**
 * Fetches members of a group, page by page or by UserID. Resolves with `GroupGetMemberInfoListResult`.
 * @param json_group_getmeminfos_param a `GroupGetMemberInfoListParam`;
 * `group_get_members_info_list_param_group_id` must be there
 */
export function TIMGroupGetMemberInfoList(
  json_group_getmeminfos_param: Json<GroupGetMemberInfoListParam>,
): Promise<GroupGetMemberInfoListResult> {
  return defaultPromises().TIMGroupGetMemberInfoList(json_group_getmeminfos_param);
}

/**
 * Searches members of groups. Resolves with `GroupSearchGroupMembersResult[]`.
 *
 * Not in this version: after login it rejects with 7013.
 * @param json_group_search_group_members_param a `GroupMemberSearchParam` with up to five keywords
 */
export function TIMGroupSearchGroupMembers(
  json_group_search_group_members_param: Json<GroupMemberSearchParam>,
): Promise<GroupSearchGroupMembersResult[]> {
  return defaultPromises().TIMGroupSearchGroupMembers(json_group_search_group_members_param);
}

/**
 * Changes a member of a group: role, name card, mute.
 * @param json_group_modifymeminfo_param a `GroupModifyMemberInfoParam`; group id, UserID and
 * `group_modify_member_info_modify_flag` (`TIMGroupMemberModifyInfoFlag`, added up) must be there
 */
export function TIMGroupModifyMemberInfo(
  json_group_modifymeminfo_param: Json<GroupModifyMemberInfoParam>,
): Promise<void> {
  return defaultPromises().TIMGroupModifyMemberInfo(json_group_modifymeminfo_param);
}

/**
 * Invites users into a group; some kinds of group need their consent. Resolves with `GroupInviteMemberResult[]`.
 * @param json_group_invite_param a `GroupInviteMemberParam` with the group id and up to 20 UserIDs
 */
export function TIMGroupInviteMember(
  json_group_invite_param: Json<GroupInviteMemberParam>,
): Promise<GroupInviteMemberResult[]> {
  return defaultPromises().TIMGroupInviteMember(json_group_invite_param);
}

/**
 * Removes members from a group, as owner or administrator. Resolves with `GroupDeleteMemberResult[]`.
 * @param json_group_delete_param a `GroupDeleteMemberParam` with the group id and the UserIDs
 */
export function TIMGroupDeleteMember(
  json_group_delete_param: Json<GroupDeleteMemberParam>,
): Promise<GroupDeleteMemberResult[]> {
  return defaultPromises().TIMGroupDeleteMember(json_group_delete_param);
}

/**
 * Sets a mark on members of a live group or removes it, as its owner.
 *
 * Not in this version: after login it rejects with 7013.
 * @param group_id id of the group
 * @param member_array UserIDs
 * @param mark_type a number of the app's own, 1000 or more; ten in a group at most
 * @param enable_mark true to set
 */
export function TIMGroupMarkGroupMemberList(
  group_id: string,
  member_array: Json<string[]>,
  mark_type: number,
  enable_mark: boolean,
): Promise<void> {
  return defaultPromises().TIMGroupMarkGroupMemberList(group_id, member_array, mark_type, enable_mark);
}

/**
 * Fetches requests to come into the groups that this account leads, those that were decided included, the newest first.
 * Resolves with `GroupPendencyResult`.
 * @param json_group_getpendency_list_param a `GroupPendencyOption`: where to begin, and how many
 */
export function TIMGroupGetPendencyList(
  json_group_getpendency_list_param: Json<GroupPendencyOption>,
): Promise<GroupPendencyResult> {
  return defaultPromises().TIMGroupGetPendencyList(json_group_getpendency_list_param);
}

/**
 * Accepts or refuses such a request. Errors: 10007 not a leader of the group, 10014 the group is full, 10024 it was
 * decided already.
 * @param json_group_handle_pendency_param a `GroupHandlePendencyParam` with the `GroupPendency` that was fetched
 */
export function TIMGroupHandlePendency(
  json_group_handle_pendency_param: Json<GroupHandlePendencyParam>,
): Promise<void> {
  return defaultPromises().TIMGroupHandlePendency(json_group_handle_pendency_param);
}

/**
 * Marks such requests as read.
 * @param time_stamp up to this time, unix seconds
 */
export function TIMGroupReportPendencyReaded(time_stamp: number | bigint): Promise<void> {
  return defaultPromises().TIMGroupReportPendencyReaded(time_stamp);
}

/**
 * Makes a community with topics. Resolves with `CreateGroupResult` with its id.
 *
 * Not in this version: after login it rejects with 7013.
 * @param json_group_create_param a `CreateGroupParam` with name and `create_group_param_is_support_topic`
 */
export function TIMCommunityCreate(json_group_create_param: Json<CreateGroupParam>): Promise<CreateGroupResult> {
  return defaultPromises().TIMCommunityCreate(json_group_create_param);
}

/**
 * Fetches the communities that this account is in. Resolves with `GroupBaseInfo[]`.
 *
 * Not in this version: after login it rejects with 7013.
 */
export function TIMCommunityGetJoinedCommunityList(): Promise<GroupBaseInfo[]> {
  return defaultPromises().TIMCommunityGetJoinedCommunityList();
}

/**
 * Makes a topic. Resolves with its id.
 *
 * Not in this version: after login it rejects with 7013.
 * @param group_id id of the community
 * @param json_topic_info a `TopicInfo`
 */
export function TIMCommunityCreateTopicInCommunity(
  group_id: string,
  json_topic_info: Json<TopicInfo>,
): Promise<string> {
  return defaultPromises().TIMCommunityCreateTopicInCommunity(group_id, json_topic_info);
}

/**
 * Deletes topics. Resolves with `TopicOperationResult[]`.
 *
 * Not in this version: after login it rejects with 7013.
 * @param group_id id of the community
 * @param json_topic_id_array topic ids
 */
export function TIMCommunityDeleteTopicFromCommunity(
  group_id: string,
  json_topic_id_array: Json<string[]>,
): Promise<TopicOperationResult[]> {
  return defaultPromises().TIMCommunityDeleteTopicFromCommunity(group_id, json_topic_id_array);
}

/**
 * Changes a topic.
 *
 * Not in this version: after login it rejects with 7013.
 * @param json_topic_info a `TIMGroupTopicInfo` with `group_modify_info_param_modify_flag`
 */
export function TIMCommunitySetTopicInfo(json_topic_info: Json<TIMGroupTopicInfo>): Promise<void> {
  return defaultPromises().TIMCommunitySetTopicInfo(json_topic_info);
}

/**
 * Fetches topics. Resolves with `TopicInfoResult[]`.
 *
 * Not in this version: after login it rejects with 7013.
 * @param group_id id of the community
 * @param json_topic_id_array topic ids; an empty list means all
 */
export function TIMCommunityGetTopicInfoList(
  group_id: string,
  json_topic_id_array: Json<string[]>,
): Promise<TopicInfoResult[]> {
  return defaultPromises().TIMCommunityGetTopicInfoList(group_id, json_topic_id_array);
}

/**
 * Makes a permission group. Resolves with its id.
 *
 * Not in this version: after login it rejects with 7013.
 * @param json_permission_group_info a `PermissionGroupInfo` with the id of the community
 */
export function TIMCommunityCreatePermissionGroupInCommunity(
  json_permission_group_info: Json<PermissionGroupInfo>,
): Promise<string> {
  return defaultPromises().TIMCommunityCreatePermissionGroupInCommunity(json_permission_group_info);
}

/**
 * Deletes permission groups. Resolves with `PermissionGroupOperationResult[]`.
 *
 * Not in this version: after login it rejects with 7013.
 * @param group_id id of the community
 * @param json_permission_group_id_array permission group ids
 */
export function TIMCommunityDeletePermissionGroupFromCommunity(
  group_id: string,
  json_permission_group_id_array: Json<string[]>,
): Promise<PermissionGroupOperationResult[]> {
  return defaultPromises().TIMCommunityDeletePermissionGroupFromCommunity(group_id, json_permission_group_id_array);
}

/**
 * Changes a permission group.
 *
 * Not in this version: after login it rejects with 7013.
 * @param json_permission_group_info a `PermissionGroupInfo` with `permission_group_modify_info_flag`
 */
export function TIMCommunityModifyPermissionGroupInfoInCommunity(
  json_permission_group_info: Json<PermissionGroupInfo>,
): Promise<void> {
  return defaultPromises().TIMCommunityModifyPermissionGroupInfoInCommunity(json_permission_group_info);
}

/**
 * Fetches the permission groups that this account is in. Resolves with `PermissionGroupInfoResult[]`.
 *
 * Not in this version: after login it rejects with 7013.
 * @param group_id id of the community
 */
export function TIMCommunityGetJoinedPermissionGroupListInCommunity(
  group_id: string,
): Promise<PermissionGroupInfoResult[]> {
  return defaultPromises().TIMCommunityGetJoinedPermissionGroupListInCommunity(group_id);
}

/**
 * Fetches permission groups. Resolves with `PermissionGroupInfoResult[]`.
 *
 * Not in this version: after login it rejects with 7013.
 * @param group_id id of the community
 * @param json_permission_group_id_array permission group ids; null or empty means all
 */
export function TIMCommunityGetPermissionGroupListInCommunity(
  group_id: string,
  json_permission_group_id_array: Json<string[]> | null,
): Promise<PermissionGroupInfoResult[]> {
  return defaultPromises().TIMCommunityGetPermissionGroupListInCommunity(group_id, json_permission_group_id_array);
}

/**
 * Puts members into a permission group. Resolves with `PermissionGroupMemberOperationResult[]`.
 *
 * Not in this version: after login it rejects with 7013.
 * @param group_id id of the community
 * @param permission_group_id id of the permission group
 * @param json_member_id_array UserIDs
 */
export function TIMCommunityAddCommunityMembersToPermissionGroup(
  group_id: string,
  permission_group_id: string,
  json_member_id_array: Json<string[]>,
): Promise<PermissionGroupMemberOperationResult[]> {
  return defaultPromises().TIMCommunityAddCommunityMembersToPermissionGroup(
    group_id,
    permission_group_id,
    json_member_id_array,
  );
}

/**
 * Takes members out of a permission group. Resolves with `PermissionGroupMemberOperationResult[]`.
 *
 * Not in this version: after login it rejects with 7013.
 * @param group_id id of the community
 * @param permission_group_id id of the permission group
 * @param json_member_id_array UserIDs
 */
export function TIMCommunityRemoveCommunityMembersFromPermissionGroup(
  group_id: string,
  permission_group_id: string,
  json_member_id_array: Json<string[]>,
): Promise<PermissionGroupMemberOperationResult[]> {
  return defaultPromises().TIMCommunityRemoveCommunityMembersFromPermissionGroup(
    group_id,
    permission_group_id,
    json_member_id_array,
  );
}

/**
 * Fetches the members of a permission group, page by page. Resolves with `PermissionGroupMemberInfoResult`.
 *
 * Not in this version: after login it rejects with 7013.
 * @param group_id id of the community
 * @param permission_group_id id of the permission group
 * @param next_cursor empty, then what the callback has told
 */
export function TIMCommunityGetCommunityMemberListInPermissionGroup(
  group_id: string,
  permission_group_id: string,
  next_cursor: string,
): Promise<PermissionGroupMemberInfoResult> {
  return defaultPromises().TIMCommunityGetCommunityMemberListInPermissionGroup(
    group_id,
    permission_group_id,
    next_cursor,
  );
}

/**
 * Gives a permission group permissions on topics. Resolves with `TopicOperationResult[]`.
 *
 * Not in this version: after login it rejects with 7013.
 * @param group_id id of the community
 * @param permission_group_id id of the permission group
 * @param json_topic_permission_map `TopicPermissionMap[]`: topic ids with `V2TIMTopicPermissionValue`, added up
 */
export function TIMCommunityAddTopicPermissionToPermissionGroup(
  group_id: string,
  permission_group_id: string,
  json_topic_permission_map: Json<TopicPermissionMap[]> | null,
): Promise<TopicOperationResult[]> {
  return defaultPromises().TIMCommunityAddTopicPermissionToPermissionGroup(
    group_id,
    permission_group_id,
    json_topic_permission_map,
  );
}

/**
 * Takes a permission group all its permissions on topics. Resolves with `TopicOperationResult[]`.
 *
 * Not in this version: after login it rejects with 7013.
 * @param group_id id of the community
 * @param permission_group_id id of the permission group
 * @param json_topic_id_array topic ids
 */
export function TIMCommunityDeleteTopicPermissionFromPermissionGroup(
  group_id: string,
  permission_group_id: string,
  json_topic_id_array: Json<string[]> | null,
): Promise<TopicOperationResult[]> {
  return defaultPromises().TIMCommunityDeleteTopicPermissionFromPermissionGroup(
    group_id,
    permission_group_id,
    json_topic_id_array,
  );
}

/**
 * Changes permissions on topics. Resolves with `TopicOperationResult[]`.
 *
 * Not in this version: after login it rejects with 7013.
 * @param group_id id of the community
 * @param permission_group_id id of the permission group
 * @param json_topic_permission_map `TopicPermissionMap[]`: topic ids with `V2TIMTopicPermissionValue`, added up
 */
export function TIMCommunityModifyTopicPermissionInPermissionGroup(
  group_id: string,
  permission_group_id: string,
  json_topic_permission_map: Json<TopicPermissionMap[]> | null,
): Promise<TopicOperationResult[]> {
  return defaultPromises().TIMCommunityModifyTopicPermissionInPermissionGroup(
    group_id,
    permission_group_id,
    json_topic_permission_map,
  );
}

/**
 * Fetches the permissions of a permission group on topics. Resolves with `TopicPermissionResult[]`.
 *
 * Not in this version: after login it rejects with 7013.
 * @param group_id id of the community
 * @param permission_group_id id of the permission group
 * @param json_topic_id_array topic ids
 */
export function TIMCommunityGetTopicPermissionInPermissionGroup(
  group_id: string,
  permission_group_id: string,
  json_topic_id_array: Json<string[]> | null,
): Promise<TopicPermissionResult[]> {
  return defaultPromises().TIMCommunityGetTopicPermissionInPermissionGroup(
    group_id,
    permission_group_id,
    json_topic_id_array,
  );
}

/**
 * Fetches all friends. Resolves with `FriendProfile[]`.
 *
 * Not in this version: after login it rejects with 7013.
 */
export function TIMFriendshipGetFriendProfileList(): Promise<FriendProfile[]> {
  return defaultPromises().TIMFriendshipGetFriendProfileList();
}

/**
 * Fetches what is known about some users as friends. Resolves with `FriendInfoGetResult[]`.
 *
 * Not in this version: after login it rejects with 7013.
 * @param friend_id_list UserIDs
 */
export function TIMFriendshipGetFriendsInfo(friend_id_list: Json<string[]>): Promise<FriendInfoGetResult[]> {
  return defaultPromises().TIMFriendshipGetFriendsInfo(friend_id_list);
}

/**
 * Changes what this account keeps about a friend: remark, groups, custom fields.
 *
 * Not in this version: after login it rejects with 7013.
 * @param json_modify_friend_info_param a `FriendshipModifyFriendProfileParam`: UserID and `FriendProfileItem`
 */
export function TIMFriendshipModifyFriendProfile(
  json_modify_friend_info_param: Json<FriendshipModifyFriendProfileParam>,
): Promise<void> {
  return defaultPromises().TIMFriendshipModifyFriendProfile(json_modify_friend_info_param);
}

/**
 * Searches the friends. Resolves with `FriendProfile[]`.
 *
 * Not in this version: after login it rejects with 7013.
 * @param json_search_friends_param a `FriendSearchParam`: keywords, and where to look for them
 */
export function TIMFriendshipSearchFriends(
  json_search_friends_param: Json<FriendSearchParam>,
): Promise<FriendProfile[]> {
  return defaultPromises().TIMFriendshipSearchFriends(json_search_friends_param);
}

/**
 * Adds a friend, or asks where the other one wants to be asked. Resolves with `FriendResult`.
 *
 * Not in this version: after login it rejects with 7013.
 * @param json_add_friend_param a `FriendshipAddFriendParam`
 */
export function TIMFriendshipAddFriend(json_add_friend_param: Json<FriendshipAddFriendParam>): Promise<FriendResult> {
  return defaultPromises().TIMFriendshipAddFriend(json_add_friend_param);
}

/**
 * Removes friends, on one side or on both. Resolves with `FriendResult[]`.
 *
 * Not in this version: after login it rejects with 7013.
 * @param json_delete_friend_param a `FriendshipDeleteFriendParam`
 */
export function TIMFriendshipDeleteFriend(
  json_delete_friend_param: Json<FriendshipDeleteFriendParam>,
): Promise<FriendResult[]> {
  return defaultPromises().TIMFriendshipDeleteFriend(json_delete_friend_param);
}

/**
 * Tells who is whose friend. Resolves with `FriendshipCheckFriendTypeResult[]`.
 *
 * Not in this version: after login it rejects with 7013.
 * @param json_check_friend_list_param a `FriendshipCheckFriendTypeParam`
 */
export function TIMFriendshipCheckFriendType(
  json_check_friend_list_param: Json<FriendshipCheckFriendTypeParam>,
): Promise<FriendshipCheckFriendTypeResult[]> {
  return defaultPromises().TIMFriendshipCheckFriendType(json_check_friend_list_param);
}

/**
 * Fetches requests to become friends that nobody has answered. Resolves with `PendencyPage`.
 *
 * Not in this version: after login it rejects with 7013.
 * @param json_get_pendency_list_param a `FriendshipGetPendencyListParam`
 */
export function TIMFriendshipGetPendencyList(
  json_get_pendency_list_param: Json<FriendshipGetPendencyListParam>,
): Promise<PendencyPage> {
  return defaultPromises().TIMFriendshipGetPendencyList(json_get_pendency_list_param);
}

/**
 * Accepts or refuses a request. Resolves with `FriendResult`.
 *
 * Not in this version: after login it rejects with 7013.
 * @param json_handle_friend_add_param a `FriendResponse`; UserID and action must be there
 */
export function TIMFriendshipHandleFriendAddRequest(
  json_handle_friend_add_param: Json<FriendResponse>,
): Promise<FriendResult> {
  return defaultPromises().TIMFriendshipHandleFriendAddRequest(json_handle_friend_add_param);
}

/**
 * Marks requests as read.
 *
 * Not in this version: after login it rejects with 7013.
 * @param time_stamp up to this time, unix seconds; 0 means now
 */
export function TIMFriendshipReportPendencyReaded(time_stamp: number | bigint): Promise<void> {
  return defaultPromises().TIMFriendshipReportPendencyReaded(time_stamp);
}

/**
 * Deletes requests. Resolves with `FriendResult[]`.
 *
 * Not in this version: after login it rejects with 7013.
 * @param json_delete_pendency_param a `FriendshipDeletePendencyParam`
 */
export function TIMFriendshipDeletePendency(
  json_delete_pendency_param: Json<FriendshipDeletePendencyParam>,
): Promise<FriendResult[]> {
  return defaultPromises().TIMFriendshipDeletePendency(json_delete_pendency_param);
}

/**
 * Fetches the black list. Resolves with `FriendProfile[]`.
 *
 * Not in this version: after login it rejects with 7013.
 */
export function TIMFriendshipGetBlackList(): Promise<FriendProfile[]> {
  return defaultPromises().TIMFriendshipGetBlackList();
}

/**
 * Puts users on the black list. Resolves with `FriendResult[]`.
 *
 * Not in this version: after login it rejects with 7013.
 * @param json_add_to_blacklist_param UserIDs
 */
export function TIMFriendshipAddToBlackList(json_add_to_blacklist_param: Json<string[]>): Promise<FriendResult[]> {
  return defaultPromises().TIMFriendshipAddToBlackList(json_add_to_blacklist_param);
}

/**
 * Takes users off the black list. Resolves with `FriendResult[]`.
 *
 * Not in this version: after login it rejects with 7013.
 * @param json_delete_from_blacklist_param UserIDs
 */
export function TIMFriendshipDeleteFromBlackList(
  json_delete_from_blacklist_param: Json<string[]>,
): Promise<FriendResult[]> {
  return defaultPromises().TIMFriendshipDeleteFromBlackList(json_delete_from_blacklist_param);
}

/**
 * Makes groups of friends. Resolves with `FriendResult[]`.
 *
 * Not in this version: after login it rejects with 7013.
 * @param json_create_friend_group_param a `CreateFriendGroupParam`: names, and the friends to put into them
 */
export function TIMFriendshipCreateFriendGroup(
  json_create_friend_group_param: Json<CreateFriendGroupParam>,
): Promise<FriendResult[]> {
  return defaultPromises().TIMFriendshipCreateFriendGroup(json_create_friend_group_param);
}

/**
 * Fetches groups of friends. Resolves with `FriendGroupInfo[]`.
 *
 * Not in this version: after login it rejects with 7013.
 * @param json_get_friend_group_list_param names; an empty list means all
 */
export function TIMFriendshipGetFriendGroupList(
  json_get_friend_group_list_param: Json<string[]>,
): Promise<FriendGroupInfo[]> {
  return defaultPromises().TIMFriendshipGetFriendGroupList(json_get_friend_group_list_param);
}

/**
 * Deletes groups of friends; the friends stay.
 *
 * Not in this version: after login it rejects with 7013.
 * @param json_delete_friend_group_param names
 */
export function TIMFriendshipDeleteFriendGroup(json_delete_friend_group_param: Json<string[]>): Promise<void> {
  return defaultPromises().TIMFriendshipDeleteFriendGroup(json_delete_friend_group_param);
}

/**
 * Renames a group of friends, or changes who is in it. Resolves with `FriendResult[]`.
 *
 * Not in this version: after login it rejects with 7013.
 * @param json_modify_friend_group_param a `FriendshipModifyFriendGroupParam`
 */
export function TIMFriendshipModifyFriendGroup(
  json_modify_friend_group_param: Json<FriendshipModifyFriendGroupParam>,
): Promise<FriendResult[]> {
  return defaultPromises().TIMFriendshipModifyFriendGroup(json_modify_friend_group_param);
}

/**
 * Subscribes to an official account.
 *
 * Not in this version: after login it rejects with 7013.
 * @param official_account_id its id
 */
export function TIMSubscribeOfficialAccount(official_account_id: string): Promise<void> {
  return defaultPromises().TIMSubscribeOfficialAccount(official_account_id);
}

/**
 * Ends the subscription to an official account.
 *
 * Not in this version: after login it rejects with 7013.
 * @param unsubscribe_official_account_id its id
 */
export function TIMUnsubscribeOfficialAccount(unsubscribe_official_account_id: string): Promise<void> {
  return defaultPromises().TIMUnsubscribeOfficialAccount(unsubscribe_official_account_id);
}

/**
 * Fetches official accounts. Resolves with `GetOfficialAccountInfoResult[]`.
 *
 * Not in this version: after login it rejects with 7013.
 * @param json_official_account_id_list ids; null or empty means all that this account has subscribed to
 */
export function TIMGetOfficialAccountsInfo(
  json_official_account_id_list: Json<string[]> | null,
): Promise<GetOfficialAccountInfoResult[]> {
  return defaultPromises().TIMGetOfficialAccountsInfo(json_official_account_id_list);
}

/**
 * Follows users. Resolves with `FollowOperationResult[]`.
 *
 * Not in this version: after login it rejects with 7013.
 * @param json_user_id_list UserIDs, at most 20
 */
export function TIMFollowUser(json_user_id_list: Json<string[]>): Promise<FollowOperationResult[]> {
  return defaultPromises().TIMFollowUser(json_user_id_list);
}

/**
 * Stops following users. Resolves with `FollowOperationResult[]`.
 *
 * Not in this version: after login it rejects with 7013.
 * @param json_user_id_list UserIDs, at most 20
 */
export function TIMUnfollowUser(json_user_id_list: Json<string[]>): Promise<FollowOperationResult[]> {
  return defaultPromises().TIMUnfollowUser(json_user_id_list);
}

/**
 * Fetches whom this account follows, page by page. Resolves with `FollowListResult`.
 *
 * Not in this version: after login it rejects with 7013.
 * @param next_cursor null or empty, then what the callback has told
 */
export function TIMGetMyFollowingList(next_cursor: string | null): Promise<FollowListResult> {
  return defaultPromises().TIMGetMyFollowingList(next_cursor);
}

/**
 * Fetches who follows this account, page by page. Resolves with `FollowListResult`.
 *
 * Not in this version: after login it rejects with 7013.
 * @param next_cursor null or empty, then what the callback has told
 */
export function TIMGetMyFollowersList(next_cursor: string | null): Promise<FollowListResult> {
  return defaultPromises().TIMGetMyFollowersList(next_cursor);
}

/**
 * Fetches who follows this account and is followed by it, page by page. Resolves with `FollowListResult`.
 *
 * Not in this version: after login it rejects with 7013.
 * @param next_cursor null or empty, then what the callback has told
 */
export function TIMGetMutualFollowersList(next_cursor: string | null): Promise<FollowListResult> {
  return defaultPromises().TIMGetMutualFollowersList(next_cursor);
}

/**
 * Counts followers of users and whom they follow. Resolves with `FollowInfo[]`.
 *
 * Not in this version: after login it rejects with 7013.
 * @param json_user_id_list UserIDs
 */
export function TIMGetUserFollowInfo(json_user_id_list: Json<string[]>): Promise<FollowInfo[]> {
  return defaultPromises().TIMGetUserFollowInfo(json_user_id_list);
}

/**
 * Tells who follows whom, between this account and others. Resolves with `FollowTypeCheckResult[]`.
 *
 * Not in this version: after login it rejects with 7013.
 * @param json_user_id_list UserIDs
 */
export function TIMCheckFollowType(json_user_id_list: Json<string[]>): Promise<FollowTypeCheckResult[]> {
  return defaultPromises().TIMCheckFollowType(json_user_id_list);
}

/**
 * Tells under which token this device can be reached; null ends that.
 *
 * Not in this version: after login it rejects with 7013.
 * @param json_token an `OfflinePushToken`
 */
export function TIMMsgSetOfflinePushToken(json_token: Json<OfflinePushToken> | null): Promise<void> {
  return defaultPromises().TIMMsgSetOfflinePushToken(json_token);
}

/**
 * The app has gone to the background: notifications begin.
 *
 * Not in this version: after login it rejects with 7013.
 * @param unread_count number for the badge of the app
 */
export function TIMMsgDoBackground(unread_count: number): Promise<void> {
  return defaultPromises().TIMMsgDoBackground(unread_count);
}

/**
 * The app has come to the foreground: notifications end.
 *
 * Not in this version: after login it rejects with 7013.
 */
export function TIMMsgDoForeground(): Promise<void> {
  return defaultPromises().TIMMsgDoForeground();
}

/**
 * Invites one user.
 *
 * Not in this version: after login it rejects with 7013.
 *
 * Resolves with the invite id.
 * @param invitee UserID
 * @param data the app's own; may be empty
 * @param online_user_only true when nobody else need hear of it and nothing need be kept
 * @param json_offline_push_info an `OfflinePushConfig` for phones; may be null
 * @param timeout seconds; 0 means no end
 */
export function TIMSignalingInvite(
  invitee: string,
  data: string,
  online_user_only: boolean,
  json_offline_push_info: Json<OfflinePushConfig> | null,
  timeout: number,
): Promise<string> {
  return defaultPromises().TIMSignalingInvite(invitee, data, online_user_only, json_offline_push_info, timeout);
}

/**
 * Invites members of a group.
 *
 * Not in this version: after login it rejects with 7013.
 *
 * Resolves with the invite id.
 * @param group_id id of the group
 * @param json_invitee_array UserIDs
 * @param data the app's own; may be empty
 * @param online_user_only true when nobody else need hear of it and nothing need be kept
 * @param timeout seconds; 0 means no end
 */
export function TIMSignalingInviteInGroup(
  group_id: string,
  json_invitee_array: Json<string[]>,
  data: string,
  online_user_only: boolean,
  timeout: number,
): Promise<string> {
  return defaultPromises().TIMSignalingInviteInGroup(group_id, json_invitee_array, data, online_user_only, timeout);
}

/**
 * Calls one's own invitation off, while somebody has not answered yet. Errors: 8010 it is not there any more.
 *
 * Not in this version: after login it rejects with 7013.
 * @param invite_id id of the invitation
 * @param data the app's own; may be empty
 */
export function TIMSignalingCancel(invite_id: string, data: string): Promise<void> {
  return defaultPromises().TIMSignalingCancel(invite_id, data);
}

/**
 * Accepts an invitation. Errors: 8010 it is not there any more.
 *
 * Not in this version: after login it rejects with 7013.
 * @param invite_id id of the invitation
 * @param data the app's own; may be empty
 */
export function TIMSignalingAccept(invite_id: string, data: string): Promise<void> {
  return defaultPromises().TIMSignalingAccept(invite_id, data);
}

/**
 * Refuses an invitation. Errors: 8010 it is not there any more.
 *
 * Not in this version: after login it rejects with 7013.
 * @param invite_id id of the invitation
 * @param data the app's own; may be empty
 */
export function TIMSignalingReject(invite_id: string, data: string): Promise<void> {
  return defaultPromises().TIMSignalingReject(invite_id, data);
}

/**
 * Tells whether a message is part of an invitation, and of which. Resolves with `SignalingInfo`; for any other
 * message error 6017, and `null`.
 * @param json_msg a `Message`
 */
export function TIMGetSignalingInfo(json_msg: Json<Message>): Promise<SignalingInfo> {
  return defaultPromises().TIMGetSignalingInfo(json_msg);
}

/**
 * Changes the data of an invitation. Errors: 8010 it is not there any more.
 *
 * Not in this version: after login it rejects with 7013.
 * @param invite_id id of the invitation
 * @param data the app's own
 */
export function TIMSignalingModifyInvitation(invite_id: string, data: string): Promise<void> {
  return defaultPromises().TIMSignalingModifyInvitation(invite_id, data);
}

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
 */
export function callExperimentalAPI(json_param: Json<RequestParam>): Promise<unknown> {
  return defaultPromises().callExperimentalAPI(json_param);
}
