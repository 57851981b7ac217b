import type * as undiciModule from 'undici';
import { failedTransport } from './failed.js';
import type { Dial, DialOptions, Proxy } from './transport.js';
import { W3cTransport, type W3cWebSocket } from './w3c.js';

type Undici = typeof undiciModule;

/** Opens connections through an HTTP proxy (CONNECT) or a SOCKS5 proxy. */
export function proxiedDial(undici: Undici): Dial {
  return (options, events) => {
    const { proxy } = options;
    if (proxy === undefined) return failedTransport(events, 'no proxy given');
    let agent: undiciModule.Dispatcher | undefined;
    try {
      agent = agentFor(undici, proxy, options);
      const socket = new undici.WebSocket(options.url, { dispatcher: agent }) as unknown as W3cWebSocket;
      return new W3cTransport(socket, events, () => void agent?.destroy().catch(() => undefined));
    } catch (error) {
      void agent?.destroy();
      return failedTransport(events, error);
    }
  };
}

/** What carries requests through a proxy. */
export function agentFor(
  { ProxyAgent, Socks5ProxyAgent }: Undici,
  proxy: Proxy,
  options: DialOptions,
): undiciModule.Dispatcher {
  const { kind, host, port, username, password } = proxy;
  const url = new URL(`${kind === 'http' ? 'http' : 'socks5'}://${bracketed(host)}:${port}`);
  const requestTls = options.ca === undefined ? {} : { requestTls: { ca: [...options.ca] } };
  if (kind === 'socks5') {
    return new Socks5ProxyAgent(url, { ...(username ? { username, password: password ?? '' } : {}), ...requestTls });
  }
  const token = username ? `Basic ${Buffer.from(`${username}:${password ?? ''}`).toString('base64')}` : undefined;
  return new ProxyAgent({
    uri: url.href,
    proxyTunnel: true,
    ...(token === undefined ? {} : { token }),
    ...requestTls,
  });
}

/** IPv6 addresses stand in brackets in a URL. */
function bracketed(host: string): string {
  return host.includes(':') && !host.startsWith('[') ? `[${host}]` : host;
}
