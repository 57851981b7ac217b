import { TencentImSDKPlugin, type V2TIMManager } from 'tim-node/v2tim';
import { Seen, STATUS, type Address, type Driver, type Outcome, type Style } from './driver.js';

async function code(call: Promise<{ readonly code: number }>): Promise<Outcome> {
  return String((await call).code);
}

function driver(manager: V2TIMManager, { url, sdkAppId }: Address): Driver {
  const seen = new Seen();
  const listener = {
    onConnectSuccess: () => {
      seen.connection('online');
    },
    onConnectFailed: () => {
      seen.connection('offline');
    },
    onKickedOffline: ({ reason }: { reason: string }) => void seen.events.push(`kicked ${reason}`),
    onUserSigExpired: () => void seen.events.push('expired'),
  };
  return {
    seen,
    init: () => code(manager.initSDK({ sdkAppID: sdkAppId, serverURL: url, listener })),
    login: (userID, userSig) => code(manager.login({ userID, userSig })),
    logout: () => code(manager.logout()),
    uninit: () => code(manager.unInitSDK()),
    status: async () => STATUS[(await manager.getLoginStatus()).data ?? 0] ?? 'logged out',
    user: async () => (await manager.getLoginUser()).data ?? '',
    serverTime: async () => (await manager.getServerTime()).data ?? 0,
    end: async () => {
      await manager.unInitSDK();
    },
  };
}

export const v2tim: Style = {
  name: 'Flutter',
  first: (address) => driver(TencentImSDKPlugin.v2TIMManager, address),
  another: (address) => driver(TencentImSDKPlugin.createManager(), address),
};
