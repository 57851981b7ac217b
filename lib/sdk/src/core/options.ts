import { DEFAULT_PORT, isRecord, PLATFORMS, timError, type Platform } from '@tim-node/protocol';
import type { Host } from '../host/host.js';
import type { DialOptions, Proxy } from '../transport/transport.js';
import { hideCredentials } from './redact.js';

/** What TIMInit is given, resolved: defaults filled in, environment read, everything checked. */
export interface ClientOptions {
  readonly sdkAppId: number;
  /** Addresses of the server (`ws://` or `wss://`), tried in turn. */
  readonly serverUrls: readonly string[];
  readonly platform: Platform;
  /** Folder for the instance id and, later, the local store. */
  readonly configFolder?: string;
  readonly logFolder?: string;
  /** PEM texts of certificate authorities for `wss://`. */
  readonly ca?: readonly string[];
}

/** TIMInit's JSON. Keys that are not here are accepted and ignored, as the native library does. */
export interface SdkConfig {
  /** Folder for the instance id and the local store. */
  sdk_config_config_file_path?: string;
  /** Folder for log files. */
  sdk_config_log_file_path?: string;
  /** Accepted without effect: JavaScript has one thread. */
  sdk_config_main_thread_id?: number;
  /** Accepted without effect: there is no Java VM. */
  sdk_config_java_vm?: number;
  /** Extension of tim-node: address of the server, `ws://host:port` or `wss://host`. */
  sdk_config_server_url?: string;
  /** Extension of tim-node: PEM text of the certificate authorities to trust for `wss://`, besides those that Node knows. */
  sdk_config_server_ca?: string;
  /**
   * Extension of tim-node: what this instance counts as for the login policy.
   * @defaultValue the operating system
   */
  sdk_config_platform?: Platform;
}

/** Where the server address comes from, the most specific first: experimental API, Init, environment, default. */
export function resolveOptions(
  sdkAppId: number,
  config: unknown,
  preset: readonly string[],
  host: Host,
): ClientOptions {
  if (!Number.isSafeInteger(sdkAppId) || sdkAppId < 0)
    throw timError('invalidParameters', 'sdk_app_id is not a number');
  const given: Record<string, unknown> = isRecord(config) ? config : {};
  const url = textOf(given, 'sdk_config_server_url') ?? host.env('TIM_SERVER_URL');
  const serverUrls = preset.length > 0 ? preset : [url ?? `ws://127.0.0.1:${String(DEFAULT_PORT)}`];
  for (const each of serverUrls) checkUrl(each);
  const configFolder = textOf(given, 'sdk_config_config_file_path');
  const logFolder = textOf(given, 'sdk_config_log_file_path');
  const ca = textOf(given, 'sdk_config_server_ca');
  return {
    sdkAppId,
    serverUrls,
    platform: platformOf(given['sdk_config_platform'], host.platform),
    ...(configFolder === undefined ? {} : { configFolder }),
    ...(logFolder === undefined ? {} : { logFolder }),
    ...(ca === undefined ? {} : { ca: [ca] }),
  };
}

/** A non-empty text, or nothing. */
function textOf(config: Record<string, unknown>, key: keyof SdkConfig): string | undefined {
  const value = config[key];
  if (value === undefined || value === '') return undefined;
  if (typeof value !== 'string') throw timError('invalidParameters', `${key} must be a string`);
  return value;
}

function checkUrl(url: string): void {
  const protocol = URL.canParse(url) ? new URL(url).protocol : '';
  if (protocol !== 'ws:' && protocol !== 'wss:') {
    throw timError(
      'invalidParameters',
      `the server address must begin with ws:// or wss://, got ${hideCredentials(url)}`,
    );
  }
}

function platformOf(value: unknown, fallback: Platform): Platform {
  if (value === undefined) return fallback;
  const known = PLATFORMS.find((platform) => platform === value);
  if (known === undefined) {
    throw timError('invalidParameters', `sdk_config_platform must be one of ${PLATFORMS.join(', ')}`);
  }
  return known;
}

/** What to dial, in turn. */
export function dialTargets(options: ClientOptions, proxy: Proxy | undefined): DialOptions[] {
  return options.serverUrls.map((url) => ({
    url,
    ...(proxy === undefined ? {} : { proxy }),
    ...(options.ca === undefined ? {} : { ca: options.ca }),
  }));
}
