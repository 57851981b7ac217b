// Made by `npm run generate`. Do not edit.
import type { SdkConfig } from '../../core/options.js';
import type {
  TIMCommCallback,
  TIMCommunityAddMembersToPermissionGroupCallback,
  TIMCommunityAddTopicPermissionCallback,
  TIMCommunityChangePermissionGroupInfoCallback,
  TIMCommunityChangeTopicInfoCallback,
  TIMCommunityCreatePermissionGroupCallback,
  TIMCommunityCreateTopicCallback,
  TIMCommunityDeletePermissionGroupCallback,
  TIMCommunityDeleteTopicCallback,
  TIMCommunityDeleteTopicPermissionCallback,
  TIMCommunityModifyTopicPermissionCallback,
  TIMCommunityReceiveTopicRESTCustomDataCallback,
  TIMCommunityRemoveMembersFromPermissionGroupCallback,
  TIMConvConversationGroupCreatedCallback,
  TIMConvConversationGroupDeletedCallback,
  TIMConvConversationGroupNameChangedCallback,
  TIMConvConversationsAddedToGroupCallback,
  TIMConvConversationsDeletedFromGroupCallback,
  TIMConvEventCallback,
  TIMConvTotalUnreadMessageCountChangedByFilterCallback,
  TIMConvTotalUnreadMessageCountChangedCallback,
  TIMExperimentalNotifyCallback,
  TIMFriendAddRequestCallback,
  TIMFriendApplicationListDeletedCallback,
  TIMFriendApplicationListReadCallback,
  TIMFriendBlackListAddedCallback,
  TIMFriendBlackListDeletedCallback,
  TIMFriendGroupCreatedCallback,
  TIMFriendGroupDeletedCallback,
  TIMFriendGroupNameChangedCallback,
  TIMFriendsAddedToGroupCallback,
  TIMFriendsDeletedFromGroupCallback,
  TIMGroupAttributeChangedCallback,
  TIMGroupCounterChangedCallback,
  TIMGroupTipsEventCallback,
  TIMGroupTopicChangedCallback,
  TIMGroupTopicCreatedCallback,
  TIMGroupTopicDeletedCallback,
  TIMKickedOfflineCallback,
  TIMLogCallback,
  TIMMsgAllMessageReceiveOptionCallback,
  TIMMsgElemUploadProgressCallback,
  TIMMsgExtensionsChangedCallback,
  TIMMsgExtensionsDeletedCallback,
  TIMMsgGroupMessageReadMemberListCallback,
  TIMMsgGroupPinnedMessageChangedCallback,
  TIMMsgReactionsChangedCallback,
  TIMMsgReadedReceiptCallback,
  TIMMsgRevokeCallback,
  TIMMsgUpdateCallback,
  TIMMutualFollowersListChangedCallback,
  TIMMyFollowersListChangedCallback,
  TIMMyFollowingListChangedCallback,
  TIMNetworkStatusListenerCallback,
  TIMOfficialAccountDeletedCallback,
  TIMOfficialAccountInfoChangedCallback,
  TIMOfficialAccountSubscribedCallback,
  TIMOfficialAccountUnsubscribedCallback,
  TIMOnAddFriendCallback,
  TIMOnDeleteFriendCallback,
  TIMRecvNewMsgCallback,
  TIMSelfInfoUpdatedCallback,
  TIMSignalingInvitationCancelledCallback,
  TIMSignalingInvitationModifiedCallback,
  TIMSignalingInvitationTimeoutCallback,
  TIMSignalingInviteeAcceptedCallback,
  TIMSignalingInviteeRejectedCallback,
  TIMSignalingReceiveNewInvitationCallback,
  TIMUpdateFriendProfileCallback,
  TIMUserInfoChangedCallback,
  TIMUserSigExpiredCallback,
  TIMUserStatusChangedCallback,
} from './callbacks.js';
import type {
  TIMConvType,
  TIMGroupMessageReadMembersFilter,
  TIMLoginStatus,
  TIMReceiveMessageOpt,
  TIMResult,
} from './enums.js';
import type {
  CreateFriendGroupParam,
  CreateGroupParam,
  DownloadElemParam,
  Draft,
  FriendResponse,
  FriendSearchParam,
  FriendShipGetProfileListParam,
  FriendshipAddFriendParam,
  FriendshipCheckFriendTypeParam,
  FriendshipDeleteFriendParam,
  FriendshipDeletePendencyParam,
  FriendshipGetPendencyListParam,
  FriendshipModifyFriendGroupParam,
  FriendshipModifyFriendProfileParam,
  GetConversationListParam,
  GroupAttributes,
  GroupCounter,
  GroupDeleteMemberParam,
  GroupGetMemberInfoListParam,
  GroupHandlePendencyParam,
  GroupInviteMemberParam,
  GroupMemberSearchParam,
  GroupModifyInfoParam,
  GroupModifyMemberInfoParam,
  GroupPendencyOption,
  GroupSearchParam,
  Message,
  MessageExtension,
  MessageSearchParam,
  MsgBatchSendParam,
  MsgDeleteParam,
  MsgGetMsgListParam,
  MsgLocator,
  OfflinePushConfig,
  OfflinePushToken,
  PermissionGroupInfo,
  RequestParam,
  SetConfig,
  TIMConversationListFilter,
  TIMGroupTopicInfo,
  TIMUserStatus,
  TopicInfo,
  TopicPermissionMap,
  UserProfileItem,
} from './structs.js';
import type { Json } from '../params.js';
import type { OutBuffer } from '../string-builder.js';
import { defaultClient } from '../client.js';

/**
 * Sets the callback for the state of the connection to the server.
 * @param cb gets a `TIMNetworkStatus`; for a failure `code` and `desc` say why
 */
export function TIMSetNetworkStatusListenerCallback(
  cb: TIMNetworkStatusListenerCallback | null,
  user_data?: unknown,
): void {
  defaultClient().TIMSetNetworkStatusListenerCallback(cb, user_data);
}

/**
 * Sets the callback for being kicked: another instance took the place, or an administrator ended the session.
 * Afterwards nobody is logged in, and the SDK does not come back by itself.
 * @param cb gets the reason as an extra last argument
 */
export function TIMSetKickedOfflineCallback(cb: TIMKickedOfflineCallback | null, user_data?: unknown): void {
  defaultClient().TIMSetKickedOfflineCallback(cb, user_data);
}

/** Sets the callback for the end of the UserSig. Fetch a new one from your backend and log in with it. */
export function TIMSetUserSigExpiredCallback(cb: TIMUserSigExpiredCallback | null, user_data?: unknown): void {
  defaultClient().TIMSetUserSigExpiredCallback(cb, user_data);
}

/**
 * Sets the callback for changes of one's own profile, by another instance or by a backend.
 *
 * Not in this version: nothing calls it.
 * @param cb gets a `UserProfile`
 */
export function TIMSetSelfInfoUpdatedCallback(cb: TIMSelfInfoUpdatedCallback | null, user_data?: unknown): void {
  defaultClient().TIMSetSelfInfoUpdatedCallback(cb, user_data);
}

/**
 * Sets the callback for users that come online or go, or change their own status: those subscribed to.
 *
 * Not in this version: nothing calls it.
 * @param cb gets a JSON array of `TIMUserStatus`
 */
export function TIMSetUserStatusChangedCallback(cb: TIMUserStatusChangedCallback | null, user_data?: unknown): void {
  defaultClient().TIMSetUserStatusChangedCallback(cb, user_data);
}

/**
 * Sets the callback for profile changes of users subscribed to, other than friends.
 *
 * Not in this version: nothing calls it.
 * @param cb gets a JSON array of `UserProfile`
 */
export function TIMSetUserInfoChangedCallback(cb: TIMUserInfoChangedCallback | null, user_data?: unknown): void {
  defaultClient().TIMSetUserInfoChangedCallback(cb, user_data);
}

/**
 * Sets the callback that receives the SDK's log lines; TIMSetConfig says from which level on. Secrets are never in them.
 * @param cb gets the `TIMLogLevel` and the line
 */
export function TIMSetLogCallback(cb: TIMLogCallback | null, user_data?: unknown): void {
  defaultClient().TIMSetLogCallback(cb, user_data);
}

/**
 * Begins: reads the settings and connects in the background. Calling it again without TIMUninit changes nothing.
 * @param sdk_app_id the app's SDKAppID, not 0
 * @param json_sdk_config settings, see {@link SdkConfig}; null means defaults
 * @returns `TIM_ERR_PARAM` for a setting that cannot be used (the log says which), `TIM_ERR_JSON` for broken JSON
 */
export function TIMInit(sdk_app_id: number | bigint, json_sdk_config?: Json<SdkConfig> | null): TIMResult {
  return defaultClient().TIMInit(sdk_app_id, json_sdk_config);
}

/** Ends: closes the connection. Calls that still wait get 7009. Timers and sockets are gone afterwards. */
export function TIMUninit(): TIMResult {
  return defaultClient().TIMUninit();
}

/** The version of tim-node. */
export function TIMGetSDKVersion(): string {
  return defaultClient().TIMGetSDKVersion();
}

/** Server time in unix seconds; the local time until the server has been heard. */
export function TIMGetServerTime(): number {
  return defaultClient().TIMGetServerTime();
}

/**
 * Changes settings at run time: log levels, console log, HTTP and SOCKS5 proxies. Callback: the same `SetConfig`.
 *
 * In this version: `set_config_log_level`, `set_config_callback_log_level`, `set_config_is_log_output_console`,
 * `set_config_http_proxy_info`, `set_config_socks5_proxy_info` and, in `set_config_user_config`,
 * `user_config_is_is_disable_storage`, which counts from the next login on; other keys are accepted without effect.
 * @param json_config a `SetConfig`; keys that are not there stay as they are
 */
