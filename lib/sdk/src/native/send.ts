import { LIMITS, timError, TIMError, type SendResult } from '@tim-node/protocol';
import type { Outgoing } from '../feature/messages.js';
import { randomUint32 } from '../host/random.js';
import type { ClientCore } from './client-core.js';
import { NATIVE_PLATFORM, toBody } from './codec/domain.js';
import { addUrls } from './codec/media-elements.js';
import { derive, readMessage, type KnownFields, type NativeMessage } from './codec/message.js';
import { TIMConvType, TIMMsgStatus } from './generated/enums.js';
import type { Message } from './generated/structs.js';
import { keepSending } from './kept-sends.js';
import { keepMerged } from './mergers.js';
import type { Answer, Reply } from './row.js';
import { SharedFiles } from './shared-files.js';
import type { Sending } from './sendings.js';

/** The message that a call would send: what the app gave and what sending adds. Its id is known before it is sent. */
export function compose(client: ClientCore, convId: string, convType: TIMConvType, given: object): NativeMessage {
  const conversation = { message_conv_id: convId, message_conv_type: convType, message_platform: 0 } as const;
  if (client.engine.state === 'Uninit') return composeEarly(given, conversation);
  const message = readMessage(given, conversation, ...identity(client));
  client.resends.recognize(given, message);
  return message;
}

/** Before Init the library takes what it is given. */
function composeEarly(given: object, conversation: KnownFields): NativeMessage {
  const message = readMessage(given, conversation);
  const { message_is_from_self: isOwn, message_conv_type: convType, message_sender: sender } = message;
  if (!isOwn && convType === TIMConvType.kTIMConv_C2C) message.message_conv_id = sender;
  return message;
}

function identity({ engine }: ClientCore): KnownFields[] {
  const composed: KnownFields = {
    message_client_time: Math.floor(engine.host.clock.now() / 1000),
    message_rand: randomUint32(),
    message_is_from_self: true,
  };
  if (engine.state !== 'Logined') return [composed];
  const platform = NATIVE_PLATFORM[engine.options?.platform ?? engine.host.platform];
  return [composed, { message_sender: engine.userId, message_platform: platform }, NEW];
}

/** What was known of a message that is sent on is not true of the new one. */
const NEW: KnownFields = {
  message_seq: 0,
  message_server_time: 0,
  message_status: TIMMsgStatus.kTIMMsg_Sending,
  message_group_receipt_read_count: 0,
  message_group_receipt_unread_count: -1,
  message_has_sent_receipt: false,
  message_is_peer_read: false,
  message_receipt_peer_read: false,
  message_revoke_reason: '',
  message_revoker_face_url: '',
  message_revoker_nick_name: '',
  message_revoker_user_id: '',
  message_version: 0,
};

/**
 * Sends a composed message. The answer shows it as it then is: with its place in the conversation, or failed.
 * @param files shared by messages that are sent together
 */
export function send(
  client: ClientCore,
  message: NativeMessage,
  reply: Reply<Message>,
  files = new SharedFiles(),
): void {
  const early = client.refusal('login', false);
  if (early !== undefined) {
    reply({ error: early, json: message });
    return;
  }
  const answer = keepSending(client, message, reply);
  const unfit = problemOf(message);
  if (unfit === undefined) begin(client, message, files, answer);
  else answer(failed(message, unfit));
}

function failed(message: NativeMessage, error: TIMError): Answer<Message> {
  message.message_status = TIMMsgStatus.kTIMMsg_SendFail;
  return { error, json: message };
}

/** Why a message cannot be sent, before anything is done for it. */
function problemOf(message: NativeMessage): TIMError | undefined {
  try {
    toOutgoing(message);
    return undefined;
  } catch (error) {
    if (error instanceof TIMError) return error;
    throw error;
  }
}

/** First what the message refers to, then the message itself. Until it leaves, it can be cancelled. */
function begin(client: ClientCore, message: NativeMessage, files: SharedFiles, reply: Reply<Message>): void {
  const settle = (answer: () => Answer<Message>): void => {
    if (client.sendings.end(sending)) reply(answer());
  };
  const sending: Sending = {
    message,
    isOver: false,
    fail: (error) => {
      client.engine.callbacks.post(() => settle(() => failed(message, error)));
    },
  };
  client.sendings.begin(sending);
  const next = (step: () => void) => (error?: TIMError) => {
    if (error !== undefined) settle(() => failed(message, error));
    else if (!sending.isOver) step();
  };
  client.uploads.run(
    message,
    files,
    next(() => {
      keepMerged(
        client,
        message,
        next(() => deliver(client, sending, settle)),
      );
    }),
  );
}

function deliver(client: ClientCore, sending: Sending, settle: (answer: () => Answer<Message>) => void): void {
  const { message } = sending;
  const { messages, resends } = client;
  const clientId = resends.clientIdOf(message) ?? messages.newId();
  sending.withdraw = messages.send({ ...toOutgoing(message), clientId }, (outcome) => {
    settle(() => {
      if ('error' in outcome) {
        resends.note(message, clientId);
        return failed(message, outcome.error);
      }
      resends.forget(message.message_msg_id);
      return { json: sent(client, message, outcome.value) };
    });
  });
}

function sent(client: ClientCore, message: NativeMessage, { seq, time }: SendResult): NativeMessage {
  message.message_seq = seq;
  message.message_server_time = time;
  message.message_status = TIMMsgStatus.kTIMMsg_SendSucc;
  derive(message);
  addReceipts(client, message, seq);
  const { urlOf } = client.viewer();
  for (const elem of message.message_elem_array) addUrls(elem, urlOf);
  return message;
}

/** The log, which comes before the answer, has told how many members are to read it. */
function addReceipts({ archive }: ClientCore, message: NativeMessage, seq: number): void {
  const { message_conv_type: type, message_conv_id: id, message_need_read_receipt: asks } = message;
  if (asks !== true || type !== TIMConvType.kTIMConv_Group || seq === 0) return;
  const { receiptTotal = 0, receiptRead = 0 } = archive.at({ type: 'group', id }, seq)?.message ?? {};
  message.message_group_receipt_read_count = receiptRead;
  message.message_group_receipt_unread_count = Math.max(0, receiptTotal - receiptRead);
}

/**
 * What is asked of the server.
 * @throws TIMError 7013 for elements that this version cannot send, 6017 for what cannot be
 */
function toOutgoing(message: NativeMessage): Outgoing {
  const { message_conv_type: convType, message_conv_id: id, message_is_online_msg: onlineOnly } = message;
  const { message_target_group_member_array: members = [], message_group_at_user_array: mentioned = [] } = message;
  const isGroup = convType === TIMConvType.kTIMConv_Group;
  if (members.length > 0 && !isGroup) {
    throw timError('invalidParameters', 'message_target_group_member_array is for groups only');
  }
  if (members.length > 0 && mentioned.length > 0) {
    throw timError('invalidParameters', 'a message for some members cannot mention anybody');
  }
  if (members.length > LIMITS.targetedMembers) {
    throw timError('invalidParameters', `a message is for at most ${LIMITS.targetedMembers} members, or for all`);
  }
  return {
    target: { type: isGroup ? 'group' : 'c2c', id },
    random: Number(message.message_rand),
    clientTime: Number(message.message_client_time),
    body: toBody(message),
    ...(onlineOnly ? { onlineOnly } : {}),
    ...(members.length === 0 ? {} : { onlyFor: members }),
  };
}
