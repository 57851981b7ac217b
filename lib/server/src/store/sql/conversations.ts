import type { ReceiveOption } from '@tim-node/protocol';
import type { ConversationList, ConversationsQuery, ListQuery, StoredConversation } from '../calls/conversations.js';
import type { StoredMessage } from '../calls/messages.js';
import type { UserRef } from '../store.js';
import { MESSAGE_COLUMNS, toStoredMessage, type MessageRow } from './message-row.js';
import { tellReceipts } from './receipt-state.js';
import { readList, statement } from './statement.js';
import type { Builder, Db } from './tables.js';

/*
 * Conversations as their users see them. One statement reads all there is about a conversation, with the head of
 * the user's log, so that both belong together.
 */

const joined = (db: Builder) =>
  db
    .selectFrom('user_conversations as mine')
    .leftJoin('conversations', (join) =>
      join.onRef('conversations.app_id', '=', 'mine.app_id').onRef('conversations.conv_id', '=', 'mine.conv_id'),
    )
    .leftJoin('user_logs', (join) =>
      join.onRef('user_logs.app_id', '=', 'mine.app_id').onRef('user_logs.user_id', '=', 'mine.user_id'),
    )
    .leftJoin('user_conversations as peer', (join) =>
      join
        .onRef('peer.app_id', '=', 'mine.app_id')
        .onRef('peer.conv_id', '=', 'mine.conv_id')
        .onRef('peer.user_id', '=', 'mine.target_id')
        .on('mine.target_type', '=', 'c2c'),
    )
    .leftJoin('accounts', (join) =>
      join
        .onRef('accounts.app_id', '=', 'mine.app_id')
        .onRef('accounts.user_id', '=', 'mine.target_id')
        .on('mine.target_type', '=', 'c2c'),
    )
    .leftJoin('groups', (join) =>
      join
        .onRef('groups.app_id', '=', 'mine.app_id')
        .onRef('groups.group_id', '=', 'mine.target_id')
        .on('mine.target_type', '=', 'group'),
    )
    .leftJoin('messages', (join) =>
      join
        .onRef('messages.app_id', '=', 'mine.app_id')
        .onRef('messages.conv_id', '=', 'mine.conv_id')
        .onRef('messages.seq', '=', 'conversations.head'),
    )
    .leftJoin('hidden_messages', (join) =>
      join
        .onRef('hidden_messages.app_id', '=', 'mine.app_id')
        .onRef('hidden_messages.user_id', '=', 'mine.user_id')
        .onRef('hidden_messages.conv_id', '=', 'mine.conv_id')
        .onRef('hidden_messages.seq', '=', 'conversations.head'),
    )
    .where((eb) => eb(eb.fn.coalesce('conversations.head', eb.lit(0)), '>', eb.ref('mine.hidden_seq')));

const COLUMNS = [
  'mine.conv_id',
  'mine.target_type as type',
  'mine.target_id as id',
  'mine.seen',
  'mine.read_seq',
  'mine.read_time',
  'mine.floor_seq',
  'mine.clear_seq',
  'mine.pinned',
  'mine.marks',
  'mine.custom',
  'mine.receive_option',
  'mine.mentions',
  'mine.conv_groups',
  'conversations.head',
  'conversations.counted as counted_total',
  'conversations.last_time',
  'user_logs.head as at',
  'peer.read_seq as peer_read_seq',
  'accounts.nick',
  'accounts.face_url as user_face_url',
  'groups.name',
  'groups.face_url as group_face_url',
  'groups.type as group_type',
  'groups.owner',
  'messages.lasting',
  'hidden_messages.seq as hidden_at',
  ...MESSAGE_COLUMNS,
] as const;

const page = statement<ListQuery>()((db, { app, user, after, limit }) =>
  joined(db)
    .select(COLUMNS)
    .where('mine.app_id', '=', app)
    .where('mine.user_id', '=', user)
    .where('mine.conv_id', '>', after)
    .orderBy('mine.conv_id')
    .limit(limit),
);

const some = readList<UserRef, { convId: string }>()((db, { app, user }, items) =>
  joined(db)
    .select(COLUMNS)
    .where('mine.app_id', '=', app)
    .where('mine.user_id', '=', user)
    .where(
      'mine.conv_id',
      'in',
      items.map(({ convId }) => convId),
    ),
);

type Row = Awaited<ReturnType<typeof page.all>>[number];

