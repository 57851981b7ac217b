/** Why a file of this machine cannot be used. */
export type FileProblem = 'missing' | 'unusable' | 'changed';

export class FileError extends Error {
  override readonly name = 'FileError';

  constructor(
    readonly problem: FileProblem,
    message: string,
  ) {
    super(message);
  }
}

/** What a file is, before any of it is sent. */
export interface FileFacts {
  /** Bytes. */
  readonly size: number;
  /** Its first bytes, as many as were asked for or there are. */
  readonly beginning: Uint8Array;
}

/** A file that is being written. It appears under its name only when it is finished. */
export interface FileWriter {
  /** Bytes that were written so far. */
  readonly size: number;
  write(bytes: Uint8Array): Promise<void>;
  /** Gives the file its name, in place of what was there. */
  finish(): Promise<void>;
  /** Leaves nothing behind; without effect on a finished file. */
  discard(): Promise<void>;
}

/** Files of the machine. Everything rejects with a FileError. */
export interface Files {
  inspect(path: string, length: number): Promise<FileFacts>;
  /** The bytes from one place up to another. Fails when there are fewer. */
  read(path: string, from: number, to: number): AsyncIterable<Uint8Array>;
  create(path: string): Promise<FileWriter>;
  /** The last part of a path. */
  nameOf(path: string): string;
}

/** Bytes that can be sent, wherever they are. Everything rejects with a FileError. */
export interface FileBytes {
  /** @param length of the first bytes that are wanted */
  inspect(length: number): Promise<FileFacts>;
  /** The bytes from one place up to another. Fails when there are fewer. */
  read(from: number, to: number): AsyncIterable<Uint8Array>;
}

/** A file of the machine, to be sent. */
export function bytesAt(files: Files, path: string): FileBytes {
  return {
    inspect: (length) => files.inspect(path, length),
    read: (from, to) => files.read(path, from, to),
  };
}
