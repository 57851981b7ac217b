// Compiled, never run: what an app in TypeScript may write, and what the compiler must refuse.
import TencentCloudChat, { IMError, TIM, type Chat, type IMResponse, type Message } from 'tim-node/web';

const chat: Chat = TencentCloudChat.create({ SDKAppID: 1, serverURL: 'ws://127.0.0.1:7750', scene: undefined });
// @ts-expect-error an SDKAppID is needed
TencentCloudChat.create({});

chat.on(TencentCloudChat.EVENT.KICKED_OUT, (event) => {
  const type: string = event.data.type;
  const name: 'kickedOut' = event.name;
  return [type, name, type === TencentCloudChat.TYPES.KICKED_OUT_MULT_ACCOUNT];
});
chat.on(TencentCloudChat.EVENT.NET_STATE_CHANGE, ({ data: { state } }) => {
  // @ts-expect-error there is no such state
  if (state === 'offline') chat.setLogLevel(4);
});
chat.on(TencentCloudChat.EVENT.MESSAGE_RECEIVED, ({ data }) => {
  for (const message of data) {
    if (message.type !== TencentCloudChat.TYPES.MSG_TEXT) continue;
    const text: string = message.payload.text;
    chat.setLogLevel(text.length);
    // @ts-expect-error a text has no data
    const data: unknown = message.payload.data;
    chat.setLogLevel(Number(data));
  }
});
// An event whose data this version does not know.
chat.on(TencentCloudChat.EVENT.PROFILE_UPDATED, ({ data }: { data: unknown }) => data);
chat.off('any name', () => undefined, {});
// @ts-expect-error a handler is needed
chat.on(TencentCloudChat.EVENT.SDK_READY);

export async function session(): Promise<boolean> {
  try {
    const { data } = await chat.login({ userID: 'alice', userSig: '' });
    const repeated: boolean = data.repeatLogin === true;
    const done: IMResponse<object> = await chat.logout();
    return repeated && done.code === 0;
  } catch (error) {
    return error instanceof IMError && error.code === 70001;
  }
}
// @ts-expect-error the names are userID and userSig
void chat.login({ UserID: 'alice', UserSig: '' });

const time: number = chat.getServerTime();
const ready: boolean = chat.isReady();
const toBob = { to: 'bob', conversationType: TencentCloudChat.TYPES.CONV_C2C };
const message = chat.createTextMessage({ ...toBob, payload: { text: 'hello' } });
void chat.sendMessage(message, { onlineUserOnly: true }).then(({ data }) => data.message.status === 'success');
void chat.resendMessage(chat.createForwardMessage({ ...toBob, payload: message }));
void chat.sendMessage(chat.createCustomMessage({ ...toBob, payload: { data: '{}' } }));
const found: Message | null = chat.findMessage(message.ID);
// @ts-expect-error a text message needs a text
chat.createTextMessage({ ...toBob, payload: {} });
// @ts-expect-error a groupID is needed
void chat.joinGroup({});

const mutiple: 'mutipleAccount' = TIM.TYPES.KICKED_OUT_MULT_ACCOUNT;
const bot: Chat = TIM.createClient({ SDKAppID: '1' });
export const kept = [time, ready, mutiple, bot, found] as const;

// Messages with files take what pages have; their payloads are known by the function.
declare const input: { readonly files: ArrayLike<Blob> | null };
const withImage = chat.createImageMessage({
  to: 'bob',
  conversationType: TencentCloudChat.TYPES.CONV_C2C,
  payload: { file: input },
  onProgress: (progress: number) => progress * 100,
});
export const firstUrl: string | undefined = withImage.payload.imageInfoArray[0]?.url;
chat.createVideoMessage({
  to: 'bob',
  conversationType: 'C2C',
  payload: { file: new Blob([]), snapshotFile: new Blob([]), duration: 3 },
});
// @ts-expect-error -- a path is no file
chat.createFileMessage({ to: 'bob', conversationType: 'C2C', payload: { file: '/etc/passwd' } });
