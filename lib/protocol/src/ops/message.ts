import { clientId, messageBody, target, uint32, unixSeconds, type MessageBody, type Target } from '../model/message.js';
import { op } from '../op.js';
import { int, obj } from '../schema.js';

export interface SendParams {
  readonly target: Target;
  /** The sender's own id: sending the same one again within 7 days returns the first answer. */
  readonly clientId: string;
  readonly random: number;
  /** Sender's clock, unix seconds. */
  readonly clientTime: number;
  readonly body: MessageBody;
}

export interface SendResult {
  /** Place in the conversation. */
  readonly seq: number;
  /** Server time of the message, unix seconds. */
  readonly time: number;
}

/** Operations on messages. */
export const messageOps = {
  /** Stores a message and, once it is safe on disk, acknowledges it. */
  'msg.send': op<SendParams, SendResult>(
    obj<SendParams>({ target, clientId, random: uint32, clientTime: unixSeconds, body: messageBody }),
    obj<SendResult>({ seq: int(1), time: unixSeconds }),
    { needs: 'login', resend: true },
  ),
};
