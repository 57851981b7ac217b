import { timError } from '@tim-node/protocol';
import type { ClientCore } from './client-core.js';
import type { MessageTranslateTextResult } from './generated/structs.js';
import { answerWith } from './located.js';
import { items } from './params.js';
import type { Reply } from './row.js';

/* What a server does through the providers that it was given. */

/** TIMMsgTranslateText. */
export function translate(
  { engine }: ClientCore,
  [given, source, target]: readonly [string[], string, string],
  reply: Reply<MessageTranslateTextResult[]>,
): void {
  const texts = items(given);
  if (!texts.every((each): each is string => typeof each === 'string')) {
    reply({ error: timError('invalidParameters', 'json_source_text_array holds more than texts') });
    return;
  }
  const settle = answerWith(reply, (result: { readonly texts: readonly string[] }) =>
    texts.map((text, at) => ({
      msg_translate_text_source_text: text,
      msg_translate_text_target_text: result.texts[at] ?? '',
    })),
  );
  engine.call('msg.translate', { texts, source, target }, settle);
}

/** TIMMsgConvertVoiceToText. */
export function voiceToText(
  { engine }: ClientCore,
  [url, language]: readonly [string, string],
  reply: Reply<string>,
): void {
  engine.call(
    'msg.voiceToText',
    { url, language },
    answerWith(reply, ({ text }) => text),
  );
}
