import type { ElemType } from '@tim-node/protocol';
import type { Cursor, Listed } from '../../../feature/message-lists.js';
import { refused } from '../answers.js';
import type { V2TimValueCallback } from '../callbacks.js';
import { HistoryMsgGetTypeEnum, type V2TimMessage, type V2TimMessageListResult } from '../models.js';
import { elemTypesOf } from '../elements.js';
import { targetFor } from '../to-v2tim.js';
import { MessageSending } from './sending.js';

/** Which messages of a conversation are wanted: there is either a userID or a groupID. */
export interface V2TimHistoryOptions {
  userID?: string | undefined;
  groupID?: string | undefined;
  /** @defaultValue V2TIM_GET_LOCAL_OLDER_MSG */
  getType?: HistoryMsgGetTypeEnum | undefined;
  count: number;
  /** The messages before or after this one. */
  lastMsg?: V2TimMessage | undefined;
  /** Its id, in place of `lastMsg`. */
  lastMsgID?: string | undefined;
  /** Groups: its place; this one is among those that come. */
  lastMsgSeq?: number | undefined;
  /** Only messages with an element of one of these kinds: `MessageElemType`. */
  messageTypeList?: number[] | undefined;
  /** Groups: the messages at these places, and no others. */
  messageSeqList?: number[] | undefined;
  /** Where the time begins, in the direction of the list; unix seconds. */
  timeBegin?: number | undefined;
  /** Seconds. */
  timePeriod?: number | undefined;
}

const NEWER: readonly unknown[] = [
  HistoryMsgGetTypeEnum.V2TIM_GET_CLOUD_NEWER_MSG,
  HistoryMsgGetTypeEnum.V2TIM_GET_LOCAL_NEWER_MSG,
];

/** Reads messages of conversations. */
export abstract class MessageReading extends MessageSending {
  /** Reads messages of a conversation: older ones newest first, newer ones oldest first. */
  async getHistoryMessageList(options: V2TimHistoryOptions): Promise<V2TimValueCallback<V2TimMessage[]>> {
    const { data, ...rest } = await this.getHistoryMessageListV2(options);
    return data === undefined ? rest : { ...rest, data: data.messageList };
  }

  /** The same, and whether there are more. */
  getHistoryMessageListV2(options: V2TimHistoryOptions): Promise<V2TimValueCallback<V2TimMessageListResult>> {
    const target = targetFor(options);
    return this.asker.value(
      (settle: Parameters<MessageReading['lists']['list']>[2]) => {
        if (target === undefined) throw refused('there must be either a userID or a groupID');
        const { messageSeqList: seqs = [] } = options;
        if (seqs.length > 0) this.lists.findAt(target, seqs, false, settle);
        else this.lists.list(this.queryOf(target, options), false, settle);
      },
      (listed: Listed) => ({
        isFinished: listed.finished,
        messageList: target === undefined ? [] : this.showListed(target, listed),
      }),
    );
  }

  /** Reads older messages with a user. */
  getC2CHistoryMessageList(
    options: Pick<V2TimHistoryOptions, 'count' | 'lastMsg' | 'lastMsgID'> & { userID: string },
  ): Promise<V2TimValueCallback<V2TimMessage[]>> {
    return this.getHistoryMessageList(options);
  }

  /** Reads older messages of a group. */
  getGroupHistoryMessageList(
    options: Pick<V2TimHistoryOptions, 'count' | 'lastMsg' | 'lastMsgID'> & { groupID: string },
  ): Promise<V2TimValueCallback<V2TimMessage[]>> {
    return this.getHistoryMessageList(options);
  }

  private queryOf(target: NonNullable<ReturnType<typeof targetFor>>, options: V2TimHistoryOptions) {
    const { count, getType, messageTypeList = [] } = options;
    if (!Number.isInteger(count) || count < 1) throw refused('count must be a positive whole number');
    const forward = NEWER.includes(getType);
    const types: ElemType[] = elemTypesOf(messageTypeList);
    const { cursor, ...start } = this.startOf(options, forward);
    const wanted = {
      target,
      count,
      forward,
      ...(types.length === 0 ? {} : { types }),
      ...periodOf(options, forward),
      ...start,
    };
    return cursor === undefined ? { wanted } : { wanted, cursor };
  }

  /** Where the list goes on: after a message, or at a place of a group. */
  private startOf(
    { lastMsg, lastMsgID, lastMsgSeq }: V2TimHistoryOptions,
    forward: boolean,
  ): { cursor?: Cursor; from?: number; since?: number; until?: number } {
    const id = lastMsg?.msgID ?? lastMsgID;
    if (id !== undefined) {
      const kept = this.archive.find([id]).at(0);
      const { seq: place, time } = kept ?? this.find({ msgID: id });
      const cursor: Cursor = { place, time, id };
      if (place > 0) return { cursor, from: place };
      return forward ? { cursor, since: time + 1 } : { cursor, until: time };
    }
    if (lastMsgSeq === undefined || lastMsgSeq < 0) return {};
    return {
      cursor: { place: lastMsgSeq, time: 0, id: '' },
      from: forward ? Math.max(lastMsgSeq - 1, 0) : lastMsgSeq + 1,
    };
  }
}

function periodOf({ timeBegin = 0, timePeriod = 0 }: V2TimHistoryOptions, forward: boolean) {
  if (timeBegin <= 0) return {};
  if (forward) return { since: timeBegin, ...(timePeriod > 0 ? { until: timeBegin + timePeriod } : {}) };
  return { until: timeBegin, ...(timePeriod > 0 ? { since: Math.max(0, timeBegin - timePeriod) } : {}) };
}
