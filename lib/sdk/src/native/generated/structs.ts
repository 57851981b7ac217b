// Made by `npm run generate`. Do not edit.
import type {
  HandleGroupMemberResult,
  TIMAndroidOfflinePushNotifyMode,
  TIMConvType,
  TIMConversationMarkType,
  TIMDownloadType,
  TIMElemType,
  TIMFollowType,
  TIMFriendChangeType,
  TIMFriendCheckRelation,
  TIMFriendPendencyType,
  TIMFriendResponseAction,
  TIMFriendType,
  TIMFriendshipRelationType,
  TIMFriendshipSearchFieldKey,
  TIMGenderType,
  TIMGroupAddOption,
  TIMGroupAtType,
  TIMGroupJoinType,
  TIMGroupMemberRole,
  TIMGroupMemberSearchFieldKey,
  TIMGroupPendencyHandle,
  TIMGroupPendencyHandleResult,
  TIMGroupPendencyType,
  TIMGroupReportType,
  TIMGroupSearchFieldKey,
  TIMGroupTipType,
  TIMGroupType,
  TIMIOSOfflinePushType,
  TIMImageLevel,
  TIMKeywordListMatchType,
  TIMLogLevel,
  TIMMsgPriority,
  TIMMsgStatus,
  TIMOfflinePushTokenType,
  TIMPlatform,
  TIMProfileChangeType,
  TIMReceiveMessageOpt,
  TIMSignalingActionType,
  TIMUserStatusType,
} from './enums.js';

/** A 64-bit number: a bigint or decimal digits where a JavaScript number is not exact. */
export type Long = number | bigint | string;

/** One element of a message; `elem_type` says which fields it has. */
export type Elem = { elem_type: number } & Record<string, unknown>;

/** JSON of the native SDK (base). */
export interface UserConfig {
  user_config_is_is_disable_storage?: boolean;
  user_config_is_read_receipt?: boolean;
  user_config_is_ignore_grouptips_unread?: boolean;
  user_config_is_sync_report?: boolean;
  user_config_group_getinfo_option?: GroupGetInfoOption;
  user_config_group_member_getinfo_option?: GroupMemberGetInfoOption;
}

/** JSON of the native SDK (base). */
export interface HttpProxyInfo {
  http_proxy_info_ip?: string;
  http_proxy_info_port?: number;
  http_proxy_info_username?: string;
  http_proxy_info_password?: string;
}

/** JSON of the native SDK (base). */
export interface Socks5ProxyInfo {
  socks5_proxy_info_ip?: string;
  socks5_proxy_info_port?: number;
  socks5_proxy_info_username?: string;
  socks5_proxy_info_password?: string;
}

/** JSON of the native SDK (base). */
export interface PACProxyInfo {
  pac_proxy_info_username?: string;
  pac_proxy_info_password?: string;
}

/** JSON of the native SDK (base). */
export interface SetConfig {
  set_config_log_level?: TIMLogLevel;
  set_config_callback_log_level?: TIMLogLevel;
  set_config_is_log_output_console?: boolean;
  set_config_user_config?: UserConfig;
  set_config_user_define_data?: string;
  set_config_http_proxy_info?: HttpProxyInfo;
  set_config_socks5_proxy_info?: Socks5ProxyInfo;
  set_config_pac_proxy_info?: PACProxyInfo;
  set_config_is_only_local_dns_source?: boolean;
}

/** JSON of the native SDK (base). */
export interface FriendShipGetProfileListParam {
  friendship_getprofilelist_param_identifier_array?: string[];
  friendship_getprofilelist_param_force_update?: boolean;
}

/** JSON of the native SDK (base). */
export interface TIMUserStatus {
  user_status_identifier?: string;
  user_status_status_type?: TIMUserStatusType;
  user_status_custom_status?: string;
  user_status_online_devices?: unknown[];
}

/** JSON of the native SDK (base). */
export interface UserProfile {
  user_profile_identifier?: string;
  user_profile_nick_name?: string;
  user_profile_gender?: TIMGenderType;
  user_profile_face_url?: string;
  user_profile_friend_remark?: string;
  user_profile_self_signature?: string;
  user_profile_add_permission?: number;
  user_profile_location?: string;
  user_profile_language?: number;
  user_profile_birthday?: number;
  user_profile_level?: number;
  user_profile_role?: number;
  user_profile_custom_string_array?: UserProfileCustomStringInfo[];
}

/** JSON of the native SDK (base). */
export interface UserProfileItem {
  user_profile_item_nick_name?: string;
  user_profile_item_gender?: TIMGenderType;
  user_profile_item_face_url?: string;
  user_profile_item_self_signature?: string;
  user_profile_item_add_permission?: number;
  user_profile_item_location?: string;
  user_profile_item_language?: number;
  user_profile_item_birthday?: number;
  user_profile_item_level?: number;
  user_profile_item_role?: number;
  user_profile_item_custom_string_array?: UserProfileCustomStringInfo[];
}

/** JSON of the native SDK (base). */
export interface UserProfileCustomStringInfo {
  user_profile_custom_string_info_key?: string;
  user_profile_custom_string_info_value?: string;
}

/** JSON of the native SDK (base). */
export interface ProfileChangeElem {
  profile_change_elem_change_type?: TIMProfileChangeType;
  profile_change_elem_from_identifier?: string;
  profile_change_elem_user_profile_item?: UserProfileItem;
}

/** JSON of the native SDK (base). */
export interface GroupGetInfoOption {
  group_get_info_option_info_flag?: Long;
  group_get_info_option_custom_array?: string[];
}

/** JSON of the native SDK (message). */
export interface TextElem {
  text_elem_content?: string;
}

/** JSON of the native SDK (message). */
export interface CustomElem {
  custom_elem_data?: string;
  custom_elem_desc?: string;
  custom_elem_ext?: string;
  custom_elem_sound?: string;
}

/** JSON of the native SDK (message). */
export interface ImageElem {
  image_elem_orig_path?: string;
  image_elem_level?: TIMImageLevel;
  image_elem_format?: number;
  image_elem_orig_id?: string;
  image_elem_orig_pic_height?: number;
  image_elem_orig_pic_width?: number;
  image_elem_orig_pic_size?: number;
  image_elem_thumb_id?: string;
  image_elem_thumb_pic_height?: number;
  image_elem_thumb_pic_width?: number;
  image_elem_thumb_pic_size?: number;
  image_elem_large_id?: string;
  image_elem_large_pic_height?: number;
  image_elem_large_pic_width?: number;
  image_elem_large_pic_size?: number;
  image_elem_orig_url?: string;
  image_elem_thumb_url?: string;
  image_elem_large_url?: string;
  image_elem_task_id?: number;
}

