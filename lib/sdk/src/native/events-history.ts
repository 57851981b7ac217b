import type { RevokedEntry } from '@tim-node/protocol';
import type { ClientCore } from './client-core.js';
import { messageId } from './codec/marks.js';
import { uniqueIdOf } from './codec/message.js';
import type { TIMMsgRevokeCallback, TIMMsgUpdateCallback } from './generated/callbacks.js';
import { TIMConvType } from './generated/enums.js';
import { writeJson } from './json.js';
import { showMessage } from './shown.js';

const REVOKED = 'TIMSetMsgRevokeCallback';
const MODIFIED = 'TIMSetMsgUpdateCallback';

/** Tells the app of messages that were taken back or changed. */
export const historyForwarders: Readonly<Record<string, (client: ClientCore) => void>> = {
  TIMSetMsgRevokeCallback: (client) => {
    client.history.onRevoked((entries, userId) => {
      if (!client.hasCallback(REVOKED)) return;
      const json = writeJson(entries.map((entry) => toLocator(entry, userId)));
      client.notify<TIMMsgRevokeCallback>(REVOKED, (cb, userData) => {
        cb(json, userData);
      });
    });
  },
  TIMSetMsgUpdateCallback: (client) => {
    client.history.onModified((messages, userId) => {
      if (!client.hasCallback(MODIFIED)) return;
      const json = writeJson(messages.map((message) => showMessage(client, message, userId)));
      client.notify<TIMMsgUpdateCallback>(MODIFIED, (cb, userData) => {
        cb(json, userData);
      });
    });
  },
};

/** A `MsgLocator`, with who took the message back and why, and with the id under which apps know it. */
function toLocator({ target, message, revoked }: RevokedEntry, self: string): Record<string, unknown> {
  const { seq, sender, random, time } = message;
  const convType = target.type === 'group' ? TIMConvType.kTIMConv_Group : TIMConvType.kTIMConv_C2C;
  return {
    message_locator_conv_id: target.id,
    message_locator_conv_type: convType,
    message_locator_is_revoked: true,
    message_locator_is_self: sender === self,
    message_locator_rand: random,
    message_locator_seq: seq,
    message_locator_time: time,
    message_locator_unique_id: uniqueIdOf(convType, seq, time, random),
    message_msg_id: messageId(message),
    message_revoke_reason: revoked.reason,
    message_revoker_face_url: revoked.profile?.faceUrl ?? '',
    message_revoker_nick_name: revoked.profile?.nick ?? '',
    message_revoker_user_id: revoked.by,
  };
}
