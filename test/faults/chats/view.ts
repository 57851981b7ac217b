import { textOf, type Chat, type Device, type Shown } from './device.js';
import { chatKey } from './ledger.js';

const REVOKED = 6;
const TEXT_ONLY = [1, 2];

/** What one device shows of its conversations. */
export interface View {
  /** One line for each conversation, in the order of their names: what all devices of a user must show alike. */
  readonly lines: readonly string[];
  /** By the names that everybody in them uses. */
  readonly histories: ReadonlyMap<string, readonly Shown[]>;
}

export const chatOf = ({ conv_type: type, conv_id: id }: { conv_type: number; conv_id: string }): Chat => ({
  type: type as Chat['type'],
  id,
});

/** In which conversation a message stands, by the name that everybody in it uses. */
export const placeOf = (user: string, message: Pick<Shown, 'message_conv_id' | 'message_conv_type'>): string =>
  chatKey(user, chatOf({ conv_type: message.message_conv_type, conv_id: message.message_conv_id }));

export const isRevoked = ({ message_status: status }: Shown): boolean => status === REVOKED;

/** A message on a line: place, sender and what is left of its content. */
export function line(message: Shown): string {
  const content = isRevoked(message) ? '(revoked)' : (textOf(message) ?? '(tip)');
  return `${String(message.message_seq)} ${message.message_sender}: ${content}`;
}

/** Nothing when the server could not be asked. */
export async function look(device: Device): Promise<View | undefined> {
  const all = await device.conversations();
  if (all === undefined) return undefined;
  const conversations = all.filter(({ conv_type: type }) => TEXT_ONLY.includes(type));
  const histories = new Map<string, readonly Shown[]>();
  const lines: string[] = [];
  for (const conversation of conversations) {
    const { conv_id: id, conv_unread_num: count, conv_is_pinned: pinned, conv_last_msg: last } = conversation;
    const shown = await device.history(chatOf(conversation));
    if (shown === undefined) return undefined;
    histories.set(chatKey(device.user, chatOf(conversation)), shown);
    // What could not be sent is kept by the device that has tried, and by no other.
    const history = shown.filter(({ message_seq: seq }) => seq > 0);
    // Without a last message the object is empty.
    const end = last?.message_seq === undefined ? 'nothing' : line(last as Shown);
    lines.push(
      [`${id}: ${String(count)} unread, pinned ${String(pinned)}, last ${end}`, ...history.map(line)].join('\n  '),
    );
  }
  return { lines: lines.sort(), histories };
}
