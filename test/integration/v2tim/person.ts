import type { TimServer } from '@tim-node/server';
import {
  TencentImSDKPlugin,
  type InitSDKOptions,
  type V2TIMManager,
  type V2TimMessage,
  type V2TimMessageDownloadProgress,
  type V2TimSendMode,
  type V2TimValueCallback,
} from 'tim-node/v2tim';
import { eventually, within } from '../web/diary.js';

type Made = ReturnType<ReturnType<V2TIMManager['getMessageManager']>['createTextMessage']>;

/** Somebody who is logged in: a manager, and what its listeners were told. */
export class Person {
  readonly manager: V2TIMManager = TencentImSDKPlugin.createManager();
  readonly received: V2TimMessage[] = [];
  readonly told: string[] = [];
  /** Of sending, in percent. */
  readonly progress: number[] = [];
  readonly downloads: V2TimMessageDownloadProgress[] = [];

  constructor(readonly userID: string) {}

  async begin(server: TimServer, options: Partial<InitSDKOptions> = {}): Promise<this> {
    const { manager, userID, told, messages } = this;
    await manager.initSDK({ sdkAppID: server.sdkAppId, serverURL: server.url, ...options });
    messages.addAdvancedMsgListener({
      onRecvNewMessage: (message) => this.received.push(message),
      onRecvMessageModified: ({ textElem }) => told.push(`modified ${textElem?.text ?? ''}`),
      onRecvMessageRevokedWithInfo: (msgID, { userID: by }) => told.push(`revoked ${msgID} by ${by}`),
      onRecvC2CReadReceipt: ([receipt]) => told.push(`read by ${receipt?.userID ?? ''}`),
      onRecvMessageReadReceipts: ([receipt]) => told.push(`receipt of ${receipt?.msgID ?? ''}`),
      onRecvMessageExtensionsChanged: (_id, list) => told.push(`set ${list.map((each) => each.extensionKey).join()}`),
      onRecvMessageExtensionsDeleted: (_id, keys) => told.push(`deleted ${keys.join()}`),
      onRecvMessageReactionsChanged: ([change]) =>
        told.push(...(change?.reactionList ?? []).map((each) => `${each.reactionID} ${each.totalUserCount}`)),
      onGroupMessagePinned: (groupID, { textElem }, isPinned, { userID }) =>
        told.push(`${isPinned ? 'pinned' : 'unpinned'} ${textElem?.text ?? ''} in ${groupID} by ${userID}`),
      onSendMessageProgress: (_message, progress) => this.progress.push(progress),
      onMessageDownloadProgressCallback: (now) => this.downloads.push(now),
    });
    this.conversations.addConversationListener({
      onNewConversation: ([first]) => told.push(`new ${first?.conversationID ?? ''}`),
      onConversationChanged: (list) => told.push(...list.map((each) => `${each.conversationID} ${each.unreadCount}`)),
      onConversationDeleted: ([first]) => told.push(`gone ${first ?? ''}`),
      onTotalUnreadMessageCountChanged: (count) => told.push(`unread ${count}`),
      onConversationGroupCreated: (name, list) => told.push(`group ${name} of ${list.length}`),
      onConversationGroupDeleted: (name) => told.push(`no group ${name}`),
      onConversationGroupNameChanged: (before, now) => told.push(`group ${before} is ${now}`),
      onConversationsAddedToGroup: (name, list) => told.push(`${list.length} into ${name}`),
      onConversationsDeletedFromGroup: (name, list) => told.push(`${list.length} out of ${name}`),
      onUnreadMessageCountChangedByFilter: (filter, count) => told.push(`${JSON.stringify(filter)} ${count}`),
    });
    const login = manager.login({ userID, userSig: server.genUserSig(userID) });
    expect(await within(login, 'login')).toEqual({ code: 0, desc: 'success' });
    return this;
  }

  get messages(): ReturnType<V2TIMManager['getMessageManager']> {
    return this.manager.getMessageManager();
  }

  get conversations(): ReturnType<V2TIMManager['getConversationManager']> {
    return this.manager.getConversationManager();
  }

  async say(receiver: string, text: string, more: object = {}): Promise<V2TimMessage> {
    return this.send(await this.messages.createTextMessage({ text }), { receiver, groupID: '', ...more });
  }

  /** Sends what was made and gives the message as it then is. */
  async send(made: Awaited<Made>, to: V2TimSendMode): Promise<V2TimMessage> {
    expect(made).toMatchObject({ code: 0, desc: 'success' });
    const { code, desc, data } = await within(this.messages.sendMessage({ id: made.data?.id, ...to }), 'send');
    expect([code, desc]).toEqual([0, 'success']);
    return data as V2TimMessage;
  }

  async untilReceived(count: number): Promise<void> {
    await eventually(() => this.received.length >= count, `${count} messages for ${this.userID}`);
  }

  async untilTold(what: string): Promise<void> {
    await eventually(() => this.told.includes(what), `${this.userID}: ${what}; so far ${this.told.join(', ')}`);
  }
}

/** The value of a call that succeeds. */
export async function valueOf<T>(call: Promise<V2TimValueCallback<T>>): Promise<T> {
  const { code, desc, data } = await within(call, 'a value');
  expect([code, desc]).toEqual([0, 'success']);
  return data as T;
}
