/**
 * A bot that repeats what it is told: one-to-one always, in a group when it is mentioned. It marks as read what it has
 * answered, comes back by itself after the network or the server was away, and ends on Ctrl-C.
 * `npm run build && node samples/dist/echo-bot.js`
 *
 * Without an address a server is started here, and a command is shown to talk to the bot. With --server, --app, --user
 * and --sig (or TIM_SECRET_KEY in the environment) it works on a server elsewhere.
 */
import { createClient, TIMConvType, TIMElemType, TIMNetworkStatus, type Message } from 'tim-node';
import { promisify } from 'tim-node/promises';
import { textOf } from './message-text.js';
import { openPlace } from './place.js';
import { printable } from './printable.js';
import { say } from './transcript.js';

/** Put to every answer, so that two bots do not answer each other for ever. */
const MARK = 'echo-bot';

const place = await openPlace('echo');
const [userId] = place.users;
const bot = promisify(createClient());

let stop: (why: string, exitCode?: number) => void = () => undefined;
const stopped = new Promise<void>((resolve) => {
  stop = (why, exitCode = 0) => {
    say(userId, why);
    process.exitCode = exitCode;
    resolve();
  };
});
process.once('SIGINT', () => stop('stops'));

const isForMe = (message: Message): boolean =>
  message.message_is_from_self !== true &&
  message.message_cloud_custom_str !== MARK &&
  textOf(message) !== '' &&
  (message.message_conv_type === TIMConvType.kTIMConv_C2C ||
    message.message_group_at_user_array?.includes(userId) === true);

async function answer(message: Message): Promise<void> {
  const { message_conv_id: id = '', message_conv_type: type = TIMConvType.kTIMConv_C2C } = message;
  const { message_sender: sender = '', message_seq: seq = 0, message_server_time: time = 0 } = message;
  const isGroup = type === TIMConvType.kTIMConv_Group;
  say(userId, printable(`${isGroup ? `${id}, ` : ''}${sender}: ${textOf(message)}`));
  await bot.TIMMsgSendMessage(id, type, {
    message_elem_array: [{ elem_type: TIMElemType.kTIMElem_Text, text_elem_content: textOf(message) }],
    message_cloud_custom_str: MARK,
    ...(isGroup ? { message_group_at_user_array: [sender] } : {}),
  });
  if (isGroup) await bot.TIMConvCleanConversationUnreadMessageCount(`group_${id}`, 0, Number(seq));
  else await bot.TIMConvCleanConversationUnreadMessageCount(`c2c_${id}`, Number(time), 0);
}

// One after another, so that answers come in the order of the questions.
let answers = Promise.resolve();
bot.TIMAddRecvNewMsgCallback((json) => {
  for (const message of (JSON.parse(json) as Message[]).filter(isForMe)) {
    answers = answers
      .then(() => answer(message))
      .catch((error: unknown) => say(userId, `no answer: ${printable(String(error))}`));
  }
});

// The SDK reconnects, logs in again and fetches what was missed; there is nothing to do here but to tell.
bot.TIMSetNetworkStatusListenerCallback((status) => {
  if (status === TIMNetworkStatus.kTIMConnected) say(userId, 'connected');
  if (status === TIMNetworkStatus.kTIMDisconnected) say(userId, 'disconnected, tries again');
});
// Somebody else is this bot now. To log in again would only take it away from him.
bot.TIMSetKickedOfflineCallback((_userData, { reason }) => stop(`was kicked (${reason})`, 1));
bot.TIMSetUserSigExpiredCallback(() => {
  login().catch((error: unknown) => stop(printable(String(error)), 1));
});

async function login(): Promise<void> {
  const userSig = place.signFor(userId);
  if (userSig === undefined) throw new Error('the UserSig has ended, and there is no other');
  await bot.TIMLogin(userId, userSig);
  say(userId, 'is logged in; Ctrl-C ends it');
}

bot.TIMInit(place.sdkAppId, { sdk_config_server_url: place.url });
try {
  await login();
  if (place.isOwn) {
    const address = `--server ${place.url} --app ${place.sdkAppId}`;
    say(userId, `node samples/dist/group-chat.js ${address} --user alice --sig ${place.signFor('alice') ?? ''}`);
  }
} catch (error) {
  stop(printable(String(error)), 1);
}

await stopped;
await answers;
bot.TIMUninit();
await place.close();
