// Compiled, not run: what the types of the Unity style allow.
import {
  asJson,
  createClient,
  createUnityClient,
  StringBuilder,
  TencentIMSDK,
  TIMConvType,
  TIMElemType,
  TIMFollowType,
  TIMInternalOperation,
  type ConvInfo,
  type ConvParam,
  type KickedOfflineCallback,
  type Message,
  type NullValueCallback,
  type RecvNewMsgStringCallback,
  type SdkConfig,
  type TIMLoginStatus,
  type TIMResult,
  type UnityClient,
  type ValueCallback,
} from 'tim-node';

export const config: SdkConfig = { sdk_config_config_file_path: './cache', sdk_config_log_file_path: './log' };
export const result: TIMResult = TencentIMSDK.Init(1400000001, config);
TencentIMSDK.Init(1400000001n, JSON.stringify(config), true);
// @ts-expect-error -- an app id is no text
TencentIMSDK.Init('1400000001', config);

const onLogin: NullValueCallback = (code, desc, userData) => {
  const all: [number, string, string] = [code, desc, userData];
  return all;
};
TencentIMSDK.Login('alice', 'sig', onLogin);
TencentIMSDK.Login('alice', 'sig', (code: number, desc: string, json: string, userData: string) => [
  code,
  desc,
  json,
  userData,
]);
TencentIMSDK.Login('alice', 'sig');
TencentIMSDK.Login('alice', 'sig', null);
// @ts-expect-error -- the UserSig is missing
TencentIMSDK.Login('alice');
// @ts-expect-error -- the user data is made by the SDK
TencentIMSDK.Login('alice', 'sig', onLogin, 'user data');

const onList: ValueCallback<ConvInfo[]> = (_code, _desc, list, userData) => {
  const first: ConvInfo | undefined = list?.[0];
  return [first, userData];
};
TencentIMSDK.ConvGetConvList(onList);
TencentIMSDK.ConvGetConvList(asJson((_code, _desc, json) => json.length));
// @ts-expect-error -- data is no text without asJson
TencentIMSDK.ConvGetConvList((_code, _desc, data: string) => data.length);

const which: ConvParam = { get_conversation_list_param_conv_id: 'bob' };
TencentIMSDK.ConvGetConvInfo([which], (_code, _desc, list) => list?.length);

const message: Message = {
  message_elem_array: [{ elem_type: TIMElemType.kTIMElem_Text, text_elem_content: 'hi' }],
};
const id = new StringBuilder(128);
TencentIMSDK.MsgSendMessage('bob', TIMConvType.kTIMConv_C2C, message, id, (_code, _desc, sent) => sent?.message_seq);
// @ts-expect-error -- no such type of conversation
TencentIMSDK.MsgSendMessage('bob', 7, message, id);

const onKick: KickedOfflineCallback = (userData, { reason }) => [userData, reason];
TencentIMSDK.SetKickedOfflineCallback(onKick);
TencentIMSDK.SetKickedOfflineCallback(() => undefined);
TencentIMSDK.RemoveKickedOfflineCallback(onKick);
TencentIMSDK.RemoveKickedOfflineCallback();
// @ts-expect-error -- there is no JSON in this one
TencentIMSDK.SetKickedOfflineCallback(onKick, onKick);

const asText: RecvNewMsgStringCallback = (json, userData) => [json.length, userData];
TencentIMSDK.AddRecvNewMsgCallback((messages, userData) => [messages[0]?.message_sender, userData], asText);
TencentIMSDK.RemoveRecvNewMsgCallback(null, asText);
TencentIMSDK.SetNetworkStatusListenerCallback((status, code, desc, userData) => [status, code, desc, userData]);

const { GetLoginStatus, GetServerTime, GetSDKVersion } = TencentIMSDK;
export const status: TIMLoginStatus = GetLoginStatus();
export const time: number = GetServerTime();
export const version: string = GetSDKVersion();
export const user: TIMResult = TencentIMSDK.GetLoginUserID(id);

TencentIMSDK.CallExperimentalAPI({
  request_internal_operation: TIMInternalOperation.internal_operation_set_ui_platform,
  request_set_ui_platform_param: 5,
});
export const follows: TIMFollowType = TIMFollowType.kTIMFollowType_InBothFollowersList;

export const another: UnityClient = createUnityClient();
export const over: UnityClient = createUnityClient(createClient());
// @ts-expect-error -- functions cannot be replaced by accident
another.Login = onLogin;
// @ts-expect-error -- C names belong to the C style
export type InC = UnityClient['TIMLogin'];

// Conversations and messages take objects of their classes or JSON text, and give objects of their classes.
TencentIMSDK.SetConvConversationGroupCreatedCallback((name, conversations) => [name, conversations[0]?.conv_id]);
TencentIMSDK.SetConvConversationsAddedToGroupCallback(null, (name: string, json: string) => name + json);
TencentIMSDK.ConvCreateConversationGroup('work', ['c2c_bob'], (_code, _desc, results) => {
  const failed: number | undefined = results?.[0]?.conversation_operation_result_result_code;
  return failed;
});
TencentIMSDK.ConvGetConversationListByFilter(
  {},
  0,
  10,
  (_code, _desc, page) => page?.conversation_list_result_conv_list,
);
TencentIMSDK.MsgGetMsgList('bob', TIMConvType.kTIMConv_C2C, { msg_getmsglist_param_count: 1 }, (_code, _desc, list) => {
  const first: Message | undefined = list?.[0];
  return first;
});
TencentIMSDK.MsgSendMessageReadReceipts([message], (code: number) => code);
TencentIMSDK.MsgSendMessageReadReceipts(JSON.stringify([message]), (code: number) => code);
// @ts-expect-error -- a text is no list of messages
TencentIMSDK.MsgSendMessageReadReceipts([1], (code: number) => code);
