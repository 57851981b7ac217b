import { isRecord, LIMITS, type ReceiptsResult, type UsersResult } from '@tim-node/protocol';
import { answer, type Calls } from '../calls.js';
import { check } from '../check.js';
import { webError } from '../codes.js';
import { applyReceipt } from '../content/marks.js';
import { placeOf, placesOf } from '../content/places.js';
import type { GetGroupMessageReadMemberListOptions, Message as MessageFields } from '../generated/structs.js';
import type { ReadMemberList } from '../shapes/marks.js';
import type { Message } from '../shapes/message.js';

/** Who has read a message that asks for it. */
export function receiptRows(calls: Calls) {
  const { client } = calls;
  const { marks } = client.desk;
  return {
    /** Tells the senders that messages were read. Only messages that ask for it count. */
    sendMessageReadReceipt: calls.promise(
      'sendMessageReadReceipt',
      (messageList: MessageFields[]) => {
        check(Array.isArray(messageList), 'sendMessageReadReceipt: messageList must be a list');
        const isAsking = (each: MessageFields): boolean => each.needReadReceipt && each.from !== client.userId;
        const asking = messageList.filter((each) => isRecord(each) && isAsking(each));
        return asking.length === 0 ? undefined : placesOf('sendMessageReadReceipt', asking);
      },
      async (places) => {
        if (places === undefined) throw webError('READ_RECEIPT_MSG_LIST_EMPTY', 'sendMessageReadReceipt');
        await answer((settle) => marks.sendReceipts(places, settle));
        return {};
      },
    ),
    /** Reads how many have read each message; it shows in `readReceiptInfo`. */
    getMessageReadReceiptList: calls.promise(
      'getMessageReadReceiptList',
      (messageList: Message[]) => ({ messageList, places: placesOf('getMessageReadReceiptList', messageList) }),
      async ({ messageList, places }) => {
        const { receipts } = await answer<ReceiptsResult>((settle) => marks.getReceipts(places, settle));
        const bySeq = new Map(receipts.map((receipt) => [receipt.seq, receipt]));
        for (const message of messageList) {
          const receipt = bySeq.get(message.sequence);
          if (receipt !== undefined) applyReceipt(message, receipt);
        }
        return { messageList };
      },
    ),
    /** Lists the members who have read a message, or have not. */
    getGroupMessageReadMemberList: calls.promise(
      'getGroupMessageReadMemberList',
      (options: GetGroupMessageReadMemberListOptions) => {
        check(isRecord(options), 'getGroupMessageReadMemberList: options must be an object');
        const { message, cursor, filter, count } = options;
        const place = placeOf('getGroupMessageReadMemberList', message);
        return { id: message.ID, params: { ...place, read: filter !== 1, ...afterOf(cursor), limit: pageOf(count) } };
      },
      async ({ id, params }): Promise<ReadMemberList> => {
        const page = await answer<UsersResult>((settle) => marks.listReaders(params, settle));
        const users = page.users.map(({ user }) => user);
        return {
          messageID: id,
          cursor: page.finished ? '' : (users.at(-1) ?? ''),
          isCompleted: page.finished,
          readUserIDList: params.read ? users : [],
          unreadUserIDList: params.read ? [] : users,
        };
      },
    ),
  };
}

/** A page begins after a user; the original's first cursor is 0 or nothing. */
function afterOf(cursor: unknown): { after?: string } {
  return typeof cursor === 'string' && cursor !== '' && cursor !== '0' ? { after: cursor } : {};
}

/** How many users a page has. */
export function pageOf(count: unknown): number {
  const isUsable = typeof count === 'number' && Number.isInteger(count) && count > 0;
  return isUsable ? Math.min(count, LIMITS.usersPage) : LIMITS.usersPage;
}
