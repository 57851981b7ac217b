import { TIMConvType } from '../generated/enums.js';
import type { Elem, Message } from '../generated/structs.js';
import { completeMessage, type Complete } from './complete.js';

/** A message as the native API shows it: these keys are in every message. */
export interface NativeMessage extends Message {
  message_client_time: number | bigint;
  message_cloud_custom_str: string;
  message_conv_id: string;
  message_conv_type: TIMConvType;
  message_elem_array: Elem[];
  message_is_from_self: boolean;
  message_is_online_msg: boolean;
  message_msg_id: string;
  message_rand: number | bigint;
  message_risk_type_identified: number;
  message_sender: string;
  message_seq: number | bigint;
  message_server_time: number | bigint;
}

/** What is known of a message whatever the app says: texts, numbers and truth values. */
export type KnownFields = {
  readonly [
    K in keyof Message as Message[K] extends string | number | bigint | boolean | undefined ? K : never
  ]?: Message[K];
};

/** Reads a message as the native library does; what stands in `known` goes before what is given. */
export function readMessage(given: object, ...known: readonly KnownFields[]): NativeMessage {
  return completeMessage(given as Record<string, unknown>, finish, known) as unknown as NativeMessage;
}

function finish(message: Complete): void {
  derive(message as unknown as NativeMessage);
}

/** From this number on the content of a message counts as risky. */
const RISKY = 2;

/** Fills in what follows from other fields. To be called again when one of these has changed. */
export function derive(message: NativeMessage): void {
  const { message_sender: sender, message_client_time: clientTime, message_rand: random } = message;
  if (message.message_is_from_self) message.message_is_read = true;
  else message.message_is_peer_read = true;
  message.message_has_risk_content = message.message_risk_type_identified >= RISKY;
  message.message_msg_id = `${sender}-${clientTime.toString()}-${random.toString()}`;
  message.message_unique_id = uniqueId(message);
  message.message_sender_profile = { ...message.message_sender_profile, user_profile_identifier: sender };
}

/** 64 bits: place in the conversation, by number in a group and by time between two users, and the random number. */
export function uniqueIdOf(type: TIMConvType, seq: Long, time: Long, random: Long): bigint {
  const place = type === TIMConvType.kTIMConv_Group ? seq : time;
  return BigInt.asUintN(64, (BigInt(place) << 32n) | BigInt(random));
}

type Long = number | bigint;

function uniqueId(message: NativeMessage): bigint {
  const { message_client_time: clientTime, message_server_time: serverTime } = message;
  const time = BigInt(serverTime) === 0n ? clientTime : serverTime;
  return uniqueIdOf(message.message_conv_type, message.message_seq, time, message.message_rand);
}
