// Made by `npm run generate`. Do not edit.
export interface AcceptFriendApplicationOptions {
  userID: string;
  remark?: string | undefined;
  type: string | number;
}

export interface AddConversationsToGroupOptions {
  conversationIDList: string[];
  groupName: string;
}

export interface AddFriendOptions {
  to: string;
  source: string;
  wording?: string | undefined;
  type?: string | number | undefined;
  remark?: string | undefined;
  groupName?: string | undefined;
}

export interface AddGroupMemberOptions {
  groupID: string;
  userIDList: string[];
}

export interface AddToBlocklistListOptions {
  userIDList: string[];
}

export interface AddToFriendGroupOptions {
  name: string;
  userIDList: string[];
}

export interface ChangeGroupOwnerOptions {
  groupID: string;
  newOwnerID: string;
}

export interface CheckFriendOptions {
  userIDList: string[];
  type: string | number;
}

export interface ConvertVoiceToTextOptions {
  message: Message;
  language?: string | undefined;
}

export interface CreateConversationGroupOptions {
  conversationIDList: string[];
  groupName: string;
}

export interface CreateFriendGroupOptions {
  name: string;
  userIDList: string[];
}

export interface CreateGroupOptions {
  name: string;
  type: string | number;
  groupID?: string | undefined;
  introduction?: string | undefined;
  notification?: string | undefined;
  avatar?: string | undefined;
  maxMemberNum?: number | undefined;
  joinOption?: string | number | undefined;
  memberList?: unknown[] | undefined;
  groupCustomField?: unknown[] | undefined;
  isSupportTopic?: boolean | undefined;
}

export interface CreateTopicInCommunicationOptions {
  groupID: string;
  topicName: string;
  topicID?: string | undefined;
  avatar?: string | undefined;
  notification?: string | undefined;
  introduction?: string | undefined;
  customData?: string | undefined;
}

export interface DecreaseGroupCounterOptions {
  groupID: string;
  key: string;
  value: number;
}

export interface DeleteConversationOptions {
  conversationIDList: string[];
  clearHistoryMessage?: boolean | undefined;
}

export interface DeleteConversationsFromGroupOptions {
  conversationIDList: string[];
  groupName: string;
}

export interface DeleteFriendApplicationOptions {
  userID: string;
  type: string | number;
}

export interface DeleteFriendGroupOptions {
  name: string;
}

export interface DeleteFriendOptions {
  userIDList: string[];
  type?: string | number | undefined;
}

export interface DeleteGroupAttributeOptions {
  groupID: string;
  keyList: string[];
}

export interface DeleteGroupMemberOptions {
  groupID: string;
  userIDList: string[];
  reason?: string | undefined;
  duration?: number | undefined;
}

export interface DeleteTopicFromCommunicationOptions {
  groupID: string;
  topicIDList: string[];
}

export interface GetConversationListOptions {
  type?: string | number | undefined;
  groupName?: string | undefined;
  markType?: number | undefined;
  hasUnreadCount?: boolean | undefined;
  hasGroupAtInfo?: boolean | undefined;
}

export interface GetFriendProfileOptions {
  userIDList: string[];
}

export interface GetGroupAttributeOptions {
  groupID: string;
  keyList: string[];
}

export interface GetGroupCountersOptions {
  groupID: string;
  keyList?: string[] | undefined;
}

export interface GetGroupMemberListOptions {
  groupID: string;
  count?: number | undefined;
  offset?: number | string | undefined;
  filter?: number | undefined;
  role?: string | undefined;
}

export interface GetGroupMemberProfileOptions {
  groupID: string;
  userIDList: string[];
  memberCustomFieldFilter?: string[] | undefined;
}

export interface GetGroupMessageReadMemberListOptions {
  message: Message;
  cursor: string;
  filter: number;
  count: number;
}

export interface GetGroupProfileOptions {
  groupID: string;
  groupCustomFieldFilter?: string[] | undefined;
}

export interface GetMessageListHoppingOptions {
  conversationID: string;
  sequence?: number | undefined;
  time?: number | undefined;
  direction?: number | undefined;
}

export interface GetMessageListOptions {
  conversationID: string;
  nextReqMessageID?: string | undefined;
}

export interface GetMessageReactionsOptions {
  messageList: Message[];
  maxUserCountPerReaction?: number | undefined;
}

export interface GetTopicListOptions {
  groupID: string;
  topicIDList: string[];
}

export interface GetUserListMessageReactionsOptions {
  message: Message;
  reactionID: string;
  nextSeq: number;
  count?: number | undefined;
}

