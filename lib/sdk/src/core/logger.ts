import type { Clock } from '../host/clock.js';
import type { Host, LogSink } from '../host/host.js';

/** `TIMLogLevel`. */
export const LOG_LEVEL = { off: 0, verbose: 2, debug: 3, info: 4, warn: 5, error: 6 } as const;
export type LogLevel = 2 | 3 | 4 | 5 | 6;

const LEVEL_LETTER: Readonly<Record<LogLevel, string>> = { 2: 'V', 3: 'D', 4: 'I', 5: 'W', 6: 'E' };

/** Stands for the app's log callback. */
export interface LogListener {
  /** Whether the app has set one; otherwise no line is made for it. */
  isListening(): boolean;
  onLine(level: LogLevel, line: string): void;
}

/**
 * The log of one client: a file, the console and the app's callback, each with its own threshold.
 * Nothing secret is ever given to it; line breaks in values are escaped, so that a record is one line.
 */
export class Logger {
  /** Least level for file and console; 0 switches both off. */
  level: number = LOG_LEVEL.info;
  /** Least level for the app's callback; 0 switches it off. */
  callbackLevel: number = LOG_LEVEL.info;
  toConsole = false;
  listener: LogListener | undefined;
  private file: LogSink | undefined;

  constructor(
    private readonly host: Host,
    private readonly clock: Clock = host.clock,
  ) {}

  /** Begins to write into a folder. */
  openFile(folder: string): void {
    this.file = this.host.openLog(folder);
  }

  close(): void {
    this.file?.close();
    this.file = undefined;
  }

  debug(message: string): void {
    this.write(LOG_LEVEL.debug, message);
  }

  info(message: string): void {
    this.write(LOG_LEVEL.info, message);
  }

  warn(message: string): void {
    this.write(LOG_LEVEL.warn, message);
  }

  error(message: string): void {
    this.write(LOG_LEVEL.error, message);
  }

  write(level: LogLevel, message: string): void {
    const sinks = this.sinks(level);
    if (sinks.length === 0) return;
    const line = `${new Date(this.clock.now()).toISOString()} [${LEVEL_LETTER[level]}] ${oneLine(message)}`;
    for (const sink of sinks) sink(line);
  }

  private sinks(level: LogLevel): ((line: string) => void)[] {
    const { file, listener, host } = this;
    const sinks: ((line: string) => void)[] = [];
    if (reaches(level, this.level)) {
      if (file !== undefined) sinks.push((line) => file.write(line));
      if (this.toConsole) sinks.push((line) => host.print(line));
    }
    if (listener?.isListening() && reaches(level, this.callbackLevel))
      sinks.push((line) => listener.onLine(level, line));
    return sinks;
  }
}

function reaches(level: LogLevel, threshold: number): boolean {
  return threshold !== LOG_LEVEL.off && level >= threshold;
}

// eslint-disable-next-line no-control-regex -- control characters are what must not reach a terminal or a log parser
const CONTROL = /[\u0000-\u001f\u007f-\u009f\u2028\u2029]/g;

function oneLine(message: string): string {
  return message.replace(CONTROL, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`);
}