/** JSON of the native SDK (message). */
export interface SoundElem {
  sound_elem_file_path?: string;
  sound_elem_file_size?: number;
  sound_elem_file_time?: number;
  sound_elem_file_id?: string;
  sound_elem_business_id?: number;
  sound_elem_url?: string;
  sound_elem_task_id?: number;
}

/** JSON of the native SDK (message). */
export interface VideoElem {
  video_elem_video_type?: string;
  video_elem_video_size?: number;
  video_elem_video_duration?: number;
  video_elem_video_path?: string;
  video_elem_video_id?: string;
  video_elem_business_id?: number;
  video_elem_video_url?: string;
  video_elem_image_type?: string;
  video_elem_image_size?: number;
  video_elem_image_width?: number;
  video_elem_image_height?: number;
  video_elem_image_path?: string;
  video_elem_image_id?: string;
  video_elem_image_url?: string;
  video_elem_task_id?: number;
}

/** JSON of the native SDK (message). */
export interface FileElem {
  file_elem_file_path?: string;
  file_elem_file_name?: string;
  file_elem_file_size?: number;
  file_elem_file_id?: string;
  file_elem_business_id?: number;
  file_elem_url?: string;
  file_elem_task_id?: number;
}

/** JSON of the native SDK (message). */
export interface LocationElem {
  location_elem_desc?: string;
  location_elem_longitude?: number;
  location_elem_latitude?: number;
}

/** JSON of the native SDK (message). */
export interface FaceElem {
  face_elem_index?: number;
  face_elem_buf?: string;
}

/** JSON of the native SDK (message). */
export interface MergerElem {
  merge_elem_title?: string;
  merge_elem_abstract_array?: string[];
  merge_elem_compatible_text?: string;
  merge_elem_message_array?: Message[];
  merge_elem_layer_over_limit?: boolean;
  merge_elem_relay_pb_key?: string;
  merge_elem_relay_json_key?: string;
  merge_elem_relay_buffer?: string;
}

/** JSON of the native SDK (message). */
export interface GroupReportElem {
  group_report_elem_report_type?: TIMGroupReportType;
  group_report_elem_group_id?: string;
  group_report_elem_group_name?: string;
  group_report_elem_op_user?: string;
  group_report_elem_msg?: string;
  group_report_elem_user_data?: string;
  group_report_elem_op_user_info?: UserProfile;
  group_report_elem_op_group_memberinfo?: GroupMemberInfo;
  group_report_elem_platform?: string;
  group_report_elem_shut_up_time?: number;
  group_report_elem_group_message_receive_option?: TIMReceiveMessageOpt;
}

/** JSON of the native SDK (message). */
export interface Message {
  message_elem_array?: Elem[];
  message_conv_id?: string;
  message_conv_type?: TIMConvType;
  message_sender?: string;
  message_priority?: TIMMsgPriority;
  message_client_time?: Long;
  message_server_time?: Long;
  message_is_from_self?: boolean;
  message_platform?: TIMPlatform;
  message_is_read?: boolean;
  message_is_online_msg?: boolean;
  message_is_peer_read?: boolean;
  message_receipt_peer_read?: boolean;
  message_need_read_receipt?: boolean;
  message_support_message_extension?: boolean;
  message_is_broadcast_message?: boolean;
  message_has_sent_receipt?: boolean;
  message_group_receipt_read_count?: number;
  message_group_receipt_unread_count?: number;
  message_version?: Long;
  message_status?: TIMMsgStatus;
  message_unique_id?: Long;
  message_msg_id?: string;
  message_rand?: Long;
  message_seq?: Long;
  message_custom_int?: number;
  message_custom_str?: string;
  message_cloud_custom_str?: string;
  message_is_excluded_from_unread_count?: boolean;
  message_group_at_user_array?: string[];
  message_is_forward_message?: boolean;
  message_sender_profile?: UserProfile;
  message_sender_group_member_info?: GroupMemberInfo;
  message_excluded_from_last_message?: boolean;
  message_excluded_from_content_moderation?: boolean;
  message_custom_moderation_configuration_id?: string;
  message_has_risk_content?: boolean;
  message_risk_type_identified?: unknown;
  message_target_group_member_array?: string[];
  message_offline_push_config?: OfflinePushConfig;
  message_revoker_user_id?: string;
  message_revoker_nick_name?: string;
  message_revoker_face_url?: string;
  message_revoke_reason?: string;
  message_pinner_user_id?: string;
  message_pinner_nick_name?: string;
  message_pinner_friend_remark?: string;
  message_pinner_name_card?: string;
  message_pinner_face_url?: string;
}

/** JSON of the native SDK (message). */
export interface MsgBatchSendParam {
  msg_batch_send_param_identifier_array?: string[];
  msg_batch_send_param_msg?: Message;
}

/** JSON of the native SDK (message). */
export interface MsgBatchSendResult {
  msg_batch_send_result_identifier?: string;
  msg_batch_send_result_code?: number;
  msg_batch_send_result_desc?: string;
  msg_batch_send_result_msg?: Message;
}

/** JSON of the native SDK (message). */
export interface DownloadElemParam {
  msg_download_elem_param_type?: TIMDownloadType;
  msg_download_elem_param_id?: string;
  msg_download_elem_param_business_id?: number;
  msg_download_elem_param_url?: string;
}

/** JSON of the native SDK (message). */
export interface MsgDownloadElemResult {
  msg_download_elem_result_current_size?: number;
  msg_download_elem_result_total_size?: number;
}

/** JSON of the native SDK (message). */
export interface MsgGetMsgListParam {
  msg_getmsglist_param_last_msg?: Message;
  msg_getmsglist_param_count?: number;
  msg_getmsglist_param_is_ramble?: boolean;
  msg_getmsglist_param_message_type_array?: number[];
  msg_getmsglist_param_is_forward?: boolean;
  msg_getmsglist_param_last_msg_seq?: Long;
  msg_getmsglist_param_time_begin?: Long;
  msg_getmsglist_param_time_period?: Long;
  msg_getmsglist_param_message_seq_array?: Long[];
}

