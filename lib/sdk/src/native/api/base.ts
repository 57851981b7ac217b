import { TIMError } from '@tim-node/protocol';
import type { SdkConfig } from '../../core/options.js';
import { SDK_VERSION } from '../../version.js';
import type { ClientCore } from '../client-core.js';
import { applyConfig, withoutNonsense } from '../config.js';
import type {
  TIMKickedOfflineCallback,
  TIMLogCallback,
  TIMNetworkStatusListenerCallback,
  TIMSelfInfoUpdatedCallback,
  TIMUserInfoChangedCallback,
  TIMUserSigExpiredCallback,
  TIMUserStatusChangedCallback,
} from '../generated/callbacks.js';
import { TIMResult, type TIMLoginStatus } from '../generated/enums.js';
import type {
  FriendShipGetProfileListParam,
  SetConfig,
  TIMUserStatus,
  UserProfile,
  UserProfileItem,
} from '../generated/structs.js';
import { anyJson, id, object, optional, Refusal, type Json } from '../params.js';
import { call, event } from '../row.js';
import { writeOut, type OutBuffer } from '../string-builder.js';

const initConfig = object<SdkConfig>(optional);

/** The native library takes 64 bits without a sign. */
function appIdOf(value: unknown): number | undefined {
  const id = typeof value === 'bigint' ? Number(value) : value;
  if (typeof id !== 'number' || !Number.isSafeInteger(id) || id === 0) return undefined;
  return id < 0 ? id >>> 0 : id;
}

