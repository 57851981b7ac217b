import type { Standing } from './conversation-lock.js';
import { statement } from './statement.js';
import type { Db } from './tables.js';

/* The conversation of a group, and what its members have of it. */

interface ConvKey {
  readonly app: number;
  readonly convId: string;
}

interface Coming extends ConvKey, Standing {
  readonly user: string;
  readonly target: string;
  /** Earlier messages are shown from after this one. */
  readonly floor: number;
}

const come = statement<Coming>()((db, row) =>
  db
    .insertInto('user_conversations')
    .values({
      app_id: row.app,
      user_id: row.user,
      conv_id: row.convId,
      target_type: 'group',
      target_id: row.target,
      seen: row.counted,
      read_seq: row.head,
      read_time: row.last_time,
      floor_seq: row.floor,
      hidden_seq: -1,
    })
    .onConflict((conflict) =>
      conflict.columns(['app_id', 'user_id', 'conv_id']).doUpdateSet((eb) => ({
        seen: eb.ref('excluded.seen'),
        read_seq: eb.ref('excluded.read_seq'),
        read_time: eb.ref('excluded.read_time'),
        floor_seq: eb.ref('excluded.floor_seq'),
        hidden_seq: eb.ref('excluded.hidden_seq'),
        mentions: null,
      })),
    ),
);

/** Nothing of what was before is unread for who comes in. */
export async function addToConversation(db: Db, coming: Coming): Promise<void> {
  await come.all(db, coming);
}

/** Beyond every message. */
const GONE = 2 ** 52;

const leave = statement<ConvKey & { user: string }>()((db, { app, convId, user }) =>
  db
    .updateTable('user_conversations')
    .set({ seen: GONE, floor_seq: GONE, hidden_seq: GONE, pinned: 0, mentions: null })
    .where('app_id', '=', app)
    .where('user_id', '=', user)
    .where('conv_id', '=', convId),
);

/** Who is not in the group any more sees nothing of its conversation, in the list or elsewhere. */
export async function takeFromConversation(db: Db, key: ConvKey & { readonly user: string }): Promise<void> {
  await leave.all(db, key);
}
