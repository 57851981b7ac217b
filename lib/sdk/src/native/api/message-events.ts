import type { ClientCore } from '../client-core.js';
import type {
  TIMMsgAllMessageReceiveOptionCallback,
  TIMMsgElemUploadProgressCallback,
  TIMMsgExtensionsChangedCallback,
  TIMMsgExtensionsDeletedCallback,
  TIMMsgGroupPinnedMessageChangedCallback,
  TIMMsgReactionsChangedCallback,
  TIMMsgReadedReceiptCallback,
  TIMMsgRevokeCallback,
  TIMMsgUpdateCallback,
  TIMRecvNewMsgCallback,
} from '../generated/callbacks.js';
import { event, isCallback } from '../row.js';

const RECEIVED = 'TIMAddRecvNewMsgCallback';

/** What happens to messages without a call. */
export const messageEvents = {
  /**
   * Adds a callback for new messages, those that other instances of this account have sent included. Any number of
   * callbacks can be added; each gets every message exactly once and in order, also after a lost connection.
   * @param cb gets a JSON array of `Message`; the same function again only changes its user data; null removes all
   */
  TIMAddRecvNewMsgCallback(this: ClientCore, cb: TIMRecvNewMsgCallback | null, user_data?: unknown): void {
    if (!isCallback(cb)) return;
    if (cb) this.addCallback(RECEIVED, cb, user_data);
    else this.setCallback(RECEIVED, null, undefined);
  },

  /**
   * Removes a callback for new messages.
   * @param cb the function that was added
   */
  TIMRemoveRecvNewMsgCallback(this: ClientCore, cb: TIMRecvNewMsgCallback | null): void {
    this.removeCallback(RECEIVED, cb);
  },

  /**
   * Sets the callback for the progress of uploads: images, sounds, files and videos of messages on their way out.
   * @param cb gets the `Message`, the place of the element in it, and how many bytes of how many have been sent
   */
  TIMSetMsgElemUploadProgressCallback: event<TIMMsgElemUploadProgressCallback>('TIMSetMsgElemUploadProgressCallback'),

  /**
   * Sets the callback for receipts: somebody has read messages that this account has sent.
   * @param cb gets a JSON array of `MessageReceipt`
   */
  TIMSetMsgReadedReceiptCallback: event<TIMMsgReadedReceiptCallback>('TIMSetMsgReadedReceiptCallback'),

  /**
   * Sets the callback for messages that their sender, or an administrator of the group, has taken back.
   * @param cb gets a JSON array of `MsgLocator`
   */
  TIMSetMsgRevokeCallback: event<TIMMsgRevokeCallback>('TIMSetMsgRevokeCallback'),

  /**
   * Sets the callback for messages whose content was changed after they were sent.
   * @param cb gets a JSON array of `Message`
   */
  TIMSetMsgUpdateCallback: event<TIMMsgUpdateCallback>('TIMSetMsgUpdateCallback'),

  /**
   * Sets the callback for new and changed extensions of a message.
   * @param cb gets the message id and a JSON array of `MessageExtension`
   */
  TIMSetMsgExtensionsChangedCallback: event<TIMMsgExtensionsChangedCallback>('TIMSetMsgExtensionsChangedCallback'),

  /**
   * Sets the callback for extensions that were removed from a message.
   * @param cb gets the message id and a JSON array of `MessageExtension` with nothing but the keys
   */
  TIMSetMsgExtensionsDeletedCallback: event<TIMMsgExtensionsDeletedCallback>('TIMSetMsgExtensionsDeletedCallback'),

  /**
   * Sets the callback for changed reactions to messages.
   * @param cb gets a JSON array of `MessageReactionChangeInfo`
   */
  TIMSetMsgReactionsChangedCallback: event<TIMMsgReactionsChangedCallback>('TIMSetMsgReactionsChangedCallback'),

  /**
   * Sets the callback for a changed setting of do-not-disturb for the whole account.
   * @param cb gets a `TIMReceiveMessageOptInfo`
   */
  TIMSetMsgAllMessageReceiveOptionCallback: event<TIMMsgAllMessageReceiveOptionCallback>(
    'TIMSetMsgAllMessageReceiveOptionCallback',
  ),

  /**
   * Sets the callback for messages that were pinned or unpinned in a group.
   * @param cb gets the group id, the `Message`, whether it is pinned now, and who did it
   */
  TIMSetMsgGroupPinnedMessageChangedCallback: event<TIMMsgGroupPinnedMessageChangedCallback>(
    'TIMSetMsgGroupPinnedMessageChangedCallback',
  ),
};