/** Lifecycle, login, settings, own profile and user status. */
export const baseApi = {
  /**
   * Sets the callback for the state of the connection to the server.
   * @param cb gets a `TIMNetworkStatus`; for a failure `code` and `desc` say why
   */
  TIMSetNetworkStatusListenerCallback: event<TIMNetworkStatusListenerCallback>('TIMSetNetworkStatusListenerCallback'),

  /**
   * Sets the callback for being kicked: another instance took the place, or an administrator ended the session.
   * Afterwards nobody is logged in, and the SDK does not come back by itself.
   * @param cb gets the reason as an extra last argument
   */
  TIMSetKickedOfflineCallback: event<TIMKickedOfflineCallback>('TIMSetKickedOfflineCallback'),

  /** Sets the callback for the end of the UserSig. Fetch a new one from your backend and log in with it. */
  TIMSetUserSigExpiredCallback: event<TIMUserSigExpiredCallback>('TIMSetUserSigExpiredCallback'),

  /**
   * Sets the callback for changes of one's own profile, by another instance or by a backend.
   * @param cb gets a `UserProfile`
   */
  TIMSetSelfInfoUpdatedCallback: event<TIMSelfInfoUpdatedCallback>('TIMSetSelfInfoUpdatedCallback'),

  /**
   * Sets the callback for users that come online or go, or change their own status: those subscribed to.
   * @param cb gets a JSON array of `TIMUserStatus`
   */
  TIMSetUserStatusChangedCallback: event<TIMUserStatusChangedCallback>('TIMSetUserStatusChangedCallback'),

  /**
   * Sets the callback for profile changes of users subscribed to, other than friends.
   * @param cb gets a JSON array of `UserProfile`
   */
  TIMSetUserInfoChangedCallback: event<TIMUserInfoChangedCallback>('TIMSetUserInfoChangedCallback'),

  /**
   * Sets the callback that receives the SDK's log lines; TIMSetConfig says from which level on. Secrets are never in them.
   * @param cb gets the `TIMLogLevel` and the line
   */
  TIMSetLogCallback: event<TIMLogCallback>('TIMSetLogCallback'),

  /**
   * Begins: reads the settings and connects in the background. Calling it again without TIMUninit changes nothing.
   * @param sdk_app_id the app's SDKAppID, not 0
   * @param json_sdk_config settings, see {@link SdkConfig}; null means defaults
   * @returns `TIM_ERR_PARAM` for a setting that cannot be used (the log says which), `TIM_ERR_JSON` for broken JSON
   */
  TIMInit(this: ClientCore, sdk_app_id: number | bigint, json_sdk_config?: Json<SdkConfig> | null): TIMResult {
    const appId = appIdOf(sdk_app_id);
    if (appId === undefined) return TIMResult.TIM_ERR_PARAM;
    const config = initConfig.read(json_sdk_config);
    if (config instanceof Refusal) {
      return this.engine.state === 'Uninit' ? config.result : TIMResult.TIM_SUCC;
    }
    try {
      this.engine.init(appId, withoutNonsense(config));
      return TIMResult.TIM_SUCC;
    } catch (error) {
      if (!(error instanceof TIMError)) throw error;
      this.engine.logger.error(`init: ${error.desc}`);
      return TIMResult.TIM_ERR_PARAM;
    }
  },

  /** Ends: closes the connection. Calls that still wait get 7009. Timers and sockets are gone afterwards. */
  TIMUninit(this: ClientCore): TIMResult {
    this.engine.uninit();
    return TIMResult.TIM_SUCC;
  },

  /** The version of tim-node. */
  TIMGetSDKVersion(this: ClientCore): string {
    return SDK_VERSION;
  },

  /** Server time in unix seconds; the local time until the server has been heard. */
  TIMGetServerTime(this: ClientCore): number {
    return this.engine.serverTime;
  },

  /**
   * Changes settings at run time: log levels, console log, HTTP and SOCKS5 proxies. Callback: the same `SetConfig`.
   *
   * In this version: `set_config_log_level`, `set_config_callback_log_level`, `set_config_is_log_output_console`,
   * `set_config_http_proxy_info`, `set_config_socks5_proxy_info` and, in `set_config_user_config`,
   * `user_config_is_is_disable_storage`, which counts from the next login on; other keys are accepted without effect.
   * @param json_config a `SetConfig`; keys that are not there stay as they are
   */
  TIMSetConfig: call<[json_config: Json<SetConfig>], SetConfig>('TIMSetConfig', {
    params: [object()],
    needs: 'nothing',
    run: (client, [config], reply) => {
      applyConfig(client.engine, config as Record<string, unknown>);
      reply({ json: config });
    },
  }),

  /**
   * Logs in. Another user who is logged in is logged out first. While the same user is logged in, it succeeds at
   * once and the new UserSig takes the place of the old one.
   * @param user_id 1 to 32 of `a-z A-Z 0-9 _ -`, else 7003
   * @param user_sig made by your backend with the app's secret key
   *
   * Errors: 6206 or 70001 expired, 6208 kicked while offline, 6023 overtaken, 7501 already logging in,
   * 70003, 70009, 70013, 70014 wrong UserSig, 9508, 9510, 9520 network.
   */
  TIMLogin: call<[user_id: string, user_sig: string]>('TIMLogin', {
    params: [id, id],
    needs: 'init',
    run: (client, [userId, userSig], reply) => {
      client.engine.login({ userId, userSig }, (error) => {
        reply(error === undefined ? {} : { error });
      });
    },
  }),

  /** Logs out. Other instances of the account go on. Calls that still wait get 6014, a running login 6023. */
  TIMLogout: call<[]>('TIMLogout', {
    params: [],
    needs: 'init',
    run: (client, _values, reply) => {
      client.engine.logout((error) => {
        reply(error === undefined ? {} : { error });
      });
    },
  }),

  /**
   * Tells who is logged in.
   * @param user_id_buffer receives the UserID, or the empty text when nobody is logged in; a StringBuilder, or at
   * least 33 bytes
   */
  TIMGetLoginUserID(this: ClientCore, user_id_buffer: OutBuffer | null): TIMResult {
    writeOut(user_id_buffer, this.engine.userId);
    return TIMResult.TIM_SUCC;
  },

  /** Tells the `TIMLoginStatus`: logged in, logging in, logged out, logging out. */
  TIMGetLoginStatus(this: ClientCore): TIMLoginStatus {
    return this.engine.status;
  },

  /**
   * Fetches profiles of users, one's own included. Callback: `UserProfile[]`.
   * @param json_get_user_profile_list_param a `FriendShipGetProfileListParam`
   */
  TIMProfileGetUserProfileList: call<
    [json_get_user_profile_list_param: Json<FriendShipGetProfileListParam>],
    UserProfile[]
  >('TIMProfileGetUserProfileList', { params: [object()], local: true }),

  /**
   * Changes fields of one's own profile.
   * @param json_modify_self_user_profile_param a `UserProfileItem` with the fields to change; keys of custom fields may
   * leave `Tag_Profile_Custom_` out
   */
  TIMProfileModifySelfUserProfile: call<[json_modify_self_user_profile_param: Json<UserProfileItem>]>(
    'TIMProfileModifySelfUserProfile',
    { params: [object({ onBad: TIMResult.TIM_ERR_PARAM })] },
  ),

  /**
   * Asks to be told of profile changes of users, by TIMSetUserInfoChangedCallback. Of friends one is told anyway.
   * @param json_user_id_list UserIDs; of more than 200 the oldest are dropped
   */
  TIMSubscribeUserInfo: call<[json_user_id_list: Json<string[]>]>('TIMSubscribeUserInfo', {
    params: [anyJson<string[]>([])],
  }),

  /**
   * Ends such wishes.
   * @param json_user_id_list UserIDs; null or empty means all
   */
  TIMUnsubscribeUserInfo: call<[json_user_id_list: Json<string[]> | null]>('TIMUnsubscribeUserInfo', {
    params: [anyJson<string[]>([], optional)],
  }),

  /**
   * Fetches whether users are online, and their own status. Callback: `TIMUserStatus[]`.
   * @param json_identifier_array UserIDs
   */
  TIMGetUserStatus: call<[json_identifier_array: Json<string[]>], TIMUserStatus[]>('TIMGetUserStatus', {
    params: [anyJson<string[]>([])],
    empty: () => [],
  }),

  /**
   * Sets one's own status, such as "at lunch".
   * @param json_current_user_status a `TIMUserStatus` with `user_status_custom_status`
   */
  TIMSetSelfStatus: call<[json_current_user_status: Json<TIMUserStatus>]>('TIMSetSelfStatus', {
    params: [anyJson<TIMUserStatus>({})],
  }),

  /**
   * Asks to be told when users come online or go, by TIMSetUserStatusChangedCallback.
   * @param json_identifier_array UserIDs; of more than 200 the oldest are dropped
   */
  TIMSubscribeUserStatus: call<[json_identifier_array: Json<string[]>]>('TIMSubscribeUserStatus', {
    params: [anyJson<string[]>([])],
  }),

  /**
   * Ends such wishes.
   * @param json_identifier_array UserIDs; null or empty means all
   */
  TIMUnsubscribeUserStatus: call<[json_identifier_array: Json<string[]> | null]>('TIMUnsubscribeUserStatus', {
    params: [anyJson<string[]>([], optional)],
  }),
};
