import { isRecord, timError } from '@tim-node/protocol';
import type { LogLevel } from '../core/logger.js';
import type { ClientCore, Needs } from './client-core.js';
import { isNumeric, toInt32 } from './codec/scalars.js';
import { TIMErrCode } from './generated/error-codes.js';
import type { TIMResult } from './generated/enums.js';
import type { RequestParam } from './generated/structs.js';
import { Refusal } from './params.js';
import { unsupported, type Answer, type Reply } from './row.js';
import { useCustomServers } from './custom-servers.js';

/** The operations of callExperimentalAPI. */

interface Operation {
  /** Key under which an object or a list must be given. */
  readonly requires?: { readonly [K in keyof RequestParam]?: 'object' | 'array' };
  /** More to be checked at once; gives the result code. */
  readonly check?: (request: RequestParam) => TIMResult | undefined;
  /** @defaultValue 'login' */
  readonly needs?: Needs;
  /** Before login the description says that there is no database. */
  readonly local?: boolean;
  /** JSON of the callback when there is nothing to tell. */
  readonly empty?: unknown;
  /** Without it the answer is 7013. */
  readonly run?: (client: ClientCore, request: RequestParam) => Answer;
}

/** Says how something is to be that does not exist here, so that nothing is lost by ignoring it. */
const accepted: Operation = { needs: 'nothing', run: () => ({}) };
const INVALID = TIMErrCode.ERR_INVALID_PARAMETERS as number as TIMResult;

const operations: Readonly<Record<string, Operation>> = {
  sso_data: { requires: { request_sso_data_param: 'object' } },
  userid_tinyid: { requires: { request_userid_tinyid_param: 'array' } },
  tinyid_userid: { requires: { request_tinyid_userid_param: 'array' } },
  set_env: accepted,
  set_ipv6_prior: accepted,
  set_max_retry_count: accepted,
  set_packet_request_timeout: { needs: 'nothing', run: setDeadline },
  set_custom_server_info: {
    requires: { request_set_custom_server_info_param: 'object' },
    needs: 'nothing',
    run: ({ engine }, { request_set_custom_server_info_param: info }) => useCustomServers(engine, info ?? {}),
  },
  enable_quic_channel: { ...accepted, requires: { request_enable_quic_channel_param: 'object' } },
  set_sm4_gcm_callback: { requires: { request_set_sm4_gcm_callback_param: 'object' } },
  init_local_storage: {},
  set_cos_save_region_for_conversation: {
    ...accepted,
    requires: { request_set_cos_save_region_for_conversation_param: 'object' },
  },
  set_ui_platform: accepted,
  set_database_encrypt_info: { requires: { request_set_database_encrypt_info_param: 'object' } },
  is_commercial_ability_enabled: { needs: 'nothing', run: hasCommercialAbility },
  set_offline_push_state: { needs: 'nothing', run: pushState({}) },
  get_offline_push_state: { needs: 'nothing', run: pushState({ json: { response_get_offline_push_state_res: 0 } }) },
  get_message_revoker: { requires: { request_message_revoker_message_id_array: 'array' }, local: true, empty: [] },
  write_log: { check: checkLogLine, run: writeLogLine },
  clear_local_history_message: {},
  update_proxy_info: accepted,
  report_tuicomponent_usage: { needs: 'nothing', run: () => ({ desc: 'OK' }) },
  send_trtc_custom_data: {},
  send_room_custom_data: {},
  set_application_id: accepted,
  get_server_config: { needs: 'nothing', run: serverConfig },
  set_ignore_repeat_login: accepted,
  start_message_long_polling: {},
  stop_message_long_polling: {},
  find_merger_messages: { empty: [] },
  get_brief_group_member_list: {},
};

const PREFIX = 'internal_operation_';

function operationOf({ request_internal_operation: name }: RequestParam): Operation | undefined {
  if (typeof name !== 'string' || !name.startsWith(PREFIX)) return undefined;
  const short = name.slice(PREFIX.length);
  return Object.hasOwn(operations, short) ? operations[short] : undefined;
}

/** Whether a request names an operation and has what that needs. */
export function checkRequest(value: unknown): boolean | Refusal {
  if (!isRecord(value)) return false;
  const operation = operationOf(value);
  if (operation === undefined) return false;
  const result = operation.check?.(value);
  if (result !== undefined) return new Refusal(result);
  return Object.entries(operation.requires ?? {}).every(([key, kind]) =>
    kind === 'array' ? Array.isArray(value[key]) : isRecord(value[key]),
  );
}

/** Carries a checked request out. */
export function perform(client: ClientCore, [request]: [RequestParam], reply: Reply): void {
  const { needs = 'login', local = false, empty, run } = operationOf(request) ?? {};
  const error = client.refusal(needs, local);
  if (error !== undefined) reply({ error, json: empty });
  else if (run === undefined) reply({ error: unsupported(String(request.request_internal_operation)), json: empty });
  else reply(run(client, request));
}

/** Milliseconds. */
const SECOND = 1000;

function setDeadline({ engine }: ClientCore, request: RequestParam): Answer {
  const seconds = Number(request.request_set_packet_request_timeout_param);
  engine.useDeadline(seconds > 0 ? seconds * SECOND : undefined);
  return {};
}

function hasCommercialAbility({ engine }: ClientCore, request: RequestParam): Answer {
  const { request_is_commercial_ability_enabled_param: ability } = request;
  const wanted = isNumeric(ability) ? ability : 0;
  return { json: { commercial_ability_result_enabled: engine.state !== 'Uninit' && Number(wanted) === 0 } };
}

/** Nothing is pushed to phones: before login that can be told, afterwards it is a matter of the server. */
function pushState(answer: Answer) {
  return ({ engine }: ClientCore): Answer =>
    engine.state === 'Logined' ? { error: unsupported('offline push') } : answer;
}

const NUMBER = 1;
const TEXT = 2;

/** There is nothing to be told from the server. */
function serverConfig(client: ClientCore, request: RequestParam): Answer {
  const { request_get_server_config_value_type_param: type } = request as Record<string, unknown>;
  const kind = isNumeric(type) ? toInt32(type) : 0;
  if (kind !== NUMBER && kind !== TEXT) return { error: timError('invalidParameters', 'invalid value type') };
  const json = kind === NUMBER ? 0 : '';
  const error = client.refusal('init', false);
  return error === undefined ? { json, desc: 'succ' } : { error, json };
}

const LEVELS: readonly number[] = [2, 3, 4, 5, 6] satisfies LogLevel[];

function isLevel(value: unknown): value is LogLevel {
  return isNumeric(value) && LEVELS.includes(toInt32(value));
}

function checkLogLine(request: RequestParam): TIMResult | undefined {
  const { request_write_log_log_level_param: level, request_write_log_log_content_param: content } = request;
  return isLevel(level) && typeof content === 'string' && content !== '' ? undefined : INVALID;
}

function writeLogLine({ engine }: ClientCore, request: RequestParam): Answer {
  const {
    request_write_log_log_level_param: level,
    request_write_log_log_content_param: content = '',
    request_write_log_file_name_param: file = '',
    request_write_log_line_number_param: line = 0,
    request_write_log_func_name_param: func = '',
  } = request;
  const place = file === '' ? '' : `${file}:${line} `;
  if (isLevel(level)) engine.logger.write(level, `${place}${func === '' ? '' : `${func} `}${content}`);
  return {};
}
