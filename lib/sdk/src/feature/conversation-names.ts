import type { LogEntry } from '@tim-node/protocol';
import type { KeptConversation } from './conversation-change.js';

/* Groups of conversations, which are names. */

export type GroupEntry = Extract<LogEntry, { readonly kind: 'convGroup' }>;

/** All names after an entry. */
export function namesAfter(names: readonly string[], { change, name, newName = name }: GroupEntry): string[] {
  switch (change) {
    case 'created':
      return names.includes(name) ? [...names] : [...names, name];
    case 'deleted':
      return names.filter((each) => each !== name);
    case 'renamed':
      return names.map((each) => (each === name ? newName : each));
    case 'added':
    case 'removed':
      return [...names];
  }
}

/** A conversation after an entry; the same record when that does not concern it. */
export function regrouped(conversation: KeptConversation, entry: GroupEntry): KeptConversation {
  const groups = groupsAfter(conversation, entry);
  return groups === conversation.groups ? conversation : { ...conversation, groups, at: entry.seq };
}

function groupsAfter({ groups, target }: KeptConversation, entry: GroupEntry): string[] {
  const { change, name, newName = name, targets = [] } = entry;
  const isIn = groups.includes(name);
  if (change === 'renamed') return isIn ? groups.map((each) => (each === name ? newName : each)) : groups;
  const isMeant = change === 'deleted' || targets.some(({ type, id }) => type === target.type && id === target.id);
  if (!isMeant) return groups;
  if (change === 'created' || change === 'added') return isIn ? groups : [...groups, name];
  return isIn ? groups.filter((each) => each !== name) : groups;
}
