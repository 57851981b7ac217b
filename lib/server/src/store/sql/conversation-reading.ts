import type { ConversationState, Mention } from '@tim-node/protocol';
import type { ConversationRef, ReadRequest } from '../calls/conversations.js';
import type { Logged } from '../calls/messages.js';
import type { UserRef } from '../store.js';
import { log, type NewEntry } from './log.js';
import { parseMentions } from './mentions.js';
import { statement } from './statement.js';
import type { Db } from './tables.js';
import { inLockOrder, isListed, lockUserConversation, type Locked } from './user-conversation.js';

/** Marks messages as read. */
export async function readConversations(db: Db, request: ReadRequest): Promise<readonly Logged[]> {
  const refs = request.ref === undefined ? await unreadOnes(db, request) : [request.ref];
  const entries: NewEntry[] = [];
  for (const ref of inLockOrder(refs)) {
    const locked = await lockUserConversation(db, { app: request.app, user: request.user, convId: ref.convId });
    if (locked !== undefined && isListed(locked)) entries.push(...(await read(db, request, ref, locked)));
  }
  return log(db, request.app, entries);
}

const behind = statement<UserRef>()((db, { app, user }) =>
  db
    .selectFrom('user_conversations as mine')
    .innerJoin('conversations', (join) =>
      join.onRef('conversations.app_id', '=', 'mine.app_id').onRef('conversations.conv_id', '=', 'mine.conv_id'),
    )
    .select(['mine.conv_id', 'mine.target_type', 'mine.target_id'])
    .where('mine.app_id', '=', app)
    .where('mine.user_id', '=', user)
    .whereRef('conversations.head', '>', 'mine.hidden_seq')
    .whereRef('conversations.head', '>', 'mine.read_seq'),
);

async function unreadOnes(db: Db, { app, user, kind }: ReadRequest): Promise<ConversationRef[]> {
  const rows = await behind.all(db, { app, user });
  return rows
    .filter(({ target_type: type }) => kind === undefined || type === kind)
    .map(({ conv_id: convId, target_type: type, target_id: id }) => ({ convId, target: { type, id } }));
}

interface Position {
  readonly seq: number;
  readonly time: number;
}

async function read(db: Db, request: ReadRequest, ref: ConversationRef, locked: Locked): Promise<NewEntry[]> {
  const { app, user } = request;
  const { row, head, counted } = locked;
  const upTo = await limitOf(db, request, ref.convId, head);
  if (upTo < row.read_seq) return [];
  const place = { app, user, convId: ref.convId };
  const position = await newestForeign.first(db, { ...place, from: row.read_seq, upTo });
  const before = Math.max(0, counted - row.seen);
  const unread = Math.min(before, upTo >= head ? 0 : await countUnread(db, { ...place, upTo }));
  const mentions = parseMentions(row.mentions);
  const left = mentions.filter(({ seq }) => seq > upTo);
  if (position === undefined && unread === before && left.length === mentions.length) return [];
  const { seq: readSeq, time: readTime } = position ?? { seq: row.read_seq, time: row.read_time };
  await update.all(db, { ...place, seen: counted - unread, readSeq, readTime, mentions: mentionsText(left) });
  const changes: Partial<ConversationState> = { unread, readSeq, readTime, mentions: left };
  const mine: NewEntry = { user, change: { kind: 'conversation', target: ref.target, changes } };
  return position === undefined ? [mine] : [mine, ...toldToPeer(user, ref, position)];
}

/** Who has written what was read is told so. */
function toldToPeer(user: string, { target }: ConversationRef, { seq, time }: Position): NewEntry[] {
  if (target.type !== 'c2c' || target.id === user) return [];
  return [{ user: target.id, change: { kind: 'peerRead', target: { type: 'c2c', id: user }, readSeq: seq, time } }];
}

function mentionsText(mentions: readonly Mention[]): string | null {
  return mentions.length === 0 ? null : JSON.stringify(mentions);
}

const newestUntil = statement<{ app: number; convId: string; time: number }>()((db, { app, convId, time }) =>
  db
    .selectFrom('messages')
    .select('seq')
    .where('app_id', '=', app)
    .where('conv_id', '=', convId)
    .where('time', '<=', time)
    .orderBy('seq', 'desc')
    .limit(1),
);

/** Place of the last message that counts as read. */
async function limitOf(db: Db, { app, upTo, upToTime }: ReadRequest, convId: string, head: number): Promise<number> {
  if (upTo !== undefined) return Math.min(upTo, head);
  if (upToTime === undefined) return head;
  return (await newestUntil.first(db, { app, convId, time: upToTime }))?.seq ?? 0;
}

interface Place extends UserRef {
  readonly convId: string;
}

/** The place that was read is that of a message of somebody else: one's own messages are no news. */
const newestForeign = statement<Place & { from: number; upTo: number }>()((db, { app, user, convId, from, upTo }) =>
  db
    .selectFrom('messages')
    .select(['seq', 'time'])
    .where('app_id', '=', app)
    .where('conv_id', '=', convId)
    .where('seq', '>', from)
    .where('seq', '<=', upTo)
    .where('sender', '<>', user)
    .orderBy('seq', 'desc')
    .limit(1),
);

const unreadAfter = statement<Place & { upTo: number }>()((db, { app, user, convId, upTo }) =>
  db
    .selectFrom('messages')
    .leftJoin('hidden_messages', (join) =>
      join
        .onRef('hidden_messages.app_id', '=', 'messages.app_id')
        .onRef('hidden_messages.conv_id', '=', 'messages.conv_id')
        .onRef('hidden_messages.seq', '=', 'messages.seq')
        .on('hidden_messages.user_id', '=', user),
    )
    .select((eb) => eb.fn.countAll().as('count'))
    .where('messages.app_id', '=', app)
    .where('messages.conv_id', '=', convId)
    .where('messages.seq', '>', upTo)
    .where('messages.sender', '<>', user)
    .where('messages.counted', '=', 1)
    .where('hidden_messages.seq', 'is', null),
);

/** Messages after a place that count as unread for a user. */
async function countUnread(db: Db, place: Place & { upTo: number }): Promise<number> {
  const { count } = (await unreadAfter.first(db, place)) ?? { count: 0 };
  return Number(count);
}

const update = statement<Place & { seen: number; readSeq: number; readTime: number; mentions: string | null }>()(
  (db, { app, user, convId, seen, readSeq, readTime, mentions }) =>
    db
      .updateTable('user_conversations')
      .set({ seen, read_seq: readSeq, read_time: readTime, mentions })
      .where('app_id', '=', app)
      .where('user_id', '=', user)
      .where('conv_id', '=', convId),
);
