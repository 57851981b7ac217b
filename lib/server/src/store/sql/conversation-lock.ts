import { statement } from './statement.js';
import type { Db } from './tables.js';

/*
 * The lock of a conversation. Whoever changes anything about one takes it before any other lock, as storing a message
 * does: so two transactions never wait for each other in a circle, and counts are of one moment.
 */

interface ConversationKey {
  readonly app: number;
  readonly convId: string;
}

/** Where a conversation stands; nobody else moves it until the transaction ends. */
export interface Standing {
  readonly head: number;
  readonly counted: number;
  readonly last_time: number;
}

const lock = statement<ConversationKey>()((db, { app, convId }) =>
  db
    .updateTable('conversations')
    .set((eb) => ({ head: eb.ref('head') }))
    .where('app_id', '=', app)
    .where('conv_id', '=', convId)
    .returning(['head', 'counted', 'last_time']),
);

/** Nothing when there is no such conversation. */
export function lockConversation(db: Db, key: ConversationKey): Promise<Standing | undefined> {
  return lock.first(db, key);
}

const EMPTY: Standing = { head: 0, counted: 0, last_time: 0 };

const makeAndLock = statement<ConversationKey>()((db, { app, convId }) =>
  db
    .insertInto('conversations')
    .values({ app_id: app, conv_id: convId, ...EMPTY })
    .onConflict((conflict) =>
      conflict.columns(['app_id', 'conv_id']).doUpdateSet((eb) => ({ head: eb.ref('conversations.head') })),
    )
    .returning(['head', 'counted', 'last_time']),
);

/** The same; a conversation that is not there is made, without messages. */
export async function makeAndLockConversation(db: Db, key: ConversationKey): Promise<Standing> {
  return (await makeAndLock.first(db, key)) ?? EMPTY;
}