export function TIMSetConfig(
  json_config: Json<SetConfig>,
  cb?: TIMCommCallback | null,
  user_data?: unknown,
): TIMResult {
  return defaultClient().TIMSetConfig(json_config, cb, user_data);
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
export function TIMLogin(
  user_id: string,
  user_sig: string,
  cb?: TIMCommCallback | null,
  user_data?: unknown,
): TIMResult {
  return defaultClient().TIMLogin(user_id, user_sig, cb, user_data);
}

/** Logs out. Other instances of the account go on. Calls that still wait get 6014, a running login 6023. */
export function TIMLogout(cb?: TIMCommCallback | null, user_data?: unknown): TIMResult {
  return defaultClient().TIMLogout(cb, user_data);
}

/**
 * Tells who is logged in.
 * @param user_id_buffer receives the UserID, or the empty text when nobody is logged in; a StringBuilder, or at
 * least 33 bytes
 */
export function TIMGetLoginUserID(user_id_buffer: OutBuffer | null): TIMResult {
  return defaultClient().TIMGetLoginUserID(user_id_buffer);
}

/** Tells the `TIMLoginStatus`: logged in, logging in, logged out, logging out. */
export function TIMGetLoginStatus(): TIMLoginStatus {
  return defaultClient().TIMGetLoginStatus();
}

/**
 * Fetches profiles of users, one's own included. Callback: `UserProfile[]`.
 *
 * Not in this version: after login the callback gets 7013.
 * @param json_get_user_profile_list_param a `FriendShipGetProfileListParam`
 */
export function TIMProfileGetUserProfileList(
  json_get_user_profile_list_param: Json<FriendShipGetProfileListParam>,
  cb?: TIMCommCallback | null,
  user_data?: unknown,
): TIMResult {
  return defaultClient().TIMProfileGetUserProfileList(json_get_user_profile_list_param, cb, user_data);
}

/**
 * Changes fields of one's own profile.
 *
 * Not in this version: after login the callback gets 7013.
 * @param json_modify_self_user_profile_param a `UserProfileItem` with the fields to change; keys of custom fields may
 * leave `Tag_Profile_Custom_` out
 */
export function TIMProfileModifySelfUserProfile(
  json_modify_self_user_profile_param: Json<UserProfileItem>,
  cb?: TIMCommCallback | null,
  user_data?: unknown,
): TIMResult {
  return defaultClient().TIMProfileModifySelfUserProfile(json_modify_self_user_profile_param, cb, user_data);
}

/**
 * Asks to be told of profile changes of users, by TIMSetUserInfoChangedCallback. Of friends one is told anyway.
 *
 * Not in this version: after login the callback gets 7013.
 * @param json_user_id_list UserIDs; of more than 200 the oldest are dropped
 */
export function TIMSubscribeUserInfo(
  json_user_id_list: Json<string[]>,
  cb?: TIMCommCallback | null,
  user_data?: unknown,
): TIMResult {
  return defaultClient().TIMSubscribeUserInfo(json_user_id_list, cb, user_data);
}

/**
 * Ends such wishes.
 *
 * Not in this version: after login the callback gets 7013.
 * @param json_user_id_list UserIDs; null or empty means all
 */
export function TIMUnsubscribeUserInfo(
  json_user_id_list: Json<string[]> | null,
  cb?: TIMCommCallback | null,
  user_data?: unknown,
): TIMResult {
  return defaultClient().TIMUnsubscribeUserInfo(json_user_id_list, cb, user_data);
}

/**
 * Fetches whether users are online, and their own status. Callback: `TIMUserStatus[]`.
 *
 * Not in this version: after login the callback gets 7013.
 * @param json_identifier_array UserIDs
 */
export function TIMGetUserStatus(
  json_identifier_array: Json<string[]>,
  cb?: TIMCommCallback | null,
  user_data?: unknown,
): TIMResult {
  return defaultClient().TIMGetUserStatus(json_identifier_array, cb, user_data);
}

/**
 * Sets one's own status, such as "at lunch".
 *
 * Not in this version: after login the callback gets 7013.
 * @param json_current_user_status a `TIMUserStatus` with `user_status_custom_status`
 */
export function TIMSetSelfStatus(
  json_current_user_status: Json<TIMUserStatus>,
  cb?: TIMCommCallback | null,
  user_data?: unknown,
): TIMResult {
  return defaultClient().TIMSetSelfStatus(json_current_user_status, cb, user_data);
}

/**
 * Asks to be told when users come online or go, by TIMSetUserStatusChangedCallback.
 *
 * Not in this version: after login the callback gets 7013.
 * @param json_identifier_array UserIDs; of more than 200 the oldest are dropped
 */
export function TIMSubscribeUserStatus(
  json_identifier_array: Json<string[]>,
  cb?: TIMCommCallback | null,
  user_data?: unknown,
): TIMResult {
  return defaultClient().TIMSubscribeUserStatus(json_identifier_array, cb, user_data);
}

/**
 * Ends such wishes.
 *
 * Not in this version: after login the callback gets 7013.
 * @param json_identifier_array UserIDs; null or empty means all
 */
export function TIMUnsubscribeUserStatus(
  json_identifier_array: Json<string[]> | null,
  cb?: TIMCommCallback | null,
  user_data?: unknown,
): TIMResult {
  return defaultClient().TIMUnsubscribeUserStatus(json_identifier_array, cb, user_data);
}

/**
 * Adds a callback for new messages, those that other instances of this account have sent included. Any number of
 * callbacks can be added; each gets every message exactly once and in order, also after a lost connection.
 * @param cb gets a JSON array of `Message`; the same function again only changes its user data; null removes all
 */
export function TIMAddRecvNewMsgCallback(cb: TIMRecvNewMsgCallback | null, user_data?: unknown): void {
  defaultClient().TIMAddRecvNewMsgCallback(cb, user_data);
}

/**
 * Removes a callback for new messages.
 * @param cb the function that was added
 */
export function TIMRemoveRecvNewMsgCallback(cb: TIMRecvNewMsgCallback | null): void {
  defaultClient().TIMRemoveRecvNewMsgCallback(cb);
}

/**
 * Sets the callback for the progress of uploads: images, sounds, files and videos of messages on their way out.
 * @param cb gets the `Message`, the place of the element in it, and how many bytes of how many have been sent
 */
export function TIMSetMsgElemUploadProgressCallback(
  cb: TIMMsgElemUploadProgressCallback | null,
  user_data?: unknown,
): void {
  defaultClient().TIMSetMsgElemUploadProgressCallback(cb, user_data);
}

/**
 * Sets the callback for receipts: somebody has read messages that this account has sent.
 * @param cb gets a JSON array of `MessageReceipt`
 */
export function TIMSetMsgReadedReceiptCallback(cb: TIMMsgReadedReceiptCallback | null, user_data?: unknown): void {
  defaultClient().TIMSetMsgReadedReceiptCallback(cb, user_data);
}

/**
 * Sets the callback for messages that their sender, or an administrator of the group, has taken back.
 * @param cb gets a JSON array of `MsgLocator`
 */
export function TIMSetMsgRevokeCallback(cb: TIMMsgRevokeCallback | null, user_data?: unknown): void {
  defaultClient().TIMSetMsgRevokeCallback(cb, user_data);
}

/**
 * Sets the callback for messages whose content was changed after they were sent.
 * @param cb gets a JSON array of `Message`
 */
export function TIMSetMsgUpdateCallback(cb: TIMMsgUpdateCallback | null, user_data?: unknown): void {
  defaultClient().TIMSetMsgUpdateCallback(cb, user_data);
}

/**
 * Sets the callback for new and changed extensions of a message.
 * @param cb gets the message id and a JSON array of `MessageExtension`
 */
export function TIMSetMsgExtensionsChangedCallback(
  cb: TIMMsgExtensionsChangedCallback | null,
  user_data?: unknown,
): void {
  defaultClient().TIMSetMsgExtensionsChangedCallback(cb, user_data);
}

/**
 * Sets the callback for extensions that were removed from a message.
 * @param cb gets the message id and a JSON array of `MessageExtension` with nothing but the keys
 */
export function TIMSetMsgExtensionsDeletedCallback(
  cb: TIMMsgExtensionsDeletedCallback | null,
  user_data?: unknown,
): void {
  defaultClient().TIMSetMsgExtensionsDeletedCallback(cb, user_data);
}

/**
 * Sets the callback for changed reactions to messages.
 * @param cb gets a JSON array of `MessageReactionChangeInfo`
 */
export function TIMSetMsgReactionsChangedCallback(
  cb: TIMMsgReactionsChangedCallback | null,
  user_data?: unknown,
): void {
  defaultClient().TIMSetMsgReactionsChangedCallback(cb, user_data);
}

/**
 * Sets the callback for a changed setting of do-not-disturb for the whole account.
 * @param cb gets a `TIMReceiveMessageOptInfo`
 */
export function TIMSetMsgAllMessageReceiveOptionCallback(
  cb: TIMMsgAllMessageReceiveOptionCallback | null,
  user_data?: unknown,
): void {
  defaultClient().TIMSetMsgAllMessageReceiveOptionCallback(cb, user_data);
}

/**
 * Sets the callback for messages that were pinned or unpinned in a group.
 * @param cb gets the group id, the `Message`, whether it is pinned now, and who did it
 */
export function TIMSetMsgGroupPinnedMessageChangedCallback(
  cb: TIMMsgGroupPinnedMessageChangedCallback | null,
  user_data?: unknown,
): void {
  defaultClient().TIMSetMsgGroupPinnedMessageChangedCallback(cb, user_data);
}

/**
 * Sends a message. Callback: the `Message`, on success with `message_seq`, `message_server_time` and
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
 * @param message_id_buffer receives the id of the message before the call returns; 128 bytes are enough
 */
export function TIMMsgSendMessage(
  conv_id: string,
  conv_type: TIMConvType,
  json_msg_param: Json<Message>,
  message_id_buffer: OutBuffer | null,
  cb?: TIMCommCallback | null,
  user_data?: unknown,
): TIMResult {
  return defaultClient().TIMMsgSendMessage(conv_id, conv_type, json_msg_param, message_id_buffer, cb, user_data);
}

/**
 * Stops the sending of a message that has not left: while it waits for a connection or for an upload. Its own callback
 * then says 8021. Callback: the `Message`.
 *
 * Errors: 8020 no such message is on its way, or it has left.
 * @param conv_id UserID or group id of the receiver
 * @param conv_type `TIMConvType`: C2C or group
 * @param message_id the id that sending gave
 */
export function TIMMsgCancelSend(
  conv_id: string,
  conv_type: TIMConvType,
  message_id: string,
  cb?: TIMCommCallback | null,
  user_data?: unknown,
): TIMResult {
  return defaultClient().TIMMsgCancelSend(conv_id, conv_type, message_id, cb, user_data);
}

/**
 * Sends one message to several users. Callback: `MsgBatchSendResult[]`, one for each user, in the order given.
 * @param json_batch_send_param a `MsgBatchSendParam`
 */
export function TIMMsgBatchSend(
  json_batch_send_param: Json<MsgBatchSendParam>,
  cb?: TIMCommCallback | null,
  user_data?: unknown,
): TIMResult {
  return defaultClient().TIMMsgBatchSend(json_batch_send_param, cb, user_data);
}

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
export function TIMMsgDownloadElemToPath(
  json_download_elem_param: Json<DownloadElemParam>,
  path: string,
  cb?: TIMCommCallback | null,
  user_data?: unknown,
): TIMResult {
  return defaultClient().TIMMsgDownloadElemToPath(json_download_elem_param, path, cb, user_data);
}

/**
 * Fetches the messages inside a merged one. Callback: `Message[]`.
 * @param json_single_msg the merged `Message`
 */
export function TIMMsgDownloadMergerMessage(
  json_single_msg: Json<Message>,
  cb?: TIMCommCallback | null,
  user_data?: unknown,
): TIMResult {
  return defaultClient().TIMMsgDownloadMergerMessage(json_single_msg, cb, user_data);
}

/**
 * Keeps the app's own data with a message, on this machine only.
 * @param json_msg_param the `Message` with `message_custom_int` or `message_custom_str`
 */
export function TIMMsgSetLocalCustomData(
  json_msg_param: Json<Message>,
  cb?: TIMCommCallback | null,
  user_data?: unknown,
): TIMResult {
  return defaultClient().TIMMsgSetLocalCustomData(json_msg_param, cb, user_data);
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
  cb?: TIMCommCallback | null,
  user_data?: unknown,
): TIMResult {
  return defaultClient().TIMMsgSetC2CReceiveMessageOpt(json_identifier_array, opt, cb, user_data);
}

/**
 * Fetches what is set for messages of some users. Callback: `GetC2CRecvMsgOptResult[]`.
 * @param json_identifier_array UserIDs
 */
export function TIMMsgGetC2CReceiveMessageOpt(
  json_identifier_array: Json<string[]>,
  cb?: TIMCommCallback | null,
  user_data?: unknown,
): TIMResult {
  return defaultClient().TIMMsgGetC2CReceiveMessageOpt(json_identifier_array, cb, user_data);
}

/**
 * Sets whether messages of a group are received and disturb, as for users; `GroupBaseInfo` tells what is set.
 * @param group_id id of the group
 * @param opt `TIMReceiveMessageOpt`
 */
export function TIMMsgSetGroupReceiveMessageOpt(
  group_id: string,
  opt: TIMReceiveMessageOpt,
  cb?: TIMCommCallback | null,
  user_data?: unknown,
): TIMResult {
  return defaultClient().TIMMsgSetGroupReceiveMessageOpt(group_id, opt, cb, user_data);
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
  cb?: TIMCommCallback | null,
  user_data?: unknown,
): TIMResult {
  return defaultClient().TIMMsgSetAllReceiveMessageOpt(
    opt,
    start_hour,
    start_minute,
    start_second,
    duration,
    cb,
    user_data,
  );
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
  cb?: TIMCommCallback | null,
  user_data?: unknown,
): TIMResult {
  return defaultClient().TIMMsgSetAllReceiveMessageOpt2(opt, start_time_stamp, duration, cb, user_data);
}

/** Fetches do-not-disturb of the whole account. Callback: `TIMReceiveMessageOptInfo`. */
export function TIMMsgGetAllReceiveMessageOpt(cb?: TIMCommCallback | null, user_data?: unknown): TIMResult {
  return defaultClient().TIMMsgGetAllReceiveMessageOpt(cb, user_data);
}

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
export function TIMMsgGetMsgList(
  conv_id: string,
  conv_type: TIMConvType,
  json_get_msg_param: Json<MsgGetMsgListParam>,
  cb?: TIMCommCallback | null,
  user_data?: unknown,
): TIMResult {
  return defaultClient().TIMMsgGetMsgList(conv_id, conv_type, json_get_msg_param, cb, user_data);
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
export function TIMMsgRevoke(
  conv_id: string,
  conv_type: TIMConvType,
  json_msg_param: Json<Message>,
  cb?: TIMCommCallback | null,
  user_data?: unknown,
): TIMResult {
  return defaultClient().TIMMsgRevoke(conv_id, conv_type, json_msg_param, cb, user_data);
}

/**
 * Changes the content of a message that was sent. Everybody hears of it through TIMSetMsgUpdateCallback.
 * Callback: the `Message` as it is now, also when somebody else was faster (8006).
 *
 * Errors: 8001 longer than 12 KB, 8006 changed in between, 20022, 10030 and 10032 not there or not allowed.
 * @param json_msg_param the `Message` with new elements or new `message_cloud_custom_str`
 */
export function TIMMsgModifyMessage(
  json_msg_param: Json<Message>,
  cb?: TIMCommCallback | null,
  user_data?: unknown,
): TIMResult {
  return defaultClient().TIMMsgModifyMessage(json_msg_param, cb, user_data);
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
  cb?: TIMCommCallback | null,
  user_data?: unknown,
): TIMResult {
  return defaultClient().TIMMsgDelete(conv_id, conv_type, json_msgdel_param, cb, user_data);
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
  cb?: TIMCommCallback | null,
  user_data?: unknown,
): TIMResult {
  return defaultClient().TIMMsgListDelete(conv_id, conv_type, json_msg_array, cb, user_data);
}

/**
 * Deletes all messages of a conversation for this account; the conversation itself stays.
 * @param conv_id UserID of the other one, or group id
 * @param conv_type `TIMConvType`: C2C or group
 */
export function TIMMsgClearHistoryMessage(
  conv_id: string,
  conv_type: TIMConvType,
  cb?: TIMCommCallback | null,
  user_data?: unknown,
): TIMResult {
  return defaultClient().TIMMsgClearHistoryMessage(conv_id, conv_type, cb, user_data);
}

/**
 * Puts a message of the app's own making into a conversation, on this machine only.
 * @param conv_id UserID of the other one, or group id
 * @param conv_type `TIMConvType`: C2C or group
 * @param json_msg_param a `Message`
 */
export function TIMMsgSaveMsg(
  conv_id: string,
  conv_type: TIMConvType,
  json_msg_param: Json<Message>,
  cb?: TIMCommCallback | null,
  user_data?: unknown,
): TIMResult {
  return defaultClient().TIMMsgSaveMsg(conv_id, conv_type, json_msg_param, cb, user_data);
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
  cb?: TIMCommCallback | null,
  user_data?: unknown,
): TIMResult {
  return defaultClient().TIMMsgImportMsgList(conv_id, conv_type, json_msg_array, cb, user_data);
}

/**
 * Finds messages on this machine by their ids, those that were taken back or deleted included; `message_status`
 * tells these apart. Callback: `Message[]`.
 * @param json_message_id_array ids
 */
export function TIMMsgFindMessages(
  json_message_id_array: Json<string[]>,
  cb?: TIMCommCallback | null,
  user_data?: unknown,
): TIMResult {
  return defaultClient().TIMMsgFindMessages(json_message_id_array, cb, user_data);
}

/**
 * Finds messages of a conversation by their place in it; without the server, those of the local store. Messages that
 * were taken back, and deleted ones that this machine still has, are among them: `message_status` tells these apart.
 * Callback: `Message[]`.
 * @param conv_id UserID of the other one, or group id
 * @param conv_type `TIMConvType`: C2C or group
 * @param json_msg_Locator_array `MsgLocator[]`
 */
export function TIMMsgFindByMsgLocatorList(
  conv_id: string,
  conv_type: TIMConvType,
  json_msg_Locator_array: Json<MsgLocator[]>,
  cb?: TIMCommCallback | null,
  user_data?: unknown,
): TIMResult {
  return defaultClient().TIMMsgFindByMsgLocatorList(conv_id, conv_type, json_msg_Locator_array, cb, user_data);
}

/**
 * Searches the messages on this machine, newest first: texts, descriptions, file names and titles, capital letters
 * or not. Callback: `MessageSearchResult`. In one conversation it holds the messages and counts them; in all of them
 * it holds conversations and counts these, and shows a message only where it is the only one.
 * @param json_search_message_param a `MessageSearchParam`
 */
export function TIMMsgSearchLocalMessages(
  json_search_message_param: Json<MessageSearchParam>,
  cb?: TIMCommCallback | null,
  user_data?: unknown,
): TIMResult {
  return defaultClient().TIMMsgSearchLocalMessages(json_search_message_param, cb, user_data);
}

/**
 * Searches the messages on the server, when that was given a provider for it. Callback: `MessageSearchResult`; with
 * messages for one conversation, else with the message of each conversation that has a single one.
 * `msg_search_result_search_cursor` is empty when there is nothing more.
 *
 * Errors: 7013 the server was given no provider, 20005 the provider has failed or was too slow.
 * @param json_search_message_param a `MessageSearchParam`; pages go by `msg_search_param_search_count` (up to 50) and
 * `msg_search_param_search_cursor`
 */
export function TIMMsgSearchCloudMessages(
  json_search_message_param: Json<MessageSearchParam>,
  cb?: TIMCommCallback | null,
  user_data?: unknown,
): TIMResult {
  return defaultClient().TIMMsgSearchCloudMessages(json_search_message_param, cb, user_data);
}

/**
 * Tells the senders of messages that they were read. Messages that ask for no receipt, and one's own, are left out.
 * @param json_msg_array `Message[]` of one conversation
 */
export function TIMMsgSendMessageReadReceipts(
  json_msg_array: Json<Message[]>,
  cb?: TIMCommCallback | null,
  user_data?: unknown,
): TIMResult {
  return defaultClient().TIMMsgSendMessageReadReceipts(json_msg_array, cb, user_data);
}

/**
 * Fetches who has read one's own messages. Callback: `MessageReceipt[]`.
 * @param json_msg_array `Message[]` of one conversation: sent by this account, with `message_need_read_receipt`
 */
export function TIMMsgGetMessageReadReceipts(
  json_msg_array: Json<Message[]>,
  cb?: TIMCommCallback | null,
  user_data?: unknown,
): TIMResult {
  return defaultClient().TIMMsgGetMessageReadReceipts(json_msg_array, cb, user_data);
}

/**
 * Fetches which members of a group have read a message of one's own, or have not.
 * @param json_msg the `Message`
 * @param filter `TIMGroupMessageReadMembersFilter`
 * @param next_seq 0, then what the callback has told
 * @param count 1 to 100
 * @param cb gets a JSON array of `GroupMemberInfo`, where to go on, and whether that was all; this callback has no
 * error code, so that a failure looks like an empty list
 */
export function TIMMsgGetGroupMessageReadMemberList(
  json_msg: Json<Message>,
  filter: TIMGroupMessageReadMembersFilter,
  next_seq: number | bigint,
  count: number,
  cb?: TIMMsgGroupMessageReadMemberListCallback | null,
  user_data?: unknown,
): TIMResult {
  return defaultClient().TIMMsgGetGroupMessageReadMemberList(json_msg, filter, next_seq, count, cb, user_data);
}

/**
 * Adds extensions to a message or changes them; the message must have been sent with
 * `message_support_message_extension`. Callback: `MessageExtensionResult[]`, one for each key; when somebody else has
 * changed an extension that this client has not heard of yet, its code is 23001 and it holds what is there now.
 * @param json_msg the `Message`
 * @param json_extension_array `MessageExtension[]`, at most 20; key up to 100 bytes, value up to 1 KB
 */
export function TIMMsgSetMessageExtensions(
  json_msg: Json<Message>,
  json_extension_array: Json<MessageExtension[]>,
  cb?: TIMCommCallback | null,
  user_data?: unknown,
): TIMResult {
  return defaultClient().TIMMsgSetMessageExtensions(json_msg, json_extension_array, cb, user_data);
}

/**
 * Fetches the extensions of a message. Callback: `MessageExtension[]`.
 * @param json_msg the `Message`
 */
export function TIMMsgGetMessageExtensions(
  json_msg: Json<Message>,
  cb?: TIMCommCallback | null,
  user_data?: unknown,
): TIMResult {
  return defaultClient().TIMMsgGetMessageExtensions(json_msg, cb, user_data);
}

/**
 * Removes extensions of a message. Callback: `MessageExtensionResult[]`; 23001 as for setting.
 * @param json_msg the `Message`
 * @param json_extension_key_array keys, at most 20; an empty list means all
 */
export function TIMMsgDeleteMessageExtensions(
  json_msg: Json<Message>,
  json_extension_key_array: Json<string[]>,
  cb?: TIMCommCallback | null,
  user_data?: unknown,
): TIMResult {
  return defaultClient().TIMMsgDeleteMessageExtensions(json_msg, json_extension_key_array, cb, user_data);
}

/**
 * Adds a reaction, such as an emoji, to a message.
 *
 * Errors: 23005 and 23006 too many reactions or users, 23007 this user has reacted in this way already.
 * @param json_msg the `Message`
 * @param reaction_id which one
 */
export function TIMMsgAddMessageReaction(
  json_msg: Json<Message>,
  reaction_id: string,
  cb?: TIMCommCallback | null,
  user_data?: unknown,
): TIMResult {
  return defaultClient().TIMMsgAddMessageReaction(json_msg, reaction_id, cb, user_data);
}

/**
 * Takes one's own reaction to a message back.
 *
 * Errors: 23008 nobody has reacted in this way, 23009 others have, but not this user.
 * @param json_msg the `Message`
 * @param reaction_id which one
 */
export function TIMMsgRemoveMessageReaction(
  json_msg: Json<Message>,
  reaction_id: string,
  cb?: TIMCommCallback | null,
  user_data?: unknown,
): TIMResult {
  return defaultClient().TIMMsgRemoveMessageReaction(json_msg, reaction_id, cb, user_data);
}

/**
 * Fetches the reactions to messages. Callback: `MessageReactionResult[]`.
 * @param json_msg_array `Message[]` of one conversation, at most 20
 * @param max_user_count_per_reaction how many users to name for each reaction, 0 to 10
 */
export function TIMMsgGetMessageReactions(
  json_msg_array: Json<Message[]>,
  max_user_count_per_reaction: number,
  cb?: TIMCommCallback | null,
  user_data?: unknown,
): TIMResult {
  return defaultClient().TIMMsgGetMessageReactions(json_msg_array, max_user_count_per_reaction, cb, user_data);
}

/**
 * Fetches all users with one reaction to a message, page by page. Callback: `MessageReactionUserResult`.
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
  cb?: TIMCommCallback | null,
  user_data?: unknown,
): TIMResult {
  return defaultClient().TIMMsgGetAllUserListOfMessageReaction(json_msg, reaction_id, next_seq, count, cb, user_data);
}

/**
 * Translates texts. Callback: `MessageTranslateTextResult[]`.
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
  cb?: TIMCommCallback | null,
  user_data?: unknown,
): TIMResult {
  return defaultClient().TIMMsgTranslateText(json_source_text_array, source_language, target_language, cb, user_data);
}

/**
 * Writes down what is said in a sound. Callback: the text.
 *
 * Errors: 7013 the server was given no provider of this, 20005 the provider has failed.
 * @param url address of the sound, from its element
 * @param language such as `en`
 */
export function TIMMsgConvertVoiceToText(
  url: string,
  language: string,
  cb?: TIMCommCallback | null,
  user_data?: unknown,
): TIMResult {
  return defaultClient().TIMMsgConvertVoiceToText(url, language, cb, user_data);
}

/**
 * Pins a message in a group, or unpins it. At most ten are pinned at a time.
 * @param group_id id of the group
 * @param json_msg the `Message`
 * @param is_pinned true to pin
 */
export function TIMPinGroupMessage(
  group_id: string,
  json_msg: Json<Message>,
  is_pinned: boolean,
  cb?: TIMCommCallback | null,
  user_data?: unknown,
): TIMResult {
  return defaultClient().TIMPinGroupMessage(group_id, json_msg, is_pinned, cb, user_data);
}

/**
 * Fetches the messages that are pinned in a group. Callback: `Message[]`.
 * @param group_id id of the group
 */
export function TIMGetPinnedGroupMessageList(
  group_id: string,
  cb?: TIMCommCallback | null,
  user_data?: unknown,
): TIMResult {
  return defaultClient().TIMGetPinnedGroupMessageList(group_id, cb, user_data);
}

/**
 * Sends a message; as TIMMsgSendMessage, but without telling the id early. Callback: the `Message`.
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
  cb?: TIMCommCallback | null,
  user_data?: unknown,
): TIMResult {
  return defaultClient().TIMMsgSendNewMsg(conv_id, conv_type, json_msg_param, cb, user_data);
}

/**
 * Sends a message; as TIMMsgSendMessage, but a callback tells the id. Callback: the `Message`.
 *
 * Elements: text, custom data, faces, locations, images, sounds, files, videos and merged messages. Files are
 * uploaded first, as they are whatever `image_elem_level` says; TIMSetMsgElemUploadProgressCallback tells how far they
 * are.
 * @deprecated use TIMMsgSendMessage
 * @param conv_id UserID or group id of the receiver
 * @param conv_type `TIMConvType`: C2C or group
 * @param json_msg_param a `Message`
 * @param msgid_cb gets `message_conv_id`, `message_conv_type` and `message_msg_id`, before `res_cb` is called
 * @param res_cb gets the outcome
 */
export function TIMMsgSendNewMsgEx(
  conv_id: string,
  conv_type: TIMConvType,
  json_msg_param: Json<Message>,
  msgid_cb?: TIMCommCallback | null,
  res_cb?: TIMCommCallback | null,
  user_data?: unknown,
): TIMResult {
  return defaultClient().TIMMsgSendNewMsgEx(conv_id, conv_type, json_msg_param, msgid_cb, res_cb, user_data);
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
  cb?: TIMCommCallback | null,
  user_data?: unknown,
): TIMResult {
  return defaultClient().TIMMsgReportReaded(conv_id, conv_type, json_msg_param, cb, user_data);
}

/**
 * Marks all messages of all conversations as read.
 * @deprecated use TIMConvCleanConversationUnreadMessageCount with an empty conversation id
 */
export function TIMMsgMarkAllMessageAsRead(cb?: TIMCommCallback | null, user_data?: unknown): TIMResult {
  return defaultClient().TIMMsgMarkAllMessageAsRead(cb, user_data);
}

/**
 * Sets the callback for conversations that appear, change or go.
 * @param cb gets a `TIMConvEvent` and a JSON array of `ConvInfo`
 */
export function TIMSetConvEventCallback(cb: TIMConvEventCallback | null, user_data?: unknown): void {
  defaultClient().TIMSetConvEventCallback(cb, user_data);
}

/**
 * Sets the callback for the number of unread messages in all conversations that disturb.
 * @param cb gets the new number
 */
export function TIMSetConvTotalUnreadMessageCountChangedCallback(
  cb: TIMConvTotalUnreadMessageCountChangedCallback | null,
  user_data?: unknown,
): void {
  defaultClient().TIMSetConvTotalUnreadMessageCountChangedCallback(cb, user_data);
}

/**
 * Sets the callback for the number of unread messages behind filters of
 * TIMConvSubscribeUnreadMessageCountByFilter.
 * @param cb gets the `TIMConversationListFilter` and the new number
 */
export function TIMSetConvUnreadMessageCountChangedByFilterCallback(
  cb: TIMConvTotalUnreadMessageCountChangedByFilterCallback | null,
  user_data?: unknown,
): void {
  defaultClient().TIMSetConvUnreadMessageCountChangedByFilterCallback(cb, user_data);
}

/**
 * Sets the callback for new groups of conversations.
 * @param cb gets the name and a JSON array of `ConvInfo`
 */
export function TIMSetConvConversationGroupCreatedCallback(
  cb: TIMConvConversationGroupCreatedCallback | null,
  user_data?: unknown,
): void {
  defaultClient().TIMSetConvConversationGroupCreatedCallback(cb, user_data);
}

/**
 * Sets the callback for deleted groups of conversations.
 * @param cb gets the name
 */
export function TIMSetConvConversationGroupDeletedCallback(
  cb: TIMConvConversationGroupDeletedCallback | null,
  user_data?: unknown,
): void {
  defaultClient().TIMSetConvConversationGroupDeletedCallback(cb, user_data);
}

/**
 * Sets the callback for renamed groups of conversations.
 * @param cb gets the old and the new name
 */
export function TIMSetConvConversationGroupNameChangedCallback(
  cb: TIMConvConversationGroupNameChangedCallback | null,
  user_data?: unknown,
): void {
  defaultClient().TIMSetConvConversationGroupNameChangedCallback(cb, user_data);
}

/**
 * Sets the callback for conversations that were put into a group.
 * @param cb gets the name of the group and a JSON array of `ConvInfo`
 */
export function TIMSetConvConversationsAddedToGroupCallback(
  cb: TIMConvConversationsAddedToGroupCallback | null,
  user_data?: unknown,
): void {
  defaultClient().TIMSetConvConversationsAddedToGroupCallback(cb, user_data);
}

/**
 * Sets the callback for conversations that were taken out of a group.
 * @param cb gets the name of the group, a JSON array of `ConvInfo`, and why
 */
export function TIMSetConvConversationsDeletedFromGroupCallback(
  cb: TIMConvConversationsDeletedFromGroupCallback | null,
  user_data?: unknown,
): void {
  defaultClient().TIMSetConvConversationsDeletedFromGroupCallback(cb, user_data);
}

/** Fetches all conversations. Callback: `ConvInfo[]`. */
export function TIMConvGetConvList(cb?: TIMCommCallback | null, user_data?: unknown): TIMResult {
  return defaultClient().TIMConvGetConvList(cb, user_data);
}

/**
 * Fetches some conversations. Callback: `ConvInfo[]`.
 * @param json_get_conv_list_param `GetConversationListParam[]`
 */
export function TIMConvGetConvInfo(
  json_get_conv_list_param: Json<GetConversationListParam[]>,
  cb?: TIMCommCallback | null,
  user_data?: unknown,
): TIMResult {
  return defaultClient().TIMConvGetConvInfo(json_get_conv_list_param, cb, user_data);
}

/**
 * Fetches the conversations behind a filter, page by page. Callback: `TIMConversationListResult`.
 * @param filter a `TIMConversationListFilter`; `{}` means all
 * @param next_seq 0, then what the callback has told
 * @param count conversations in a page; 0 is refused
 */
export function TIMConvGetConversationListByFilter(
  filter: Json<TIMConversationListFilter>,
  next_seq: number | bigint,
  count: number,
  cb?: TIMCommCallback | null,
  user_data?: unknown,
): TIMResult {
  return defaultClient().TIMConvGetConversationListByFilter(filter, next_seq, count, cb, user_data);
}

/**
 * Deletes a conversation and its messages, here and on the server.
 * @param conv_id UserID of the other one, or group id
 * @param conv_type `TIMConvType`: C2C or group
 */
export function TIMConvDelete(
  conv_id: string,
  conv_type: TIMConvType,
  cb?: TIMCommCallback | null,
  user_data?: unknown,
): TIMResult {
  return defaultClient().TIMConvDelete(conv_id, conv_type, cb, user_data);
}

/**
 * Deletes conversations. Callback: `TIMConversationOperationResult[]`.
 * @param conversation_id_array conversation ids (`c2c_` and UserID, `group_` and group id), at most 100
 * @param clear_message whether their messages are deleted too
 */
export function TIMConvDeleteConversationList(
  conversation_id_array: Json<string[]>,
  clear_message: boolean,
  cb?: TIMCommCallback | null,
  user_data?: unknown,
): TIMResult {
  return defaultClient().TIMConvDeleteConversationList(conversation_id_array, clear_message, cb, user_data);
}

/**
 * Keeps what the user was writing.
 * @param conv_id UserID of the other one, or group id
 * @param conv_type `TIMConvType`: C2C or group
 * @param json_draft_param a `Draft`
 */
export function TIMConvSetDraft(conv_id: string, conv_type: TIMConvType, json_draft_param: Json<Draft>): TIMResult {
  return defaultClient().TIMConvSetDraft(conv_id, conv_type, json_draft_param);
}

/**
 * Forgets what the user was writing.
 * @param conv_id UserID of the other one, or group id
 * @param conv_type `TIMConvType`: C2C or group
 */
export function TIMConvCancelDraft(conv_id: string, conv_type: TIMConvType): TIMResult {
  return defaultClient().TIMConvCancelDraft(conv_id, conv_type);
}

/**
 * Keeps the app's own data with conversations. Callback: `TIMConversationOperationResult[]`.
 * @param conversation_id_array conversation ids (`c2c_` and UserID, `group_` and group id)
 * @param custom_data up to 256 bytes
 */
export function TIMConvSetConversationCustomData(
  conversation_id_array: Json<string[]>,
  custom_data: string,
  cb?: TIMCommCallback | null,
  user_data?: unknown,
): TIMResult {
  return defaultClient().TIMConvSetConversationCustomData(conversation_id_array, custom_data, cb, user_data);
}

/**
 * Puts a conversation to the top of the list, or lets it go from there.
 * @param conv_id UserID of the other one, or group id
 * @param conv_type `TIMConvType`: C2C or group
 * @param is_pinned true to pin
 */
export function TIMConvPinConversation(
  conv_id: string,
  conv_type: TIMConvType,
  is_pinned: boolean,
  cb?: TIMCommCallback | null,
  user_data?: unknown,
): TIMResult {
  return defaultClient().TIMConvPinConversation(conv_id, conv_type, is_pinned, cb, user_data);
}

/**
 * Sets a mark on conversations or removes it. Callback: `TIMConversationOperationResult[]`.
 * @param conversation_id_array conversation ids (`c2c_` and UserID, `group_` and group id)
 * @param mark_type `TIMConversationMarkType`, or one of the app's own: `1n << n` with n from 32 to 63
 * @param enable_mark true to set
 */
export function TIMConvMarkConversation(
  conversation_id_array: Json<string[]>,
  mark_type: number | bigint,
  enable_mark: boolean,
  cb?: TIMCommCallback | null,
  user_data?: unknown,
): TIMResult {
  return defaultClient().TIMConvMarkConversation(conversation_id_array, mark_type, enable_mark, cb, user_data);
}

/**
 * Counts the unread messages of all conversations that disturb; from then on TIMSetConvTotalUnreadMessageCountChangedCallback
 * tells of changes. Callback: `GetTotalUnreadNumberResult`.
 */
export function TIMConvGetTotalUnreadMessageCount(cb?: TIMCommCallback | null, user_data?: unknown): TIMResult {
  return defaultClient().TIMConvGetTotalUnreadMessageCount(cb, user_data);
}

/**
 * Counts the unread messages of the conversations behind a filter. Callback: `GetTotalUnreadNumberResult`.
 * @param filter a `TIMConversationListFilter`
 */
export function TIMConvGetUnreadMessageCountByFilter(
  filter: Json<TIMConversationListFilter>,
  cb?: TIMCommCallback | null,
  user_data?: unknown,
): TIMResult {
  return defaultClient().TIMConvGetUnreadMessageCountByFilter(filter, cb, user_data);
}

/**
 * Asks to be told of the number of unread messages behind a filter.
 * @param filter a `TIMConversationListFilter`
 */
export function TIMConvSubscribeUnreadMessageCountByFilter(filter: Json<TIMConversationListFilter>): TIMResult {
  return defaultClient().TIMConvSubscribeUnreadMessageCountByFilter(filter);
}

/**
 * Ends such a wish.
 * @param filter the same `TIMConversationListFilter`
 */
export function TIMConvUnsubscribeUnreadMessageCountByFilter(filter: Json<TIMConversationListFilter>): TIMResult {
  return defaultClient().TIMConvUnsubscribeUnreadMessageCountByFilter(filter);
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
  cb?: TIMCommCallback | null,
  user_data?: unknown,
): TIMResult {
  return defaultClient().TIMConvCleanConversationUnreadMessageCount(
    conversation_id,
    clean_timestamp,
    clean_sequence,
    cb,
    user_data,
  );
}

/**
 * Makes a group of conversations. Callback: `TIMConversationOperationResult[]`.
 * @param group_name 1 to 32 bytes; there can be 20 groups
 * @param conversation_id_array conversation ids, at least one
 */
export function TIMConvCreateConversationGroup(
  group_name: string,
  conversation_id_array: Json<string[]>,
  cb?: TIMCommCallback | null,
  user_data?: unknown,
): TIMResult {
  return defaultClient().TIMConvCreateConversationGroup(group_name, conversation_id_array, cb, user_data);
}

/** Fetches the names of the groups of conversations. Callback: `string[]`. */
export function TIMConvGetConversationGroupList(cb?: TIMCommCallback | null, user_data?: unknown): TIMResult {
  return defaultClient().TIMConvGetConversationGroupList(cb, user_data);
}

/**
 * Deletes a group of conversations; the conversations stay.
 * @param group_name name of the group
 */
export function TIMConvDeleteConversationGroup(
  group_name: string,
  cb?: TIMCommCallback | null,
  user_data?: unknown,
): TIMResult {
  return defaultClient().TIMConvDeleteConversationGroup(group_name, cb, user_data);
}

/**
 * Renames a group of conversations.
 * @param old_name its name
 * @param new_name 1 to 32 bytes
 */
export function TIMConvRenameConversationGroup(
  old_name: string,
  new_name: string,
  cb?: TIMCommCallback | null,
  user_data?: unknown,
): TIMResult {
  return defaultClient().TIMConvRenameConversationGroup(old_name, new_name, cb, user_data);
}

/**
 * Puts conversations into a group. Callback: `TIMConversationOperationResult[]`.
 * @param group_name name of the group
 * @param conversation_id_array conversation ids
 */
export function TIMConvAddConversationsToGroup(
  group_name: string,
  conversation_id_array: Json<string[]>,
  cb?: TIMCommCallback | null,
  user_data?: unknown,
): TIMResult {
  return defaultClient().TIMConvAddConversationsToGroup(group_name, conversation_id_array, cb, user_data);
}

/**
 * Takes conversations out of a group. Callback: `TIMConversationOperationResult[]`.
 * @param group_name name of the group
 * @param conversation_id_array conversation ids
 */
export function TIMConvDeleteConversationsFromGroup(
  group_name: string,
  conversation_id_array: Json<string[]>,
  cb?: TIMCommCallback | null,
  user_data?: unknown,
): TIMResult {
  return defaultClient().TIMConvDeleteConversationsFromGroup(group_name, conversation_id_array, cb, user_data);
}

/**
 * Does nothing but succeed: a conversation comes into being with its first message.
 * @deprecated not needed
 * @param conv_id UserID of the other one, or group id
 * @param conv_type `TIMConvType`: C2C or group
 */
export function TIMConvCreate(
  conv_id: string | null,
  conv_type: TIMConvType,
  cb?: TIMCommCallback | null,
  user_data?: unknown,
): TIMResult {
  return defaultClient().TIMConvCreate(conv_id, conv_type, cb, user_data);
}

/**
 * Sets the callback for what happens in groups: people come and go, roles and settings change.
 * @param cb gets a `GroupTipsElem`
 */
export function TIMSetGroupTipsEventCallback(cb: TIMGroupTipsEventCallback | null, user_data?: unknown): void {
  defaultClient().TIMSetGroupTipsEventCallback(cb, user_data);
}

/**
 * Sets the callback for changed attributes of a group.
 *
 * Not in this version: nothing calls it.
 * @param cb gets the group id and a JSON array of all its `GroupAttributes`
 */
export function TIMSetGroupAttributeChangedCallback(
  cb: TIMGroupAttributeChangedCallback | null,
  user_data?: unknown,
): void {
  defaultClient().TIMSetGroupAttributeChangedCallback(cb, user_data);
}

/**
 * Sets the callback for changed counters of a group.
 *
 * Not in this version: nothing calls it.
 * @param cb gets the group id, the key, and the new value
 */
export function TIMSetGroupCounterChangedCallback(
  cb: TIMGroupCounterChangedCallback | null,
  user_data?: unknown,
): void {
  defaultClient().TIMSetGroupCounterChangedCallback(cb, user_data);
}

/**
 * Sets the callback for new topics in a community.
 *
 * Not in this version: nothing calls it.
 * @param cb gets the group id and the topic id
 */
export function TIMSetGroupTopicCreatedCallback(cb: TIMGroupTopicCreatedCallback | null, user_data?: unknown): void {
  defaultClient().TIMSetGroupTopicCreatedCallback(cb, user_data);
}

/**
 * Sets the callback for deleted topics in a community.
 *
 * Not in this version: nothing calls it.
 * @param cb gets the group id and a JSON array of topic ids
 */
export function TIMSetGroupTopicDeletedCallback(cb: TIMGroupTopicDeletedCallback | null, user_data?: unknown): void {
  defaultClient().TIMSetGroupTopicDeletedCallback(cb, user_data);
}

/**
 * Sets the callback for changed topics in a community.
 *
 * Not in this version: nothing calls it.
 * @param cb gets the group id and a `TIMGroupTopicInfo`
 */
export function TIMSetGroupTopicChangedCallback(cb: TIMGroupTopicChangedCallback | null, user_data?: unknown): void {
  defaultClient().TIMSetGroupTopicChangedCallback(cb, user_data);
}

/**
 * Makes a group. Callback: `CreateGroupResult` with its id.
 * @param json_group_create_param a `CreateGroupParam`; `create_group_param_group_name` must be there
 */
export function TIMGroupCreate(
  json_group_create_param: Json<CreateGroupParam>,
  cb?: TIMCommCallback | null,
  user_data?: unknown,
): TIMResult {
  return defaultClient().TIMGroupCreate(json_group_create_param, cb, user_data);
}

/**
 * Dissolves a group, as its owner; a private group cannot be dissolved.
 * @param group_id id of the group
 */
export function TIMGroupDelete(group_id: string, cb?: TIMCommCallback | null, user_data?: unknown): TIMResult {
  return defaultClient().TIMGroupDelete(group_id, cb, user_data);
}

/**
 * Joins a group, or asks to be let in where joining needs approval, which is answered with 0 too: owner and
 * administrators get a message of the system with a `GroupReportElem`, and so does whoever has asked when it is
 * decided. Nobody can join a private group by himself.
 * @param group_id id of the group
 * @param hello_msg a word to those who decide, 1,024 bytes at most; may be null
 */
export function TIMGroupJoin(
  group_id: string,
  hello_msg: string | null,
  cb?: TIMCommCallback | null,
  user_data?: unknown,
): TIMResult {
  return defaultClient().TIMGroupJoin(group_id, hello_msg, cb, user_data);
}

/**
 * Leaves a group. The owner cannot leave, except a private group.
 * @param group_id id of the group
 */
export function TIMGroupQuit(group_id: string, cb?: TIMCommCallback | null, user_data?: unknown): TIMResult {
  return defaultClient().TIMGroupQuit(group_id, cb, user_data);
}

/** Fetches the groups that this account is in. Callback: `GroupBaseInfo[]`. */
export function TIMGroupGetJoinedGroupList(cb?: TIMCommCallback | null, user_data?: unknown): TIMResult {
  return defaultClient().TIMGroupGetJoinedGroupList(cb, user_data);
}

/**
 * Fetches what is known about groups. Callback: `GetGroupInfoResult[]`.
 * @param json_group_getinfo_param group ids
 */
export function TIMGroupGetGroupInfoList(
  json_group_getinfo_param: Json<string[]>,
  cb?: TIMCommCallback | null,
  user_data?: unknown,
): TIMResult {
  return defaultClient().TIMGroupGetGroupInfoList(json_group_getinfo_param, cb, user_data);
}

/**
 * Searches the groups of this account. Callback: `GroupDetailInfo[]`.
 *
 * Not in this version: after login the callback gets 7013.
 * @param json_group_search_groups_param a `GroupSearchParam` with up to five keywords
 */
export function TIMGroupSearchGroups(
  json_group_search_groups_param: Json<GroupSearchParam>,
  cb?: TIMCommCallback | null,
  user_data?: unknown,
): TIMResult {
  return defaultClient().TIMGroupSearchGroups(json_group_search_groups_param, cb, user_data);
}

/**
 * Changes a group: name, notice, owner and so on.
 * @param json_group_modifyinfo_param a `GroupModifyInfoParam`; `group_modify_info_param_group_id` and
 * `group_modify_info_param_modify_flag` (`TIMGroupModifyInfoFlag`, added up) must be there
 */
export function TIMGroupModifyGroupInfo(
  json_group_modifyinfo_param: Json<GroupModifyInfoParam>,
  cb?: TIMCommCallback | null,
  user_data?: unknown,
): TIMResult {
  return defaultClient().TIMGroupModifyGroupInfo(json_group_modifyinfo_param, cb, user_data);
}

/**
 * Replaces all attributes of a group. Errors: 8511 too often.
 *
 * Not in this version: after login the callback gets 7013.
 * @param group_id id of the group
 * @param json_group_attributes `GroupAttributes[]`: up to 16, key up to 32 bytes, value up to 4 KB, 16 KB in all
 */
export function TIMGroupInitGroupAttributes(
  group_id: string,
  json_group_attributes: Json<GroupAttributes[]>,
  cb?: TIMCommCallback | null,
  user_data?: unknown,
): TIMResult {
  return defaultClient().TIMGroupInitGroupAttributes(group_id, json_group_attributes, cb, user_data);
}

/**
 * Adds attributes to a group, or changes them.
 *
 * Not in this version: after login the callback gets 7013.
 * @param group_id id of the group
 * @param json_group_attributes `GroupAttributes[]`
 */
export function TIMGroupSetGroupAttributes(
  group_id: string,
  json_group_attributes: Json<GroupAttributes[]>,
  cb?: TIMCommCallback | null,
  user_data?: unknown,
): TIMResult {
  return defaultClient().TIMGroupSetGroupAttributes(group_id, json_group_attributes, cb, user_data);
}

/**
 * Removes attributes of a group.
 *
 * Not in this version: after login the callback gets 7013.
 * @param group_id id of the group
 * @param json_keys keys
 */
export function TIMGroupDeleteGroupAttributes(
  group_id: string,
  json_keys: Json<string[]>,
  cb?: TIMCommCallback | null,
  user_data?: unknown,
): TIMResult {
  return defaultClient().TIMGroupDeleteGroupAttributes(group_id, json_keys, cb, user_data);
}

/**
 * Fetches attributes of a group. Callback: `GroupAttributes[]`.
 *
 * Not in this version: after login the callback gets 7013.
 * @param group_id id of the group
 * @param json_keys keys; null or empty means all
 */
export function TIMGroupGetGroupAttributes(
  group_id: string,
  json_keys: Json<string[]> | null,
  cb?: TIMCommCallback | null,
  user_data?: unknown,
): TIMResult {
  return defaultClient().TIMGroupGetGroupAttributes(group_id, json_keys, cb, user_data);
}

/**
 * Counts the members of a group that are online. Callback: `GroupGetOnlineMemberCountResult`.
 *
 * Not in this version: after login the callback gets 7013.
 * @param group_id id of the group
 */
export function TIMGroupGetOnlineMemberCount(
  group_id: string,
  cb?: TIMCommCallback | null,
  user_data?: unknown,
): TIMResult {
  return defaultClient().TIMGroupGetOnlineMemberCount(group_id, cb, user_data);
}

/**
 * Sets counters of a group. Callback: `GroupCounter[]`, those that were set.
 *
 * Not in this version: after login the callback gets 7013.
 * @param group_id id of the group
 * @param json_group_counter_array `GroupCounter[]`
 */
export function TIMGroupSetGroupCounters(
  group_id: string,
  json_group_counter_array: Json<GroupCounter[]>,
  cb?: TIMCommCallback | null,
  user_data?: unknown,
): TIMResult {
  return defaultClient().TIMGroupSetGroupCounters(group_id, json_group_counter_array, cb, user_data);
}

/**
 * Fetches counters of a group. Callback: `GroupCounter[]`.
 *
 * Not in this version: after login the callback gets 7013.
 * @param group_id id of the group
 * @param json_group_counter_key_array keys; an empty list means all
 */
export function TIMGroupGetGroupCounters(
  group_id: string,
  json_group_counter_key_array: Json<string[]>,
  cb?: TIMCommCallback | null,
  user_data?: unknown,
): TIMResult {
  return defaultClient().TIMGroupGetGroupCounters(group_id, json_group_counter_key_array, cb, user_data);
}

/**
 * Adds to a counter of a group; one that is not there counts as 0. Callback: `GroupCounter[]`.
 *
 * Not in this version: after login the callback gets 7013.
 * @param group_id id of the group
 * @param group_counter_key key
 * @param group_counter_value how much
 */
export function TIMGroupIncreaseGroupCounter(
  group_id: string,
  group_counter_key: string,
  group_counter_value: number | bigint,
  cb?: TIMCommCallback | null,
  user_data?: unknown,
): TIMResult {
  return defaultClient().TIMGroupIncreaseGroupCounter(group_id, group_counter_key, group_counter_value, cb, user_data);
}

/**
 * Takes from a counter of a group; one that is not there counts as 0. Callback: `GroupCounter[]`.
 *
 * Not in this version: after login the callback gets 7013.
 * @param group_id id of the group
 * @param group_counter_key key
 * @param group_counter_value how much
 */
export function TIMGroupDecreaseGroupCounter(
  group_id: string,
  group_counter_key: string,
  group_counter_value: number | bigint,
  cb?: TIMCommCallback | null,
  user_data?: unknown,
): TIMResult {
  return defaultClient().TIMGroupDecreaseGroupCounter(group_id, group_counter_key, group_counter_value, cb, user_data);
}

/**
 * Fetches the communities with topics that this account is in. Callback: `GroupBaseInfo[]`.
 *
 * Not in this version: after login the callback gets 7013.
 */
export function TIMGroupGetJoinedCommunityList(cb?: TIMCommCallback | null, user_data?: unknown): TIMResult {
  return defaultClient().TIMGroupGetJoinedCommunityList(cb, user_data);
}

/**
 * Makes a topic in a community. Callback: its id.
 *
 * Not in this version: after login the callback gets 7013.
 * @param group_id id of the community
 * @param json_topic_info a `TIMGroupTopicInfo`
 */
export function TIMGroupCreateTopicInCommunity(
  group_id: string,
  json_topic_info: Json<TIMGroupTopicInfo>,
  cb?: TIMCommCallback | null,
  user_data?: unknown,
): TIMResult {
  return defaultClient().TIMGroupCreateTopicInCommunity(group_id, json_topic_info, cb, user_data);
}

/**
 * Deletes topics of a community. Callback: `TIMGroupTopicOperationResult[]`.
 *
 * Not in this version: after login the callback gets 7013.
 * @param group_id id of the community
 * @param json_topic_id_array topic ids
 */
export function TIMGroupDeleteTopicFromCommunity(
  group_id: string,
  json_topic_id_array: Json<string[]>,
  cb?: TIMCommCallback | null,
  user_data?: unknown,
): TIMResult {
  return defaultClient().TIMGroupDeleteTopicFromCommunity(group_id, json_topic_id_array, cb, user_data);
}

/**
 * Changes a topic.
 *
 * Not in this version: after login the callback gets 7013.
 * @param json_topic_info a `TIMGroupTopicInfo` with `group_modify_info_param_modify_flag`
 */
export function TIMGroupSetTopicInfo(
  json_topic_info: Json<TIMGroupTopicInfo>,
  cb?: TIMCommCallback | null,
  user_data?: unknown,
): TIMResult {
  return defaultClient().TIMGroupSetTopicInfo(json_topic_info, cb, user_data);
}

/**
 * Fetches topics of a community. Callback: `TIMGroupTopicInfoResult[]`.
 *
 * Not in this version: after login the callback gets 7013.
 * @param group_id id of the community
 * @param json_topic_id_array topic ids; an empty list means all
 */
export function TIMGroupGetTopicInfoList(
  group_id: string,
  json_topic_id_array: Json<string[]>,
  cb?: TIMCommCallback | null,
  user_data?: unknown,
): TIMResult {
  return defaultClient().TIMGroupGetTopicInfoList(group_id, json_topic_id_array, cb, user_data);
}

/**
 * Fetches members of a group, page by page or by UserID. Callback: `GroupGetMemberInfoListResult`.
 * @param json_group_getmeminfos_param a `GroupGetMemberInfoListParam`;
 * `group_get_members_info_list_param_group_id` must be there
 */
export function TIMGroupGetMemberInfoList(
  json_group_getmeminfos_param: Json<GroupGetMemberInfoListParam>,
  cb?: TIMCommCallback | null,
  user_data?: unknown,
): TIMResult {
  return defaultClient().TIMGroupGetMemberInfoList(json_group_getmeminfos_param, cb, user_data);
}

/**
 * Searches members of groups. Callback: `GroupSearchGroupMembersResult[]`.
 *
 * Not in this version: after login the callback gets 7013.
 * @param json_group_search_group_members_param a `GroupMemberSearchParam` with up to five keywords
 */
export function TIMGroupSearchGroupMembers(
  json_group_search_group_members_param: Json<GroupMemberSearchParam>,
  cb?: TIMCommCallback | null,
  user_data?: unknown,
): TIMResult {
  return defaultClient().TIMGroupSearchGroupMembers(json_group_search_group_members_param, cb, user_data);
}

/**
 * Changes a member of a group: role, name card, mute.
 * @param json_group_modifymeminfo_param a `GroupModifyMemberInfoParam`; group id, UserID and
 * `group_modify_member_info_modify_flag` (`TIMGroupMemberModifyInfoFlag`, added up) must be there
 */
export function TIMGroupModifyMemberInfo(
  json_group_modifymeminfo_param: Json<GroupModifyMemberInfoParam>,
  cb?: TIMCommCallback | null,
  user_data?: unknown,
): TIMResult {
  return defaultClient().TIMGroupModifyMemberInfo(json_group_modifymeminfo_param, cb, user_data);
}

/**
 * Invites users into a group; some kinds of group need their consent. Callback: `GroupInviteMemberResult[]`.
 * @param json_group_invite_param a `GroupInviteMemberParam` with the group id and up to 20 UserIDs
 */
export function TIMGroupInviteMember(
  json_group_invite_param: Json<GroupInviteMemberParam>,
  cb?: TIMCommCallback | null,
  user_data?: unknown,
): TIMResult {
  return defaultClient().TIMGroupInviteMember(json_group_invite_param, cb, user_data);
}

/**
 * Removes members from a group, as owner or administrator. Callback: `GroupDeleteMemberResult[]`.
 * @param json_group_delete_param a `GroupDeleteMemberParam` with the group id and the UserIDs
 */
export function TIMGroupDeleteMember(
  json_group_delete_param: Json<GroupDeleteMemberParam>,
  cb?: TIMCommCallback | null,
  user_data?: unknown,
): TIMResult {
  return defaultClient().TIMGroupDeleteMember(json_group_delete_param, cb, user_data);
}

/**
 * Sets a mark on members of a live group or removes it, as its owner.
 *
 * Not in this version: after login the callback gets 7013.
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
  cb?: TIMCommCallback | null,
  user_data?: unknown,
): TIMResult {
  return defaultClient().TIMGroupMarkGroupMemberList(group_id, member_array, mark_type, enable_mark, cb, user_data);
}

/**
 * Fetches requests to come into the groups that this account leads, those that were decided included, the newest first.
 * Callback: `GroupPendencyResult`.
 * @param json_group_getpendency_list_param a `GroupPendencyOption`: where to begin, and how many
 */
export function TIMGroupGetPendencyList(
  json_group_getpendency_list_param: Json<GroupPendencyOption>,
  cb?: TIMCommCallback | null,
  user_data?: unknown,
): TIMResult {
  return defaultClient().TIMGroupGetPendencyList(json_group_getpendency_list_param, cb, user_data);
}

/**
 * Accepts or refuses such a request. Errors: 10007 not a leader of the group, 10014 the group is full, 10024 it was
 * decided already.
 * @param json_group_handle_pendency_param a `GroupHandlePendencyParam` with the `GroupPendency` that was fetched
 */
export function TIMGroupHandlePendency(
  json_group_handle_pendency_param: Json<GroupHandlePendencyParam>,
  cb?: TIMCommCallback | null,
  user_data?: unknown,
): TIMResult {
  return defaultClient().TIMGroupHandlePendency(json_group_handle_pendency_param, cb, user_data);
}

/**
 * Marks such requests as read.
 * @param time_stamp up to this time, unix seconds
 */
export function TIMGroupReportPendencyReaded(
  time_stamp: number | bigint,
  cb?: TIMCommCallback | null,
  user_data?: unknown,
): TIMResult {
  return defaultClient().TIMGroupReportPendencyReaded(time_stamp, cb, user_data);
}

/**
 * Sets the callback for new topics.
 *
 * Not in this version: nothing calls it.
 * @param cb gets the group id and the topic id
 */
export function TIMSetCommunityCreateTopicCallback(
  cb: TIMCommunityCreateTopicCallback | null,
  user_data?: unknown,
): void {
  defaultClient().TIMSetCommunityCreateTopicCallback(cb, user_data);
}

/**
 * Sets the callback for deleted topics.
 *
 * Not in this version: nothing calls it.
 * @param cb gets the group id and a JSON array of topic ids
 */
export function TIMSetCommunityDeleteTopicCallback(
  cb: TIMCommunityDeleteTopicCallback | null,
  user_data?: unknown,
): void {
  defaultClient().TIMSetCommunityDeleteTopicCallback(cb, user_data);
}

/**
 * Sets the callback for changed topics.
 *
 * Not in this version: nothing calls it.
 * @param cb gets the group id and a `TopicInfo`
 */
export function TIMSetCommunityChangeTopicInfoCallback(
  cb: TIMCommunityChangeTopicInfoCallback | null,
  user_data?: unknown,
): void {
  defaultClient().TIMSetCommunityChangeTopicInfoCallback(cb, user_data);
}

/**
 * Sets the callback for data that a backend has sent into a topic by REST.
 *
 * Not in this version: nothing calls it.
 * @param cb gets the topic id and the data
 */
export function TIMSetCommunityReceiveTopicRESTCustomDataCallback(
  cb: TIMCommunityReceiveTopicRESTCustomDataCallback | null,
  user_data?: unknown,
): void {
  defaultClient().TIMSetCommunityReceiveTopicRESTCustomDataCallback(cb, user_data);
}

/**
 * Sets the callback for new permission groups.
 *
 * Not in this version: nothing calls it.
 * @param cb gets the group id and a `PermissionGroupInfo`
 */
export function TIMSetCommunityCreatePermissionGroupCallback(
  cb: TIMCommunityCreatePermissionGroupCallback | null,
  user_data?: unknown,
): void {
  defaultClient().TIMSetCommunityCreatePermissionGroupCallback(cb, user_data);
}

/**
 * Sets the callback for deleted permission groups.
 *
 * Not in this version: nothing calls it.
 * @param cb gets the group id and a JSON array of permission group ids
 */
export function TIMSetCommunityDeletePermissionGroupCallback(
  cb: TIMCommunityDeletePermissionGroupCallback | null,
  user_data?: unknown,
): void {
  defaultClient().TIMSetCommunityDeletePermissionGroupCallback(cb, user_data);
}

/**
 * Sets the callback for changed permission groups.
 *
 * Not in this version: nothing calls it.
 * @param cb gets the group id and a `PermissionGroupInfo`
 */
export function TIMSetCommunityChangePermissionGroupInfoCallback(
  cb: TIMCommunityChangePermissionGroupInfoCallback | null,
  user_data?: unknown,
): void {
  defaultClient().TIMSetCommunityChangePermissionGroupInfoCallback(cb, user_data);
}

/**
 * Sets the callback for members that came into a permission group.
 *
 * Not in this version: nothing calls it.
 * @param cb gets the group id and a `PermissionGroupCallback`
 */
export function TIMSetCommunityAddMembersToPermissionGroupCallback(
  cb: TIMCommunityAddMembersToPermissionGroupCallback | null,
  user_data?: unknown,
): void {
  defaultClient().TIMSetCommunityAddMembersToPermissionGroupCallback(cb, user_data);
}

/**
 * Sets the callback for members that were taken out of a permission group.
 *
 * Not in this version: nothing calls it.
 * @param cb gets the group id and a `PermissionGroupCallback`
 */
export function TIMSetCommunityRemoveMembersFromPermissionGroupCallback(
  cb: TIMCommunityRemoveMembersFromPermissionGroupCallback | null,
  user_data?: unknown,
): void {
  defaultClient().TIMSetCommunityRemoveMembersFromPermissionGroupCallback(cb, user_data);
}

/**
 * Sets the callback for permissions on topics that a permission group was given.
 *
 * Not in this version: nothing calls it.
 * @param cb gets the group id and a `PermissionGroupCallback`
 */
export function TIMSetCommunityAddTopicPermissionCallback(
  cb: TIMCommunityAddTopicPermissionCallback | null,
  user_data?: unknown,
): void {
  defaultClient().TIMSetCommunityAddTopicPermissionCallback(cb, user_data);
}

/**
 * Sets the callback for permissions on topics that a permission group has lost.
 *
 * Not in this version: nothing calls it.
 * @param cb gets the group id and a `PermissionGroupCallback`
 */
export function TIMSetCommunityDeleteTopicPermissionCallback(
  cb: TIMCommunityDeleteTopicPermissionCallback | null,
  user_data?: unknown,
): void {
  defaultClient().TIMSetCommunityDeleteTopicPermissionCallback(cb, user_data);
}

/**
 * Sets the callback for changed permissions on topics.
 *
 * Not in this version: nothing calls it.
 * @param cb gets the group id and a `PermissionGroupCallback`
 */
export function TIMSetCommunityModifyTopicPermissionCallback(
  cb: TIMCommunityModifyTopicPermissionCallback | null,
  user_data?: unknown,
): void {
  defaultClient().TIMSetCommunityModifyTopicPermissionCallback(cb, user_data);
}

/**
 * Makes a community with topics. Callback: `CreateGroupResult` with its id.
 *
 * Not in this version: after login the callback gets 7013.
 * @param json_group_create_param a `CreateGroupParam` with name and `create_group_param_is_support_topic`
 */
export function TIMCommunityCreate(
  json_group_create_param: Json<CreateGroupParam>,
  cb?: TIMCommCallback | null,
  user_data?: unknown,
): TIMResult {
  return defaultClient().TIMCommunityCreate(json_group_create_param, cb, user_data);
}

/**
 * Fetches the communities that this account is in. Callback: `GroupBaseInfo[]`.
 *
 * Not in this version: after login the callback gets 7013.
 */
export function TIMCommunityGetJoinedCommunityList(cb?: TIMCommCallback | null, user_data?: unknown): TIMResult {
  return defaultClient().TIMCommunityGetJoinedCommunityList(cb, user_data);
}

/**
 * Makes a topic. Callback: its id.
 *
 * Not in this version: after login the callback gets 7013.
 * @param group_id id of the community
 * @param json_topic_info a `TopicInfo`
 */
export function TIMCommunityCreateTopicInCommunity(
  group_id: string,
  json_topic_info: Json<TopicInfo>,
  cb?: TIMCommCallback | null,
  user_data?: unknown,
): TIMResult {
  return defaultClient().TIMCommunityCreateTopicInCommunity(group_id, json_topic_info, cb, user_data);
}

/**
 * Deletes topics. Callback: `TopicOperationResult[]`.
 *
 * Not in this version: after login the callback gets 7013.
 * @param group_id id of the community
 * @param json_topic_id_array topic ids
 */
export function TIMCommunityDeleteTopicFromCommunity(
  group_id: string,
  json_topic_id_array: Json<string[]>,
  cb?: TIMCommCallback | null,
  user_data?: unknown,
): TIMResult {
  return defaultClient().TIMCommunityDeleteTopicFromCommunity(group_id, json_topic_id_array, cb, user_data);
}

/**
 * Changes a topic.
 *
 * Not in this version: after login the callback gets 7013.
 * @param json_topic_info a `TIMGroupTopicInfo` with `group_modify_info_param_modify_flag`
 */
export function TIMCommunitySetTopicInfo(
  json_topic_info: Json<TIMGroupTopicInfo>,
  cb?: TIMCommCallback | null,
  user_data?: unknown,
): TIMResult {
  return defaultClient().TIMCommunitySetTopicInfo(json_topic_info, cb, user_data);
}

/**
 * Fetches topics. Callback: `TopicInfoResult[]`.
 *
 * Not in this version: after login the callback gets 7013.
 * @param group_id id of the community
 * @param json_topic_id_array topic ids; an empty list means all
 */
export function TIMCommunityGetTopicInfoList(
  group_id: string,
  json_topic_id_array: Json<string[]>,
  cb?: TIMCommCallback | null,
  user_data?: unknown,
): TIMResult {
  return defaultClient().TIMCommunityGetTopicInfoList(group_id, json_topic_id_array, cb, user_data);
}

/**
 * Makes a permission group. Callback: its id.
 *
 * Not in this version: after login the callback gets 7013.
 * @param json_permission_group_info a `PermissionGroupInfo` with the id of the community
 */
export function TIMCommunityCreatePermissionGroupInCommunity(
  json_permission_group_info: Json<PermissionGroupInfo>,
  cb?: TIMCommCallback | null,
  user_data?: unknown,
): TIMResult {
  return defaultClient().TIMCommunityCreatePermissionGroupInCommunity(json_permission_group_info, cb, user_data);
}

/**
 * Deletes permission groups. Callback: `PermissionGroupOperationResult[]`.
 *
 * Not in this version: after login the callback gets 7013.
 * @param group_id id of the community
 * @param json_permission_group_id_array permission group ids
 */
export function TIMCommunityDeletePermissionGroupFromCommunity(
  group_id: string,
  json_permission_group_id_array: Json<string[]>,
  cb?: TIMCommCallback | null,
  user_data?: unknown,
): TIMResult {
  return defaultClient().TIMCommunityDeletePermissionGroupFromCommunity(
    group_id,
    json_permission_group_id_array,
    cb,
    user_data,
  );
}

/**
 * Changes a permission group.
 *
 * Not in this version: after login the callback gets 7013.
 * @param json_permission_group_info a `PermissionGroupInfo` with `permission_group_modify_info_flag`
 */
export function TIMCommunityModifyPermissionGroupInfoInCommunity(
  json_permission_group_info: Json<PermissionGroupInfo>,
  cb?: TIMCommCallback | null,
  user_data?: unknown,
): TIMResult {
  return defaultClient().TIMCommunityModifyPermissionGroupInfoInCommunity(json_permission_group_info, cb, user_data);
}

/**
 * Fetches the permission groups that this account is in. Callback: `PermissionGroupInfoResult[]`.
 *
 * Not in this version: after login the callback gets 7013.
 * @param group_id id of the community
 */
export function TIMCommunityGetJoinedPermissionGroupListInCommunity(
  group_id: string,
  cb?: TIMCommCallback | null,
  user_data?: unknown,
): TIMResult {
  return defaultClient().TIMCommunityGetJoinedPermissionGroupListInCommunity(group_id, cb, user_data);
}

/**
 * Fetches permission groups. Callback: `PermissionGroupInfoResult[]`.
 *
 * Not in this version: after login the callback gets 7013.
 * @param group_id id of the community
 * @param json_permission_group_id_array permission group ids; null or empty means all
 */
export function TIMCommunityGetPermissionGroupListInCommunity(
  group_id: string,
  json_permission_group_id_array: Json<string[]> | null,
  cb?: TIMCommCallback | null,
  user_data?: unknown,
): TIMResult {
  return defaultClient().TIMCommunityGetPermissionGroupListInCommunity(
    group_id,
    json_permission_group_id_array,
    cb,
    user_data,
  );
}

/**
 * Puts members into a permission group. Callback: `PermissionGroupMemberOperationResult[]`.
 *
 * Not in this version: after login the callback gets 7013.
 * @param group_id id of the community
 * @param permission_group_id id of the permission group
 * @param json_member_id_array UserIDs
 */
export function TIMCommunityAddCommunityMembersToPermissionGroup(
  group_id: string,
  permission_group_id: string,
  json_member_id_array: Json<string[]>,
  cb?: TIMCommCallback | null,
  user_data?: unknown,
): TIMResult {
  return defaultClient().TIMCommunityAddCommunityMembersToPermissionGroup(
    group_id,
    permission_group_id,
    json_member_id_array,
    cb,
    user_data,
  );
}

/**
 * Takes members out of a permission group. Callback: `PermissionGroupMemberOperationResult[]`.
 *
 * Not in this version: after login the callback gets 7013.
 * @param group_id id of the community
 * @param permission_group_id id of the permission group
 * @param json_member_id_array UserIDs
 */
export function TIMCommunityRemoveCommunityMembersFromPermissionGroup(
  group_id: string,
  permission_group_id: string,
  json_member_id_array: Json<string[]>,
  cb?: TIMCommCallback | null,
  user_data?: unknown,
): TIMResult {
  return defaultClient().TIMCommunityRemoveCommunityMembersFromPermissionGroup(
    group_id,
    permission_group_id,
    json_member_id_array,
    cb,
    user_data,
  );
}

/**
 * Fetches the members of a permission group, page by page. Callback: `PermissionGroupMemberInfoResult`.
 *
 * Not in this version: after login the callback gets 7013.
 * @param group_id id of the community
 * @param permission_group_id id of the permission group
 * @param next_cursor empty, then what the callback has told
 */
export function TIMCommunityGetCommunityMemberListInPermissionGroup(
  group_id: string,
  permission_group_id: string,
  next_cursor: string,
  cb?: TIMCommCallback | null,
  user_data?: unknown,
): TIMResult {
  return defaultClient().TIMCommunityGetCommunityMemberListInPermissionGroup(
    group_id,
    permission_group_id,
    next_cursor,
    cb,
    user_data,
  );
}

/**
 * Gives a permission group permissions on topics. Callback: `TopicOperationResult[]`.
 *
 * Not in this version: after login the callback gets 7013.
 * @param group_id id of the community
 * @param permission_group_id id of the permission group
 * @param json_topic_permission_map `TopicPermissionMap[]`: topic ids with `V2TIMTopicPermissionValue`, added up
 */
export function TIMCommunityAddTopicPermissionToPermissionGroup(
  group_id: string,
  permission_group_id: string,
  json_topic_permission_map: Json<TopicPermissionMap[]> | null,
  cb?: TIMCommCallback | null,
  user_data?: unknown,
): TIMResult {
  return defaultClient().TIMCommunityAddTopicPermissionToPermissionGroup(
    group_id,
    permission_group_id,
    json_topic_permission_map,
    cb,
    user_data,
  );
}

/**
 * Takes a permission group all its permissions on topics. Callback: `TopicOperationResult[]`.
 *
 * Not in this version: after login the callback gets 7013.
 * @param group_id id of the community
 * @param permission_group_id id of the permission group
 * @param json_topic_id_array topic ids
 */
export function TIMCommunityDeleteTopicPermissionFromPermissionGroup(
  group_id: string,
  permission_group_id: string,
  json_topic_id_array: Json<string[]> | null,
  cb?: TIMCommCallback | null,
  user_data?: unknown,
): TIMResult {
  return defaultClient().TIMCommunityDeleteTopicPermissionFromPermissionGroup(
    group_id,
    permission_group_id,
    json_topic_id_array,
    cb,
    user_data,
  );
}

/**
 * Changes permissions on topics. Callback: `TopicOperationResult[]`.
 *
 * Not in this version: after login the callback gets 7013.
 * @param group_id id of the community
 * @param permission_group_id id of the permission group
 * @param json_topic_permission_map `TopicPermissionMap[]`: topic ids with `V2TIMTopicPermissionValue`, added up
 */
export function TIMCommunityModifyTopicPermissionInPermissionGroup(
  group_id: string,
  permission_group_id: string,
  json_topic_permission_map: Json<TopicPermissionMap[]> | null,
  cb?: TIMCommCallback | null,
  user_data?: unknown,
): TIMResult {
  return defaultClient().TIMCommunityModifyTopicPermissionInPermissionGroup(
    group_id,
    permission_group_id,
    json_topic_permission_map,
    cb,
    user_data,
  );
}

/**
 * Fetches the permissions of a permission group on topics. Callback: `TopicPermissionResult[]`.
 *
 * Not in this version: after login the callback gets 7013.
 * @param group_id id of the community
 * @param permission_group_id id of the permission group
 * @param json_topic_id_array topic ids
 */
export function TIMCommunityGetTopicPermissionInPermissionGroup(
  group_id: string,
  permission_group_id: string,
  json_topic_id_array: Json<string[]> | null,
  cb?: TIMCommCallback | null,
  user_data?: unknown,
): TIMResult {
  return defaultClient().TIMCommunityGetTopicPermissionInPermissionGroup(
    group_id,
    permission_group_id,
    json_topic_id_array,
    cb,
    user_data,
  );
}

/**
 * Sets the callback for new friends, also when another instance of this account has added them.
 *
 * Not in this version: nothing calls it.
 * @param cb gets a JSON array of UserIDs
 */
export function TIMSetOnAddFriendCallback(cb: TIMOnAddFriendCallback | null, user_data?: unknown): void {
  defaultClient().TIMSetOnAddFriendCallback(cb, user_data);
}

/**
 * Sets the callback for friends that were removed.
 *
 * Not in this version: nothing calls it.
 * @param cb gets a JSON array of UserIDs
 */
export function TIMSetOnDeleteFriendCallback(cb: TIMOnDeleteFriendCallback | null, user_data?: unknown): void {
  defaultClient().TIMSetOnDeleteFriendCallback(cb, user_data);
}

/**
 * Sets the callback for changed friends: remark, groups, profile.
 *
 * Not in this version: nothing calls it.
 * @param cb gets a JSON array of `FriendProfileUpdate`
 */
export function TIMSetUpdateFriendProfileCallback(
  cb: TIMUpdateFriendProfileCallback | null,
  user_data?: unknown,
): void {
  defaultClient().TIMSetUpdateFriendProfileCallback(cb, user_data);
}

/**
 * Sets the callback for requests of others to become a friend.
 *
 * Not in this version: nothing calls it.
 * @param cb gets a JSON array of `FriendAddPendency`
 */
export function TIMSetFriendAddRequestCallback(cb: TIMFriendAddRequestCallback | null, user_data?: unknown): void {
  defaultClient().TIMSetFriendAddRequestCallback(cb, user_data);
}

/**
 * Sets the callback for requests that are gone: accepted, refused or deleted.
 *
 * Not in this version: nothing calls it.
 * @param cb gets a JSON array of UserIDs
 */
export function TIMSetFriendApplicationListDeletedCallback(
  cb: TIMFriendApplicationListDeletedCallback | null,
  user_data?: unknown,
): void {
  defaultClient().TIMSetFriendApplicationListDeletedCallback(cb, user_data);
}

/**
 * Sets the callback for requests that were marked as read, here or elsewhere.
 *
 * Not in this version: nothing calls it.
 */
export function TIMSetFriendApplicationListReadCallback(
  cb: TIMFriendApplicationListReadCallback | null,
  user_data?: unknown,
): void {
  defaultClient().TIMSetFriendApplicationListReadCallback(cb, user_data);
}

/**
 * Sets the callback for users that came to the black list.
 *
 * Not in this version: nothing calls it.
 * @param cb gets a JSON array of `FriendProfile`
 */
export function TIMSetFriendBlackListAddedCallback(
  cb: TIMFriendBlackListAddedCallback | null,
  user_data?: unknown,
): void {
  defaultClient().TIMSetFriendBlackListAddedCallback(cb, user_data);
}

/**
 * Sets the callback for users that were taken off the black list.
 *
 * Not in this version: nothing calls it.
 * @param cb gets a JSON array of UserIDs
 */
export function TIMSetFriendBlackListDeletedCallback(
  cb: TIMFriendBlackListDeletedCallback | null,
  user_data?: unknown,
): void {
  defaultClient().TIMSetFriendBlackListDeletedCallback(cb, user_data);
}

/**
 * Sets the callback for new groups of friends.
 *
 * Not in this version: nothing calls it.
 * @param cb gets the name and a JSON array of `FriendProfile`
 */
export function TIMSetFriendGroupCreatedCallback(cb: TIMFriendGroupCreatedCallback | null, user_data?: unknown): void {
  defaultClient().TIMSetFriendGroupCreatedCallback(cb, user_data);
}

/**
 * Sets the callback for deleted groups of friends.
 *
 * Not in this version: nothing calls it.
 * @param cb gets a JSON array of names
 */
export function TIMSetFriendGroupDeletedCallback(cb: TIMFriendGroupDeletedCallback | null, user_data?: unknown): void {
  defaultClient().TIMSetFriendGroupDeletedCallback(cb, user_data);
}

/**
 * Sets the callback for renamed groups of friends.
 *
 * Not in this version: nothing calls it.
 * @param cb gets the old and the new name
 */
export function TIMSetFriendGroupNameChangedCallback(
  cb: TIMFriendGroupNameChangedCallback | null,
  user_data?: unknown,
): void {
  defaultClient().TIMSetFriendGroupNameChangedCallback(cb, user_data);
}

/**
 * Sets the callback for friends that were put into a group.
 *
 * Not in this version: nothing calls it.
 * @param cb gets the name of the group and a JSON array of `FriendProfile`
 */
export function TIMSetFriendsAddedToGroupCallback(
  cb: TIMFriendsAddedToGroupCallback | null,
  user_data?: unknown,
): void {
  defaultClient().TIMSetFriendsAddedToGroupCallback(cb, user_data);
}

/**
 * Sets the callback for friends that were taken out of a group.
 *
 * Not in this version: nothing calls it.
 * @param cb gets the name of the group and a JSON array of UserIDs
 */
export function TIMSetFriendsDeletedFromGroupCallback(
  cb: TIMFriendsDeletedFromGroupCallback | null,
  user_data?: unknown,
): void {
  defaultClient().TIMSetFriendsDeletedFromGroupCallback(cb, user_data);
}

/**
 * Sets the callback for official accounts that this account has subscribed to.
 *
 * Not in this version: nothing calls it.
 * @param cb gets an `OfficialAccountInfo`
 */
export function TIMSetOfficialAccountSubscribedCallback(
  cb: TIMOfficialAccountSubscribedCallback | null,
  user_data?: unknown,
): void {
  defaultClient().TIMSetOfficialAccountSubscribedCallback(cb, user_data);
}

/**
 * Sets the callback for subscriptions that this account has ended.
 *
 * Not in this version: nothing calls it.
 * @param cb gets the id of the official account
 */
export function TIMSetOfficialAccountUnsubscribedCallback(
  cb: TIMOfficialAccountUnsubscribedCallback | null,
  user_data?: unknown,
): void {
  defaultClient().TIMSetOfficialAccountUnsubscribedCallback(cb, user_data);
}

/**
 * Sets the callback for subscribed official accounts that were deleted.
 *
 * Not in this version: nothing calls it.
 * @param cb gets the id of the official account
 */
export function TIMSetOfficialAccountDeletedCallback(
  cb: TIMOfficialAccountDeletedCallback | null,
  user_data?: unknown,
): void {
  defaultClient().TIMSetOfficialAccountDeletedCallback(cb, user_data);
}

/**
 * Sets the callback for subscribed official accounts that have changed.
 *
 * Not in this version: nothing calls it.
 * @param cb gets an `OfficialAccountInfo`
 */
export function TIMSetOfficialAccountInfoChangedCallback(
  cb: TIMOfficialAccountInfoChangedCallback | null,
  user_data?: unknown,
): void {
  defaultClient().TIMSetOfficialAccountInfoChangedCallback(cb, user_data);
}

/**
 * Sets the callback for users that this account follows, or follows no more.
 *
 * Not in this version: nothing calls it.
 * @param cb gets a JSON array of `UserProfile` and whether they were added
 */
export function TIMSetMyFollowingListChangedCallback(
  cb: TIMMyFollowingListChangedCallback | null,
  user_data?: unknown,
): void {
  defaultClient().TIMSetMyFollowingListChangedCallback(cb, user_data);
}

/**
 * Sets the callback for users that follow this account, or follow it no more.
 *
 * Not in this version: nothing calls it.
 * @param cb gets a JSON array of `UserProfile` and whether they were added
 */
export function TIMSetMyFollowersListChangedCallback(
  cb: TIMMyFollowersListChangedCallback | null,
  user_data?: unknown,
): void {
  defaultClient().TIMSetMyFollowersListChangedCallback(cb, user_data);
}

/**
 * Sets the callback for users that follow this account and are followed by it, or are no more.
 *
 * Not in this version: nothing calls it.
 * @param cb gets a JSON array of `UserProfile` and whether they were added
 */
export function TIMSetMutualFollowersListChangedCallback(
  cb: TIMMutualFollowersListChangedCallback | null,
  user_data?: unknown,
): void {
  defaultClient().TIMSetMutualFollowersListChangedCallback(cb, user_data);
}

/**
 * Fetches all friends. Callback: `FriendProfile[]`.
 *
 * Not in this version: after login the callback gets 7013.
 */
export function TIMFriendshipGetFriendProfileList(cb?: TIMCommCallback | null, user_data?: unknown): TIMResult {
  return defaultClient().TIMFriendshipGetFriendProfileList(cb, user_data);
}

/**
 * Fetches what is known about some users as friends. Callback: `FriendInfoGetResult[]`.
 *
 * Not in this version: after login the callback gets 7013.
 * @param friend_id_list UserIDs
 */
export function TIMFriendshipGetFriendsInfo(
  friend_id_list: Json<string[]>,
  cb?: TIMCommCallback | null,
  user_data?: unknown,
): TIMResult {
  return defaultClient().TIMFriendshipGetFriendsInfo(friend_id_list, cb, user_data);
}

/**
 * Changes what this account keeps about a friend: remark, groups, custom fields.
 *
 * Not in this version: after login the callback gets 7013.
 * @param json_modify_friend_info_param a `FriendshipModifyFriendProfileParam`: UserID and `FriendProfileItem`
 */
export function TIMFriendshipModifyFriendProfile(
  json_modify_friend_info_param: Json<FriendshipModifyFriendProfileParam>,
  cb?: TIMCommCallback | null,
  user_data?: unknown,
): TIMResult {
  return defaultClient().TIMFriendshipModifyFriendProfile(json_modify_friend_info_param, cb, user_data);
}

/**
 * Searches the friends. Callback: `FriendProfile[]`.
 *
 * Not in this version: after login the callback gets 7013.
 * @param json_search_friends_param a `FriendSearchParam`: keywords, and where to look for them
 */
export function TIMFriendshipSearchFriends(
  json_search_friends_param: Json<FriendSearchParam>,
  cb?: TIMCommCallback | null,
  user_data?: unknown,
): TIMResult {
  return defaultClient().TIMFriendshipSearchFriends(json_search_friends_param, cb, user_data);
}

/**
 * Adds a friend, or asks where the other one wants to be asked. Callback: `FriendResult`.
 *
 * Not in this version: after login the callback gets 7013.
 * @param json_add_friend_param a `FriendshipAddFriendParam`
 */
export function TIMFriendshipAddFriend(
  json_add_friend_param: Json<FriendshipAddFriendParam>,
  cb?: TIMCommCallback | null,
  user_data?: unknown,
): TIMResult {
  return defaultClient().TIMFriendshipAddFriend(json_add_friend_param, cb, user_data);
}

/**
 * Removes friends, on one side or on both. Callback: `FriendResult[]`.
 *
 * Not in this version: after login the callback gets 7013.
 * @param json_delete_friend_param a `FriendshipDeleteFriendParam`
 */
export function TIMFriendshipDeleteFriend(
  json_delete_friend_param: Json<FriendshipDeleteFriendParam>,
  cb?: TIMCommCallback | null,
  user_data?: unknown,
): TIMResult {
  return defaultClient().TIMFriendshipDeleteFriend(json_delete_friend_param, cb, user_data);
}

/**
 * Tells who is whose friend. Callback: `FriendshipCheckFriendTypeResult[]`.
 *
 * Not in this version: after login the callback gets 7013.
 * @param json_check_friend_list_param a `FriendshipCheckFriendTypeParam`
 */
export function TIMFriendshipCheckFriendType(
  json_check_friend_list_param: Json<FriendshipCheckFriendTypeParam>,
  cb?: TIMCommCallback | null,
  user_data?: unknown,
): TIMResult {
  return defaultClient().TIMFriendshipCheckFriendType(json_check_friend_list_param, cb, user_data);
}

/**
 * Fetches requests to become friends that nobody has answered. Callback: `PendencyPage`.
 *
 * Not in this version: after login the callback gets 7013.
 * @param json_get_pendency_list_param a `FriendshipGetPendencyListParam`
 */
export function TIMFriendshipGetPendencyList(
  json_get_pendency_list_param: Json<FriendshipGetPendencyListParam>,
  cb?: TIMCommCallback | null,
  user_data?: unknown,
): TIMResult {
  return defaultClient().TIMFriendshipGetPendencyList(json_get_pendency_list_param, cb, user_data);
}

/**
 * Accepts or refuses a request. Callback: `FriendResult`.
 *
 * Not in this version: after login the callback gets 7013.
 * @param json_handle_friend_add_param a `FriendResponse`; UserID and action must be there
 */
export function TIMFriendshipHandleFriendAddRequest(
  json_handle_friend_add_param: Json<FriendResponse>,
  cb?: TIMCommCallback | null,
  user_data?: unknown,
): TIMResult {
  return defaultClient().TIMFriendshipHandleFriendAddRequest(json_handle_friend_add_param, cb, user_data);
}

/**
 * Marks requests as read.
 *
 * Not in this version: after login the callback gets 7013.
 * @param time_stamp up to this time, unix seconds; 0 means now
 */
export function TIMFriendshipReportPendencyReaded(
  time_stamp: number | bigint,
  cb?: TIMCommCallback | null,
  user_data?: unknown,
): TIMResult {
  return defaultClient().TIMFriendshipReportPendencyReaded(time_stamp, cb, user_data);
}

/**
 * Deletes requests. Callback: `FriendResult[]`.
 *
 * Not in this version: after login the callback gets 7013.
 * @param json_delete_pendency_param a `FriendshipDeletePendencyParam`
 */
export function TIMFriendshipDeletePendency(
  json_delete_pendency_param: Json<FriendshipDeletePendencyParam>,
  cb?: TIMCommCallback | null,
  user_data?: unknown,
): TIMResult {
  return defaultClient().TIMFriendshipDeletePendency(json_delete_pendency_param, cb, user_data);
}

/**
 * Fetches the black list. Callback: `FriendProfile[]`.
 *
 * Not in this version: after login the callback gets 7013.
 */
export function TIMFriendshipGetBlackList(cb?: TIMCommCallback | null, user_data?: unknown): TIMResult {
  return defaultClient().TIMFriendshipGetBlackList(cb, user_data);
}

/**
 * Puts users on the black list. Callback: `FriendResult[]`.
 *
 * Not in this version: after login the callback gets 7013.
 * @param json_add_to_blacklist_param UserIDs
 */
export function TIMFriendshipAddToBlackList(
  json_add_to_blacklist_param: Json<string[]>,
  cb?: TIMCommCallback | null,
  user_data?: unknown,
): TIMResult {
  return defaultClient().TIMFriendshipAddToBlackList(json_add_to_blacklist_param, cb, user_data);
}

/**
 * Takes users off the black list. Callback: `FriendResult[]`.
 *
 * Not in this version: after login the callback gets 7013.
 * @param json_delete_from_blacklist_param UserIDs
 */
export function TIMFriendshipDeleteFromBlackList(
  json_delete_from_blacklist_param: Json<string[]>,
  cb?: TIMCommCallback | null,
  user_data?: unknown,
): TIMResult {
  return defaultClient().TIMFriendshipDeleteFromBlackList(json_delete_from_blacklist_param, cb, user_data);
}

/**
 * Makes groups of friends. Callback: `FriendResult[]`.
 *
 * Not in this version: after login the callback gets 7013.
 * @param json_create_friend_group_param a `CreateFriendGroupParam`: names, and the friends to put into them
 */
export function TIMFriendshipCreateFriendGroup(
  json_create_friend_group_param: Json<CreateFriendGroupParam>,
  cb?: TIMCommCallback | null,
  user_data?: unknown,
): TIMResult {
  return defaultClient().TIMFriendshipCreateFriendGroup(json_create_friend_group_param, cb, user_data);
}

/**
 * Fetches groups of friends. Callback: `FriendGroupInfo[]`.
 *
 * Not in this version: after login the callback gets 7013.
 * @param json_get_friend_group_list_param names; an empty list means all
 */
export function TIMFriendshipGetFriendGroupList(
  json_get_friend_group_list_param: Json<string[]>,
  cb?: TIMCommCallback | null,
  user_data?: unknown,
): TIMResult {
  return defaultClient().TIMFriendshipGetFriendGroupList(json_get_friend_group_list_param, cb, user_data);
}

/**
 * Deletes groups of friends; the friends stay.
 *
 * Not in this version: after login the callback gets 7013.
 * @param json_delete_friend_group_param names
 */
export function TIMFriendshipDeleteFriendGroup(
  json_delete_friend_group_param: Json<string[]>,
  cb?: TIMCommCallback | null,
  user_data?: unknown,
): TIMResult {
  return defaultClient().TIMFriendshipDeleteFriendGroup(json_delete_friend_group_param, cb, user_data);
}

/**
 * Renames a group of friends, or changes who is in it. Callback: `FriendResult[]`.
 *
 * Not in this version: after login the callback gets 7013.
 * @param json_modify_friend_group_param a `FriendshipModifyFriendGroupParam`
 */
export function TIMFriendshipModifyFriendGroup(
  json_modify_friend_group_param: Json<FriendshipModifyFriendGroupParam>,
  cb?: TIMCommCallback | null,
  user_data?: unknown,
): TIMResult {
  return defaultClient().TIMFriendshipModifyFriendGroup(json_modify_friend_group_param, cb, user_data);
}

/**
 * Subscribes to an official account.
 *
 * Not in this version: after login the callback gets 7013.
 * @param official_account_id its id
 */
export function TIMSubscribeOfficialAccount(
  official_account_id: string,
  cb?: TIMCommCallback | null,
  user_data?: unknown,
): TIMResult {
  return defaultClient().TIMSubscribeOfficialAccount(official_account_id, cb, user_data);
}

/**
 * Ends the subscription to an official account.
 *
 * Not in this version: after login the callback gets 7013.
 * @param unsubscribe_official_account_id its id
 */
export function TIMUnsubscribeOfficialAccount(
  unsubscribe_official_account_id: string,
  cb?: TIMCommCallback | null,
  user_data?: unknown,
): TIMResult {
  return defaultClient().TIMUnsubscribeOfficialAccount(unsubscribe_official_account_id, cb, user_data);
}

/**
 * Fetches official accounts. Callback: `GetOfficialAccountInfoResult[]`.
 *
 * Not in this version: after login the callback gets 7013.
 * @param json_official_account_id_list ids; null or empty means all that this account has subscribed to
 */
export function TIMGetOfficialAccountsInfo(
  json_official_account_id_list: Json<string[]> | null,
  cb?: TIMCommCallback | null,
  user_data?: unknown,
): TIMResult {
  return defaultClient().TIMGetOfficialAccountsInfo(json_official_account_id_list, cb, user_data);
}

/**
 * Follows users. Callback: `FollowOperationResult[]`.
 *
 * Not in this version: after login the callback gets 7013.
 * @param json_user_id_list UserIDs, at most 20
 */
export function TIMFollowUser(
  json_user_id_list: Json<string[]>,
  cb?: TIMCommCallback | null,
  user_data?: unknown,
): TIMResult {
  return defaultClient().TIMFollowUser(json_user_id_list, cb, user_data);
}

/**
 * Stops following users. Callback: `FollowOperationResult[]`.
 *
 * Not in this version: after login the callback gets 7013.
 * @param json_user_id_list UserIDs, at most 20
 */
export function TIMUnfollowUser(
  json_user_id_list: Json<string[]>,
  cb?: TIMCommCallback | null,
  user_data?: unknown,
): TIMResult {
  return defaultClient().TIMUnfollowUser(json_user_id_list, cb, user_data);
}

/**
 * Fetches whom this account follows, page by page. Callback: `FollowListResult`.
 *
 * Not in this version: after login the callback gets 7013.
 * @param next_cursor null or empty, then what the callback has told
 */
export function TIMGetMyFollowingList(
  next_cursor: string | null,
  cb?: TIMCommCallback | null,
  user_data?: unknown,
): TIMResult {
  return defaultClient().TIMGetMyFollowingList(next_cursor, cb, user_data);
}

/**
 * Fetches who follows this account, page by page. Callback: `FollowListResult`.
 *
 * Not in this version: after login the callback gets 7013.
 * @param next_cursor null or empty, then what the callback has told
 */
export function TIMGetMyFollowersList(
  next_cursor: string | null,
  cb?: TIMCommCallback | null,
  user_data?: unknown,
): TIMResult {
  return defaultClient().TIMGetMyFollowersList(next_cursor, cb, user_data);
}

/**
 * Fetches who follows this account and is followed by it, page by page. Callback: `FollowListResult`.
 *
 * Not in this version: after login the callback gets 7013.
 * @param next_cursor null or empty, then what the callback has told
 */
export function TIMGetMutualFollowersList(
  next_cursor: string | null,
  cb?: TIMCommCallback | null,
  user_data?: unknown,
): TIMResult {
  return defaultClient().TIMGetMutualFollowersList(next_cursor, cb, user_data);
}

/**
 * Counts followers of users and whom they follow. Callback: `FollowInfo[]`.
 *
 * Not in this version: after login the callback gets 7013.
 * @param json_user_id_list UserIDs
 */
export function TIMGetUserFollowInfo(
  json_user_id_list: Json<string[]>,
  cb?: TIMCommCallback | null,
  user_data?: unknown,
): TIMResult {
  return defaultClient().TIMGetUserFollowInfo(json_user_id_list, cb, user_data);
}

/**
 * Tells who follows whom, between this account and others. Callback: `FollowTypeCheckResult[]`.
 *
 * Not in this version: after login the callback gets 7013.
 * @param json_user_id_list UserIDs
 */
export function TIMCheckFollowType(
  json_user_id_list: Json<string[]>,
  cb?: TIMCommCallback | null,
  user_data?: unknown,
): TIMResult {
  return defaultClient().TIMCheckFollowType(json_user_id_list, cb, user_data);
}

/**
 * Tells under which token this device can be reached; null ends that.
 *
 * Not in this version: after login the callback gets 7013.
 * @param json_token an `OfflinePushToken`
 */
export function TIMMsgSetOfflinePushToken(
  json_token: Json<OfflinePushToken> | null,
  cb?: TIMCommCallback | null,
  user_data?: unknown,
): TIMResult {
  return defaultClient().TIMMsgSetOfflinePushToken(json_token, cb, user_data);
}

/**
 * The app has gone to the background: notifications begin.
 *
 * Not in this version: after login the callback gets 7013.
 * @param unread_count number for the badge of the app
 */
export function TIMMsgDoBackground(unread_count: number, cb?: TIMCommCallback | null, user_data?: unknown): TIMResult {
  return defaultClient().TIMMsgDoBackground(unread_count, cb, user_data);
}

/**
 * The app has come to the foreground: notifications end.
 *
 * Not in this version: after login the callback gets 7013.
 */
export function TIMMsgDoForeground(cb?: TIMCommCallback | null, user_data?: unknown): TIMResult {
  return defaultClient().TIMMsgDoForeground(cb, user_data);
}

/**
 * Sets the callback for invitations of others.
 *
 * Not in this version: nothing calls it.
 * @param cb gets the invite id, who invites, the group id, a JSON array of the invited UserIDs, and the data
 */
export function TIMSetSignalingReceiveNewInvitationCallback(
  cb: TIMSignalingReceiveNewInvitationCallback | null,
  user_data?: unknown,
): void {
  defaultClient().TIMSetSignalingReceiveNewInvitationCallback(cb, user_data);
}

/**
 * Sets the callback for invitations that were called off.
 *
 * Not in this version: nothing calls it.
 * @param cb gets the invite id, who had invited, and the data
 */
export function TIMSetSignalingInvitationCancelledCallback(
  cb: TIMSignalingInvitationCancelledCallback | null,
  user_data?: unknown,
): void {
  defaultClient().TIMSetSignalingInvitationCancelledCallback(cb, user_data);
}

/**
 * Sets the callback for accepted invitations.
 *
 * Not in this version: nothing calls it.
 * @param cb gets the invite id, who has accepted, and the data
 */
export function TIMSetSignalingInviteeAcceptedCallback(
  cb: TIMSignalingInviteeAcceptedCallback | null,
  user_data?: unknown,
): void {
  defaultClient().TIMSetSignalingInviteeAcceptedCallback(cb, user_data);
}

/**
 * Sets the callback for refused invitations.
 *
 * Not in this version: nothing calls it.
 * @param cb gets the invite id, who has refused, and the data
 */
export function TIMSetSignalingInviteeRejectedCallback(
  cb: TIMSignalingInviteeRejectedCallback | null,
  user_data?: unknown,
): void {
  defaultClient().TIMSetSignalingInviteeRejectedCallback(cb, user_data);
}

/**
 * Sets the callback for invitations that nobody has answered in time.
 *
 * Not in this version: nothing calls it.
 * @param cb gets the invite id and a JSON array of those who have not answered
 */
export function TIMSetSignalingInvitationTimeoutCallback(
  cb: TIMSignalingInvitationTimeoutCallback | null,
  user_data?: unknown,
): void {
  defaultClient().TIMSetSignalingInvitationTimeoutCallback(cb, user_data);
}

/**
 * Sets the callback for invitations whose data was changed.
 *
 * Not in this version: nothing calls it.
 * @param cb gets the invite id and the data
 */
export function TIMSetSignalingInvitationModifiedCallback(
  cb: TIMSignalingInvitationModifiedCallback | null,
  user_data?: unknown,
): void {
  defaultClient().TIMSetSignalingInvitationModifiedCallback(cb, user_data);
}

/**
 * Invites one user.
 *
 * Not in this version: after login the callback gets 7013.
 * @param invitee UserID
 * @param data the app's own; may be empty
 * @param online_user_only true when nobody else need hear of it and nothing need be kept
 * @param json_offline_push_info an `OfflinePushConfig` for phones; may be null
 * @param timeout seconds; 0 means no end
 * @param invite_id_buffer receives the invite id before the call returns; 128 bytes are enough
 */
export function TIMSignalingInvite(
  invitee: string,
  data: string,
  online_user_only: boolean,
  json_offline_push_info: Json<OfflinePushConfig> | null,
  timeout: number,
  invite_id_buffer: OutBuffer | null,
  cb?: TIMCommCallback | null,
  user_data?: unknown,
): TIMResult {
  return defaultClient().TIMSignalingInvite(
    invitee,
    data,
    online_user_only,
    json_offline_push_info,
    timeout,
    invite_id_buffer,
    cb,
    user_data,
  );
}

/**
 * Invites members of a group.
 *
 * Not in this version: after login the callback gets 7013.
 * @param group_id id of the group
 * @param json_invitee_array UserIDs
 * @param data the app's own; may be empty
 * @param online_user_only true when nobody else need hear of it and nothing need be kept
 * @param timeout seconds; 0 means no end
 * @param invite_id_buffer receives the invite id before the call returns; 128 bytes are enough
 */
export function TIMSignalingInviteInGroup(
  group_id: string,
  json_invitee_array: Json<string[]>,
  data: string,
  online_user_only: boolean,
  timeout: number,
  invite_id_buffer: OutBuffer | null,
  cb?: TIMCommCallback | null,
  user_data?: unknown,
): TIMResult {
  return defaultClient().TIMSignalingInviteInGroup(
    group_id,
    json_invitee_array,
    data,
    online_user_only,
    timeout,
    invite_id_buffer,
    cb,
    user_data,
  );
}

/**
 * Calls one's own invitation off, while somebody has not answered yet. Errors: 8010 it is not there any more.
 *
 * Not in this version: after login the callback gets 7013.
 * @param invite_id id of the invitation
 * @param data the app's own; may be empty
 */
export function TIMSignalingCancel(
  invite_id: string,
  data: string,
  cb?: TIMCommCallback | null,
  user_data?: unknown,
): TIMResult {
  return defaultClient().TIMSignalingCancel(invite_id, data, cb, user_data);
}

/**
 * Accepts an invitation. Errors: 8010 it is not there any more.
 *
 * Not in this version: after login the callback gets 7013.
 * @param invite_id id of the invitation
 * @param data the app's own; may be empty
 */
export function TIMSignalingAccept(
  invite_id: string,
  data: string,
  cb?: TIMCommCallback | null,
  user_data?: unknown,
): TIMResult {
  return defaultClient().TIMSignalingAccept(invite_id, data, cb, user_data);
}

/**
 * Refuses an invitation. Errors: 8010 it is not there any more.
 *
 * Not in this version: after login the callback gets 7013.
 * @param invite_id id of the invitation
 * @param data the app's own; may be empty
 */
export function TIMSignalingReject(
  invite_id: string,
  data: string,
  cb?: TIMCommCallback | null,
  user_data?: unknown,
): TIMResult {
  return defaultClient().TIMSignalingReject(invite_id, data, cb, user_data);
}

/**
 * Tells whether a message is part of an invitation, and of which. Callback: `SignalingInfo`; for any other
 * message error 6017, and `null`.
 * @param json_msg a `Message`
 * @param json_signaling_info_cb must be given
 */
export function TIMGetSignalingInfo(
  json_msg: Json<Message>,
  json_signaling_info_cb: TIMCommCallback,
  user_data?: unknown,
): TIMResult {
  return defaultClient().TIMGetSignalingInfo(json_msg, json_signaling_info_cb, user_data);
}

/**
 * Changes the data of an invitation. Errors: 8010 it is not there any more.
 *
 * Not in this version: after login the callback gets 7013.
 * @param invite_id id of the invitation
 * @param data the app's own
 */
export function TIMSignalingModifyInvitation(
  invite_id: string,
  data: string,
  cb?: TIMCommCallback | null,
  user_data?: unknown,
): TIMResult {
  return defaultClient().TIMSignalingModifyInvitation(invite_id, data, cb, user_data);
}

/**
 * Sets the callback for notices of experimental functions.
 *
 * Not in this version: nothing calls it.
 * @param cb gets a key and data
 */
export function TIMSetExperimentalNotifyCallback(cb: TIMExperimentalNotifyCallback | null, user_data?: unknown): void {
  defaultClient().TIMSetExperimentalNotifyCallback(cb, user_data);
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
 * @returns 6017 for a log line without level or content
 */
export function callExperimentalAPI(
  json_param: Json<RequestParam>,
  cb?: TIMCommCallback | null,
  user_data?: unknown,
): TIMResult {
  return defaultClient().callExperimentalAPI(json_param, cb, user_data);
}
