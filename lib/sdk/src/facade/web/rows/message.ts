import type { Later } from '../later.js';
import type {
  ConvertVoiceToTextOptions,
  GetGroupMessageReadMemberListOptions,
  GetMessageListHoppingOptions,
  GetMessageListOptions,
  GetMessageReactionsOptions,
  GetUserListMessageReactionsOptions,
  Message,
  MessageOptions,
  MessageSearchOptions,
  SetMessageReadOptions,
  TranslateTextOptions,
} from '../generated/structs.js';

/** Messages. */
export function messageRows(later: Later) {
  return {
    /** Makes a text message. */
    createTextMessage: later.value<[options: MessageOptions], Message>('createTextMessage'),
    /** Makes a text message that mentions members of a group. */
    createTextAtMessage: later.value<[options: MessageOptions], Message>('createTextAtMessage'),
    /** Makes an image message. */
    createImageMessage: later.value<[options: MessageOptions], Message>('createImageMessage'),
    /** Makes a voice message. */
    createAudioMessage: later.value<[options: MessageOptions], Message>('createAudioMessage'),
    /** Makes a video message. */
    createVideoMessage: later.value<[options: MessageOptions], Message>('createVideoMessage'),
    /** Makes a message with content of the app's own. */
    createCustomMessage: later.value<[options: MessageOptions], Message>('createCustomMessage'),
    /** Makes a sticker message. */
    createFaceMessage: later.value<[options: MessageOptions], Message>('createFaceMessage'),
    /** Makes a file message. */
    createFileMessage: later.value<[options: MessageOptions], Message>('createFileMessage'),
    /** Makes a message that shows a place. */
    createLocationMessage: later.value<[options: MessageOptions], Message>('createLocationMessage'),
    /** Makes one message out of several. */
    createMergerMessage: later.value<[options: MessageOptions], Message>('createMergerMessage'),
    /** Fetches the content of a merged message. */
    downloadMergerMessage: later.promise<[options: MessageOptions]>('downloadMergerMessage'),
    /** Makes a message that passes another one on. */
    createForwardMessage: later.value<[options: MessageOptions], Message>('createForwardMessage'),
    /** Sends a message that was made before. */
    sendMessage: later.promise<[message: Message, options?: unknown]>('sendMessage'),
    /** Takes a sent message back. */
    revokeMessage: later.promise<[message: Message]>('revokeMessage'),
    /** Sends a message again that could not be sent. */
    resendMessage: later.promise<[message: Message, options?: unknown]>('resendMessage'),
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
    /** Finds a message by its id among those in memory. */
    findMessage: later.value<[messageID: string], Message | null>('findMessage'),
  };
}
