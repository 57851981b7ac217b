// Made by `npm run generate`. Do not edit.
import type { TimClient } from '../../../native/client.js';
import type { SdkConfig } from '../../../core/options.js';
import type {
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
} from '../../../native/generated/callbacks.js';
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
import { accepted, promised, promisedPage, promisedText, textOf, type ReadMembers } from '../promised.js';

/**
 * The C-style API of one account with promises instead of callbacks. They resolve with what the JSON of the callback
 * says (64-bit numbers that a number cannot hold are bigints) and reject with a TIMError `{ code, desc }`; the code of a
 * call that is refused at once is its `TIMResult`.
 */
export class PromiseClient {
  constructor(private readonly client: TimClient) {}

  /**
   * Sets the callback for the state of the connection to the server.
   * @param cb gets a `TIMNetworkStatus`; for a failure `code` and `desc` say why
   */
  TIMSetNetworkStatusListenerCallback(cb: TIMNetworkStatusListenerCallback | null, user_data?: unknown): void {
    this.client.TIMSetNetworkStatusListenerCallback(cb, user_data);
  }

  /**
   * Sets the callback for being kicked: another instance took the place, or an administrator ended the session.
   * Afterwards nobody is logged in, and the SDK does not come back by itself.
   * @param cb gets the reason as an extra last argument
   */
  TIMSetKickedOfflineCallback(cb: TIMKickedOfflineCallback | null, user_data?: unknown): void {
    this.client.TIMSetKickedOfflineCallback(cb, user_data);
  }

  /** Sets the callback for the end of the UserSig. Fetch a new one from your backend and log in with it. */
  TIMSetUserSigExpiredCallback(cb: TIMUserSigExpiredCallback | null, user_data?: unknown): void {
    this.client.TIMSetUserSigExpiredCallback(cb, user_data);
  }

  /**
   * Sets the callback for changes of one's own profile, by another instance or by a backend.
   *
   * Not in this version: nothing calls it.
   * @param cb gets a `UserProfile`
   */
  TIMSetSelfInfoUpdatedCallback(cb: TIMSelfInfoUpdatedCallback | null, user_data?: unknown): void {
    this.client.TIMSetSelfInfoUpdatedCallback(cb, user_data);
  }

  /**
   * Sets the callback for users that come online or go, or change their own status: those subscribed to.
   *
   * Not in this version: nothing calls it.
   * @param cb gets a JSON array of `TIMUserStatus`
   */
  TIMSetUserStatusChangedCallback(cb: TIMUserStatusChangedCallback | null, user_data?: unknown): void {
    this.client.TIMSetUserStatusChangedCallback(cb, user_data);
  }

  /**
   * Sets the callback for profile changes of users subscribed to, other than friends.
   *
   * Not in this version: nothing calls it.
   * @param cb gets a JSON array of `UserProfile`
   */
  TIMSetUserInfoChangedCallback(cb: TIMUserInfoChangedCallback | null, user_data?: unknown): void {
    this.client.TIMSetUserInfoChangedCallback(cb, user_data);
  }

  /**
   * Sets the callback that receives the SDK's log lines; TIMSetConfig says from which level on. Secrets are never in them.
   * @param cb gets the `TIMLogLevel` and the line
   */
  TIMSetLogCallback(cb: TIMLogCallback | null, user_data?: unknown): void {
    this.client.TIMSetLogCallback(cb, user_data);
  }

  /**
   * Begins: reads the settings and connects in the background. Calling it again without TIMUninit changes nothing.
   * @param sdk_app_id the app's SDKAppID, not 0
   * @param json_sdk_config settings, see {@link SdkConfig}; null means defaults
   */
  TIMInit(sdk_app_id: number | bigint, json_sdk_config?: Json<SdkConfig> | null): void {
    accepted(this.client.TIMInit(sdk_app_id, json_sdk_config));
  }

  /** Ends: closes the connection. Calls that still wait get 7009. Timers and sockets are gone afterwards. */
  TIMUninit(): void {
    accepted(this.client.TIMUninit());
  }

  /** The version of tim-node. */
  TIMGetSDKVersion(): string {
    return this.client.TIMGetSDKVersion();
  }

  /** Server time in unix seconds; the local time until the server has been heard. */
  TIMGetServerTime(): number {
    return this.client.TIMGetServerTime();
  }

