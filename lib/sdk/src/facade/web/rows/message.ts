import type { Later } from '../later.js';
import type {
  ConvertVoiceToTextOptions,
  GetMessageListHoppingOptions,
  GetMessageListOptions,
  Message,
  MessageSearchOptions,
  SetMessageReadOptions,
  TranslateTextOptions,
} from '../generated/structs.js';

/** Messages. */
export function messageRows(later: Later) {
  return {
    /** Fetches the content of a merged message. */
    downloadMergerMessage: later.promise<[message: Message]>('downloadMergerMessage'),
    /** Takes a sent message back. */
    revokeMessage: later.promise<[message: Message]>('revokeMessage'),
    /** Deletes messages, for this user only. */
    deleteMessage: later.promise<[messageList: Message[]]>('deleteMessage'),
    /** Translates texts. */
    translateText: later.promise<[options: TranslateTextOptions]>('translateText'),
    /** Writes down what a voice message says. */
    convertVoiceToText: later.promise<[options: ConvertVoiceToTextOptions]>('convertVoiceToText'),
    /** Changes a message that was sent. */
    modifyMessage: later.promise<[message: Message]>('modifyMessage'),
    /** Searches the messages on the server. */
    searchCloudMessages: later.promise<[options: MessageSearchOptions]>('searchCloudMessages'),
    /** Reads a page of a conversation's messages. */
    getMessageList: later.promise<[options: GetMessageListOptions]>('getMessageList'),
    /** Reads messages around a place in a conversation. */
    getMessageListHopping: later.promise<[options: GetMessageListHoppingOptions]>('getMessageListHopping'),
    /** Marks a conversation as read. */
    setMessageRead: later.promise<[options: SetMessageReadOptions]>('setMessageRead'),
  };
}
