import type { Readers, Send } from '../calls/messages.js';
import type { Audience } from './audience.js';
import { insertMessagesIntoLogs, lockLogs, placesInLogs } from './log.js';
import { statement } from './statement.js';
import type { Db } from './tables.js';

/** Messages that follow each other in a conversation and have the same readers: in each log they are neighbours too. */
export interface Run {
  readonly convId: string;
  readonly sends: readonly Send[];
  readonly readers: readonly string[];
  /** The group whose members are the readers, all of them. */
  readonly group: string | undefined;
  /** Place of the first in the conversation, when it is known. */
  first: number;
  /** When they come, for all who see them: in a conversation no message is older than the one before it. */
  time: number;
}

/** Groups with at least so many members get their entries by one statement that never leaves the database. */
const LARGE = 32;

interface Draft {
  readonly sends: Send[];
  readonly readers: readonly string[];
  /** Nothing has come in between for any of its readers. */
  open: boolean;
}

/** Puts messages together that can be written together. The order in which anybody gets messages stays. */
export function runsOf(sends: readonly Send[], audience: Audience): Run[] {
  const drafts: Draft[] = [];
  const latest = new Map<string, Draft>();
  const latestOfReader = new Map<string, Draft>();
  for (const send of sends) {
    const before = latest.get(send.convId);
    if (before?.open === true && send.onlyFor === undefined && before.sends[0]?.onlyFor === undefined) {
      before.sends.push(send);
      continue;
    }
    const draft: Draft = { sends: [send], readers: audience.readers(send), open: true };
    for (const reader of draft.readers) {
      const other = latestOfReader.get(reader);
      if (other !== undefined) other.open = false;
      latestOfReader.set(reader, draft);
    }
    latest.set(send.convId, draft);
    drafts.push(draft);
  }
  return drafts.flatMap(({ sends: together, readers }) => {
    const [head] = together;
    if (head === undefined) return [];
    const { convId, target, onlyFor, time } = head;
    const group = target.type === 'group' && onlyFor === undefined ? target.id : undefined;
    return [{ convId, sends: together, readers, group, first: 0, time }];
  });
}

/** Whether its readers are taken from the table of members, places in their logs included. */
export const isLarge = ({ group, readers }: Run): boolean => group !== undefined && readers.length >= LARGE;

/** Makes room for runs in the logs of their readers and writes the entries. Their places in conversations are known. */
export async function writeRuns(db: Db, app: number, runs: readonly Run[]): Promise<Map<Run, Readers>> {
  if (db.shared === true && runs.length > 1 && runs.some(isLarge)) {
    // Each statement locks in order; that several do so together needs all locks beforehand.
    const everybody = runs.flatMap(({ readers }) => readers);
    await lockLogs(db, app, everybody);
  }
  const written = new Map<Run, Readers>();
  let small: Run[] = [];
  const writeWaiting = async (): Promise<void> => {
    const waiting = small;
    small = [];
    const room = await roomFor(db, app, waiting);
    await writeSmall(db, app, room);
    for (const [run, readers] of room) written.set(run, readers);
  };
  for (const run of runs) {
    if (!isLarge(run)) {
      small.push(run);
      continue;
    }
    await writeWaiting();
    written.set(run, await writeLarge(db, app, run));
  }
  await writeWaiting();
  return written;
}

/** Makes room for small runs in the logs of their readers. */
export async function roomFor(db: Db, app: number, runs: readonly Run[]): Promise<Map<Run, Readers>> {
  const entries = runs.flatMap(({ sends, readers }) => sends.flatMap(() => readers));
  const places = await placesInLogs(db, app, entries);
  const firsts = ({ sends, readers }: Run): number[] => readers.map((user) => places.take(user, sends.length));
  return new Map(runs.map((run) => [run, { users: run.readers, firsts: firsts(run) }]));
}

/** Writes their entries into that room. */
export function writeSmall(db: Db, app: number, room: ReadonlyMap<Run, Readers>): Promise<void> {
  const rows = [...room].flatMap(([{ convId, first, sends }, { users, firsts }]) => {
    const [span, more] = [sends.length, sends.length - 1];
    return users.map((user, at) => {
      return { user_id: user, seq: (firsts[at] ?? 0) + more, conv_id: convId, msg_seq: first + more, span };
    });
  });
  return insertMessagesIntoLogs(db, app, rows);
}

interface LargeRun {
  readonly app: number;
  readonly group: string;
  readonly convId: string;
  /** Place of the last message in the conversation. */
  readonly last: number;
  readonly count: number;
}

/** In the order of names, as everywhere: two transactions must not wait for each other in a circle. */
const growMembers = statement<LargeRun>()((db, { app, group, count }) =>
  db
    .insertInto('user_logs')
    .columns(['app_id', 'user_id', 'head', 'floor', 'acked'])
    .expression((eb) =>
      eb
        .selectFrom('group_members')
        .select((make) => [
          'app_id',
          'user_id',
          make.cast<number>(make.val(count), 'bigint').as('head'),
          make.lit(0).as('floor'),
          make.lit(0).as('acked'),
        ])
        .where('app_id', '=', app)
        .where('group_id', '=', group)
        .orderBy('user_id'),
    )
    .onConflict((conflict) =>
      conflict
        .columns(['app_id', 'user_id'])
        .doUpdateSet((eb) => ({ head: eb('user_logs.head', '+', eb.ref('excluded.head')) })),
    )
    .returning(['user_id', 'head']),
);

/** One row for each member, however many messages came together. */
const insertForMembers = statement<LargeRun>()((db, { app, group, convId, last, count }) =>
  db
    .insertInto('log')
    .columns(['app_id', 'user_id', 'seq', 'kind', 'conv_id', 'msg_seq', 'data', 'span'])
    .expression((eb) =>
      eb
        .selectFrom('group_members')
        .innerJoin('user_logs', (join) =>
          join
            .onRef('user_logs.app_id', '=', 'group_members.app_id')
            .onRef('user_logs.user_id', '=', 'group_members.user_id'),
        )
        .select((make) => [
          'group_members.app_id',
          'group_members.user_id',
          'user_logs.head as seq',
          make.val('message').as('kind'),
          make.val(convId).as('conv_id'),
          make.cast<number>(make.val(last), 'bigint').as('msg_seq'),
          make.lit(null).as('data'),
          make.cast<number>(make.val(count), 'integer').as('span'),
        ])
        .where('group_members.app_id', '=', app)
        .where('group_members.group_id', '=', group),
    ),
);

async function writeLarge(db: Db, app: number, { group = '', convId, first, sends }: Run): Promise<Readers> {
  const count = sends.length;
  const run: LargeRun = { app, group, convId, last: first + count - 1, count };
  const grown = await growMembers.all(db, run);
  await insertForMembers.all(db, run);
  return { users: grown.map(({ user_id }) => user_id), firsts: grown.map(({ head }) => head - count + 1) };
}
