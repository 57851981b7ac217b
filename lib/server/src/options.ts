import { isUserId, LIMITS } from '@tim-node/protocol';
import type { Level, Logger } from 'pino';
import type { Providers } from './domain/providers.js';
import { secretProblem } from './auth/secret.js';
import { systemClock, type Clock } from './clock.js';
import { DEFAULT_SETTINGS, mergeSettings, type Settings, type SettingsError } from './settings.js';

/** An app that the server serves besides its main one. */
export interface AppOptions {
  readonly sdkAppId: number;
  /** Without one, logins to this app answer 70016. */
  readonly secretKey?: string;
}

/** What the server allows. Counts are per address or per user as named, times are milliseconds. */
export interface ServerLimits {
  /** WebSocket connections of one address. */
  readonly connectionsPerAddress: number;
  /** Those of one address that have not logged in. */
  readonly unauthenticatedPerAddress: number;
  /** Failed UserSig checks of one user within a minute before 70050. */
  readonly loginFailuresPerMinute: number;
  /** Sessions of one user that logins may kick within a minute before further ones answer 70050. */
  readonly kicksPerMinute: number;
  /** Requests of one connection that wait for an answer. */
  readonly pendingRequests: number;
  /** Messages of one user within a second; further ones answer 9506. */
  readonly messagesPerSecond: number;
  /** Messages in one group within a second; further ones answer 10023. */
  readonly groupMessagesPerSecond: number;
  /** A connection is closed unless somebody logs in within this time. */
  readonly loginTimeout: number;
  /** The server asks every connection this often whether it is alive. */
  readonly heartbeat: number;
  /** The answer must come within this time. */
  readonly heartbeatGrace: number;
  /** A session that lost its connection counts as online for this long. */
  readonly lingerTime: number;
}

export interface ServerOptions {
  /**
   * The app. Without one, the server makes one at its first start and keeps it in the data folder.
   */
  readonly sdkAppId?: number;
  /** Secret key of the app; it signs UserSigs. 16 characters or more unless only this machine can connect. Goes with `sdkAppId`. */
  readonly secretKey?: string;
  /** Further apps. */
  readonly apps?: readonly AppOptions[];
  /**
   * TCP port; 0 picks a free one.
   * @defaultValue 0
   */
  readonly port?: number;
  /**
   * Address to listen on.
   * @defaultValue '127.0.0.1'
   */
  readonly host?: string;
  /** Folder of the database; `:memory:` keeps nothing. Without one, a temporary folder that goes when the server closes. */
  readonly dataDir?: string;
  /**
   * Address of a PostgreSQL database (`postgres://user:password@host:port/name`) to use instead of the embedded one.
   * Any number of servers may share it.
   */
  readonly postgres?: string;
  /**
   * Addresses of NATS servers (`nats://host:port`, by comma), by which servers that share a PostgreSQL database hear
   * each other.
   */
  readonly nats?: string;
  /** Certificate and key in PEM format; with them the server speaks `wss` and `https`. */
  readonly tls?: { readonly key: string | Buffer; readonly cert: string | Buffer };
  /**
   * Users who may call the REST API.
   * @defaultValue ['administrator']
   */
  readonly administrators?: readonly string[];
  /**
   * Origins of web pages that may connect, such as `https://chat.example`; `*` allows all. Without a list, pages
   * of this host and of the local machine may.
   */
  readonly allowedOrigins?: readonly string[];
  /**
   * Whether clients that send no Origin may connect: everything that is not a browser.
   * @defaultValue true
   */
  readonly allowNoOrigin?: boolean;
  /** Login policy. Can be changed at run time; what is given here counts more than what was kept. */
  readonly settings?: Partial<Settings>;
  readonly limits?: Partial<ServerLimits>;
  /**
   * Who may read `/metrics`: the local machine, everybody, or nobody.
   * @defaultValue 'loopback'
   */
  readonly metrics?: 'loopback' | 'all' | 'off';
  /**
   * A pino logger, or the level of one that writes JSON lines to stderr.
   * @defaultValue 'silent'
   */
  readonly logger?: Logger | Level | 'silent';
  /**
   * What is logged in detail, comma-separated: `frames`.
   * @defaultValue the environment variable TIM_DEBUG
   */
  readonly debug?: string;
  /** Functions for what the server cannot do by itself; without one, clients are answered 7013. */
  readonly providers?: Providers;
  /** Where time comes from; for tests. */
  readonly clock?: Clock;
}

export const DEFAULT_LIMITS: ServerLimits = Object.freeze({
  connectionsPerAddress: 50_000,
  unauthenticatedPerAddress: 10_000,
  loginFailuresPerMinute: LIMITS.loginFailuresPerMinute,
  kicksPerMinute: 120,
  pendingRequests: LIMITS.pendingRequests,
  messagesPerSecond: 5000,
  groupMessagesPerSecond: 5000,
  loginTimeout: LIMITS.loginTimeout,
  heartbeat: LIMITS.heartbeat,
  heartbeatGrace: LIMITS.heartbeatGrace,
  lingerTime: 60_000,
} satisfies ServerLimits);

const DEFAULTS = Object.freeze({
  apps: [],
  port: 0,
  host: '127.0.0.1',
  administrators: ['administrator'],
  allowNoOrigin: true,
  settings: {},
  providers: {},
  metrics: 'loopback',
  logger: 'silent',
  clock: systemClock,
} satisfies Partial<ServerOptions>);

type Optional = 'sdkAppId' | 'secretKey' | 'dataDir' | 'postgres' | 'nats' | 'tls' | 'allowedOrigins';
/** Options as the rest of the server reads them. */
export type ResolvedOptions = Readonly<
  Required<Omit<ServerOptions, Optional | 'limits'>> & Pick<ServerOptions, Optional> & { readonly limits: ServerLimits }
