import { TIMResult } from '../generated/enums.js';
import type { OfflinePushToken } from '../generated/structs.js';
import { int, object, type Json } from '../params.js';
import { call } from '../row.js';

/** Notifications of a phone while the app is not running. */
export const offlinePushApi = {
  /**
   * Tells under which token this device can be reached; null ends that.
   * @param json_token an `OfflinePushToken`
   */
  TIMMsgSetOfflinePushToken: call<[json_token: Json<OfflinePushToken> | null]>('TIMMsgSetOfflinePushToken', {
    params: [object({ onNull: TIMResult.TIM_SUCC, onEmpty: TIMResult.TIM_ERR_JSON })],
  }),

  /**
   * The app has gone to the background: notifications begin.
   * @param unread_count number for the badge of the app
   */
  TIMMsgDoBackground: call<[unread_count: number]>('TIMMsgDoBackground', { params: [int()] }),

  /** The app has come to the foreground: notifications end. */
  TIMMsgDoForeground: call<[]>('TIMMsgDoForeground', { params: [] }),
};
