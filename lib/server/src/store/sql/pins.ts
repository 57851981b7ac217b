import { LIMITS } from '@tim-node/protocol';
import type { Changed, Found, MarkQuery, MarkRefusal, PinnedMessage, PlaceQuery } from '../calls/marks.js';
import type { StoredMessage } from '../calls/messages.js';
import { lockConversation } from './conversation-lock.js';
import { log } from './log.js';
import { membersOf } from './members.js';
import { MESSAGE_COLUMNS, toStoredMessage } from './message-row.js';
import { withReceipts } from './receipt-state.js';
import { readList, statement } from './statement.js';
import type { Db } from './tables.js';
import { facesOf, findInView, refused, viewOf } from './touch.js';
import type { View } from './views.js';

interface InConversation {
  readonly app: number;
  readonly convId: string;
}

type Place = InConversation & { seq: number };

/** What was taken back is not pinned any more. */
const pinned = statement<InConversation>()((db, { app, convId }) =>
  db
    .selectFrom('pinned_messages')
    .innerJoin('messages', (join) =>
      join
        .onRef('messages.app_id', '=', 'pinned_messages.app_id')
        .onRef('messages.conv_id', '=', 'pinned_messages.conv_id')
        .onRef('messages.seq', '=', 'pinned_messages.seq'),
    )
    .select(['pinned_messages.user_id as pinned_by', 'pinned_messages.time as pinned_at', ...MESSAGE_COLUMNS])
    .where('pinned_messages.app_id', '=', app)
    .where('pinned_messages.conv_id', '=', convId)
    .where('messages.revoked', 'is', null)
    .orderBy('pinned_messages.time', 'desc')
    .orderBy('pinned_messages.seq', 'desc'),
);

const insert = statement<Place & { user: string; now: number }>()((db, { app, convId, seq, user, now }) =>
  db
    .insertInto('pinned_messages')
    .values({ app_id: app, conv_id: convId, seq, user_id: user, time: now })
    .onConflict((conflict) => conflict.columns(['app_id', 'conv_id', 'seq']).doNothing()),
);

const remove = statement<Place>()((db, { app, convId, seq }) =>
  db.deleteFrom('pinned_messages').where('app_id', '=', app).where('conv_id', '=', convId).where('seq', '=', seq),
);

/** Pins a message or lets it go; what is so already stays so, and nobody is told. */
export async function pinMessage(
  db: Db,
  request: PlaceQuery & { readonly pinned: boolean; readonly now: number },
): Promise<Changed> {
  const { app, user, target, convId, seq } = request;
  await lockConversation(db, request);
  const view = await viewOf(db, request);
  if (typeof view === 'string') return refused(view);
  if (!mayPin(view)) return refused('notAllowed');
  const now = await pinned.all(db, request);
  const row = now.find((each) => each.seq === seq);
  const unchanged: Changed = { type: 'changed', logged: [], value: undefined };
  if ((row !== undefined) === request.pinned) return unchanged;
  const found = row === undefined ? await pinnable(db, view, seq, now.length) : toStoredMessage(row);
  if (typeof found === 'string') return refused(found);
  await (request.pinned ? insert.all(db, request) : remove.all(db, request));
  const change = { kind: 'pinned' as const, target, pinned: request.pinned, by: user };
  const members = await membersOf(db, app, target.id);
  const entries = members.map(({ user_id }) => ({ user: user_id, change, about: { convId, message: found } }));
  return { type: 'changed', logged: await log(db, app, entries), value: undefined };
}

/** Owner and administrators may; in a private group every member. */
function mayPin({ role, groupType }: View): boolean {
  if (groupType === 'AVChatRoom') return false;
  return role !== 'member' || groupType === 'Private';
}

/** What is for some members only is not shown to all. */
async function pinnable(db: Db, view: View, seq: number, count: number): Promise<StoredMessage | MarkRefusal> {
  const found = await findInView(db, view, seq);
  if (typeof found === 'string') return found;
  if (found.message.onlyFor !== null) return 'notAllowed';
  return count >= LIMITS.pinnedMessages ? 'tooManyPins' : found.message;
}

const nameCards = readList<{ app: number; group: string }, { user: string }>()((db, { app, group }, items) =>
  db
    .selectFrom('group_members')
    .select(['user_id', 'name_card'])
    .where('app_id', '=', app)
    .where('group_id', '=', group)
    .where(
      'user_id',
      'in',
      items.map(({ user }) => user),
    ),
);

export async function listPinned(db: Db, query: MarkQuery): Promise<Found<PinnedMessage[]>> {
  const view = await viewOf(db, query);
  if (typeof view === 'string') return refused(view);
  const { app, target } = query;
  const rows = await pinned.all(db, query);
  const faces = await facesOf(
    db,
    app,
    rows.map(({ pinned_by }) => pinned_by),
  );
  const cards = await nameCards.all(db, { app, group: target.id }, faces);
  const messages = await withReceipts(db, view, rows.map(toStoredMessage));
  const value = messages.map((message, at): PinnedMessage => {
    const { pinned_by: by = '', pinned_at: time = 0 } = rows[at] ?? {};
    const { nick, faceUrl } = faces[at] ?? {};
    const nameCard = cards.find(({ user_id }) => user_id === by)?.name_card ?? '';
    const profile = {
      ...(nick === undefined ? {} : { nick }),
      ...(faceUrl === undefined ? {} : { faceUrl }),
      ...(nameCard === '' ? {} : { nameCard }),
    };
    return { message, by, time, profile };
  });
  return { type: 'found', value };
}
