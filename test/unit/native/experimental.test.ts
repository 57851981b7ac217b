import type { RequestParam } from 'tim-node';
import { createClient } from '../../../lib/sdk/src/native/client.js';
import { testHost } from '../../support/test-host.js';

/** Answers of callExperimentalAPI before Init and before login: `[result, code, desc, JSON]`. */
type Expected = readonly [number, ...([number, string, string] | [])];

const OK: Expected = [0, 0, '', ''];
const NOT_INIT: Expected = [0, 6013, 'not initialized', ''];
const NOT_LOGIN: Expected = [0, 6014, 'not login', ''];

async function ask(request: unknown, init: boolean): Promise<Expected> {
  const { host, clock, server } = testHost();
  server.silent = true;
  const client = createClient({ host });
  if (init) client.TIMInit(1);
  let answer: [number, string, string] | [] = [];
  const result = client.callExperimentalAPI(request as RequestParam, (...args) => {
    answer = [args[0], args[1], args[2]];
  });
  await clock.settle();
  client.TIMUninit();
  return [result, ...answer];
}

const operation = (name: string, more: object = {}): object => ({
  request_internal_operation: `internal_operation_${name}`,
  ...more,
});

describe('operations', () => {
  test.each<[string, object, Expected, Expected]>([
    // Those that only set something succeed in every state.
    ['set_env', {}, OK, OK],
    ['set_ipv6_prior', {}, OK, OK],
    ['set_max_retry_count', { request_set_max_retry_count_param: 3 }, OK, OK],
    ['set_packet_request_timeout', { request_set_packet_request_timeout_param: 3 }, OK, OK],
    ['set_ui_platform', { request_set_ui_platform_param: 20 }, OK, OK],
    ['update_proxy_info', {}, OK, OK],
    ['set_application_id', {}, OK, OK],
    ['set_ignore_repeat_login', { request_set_ignore_repeat_login_param: true }, OK, OK],
    ['set_custom_server_info', { request_set_custom_server_info_param: {} }, OK, OK],
    ['set_custom_server_info', {}, [-3], [-3]],
    ['enable_quic_channel', { request_enable_quic_channel_param: {} }, OK, OK],
    ['enable_quic_channel', { request_enable_quic_channel_param: true }, [-3], [-3]],
    ['set_cos_save_region_for_conversation', { request_set_cos_save_region_for_conversation_param: {} }, OK, OK],
    // What would have to do something waits for a login.
    ['sso_data', { request_sso_data_param: {} }, NOT_INIT, NOT_LOGIN],
    ['userid_tinyid', { request_userid_tinyid_param: [] }, NOT_INIT, NOT_LOGIN],
    ['tinyid_userid', { request_tinyid_userid_param: {} }, [-3], [-3]],
    ['init_local_storage', {}, NOT_INIT, NOT_LOGIN],
    ['set_database_encrypt_info', { request_set_database_encrypt_info_param: {} }, NOT_INIT, NOT_LOGIN],
    ['set_sm4_gcm_callback', { request_set_sm4_gcm_callback_param: {} }, NOT_INIT, NOT_LOGIN],
    ['clear_local_history_message', {}, NOT_INIT, NOT_LOGIN],
    ['find_merger_messages', {}, [0, 6013, 'not initialized', '[]'], [0, 6014, 'not login', '[]']],
    [
      'get_message_revoker',
      { request_message_revoker_message_id_array: [] },
      [0, 6013, 'not initialized', '[]'],
      [0, 6014, 'not init database', '[]'],
    ],
    // The rest answers as recorded.
    ['set_offline_push_state', {}, OK, OK],
    [
      'get_offline_push_state',
      {},
      [0, 0, '', '{"response_get_offline_push_state_res":0}'],
      [0, 0, '', '{"response_get_offline_push_state_res":0}'],
    ],
    ['report_tuicomponent_usage', {}, [0, 0, 'OK', ''], [0, 0, 'OK', '']],
    [
      'is_commercial_ability_enabled',
      {},
      [0, 0, '', '{"commercial_ability_result_enabled":false}'],
      [0, 0, '', '{"commercial_ability_result_enabled":true}'],
    ],
    [
      'is_commercial_ability_enabled',
      { request_is_commercial_ability_enabled_param: 2 },
      [0, 0, '', '{"commercial_ability_result_enabled":false}'],
      [0, 0, '', '{"commercial_ability_result_enabled":false}'],
    ],
    [
      'get_server_config',
      { request_get_server_config_value_type_param: 1 },
      [0, 6013, 'not initialized', '0'],
      [0, 0, 'succ', '0'],
    ],
    ['get_server_config', { request_get_server_config_value_type_param: 2 }, NOT_INIT, [0, 0, 'succ', '']],
    ['get_server_config', {}, [0, 6017, 'invalid value type', ''], [0, 6017, 'invalid value type', '']],
    ['no_such_operation', {}, [-3], [-3]],
    ['toString', {}, [-3], [-3]],
  ])('%s %j', async (name, more, beforeInit, beforeLogin) => {
    expect(await ask(operation(name, more), false)).toEqual(beforeInit);
    expect(await ask(operation(name, more), true)).toEqual(beforeLogin);
  });

  test.each([null, '', undefined])('%p', async (request) => {
    expect(await ask(request, true)).toEqual([-4]);
  });
});

describe('write_log', () => {
  const line = (level: unknown, content: unknown): object =>
    operation('write_log', {
      request_write_log_log_level_param: level,
      request_write_log_log_content_param: content,
    });

  test.each([
    [1, 'x'],
    [7, 'x'],
    ['4', 'x'],
    [undefined, 'x'],
    [4, ''],
    [4, 5],
  ])('level %p, content %p: 6017 at once', async (level, content) => {
    expect(await ask(line(level, content), true)).toEqual([6017]);
  });

  test('needs a login, and writes nothing before', async () => {
    expect(await ask(line(4, 'x'), false)).toEqual(NOT_INIT);
    expect(await ask(line(4, 'x'), true)).toEqual(NOT_LOGIN);
  });
});