>;

/** An option that cannot be; the message names it and says what would be right. */
export class OptionError extends Error {
  override readonly name = 'OptionError';
}

/** Checks options and fills in what was not given. Nothing else reads the environment. */
export function resolveOptions(options: ServerOptions = {}, env: NodeJS.ProcessEnv = process.env): ResolvedOptions {
  const given: ServerOptions = Object.fromEntries(Object.entries(options).filter(([, value]) => value !== undefined));
  const merged = { ...DEFAULTS, debug: env['TIM_DEBUG'] ?? '', ...given } as ResolvedOptions;
  const limits = Object.freeze({ ...DEFAULT_LIMITS, ...options.limits });
  checkApps(merged);
  checkNetwork(merged);
  checkBacking(merged);
  checkOrigins(merged);
  checkProviders(merged);
  checkLimits(limits);
  try {
    mergeSettings(DEFAULT_SETTINGS, merged.settings);
  } catch (error) {
    throw new OptionError(`settings: ${(error as SettingsError).message}`);
  }
  return Object.freeze({ ...merged, limits });
}

function checkApps({ sdkAppId, secretKey, apps, administrators, host }: ResolvedOptions): void {
  if (sdkAppId === undefined && secretKey !== undefined) throw new OptionError('secretKey needs sdkAppId');
  const all: AppOptions[] = [...apps];
  if (sdkAppId !== undefined) all.push({ sdkAppId, ...(secretKey === undefined ? {} : { secretKey }) });
  for (const app of all) checkApp(app, host);
  if (new Set(all.map((app) => app.sdkAppId)).size < all.length) throw new OptionError('apps: each sdkAppId only once');
  if (administrators.length === 0) throw new OptionError('administrators must not be empty');
  for (const user of administrators) {
    if (!isUserId(user)) throw new OptionError('administrators must be UserIDs: 1 to 32 of a-z A-Z 0-9 _ -');
  }
}

/** Names and addresses that only this machine reaches. */
const LOOPBACK = /^(?:localhost|127\.\d+\.\d+\.\d+|::1)$/;

function checkApp({ sdkAppId, secretKey }: AppOptions, host: string): void {
  if (!Number.isSafeInteger(sdkAppId) || sdkAppId <= 0)
    throw new OptionError('sdkAppId must be a positive whole number');
  if (secretKey === undefined) return;
  if (typeof secretKey !== 'string') throw new OptionError('secretKey must be a string');
  const problem = secretProblem(secretKey, LOOPBACK.test(host) ? 'from here' : 'from anywhere');
  if (problem !== undefined) throw new OptionError(`secretKey ${problem}`);
}

function checkNetwork({ port, host, tls, metrics, dataDir }: ResolvedOptions): void {
  if (!Number.isInteger(port) || port < 0 || port > 65_535) throw new OptionError('port must be 0 to 65535');
  if (typeof host !== 'string' || host === '') throw new OptionError('host must be a name or an address');
  if (dataDir === '') throw new OptionError('dataDir must not be empty');
  if (tls !== undefined && (tls.key.length === 0 || tls.cert.length === 0)) {
    throw new OptionError('tls needs a key and a cert in PEM format');
  }
  if (!['loopback', 'all', 'off'].includes(metrics)) throw new OptionError('metrics must be loopback, all or off');
}

function checkProviders({ providers }: ResolvedOptions): void {
  for (const [name, provider] of Object.entries(providers) as [string, unknown][]) {
    if (!PROVIDERS.has(name)) throw new OptionError(`providers.${name} is not a provider`);
    if (provider !== undefined && typeof provider !== 'function') {
      throw new OptionError(`providers.${name} must be a function`);
    }
  }
}

const PROVIDERS: ReadonlySet<string> = new Set<keyof Providers>(['translate', 'voiceToText', 'searchMessages']);

/** Messages never repeat an address: it may hold a password. */
function checkBacking({ postgres, nats }: ResolvedOptions): void {
  if (postgres !== undefined && !isAddress(postgres, ['postgres:', 'postgresql:'])) {
    throw new OptionError('postgres must look like postgres://user:password@host:5432/database');
  }
  if (nats === undefined) return;
  if (postgres === undefined)
    throw new OptionError('nats needs postgres: only servers on one database hear each other');
  if (!nats.split(',').every((each) => isAddress(each.trim(), ['nats:', 'tls:']))) {
    throw new OptionError('nats must look like nats://host:4222, or tls://; several by comma');
  }
}

function isAddress(text: unknown, protocols: readonly string[]): boolean {
  return typeof text === 'string' && URL.canParse(text) && protocols.includes(new URL(text).protocol);
}

function checkOrigins({ allowedOrigins = [] }: ResolvedOptions): void {
  for (const origin of allowedOrigins) {
    if (origin !== '*' && origin !== 'null' && !/^[a-z][a-z0-9+.-]*:\/\/[^/]*$/i.test(origin)) {
      throw new OptionError('allowedOrigins must look like https://chat.example, without a path');
    }
  }
}

/** The longest time that one timer holds. */
const LONGEST = 0x7fff_ffff;

function checkLimits(limits: ServerLimits): void {
  for (const [name, value] of Object.entries(limits) as [string, unknown][]) {
    if (!Object.hasOwn(DEFAULT_LIMITS, name)) throw new OptionError(`limits.${name} is not a limit`);
    if (typeof value !== 'number' || !Number.isInteger(value) || value < 1 || value > LONGEST) {
      throw new OptionError(`limits.${name} must be a whole number from 1 to ${LONGEST}`);
    }
  }
}
