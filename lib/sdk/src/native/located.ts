import { timError, TIMError, type PlaceParams, type PlacesParams } from '@tim-node/protocol';
import type { Settle } from '../connection/requests.js';
import { readMessage, type NativeMessage } from './codec/message.js';
import { TIMConvType } from './generated/enums.js';
import { items } from './params.js';
import type { Reply } from './row.js';

/* Messages that the app gives to say which ones it means: conversation and place are what counts. */

/**
 * Where a message stands.
 * @throws TIMError 6017 for one that has no conversation or no place, because it was not sent or is for online users only
 */
export function placeOf(given: object): PlaceParams {
  const { message_conv_type: type, message_conv_id: id, message_seq: seq } = readMessage(given);
  if (id === '') throw timError('invalidParameters', 'message_conv_id is missing');
  const place = Number(seq);
  if (!Number.isSafeInteger(place) || place < 1) {
    throw timError('invalidParameters', 'message_seq is missing: the message is not stored on the server');
  }
  return { target: { type: type === TIMConvType.kTIMConv_Group ? 'group' : 'c2c', id }, seq: place };
}

/** Several messages of one conversation, in the order given. */
export interface Located extends PlacesParams {
  readonly messages: readonly NativeMessage[];
}

/**
 * Where messages stand.
 * @throws TIMError 6017 when they have no place or are not of one conversation
 */
export function placesOf(given: readonly unknown[]): Located {
  const messages = items(given).map((each) => readMessage(each as object));
  const places = messages.map(placeOf);
  const [first] = places;
  if (first === undefined) throw timError('invalidParameters', 'there is no message');
  const { target } = first;
  if (places.some((place) => place.target.type !== target.type || place.target.id !== target.id)) {
    throw timError('invalidParameters', 'the messages are not of one conversation');
  }
  return { target, seqs: places.map(({ seq }) => seq), messages };
}

/** Begins something; what cannot begin is answered with its error. */
export function attempt(reply: Reply<never>, begin: () => void): void {
  try {
    begin();
  } catch (error) {
    if (!(error instanceof TIMError)) throw error;
    reply({ error });
  }
}

/** Answers with what a successful outcome becomes. */
export function answerWith<T, R>(reply: Reply<R>, make: (value: T) => R): Settle<T> {
  return (outcome) => {
    reply('error' in outcome ? outcome : { json: make(outcome.value) });
  };
}

/** Answers that it is done. */
export function answerDone(reply: Reply<void>): Settle<unknown> {
  return (outcome) => {
    reply('error' in outcome ? outcome : {});
  };
}
