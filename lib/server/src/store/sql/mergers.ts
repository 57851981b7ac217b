import type { MergerRef } from '../calls/history.js';
import { statement } from './statement.js';
import type { Db } from './tables.js';

interface Merger extends MergerRef {
  readonly user: string;
  readonly messages: string;
  readonly now: number;
}

const insert = statement<Merger>()((db, { app, key, user, messages, now }) =>
  db.insertInto('mergers').values({ app_id: app, merger_key: key, user_id: user, messages, time: now }),
);

const find = statement<MergerRef>()((db, { app, key }) =>
  db.selectFrom('mergers').select('messages').where('app_id', '=', app).where('merger_key', '=', key),
);

export async function keepMerger(db: Db, merger: Merger): Promise<void> {
  await insert.all(db, merger);
}

export async function findMerger(db: Db, ref: MergerRef): Promise<string | undefined> {
  return (await find.first(db, ref))?.messages;
}
