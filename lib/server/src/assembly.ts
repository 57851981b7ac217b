import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import type { Logger } from 'pino';
import { Apps } from './apps.js';
import { SigChecker } from './auth/sig-checker.js';
import type { Backing } from './backing.js';
import { LocalBus } from './bus/local.js';
import { delay } from './clock.js';
import type { OwnApp } from './data-dir/app-file.js';
import { Marks } from './domain/marks.js';
import { Media } from './domain/media.js';
import { Conversations } from './domain/conversations.js';
import { Groups } from './domain/groups.js';
import { History } from './domain/history.js';
import { Messages } from './domain/messages.js';
import { OnlineMessages } from './domain/online-messages.js';
import { ProvidedServices } from './domain/providers.js';
import { Search } from './domain/search.js';
import { Publisher } from './domain/publisher.js';
import { Gateway, MAX_HEADERS } from './gateway/gateway.js';
import { conversationHandlers } from './handlers/conversation.js';
import { groupHandlers } from './handlers/group.js';
import { marksHandlers } from './handlers/marks.js';
import { mediaHandlers } from './handlers/media.js';
import { messageHandlers } from './handlers/message.js';
import { Router } from './handlers/router.js';
import { sessionHandlers } from './handlers/session.js';
import { syncHandlers } from './handlers/sync.js';
import { createHttp } from './http/http.js';
import { FolderStore } from './media/folder-store.js';
import { Signer } from './media/signer.js';
import { Metrics } from './metrics.js';
import { MinuteCounter } from './minute-counter.js';
import type { ResolvedOptions } from './options.js';
import { Rest } from './rest/rest.js';
import { LocalLocks } from './session/locks.js';
import { NodeLife } from './session/node-life.js';
import { Notes } from './session/notes.js';
import { Registry } from './session/registry.js';
import { Sessions } from './session/sessions.js';
import { Watch } from './session/watch.js';
import { SettingsBook } from './settings.js';
import type { Store } from './store/store.js';

/** A store that does not answer in this time makes the server not ready; milliseconds. */
const READY_LIMIT = 1000;

/** What a server is built on. */
export interface Foundation extends Backing {
  readonly options: ResolvedOptions;
  readonly app: OwnApp;
  readonly logger: Logger;
  /** Where files are kept; nothing for a server that keeps nothing. */
  readonly folder: string | undefined;
}

/** The parts of a running server, wired together. */
export interface Assembly {
  readonly apps: Apps;
  readonly settings: SettingsBook;
  readonly watch: Watch;
  readonly life: NodeLife | undefined;
  readonly registry: Registry;
  readonly notes: Notes;
  readonly sessions: Sessions;
  readonly messages: Messages;
  readonly media: Media;
  readonly router: Router;
  readonly gateway: Gateway;
  readonly http: FastifyInstance;
}

/** Puts the parts together, from the store up to the sockets. Nothing listens yet. */
export async function assemble(foundation: Foundation): Promise<Assembly> {
  const { options, app, store, logger } = foundation;
  const { clock, limits } = options;
  const apps = new Apps([app, ...options.apps]);
  const settings = new SettingsBook(store, options.settings, (id) => {
    foundation.bus.announce({ type: 'settings', app: id });
  });
  for (const id of apps.ids) await settings.load(id);
  const metrics = new Metrics();
  const sigs = new SigChecker(apps, clock, new MinuteCounter(clock), limits.loginFailuresPerMinute);
  const media = createMedia(foundation, settings, metrics);
  const people = gather(foundation, settings, metrics, media, (deadline) => {
    gateway.wakeBy(deadline);
  });
  const { bus } = foundation;
  const { registry, sessions } = people;
  const publisher = new Publisher(bus);
  const messages = new Messages(store, publisher, new OnlineMessages(store, bus), clock, limits);
  const history = new History(store, publisher, clock, (id) => settings.get(id).revokeSeconds);
  const services = new ProvidedServices(options.providers, clock, logger);
  const handlers = {
    ...sessionHandlers(sessions, sigs, logger),
    ...messageHandlers(messages, history, services, new Search(store, services)),
    ...marksHandlers(new Marks(store, publisher, clock)),
    ...conversationHandlers(new Conversations(store, publisher)),
    ...groupHandlers(new Groups(store, publisher, messages, clock)),
    ...mediaHandlers(media),
    ...syncHandlers(messages, sessions),
  };
  const router = new Router(handlers, clock, limits.pendingRequests, metrics, logger);
  const gateway = new Gateway({
    clock,
    logger,
    metrics,
    limits,
    origins: options,
    sessions,
    onRequest: (connection, request) => {
      router.handle(connection, request);
    },
    onTick: (now) => {
      registry.giveUp(now);
      media.tick(now);
    },
    traceFrames: options.debug.split(',').includes('frames'),
  });
  const { administrators } = options;
  const rest = new Rest({ apps, sigs, store, sessions, registry, settings, clock, metrics, logger, administrators });
  const isReady = (): Promise<boolean> => (gateway.isDraining ? Promise.resolve(false) : answers(store, options));
  const http = createHttp({ options, maxHeaders: MAX_HEADERS, rest, media, metrics, logger, isReady });
  http.server.on('upgrade', (request, socket, head) => {
    gateway.upgrade(request, socket, head);
  });
  const assembly = { apps, settings, ...people, messages, media, router, gateway, http };
  watch(metrics, assembly, store);
  return assembly;
}

