/**
 * The whole life of a login, in the callback style of the C API: two accounts, a server of one's own.
 * `npm start` runs it.
 */
import { once } from 'node:events';
import {
  createClient,
  StringBuilder,
  TIMAddRecvNewMsgCallback,
  TIMConvType,
  TIMElemType,
  TIMGetLoginStatus,
  TIMGetLoginUserID,
  TIMInit,
  TIMLogin,
  TIMLoginStatus,
  TIMLogout,
  TIMResult,
  TIMSetKickedOfflineCallback,
  TIMSetUserSigExpiredCallback,
  TIMUninit,
  type TIMCommCallback,
} from 'tim-node';
import { createServer } from '@tim-node/server';
import { say } from './transcript.js';

// A server in this process, on a free port, with a temporary data folder. `npm run server` starts one that stays.
const server = await createServer();
say('server', `listens on ${server.url} for app ${server.sdkAppId}`);

/** On a real system your own backend makes the UserSig; only it knows the secret key. */
const signFor = (userId: string, seconds?: number): string => server.genUserSig(userId, seconds);

const statusName = (): string =>
  Object.entries(TIMLoginStatus).find(([, value]) => value === TIMGetLoginStatus())?.[0] ?? '?';

/** Calls a function of the API and waits for its callback. */
async function callback(who: string, what: string, call: (cb: TIMCommCallback) => number): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    const result = call((code, desc) => {
      say(who, code === 0 ? `${what}: callback 0` : `${what}: callback ${code} ${desc}`);
      if (code === 0) resolve();
      else reject(new Error(`${what}: ${code} ${desc}`));
    });
    if (result !== TIMResult.TIM_SUCC) reject(new Error(`${what}: not accepted, ${result}`));
  });
}

// Events are set before Init, so that none is missed.
const happened = new EventTarget();
TIMSetKickedOfflineCallback((_userData, { reason, byPlatform }) => {
  say('alice', `kicked offline (${reason} by ${byPlatform ?? 'the server'}), status ${statusName()}`);
  happened.dispatchEvent(new Event('kicked'));
}, null);
TIMSetUserSigExpiredCallback(() => {
  say('alice', `UserSig expired while idle, status ${statusName()}`);
  happened.dispatchEvent(new Event('expired'));
}, null);
TIMAddRecvNewMsgCallback((json) => {
  for (const message of JSON.parse(json) as { message_sender: string; message_elem_array: object[] }[]) {
    say('alice', `received from ${message.message_sender}: ${JSON.stringify(message.message_elem_array)}`);
  }
  happened.dispatchEvent(new Event('message'));
}, null);

const config = { sdk_config_server_url: server.url };
const accepted = TIMInit(server.sdkAppId, config);
say('alice', `TIMInit returns ${accepted}, status ${statusName()}`);

await callback('alice', 'TIMLogin', (cb) => TIMLogin('alice', signFor('alice'), cb, null));
const user = new StringBuilder(128);
TIMGetLoginUserID(user);
say('alice', `TIMGetLoginUserID gives "${user.toString()}", status ${statusName()}`);

// The second account is a client of its own; any number of them fit into one process.
const bob = createClient();
bob.TIMInit(server.sdkAppId, config);
await callback('bob', 'TIMLogin', (cb) => bob.TIMLogin('bob', signFor('bob'), cb, null));

const received = once(happened, 'message');
const text = { elem_type: TIMElemType.kTIMElem_Text, text_elem_content: 'Hello, Alice!' };
const messageId = new StringBuilder(128);
await callback('bob', 'TIMMsgSendMessage', (cb) =>
  bob.TIMMsgSendMessage('alice', TIMConvType.kTIMConv_C2C, { message_elem_array: [text] }, messageId, cb, null),
);
await received;

// The same account logs in once more on the same platform: the newest stays, the earliest goes.
const kicked = once(happened, 'kicked');
const secondInstance = createClient();
secondInstance.TIMInit(server.sdkAppId, config);
await callback('alice 2', 'TIMLogin', (cb) => secondInstance.TIMLogin('alice', signFor('alice'), cb, null));
await kicked;
secondInstance.TIMUninit();

// A UserSig that ends soon.
await callback('alice', 'TIMLogin for 2 seconds', (cb) => TIMLogin('alice', signFor('alice', 2), cb, null));
await once(happened, 'expired');
await callback('alice', 'TIMLogin with a fresh UserSig', (cb) => TIMLogin('alice', signFor('alice'), cb, null));

// Another user: the SDK logs alice out by itself.
await callback('carol', 'TIMLogin (account switch)', (cb) => TIMLogin('carol', signFor('carol'), cb, null));
TIMGetLoginUserID(user);
say('carol', `TIMGetLoginUserID gives "${user.toString()}"`);

await callback('carol', 'TIMLogout', (cb) => TIMLogout(cb, null));
say('carol', `status ${statusName()}, TIMUninit returns ${TIMUninit()}`);
bob.TIMUninit();
await server.close();
say('server', 'closed; nothing is left running, so this process ends by itself');
