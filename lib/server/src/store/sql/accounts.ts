import type { ImportRequest, UserRef, UsersQuery } from '../store.js';
import { statement, tableStatement } from './statement.js';
import type { Db } from './tables.js';

export interface AccountRow {
  readonly deleted_at: number | null;
  readonly sig_not_before: number;
}

const account = statement<UserRef>()((db, { app, user }) =>
  db
    .selectFrom('accounts')
    .select(['deleted_at', 'sig_not_before'])
    .where('app_id', '=', app)
    .where('user_id', '=', user),
);

export function findAccount(db: Db, user: UserRef): Promise<AccountRow | undefined> {
  return account.first(db, user);
}

const locked = statement<UserRef>()((db, { app, user }) =>
  db
    .selectFrom('accounts')
    .select(['deleted_at', 'sig_not_before'])
    .where('app_id', '=', app)
    .where('user_id', '=', user)
    .forUpdate(),
);

/** The account, if there is one, with its row locked. */
export function lockedAccount(db: Db, user: UserRef): Promise<AccountRow | undefined> {
  return locked.first(db, user);
}

const registered = statement<UserRef & { now: number }>()((db, { app, user, now }) =>
  db
    .insertInto('accounts')
    .values({ app_id: app, user_id: user, created_at: now, sig_not_before: 0 })
    .onConflict((conflict) =>
      conflict.columns(['app_id', 'user_id']).doUpdateSet((eb) => ({ user_id: eb.ref('excluded.user_id') })),
    )
    .returning(['deleted_at', 'sig_not_before']),
);

/**
 * The account, registered if it is new. The update that changes nothing takes the lock of the row, so that
 * all decisions about one account happen one after the other, from whichever node they come.
 */
export async function lockAccount(db: Db, user: UserRef, now: number): Promise<AccountRow> {
  return (await registered.first(db, { ...user, now })) ?? { deleted_at: null, sig_not_before: 0 };
}

/** Whether a UserSig that was made at `sigTime` has been made useless. */
export function isRevoked(row: AccountRow | undefined, sigTime: number): boolean {
  const watermark = watermarkOf(row);
  return watermark > 0 && sigTime <= watermark;
}

/** UserSigs made at or before this second are useless; 0 for none. */
export function watermarkOf(row: AccountRow | undefined): number {
  return Math.max(row?.sig_not_before ?? 0, row?.deleted_at ?? 0);
}

export async function sigRevoked(
  db: Db,
  { app, user, sigTime }: UserRef & { readonly sigTime: number },
): Promise<boolean> {
  return isRevoked(await findAccount(db, { app, user }), sigTime);
}

const setWatermark = statement<UserRef & { watermark: number }>()((db, { app, user, watermark }) =>
  db
    .updateTable('accounts')
    .set({ sig_not_before: watermark, deleted_at: null })
    .where('app_id', '=', app)
    .where('user_id', '=', user),
);

/** Moves the watermark. An account that was deleted exists again. */
export async function moveWatermark(db: Db, user: UserRef, watermark: number): Promise<void> {
  await setWatermark.all(db, { ...user, watermark });
}

const importOne = statement<UserRef & { nick: string | null; faceUrl: string | null; now: number }>()(
  (db, { app, user, nick, faceUrl, now }) =>
    db
      .insertInto('accounts')
      .values({ app_id: app, user_id: user, nick, face_url: faceUrl, created_at: now, sig_not_before: 0 })
      .onConflict((conflict) =>
        conflict.columns(['app_id', 'user_id']).doUpdateSet((eb) => ({
          nick: eb.fn.coalesce('excluded.nick', 'accounts.nick'),
          face_url: eb.fn.coalesce('excluded.face_url', 'accounts.face_url'),
          deleted_at: null,
        })),
      ),
);

/** Creates accounts, or updates what is given of those that exist. */
export async function importAccounts(db: Db, { accounts, now }: ImportRequest): Promise<void> {
  const inOrder = [...accounts].sort((a, b) => (a.user < b.user ? -1 : 1));
  for (const { app, user, nick, faceUrl } of inOrder) {
    await importOne.all(db, { app, user, nick: nick ?? null, faceUrl: faceUrl ?? null, now });
  }
}

export async function findAccounts(db: Db, query: UsersQuery): Promise<readonly string[]> {
  return (await findProfiles(db, query)).map((row) => row.user_id);
}

export interface ProfileRow {
  readonly user_id: string;
  readonly nick: string | null;
  readonly face_url: string | null;
}

const profiles = tableStatement<{ app: number }, { user: string }>({ user: 'text' })((db, { app }, given) =>
  db
    .selectFrom('accounts')
    .select(['user_id', 'nick', 'face_url'])
    .where('app_id', '=', app)
    .where('user_id', 'in', db.selectFrom(given).select('given.user'))
    .where('deleted_at', 'is', null),
);

/** Nick and face of those that exist. */
export async function findProfiles(db: Db, { app, users }: UsersQuery): Promise<readonly ProfileRow[]> {
  return profiles.all(
    db,
    { app },
    [...new Set(users)].map((user) => ({ user })),
  );
}

/** Nothing of earlier conversations is shown to whoever gets the name next. */
const leaveConversations = statement<UserRef>()((db, { app, user }) =>
  db
    .updateTable('user_conversations')
    .from('conversations')
    .set((eb) => ({
      hidden_seq: eb.ref('conversations.head'),
      clear_seq: eb.ref('conversations.head'),
      read_seq: eb.ref('conversations.head'),
      seen: eb.ref('conversations.counted'),
      mentions: null,
    }))
    .whereRef('conversations.app_id', '=', 'user_conversations.app_id')
    .whereRef('conversations.conv_id', '=', 'user_conversations.conv_id')
    .where('user_conversations.app_id', '=', app)
    .where('user_conversations.user_id', '=', user),
);

const markDeleted = statement<UserRef & { now: number }>()((db, { app, user, now }) =>
  db
    .updateTable('accounts')
    .set({ deleted_at: now, nick: null, face_url: null })
    .where('app_id', '=', app)
    .where('user_id', '=', user),
);

export async function markAccountDeleted(db: Db, user: UserRef, now: number): Promise<void> {
  await markDeleted.all(db, { ...user, now });
  await leaveConversations.all(db, user);
}
