import {
  errorEntry,
  LIMITS,
  timError,
  type OpName,
  type Ops,
  type ParamsOf,
  type ResultOf,
  type TIMError,
} from '@tim-node/protocol';
import type { Settle, Withdraw } from '../connection/requests.js';
import { LONGEST_TIMER } from '../host/clock.js';
import type { Host } from '../host/host.js';
import type { Account, Done, StateName } from '../session/states.js';
import { httpUrl } from '../transport/http.js';
import type { DialOptions, Proxy } from '../transport/transport.js';
import { SDK_VERSION } from '../version.js';
import { Callbacks } from './callbacks.js';
import { Emitter } from './emitter.js';
import type { EngineEvents } from './events.js';
import { Local } from './local.js';
import { Logger } from './logger.js';
import { resolveOptions, type ClientOptions } from './options.js';
import { hideCredentials } from './redact.js';
import { Running, type Ground } from './running.js';

export type { EngineEvents, NetworkState } from './events.js';

/**
 * One client: Init to Uninit. Every style of the API is a translation of this one.
 * Functions that take a `done` or `settle` call it exactly once, never inside the call.
 */
export class Engine implements Ground {
  readonly callbacks: Callbacks;
  readonly logger: Logger;
  /** What is kept of the accounts. */
  readonly local: Local;
  private readonly emitter = new Emitter<EngineEvents>();
  private running: Running | undefined;
  private ownProxy: Proxy | undefined;
  private presetUrls: readonly string[] = [];
  private deadline: number = LIMITS.callDeadline;

  constructor(readonly host: Host) {
    this.callbacks = new Callbacks(host.clock);
    this.logger = new Logger(host);
    this.local = new Local(host, this.callbacks, this.logger);
  }

  /** Listens to an event until the returned function is called. */
  on<K extends keyof EngineEvents>(name: K, listener: EngineEvents[K]): () => void {
    return this.emitter.on(name, listener);
  }

  get state(): StateName {
    return this.running?.session.stateName ?? 'Uninit';
  }

  /** Whether the server can be asked now, as far as is known: a request waits for the network otherwise. */
  get isOnline(): boolean {
    return this.state === 'Logined' && this.running?.network === 'connected';
  }

  /** `TIMLoginStatus`. */
  get status(): 1 | 2 | 3 | 4 {
    return this.running?.session.status ?? 3;
  }

  /** The logged-in user, or the empty string. */
  get userId(): string {
    return this.running?.session.userId ?? '';
  }

  /** Whether the user who is logged in is new: there was nothing that the server could tell of him. */
  get isNewcomer(): boolean {
    return this.running?.session.isNewcomer ?? false;
  }

  /**
   * Whose data answers now: the user who is logged in; or the one who is logging in, or cannot because of the network,
   * when his store is on disk; or the empty string.
   */
  get ownerId(): string {
    return this.userId === '' ? this.local.readableBy : this.userId;
  }

  /** The server that this client talks to, and the way there. */
  get server(): DialOptions | undefined {
    return this.running?.link.target;
  }

  /** Where a file of a message can be loaded from as long as the session of the user lasts; otherwise empty. */
  mediaUrl(id: string, userId: string): string {
    const { server, options, running } = this;
    const token = running?.session.mediaToken ?? '';
    if (token === '' || userId !== this.userId || server === undefined || options === undefined) return '';
    return `${httpUrl(server.url)}/media/${options.sdkAppId}/${encodeURIComponent(id)}?token=${token}`;
  }

  get options(): ClientOptions | undefined {
    return this.running?.options;
  }

  /** Server time in unix seconds; the local time until the server has been heard. */
  get serverTime(): number {
    return this.running?.serverClock.seconds() ?? Math.floor(this.host.clock.now() / 1000);
  }

  /** Proxy for connections that are made from now on. */
  useProxy(proxy: Proxy | undefined): void {
    this.ownProxy = proxy;
  }

  get proxy(): Proxy | undefined {
    return this.ownProxy;
  }

  /** Server addresses that go before those given to Init. */
  useServers(urls: readonly string[]): void {
    this.presetUrls = urls;
  }

  /** Deadline of logins and calls that are made from now on; milliseconds. Nothing means the usual one. */
  useDeadline(milliseconds: number = LIMITS.callDeadline): void {
    this.deadline = Math.min(milliseconds, LONGEST_TIMER);
    if (this.running !== undefined) this.running.requests.deadline = this.deadline;
  }

  /**
   * Begins: connects in the background. A second Init without Uninit changes nothing.
   * @throws TIMError 6017 when an option cannot be used
   */
  init(sdkAppId: number, config: unknown): void {
    if (this.running !== undefined) {
      this.warnOfOtherInit(this.running.options, sdkAppId, config);
      return;
    }
    const options = resolveOptions(sdkAppId, config, this.presetUrls, this.host);
    if (options.logFolder !== undefined) this.logger.openFile(options.logFolder);
    this.local.begin(sdkAppId, options.configFolder);
    this.running = new Running(this, this.emitter, options);
    this.running.requests.deadline = this.deadline;
    const addresses = options.serverUrls.map(hideCredentials).join(' ');
    this.logger.info(`init: SDK ${SDK_VERSION}, app ${sdkAppId}, ${options.platform}, ${addresses}`);
    this.running.session.begin();
    this.running.link.open();
  }

  private warnOfOtherInit(now: ClientOptions, sdkAppId: number, config: unknown): void {
    const then = this.otherOptions(sdkAppId, config);
    if (then === undefined) return;
    if (then.sdkAppId !== now.sdkAppId || then.serverUrls.join() !== now.serverUrls.join()) {
      this.logger.warn('init: already initialized; another app id or server takes effect only after uninit');
    }
  }

  /** Options that could not be used are of no interest any more. */
  private otherOptions(sdkAppId: number, config: unknown): ClientOptions | undefined {
    try {
      return resolveOptions(sdkAppId, config, this.presetUrls, this.host);
    } catch {
      return undefined;
    }
  }

  /** Ends: closes the connection and settles whatever waits with 7009. */
  uninit(): void {
    const { running } = this;
    if (running === undefined) return;
    running.end();
    this.running = undefined;
    this.logger.info('uninit');
    this.logger.close();
  }

  login(account: Account, done: Done): void {
    const { session } = this.running ?? {};
    const settle = this.once(done);
    if (session === undefined) settle(timError('notInitialized'));
    else session.login(account, (error) => this.loginSettled(settle, error));
  }

  /** Without a network the store of the account can still be read; a user whom the server refuses sees nothing. */
  private loginSettled(settle: Done, error: TIMError | undefined): void {
    const isOver = error !== undefined && this.state === 'UnLogined';
    if (isOver && errorEntry(error.code)?.retry !== 'later') this.local.leave();
    settle(error);
  }

  logout(done: Done): void {
    const { session } = this.running ?? {};
    const settle = this.once(done);
    if (session === undefined) settle(timError('notInitialized'));
    else {
      this.local.leave();
      session.logout(settle);
    }
  }

  /** A request of the logged-in user. Returns what takes it back as long as it has not left. */
  call<K extends OpName>(op: K, params: ParamsOf<Ops[K]>, settle: Settle<ResultOf<Ops[K]>>): Withdraw {
    const { session } = this.running ?? {};
    const posted: typeof settle = (outcome) => this.callbacks.post(() => settle(outcome));
    if (session !== undefined) return session.call(op, params, posted);
    posted({ error: timError('notInitialized') });
    return () => false;
  }

  private once(done: Done): Done {
    return (error) => this.callbacks.post(() => done(error));
  }
}
