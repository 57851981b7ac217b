import type { Later } from '../later.js';
import type {
  AddConversationsToGroupOptions,
  CreateConversationGroupOptions,
  DeleteConversationOptions,
  DeleteConversationsFromGroupOptions,
  GetConversationListOptions,
  MarkConversationOptions,
  PinConversationOptions,
  RenameConversationGroupOptions,
  SetAllMessageReadOptions,
  SetAllReceiveMessageOptions,
  SetConversationCustomDataOptions,
  SetConversationDraftOptions,
  SetMessageRemindTypeOptions,
} from '../generated/structs.js';

/** Conversations. */
export function conversationRows(later: Later) {
  return {
    /** Lists the conversations. */
    getConversationList: later.promise<[options?: string[] | GetConversationListOptions]>('getConversationList'),
    /** Reads one conversation. */
    getConversationProfile: later.promise<[conversationID: string]>('getConversationProfile'),
    /** Deletes conversations. */
    deleteConversation: later.promise<[options: string | DeleteConversationOptions]>('deleteConversation'),
    /** Keeps an unfinished text with a conversation. */
    setConversationDraft: later.promise<[options: SetConversationDraftOptions]>('setConversationDraft'),
    /** Deletes the messages of a conversation. */
    clearHistoryMessage: later.promise<[conversationID: string]>('clearHistoryMessage'),
    /** Keeps a conversation at the top, or no longer. */
    pinConversation: later.promise<[options: PinConversationOptions]>('pinConversation'),
    /** Marks all conversations as read. */
    setAllMessageRead: later.promise<[options: SetAllMessageReadOptions]>('setAllMessageRead'),
    /** Sets how new messages of a conversation are announced. */
    setMessageRemindType: later.promise<[options: SetMessageRemindTypeOptions]>('setMessageRemindType'),
    /** Sets quiet hours for all conversations. */
    setAllReceiveMessageOpt: later.promise<[options: SetAllReceiveMessageOptions]>('setAllReceiveMessageOpt'),
    /** Reads the quiet hours. */
    getAllReceiveMessageOpt: later.promise<[]>('getAllReceiveMessageOpt'),
    /** Number of unread messages in all conversations. */
    getTotalUnreadMessageCount: later.value<[], number>('getTotalUnreadMessageCount'),
    /** Sets data of the app's own on conversations. */
    setConversationCustomData: later.promise<[options: SetConversationCustomDataOptions]>('setConversationCustomData'),
    /** Marks conversations, or removes the mark. */
    markConversation: later.promise<[options: MarkConversationOptions]>('markConversation'),
    /** Lists the groups that conversations are sorted into. */
    getConversationGroupList: later.promise<[]>('getConversationGroupList'),
    /** Makes a group to sort conversations into. */
    createConversationGroup: later.promise<[options: CreateConversationGroupOptions]>('createConversationGroup'),
    /** Deletes a group of conversations. */
    deleteConversationGroup: later.promise<[groupName: string]>('deleteConversationGroup'),
    /** Renames a group of conversations. */
    renameConversationGroup: later.promise<[options: RenameConversationGroupOptions]>('renameConversationGroup'),
    /** Puts conversations into a group. */
    addConversationsToGroup: later.promise<[options: AddConversationsToGroupOptions]>('addConversationsToGroup'),
    /** Takes conversations out of a group. */
    deleteConversationsFromGroup:
      later.promise<[options: DeleteConversationsFromGroupOptions]>('deleteConversationsFromGroup'),
  };
}
