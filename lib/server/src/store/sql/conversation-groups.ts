import { LIMITS, type LogChange, type Target } from '@tim-node/protocol';
import type { ChangeOutcome, GroupChange, GroupChanged, GroupChangeRequest } from '../calls/conversations.js';
import type { UserRef } from '../store.js';
import { log } from './log.js';
import { statement } from './statement.js';
import type { Db } from './tables.js';
import { inLockOrder, isListed, lockUserConversation } from './user-conversation.js';
import { lockUserSetting, saveUserSetting } from './user-settings.js';

type Entry = Omit<Extract<LogChange, { kind: 'convGroup' }>, 'kind'>;

/** Changes the groups of conversations of a user. The list of their names is locked first. */
export async function changeConvGroups(db: Db, { app, user, change }: GroupChangeRequest): Promise<GroupChanged> {
  const owner = { app, user };
  const names = JSON.parse(await lockUserSetting(db, { ...owner, name: 'convGroups' }, '[]')) as string[];
  const refusal = refusalOf(names, change);
  if (refusal !== undefined) return { type: refusal };
  switch (change.type) {
    case 'create':
    case 'add':
    case 'remove':
      return changeMembers(db, owner, names, change);
    case 'delete':
      await saveNames(
        db,
        owner,
        names.filter((name) => name !== change.name),
      );
      await renameEverywhere(db, owner, change.name, undefined);
      return done(db, owner, { change: 'deleted', name: change.name });
    case 'rename':
      await saveNames(
        db,
        owner,
        names.map((name) => (name === change.name ? change.newName : name)),
      );
      await renameEverywhere(db, owner, change.name, change.newName);
      return done(db, owner, { change: 'renamed', name: change.name, newName: change.newName });
  }
}

type Refusal = Exclude<GroupChanged['type'], 'done'>;

function refusalOf(names: readonly string[], change: GroupChange): Refusal | undefined {
  const known = names.includes(change.name);
  if (change.type === 'create') return known || names.length < LIMITS.convGroups ? undefined : 'tooManyGroups';
  if (!known) return 'noSuchGroup';
  return change.type === 'rename' && names.includes(change.newName) ? 'nameTaken' : undefined;
}

async function saveNames(db: Db, owner: UserRef, names: readonly string[]): Promise<void> {
  await saveUserSetting(db, { ...owner, name: 'convGroups', value: JSON.stringify(names) });
}

async function done(
  db: Db,
  { app, user }: UserRef,
  entry: Entry | undefined,
  outcomes: readonly ChangeOutcome[] = [],
): Promise<GroupChanged> {
  const entries = entry === undefined ? [] : [{ user, change: { kind: 'convGroup', ...entry } as const }];
  return { type: 'done', outcomes, logged: await log(db, app, entries) };
}

const ENTRIES = { create: 'created', add: 'added', remove: 'removed' } as const;

async function changeMembers(
  db: Db,
  owner: UserRef,
  names: readonly string[],
  { type, name, refs }: Extract<GroupChange, { readonly refs: unknown }>,
): Promise<GroupChanged> {
  const outcomes = new Map<string, ChangeOutcome>();
  const targets: Target[] = [];
  for (const ref of inLockOrder(refs)) {
    const { outcome, changed } = await changeMember(db, { ...owner, convId: ref.convId }, name, type !== 'remove');
    outcomes.set(ref.convId, outcome);
    if (changed) targets.push(ref.target);
  }
  const isNew = type === 'create' && !names.includes(name);
  if (isNew) await saveNames(db, owner, [...names, name]);
  const change = type === 'create' && !isNew ? 'added' : ENTRIES[type];
  const entry = isNew || targets.length > 0 ? { change, name, targets } : undefined;
  return done(
    db,
    owner,
    entry,
    refs.map(({ convId }) => outcomes.get(convId) ?? 'unknown'),
  );
}

interface Place extends UserRef {
  readonly convId: string;
}

async function changeMember(
  db: Db,
  place: Place,
  name: string,
  isIn: boolean,
): Promise<{ readonly outcome: ChangeOutcome; readonly changed: boolean }> {
  const locked = await lockUserConversation(db, place);
  if (locked === undefined || !isListed(locked)) return { outcome: 'unknown', changed: false };
  const groups = parseGroups(locked.row.conv_groups);
  if (groups.includes(name) === isIn) return { outcome: 'done', changed: false };
  await saveGroups(db, place, isIn ? [...groups, name] : groups.filter((each) => each !== name));
  return { outcome: 'done', changed: true };
}

function parseGroups(text: string | null): string[] {
  return text === null ? [] : (JSON.parse(text) as string[]);
}

const setGroups = statement<Place & { groups: string | null }>()((db, { app, user, convId, groups }) =>
  db
    .updateTable('user_conversations')
    .set({ conv_groups: groups })
    .where('app_id', '=', app)
    .where('user_id', '=', user)
    .where('conv_id', '=', convId),
);

async function saveGroups(db: Db, place: Place, groups: readonly string[]): Promise<void> {
  await setGroups.all(db, { ...place, groups: groups.length === 0 ? null : JSON.stringify(groups) });
}

const grouped = statement<UserRef>()((db, { app, user }) =>
  db
    .selectFrom('user_conversations')
    .select(['conv_id', 'conv_groups'])
    .where('app_id', '=', app)
    .where('user_id', '=', user)
    .where('conv_groups', 'is not', null)
    .orderBy('conv_id'),
);

/** Renames a group in all conversations that are in it, or takes them out. */
async function renameEverywhere(db: Db, owner: UserRef, name: string, newName: string | undefined): Promise<void> {
  for (const { conv_id: convId } of await grouped.all(db, owner)) {
    const locked = await lockUserConversation(db, { ...owner, convId });
    const groups = parseGroups(locked?.row.conv_groups ?? null);
    if (!groups.includes(name)) continue;
    const renamed = groups.flatMap((each) => (each !== name ? [each] : newName === undefined ? [] : [newName]));
    await saveGroups(db, { ...owner, convId }, renamed);
  }
}
