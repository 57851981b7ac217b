import * as tim from 'tim-node';
import { createClient, StringBuilder, TIMNetworkStatus, type TIMCommCallback } from 'tim-node';
import { Seen, STATUS, type Address, type Driver, type Outcome, type Style } from './driver.js';

/** The functions that the story needs: those that are exported by name, or those of one more account. */
export type CApi = Pick<
  typeof tim,
  | 'TIMGetLoginStatus'
  | 'TIMGetLoginUserID'
  | 'TIMGetServerTime'
  | 'TIMInit'
  | 'TIMLogin'
  | 'TIMLogout'
  | 'TIMSetKickedOfflineCallback'
  | 'TIMSetNetworkStatusListenerCallback'
  | 'TIMSetUserSigExpiredCallback'
  | 'TIMUninit'
>;

/** Notes the state of the network in the words of all styles. */
export function noteNetwork(seen: Seen, status: number): void {
  if (status === TIMNetworkStatus.kTIMConnected) seen.connection('online');
  else if (status !== TIMNetworkStatus.kTIMConnecting) seen.connection('offline');
}

/** Follows the events of the C style, which promises leave as they are. */
export function follow(
  api: Pick<
    CApi,
    'TIMSetKickedOfflineCallback' | 'TIMSetNetworkStatusListenerCallback' | 'TIMSetUserSigExpiredCallback'
  >,
  seen: Seen,
): void {
  api.TIMSetKickedOfflineCallback((_userData, { reason }) => seen.events.push(`kicked ${reason}`));
  api.TIMSetUserSigExpiredCallback(() => seen.events.push('expired'));
  api.TIMSetNetworkStatusListenerCallback((status) => {
    noteNetwork(seen, status);
  });
}

function driver(api: CApi, { url, sdkAppId }: Address): Driver {
  const seen = new Seen();
  follow(api, seen);
  const asked = (call: (cb: TIMCommCallback) => number): Promise<Outcome> =>
    new Promise((resolve) => {
      const result = call((code) => {
        resolve(String(code));
      });
      if (result !== 0) resolve(`refused with ${result}`);
    });
  return {
    seen,
    init: () => Promise.resolve(String(api.TIMInit(sdkAppId, { sdk_config_server_url: url }))),
    login: (userId, userSig) => asked((cb) => api.TIMLogin(userId, userSig, cb, null)),
    logout: () => asked((cb) => api.TIMLogout(cb, null)),
    uninit: () => Promise.resolve(String(api.TIMUninit())),
    status: () => Promise.resolve(STATUS[api.TIMGetLoginStatus()] ?? 'logged out'),
    user: () => {
      const buffer = new StringBuilder(128);
      api.TIMGetLoginUserID(buffer);
      return Promise.resolve(buffer.ToString());
    },
    serverTime: () => Promise.resolve(api.TIMGetServerTime()),
    end: () => {
      api.TIMUninit();
      for (const set of [api.TIMSetKickedOfflineCallback, api.TIMSetUserSigExpiredCallback]) set.call(api, null);
      api.TIMSetNetworkStatusListenerCallback(null);
      return Promise.resolve();
    },
  };
}

export const c: Style = {
  name: 'C',
  first: (address) => driver(tim, address),
  another: (address) => driver(createClient(), address),
};
