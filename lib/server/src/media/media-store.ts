import type { Readable } from 'node:stream';

/** Names a file within the store. Both are the server's own: an app id and a random id. */
export interface FileRef {
  readonly app: number;
  readonly id: string;
}

/** Where the bytes of files are. What a folder does for one node, a bucket can do for many. */
export interface MediaStore {
  /** Bytes of an unfinished upload that are safe; 0 when it has not begun. */
  received(file: FileRef): Promise<number>;
  /**
   * Adds bytes to an unfinished upload from a place on; what was after that place goes. When it ends, however it
   * ends, what has arrived is safe.
   * @param limit stops before more bytes than this are kept
   * @returns how many bytes there are now, and whether there would have been more than the limit
   */
  receive(file: FileRef, from: number, bytes: AsyncIterable<Uint8Array>, limit: number): Promise<Received>;
  /** The first bytes, of an unfinished or a finished file. */
  beginning(file: FileRef, length: number): Promise<Buffer>;
  /** An upload is complete: from now on the file can be read. */
  finish(file: FileRef): Promise<void>;
  /** Bytes of a finished file; nothing when there is none. */
  size(file: FileRef): Promise<number | undefined>;
  /** Bytes from the first to the last, both included. */
  read(file: FileRef, first: number, last: number): Readable;
  /** The file is not needed any more, finished or not. One that is not there is no error. */
  remove(file: FileRef): Promise<void>;
  close(): Promise<void>;
}

export interface Received {
  readonly size: number;
  readonly tooMuch: boolean;
}
