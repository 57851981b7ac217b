import type { NetworkState } from '../core/engine.js';
import type { ClientCore } from './client-core.js';
import { forwardApplications, groupForwarders } from './events-groups.js';
import { conversationForwarders } from './events-conversations.js';
import { historyForwarders } from './events-history.js';
import { markForwarders } from './events-marks.js';
import { receiptForwarders } from './events-receipts.js';
import type {
  TIMKickedOfflineCallback,
  TIMLogCallback,
  TIMNetworkStatusListenerCallback,
  TIMRecvNewMsgCallback,
  TIMUserSigExpiredCallback,
} from './generated/callbacks.js';
import { TIMNetworkStatus } from './generated/enums.js';
import { writeMessages } from './shown.js';

const NETWORK_STATUS: Readonly<Record<NetworkState, TIMNetworkStatus>> = {
  connected: TIMNetworkStatus.kTIMConnected,
  disconnected: TIMNetworkStatus.kTIMDisconnected,
  connecting: TIMNetworkStatus.kTIMConnecting,
  failed: TIMNetworkStatus.kTIMConnectFailed,
};

/**
 * How what happens in the engine comes to the callbacks of an event, by the name of the function that sets them. Each is
 * run once, when the app sets the first one.
 */
export const forwarders: Readonly<Record<string, (client: ClientCore) => void>> = {
  ...conversationForwarders,
  ...receiptForwarders,
  ...markForwarders,
  ...groupForwarders,
  ...historyForwarders,
  TIMSetNetworkStatusListenerCallback: (client) => {
    client.engine.on('network', (state, error) => {
      const { code, desc } = error ?? { code: 0, desc: '' };
      client.notify<TIMNetworkStatusListenerCallback>('TIMSetNetworkStatusListenerCallback', (cb, userData) => {
        cb(NETWORK_STATUS[state], code, desc, userData);
      });
    });
  },
  TIMSetKickedOfflineCallback: (client) => {
    client.engine.on('kicked', (kick) => {
      client.notify<TIMKickedOfflineCallback>('TIMSetKickedOfflineCallback', (cb, userData) => {
        cb(userData, kick);
      });
    });
  },
  TIMSetUserSigExpiredCallback: (client) => {
    client.engine.on('userSigExpired', () => {
      client.notify<TIMUserSigExpiredCallback>('TIMSetUserSigExpiredCallback', (cb, userData) => {
        cb(userData);
      });
    });
  },
  TIMAddRecvNewMsgCallback: (client) => {
    forwardApplications(client);
    client.messages.onReceived((messages, userId) => {
      if (!client.hasCallback('TIMAddRecvNewMsgCallback')) return;
      const json = writeMessages(client, messages, userId);
      client.notify<TIMRecvNewMsgCallback>('TIMAddRecvNewMsgCallback', (cb, userData) => {
        cb(json, userData);
      });
    });
  },
  TIMSetLogCallback: (client) => {
    const { engine } = client;
    engine.logger.listener = {
      isListening: () => client.hasCallback('TIMSetLogCallback'),
      onLine: (level, line) => {
        engine.callbacks.post(() => {
          client.notify<TIMLogCallback>('TIMSetLogCallback', (cb, userData) => {
            cb(level, line, userData);
          });
        });
      },
    };
  },
};
