import type { Later } from '../later.js';
import type {
  CreateTopicInCommunicationOptions,
  DecreaseGroupCounterOptions,
  DeleteGroupAttributeOptions,
  DeleteTopicFromCommunicationOptions,
  GetGroupAttributeOptions,
  GetGroupCountersOptions,
  GetTopicListOptions,
  GroupCloudSearchOptions,
  HandleGroupApplicationOptions,
  IncreaseGroupCounterOptions,
  InitGroupAttributeOptions,
  MarkGroupMemberListOptions,
  MemberCloudSearchOptions,
  SetGroupAttributeOptions,
  SetGroupCounterOptions,
  SetGroupMemberCustomFieldOptions,
  UpdateTopicProfileOptions,
} from '../generated/structs.js';
import { checkGroupId } from './group-profiles.js';

/** Groups and communities. */
export function groupRows(later: Later) {
  return {
    /** Searches the groups on the server. */
    searchCloudGroups: later.promise<[options: GroupCloudSearchOptions]>('searchCloudGroups'),
    /** Searches the members of groups on the server. */
    searchCloudGroupMembers: later.promise<[options: MemberCloudSearchOptions]>('searchCloudGroupMembers'),
    /** Number of members of a group who are online. */
    getGroupOnlineMemberCount: later.promise<[groupID: string]>('getGroupOnlineMemberCount', (groupID) =>
      checkGroupId('getGroupOnlineMemberCount', groupID),
    ),
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
