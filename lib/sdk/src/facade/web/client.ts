import { ERRORS } from '@tim-node/protocol';
import { Engine, type NetworkState } from '../../core/engine.js';
import { LOG_LEVEL } from '../../core/logger.js';
import { Conversations } from '../../feature/conversations.js';
import { Refusals } from '../../feature/refusals.js';
import type { Host } from '../../host/host.js';
import type { Account, StateName, TransitionReason } from '../../session/states.js';
import { asIMError, toIMError, webError } from './codes.js';
import { Desk } from './desk.js';
import { ChatEvents, type ChatEventData } from './events.js';
import { feed } from './feed.js';
import { feedConversations } from './feed-conversations.js';
import { feedGroups } from './feed-groups.js';
import { Shelf } from './shelf.js';
import { IMError } from './im-error.js';
import type { ChatOptions } from './options.js';
import { NOT_READY, type KickType, type Phase } from './phases.js';

/** What a promise of the Web style is resolved with. */
export interface IMResponse<T = unknown> {
  /** Always 0; failures reject with an `IMError`. */
  readonly code: number;
  readonly data: T;
}

/** What `login` is answered with. */
export interface LoginResponseData {
  readonly actionStatus: 'OK';
  readonly errorCode: number;
  readonly errorInfo: string;
  /** Set when somebody was logged in already: nothing has changed then. */
  readonly repeatLogin?: true;
}

/** Where the styles that share this client differ. */
export interface Style {
  /** What `data.type` of KICKED_OUT says for each reason. */
  readonly kickTypes: Readonly<Record<KickType, string>>;
}

/** The log levels of the Web style: 0 everything, 1 release, 2 warnings, 3 errors, 4 nothing. */
const LOG_LEVELS: readonly number[] = [LOG_LEVEL.debug, LOG_LEVEL.info, LOG_LEVEL.warn, LOG_LEVEL.error, LOG_LEVEL.off];

const NET_STATES = {
  connecting: 'connecting',
  connected: 'connected',
  disconnected: 'disconnected',
  failed: 'disconnected',
} as const satisfies Record<NetworkState, string>;

/**
 * One client of the Web style, from create() to destroy(). Its phase follows what the app has been told,
 * not what the engine already knows: it only changes in the app's own calls and together with events.
 */
export class WebClient {
  readonly events = new ChatEvents();
  readonly engine: Engine;
  readonly desk: Desk;
  readonly shelf: Shelf;
  private phase: Phase = 'initial';
  private account: Account = { userId: '', userSig: '' };
  private leaving: Promise<IMResponse<object>> = Promise.resolve(succeeded({}));
  /** The network is taken for good until it proves otherwise, so a first connection is no news. */
  private netState: ChatEventData['netStateChange']['state'] = 'connected';
  private netStateKnown = false;

  /** @throws IMError 2905 when the server address cannot be used */
  constructor(
    host: Host,
    private readonly options: ChatOptions,
    private readonly style: Style,
  ) {
    this.engine = new Engine(host);
    this.engine.logger.level = LOG_LEVEL.warn;
    this.engine.logger.toConsole = true;
    this.engine.on('transition', (from, to, reason) => this.moved(to, reason));
    this.engine.on('kicked', ({ reason }) => this.kickedOut(reason));
    this.engine.on('userSigExpired', () => this.kickedOut('userSigExpired'));
    this.engine.on('network', (state) => this.networkChanged(state));
    const refusals = new Refusals(this.engine, () => conversations);
    const conversations = new Conversations(this.engine);
    this.desk = new Desk(this.engine, () => this.userId, refusals);
    this.shelf = new Shelf(conversations, this.desk);
    feed(this);
    feedConversations(this);
    feedGroups(this);
    this.begin(options);
  }

  /** The app asks for the client that it already has. Another server is told in the log as a warning. */
  askedAgain(options: ChatOptions): void {
    if (options.config.sdk_config_server_url !== undefined) this.begin(options);
  }

  private begin(options: ChatOptions): void {
    asIMError(() => this.engine.init(options.sdkAppId, options.config));
  }

  get isReady(): boolean {
    return this.phase === 'ready';
  }

  /** The logged-in user, or the empty string. */
  get userId(): string {
    return this.isReady ? this.account.userId : '';
  }

  /** Unix seconds. */
  get serverTime(): number {
    return this.engine.serverTime;
  }

  login(account: Account): Promise<IMResponse<LoginResponseData>> {
    const { phase } = this;
    if (phase === 'destroying' || phase === 'destroyed') return Promise.reject(webError('UNCAUGHT_ERROR', 'login'));
    if (phase === 'loggingIn') return Promise.reject(webError('REPEAT_LOGIN', 'login'));
    if (phase === 'ready') {
      this.renew(account);
      const errorInfo = `${this.userId} is logged in`;
      return Promise.resolve(succeeded({ ...LOGGED_IN, errorInfo, repeatLogin: true }));
    }
    return this.beginLogin(account);
  }

