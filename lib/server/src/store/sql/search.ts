import type { FoundIn, PlacesIn, SearchableConversation } from '../calls/search.js';
import type { UserRef } from '../store.js';
import { findVisible } from './history.js';
import { toStoredMessage } from './message-row.js';
import { withReceipts } from './receipt-state.js';
import { statement } from './statement.js';
import type { Db } from './tables.js';
import { findView, isRefused, readPlaces } from './views.js';

/** Of groups, those that the user is in. */
const searchable = statement<UserRef>()((db, { app, user }) =>
  db
    .selectFrom('user_conversations as mine')
    .innerJoin('conversations', (join) =>
      join.onRef('conversations.app_id', '=', 'mine.app_id').onRef('conversations.conv_id', '=', 'mine.conv_id'),
    )
    .leftJoin('group_members', (join) =>
      join
        .onRef('group_members.app_id', '=', 'mine.app_id')
        .onRef('group_members.group_id', '=', 'mine.target_id')
        .onRef('group_members.user_id', '=', 'mine.user_id')
        .on('mine.target_type', '=', 'group'),
    )
    .select(['mine.conv_id', 'mine.target_type', 'mine.target_id', 'mine.floor_seq', 'mine.clear_seq'])
    .where('mine.app_id', '=', app)
    .where('mine.user_id', '=', user)
    .where((eb) => eb.or([eb('mine.target_type', '=', 'c2c'), eb('group_members.user_id', 'is not', null)]))
    .whereRef('conversations.head', '>', 'mine.floor_seq')
    .whereRef('conversations.head', '>', 'mine.clear_seq')
    .orderBy('mine.conv_id'),
);

export async function searchableConversations(db: Db, user: UserRef): Promise<SearchableConversation[]> {
  const rows = await searchable.all(db, user);
  return rows.map(({ conv_id: convId, target_type: type, target_id: id, floor_seq: floor, clear_seq: cleared }) => ({
    convId,
    target: { type, id },
    above: Math.max(floor, cleared),
  }));
}

export async function findPlaces(
  db: Db,
  { app, user, places }: UserRef & { readonly places: readonly PlacesIn[] },
): Promise<FoundIn[]> {
  const found: FoundIn[] = [];
  for (const { convId, target, seqs } of places) {
    const view = await findView(db, { app, user, convId, target });
    if (isRefused(view)) continue;
    const rows = (await findVisible(db, view, seqs)).filter(({ revoked }) => revoked === null);
    if (rows.length === 0) continue;
    const messages = await withReceipts(db, view, rows.map(toStoredMessage));
    found.push({ target, messages, ...(await readPlaces(db, view)) });
  }
  return found;
}