/** JSON of the native SDK (message). */
export interface MsgLocator {
  message_locator_conv_id?: boolean;
  message_locator_conv_type?: boolean;
  message_locator_is_revoked?: boolean;
  message_locator_time?: Long;
  message_locator_seq?: Long;
  message_locator_is_self?: boolean;
  message_locator_rand?: Long;
  message_locator_unique_id?: Long;
}

/** JSON of the native SDK (message). */
export interface MessageSearchParam {
  msg_search_param_keyword_array?: string[];
  msg_search_param_message_type_array?: TIMElemType[];
  msg_search_param_conv_id?: string;
  msg_search_param_conv_type?: TIMConvType;
  msg_search_param_search_time_position?: Long;
  msg_search_param_search_time_period?: Long;
  msg_search_param_page_index?: number;
  msg_search_param_page_size?: number;
  msg_search_param_keyword_list_match_type?: TIMKeywordListMatchType;
  msg_search_param_send_identifier_array?: string[];
  msg_search_param_search_count?: number;
  msg_search_param_search_cursor?: string;
}

/** JSON of the native SDK (message). */
export interface MessageSearchResultItem {
  msg_search_result_item_conv_id?: string;
  msg_search_result_item_conv_type?: TIMConvType;
  msg_search_result_item_total_message_count?: number;
  msg_search_result_item_message_array?: Message[];
}

/** JSON of the native SDK (message). */
export interface MessageSearchResult {
  msg_search_result_total_count?: number;
  msg_search_result_item_array?: MessageSearchResultItem[];
  msg_search_result_search_cursor?: string;
}

/** JSON of the native SDK (message). */
export interface MsgDeleteParam {
  msg_delete_param_msg?: Message;
  msg_delete_param_is_ramble?: boolean;
}

/** JSON of the native SDK (message). */
export interface GetC2CRecvMsgOptResult {
  msg_recv_msg_opt_result_identifier?: string;
  msg_recv_msg_opt_result_opt?: TIMReceiveMessageOpt;
}

/** JSON of the native SDK (message). */
export interface TIMReceiveMessageOptInfo {
  msg_all_recv_msg_opt_start_hour?: number;
  msg_all_recv_msg_opt_start_minute?: number;
  msg_all_recv_msg_opt_start_second?: number;
  msg_all_recv_msg_opt_start_time_stamp?: number;
  msg_all_recv_msg_duration?: number;
  msg_all_recv_msg_opt_level?: TIMReceiveMessageOpt;
}

/** JSON of the native SDK (message). */
export interface MessageTranslateTextResult {
  msg_translate_text_source_text?: string;
  msg_translate_text_target_text?: string;
}

/** JSON of the native SDK (message). */
export interface MessageReceipt {
  msg_receipt_conv_id?: string;
  msg_receipt_conv_type?: TIMConvType;
  msg_receipt_msg_id?: string;
  msg_receipt_time_stamp?: Long;
  msg_receipt_is_peer_read?: boolean;
  msg_receipt_read_count?: Long;
  msg_receipt_unread_count?: Long;
}

/** JSON of the native SDK (message). */
export interface MessageExtension {
  message_extension_key?: string;
  message_extension_value?: string;
}

/** JSON of the native SDK (message). */
export interface MessageExtensionResult {
  message_extension_result_code?: number;
  message_extension_result_info?: string;
  message_extension_item?: Record<string, unknown>;
}

/** JSON of the native SDK (message). */
export interface MessageReaction {
  message_reaction_id?: string;
  message_reaction_total_user_count?: number;
  message_reaction_partial_user_info_array?: UserProfile[];
  message_reaction_reacted_by_myself?: boolean;
}

/** JSON of the native SDK (message). */
export interface MessageReactionResult {
  message_reaction_result_code?: number;
  message_reaction_result_info?: string;
  message_reaction_result_msg_id?: string;
  message_reaction_result_reaction_list?: MessageReaction[];
}

/** JSON of the native SDK (message). */
export interface MessageReactionUserResult {
  message_reaction_user_result_user_info_array?: UserProfile[];
  message_reaction_user_result_next_seq?: number;
  message_reaction_user_result_is_finished?: boolean;
}

/** JSON of the native SDK (message). */
export interface MessageReactionChangeInfo {
  message_reaction_change_info_msg_id?: string;
  message_reaction_change_info_reaction_list?: MessageReaction[];
}

/** JSON of the native SDK (conversation). */
export interface Draft {
  draft_msg?: Message;
  draft_user_define?: string;
  draft_edit_time?: number;
}

/** JSON of the native SDK (conversation). */
export interface GroupAtInfo {
  conv_group_at_info_seq?: Long;
  conv_group_at_info_at_type?: TIMGroupAtType;
}

/** JSON of the native SDK (conversation). */
export interface ConvInfo {
  conv_id?: string;
  conv_type?: TIMConvType;
  conv_face_url?: string;
  conv_unread_num?: Long;
  conv_active_time?: Long;
  conv_is_has_lastmsg?: boolean;
  conv_last_msg?: Message;
  conv_is_has_draft?: boolean;
  conv_draft?: Draft;
  conv_recv_opt?: TIMReceiveMessageOpt;
  conv_group_type?: TIMGroupType;
  conv_group_at_info_array?: GroupAtInfo[];
  conv_is_pinned?: boolean;
  conv_show_name?: string;
  conv_mark_array?: Long[];
  conv_custom_data?: string;
  conv_conversation_group_array?: string[];
  conv_c2c_read_timestamp?: Long;
  conv_group_read_sequence?: Long;
  conv_owner?: string;
}

/** JSON of the native SDK (conversation). */
export interface TIMConversationListFilter {
  conversation_list_filter_conv_type?: TIMConvType;
  conversation_list_filter_conversation_group?: string;
  conversation_list_filter_mark_type?: TIMConversationMarkType;
  conversation_list_filter_has_unread_count?: boolean;
  conversation_list_filter_has_group_at_info?: boolean;
}

/** JSON of the native SDK (conversation). */
export interface TIMConversationListResult {
  conversation_list_result_conv_list?: ConvInfo[];
  conversation_list_result_next_seq?: Long;
  conversation_list_result_is_finished?: boolean;
}

/** JSON of the native SDK (conversation). */
export interface GetConversationListParam {
  get_conversation_list_param_conv_id?: string;
  get_conversation_list_param_conv_type?: TIMConvType;
}

