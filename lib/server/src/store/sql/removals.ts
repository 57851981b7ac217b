import type { Mention } from '@tim-node/protocol';
import type { ConversationRef, Refused, ViewRefusal, Written } from '../calls/history.js';
import { lockConversation } from './conversation-lock.js';
import { findVisible, lastVisible, type FoundRow } from './history.js';
import { log, type NewEntry } from './log.js';
import { toStoredMessage } from './message-row.js';
import { parseMentions, setMentions } from './mentions.js';
import { statement, writeList } from './statement.js';
import type { Db, HiddenMessagesTable } from './tables.js';
import { findView, isRefused, type View } from './views.js';

const hide = writeList<object, HiddenMessagesTable>()((db, _values, items) =>
  db
    .insertInto('hidden_messages')
    .values(items.map(({ app_id, user_id, conv_id, seq }) => ({ app_id, user_id, conv_id, seq })))
    .onConflict((conflict) => conflict.columns(['app_id', 'user_id', 'conv_id', 'seq']).doNothing()),
);

interface Key {
  readonly app: number;
  readonly user: string;
  readonly convId: string;
}

const setSeen = statement<Key & { seen: number }>()((db, { app, user, convId, seen }) =>
  db
    .updateTable('user_conversations')
    .set({ seen })
    .where('app_id', '=', app)
    .where('user_id', '=', user)
    .where('conv_id', '=', convId),
);

/** Deletes messages for one user. */
export async function deleteMessages(
  db: Db,
  query: ConversationRef & { readonly seqs: readonly number[] },
): Promise<Written | Refused<ViewRefusal>> {
  await lockConversation(db, query);
  const view = await findView(db, query);
  if (isRefused(view)) return view;
  const rows = await findVisible(db, view, query.seqs);
  if (rows.length === 0) return { type: 'written', entries: [] };
  const { app, user, convId, target } = query;
  const seqs = rows.map(({ seq }) => seq);
  await hide.all(
    db,
    {},
    seqs.map((seq) => ({ app_id: app, user_id: user, conv_id: convId, seq })),
  );
  const news = await forget(db, view, rows);
  const entries: NewEntry[] = [{ user, change: { kind: 'deleted', target, seqs } }];
  const rest = await whatIsLeft(db, view, seqs, news);
  if (rest !== undefined) entries.push(rest);
  return { type: 'written', entries: await log(db, app, entries) };
}

interface News {
  readonly unread?: number;
  readonly mentions?: Mention[];
}

/** What is deleted is no news any more. */
async function forget(db: Db, view: View, rows: readonly FoundRow[]): Promise<News> {
  const { app, user, convId } = view;
  const news = rows.filter(({ seq, sender, counted }) => counted === 1 && sender !== user && seq > view.readSeq).length;
  const gone = new Set(rows.map(({ seq }) => seq));
  const mentions = parseMentions(view.mentions);
  const left = mentions.filter(({ seq }) => !gone.has(seq));
  if (news > 0) await setSeen.all(db, { app, user, convId, seen: view.seen + news });
  if (left.length < mentions.length) await setMentions(db, view, left);
  return {
    ...(news === 0 ? {} : { unread: Math.max(0, view.counted - view.seen - news) }),
    ...(left.length === mentions.length ? {} : { mentions: left }),
  };
}

/** The entry that says how the conversation is now, when that has changed. */
async function whatIsLeft(db: Db, view: View, gone: readonly number[], news: News): Promise<NewEntry | undefined> {
  const { user, convId, target } = view;
  const last = await lastVisible(db, view);
  const lastHasGone = Math.max(...gone) > (last?.seq ?? 0);
  if (!lastHasGone && Object.keys(news).length === 0) return undefined;
  const changes = { ...news, ...(lastHasGone && last === undefined ? { last: null } : {}) };
  const change = { kind: 'conversation', target, changes } as NewEntry['change'];
  if (!lastHasGone || last === undefined) return { user, change };
  return { user, change, about: { convId, message: toStoredMessage(last) } };
}

const clear = statement<Key & { upTo: number; seen: number }>()((db, { app, user, convId, upTo, seen }) =>
  db
    .updateTable('user_conversations')
    .set({ clear_seq: upTo, seen, mentions: null })
    .where('app_id', '=', app)
    .where('user_id', '=', user)
    .where('conv_id', '=', convId),
);

/** What is below the place up to which everything was deleted need not be kept one by one. */
const unhide = statement<Key & { upTo: number }>()((db, { app, user, convId, upTo }) =>
  db
    .deleteFrom('hidden_messages')
    .where('app_id', '=', app)
    .where('user_id', '=', user)
    .where('conv_id', '=', convId)
    .where('seq', '<=', upTo),
);

/** Deletes all messages of a conversation for one user. */
export async function clearMessages(db: Db, query: ConversationRef): Promise<Written | Refused<ViewRefusal>> {
  await lockConversation(db, query);
  const view = await findView(db, query);
  if (isRefused(view)) return view;
  const { app, user, convId, target } = query;
  const { head: upTo, counted: seen } = view;
  if (view.above >= upTo) return { type: 'written', entries: [] };
  await clear.all(db, { app, user, convId, upTo, seen });
  await unhide.all(db, { app, user, convId, upTo });
  const changes = { unread: 0, last: null, mentions: [] };
  const entries = [
    { user, change: { kind: 'cleared', target, upTo } as NewEntry['change'] },
    { user, change: { kind: 'conversation', target, changes } as NewEntry['change'] },
  ];
  return { type: 'written', entries: await log(db, app, entries) };
}
