import type { Later } from '../later.js';
import type { ConvertVoiceToTextOptions, MessageSearchOptions, TranslateTextOptions } from '../generated/structs.js';

/** Messages. */
export function messageRows(later: Later) {
  return {
    /** Translates texts. */
    translateText: later.promise<[options: TranslateTextOptions]>('translateText'),
    /** Writes down what a voice message says. */
    convertVoiceToText: later.promise<[options: ConvertVoiceToTextOptions]>('convertVoiceToText'),
    /** Searches the messages on the server. */
    searchCloudMessages: later.promise<[options: MessageSearchOptions]>('searchCloudMessages'),
  };
}
