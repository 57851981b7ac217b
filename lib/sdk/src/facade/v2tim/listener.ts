import type { V2TimReceiveMessageOptInfo } from './models-message.js';
import type { KickReason, Platform } from '@tim-node/protocol';
import { runAlone } from '../../core/callbacks.js';

/** What is known about a kick; the original tells nothing. */
export interface KickInfo {
  /**
   * `multipleAccount`: another instance on the same platform; `multipleDevice`: another platform;
   * `REST_API_Kick`: an administrator.
   */
  readonly reason: KickReason;
  /** Platform of the instance that took the place, where there is one. */
  readonly byPlatform?: Platform;
}

/** Listens to the SDK. Every member may be left out. */
export interface V2TimSDKListener {
  /** Connecting to the server. */
  onConnecting?(): void;
  /** Connected. */
  onConnectSuccess?(): void;
  /** The connection was lost or could not be made; the SDK goes on trying. */
  onConnectFailed?(code: number, error: string): void;
  /** Thrown out: the user is logged out, and nothing is tried again before the next login. */
  onKickedOffline?(kick: KickInfo): void;
  /** The UserSig has ended: the user is logged out; log in with a fresh one. */
  onUserSigExpired?(): void;
  /** A line of the log, for the level that was given to initSDK. */
  onLog?(logLevel: number, logContent: string): void;
  /** Not called in this version. */
  onSelfInfoUpdated?(info: object): void;
  /** Not called in this version. */
  onUserStatusChanged?(userStatusList: object[]): void;
  /** Not called in this version. */
  onUserInfoChanged?(userInfoList: object[]): void;
  /** The quiet hours of the account have changed, here or elsewhere. */
  onAllReceiveMessageOptChanged?(receiveMessageOptInfo: V2TimReceiveMessageOptInfo): void;
  /** Not called in this version. */
  onExperimentalNotify?(key: string, param: unknown): void;
}

/** Listeners in the order they were added, each one once. An exception in one reaches the process and no other listener. */
export class Listeners<L extends object> {
  private list: readonly L[] = [];

  add(listener: L): void {
    if (!this.list.includes(listener)) this.list = [...this.list, listener];
  }

  /** Without one, all are removed. */
  remove(listener?: L): void {
    this.list = listener === undefined ? [] : this.list.filter((each) => each !== listener);
  }

  clear(): void {
    this.list = [];
  }

  has(name: keyof L): boolean {
    return this.list.some((listener) => listener[name] !== undefined);
  }

  tell(call: (listener: L) => void): void {
    for (const listener of this.list) {
      // An earlier one may have removed this one.
      if (this.list.includes(listener)) runAlone(() => call(listener));
    }
  }
}
