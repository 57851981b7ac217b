import type { ClientCore } from './client-core.js';
import { toOwn } from './codec/kept.js';
import type { NativeMessage } from './codec/message.js';
import type { Message } from './generated/structs.js';
import type { Reply } from './row.js';

/**
 * Keeps a message that is being sent on this machine: one that cannot be sent stays there as failed, and one whose
 * process ends before the answer does too. Gives what is to be told the answer instead of `reply`.
 */
export function keepSending(client: ClientCore, message: NativeMessage, reply: Reply<Message>): Reply<Message> {
  const { archive } = client;
  if (message.message_is_online_msg) return reply;
  const isOwner = (): boolean => archive.ownerId === message.message_sender;
  // What is only in memory ends with the process anyway.
  if (archive.lasting) archive.keepOwn(toOwn(message, 'sending'));
  return (answer) => {
    if (isOwner()) {
      if ('error' in answer) archive.keepFailed(toOwn(message, 'failed'));
      else keepSent(client, message);
    }
    reply(answer);
  };
}

/** The server has told of the message without what is for this machine only. One that nobody keeps is not kept here. */
function keepSent({ archive }: ClientCore, message: NativeMessage): void {
  const { conv, id } = toOwn(message, 'sent');
  if (Number(message.message_seq) === 0) archive.forgetOwn(conv, id);
  const { message_custom_int: customInt = 0, message_custom_str: customStr = '' } = message;
  if (customInt === 0 && customStr === '') return;
  archive.setCustomData(conv, { seq: Number(message.message_seq), id }, { customInt, customStr });
}
