import type { StoredMessage } from '../calls/messages.js';
import type { UserRef } from '../store.js';
import { readList } from './statement.js';
import type { Db } from './tables.js';

/* How far messages that ask for receipts were read, as it is told together with them. */

interface Place {
  readonly convId: string;
  readonly seq: number;
}

/** Of several conversations it may find more than was asked for: every place in each of them. */
const readers = readList<{ app: number }, Place>()((db, { app }, items) =>
  db
    .selectFrom('receipts')
    .select(['conv_id', 'seq', db.fn.countAll<number>().as('count'), db.fn.max('time').as('time')])
    .where('app_id', '=', app)
    .where(
      'conv_id',
      'in',
      items.map(({ convId }) => convId),
    )
    .where(
      'seq',
      'in',
      items.map(({ seq }) => seq),
    )
    .groupBy(['conv_id', 'seq']),
);

export interface ReaderCount extends Place {
  readonly count: number;
  /** When the last of them has read it. */
  readonly time: number;
}

/** How many people have said that they have read messages; those that nobody has read are left out. */
export async function countReaders(db: Db, app: number, places: readonly Place[]): Promise<ReaderCount[]> {
  const rows = await readers.all(db, { app }, places);
  return rows.map(({ conv_id: convId, seq, count, time }) => ({ convId, seq, count, time }));
}

const sentBy = readList<UserRef, Place>()((db, { app, user }, items) =>
  db
    .selectFrom('receipts')
    .select(['conv_id', 'seq'])
    .where('app_id', '=', app)
    .where(
      'conv_id',
      'in',
      items.map(({ convId }) => convId),
    )
    .where(
      'seq',
      'in',
      items.map(({ seq }) => seq),
    )
    .where('user_id', '=', user),
);

const key = ({ convId, seq }: Place): string => `${seq}/${convId}`;

/** A message of a conversation. */
export interface Told {
  readonly convId: string;
  readonly message: StoredMessage;
}

/** Messages with what only this user is told: how many have read his own, and which of the others' he has said to have read. */
export async function tellReceipts(db: Db, { app, user }: UserRef, told: readonly Told[]): Promise<StoredMessage[]> {
  const asking = told
    .filter(({ message }) => message.receiptTotal !== null)
    .map(({ convId, message: { seq, sender } }) => ({ convId, seq, isOwn: sender === user }));
  const own = asking.filter(({ isOwn }) => isOwn);
  const others = asking.filter(({ isOwn }) => !isOwn);
  const counts = new Map((await countReaders(db, app, own)).map((row) => [key(row), row.count]));
  const rows = await sentBy.all(db, { app, user }, others);
  const sent = new Set(rows.map(({ conv_id: convId, seq }) => key({ convId, seq })));
  return told.map(({ convId, message }) => {
    const { receiptTotal, seq, sender } = message;
    if (receiptTotal === null) return message;
    const place = key({ convId, seq });
    if (sender !== user) return sent.has(place) ? { ...message, receiptSent: true } : message;
    const receiptRead = counts.get(place);
    return receiptRead === undefined ? message : { ...message, receiptRead };
  });
}

/** The same for messages of one conversation. */
export function withReceipts(
  db: Db,
  { app, user, convId }: UserRef & { readonly convId: string },
  messages: readonly StoredMessage[],
): Promise<StoredMessage[]> {
  return tellReceipts(
    db,
    { app, user },
    messages.map((message) => ({ convId, message })),
  );
}
