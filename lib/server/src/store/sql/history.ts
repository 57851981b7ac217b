import { sql } from 'kysely';
import type { FindQuery, FoundMessages, HistoryPage, HistoryQuery, Refused, ViewRefusal } from '../calls/history.js';
import { MESSAGE_COLUMNS, toStoredMessage, type MessageRow } from './message-row.js';
import { withReceipts } from './receipt-state.js';
import { readList, statement } from './statement.js';
import type { Builder, Db, MessagesTable } from './tables.js';
import { findView, isRefused, readPlaces, type View } from './views.js';

/** Places between two others, which are not among them. */
interface Range {
  readonly above: number;
  readonly below: number;
}

interface Scan extends Range {
  readonly app: number;
  readonly user: string;
  readonly convId: string;
  readonly limit: number;
  readonly types: number;
}

type Order = 'asc' | 'desc';

const MORE_COLUMNS = ['messages.counted', 'messages.lasting', 'messages.types'] as const;

/** The messages in a range, in order, without those that the user has deleted; the key alone finds them. */
function range(db: Builder, { app, user, convId, above, below, limit }: Scan, order: Order) {
  return db
    .selectFrom('messages')
    .select([...MESSAGE_COLUMNS, ...MORE_COLUMNS])
    .where('messages.app_id', '=', app)
    .where('messages.conv_id', '=', convId)
    .where('messages.seq', '>', above)
    .where('messages.seq', '<', below)
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('hidden_messages')
            .select('hidden_messages.seq')
            .whereRef('hidden_messages.app_id', '=', 'messages.app_id')
            .where('hidden_messages.user_id', '=', user)
            .whereRef('hidden_messages.conv_id', '=', 'messages.conv_id')
            .whereRef('hidden_messages.seq', '=', 'messages.seq'),
        ),
      ),
    )
    .orderBy('messages.seq', order)
    .limit(limit);
}

const any = (order: Order) => statement<Scan>()((db, scan) => range(db, scan, order));
const typed = (order: Order) =>
  statement<Scan>()((db, scan) => range(db, scan, order).where(sql`(messages.types & ${scan.types})`, '<>', 0));

const scans = {
  any: { asc: any('asc'), desc: any('desc') },
  typed: { asc: typed('asc'), desc: typed('desc') },
};

export type FoundRow = MessageRow & Pick<MessagesTable, 'counted' | 'lasting' | 'types'>;

/** Whether a message that is for some members only is for this one. */
export function isFor(user: string, { sender, only_for: onlyFor }: Pick<MessageRow, 'sender' | 'only_for'>): boolean {
  return onlyFor === null || sender === user || (JSON.parse(onlyFor) as string[]).includes(user);
}

/** A search for kinds of messages looks at this many before it answers with what it has. */
const WINDOW = 5000;
const WINDOWS = 4;

/** Goes through a range of messages in one direction. */
class Walk {
  readonly found: FoundRow[] = [];
  /** Everything in the range was looked at. */
  isOver = false;
  private windows = 0;

  constructor(
    private readonly view: View,
    private range: Range,
    private readonly order: Order,
    private readonly types: number | undefined,
  ) {}

  /** Where the walk stands: everything before it was looked at. */
  get place(): number {
    return this.order === 'asc' ? this.range.above : this.range.below;
  }

  /** Finds this many messages, or fewer when there are no more or they are far away. */
  async find(db: Db, count: number): Promise<void> {
    while (this.found.length < count && !this.isOver && this.windows < WINDOWS) {
      await this.step(db, count - this.found.length);
    }
  }

  private async step(db: Db, count: number): Promise<void> {
    const { view, order, types } = this;
    const { app, user, convId } = view;
    const window = this.window();
    const scan = { app, user, convId, limit: count, types: types ?? 0, ...window };
    const rows = await scans[types === undefined ? 'any' : 'typed'][order].all(db, scan);
    this.found.push(...rows.filter((row) => isFor(user, row)));
    if (types !== undefined) this.windows += 1;
    this.moveTo(rows.length < count ? undefined : rows.at(-1)?.seq, window);
  }

  /** What the next statement looks at: as much as there is, unless it has to search. */
  private window(): Range {
    const { above, below } = this.range;
    if (this.types === undefined) return { above, below };
    return this.order === 'asc'
      ? { above, below: Math.min(below, above + WINDOW + 1) }
      : { above: Math.max(above, below - WINDOW - 1), below };
  }

  private moveTo(seq: number | undefined, window: Range): void {
    const { above, below } = this.range;
    if (this.order === 'asc') this.range = { above: seq ?? window.below - 1, below };
    else this.range = { above, below: seq ?? window.above + 1 };
    this.isOver = this.range.below - this.range.above <= 1;
  }
}