export interface GetUserProfileOptions {
  userIDList: string[];
}

export interface GetUserStatusOptions {
  userIDList: string[];
}

export interface GroupCloudSearchOptions {
  keywordList?: string[] | undefined;
  keywordListMatchType?: 'or' | 'and' | undefined;
  groupTypeList?: string[] | undefined;
  count?: number | undefined;
  cursor?: string | undefined;
}

export interface HandleGroupApplicationOptions {
  handleAction: string;
  handleMessage?: string | undefined;
  message?: Message | undefined;
  application?: unknown;
}

export interface IncreaseGroupCounterOptions {
  groupID: string;
  key: string;
  value: number;
}

export interface InitGroupAttributeOptions {
  groupID: string;
  groupAttributes: unknown;
}

export interface InvitationHandleOptions {
  inviteID: string;
  data?: string | undefined;
}

export interface InviteInGroupOptions {
  groupID: string;
  inviteeList: string[];
  data?: string | undefined;
  timeout?: number | undefined;
  onlineUserOnly?: boolean | undefined;
  offlinePushInfo?: OfflinePushInfoParams | undefined;
}

export interface InviteOptions {
  userID: string;
  data?: string | undefined;
  timeout?: number | undefined;
  onlineUserOnly?: boolean | undefined;
  offlinePushInfo?: OfflinePushInfoParams | undefined;
}

export interface JoinGroupOptions {
  groupID: string;
  applyMessage?: string | undefined;
  type?: string | number | undefined;
}

export interface MarkConversationOptions {
  conversationIDList: string[];
  markType: number;
  enableMark: boolean;
}

export interface MarkGroupMemberListOptions {
  groupID: string;
  userIDList: string[];
  markType: number;
  enableMark: boolean;
}

export interface MemberCloudSearchOptions {
  keywordList?: string[] | undefined;
  keywordListMatchType?: 'or' | 'and' | undefined;
  groupTypeList?: string[] | undefined;
  groupIDList?: string[] | undefined;
  count?: number | undefined;
  cursor?: string | undefined;
}

export interface Message {
  ID: string;
  type: string | number;
  payload: unknown;
  conversationID: string;
  conversationType: string | number;
  to: string;
  from: string;
  flow: string;
  time: number;
  status: string;
  isRevoked: boolean;
  priority: string | number;
  nick: string;
  avatar: string;
  isPeerRead: boolean;
  nameCard: string;
  atUserList: string[];
  cloudCustomData: string;
  isDeleted: boolean;
  isModified: boolean;
  needReadReceipt: boolean;
  readReceiptInfo: unknown;
  isBroadcastMessage: boolean;
  isSupportExtension: boolean;
  revoker: string;
  revokerInfo: UserInfo;
  revokeReason: string;
  sequence: number;
  hasRiskContent: boolean;
}

export interface MessageOptions {
  to: string;
  conversationType: string | number;
  priority?: string | number | undefined;
  payload: unknown;
  cloudCustomData?: string | undefined;
  needReadReceipt?: boolean | undefined;
  receiverList?: string[] | undefined;
  isSupportExtension?: boolean | undefined;
  onProgress?: ((...args: never[]) => unknown) | undefined;
  customModerationConfigurationID?: string | undefined;
}

export interface MessageSearchOptions {
  keywordList?: string[] | undefined;
  keywordListMatchType?: 'or' | 'and' | undefined;
  senderUserIDList?: string[] | undefined;
  messageTypeList?: string[] | undefined;
  conversationID?: string | undefined;
  timePosition?: number | undefined;
  timePeriod?: number | undefined;
  count?: number | undefined;
  cursor?: string | undefined;
}

export interface ModifyInvitationOptions {
  inviteID: string;
  data: string;
}

export interface OfflineAndroidInfo {
  sound?: string | undefined;
  XiaoMiChannelID?: string | undefined;
  OPPOChannelID?: string | undefined;
  FCMChannelID?: string | undefined;
  VIVOClassification?: string | undefined;
  VIVOCategory?: string | undefined;
  HuaWeiCategory?: string | undefined;
  OPPOCategory?: string | undefined;
}

export interface OfflineApnsInfo {
  sound?: string | undefined;
  ignoreIOSBadge?: boolean | undefined;
  disableVoipPush?: boolean | undefined;
}

