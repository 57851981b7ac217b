import { ERRORS } from '@tim-node/protocol';
import { createServer, OptionError, type ProviderCall, type Providers } from '@tim-node/server';
import { logIn, refusal } from '../../support/raw-client.js';
import { NO_HEARTBEAT, ServerClock, servers } from '../../support/server.js';
import { waitFor } from '../../support/wait.js';

const { start } = servers();
const TEXTS = { texts: ['good', 'bad'], source: 'en', target: 'de' };
const SOUND = { url: 'http://127.0.0.1/sound', language: 'en' };

const WORDS = { words: ['x'], every: false, limit: 10 };

test('a server that was given nothing says so', async () => {
  const { client } = await logIn(await start(), 'alice');
  const { code } = ERRORS.notSupported;
  expect(await refusal(client.ask('msg.translate', TEXTS))).toMatchObject({ code });
  expect(await refusal(client.ask('msg.voiceToText', SOUND))).toMatchObject({ code });
  expect(await refusal(client.ask('msg.search', WORDS))).toMatchObject({ code });
  await client.close();
});

test('providers are told what is wanted and by whom', async () => {
  const asked: unknown[] = [];
  const note = (params: object, { sdkAppId, userId, signal }: ProviderCall): void => {
    asked.push({ ...params, sdkAppId, userId, aborted: signal.aborted });
  };
  const providers: Providers = {
    translate: async (params, call) => {
      note(params, call);
      return params.texts.map((text) => `${params.target}:${text}`);
    },
    voiceToText: async (params, call) => {
      note(params, call);
      return 'what was said';
    },
  };
  const server = await start({ providers });
  const { client } = await logIn(server, 'alice');
  expect(await client.ask('msg.translate', TEXTS)).toEqual({ texts: ['de:good', 'de:bad'] });
  expect(await client.ask('msg.voiceToText', SOUND)).toEqual({ text: 'what was said' });
  const who = { sdkAppId: server.sdkAppId, userId: 'alice', aborted: false };
  expect(asked).toEqual([
    { ...TEXTS, ...who },
    { ...SOUND, ...who },
  ]);
  await client.close();
});

test.each<[string, NonNullable<Providers['translate']>]>([
  [
    'rejects',
    async () => {
      throw new Error('secret of the provider');
    },
  ],
  [
    'throws',
    () => {
      throw new TypeError('secret of the provider');
    },
  ],
  ['answers with too few', async () => ['one']],
  ['answers with nothing', async () => undefined as unknown as string[]],
  ['answers with numbers', async () => [1, 2] as unknown as string[]],
  ['answers with what is no text', async () => ['a\ud800', 'b\u0000']],
])('a provider that %s: an error that says which one, and nothing of its own', async (_what, translate) => {
  const { client } = await logIn(await start({ providers: { translate } }), 'alice');
  const error = await refusal(client.ask('msg.translate', TEXTS));
  expect(error.code).toBe(ERRORS.messageInternal.code);
  expect(error.desc).toContain('translate');
  expect(error.desc).not.toContain('secret');
  await client.send('alice', 'the connection goes on');
  await client.close();
});

test('a provider that never answers is given up, and told so', async () => {
  const clock = new ServerClock();
  let signal: AbortSignal | undefined;
  const voiceToText: Providers['voiceToText'] = (_params, call) => {
    ({ signal } = call);
    return new Promise(() => undefined);
  };
  const server = await start({ providers: { voiceToText }, clock, limits: NO_HEARTBEAT });
  const { client } = await logIn(server, 'alice');
  const asked = refusal(client.ask('msg.voiceToText', SOUND));
  await waitFor('the provider to be asked', () => signal !== undefined);
  expect(signal?.aborted).toBe(false);
  await clock.freeze(20_000);
  expect(await asked).toMatchObject({ code: ERRORS.messageInternal.code });
  expect(signal?.aborted).toBe(true);
  expect(server.inspect().pendingRequests).toBe(0);
  await client.close();
});

test('a search that takes too long is given up', async () => {
  const clock = new ServerClock();
  let signal: AbortSignal | undefined;
  const searchMessages: Providers['searchMessages'] = (_query, call) => {
    ({ signal } = call);
    return new Promise(() => undefined);
  };
  const server = await start({ providers: { searchMessages }, clock, limits: NO_HEARTBEAT });
  const { client } = await logIn(server, 'alice');
  await client.send('alice', 'to look for');
  const asked = refusal(client.ask('msg.search', WORDS));
  await waitFor('the provider to be asked', () => signal !== undefined);
  await clock.freeze(20_000);
  expect(await asked).toMatchObject({ code: ERRORS.messageInternal.code });
  expect(signal?.aborted).toBe(true);
  await client.close();
});

test('what is no provider is refused at the start', async () => {
  for (const providers of [{ translate: 'yes' }, { other: () => undefined }] as unknown as Providers[]) {
    await expect(createServer({ dataDir: ':memory:', providers })).rejects.toThrow(OptionError);
  }
});
