import { readFileSync } from 'node:fs';
import type { Level } from 'pino';
import type { ServerOptions } from '../options.js';
import type { Policy } from '../rules/login-policy.js';
import type { Settings } from '../settings.js';
import { UsageError, type FlagValues } from './flags.js';

const LEVELS = ['silent', 'fatal', 'error', 'warn', 'info', 'debug', 'trace'];

/** Server options out of a command line. What they may be is checked by the server itself. */
export function serveOptions(values: FlagValues): ServerOptions {
  const level = values['log-level'] ?? 'info';
  if (!LEVELS.includes(level)) throw new UsageError(`--log-level must be one of ${LEVELS.join(', ')}`);
  return {
    ...pick('port', values.port === undefined ? undefined : toNumber('port', values.port)),
    ...pick('host', values.host),
    ...pick('dataDir', values['data-dir']),
    ...pick('postgres', values.postgres),
    ...pick('nats', values.nats),
    ...identityOptions(values),
    ...pick('tls', tlsFiles(values)),
    ...pick('administrators', values.admins?.split(',')),
    ...pick('allowedOrigins', values.origins?.split(',')),
    ...pick('metrics', values.metrics as ServerOptions['metrics']),
    settings: settingsOf(values),
    logger: level as Level | 'silent',
  };
}

/** The app, as far as the command line names it. */
export function identityOptions(values: FlagValues): Pick<ServerOptions, 'sdkAppId' | 'secretKey'> {
  const appId = values['app-id'];
  return {
    ...pick('sdkAppId', appId === undefined ? undefined : toNumber('app-id', appId)),
    ...pick('secretKey', values['secret-key']),
  };
}

/** An object with one field, or none. */
function pick<K extends string, T>(name: K, value: T | undefined): Partial<Record<K, T>> {
  return value === undefined ? {} : ({ [name]: value } as Partial<Record<K, T>>);
}

export function toNumber(flag: string, text: string): number {
  if (!/^\d{1,15}$/.test(text)) throw new UsageError(`--${flag} must be a whole number`);
  return Number(text);
}

function tlsFiles(values: FlagValues): ServerOptions['tls'] {
  const { 'tls-key': key, 'tls-cert': cert } = values;
  if (key === undefined && cert === undefined) return undefined;
  if (key === undefined || cert === undefined) throw new UsageError('--tls-key and --tls-cert go together');
  return { key: readFile('tls-key', key), cert: readFile('tls-cert', cert) };
}

function readFile(flag: string, path: string): Buffer {
  try {
    return readFileSync(path);
  } catch (error) {
    throw new UsageError(`--${flag}: ${(error as Error).message}`);
  }
}

function settingsOf(values: FlagValues): Partial<Settings> {
  const web = values['web-instances'];
  const revoke = values['revoke-seconds'];
  const instances = {
    ...platformCounts(values.instances),
    ...(web === undefined ? {} : { Web: toNumber('web-instances', web) }),
  };
  return {
    ...pick('policy', values.policy as Policy | undefined),
    ...(Object.keys(instances).length === 0 ? {} : { instances }),
    ...pick('kickedOfflineNotice', onOff(values['kicked-offline-notice'])),
    ...pick('revokeSeconds', revoke === undefined ? undefined : toNumber('revoke-seconds', revoke)),
  };
}

function platformCounts(text: string | undefined): Record<string, number> {
  if (text === undefined) return {};
  return Object.fromEntries(
    text.split(',').map((part) => {
      const [platform = '', count = ''] = part.split('=');
      return [platform.trim(), toNumber('instances', count.trim())];
    }),
  );
}

function onOff(text: string | undefined): boolean | undefined {
  if (text === undefined) return undefined;
  if (text !== 'on' && text !== 'off') throw new UsageError('--kicked-offline-notice must be on or off');
  return text === 'on';
}
