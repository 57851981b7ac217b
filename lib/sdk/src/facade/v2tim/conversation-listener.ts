import type { Changes } from '../../feature/conversation-model.js';
import type { Conversations } from '../../feature/conversations.js';
import type { UnreadWatch } from '../../feature/unread-watch.js';
import type { Listeners } from './listener.js';
import type { V2TimConversation, V2TimConversationFilter } from './models.js';
import { conversationIdOf, toConversation, type Viewer } from './to-v2tim.js';

/** A user, as he sees things. */
export type ViewerOf = (self: string) => Viewer;

/** Listens to conversations. Every member may be left out. */
export interface V2TimConversationListener {
  /** The list is being compared with the server's. */
  onSyncServerStart?(): void;
  onSyncServerFinish?(): void;
  onNewConversation?(conversationList: V2TimConversation[]): void;
  onConversationChanged?(conversationList: V2TimConversation[]): void;
  onConversationDeleted?(conversationIDList: string[]): void;
  /** Told once `getTotalUnreadMessageCount` was called. */
  onTotalUnreadMessageCountChanged?(totalUnreadCount: number): void;
  onConversationGroupCreated?(groupName: string, conversationList: V2TimConversation[]): void;
  onConversationGroupDeleted?(groupName: string): void;
  onConversationGroupNameChanged?(oldName: string, newName: string): void;
  onConversationsAddedToGroup?(groupName: string, conversationList: V2TimConversation[]): void;
  onConversationsDeletedFromGroup?(groupName: string, conversationList: V2TimConversation[]): void;
  /** Told once `subscribeUnreadMessageCountByFilter` was called with the filter. */
  onUnreadMessageCountChangedByFilter?(filter: V2TimConversationFilter, totalUnreadCount: number): void;
}

/** Tells the listeners what becomes of the conversations. */
export function forwardConversations(
  conversations: Conversations,
  unread: UnreadWatch,
  listeners: Listeners<V2TimConversationListener>,
  viewerOf: ViewerOf,
): void {
  conversations.on('syncStarted', () => listeners.tell((each) => each.onSyncServerStart?.()));
  conversations.on('syncFinished', () => listeners.tell((each) => each.onSyncServerFinish?.()));
  conversations.on('changes', (changes, self) => {
    tellList(changes, viewerOf(self), listeners);
    tellGroups(changes, viewerOf(self), conversations, listeners);
  });
  unread.on('filtered', (name, count) => {
    const filter = JSON.parse(name) as V2TimConversationFilter;
    listeners.tell((each) => each.onUnreadMessageCountChangedByFilter?.(filter, count));
  });
  unread.on('total', (count) => listeners.tell((each) => each.onTotalUnreadMessageCountChanged?.(count)));
}

function tellList(
  { added, changed, removed }: Changes,
  viewer: Viewer,
  listeners: Listeners<V2TimConversationListener>,
): void {
  if (added.length > 0) {
    const list = added.map((each) => toConversation(each, viewer));
    listeners.tell((each) => each.onNewConversation?.(list));
  }
  if (changed.length > 0) {
    const list = changed.map((each) => toConversation(each, viewer));
    listeners.tell((each) => each.onConversationChanged?.(list));
  }
  if (removed.length > 0) {
    const ids = removed.map(({ target }) => conversationIdOf(target));
    listeners.tell((each) => each.onConversationDeleted?.(ids));
  }
}

function tellGroups(
  { groups }: Changes,
  viewer: Viewer,
  conversations: Conversations,
  listeners: Listeners<V2TimConversationListener>,
): void {
  for (const { change, name, newName = name, targets = [] } of groups) {
    const list = targets.flatMap((target) => {
      const kept = conversations.get(target);
      return kept === undefined ? [] : [toConversation(kept, viewer)];
    });
    listeners.tell((each) => {
      if (change === 'created') each.onConversationGroupCreated?.(name, list);
      else if (change === 'deleted') each.onConversationGroupDeleted?.(name);
      else if (change === 'renamed') each.onConversationGroupNameChanged?.(name, newName);
      else if (change === 'added') each.onConversationsAddedToGroup?.(name, list);
      else each.onConversationsDeletedFromGroup?.(name, list);
    });
  }
}
