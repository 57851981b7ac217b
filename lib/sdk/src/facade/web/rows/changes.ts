import { TIMError, type Message as DomainMessage, type ModifyResult } from '@tim-node/protocol';
import { answer, type Calls } from '../calls.js';
import { check } from '../check.js';
import { toIMError, webError } from '../codes.js';
import { conversationIdOf, targetNamed } from '../content/ids.js';
import { mergedMessage } from '../content/from-app.js';
import { placeOf, placesOf } from '../content/places.js';
import { elemsOf } from '../content/to-domain.js';
import { renew, revoke } from '../content/view.js';
import { IMError } from '../im-error.js';
import type { Message } from '../shapes/message.js';

/** Functions that change and delete messages. */
export function changeRows(calls: Calls) {
  return { ...revoking(calls), ...deleting(calls), ...merging(calls) };
}

function revoking(calls: Calls) {
  const { client } = calls;
  const { history, box } = client.desk;
  return {
    /** Takes a sent message back; `isRevoked` says so then. Too late: 20016 one-to-one, 10031 in a group. */
    revokeMessage: calls.promise(
      'revokeMessage',
      (message: Message) => {
        const place = placeOf('revokeMessage', message);
        check(!message.isRevoked, 'revokeMessage: the message was taken back before');
        return { message, place };
      },
      async ({ message, place }) => {
        try {
          await answer((settle) => history.revoke({ ...place, reason: '' }, settle));
        } catch (error) {
          throw about(error, message);
        }
        for (const each of new Set([message, box.byId(message.ID)])) {
          if (each !== undefined) revoke(each, { by: client.userId, reason: '' });
        }
        return { message };
      },
    ),
    /** Changes the content of a sent message to what its `payload` and `cloudCustomData` are now. */
    modifyMessage: calls.promise(
      'modifyMessage',
      (message: Message) => ({ message, place: placeOf('modifyMessage', message) }),
      async ({ message, place }) => {
        const { version, cloudCustomData } = message;
        const params = { ...place, version, elems: elemsOf(message), cloudData: cloudCustomData };
        const result = await answer<ModifyResult>((settle) => history.modify(params, settle));
        renew(message, result.message, client.desk.links);
        const kept = box.adopt(result.message, client.userId);
        if (result.modified) return { message };
        const conflict = webError('MSG_MODIFY_CONFLICT', 'modifyMessage');
        throw new IMError(conflict.code, conflict.message, { message: kept });
      },
    ),
  };
}

function deleting(calls: Calls) {
  const { history, box } = calls.client.desk;
  return {
    /** Deletes messages of one conversation, for this account only; `isDeleted` says so then. */
    deleteMessage: calls.promise(
      'deleteMessage',
      (messageList: Message[]) => {
        check(Array.isArray(messageList) && messageList.length > 0, 'deleteMessage: messageList must be a list');
        const stored = messageList.filter(({ status, sequence }) => status === 'success' && sequence > 0);
        return { messageList, places: stored.length === 0 ? undefined : placesOf('deleteMessage', stored) };
      },
      async ({ messageList, places }) => {
        if (places !== undefined) await answer((settle) => history.delete(places, settle));
        for (const message of messageList) message.isDeleted = true;
        box.forget(messageList);
        return { messageList };
      },
    ),
    /** Deletes the messages of a conversation, for this account only. */
    clearHistoryMessage: calls.promise(
      'clearHistoryMessage',
      (conversationID: string) => targetNamed('clearHistoryMessage', conversationID),
      async (target) => {
        await answer((settle) => history.clear(target, settle));
        box.forget(box.of(target));
        return { conversationID: conversationIdOf(target) };
      },
    ),
  };
}

function merging(calls: Calls) {
  const { desk } = calls.client;
  return {
    /** Fetches the content of a merged message; it shows in `payload.messageList` then. Gives the message. */
    downloadMergerMessage: calls.plain(
      'downloadMergerMessage',
      (message: Message) => {
        check(message.type === 'TIMRelayElem', 'downloadMergerMessage: the message must be a merged one');
        return message;
      },
      async (message) => {
        const { downloadKey } = message.payload;
        if (downloadKey === '') throw webError('MSG_MERGER_KEY_INVALID', 'downloadMergerMessage');
        const merged = await answer<DomainMessage[]>((settle) => desk.history.getMerger(downloadKey, settle));
        message.payload.messageList = merged.map((each) => mergedMessage(desk.view(each)));
        message.payload.downloadKey = '';
        message.payload.pbDownloadKey = '';
        return message;
      },
    ),
  };
}

function about(error: unknown, message: Message): unknown {
  if (!(error instanceof TIMError)) return error;
  const told = toIMError(error);
  return new IMError(told.code, told.message, { ...told.data, message }, error);
}
