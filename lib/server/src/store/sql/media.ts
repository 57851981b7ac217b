import type { MediaAnnouncement, MediaFile, MediaQuery, MediaRef, SweepQuery } from '../calls/media.js';
import { readList, statement, writeList } from './statement.js';
import { lockAccount } from './accounts.js';
import type { Db, MediaTable, MediaUsesTable } from './tables.js';

const insert = writeList<object, MediaTable>()((db, _values, items) =>
  db.insertInto('media').values(
    items.map(({ app_id, media_id, user_id, kind, name, size, complete, time }) => ({
      app_id,
      media_id,
      user_id,
      kind,
      name,
      size,
      complete,
      time,
    })),
  ),
);

const taken = statement<{ app: number; user: string }>()((db, { app, user }) =>
  db
    .selectFrom('media')
    .select((eb) => eb.fn.sum<number | string | null>('size').as('bytes'))
    .where('app_id', '=', app)
    .where('user_id', '=', user),
);

export async function announceMedia(db: Db, announcement: MediaAnnouncement): Promise<boolean> {
  const { app, user, id, kind, name, size, now, quota } = announcement;
  if (quota !== undefined) {
    // Two announcements of one user must not both see room for one.
    await lockAccount(db, { app, user }, now);
    const bytes = Number((await taken.first(db, { app, user }))?.bytes ?? 0);
    if (bytes + size > quota) return false;
  }
  await insert.all(db, {}, [{ app_id: app, media_id: id, user_id: user, kind, name, size, complete: 0, time: now }]);
  return true;
}

const find = statement<MediaRef>()((db, { app, id }) =>
  db
    .selectFrom('media')
    .select(['user_id', 'kind', 'name', 'size', 'complete'])
    .where('app_id', '=', app)
    .where('media_id', '=', id),
);

export async function findMedia(db: Db, { app, id }: MediaRef): Promise<MediaFile | undefined> {
  const row = await find.first(db, { app, id });
  if (row === undefined) return undefined;
  const { user_id: user, kind, name, size, complete } = row;
  return { app, id, user, kind, name, size, complete: complete === 1 };
}

const complete = statement<MediaRef>()((db, { app, id }) =>
  db.updateTable('media').set({ complete: 1 }).where('app_id', '=', app).where('media_id', '=', id),
);

export async function completeMedia(db: Db, { app, id }: MediaRef): Promise<void> {
  await complete.all(db, { app, id });
}

const drop = statement<MediaRef>()((db, { app, id }) =>
  db.deleteFrom('media').where('app_id', '=', app).where('media_id', '=', id).where('complete', '=', 0),
);

export async function dropMedia(db: Db, { app, id }: MediaRef): Promise<void> {
  await drop.all(db, { app, id });
}

/** A file in a conversation: between two users for both of them, in a group for those who are in it. */
const readable = readList<{ app: number; user: string }, { id: string }>()((db, { app, user }, items) =>
  db
    .selectFrom('media as m')
    .select('m.media_id')
    .where('m.app_id', '=', app)
    .where(
      'm.media_id',
      'in',
      items.map(({ id }) => id),
    )
    .where('m.complete', '=', 1)
    .where((eb) =>
      eb.or([
        eb('m.user_id', '=', user),
        eb.exists(
          eb
            .selectFrom('media_uses as u')
            .innerJoin('user_conversations as c', (join) =>
              join.onRef('c.app_id', '=', 'u.app_id').onRef('c.conv_id', '=', 'u.conv_id'),
            )
            .leftJoin('group_members as g', (join) =>
              join
                .onRef('g.app_id', '=', 'c.app_id')
                .onRef('g.group_id', '=', 'c.target_id')
                .onRef('g.user_id', '=', 'c.user_id'),
            )
            .select('u.media_id')
            .whereRef('u.app_id', '=', 'm.app_id')
            .whereRef('u.media_id', '=', 'm.media_id')
            .where('c.user_id', '=', user)
            .where((or) => or.or([or('c.target_type', '=', 'c2c'), or('g.user_id', 'is not', null)])),
        ),
      ]),
    ),
);

