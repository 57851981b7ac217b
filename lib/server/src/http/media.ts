import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { TransferError, type Fetchable, type Media, type TransferRefusal, type UploadState } from '../domain/media.js';
import { originAllowed, type OriginRules } from '../auth/origin.js';
import type { FileRef } from '../media/media-store.js';
import { contentDisposition } from './disposition.js';
import { byteRange } from './range.js';

export const MEDIA_PREFIX = '/media/';
/** A transfer in which nothing moves for this long is cut; milliseconds. */
const IDLE_TIMEOUT = 30_000;
/** Longer ones are no token and no signature of ours. */
const MAX_TEXT = 256;

const STATUS: Readonly<Record<TransferRefusal, number>> = {
  unauthorized: 401,
  expired: 403,
  unknown: 404,
  conflict: 409,
  tooLarge: 413,
  notImage: 415,
};

/** Whatever is in a file, a browser must not take it for a page of ours. */
const HARMLESS = {
  'x-content-type-options': 'nosniff',
  'content-security-policy': "sandbox; default-src 'none'; style-src 'unsafe-inline'",
  'cross-origin-resource-policy': 'cross-origin',
  'referrer-policy': 'no-referrer',
} as const;

interface Route {
  Params: { app: string; id: string };
  Querystring: Readonly<Record<string, unknown>>;
}
type Request = FastifyRequest<Route>;

/** Uploads and downloads. */
export function addMedia(app: FastifyInstance, media: Media, origins: OriginRules): void {
  void app.register((scope, _options, done) => {
    scope.removeAllContentTypeParsers();
    // Bytes are not collected, they go to the disk as they come.
    scope.addContentTypeParser('*', (_request, _payload, parsed) => {
      parsed(null);
    });
    scope.addHook('onRequest', async (request, reply) => {
      void reply.headers(HARMLESS).headers(sharedWith(origins, request));
      // Without a listener of its own a socket that times out is destroyed.
      request.raw.setTimeout(IDLE_TIMEOUT);
    });
    scope.setErrorHandler((error: Error, request, reply) => refuse(error, request, reply));
    const path = `${MEDIA_PREFIX}:app/:id`;
    // What a page's browser asks before it sends bytes.
    scope.options(path, (_request, reply) => reply.code(204).send());
    scope.route<Route>({
      method: ['PUT', 'POST'],
      url: path,
      handler: (request, reply) => upload(media, request, reply),
    });
    scope.route<Route>({
      method: ['GET', 'HEAD'],
      url: path,
      handler: (request, reply) => look(media, request, reply),
    });
    done();
  });
}

/** The headers by which a browser lets pages of other places read answers: those pages that may connect, too. */
function sharedWith(origins: OriginRules, { headers, method }: FastifyRequest): Record<string, string> {
  const { origin, host } = headers;
  if (origin === undefined || !originAllowed(origins, origin, host)) return {};
  const common = { 'access-control-allow-origin': origin, vary: 'origin' };
  if (method !== 'OPTIONS') return { ...common, 'access-control-expose-headers': 'upload-offset, upload-length' };
  return {
    ...common,
    'access-control-allow-methods': 'GET, HEAD, PUT, POST',
    'access-control-allow-headers': 'authorization, upload-offset, content-type, range',
    'access-control-max-age': '600',
  };
}

function refuse(error: Error, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  if (!(error instanceof TransferError)) throw error;
  // What is left of the body is of no interest.
  if (!request.raw.complete) void reply.header('connection', 'close');
  if (error.refusal === 'conflict') void reply.header('upload-offset', error.offset);
  const { code, desc } = error.error;
  return reply.code(STATUS[error.refusal]).send({ code, desc });
}

async function upload(media: Media, request: Request, reply: FastifyReply): Promise<FastifyReply> {
  const { raw, headers } = request;
  const offset = offsetOf(headers['upload-offset']);
  if (offset === undefined) return reply.code(400).send('');
  const length = headers['content-length'] === undefined ? undefined : Number(headers['content-length']);
  // What is not wanted is left unread, so that the answer can still be sent.
  const bytes = raw.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>;
  const abort = (): void => void raw.destroy();
  let state: UploadState;
  try {
    state = await media.receive(fileOf(request), tokenOf(request), { offset, length }, bytes, abort);
  } catch (error) {
    if (!raw.destroyed || raw.complete) throw error;
    // The connection is gone, and with it whoever could be answered.
    return reply.hijack();
  }
  const { offset: end, size } = state;
  return reply
    .code(end === size ? 201 : 202)
    .header('upload-offset', end)
    .send({ offset: end, size });
}

/** Where the bytes of a request belong; at the beginning unless it says something else. */
function offsetOf(header: string | string[] | undefined): number | undefined {
  if (header === undefined) return 0;
  return typeof header === 'string' && /^\d{1,15}$/.test(header) ? Number(header) : undefined;
}

async function look(media: Media, request: Request, reply: FastifyReply): Promise<FastifyReply> {
  if (request.method === 'HEAD' && request.headers.authorization !== undefined) {
    const { offset, size } = await media.uploadState(fileOf(request), tokenOf(request));
    return reply.header('upload-offset', offset).header('upload-length', size).send('');
  }
  const { until, sign = '', token } = request.query;
  const file =
    token === undefined
      ? await media.fetchable(fileOf(request), numberOf(until), textOf(sign))
      : await media.fetchableBy(fileOf(request), textOf(token));
  return give(file, request, reply);
}

function give(file: Fetchable, { headers, method }: Request, reply: FastifyReply): FastifyReply {
  const { size } = file;
  const tag = `"${file.id}"`;
  void reply.headers({
    'accept-ranges': 'bytes',
    'cache-control': 'private, max-age=3600, immutable',
    etag: tag,
  });
  if (headers['if-none-match'] === tag) return reply.code(304).send();
  const sameFile = headers['if-range'] === undefined || headers['if-range'] === tag;
  const range = sameFile ? byteRange(headers.range, size) : 'everything';
  if (range === 'nothing') return reply.code(416).header('content-range', `bytes */${size}`).send('');
  const { first, last } = range === 'everything' ? { first: 0, last: size - 1 } : range;
  if (range !== 'everything') void reply.code(206).header('content-range', `bytes ${first}-${last}/${size}`);
  void reply.headers({
    'content-type': file.type,
    'content-length': last - first + 1,
    'content-disposition': contentDisposition(file.name),
  });
  return method === 'HEAD' ? reply.send('') : reply.send(file.read(first, last));
}

/** The file that a path names. Whatever is not made of our own names is no file. */
function fileOf({ params: { app, id } }: Request): FileRef {
  const known = /^[1-9]\d{0,14}$/.test(app) && /^[A-Za-z0-9_-]{32}$/.test(id);
  return known ? { app: Number(app), id } : { app: 0, id: '' };
}

function tokenOf({ headers: { authorization = '' } }: Request): string {
  return /^Bearer ([\w.-]{1,128})$/i.exec(authorization)?.[1] ?? '';
}

/** A text of a query; one that is given twice is none. */
function textOf(value: unknown): string {
  return typeof value === 'string' && value.length <= MAX_TEXT ? value : '';
}

function numberOf(value: unknown): number {
  return typeof value === 'string' && /^\d{1,12}$/.test(value) ? Number(value) : 0;
}