/** JSON of the native SDK (conversation). */
export interface GetTotalUnreadNumberResult {
  conv_get_total_unread_message_count_result_unread_count?: number;
}

/** JSON of the native SDK (conversation). */
export interface TIMConversationOperationResult {
  conversation_operation_result_conversation_id?: string;
  conversation_operation_result_result_code?: number;
  conversation_operation_result_result_info?: string;
}

/** JSON of the native SDK (group). */
export interface GroupTipGroupChangeInfo {
  group_tips_group_change_info_flag?: number;
  group_tips_group_change_info_value?: string;
  group_tips_group_change_info_key?: string;
  group_tips_group_change_info_bool_value?: boolean;
  group_tips_group_change_info_int_value?: number;
  group_tips_group_change_info_uint64_value?: Long;
}

/** JSON of the native SDK (group). */
export interface GroupTipMemberChangeInfo {
  group_tips_member_change_info_identifier?: string;
  group_tips_member_change_info_shutupTime?: number;
}

/** JSON of the native SDK (group). */
export interface GroupTipMemberMarkChangeInfo {
  group_tips_member_mark_change_info_enableMark?: boolean;
  group_tips_member_mark_change_info_markType?: number;
  group_tips_member_mark_change_info_userIDList?: string[];
}

/** JSON of the native SDK (group). */
export interface GroupTipsElem {
  group_tips_elem_tip_type?: TIMGroupTipType;
  group_tips_elem_join_type?: TIMGroupJoinType;
  group_tips_elem_op_user?: string;
  group_tips_elem_group_id?: string;
  group_tips_elem_user_array?: string[];
  group_tips_elem_group_change_info_array?: GroupTipGroupChangeInfo[];
  group_tips_elem_member_change_info_array?: GroupTipMemberChangeInfo[];
  group_tips_elem_op_user_info?: UserProfile;
  group_tips_elem_op_group_memberinfo?: GroupMemberInfo;
  group_tips_elem_changed_user_info_array?: UserProfile[];
  group_tips_elem_changed_group_memberinfo_array?: GroupMemberInfo[];
  group_tips_elem_member_num?: number;
  group_tips_elem_platform?: string;
  group_tips_elem_member_mark_info_array?: GroupTipMemberMarkChangeInfo[];
  group_tips_elem_pinned_message_list?: Record<string, unknown>;
  group_tips_elem_group_name?: string;
  group_tips_elem_time?: number;
}

/** JSON of the native SDK (group). */
export interface GroupMemberInfo {
  group_member_info_identifier?: string;
  group_member_info_group_id?: string;
  group_member_info_join_time?: number;
  group_member_info_member_role?: TIMGroupMemberRole;
  group_member_info_msg_flag?: TIMReceiveMessageOpt;
  group_member_info_msg_seq?: number;
  group_member_info_shutup_time?: number;
  group_member_info_name_card?: string;
  group_member_info_nick_name?: string;
  group_member_info_friend_remark?: string;
  group_member_info_face_url?: string;
  group_member_info_custom_info?: GroupMemberInfoCustomString[];
  group_member_info_is_online?: string;
  group_member_info_online_devices?: unknown[];
}

/** JSON of the native SDK (group). */
export interface CreateGroupParam {
  create_group_param_group_name?: string;
  create_group_param_group_id?: string;
  create_group_param_group_type?: TIMGroupType;
  create_group_param_is_support_topic?: boolean;
  create_group_param_group_member_array?: GroupMemberInfo[];
  create_group_param_notification?: string;
  create_group_param_introduction?: string;
  create_group_param_face_url?: string;
  create_group_param_add_option?: TIMGroupAddOption;
  create_group_param_approve_option?: TIMGroupAddOption;
  create_group_param_max_member_num?: number;
  create_group_param_custom_info?: GroupInfoCustomString[];
  create_group_param_enable_permission_group?: boolean;
  create_group_param_default_permissions?: Long;
}

/** JSON of the native SDK (group). */
export interface CreateGroupResult {
  create_group_result_groupid?: string;
}

/** JSON of the native SDK (group). */
export interface GroupSelfInfo {
  group_self_info_join_time?: number;
  group_self_info_role?: number;
  group_self_info_unread_num?: number;
  group_self_info_msg_flag?: TIMReceiveMessageOpt;
}

/** JSON of the native SDK (group). */
export interface GroupBaseInfo {
  group_base_info_group_id?: string;
  group_base_info_group_name?: string;
  group_base_info_group_type?: TIMGroupType;
  group_base_info_face_url?: string;
  group_base_info_info_seq?: number;
  group_base_info_latest_seq?: number;
  group_base_info_readed_seq?: number;
  group_base_info_msg_flag?: number;
  group_base_info_is_shutup_all?: boolean;
  group_base_info_self_info?: GroupSelfInfo;
}

/** JSON of the native SDK (group). */
export interface GroupInfoCustomString {
  group_info_custom_string_info_key?: string;
  group_info_custom_string_info_value?: string;
}

/** JSON of the native SDK (group). */
export interface GroupDetailInfo {
  group_detail_info_group_id?: string;
  group_detail_info_group_type?: TIMGroupType;
  group_detail_info_is_support_topic?: boolean;
  group_detail_info_group_name?: string;
  group_detail_info_notification?: string;
  group_detail_info_introduction?: string;
  group_detail_info_face_url?: string;
  group_detail_info_create_time?: number;
  group_detail_info_info_seq?: number;
  group_detail_info_last_info_time?: number;
  group_detail_info_next_msg_seq?: number;
  group_detail_info_last_msg_time?: number;
  group_detail_info_member_num?: number;
  group_detail_info_max_member_num?: number;
  group_detail_info_add_option?: TIMGroupAddOption;
  group_detail_info_approve_option?: TIMGroupAddOption;
  group_detail_info_visible?: number;
  group_detail_info_searchable?: number;
  group_detail_info_is_shutup_all?: boolean;
  group_detail_info_owner_identifier?: string;
  group_detail_info_custom_info?: GroupInfoCustomString[];
  group_detail_info_enable_permission_group?: boolean;
  group_detail_info_default_permissions?: number;
  group_detail_info_online_member_num?: number;
}

/** JSON of the native SDK (group). */
export interface GetGroupInfoResult {
  get_groups_info_result_code?: number;
  get_groups_info_result_desc?: string;
  get_groups_info_result_info?: GroupDetailInfo;
}

