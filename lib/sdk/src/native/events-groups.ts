import type { ClientCore } from './client-core.js';
import { toNative } from './codec/domain.js';
import { toReport } from './codec/pendencies.js';
import type { TIMGroupTipsEventCallback, TIMRecvNewMsgCallback } from './generated/callbacks.js';
import { writeJson } from './json.js';

const RECEIVED = 'TIMAddRecvNewMsgCallback';

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

/** Wishes to come into groups, and what became of one's own, are told like messages. */
export function forwardApplications(client: ClientCore): void {
  client.groups.onApplication((entry, userId) => {
    if (!client.hasCallback(RECEIVED)) return;
    const message = toReport(entry, userId, client.engine.serverTime);
    if (message === undefined) return;
    const json = writeJson([message]);
    client.notify<TIMRecvNewMsgCallback>(RECEIVED, (cb, userData) => {
      cb(json, userData);
    });
  });
}
