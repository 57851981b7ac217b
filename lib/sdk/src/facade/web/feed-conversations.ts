import type { AccountReceiveOption } from '@tim-node/protocol';
import type { Changes } from '../../feature/conversation-model.js';
import type { WebClient } from './client.js';
import { allReceiveOptOf } from './rows/reminding.js';

/** Tells the app what becomes of its conversations and groups. */
export function feedConversations(client: WebClient): void {
  const { conversations } = client.shelf;
  const unread = new LastTold(client);
  conversations.on('changes', (changes, self) => {
    for (const { target } of changes.removed) client.shelf.drop(target);
    if (client.userId !== self) return;
    const { added, changed, removed } = changes;
    if (added.length + changed.length + removed.length > 0) listChanged(client, unread);
    namesChanged(client, changes);
    if (changes.accountOption !== undefined) optionChanged(client, changes.accountOption);
  });
  conversations.on('syncFinished', () => {
    if (client.isReady) listChanged(client, unread);
  });
}

/** The number of unread messages that the app was told last. */
class LastTold {
  private told = 0;

  constructor(private readonly client: WebClient) {}

  check(): void {
    const { shelf, events } = this.client;
    const count = shelf.unreadCount;
    if (count === this.told) return;
    this.told = count;
    events.emit('onTotalUnreadMessageCountUpdated', count);
  }
}

function listChanged({ shelf, events }: WebClient, unread: LastTold): void {
  if (events.has('onConversationListUpdated')) {
    events.emit('onConversationListUpdated', shelf.list(), { isSyncCompleted: shelf.isSynced });
  }
  unread.check();
}

function namesChanged({ shelf, events }: WebClient, { groups }: Changes): void {
  const isOther = groups.some(({ change }) => change !== 'added' && change !== 'removed');
  if (isOther) events.emit('onConversationGroupListUpdated', [...shelf.conversations.groups]);
  const filled = groups.filter(({ change }) => change === 'created' || change === 'added' || change === 'removed');
  for (const groupName of new Set(filled.map(({ name }) => name))) {
    events.emit('onConversationInGroupUpdated', { groupName, conversationList: shelf.list({ group: groupName }) });
  }
}

function optionChanged({ engine, events }: WebClient, option: AccountReceiveOption): void {
  events.emit('onAllReceiveMessageOptUpdated', allReceiveOptOf(option, engine.host.clock.now()));
}
