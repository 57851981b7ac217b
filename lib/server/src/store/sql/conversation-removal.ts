import type { Changed, ChangeOutcome, ConversationRef, RemoveRequest } from '../calls/conversations.js';
import type { UserRef } from '../store.js';
import { log, type NewEntry } from './log.js';
import { statement } from './statement.js';
import type { Db } from './tables.js';
import { inLockOrder, isListed, lockUserConversation, type Locked } from './user-conversation.js';

interface Place extends UserRef {
  readonly convId: string;
}

/** Takes conversations from the list of a user until their next message, with or without their messages. */
export async function removeConversations(db: Db, request: RemoveRequest): Promise<Changed> {
  const { app, user, refs } = request;
  const entries: NewEntry[] = [];
  const outcomes = new Map<string, ChangeOutcome>();
  for (const ref of inLockOrder(refs)) {
    const place = { app, user, convId: ref.convId };
    const locked = await lockUserConversation(db, place);
    outcomes.set(ref.convId, locked === undefined ? 'unknown' : 'done');
    if (locked !== undefined) entries.push(...(await remove(db, place, ref, locked, request.clear)));
  }
  return {
    outcomes: refs.map(({ convId }) => outcomes.get(convId) ?? 'unknown'),
    logged: await log(db, app, entries),
  };
}

async function remove(
  db: Db,
  place: Place,
  { target }: ConversationRef,
  locked: Locked,
  clear: boolean,
): Promise<NewEntry[]> {
  const { head, row } = locked;
  const entries: NewEntry[] = [];
  if (clear && row.clear_seq < head) {
    await clearMessages.all(db, { ...place, head });
    await forgetHidden.all(db, { ...place, head });
    entries.push({ user: place.user, change: { kind: 'cleared', target, upTo: head } });
  }
  if (!isListed(locked)) return entries;
  await hide.all(db, { ...place, head, seen: locked.counted });
  return [...entries, { user: place.user, change: { kind: 'conversationRemoved', target } }];
}

const clearMessages = statement<Place & { head: number }>()((db, { app, user, convId, head }) =>
  db
    .updateTable('user_conversations')
    .set({ clear_seq: head })
    .where('app_id', '=', app)
    .where('user_id', '=', user)
    .where('conv_id', '=', convId),
);

/** What was deleted one by one is gone with the rest. */
const forgetHidden = statement<Place & { head: number }>()((db, { app, user, convId, head }) =>
  db
    .deleteFrom('hidden_messages')
    .where('app_id', '=', app)
    .where('user_id', '=', user)
    .where('conv_id', '=', convId)
    .where('seq', '<=', head),
);

/** Nothing of the conversation is left but whether its messages disturb. */
const hide = statement<Place & { head: number; seen: number }>()((db, { app, user, convId, head, seen }) =>
  db
    .updateTable('user_conversations')
    .set({ hidden_seq: head, seen, pinned: 0, marks: '0', custom: '', mentions: null, conv_groups: null })
    .where('app_id', '=', app)
    .where('user_id', '=', user)
    .where('conv_id', '=', convId),
);