function createMedia({ options, store, logger, folder }: Foundation, settings: SettingsBook, metrics: Metrics): Media {
  return new Media({
    store,
    files: new FolderStore(folder === undefined ? undefined : join(folder, 'media')),
    signer: new Signer(folder),
    clock: options.clock,
    logger,
    quotaOf: (id) => settings.get(id).mediaQuota,
    onBytes: (direction, bytes) => {
      metrics.mediaBytes.addMany(bytes, direction);
    },
  });
}

/** Everything about sessions. */
function gather(
  foundation: Foundation,
  settings: SettingsBook,
  metrics: Metrics,
  media: Media,
  onDeadline: (deadline: number) => void,
): Pick<Assembly, 'registry' | 'notes' | 'sessions' | 'watch' | 'life'> {
  const { options, store, bus, node, logger } = foundation;
  const { clock, limits } = options;
  const registry = new Registry(bus);
  const watch = new Watch({ store, registry, clock, logger, node });
  const notes = new Notes(store, clock, logger);
  const sessions = new Sessions({
    store,
    bus,
    clock,
    locks: new LocalLocks(),
    registry,
    watch,
    node,
    notes,
    kicks: new MinuteCounter(clock),
    maxKicksPerMinute: limits.kicksPerMinute,
    lingerTime: limits.lingerTime,
    rulesOf: (id) => settings.get(id),
    onDeadline,
    onKicked: (reason) => {
      metrics.kicks.add(reason);
    },
    mediaTokenOf: (sessionId) => media.tokenOf(sessionId),
  });
  const life = node === undefined ? undefined : lead(node, foundation, settings, watch);
  return { registry, notes, sessions, watch, life };
}

/** What a node does for itself and hears from the others. */
function lead(
  node: string,
  { store, bus, options, logger, recovery }: Foundation,
  settings: SettingsBook,
  watch: Watch,
): NodeLife {
  const onCheck = (): void => {
    watch.everybody();
    void settings.reload();
  };
  // What was written while the answer got lost, nobody was told of: here or on other nodes.
  recovery.run = () => {
    onCheck();
    bus.announce({ type: 'check' });
  };
  bus.listenToNotices((notice) => {
    if (notice.type === 'settings') void settings.reload();
    else onCheck();
  });
  return new NodeLife({ node, store, clock: options.clock, logger, hasBus: !(bus instanceof LocalBus), onCheck });
}

/** Whether the store answers soon enough. */
async function answers(store: Store, { clock }: ResolvedOptions): Promise<boolean> {
  const done = new AbortController();
  const ping = store.ping().then(
    () => true,
    () => false,
  );
  const late = delay(clock, READY_LIMIT, done.signal).then(() => false);
  const ready = await Promise.race([ping, late]);
  done.abort();
  return ready;
}

function watch(metrics: Metrics, { gateway, registry, messages, router }: Assembly, store: Store): void {
  metrics.watchProcess();
  metrics.gauge('tim_connections', 'Open WebSocket connections', () => gateway.connections.size);
  metrics.gauge('tim_sessions', 'Connections that are logged in', () => gateway.authenticatedCount);
  metrics.gauge('tim_users', 'Users with a session on this node', () => registry.users);
  metrics.gauge('tim_requests_pending', 'Requests that wait for an answer', () => router.pending);
  metrics.gauge('tim_messages_waiting', 'Messages that wait to be stored', () => messages.waiting);
  metrics.gauge('tim_messages_stored', 'Messages stored since the start', () => messages.count);
  metrics.gauge('tim_store_calls_waiting', 'Calls that wait for the store', () => store.waiting);
}
