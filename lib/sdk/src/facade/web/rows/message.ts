import type { Later } from '../later.js';
import type {
  ConvertVoiceToTextOptions,
  GetGroupMessageReadMemberListOptions,
  GetMessageListHoppingOptions,
  GetMessageListOptions,
  GetMessageReactionsOptions,
  GetUserListMessageReactionsOptions,
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
    /** Sets key-value pairs that hang on a message. */
    setMessageExtensions: later.promise<[message: Message, extensions: unknown[]]>('setMessageExtensions'),
    /** Reads the key-value pairs of a message. */
    getMessageExtensions: later.promise<[message: Message, keyList?: string[]]>('getMessageExtensions'),
    /** Deletes key-value pairs of a message. */
    deleteMessageExtensions: later.promise<[message: Message, keyList?: string[]]>('deleteMessageExtensions'),
    /** Changes a message that was sent. */
    modifyMessage: later.promise<[message: Message]>('modifyMessage'),
    /** Searches the messages on the server. */
    searchCloudMessages: later.promise<[options: MessageSearchOptions]>('searchCloudMessages'),
    /** Adds a reaction to a message. */
    addMessageReaction: later.promise<[message: Message, reactionID: string]>('addMessageReaction'),
    /** Removes a reaction from a message. */
    removeMessageReaction: later.promise<[message: Message, reactionID: string]>('removeMessageReaction'),
    /** Reads the reactions to messages. */
    getMessageReactions: later.promise<[options: GetMessageReactionsOptions]>('getMessageReactions'),
    /** Lists the users of one reaction. */
    getAllUserListOfMessageReaction: later.promise<[options: GetUserListMessageReactionsOptions]>(
      'getAllUserListOfMessageReaction',
    ),
    /** Reads a page of a conversation's messages. */
    getMessageList: later.promise<[options: GetMessageListOptions]>('getMessageList'),
    /** Reads messages around a place in a conversation. */
    getMessageListHopping: later.promise<[options: GetMessageListHoppingOptions]>('getMessageListHopping'),
    /** Marks a conversation as read. */
    setMessageRead: later.promise<[options: SetMessageReadOptions]>('setMessageRead'),
    /** Tells the senders that messages were read. */
    sendMessageReadReceipt: later.promise<[messageList: Message[]]>('sendMessageReadReceipt'),
    /** Reads how many have read each message. */
    getMessageReadReceiptList: later.promise<[messageList: Message[]]>('getMessageReadReceiptList'),
    /** Lists the members who have read a message, or have not. */
    getGroupMessageReadMemberList: later.promise<[options: GetGroupMessageReadMemberListOptions]>(
      'getGroupMessageReadMemberList',
    ),
  };
}
