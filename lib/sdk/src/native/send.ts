import { timError, TIMError } from '@tim-node/protocol';
import type { Outgoing } from '../feature/messages.js';
import { randomUint32 } from '../host/random.js';
import type { ClientCore } from './client-core.js';
import { NATIVE_PLATFORM, toBody } from './codec/domain.js';
import { derive, readMessage, type NativeMessage } from './codec/message.js';
import { TIMConvType, TIMMsgStatus } from './generated/enums.js';
import type { Message } from './generated/structs.js';
import { keepSending } from './kept-sends.js';
import type { Reply } from './row.js';

/** The message that a call would send: what the app gave and what sending adds. Its id is known before it is sent. */
export function compose(client: ClientCore, convId: string, convType: TIMConvType, given: object): NativeMessage {
  const conversation = { message_conv_id: convId, message_conv_type: convType, message_platform: 0 } as const;
  if (client.engine.state === 'Uninit') return composeEarly(given, conversation);
  return readMessage(given, { ...conversation, ...identity(client) });
}

/** Before Init the library takes what it is given. */
function composeEarly(given: object, conversation: Partial<Message>): NativeMessage {
  const message = readMessage(given, conversation);
  const { message_is_from_self: isOwn, message_conv_type: convType, message_sender: sender } = message;
  if (!isOwn && convType === TIMConvType.kTIMConv_C2C) message.message_conv_id = sender;
  return message;
}

function identity({ engine }: ClientCore): Partial<Message> {
  const composed: Partial<Message> = {
    message_client_time: Math.floor(engine.host.clock.now() / 1000),
    message_rand: randomUint32(),
    message_is_from_self: true,
  };
  if (engine.state !== 'Logined') return composed;
  const platform = NATIVE_PLATFORM[engine.options?.platform ?? engine.host.platform];
  return {
    ...composed,
    message_sender: engine.userId,
    message_platform: platform,
    message_seq: 0,
    message_server_time: 0,
    message_status: TIMMsgStatus.kTIMMsg_Sending,
  };
}

/** Sends a composed message. The answer shows it as it then is: with its place in the conversation, or failed. */
export function send(client: ClientCore, message: NativeMessage, reply: Reply<Message>): void {
  const early = client.refusal('login', false);
  if (early !== undefined) {
    reply({ error: early, json: message });
    return;
  }
  const answer = keepSending(client, message, reply);
  const fail = (error: TIMError): void => {
    message.message_status = TIMMsgStatus.kTIMMsg_SendFail;
    answer({ error, json: message });
  };
  const unfit = problemOf(message);
  if (unfit !== undefined) {
    fail(unfit);
    return;
  }
  client.uploads.run(message, (error) => {
    if (error === undefined) deliver(client, message, fail, answer);
    else fail(error);
  });
}

/** Why a message cannot be sent, before anything of it is uploaded. */
function problemOf(message: NativeMessage): TIMError | undefined {
  try {
    toOutgoing(message);
    return undefined;
  } catch (error) {
    if (error instanceof TIMError) return error;
    throw error;
  }
}

function deliver(
  client: ClientCore,
  message: NativeMessage,
  fail: (error: TIMError) => void,
  reply: Reply<Message>,
): void {
  client.messages.send(toOutgoing(message), (outcome) => {
    if ('error' in outcome) {
      fail(outcome.error);
      return;
    }
    message.message_seq = outcome.value.seq;
    message.message_server_time = outcome.value.time;
    message.message_status = TIMMsgStatus.kTIMMsg_SendSucc;
    derive(message);
    reply({ json: message });
  });
}

function toOutgoing(message: NativeMessage): Outgoing {
  const { message_conv_type: convType, message_conv_id: id } = message;
  if (message.message_is_online_msg) throw notYet('messages for online users only');
  return {
    target: { type: convType === TIMConvType.kTIMConv_Group ? 'group' : 'c2c', id },
    random: Number(message.message_rand),
    clientTime: Number(message.message_client_time),
    body: toBody(message),
  };
}

function notYet(what: string): TIMError {
  return timError('notSupported', `${what} are not supported by this version of tim-node`);
}
