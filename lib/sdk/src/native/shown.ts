import type { Message, ReadMarks } from '@tim-node/protocol';
import { later } from '../feature/reading.js';
import { conversationOf, withReceiptsOf } from '../local/rules.js';
import type { KeptMessage } from '../local/store.js';
import type { ClientCore } from './client-core.js';
import { toNative } from './codec/domain.js';
import { toShown } from './codec/kept.js';
import type { NativeMessage } from './codec/message.js';
import { isPlain, writePlain } from './codec/plain-messages.js';
import { writeJson } from './json.js';

/* Messages as their user is shown them, with what is known here of who has read them. */

/** A message that the server has told just now; `userId` is whom it was told. */
export function showMessage(client: ClientCore, message: Message, userId = client.archive.ownerId): NativeMessage {
  const conv = conversationOf(message, userId);
  const marks = client.reading.of(userId, conv);
  return toNative(withKnown(client, message, userId), client.viewer(userId), marks);
}

/** JSON of messages that the server has told just now; `userId` is whom it was told. */
export function writeMessages(client: ClientCore, messages: readonly Message[], userId: string): string {
  const viewer = client.viewer(userId);
  const texts = messages.map((message) => {
    if (!isPlain(message)) return writeJson(showMessage(client, message, userId));
    return writePlain(message, viewer, client.reading.of(userId, conversationOf(message, userId)));
  });
  return `[${texts.join(',')}]`;
}

/** What is kept here may know of more receipts. */
function withKnown({ archive }: ClientCore, message: Message, userId: string): Message {
  if (message.receiptTotal === undefined || userId !== archive.ownerId) return message;
  return withReceiptsOf(message, archive.at(conversationOf(message, userId), message.seq)?.message);
}

/** A message that is kept here. `told` is how far the server has said that its conversation was read. */
export function showKept(client: ClientCore, kept: KeptMessage, told?: ReadMarks): NativeMessage {
  const { archive, reading } = client;
  const known = reading.of(archive.ownerId, kept.conv);
  const marks = known === undefined || told === undefined ? (known ?? told) : later(known, told);
  return toShown(kept, client.viewer(archive.ownerId), marks);
}
