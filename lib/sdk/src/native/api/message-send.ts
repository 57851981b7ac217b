import { timError } from '@tim-node/protocol';
import { cancelled, emptyBatch, isBatch, sendBatch, sendEx } from '../send-variants.js';
import type { ClientCore } from '../client-core.js';
import type { TIMCommCallback } from '../generated/callbacks.js';
import type { TIMConvType, TIMResult } from '../generated/enums.js';
import type { Message, MsgBatchSendParam, MsgBatchSendResult } from '../generated/structs.js';
import { convType, id, jsonThat, message, outBuffer, type Json } from '../params.js';
import { call } from '../row.js';
import { compose, send } from '../send.js';
import { writeOut, type OutBuffer } from '../string-builder.js';

/** Sending messages. */
export const messageSendApi = {
  /**
   * Sends a message. Callback: the `Message`, on success with `message_seq`, `message_server_time` and
   * `message_status` 2, after the server has stored it; on failure with status 3.
   *
   * Elements: text, custom data, faces, locations, images, sounds, files, videos and merged messages. Files are
   * uploaded first, as they are whatever `image_elem_level` says; TIMSetMsgElemUploadProgressCallback tells how far they
   * are.
   *
   * A failed message that is sent once more, unchanged as the callback gave it, is the same one: it arrives once, even if
   * only its answer was lost.
   *
   * Errors: 8001 longer than 12 KB, 20003 the receiver is unknown, 9519 and 9520 no answer in time, 7013 for a kind of
   * message that this version cannot send.
   * @param conv_id UserID or group id of the receiver
   * @param conv_type `TIMConvType`: C2C or group
   * @param json_msg_param a `Message`; `message_elem_array` holds what is sent, `message_group_at_user_array` UserIDs of
   * members, or `kImSDK_MessageAtALL` for all of them
   * @param message_id_buffer receives the id of the message before the call returns; 128 bytes are enough
   */
  TIMMsgSendMessage: call<
    [conv_id: string, conv_type: TIMConvType, json_msg_param: Json<Message>, message_id_buffer: OutBuffer | null],
    Message
  >('TIMMsgSendMessage', {
    params: [id, convType, message(), outBuffer],
    needs: 'nothing',
    run: (client, [convId, type, given, buffer], reply) => {
      const composed = compose(client, convId, type, given);
      writeOut(buffer, composed.message_msg_id);
      send(client, composed, reply);
    },
  }),

  /**
   * Stops the sending of a message that has not left: while it waits for a connection or for an upload. Its own callback
   * then says 8021. Callback: the `Message`.
   *
   * Errors: 8020 no such message is on its way, or it has left.
   * @param conv_id UserID or group id of the receiver
   * @param conv_type `TIMConvType`: C2C or group
   * @param message_id the id that sending gave
   */
  TIMMsgCancelSend: call<[conv_id: string, conv_type: TIMConvType, message_id: string], Message>('TIMMsgCancelSend', {
    params: [id, convType, id],
    empty: (_values, client) => cancelled(client),
    run: (client, [convId, type, messageId], reply) => {
      client.uploads.cancel(convId, type, messageId);
      const message = client.sendings.cancel(convId, type, messageId);
      reply(message === undefined ? { error: timError('nothingToCancel') } : { json: message });
    },
  }),

  /**
   * Sends one message to several users. Callback: `MsgBatchSendResult[]`, one for each user, in the order given.
   * @param json_batch_send_param a `MsgBatchSendParam`
   */
  TIMMsgBatchSend: call<[json_batch_send_param: Json<MsgBatchSendParam>], MsgBatchSendResult[]>('TIMMsgBatchSend', {
    params: [jsonThat(isBatch)],
    empty: ([batch], client) => emptyBatch(client, batch),
    run: sendBatch,
  }),

  /**
   * Sends a message; as TIMMsgSendMessage, but without telling the id early. Callback: the `Message`.
   *
   * Elements: text, custom data, faces, locations, images, sounds, files, videos and merged messages. Files are
   * uploaded first, as they are whatever `image_elem_level` says; TIMSetMsgElemUploadProgressCallback tells how far they
   * are.
   * @deprecated use TIMMsgSendMessage
   * @param conv_id UserID or group id of the receiver
   * @param conv_type `TIMConvType`: C2C or group
   * @param json_msg_param a `Message`
   */
  TIMMsgSendNewMsg: call<[conv_id: string, conv_type: TIMConvType, json_msg_param: Json<Message>], Message>(
    'TIMMsgSendNewMsg',
    {
      params: [id, convType, message()],
      needs: 'nothing',
      run: (client, [convId, type, given], reply) => {
        send(client, compose(client, convId, type, given), reply);
      },
    },
  ),

  /**
   * Sends a message; as TIMMsgSendMessage, but a callback tells the id. Callback: the `Message`.
   *
   * Elements: text, custom data, faces, locations, images, sounds, files, videos and merged messages. Files are
   * uploaded first, as they are whatever `image_elem_level` says; TIMSetMsgElemUploadProgressCallback tells how far they
   * are.
   * @deprecated use TIMMsgSendMessage
   * @param conv_id UserID or group id of the receiver
   * @param conv_type `TIMConvType`: C2C or group
   * @param json_msg_param a `Message`
   * @param msgid_cb gets `message_conv_id`, `message_conv_type` and `message_msg_id`, before `res_cb` is called
   * @param res_cb gets the outcome
   */
  TIMMsgSendNewMsgEx(
    this: ClientCore,
    conv_id: string,
    conv_type: TIMConvType,
    json_msg_param: Json<Message>,
    msgid_cb?: TIMCommCallback | null,
    res_cb?: TIMCommCallback | null,
    user_data?: unknown,
  ): TIMResult {
    return sendEx(this, [conv_id, conv_type, json_msg_param], msgid_cb, res_cb, user_data);
  },
};
