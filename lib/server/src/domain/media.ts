import { randomBytes } from 'node:crypto';
import type { Readable } from 'node:stream';
import {
  LIMITS,
  timError,
  type MediaKind,
  type MediaLink,
  type TIMError,
  type UploadParams,
  type UploadPlace,
} from '@tim-node/protocol';
import type { Logger } from 'pino';
import { unixSeconds, type Clock } from '../clock.js';
import { isImage, MAGIC_BYTES, mediaType } from '../media/magic.js';
import type { FileRef, MediaStore } from '../media/media-store.js';
import type { Signer } from '../media/signer.js';
import { sessionRef } from '../session/ticket.js';
import type { UserRef } from '../store/store.js';
import type { MediaFile } from '../store/calls/media.js';
import type { Store } from '../store/store.js';

const ID_BYTES = 24;
/** An upload must be done within this time; seconds. */
const UPLOAD_TIME = 2 * 3600;
/** A link is good for this long; seconds. */
const LINK_TIME = 3600;
/** A file that was not sent to anybody is kept for this long; seconds. */
const UNUSED_TIME = 7 * 24 * 3600;
/** How often files that nobody needs are looked for; milliseconds. */
const SWEEP_INTERVAL = 10 * 60 * 1000;
const SWEEP_LIMIT = 500;

/** Why a transfer is refused. */
export type TransferRefusal =
  /** The token or link is not one of ours. */
  | 'unauthorized'
  /** It was, but its time is over. */
  | 'expired'
  | 'unknown'
  /** The offset is not where the bytes end. */
  | 'conflict'
  | 'tooLarge'
  | 'notImage';

/** A transfer that cannot be. */
export class TransferError extends Error {
  override readonly name = 'TransferError';

  constructor(
    readonly refusal: TransferRefusal,
    readonly error: TIMError,
    /** For `conflict`: where the bytes end. */
    readonly offset = 0,
  ) {
    super(error.desc);
  }
}

/** A file that may be fetched. */
export interface Fetchable {
  readonly id: string;
  readonly name: string;
  readonly size: number;
  /** By its first bytes. */
  readonly type: string;
  read(first: number, last: number): Readable;
}

export interface UploadState {
  readonly offset: number;
  readonly size: number;
}

export interface MediaParts {
  readonly store: Store;
  readonly files: MediaStore;
  readonly signer: Signer;
  readonly clock: Clock;
  readonly logger: Logger;
  /** Bytes that the files of one user may take up; nothing for any number. */
  readonly quotaOf: (app: number) => number | undefined;
  readonly onBytes: (direction: 'in' | 'out', bytes: number) => void;
}

/** One request that writes to an upload. */
interface Writer {
  abort(): void;
  readonly done: Promise<void>;
}

const maxSize = (kind: MediaKind): number =>
  kind === 'image' || kind === 'sound' ? LIMITS.mediaSmallBytes : LIMITS.mediaLargeBytes;

/** Files of messages: who may upload what and who may fetch it. */
export class Media {
  /** Who writes to which upload: one at a time, the newest wins, because the one before it may be a dead connection. */
  private readonly writers = new Map<string, Writer>();
  private nextSweep = 0;
  private sweeping: Promise<void> | undefined;

  constructor(private readonly parts: MediaParts) {}

  /**
   * Announces an upload.
   * @throws TIMError 7005, 7006, 114002
   */
  async announce({ app, user }: UserRef, { kind, name, size }: UploadParams): Promise<UploadPlace> {
    if (size === 0) throw timError('fileEmpty');
    if (size > maxSize(kind)) throw timError('fileTooLarge');
    const { store, clock, quotaOf, signer } = this.parts;
    const id = randomBytes(ID_BYTES).toString('base64url');
    const now = unixSeconds(clock);
    const quota = quotaOf(app);
    const announcement = { app, user, id, kind, name, size, now, ...(quota === undefined ? {} : { quota }) };
    if (!(await store.announceMedia(announcement))) throw timError('mediaQuota');
    const until = now + UPLOAD_TIME;
    return { id, path: pathOf({ app, id }), token: `${until}.${signer.sign('upload', app, id, until)}`, until };
  }

