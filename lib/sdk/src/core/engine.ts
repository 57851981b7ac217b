import {
  errorEntry,
  LIMITS,
  timError,
  type LogEntry,
  type Message,
  type OpName,
  type Ops,
  type ParamsOf,
  type Position,
  type ResultOf,
  type TIMError,
} from '@tim-node/protocol';
import { Link, type LinkState } from '../connection/link.js';
import { Requests, type Settle, type Withdraw } from '../connection/requests.js';
import { LONGEST_TIMER } from '../host/clock.js';
import type { Host } from '../host/host.js';
import { Authenticator } from '../session/authenticator.js';
import { ServerClock } from '../session/server-clock.js';
import { Session, type Kick } from '../session/session.js';
import type { Account, Done, StateName, TransitionReason } from '../session/states.js';
import type { DialOptions, Proxy } from '../transport/transport.js';
import { SDK_VERSION } from '../version.js';
import { Callbacks } from './callbacks.js';
import { Emitter } from './emitter.js';
import { Local } from './local.js';
import { Logger } from './logger.js';
import { dialTargets, resolveOptions, type ClientOptions } from './options.js';
import { hideCredentials, redactFrame } from './redact.js';
import { httpUrl } from '../transport/http.js';

/** The connection as apps see it. */
export type NetworkState = 'connecting' | 'connected' | 'disconnected' | 'failed';

/** What happens to a client by itself. Listeners are called through the callback queue. */
export interface EngineEvents {
  network(state: NetworkState, error?: TIMError): void;
  kicked(kick: Kick): void;
  userSigExpired(): void;
  transition(from: StateName, to: StateName, reason: TransitionReason): void;
  /** New entries of a user's log: in order, each one once. By the time it is told, somebody else may be logged in. */
  entries(entries: readonly LogEntry[], userId: string): void;
  /** A message that nobody keeps. */
  online(message: Message, userId: string): void;
  /** The session has begun, or goes on after an interruption: addresses of files may be others now. */
  attached(userId: string): void;
  /** Another server has taken the place of the old one: what was known of its log does not count any more. */
  reset(userId: string): void;
}

/** After these nobody's store may be read; nor after a logout. */
const SENT_AWAY: ReadonlySet<TransitionReason> = new Set(['kicked', 'UserSig expired']);

interface Running {
  readonly options: ClientOptions;
  readonly link: Link;
  readonly requests: Requests;
  readonly serverClock: ServerClock;
  readonly session: Session;
  /** Stops watching the machine's network. */
  readonly unwatch: (() => void) | undefined;
}

/**
 * One client: Init to Uninit. Every style of the API is a translation of this one.
 * Functions that take a `done` or `settle` call it exactly once, never inside the call.
 */
export class Engine {
  readonly callbacks: Callbacks;
  readonly logger: Logger;
  /** What is kept of the accounts. */
  readonly local: Local;
  private readonly emitter = new Emitter<EngineEvents>();
  private running: Running | undefined;
  private network: NetworkState | undefined;
  private proxy: Proxy | undefined;
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
    return this.state === 'Logined' && this.network === 'connected';
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
    this.proxy = proxy;
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
    this.running = this.assemble(options);
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

  private assemble(options: ClientOptions): Running {
    const { host } = this;
    const { clock } = host;
    const requests = new Requests(clock);
    requests.deadline = this.deadline;
    const serverClock = new ServerClock(clock);
    const targets = () => dialTargets(options, this.proxy);
    const debugFrames = host.env('TIM_DEBUG')?.split(',').includes('frames') ?? false;
    const link = new Link(host.dial, clock, requests, targets, {
      onState: (state, error) => this.linkState(state, error),
      onOpen: () => session.connected(),
      onLost: (end) => session.lost(end),
      onPush: (push) => session.pushed(push),
      onTime: (time) => serverClock.learn(time),
      onWake: () => link.wake(),
      onFrame: (direction, text) => {
        if (debugFrames) this.logger.debug(`${direction} ${redactFrame(text)}`);
      },
    });
    const identity = {
      sdkAppId: options.sdkAppId,
      platform: options.platform,
      instanceId: this.instanceId(options),
      agent: `tim-node/${SDK_VERSION}`,
    };
    const authenticator = new Authenticator(link, requests, serverClock, host.inflate, identity);
    const session = new Session(
      { clock, serverClock, link, requests, authenticator, positions: this.local },
      {
        onTransition: (from, to, reason) => {
          this.logger.info(`session: ${from} -> ${to} (${reason})`);
          if (SENT_AWAY.has(reason)) this.local.leave();
          this.announce('transition', from, to, reason);
        },
        onKicked: (kick) => this.announce('kicked', kick),
        onUserSigExpired: () => this.announce('userSigExpired'),
        onEntries: (entries, position) => this.applied(entries, position),
        onOnline: (message) => this.announce('online', message, this.userId),
        onReset: (position) => this.replaced(position),
        onAttached: (position) => this.attached(position),
      },
    );
    const unwatch = host.watchNetwork?.(() => link.wake());
    return { options, link, requests, serverClock, session, unwatch };
  }

  /** Runs something for the present user when its turn in the queue has come. */
  private keep(work: (userId: string) => void): void {
    const { userId } = this;
    this.callbacks.post(() => work(userId));
  }

  private applied(entries: readonly LogEntry[], position: Position): void {
    this.keep((userId) => {
      this.local.apply(userId, entries, position, () => this.emitter.emit('entries', entries, userId));
    });
  }

  private attached(position: Position): void {
    this.keep((userId) => {
      this.local.attached(userId, position, false);
      this.emitter.emit('attached', userId);
    });
  }

  private replaced(position: Position): void {
    this.logger.warn('session: the log of the server was replaced; starting from its end');
    this.keep((userId) => {
      this.local.attached(userId, position, true);
      this.emitter.emit('reset', userId);
    });
  }

  /** A folder that cannot be used costs the memory of a kick, not the login. */
  private instanceId({ configFolder }: ClientOptions): string {
    try {
      return this.host.instanceId(configFolder);
    } catch (error) {
      this.logger.warn(
        `init: the config folder cannot be used (${String(error)}); this start counts as a new instance`,
      );
      return this.host.instanceId(undefined);
    }
  }

  /** Ends: closes the connection and settles whatever waits with 7009. */
  uninit(): void {
    const { running } = this;
    if (running === undefined) return;
    running.unwatch?.();
    running.session.end();
    this.local.end();
    this.running = undefined;
    this.network = undefined;
    running.link.close();
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

  private announce<K extends keyof EngineEvents>(name: K, ...args: Parameters<EngineEvents[K]>): void {
    this.callbacks.post(() => this.emitter.emit(name, ...args));
  }

  private linkState(state: LinkState, error: TIMError | undefined): void {
    this.logger.debug(`link: ${state}${error === undefined ? '' : ` (${error.message})`}`);
    const network = this.networkState(state);
    if (network === undefined || network === this.network) return;
    this.network = network;
    this.announce('network', network, error);
  }

  /** Parking and closing are our own doing and say nothing about the network. */
  private networkState(state: LinkState): NetworkState | undefined {
    switch (state) {
      case 'connecting':
        return 'connecting';
      case 'open':
        return 'connected';
      case 'waiting':
        return this.network === 'connected' ? 'disconnected' : 'failed';
      case 'parked':
      case 'closed':
        return undefined;
    }
  }
}
