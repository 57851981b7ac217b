import { isRecord } from '@tim-node/protocol';
import type { Engine } from '../core/engine.js';
import type { SdkConfig } from '../core/options.js';
import type { Proxy } from '../transport/transport.js';

const NATIVE_KEYS: readonly (keyof SdkConfig)[] = ['sdk_config_config_file_path', 'sdk_config_log_file_path'];

/** TIMInit's JSON without what the native library does not mind: a path that is no text. */
export function withoutNonsense(config: SdkConfig): SdkConfig {
  const entries = Object.entries(config).filter(
    ([key, value]) => typeof value === 'string' || !NATIVE_KEYS.some((native) => native === key),
  );
  return Object.fromEntries(entries);
}

/** Applies the keys of TIMSetConfig that are there and of the right type; others change nothing. */
export function applyConfig(engine: Engine, config: Readonly<Record<string, unknown>>): void {
  const { logger } = engine;
  const level = config['set_config_log_level'];
  const callbackLevel = config['set_config_callback_log_level'];
  const toConsole = config['set_config_is_log_output_console'];
  if (typeof level === 'number') logger.level = level;
  if (typeof callbackLevel === 'number') logger.callbackLevel = callbackLevel;
  if (typeof toConsole === 'boolean') logger.toConsole = toConsole;
  applyUserConfig(engine, config['set_config_user_config']);
  applyProxy(engine, 'http', config['set_config_http_proxy_info'], 'http_proxy_info_');
  applyProxy(engine, 'socks5', config['set_config_socks5_proxy_info'], 'socks5_proxy_info_');
}

function applyUserConfig({ local }: Engine, config: unknown): void {
  const disabled = isRecord(config) ? config['user_config_is_is_disable_storage'] : undefined;
  if (typeof disabled === 'boolean') local.disabled = disabled;
}

/** An address without host or port switches the proxy off. */
function applyProxy(engine: Engine, kind: Proxy['kind'], given: unknown, prefix: string): void {
  if (!isRecord(given)) return;
  const host = given[`${prefix}ip`];
  const port = given[`${prefix}port`];
  const username = given[`${prefix}username`];
  const password = given[`${prefix}password`];
  if (typeof host !== 'string' || host === '' || typeof port !== 'number' || port === 0) {
    engine.useProxy(undefined);
    return;
  }
  engine.useProxy({
    kind,
    host,
    port,
    ...(typeof username === 'string' ? { username } : {}),
    ...(typeof password === 'string' ? { password } : {}),
  });
}