/** JSON of the native SDK (group). */
export interface GroupSearchParam {
  group_search_params_keyword_list?: string[];
  group_search_params_field_list?: TIMGroupSearchFieldKey[];
}

/** JSON of the native SDK (group). */
export interface GroupModifyInfoParam {
  group_modify_info_param_group_id?: string;
  group_modify_info_param_modify_flag?: number;
  group_modify_info_param_group_name?: string;
  group_modify_info_param_notification?: string;
  group_modify_info_param_introduction?: string;
  group_modify_info_param_face_url?: string;
  group_modify_info_param_add_option?: number;
  group_modify_info_param_approve_option?: number;
  group_modify_info_param_max_member_num?: number;
  group_modify_info_param_visible?: number;
  group_modify_info_param_searchable?: number;
  group_modify_info_param_is_shutup_all?: boolean;
  group_modify_info_param_owner?: string;
  group_modify_info_param_custom_info?: GroupInfoCustomString[];
  group_modify_info_param_enable_permission_group?: boolean;
  group_modify_info_param_default_permissions?: number;
}

/** JSON of the native SDK (group). */
export interface GroupAttributes {
  group_attribute_key?: string;
  group_attribute_value?: string;
}

/** JSON of the native SDK (group). */
export interface GroupCounter {
  group_counter_key?: string;
  group_counter_value?: Long;
}

/** JSON of the native SDK (group). */
export interface GroupGetOnlineMemberCountResult {
  group_get_online_member_count_result?: number;
}

/** JSON of the native SDK (group). */
export interface TIMGroupTopicInfo {
  group_topic_info_topic_id?: string;
  group_topic_info_topic_name?: string;
  group_topic_info_introduction?: string;
  group_topic_info_notification?: string;
  group_topic_info_topic_face_url?: string;
  group_topic_info_is_all_muted?: boolean;
  group_topic_info_self_mute_time?: number;
  group_topic_info_custom_string?: string;
  group_topic_info_recv_opt?: TIMReceiveMessageOpt;
  group_topic_info_draft_text?: string;
  group_topic_info_unread_count?: Long;
  group_topic_info_last_message?: Message;
  group_topic_info_group_at_info_array?: GroupAtInfo[];
  group_modify_info_param_modify_flag?: number;
}

/** JSON of the native SDK (group). */
export interface TIMGroupTopicOperationResult {
  group_topic_operation_result_error_code?: number;
  group_topic_operation_result_error_message?: string;
  group_topic_operation_result_topic_id?: string;
}

/** JSON of the native SDK (group). */
export interface TIMGroupTopicInfoResult {
  group_topic_info_result_error_code?: number;
  group_topic_info_result_error_message?: string;
  group_topic_info_result_topic_info?: TIMGroupTopicInfo;
}

/** JSON of the native SDK (group). */
export interface GroupMemberGetInfoOption {
  group_member_get_info_option_role_flag?: Long;
  group_member_get_info_option_info_flag?: Long;
  group_member_get_info_option_custom_array?: string[];
}

/** JSON of the native SDK (group). */
export interface GroupGetMemberInfoListParam {
  group_get_members_info_list_param_group_id?: string;
  group_get_members_info_list_param_identifier_array?: string[];
  group_get_members_info_list_param_option?: GroupMemberGetInfoOption;
  group_get_members_info_list_param_next_seq?: Long;
}

/** JSON of the native SDK (group). */
export interface GroupGetMemberInfoListResult {
  group_get_member_info_list_result_next_seq?: Long;
  group_get_member_info_list_result_info_array?: GroupMemberInfo[];
}

/** JSON of the native SDK (group). */
export interface GroupMemberSearchParam {
  group_search_member_params_groupid_list?: string[];
  group_search_member_params_keyword_list?: string[];
  group_search_member_params_field_list?: TIMGroupMemberSearchFieldKey[];
}

/** JSON of the native SDK (group). */
export interface GroupSearchGroupMembersResult {
  group_search_member_result_groupid?: string[];
  group_search_member_result_member_info_list?: GroupMemberInfo[];
}

/** JSON of the native SDK (group). */
export interface GroupMemberInfoCustomString {
  group_member_info_custom_string_info_key?: string;
  group_member_info_custom_string_info_value?: string;
}

/** JSON of the native SDK (group). */
export interface GroupModifyMemberInfoParam {
  group_modify_member_info_group_id?: string;
  group_modify_member_info_identifier?: string;
  group_modify_member_info_modify_flag?: number;
  group_modify_member_info_msg_flag?: TIMReceiveMessageOpt;
  group_modify_member_info_member_role?: TIMGroupMemberRole;
  group_modify_member_info_shutup_time?: number;
  group_modify_member_info_name_card?: string;
  group_modify_member_info_custom_info?: GroupMemberInfoCustomString[];
}

/** JSON of the native SDK (group). */
export interface GroupInviteMemberParam {
  group_invite_member_param_group_id?: string;
  group_invite_member_param_identifier_array?: string[];
  group_invite_member_param_user_data?: string;
}

/** JSON of the native SDK (group). */
export interface GroupInviteMemberResult {
  group_invite_member_result_identifier?: string;
  group_invite_member_result_result?: HandleGroupMemberResult;
}

/** JSON of the native SDK (group). */
export interface GroupDeleteMemberParam {
  group_delete_member_param_group_id?: string;
  group_delete_member_param_identifier_array?: string[];
  group_delete_member_param_user_data?: string;
  group_delete_member_param_duration?: number;
}

/** JSON of the native SDK (group). */
export interface GroupDeleteMemberResult {
  group_delete_member_result_identifier?: string;
  group_delete_member_result_result?: HandleGroupMemberResult;
}

/** JSON of the native SDK (group). */
export interface GroupPendencyOption {
  group_pendency_option_start_time?: Long;
  group_pendency_option_max_limited?: number;
}

/** JSON of the native SDK (group). */
export interface GroupPendency {
  group_pendency_group_id?: string;
  group_pendency_form_identifier?: string;
  group_pendency_from_nick_name?: string;
  group_pendency_from_face_url?: string;
  group_pendency_to_identifier?: string;
  group_pendency_add_time?: Long;
  group_pendency_pendency_type?: TIMGroupPendencyType;
  group_pendency_handled?: TIMGroupPendencyHandle;
  group_pendency_handle_result?: TIMGroupPendencyHandleResult;
  group_pendency_apply_invite_msg?: string;
  group_pendency_form_user_defined_data?: string;
  group_pendency_approval_msg?: string;
  group_pendency_to_user_defined_data?: string;
  group_pendency_key?: string;
  group_pendency_authentication?: string;
  group_pendency_self_identifier?: string;
}