export interface OfflinePushInfoParams {
  disablePush?: boolean | undefined;
  disableVoipPush?: boolean | undefined;
  title?: string | undefined;
  description?: string | undefined;
  extension?: string | undefined;
  androidInfo?: OfflineAndroidInfo | undefined;
  apnsInfo?: OfflineApnsInfo | undefined;
}

export interface PinConversationOptions {
  conversationID: string;
  isPinned: boolean;
}

export interface PinGroupMessageOptions {
  groupID: string;
  message: Message;
  isPinned: boolean;
}

export interface RefuseFriendApplicationOptions {
  userID: string;
}

export interface RemoveFromBlocklistListOptions {
  userIDList: string[];
}

export interface RemoveFromFriendGroupOptions {
  name: string;
  userIDList: string[];
}

export interface RenameConversationGroupOptions {
  oldName: string;
  newName: string;
}

export interface RenameFriendGroupOptions {
  oldName: string;
  newName: string;
}

export interface SetAllMessageReadOptions {
  scope: string | number;
}

export interface SetAllReceiveMessageOptions {
  messageRemindType?: string | number | undefined;
  startHour?: number | undefined;
  startMinute?: number | undefined;
  startSecond?: number | undefined;
  duration?: number | undefined;
  isRepeated?: boolean | undefined;
}

export interface SetConversationCustomDataOptions {
  conversationIDList: string[];
  customData: string;
}

export interface SetConversationDraftOptions {
  conversationID: string;
  draftText: string;
}

export interface SetGroupAttributeOptions {
  groupID: string;
  groupAttributes: unknown;
}

export interface SetGroupCounterOptions {
  groupID: string;
  counters: unknown;
}

export interface SetGroupMemberCustomFieldOptions {
  groupID: string;
  memberCustomField: unknown[];
  userID?: string | undefined;
}

export interface SetGroupMemberMuteTimeOptions {
  groupID: string;
  userID: string;
  muteTime: number;
}

export interface SetGroupMemberNameCardOptions {
  groupID: string;
  nameCard: string;
  userID?: string | undefined;
}

export interface SetGroupMemberRoleOptions {
  groupID: string;
  userID: string;
  role: string | number;
}

export interface SetMessageReadOptions {
  conversationID: string;
}

export interface SetMessageRemindTypeOptions {
  groupID?: string | undefined;
  userIDList?: string[] | undefined;
  messageRemindType: string | number;
}

export interface SetSelfStatusOptions {
  customStatus: string;
}

export interface Signaling {
  inviteID: string;
  groupID: string;
  inviter: string;
  inviteeList: string[];
  data: string;
  actionType: string | number;
  timeout: number;
}

export interface SubscribeUserStatusOptions {
  userIDList: string[];
}

export interface TranslateTextOptions {
  sourceTextList: string[];
  sourceLanguage: string;
  targetLanguage: string;
}

export interface UnsubscribeUserStatusOptions {
  userIDList: string[];
}

export interface UpdateFriendOptions {
  userID: string;
  remark?: string | undefined;
  friendCustomField?: unknown[] | undefined;
}

export interface UpdateGroupProfileOptions {
  groupID: string;
  name?: string | undefined;
  avatar?: string | undefined;
  introduction?: string | undefined;
  notification?: string | undefined;
  muteAllMembers?: boolean | undefined;
  joinOption?: string | number | undefined;
  groupCustomField?: unknown[] | undefined;
}

export interface UpdateTopicProfileOptions {
  groupID: string;
  topicID: string;
  topicName?: string | undefined;
  avatar?: string | undefined;
  notification?: string | undefined;
  introduction?: string | undefined;
  customData?: string | undefined;
  muteAllMembers?: boolean | undefined;
}

export interface UpdateYourProfileOptions {
  nick?: string | undefined;
  avatar?: string | undefined;
  gender?: string | number | undefined;
  selfSignature?: string | undefined;
  allowType?: string | number | undefined;
  birthday?: number | undefined;
  location?: string | undefined;
  language?: number | undefined;
  messageSettings?: number | undefined;
  adminForbidType?: string | number | undefined;
  level?: number | undefined;
  role?: number | undefined;
  profileCustomField?: unknown[] | undefined;
}

export interface UserCloudSearchOptions {
  keywordList?: string[] | undefined;
  keywordListMatchType?: 'or' | 'and' | undefined;
  miniBirthday?: number | undefined;
  maxBirthday?: number | undefined;
  userGenderType?: string | number | undefined;
  count?: number | undefined;
  cursor?: string | undefined;
}

export interface UserInfo {
  avatar: string;
  nick: string;
  userID: string;
}
