import { destination, pino, type Logger } from 'pino';
import type { ResolvedOptions } from './options.js';

/** Fields that never reach a log, wherever they stand. */
const SECRET = new Set(['userSig', 'token', 'secretKey', 'usersig', 'body', 'text', 'cloudData', 'key']);
const LONGEST_TEXT = 200;
const STDERR = 2;

/** The logger of a server: the one that was given, or one that writes JSON lines to stderr. */
export function createLogger({ logger, debug }: Pick<ResolvedOptions, 'logger' | 'debug'>): Logger {
  if (typeof logger !== 'string') return logger;
  const level = logger === 'silent' && debug !== '' ? 'debug' : logger;
  return pino({ name: 'tim-node-server', level }, destination({ dest: STDERR, sync: true }));
}

/** A frame as it may be shown: secrets and message bodies are hidden, long texts are cut. */
export function redactFrame(frame: unknown): string {
  return JSON.stringify(frame, (key: string, value: unknown) => {
    if (SECRET.has(key)) return '[hidden]';
    if (typeof value === 'string' && value.length > LONGEST_TEXT) return `${value.slice(0, LONGEST_TEXT)}…`;
    return value;
  });
}
