import type { GroupRole, GroupType, MessageName, Target, UserFace } from '@tim-node/protocol';
import type { MarkQuery, MarkRefusal, MarkRefused } from '../calls/marks.js';
import type { StoredMessage } from '../calls/messages.js';
import { findProfiles } from './accounts.js';
import { membersOf } from './members.js';
import { MESSAGE_COLUMNS, toStoredMessage } from './message-row.js';
import { readList, statement } from './statement.js';
import type { Db } from './tables.js';

/* Which messages somebody may put something to, and who is told about it. */

/** A message that the asking user can see. */
export interface Touched {
  readonly message: StoredMessage;
  /** How many people receipts are wanted from; null when none are wanted. */
  readonly receiptTotal: number | null;
}

interface InConversation {
  readonly app: number;
  readonly convId: string;
}

export function refused(why: MarkRefusal): MarkRefused {
  return { type: 'refused', why };
}

const lock = statement<InConversation>()((db, { app, convId }) =>
  db
    .updateTable('conversations')
    .set((eb) => ({ head: eb.ref('head') }))
    .where('app_id', '=', app)
    .where('conv_id', '=', convId)
    .returning('head'),
);

/** Lets changes in one conversation happen one after the other, so that what they count stays right. */
export async function lockConversation(db: Db, { app, convId }: InConversation): Promise<void> {
  await lock.all(db, { app, convId });
}

const membership = statement<{ app: number; user: string; group: string }>()((db, { app, user, group }) =>
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

export interface Standing {
  readonly type: GroupType;
  readonly role: GroupRole;
}

/** What a user is in a group, or why he is nothing there. */
export async function standing(
  db: Db,
  { app, user, target }: Omit<MarkQuery, 'convId'>,
): Promise<Standing | MarkRefusal> {
  const row = await membership.first(db, { app, user, group: target.id });
  if (row === undefined) return 'noGroup';
  return row.role === null ? 'notMember' : { type: row.type, role: row.role };
}

const bySeq = readList<InConversation, { seq: number }>()((db, { app, convId }, items) =>
  db
    .selectFrom('messages')
    .select([...MESSAGE_COLUMNS, 'messages.receipt_total'])
    .where('app_id', '=', app)
    .where('conv_id', '=', convId)
    .where(
      'seq',
      'in',
      items.map(({ seq }) => seq),
    )
    .where('revoked', 'is', null)
    .orderBy('seq'),
);

type Viewer = InConversation & { user: string };

const beginning = statement<Viewer>()((db, { app, user, convId }) =>
  db
    .selectFrom('user_conversations')
    .select(['floor_seq', 'clear_seq'])
    .where('app_id', '=', app)
    .where('user_id', '=', user)
    .where('conv_id', '=', convId),
);

const hidden = readList<Viewer, { seq: number }>()((db, { app, user, convId }, items) =>
  db
    .selectFrom('hidden_messages')
    .select('seq')
    .where('app_id', '=', app)
    .where('user_id', '=', user)
    .where('conv_id', '=', convId)
    .where(
      'seq',
      'in',
      items.map(({ seq }) => seq),
    ),
);

/** Those of the messages that the user can see, in the order of the conversation. */
export async function findTouched(
  db: Db,
  query: MarkQuery,
  seqs: readonly number[],
): Promise<readonly Touched[] | MarkRefusal> {
  const { app, user, target, convId } = query;
  if (target.type === 'group') {
    const member = await standing(db, query);
    if (typeof member === 'string') return member;
  }
  const items = [...new Set(seqs)].sort((a, b) => a - b).map((seq) => ({ seq }));
  const rows = await bySeq.all(db, { app, convId }, items);
  if (rows.length === 0) return [];
  const start = await beginning.first(db, { app, user, convId });
  const first = Math.max(start?.floor_seq ?? 0, start?.clear_seq ?? 0);
  const gone = new Set((await hidden.all(db, { app, user, convId }, items)).map(({ seq }) => seq));
  return rows
    .map(({ receipt_total, ...row }) => ({ message: toStoredMessage(row), receiptTotal: receipt_total }))
    .filter(({ message }) => message.seq > first && !gone.has(message.seq) && isFor(message, user));
}

/** The one message, or why there is none. */
export async function findOneTouched(db: Db, query: MarkQuery, seq: number): Promise<Touched | MarkRefusal> {
  const found = await findTouched(db, query, [seq]);
  return typeof found === 'string' ? found : (found[0] ?? 'noMessage');
}

/** Whether a message is for a user who is in its conversation. */
function isFor({ sender, onlyFor }: StoredMessage, user: string): boolean {
  return onlyFor === null || sender === user || (JSON.parse(onlyFor) as string[]).includes(user);
}

type AMessage = InConversation & { seq: number };

const begunAfter = readList<AMessage, { user: string }>()((db, { app, convId, seq }, items) =>
  db
    .selectFrom('user_conversations')
    .select('user_id')
    .where('app_id', '=', app)
    .where(
      'user_id',
      'in',
      items.map(({ user }) => user),
    )
    .where('conv_id', '=', convId)
    .where((eb) => eb.or([eb('floor_seq', '>=', seq), eb('clear_seq', '>=', seq)])),
);

const hiddenFrom = readList<AMessage, { user: string }>()((db, { app, convId, seq }, items) =>
  db
    .selectFrom('hidden_messages')
    .select('user_id')
    .where('app_id', '=', app)
    .where(
      'user_id',
      'in',
      items.map(({ user }) => user),
    )
    .where('conv_id', '=', convId)
    .where('seq', '=', seq),
);

/** Everybody who can see a message. */
export async function viewersOf(db: Db, { app, convId }: InConversation, message: StoredMessage): Promise<string[]> {
  const users = (await people(db, app, message)).filter((user) => isFor(message, user));
  const items = users.map((user) => ({ user }));
  const values = { app, convId, seq: message.seq };
  const blind = [...(await begunAfter.all(db, values, items)), ...(await hiddenFrom.all(db, values, items))];
  const without = new Set(blind.map(({ user_id }) => user_id));
  return users.filter((user) => !without.has(user));
}

async function people(db: Db, app: number, { sender, target }: StoredMessage): Promise<string[]> {
  if (target.type === 'c2c') return [...new Set([sender, target.id])];
  return (await membersOf(db, app, target.id)).map(({ user_id }) => user_id);
}

/** The conversation of a message as the owner of a log sees it. */
export function targetFor(owner: string, { sender, target }: StoredMessage): Target {
  return target.type === 'group' || owner === sender ? target : { type: 'c2c', id: sender };
}

/** What names a message to those who may not have it any more. */
export function nameOf({ seq, sender, random, time, clientTime }: StoredMessage): MessageName {
  return { seq, sender, random, time, clientTime };
}

/** Users as lists show them, in the order given. */
export async function facesOf(db: Db, app: number, users: readonly string[]): Promise<UserFace[]> {
  const rows = new Map((await findProfiles(db, { app, users })).map((row) => [row.user_id, row]));
  return users.map((user) => {
    const { nick, face_url: faceUrl } = rows.get(user) ?? { nick: null, face_url: null };
    return { user, ...(nick ? { nick } : {}), ...(faceUrl ? { faceUrl } : {}) };
  });
}
