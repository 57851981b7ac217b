import type { Platform } from '@tim-node/protocol';
import type { Dial } from '../transport/transport.js';
import type { Clock } from './clock.js';

/** Takes finished log lines, without a line end. */
export interface LogSink {
  write(line: string): void;
  close(): void;
}

/** Inflates zlib data into text; fails on bad data and on more than `limit` bytes. */
export type Inflate = (packed: Uint8Array<ArrayBuffer>, limit: number) => string | Promise<string>;

/** Everything the SDK needs from the machine it runs on. One for Node, one for browsers, others for tests. */
export interface Host {
  readonly clock: Clock;
  readonly dial: Dial;
  readonly inflate: Inflate;
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
  /** Writes a line to the console. */
  print(line: string): void;
}
