import { isRecord, LIMITS, type PlaceParams, type PlacesParams } from '@tim-node/protocol';
import { check } from '../check.js';
import type { Message as MessageFields } from '../generated/structs.js';
import { targetNamed } from './ids.js';

/* Messages that the app gives to say which ones it means: conversation and place are what counts. */

/** @throws IMError 2905 for a message that is not stored on the server */
export function placeOf(api: string, message: unknown): PlaceParams {
  check(isRecord(message), `${api}: message must be an object`);
  const { conversationID, sequence } = message;
  const isPlace = typeof sequence === 'number' && Number.isSafeInteger(sequence) && sequence > 0;
  check(isPlace, `${api}: the message has not been sent, or is for online users only`);
  return { target: targetNamed(api, conversationID), seq: sequence };
}

/**
 * Messages of one conversation.
 * @throws IMError 2905 for none, for too many, and when they are of different conversations
 */
export function placesOf(api: string, messages: readonly MessageFields[]): PlacesParams {
  check(Array.isArray(messages) && messages.length > 0, `${api}: messageList must be a non-empty list`);
  check(messages.length <= LIMITS.messagesPerRequest, `${api}: messageList has more than 100 messages`);
  const places = messages.map((message: unknown) => placeOf(api, message));
  const [{ target }] = places as [PlaceParams];
  const areTogether = places.every((place) => place.target.type === target.type && place.target.id === target.id);
  check(areTogether, `${api}: the messages are not of one conversation`);
  return { target, seqs: places.map(({ seq }) => seq) };
}