/** JSON of the native SDK (group). */
export interface GroupPendencyResult {
  group_pendency_result_next_start_time?: Long;
  group_pendency_result_read_time_seq?: Long;
  group_pendency_result_unread_num?: number;
  group_pendency_result_pendency_array?: GroupPendency[];
}

/** JSON of the native SDK (group). */
export interface GroupHandlePendencyParam {
  group_handle_pendency_param_is_accept?: boolean;
  group_handle_pendency_param_handle_msg?: string;
  group_handle_pendency_param_pendency?: GroupPendency;
}

/** JSON of the native SDK (community). */
export interface TopicInfo {
  group_topic_info_topic_id?: string;
  group_topic_info_topic_name?: string;
  group_topic_info_introduction?: string;
  group_topic_info_notification?: string;
  group_topic_info_topic_face_url?: string;
  group_topic_info_is_all_muted?: boolean;
  group_topic_info_self_mute_time?: number;
  group_topic_info_custom_string?: string;
  group_topic_info_recv_opt?: TIMReceiveMessageOpt;
  group_topic_info_draft_text?: string;
  group_topic_info_unread_count?: Long;
  group_topic_info_last_message?: Message;
  topic_info_read_sequence?: Long;
  group_topic_info_group_at_info_array?: GroupAtInfo[];
  group_modify_info_param_modify_flag?: number;
  topic_create_time?: number;
  default_permissions?: Long;
}

/** JSON of the native SDK (community). */
export interface TopicInfoResult {
  group_topic_info_result_error_code?: number;
  group_topic_info_result_error_message?: string;
  group_topic_info_result_topic_info?: TopicInfo;
}

/** JSON of the native SDK (community). */
export interface TopicOperationResult {
  group_topic_operation_result_error_code?: number;
  group_topic_operation_result_error_message?: string;
  group_topic_operation_result_topic_id?: string;
}

/** JSON of the native SDK (community). */
export interface PermissionGroupInfo {
  community_group_id?: string;
  permission_group_id?: string;
  permission_group_name?: string;
  permission_custom_data?: string;
  group_permission?: Long;
  permission_group_member_count?: Long;
  permission_group_modify_info_flag?: number;
}

/** JSON of the native SDK (community). */
export interface TopicPermissionMap {
  topic_permission_key?: string;
  topic_permission_value?: Long;
}

/** JSON of the native SDK (community). */
export interface PermissionGroupInfoResult {
  permission_group_info_result_error_code?: number;
  permission_group_info_result_error_message?: string;
  permission_group_info_result?: TIMGroupTopicInfo;
}

/** JSON of the native SDK (community). */
export interface PermissionGroupOperationResult {
  permission_group_operation_result_error_code?: number;
  permission_group_operation_result_error_message?: string;
  permission_group_operation_result_id?: string;
}

/** JSON of the native SDK (community). */
export interface PermissionGroupMemberOperationResult {
  permission_group_member_operation_result_identifier?: string;
  permission_group_member_operation_result_error_code?: number;
}

/** JSON of the native SDK (community). */
export interface PermissionGroupMemberInfoResult {
  permission_group_member_info_result_next_cursor?: string;
  permission_group_member_info_result_array?: GroupMemberInfo[];
}

/** JSON of the native SDK (community). */
export interface TopicPermissionResult {
  topic_permission_result_error_code?: number;
  topic_permission_result_error_message?: string;
  topic_permission_result_topic_id?: string;
  topic_permission_result_topic_permission?: Long;
  topic_permission_result_group_id?: string;
  topic_permission_result_permission_group_id?: string;
}

/** JSON of the native SDK (community). */
export interface PermissionGroupCallback {
  topic_permission_map?: unknown[];
  topic_id_list?: unknown[];
  member_id_list?: unknown[];
}

/** JSON of the native SDK (friendship). */
export interface FriendProfileCustomStringInfo {
  friend_profile_custom_string_info_key?: string;
  friend_profile_custom_string_info_value?: string;
}

/** JSON of the native SDK (friendship). */
export interface FriendProfile {
  friend_profile_identifier?: string;
  friend_profile_group_name_array?: string[];
  friend_profile_remark?: string;
  friend_profile_add_wording?: string;
  friend_profile_add_source?: string;
  friend_profile_add_time?: Long;
  friend_profile_user_profile?: UserProfile;
  friend_profile_custom_string_array?: FriendProfileCustomStringInfo[];
}

/** JSON of the native SDK (friendship). */
export interface FriendProfileItem {
  friend_profile_item_remark?: string;
  friend_profile_item_group_name_array?: string[];
  friend_profile_item_custom_string_array?: FriendProfileCustomStringInfo[];
}

/** JSON of the native SDK (friendship). */
export interface FriendshipModifyFriendProfileParam {
  friendship_modify_friend_profile_param_identifier?: string;
  friendship_modify_friend_profile_param_item?: FriendProfileItem;
}

/** JSON of the native SDK (friendship). */
export interface FriendProfileUpdate {
  friend_profile_update_identifier?: string;
  friend_profile_update_item?: FriendProfileItem;
}

/** JSON of the native SDK (friendship). */
export interface FriendshipAddFriendParam {
  friendship_add_friend_param_identifier?: string;
  friendship_add_friend_param_friend_type?: TIMFriendType;
  friendship_add_friend_param_remark?: string;
  friendship_add_friend_param_group_name?: string;
  friendship_add_friend_param_add_source?: string;
  friendship_add_friend_param_add_wording?: string;
}

/** JSON of the native SDK (friendship). */
export interface FriendshipDeleteFriendParam {
  friendship_delete_friend_param_friend_type?: TIMFriendType;
  friendship_delete_friend_param_identifier_array?: string[];
}

/** JSON of the native SDK (friendship). */
export interface FriendAddPendency {
  friend_add_pendency_type?: TIMFriendPendencyType;
  friend_add_pendency_identifier?: string;
  friend_add_pendency_nick_name?: string;
  friend_add_pendency_face_url?: string;
  friend_add_pendency_add_time?: Long;
  friend_add_pendency_add_source?: string;
  friend_add_pendency_add_wording?: string;
}

