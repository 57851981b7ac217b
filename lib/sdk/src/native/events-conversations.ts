import type { KeptConversation } from '../feature/conversation-change.js';
import type { GroupEntry } from '../feature/conversation-names.js';
import type { ClientCore } from './client-core.js';
import { toConvInfo, toOptionInfo } from './codec/conversation.js';
import type {
  TIMConvConversationGroupCreatedCallback,
  TIMConvConversationGroupDeletedCallback,
  TIMConvConversationGroupNameChangedCallback,
  TIMConvConversationsAddedToGroupCallback,
  TIMConvConversationsDeletedFromGroupCallback,
  TIMConvEventCallback,
  TIMConvTotalUnreadMessageCountChangedByFilterCallback,
  TIMConvTotalUnreadMessageCountChangedCallback,
  TIMMsgAllMessageReceiveOptionCallback,
} from './generated/callbacks.js';
import { TIMConvEvent } from './generated/enums.js';
import { writeJson } from './json.js';

const EVENT = 'TIMSetConvEventCallback';

function tell(client: ClientCore, event: TIMConvEvent, json: string): void {
  client.notify<TIMConvEventCallback>(EVENT, (cb, userData) => {
    cb(event, json, userData);
  });
}

function infos(client: ClientCore, conversations: readonly KeptConversation[], self: string): string {
  const owner = client.viewer(self);
  return writeJson(conversations.map((each) => toConvInfo(each, owner)));
}

/** Tells the app what happens to conversations. */
export const conversationForwarders: Readonly<Record<string, (client: ClientCore) => void>> = {
  TIMSetConvEventCallback: (client) => {
    const { conversations } = client;
    conversations.on('syncStarted', () => {
      tell(client, TIMConvEvent.kTIMConvEvent_Start, '');
    });
    conversations.on('syncFinished', () => {
      tell(client, TIMConvEvent.kTIMConvEvent_Finish, '');
    });
    conversations.on('changes', ({ added, changed, removed }, self) => {
      if (!client.hasCallback(EVENT)) return;
      if (added.length > 0) tell(client, TIMConvEvent.kTIMConvEvent_Add, infos(client, added, self));
      if (changed.length > 0) tell(client, TIMConvEvent.kTIMConvEvent_Update, infos(client, changed, self));
      if (removed.length > 0) tell(client, TIMConvEvent.kTIMConvEvent_Del, infos(client, removed, self));
    });
  },
  TIMSetConvTotalUnreadMessageCountChangedCallback: (client) => {
    const event = 'TIMSetConvTotalUnreadMessageCountChangedCallback';
    client.unread.on('total', (count) => {
      client.notify<TIMConvTotalUnreadMessageCountChangedCallback>(event, (cb, userData) => {
        cb(count, userData);
      });
    });
  },
  TIMSetConvUnreadMessageCountChangedByFilterCallback: (client) => {
    const event = 'TIMSetConvUnreadMessageCountChangedByFilterCallback';
    client.unread.on('filtered', (filter, count) => {
      client.notify<TIMConvTotalUnreadMessageCountChangedByFilterCallback>(event, (cb, userData) => {
        cb(filter, count, userData);
      });
    });
  },
  TIMSetConvConversationGroupCreatedCallback: (client) => {
    const event = 'TIMSetConvConversationGroupCreatedCallback';
    onGroups(client, 'created', ({ name }, json) => {
      client.notify<TIMConvConversationGroupCreatedCallback>(event, (cb, userData) => {
        cb(name, json(), userData);
      });
    });
  },
  TIMSetConvConversationGroupDeletedCallback: (client) => {
    const event = 'TIMSetConvConversationGroupDeletedCallback';
    onGroups(client, 'deleted', ({ name }) => {
      client.notify<TIMConvConversationGroupDeletedCallback>(event, (cb, userData) => {
        cb(name, userData);
      });
    });
  },
  TIMSetConvConversationGroupNameChangedCallback: (client) => {
    const event = 'TIMSetConvConversationGroupNameChangedCallback';
    onGroups(client, 'renamed', ({ name, newName = name }) => {
      client.notify<TIMConvConversationGroupNameChangedCallback>(event, (cb, userData) => {
        cb(name, newName, userData);
      });
    });
  },
  TIMSetConvConversationsAddedToGroupCallback: (client) => {
    const event = 'TIMSetConvConversationsAddedToGroupCallback';
    onGroups(client, 'added', ({ name }, json) => {
      client.notify<TIMConvConversationsAddedToGroupCallback>(event, (cb, userData) => {
        cb(name, json(), userData);
      });
    });
  },
  TIMSetConvConversationsDeletedFromGroupCallback: (client) => {
    const event = 'TIMSetConvConversationsDeletedFromGroupCallback';
    onGroups(client, 'removed', ({ name }, json) => {
      client.notify<TIMConvConversationsDeletedFromGroupCallback>(event, (cb, userData) => {
        cb(name, json(), BY_USER, userData);
      });
    });
  },
  TIMSetMsgAllMessageReceiveOptionCallback: (client) => {
    const event = 'TIMSetMsgAllMessageReceiveOptionCallback';
    client.conversations.on('changes', ({ accountOption }) => {
      if (accountOption === undefined || !client.hasCallback(event)) return;
      const json = writeJson(toOptionInfo(accountOption));
      client.notify<TIMMsgAllMessageReceiveOptionCallback>(event, (cb, userData) => {
        cb(json, userData);
      });
    });
  },
};

/** Listens to one kind of change of groups; `json` are the conversations that it is about. */
function onGroups(
  client: ClientCore,
  change: GroupEntry['change'],
  listener: (entry: GroupEntry, json: () => string) => void,
): void {
  const { conversations } = client;
  conversations.on('changes', ({ groups }, self) => {
    for (const entry of groups) {
      if (entry.change !== change) continue;
      const meant = (entry.targets ?? []).flatMap((target) => conversations.get(target) ?? []);
      listener(entry, () => infos(client, meant, self));
    }
  });
}

/** Why conversations are in a group no more: somebody has taken them out. */
const BY_USER = 0;