  /** Links to those of the files that the user may see. */
  async links({ app, user }: UserRef, ids: readonly string[]): Promise<MediaLink[]> {
    const { store, signer, clock } = this.parts;
    const until = unixSeconds(clock) + LINK_TIME;
    const readable = await store.readableMedia({ app, user, ids });
    return readable.map((id) => {
      const signature = signer.sign('link', app, id, until);
      return { id, path: `${pathOf({ app, id })}?until=${until}&sign=${signature}`, until };
    });
  }

  /** How far an upload is. A request that still writes to it is ended first, so that the answer stays true. */
  async uploadState(ref: FileRef, token: string): Promise<UploadState> {
    this.checkToken(ref, token);
    await this.endWriter(ref);
    const file = await this.announced(ref);
    return { offset: file.complete ? file.size : await this.parts.files.received(ref), size: file.size };
  }

  /**
   * Takes bytes of an upload from an offset on, and completes the file when they are all there.
   * @param abort ends the stream of bytes
   */
  async receive(
    ref: FileRef,
    token: string,
    { offset, length }: { readonly offset: number; readonly length: number | undefined },
    bytes: AsyncIterable<Uint8Array>,
    abort: () => void,
  ): Promise<UploadState> {
    this.checkToken(ref, token);
    await this.endWriter(ref);
    let finish: () => void = () => undefined;
    const done = new Promise<void>((resolve) => (finish = resolve));
    const writer = { abort, done };
    this.writers.set(keyOf(ref), writer);
    try {
      const file = await this.announced(ref);
      return await this.take(file, offset, length, bytes);
    } finally {
      if (this.writers.get(keyOf(ref)) === writer) this.writers.delete(keyOf(ref));
      finish();
    }
  }

  private async take(
    file: MediaFile,
    offset: number,
    length: number | undefined,
    bytes: AsyncIterable<Uint8Array>,
  ): Promise<UploadState> {
    const { files, onBytes } = this.parts;
    const { size } = file;
    if (file.complete) return { offset: size, size };
    const received = await files.received(file);
    if (offset > received) throw new TransferError('conflict', timError('uploadFailed', 'bytes are missing'), received);
    if (offset + (length ?? 0) > size) return this.refuse(file, 'tooLarge');
    const { size: now, tooMuch } = await files.receive(file, offset, bytes, size);
    onBytes('in', now - offset);
    if (tooMuch) return this.refuse(file, 'tooLarge');
    if (now === size) await this.complete(file);
    return { offset: now, size };
  }

  /** Nothing of an upload that is not what was announced stays. */
  private async refuse(file: MediaFile, refusal: 'tooLarge' | 'notImage'): Promise<never> {
    await this.parts.files.remove(file);
    await this.parts.store.dropMedia(file);
    const error =
      refusal === 'notImage' ? timError('notImage') : timError('uploadFailed', 'more bytes than were announced');
    throw new TransferError(refusal, error);
  }

  private async complete(file: MediaFile): Promise<void> {
    const { files, store } = this.parts;
    if (file.kind === 'image' && !isImage(await files.beginning(file, MAGIC_BYTES))) {
      await this.refuse(file, 'notImage');
    }
    await files.finish(file);
    await store.completeMedia({ app: file.app, id: file.id });
  }

  /** A file that was announced, made complete if a crash has kept that from being written down. */
  private async announced(ref: FileRef): Promise<MediaFile> {
    const { files, store } = this.parts;
    const file = await store.findMedia({ app: ref.app, id: ref.id });
    if (file === undefined) throw new TransferError('unknown', timError('mediaUnknown'));
    if (file.complete || (await files.size(ref)) !== file.size) return file;
    await store.completeMedia({ app: ref.app, id: ref.id });
    return { ...file, complete: true };
  }

