/**
 * The Unity style: the four functions of the sample code on Tencent's "Login and Logout (Unity)" page, line for line
 * in TypeScript, run one after another. `npm run build && node samples/dist/hello-unity.js`
 */
import { once } from 'node:events';
import {
  createUnityClient,
  StringBuilder,
  TencentIMSDK,
  TIMLoginStatus,
  type SdkConfig,
  type TIMResult,
} from 'tim-node';
import { createServer } from '@tim-node/server';
import { say } from './transcript.js';

const server = await createServer();
say('server', `listens on ${server.url} for app ${server.sdkAppId}`);

// On a real system your own backend makes the UserSig; only it knows the secret key.
let userid = 'alice';
let user_sig = server.genUserSig(userid);

const happened = new EventTarget();
const callbackCame = (): boolean => happened.dispatchEvent(new Event('callback'));

function Login(): void {
  if (userid === '' || user_sig === '') {
    return;
  }
  const res: TIMResult = TencentIMSDK.Login(
    userid,
    user_sig,
    (code: number, desc: string, json_param: string, user_data: string) => {
      say(userid, `Login: callback ${code} "${desc}", json_param "${json_param}", user_data ${user_data}`);
      callbackCame();
    },
  );
  say(userid, `Login returns ${res}`);
}

function GetLoginUserID(): void {
  const userId = new StringBuilder(128);
  const res: TIMResult = TencentIMSDK.GetLoginUserID(userId);
  say(userid, `GetLoginUserID returns ${res} and gives "${userId.ToString()}"`);
}

function GetLoginStatus(): void {
  const res: TIMLoginStatus = TencentIMSDK.GetLoginStatus();
  say(userid, `GetLoginStatus: ${Object.entries(TIMLoginStatus).find(([, value]) => value === res)?.[0] ?? '?'}`);
}

function Logout(): void {
  const res: TIMResult = TencentIMSDK.Logout((code: number, desc: string, json_param: string, user_data: string) => {
    say(userid, `Logout: callback ${code} "${desc}", json_param "${json_param}", user_data ${user_data}`);
    callbackCame();
  });
  say(userid, `Logout returns ${res}`);
}

/** Does something and waits until it has come to an event. */
async function until(event: string, act: () => void): Promise<void> {
  const came = once(happened, event);
  act();
  await came;
}

// The two events of the page: each calls for a new login.
TencentIMSDK.SetKickedOfflineCallback((user_data: string) => {
  say(userid, `KickedOfflineCallback, user_data ${user_data}`);
  happened.dispatchEvent(new Event('kicked'));
});
TencentIMSDK.SetUserSigExpiredCallback((user_data: string) => {
  say(userid, `UserSigExpiredCallback, user_data ${user_data}`);
  happened.dispatchEvent(new Event('expired'));
});

const sdkConfig: SdkConfig = { sdk_config_server_url: server.url };
const res: TIMResult = TencentIMSDK.Init(server.sdkAppId, sdkConfig);
say(userid, `Init returns ${res}`);

await until('callback', Login);
GetLoginUserID();
GetLoginStatus();

// A second device with the same account: the newest stays.
const kicked = once(happened, 'kicked');
const secondDevice = createUnityClient();
await until('callback', () => {
  secondDevice.Init(server.sdkAppId, sdkConfig);
  secondDevice.Login(userid, user_sig, (code: number, desc: string, user_data: string) => {
    say('device 2', `Login: callback ${code} "${desc}", user_data ${user_data}`);
    callbackCame();
  });
});
await kicked;
secondDevice.Uninit();
GetLoginUserID();
GetLoginStatus();

// A UserSig that ends while nothing happens.
user_sig = server.genUserSig(userid, 2);
await until('callback', Login);
await until('expired', GetLoginStatus);
user_sig = server.genUserSig(userid);
await until('callback', Login);

// Another user: the SDK logs alice out by itself.
userid = 'bob';
user_sig = server.genUserSig(userid);
await until('callback', Login);
GetLoginUserID();

await until('callback', Logout);
GetLoginStatus();
say(userid, `Uninit returns ${TencentIMSDK.Uninit()}`);
await server.close();
say('server', 'closed; nothing is left running, so this process ends by itself');
