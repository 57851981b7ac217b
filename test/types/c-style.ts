// Compiled, not run: what the types of the C style and its promises allow.
import {
  createClient,
  StringBuilder,
  TIMConvType,
  TIMElemType,
  TIMErrCode,
  TIMError,
  TIMGetLoginUserID,
  TIMInit,
  TIMLogin,
  TIMLoginStatus,
  TIMMsgSendMessage,
  TIMSetKickedOfflineCallback,
  TIMSetNetworkStatusListenerCallback,
  type Json,
  type Kick,
  type Message,
  type SdkConfig,
  type TIMCommCallback,
  type TimClient,
  type TIMResult,
} from 'tim-node';
import { promisify, TIMGetLoginUserID as whoAmI, TIMMsgSendMessage as send } from 'tim-node/promises';

export const config: SdkConfig = { sdk_config_server_url: 'wss://chat.example', sdk_config_platform: 'Windows' };
export const result: TIMResult = TIMInit(1400000001, config);
TIMInit(1400000001n, JSON.stringify(config));
TIMInit(1400000001, null);
TIMInit(1400000001);
// @ts-expect-error -- an app id is no text
TIMInit('1400000001');
// @ts-expect-error -- no such platform
TIMInit(1, { sdk_config_platform: 'Toaster' });

const callback: TIMCommCallback = (code, desc, json, userData) => {
  const all: [number, string, string, unknown] = [code, desc, json, userData];
  if (code === TIMErrCode.ERR_SDK_NOT_INITIALIZED) throw new TIMError(code, all[1]);
};
TIMLogin('alice', 'sig', callback, { any: 'thing' });
TIMLogin('alice', 'sig', null);
TIMLogin('alice', 'sig');
// @ts-expect-error -- the UserSig is missing
TIMLogin('alice');

TIMSetKickedOfflineCallback((_userData, kick: Kick) => kick.reason);
TIMSetKickedOfflineCallback(() => undefined);
TIMSetKickedOfflineCallback(null);
TIMSetNetworkStatusListenerCallback((status, code, desc, userData) => [status, code, desc, userData]);

const message: Message = {
  message_elem_array: [{ elem_type: TIMElemType.kTIMElem_Text, text_elem_content: 'hi' }],
  message_seq: 18446744073709551615n,
};
TIMMsgSendMessage('bob', TIMConvType.kTIMConv_C2C, message, new StringBuilder(128), callback);
TIMMsgSendMessage('bob', TIMConvType.kTIMConv_C2C, JSON.stringify({}), Buffer.alloc(128), callback, 1);
// @ts-expect-error -- the buffer may be null, but not left out
TIMMsgSendMessage('bob', TIMConvType.kTIMConv_C2C, message, callback);

export const json: Json<Message> = '{}';
export const code: TIMResult = TIMGetLoginUserID(new StringBuilder());
export const text: string = whoAmI();

export async function many(client: TimClient): Promise<bigint | number | string | undefined> {
  const other = createClient();
  other.TIMLogin('bob', 'sig', callback);
  const status: TIMLoginStatus = client.TIMGetLoginStatus();
  if (status !== TIMLoginStatus.kTIMLoginStatus_Logined) await promisify(client).TIMLogin('alice', 'sig');
  const { message_unique_id: id } = await send('bob', TIMConvType.kTIMConv_C2C, message);
  return id;
}
