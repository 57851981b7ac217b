import { fastify, type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import type { Logger } from 'pino';
import type { Media } from '../domain/media.js';
import type { Metrics } from '../metrics.js';
import type { ResolvedOptions } from '../options.js';
import { REST_CODES } from '../rest/codes.js';
import { failure, type Query, type Rest } from '../rest/rest.js';
import { addMedia, MEDIA_PREFIX } from './media.js';

const BODY_LIMIT = 1024 * 1024;
const HEADERS_TIMEOUT = 10_000;
/** A request must have come wholly within this time, unless it brings a file. */
const REQUEST_TIMEOUT = 30_000;
/** And then within this. */
const UPLOAD_TIMEOUT = 2 * 3600 * 1000;
const REST_PREFIX = '/v4/';
/** How often overdue requests are looked for. */
const CHECK_INTERVAL = 2000;
/** No route has a schema, so that the compilers of schemas, most of what Fastify consists of, need not be loaded. */
const WITHOUT_SCHEMAS = {
  compilersFactory: { buildValidator: () => noSchemas, buildSerializer: () => noSchemas },
};

export interface HttpParts {
  readonly options: Pick<ResolvedOptions, 'tls' | 'metrics' | 'clock' | 'allowedOrigins' | 'allowNoOrigin'>;
  /** Header lines of one request. */
  readonly maxHeaders: number;
  readonly rest: Rest;
  readonly media: Media;
  readonly metrics: Metrics;
  readonly logger: Logger;
  /** Whether the server takes logins. */
  readonly isReady: () => Promise<boolean>;
}

/** The HTTP side: REST API, health and metrics. WebSocket upgrades are somebody else's. */
export function createHttp(parts: HttpParts): FastifyInstance {
  const { tls } = parts.options;
  const timeouts = { headersTimeout: HEADERS_TIMEOUT, connectionsCheckingInterval: CHECK_INTERVAL };
  const common = {
    bodyLimit: BODY_LIMIT,
    requestTimeout: UPLOAD_TIMEOUT,
    forceCloseConnections: true,
    routerOptions: { ignoreTrailingSlash: false },
    schemaController: WITHOUT_SCHEMAS,
  };
  const app =
    tls === undefined
      ? fastify({ ...common, http: timeouts })
      : (fastify({
          ...common,
          https: { ...timeouts, handshakeTimeout: HEADERS_TIMEOUT, key: tls.key, cert: tls.cert },
        }) as unknown as FastifyInstance);
  // One more than allowed, so that too many can be told from just enough: Node drops the rest silently.
  app.server.maxHeadersCount = parts.maxHeaders + 1;
  app.addHook('onRequest', async (request, reply) => {
    if (request.raw.rawHeaders.length > parts.maxHeaders * 2) await reply.code(431).send('');
  });
  limitTime(app, parts);
  addHealth(app, parts);
  addMetrics(app, parts);
  addRest(app, parts);
  addMedia(app, parts.media, parts.options);
  app.setNotFoundHandler((request, reply) => {
    const isRest = request.url.startsWith(REST_PREFIX);
    const { code, info } = isRest ? REST_CODES.badForm : REST_CODES.badUrl;
    void reply.code(isRest ? 200 : 404).send(failure(code, info));
  });
  app.setErrorHandler((error: { statusCode?: number }, _request, reply) => {
    onError(parts.logger, error, reply);
  });
  return app;
}

/** A route was given a schema, for which there is no compiler. */
class SchemaGiven extends Error {
  override readonly name = 'SchemaGiven';
}

function noSchemas(): never {
  throw new SchemaGiven('routes of this server have no schemas');
}

/** Bodies that come too slowly are cut. */
function limitTime(app: FastifyInstance, { options: { clock } }: HttpParts): void {
  app.addHook('onRequest', (request, _reply, next) => {
    const { raw, url, headers } = request;
    next();
    const hasBody = headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0;
    if (!hasBody || url.startsWith(MEDIA_PREFIX)) return;
    const timer = clock.setTimeout(() => {
      raw.socket.end('HTTP/1.1 408 Request Timeout\r\nConnection: close\r\n\r\n');
      raw.socket.destroySoon();
    }, REQUEST_TIMEOUT);
    const stop = (): void => {
      clock.clearTimeout(timer);
    };
    raw.once('end', stop);
    raw.once('close', stop);
  });
}

/** What Fastify itself refuses, such as a body that is too long. */
function onError(logger: Logger, error: { readonly statusCode?: number }, reply: FastifyReply): void {
  const status = error.statusCode ?? 500;
  if (status >= 500) logger.error({ err: error }, 'an HTTP request failed');
  const { code, info } = status >= 500 ? REST_CODES.internal : REST_CODES.badForm;
  void reply.code(status).send(failure(code, status === 413 ? 'the body is too long' : info));
}

function addHealth(app: FastifyInstance, { isReady }: HttpParts): void {
  app.get('/healthz', () => ({ status: 'ok' }));
  app.get('/readyz', async (_request, reply) => {
    const ready = await isReady();
    return reply.code(ready ? 200 : 503).send({ status: ready ? 'ready' : 'not ready' });
  });
}

function addMetrics(app: FastifyInstance, { options, metrics }: HttpParts): void {
  app.get('/metrics', async (request, reply) => {
    if (options.metrics === 'off' || (options.metrics === 'loopback' && !isLocal(request))) {
      return reply.code(403).send('');
    }
    return reply.type(metrics.registry.contentType).send(await metrics.registry.metrics());
  });
}

/** A request that a proxy on this machine has passed on is not local. */
function isLocal({ socket, headers }: FastifyRequest): boolean {
  const { remoteAddress = '' } = socket;
  const loopback = /^(?:127\.|::1$|::ffff:127\.)/.test(remoteAddress);
  return loopback && headers['x-forwarded-for'] === undefined && headers.forwarded === undefined;
}

/** The body is JSON whatever its content type says: real clients send all kinds. */
function addRest(app: FastifyInstance, { rest }: HttpParts): void {
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) => {
    done(null, body);
  });
  app.addHook('onRequest', async (request, reply) => {
    if (!request.url.startsWith(REST_PREFIX)) return;
    const problem = bodyProblem(request);
    if (problem !== undefined) await reply.code(415).send(failure(REST_CODES.badForm.code, problem));
    request.headers['content-type'] = 'application/json';
  });
  app.post<{ Params: { service: string; command: string }; Querystring: Query }>(
    `${REST_PREFIX}:service/:command`,
    ({ params, query, body }) => {
      const bytes = Buffer.isBuffer(body) ? body : Buffer.alloc(0);
      return rest.call(`${params.service}/${params.command}`, query, bytes);
    },
  );
}

/** What keeps a body from being read as JSON. */
function bodyProblem({ headers }: FastifyRequest): string | undefined {
  const { 'content-encoding': encoding = 'identity', 'content-type': type = '' } = headers;
  if (encoding !== 'identity') return 'compressed bodies are not accepted';
  return type.startsWith('multipart/') ? 'the body must be JSON' : undefined;
}
