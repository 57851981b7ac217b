import type { GroupRole } from '@tim-node/protocol';
import type { ConversationRef } from '../calls/history.js';
import { isFor, type FoundRow } from './history.js';
import { membersOf } from './members.js';
import { readList } from './statement.js';
import type { Db } from './tables.js';

/** Somebody who can see a message, and how he stands to its conversation. */
export interface Reader {
  readonly user: string;
  /** The conversation as it is named in his log. */
  readonly target: ConversationRef['target'];
  readonly seen: number;
  /** The message is news for him: it counts and he has not read it. */
  readonly isNews: boolean;
  /** His unread mentions as JSON text. */
  readonly mentions: string | null;
}

interface Place {
  readonly app: number;
  readonly convId: string;
}

const standing = readList<Place, { user: string }>()((db, { app, convId }, items) =>
  db
    .selectFrom('user_conversations')
    .select(['user_id', 'seen', 'read_seq', 'floor_seq', 'clear_seq', 'mentions'])
    .where('app_id', '=', app)
    .where('conv_id', '=', convId)
    .where(
      'user_id',
      'in',
      items.map(({ user }) => user),
    )
    .orderBy('user_id'),
);

const hiddenBy = readList<Place & { seq: number }, { user: string }>()((db, { app, convId, seq }, items) =>
  db
    .selectFrom('hidden_messages')
    .select('user_id')
    .where('app_id', '=', app)
    .where('conv_id', '=', convId)
    .where('seq', '=', seq)
    .where(
      'user_id',
      'in',
      items.map(({ user }) => user),
    ),
);

type Row = Pick<FoundRow, 'seq' | 'sender' | 'target_type' | 'target_id' | 'only_for' | 'counted'>;

/** Everybody who can see a message: those of the two, or of the members, who have not deleted it. */
export async function readersOf(db: Db, { app, convId }: Place, row: Row): Promise<Reader[]> {
  const { seq, sender } = row;
  const isGroup = row.target_type === 'group';
  const all = isGroup
    ? (await membersOf(db, app, row.target_id)).map(({ user_id }) => user_id)
    : [...new Set([sender, row.target_id])];
  const items = all.filter((user) => isFor(user, row)).map((user) => ({ user }));
  const rows = await standing.all(db, { app, convId }, items);
  const hidden = new Set((await hiddenBy.all(db, { app, convId, seq }, items)).map(({ user_id }) => user_id));
  const found = new Map(rows.map((each) => [each.user_id, each]));
  return [...found.values()]
    .filter((each) => seq > Math.max(each.floor_seq, each.clear_seq) && !hidden.has(each.user_id))
    .map((each) => ({
      user: each.user_id,
      target: { type: row.target_type, id: isGroup || each.user_id === sender ? row.target_id : sender },
      seen: each.seen,
      isNews: row.counted === 1 && each.user_id !== sender && seq > each.read_seq,
      mentions: each.mentions,
    }));
}

const addSeen = readList<Place, { user: string }>()((db, { app, convId }, items) =>
  db
    .updateTable('user_conversations')
    .set((eb) => ({ seen: eb('seen', '+', 1) }))
    .where('app_id', '=', app)
    .where('conv_id', '=', convId)
    .where(
      'user_id',
      'in',
      items.map(({ user }) => user),
    ),
);

/** One message less is news for these. */
export async function forgetNews(db: Db, place: Place, users: readonly string[]): Promise<void> {
  await addSeen.all(
    db,
    place,
    users.map((user) => ({ user })),
  );
}

/** Whether somebody may change a message or take it back. */
export function mayChange(user: string, role: GroupRole | undefined, { sender }: Pick<Row, 'sender'>): boolean {
  return sender === user || role === 'admin' || role === 'owner';
}
