/**
 * A thousand accounts in one process, with a live count. `npm run build && node samples/dist/many-bots.js [count]`
 *
 * With TIM_SERVER_URL, TIM_APP_ID and TIM_SECRET_KEY set, the bots go to that server; otherwise one is started here.
 */
import { createServer } from '@tim-node/server';
import { createClient, type TimClient } from 'tim-node';
import { genUserSig } from 'tim-node/usersig';

const COUNT = Number(process.argv[2] ?? 1000);
/** Logins under way at the same time. */
const ABREAST = 100;

const { TIM_SERVER_URL: url, TIM_APP_ID: appId, TIM_SECRET_KEY: secretKey } = process.env;
const server =
  url !== undefined && appId !== undefined && secretKey !== undefined
    ? { url, sdkAppId: Number(appId), secretKey, close: () => Promise.resolve() }
    : await createServer();

const count = { online: 0, greeted: 0, failed: 0 };

/** One line that is written over on a terminal, and now and then a line elsewhere. */
let shown = 0;
function show(force = false): void {
  const total = count.online + count.failed + count.greeted;
  if (!force && total - shown < (process.stdout.isTTY ? 7 : COUNT / 4)) return;
  shown = total;
  const memory = (process.memoryUsage().rss / 2 ** 20).toFixed(0);
  const line = `online ${count.online} of ${COUNT}, greeted ${count.greeted}, failed ${count.failed}, ${memory} MB`;
  process.stdout.write(process.stdout.isTTY ? `\r${line}  ` : `${line}\n`);
}

function login(index: number): Promise<TimClient> {
  const userId = `bot-${index}`;
  const bot = createClient();
  bot.TIMInit(server.sdkAppId, { sdk_config_server_url: server.url });
  bot.TIMAddRecvNewMsgCallback(() => {
    count.greeted += 1;
    show();
    if (count.greeted === COUNT - 1) everybodyGreeted();
  }, null);
  const userSig = genUserSig({ sdkAppId: server.sdkAppId, secretKey: server.secretKey, userId });
  return new Promise((resolve, reject) => {
    bot.TIMLogin(
      userId,
      userSig,
      (code, desc) => {
        if (code === 0) count.online += 1;
        else count.failed += 1;
        show();
        if (code === 0) resolve(bot);
        else reject(new Error(`${userId}: ${code} ${desc}`));
      },
      null,
    );
  });
}

let everybodyGreeted: () => void = () => undefined;
const greetings = new Promise<void>((resolve) => {
  everybodyGreeted = resolve;
});

const start = performance.now();
const bots: TimClient[] = [];
let next = 0;
await Promise.all(
  Array.from({ length: Math.min(ABREAST, COUNT) }, async () => {
    while (next < COUNT) {
      const index = next++;
      bots[index] = await login(index);
    }
  }),
);
const seconds = (performance.now() - start) / 1000;
show(true);
console.log(`\n${COUNT} accounts logged in within ${seconds.toFixed(1)} s`);

// Each bot says hello to the one before it.
for (const [index, bot] of bots.entries()) {
  const message = { message_elem_array: [{ elem_type: 0, text_elem_content: `Hello, I am bot-${index}` }] };
  if (index > 0) bot.TIMMsgSendMessage(`bot-${index - 1}`, 1, message, null, null, null);
}
await greetings;
show(true);

for (const bot of bots) bot.TIMUninit();
await server.close();
console.log('\nall gone');
