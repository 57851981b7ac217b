import type { ClientCore } from './client-core.js';
import { messageId, toExtension, toReaction } from './codec/marks.js';
import type {
  TIMMsgExtensionsChangedCallback,
  TIMMsgExtensionsDeletedCallback,
  TIMMsgGroupPinnedMessageChangedCallback,
  TIMMsgReactionsChangedCallback,
} from './generated/callbacks.js';
import type { MessageReactionChangeInfo } from './generated/structs.js';
import { writeJson } from './json.js';
import { showMessage } from './shown.js';

/** Tells the app what was put to messages. */
export const markForwarders: Readonly<Record<string, (client: ClientCore) => void>> = {
  TIMSetMsgExtensionsChangedCallback: (client) => {
    client.marks.on('extensions', ({ message, set = [] }) => {
      if (set.length === 0 || !client.hasCallback('TIMSetMsgExtensionsChangedCallback')) return;
      const json = writeJson(set.map(toExtension));
      client.notify<TIMMsgExtensionsChangedCallback>('TIMSetMsgExtensionsChangedCallback', (cb, userData) => {
        cb(messageId(message), json, userData);
      });
    });
  },
  TIMSetMsgExtensionsDeletedCallback: (client) => {
    client.marks.on('extensions', ({ message, deleted = [] }) => {
      if (deleted.length === 0 || !client.hasCallback('TIMSetMsgExtensionsDeletedCallback')) return;
      const json = writeJson(deleted.map((key) => toExtension({ key, value: '' })));
      client.notify<TIMMsgExtensionsDeletedCallback>('TIMSetMsgExtensionsDeletedCallback', (cb, userData) => {
        cb(messageId(message), json, userData);
      });
    });
  },
  TIMSetMsgReactionsChangedCallback: (client) => {
    client.marks.on('reactions', ({ message, reactions }) => {
      if (!client.hasCallback('TIMSetMsgReactionsChangedCallback')) return;
      const change: Required<MessageReactionChangeInfo> = {
        message_reaction_change_info_msg_id: messageId(message),
        message_reaction_change_info_reaction_list: reactions.map(toReaction),
      };
      const json = writeJson([change]);
      client.notify<TIMMsgReactionsChangedCallback>('TIMSetMsgReactionsChangedCallback', (cb, userData) => {
        cb(json, userData);
      });
    });
  },
  TIMSetMsgGroupPinnedMessageChangedCallback: (client) => {
    client.marks.on('pinned', ({ target, message, pinned, by }, userId) => {
      if (!client.hasCallback('TIMSetMsgGroupPinnedMessageChangedCallback')) return;
      const json = writeJson(showMessage(client, message, userId));
      client.notify<TIMMsgGroupPinnedMessageChangedCallback>(
        'TIMSetMsgGroupPinnedMessageChangedCallback',
        (cb, userData) => {
          cb(target.id, json, pinned, by, userData);
        },
      );
    });
  },
};
