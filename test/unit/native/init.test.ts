import { TIMResult, type SdkConfig } from 'tim-node';
import { createClient } from '../../../lib/sdk/src/native/client.js';
import type { Host } from '../../../lib/sdk/src/host/host.js';
import type { DialOptions } from '../../../lib/sdk/src/transport/transport.js';
import { testHost } from '../../support/test-host.js';

/** A host that only writes down what it is asked to dial. */
function dialling(env: Readonly<Record<string, string>> = {}): { host: Host; dials: DialOptions[] } {
  const dials: DialOptions[] = [];
  const { host } = testHost();
  const nothing = { unsent: 0, send: () => undefined, close: () => undefined, drop: () => undefined };
  return {
    dials,
    host: {
      ...host,
      env: (name) => env[name],
      dial: (options) => {
        dials.push(options);
        return nothing;
      },
    },
  };
}

describe('where TIMInit connects to', () => {
  test.each<[string, SdkConfig | null, Record<string, string>, string]>([
    ['by default', null, {}, 'ws://127.0.0.1:7750'],
    ['from the environment', {}, { TIM_SERVER_URL: 'wss://env.example' }, 'wss://env.example'],
    [
      'from its settings',
      { sdk_config_server_url: 'ws://10.0.0.1:80' },
      { TIM_SERVER_URL: 'wss://env.example' },
      'ws://10.0.0.1:80',
    ],
  ])('%s', (_name, config, env, url) => {
    const { host, dials } = dialling(env);
    expect(createClient({ host }).TIMInit(1, config)).toBe(TIMResult.TIM_SUCC);
    expect(dials).toEqual([{ url }]);
  });

  test('from callExperimentalAPI first; IPv6 in brackets', () => {
    const { host, dials } = dialling({ TIM_SERVER_URL: 'wss://env.example' });
    const client = createClient({ host });
    client.callExperimentalAPI({
      request_internal_operation: 'internal_operation_set_custom_server_info',
      request_set_custom_server_info_param: {
        longconnection_address_array: [
          { server_address_ip: '::1', server_address_port: 8080, server_address_is_ipv6: true },
        ],
      },
    });
    client.TIMInit(1, { sdk_config_server_url: 'ws://10.0.0.1' });
    expect(dials).toEqual([{ url: 'ws://[::1]:8080' }]);
  });

  test('with the proxy and the authority that were set', () => {
    const { host, dials } = dialling();
    const client = createClient({ host });
    client.TIMSetConfig({
      set_config_socks5_proxy_info: { socks5_proxy_info_ip: 'proxy', socks5_proxy_info_port: 1080 },
    });
    client.TIMInit(1, { sdk_config_server_url: 'wss://chat', sdk_config_server_ca: 'PEM' });
    expect(dials).toEqual([{ url: 'wss://chat', ca: ['PEM'], proxy: { kind: 'socks5', host: 'proxy', port: 1080 } }]);
  });
});

test.each<[unknown, unknown, number]>([
  [0, '{}', -4],
  [0n, '{}', -4],
  ['1', '{}', -4],
  [1.5, '{}', -4],
  [NaN, '{}', -4],
  [undefined, '{}', -4],
  [1n, '{}', 0],
  [-1, '{}', 0],
  [1, '', 0],
  [1, undefined, 0],
  [1, '[]', -3],
  [1, 5, -3],
  [1, { sdk_config_config_file_path: 5, sdk_config_log_file_path: [], no_such_key: 1 }, 0],
  [1, { sdk_config_server_ca: 5 }, -4],
  [1, { sdk_config_platform: 'linux' }, -4],
])('TIMInit(%p, %p)', (appId, config, result) => {
  const { host } = dialling();
  const client = createClient({ host });
  expect(client.TIMInit(appId as number, config as string)).toBe(result);
  expect(client.TIMGetLoginStatus()).toBe(3);
  if (result !== 0) expect(client.TIMInit(1)).toBe(TIMResult.TIM_SUCC);
});
