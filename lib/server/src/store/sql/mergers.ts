import type { MergerRef, NewMerger } from '../calls/history.js';
import { addMediaUses, ofMerger, readableMedia } from './media.js';
import { statement } from './statement.js';
import type { Db } from './tables.js';

const insert = statement<Omit<NewMerger, 'media' | 'mergers'>>()((db, { app, key, user, messages, now }) =>
  db.insertInto('mergers').values({ app_id: app, merger_key: key, user_id: user, messages, time: now }),
);

const find = statement<MergerRef>()((db, { app, key }) =>
  db.selectFrom('mergers').select('messages').where('app_id', '=', app).where('merger_key', '=', key),
);

/** Files that the sender may not see are left out, and those of merged messages that are in here go along. */
export async function keepMerger(db: Db, merger: NewMerger): Promise<void> {
  const { app, key, user, messages, now, media = [], mergers = [] } = merger;
  await insert.all(db, { app, key, user, messages, now });
  const ids = media.length === 0 ? [] : await readableMedia(db, { app, user, ids: media });
  await addMediaUses(db, app, [{ convId: ofMerger(key), ids, mergers }]);
}

export async function findMerger(db: Db, ref: MergerRef): Promise<string | undefined> {
  return (await find.first(db, ref))?.messages;
}
