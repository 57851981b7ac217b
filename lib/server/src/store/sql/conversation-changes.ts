import { LIMITS, type ConversationState, type ReceiveOption } from '@tim-node/protocol';
import type {
  Change,
  Changed,
  ChangeOutcome,
  ChangeRequest,
  ConversationRef,
  ConversationsQuery,
  StoredOption,
} from '../calls/conversations.js';
import type { UserRef } from '../store.js';
import { findProfiles } from './accounts.js';
import { log, type NewEntry } from './log.js';
import { liveGroups } from './members.js';
import { readList, statement } from './statement.js';
import type { Db } from './tables.js';
import { inLockOrder, isListed, lockUserConversation, makeConversation, type Locked } from './user-conversation.js';

interface Place extends UserRef {
  readonly convId: string;
}

/** Changes the same of some conversations. What is so already makes no entry. */
export async function changeConversations(db: Db, request: ChangeRequest): Promise<Changed> {
  const { app, user, refs, change } = request;
  const outcomes = new Map<string, ChangeOutcome>();
  const entries: NewEntry[] = [];
  for (const ref of inLockOrder(refs)) {
    const { outcome, changes } = await changeOne(db, { app, user, convId: ref.convId }, ref, change);
    outcomes.set(ref.convId, outcome);
    if (changes !== undefined) entries.push({ user, change: { kind: 'conversation', target: ref.target, changes } });
  }
  return {
    outcomes: refs.map(({ convId }) => outcomes.get(convId) ?? 'unknown'),
    logged: await log(db, app, entries),
  };
}

interface One {
  readonly outcome: ChangeOutcome;
  readonly changes?: Partial<ConversationState>;
}

const DONE: One = { outcome: 'done' };

async function changeOne(db: Db, place: Place, ref: ConversationRef, change: Change): Promise<One> {
  if (change.type === 'option') return changeOption(db, place, ref, change.option);
  const locked = await lockUserConversation(db, place);
  if (locked === undefined || !isListed(locked)) return { outcome: 'unknown' };
  switch (change.type) {
    case 'pin':
      return changePinned(db, place, locked, change.pinned);
    case 'custom':
      return changeCustom(db, place, locked, change.custom);
    case 'mark':
      return changeMarks(db, place, locked, change);
  }
}

const setPinned = statement<Place & { pinned: number }>()((db, { app, user, convId, pinned }) =>
  db
    .updateTable('user_conversations')
    .set({ pinned })
    .where('app_id', '=', app)
    .where('user_id', '=', user)
    .where('conv_id', '=', convId),
);

async function changePinned(db: Db, place: Place, { row }: Locked, pinned: boolean): Promise<One> {
  if ((row.pinned !== 0) === pinned) return DONE;
  await setPinned.all(db, { ...place, pinned: pinned ? 1 : 0 });
  return { outcome: 'done', changes: { pinned } };
}

const setCustom = statement<Place & { custom: string }>()((db, { app, user, convId, custom }) =>
  db
    .updateTable('user_conversations')
    .set({ custom })
    .where('app_id', '=', app)
    .where('user_id', '=', user)
    .where('conv_id', '=', convId),
);

async function changeCustom(db: Db, place: Place, { row }: Locked, custom: string): Promise<One> {
  if (row.custom === custom) return DONE;
  await setCustom.all(db, { ...place, custom });
  return { outcome: 'done', changes: { custom } };
}

const setMarks = statement<Place & { marks: string }>()((db, { app, user, convId, marks }) =>
  db
    .updateTable('user_conversations')
    .set({ marks })
    .where('app_id', '=', app)
    .where('user_id', '=', user)
    .where('conv_id', '=', convId),
);

const countMarked = statement<UserRef>()((db, { app, user }) =>
  db
    .selectFrom('user_conversations')
    .select((eb) => eb.fn.countAll().as('count'))
    .where('app_id', '=', app)
    .where('user_id', '=', user)
    .where('marks', '<>', '0'),
);

const BITS = 64;

async function changeMarks(db: Db, place: Place, { row }: Locked, change: Change & { type: 'mark' }): Promise<One> {
  const now = BigInt(row.marks);
  const mark = BigInt(change.mark);
  const marks = String(BigInt.asUintN(BITS, change.on ? now | mark : now & ~mark));
  if (marks === row.marks) return DONE;
  if (row.marks === '0') {
    const { count } = (await countMarked.first(db, place)) ?? { count: 0 };
    if (Number(count) >= LIMITS.markedConversations) return { outcome: 'tooManyMarked' };
  }
  await setMarks.all(db, { ...place, marks });
  return { outcome: 'done', changes: { marks } };
}

const setOption = statement<Place & { option: number }>()((db, { app, user, convId, option }) =>
  db
    .updateTable('user_conversations')
    .set({ receive_option: option })
    .where('app_id', '=', app)
    .where('user_id', '=', user)
    .where('conv_id', '=', convId),
);

/** Also for users without a conversation so far, and for members of groups. */
async function changeOption(db: Db, place: Place, ref: ConversationRef, option: ReceiveOption): Promise<One> {
  const refusal = await optionRefusal(db, place, ref);
  if (refusal !== undefined) return { outcome: refusal };
  const locked = await makeConversation(db, place, ref);
  if (locked === undefined || locked.row.receive_option === option) return DONE;
  await setOption.all(db, { ...place, option });
  return isListed(locked) ? { outcome: 'done', changes: { option } } : DONE;
}

const membership = statement<UserRef & { group: string }>()((db, { app, user, group }) =>
  db
    .selectFrom('group_members')
    .select('role')
    .where('app_id', '=', app)
    .where('group_id', '=', group)
    .where('user_id', '=', user),
);

async function optionRefusal(
  db: Db,
  { app, user }: UserRef,
  { target }: ConversationRef,
): Promise<ChangeOutcome | undefined> {
  if (target.type === 'c2c') {
    const found = await findProfiles(db, { app, users: [target.id] });
    return found.length > 0 ? undefined : 'unknownUser';
  }
  if ((await liveGroups(db, app, [target.id])).length === 0) return 'noGroup';
  const member = await membership.first(db, { app, user, group: target.id });
  return member === undefined ? 'notMember' : undefined;
}

const options = readList<UserRef, { convId: string }>()((db, { app, user }, items) =>
  db
    .selectFrom('user_conversations')
    .select(['conv_id', 'receive_option'])
    .where('app_id', '=', app)
    .where('user_id', '=', user)
    .where(
      'conv_id',
      'in',
      items.map(({ convId }) => convId),
    ),
);

/** Nothing set means: receive. */
export async function findOptions(db: Db, { app, user, refs }: ConversationsQuery): Promise<readonly StoredOption[]> {
  const rows = await options.all(db, { app, user }, refs);
  const byId = new Map(rows.map((row) => [row.conv_id, row.receive_option]));
  return refs.map(({ convId, target }) => ({ target, option: (byId.get(convId) ?? 0) as ReceiveOption }));
}
