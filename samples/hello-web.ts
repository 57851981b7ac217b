/**
 * The Web style: promises and events, as in Tencent's Web SDK. `npm run build && node samples/dist/hello-web.js`
 */
import { once } from 'node:events';
import { createServer } from '@tim-node/server';
import TencentCloudChat from 'tim-node/web';
import { say } from './transcript.js';

const server = await createServer();
say('server', `listens on ${server.url} for app ${server.sdkAppId}`);

const chat = TencentCloudChat.create({ SDKAppID: server.sdkAppId, serverURL: server.url });
const { EVENT, TYPES } = TencentCloudChat;
const happened = new EventTarget();

chat.on(EVENT.SDK_READY, () => say('alice', `SDK_READY, isReady() is ${chat.isReady()}`));
chat.on(EVENT.SDK_NOT_READY, () => say('alice', `SDK_NOT_READY, isReady() is ${chat.isReady()}`));
chat.on(EVENT.KICKED_OUT, ({ data }: { data: { type: string } }) => {
  const why = data.type === TYPES.KICKED_OUT_MULT_ACCOUNT ? 'by another page' : data.type;
  say('alice', `KICKED_OUT ${why}`);
  happened.dispatchEvent(new Event('kicked'));
});

await chat.login({ userID: 'alice', userSig: server.genUserSig('alice') });
say('alice', `login resolved, getLoginUser() is "${chat.getLoginUser()}"`);

const again = await chat.login({ userID: 'alice', userSig: server.genUserSig('alice') });
say('alice', `login once more: ${JSON.stringify(again.data)}`);

// A second page of the same account: the newest stays.
const kicked = once(happened, 'kicked');
const secondPage = TencentCloudChat.createClient({ SDKAppID: server.sdkAppId, serverURL: server.url });
await secondPage.login({ userID: 'alice', userSig: server.genUserSig('alice') });
await kicked;
await secondPage.destroy();

try {
  await chat.login({ userID: 'alice', userSig: server.genUserSig('bob') });
} catch (error) {
  say('alice', `login with somebody else's UserSig: ${String(error)}`);
}
await chat.login({ userID: 'alice', userSig: server.genUserSig('alice') });
await chat.logout();
say('alice', `logged out, getLoginUser() is "${chat.getLoginUser()}"`);
await chat.destroy().catch(() => undefined);
await server.close();
say('server', 'closed');
