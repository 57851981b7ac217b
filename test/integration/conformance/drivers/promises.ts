import { createClient, TIMError } from 'tim-node';
import * as shared from 'tim-node/promises';
import { promisify } from 'tim-node/promises';
import { follow } from './c.js';
import { Seen, STATUS, type Address, type Driver, type Outcome, type Style } from './driver.js';

type Api = Pick<
  typeof shared,
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

/** Nothing is success, an error is its code. */
async function settled(run: () => unknown): Promise<Outcome> {
  try {
    await run();
    return '0';
  } catch (error) {
    if (error instanceof TIMError) return String(error.code);
    throw error;
  }
}

function driver(api: Api, { url, sdkAppId }: Address): Driver {
  const seen = new Seen();
  follow(api, seen);
  return {
    seen,
    init: () => settled(() => api.TIMInit(sdkAppId, { sdk_config_server_url: url })),
    login: (userId, userSig) => settled(() => api.TIMLogin(userId, userSig)),
    logout: () => settled(() => api.TIMLogout()),
    uninit: () => settled(() => api.TIMUninit()),
    status: () => Promise.resolve(STATUS[api.TIMGetLoginStatus()] ?? 'logged out'),
    user: () => Promise.resolve(api.TIMGetLoginUserID()),
    serverTime: () => Promise.resolve(api.TIMGetServerTime()),
    end: () => {
      api.TIMUninit();
      api.TIMSetKickedOfflineCallback(null);
      api.TIMSetUserSigExpiredCallback(null);
      api.TIMSetNetworkStatusListenerCallback(null);
      return Promise.resolve();
    },
  };
}

export const promises: Style = {
  name: 'promises',
  first: (address) => driver(shared, address),
  another: (address) => driver(promisify(createClient()), address),
};
