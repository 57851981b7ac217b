import { isRecord, timError } from '@tim-node/protocol';
import type { Engine } from '../core/engine.js';
import type { CustomServerInfo } from './generated/structs.js';
import type { Answer } from './row.js';

/**
 * Takes the addresses of an app's own server for the next Init; they are tried in turn. No addresses mean those of
 * Init again.
 */
export function useCustomServers(engine: Engine, info: CustomServerInfo): Answer {
  const { longconnection_address_array: addresses } = info as Record<string, unknown>;
  const given = Array.isArray(addresses) ? addresses.filter(isRecord) : [];
  const urls = given.flatMap(urlOf);
  if (given.length > 0 && urls.length === 0) {
    return { error: timError('invalidParameters', 'longconnection_address_array holds no usable address') };
  }
  engine.useServers(urls);
  return {};
}

/** QUIC is not spoken here. */
function urlOf(address: Record<string, unknown>): string[] {
  const { server_address_ip: ip, server_address_port: port, server_address_is_quic: isQuic } = address;
  if (typeof ip !== 'string' || ip === '' || typeof port !== 'number' || isQuic === true) return [];
  const url = `ws://${ip.includes(':') && !ip.startsWith('[') ? `[${ip}]` : ip}:${port}`;
  return URL.canParse(url) ? [url] : [];
}
