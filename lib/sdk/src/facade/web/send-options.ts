import { isRecord, type MessageBody } from '@tim-node/protocol';
import { check } from './check.js';
import { pushText } from './content/push.js';
import type { OfflinePushInfoParams } from './generated/structs.js';
import type { Message } from './shapes/message.js';

/** How a message is sent. */
export interface SendOptions {
  /** Only for those who are online now: not stored, not counted, no last message. */
  onlineUserOnly?: boolean | undefined;
  /** How an offline push is to look. */
  offlinePushInfo?: OfflinePushInfoParams | undefined;
  messageControlInfo?:
    | {
        /** Does not count as unread. */
        excludedFromUnreadCount?: boolean | undefined;
        /** Never the last message of its conversation. */
        excludedFromLastMessage?: boolean | undefined;
        /** Accepted and ignored. */
        excludedFromContentModeration?: boolean | undefined;
      }
    | undefined;
}

/** @throws IMError 2905 for options that are none */
export function checkSendOptions(api: string, message: unknown, options: unknown): SendOptions {
  check(isRecord(message), `${api}: message must be an object`);
  check(options === undefined || options === null || isRecord(options), `${api}: options must be an object`);
  return options ?? {};
}

/** Puts the options that are about the message itself into it. */
export function applySendOptions(message: Message, { onlineUserOnly, messageControlInfo: control }: SendOptions): void {
  message._onlineOnlyFlag = onlineUserOnly === true;
  message._isExcludedFromUnreadCount = control?.excludedFromUnreadCount === true;
  message._isExcludedFromLastMessage = control?.excludedFromLastMessage === true;
}

export function pushOf({ offlinePushInfo }: SendOptions): Pick<MessageBody, 'push'> {
  const push = pushText(offlinePushInfo);
  return push === undefined ? {} : { push };
}
