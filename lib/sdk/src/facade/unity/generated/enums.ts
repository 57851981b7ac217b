// Made by `npm run generate`. Do not edit.
export const TIMInternalOperation = {
  internal_operation_sso_data: 'internal_operation_sso_data',
  internal_operation_userid_tinyid: 'internal_operation_userid_tinyid',
  internal_operation_tinyid_userid: 'internal_operation_tinyid_userid',
  internal_operation_set_env: 'internal_operation_set_env',
  internal_operation_set_max_retry_count: 'internal_operation_set_max_retry_count',
  internal_operation_set_custom_server_info: 'internal_operation_set_custom_server_info',
  internal_operation_set_sm4_gcm_callback: 'internal_operation_set_sm4_gcm_callback',
  internal_operation_init_local_storage: 'internal_operation_init_local_storage',
  internal_operation_set_cos_save_region_for_conversation: 'internal_operation_set_cos_save_region_for_conversation',
  internal_operation_set_ui_platform: 'internal_operation_set_ui_platform',
  internal_operation_write_log: 'internal_operation_write_log',
} as const;
export type TIMInternalOperation = (typeof TIMInternalOperation)[keyof typeof TIMInternalOperation];
