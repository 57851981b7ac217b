import { timError } from '@tim-node/protocol';
import type { TIMError } from '@tim-node/protocol';
import type { NativeMessage } from './codec/message.js';
import { TIMMsgStatus, type TIMConvType } from './generated/enums.js';

/** A message on its way out. */
export interface Sending {
  readonly message: NativeMessage;
  /** Its callback was told already. */
  isOver: boolean;
  /** Takes its request back; false when that has left. Nothing: what comes before the request is still being done. */
  withdraw?: () => boolean;
  readonly fail: (error: TIMError) => void;
}

/** The messages of one client that are on their way out, by their ids. */
export class Sendings {
  private readonly byId = new Map<string, Sending>();

  begin(sending: Sending): void {
    this.byId.set(sending.message.message_msg_id, sending);
  }

  /** The callback of the message is told now; false when it was told before. */
  end(sending: Sending): boolean {
    const { message, isOver } = sending;
    sending.isOver = true;
    if (this.byId.get(message.message_msg_id) === sending) this.byId.delete(message.message_msg_id);
    return !isOver;
  }

  /** Stops a message that has not left. Gives the message, or nothing when there is none to stop. */
  cancel(convId: string, convType: TIMConvType, id: string): NativeMessage | undefined {
    const sending = this.byId.get(id);
    if (sending === undefined) return undefined;
    const { message, withdraw, fail } = sending;
    if (message.message_conv_id !== convId || message.message_conv_type !== convType) return undefined;
    if (withdraw === undefined) fail(timError('sendCancelled'));
    else if (!withdraw()) return undefined;
    message.message_status = TIMMsgStatus.kTIMMsg_SendFail;
    return message;
  }
}
