import {
  LIMITS,
  type MembersPage,
  type ModifyMemberParams,
  type PinnedMessages,
  type UserOutcomes,
} from '@tim-node/protocol';
import { answer, type Calls } from '../calls.js';
import { check } from '../check.js';
import { named, ROLES, toMember } from '../content/group.js';
import { placeOf } from '../content/places.js';
import type {
  AddGroupMemberOptions,
  DeleteGroupMemberOptions,
  GetGroupMemberListOptions,
  GetGroupMemberProfileOptions,
  PinGroupMessageOptions,
  SetGroupMemberMuteTimeOptions,
  SetGroupMemberNameCardOptions,
  SetGroupMemberRoleOptions,
} from '../generated/structs.js';
import { checkGroupId, groupIdIn, groupNamed } from './group-profiles.js';

/** Members of a page, unless the app says how many. */
const PAGE = 15;

/** Members of groups, and the messages that they pin. */
export function groupMemberRows(calls: Calls) {
  return { ...reading(calls), ...changing(calls), ...modifying(calls), ...pinning(calls) };
}

function reading(calls: Calls) {
  const { groups } = calls.client.desk;
  return {
    /** Lists the members of a group. `offset` is for the next page; 0 when there is none. */
    getGroupMemberList: calls.promise(
      'getGroupMemberList',
      (options: GetGroupMemberListOptions) => {
        const groupId = groupIdIn('getGroupMemberList', options);
        const { count = PAGE, offset = 0, role } = options;
        check(Number.isInteger(count) && count > 0, 'getGroupMemberList: count must be a positive whole number');
        const known = named(ROLES, role);
        return {
          groupId,
          limit: Math.min(count, LIMITS.membersPage),
          ...(typeof offset === 'string' && offset !== '' ? { after: offset } : {}),
          ...(known === undefined ? {} : { role: known }),
        };
      },
      async (params) => {
        const { members, next = 0 } = await answer<MembersPage>((settle) => groups.members(params, settle));
        return { memberList: members.map(toMember), offset: next };
      },
    ),
    /** Reads profiles of members. */
    getGroupMemberProfile: calls.promise(
      'getGroupMemberProfile',
      (options: GetGroupMemberProfileOptions) => ({
        groupId: groupIdIn('getGroupMemberProfile', options),
        users: usersIn('getGroupMemberProfile', options.userIDList),
        limit: LIMITS.membersPage,
      }),
      async (params) => {
        const { members } = await answer<MembersPage>((settle) => groups.members(params, settle));
        return { memberList: members.map(toMember) };
      },
    ),
  };
}

function changing(calls: Calls) {
  const { groups } = calls.client.desk;
  return {
    /** Adds users to a group. */
    addGroupMember: calls.promise(
      'addGroupMember',
      (options: AddGroupMemberOptions) => ({
        groupId: groupIdIn('addGroupMember', options),
        users: usersIn('addGroupMember', options.userIDList),
      }),
      async (params) => {
        const { results } = await answer<UserOutcomes>((settle) => groups.invite(params, settle));
        const those = (wanted: number): string[] =>
          results.filter(({ result }) => result === wanted).map(({ user }) => user);
        return {
          successUserIDList: those(1),
          failureUserIDList: those(0),
          existedUserIDList: those(2),
          overLimitUserIDList: [] as string[],
          group: await groupNamed(groups, params.groupId),
        };
      },
    ),
    /** Removes members from a group. */
    deleteGroupMember: calls.promise(
      'deleteGroupMember',
      (options: DeleteGroupMemberOptions) => ({
        groupId: groupIdIn('deleteGroupMember', options),
        users: usersIn('deleteGroupMember', options.userIDList),
        reason: options.reason ?? '',
      }),
      async (params) => {
        const { results } = await answer<UserOutcomes>((settle) => groups.kick(params, settle));
        const userIDList = results.filter(({ result }) => result === 1).map(({ user }) => user);
        return { group: await groupNamed(groups, params.groupId), userIDList };
      },
    ),
  };
}