export async function readableMedia(db: Db, { app, user, ids }: MediaQuery): Promise<readonly string[]> {
  const rows = await readable.all(
    db,
    { app, user },
    ids.map((id) => ({ id })),
  );
  return [...new Set(rows.map(({ media_id }) => media_id))];
}

/** Whether a user may put all these files into a message: they are complete, and he may see them. */
export async function maySendMedia(db: Db, query: MediaQuery): Promise<boolean> {
  if (query.ids.length === 0) return true;
  const found = await readableMedia(db, query);
  return found.length === new Set(query.ids).size;
}

const insertUses = writeList<object, MediaUsesTable>()((db, _values, items) =>
  db
    .insertInto('media_uses')
    .values(items.map(({ app_id, media_id, conv_id }) => ({ app_id, media_id, conv_id })))
    .onConflict((conflict) => conflict.columns(['app_id', 'media_id', 'conv_id']).doNothing()),
);

/** Files that are in a conversation from now on. */
interface MediaUse {
  readonly convId: string;
  readonly ids: readonly string[];
  /** Keys of merged messages whose files are meant, too. */
  readonly mergers?: readonly string[];
}

/** Under this name, which no conversation has, stand the files of merged messages. */
export const ofMerger = (key: string): string => `merger:${key}`;

const inMergers = readList<{ app: number }, { name: string }>()((db, { app }, items) =>
  db
    .selectFrom('media_uses')
    .select(['conv_id', 'media_id'])
    .where('app_id', '=', app)
    .where(
      'conv_id',
      'in',
      items.map(({ name }) => name),
    ),
);

/** Notes in which conversations files are, so that those who read there may fetch them. */
export async function addMediaUses(db: Db, app: number, uses: readonly MediaUse[]): Promise<void> {
  const names = new Set(uses.flatMap(({ mergers = [] }) => mergers.map(ofMerger)));
  const merged = await inMergers.all(
    db,
    { app },
    [...names].map((name) => ({ name })),
  );
  const idsOf = ({ ids, mergers = [] }: MediaUse): Set<string> => {
    const wanted = new Set(mergers.map(ofMerger));
    return new Set([...ids, ...merged.filter(({ conv_id }) => wanted.has(conv_id)).map(({ media_id }) => media_id)]);
  };
  const rows = uses.flatMap((use) => [...idsOf(use)].map((id) => ({ app_id: app, media_id: id, conv_id: use.convId })));
  rows.sort((a, b) => (a.media_id + a.conv_id < b.media_id + b.conv_id ? -1 : 1));
  await insertUses.all(db, {}, rows);
}

const unneeded = statement<SweepQuery>()((db, { unfinishedBefore, unusedBefore, limit }) =>
  db
    .selectFrom('media as m')
    .select(['m.app_id', 'm.media_id'])
    .where((eb) =>
      eb.or([
        eb.and([eb('m.complete', '=', 0), eb('m.time', '<', unfinishedBefore)]),
        eb.and([
          eb('m.time', '<', unusedBefore),
          eb.not(
            eb.exists(
              eb
                .selectFrom('media_uses as u')
                .select('u.media_id')
                .whereRef('u.app_id', '=', 'm.app_id')
                .whereRef('u.media_id', '=', 'm.media_id'),
            ),
          ),
        ]),
      ]),
    )
    .orderBy('m.app_id')
    .orderBy('m.media_id')
    .limit(limit),
);

const forget = statement<MediaRef>()((db, { app, id }) =>
  db.deleteFrom('media').where('app_id', '=', app).where('media_id', '=', id),
);

export async function sweepMedia(db: Db, query: SweepQuery): Promise<readonly MediaRef[]> {
  const rows = await unneeded.all(db, query);
  const files = rows.map(({ app_id: app, media_id: id }) => ({ app, id }));
  for (const file of files) await forget.all(db, file);
  return files;
}
