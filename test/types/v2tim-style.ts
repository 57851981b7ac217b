// Compiled, never run: what an app in TypeScript may write, and what the compiler must refuse.
import { LoginStatus, LogLevelEnum, TencentImSDKPlugin, type V2TIMManager } from 'tim-node/v2tim';

const manager: V2TIMManager = TencentImSDKPlugin.v2TIMManager;

export async function story(): Promise<boolean> {
  const init = await manager.initSDK({
    sdkAppID: 1,
    loglevel: LogLevelEnum.V2TIM_LOG_INFO,
    listener: {
      onConnectFailed: (code: number, error: string) => [code, error],
      // An app that takes no argument, as in the original.
      onKickedOffline: () => undefined,
    },
  });
  const started: boolean | undefined = init.data;
  const { code, desc } = await manager.login({ userID: 'alice', userSig: '' });
  const { data: status } = await manager.getLoginStatus();
  const words: string = desc;
  return started === true && code === 0 && words !== '' && status === LoginStatus.V2TIM_STATUS_LOGINED;
}

export async function chat(): Promise<string[]> {
  const messages = manager.getMessageManager();
  messages.addAdvancedMsgListener({ onRecvNewMessage: ({ textElem }) => textElem?.text });
  const { data: made } = await messages.createTextMessage({ text: 'hello' });
  const sent = await messages.sendMessage({ id: made?.id, receiver: 'bob', groupID: '' });
  const { data: list = [] } = await messages.getC2CHistoryMessageList({ userID: 'bob', count: 20 });
  const { data: page } = await manager.getConversationManager().getConversationList({ nextSeq: '0', count: 10 });
  return [sent.data?.msgID ?? '', ...list.map(({ seq }) => seq), page?.nextSeq ?? ''];
}
// @ts-expect-error a count is needed
void manager.getMessageManager().getHistoryMessageList({ userID: 'bob' });
// @ts-expect-error an app id is needed
void manager.initSDK({});
// @ts-expect-error named parameters make one object
void manager.login('alice', '');
// @ts-expect-error there is no such listener
manager.addIMSDKListener({ onSomething: () => undefined });
export const bot: V2TIMManager = TencentImSDKPlugin.createManager();

/** Files, marks and searches. */
export async function more(): Promise<(string | number | undefined)[]> {
  const messages = manager.getMessageManager();
  const made = await messages.createImageMessage({ imagePath: './cat.png' });
  const { data: sent } = await messages.sendMessage({ id: made.data?.id, receiver: 'bob', groupID: '' });
  messages.addAdvancedMsgListener({
    onSendMessageProgress: (message, progress) => [message.id, progress + 1],
    onRecvMessageReactionsChanged: ([change]) => change?.reactionList[0]?.totalUserCount,
  });
  // @ts-expect-error -- which message is meant
  await messages.addMessageReaction({ msgID: 'm' });
  const { data: found } = await messages.searchLocalMessages({ searchParam: { keywordList: ['x'] } });
  return [sent?.imageElem?.imageList[0]?.url, found?.totalCount];
}
