import type { TIMExperimentalNotifyCallback } from '../generated/callbacks.js';
import type { RequestParam } from '../generated/structs.js';
import { checkRequest, perform } from '../experimental.js';
import { jsonThat, type Json } from '../params.js';
import { call, event } from '../row.js';

/** What the native library keeps apart from its official functions. */
export const experimentalApi = {
  /**
   * Sets the callback for notices of experimental functions.
   * @param cb gets a key and data
   */
  TIMSetExperimentalNotifyCallback: event<TIMExperimentalNotifyCallback>('TIMSetExperimentalNotifyCallback'),

  /**
   * Carries out an experimental operation; `request_internal_operation` says which. The callback's JSON depends on it.
   *
   * In this version: operations that set something, and the log.
   *
   * Those that set something take effect at once, or at the next Init, and succeed in every state:
   * `internal_operation_set_custom_server_info` (addresses of the server),
   * `internal_operation_set_packet_request_timeout` (deadline of calls; seconds). What has no meaning here, such as
   * `internal_operation_set_ui_platform`, succeeds without effect. `internal_operation_write_log` writes a line into the log.
   * @param json_param a `RequestParam`
   * @returns 6017 for a log line without level or content
   */
  callExperimentalAPI: call<[json_param: Json<RequestParam>], unknown>('callExperimentalAPI', {
    params: [jsonThat(checkRequest)],
    needs: 'nothing',
    run: perform,
  }),
};
