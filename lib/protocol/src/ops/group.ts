import { LIMITS } from '../limits.js';
import { groupType, receiveOption, type ConversationState, type GroupType } from '../model/conversation.js';
import {
  group,
  groupApplication,
  groupFields,
  groupRole,
  groupWords,
  member,
  type Group,
  type GroupApplication,
  type GroupFields,
  type GroupRole,
  type Member,
} from '../model/group.js';
import { groupId, unixSeconds } from '../model/message.js';
import { userId } from '../model/user.js';
import { op } from '../op.js';
import { bool, int, list, nothing, obj, opt, text, type Nothing } from '../schema.js';

export interface CreateGroupParams extends GroupFields {
  /** Absent: the server makes one. */
  readonly id?: string;
  readonly type: GroupType;
  /** Members besides the owner. */
  readonly members: { readonly user: string; readonly role: GroupRole }[];
}

export interface GroupRef {
  readonly groupId: string;
}

export interface JoinResult {
  /** False: an administrator has to agree first. */
  readonly joined: boolean;
}

export interface InviteParams extends GroupRef {
  readonly users: string[];
}

/** What became of each user: 0 nothing, 1 in the group now, 2 was in it before, 3 has to agree first. */
export interface UserOutcomes {
  readonly results: { readonly user: string; readonly result: number }[];
}

export interface KickMembersParams extends InviteParams {
  readonly reason: string;
}

/** One group, or why it cannot be told. */
export interface GroupOutcome {
  readonly groupId: string;
  readonly code: number;
  readonly desc: string;
  readonly group?: Group;
  /** The caller's own membership, when there is one. */
  readonly self?: Member;
  /** What members have of its conversation. */
  readonly reading?: Reading;
}

/** How far a member has read, and whether he wants to be told of messages. */
export type Reading = Pick<ConversationState, 'unread' | 'readSeq' | 'option'>;

export interface JoinedParams {
  /** What the page before has told. */
  readonly after?: string;
}

export interface JoinedPage extends GroupOutcomes {
  /** For the next page; absent when this was the last one. */
  readonly next?: string;
}

export interface GroupOutcomes {
  readonly results: GroupOutcome[];
}

export interface ModifyGroupParams extends GroupRef, GroupFields {
  /** UserID of the new owner. */
  readonly owner?: string;
}

export interface MembersParams extends GroupRef {
  /** Only these. */
  readonly users?: string[];
  readonly role?: GroupRole;
  /** What the page before has told. */
  readonly after?: string;
  readonly limit: number;
}

export interface MembersPage {
  readonly members: Member[];
  /** For the next page; absent when this was the last one. */
  readonly next?: string;
}

export interface ModifyMemberParams extends GroupRef {
  readonly user: string;
  readonly role?: GroupRole;
  readonly nameCard?: string;
  /** Seconds from now; 0 lets him speak again. */
  readonly muteFor?: number;
}

/** Where a page of applications ended. */
export interface ApplicationPlace {
  readonly time: number;
  readonly group: string;
  readonly applicant: string;
}

export interface ApplicationsParams {
  /** What the page before has told. */
  readonly after?: ApplicationPlace;
  readonly limit: number;
}

export interface ApplicationsPage {
  /** The newest ones first, those that are decided included. */
  readonly applications: GroupApplication[];
  /** Those up to then were read; unix seconds. */
  readonly readTime: number;
  readonly unread: number;
  /** For the next page; absent when this was the last one. */
  readonly next?: ApplicationPlace;
}

export interface HandleApplicationParams extends GroupRef {
  /** Who is to come in. */
  readonly user: string;
  readonly accept: boolean;
  readonly reply: string;
  /** Of which application: a later one is another one. */
  readonly time?: number;
}

