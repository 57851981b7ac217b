import { closeSync, openSync, readFileSync } from 'node:fs';

/** A file that another process writes its log to. */
export class LogFile {
  /** For the other process. */
  readonly file: number;
  private taken = 0;

  constructor(private readonly path: string) {
    this.file = openSync(path, 'a');
  }

  /** What was written since the last time. */
  take(): string {
    const all = readFileSync(this.path);
    const fresh = all.subarray(this.taken).toString();
    this.taken = all.length;
    return fresh;
  }

  close(): void {
    closeSync(this.file);
  }
}
