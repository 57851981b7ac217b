import {
  LIMITS,
  timError,
  TIMError,
  type MediaKind,
  type OpName,
  type Ops,
  type ParamsOf,
  type ResultOf,
  type UploadPlace,
} from '@tim-node/protocol';
import { Backoff } from '../connection/backoff.js';
import type { Engine } from '../core/engine.js';
import { bytesAt, FileError, type FileBytes, type Files } from '../host/files.js';
import { httpUrl, type HttpAnswer, type HttpRequest } from '../transport/http.js';
import { IMAGE_HEADER_BYTES, imageFacts, type ImageFacts } from './image-size.js';
import { Slots } from './slots.js';

/** Files that travel at the same time; the others wait. */
const AT_ONCE = 4;
/** A transfer that fails this often without getting further is given up. */
const MAX_FAILURES = 8;
/** A transfer in which nothing moves for this long counts as interrupted; milliseconds. */
const STALL = 20_000;
const HEADER_BYTES = 16;
/** More of an answer that says nothing new is not read. */
const MAX_ERROR_BYTES = 4096;

/** A file that is to be sent. */
export interface OutgoingFile {
  readonly bytes: FileBytes;
  readonly kind: MediaKind;
  /** Name to show; never a path. */
  readonly name: string;
}

/** A file of this machine that is to be sent. */
export interface LocalFile {
  readonly path: string;
  readonly kind: MediaKind;
  /** Name to show; the last part of the path unless given. */
  readonly name?: string;
}

/** A file that may be sent: it was looked at, and not yet uploaded. */
export interface CheckedFile extends OutgoingFile {
  readonly size: number;
  readonly image?: ImageFacts;
}

/** How far a transfer is, in bytes. */
export type Progress = (current: number, total: number) => void;

/** The transfer was interrupted, and can go on. */
class Interruption extends Error {
  override readonly name = 'Interruption';
}

/** Files of messages: to the server and from there. What is interrupted goes on from where it was. */
export class Media {
  private readonly slots = new Slots(AT_ONCE);
  /** What is under way; ends with the session. */
  private readonly running = new Set<AbortController>();

  constructor(private readonly engine: Engine) {
    engine.on('transition', (from, to) => {
      if (from !== 'Logined') return;
      const error = timError(to === 'Uninit' ? 'interrupted' : 'notLoggedIn');
      for (const transfer of this.running) transfer.abort(error);
    });
  }

  /**
   * Looks at a file before it is sent.
   * @throws TIMError 7004, 7005, 7006, 7007
   */
  async check({ bytes, kind, name }: OutgoingFile): Promise<CheckedFile> {
    const wanted = kind === 'image' ? IMAGE_HEADER_BYTES : HEADER_BYTES;
    const { size, beginning } = await bytes.inspect(wanted).catch(rethrow);
    if (size === 0) throw timError('fileEmpty');
    const small = kind === 'image' || kind === 'sound';
    if (size > (small ? LIMITS.mediaSmallBytes : LIMITS.mediaLargeBytes)) throw timError('fileTooLarge');
    const image = kind === 'image' ? imageFacts(beginning) : undefined;
    return { bytes, kind, name, size, ...(image === undefined ? {} : { image }) };
  }

  /** The same for a file of this machine. */
  async checkLocal({ path, kind, name }: LocalFile): Promise<CheckedFile> {
    const { files } = this;
    return this.check({ bytes: bytesAt(files, path), kind, name: name ?? files.nameOf(path) });
  }

  /**
   * Uploads a file.
   * @returns its id
   * @throws TIMError 6006, 6008, 6031, 114002, and the reason of an abort
   */
  upload(file: CheckedFile, onProgress: Progress, abort: AbortController): Promise<string> {
    return this.transfer(abort, async (signal) => {
      const { kind, name, size } = file;
      const place = await this.call('media.upload', { kind, name, size }, signal);
      let offset: number | undefined = 0;
      await this.persistently(signal, 'uploadFailed', async (reached) => {
        const from = offset ?? (await this.offsetOf(place, signal));
        reached(from);
        onProgress(from, size);
        offset = undefined;
        let at = from;
        while (at < size) {
          at = await this.put(file, place, at, onProgress, signal);
          reached(at);
        }
        return true;
      });
      return place.id;
    });
  }

