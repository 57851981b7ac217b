// Our clients: accounts of the SDK, in one process.
import { createClient } from 'tim-node';
import { genUserSig } from 'tim-node/usersig';
import { parameters, pool, quantile, serve, settledMemory, settledUsage } from '../tools.mjs';
import { throughput } from './load.mjs';

const { url, sdkAppId, secretKey } = parameters();
const clients = [];
let heard = 0;
console.log('{}');

const sign = (userId) => genUserSig({ sdkAppId, secretKey, userId });

const called = (call) =>
  new Promise((resolve, reject) => {
    const result = call((code, desc, json) => (code === 0 ? resolve(json) : reject(new Error(`${code} ${desc}`))));
    if (result !== 0) reject(new Error(`not accepted: ${result}`));
  });

async function login(userId, userSig = sign(userId), { folder, onReceived } = {}) {
  const client = createClient();
  const config = folder === undefined ? {} : { sdk_config_config_file_path: folder };
  client.TIMInit(sdkAppId, { sdk_config_server_url: url, ...config });
  if (onReceived !== undefined) client.TIMAddRecvNewMsgCallback(onReceived, null);
  await called((cb) => client.TIMLogin(userId, userSig, cb, null));
  clients.push(client);
  return client;
}

/** By itself, because whoever waits for something else with the text at hand keeps it meanwhile. */
async function countConversations(client) {
  return JSON.parse(await called((cb) => client.TIMConvGetConvList(cb, null))).length;
}

/** The SDK under the load of `load.mjs`. */
const peer = {
  async connect(name, onText) {
    const onReceived = (json) => {
      for (const message of JSON.parse(json)) onText(message.message_elem_array[0].text_elem_content);
    };
    const client = await login(name, sign(name), { onReceived });
    return {
      send: (to, text, onStored) => client.TIMMsgSendMessage(to, 1, textMessage(text), null, onStored, null),
    };
  },
};

const textMessage = (text) => JSON.stringify({ message_elem_array: [{ elem_type: 0, text_elem_content: text }] });

/** Checks messages against what `fill.mjs` has made: `senders` conversations in turn, each in order. */
function checkInTurn(senders, total, finished, failed) {
  let received = 0;
  return (json) => {
    // Cheaper than to parse all of it, which is the app's business and not the SDK's.
    for (const [, number, sender] of json.matchAll(/"text_elem_content":"#(\d+) (\d+) /g)) {
      const expected = [Math.floor(received / senders) + 1, received % senders];
      if (Number(number) !== expected[0] || Number(sender) !== expected[1]) {
        failed(new Error(`#${number} of ${sender} instead of #${expected[0]} of ${expected[1]}`));
      }
      received += 1;
    }
    if (received === total) finished();
  };
}

/** A backend makes UserSigs, not the client: they are ready before anything is measured. As bytes, which are no texts. */
const signed = [];
const userNamed = (number) => `user-${number}`;

const requests = {
  sign({ count }) {
    while (signed.length < count) signed.push(Buffer.from(sign(userNamed(signed.length))));
    return {};
  },

  async connect({ count, abreast }) {
    const first = clients.length;
    requests.sign({ count: first + count });
    const start = performance.now();
    await pool(count, abreast, (index) => login(userNamed(first + index), signed[first + index].toString()));
    return { seconds: (performance.now() - start) / 1000 };
  },

  memory: async () => ({ rss: await settledMemory() }),

  /** Has the conversations of a user. */
  async keepConversations({ userId, folder }) {
    const client = await login(userId, sign(userId), { folder });
    const count = await countConversations(client);
    return { count, ...(await settledUsage()) };
  },

  /** Keeps the messages that a user gets. */
  async keepMessages({ userId, folder }) {
    await login(userId, sign(userId), { folder, onReceived: (json) => (heard += JSON.parse(json).length) });
    return {};
  },

  /** Memory when so many messages are kept. */
  async usage({ count }) {
    while (heard < count) await new Promise((resolve) => setTimeout(resolve, 20));
    return { count: heard, ...(await settledUsage()) };
  },

  async cpu({ seconds }) {
    const before = process.cpuUsage();
    await new Promise((resolve) => setTimeout(resolve, seconds * 1000));
    const { user, system } = process.cpuUsage(before);
    return { share: (user + system) / 1e6 / seconds };
  },

  async roundTrips({ count, text }) {
    const [a, b] = [await login('a'), await login('b')];
    const json = textMessage(text);
    const milliseconds = [];
    let answered;
    b.TIMAddRecvNewMsgCallback(() => b.TIMMsgSendMessage('a', 1, json, null, null, null), null);
    a.TIMAddRecvNewMsgCallback(() => answered(), null);
    for (let id = 0; id < count; id += 1) {
      const start = performance.now();
      const answer = new Promise((resolve) => {
        answered = resolve;
      });
      a.TIMMsgSendMessage('b', 1, json, null, null, null);
      await answer;
      milliseconds.push(performance.now() - start);
    }
    const warm = milliseconds.slice(count / 5);
    return { p50: quantile(warm, 0.5), p99: quantile(warm, 0.99) };
  },

  /** Logs a user in who has missed messages: the time until the last of them was told. */
  async catchUp({ userId, senders, total, folder }) {
    const cpu = process.cpuUsage();
    const start = performance.now();
    await new Promise((resolve, reject) => {
      const onReceived = checkInTurn(senders, total, resolve, reject);
      login(userId, sign(userId), { folder, onReceived }).catch(reject);
    });
    const seconds = (performance.now() - start) / 1000;
    const { user, system } = process.cpuUsage(cpu);
    return { perSecond: total / seconds, cpu: (user + system) / 1e6 };
  },

  throughput: (load) => throughput(peer, load),
};

await serve(
  ({ what, ...details }) => requests[what](details),
  () => {
    for (const client of clients) client.TIMUninit();
  },
);