  private checkToken({ app, id }: FileRef, token: string): void {
    const [until = '', signature = '', ...more] = token.split('.');
    const end = Number(until);
    if (more.length > 0 || !this.parts.signer.verify(signature, 'upload', app, id, end)) {
      throw new TransferError('unauthorized', timError('transferDenied'));
    }
    if (end <= unixSeconds(this.parts.clock)) {
      throw new TransferError('expired', timError('transferDenied', 'the time to upload is over'));
    }
  }

  private async endWriter(ref: FileRef): Promise<void> {
    for (;;) {
      const writer = this.writers.get(keyOf(ref));
      if (writer === undefined) return;
      writer.abort();
      await writer.done;
    }
  }

  /** What makes addresses of files good for a user as long as a session of his lasts. */
  tokenOf(sessionId: string): string {
    return `${this.parts.signer.sign('session', sessionId)}.${sessionId}`;
  }

  /** The file that the token of a session opens, if its user may see it now. */
  async fetchableBy(ref: FileRef, token: string): Promise<Fetchable> {
    const { signer, clock, store } = this.parts;
    const dot = token.indexOf('.');
    const session = sessionRef(token.slice(dot + 1));
    if (session === undefined || !signer.verify(token.slice(0, dot), 'session', session.sessionId)) {
      throw new TransferError('unauthorized', timError('transferDenied'));
    }
    const { app, user, sessionId } = session;
    const live = await store.liveSessions({ app, users: [user], now: unixSeconds(clock) });
    if (!live.some((each) => each.sessionId === sessionId)) {
      throw new TransferError('unauthorized', timError('transferDenied', 'the session has ended'));
    }
    const readable = app === ref.app ? await store.readableMedia({ app, user, ids: [ref.id] }) : [];
    if (readable.length === 0) throw new TransferError('unknown', timError('mediaUnknown'));
    return this.completeFile(ref);
  }

  /** The file that a link leads to. */
  async fetchable(ref: FileRef, until: number, signature: string): Promise<Fetchable> {
    const { signer, clock } = this.parts;
    const { app, id } = ref;
    if (!signer.verify(signature, 'link', app, id, until)) {
      throw new TransferError('unauthorized', timError('transferDenied'));
    }
    if (until <= unixSeconds(clock)) {
      throw new TransferError('expired', timError('transferDenied', 'the link has ended'));
    }
    return this.completeFile(ref);
  }

  private async completeFile(ref: FileRef): Promise<Fetchable> {
    const { store, files, onBytes } = this.parts;
    const { app, id } = ref;
    const file = await store.findMedia({ app, id });
    if (file?.complete !== true || (await files.size(ref)) !== file.size) {
      throw new TransferError('unknown', timError('mediaUnknown'));
    }
    const { name, size } = file;
    return {
      id,
      name,
      size,
      type: mediaType(await files.beginning(ref, MAGIC_BYTES)),
      read: (first, last) => {
        onBytes('out', last - first + 1);
        return files.read(ref, first, last);
      },
    };
  }

  /** Looks now and then for uploads that were given up and files that were never sent, and removes them. */
  tick(now: number): void {
    if (now < this.nextSweep || this.sweeping !== undefined) return;
    this.nextSweep = now + SWEEP_INTERVAL;
    this.sweeping = this.sweep()
      .catch((error: unknown) => {
        this.parts.logger.warn({ err: error }, 'files that nobody needs could not be removed');
      })
      .finally(() => {
        this.sweeping = undefined;
      });
  }

  /** Removes what nobody needs any more. */
  async sweep(): Promise<void> {
    const { store, files, clock } = this.parts;
    const now = unixSeconds(clock);
    const query = { unfinishedBefore: now - UPLOAD_TIME, unusedBefore: now - UNUSED_TIME, limit: SWEEP_LIMIT };
    for (;;) {
      const swept = await store.sweepMedia(query);
      for (const file of swept) await files.remove(file);
      if (swept.length < SWEEP_LIMIT) return;
    }
  }

  async close(): Promise<void> {
    await this.sweeping;
    await this.parts.files.close();
  }
}

const keyOf = ({ app, id }: FileRef): string => `${app}/${id}`;
const pathOf = ({ app, id }: FileRef): string => `/media/${app}/${id}`;
