import type { ConversationRef } from '../calls/conversations.js';
import type { UserRef } from '../store.js';
import { lockConversation, makeAndLockConversation } from './conversation-lock.js';
import { statement } from './statement.js';
import type { Db } from './tables.js';

/* The row of one user and one conversation. Whoever changes such rows first takes the lock of the conversation. */

interface Key extends UserRef {
  readonly convId: string;
}

const find = statement<Key>()((db, { app, user, convId }) =>
  db
    .selectFrom('user_conversations')
    .selectAll()
    .where('app_id', '=', app)
    .where('user_id', '=', user)
    .where('conv_id', '=', convId),
);

type Row = Awaited<ReturnType<typeof find.all>>[number];

/** A user's row with what the conversation counts; locked. */
export interface Locked {
  readonly row: Row;
  readonly head: number;
  readonly counted: number;
}

/** Nothing when the user does not have the conversation. */
export async function lockUserConversation(db: Db, key: Key): Promise<Locked | undefined> {
  const conversation = await lockConversation(db, key);
  const row = await find.first(db, key);
  const { head, counted } = conversation ?? { head: 0, counted: 0 };
  return row === undefined ? undefined : { row, head, counted };
}

const insert = statement<Key & { type: 'c2c' | 'group'; id: string }>()((db, { app, user, convId, type, id }) =>
  db
    .insertInto('user_conversations')
    .values({
      app_id: app,
      user_id: user,
      conv_id: convId,
      target_type: type,
      target_id: id,
      seen: 0,
      // Not in the list before its first message.
      hidden_seq: 0,
    })
    .onConflict((conflict) => conflict.columns(['app_id', 'user_id', 'conv_id']).doNothing()),
);

/** The same; a conversation that is not there is made. Without messages it is in no list. */
export async function makeConversation(db: Db, user: UserRef, ref: ConversationRef): Promise<Locked | undefined> {
  const key = { app: user.app, user: user.user, convId: ref.convId };
  await makeAndLockConversation(db, key);
  await insert.all(db, { ...key, type: ref.target.type, id: ref.target.id });
  return lockUserConversation(db, key);
}

/** Whether the conversation is in the list of its user. */
export function isListed({ row, head }: Locked): boolean {
  return head > row.hidden_seq;
}

/** Conversations in the order in which they are locked, each once. */
export function inLockOrder(refs: readonly ConversationRef[]): ConversationRef[] {
  const byId = new Map(refs.map((ref) => [ref.convId, ref]));
  return [...byId.values()].sort((a, b) => (a.convId < b.convId ? -1 : 1));
}
