import type { Platform } from '@tim-node/protocol';
import type { LocalStore } from '../local/store.js';
import type { Http } from '../transport/http.js';
import type { Dial } from '../transport/transport.js';
import type { Clock } from './clock.js';
import type { Files } from './files.js';

/** Takes finished log lines, without a line end. */
export interface LogSink {
  write(line: string): void;
  close(): void;
}

/** Inflates zlib data into text; fails on bad data and on more than `limit` bytes. */
export type Inflate = (packed: Uint8Array<ArrayBuffer>, limit: number) => string | Promise<string>;

/** Whose store to open, and where. */
export interface StoreOptions {
  readonly folder: string;
  readonly sdkAppId: number;
  readonly userId: string;
  /** Unix milliseconds, for the name of a file that is set aside. */
  readonly now: number;
  /** Something the owner should know: a file was set aside. */
  readonly warn: (message: string) => void;
}

/** Everything the SDK needs from the machine it runs on. One for Node, one for browsers, others for tests. */
export interface Host {
  readonly clock: Clock;
  readonly dial: Dial;
  readonly inflate: Inflate;
  /** For the bytes of files. Absent where files cannot be sent. */
  readonly http?: Http;
  /** Bytes of one request at most; without it, any number. */
  readonly bodyLimit?: number;
  /** Absent where there are none. */
  readonly files?: Files;
  /** What an instance counts as when the app does not say. */
  readonly platform: Platform;
  /** Setting from the environment, or nothing where there is none. */
  env(name: string): string | undefined;
  /** Name of this installation, kept in the folder if one is given. */
  instanceId(folder: string | undefined): string;
  /** Tells when the network is back, until the returned function is called. Absent where nobody can know. */
  watchNetwork?(onBack: () => void): () => void;
  /** Opens the log file of a folder; nothing where there are no files. */
  openLog(folder: string): LogSink | undefined;
  /** Opens the file that keeps an account. Absent where there are no files. */
  openStore?(options: StoreOptions): Promise<LocalStore>;
  /** Writes a line to the console. */
  print(line: string): void;
}