/** JSON of the native SDK (friendship). */
export interface FriendshipGetPendencyListParam {
  friendship_get_pendency_list_param_type?: TIMFriendPendencyType;
  friendship_get_pendency_list_param_start_seq?: Long;
  friendship_get_pendency_list_param_start_time?: Long;
  friendship_get_pendency_list_param_limited_size?: number;
}

/** JSON of the native SDK (friendship). */
export interface PendencyPage {
  pendency_page_start_time?: Long;
  pendency_page_unread_num?: Long;
  pendency_page_current_seq?: Long;
  pendency_page_pendency_info_array?: FriendAddPendencyInfo[];
}

/** JSON of the native SDK (friendship). */
export interface FriendAddPendencyInfo {
  friend_add_pendency_info_type?: TIMFriendPendencyType;
  friend_add_pendency_info_identifier?: string;
  friend_add_pendency_info_nick_name?: string;
  friend_add_pendency_info_face_url?: string;
  friend_add_pendency_info_add_time?: Long;
  friend_add_pendency_info_add_source?: string;
  friend_add_pendency_info_add_wording?: string;
}

/** JSON of the native SDK (friendship). */
export interface FriendResponse {
  friend_response_identifier?: string;
  friend_response_action?: TIMFriendResponseAction;
  friend_response_remark?: string;
  friend_response_group_name?: string;
}

/** JSON of the native SDK (friendship). */
export interface FriendshipDeletePendencyParam {
  friendship_delete_pendency_param_type?: TIMFriendPendencyType;
  friendship_delete_pendency_param_identifier_array?: string[];
}

/** JSON of the native SDK (friendship). */
export interface FriendshipCheckFriendTypeParam {
  friendship_check_friendtype_param_check_type?: TIMFriendType;
  friendship_check_friendtype_param_identifier_array?: string[];
}

/** JSON of the native SDK (friendship). */
export interface FriendshipCheckFriendTypeResult {
  friendship_check_friendtype_result_identifier?: string;
  friendship_check_friendtype_result_relation?: TIMFriendCheckRelation;
  friendship_check_friendtype_result_code?: number;
  friendship_check_friendtype_result_desc?: string;
}

/** JSON of the native SDK (friendship). */
export interface FriendResult {
  friend_result_identifier?: string;
  friend_result_code?: number;
  friend_result_desc?: string;
}

/** JSON of the native SDK (friendship). */
export interface CreateFriendGroupParam {
  friendship_create_friend_group_param_name_array?: string[];
  friendship_create_friend_group_param_identifier_array?: string[];
}

/** JSON of the native SDK (friendship). */
export interface FriendGroupInfo {
  friend_group_info_name?: string;
  friend_group_info_count?: Long;
  friend_group_info_identifier_array?: string[];
}

/** JSON of the native SDK (friendship). */
export interface FriendshipModifyFriendGroupParam {
  friendship_modify_friend_group_param_name?: string;
  friendship_modify_friend_group_param_new_name?: string;
  friendship_modify_friend_group_param_delete_identifier_array?: string[];
  friendship_modify_friend_group_param_add_identifier_array?: string[];
}

/** JSON of the native SDK (friendship). */
export interface FriendSearchParam {
  friendship_search_param_keyword_list?: string[];
  friendship_search_param_search_field_list?: TIMFriendshipSearchFieldKey[];
}

/** JSON of the native SDK (friendship). */
export interface FriendInfoGetResult {
  friendship_friend_info_get_result_identifier?: string;
  friendship_friend_info_get_result_relation_type?: TIMFriendshipRelationType;
  friendship_friend_info_get_result_error_code?: number;
  friendship_friend_info_get_result_error_message?: string;
  friendship_friend_info_get_result_field_info?: FriendProfile[];
}

/** JSON of the native SDK (friendship). */
export interface OfficialAccountInfo {
  official_account_id?: string;
  official_account_name?: string;
  official_account_face_url?: string;
  official_account_owner_user_id?: string;
  official_account_introduction?: string;
  official_account_organization?: string;
  official_account_create_time?: Long;
  official_account_subscriber_count?: Long;
  official_account_subscribe_time?: Long;
  official_account_custom_data?: string;
}

/** JSON of the native SDK (friendship). */
export interface GetOfficialAccountInfoResult {
  get_official_accounts_info_result_code?: number;
  get_official_accounts_info_result_desc?: string;
  get_official_accounts_info?: OfficialAccountInfo;
}

/** JSON of the native SDK (friendship). */
export interface FollowOperationResult {
  follow_operation_result_user_id?: string;
  follow_operation_result_code?: number;
  follow_operation_result_Info?: string;
}

/** JSON of the native SDK (friendship). */
export interface FollowListResult {
  follow_list_result_next_cursor?: string;
  follow_list_result_user_info_list?: UserProfile[];
}

/** JSON of the native SDK (friendship). */
export interface FollowInfo {
  follow_info_result_code?: number;
  follow_info_result_info?: string;
  follow_info_user_id?: string;
  follow_info_following_count?: Long;
  follow_info_followers_count?: Long;
  follow_info_mutual_followers_count?: Long;
}

/** JSON of the native SDK (friendship). */
export interface FollowTypeCheckResult {
  follow_type_check_result_user_id?: string;
  follow_type_check_result_code?: number;
  follow_type_check_result_info?: string;
  follow_type_check_result_follow_type?: TIMFollowType;
}

/** JSON of the native SDK (friendship). */
export interface FriendChangeElem {
  friend_change_elem_change_type?: TIMFriendChangeType;
  friend_change_elem_friend_add_identifier_array?: string[];
  friend_change_elem_friend_del_identifier_array?: string[];
  friend_change_elem_friend_add_pendency_array?: FriendAddPendency[];
  friend_change_elem_pendency_del_identifier_array?: string[];
  friend_change_elem_pendency_readed_report_timestamp?: Long;
  friend_change_elem_blacklist_add_identifier_array?: string[];
  friend_change_elem_blacklist_del_identifier_array?: string[];
  friend_change_elem_friend_profile_update_item_array?: FriendProfileUpdate[];
  friend_change_elem_friend_group_add_array?: string[];
  friend_change_elem_friend_group_del_array?: string[];
  friend_change_elem_friend_group_update_array?: string[];
}

/** JSON of the native SDK (offline-push). */
export interface OfflinePushToken {
  offline_push_token_token?: string;
  offline_push_token_business_id?: number;
  offline_push_token_type?: TIMOfflinePushTokenType;
}

