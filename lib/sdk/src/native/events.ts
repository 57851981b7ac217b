import type { NetworkState } from '../core/engine.js';
import type { ClientCore } from './client-core.js';
import type {
  TIMKickedOfflineCallback,
  TIMLogCallback,
  TIMNetworkStatusListenerCallback,
  TIMUserSigExpiredCallback,
} from './generated/callbacks.js';
import { TIMNetworkStatus } from './generated/enums.js';

const NETWORK_STATUS: Readonly<Record<NetworkState, TIMNetworkStatus>> = {
  connected: TIMNetworkStatus.kTIMConnected,
  disconnected: TIMNetworkStatus.kTIMDisconnected,
  connecting: TIMNetworkStatus.kTIMConnecting,
  failed: TIMNetworkStatus.kTIMConnectFailed,
};

/** Brings what happens in the engine to the callbacks that the app has set. */
export function forwardEvents(client: ClientCore): void {
  const { engine } = client;
  engine.on('network', (state, error) => {
    const { code, desc } = error ?? { code: 0, desc: '' };
    client.notify<TIMNetworkStatusListenerCallback>('TIMSetNetworkStatusListenerCallback', (cb, userData) => {
      cb(NETWORK_STATUS[state], code, desc, userData);
    });
  });
  engine.on('kicked', (kick) => {
    client.notify<TIMKickedOfflineCallback>('TIMSetKickedOfflineCallback', (cb, userData) => {
      cb(userData, kick);
    });
  });
  engine.on('userSigExpired', () => {
    client.notify<TIMUserSigExpiredCallback>('TIMSetUserSigExpiredCallback', (cb, userData) => {
      cb(userData);
    });
  });
  engine.logger.listener = (level, line) => {
    if (!client.hasCallback('TIMSetLogCallback')) return;
    engine.callbacks.post(() => {
      client.notify<TIMLogCallback>('TIMSetLogCallback', (cb, userData) => {
        cb(level, line, userData);
      });
    });
  };
}
