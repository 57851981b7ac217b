import { isRecord, LIMITS, type ElemType, type SearchParams, type SearchResult } from '@tim-node/protocol';
import { answer, type Calls } from '../calls.js';
import { check } from '../check.js';
import { conversationIdOf, targetNamed } from '../content/ids.js';
import { elemTypeOf } from '../content/to-domain.js';
import type { ConvertVoiceToTextOptions, MessageSearchOptions, TranslateTextOptions } from '../generated/structs.js';
import type { Message } from '../shapes/message.js';

/** Messages of a page of a search. */
const USUAL_COUNT = 20;

/** What was found in one conversation. */
export interface FoundMessages {
  conversationID: string;
  messageCount: number;
  /** All of a page when one conversation was asked for; of many, the message of those with a single one. */
  messageList: Message[];
}

export interface MessageSearchOutcome {
  /** Messages when one conversation was asked for, else conversations. */
  totalCount: number;
  searchResultList: FoundMessages[];
  /** For the next page; empty when there is none. */
  cursor: string;
}

/** What a server does with the help of others. Without a provider it answers 7013. */
export function messageRows(calls: Calls) {
  const { client } = calls;
  const { desk, engine } = client;
  return {
    /** Translates texts. */
    translateText: calls.promise(
      'translateText',
      (options: TranslateTextOptions) => {
        checkObject('translateText', options);
        const { sourceTextList: texts, sourceLanguage: source, targetLanguage: target } = options;
        check(isTexts(texts) && texts.length > 0, 'translateText: sourceTextList must be a list of strings');
        check(typeof source === 'string', 'translateText: sourceLanguage must be a string');
        check(typeof target === 'string' && target !== '', 'translateText: targetLanguage must be a string');
        return { texts, source, target };
      },
      async (params) => {
        const { texts } = await answer<{ texts: string[] }>((settle) => engine.call('msg.translate', params, settle));
        return { translatedTextList: texts };
      },
    ),
    /** Writes down what a voice message says. */
    convertVoiceToText: calls.promise(
      'convertVoiceToText',
      (options: ConvertVoiceToTextOptions) => {
        checkObject('convertVoiceToText', options);
        const { message, language = '' } = options as unknown as { message: Message; language?: unknown };
        checkObject('convertVoiceToText', message);
        check(message.type === 'TIMSoundElem', 'convertVoiceToText: message must be a voice message');
        check(typeof language === 'string', 'convertVoiceToText: language must be a string');
        return { url: desk.links(message.payload.uuid), language };
      },
      async (params) => {
        const { text } = await answer<{ text: string }>((settle) => engine.call('msg.voiceToText', params, settle));
        return { result: text };
      },
    ),
    /** Searches the messages on the server. */
    searchCloudMessages: calls.promise(
      'searchCloudMessages',
      (options: MessageSearchOptions) => searchOf(options, client.serverTime),
      async (params): Promise<MessageSearchOutcome> => {
        const {
          items,
          total,
          cursor = '',
        } = await answer<SearchResult>((settle) => desk.history.search(params, settle));
        const isOne = params.target !== undefined;
        const searchResultList = items.map(({ target, messages, ...marks }) => {
          const found = desk.show(target, { messages, ...marks });
          const messageList = isOne || found.length === 1 ? found : [];
          return { conversationID: conversationIdOf(target), messageCount: found.length, messageList };
        });
        return { totalCount: total, searchResultList, cursor };
      },
    ),
  };
}

function searchOf(options: MessageSearchOptions, now: number): SearchParams {
  checkObject('searchCloudMessages', options);
  const { keywordList: words = [], senderUserIDList: senders = [], messageTypeList: names = [] } = options;
  const { keywordListMatchType: match = 'or', count = USUAL_COUNT, cursor = '', conversationID = '' } = options;
  const lists = [words, senders, names];
  check(
    lists.every(isTexts),
    'searchCloudMessages: keywordList, senderUserIDList and messageTypeList are lists of strings',
  );
  check(words.length <= LIMITS.searchWords, 'searchCloudMessages: keywordList has too many words');
  check(Number.isInteger(count) && count > 0, 'searchCloudMessages: count must be a positive whole number');
  check(typeof cursor === 'string', 'searchCloudMessages: cursor must be what the page before has told');
  return {
    words: words.filter((word) => word !== ''),
    every: match === 'and',
    limit: Math.min(count, LIMITS.searchPage),
    ...(conversationID === '' ? {} : { target: targetNamed('searchCloudMessages', conversationID) }),
    ...(senders.length === 0 ? {} : { senders }),
    ...typesOf(names),
    ...periodOf(options, now),
    ...(cursor === '' ? {} : { cursor }),
  };
}

function checkObject(api: string, given: unknown): void {
  check(isRecord(given), `${api}: the argument must be an object`);
}

function typesOf(names: readonly string[]): { types?: ElemType[] } {
  const types = names.flatMap((name) => elemTypeOf(name) ?? []);
  check(types.length === names.length, 'searchCloudMessages: messageTypeList holds TYPES.MSG_*');
  return types.length === 0 ? {} : { types };
}

/** A stretch of time that ends at the given moment, or now. */
function periodOf({ timePosition: end = 0, timePeriod: period = 0 }: MessageSearchOptions, now: number) {
  const isTime = [end, period].every((each) => Number.isSafeInteger(each) && each >= 0);
  check(isTime, 'searchCloudMessages: timePosition and timePeriod are seconds');
  return {
    ...(end > 0 ? { until: end } : {}),
    ...(period > 0 ? { since: Math.max(0, (end > 0 ? end : now) - period) } : {}),
  };
}

function isTexts(value: unknown): value is string[] {
  return Array.isArray(value) && value.every((each) => typeof each === 'string');
}
