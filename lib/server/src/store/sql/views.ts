import type { GroupRole, GroupType } from '@tim-node/protocol';
import type { ConversationRef, ReadPlaces, Refused, ViewRefusal } from '../calls/history.js';
import { statement } from './statement.js';
import type { Db } from './tables.js';

/** A conversation as one of its users sees it. */
export interface View extends ConversationRef {
  /** Newest message. */
  readonly head: number;
  /** How many messages count as unread for those who have not read them. */
  readonly counted: number;
  /** How many of these are no news for this user. */
  readonly seen: number;
  readonly readSeq: number;
  /** Messages up to this one are from before this user came. */
  readonly floor: number;
  /** Messages up to this one are not shown: they are from before this user came, or he has deleted them. */
  readonly above: number;
  /** Unread mentions as JSON text. */
  readonly mentions: string | null;
  /** His role in the group; nothing between two users. */
  readonly role?: GroupRole;
  /** The kind of the group. */
  readonly groupType?: GroupType;
}

interface Key {
  readonly app: number;
  readonly user: string;
  readonly convId: string;
}

const findRow = statement<Key>()((db, { app, user, convId }) =>
  db
    .selectFrom('user_conversations')
    .innerJoin('conversations', (join) =>
      join
        .onRef('conversations.app_id', '=', 'user_conversations.app_id')
        .onRef('conversations.conv_id', '=', 'user_conversations.conv_id'),
    )
    .select(['head', 'counted', 'seen', 'read_seq', 'floor_seq', 'clear_seq', 'mentions'])
    .where('user_conversations.app_id', '=', app)
    .where('user_conversations.user_id', '=', user)
    .where('user_conversations.conv_id', '=', convId),
);

const findMembership = statement<{ app: number; group: string; user: string }>()((db, { app, group, user }) =>
  db
    .selectFrom('groups')
    .leftJoin('group_members', (join) =>
      join
        .onRef('group_members.app_id', '=', 'groups.app_id')
        .onRef('group_members.group_id', '=', 'groups.group_id')
        .on('group_members.user_id', '=', user),
    )
    .select(['groups.type', 'group_members.role'])
    .where('groups.app_id', '=', app)
    .where('groups.group_id', '=', group)
    .where('groups.dismissed_at', 'is', null),
);

/** How a user sees a conversation; one that has no message yet is empty. Only its members see a group. */
export async function findView(db: Db, ref: ConversationRef): Promise<View | Refused<ViewRefusal>> {
  const { app, user, convId, target } = ref;
  let membership: Pick<View, 'role' | 'groupType'> = {};
  if (target.type === 'group') {
    const found = await findMembership.first(db, { app, group: target.id, user });
    if (found === undefined) return { type: 'refused', why: 'noGroup' };
    if (found.role === null) return { type: 'refused', why: 'notMember' };
    membership = { role: found.role, groupType: found.type };
  }
  const row = (await findRow.first(db, { app, user, convId })) ?? EMPTY;
  return {
    app,
    user,
    convId,
    target,
    head: row.head,
    counted: row.counted,
    seen: row.seen,
    readSeq: row.read_seq,
    floor: row.floor_seq,
    above: Math.max(row.floor_seq, row.clear_seq),
    mentions: row.mentions,
    ...membership,
  };
}

/** A conversation without a message. */
const EMPTY = { head: 0, counted: 0, seen: 0, read_seq: 0, floor_seq: 0, clear_seq: 0, mentions: null };

export function isRefused(found: View | Refused<ViewRefusal>): found is Refused<ViewRefusal> {
  return 'type' in found;
}

const findReadSeq = statement<Key>()((db, { app, user, convId }) =>
  db
    .selectFrom('user_conversations')
    .select('read_seq')
    .where('app_id', '=', app)
    .where('user_id', '=', user)
    .where('conv_id', '=', convId),
);

/** How far a conversation was read: by this user and, between two users, by the other one. */
export async function readPlaces(db: Db, { app, convId, target, readSeq }: View): Promise<ReadPlaces> {
  if (target.type === 'group') return { readSeq, peerReadSeq: 0 };
  const peer = await findReadSeq.first(db, { app, user: target.id, convId });
  return { readSeq, peerReadSeq: peer?.read_seq ?? 0 };
}