  /**
   * Fetches a file into a path. There is nothing under that path before all of it is there.
   * @returns its size
   * @throws TIMError 6009, 7007, 114000, and the reason of an abort
   */
  download(id: string, path: string, onProgress: Progress, abort: AbortController): Promise<number> {
    return this.transfer(abort, async (signal) => {
      const writer = await this.files.create(path).catch(rethrow);
      try {
        await this.persistently(signal, 'downloadFailed', async (reached) => {
          const total = await this.get(id, writer.size, signal, async (bytes, size) => {
            await writer.write(bytes).catch(rethrow);
            reached(writer.size);
            onProgress(writer.size, size);
          });
          return writer.size === total;
        });
        await writer.finish().catch(rethrow);
        return writer.size;
      } finally {
        await writer.discard();
      }
    });
  }

  /** Runs a transfer in its turn, as long as the session lasts. */
  private async transfer<T>(abort: AbortController, work: (signal: AbortSignal) => Promise<T>): Promise<T> {
    const { signal } = abort;
    this.running.add(abort);
    try {
      return await this.slots.run(signal, () => work(signal));
    } catch (error) {
      // Whatever went wrong then, this is why.
      throw signal.aborted ? signal.reason : toTimError(error);
    } finally {
      this.running.delete(abort);
    }
  }

  /** Tries again after interruptions, for as long as it gets further now and then. */
  private async persistently(
    signal: AbortSignal,
    name: 'uploadFailed' | 'downloadFailed',
    attempt: (reached: (bytes: number) => void) => Promise<boolean>,
  ): Promise<void> {
    const backoff = new Backoff();
    let failures = 0;
    let furthest = 0;
    const reached = (bytes: number): void => {
      if (bytes <= furthest) return;
      furthest = bytes;
      failures = 0;
      backoff.reset();
    };
    for (;;) {
      const reason = await interruption(() => attempt(reached));
      if (reason === undefined) return;
      signal.throwIfAborted();
      failures += 1;
      if (failures >= MAX_FAILURES) throw timError(name, `given up after ${failures} attempts: ${reason}`);
      this.engine.logger.debug(`media: ${name}, trying again (${reason})`);
      await this.pause(backoff.next(), signal);
      signal.throwIfAborted();
    }
  }

  private pause(milliseconds: number, signal: AbortSignal): Promise<void> {
    const { clock } = this.engine.host;
    return new Promise((resolve) => {
      const timer = clock.setTimeout(done, milliseconds);
      signal.addEventListener('abort', done, { once: true });
      function done(): void {
        clock.clearTimeout(timer);
        signal.removeEventListener('abort', done);
        resolve();
      }
    });
  }

  /** How many bytes of an upload the server has. */
  private async offsetOf(place: UploadPlace, signal: AbortSignal): Promise<number> {
    const { answer } = await this.request({ method: 'HEAD', path: place.path, headers: bearer(place) }, signal);
    await drain(answer);
    if (answer.status !== 200) throw refusalOf(answer);
    return headerNumber(answer, 'upload-offset');
  }

  private async put(
    { bytes: content, size }: CheckedFile,
    place: UploadPlace,
    from: number,
    onProgress: Progress,
    signal: AbortSignal,
  ): Promise<number> {
    const to = Math.min(size, from + (this.engine.host.bodyLimit ?? size));
    const headers = { ...bearer(place), 'upload-offset': String(from), 'content-length': String(to - from) };
    let problem: TIMError | undefined;
    const bytes = (moved: () => void): AsyncIterable<Uint8Array> => {
      const onRead = (current: number): void => {
        moved();
        onProgress(current, size);
      };
      return told(content.read(from, to), from, onRead, (error) => (problem = error));
    };
    try {
      const { answer } = await this.request({ method: 'PUT', path: place.path, headers }, signal, bytes);
      await drain(answer);
      if (answer.status !== 201 && answer.status !== 202) throw refusalOf(answer);
      const reached = headerNumber(answer, 'upload-offset');
      if (reached <= from) throw new Interruption('nothing has arrived');
      return reached;
    } catch (error) {
      throw problem ?? error;
    }
  }

  /** Reads a file from an offset on; tells its whole size. */
  private async get(
    id: string,
    offset: number,
    signal: AbortSignal,
    onBytes: (bytes: Uint8Array, size: number) => Promise<void>,
  ): Promise<number> {
    const { links } = await this.call('media.link', { ids: [id] }, signal);
    const [link] = links;
    if (link === undefined) throw timError('mediaUnknown');
    const headers: Record<string, string> = offset === 0 ? {} : { range: `bytes=${offset}-` };
    const { answer, moved } = await this.request({ method: 'GET', path: link.path, headers }, signal);
    if (answer.status !== (offset === 0 ? 200 : 206)) {
      await drain(answer);
      throw refusalOf(answer);
    }
    const size = offset + headerNumber(answer, 'content-length');
    try {
      for await (const chunk of answer.body) {
        moved();
        await onBytes(chunk, size);
      }
    } catch (error) {
      throw error instanceof TIMError ? error : new Interruption(String(error));
    }
    return size;
  }

