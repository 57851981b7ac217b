import { LIMITS } from '../limits.js';
import { int, list, obj, oneOf, opt, text, type Schema } from '../schema.js';
import { groupType, type GroupType } from './conversation.js';
import { groupId, unixSeconds } from './message.js';
import { userId } from './user.js';

export const GROUP_ROLES = ['member', 'admin', 'owner'] as const;
export type GroupRole = (typeof GROUP_ROLES)[number];

/** Who may come in by himself: `forbid` nobody, `auth` after an administrator agrees, `any` everybody. */
export const JOIN_OPTIONS = ['forbid', 'auth', 'any'] as const;
export type JoinOption = (typeof JOIN_OPTIONS)[number];

/** A field of the app's own. */
export interface CustomField {
  readonly key: string;
  readonly value: string;
}

/** What can be written of a group. */
export interface GroupFields {
  readonly name?: string;
  readonly notification?: string;
  readonly introduction?: string;
  readonly faceUrl?: string;
  readonly joinOption?: JoinOption;
  /** Invitations: as `joinOption`. */
  readonly approveOption?: JoinOption;
  readonly maxMembers?: number;
  readonly custom?: CustomField[];
}

/** A group as its members see it. */
export interface Group {
  readonly id: string;
  readonly type: GroupType;
  readonly name: string;
  readonly notification: string;
  readonly introduction: string;
  readonly faceUrl: string;
  readonly joinOption: JoinOption;
  readonly approveOption: JoinOption;
  readonly maxMembers: number;
  readonly custom: CustomField[];
  /** UserID; empty for a group without an owner. */
  readonly owner: string;
  readonly created: number;
  /** When the information was changed last; unix seconds. */
  readonly changed: number;
  readonly memberCount: number;
  /** Time of the newest message; unix seconds. */
  readonly lastTime: number;
  /** Place of the newest message. */
  readonly head: number;
}

export interface Member {
  readonly user: string;
  readonly role: GroupRole;
  readonly joined: number;
  readonly nameCard: string;
  /** May not speak until then; unix seconds, 0 for may. */
  readonly mutedUntil: number;
  readonly nick: string;
  readonly faceUrl: string;
}

/** Somebody is to come into a group, when a leader of it agrees. */
export interface GroupApplication {
  readonly groupId: string;
  /** Whether he has asked for himself, or a member for him. */
  readonly kind: 'join' | 'invite';
  /** Who is to come in. */
  readonly user: string;
  /** Who has asked. */
  readonly by: string;
  /** Of who has asked. */
  readonly nick: string;
  readonly faceUrl: string;
  readonly words: string;
  readonly time: number;
  readonly state: 'open' | 'accepted' | 'refused';
  /** Who has decided; empty while it is open. */
  readonly handledBy: string;
  /** What he has said. */
  readonly reply: string;
}

const CUSTOM_FIELDS = 10;
const customField: Schema<CustomField> = obj<CustomField>({ key: text(), value: text() });
export const joinOption: Schema<JoinOption> = oneOf(...JOIN_OPTIONS);
export const groupFields = {
  name: opt(text()),
  notification: opt(text()),
  introduction: opt(text()),
  faceUrl: opt(text()),
  joinOption: opt(joinOption),
  approveOption: opt(joinOption),
  maxMembers: opt(int(0)),
  custom: opt(list(customField, CUSTOM_FIELDS)),
};

export const group: Schema<Group> = obj<Group>({
  id: groupId,
  type: groupType,
  name: text(),
  notification: text(),
  introduction: text(),
  faceUrl: text(),
  joinOption,
  approveOption: joinOption,
  maxMembers: int(0),
  custom: list(customField, CUSTOM_FIELDS),
  owner: text({ maxBytes: LIMITS.userIdBytes }),
  created: unixSeconds,
  changed: unixSeconds,
  memberCount: int(0),
  lastTime: unixSeconds,
  head: int(0),
});

export const groupRole: Schema<GroupRole> = oneOf(...GROUP_ROLES);
export const member: Schema<Member> = obj<Member>({
  user: userId,
  role: groupRole,
  joined: unixSeconds,
  nameCard: text(),
  mutedUntil: unixSeconds,
  nick: text(),
  faceUrl: text(),
});

export const groupWords: Schema<string> = text({ maxBytes: LIMITS.groupWordsBytes });
export const groupApplication: Schema<GroupApplication> = obj<GroupApplication>({
  groupId,
  kind: oneOf('join', 'invite'),
  user: userId,
  by: userId,
  nick: text(),
  faceUrl: text(),
  words: groupWords,
  time: unixSeconds,
  state: oneOf('open', 'accepted', 'refused'),
  handledBy: text({ maxBytes: LIMITS.userIdBytes }),
  reply: groupWords,
});
