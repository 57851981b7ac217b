import type { AccountReceiveOption } from '@tim-node/protocol';
import type { UserSettings } from '../calls/conversations.js';
import type { Logged } from '../calls/messages.js';
import type { UserRef } from '../store.js';
import { log } from './log.js';
import { statement } from './statement.js';
import type { Db } from './tables.js';

type Name = 'convGroups' | 'receiveOption' | 'applicationsRead';
type UserSetting = UserRef & { readonly name: Name };

/** With the head of the log in one statement, so that both belong together. */
const findAll = statement<UserRef>()((db, { app, user }) =>
  db
    .selectFrom('accounts')
    .leftJoin('user_logs', (join) =>
      join.onRef('user_logs.app_id', '=', 'accounts.app_id').onRef('user_logs.user_id', '=', 'accounts.user_id'),
    )
    .leftJoin('user_settings', (join) =>
      join
        .onRef('user_settings.app_id', '=', 'accounts.app_id')
        .onRef('user_settings.user_id', '=', 'accounts.user_id'),
    )
    .select(['user_logs.head', 'user_settings.name', 'user_settings.value'])
    .where('accounts.app_id', '=', app)
    .where('accounts.user_id', '=', user),
);

const makeAndLock = statement<UserSetting & { value: string }>()((db, { app, user, name, value }) =>
  db
    .insertInto('user_settings')
    .values({ app_id: app, user_id: user, name, value })
    .onConflict((conflict) =>
      conflict.columns(['app_id', 'user_id', 'name']).doUpdateSet((eb) => ({ value: eb.ref('user_settings.value') })),
    )
    .returning('value'),
);

const update = statement<UserSetting & { value: string }>()((db, { app, user, name, value }) =>
  db
    .updateTable('user_settings')
    .set({ value })
    .where('app_id', '=', app)
    .where('user_id', '=', user)
    .where('name', '=', name),
);

export async function loadUserSettings(db: Db, user: UserRef): Promise<UserSettings> {
  const rows = await findAll.all(db, user);
  const value = (wanted: Name): string | undefined => rows.find(({ name }) => name === wanted)?.value ?? undefined;
  const [convGroups, receiveOption] = [value('convGroups'), value('receiveOption')];
  return {
    at: rows[0]?.head ?? 0,
    ...(convGroups === undefined ? {} : { convGroups }),
    ...(receiveOption === undefined ? {} : { receiveOption }),
  };
}

/** The value, made if it is new, and locked: changes of one setting happen one after the other. */
export async function lockUserSetting(db: Db, setting: UserSetting, initial: string): Promise<string> {
  return (await makeAndLock.first(db, { ...setting, value: initial }))?.value ?? initial;
}

export async function saveUserSetting(db: Db, setting: UserSetting & { readonly value: string }): Promise<void> {
  await update.all(db, setting);
}

export async function saveReceiveOption(
  db: Db,
  { app, user, value }: UserRef & { readonly value: string },
): Promise<readonly Logged[]> {
  const setting = { app, user, name: 'receiveOption' } as const;
  if ((await lockUserSetting(db, setting, '')) === value) return [];
  await saveUserSetting(db, { ...setting, value });
  const option = JSON.parse(value) as AccountReceiveOption;
  return log(db, app, [{ user, change: { kind: 'accountOption', option } }]);
}