function usersIn(api: string, userIDList: unknown): string[] {
  const isUsers = Array.isArray(userIDList) && userIDList.length > 0;
  check(isUsers && userIDList.every(isText), `${api}: userIDList must be a non-empty list of strings`);
  check(userIDList.length <= LIMITS.membersPerRequest, `${api}: userIDList has more than 100 users`);
  return [...userIDList] as string[];
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value !== '';
}

function modifying(calls: Calls) {
  const { client } = calls;
  const { groups } = client.desk;
  const modify = async (params: ModifyMemberParams) => {
    await answer((settle) => groups.modifyMember(params, settle));
    const wanted = { groupId: params.groupId, users: [params.user], limit: 1 };
    const { members } = await answer<MembersPage>((settle) => groups.members(wanted, settle));
    return { group: await groupNamed(groups, params.groupId), member: members.map(toMember)[0] };
  };
  return {
    /** Forbids a member to speak for some time; seconds, 0 lets him speak again. */
    setGroupMemberMuteTime: calls.promise(
      'setGroupMemberMuteTime',
      (options: SetGroupMemberMuteTimeOptions): ModifyMemberParams => {
        const groupId = groupIdIn('setGroupMemberMuteTime', options);
        const { userID, muteTime } = options;
        check(isText(userID), 'setGroupMemberMuteTime: userID must be a non-empty string');
        const isTime = Number.isInteger(muteTime) && muteTime >= 0;
        check(isTime, 'setGroupMemberMuteTime: muteTime must be a whole number of seconds');
        return { groupId, user: userID, muteFor: muteTime };
      },
      modify,
    ),
    /** Makes a member an administrator, or no longer. */
    setGroupMemberRole: calls.promise(
      'setGroupMemberRole',
      (options: SetGroupMemberRoleOptions): ModifyMemberParams => {
        const groupId = groupIdIn('setGroupMemberRole', options);
        const { userID, role } = options;
        check(isText(userID), 'setGroupMemberRole: userID must be a non-empty string');
        const known = named(ROLES, role);
        check(known !== undefined && known !== 'owner', 'setGroupMemberRole: role must be Admin or Member');
        return { groupId, user: userID, role: known };
      },
      modify,
    ),
    /** Sets the name of a member within a group; without a userID one's own. */
    setGroupMemberNameCard: calls.promise(
      'setGroupMemberNameCard',
      (options: SetGroupMemberNameCardOptions): ModifyMemberParams => {
        const groupId = groupIdIn('setGroupMemberNameCard', options);
        const { userID = client.userId, nameCard } = options;
        check(isText(userID), 'setGroupMemberNameCard: userID must be a non-empty string');
        check(typeof nameCard === 'string', 'setGroupMemberNameCard: nameCard must be a string');
        return { groupId, user: userID, nameCard };
      },
      modify,
    ),
  };
}

function pinning(calls: Calls) {
  const { client } = calls;
  const { desk } = client;
  return {
    /** Keeps a message at the top of a group, or no longer. */
    pinGroupMessage: calls.promise(
      'pinGroupMessage',
      (options: PinGroupMessageOptions) => {
        const groupId = groupIdIn('pinGroupMessage', options);
        const { seq } = placeOf('pinGroupMessage', options.message);
        check(typeof options.isPinned === 'boolean', 'pinGroupMessage: isPinned must be a boolean');
        return { groupId, seq, pinned: options.isPinned };
      },
      async (params) => {
        await answer((settle) => desk.marks.pin(params, settle));
        return {};
      },
    ),
    /** Lists the messages at the top of a group; `pinnerInfo` tells who has put them there. */
    getPinnedGroupMessageList: calls.promise(
      'getPinnedGroupMessageList',
      (groupID: string) => checkGroupId('getPinnedGroupMessageList', groupID),
      async (groupID) => {
        const { messages } = await answer<PinnedMessages>((settle) => desk.marks.listPinned(groupID, settle));
        const messageList = messages.map(({ message, by, profile: { nick = '', faceUrl = '' } }) => {
          const view = desk.box.adopt(message, client.userId);
          view.pinnerInfo = { userID: by, nick, avatar: faceUrl };
          return view;
        });
        return { messageList };
      },
    ),
  };
}