/** JSON of the native SDK (offline-push). */
export interface IOSOfflinePushConfig {
  ios_offline_push_config_title?: string;
  ios_offline_push_config_sound?: string;
  ios_offline_push_config_ignore_badge?: boolean;
  ios_offline_push_config_push_type?: TIMIOSOfflinePushType;
  ios_offline_push_config_image?: string;
}

/** JSON of the native SDK (offline-push). */
export interface AndroidOfflinePushConfig {
  android_offline_push_config_title?: string;
  android_offline_push_config_sound?: string;
  android_offline_push_config_notify_mode?: TIMAndroidOfflinePushNotifyMode;
  android_offline_push_config_vivo_classification?: number;
  android_offline_push_config_vivo_category?: string;
  android_offline_push_config_oppo_channel_id?: string;
  android_offline_push_config_xiaomi_channel_id?: string;
  android_offline_push_config_fcm_channel_id?: string;
  android_offline_push_config_huawei_category?: string;
  android_offline_push_config_huawei_image?: string;
  android_offline_push_config_honor_image?: string;
  android_offline_push_config_fcm_image?: string;
}

/** JSON of the native SDK (offline-push). */
export interface OfflinePushConfig {
  offline_push_config_desc?: string;
  offline_push_config_ext?: string;
  offline_push_config_flag?: number;
  offline_push_config_ios_config?: IOSOfflinePushConfig;
  offline_push_config_android_config?: AndroidOfflinePushConfig;
}

/** JSON of the native SDK (signaling). */
export interface SignalingInfo {
  signaling_info_invite_id?: string;
  signaling_info_group_id?: string;
  signaling_info_inviter?: string;
  signaling_info_invitee_list?: string;
  signaling_info_data?: string;
  signaling_info_action_type?: TIMSignalingActionType;
  signaling_info_timeout?: number;
}

/** JSON of the native SDK (experimental). */
export interface SSODataParam {
  sso_data_param_cmd?: string;
  sso_data_param_body?: string;
  sso_data_param_timeout?: Long;
}

/** JSON of the native SDK (experimental). */
export interface SSODataRes {
  sso_data_res_cmd?: string;
  sso_data_res_body?: string;
}

/** JSON of the native SDK (experimental). */
export interface UserInfo {
  user_info_userid?: unknown;
  user_info_tinyid?: unknown;
}

/** JSON of the native SDK (experimental). */
export interface ServerAddress {
  server_address_ip?: string;
  server_address_port?: number;
  server_address_is_ipv6?: boolean;
  server_address_is_quic?: boolean;
}

/** JSON of the native SDK (experimental). */
export interface CustomServerInfo {
  longconnection_address_array?: ServerAddress[];
  shortconnection_address_array?: ServerAddress[];
  server_public_key?: string;
}

/** JSON of the native SDK (experimental). */
export interface QuicChannelInfo {
  quic_channel_info_enable_quic?: boolean;
}

/** JSON of the native SDK (experimental). */
export interface SM4GCMCallbackParam {
  sm4_gcm_callback_param_encrypt?: Long;
  sm4_gcm_callback_param_decrypt?: Long;
}

/** JSON of the native SDK (experimental). */
export interface CosSaveRegionForConversationParam {
  cos_save_region_for_conversation_param_conversation_id?: string;
  cos_save_region_for_conversation_param_cos_save_region?: string;
}

/** JSON of the native SDK (experimental). */
export interface DatabaseEncryptInfo {
  database_encrypt_info_encrypt_type?: number;
  database_encrypt_info_encrypt_key?: string;
}

/** JSON of the native SDK (experimental). */
export interface CommercialAbilityResult {
  commercial_ability_result_enabled?: boolean;
}

/** JSON of the native SDK (experimental). */
export interface RequestParam {
  request_internal_operation?: string;
  request_sso_data_param?: SSODataParam;
  request_userid_tinyid_param?: string[];
  request_tinyid_userid_param?: Long[];
  request_set_env_param?: boolean;
  request_set_ipv6_prior_param?: boolean;
  request_set_max_retry_count_param?: number;
  request_set_packet_request_timeout_param?: Long;
  request_set_custom_server_info_param?: CustomServerInfo;
  request_enable_quic_channel_param?: boolean;
  request_set_sm4_gcm_callback_param?: SM4GCMCallbackParam;
  request_init_local_storage_user_id_param?: string;
  request_set_cos_save_region_for_conversation_param?: CosSaveRegionForConversationParam;
  request_set_ui_platform_param?: number;
  request_set_database_encrypt_info_param?: DatabaseEncryptInfo;
  request_is_commercial_ability_enabled_param?: Long;
  request_set_offline_push_state_param?: number;
  request_message_revoker_message_id_array?: string[];
  request_write_log_log_level_param?: number;
  request_write_log_log_content_param?: string;
  request_write_log_file_name_param?: string;
  request_write_log_func_name_param?: string;
  request_write_log_line_number_param?: number;
  request_clear_local_history_message_conversation_id_param?: string;
  request_clear_local_history_message_begin_timestamp_param?: Long;
  request_clear_local_history_message_end_timestamp_param?: Long;
  report_tuicomponent_usage_uicomponent_type_param?: unknown;
  report_tuicomponent_usage_uistyle_type_param?: unknown;
  request_send_trtc_custom_data_param?: string;
  request_send_room_custom_data_service_command_param?: string;
  request_send_room_custom_data_request_content_param?: string;
  request_set_application_id_param?: number;
  request_get_server_config_key_param?: string;
  request_get_server_config_value_type_param?: string;
  request_set_ignore_repeat_login_param?: boolean;
  request_start_message_long_polling_id_param?: string;
  request_start_message_long_polling_key_param?: string;
  request_start_message_long_polling_sequence_param?: string;
  request_stop_message_long_polling_id_param?: string;
  request_find_merger_messages_message_id_param?: string;
  request_find_merger_messages_merger_message_id_list_param?: unknown[];
  request_get_brief_group_member_list_group_id_param?: string;
}

/** JSON of the native SDK (experimental). */
export interface ResponseInfo {
  response_internal_operation?: string;
  response_sso_data_res?: SSODataRes;
  response_userid_tinyid_res?: UserInfo[];
  response_tinyid_userid_res?: UserInfo[];
  response_set_env_res?: boolean;
  response_get_offline_push_state_res?: number;
  response_message_id?: string;
  response_message_revoker?: string;
}
