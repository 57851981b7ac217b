import type { LogEntry, Message, Position, TIMError } from '@tim-node/protocol';
import type { ServerPush } from '../connection/connection.js';
import { Link, type LinkEvents, type LinkState } from '../connection/link.js';
import { Requests } from '../connection/requests.js';
import type { Clock } from '../host/clock.js';
import type { Host } from '../host/host.js';
import { Authenticator } from '../session/authenticator.js';
import { ServerClock } from '../session/server-clock.js';
import { Session, type Kick, type SessionEvents, type SessionParts } from '../session/session.js';
import type { StateName, TransitionReason } from '../session/states.js';
import type { DialOptions, Proxy, TransportEnd } from '../transport/transport.js';
import { SDK_VERSION } from '../version.js';
import type { Callbacks } from './callbacks.js';
import type { Emitter } from './emitter.js';
import type { EngineEvents, NetworkState } from './events.js';
import type { Local } from './local.js';
import type { Logger } from './logger.js';
import { dialTargets, type ClientOptions } from './options.js';
import { redactFrame } from './redact.js';

/** What is there before Init, too. */
export interface Ground {
  readonly host: Host;
  readonly callbacks: Callbacks;
  readonly logger: Logger;
  readonly local: Local;
  /** Proxy for connections that are made from now on. */
  readonly proxy: Proxy | undefined;
}

/** After these nobody's store may be read; nor after a logout. */
const SENT_AWAY: ReadonlySet<TransitionReason> = new Set(['kicked', 'UserSig expired']);
const AGENT = `tim-node/${SDK_VERSION}`;

/**
 * What a client has from Init to Uninit: a link to the server and a session on it. What they tell is told on through
 * the callback queue.
 */
export class Running implements LinkEvents, SessionEvents, SessionParts {
  readonly requests: Requests;
  readonly serverClock: ServerClock;
  readonly link: Link;
  readonly authenticator: Authenticator;
  readonly session: Session;
  /** As the app knows it. */
  network: NetworkState | undefined;
  private readonly showsFrames: boolean;
  /** Stops watching the machine's network. */
  private readonly unwatch: (() => void) | undefined;

  constructor(
    private readonly ground: Ground,
    private readonly emitter: Emitter<EngineEvents>,
    readonly options: ClientOptions,
  ) {
    const { host } = ground;
    this.requests = new Requests(host.clock);
    this.serverClock = new ServerClock(host.clock);
    this.showsFrames = host.env('TIM_DEBUG')?.split(',').includes('frames') ?? false;
    this.link = new Link(host.dial, host.clock, this.requests, this);
    const { sdkAppId, platform } = options;
    const identity = { sdkAppId, platform, instanceId: this.instanceId(), agent: AGENT };
    this.authenticator = new Authenticator(this.link, this.requests, this.serverClock, host.inflate, identity);
    this.session = new Session(this, this);
    this.unwatch = host.watchNetwork?.(() => this.link.wake());
  }

  get clock(): Clock {
    return this.ground.host.clock;
  }

  get positions(): Local {
    return this.ground.local;
  }

  /** Addresses to dial in turn. */
  get targets(): readonly DialOptions[] {
    return dialTargets(this.options, this.ground.proxy);
  }

  /** A folder that cannot be used costs the memory of a kick, not the login. */
  private instanceId(): string {
    const { host, logger } = this.ground;
    try {
      return host.instanceId(this.options.configFolder);
    } catch (error) {
      logger.warn(`init: the config folder cannot be used (${String(error)}); this start counts as a new instance`);
      return host.instanceId(undefined);
    }
  }

  /** Settles whatever waits and says goodbye. */
  end(): void {
    this.unwatch?.();
    this.session.end();
    this.ground.local.end();
    this.link.close();
  }

  onState(state: LinkState, error?: TIMError): void {
    this.ground.logger.debug(`link: ${state}${error === undefined ? '' : ` (${error.message})`}`);
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

  onOpen(): void {
    this.session.connected();
  }

  onLost(end: TransportEnd): void {
    this.session.lost(end);
  }

  onPush(push: ServerPush): void {
    this.session.pushed(push);
  }

  onTime(time: number): void {
    this.serverClock.learn(time);
  }

  onWake(): void {
    this.link.wake();
  }

  onFrame(direction: 'in' | 'out', text: string): void {
    if (this.showsFrames) this.ground.logger.debug(`${direction} ${redactFrame(text)}`);
  }

  onTransition(from: StateName, to: StateName, reason: TransitionReason): void {
    this.ground.logger.info(`session: ${from} -> ${to} (${reason})`);
    if (SENT_AWAY.has(reason)) this.ground.local.leave();
    this.announce('transition', from, to, reason);
  }

  onKicked(kick: Kick): void {
    this.announce('kicked', kick);
  }

  onUserSigExpired(): void {
    this.announce('userSigExpired');
  }

  onOnline(message: Message): void {
    this.announce('online', message, this.session.userId);
  }

  onEntries(entries: readonly LogEntry[], position: Position): void {
    this.keep((userId) => {
      this.ground.local.apply(userId, entries, position, () => this.emitter.emit('entries', entries, userId));
    });
  }

  onAttached(position: Position): void {
    this.keep((userId) => {
      this.ground.local.attached(userId, position, false);
      this.emitter.emit('attached', userId);
    });
  }

  onReset(position: Position): void {
    this.ground.logger.warn('session: the log of the server was replaced; starting from its end');
    this.keep((userId) => {
      this.ground.local.attached(userId, position, true);
      this.emitter.emit('reset', userId);
    });
  }

  /** Runs something for the present user when its turn in the queue has come. */
  private keep(work: (userId: string) => void): void {
    const { userId } = this.session;
    this.ground.callbacks.post(() => work(userId));
  }

  private announce<K extends keyof EngineEvents>(name: K, ...args: Parameters<EngineEvents[K]>): void {
    this.ground.callbacks.post(() => this.emitter.emit(name, ...args));
  }
}
