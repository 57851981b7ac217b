import type { TimServer } from '@tim-node/server';
import type { Message as NativeMessage } from 'tim-node';
import { TencentImSDKPlugin } from 'tim-node/v2tim';
import TencentCloudChat, { TIM, type ChatFactory, type Message } from 'tim-node/web';
import { readJson } from '../../../lib/sdk/src/native/json.js';
import { App } from '../native/app.js';

/** Somebody who talks with one other user, in some style. Outcomes are codes. */
export interface Talker {
  /** What he was told: `message …`, `revoked`, `read`. */
  readonly told: string[];
  send(text: string): Promise<number>;
  /** Texts from the newest to the oldest; `revoked` for those that were taken back. */
  history(): Promise<string[]>;
  read(): Promise<number>;
  /** Takes back what he has sent last. */
  revoke(): Promise<number>;
  end(): Promise<void>;
}

export type Talk = (server: TimServer, self: string, other: string) => Promise<Talker>;

const REVOKED = 6;

export const c: Talk = async (server, self, other) => {
  const { url, sdkAppId } = server;
  const app = new App(sdkAppId, { sdk_config_server_url: url });
  const told: string[] = [];
  let last: NativeMessage = {};
  const textOf = ({ message_elem_array: elems }: NativeMessage): string =>
    (elems?.[0]?.['text_elem_content'] ?? '') as string;
  app.client.TIMAddRecvNewMsgCallback((json) => {
    for (const message of readJson(json) as NativeMessage[]) told.push(`message ${textOf(message)}`);
  });
  app.client.TIMSetMsgRevokeCallback(() => told.push('revoked'));
  app.client.TIMSetMsgReadedReceiptCallback(() => told.push('read'));
  expect(await app.login(self, server.genUserSig(self))).toBe(0);
  return {
    told,
    send: async (text) => {
      const { code, json } = await app.sendText(other, text);
      last = json as NativeMessage;
      return code;
    },
    history: async () => {
      const param = JSON.stringify({ msg_getmsglist_param_count: 20 });
      const { json } = await app.ask((client, cb) => client.TIMMsgGetMsgList(other, 1, param, cb));
      return (json as NativeMessage[]).map((each) => (each.message_status === REVOKED ? 'revoked' : textOf(each)));
    },
    read: async () =>
      (await app.ask((client, cb) => client.TIMConvCleanConversationUnreadMessageCount(`c2c_${other}`, 0, 0, cb))).code,
    revoke: async () => (await app.ask((client, cb) => client.TIMMsgRevoke(other, 1, last, cb))).code,
    end: () => Promise.resolve(void app.client.TIMUninit()),
  };
};

export const flutter: Talk = async (server, self, other) => {
  const { url, sdkAppId } = server;
  const manager = TencentImSDKPlugin.createManager();
  const messages = manager.getMessageManager();
  const told: string[] = [];
  let last = '';
  await manager.initSDK({ sdkAppID: sdkAppId, serverURL: url });
  messages.addAdvancedMsgListener({
    onRecvNewMessage: ({ textElem }) => told.push(`message ${textElem?.text ?? ''}`),
    onRecvMessageRevoked: () => told.push('revoked'),
    onRecvC2CReadReceipt: () => told.push('read'),
  });
  expect((await manager.login({ userID: self, userSig: server.genUserSig(self) })).code).toBe(0);
  return {
    told,
    send: async (text) => {
      const { data: made } = await messages.createTextMessage({ text });
      const { code, data } = await messages.sendMessage({ id: made?.id, receiver: other, groupID: '' });
      last = data?.msgID ?? '';
      return code;
    },
    history: async () => {
      const { data = [] } = await messages.getC2CHistoryMessageList({ userID: other, count: 20 });
      return data.map(({ status, textElem }) => (status === REVOKED ? 'revoked' : (textElem?.text ?? '')));
    },
    read: async () => (await messages.markC2CMessageAsRead({ userID: other })).code,
    revoke: async () => (await messages.revokeMessage({ msgID: last })).code,
    end: async () => {
      await manager.unInitSDK();
    },
  };
};

const webOf =
  (factory: ChatFactory): Talk =>
  async (server, self, other) => {
    const { url, sdkAppId } = server;
    const chat = factory.createClient({ SDKAppID: sdkAppId, serverURL: url });
    const { EVENT } = TencentCloudChat;
    const told: string[] = [];
    let last: Message | undefined;
    const textOf = ({ payload }: Message): string => ('text' in payload ? payload.text : '');
    chat.on(EVENT.MESSAGE_RECEIVED, ({ data }) => told.push(...data.map((each) => `message ${textOf(each)}`)));
    chat.on(EVENT.MESSAGE_REVOKED, () => told.push('revoked'));
    chat.on(EVENT.MESSAGE_READ_BY_PEER, () => told.push('read'));
    await chat.login({ userID: self, userSig: server.genUserSig(self) });
    const conversationID = `C2C${other}`;
    return {
      told,
      send: async (text) => {
        last = chat.createTextMessage({ to: other, conversationType: 'C2C', payload: { text } });
        return (await chat.sendMessage(last)).code;
      },
      history: async () => {
        const { data } = await chat.getMessageList({ conversationID });
        return data.messageList.toReversed().map((each) => (each.isRevoked ? 'revoked' : textOf(each)));
      },
      read: async () => (await chat.setMessageRead({ conversationID })).code,
      revoke: async () => (last === undefined ? -1 : (await chat.revokeMessage(last)).code),
      end: async () => {
        await chat.destroy();
      },
    };
  };

export const web = webOf(TencentCloudChat);
export const tim = webOf(TIM);
