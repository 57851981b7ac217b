import { createUnityClient, StringBuilder, TencentIMSDK, type NullValueCallback, type UnityClient } from 'tim-node';
import { noteNetwork } from './c.js';
import { Seen, STATUS, type Address, type Driver, type Outcome, type Style } from './driver.js';

function driver(sdk: UnityClient, { url, sdkAppId }: Address): Driver {
  const seen = new Seen();
  const asked = (call: (cb: NullValueCallback) => number): Promise<Outcome> =>
    new Promise((resolve) => {
      const result = call((code) => {
        resolve(String(code));
      });
      if (result !== 0) resolve(`refused with ${result}`);
    });
  sdk.SetKickedOfflineCallback((_userData, { reason }) => seen.events.push(`kicked ${reason}`));
  sdk.SetUserSigExpiredCallback(() => seen.events.push('expired'));
  sdk.SetNetworkStatusListenerCallback((status) => {
    noteNetwork(seen, status);
  });
  return {
    seen,
    init: () => Promise.resolve(String(sdk.Init(sdkAppId, { sdk_config_server_url: url }))),
    login: (userId, userSig) => asked((cb) => sdk.Login(userId, userSig, cb)),
    logout: () => asked((cb) => sdk.Logout(cb)),
    uninit: () => Promise.resolve(String(sdk.Uninit())),
    status: () => Promise.resolve(STATUS[sdk.GetLoginStatus()] ?? 'logged out'),
    user: () => {
      const buffer = new StringBuilder(128);
      sdk.GetLoginUserID(buffer);
      return Promise.resolve(buffer.ToString());
    },
    serverTime: () => Promise.resolve(sdk.GetServerTime()),
    end: () => {
      sdk.Uninit();
      return Promise.resolve();
    },
  };
}

export const unity: Style = {
  name: 'Unity',
  first: (address) => driver(TencentIMSDK, address),
  another: (address) => driver(createUnityClient(), address),
};
