import type { TIMReceiveMessageOpt } from '../generated/enums.js';
import type { GetC2CRecvMsgOptResult, TIMReceiveMessageOptInfo } from '../generated/structs.js';
import { id, int, nonEmptyArray, type Json } from '../params.js';
import {
  getAccountOption,
  getUserOptions,
  setAccountOption,
  setDaily,
  setOptions,
  setUserOptions,
} from '../receive-options.js';
import { call } from '../row.js';

/** Which messages are received, and which disturb. */
export const messageOptionsApi = {
  /**
   * Sets whether messages of some users are received and disturb. Messages that are not received are not told to
   * TIMAddRecvNewMsgCallback; they are in the history.
   * @param json_identifier_array UserIDs, at most 30
   * @param opt `TIMReceiveMessageOpt`
   */
  TIMMsgSetC2CReceiveMessageOpt: call<[json_identifier_array: Json<string[]>, opt: TIMReceiveMessageOpt]>(
    'TIMMsgSetC2CReceiveMessageOpt',
    {
      params: [nonEmptyArray(), int()],
      run: (client, [users, option], reply) => {
        setUserOptions(client, users, option, reply);
      },
    },
  ),

  /**
   * Fetches what is set for messages of some users. Callback: `GetC2CRecvMsgOptResult[]`.
   * @param json_identifier_array UserIDs
   */
  TIMMsgGetC2CReceiveMessageOpt: call<[json_identifier_array: Json<string[]>], GetC2CRecvMsgOptResult[]>(
    'TIMMsgGetC2CReceiveMessageOpt',
    {
      params: [nonEmptyArray()],
      empty: () => [],
      run: (client, [users], reply) => {
        getUserOptions(client, users, reply);
      },
    },
  ),

  /**
   * Sets whether messages of a group are received and disturb, as for users; `GroupBaseInfo` tells what is set.
   * @param group_id id of the group
   * @param opt `TIMReceiveMessageOpt`
   */
  TIMMsgSetGroupReceiveMessageOpt: call<[group_id: string, opt: TIMReceiveMessageOpt]>(
    'TIMMsgSetGroupReceiveMessageOpt',
    {
      params: [id, int()],
      run: (client, [group, option], reply) => {
        setOptions(client, [{ type: 'group', id: group }], option, reply);
      },
    },
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
  >('TIMMsgSetAllReceiveMessageOpt', {
    params: [int(), int(), int(), int(), int()],
    run: (client, [option, hour, minute, second, duration], reply) => {
      setDaily(client, option, [hour, minute, second], duration, reply);
    },
  }),

  /**
   * Sets do-not-disturb for the whole account, once.
   * @param opt `TIMReceiveMessageOpt`
   * @param start_time_stamp beginning, unix seconds
   * @param duration seconds
   */
  TIMMsgSetAllReceiveMessageOpt2: call<[opt: TIMReceiveMessageOpt, start_time_stamp: number, duration: number]>(
    'TIMMsgSetAllReceiveMessageOpt2',
    {
      params: [int(), int(), int()],
      run: (client, [option, from, duration], reply) => {
        setAccountOption(client, { option, from, duration }, reply);
      },
    },
  ),

  /** Fetches do-not-disturb of the whole account. Callback: `TIMReceiveMessageOptInfo`. */
  TIMMsgGetAllReceiveMessageOpt: call<[], TIMReceiveMessageOptInfo>('TIMMsgGetAllReceiveMessageOpt', {
    params: [],
    run: (client, _values, reply) => {
      getAccountOption(client, reply);
    },
  }),
};
