import type { Calls } from '../calls.js';
import { check } from '../check.js';
import { checkSendOptions, type SendOptions } from '../send-options.js';
import type { Message } from '../shapes/message.js';

/** Functions that send messages, and find those that are known. */
export function messageSendRows(calls: Calls) {
  const { desk } = calls.client;
  return {
    /**
     * Sends a message that was made before. The outcome shows in its `status`, and its place in `sequence`. It is not
     * told by EVENT.MESSAGE_RECEIVED here, but to the other instances of this account.
     */
    sendMessage: calls.promise(
      'sendMessage',
      (message: Message, options?: SendOptions) => ({
        message,
        options: checkSendOptions('sendMessage', message, options),
      }),
      ({ message, options }) => desk.send('sendMessage', message, options),
    ),
    /** Sends a message again that could not be sent. If it was stored all the same it is not stored twice. */
    resendMessage: calls.promise(
      'resendMessage',
      (message: Message, options?: SendOptions) => ({
        message,
        options: checkSendOptions('resendMessage', message, options),
      }),
      ({ message, options }) => {
        message.isResend = true;
        return desk.send('resendMessage', message, options);
      },
    ),
    /** Finds a message by its id among those in memory. */
    findMessage: calls.value('findMessage', (messageID: string): Message | null => {
      check(typeof messageID === 'string', 'findMessage: messageID must be a string');
      return desk.box.byId(messageID) ?? null;
    }),
  };
}
