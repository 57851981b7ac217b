import type { ClientCore } from './client-core.js';
import { toNative } from './codec/domain.js';
import type { TIMGroupTipsEventCallback } from './generated/callbacks.js';
import { writeJson } from './json.js';

/** Tells the app what happens in groups. The same comes as messages of the groups to `TIMAddRecvNewMsgCallback`. */
export const groupForwarders: Readonly<Record<string, (client: ClientCore) => void>> = {
  TIMSetGroupTipsEventCallback: (client) => {
    client.groups.onTip((tip, message, userId) => {
      if (!client.hasCallback('TIMSetGroupTipsEventCallback')) return;
      const [elem = {}] = toNative({ ...message, body: { elems: [tip] } }, client.viewer(userId)).message_elem_array;
      const json = writeJson(elem);
      client.notify<TIMGroupTipsEventCallback>('TIMSetGroupTipsEventCallback', (cb, userData) => {
        cb(json, userData);
      });
    });
  },
};
