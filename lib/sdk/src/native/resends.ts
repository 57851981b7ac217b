import { isRecord } from '@tim-node/protocol';
import { derive, type NativeMessage } from './codec/message.js';
import { TIMMsgStatus, type TIMConvType } from './generated/enums.js';
import { writeJson } from './json.js';

/** Failed messages that are remembered. */
const MOST = 100;

interface Attempt extends Pick<NativeMessage, 'message_client_time' | 'message_rand'> {
  readonly convType: TIMConvType;
  readonly convId: string;
  readonly content: string;
  /** Under which the server may have stored the message, although its answer did not come. */
  readonly clientId: string;
}

/**
 * Messages of one client that could not be sent. One that the app sends once more, as its callback has given it back, is
 * the same message for everybody: it keeps its ids, and the server stores it once.
 */
export class Resends {
  private readonly failed = new Map<string, Attempt>();

  note(message: NativeMessage, clientId: string): void {
    const { message_msg_id: id, message_client_time, message_rand } = message;
    this.forget(id);
    const { message_conv_type: convType, message_conv_id: convId } = message;
    const content = contentOf(message);
    this.failed.set(id, { message_client_time, message_rand, convType, convId, content, clientId });
    const [oldest] = this.failed.keys();
    if (this.failed.size > MOST && oldest !== undefined) this.forget(oldest);
  }

  forget(id: string): void {
    this.failed.delete(id);
  }

  /** Gives a message that the app sends once more the ids that it had. */
  recognize(given: object, message: NativeMessage): void {
    if (!isRecord(given) || given['message_status'] !== TIMMsgStatus.kTIMMsg_SendFail) return;
    const attempt = this.failed.get(String(given['message_msg_id']));
    if (attempt === undefined || !isSame(attempt, message)) return;
    message.message_client_time = attempt.message_client_time;
    message.message_rand = attempt.message_rand;
    derive(message);
  }

  /** The id under which a message went to the server before. */
  clientIdOf({ message_msg_id: id }: NativeMessage): string | undefined {
    return this.failed.get(id)?.clientId;
  }
}

function isSame({ convType, convId, content }: Attempt, message: NativeMessage): boolean {
  return convType === message.message_conv_type && convId === message.message_conv_id && content === contentOf(message);
}

/** An app that changes what a failed message says, or for whom it is, sends another one. */
function contentOf(message: NativeMessage): string {
  const { message_elem_array, message_cloud_custom_str, message_sender } = message;
  const { message_group_at_user_array, message_target_group_member_array } = message;
  return writeJson([
    ...[message_sender, message_elem_array, message_cloud_custom_str],
    ...[message_group_at_user_array ?? null, message_target_group_member_array ?? null],
  ]);
}
