import type { AddressInfo } from 'node:net';
import { genUserSig } from '@tim-node/protocol/usersig';
import { assemble, type Assembly, type Foundation } from './assembly.js';
import { openBacking } from './backing.js';
import { unixSeconds } from './clock.js';
import { chooseApp, keepApp, openDataDir, type ChosenApp, type DataDir } from './data-dir/data-dir.js';
import { createLogger } from './logger.js';
import { resolveOptions, type ServerOptions } from './options.js';
import type { Settings } from './settings.js';
import { MEMORY } from './store/embedded/database.js';

/** On shutdown, requests under way get this long to be answered; milliseconds. */
const ANSWER_PATIENCE = 1000;
/** And connections this long to be closed politely. */
const CLOSE_PATIENCE = 2000;

/** What a server is doing right now. */
export interface ServerState {
  readonly state: 'running' | 'closing' | 'closed';
  /** Open WebSocket connections. */
  readonly connections: number;
  /** Those that are logged in. */
  readonly sessions: number;
  /** Sessions that lost their connection a moment ago. */
  readonly lingering: number;
  /** Users with a session here. */
  readonly users: number;
  /** Requests that wait for an answer. */
  readonly pendingRequests: number;
  /** Messages that wait to be stored. */
  readonly waitingMessages: number;
  /** Messages stored since the start. */
  readonly storedMessages: number;
  /** Calls that wait for the store. */
  readonly storeCalls: number;
}

/** A running chat server. */
export interface TimServer {
  /** Where clients connect: `ws://host:port`, or `wss://` with TLS. */
  readonly url: string;
  /** Where the REST API, `/healthz`, `/readyz` and `/metrics` are. */
  readonly httpUrl: string;
  readonly sdkAppId: number;
  /** Signs UserSigs. Keep it on your backend. */
  readonly secretKey: string;
  /** The folder of the database, or `:memory:`. */
  readonly dataDir: string;
  /** Whether the app and its key were made by this start. */
  readonly appCreated: boolean;
  readonly settings: {
    /** Settings of an app; of the main one unless another is named. */
    get(sdkAppId?: number): Settings;
    /** Changes some settings. They apply to the next login, and are kept once the promise resolves. */
    update(changes: Partial<Settings>, sdkAppId?: number): Promise<Settings>;
  };
  /**
   * Signs a UserSig of the main app.
   * @param expireSeconds how long it is valid; 180 days unless given
   */
  genUserSig(userId: string, expireSeconds?: number): string;
  /**
   * Ends all sessions of a user and makes the UserSigs made until now useless, like the REST command `kick`.
   * @returns false when there is no such user
   */
  kick(userId: string, sdkAppId?: number): Promise<boolean>;
  /** A look inside. */
  inspect(): ServerState;
  /** Tells clients to come back later, finishes what is under way and stops. */
  close(): Promise<void>;
}

/**
 * Starts a chat server in this process.
 *
 * @throws OptionError for an option that cannot be, FolderLockedError when another server works in the data folder,
 *   StoreFailure when the database cannot be used, and the error of `listen` when the address is taken
 */
export async function createServer(options: ServerOptions = {}): Promise<TimServer> {
  const resolved = resolveOptions(options);
  const logger = createLogger(resolved);
  const folder = openDataDir(resolved.dataDir, resolved.postgres !== undefined);
  try {
    const app = chooseApp(folder.path, resolved);
    const backing = await openBacking(folder, resolved, logger);
    const kept = folder.path === MEMORY ? undefined : folder.path;
    return await start({ options: resolved, app, ...backing, logger, folder: kept }, folder, app);
  } catch (error) {
    folder.release();
    throw error;
  }
}

async function start(foundation: Foundation, folder: DataDir, app: ChosenApp): Promise<TimServer> {
  const { options, store, bus, logger } = foundation;
  const { host, port } = options;
  let assembly: Assembly | undefined;
  try {
    assembly = await assemble(foundation);
    await assembly.life?.start();
    await assembly.http.listen({ host, port });
    keepApp(folder.path, app);
    const server = new RunningServer(foundation, assembly, folder, app);
    logger.info({ url: server.url, sdkAppId: app.sdkAppId, dataDir: folder.path }, 'listening');
    return server;
  } catch (error) {
    await assembly?.gateway.close(0);
    await assembly?.http.close();
    await assembly?.media.close();
    await assembly?.life?.stop();
    await bus.close();
    await store.close();
    throw error;
  }
}

class RunningServer implements TimServer {
  readonly url: string;
  readonly httpUrl: string;
  readonly sdkAppId: number;
  readonly secretKey: string;
  readonly dataDir: string;
  readonly appCreated: boolean;
  readonly settings: TimServer['settings'];
  private state: ServerState['state'] = 'running';
  private closing: Promise<void> | undefined;

  constructor(
    private readonly foundation: Foundation,
    private readonly parts: Assembly,
    private readonly folder: DataDir,
    app: ChosenApp,
  ) {
    const { options } = foundation;
    const place = authority(options.host, parts.http.server.address() as AddressInfo);
    const secure = options.tls === undefined ? '' : 's';
    this.url = `ws${secure}://${place}`;
    this.httpUrl = `http${secure}://${place}`;
    this.sdkAppId = app.sdkAppId;
    this.secretKey = app.secretKey;
    this.dataDir = folder.path;
    this.appCreated = app.created;
    const { settings } = parts;
    this.settings = {
      get: (id = app.sdkAppId) => settings.get(id),
      update: (changes, id = app.sdkAppId) => settings.update(id, changes),
    };
  }

  genUserSig(userId: string, expireSeconds?: number): string {
    const { sdkAppId, secretKey } = this;
    const time = unixSeconds(this.foundation.options.clock);
    const expire = expireSeconds === undefined ? {} : { expire: expireSeconds };
    return genUserSig({ sdkAppId, secretKey, userId, time, ...expire });
  }

  kick(userId: string, sdkAppId: number = this.sdkAppId): Promise<boolean> {
    return this.parts.sessions.kick(sdkAppId, userId);
  }

  inspect(): ServerState {
    const { gateway, registry, router, messages } = this.parts;
    return {
      state: this.state,
      connections: gateway.connections.size,
      sessions: gateway.authenticatedCount,
      lingering: registry.lingerers,
      users: registry.users,
      pendingRequests: router.pending,
      waitingMessages: messages.waiting,
      storedMessages: messages.count,
      storeCalls: this.foundation.store.waiting,
    };
  }

  close(): Promise<void> {
    this.closing ??= this.shutDown();
    return this.closing;
  }

  /** From the outside in: nobody new, answers for those who wait, then the data. */
  private async shutDown(): Promise<void> {
    const { gateway, router, http, media, notes, watch, life } = this.parts;
    const { store, bus, logger } = this.foundation;
    this.state = 'closing';
    gateway.drain();
    await router.quiet(ANSWER_PATIENCE);
    await gateway.close(CLOSE_PATIENCE);
    await http.close();
    await media.close();
    watch.stop();
    await notes.write();
    await life?.stop();
    await bus.close();
    await store.close();
    this.folder.release();
    this.state = 'closed';
    logger.info('closed');
  }
}

/** Host and port as they stand in an address; somebody who listens everywhere is found on this machine. */
function authority(host: string, { address, family, port }: AddressInfo): string {
  const everywhere: Partial<Record<string, string>> = { '0.0.0.0': '127.0.0.1', '::': '[::1]' };
  const literal = family === 'IPv6' && host.includes(':') ? `[${host}]` : host;
  return `${everywhere[address] ?? literal}:${port}`;
}
