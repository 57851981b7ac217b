import type { TIMReceiveMessageOpt } from '../generated/enums.js';
import type { GetC2CRecvMsgOptResult, TIMReceiveMessageOptInfo } from '../generated/structs.js';
import { id, int, nonEmptyArray, type Json } from '../params.js';
import { call } from '../row.js';

/** Which messages are received, and which disturb. */
export const messageOptionsApi = {
  /**
   * Sets whether messages of some users are received and disturb.
   * @param json_identifier_array UserIDs, at most 30
   * @param opt `TIMReceiveMessageOpt`
   */
  TIMMsgSetC2CReceiveMessageOpt: call<[json_identifier_array: Json<string[]>, opt: TIMReceiveMessageOpt]>(
    'TIMMsgSetC2CReceiveMessageOpt',
    { params: [nonEmptyArray(), int()] },
  ),

  /**
   * Fetches what is set for messages of some users. Callback: `GetC2CRecvMsgOptResult[]`.
   * @param json_identifier_array UserIDs
   */
  TIMMsgGetC2CReceiveMessageOpt: call<[json_identifier_array: Json<string[]>], GetC2CRecvMsgOptResult[]>(
    'TIMMsgGetC2CReceiveMessageOpt',
    { params: [nonEmptyArray()], empty: () => [] },
  ),

  /**
   * Sets whether messages of a group are received and disturb; `GroupBaseInfo` tells what is set.
   * @param group_id id of the group
   * @param opt `TIMReceiveMessageOpt`
   */
  TIMMsgSetGroupReceiveMessageOpt: call<[group_id: string, opt: TIMReceiveMessageOpt]>(
    'TIMMsgSetGroupReceiveMessageOpt',
    { params: [id, int()] },
  ),

  /**
   * Sets do-not-disturb for the whole account, every day from a time of day on.
   * @param opt `TIMReceiveMessageOpt`
   * @param start_hour 0 to 23, with the next two the beginning, in local time
   * @param start_minute 0 to 59
   * @param start_second 0 to 59
   * @param duration seconds; a day or more means for good
   */
  TIMMsgSetAllReceiveMessageOpt: call<
    [opt: TIMReceiveMessageOpt, start_hour: number, start_minute: number, start_second: number, duration: number]
  >('TIMMsgSetAllReceiveMessageOpt', { params: [int(), int(), int(), int(), int()] }),

  /**
   * Sets do-not-disturb for the whole account, once.
   * @param opt `TIMReceiveMessageOpt`
   * @param start_time_stamp beginning, unix seconds
   * @param duration seconds
   */
  TIMMsgSetAllReceiveMessageOpt2: call<[opt: TIMReceiveMessageOpt, start_time_stamp: number, duration: number]>(
    'TIMMsgSetAllReceiveMessageOpt2',
    { params: [int(), int(), int()] },
  ),

  /** Fetches do-not-disturb of the whole account. Callback: `TIMReceiveMessageOptInfo`. */
  TIMMsgGetAllReceiveMessageOpt: call<[], TIMReceiveMessageOptInfo>('TIMMsgGetAllReceiveMessageOpt', { params: [] }),
};
