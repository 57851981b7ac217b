import { destination, pino, type Logger } from 'pino';
import type { ResolvedOptions } from './options.js';

/** Fields that never reach a log, wherever they stand. */
const SECRET = new Set(['userSig', 'token', 'secretKey', 'usersig', 'body', 'text', 'cloudData', 'key', 'mediaToken']);
/** What makes an address of a file good for whoever has it. */
const SIGNATURE = /([?&](?:sign|token)=)[\w.-]+/g;
const LONGEST_TEXT = 200;
const STDERR = 2;

/** The logger of a server: the one that was given, or one that writes JSON lines to stderr. */
export function createLogger({ logger, debug }: Pick<ResolvedOptions, 'logger' | 'debug'>): Logger {
  if (typeof logger !== 'string') return logger;
  const level = logger === 'silent' && debug !== '' ? 'debug' : logger;
  const stderr = destination({ dest: STDERR, sync: true });
  return pino({ name: 'tim-node-server', level }, { write: (line) => stderr.write(escapeRest(line)) });
}

/** What JSON leaves as it is and some terminals obey, or take for the end of a line. */
const OBEYED = /[\u007f-\u009f\u2028\u2029]/g;

function escapeRest(line: string): string {
  return line.replace(OBEYED, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

/** A frame as it may be shown: secrets and message bodies are hidden, long texts are cut. */
export function redactFrame(frame: unknown): string {
  return JSON.stringify(frame, (key: string, value: unknown) => {
    if (SECRET.has(key)) return '[hidden]';
    if (typeof value !== 'string') return value;
    const shown = value.replace(SIGNATURE, '$1[hidden]');
    return shown.length > LONGEST_TEXT ? `${shown.slice(0, LONGEST_TEXT)}…` : shown;
  });
}
