import type { Group as DomainGroup, GroupOutcome, GroupRole, JoinOption, Member } from '@tim-node/protocol';
import { TYPES } from '../generated/constants.js';
import type { Group, GroupMember } from '../shapes/group.js';
import { remindTypeOf } from './remind.js';

export const ROLES: Readonly<Record<GroupRole, string>> = {
  member: TYPES.GRP_MBR_ROLE_MEMBER,
  admin: TYPES.GRP_MBR_ROLE_ADMIN,
  owner: TYPES.GRP_MBR_ROLE_OWNER,
};
export const JOIN_OPTIONS: Readonly<Record<JoinOption, string>> = {
  any: TYPES.JOIN_OPTIONS_FREE_ACCESS,
  auth: TYPES.JOIN_OPTIONS_NEED_PERMISSION,
  forbid: TYPES.JOIN_OPTIONS_DISABLE_APPLY,
};
export const INVITE_OPTIONS: Readonly<Record<JoinOption, string>> = {
  any: TYPES.INVITE_OPTIONS_FREE_ACCESS,
  auth: TYPES.INVITE_OPTIONS_NEED_PERMISSION,
  forbid: TYPES.INVITE_OPTIONS_DISABLE_INVITE,
};

/** What a name of the Web style is in the protocol; nothing for other names. */
export function named<K extends string>(names: Readonly<Record<K, string>>, name: unknown): K | undefined {
  return (Object.keys(names) as K[]).find((key) => names[key] === name);
}

/** A group of which only the id is known. */
export function blankGroup(groupID: string): Group {
  return {
    groupID,
    type: '',
    name: '',
    avatar: '',
    introduction: '',
    notification: '',
    ownerID: '',
    createTime: 0,
    infoSequence: 0,
    lastInfoTime: 0,
    selfInfo: {
      userID: '',
      role: '',
      nameCard: '',
      joinTime: 0,
      muteTime: 0,
      messageRemindType: '',
      readedSequence: 0,
    },
    lastMessage: { lastTime: 0, lastSequence: 0, fromAccount: '', messageForShow: '' },
    nextMessageSeq: 0,
    memberNum: 0,
    memberCount: 0,
    maxMemberNum: 0,
    maxMemberCount: 0,
    muteAllMembers: false,
    joinOption: '',
    inviteOption: '',
    groupCustomField: [],
    isSupportTopic: false,
  };
}

/** A group as its members see it. */
export function toGroup(group: DomainGroup, { self, reading }: Pick<GroupOutcome, 'self' | 'reading'>): Group {
  const blank = blankGroup(group.id);
  return {
    ...blank,
    type: group.type,
    name: group.name,
    avatar: group.faceUrl,
    introduction: group.introduction,
    notification: group.notification,
    ownerID: group.owner,
    createTime: group.created,
    lastInfoTime: group.changed,
    selfInfo: {
      ...blank.selfInfo,
      ...(self === undefined ? {} : selfInfo(self)),
      ...(reading === undefined
        ? {}
        : { messageRemindType: remindTypeOf(reading.option), readedSequence: reading.readSeq }),
    },
    lastMessage: { ...blank.lastMessage, lastTime: group.lastTime, lastSequence: group.head },
    nextMessageSeq: group.head + 1,
    memberNum: group.memberCount,
    memberCount: group.memberCount,
    maxMemberNum: group.maxMembers,
    maxMemberCount: group.maxMembers,
    joinOption: JOIN_OPTIONS[group.joinOption],
    inviteOption: INVITE_OPTIONS[group.approveOption],
    groupCustomField: group.custom.map(({ key, value }) => ({ key, value })),
  };
}

function selfInfo({ user, role, nameCard, joined, mutedUntil }: Member): Partial<Group['selfInfo']> {
  return { userID: user, role: ROLES[role], nameCard, joinTime: joined, muteTime: mutedUntil };
}

export function toMember({ user, role, joined, nameCard, mutedUntil, nick, faceUrl }: Member): GroupMember {
  return {
    userID: user,
    nick,
    avatar: faceUrl,
    role: ROLES[role],
    joinTime: joined,
    nameCard,
    muteUntil: mutedUntil,
    memberCustomField: [],
  };
}