/** In the order of the ids: it never changes, so that pages leave nothing out. */
export async function listConversations(db: Db, query: ListQuery): Promise<ConversationList> {
  const rows = await page.all(db, { ...query, limit: query.limit + 1 });
  const conversations = await views(db, query, rows.slice(0, query.limit));
  const last = rows[query.limit - 1];
  return { conversations, ...(rows.length > query.limit && last !== undefined ? { next: last.conv_id } : {}) };
}

export async function findConversations(
  db: Db,
  { app, user, refs }: ConversationsQuery,
): Promise<readonly StoredConversation[]> {
  return views(db, { app, user }, await some.all(db, { app, user }, refs));
}

async function views(db: Db, owner: UserRef, rows: readonly Row[]): Promise<StoredConversation[]> {
  const found: StoredConversation[] = [];
  for (const row of rows) found.push(await view(db, owner, row));
  const told = found.flatMap(({ last }, at) =>
    last?.receiptTotal == null ? [] : [{ at, convId: rows[at]?.conv_id ?? '', message: last }],
  );
  const messages = await tellReceipts(db, owner, told);
  for (const [index, { at }] of told.entries()) {
    const conversation = found[at];
    const last = messages[index];
    if (conversation !== undefined && last !== undefined) found[at] = { ...conversation, last };
  }
  return found;
}

async function view(db: Db, owner: UserRef, row: Row): Promise<StoredConversation> {
  const last = await lastMessage(db, owner, row);
  const isGroup = row.type === 'group';
  return {
    target: { type: row.type, id: row.id },
    unread: Math.max(0, (row.counted_total ?? 0) - row.seen),
    readSeq: row.read_seq,
    readTime: row.read_time,
    peerReadSeq: row.peer_read_seq ?? 0,
    active: last?.time ?? row.last_time ?? 0,
    last,
    pinned: row.pinned !== 0,
    marks: row.marks,
    custom: row.custom,
    option: row.receive_option as ReceiveOption,
    mentions: row.mentions,
    groups: row.conv_groups,
    name: isGroup ? row.name : row.nick,
    faceUrl: isGroup ? row.group_face_url : row.user_face_url,
    groupType: row.group_type,
    owner: row.owner,
    at: row.at ?? 0,
  };
}

/** Newest message that the user may see and that may be the last one; most often it is the newest of all. */
async function lastMessage(db: Db, { app, user }: UserRef, row: Row): Promise<StoredMessage | null> {
  const from = Math.max(row.floor_seq, row.clear_seq);
  const head = row.head ?? 0;
  if (head <= from) return null;
  if (row.seq !== null && row.lasting === 1 && row.hidden_at === null) {
    const message = toStoredMessage(row as MessageRow);
    if (isFor(user, message)) return message;
  }
  return olderLast(db, { app, user, convId: row.conv_id, from, before: head });
}

/** Whether a message is for a user: for everybody, for him, or from him. */
function isFor(user: string, { onlyFor, sender }: Pick<StoredMessage, 'onlyFor' | 'sender'>): boolean {
  return onlyFor === null || sender === user || (JSON.parse(onlyFor) as string[]).includes(user);
}

interface Range extends UserRef {
  readonly convId: string;
  readonly from: number;
  readonly before: number;
}

/** Messages looked at in one go. */
const STEP = 16;

const older = statement<Range>()((db, { app, user, convId, from, before }) =>
  db
    .selectFrom('messages')
    .leftJoin('hidden_messages', (join) =>
      join
        .onRef('hidden_messages.app_id', '=', 'messages.app_id')
        .onRef('hidden_messages.conv_id', '=', 'messages.conv_id')
        .onRef('hidden_messages.seq', '=', 'messages.seq')
        .on('hidden_messages.user_id', '=', user),
    )
    .select(MESSAGE_COLUMNS)
    .where('messages.app_id', '=', app)
    .where('messages.conv_id', '=', convId)
    .where('messages.seq', '>', from)
    .where('messages.seq', '<', before)
    .where('messages.lasting', '=', 1)
    .where('hidden_messages.seq', 'is', null)
    .orderBy('messages.seq', 'desc')
    .limit(STEP),
);

async function olderLast(db: Db, range: Range): Promise<StoredMessage | null> {
  let { before } = range;
  for (;;) {
    const rows = await older.all(db, { ...range, before });
    const found = rows.map(toStoredMessage).find((message) => isFor(range.user, message));
    if (found !== undefined) return found;
    const last = rows.at(-1);
    if (last === undefined || rows.length < STEP) return null;
    before = last.seq;
  }
}