const again = { needs: 'login', resend: true } as const;
/** Done a second time it is refused, or answered differently. */
const once = { needs: 'login', resend: false } as const;
const users = list(userId, LIMITS.membersPerRequest);
const applicationPlace = obj<ApplicationPlace>({
  time: int(0),
  group: text({ maxBytes: 256 }),
  applicant: text({ maxBytes: 256 }),
});
const ref = obj<GroupRef>({ groupId });
const userOutcomes = obj<UserOutcomes>({
  results: list(obj<UserOutcomes['results'][number]>({ user: userId, result: int(0, 3) }), LIMITS.membersPerRequest),
});
const reading = obj<Reading>({ unread: int(0), readSeq: int(0), option: receiveOption });
const outcomes = list(
  obj<GroupOutcome>({
    groupId: text(),
    code: int(),
    desc: text(),
    group: opt(group),
    self: opt(member),
    reading: opt(reading),
  }),
  LIMITS.groupsPerRequest,
);
const groupOutcomes = obj<GroupOutcomes>({ results: outcomes });

/** Operations on groups. */
export const groupOps = {
  'group.create': op<CreateGroupParams, GroupRef>(
    obj<CreateGroupParams>({
      ...groupFields,
      id: opt(groupId),
      type: groupType,
      members: list(
        obj<CreateGroupParams['members'][number]>({ user: userId, role: groupRole }),
        LIMITS.membersPerRequest,
      ),
    }),
    ref,
    once,
  ),
  'group.dismiss': op<GroupRef, Nothing>(ref, nothing, once),
  'group.join': op<GroupRef & { readonly words: string }, JoinResult>(
    obj<GroupRef & { readonly words: string }>({ groupId, words: groupWords }),
    obj<JoinResult>({ joined: bool }),
    once,
  ),
  'group.quit': op<GroupRef, Nothing>(ref, nothing, once),
  'group.invite': op<InviteParams, UserOutcomes>(obj<InviteParams>({ groupId, users }), userOutcomes, once),
  'group.kick': op<KickMembersParams, UserOutcomes>(
    obj<KickMembersParams>({ groupId, users, reason: groupWords }),
    userOutcomes,
    once,
  ),
  /** The groups that this user is in. */
  'group.joined': op<JoinedParams, JoinedPage>(
    obj<JoinedParams>({ after: opt(text({ maxBytes: 256 })) }),
    obj<JoinedPage>({ results: outcomes, next: opt(text()) }),
    again,
  ),
  'group.info': op<{ readonly groups: string[] }, GroupOutcomes>(
    obj<{ readonly groups: string[] }>({ groups: list(text({ maxBytes: 256 }), LIMITS.groupsPerRequest) }),
    groupOutcomes,
    again,
  ),
  'group.modify': op<ModifyGroupParams, Nothing>(
    obj<ModifyGroupParams>({ ...groupFields, groupId, owner: opt(userId) }),
    nothing,
    again,
  ),
  'group.members': op<MembersParams, MembersPage>(
    obj<MembersParams>({
      groupId,
      users: opt(users),
      role: opt(groupRole),
      after: opt(text({ maxBytes: 256 })),
      limit: int(1, LIMITS.membersPage),
    }),
    obj<MembersPage>({ members: list(member, LIMITS.membersPage), next: opt(text()) }),
    again,
  ),
  'group.member.modify': op<ModifyMemberParams, Nothing>(
    obj<ModifyMemberParams>({
      groupId,
      user: userId,
      role: opt(groupRole),
      nameCard: opt(text()),
      muteFor: opt(int(0)),
    }),
    nothing,
    again,
  ),
  /** Who wants to come into the groups that this user leads. */
  'group.application.list': op<ApplicationsParams, ApplicationsPage>(
    obj<ApplicationsParams>({ after: opt(applicationPlace), limit: int(1, LIMITS.applicationsPage) }),
    obj<ApplicationsPage>({
      applications: list(groupApplication, LIMITS.applicationsPage),
      readTime: unixSeconds,
      unread: int(0),
      next: opt(applicationPlace),
    }),
    again,
  ),
  'group.application.handle': op<HandleApplicationParams, Nothing>(
    obj<HandleApplicationParams>({ groupId, user: userId, accept: bool, reply: groupWords, time: opt(unixSeconds) }),
    nothing,
    once,
  ),
  /** Those up to a time were read. */
  'group.application.read': op<{ readonly time: number }, Nothing>(
    obj<{ readonly time: number }>({ time: unixSeconds }),
    nothing,
    again,
  ),
};
