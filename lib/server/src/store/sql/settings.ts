import { statement } from './statement.js';
import type { Db } from './tables.js';

const load = statement<{ app: number }>()((db, { app }) =>
  db.selectFrom('settings').select('value').where('app_id', '=', app),
);

const save = statement<{ app: number; value: string }>()((db, { app, value }) =>
  db
    .insertInto('settings')
    .values({ app_id: app, value })
    .onConflict((conflict) => conflict.column('app_id').doUpdateSet({ value })),
);

export async function loadSettings(db: Db, app: number): Promise<string | undefined> {
  return (await load.first(db, { app }))?.value;
}

export async function saveSettings(db: Db, settings: { readonly app: number; readonly value: string }): Promise<void> {
  await save.all(db, settings);
}
