import { isRecord, timError, TIMError, type Platform } from '@tim-node/protocol';
import { Engine, type NetworkState } from '../../core/engine.js';
import type { SdkConfig } from '../../core/options.js';
import { keepConversations } from '../../feature/conversation-keeper.js';
import { Conversations } from '../../feature/conversations.js';
import { Refusals } from '../../feature/refusals.js';
import type { Host } from '../../host/host.js';
import { SDK_VERSION } from '../../version.js';
import { outcome, value, type V2TimCallback, type V2TimValueCallback } from './callbacks.js';
import { V2TIMConversationManager } from './conversation-manager.js';
import { Known } from './known.js';
import { Listeners, type V2TimSDKListener } from './listener.js';
import { accountOptionOf } from './message/options.js';
import { V2TIMMessageManager } from './message-manager.js';

/** Least level of log lines that are kept. */
export const LogLevelEnum = {
  V2TIM_LOG_NONE: 0,
  V2TIM_LOG_ALL: 2,
  V2TIM_LOG_DEBUG: 3,
  V2TIM_LOG_INFO: 4,
  V2TIM_LOG_WARN: 5,
  V2TIM_LOG_ERROR: 6,
} as const;
export type LogLevelEnum = (typeof LogLevelEnum)[keyof typeof LogLevelEnum];

/** What `getLoginStatus` answers. */
export const LoginStatus = {
  V2TIM_STATUS_LOGINED: 1,
  V2TIM_STATUS_LOGINING: 2,
  V2TIM_STATUS_LOGOUT: 3,
} as const;
export type LoginStatus = (typeof LoginStatus)[keyof typeof LoginStatus];

/** Options of `initSDK`. */
export interface InitSDKOptions {
  sdkAppID: number;
  /** @defaultValue V2TIM_LOG_DEBUG */
  loglevel?: LogLevelEnum | undefined;
  /** The first listener. */
  listener?: V2TimSDKListener | null | undefined;
  /**
   * Whether the log goes to the console too.
   * @defaultValue false
   */
  showImLog?: boolean | undefined;
  /** Folder for the instance id and the local store. */
  initPath?: string | undefined;
  /** Folder for log files. */
  logPath?: string | undefined;
  /** Accepted and ignored. */
  plugins?: unknown;
  /**
   * Address of the server: `ws://host:port` or `wss://host`.
   * @defaultValue the environment variable TIM_SERVER_URL, else this machine at the server's default port
   */
  serverURL?: string | undefined;
  /** PEM text of the certificate authorities to trust for `wss://`, besides those that Node knows. */
  serverCA?: string | undefined;
  /** What this instance counts as for the login policy; by default the operating system. */
  platform?: Platform | undefined;
}

/** Who logs in. */
export interface V2LoginOptions {
  /** 1 to 32 of `a-z A-Z 0-9 _ -` */
  userID: string;
  /** The proof that your backend has made for this user. */
  userSig: string;
}

/** The SDK in the style of Flutter, for one account at a time. */
export class V2TIMManager {
  private readonly engine: Engine;
  private readonly listeners = new Listeners<V2TimSDKListener>();
  private readonly messages: V2TIMMessageManager;
  private readonly conversations: V2TIMConversationManager;

  /** @internal Apps get managers from TencentImSDKPlugin. */
  constructor(host: Host) {
    const engine = (this.engine = new Engine(host));
    engine.on('network', (state, error) => this.networkChanged(state, error));
    engine.on('kicked', (kick) => this.listeners.tell((each) => each.onKickedOffline?.(kick)));
    engine.on('userSigExpired', () => this.listeners.tell((each) => each.onUserSigExpired?.()));
    const known = new Known(engine);
    const refusals = new Refusals(engine, () => conversations);
    const conversations = new Conversations(engine);
    keepConversations(engine, conversations);
    this.messages = new V2TIMMessageManager(engine, known, conversations, refusals);
    this.conversations = new V2TIMConversationManager(engine, known, conversations);
    conversations.on('changes', ({ accountOption }) => {
      if (accountOption === undefined) return;
      const info = accountOptionOf(accountOption);
      this.listeners.tell((each) => each.onAllReceiveMessageOptChanged?.(info));
    });
    engine.logger.listener = {
      isListening: () => this.listeners.has('onLog'),
      onLine: (level, line) => {
        engine.callbacks.post(() => this.listeners.tell((each) => each.onLog?.(level, line)));
      },
    };
  }