  private beginLogin(account: Account): Promise<IMResponse<LoginResponseData>> {
    this.phase = 'loggingIn';
    this.account = account;
    return new Promise((resolve, reject) => {
      this.engine.login(account, (error) => {
        if (this.phase === 'destroyed') reject(webError('UNCAUGHT_ERROR', 'login'));
        else if (error === undefined) resolve(succeeded(LOGGED_IN));
        else {
          this.phase = 'loginFailed';
          reject(toIMError(error));
        }
      });
    });
  }

  /** A newer UserSig of the same user moves the end of the session; another user changes nothing. */
  private renew(account: Account): void {
    if (this.engine.state === 'Logined' && this.engine.userId === account.userId) {
      this.engine.login(account, () => undefined);
    }
  }

  logout(): Promise<IMResponse<object>> {
    if (!this.mayLeave()) return Promise.reject(webError('USER_NOT_LOGGED_IN', 'logout'));
    return this.leave();
  }

  private mayLeave(): boolean {
    return this.phase === 'ready' || this.phase === 'loggingOut' || this.phase === 'destroying';
  }

  /** Ends the session; a second call waits for the first. Never fails: without an answer the session is left behind. */
  private leave(): Promise<IMResponse<object>> {
    if (this.phase === 'ready') {
      this.phase = 'loggingOut';
      this.leaving = new Promise((resolve) => {
        this.engine.logout(() => resolve(succeeded({})));
      });
    }
    return this.leaving;
  }

  async destroy(): Promise<IMResponse<object>> {
    const wasLoggedIn = this.mayLeave();
    if (wasLoggedIn) {
      const left = this.leave();
      this.phase = 'destroying';
      await left;
    }
    this.phase = 'destroyed';
    this.engine.uninit();
    // After whatever the end of the engine has settled.
    await new Promise<void>((resolve) => this.engine.callbacks.post(resolve));
    this.events.emit('sdkDestroy', { SDKAppID: this.options.sdkAppId });
    if (!wasLoggedIn) throw webError('USER_NOT_LOGGED_IN', 'destroy');
    return succeeded({});
  }

  setLogLevel(level: number): void {
    this.engine.logger.level = LOG_LEVELS[level] ?? this.engine.logger.level;
  }

  /** Why a call that needs a login cannot be made now; nothing when it can. */
  notReady(api: string): IMError | undefined {
    return this.phase === 'ready' ? undefined : webError(NOT_READY[this.phase], api);
  }

  /** The error of an API that this version cannot do yet: that nobody is logged in goes first. */
  unsupported(api: string): IMError {
    const text = `${api} is not supported in this version; docs/web.md tells what is`;
    return this.notReady(api) ?? new IMError(ERRORS.notSupported.code, text);
  }

  /** Tells an error by EVENT.ERROR, then does the rest. */
  report(error: IMError, then: () => void = () => undefined): void {
    const { code, message } = error;
    this.engine.callbacks.post(() => {
      this.events.emit('error', { code, message });
      then();
    });
  }

  private moved(to: StateName, reason: TransitionReason): void {
    if (this.phase === 'destroyed') return;
    if (to === 'Logined') {
      this.phase = 'ready';
      this.events.emit('sdkStateReady', undefined);
    } else if (reason === 'logout finished') {
      if (this.phase === 'loggingOut') this.phase = 'loggedOut';
      this.forget();
      this.events.emit('sdkStateNotReady', undefined);
    }
  }

  /** What the user who has left knew. */
  private forget(): void {
    this.desk.clear();
    this.shelf.clear();
  }

  private kickedOut(type: KickType): void {
    if (this.phase === 'destroyed') return;
    this.phase = type;
    this.forget();
    this.events.emit('kickedOut', { type: this.style.kickTypes[type] });
    this.events.emit('sdkStateNotReady', undefined);
  }

  private networkChanged(network: NetworkState): void {
    const state = NET_STATES[network];
    const isFirstAttempt = state === 'connecting' && !this.netStateKnown;
    if (isFirstAttempt) return;
    this.netStateKnown = true;
    if (state === this.netState) return;
    this.netState = state;
    this.events.emit('netStateChange', { state });
  }
}

const LOGGED_IN: LoginResponseData = { actionStatus: 'OK', errorCode: 0, errorInfo: '' };

function succeeded<T>(data: T): IMResponse<T> {
  return { code: 0, data };
}