  /** One request, which is interrupted when nothing moves for too long. */
  private async request(
    { method, path, headers }: Pick<HttpRequest, 'method' | 'headers'> & { readonly path: string },
    signal: AbortSignal,
    body?: (moved: () => void) => AsyncIterable<Uint8Array>,
  ): Promise<{ readonly answer: HttpAnswer; readonly moved: () => void }> {
    const { http, clock } = this.engine.host;
    const { server } = this.engine;
    if (http === undefined || server === undefined) throw timError('notSupported', 'there is no way to send files');
    const stall = new AbortController();
    const cut = (): void => stall.abort(new Interruption('nothing moves'));
    let timer = clock.setTimeout(cut, STALL);
    const stop = (): void => clock.clearTimeout(timer);
    const moved = (): void => {
      stop();
      timer = clock.setTimeout(cut, STALL);
    };
    try {
      const url = `${httpUrl(server.url)}${path}`;
      const request = { ...server, method, url, headers, signal: AbortSignal.any([signal, stall.signal]) };
      const answer = await http(body === undefined ? request : { ...request, body: body(moved) });
      return { answer: { ...answer, body: finishing(answer.body, stop) }, moved };
    } catch (error) {
      stop();
      signal.throwIfAborted();
      throw error instanceof TIMError ? error : new Interruption(String(error));
    }
  }

  private call<K extends OpName>(op: K, params: ParamsOf<Ops[K]>, signal: AbortSignal): Promise<ResultOf<Ops[K]>> {
    return new Promise((resolve, reject) => {
      const stop = (): void => reject(signal.reason as Error);
      signal.addEventListener('abort', stop, { once: true });
      this.engine.call(op, params, (outcome) => {
        signal.removeEventListener('abort', stop);
        if ('error' in outcome) reject(outcome.error);
        else resolve(outcome.value);
      });
    });
  }

  private get files(): Files {
    const { files } = this.engine.host;
    if (files === undefined) throw timError('notSupported', 'files need Node');
    return files;
  }
}

/** The bytes of a file. What is wrong with the file is kept: it comes out of the request as a broken connection. */
async function* told(
  bytes: AsyncIterable<Uint8Array>,
  from: number,
  onRead: (current: number) => void,
  onProblem: (error: TIMError) => void,
): AsyncGenerator<Uint8Array> {
  let current = from;
  try {
    for await (const chunk of bytes) {
      yield chunk;
      current += chunk.length;
      onRead(current);
    }
  } catch (error) {
    onProblem(toTimError(error));
    throw error;
  }
}

const bearer = ({ token }: UploadPlace): Record<string, string> => ({ authorization: `Bearer ${token}` });

function headerNumber(answer: HttpAnswer, name: string): number {
  const value = answer.header(name) ?? '';
  if (!/^\d{1,15}$/.test(value)) throw new Interruption(`the server has sent no ${name}`);
  return Number(value);
}

/** What an answer that is not the wanted one means. */
function refusalOf({ status }: HttpAnswer): Error {
  switch (status) {
    case 401:
    case 403:
      return timError('transferDenied');
    case 404:
      return timError('mediaUnknown');
    case 413:
      return timError('uploadFailed', 'the file has changed while it was sent');
    case 415:
      return timError('notImage');
    default:
      return new Interruption(`the server has answered ${status}`);
  }
}

/** Reads what is of no interest, so that the connection is free. */
async function drain({ body }: HttpAnswer): Promise<void> {
  let bytes = 0;
  try {
    for await (const chunk of body) {
      bytes += chunk.length;
      if (bytes > MAX_ERROR_BYTES) return;
    }
  } catch (error) {
    throw new Interruption(String(error));
  }
}

/** Why an attempt was interrupted; nothing when it was not and all is done. Other failures are no interruptions. */
async function interruption(attempt: () => Promise<boolean>): Promise<string | undefined> {
  try {
    return (await attempt()) ? undefined : 'there is more to come';
  } catch (error) {
    if (error instanceof Interruption) return error.message;
    throw error;
  }
}

async function* finishing(body: AsyncIterable<Uint8Array>, finish: () => void): AsyncGenerator<Uint8Array> {
  try {
    yield* body;
  } finally {
    finish();
  }
}

const FILE_ERRORS = { missing: 'fileMissing', unusable: 'fileUnusable', changed: 'uploadFailed' } as const;

function toTimError(error: unknown): TIMError {
  if (error instanceof TIMError) return error;
  if (error instanceof FileError) return timError(FILE_ERRORS[error.problem], error.message);
  return timError('internal', String(error));
}

function rethrow(error: unknown): never {
  throw toTimError(error);
}
