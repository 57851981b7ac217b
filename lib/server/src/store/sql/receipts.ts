import type { NamedReceipt, Receipt } from '@tim-node/protocol';
import type { Changed, Found, PlacesQuery, ReadersQuery, UsersPage } from '../calls/marks.js';
import type { StoredMessage } from '../calls/messages.js';
import { lockConversation } from './conversation-lock.js';
import { log, type NewEntry } from './log.js';
import { countReaders } from './receipt-state.js';
import { statement, writeList } from './statement.js';
import type { Db } from './tables.js';
import { facesOf, findOneTouched, findTouched, refused, targetFor, type Touched } from './touch.js';

interface Reading {
  readonly app: number;
  readonly convId: string;
  readonly user: string;
  readonly now: number;
}

const insert = writeList<Reading, { seq: number }>()((db, { app, convId, user, now }, items) =>
  db
    .insertInto('receipts')
    .values(items.map(({ seq }) => ({ app_id: app, conv_id: convId, seq, user_id: user, time: now })))
    .onConflict((conflict) => conflict.columns(['app_id', 'conv_id', 'seq', 'user_id']).doNothing())
    .returning('seq'),
);

export async function sendReceipts(db: Db, request: PlacesQuery & { readonly now: number }): Promise<Changed> {
  const { app, user, convId, now } = request;
  await lockConversation(db, request);
  const found = await findTouched(db, request, request.seqs);
  if (typeof found === 'string') return refused(found);
  const wanted = found.filter(({ row }) => row.receipt_total !== null && row.sender !== user);
  const items = wanted.map(({ message: { seq } }) => ({ seq }));
  const fresh = new Set((await insert.all(db, { app, convId, user, now }, items)).map(({ seq }) => seq));
  const news = wanted.filter(({ message }) => fresh.has(message.seq));
  if (news.length === 0) return { type: 'changed', logged: [], value: undefined };
  const seqs = news.map(({ message }) => message.seq);
  const mine: NewEntry = { user, change: { kind: 'receiptsSent', target: request.target, seqs } };
  const entries = [mine, ...tell(user, now, news, await countsOf(db, request, news))];
  return { type: 'changed', logged: await log(db, app, entries), value: undefined };
}

/** One entry for each sender. */
function tell(by: string, time: number, read: readonly Touched[], counts: readonly Receipt[]): NewEntry[] {
  const bySender = new Map<string, { readonly message: StoredMessage; readonly receipts: NamedReceipt[] }>();
  for (const [at, { message }] of read.entries()) {
    const receipt = counts[at];
    if (receipt === undefined) continue;
    const { sender, clientTime, random } = message;
    const ofSender = bySender.get(sender) ?? { message, receipts: [] };
    bySender.set(sender, ofSender);
    ofSender.receipts.push({ ...receipt, clientTime, random });
  }
  return [...bySender].map(([user, { message, receipts }]) => {
    const change = { kind: 'receipts' as const, target: targetFor(user, message), receipts, by, time };
    return { user, change };
  });
}

async function countsOf(
  db: Db,
  { app, convId }: { readonly app: number; readonly convId: string },
  messages: readonly Touched[],
): Promise<Receipt[]> {
  const places = messages.map(({ message: { seq } }) => ({ convId, seq }));
  const rows = await countReaders(db, app, places);
  const counts = new Map(rows.map((row) => [row.seq, row]));
  return messages.map(({ row: { seq, receipt_total: total } }) => {
    const { count: read, time } = counts.get(seq) ?? { count: 0, time: 0 };
    return { seq, read, unread: Math.max(0, (total ?? 0) - read), time };
  });
}

export async function countReceipts(db: Db, query: PlacesQuery): Promise<Found<Receipt[]>> {
  const found = await findTouched(db, query, query.seqs);
  if (typeof found === 'string') return refused(found);
  const own = found.filter(({ row }) => row.receipt_total !== null && row.sender === query.user);
  return { type: 'found', value: await countsOf(db, query, own) };
}

interface ReadersPage {
  readonly app: number;
  readonly convId: string;
  readonly seq: number;
  readonly after: string;
  readonly limit: number;
}

const readersAfter = statement<ReadersPage>()((db, { app, convId, seq, after, limit }) =>
  db
    .selectFrom('receipts')
    .select('user_id')
    .where('app_id', '=', app)
    .where('conv_id', '=', convId)
    .where('seq', '=', seq)
    .where('user_id', '>', after)
    .orderBy('user_id')
    .limit(limit),
);

type OthersPage = ReadersPage & { group: string; sender: string; time: number };

/** Those who were there when the message was sent and have not said that they have read it. */
const othersAfter = statement<OthersPage>()((db, { app, convId, seq, after, limit, group, sender, time }) =>
  db
    .selectFrom('group_members')
    .leftJoin('receipts', (join) =>
      join
        .onRef('receipts.app_id', '=', 'group_members.app_id')
        .on('receipts.conv_id', '=', convId)
        .on('receipts.seq', '=', seq)
        .onRef('receipts.user_id', '=', 'group_members.user_id'),
    )
    .select('group_members.user_id')
    .where('group_members.app_id', '=', app)
    .where('group_members.group_id', '=', group)
    .where('group_members.user_id', '>', after)
    .where('group_members.user_id', '!=', sender)
    .where('group_members.joined_at', '<=', time)
    .where('receipts.user_id', 'is', null)
    .orderBy('group_members.user_id')
    .limit(limit),
);

/** Members whom a message can be for at all: more than one page of a targeted message never exists. */
const ALL = 10_000;

export async function listReaders(db: Db, query: ReadersQuery): Promise<Found<UsersPage>> {
  const { app, user, target, convId, seq, read, after, limit } = query;
  if (target.type !== 'group') return refused('noGroup');
  const found = await findOneTouched(db, query, seq);
  if (typeof found === 'string') return refused(found);
  const { message, row } = found;
  if (message.sender !== user) return refused('notAllowed');
  if (row.receipt_total === null) return refused('notWanted');
  const targeted = message.onlyFor === null ? undefined : new Set(JSON.parse(message.onlyFor) as string[]);
  const page = { app, convId, seq, after, limit: targeted === undefined ? limit + 1 : ALL };
  const { sender, time } = message;
  const rows = read
    ? await readersAfter.all(db, page)
    : await othersAfter.all(db, { ...page, group: target.id, sender, time });
  const users = rows.map(({ user_id }) => user_id).filter((each) => targeted?.has(each) ?? true);
  const value = { users: await facesOf(db, app, users.slice(0, limit)), finished: users.length <= limit };
  return { type: 'found', value };
}