  /**
   * Changes settings at run time: log levels, console log, HTTP and SOCKS5 proxies. Resolves with the same `SetConfig`.
   *
   * In this version: `set_config_log_level`, `set_config_callback_log_level`, `set_config_is_log_output_console`,
   * `set_config_http_proxy_info`, `set_config_socks5_proxy_info` and, in `set_config_user_config`,
   * `user_config_is_is_disable_storage`, which counts from the next login on; other keys are accepted without effect.
   * @param json_config a `SetConfig`; keys that are not there stay as they are
   */
  TIMSetConfig(json_config: Json<SetConfig>): Promise<SetConfig> {
    return promised((cb) => this.client.TIMSetConfig(json_config, cb));
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
  TIMLogin(user_id: string, user_sig: string): Promise<void> {
    return promised((cb) => this.client.TIMLogin(user_id, user_sig, cb));
  }

  /** Logs out. Other instances of the account go on. Calls that still wait get 6014, a running login 6023. */
  TIMLogout(): Promise<void> {
    return promised((cb) => this.client.TIMLogout(cb));
  }

  /** Tells who is logged in. */
  TIMGetLoginUserID(): string {
    return textOf((buffer) => this.client.TIMGetLoginUserID(buffer));
  }

  /** Tells the `TIMLoginStatus`: logged in, logging in, logged out, logging out. */
  TIMGetLoginStatus(): TIMLoginStatus {
    return this.client.TIMGetLoginStatus();
  }

  /**
   * Fetches profiles of users, one's own included. Resolves with `UserProfile[]`.
   *
   * Not in this version: after login it rejects with 7013.
   * @param json_get_user_profile_list_param a `FriendShipGetProfileListParam`
   */
  TIMProfileGetUserProfileList(
    json_get_user_profile_list_param: Json<FriendShipGetProfileListParam>,
  ): Promise<UserProfile[]> {
    return promised((cb) => this.client.TIMProfileGetUserProfileList(json_get_user_profile_list_param, cb));
  }

  /**
   * Changes fields of one's own profile.
   *
   * Not in this version: after login it rejects with 7013.
   * @param json_modify_self_user_profile_param a `UserProfileItem` with the fields to change; keys of custom fields may
   * leave `Tag_Profile_Custom_` out
   */
  TIMProfileModifySelfUserProfile(json_modify_self_user_profile_param: Json<UserProfileItem>): Promise<void> {
    return promised((cb) => this.client.TIMProfileModifySelfUserProfile(json_modify_self_user_profile_param, cb));
  }

  /**
   * Asks to be told of profile changes of users, by TIMSetUserInfoChangedCallback. Of friends one is told anyway.
   *
   * Not in this version: after login it rejects with 7013.
   * @param json_user_id_list UserIDs; of more than 200 the oldest are dropped
   */
  TIMSubscribeUserInfo(json_user_id_list: Json<string[]>): Promise<void> {
    return promised((cb) => this.client.TIMSubscribeUserInfo(json_user_id_list, cb));
  }

  /**
   * Ends such wishes.
   *
   * Not in this version: after login it rejects with 7013.
   * @param json_user_id_list UserIDs; null or empty means all
   */
  TIMUnsubscribeUserInfo(json_user_id_list: Json<string[]> | null): Promise<void> {
    return promised((cb) => this.client.TIMUnsubscribeUserInfo(json_user_id_list, cb));
  }

  /**
   * Fetches whether users are online, and their own status. Resolves with `TIMUserStatus[]`.
   *
   * Not in this version: after login it rejects with 7013.
   * @param json_identifier_array UserIDs
   */
  TIMGetUserStatus(json_identifier_array: Json<string[]>): Promise<TIMUserStatus[]> {
    return promised((cb) => this.client.TIMGetUserStatus(json_identifier_array, cb));
  }

  /**
   * Sets one's own status, such as "at lunch".
   *
   * Not in this version: after login it rejects with 7013.
   * @param json_current_user_status a `TIMUserStatus` with `user_status_custom_status`
   */
  TIMSetSelfStatus(json_current_user_status: Json<TIMUserStatus>): Promise<void> {
    return promised((cb) => this.client.TIMSetSelfStatus(json_current_user_status, cb));
  }

  /**
   * Asks to be told when users come online or go, by TIMSetUserStatusChangedCallback.
   *
   * Not in this version: after login it rejects with 7013.
   * @param json_identifier_array UserIDs; of more than 200 the oldest are dropped
   */
  TIMSubscribeUserStatus(json_identifier_array: Json<string[]>): Promise<void> {
    return promised((cb) => this.client.TIMSubscribeUserStatus(json_identifier_array, cb));
  }

  /**
   * Ends such wishes.
   *
   * Not in this version: after login it rejects with 7013.
   * @param json_identifier_array UserIDs; null or empty means all
   */
  TIMUnsubscribeUserStatus(json_identifier_array: Json<string[]> | null): Promise<void> {
    return promised((cb) => this.client.TIMUnsubscribeUserStatus(json_identifier_array, cb));
  }

  /**
   * Adds a callback for new messages, those that other instances of this account have sent included. Any number of
   * callbacks can be added; each gets every message exactly once and in order, also after a lost connection.
   * @param cb gets a JSON array of `Message`; the same function again only changes its user data; null removes all
   */
  TIMAddRecvNewMsgCallback(cb: TIMRecvNewMsgCallback | null, user_data?: unknown): void {
    this.client.TIMAddRecvNewMsgCallback(cb, user_data);
  }

  /**
   * Removes a callback for new messages.
   * @param cb the function that was added
   */
  TIMRemoveRecvNewMsgCallback(cb: TIMRecvNewMsgCallback | null): void {
    this.client.TIMRemoveRecvNewMsgCallback(cb);
  }

  /**
   * Sets the callback for the progress of uploads: images, sounds, files and videos of messages on their way out.
   * @param cb gets the `Message`, the place of the element in it, and how many bytes of how many have been sent
   */
  TIMSetMsgElemUploadProgressCallback(cb: TIMMsgElemUploadProgressCallback | null, user_data?: unknown): void {
    this.client.TIMSetMsgElemUploadProgressCallback(cb, user_data);
  }

  /**
   * Sets the callback for receipts: somebody has read messages that this account has sent.
   * @param cb gets a JSON array of `MessageReceipt`
   */
  TIMSetMsgReadedReceiptCallback(cb: TIMMsgReadedReceiptCallback | null, user_data?: unknown): void {
    this.client.TIMSetMsgReadedReceiptCallback(cb, user_data);
  }

  /**
   * Sets the callback for messages that their sender, or an administrator of the group, has taken back.
   * @param cb gets a JSON array of `MsgLocator`
   */
  TIMSetMsgRevokeCallback(cb: TIMMsgRevokeCallback | null, user_data?: unknown): void {
    this.client.TIMSetMsgRevokeCallback(cb, user_data);
  }

  /**
   * Sets the callback for messages whose content was changed after they were sent.
   * @param cb gets a JSON array of `Message`
   */
  TIMSetMsgUpdateCallback(cb: TIMMsgUpdateCallback | null, user_data?: unknown): void {
    this.client.TIMSetMsgUpdateCallback(cb, user_data);
  }

  /**
   * Sets the callback for new and changed extensions of a message.
   * @param cb gets the message id and a JSON array of `MessageExtension`
   */
  TIMSetMsgExtensionsChangedCallback(cb: TIMMsgExtensionsChangedCallback | null, user_data?: unknown): void {
    this.client.TIMSetMsgExtensionsChangedCallback(cb, user_data);
  }

  /**
   * Sets the callback for extensions that were removed from a message.
   * @param cb gets the message id and a JSON array of `MessageExtension` with nothing but the keys
   */
  TIMSetMsgExtensionsDeletedCallback(cb: TIMMsgExtensionsDeletedCallback | null, user_data?: unknown): void {
    this.client.TIMSetMsgExtensionsDeletedCallback(cb, user_data);
  }

  /**
   * Sets the callback for changed reactions to messages.
   * @param cb gets a JSON array of `MessageReactionChangeInfo`
   */
  TIMSetMsgReactionsChangedCallback(cb: TIMMsgReactionsChangedCallback | null, user_data?: unknown): void {
    this.client.TIMSetMsgReactionsChangedCallback(cb, user_data);
  }

  /**
   * Sets the callback for a changed setting of do-not-disturb for the whole account.
   * @param cb gets a `TIMReceiveMessageOptInfo`
   */
  TIMSetMsgAllMessageReceiveOptionCallback(
    cb: TIMMsgAllMessageReceiveOptionCallback | null,
    user_data?: unknown,
  ): void {
    this.client.TIMSetMsgAllMessageReceiveOptionCallback(cb, user_data);
  }

  /**
   * Sets the callback for messages that were pinned or unpinned in a group.
   * @param cb gets the group id, the `Message`, whether it is pinned now, and who did it
   */
  TIMSetMsgGroupPinnedMessageChangedCallback(
    cb: TIMMsgGroupPinnedMessageChangedCallback | null,
    user_data?: unknown,
  ): void {
    this.client.TIMSetMsgGroupPinnedMessageChangedCallback(cb, user_data);
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
  TIMMsgSendMessage(conv_id: string, conv_type: TIMConvType, json_msg_param: Json<Message>): Promise<Message> {
    return promised((cb) => this.client.TIMMsgSendMessage(conv_id, conv_type, json_msg_param, null, cb));
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
  TIMMsgCancelSend(conv_id: string, conv_type: TIMConvType, message_id: string): Promise<Message> {
    return promised((cb) => this.client.TIMMsgCancelSend(conv_id, conv_type, message_id, cb));
  }

  /**
   * Sends one message to several users. Resolves with `MsgBatchSendResult[]`, one for each user, in the order given.
   * @param json_batch_send_param a `MsgBatchSendParam`
   */
  TIMMsgBatchSend(json_batch_send_param: Json<MsgBatchSendParam>): Promise<MsgBatchSendResult[]> {
    return promised((cb) => this.client.TIMMsgBatchSend(json_batch_send_param, cb));
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
  TIMMsgDownloadElemToPath(
    json_download_elem_param: Json<DownloadElemParam>,
    path: string,
  ): Promise<MsgDownloadElemResult> {
    return promised((cb) => this.client.TIMMsgDownloadElemToPath(json_download_elem_param, path, cb));
  }

  /**
   * Fetches the messages inside a merged one. Resolves with `Message[]`.
   * @param json_single_msg the merged `Message`
   */
  TIMMsgDownloadMergerMessage(json_single_msg: Json<Message>): Promise<Message[]> {
    return promised((cb) => this.client.TIMMsgDownloadMergerMessage(json_single_msg, cb));
  }

  /**
   * Keeps the app's own data with a message, on this machine only.
   * @param json_msg_param the `Message` with `message_custom_int` or `message_custom_str`
   */
  TIMMsgSetLocalCustomData(json_msg_param: Json<Message>): Promise<void> {
    return promised((cb) => this.client.TIMMsgSetLocalCustomData(json_msg_param, cb));
  }

  /**
   * Sets whether messages of some users are received and disturb. Messages that are not received are not told to
   * TIMAddRecvNewMsgCallback; they are in the history.
   * @param json_identifier_array UserIDs, at most 30
   * @param opt `TIMReceiveMessageOpt`
   */
  TIMMsgSetC2CReceiveMessageOpt(json_identifier_array: Json<string[]>, opt: TIMReceiveMessageOpt): Promise<void> {
    return promised((cb) => this.client.TIMMsgSetC2CReceiveMessageOpt(json_identifier_array, opt, cb));
  }

  /**
   * Fetches what is set for messages of some users. Resolves with `GetC2CRecvMsgOptResult[]`.
   * @param json_identifier_array UserIDs
   */
  TIMMsgGetC2CReceiveMessageOpt(json_identifier_array: Json<string[]>): Promise<GetC2CRecvMsgOptResult[]> {
    return promised((cb) => this.client.TIMMsgGetC2CReceiveMessageOpt(json_identifier_array, cb));
  }

  /**
   * Sets whether messages of a group are received and disturb, as for users; `GroupBaseInfo` tells what is set.
   * @param group_id id of the group
   * @param opt `TIMReceiveMessageOpt`
   */
  TIMMsgSetGroupReceiveMessageOpt(group_id: string, opt: TIMReceiveMessageOpt): Promise<void> {
    return promised((cb) => this.client.TIMMsgSetGroupReceiveMessageOpt(group_id, opt, cb));
  }

  /**
   * Sets do-not-disturb for the whole account, every day from a time of day on.
   * @param opt `TIMReceiveMessageOpt`
   * @param start_hour 0 to 23, with the next two the beginning, in local time
   * @param start_minute 0 to 59
   * @param start_second 0 to 59
   * @param duration seconds; a day or more means for good
   */
  TIMMsgSetAllReceiveMessageOpt(
    opt: TIMReceiveMessageOpt,
    start_hour: number,
    start_minute: number,
    start_second: number,
    duration: number,
  ): Promise<void> {
    return promised((cb) =>
      this.client.TIMMsgSetAllReceiveMessageOpt(opt, start_hour, start_minute, start_second, duration, cb),
    );
  }

  /**
   * Sets do-not-disturb for the whole account, once.
   * @param opt `TIMReceiveMessageOpt`
   * @param start_time_stamp beginning, unix seconds
   * @param duration seconds
   */
  TIMMsgSetAllReceiveMessageOpt2(opt: TIMReceiveMessageOpt, start_time_stamp: number, duration: number): Promise<void> {
    return promised((cb) => this.client.TIMMsgSetAllReceiveMessageOpt2(opt, start_time_stamp, duration, cb));
  }

  /** Fetches do-not-disturb of the whole account. Resolves with `TIMReceiveMessageOptInfo`. */
  TIMMsgGetAllReceiveMessageOpt(): Promise<TIMReceiveMessageOptInfo> {
    return promised((cb) => this.client.TIMMsgGetAllReceiveMessageOpt(cb));
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
  TIMMsgGetMsgList(
    conv_id: string,
    conv_type: TIMConvType,
    json_get_msg_param: Json<MsgGetMsgListParam>,
  ): Promise<Message[]> {
    return promised((cb) => this.client.TIMMsgGetMsgList(conv_id, conv_type, json_get_msg_param, cb));
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
  TIMMsgRevoke(conv_id: string, conv_type: TIMConvType, json_msg_param: Json<Message>): Promise<void> {
    return promised((cb) => this.client.TIMMsgRevoke(conv_id, conv_type, json_msg_param, cb));
  }

  /**
   * Changes the content of a message that was sent. Everybody hears of it through TIMSetMsgUpdateCallback.
   * Resolves with the `Message` as it is now, also when somebody else was faster (8006).
   *
   * Errors: 8001 longer than 12 KB, 8006 changed in between, 20022, 10030 and 10032 not there or not allowed.
   * @param json_msg_param the `Message` with new elements or new `message_cloud_custom_str`
   */
  TIMMsgModifyMessage(json_msg_param: Json<Message>): Promise<Message> {
    return promised((cb) => this.client.TIMMsgModifyMessage(json_msg_param, cb));
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
  TIMMsgDelete(conv_id: string, conv_type: TIMConvType, json_msgdel_param: Json<MsgDeleteParam>): Promise<void> {
    return promised((cb) => this.client.TIMMsgDelete(conv_id, conv_type, json_msgdel_param, cb));
  }

  /**
   * Deletes messages of one conversation for this account, here and on the server.
   * @param conv_id UserID of the other one, or group id
   * @param conv_type `TIMConvType`: C2C or group
   * @param json_msg_array `Message[]`, at most 50
   */
  TIMMsgListDelete(conv_id: string, conv_type: TIMConvType, json_msg_array: Json<Message[]>): Promise<void> {
    return promised((cb) => this.client.TIMMsgListDelete(conv_id, conv_type, json_msg_array, cb));
  }

  /**
   * Deletes all messages of a conversation for this account; the conversation itself stays.
   * @param conv_id UserID of the other one, or group id
   * @param conv_type `TIMConvType`: C2C or group
   */
  TIMMsgClearHistoryMessage(conv_id: string, conv_type: TIMConvType): Promise<void> {
    return promised((cb) => this.client.TIMMsgClearHistoryMessage(conv_id, conv_type, cb));
  }

  /**
   * Puts a message of the app's own making into a conversation, on this machine only.
   * @param conv_id UserID of the other one, or group id
   * @param conv_type `TIMConvType`: C2C or group
   * @param json_msg_param a `Message`
   */
  TIMMsgSaveMsg(conv_id: string, conv_type: TIMConvType, json_msg_param: Json<Message>): Promise<void> {
    return promised((cb) => this.client.TIMMsgSaveMsg(conv_id, conv_type, json_msg_param, cb));
  }

  /**
   * Puts messages, made by the app or kept from elsewhere, into a conversation, on this machine only.
   * @param conv_id UserID of the other one, or group id
   * @param conv_type `TIMConvType`: C2C or group
   * @param json_msg_array `Message[]`
   */
  TIMMsgImportMsgList(conv_id: string, conv_type: TIMConvType, json_msg_array: Json<Message[]>): Promise<void> {
    return promised((cb) => this.client.TIMMsgImportMsgList(conv_id, conv_type, json_msg_array, cb));
  }

  /**
   * Finds messages on this machine by their ids, those that were taken back or deleted included; `message_status`
   * tells these apart. Resolves with `Message[]`.
   * @param json_message_id_array ids
   */
  TIMMsgFindMessages(json_message_id_array: Json<string[]>): Promise<Message[]> {
    return promised((cb) => this.client.TIMMsgFindMessages(json_message_id_array, cb));
  }

  /**
   * Finds messages of a conversation by their place in it; without the server, those of the local store. Messages that
   * were taken back, and deleted ones that this machine still has, are among them: `message_status` tells these apart.
   * Resolves with `Message[]`.
   * @param conv_id UserID of the other one, or group id
   * @param conv_type `TIMConvType`: C2C or group
   * @param json_msg_Locator_array `MsgLocator[]`
   */
  TIMMsgFindByMsgLocatorList(
    conv_id: string,
    conv_type: TIMConvType,
    json_msg_Locator_array: Json<MsgLocator[]>,
  ): Promise<Message[]> {
    return promised((cb) => this.client.TIMMsgFindByMsgLocatorList(conv_id, conv_type, json_msg_Locator_array, cb));
  }

  /**
   * Searches the messages on this machine, newest first: texts, descriptions, file names and titles, capital letters
   * or not. Resolves with `MessageSearchResult`. In one conversation it holds the messages and counts them; in all of them
   * it holds conversations and counts these, and shows a message only where it is the only one.
   * @param json_search_message_param a `MessageSearchParam`
   */
  TIMMsgSearchLocalMessages(json_search_message_param: Json<MessageSearchParam>): Promise<MessageSearchResult> {
    return promised((cb) => this.client.TIMMsgSearchLocalMessages(json_search_message_param, cb));
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
  TIMMsgSearchCloudMessages(json_search_message_param: Json<MessageSearchParam>): Promise<MessageSearchResult> {
    return promised((cb) => this.client.TIMMsgSearchCloudMessages(json_search_message_param, cb));
  }

  /**
   * Tells the senders of messages that they were read. Messages that ask for no receipt, and one's own, are left out.
   * @param json_msg_array `Message[]` of one conversation
   */
  TIMMsgSendMessageReadReceipts(json_msg_array: Json<Message[]>): Promise<void> {
    return promised((cb) => this.client.TIMMsgSendMessageReadReceipts(json_msg_array, cb));
  }

  /**
   * Fetches who has read one's own messages. Resolves with `MessageReceipt[]`.
   * @param json_msg_array `Message[]` of one conversation: sent by this account, with `message_need_read_receipt`
   */
  TIMMsgGetMessageReadReceipts(json_msg_array: Json<Message[]>): Promise<MessageReceipt[]> {
    return promised((cb) => this.client.TIMMsgGetMessageReadReceipts(json_msg_array, cb));
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
  TIMMsgGetGroupMessageReadMemberList(
    json_msg: Json<Message>,
    filter: TIMGroupMessageReadMembersFilter,
    next_seq: number | bigint,
    count: number,
  ): Promise<ReadMembers> {
    return promisedPage((cb) => this.client.TIMMsgGetGroupMessageReadMemberList(json_msg, filter, next_seq, count, cb));
  }

  /**
   * Adds extensions to a message or changes them; the message must have been sent with
   * `message_support_message_extension`. Resolves with `MessageExtensionResult[]`, one for each key; when somebody else has
   * changed an extension that this client has not heard of yet, its code is 23001 and it holds what is there now.
   * @param json_msg the `Message`
   * @param json_extension_array `MessageExtension[]`, at most 20; key up to 100 bytes, value up to 1 KB
   */
  TIMMsgSetMessageExtensions(
    json_msg: Json<Message>,
    json_extension_array: Json<MessageExtension[]>,
  ): Promise<MessageExtensionResult[]> {
    return promised((cb) => this.client.TIMMsgSetMessageExtensions(json_msg, json_extension_array, cb));
  }

  /**
   * Fetches the extensions of a message. Resolves with `MessageExtension[]`.
   * @param json_msg the `Message`
   */
  TIMMsgGetMessageExtensions(json_msg: Json<Message>): Promise<MessageExtension[]> {
    return promised((cb) => this.client.TIMMsgGetMessageExtensions(json_msg, cb));
  }

  /**
   * Removes extensions of a message. Resolves with `MessageExtensionResult[]`; 23001 as for setting.
   * @param json_msg the `Message`
   * @param json_extension_key_array keys, at most 20; an empty list means all
   */
  TIMMsgDeleteMessageExtensions(
    json_msg: Json<Message>,
    json_extension_key_array: Json<string[]>,
  ): Promise<MessageExtensionResult[]> {
    return promised((cb) => this.client.TIMMsgDeleteMessageExtensions(json_msg, json_extension_key_array, cb));
  }

  /**
   * Adds a reaction, such as an emoji, to a message.
   *
   * Errors: 23005 and 23006 too many reactions or users, 23007 this user has reacted in this way already.
   * @param json_msg the `Message`
   * @param reaction_id which one
   */
  TIMMsgAddMessageReaction(json_msg: Json<Message>, reaction_id: string): Promise<void> {
    return promised((cb) => this.client.TIMMsgAddMessageReaction(json_msg, reaction_id, cb));
  }

  /**
   * Takes one's own reaction to a message back.
   *
   * Errors: 23008 nobody has reacted in this way, 23009 others have, but not this user.
   * @param json_msg the `Message`
   * @param reaction_id which one
   */
  TIMMsgRemoveMessageReaction(json_msg: Json<Message>, reaction_id: string): Promise<void> {
    return promised((cb) => this.client.TIMMsgRemoveMessageReaction(json_msg, reaction_id, cb));
  }

  /**
   * Fetches the reactions to messages. Resolves with `MessageReactionResult[]`.
   * @param json_msg_array `Message[]` of one conversation, at most 20
   * @param max_user_count_per_reaction how many users to name for each reaction, 0 to 10
   */
  TIMMsgGetMessageReactions(
    json_msg_array: Json<Message[]>,
    max_user_count_per_reaction: number,
  ): Promise<MessageReactionResult[]> {
    return promised((cb) => this.client.TIMMsgGetMessageReactions(json_msg_array, max_user_count_per_reaction, cb));
  }

  /**
   * Fetches all users with one reaction to a message, page by page. Resolves with `MessageReactionUserResult`.
   * @param json_msg the `Message`
   * @param reaction_id which one
   * @param next_seq 0, then what the callback has told
   * @param count users in a page, at most 100
   */
  TIMMsgGetAllUserListOfMessageReaction(
    json_msg: Json<Message>,
    reaction_id: string,
    next_seq: number,
    count: number,
  ): Promise<MessageReactionUserResult> {
    return promised((cb) =>
      this.client.TIMMsgGetAllUserListOfMessageReaction(json_msg, reaction_id, next_seq, count, cb),
    );
  }

  /**
   * Translates texts. Resolves with `MessageTranslateTextResult[]`.
   *
   * Errors: 7013 the server was given no provider of translations, 20005 the provider has failed.
   * @param json_source_text_array texts
   * @param source_language such as `en`; `auto` or nothing to find it out
   * @param target_language such as `de`
   */
  TIMMsgTranslateText(
    json_source_text_array: Json<string[]>,
    source_language: string,
    target_language: string,
  ): Promise<MessageTranslateTextResult[]> {
    return promised((cb) =>
      this.client.TIMMsgTranslateText(json_source_text_array, source_language, target_language, cb),
    );
  }

  /**
   * Writes down what is said in a sound. Resolves with the text.
   *
   * Errors: 7013 the server was given no provider of this, 20005 the provider has failed.
   * @param url address of the sound, from its element
   * @param language such as `en`
   */
  TIMMsgConvertVoiceToText(url: string, language: string): Promise<string> {
    return promised((cb) => this.client.TIMMsgConvertVoiceToText(url, language, cb));
  }

  /**
   * Pins a message in a group, or unpins it. At most ten are pinned at a time.
   * @param group_id id of the group
   * @param json_msg the `Message`
   * @param is_pinned true to pin
   */
  TIMPinGroupMessage(group_id: string, json_msg: Json<Message>, is_pinned: boolean): Promise<void> {
    return promised((cb) => this.client.TIMPinGroupMessage(group_id, json_msg, is_pinned, cb));
  }

  /**
   * Fetches the messages that are pinned in a group. Resolves with `Message[]`.
   * @param group_id id of the group
   */
  TIMGetPinnedGroupMessageList(group_id: string): Promise<Message[]> {
    return promised((cb) => this.client.TIMGetPinnedGroupMessageList(group_id, cb));
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
  TIMMsgSendNewMsg(conv_id: string, conv_type: TIMConvType, json_msg_param: Json<Message>): Promise<Message> {
    return promised((cb) => this.client.TIMMsgSendNewMsg(conv_id, conv_type, json_msg_param, cb));
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
  TIMMsgSendNewMsgEx(conv_id: string, conv_type: TIMConvType, json_msg_param: Json<Message>): Promise<Message> {
    return promised((cb) => this.client.TIMMsgSendNewMsgEx(conv_id, conv_type, json_msg_param, null, cb));
  }

  /**
   * Marks the messages of a conversation as read up to one of them.
   * @deprecated use TIMConvCleanConversationUnreadMessageCount
   * @param conv_id UserID of the other one, or group id
   * @param conv_type `TIMConvType`: C2C or group
   * @param json_msg_param the last `Message` that was read; null or empty means all of them
   */
  TIMMsgReportReaded(
    conv_id: string | null,
    conv_type: TIMConvType,
    json_msg_param: Json<Message> | null,
  ): Promise<void> {
    return promised((cb) => this.client.TIMMsgReportReaded(conv_id, conv_type, json_msg_param, cb));
  }

  /**
   * Marks all messages of all conversations as read.
   * @deprecated use TIMConvCleanConversationUnreadMessageCount with an empty conversation id
   */
  TIMMsgMarkAllMessageAsRead(): Promise<void> {
    return promised((cb) => this.client.TIMMsgMarkAllMessageAsRead(cb));
  }

  /**
   * Sets the callback for conversations that appear, change or go.
   * @param cb gets a `TIMConvEvent` and a JSON array of `ConvInfo`
   */
  TIMSetConvEventCallback(cb: TIMConvEventCallback | null, user_data?: unknown): void {
    this.client.TIMSetConvEventCallback(cb, user_data);
  }

  /**
   * Sets the callback for the number of unread messages in all conversations that disturb.
   * @param cb gets the new number
   */
  TIMSetConvTotalUnreadMessageCountChangedCallback(
    cb: TIMConvTotalUnreadMessageCountChangedCallback | null,
    user_data?: unknown,
  ): void {
    this.client.TIMSetConvTotalUnreadMessageCountChangedCallback(cb, user_data);
  }

  /**
   * Sets the callback for the number of unread messages behind filters of
   * TIMConvSubscribeUnreadMessageCountByFilter.
   * @param cb gets the `TIMConversationListFilter` and the new number
   */
  TIMSetConvUnreadMessageCountChangedByFilterCallback(
    cb: TIMConvTotalUnreadMessageCountChangedByFilterCallback | null,
    user_data?: unknown,
  ): void {
    this.client.TIMSetConvUnreadMessageCountChangedByFilterCallback(cb, user_data);
  }

  /**
   * Sets the callback for new groups of conversations.
   * @param cb gets the name and a JSON array of `ConvInfo`
   */
  TIMSetConvConversationGroupCreatedCallback(
    cb: TIMConvConversationGroupCreatedCallback | null,
    user_data?: unknown,
  ): void {
    this.client.TIMSetConvConversationGroupCreatedCallback(cb, user_data);
  }

  /**
   * Sets the callback for deleted groups of conversations.
   * @param cb gets the name
   */
  TIMSetConvConversationGroupDeletedCallback(
    cb: TIMConvConversationGroupDeletedCallback | null,
    user_data?: unknown,
  ): void {
    this.client.TIMSetConvConversationGroupDeletedCallback(cb, user_data);
  }

  /**
   * Sets the callback for renamed groups of conversations.
   * @param cb gets the old and the new name
   */
  TIMSetConvConversationGroupNameChangedCallback(
    cb: TIMConvConversationGroupNameChangedCallback | null,
    user_data?: unknown,
  ): void {
    this.client.TIMSetConvConversationGroupNameChangedCallback(cb, user_data);
  }

  /**
   * Sets the callback for conversations that were put into a group.
   * @param cb gets the name of the group and a JSON array of `ConvInfo`
   */
  TIMSetConvConversationsAddedToGroupCallback(
    cb: TIMConvConversationsAddedToGroupCallback | null,
    user_data?: unknown,
  ): void {
    this.client.TIMSetConvConversationsAddedToGroupCallback(cb, user_data);
  }

  /**
   * Sets the callback for conversations that were taken out of a group.
   * @param cb gets the name of the group, a JSON array of `ConvInfo`, and why
   */
  TIMSetConvConversationsDeletedFromGroupCallback(
    cb: TIMConvConversationsDeletedFromGroupCallback | null,
    user_data?: unknown,
  ): void {
    this.client.TIMSetConvConversationsDeletedFromGroupCallback(cb, user_data);
  }

  /** Fetches all conversations. Resolves with `ConvInfo[]`. */
  TIMConvGetConvList(): Promise<ConvInfo[]> {
    return promised((cb) => this.client.TIMConvGetConvList(cb));
  }

  /**
   * Fetches some conversations. Resolves with `ConvInfo[]`.
   * @param json_get_conv_list_param `GetConversationListParam[]`
   */
  TIMConvGetConvInfo(json_get_conv_list_param: Json<GetConversationListParam[]>): Promise<ConvInfo[]> {
    return promised((cb) => this.client.TIMConvGetConvInfo(json_get_conv_list_param, cb));
  }

  /**
   * Fetches the conversations behind a filter, page by page. Resolves with `TIMConversationListResult`.
   * @param filter a `TIMConversationListFilter`; `{}` means all
   * @param next_seq 0, then what the callback has told
   * @param count conversations in a page; 0 is refused
   */
  TIMConvGetConversationListByFilter(
    filter: Json<TIMConversationListFilter>,
    next_seq: number | bigint,
    count: number,
  ): Promise<TIMConversationListResult> {
    return promised((cb) => this.client.TIMConvGetConversationListByFilter(filter, next_seq, count, cb));
  }

  /**
   * Deletes a conversation and its messages, here and on the server.
   * @param conv_id UserID of the other one, or group id
   * @param conv_type `TIMConvType`: C2C or group
   */
  TIMConvDelete(conv_id: string, conv_type: TIMConvType): Promise<void> {
    return promised((cb) => this.client.TIMConvDelete(conv_id, conv_type, cb));
  }

  /**
   * Deletes conversations. Resolves with `TIMConversationOperationResult[]`.
   * @param conversation_id_array conversation ids (`c2c_` and UserID, `group_` and group id), at most 100
   * @param clear_message whether their messages are deleted too
   */
  TIMConvDeleteConversationList(
    conversation_id_array: Json<string[]>,
    clear_message: boolean,
  ): Promise<TIMConversationOperationResult[]> {
    return promised((cb) => this.client.TIMConvDeleteConversationList(conversation_id_array, clear_message, cb));
  }

  /**
   * Keeps what the user was writing.
   * @param conv_id UserID of the other one, or group id
   * @param conv_type `TIMConvType`: C2C or group
   * @param json_draft_param a `Draft`
   */
  TIMConvSetDraft(conv_id: string, conv_type: TIMConvType, json_draft_param: Json<Draft>): void {
    accepted(this.client.TIMConvSetDraft(conv_id, conv_type, json_draft_param));
  }

  /**
   * Forgets what the user was writing.
   * @param conv_id UserID of the other one, or group id
   * @param conv_type `TIMConvType`: C2C or group
   */
  TIMConvCancelDraft(conv_id: string, conv_type: TIMConvType): void {
    accepted(this.client.TIMConvCancelDraft(conv_id, conv_type));
  }

  /**
   * Keeps the app's own data with conversations. Resolves with `TIMConversationOperationResult[]`.
   * @param conversation_id_array conversation ids (`c2c_` and UserID, `group_` and group id)
   * @param custom_data up to 256 bytes
   */
  TIMConvSetConversationCustomData(
    conversation_id_array: Json<string[]>,
    custom_data: string,
  ): Promise<TIMConversationOperationResult[]> {
    return promised((cb) => this.client.TIMConvSetConversationCustomData(conversation_id_array, custom_data, cb));
  }

  /**
   * Puts a conversation to the top of the list, or lets it go from there.
   * @param conv_id UserID of the other one, or group id
   * @param conv_type `TIMConvType`: C2C or group
   * @param is_pinned true to pin
   */
  TIMConvPinConversation(conv_id: string, conv_type: TIMConvType, is_pinned: boolean): Promise<void> {
    return promised((cb) => this.client.TIMConvPinConversation(conv_id, conv_type, is_pinned, cb));
  }

  /**
   * Sets a mark on conversations or removes it. Resolves with `TIMConversationOperationResult[]`.
   * @param conversation_id_array conversation ids (`c2c_` and UserID, `group_` and group id)
   * @param mark_type `TIMConversationMarkType`, or one of the app's own: `1n << n` with n from 32 to 63
   * @param enable_mark true to set
   */
  TIMConvMarkConversation(
    conversation_id_array: Json<string[]>,
    mark_type: number | bigint,
    enable_mark: boolean,
  ): Promise<TIMConversationOperationResult[]> {
    return promised((cb) => this.client.TIMConvMarkConversation(conversation_id_array, mark_type, enable_mark, cb));
  }

  /**
   * Counts the unread messages of all conversations that disturb; from then on TIMSetConvTotalUnreadMessageCountChangedCallback
   * tells of changes. Resolves with `GetTotalUnreadNumberResult`.
   */
  TIMConvGetTotalUnreadMessageCount(): Promise<GetTotalUnreadNumberResult> {
    return promised((cb) => this.client.TIMConvGetTotalUnreadMessageCount(cb));
  }

  /**
   * Counts the unread messages of the conversations behind a filter. Resolves with `GetTotalUnreadNumberResult`.
   * @param filter a `TIMConversationListFilter`
   */
  TIMConvGetUnreadMessageCountByFilter(filter: Json<TIMConversationListFilter>): Promise<GetTotalUnreadNumberResult> {
    return promised((cb) => this.client.TIMConvGetUnreadMessageCountByFilter(filter, cb));
  }

  /**
   * Asks to be told of the number of unread messages behind a filter.
   * @param filter a `TIMConversationListFilter`
   */
  TIMConvSubscribeUnreadMessageCountByFilter(filter: Json<TIMConversationListFilter>): void {
    accepted(this.client.TIMConvSubscribeUnreadMessageCountByFilter(filter));
  }

  /**
   * Ends such a wish.
   * @param filter the same `TIMConversationListFilter`
   */
  TIMConvUnsubscribeUnreadMessageCountByFilter(filter: Json<TIMConversationListFilter>): void {
    accepted(this.client.TIMConvUnsubscribeUnreadMessageCountByFilter(filter));
  }

  /**
   * Marks messages as read.
   * @param conversation_id `c2c_` and UserID, `group_` and group id; `c2c` or `group` for all of that kind, nothing for all
   * @param clean_timestamp C2C: up to this time, unix seconds; 0 means all
   * @param clean_sequence group: up to this message; 0 means all
   */
  TIMConvCleanConversationUnreadMessageCount(
    conversation_id: string | null,
    clean_timestamp: number | bigint,
    clean_sequence: number | bigint,
  ): Promise<void> {
    return promised((cb) =>
      this.client.TIMConvCleanConversationUnreadMessageCount(conversation_id, clean_timestamp, clean_sequence, cb),
    );
  }

  /**
   * Makes a group of conversations. Resolves with `TIMConversationOperationResult[]`.
   * @param group_name 1 to 32 bytes; there can be 20 groups
   * @param conversation_id_array conversation ids, at least one
   */
  TIMConvCreateConversationGroup(
    group_name: string,
    conversation_id_array: Json<string[]>,
  ): Promise<TIMConversationOperationResult[]> {
    return promised((cb) => this.client.TIMConvCreateConversationGroup(group_name, conversation_id_array, cb));
  }

  /** Fetches the names of the groups of conversations. Resolves with `string[]`. */
  TIMConvGetConversationGroupList(): Promise<string[]> {
    return promised((cb) => this.client.TIMConvGetConversationGroupList(cb));
  }

  /**
   * Deletes a group of conversations; the conversations stay.
   * @param group_name name of the group
   */
  TIMConvDeleteConversationGroup(group_name: string): Promise<void> {
    return promised((cb) => this.client.TIMConvDeleteConversationGroup(group_name, cb));
  }

  /**
   * Renames a group of conversations.
   * @param old_name its name
   * @param new_name 1 to 32 bytes
   */
  TIMConvRenameConversationGroup(old_name: string, new_name: string): Promise<void> {
    return promised((cb) => this.client.TIMConvRenameConversationGroup(old_name, new_name, cb));
  }

  /**
   * Puts conversations into a group. Resolves with `TIMConversationOperationResult[]`.
   * @param group_name name of the group
   * @param conversation_id_array conversation ids
   */
  TIMConvAddConversationsToGroup(
    group_name: string,
    conversation_id_array: Json<string[]>,
  ): Promise<TIMConversationOperationResult[]> {
    return promised((cb) => this.client.TIMConvAddConversationsToGroup(group_name, conversation_id_array, cb));
  }

  /**
   * Takes conversations out of a group. Resolves with `TIMConversationOperationResult[]`.
   * @param group_name name of the group
   * @param conversation_id_array conversation ids
   */
  TIMConvDeleteConversationsFromGroup(
    group_name: string,
    conversation_id_array: Json<string[]>,
  ): Promise<TIMConversationOperationResult[]> {
    return promised((cb) => this.client.TIMConvDeleteConversationsFromGroup(group_name, conversation_id_array, cb));
  }

  /**
   * Does nothing but succeed: a conversation comes into being with its first message.
   * @deprecated not needed
   * @param conv_id UserID of the other one, or group id
   * @param conv_type `TIMConvType`: C2C or group
   */
  TIMConvCreate(conv_id: string | null, conv_type: TIMConvType): Promise<void> {
    return promised((cb) => this.client.TIMConvCreate(conv_id, conv_type, cb));
  }

  /**
   * Sets the callback for what happens in groups: people come and go, roles and settings change.
   * @param cb gets a `GroupTipsElem`
   */
  TIMSetGroupTipsEventCallback(cb: TIMGroupTipsEventCallback | null, user_data?: unknown): void {
    this.client.TIMSetGroupTipsEventCallback(cb, user_data);
  }

  /**
   * Sets the callback for changed attributes of a group.
   *
   * Not in this version: nothing calls it.
   * @param cb gets the group id and a JSON array of all its `GroupAttributes`
   */
  TIMSetGroupAttributeChangedCallback(cb: TIMGroupAttributeChangedCallback | null, user_data?: unknown): void {
    this.client.TIMSetGroupAttributeChangedCallback(cb, user_data);
  }

  /**
   * Sets the callback for changed counters of a group.
   *
   * Not in this version: nothing calls it.
   * @param cb gets the group id, the key, and the new value
   */
  TIMSetGroupCounterChangedCallback(cb: TIMGroupCounterChangedCallback | null, user_data?: unknown): void {
    this.client.TIMSetGroupCounterChangedCallback(cb, user_data);
  }

  /**
   * Sets the callback for new topics in a community.
   *
   * Not in this version: nothing calls it.
   * @param cb gets the group id and the topic id
   */
  TIMSetGroupTopicCreatedCallback(cb: TIMGroupTopicCreatedCallback | null, user_data?: unknown): void {
    this.client.TIMSetGroupTopicCreatedCallback(cb, user_data);
  }

  /**
   * Sets the callback for deleted topics in a community.
   *
   * Not in this version: nothing calls it.
   * @param cb gets the group id and a JSON array of topic ids
   */
  TIMSetGroupTopicDeletedCallback(cb: TIMGroupTopicDeletedCallback | null, user_data?: unknown): void {
    this.client.TIMSetGroupTopicDeletedCallback(cb, user_data);
  }

  /**
   * Sets the callback for changed topics in a community.
   *
   * Not in this version: nothing calls it.
   * @param cb gets the group id and a `TIMGroupTopicInfo`
   */
  TIMSetGroupTopicChangedCallback(cb: TIMGroupTopicChangedCallback | null, user_data?: unknown): void {
    this.client.TIMSetGroupTopicChangedCallback(cb, user_data);
  }

  /**
   * Makes a group. Resolves with `CreateGroupResult` with its id.
   * @param json_group_create_param a `CreateGroupParam`; `create_group_param_group_name` must be there
   */
  TIMGroupCreate(json_group_create_param: Json<CreateGroupParam>): Promise<CreateGroupResult> {
    return promised((cb) => this.client.TIMGroupCreate(json_group_create_param, cb));
  }

  /**
   * Dissolves a group, as its owner; a private group cannot be dissolved.
   * @param group_id id of the group
   */
  TIMGroupDelete(group_id: string): Promise<void> {
    return promised((cb) => this.client.TIMGroupDelete(group_id, cb));
  }

  /**
   * Joins a group, or asks to be let in where joining needs approval, which is answered with 0 too: owner and
   * administrators get a message of the system with a `GroupReportElem`, and so does whoever has asked when it is
   * decided. Nobody can join a private group by himself.
   * @param group_id id of the group
   * @param hello_msg a word to those who decide, 1,024 bytes at most; may be null
   */
  TIMGroupJoin(group_id: string, hello_msg: string | null): Promise<void> {
    return promised((cb) => this.client.TIMGroupJoin(group_id, hello_msg, cb));
  }

  /**
   * Leaves a group. The owner cannot leave, except a private group.
   * @param group_id id of the group
   */
  TIMGroupQuit(group_id: string): Promise<void> {
    return promised((cb) => this.client.TIMGroupQuit(group_id, cb));
  }

  /** Fetches the groups that this account is in. Resolves with `GroupBaseInfo[]`. */
  TIMGroupGetJoinedGroupList(): Promise<GroupBaseInfo[]> {
    return promised((cb) => this.client.TIMGroupGetJoinedGroupList(cb));
  }

  /**
   * Fetches what is known about groups. Resolves with `GetGroupInfoResult[]`.
   * @param json_group_getinfo_param group ids
   */
  TIMGroupGetGroupInfoList(json_group_getinfo_param: Json<string[]>): Promise<GetGroupInfoResult[]> {
    return promised((cb) => this.client.TIMGroupGetGroupInfoList(json_group_getinfo_param, cb));
  }

  /**
   * Searches the groups of this account. Resolves with `GroupDetailInfo[]`.
   *
   * Not in this version: after login it rejects with 7013.
   * @param json_group_search_groups_param a `GroupSearchParam` with up to five keywords
   */
  TIMGroupSearchGroups(json_group_search_groups_param: Json<GroupSearchParam>): Promise<GroupDetailInfo[]> {
    return promised((cb) => this.client.TIMGroupSearchGroups(json_group_search_groups_param, cb));
  }

  /**
   * Changes a group: name, notice, owner and so on.
   * @param json_group_modifyinfo_param a `GroupModifyInfoParam`; `group_modify_info_param_group_id` and
   * `group_modify_info_param_modify_flag` (`TIMGroupModifyInfoFlag`, added up) must be there
   */
  TIMGroupModifyGroupInfo(json_group_modifyinfo_param: Json<GroupModifyInfoParam>): Promise<void> {
    return promised((cb) => this.client.TIMGroupModifyGroupInfo(json_group_modifyinfo_param, cb));
  }

  /**
   * Replaces all attributes of a group. Errors: 8511 too often.
   *
   * Not in this version: after login it rejects with 7013.
   * @param group_id id of the group
   * @param json_group_attributes `GroupAttributes[]`: up to 16, key up to 32 bytes, value up to 4 KB, 16 KB in all
   */
  TIMGroupInitGroupAttributes(group_id: string, json_group_attributes: Json<GroupAttributes[]>): Promise<void> {
    return promised((cb) => this.client.TIMGroupInitGroupAttributes(group_id, json_group_attributes, cb));
  }

  /**
   * Adds attributes to a group, or changes them.
   *
   * Not in this version: after login it rejects with 7013.
   * @param group_id id of the group
   * @param json_group_attributes `GroupAttributes[]`
   */
  TIMGroupSetGroupAttributes(group_id: string, json_group_attributes: Json<GroupAttributes[]>): Promise<void> {
    return promised((cb) => this.client.TIMGroupSetGroupAttributes(group_id, json_group_attributes, cb));
  }

  /**
   * Removes attributes of a group.
   *
   * Not in this version: after login it rejects with 7013.
   * @param group_id id of the group
   * @param json_keys keys
   */
  TIMGroupDeleteGroupAttributes(group_id: string, json_keys: Json<string[]>): Promise<void> {
    return promised((cb) => this.client.TIMGroupDeleteGroupAttributes(group_id, json_keys, cb));
  }

  /**
   * Fetches attributes of a group. Resolves with `GroupAttributes[]`.
   *
   * Not in this version: after login it rejects with 7013.
   * @param group_id id of the group
   * @param json_keys keys; null or empty means all
   */
  TIMGroupGetGroupAttributes(group_id: string, json_keys: Json<string[]> | null): Promise<GroupAttributes[]> {
    return promised((cb) => this.client.TIMGroupGetGroupAttributes(group_id, json_keys, cb));
  }

  /**
   * Counts the members of a group that are online. Resolves with `GroupGetOnlineMemberCountResult`.
   *
   * Not in this version: after login it rejects with 7013.
   * @param group_id id of the group
   */
  TIMGroupGetOnlineMemberCount(group_id: string): Promise<GroupGetOnlineMemberCountResult> {
    return promised((cb) => this.client.TIMGroupGetOnlineMemberCount(group_id, cb));
  }

  /**
   * Sets counters of a group. Resolves with `GroupCounter[]`, those that were set.
   *
   * Not in this version: after login it rejects with 7013.
   * @param group_id id of the group
   * @param json_group_counter_array `GroupCounter[]`
   */
  TIMGroupSetGroupCounters(group_id: string, json_group_counter_array: Json<GroupCounter[]>): Promise<GroupCounter[]> {
    return promised((cb) => this.client.TIMGroupSetGroupCounters(group_id, json_group_counter_array, cb));
  }

  /**
   * Fetches counters of a group. Resolves with `GroupCounter[]`.
   *
   * Not in this version: after login it rejects with 7013.
   * @param group_id id of the group
   * @param json_group_counter_key_array keys; an empty list means all
   */
  TIMGroupGetGroupCounters(group_id: string, json_group_counter_key_array: Json<string[]>): Promise<GroupCounter[]> {
    return promised((cb) => this.client.TIMGroupGetGroupCounters(group_id, json_group_counter_key_array, cb));
  }

  /**
   * Adds to a counter of a group; one that is not there counts as 0. Resolves with `GroupCounter[]`.
   *
   * Not in this version: after login it rejects with 7013.
   * @param group_id id of the group
   * @param group_counter_key key
   * @param group_counter_value how much
   */
  TIMGroupIncreaseGroupCounter(
    group_id: string,
    group_counter_key: string,
    group_counter_value: number | bigint,
  ): Promise<GroupCounter[]> {
    return promised((cb) =>
      this.client.TIMGroupIncreaseGroupCounter(group_id, group_counter_key, group_counter_value, cb),
    );
  }

  /**
   * Takes from a counter of a group; one that is not there counts as 0. Resolves with `GroupCounter[]`.
   *
   * Not in this version: after login it rejects with 7013.
   * @param group_id id of the group
   * @param group_counter_key key
   * @param group_counter_value how much
   */
  TIMGroupDecreaseGroupCounter(
    group_id: string,
    group_counter_key: string,
    group_counter_value: number | bigint,
  ): Promise<GroupCounter[]> {
    return promised((cb) =>
      this.client.TIMGroupDecreaseGroupCounter(group_id, group_counter_key, group_counter_value, cb),
    );
  }

  /**
   * Fetches the communities with topics that this account is in. Resolves with `GroupBaseInfo[]`.
   *
   * Not in this version: after login it rejects with 7013.
   */
  TIMGroupGetJoinedCommunityList(): Promise<GroupBaseInfo[]> {
    return promised((cb) => this.client.TIMGroupGetJoinedCommunityList(cb));
  }

  /**
   * Makes a topic in a community. Resolves with its id.
   *
   * Not in this version: after login it rejects with 7013.
   * @param group_id id of the community
   * @param json_topic_info a `TIMGroupTopicInfo`
   */
  TIMGroupCreateTopicInCommunity(group_id: string, json_topic_info: Json<TIMGroupTopicInfo>): Promise<string> {
    return promised((cb) => this.client.TIMGroupCreateTopicInCommunity(group_id, json_topic_info, cb));
  }

  /**
   * Deletes topics of a community. Resolves with `TIMGroupTopicOperationResult[]`.
   *
   * Not in this version: after login it rejects with 7013.
   * @param group_id id of the community
   * @param json_topic_id_array topic ids
   */
  TIMGroupDeleteTopicFromCommunity(
    group_id: string,
    json_topic_id_array: Json<string[]>,
  ): Promise<TIMGroupTopicOperationResult[]> {
    return promised((cb) => this.client.TIMGroupDeleteTopicFromCommunity(group_id, json_topic_id_array, cb));
  }

  /**
   * Changes a topic.
   *
   * Not in this version: after login it rejects with 7013.
   * @param json_topic_info a `TIMGroupTopicInfo` with `group_modify_info_param_modify_flag`
   */
  TIMGroupSetTopicInfo(json_topic_info: Json<TIMGroupTopicInfo>): Promise<void> {
    return promised((cb) => this.client.TIMGroupSetTopicInfo(json_topic_info, cb));
  }

  /**
   * Fetches topics of a community. Resolves with `TIMGroupTopicInfoResult[]`.
   *
   * Not in this version: after login it rejects with 7013.
   * @param group_id id of the community
   * @param json_topic_id_array topic ids; an empty list means all
   */
  TIMGroupGetTopicInfoList(group_id: string, json_topic_id_array: Json<string[]>): Promise<TIMGroupTopicInfoResult[]> {
    return promised((cb) => this.client.TIMGroupGetTopicInfoList(group_id, json_topic_id_array, cb));
  }

  /**
   * Fetches members of a group, page by page or by UserID. Resolves with `GroupGetMemberInfoListResult`.
   * @param json_group_getmeminfos_param a `GroupGetMemberInfoListParam`;
   * `group_get_members_info_list_param_group_id` must be there
   */
  TIMGroupGetMemberInfoList(
    json_group_getmeminfos_param: Json<GroupGetMemberInfoListParam>,
  ): Promise<GroupGetMemberInfoListResult> {
    return promised((cb) => this.client.TIMGroupGetMemberInfoList(json_group_getmeminfos_param, cb));
  }

  /**
   * Searches members of groups. Resolves with `GroupSearchGroupMembersResult[]`.
   *
   * Not in this version: after login it rejects with 7013.
   * @param json_group_search_group_members_param a `GroupMemberSearchParam` with up to five keywords
   */
  TIMGroupSearchGroupMembers(
    json_group_search_group_members_param: Json<GroupMemberSearchParam>,
  ): Promise<GroupSearchGroupMembersResult[]> {
    return promised((cb) => this.client.TIMGroupSearchGroupMembers(json_group_search_group_members_param, cb));
  }

  /**
   * Changes a member of a group: role, name card, mute.
   * @param json_group_modifymeminfo_param a `GroupModifyMemberInfoParam`; group id, UserID and
   * `group_modify_member_info_modify_flag` (`TIMGroupMemberModifyInfoFlag`, added up) must be there
   */
  TIMGroupModifyMemberInfo(json_group_modifymeminfo_param: Json<GroupModifyMemberInfoParam>): Promise<void> {
    return promised((cb) => this.client.TIMGroupModifyMemberInfo(json_group_modifymeminfo_param, cb));
  }

  /**
   * Invites users into a group; some kinds of group need their consent. Resolves with `GroupInviteMemberResult[]`.
   * @param json_group_invite_param a `GroupInviteMemberParam` with the group id and up to 20 UserIDs
   */
  TIMGroupInviteMember(json_group_invite_param: Json<GroupInviteMemberParam>): Promise<GroupInviteMemberResult[]> {
    return promised((cb) => this.client.TIMGroupInviteMember(json_group_invite_param, cb));
  }

  /**
   * Removes members from a group, as owner or administrator. Resolves with `GroupDeleteMemberResult[]`.
   * @param json_group_delete_param a `GroupDeleteMemberParam` with the group id and the UserIDs
   */
  TIMGroupDeleteMember(json_group_delete_param: Json<GroupDeleteMemberParam>): Promise<GroupDeleteMemberResult[]> {
    return promised((cb) => this.client.TIMGroupDeleteMember(json_group_delete_param, cb));
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
  TIMGroupMarkGroupMemberList(
    group_id: string,
    member_array: Json<string[]>,
    mark_type: number,
    enable_mark: boolean,
  ): Promise<void> {
    return promised((cb) =>
      this.client.TIMGroupMarkGroupMemberList(group_id, member_array, mark_type, enable_mark, cb),
    );
  }

  /**
   * Fetches requests to come into the groups that this account leads, those that were decided included, the newest first.
   * Resolves with `GroupPendencyResult`.
   * @param json_group_getpendency_list_param a `GroupPendencyOption`: where to begin, and how many
   */
  TIMGroupGetPendencyList(json_group_getpendency_list_param: Json<GroupPendencyOption>): Promise<GroupPendencyResult> {
    return promised((cb) => this.client.TIMGroupGetPendencyList(json_group_getpendency_list_param, cb));
  }

  /**
   * Accepts or refuses such a request. Errors: 10007 not a leader of the group, 10014 the group is full, 10024 it was
   * decided already.
   * @param json_group_handle_pendency_param a `GroupHandlePendencyParam` with the `GroupPendency` that was fetched
   */
  TIMGroupHandlePendency(json_group_handle_pendency_param: Json<GroupHandlePendencyParam>): Promise<void> {
    return promised((cb) => this.client.TIMGroupHandlePendency(json_group_handle_pendency_param, cb));
  }

  /**
   * Marks such requests as read.
   * @param time_stamp up to this time, unix seconds
   */
  TIMGroupReportPendencyReaded(time_stamp: number | bigint): Promise<void> {
    return promised((cb) => this.client.TIMGroupReportPendencyReaded(time_stamp, cb));
  }

  /**
   * Sets the callback for new topics.
   *
   * Not in this version: nothing calls it.
   * @param cb gets the group id and the topic id
   */
  TIMSetCommunityCreateTopicCallback(cb: TIMCommunityCreateTopicCallback | null, user_data?: unknown): void {
    this.client.TIMSetCommunityCreateTopicCallback(cb, user_data);
  }

  /**
   * Sets the callback for deleted topics.
   *
   * Not in this version: nothing calls it.
   * @param cb gets the group id and a JSON array of topic ids
   */
  TIMSetCommunityDeleteTopicCallback(cb: TIMCommunityDeleteTopicCallback | null, user_data?: unknown): void {
    this.client.TIMSetCommunityDeleteTopicCallback(cb, user_data);
  }

  /**
   * Sets the callback for changed topics.
   *
   * Not in this version: nothing calls it.
   * @param cb gets the group id and a `TopicInfo`
   */
  TIMSetCommunityChangeTopicInfoCallback(cb: TIMCommunityChangeTopicInfoCallback | null, user_data?: unknown): void {
    this.client.TIMSetCommunityChangeTopicInfoCallback(cb, user_data);
  }

  /**
   * Sets the callback for data that a backend has sent into a topic by REST.
   *
   * Not in this version: nothing calls it.
   * @param cb gets the topic id and the data
   */
  TIMSetCommunityReceiveTopicRESTCustomDataCallback(
    cb: TIMCommunityReceiveTopicRESTCustomDataCallback | null,
    user_data?: unknown,
  ): void {
    this.client.TIMSetCommunityReceiveTopicRESTCustomDataCallback(cb, user_data);
  }

  /**
   * Sets the callback for new permission groups.
   *
   * Not in this version: nothing calls it.
   * @param cb gets the group id and a `PermissionGroupInfo`
   */
  TIMSetCommunityCreatePermissionGroupCallback(
    cb: TIMCommunityCreatePermissionGroupCallback | null,
    user_data?: unknown,
  ): void {
    this.client.TIMSetCommunityCreatePermissionGroupCallback(cb, user_data);
  }

  /**
   * Sets the callback for deleted permission groups.
   *
   * Not in this version: nothing calls it.
   * @param cb gets the group id and a JSON array of permission group ids
   */
  TIMSetCommunityDeletePermissionGroupCallback(
    cb: TIMCommunityDeletePermissionGroupCallback | null,
    user_data?: unknown,
  ): void {
    this.client.TIMSetCommunityDeletePermissionGroupCallback(cb, user_data);
  }

  /**
   * Sets the callback for changed permission groups.
   *
   * Not in this version: nothing calls it.
   * @param cb gets the group id and a `PermissionGroupInfo`
   */
  TIMSetCommunityChangePermissionGroupInfoCallback(
    cb: TIMCommunityChangePermissionGroupInfoCallback | null,
    user_data?: unknown,
  ): void {
    this.client.TIMSetCommunityChangePermissionGroupInfoCallback(cb, user_data);
  }

  /**
   * Sets the callback for members that came into a permission group.
   *
   * Not in this version: nothing calls it.
   * @param cb gets the group id and a `PermissionGroupCallback`
   */
  TIMSetCommunityAddMembersToPermissionGroupCallback(
    cb: TIMCommunityAddMembersToPermissionGroupCallback | null,
    user_data?: unknown,
  ): void {
    this.client.TIMSetCommunityAddMembersToPermissionGroupCallback(cb, user_data);
  }

  /**
   * Sets the callback for members that were taken out of a permission group.
   *
   * Not in this version: nothing calls it.
   * @param cb gets the group id and a `PermissionGroupCallback`
   */
  TIMSetCommunityRemoveMembersFromPermissionGroupCallback(
    cb: TIMCommunityRemoveMembersFromPermissionGroupCallback | null,
    user_data?: unknown,
  ): void {
    this.client.TIMSetCommunityRemoveMembersFromPermissionGroupCallback(cb, user_data);
  }

  /**
   * Sets the callback for permissions on topics that a permission group was given.
   *
   * Not in this version: nothing calls it.
   * @param cb gets the group id and a `PermissionGroupCallback`
   */
  TIMSetCommunityAddTopicPermissionCallback(
    cb: TIMCommunityAddTopicPermissionCallback | null,
    user_data?: unknown,
  ): void {
    this.client.TIMSetCommunityAddTopicPermissionCallback(cb, user_data);
  }

  /**
   * Sets the callback for permissions on topics that a permission group has lost.
   *
   * Not in this version: nothing calls it.
   * @param cb gets the group id and a `PermissionGroupCallback`
   */
  TIMSetCommunityDeleteTopicPermissionCallback(
    cb: TIMCommunityDeleteTopicPermissionCallback | null,
    user_data?: unknown,
  ): void {
    this.client.TIMSetCommunityDeleteTopicPermissionCallback(cb, user_data);
  }

  /**
   * Sets the callback for changed permissions on topics.
   *
   * Not in this version: nothing calls it.
   * @param cb gets the group id and a `PermissionGroupCallback`
   */
  TIMSetCommunityModifyTopicPermissionCallback(
    cb: TIMCommunityModifyTopicPermissionCallback | null,
    user_data?: unknown,
  ): void {
    this.client.TIMSetCommunityModifyTopicPermissionCallback(cb, user_data);
  }

  /**
   * Makes a community with topics. Resolves with `CreateGroupResult` with its id.
   *
   * Not in this version: after login it rejects with 7013.
   * @param json_group_create_param a `CreateGroupParam` with name and `create_group_param_is_support_topic`
   */
  TIMCommunityCreate(json_group_create_param: Json<CreateGroupParam>): Promise<CreateGroupResult> {
    return promised((cb) => this.client.TIMCommunityCreate(json_group_create_param, cb));
  }

  /**
   * Fetches the communities that this account is in. Resolves with `GroupBaseInfo[]`.
   *
   * Not in this version: after login it rejects with 7013.
   */
  TIMCommunityGetJoinedCommunityList(): Promise<GroupBaseInfo[]> {
    return promised((cb) => this.client.TIMCommunityGetJoinedCommunityList(cb));
  }

  /**
   * Makes a topic. Resolves with its id.
   *
   * Not in this version: after login it rejects with 7013.
   * @param group_id id of the community
   * @param json_topic_info a `TopicInfo`
   */
  TIMCommunityCreateTopicInCommunity(group_id: string, json_topic_info: Json<TopicInfo>): Promise<string> {
    return promised((cb) => this.client.TIMCommunityCreateTopicInCommunity(group_id, json_topic_info, cb));
  }

  /**
   * Deletes topics. Resolves with `TopicOperationResult[]`.
   *
   * Not in this version: after login it rejects with 7013.
   * @param group_id id of the community
   * @param json_topic_id_array topic ids
   */
  TIMCommunityDeleteTopicFromCommunity(
    group_id: string,
    json_topic_id_array: Json<string[]>,
  ): Promise<TopicOperationResult[]> {
    return promised((cb) => this.client.TIMCommunityDeleteTopicFromCommunity(group_id, json_topic_id_array, cb));
  }

  /**
   * Changes a topic.
   *
   * Not in this version: after login it rejects with 7013.
   * @param json_topic_info a `TIMGroupTopicInfo` with `group_modify_info_param_modify_flag`
   */
  TIMCommunitySetTopicInfo(json_topic_info: Json<TIMGroupTopicInfo>): Promise<void> {
    return promised((cb) => this.client.TIMCommunitySetTopicInfo(json_topic_info, cb));
  }

  /**
   * Fetches topics. Resolves with `TopicInfoResult[]`.
   *
   * Not in this version: after login it rejects with 7013.
   * @param group_id id of the community
   * @param json_topic_id_array topic ids; an empty list means all
   */
  TIMCommunityGetTopicInfoList(group_id: string, json_topic_id_array: Json<string[]>): Promise<TopicInfoResult[]> {
    return promised((cb) => this.client.TIMCommunityGetTopicInfoList(group_id, json_topic_id_array, cb));
  }

  /**
   * Makes a permission group. Resolves with its id.
   *
   * Not in this version: after login it rejects with 7013.
   * @param json_permission_group_info a `PermissionGroupInfo` with the id of the community
   */
  TIMCommunityCreatePermissionGroupInCommunity(json_permission_group_info: Json<PermissionGroupInfo>): Promise<string> {
    return promised((cb) => this.client.TIMCommunityCreatePermissionGroupInCommunity(json_permission_group_info, cb));
  }

  /**
   * Deletes permission groups. Resolves with `PermissionGroupOperationResult[]`.
   *
   * Not in this version: after login it rejects with 7013.
   * @param group_id id of the community
   * @param json_permission_group_id_array permission group ids
   */
  TIMCommunityDeletePermissionGroupFromCommunity(
    group_id: string,
    json_permission_group_id_array: Json<string[]>,
  ): Promise<PermissionGroupOperationResult[]> {
    return promised((cb) =>
      this.client.TIMCommunityDeletePermissionGroupFromCommunity(group_id, json_permission_group_id_array, cb),
    );
  }

  /**
   * Changes a permission group.
   *
   * Not in this version: after login it rejects with 7013.
   * @param json_permission_group_info a `PermissionGroupInfo` with `permission_group_modify_info_flag`
   */
  TIMCommunityModifyPermissionGroupInfoInCommunity(
    json_permission_group_info: Json<PermissionGroupInfo>,
  ): Promise<void> {
    return promised((cb) =>
      this.client.TIMCommunityModifyPermissionGroupInfoInCommunity(json_permission_group_info, cb),
    );
  }

  /**
   * Fetches the permission groups that this account is in. Resolves with `PermissionGroupInfoResult[]`.
   *
   * Not in this version: after login it rejects with 7013.
   * @param group_id id of the community
   */
  TIMCommunityGetJoinedPermissionGroupListInCommunity(group_id: string): Promise<PermissionGroupInfoResult[]> {
    return promised((cb) => this.client.TIMCommunityGetJoinedPermissionGroupListInCommunity(group_id, cb));
  }

  /**
   * Fetches permission groups. Resolves with `PermissionGroupInfoResult[]`.
   *
   * Not in this version: after login it rejects with 7013.
   * @param group_id id of the community
   * @param json_permission_group_id_array permission group ids; null or empty means all
   */
  TIMCommunityGetPermissionGroupListInCommunity(
    group_id: string,
    json_permission_group_id_array: Json<string[]> | null,
  ): Promise<PermissionGroupInfoResult[]> {
    return promised((cb) =>
      this.client.TIMCommunityGetPermissionGroupListInCommunity(group_id, json_permission_group_id_array, cb),
    );
  }

  /**
   * Puts members into a permission group. Resolves with `PermissionGroupMemberOperationResult[]`.
   *
   * Not in this version: after login it rejects with 7013.
   * @param group_id id of the community
   * @param permission_group_id id of the permission group
   * @param json_member_id_array UserIDs
   */
  TIMCommunityAddCommunityMembersToPermissionGroup(
    group_id: string,
    permission_group_id: string,
    json_member_id_array: Json<string[]>,
  ): Promise<PermissionGroupMemberOperationResult[]> {
    return promised((cb) =>
      this.client.TIMCommunityAddCommunityMembersToPermissionGroup(
        group_id,
        permission_group_id,
        json_member_id_array,
        cb,
      ),
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
  TIMCommunityRemoveCommunityMembersFromPermissionGroup(
    group_id: string,
    permission_group_id: string,
    json_member_id_array: Json<string[]>,
  ): Promise<PermissionGroupMemberOperationResult[]> {
    return promised((cb) =>
      this.client.TIMCommunityRemoveCommunityMembersFromPermissionGroup(
        group_id,
        permission_group_id,
        json_member_id_array,
        cb,
      ),
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
  TIMCommunityGetCommunityMemberListInPermissionGroup(
    group_id: string,
    permission_group_id: string,
    next_cursor: string,
  ): Promise<PermissionGroupMemberInfoResult> {
    return promised((cb) =>
      this.client.TIMCommunityGetCommunityMemberListInPermissionGroup(group_id, permission_group_id, next_cursor, cb),
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
  TIMCommunityAddTopicPermissionToPermissionGroup(
    group_id: string,
    permission_group_id: string,
    json_topic_permission_map: Json<TopicPermissionMap[]> | null,
  ): Promise<TopicOperationResult[]> {
    return promised((cb) =>
      this.client.TIMCommunityAddTopicPermissionToPermissionGroup(
        group_id,
        permission_group_id,
        json_topic_permission_map,
        cb,
      ),
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
  TIMCommunityDeleteTopicPermissionFromPermissionGroup(
    group_id: string,
    permission_group_id: string,
    json_topic_id_array: Json<string[]> | null,
  ): Promise<TopicOperationResult[]> {
    return promised((cb) =>
      this.client.TIMCommunityDeleteTopicPermissionFromPermissionGroup(
        group_id,
        permission_group_id,
        json_topic_id_array,
        cb,
      ),
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
  TIMCommunityModifyTopicPermissionInPermissionGroup(
    group_id: string,
    permission_group_id: string,
    json_topic_permission_map: Json<TopicPermissionMap[]> | null,
  ): Promise<TopicOperationResult[]> {
    return promised((cb) =>
      this.client.TIMCommunityModifyTopicPermissionInPermissionGroup(
        group_id,
        permission_group_id,
        json_topic_permission_map,
        cb,
      ),
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
  TIMCommunityGetTopicPermissionInPermissionGroup(
    group_id: string,
    permission_group_id: string,
    json_topic_id_array: Json<string[]> | null,
  ): Promise<TopicPermissionResult[]> {
    return promised((cb) =>
      this.client.TIMCommunityGetTopicPermissionInPermissionGroup(
        group_id,
        permission_group_id,
        json_topic_id_array,
        cb,
      ),
    );
  }

  /**
   * Sets the callback for new friends, also when another instance of this account has added them.
   *
   * Not in this version: nothing calls it.
   * @param cb gets a JSON array of UserIDs
   */
  TIMSetOnAddFriendCallback(cb: TIMOnAddFriendCallback | null, user_data?: unknown): void {
    this.client.TIMSetOnAddFriendCallback(cb, user_data);
  }

  /**
   * Sets the callback for friends that were removed.
   *
   * Not in this version: nothing calls it.
   * @param cb gets a JSON array of UserIDs
   */
  TIMSetOnDeleteFriendCallback(cb: TIMOnDeleteFriendCallback | null, user_data?: unknown): void {
    this.client.TIMSetOnDeleteFriendCallback(cb, user_data);
  }

  /**
   * Sets the callback for changed friends: remark, groups, profile.
   *
   * Not in this version: nothing calls it.
   * @param cb gets a JSON array of `FriendProfileUpdate`
   */
  TIMSetUpdateFriendProfileCallback(cb: TIMUpdateFriendProfileCallback | null, user_data?: unknown): void {
    this.client.TIMSetUpdateFriendProfileCallback(cb, user_data);
  }

  /**
   * Sets the callback for requests of others to become a friend.
   *
   * Not in this version: nothing calls it.
   * @param cb gets a JSON array of `FriendAddPendency`
   */
  TIMSetFriendAddRequestCallback(cb: TIMFriendAddRequestCallback | null, user_data?: unknown): void {
    this.client.TIMSetFriendAddRequestCallback(cb, user_data);
  }

  /**
   * Sets the callback for requests that are gone: accepted, refused or deleted.
   *
   * Not in this version: nothing calls it.
   * @param cb gets a JSON array of UserIDs
   */
  TIMSetFriendApplicationListDeletedCallback(
    cb: TIMFriendApplicationListDeletedCallback | null,
    user_data?: unknown,
  ): void {
    this.client.TIMSetFriendApplicationListDeletedCallback(cb, user_data);
  }

  /**
   * Sets the callback for requests that were marked as read, here or elsewhere.
   *
   * Not in this version: nothing calls it.
   */
  TIMSetFriendApplicationListReadCallback(cb: TIMFriendApplicationListReadCallback | null, user_data?: unknown): void {
    this.client.TIMSetFriendApplicationListReadCallback(cb, user_data);
  }

  /**
   * Sets the callback for users that came to the black list.
   *
   * Not in this version: nothing calls it.
   * @param cb gets a JSON array of `FriendProfile`
   */
  TIMSetFriendBlackListAddedCallback(cb: TIMFriendBlackListAddedCallback | null, user_data?: unknown): void {
    this.client.TIMSetFriendBlackListAddedCallback(cb, user_data);
  }

  /**
   * Sets the callback for users that were taken off the black list.
   *
   * Not in this version: nothing calls it.
   * @param cb gets a JSON array of UserIDs
   */
  TIMSetFriendBlackListDeletedCallback(cb: TIMFriendBlackListDeletedCallback | null, user_data?: unknown): void {
    this.client.TIMSetFriendBlackListDeletedCallback(cb, user_data);
  }

  /**
   * Sets the callback for new groups of friends.
   *
   * Not in this version: nothing calls it.
   * @param cb gets the name and a JSON array of `FriendProfile`
   */
  TIMSetFriendGroupCreatedCallback(cb: TIMFriendGroupCreatedCallback | null, user_data?: unknown): void {
    this.client.TIMSetFriendGroupCreatedCallback(cb, user_data);
  }

  /**
   * Sets the callback for deleted groups of friends.
   *
   * Not in this version: nothing calls it.
   * @param cb gets a JSON array of names
   */
  TIMSetFriendGroupDeletedCallback(cb: TIMFriendGroupDeletedCallback | null, user_data?: unknown): void {
    this.client.TIMSetFriendGroupDeletedCallback(cb, user_data);
  }

  /**
   * Sets the callback for renamed groups of friends.
   *
   * Not in this version: nothing calls it.
   * @param cb gets the old and the new name
   */
  TIMSetFriendGroupNameChangedCallback(cb: TIMFriendGroupNameChangedCallback | null, user_data?: unknown): void {
    this.client.TIMSetFriendGroupNameChangedCallback(cb, user_data);
  }

  /**
   * Sets the callback for friends that were put into a group.
   *
   * Not in this version: nothing calls it.
   * @param cb gets the name of the group and a JSON array of `FriendProfile`
   */
  TIMSetFriendsAddedToGroupCallback(cb: TIMFriendsAddedToGroupCallback | null, user_data?: unknown): void {
    this.client.TIMSetFriendsAddedToGroupCallback(cb, user_data);
  }

  /**
   * Sets the callback for friends that were taken out of a group.
   *
   * Not in this version: nothing calls it.
   * @param cb gets the name of the group and a JSON array of UserIDs
   */
  TIMSetFriendsDeletedFromGroupCallback(cb: TIMFriendsDeletedFromGroupCallback | null, user_data?: unknown): void {
    this.client.TIMSetFriendsDeletedFromGroupCallback(cb, user_data);
  }

  /**
   * Sets the callback for official accounts that this account has subscribed to.
   *
   * Not in this version: nothing calls it.
   * @param cb gets an `OfficialAccountInfo`
   */
  TIMSetOfficialAccountSubscribedCallback(cb: TIMOfficialAccountSubscribedCallback | null, user_data?: unknown): void {
    this.client.TIMSetOfficialAccountSubscribedCallback(cb, user_data);
  }

  /**
   * Sets the callback for subscriptions that this account has ended.
   *
   * Not in this version: nothing calls it.
   * @param cb gets the id of the official account
   */
  TIMSetOfficialAccountUnsubscribedCallback(
    cb: TIMOfficialAccountUnsubscribedCallback | null,
    user_data?: unknown,
  ): void {
    this.client.TIMSetOfficialAccountUnsubscribedCallback(cb, user_data);
  }

  /**
   * Sets the callback for subscribed official accounts that were deleted.
   *
   * Not in this version: nothing calls it.
   * @param cb gets the id of the official account
   */
  TIMSetOfficialAccountDeletedCallback(cb: TIMOfficialAccountDeletedCallback | null, user_data?: unknown): void {
    this.client.TIMSetOfficialAccountDeletedCallback(cb, user_data);
  }

  /**
   * Sets the callback for subscribed official accounts that have changed.
   *
   * Not in this version: nothing calls it.
   * @param cb gets an `OfficialAccountInfo`
   */
  TIMSetOfficialAccountInfoChangedCallback(
    cb: TIMOfficialAccountInfoChangedCallback | null,
    user_data?: unknown,
  ): void {
    this.client.TIMSetOfficialAccountInfoChangedCallback(cb, user_data);
  }

  /**
   * Sets the callback for users that this account follows, or follows no more.
   *
   * Not in this version: nothing calls it.
   * @param cb gets a JSON array of `UserProfile` and whether they were added
   */
  TIMSetMyFollowingListChangedCallback(cb: TIMMyFollowingListChangedCallback | null, user_data?: unknown): void {
    this.client.TIMSetMyFollowingListChangedCallback(cb, user_data);
  }

  /**
   * Sets the callback for users that follow this account, or follow it no more.
   *
   * Not in this version: nothing calls it.
   * @param cb gets a JSON array of `UserProfile` and whether they were added
   */
  TIMSetMyFollowersListChangedCallback(cb: TIMMyFollowersListChangedCallback | null, user_data?: unknown): void {
    this.client.TIMSetMyFollowersListChangedCallback(cb, user_data);
  }

  /**
   * Sets the callback for users that follow this account and are followed by it, or are no more.
   *
   * Not in this version: nothing calls it.
   * @param cb gets a JSON array of `UserProfile` and whether they were added
   */
  TIMSetMutualFollowersListChangedCallback(
    cb: TIMMutualFollowersListChangedCallback | null,
    user_data?: unknown,
  ): void {
    this.client.TIMSetMutualFollowersListChangedCallback(cb, user_data);
  }

  /**
   * Fetches all friends. Resolves with `FriendProfile[]`.
   *
   * Not in this version: after login it rejects with 7013.
   */
  TIMFriendshipGetFriendProfileList(): Promise<FriendProfile[]> {
    return promised((cb) => this.client.TIMFriendshipGetFriendProfileList(cb));
  }

  /**
   * Fetches what is known about some users as friends. Resolves with `FriendInfoGetResult[]`.
   *
   * Not in this version: after login it rejects with 7013.
   * @param friend_id_list UserIDs
   */
  TIMFriendshipGetFriendsInfo(friend_id_list: Json<string[]>): Promise<FriendInfoGetResult[]> {
    return promised((cb) => this.client.TIMFriendshipGetFriendsInfo(friend_id_list, cb));
  }

  /**
   * Changes what this account keeps about a friend: remark, groups, custom fields.
   *
   * Not in this version: after login it rejects with 7013.
   * @param json_modify_friend_info_param a `FriendshipModifyFriendProfileParam`: UserID and `FriendProfileItem`
   */
  TIMFriendshipModifyFriendProfile(
    json_modify_friend_info_param: Json<FriendshipModifyFriendProfileParam>,
  ): Promise<void> {
    return promised((cb) => this.client.TIMFriendshipModifyFriendProfile(json_modify_friend_info_param, cb));
  }

  /**
   * Searches the friends. Resolves with `FriendProfile[]`.
   *
   * Not in this version: after login it rejects with 7013.
   * @param json_search_friends_param a `FriendSearchParam`: keywords, and where to look for them
   */
  TIMFriendshipSearchFriends(json_search_friends_param: Json<FriendSearchParam>): Promise<FriendProfile[]> {
    return promised((cb) => this.client.TIMFriendshipSearchFriends(json_search_friends_param, cb));
  }

  /**
   * Adds a friend, or asks where the other one wants to be asked. Resolves with `FriendResult`.
   *
   * Not in this version: after login it rejects with 7013.
   * @param json_add_friend_param a `FriendshipAddFriendParam`
   */
  TIMFriendshipAddFriend(json_add_friend_param: Json<FriendshipAddFriendParam>): Promise<FriendResult> {
    return promised((cb) => this.client.TIMFriendshipAddFriend(json_add_friend_param, cb));
  }

  /**
   * Removes friends, on one side or on both. Resolves with `FriendResult[]`.
   *
   * Not in this version: after login it rejects with 7013.
   * @param json_delete_friend_param a `FriendshipDeleteFriendParam`
   */
  TIMFriendshipDeleteFriend(json_delete_friend_param: Json<FriendshipDeleteFriendParam>): Promise<FriendResult[]> {
    return promised((cb) => this.client.TIMFriendshipDeleteFriend(json_delete_friend_param, cb));
  }

  /**
   * Tells who is whose friend. Resolves with `FriendshipCheckFriendTypeResult[]`.
   *
   * Not in this version: after login it rejects with 7013.
   * @param json_check_friend_list_param a `FriendshipCheckFriendTypeParam`
   */
  TIMFriendshipCheckFriendType(
    json_check_friend_list_param: Json<FriendshipCheckFriendTypeParam>,
  ): Promise<FriendshipCheckFriendTypeResult[]> {
    return promised((cb) => this.client.TIMFriendshipCheckFriendType(json_check_friend_list_param, cb));
  }

  /**
   * Fetches requests to become friends that nobody has answered. Resolves with `PendencyPage`.
   *
   * Not in this version: after login it rejects with 7013.
   * @param json_get_pendency_list_param a `FriendshipGetPendencyListParam`
   */
  TIMFriendshipGetPendencyList(
    json_get_pendency_list_param: Json<FriendshipGetPendencyListParam>,
  ): Promise<PendencyPage> {
    return promised((cb) => this.client.TIMFriendshipGetPendencyList(json_get_pendency_list_param, cb));
  }

  /**
   * Accepts or refuses a request. Resolves with `FriendResult`.
   *
   * Not in this version: after login it rejects with 7013.
   * @param json_handle_friend_add_param a `FriendResponse`; UserID and action must be there
   */
  TIMFriendshipHandleFriendAddRequest(json_handle_friend_add_param: Json<FriendResponse>): Promise<FriendResult> {
    return promised((cb) => this.client.TIMFriendshipHandleFriendAddRequest(json_handle_friend_add_param, cb));
  }

  /**
   * Marks requests as read.
   *
   * Not in this version: after login it rejects with 7013.
   * @param time_stamp up to this time, unix seconds; 0 means now
   */
  TIMFriendshipReportPendencyReaded(time_stamp: number | bigint): Promise<void> {
    return promised((cb) => this.client.TIMFriendshipReportPendencyReaded(time_stamp, cb));
  }

  /**
   * Deletes requests. Resolves with `FriendResult[]`.
   *
   * Not in this version: after login it rejects with 7013.
   * @param json_delete_pendency_param a `FriendshipDeletePendencyParam`
   */
  TIMFriendshipDeletePendency(
    json_delete_pendency_param: Json<FriendshipDeletePendencyParam>,
  ): Promise<FriendResult[]> {
    return promised((cb) => this.client.TIMFriendshipDeletePendency(json_delete_pendency_param, cb));
  }

  /**
   * Fetches the black list. Resolves with `FriendProfile[]`.
   *
   * Not in this version: after login it rejects with 7013.
   */
  TIMFriendshipGetBlackList(): Promise<FriendProfile[]> {
    return promised((cb) => this.client.TIMFriendshipGetBlackList(cb));
  }

  /**
   * Puts users on the black list. Resolves with `FriendResult[]`.
   *
   * Not in this version: after login it rejects with 7013.
   * @param json_add_to_blacklist_param UserIDs
   */
  TIMFriendshipAddToBlackList(json_add_to_blacklist_param: Json<string[]>): Promise<FriendResult[]> {
    return promised((cb) => this.client.TIMFriendshipAddToBlackList(json_add_to_blacklist_param, cb));
  }

  /**
   * Takes users off the black list. Resolves with `FriendResult[]`.
   *
   * Not in this version: after login it rejects with 7013.
   * @param json_delete_from_blacklist_param UserIDs
   */
  TIMFriendshipDeleteFromBlackList(json_delete_from_blacklist_param: Json<string[]>): Promise<FriendResult[]> {
    return promised((cb) => this.client.TIMFriendshipDeleteFromBlackList(json_delete_from_blacklist_param, cb));
  }

  /**
   * Makes groups of friends. Resolves with `FriendResult[]`.
   *
   * Not in this version: after login it rejects with 7013.
   * @param json_create_friend_group_param a `CreateFriendGroupParam`: names, and the friends to put into them
   */
  TIMFriendshipCreateFriendGroup(
    json_create_friend_group_param: Json<CreateFriendGroupParam>,
  ): Promise<FriendResult[]> {
    return promised((cb) => this.client.TIMFriendshipCreateFriendGroup(json_create_friend_group_param, cb));
  }

  /**
   * Fetches groups of friends. Resolves with `FriendGroupInfo[]`.
   *
   * Not in this version: after login it rejects with 7013.
   * @param json_get_friend_group_list_param names; an empty list means all
   */
  TIMFriendshipGetFriendGroupList(json_get_friend_group_list_param: Json<string[]>): Promise<FriendGroupInfo[]> {
    return promised((cb) => this.client.TIMFriendshipGetFriendGroupList(json_get_friend_group_list_param, cb));
  }

  /**
   * Deletes groups of friends; the friends stay.
   *
   * Not in this version: after login it rejects with 7013.
   * @param json_delete_friend_group_param names
   */
  TIMFriendshipDeleteFriendGroup(json_delete_friend_group_param: Json<string[]>): Promise<void> {
    return promised((cb) => this.client.TIMFriendshipDeleteFriendGroup(json_delete_friend_group_param, cb));
  }

  /**
   * Renames a group of friends, or changes who is in it. Resolves with `FriendResult[]`.
   *
   * Not in this version: after login it rejects with 7013.
   * @param json_modify_friend_group_param a `FriendshipModifyFriendGroupParam`
   */
  TIMFriendshipModifyFriendGroup(
    json_modify_friend_group_param: Json<FriendshipModifyFriendGroupParam>,
  ): Promise<FriendResult[]> {
    return promised((cb) => this.client.TIMFriendshipModifyFriendGroup(json_modify_friend_group_param, cb));
  }

  /**
   * Subscribes to an official account.
   *
   * Not in this version: after login it rejects with 7013.
   * @param official_account_id its id
   */
  TIMSubscribeOfficialAccount(official_account_id: string): Promise<void> {
    return promised((cb) => this.client.TIMSubscribeOfficialAccount(official_account_id, cb));
  }

  /**
   * Ends the subscription to an official account.
   *
   * Not in this version: after login it rejects with 7013.
   * @param unsubscribe_official_account_id its id
   */
  TIMUnsubscribeOfficialAccount(unsubscribe_official_account_id: string): Promise<void> {
    return promised((cb) => this.client.TIMUnsubscribeOfficialAccount(unsubscribe_official_account_id, cb));
  }

  /**
   * Fetches official accounts. Resolves with `GetOfficialAccountInfoResult[]`.
   *
   * Not in this version: after login it rejects with 7013.
   * @param json_official_account_id_list ids; null or empty means all that this account has subscribed to
   */
  TIMGetOfficialAccountsInfo(
    json_official_account_id_list: Json<string[]> | null,
  ): Promise<GetOfficialAccountInfoResult[]> {
    return promised((cb) => this.client.TIMGetOfficialAccountsInfo(json_official_account_id_list, cb));
  }

  /**
   * Follows users. Resolves with `FollowOperationResult[]`.
   *
   * Not in this version: after login it rejects with 7013.
   * @param json_user_id_list UserIDs, at most 20
   */
  TIMFollowUser(json_user_id_list: Json<string[]>): Promise<FollowOperationResult[]> {
    return promised((cb) => this.client.TIMFollowUser(json_user_id_list, cb));
  }

  /**
   * Stops following users. Resolves with `FollowOperationResult[]`.
   *
   * Not in this version: after login it rejects with 7013.
   * @param json_user_id_list UserIDs, at most 20
   */
  TIMUnfollowUser(json_user_id_list: Json<string[]>): Promise<FollowOperationResult[]> {
    return promised((cb) => this.client.TIMUnfollowUser(json_user_id_list, cb));
  }

  /**
   * Fetches whom this account follows, page by page. Resolves with `FollowListResult`.
   *
   * Not in this version: after login it rejects with 7013.
   * @param next_cursor null or empty, then what the callback has told
   */
  TIMGetMyFollowingList(next_cursor: string | null): Promise<FollowListResult> {
    return promised((cb) => this.client.TIMGetMyFollowingList(next_cursor, cb));
  }

  /**
   * Fetches who follows this account, page by page. Resolves with `FollowListResult`.
   *
   * Not in this version: after login it rejects with 7013.
   * @param next_cursor null or empty, then what the callback has told
   */
  TIMGetMyFollowersList(next_cursor: string | null): Promise<FollowListResult> {
    return promised((cb) => this.client.TIMGetMyFollowersList(next_cursor, cb));
  }

  /**
   * Fetches who follows this account and is followed by it, page by page. Resolves with `FollowListResult`.
   *
   * Not in this version: after login it rejects with 7013.
   * @param next_cursor null or empty, then what the callback has told
   */
  TIMGetMutualFollowersList(next_cursor: string | null): Promise<FollowListResult> {
    return promised((cb) => this.client.TIMGetMutualFollowersList(next_cursor, cb));
  }

  /**
   * Counts followers of users and whom they follow. Resolves with `FollowInfo[]`.
   *
   * Not in this version: after login it rejects with 7013.
   * @param json_user_id_list UserIDs
   */
  TIMGetUserFollowInfo(json_user_id_list: Json<string[]>): Promise<FollowInfo[]> {
    return promised((cb) => this.client.TIMGetUserFollowInfo(json_user_id_list, cb));
  }

  /**
   * Tells who follows whom, between this account and others. Resolves with `FollowTypeCheckResult[]`.
   *
   * Not in this version: after login it rejects with 7013.
   * @param json_user_id_list UserIDs
   */
  TIMCheckFollowType(json_user_id_list: Json<string[]>): Promise<FollowTypeCheckResult[]> {
    return promised((cb) => this.client.TIMCheckFollowType(json_user_id_list, cb));
  }

  /**
   * Tells under which token this device can be reached; null ends that.
   *
   * Not in this version: after login it rejects with 7013.
   * @param json_token an `OfflinePushToken`
   */
  TIMMsgSetOfflinePushToken(json_token: Json<OfflinePushToken> | null): Promise<void> {
    return promised((cb) => this.client.TIMMsgSetOfflinePushToken(json_token, cb));
  }

  /**
   * The app has gone to the background: notifications begin.
   *
   * Not in this version: after login it rejects with 7013.
   * @param unread_count number for the badge of the app
   */
  TIMMsgDoBackground(unread_count: number): Promise<void> {
    return promised((cb) => this.client.TIMMsgDoBackground(unread_count, cb));
  }

  /**
   * The app has come to the foreground: notifications end.
   *
   * Not in this version: after login it rejects with 7013.
   */
  TIMMsgDoForeground(): Promise<void> {
    return promised((cb) => this.client.TIMMsgDoForeground(cb));
  }

  /**
   * Sets the callback for invitations of others.
   *
   * Not in this version: nothing calls it.
   * @param cb gets the invite id, who invites, the group id, a JSON array of the invited UserIDs, and the data
   */
  TIMSetSignalingReceiveNewInvitationCallback(
    cb: TIMSignalingReceiveNewInvitationCallback | null,
    user_data?: unknown,
  ): void {
    this.client.TIMSetSignalingReceiveNewInvitationCallback(cb, user_data);
  }

  /**
   * Sets the callback for invitations that were called off.
   *
   * Not in this version: nothing calls it.
   * @param cb gets the invite id, who had invited, and the data
   */
  TIMSetSignalingInvitationCancelledCallback(
    cb: TIMSignalingInvitationCancelledCallback | null,
    user_data?: unknown,
  ): void {
    this.client.TIMSetSignalingInvitationCancelledCallback(cb, user_data);
  }

  /**
   * Sets the callback for accepted invitations.
   *
   * Not in this version: nothing calls it.
   * @param cb gets the invite id, who has accepted, and the data
   */
  TIMSetSignalingInviteeAcceptedCallback(cb: TIMSignalingInviteeAcceptedCallback | null, user_data?: unknown): void {
    this.client.TIMSetSignalingInviteeAcceptedCallback(cb, user_data);
  }

  /**
   * Sets the callback for refused invitations.
   *
   * Not in this version: nothing calls it.
   * @param cb gets the invite id, who has refused, and the data
   */
  TIMSetSignalingInviteeRejectedCallback(cb: TIMSignalingInviteeRejectedCallback | null, user_data?: unknown): void {
    this.client.TIMSetSignalingInviteeRejectedCallback(cb, user_data);
  }

  /**
   * Sets the callback for invitations that nobody has answered in time.
   *
   * Not in this version: nothing calls it.
   * @param cb gets the invite id and a JSON array of those who have not answered
   */
  TIMSetSignalingInvitationTimeoutCallback(
    cb: TIMSignalingInvitationTimeoutCallback | null,
    user_data?: unknown,
  ): void {
    this.client.TIMSetSignalingInvitationTimeoutCallback(cb, user_data);
  }

  /**
   * Sets the callback for invitations whose data was changed.
   *
   * Not in this version: nothing calls it.
   * @param cb gets the invite id and the data
   */
  TIMSetSignalingInvitationModifiedCallback(
    cb: TIMSignalingInvitationModifiedCallback | null,
    user_data?: unknown,
  ): void {
    this.client.TIMSetSignalingInvitationModifiedCallback(cb, user_data);
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
  TIMSignalingInvite(
    invitee: string,
    data: string,
    online_user_only: boolean,
    json_offline_push_info: Json<OfflinePushConfig> | null,
    timeout: number,
  ): Promise<string> {
    return promisedText((buffer, cb) =>
      this.client.TIMSignalingInvite(invitee, data, online_user_only, json_offline_push_info, timeout, buffer, cb),
    );
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
  TIMSignalingInviteInGroup(
    group_id: string,
    json_invitee_array: Json<string[]>,
    data: string,
    online_user_only: boolean,
    timeout: number,
  ): Promise<string> {
    return promisedText((buffer, cb) =>
      this.client.TIMSignalingInviteInGroup(group_id, json_invitee_array, data, online_user_only, timeout, buffer, cb),
    );
  }

  /**
   * Calls one's own invitation off, while somebody has not answered yet. Errors: 8010 it is not there any more.
   *
   * Not in this version: after login it rejects with 7013.
   * @param invite_id id of the invitation
   * @param data the app's own; may be empty
   */
  TIMSignalingCancel(invite_id: string, data: string): Promise<void> {
    return promised((cb) => this.client.TIMSignalingCancel(invite_id, data, cb));
  }

  /**
   * Accepts an invitation. Errors: 8010 it is not there any more.
   *
   * Not in this version: after login it rejects with 7013.
   * @param invite_id id of the invitation
   * @param data the app's own; may be empty
   */
  TIMSignalingAccept(invite_id: string, data: string): Promise<void> {
    return promised((cb) => this.client.TIMSignalingAccept(invite_id, data, cb));
  }

  /**
   * Refuses an invitation. Errors: 8010 it is not there any more.
   *
   * Not in this version: after login it rejects with 7013.
   * @param invite_id id of the invitation
   * @param data the app's own; may be empty
   */
  TIMSignalingReject(invite_id: string, data: string): Promise<void> {
    return promised((cb) => this.client.TIMSignalingReject(invite_id, data, cb));
  }

  /**
   * Tells whether a message is part of an invitation, and of which. Resolves with `SignalingInfo`; for any other
   * message error 6017, and `null`.
   * @param json_msg a `Message`
   */
  TIMGetSignalingInfo(json_msg: Json<Message>): Promise<SignalingInfo> {
    return promised((cb) => this.client.TIMGetSignalingInfo(json_msg, cb));
  }

  /**
   * Changes the data of an invitation. Errors: 8010 it is not there any more.
   *
   * Not in this version: after login it rejects with 7013.
   * @param invite_id id of the invitation
   * @param data the app's own
   */
  TIMSignalingModifyInvitation(invite_id: string, data: string): Promise<void> {
    return promised((cb) => this.client.TIMSignalingModifyInvitation(invite_id, data, cb));
  }

  /**
   * Sets the callback for notices of experimental functions.
   *
   * Not in this version: nothing calls it.
   * @param cb gets a key and data
   */
  TIMSetExperimentalNotifyCallback(cb: TIMExperimentalNotifyCallback | null, user_data?: unknown): void {
    this.client.TIMSetExperimentalNotifyCallback(cb, user_data);
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
  callExperimentalAPI(json_param: Json<RequestParam>): Promise<unknown> {
    return promised((cb) => this.client.callExperimentalAPI(json_param, cb));
  }
}