export async function listMessages(db: Db, query: HistoryQuery): Promise<HistoryPage | Refused<ViewRefusal>> {
  const view = await findView(db, query);
  if (isRefused(view)) return view;
  const { forward, from, limit } = query;
  const range = await rangeOf(db, view, query);
  const start = forward
    ? { above: Math.max(range.above, from ?? 0), below: range.below }
    : { above: range.above, below: Math.min(range.below, from ?? Infinity) };
  const walk = new Walk(view, start, forward ? 'asc' : 'desc', query.types);
  if (start.below - start.above > 1) await walk.find(db, limit + 1);
  else walk.isOver = true;
  const rows = cut(walk.found.slice(0, limit), query.maxBytes);
  const messages = await withReceipts(db, view, rows.map(toStoredMessage));
  const places = await readPlaces(db, view);
  const isCut = rows.length < walk.found.length;
  if (!isCut && walk.isOver) return { type: 'page', messages, finished: true, ...places };
  return { type: 'page', messages, finished: false, next: isCut ? (rows.at(-1)?.seq ?? 0) : walk.place, ...places };
}

/** As many messages as fit, but at least one. */
function cut(rows: readonly FoundRow[], maxBytes: number): readonly FoundRow[] {
  let bytes = 0;
  const end = rows.findIndex((row, at) => {
    bytes += row.body.length;
    return at > 0 && bytes > maxBytes;
  });
  return end === -1 ? rows : rows.slice(0, end);
}

/** The messages that the user can see and that are of the wanted time. */
async function rangeOf(db: Db, view: View, { since, until }: HistoryQuery): Promise<Range> {
  const whole = { above: view.above, below: view.head + 1 };
  const below = until === undefined ? whole.below : await firstAfter(db, view, until, whole);
  const above = since === undefined ? whole.above : (await firstAfter(db, view, since - 1, whole)) - 1;
  return { above: Math.max(above, whole.above), below };
}

const timeOf = statement<{ app: number; convId: string; seq: number }>()((db, { app, convId, seq }) =>
  db
    .selectFrom('messages')
    .select('time')
    .where('app_id', '=', app)
    .where('conv_id', '=', convId)
    .where('seq', '=', seq),
);

/** The first message after a time. Messages have no gaps and are in the order of their time, so it is found by halving. */
async function firstAfter(db: Db, { app, convId }: View, time: number, { above, below }: Range): Promise<number> {
  let [low, high] = [above + 1, below];
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    const row = await timeOf.first(db, { app, convId, seq: middle });
    if (row !== undefined && row.time > time) high = middle;
    else low = middle + 1;
  }
  return low;
}

const bySeqs = readList<{ app: number; user: string; convId: string }, { seq: number }>()(
  (db, { app, user, convId }, items) =>
    range(
      db,
      { app, user, convId, above: 0, below: Number.MAX_SAFE_INTEGER, limit: items.length, types: 0 },
      'asc',
    ).where(
      'messages.seq',
      'in',
      items.map(({ seq }) => seq),
    ),
);

const stored = statement<{ app: number; convId: string; seq: number }>()((db, { app, convId, seq }) =>
  db
    .selectFrom('messages')
    .select([...MESSAGE_COLUMNS, ...MORE_COLUMNS])
    .where('app_id', '=', app)
    .where('conv_id', '=', convId)
    .where('seq', '=', seq),
);

/** A message that the user may know of, also when he has deleted it for himself. */
export async function findStored(
  db: Db,
  { app, user, convId, floor }: View,
  seq: number,
): Promise<FoundRow | undefined> {
  const row = await stored.first(db, { app, convId, seq });
  return row !== undefined && row.seq > floor && isFor(user, row) ? row : undefined;
}

/** The named messages that the user can see, in the order of the conversation. */
export async function findVisible(db: Db, view: View, seqs: readonly number[]): Promise<FoundRow[]> {
  const { app, user, convId, above } = view;
  const items = [...new Set(seqs)].sort((a, b) => a - b).map((seq) => ({ seq }));
  const rows = await bySeqs.all(db, { app, user, convId }, items);
  return rows.filter((row) => row.seq > above && isFor(user, row));
}

export async function findMessages(db: Db, query: FindQuery): Promise<FoundMessages | Refused<ViewRefusal>> {
  const view = await findView(db, query);
  if (isRefused(view)) return view;
  const all = await findVisible(db, view, query.seqs);
  const rows = cut(all, query.maxBytes);
  const rest = all.slice(rows.length).map(({ seq }) => seq);
  const messages = await withReceipts(db, view, rows.map(toStoredMessage));
  return { type: 'found', messages, rest, ...(await readPlaces(db, view)) };
}

/** How many messages to look at for the newest one that may be the last. */
const FEW = 8;

/** The newest message that the user can see and that may be the last one of its conversation. */
export async function lastVisible(db: Db, view: View): Promise<FoundRow | undefined> {
  const walk = new Walk(view, { above: view.above, below: view.head + 1 }, 'desc', undefined);
  let seen = 0;
  walk.isOver = view.head <= view.above;
  while (!walk.isOver) {
    await walk.find(db, seen + FEW);
    const last = walk.found.slice(seen).find(({ lasting }) => lasting === 1);
    if (last !== undefined) return last;
    seen = walk.found.length;
  }
  return undefined;
}