  /**
   * Starts the SDK, which connects in the background; `login` may follow at once. Again without `unInitSDK`
   * it succeeds and changes nothing, and the listener is not added.
   * Codes: 6017 for an option that cannot be used.
   */
  initSDK(options: InitSDKOptions): Promise<V2TimValueCallback<boolean>> {
    const given: Partial<InitSDKOptions> = isRecord(options) ? options : {};
    const isFirst = this.engine.state === 'Uninit';
    try {
      if (isFirst) this.configureLog(given);
      this.engine.init(given.sdkAppID ?? NaN, configOf(given));
    } catch (error) {
      // Besides what the core says, a folder that cannot be used.
      const told = error instanceof TIMError ? error : timError('invalidParameters', String(error));
      return Promise.resolve({ ...outcome(told), data: false });
    }
    if (isFirst && given.listener != null) this.listeners.add(given.listener);
    return value(true);
  }

  private configureLog({ loglevel = LogLevelEnum.V2TIM_LOG_DEBUG, showImLog = false }: Partial<InitSDKOptions>): void {
    const { logger } = this.engine;
    logger.level = loglevel;
    logger.callbackLevel = loglevel;
    logger.toConsole = showImLog;
  }

  /** Ends the SDK: removes all listeners, disconnects, and settles whatever waits with 7009. */
  async unInitSDK(): Promise<V2TimCallback> {
    this.listeners.clear();
    this.messages.clear();
    this.conversations.clear();
    this.engine.uninit();
    // After whatever the end of the engine has settled.
    await new Promise<void>((resolve) => this.engine.callbacks.post(resolve));
    return outcome();
  }

  /**
   * Logs a user in. Another user may be logged in: that one is logged out first.
   * Codes: 6013 before initSDK, 7003 for a UserID that is none, 7501 while a login of this user is running,
   * 6206 and 70001 for a UserSig that has expired, and those of docs/errors.md.
   */
  login(options: V2LoginOptions): Promise<V2TimCallback> {
    if (this.engine.state === 'Uninit') return Promise.resolve(NOT_INIT);
    const { userID, userSig } = isRecord(options) ? options : {};
    if (typeof userID !== 'string') return Promise.resolve(refused('userID must be a string'));
    if (typeof userSig !== 'string' || userSig === '') {
      return Promise.resolve(refused('userSig must be a non-empty string'));
    }
    return new Promise((resolve) => {
      this.engine.login({ userId: userID, userSig }, (error) => resolve(outcome(error)));
    });
  }

  /** Logs the user out; other instances of the account go on. Codes: 6013 before initSDK. */
  logout(): Promise<V2TimCallback> {
    if (this.engine.state === 'Uninit') return Promise.resolve(NOT_INIT);
    return new Promise((resolve) => {
      this.engine.logout((error) => resolve(outcome(error)));
    });
  }

  /** The logged-in user, or the empty string. */
  getLoginUser(): Promise<V2TimValueCallback<string>> {
    return value(this.engine.userId);
  }

  /** 1 logged in, 2 logging in, 3 neither; a logout that is still running counts as 3. */
  getLoginStatus(): Promise<V2TimValueCallback<LoginStatus>> {
    const { status } = this.engine;
    return value(status === 4 ? LoginStatus.V2TIM_STATUS_LOGOUT : status);
  }

  /** Time of the server, unix seconds; the local time until the server has been heard. */
  getServerTime(): Promise<V2TimValueCallback<number>> {
    return value(this.engine.serverTime);
  }

  /** Version of this SDK. */
  getVersion(): Promise<V2TimValueCallback<string>> {
    return value(SDK_VERSION);
  }

  /** Adds a listener; the same object counts once. `unInitSDK` removes it. */
  addIMSDKListener(listener: V2TimSDKListener): void {
    this.listeners.add(listener);
  }

  /** Removes a listener. */
  removeIMSDKListener(listener: V2TimSDKListener): void {
    this.listeners.remove(listener);
  }

  /** Messages: making, sending, reading and changing them. */
  getMessageManager(): V2TIMMessageManager {
    return this.messages;
  }

  /** Conversations. */
  getConversationManager(): V2TIMConversationManager {
    return this.conversations;
  }

  private networkChanged(state: NetworkState, error: TIMError | undefined): void {
    this.listeners.tell((each) => {
      if (state === 'connecting') each.onConnecting?.();
      else if (state === 'connected') each.onConnectSuccess?.();
      else each.onConnectFailed?.(error?.code ?? 0, error?.desc ?? '');
    });
  }
}

const NOT_INIT: V2TimCallback = outcome(timError('notInitialized', 'sdk not init'));

function refused(detail: string): V2TimCallback {
  return outcome(timError('invalidParameters', detail));
}

function configOf({ initPath, logPath, serverURL, serverCA, platform }: Partial<InitSDKOptions>): SdkConfig {
  return {
    ...(initPath === undefined ? {} : { sdk_config_config_file_path: initPath }),
    ...(logPath === undefined ? {} : { sdk_config_log_file_path: logPath }),
    ...(serverURL === undefined ? {} : { sdk_config_server_url: serverURL }),
    ...(serverCA === undefined ? {} : { sdk_config_server_ca: serverCA }),
    ...(platform === undefined ? {} : { sdk_config_platform: platform }),
  };
}
