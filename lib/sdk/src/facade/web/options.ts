import { isRecord } from '@tim-node/protocol';
import type { SdkConfig } from '../../core/options.js';
import { check } from './check.js';
import { webError } from './codes.js';

/** Options of `create`. Those of the original that mean nothing here are accepted and ignored. */
export interface CreateOptions {
  /** The app's id, as a number or its digits. */
  SDKAppID: number | string;
  /**
   * Address of the server: `ws://host:port` or `wss://host`.
   * @defaultValue the environment variable TIM_SERVER_URL, else this machine at the server's default port
   */
  serverURL?: string | undefined;
  /** The name that the original has for the address; `serverURL` goes before it. */
  proxyServer?: string | undefined;
  /** Ignored. */
  fileUploadProxy?: string | undefined;
  /** Ignored. */
  fileDownloadProxy?: string | undefined;
  /** Ignored. */
  scene?: string | undefined;
  /** Ignored. */
  oversea?: boolean | undefined;
}

/** What `create` was given, checked. */
export interface ChatOptions {
  readonly sdkAppId: number;
  /** The address of the server, if the app has given one. */
  readonly config: SdkConfig;
}

/** @throws IMError 2000 without a usable SDKAppID, 2905 for an address that is none */
export function resolveCreateOptions(options: unknown): ChatOptions {
  const given = isRecord(options) ? options : {};
  const sdkAppId = appIdOf(given['SDKAppID']);
  if (sdkAppId === undefined) throw webError('NO_SDKAPPID', 'create');
  const url = addressOf(given, 'serverURL') ?? addressOf(given, 'proxyServer');
  return { sdkAppId, config: url === undefined ? {} : { sdk_config_server_url: url } };
}

function appIdOf(value: unknown): number | undefined {
  const number = typeof value === 'string' && /^\d+$/.test(value) ? Number(value) : value;
  return typeof number === 'number' && Number.isSafeInteger(number) && number >= 0 ? number : undefined;
}

/** The address, or nothing when it is absent or empty. `http` and `https` stand for the WebSocket at that place. */
function addressOf(options: Record<string, unknown>, key: 'serverURL' | 'proxyServer'): string | undefined {
  const value = options[key];
  if (value === undefined || value === '') return undefined;
  check(typeof value === 'string', `create: ${key} must be a string`);
  return value.replace(/^http(s?):/i, (_match, s: string) => `ws${s.toLowerCase()}:`);
}
