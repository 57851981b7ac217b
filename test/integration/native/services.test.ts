import { ERRORS } from '@tim-node/protocol';
import type { Providers } from '@tim-node/server';
import type { App, Answer } from './app.js';
import { world } from './world.js';

const { start, app } = world();

async function alice(providers: Providers): Promise<App> {
  const server = await start({ providers });
  const one = app(server);
  expect(await one.login('alice', server.genUserSig('alice'))).toBe(0);
  return one;
}

const translate = (of: App, texts: unknown): Promise<Answer> =>
  of.ask((client, cb) => client.TIMMsgTranslateText(texts as string[], 'en', 'de', cb));
const listen = (of: App): Promise<Answer> =>
  of.ask((client, cb) => client.TIMMsgConvertVoiceToText('http://127.0.0.1/sound', 'en', cb));

test('texts are translated, sounds are written down', async () => {
  const one = await alice({
    translate: async ({ texts, source, target }) => texts.map((text) => `${text} ${source} ${target}`),
    voiceToText: async ({ url, language }) => `"${language}" ${url}`,
  });
  expect(await translate(one, ['good', 'bad'])).toMatchObject({
    code: 0,
    json: [
      { msg_translate_text_source_text: 'good', msg_translate_text_target_text: 'good en de' },
      { msg_translate_text_source_text: 'bad', msg_translate_text_target_text: 'bad en de' },
    ],
  });
  expect(await listen(one)).toMatchObject({ code: 0, json: '"en" http://127.0.0.1/sound' });
  expect(await translate(one, ['good', 1])).toMatchObject({ code: ERRORS.invalidParameters.code });
});

test('without a provider, and with one that fails', async () => {
  const one = await alice({
    translate: async () => {
      throw new Error('out of words');
    },
  });
  expect(await translate(one, ['good'])).toMatchObject({ code: ERRORS.messageInternal.code });
  expect(await listen(one)).toMatchObject({ code: ERRORS.notSupported.code });
});
