import { isRecord } from '@tim-node/protocol';
import { check } from '../check.js';
import type { Later } from '../later.js';
import type {
  AddGroupMemberOptions,
  ChangeGroupOwnerOptions,
  CreateGroupOptions,
  CreateTopicInCommunicationOptions,
  DecreaseGroupCounterOptions,
  DeleteGroupAttributeOptions,
  DeleteGroupMemberOptions,
  DeleteTopicFromCommunicationOptions,
  GetGroupAttributeOptions,
  GetGroupCountersOptions,
  GetGroupMemberListOptions,
  GetGroupMemberProfileOptions,
  GetGroupProfileOptions,
  GetTopicListOptions,
  GroupCloudSearchOptions,
  HandleGroupApplicationOptions,
  IncreaseGroupCounterOptions,
  InitGroupAttributeOptions,
  JoinGroupOptions,
  MarkGroupMemberListOptions,
  MemberCloudSearchOptions,
  PinGroupMessageOptions,
  SetGroupAttributeOptions,
  SetGroupCounterOptions,
  SetGroupMemberCustomFieldOptions,
  SetGroupMemberMuteTimeOptions,
  SetGroupMemberNameCardOptions,
  SetGroupMemberRoleOptions,
  UpdateGroupProfileOptions,
  UpdateTopicProfileOptions,
} from '../generated/structs.js';

/** Groups and communities. */
export function groupRows(later: Later) {
  return {
    /** Lists the groups that the user has joined. */
    getGroupList: later.promise<[]>('getGroupList'),
    /** Reads the profile of a group. */
    getGroupProfile: later.promise<[options: GetGroupProfileOptions]>('getGroupProfile'),
    /** Makes a group. */
    createGroup: later.promise<[options: CreateGroupOptions]>('createGroup'),
    /** Ends a group. */
    dismissGroup: later.promise<[groupID: string]>('dismissGroup'),
    /** Changes the profile of a group. */
    updateGroupProfile: later.promise<[options: UpdateGroupProfileOptions]>('updateGroupProfile'),
    /** Joins a group, or asks to. */
    joinGroup: later.promise<[options: JoinGroupOptions]>('joinGroup', checkJoin),
    /** Leaves a group. */
    quitGroup: later.promise<[groupID: string]>('quitGroup', (groupID) => checkGroupId('quitGroup', groupID)),
    /** Keeps a message at the top of a group, or no longer. */
    pinGroupMessage: later.promise<[options: PinGroupMessageOptions]>('pinGroupMessage'),
    /** Lists the messages at the top of a group. */
    getPinnedGroupMessageList: later.promise<[groupID: string]>('getPinnedGroupMessageList'),
    /** Finds a group by its id. */
    searchGroupByID: later.promise<[groupID: string]>('searchGroupByID'),
    /** Searches the groups on the server. */
    searchCloudGroups: later.promise<[options: GroupCloudSearchOptions]>('searchCloudGroups'),
    /** Searches the members of groups on the server. */
    searchCloudGroupMembers: later.promise<[options: MemberCloudSearchOptions]>('searchCloudGroupMembers'),
    /** Number of members of a group who are online. */
    getGroupOnlineMemberCount: later.promise<[groupID: string]>('getGroupOnlineMemberCount', (groupID) =>
      checkGroupId('getGroupOnlineMemberCount', groupID),
    ),
    /** Gives a group to another member. */
    changeGroupOwner: later.promise<[options: ChangeGroupOwnerOptions]>('changeGroupOwner'),
    /** Lists open requests to join groups. */
    getGroupApplicationList: later.promise<[]>('getGroupApplicationList'),
    /** Answers a request to join a group. */
    handleGroupApplication: later.promise<[options: HandleGroupApplicationOptions]>('handleGroupApplication'),
    /** Sets all attributes of a group. */
    initGroupAttributes: later.promise<[options: InitGroupAttributeOptions]>('initGroupAttributes'),
    /** Sets some attributes of a group. */
    setGroupAttributes: later.promise<[options: SetGroupAttributeOptions]>('setGroupAttributes'),
    /** Deletes attributes of a group. */
    deleteGroupAttributes: later.promise<[options: DeleteGroupAttributeOptions]>('deleteGroupAttributes'),
    /** Reads attributes of a group. */
    getGroupAttributes: later.promise<[options: GetGroupAttributeOptions]>('getGroupAttributes'),
    /** Sets counters of a group. */
    setGroupCounters: later.promise<[options: SetGroupCounterOptions]>('setGroupCounters'),
    /** Adds to a counter of a group. */
    increaseGroupCounter: later.promise<[options: IncreaseGroupCounterOptions]>('increaseGroupCounter'),
    /** Subtracts from a counter of a group. */
    decreaseGroupCounter: later.promise<[options: DecreaseGroupCounterOptions]>('decreaseGroupCounter'),
    /** Reads counters of a group. */
    getGroupCounters: later.promise<[options: GetGroupCountersOptions]>('getGroupCounters'),
    /** Lists the members of a group. */
    getGroupMemberList: later.promise<[options: GetGroupMemberListOptions]>('getGroupMemberList'),
    /** Reads profiles of members. */
    getGroupMemberProfile: later.promise<[options: GetGroupMemberProfileOptions]>('getGroupMemberProfile'),
    /** Adds users to a group. */
    addGroupMember: later.promise<[options: AddGroupMemberOptions]>('addGroupMember'),
    /** Removes members from a group. */
    deleteGroupMember: later.promise<[options: DeleteGroupMemberOptions]>('deleteGroupMember'),
    /** Forbids a member to speak for some time. */
    setGroupMemberMuteTime: later.promise<[options: SetGroupMemberMuteTimeOptions]>('setGroupMemberMuteTime'),
    /** Makes a member an administrator, or no longer. */
    setGroupMemberRole: later.promise<[options: SetGroupMemberRoleOptions]>('setGroupMemberRole'),
    /** Sets the name of a member within a group. */
    setGroupMemberNameCard: later.promise<[options: SetGroupMemberNameCardOptions]>('setGroupMemberNameCard'),
    /** Sets fields of the app's own on a member. */
    setGroupMemberCustomField: later.promise<[options: SetGroupMemberCustomFieldOptions]>('setGroupMemberCustomField'),
    /** Marks members, or removes the mark. */
    markGroupMemberList: later.promise<[options: MarkGroupMemberListOptions]>('markGroupMemberList'),
    /** Lists the communities with topics that the user has joined. */
    getJoinedCommunityList: later.promise<[]>('getJoinedCommunityList'),
    /** Makes a topic in a community. */
    createTopicInCommunity: later.promise<[options: CreateTopicInCommunicationOptions]>('createTopicInCommunity'),
    /** Deletes topics of a community. */
    deleteTopicFromCommunity: later.promise<[options: DeleteTopicFromCommunicationOptions]>('deleteTopicFromCommunity'),
    /** Changes a topic. */
    updateTopicProfile: later.promise<[options: UpdateTopicProfileOptions]>('updateTopicProfile'),
    /** Lists the topics of a community. */
    getTopicList: later.promise<[options: GetTopicListOptions]>('getTopicList'),
  };
}

function checkJoin(options: JoinGroupOptions): void {
  check(isRecord(options), 'joinGroup: options must be an object');
  checkGroupId('joinGroup', options.groupID);
}

function checkGroupId(api: string, groupID: unknown): void {
  check(typeof groupID === 'string' && groupID !== '', `${api}: groupID must be a non-empty string`);
}
