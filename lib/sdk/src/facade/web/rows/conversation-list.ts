import { isRecord, type Outcomes } from '@tim-node/protocol';
import { blank } from '../../../feature/conversation-change.js';
import type { ConversationFilter } from '../../../feature/conversation-list.js';
import { draftOfText } from '../../../feature/drafts.js';
import { answer, type Calls } from '../calls.js';
import { check } from '../check.js';
import { webError } from '../codes.js';
import { groupNamed } from './group-profiles.js';
import { toConversation } from '../content/conversation.js';
import { conversationIdOf, targetNamed } from '../content/ids.js';
import { outcomesOf, targetsOf } from '../content/targets.js';
import { TYPES } from '../generated/constants.js';
import type {
  DeleteConversationOptions,
  GetConversationListOptions,
  SetAllMessageReadOptions,
  SetConversationDraftOptions,
  PinConversationOptions,
  SetMessageReadOptions,
} from '../generated/structs.js';

/** The list of conversations, and reading them. */
export function conversationListRows(calls: Calls) {
  return { ...listing(calls), ...reading(calls), ...removing(calls) };
}

function listing(calls: Calls) {
  const { shelf, desk } = calls.client;
  return {
    /** Lists the conversations: all, those that are named, or those that a filter lets through. Pinned ones come first. */
    getConversationList: calls.promise(
      'getConversationList',
      (options?: string[] | GetConversationListOptions) => wanted(options),
      async ({ ids, filter }) => {
        await answer((settle) => shelf.conversations.whenReady(settle));
        const conversationList = shelf
          .list(filter)
          .filter(({ conversationID }) => ids?.includes(conversationID) ?? true);
        return { conversationList, isSyncCompleted: shelf.isSynced };
      },
    ),
    /** Reads one conversation. One that does not exist yet comes empty. */
    getConversationProfile: calls.promise(
      'getConversationProfile',
      (conversationID: string) => targetNamed('getConversationProfile', conversationID),
      async (target) => {
        await answer((settle) => shelf.conversations.whenReady(settle));
        const conversation = shelf.get(target) ?? toConversation(blank(target, 0), undefined);
        if (target.type === 'group') conversation.groupProfile = await groupNamed(desk.groups, target.id);
        return { conversation };
      },
    ),
    /**
     * Number of unread messages in all conversations but those that do not notify.
     * @throws IMError 2024, 3000 to 3006 when nobody is logged in
     */
    getTotalUnreadMessageCount: calls.value('getTotalUnreadMessageCount', (): number => shelf.unreadCount),
    /** Keeps an unfinished text with a conversation, on this machine only; the empty text removes it. */
    setConversationDraft: calls.promise(
      'setConversationDraft',
      (options: SetConversationDraftOptions) => {
        check(isRecord(options), 'setConversationDraft: options must be an object');
        check(typeof options.draftText === 'string', 'setConversationDraft: draftText must be a string');
        return { target: targetNamed('setConversationDraft', options.conversationID), text: options.draftText };
      },
      ({ target, text }) => {
        if (shelf.get(target) === undefined) throw webError('CONV_NOT_FOUND', 'setConversationDraft');
        const time = calls.client.serverTime;
        shelf.conversations.setDraft(target, draftOfText(text, time));
        return { conversation: shelf.get(target) };
      },
    ),
  };
}

interface WantedList {
  readonly ids?: readonly string[];
  readonly filter: ConversationFilter;
}

function wanted(options: unknown): WantedList {
  if (options === undefined || options === null) return { filter: {} };
  if (Array.isArray(options)) return { ids: options.filter((id) => typeof id === 'string'), filter: {} };
  check(isRecord(options), 'getConversationList: options must be a list or an object');
  return { filter: filterOf(options) };
}

function filterOf({
  type,
  groupName,
  markType,
  hasUnreadCount,
  hasGroupAtInfo,
}: GetConversationListOptions): ConversationFilter {
  return {
    ...(type === TYPES.CONV_C2C ? { type: 'c2c' } : {}),
    ...(type === TYPES.CONV_GROUP ? { type: 'group' } : {}),
    ...(typeof groupName === 'string' ? { group: groupName } : {}),
    ...(isMark(markType) ? { marks: BigInt(markType) } : {}),
    ...(typeof hasUnreadCount === 'boolean' ? { hasUnread: hasUnreadCount } : {}),
    ...(typeof hasGroupAtInfo === 'boolean' ? { hasMentions: hasGroupAtInfo } : {}),
  };
}

/** Marks are whole numbers; those of more than 53 bits are exact when they are one bit, as marks are. */
export function isMark(value: unknown): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value >= 0 && value < 2 ** 64;
}

const KINDS: Readonly<Record<string, { readonly kind?: 'c2c' | 'group' }>> = {
  [TYPES.READ_ALL_C2C_MSG]: { kind: 'c2c' },
  [TYPES.READ_ALL_GROUP_MSG]: { kind: 'group' },
  [TYPES.READ_ALL_MSG]: {},
};

function reading(calls: Calls) {
  const { engine } = calls.client;
  return {
    /** Marks a conversation as read. */
    setMessageRead: calls.promise(
      'setMessageRead',
      (options: SetMessageReadOptions) => {
        check(isRecord(options), 'setMessageRead: options must be an object');
        return targetNamed('setMessageRead', options.conversationID);
      },
      async (target) => {
        await answer((settle) => engine.call('conv.read', { target }, settle));
        return {};
      },
    ),
    /** Marks all conversations as read, or all of a kind. */
    setAllMessageRead: calls.promise(
      'setAllMessageRead',
      (options?: Partial<SetAllMessageReadOptions>) => {
        const { scope = TYPES.READ_ALL_MSG } = options ?? {};
        const kind = Object.hasOwn(KINDS, scope) ? KINDS[scope] : undefined;
        check(kind !== undefined, 'setAllMessageRead: scope must be one of TYPES.READ_ALL_*');
        return kind;
      },
      async (params) => {
        await answer((settle) => engine.call('conv.read', params, settle));
        return {};
      },
    ),
  };
}

function removing(calls: Calls) {
  const { engine } = calls.client;
  return {
    /** Deletes conversations, unless it is said otherwise with their messages; for this account only. */
    deleteConversation: calls.promise(
      'deleteConversation',
      (options: string | DeleteConversationOptions) => {
        const isOne = typeof options === 'string';
        check(isOne || isRecord(options), 'deleteConversation: options must be a string or an object');
        const { conversationIDList: ids, clearHistoryMessage: clear = true } = isOne
          ? { conversationIDList: [options] }
          : options;
        check(typeof clear === 'boolean', 'deleteConversation: clearHistoryMessage must be a boolean');
        return { isOne, clear, ...targetsOf('deleteConversation', ids) };
      },
      async ({ isOne, clear, targets, invalid }) => {
        const done = await answer<Outcomes>((settle) => engine.call('conv.remove', { targets, clear }, settle));
        const { successConversationIDList: deleted } = outcomesOf(done, invalid);
        const [first] = deleted;
        if (first === undefined) throw webError('CONV_NOT_FOUND', 'deleteConversation');
        return isOne ? { conversationID: first } : { conversationIDList: deleted };
      },
    ),
    /** Keeps a conversation at the top, or no longer. */
    pinConversation: calls.promise(
      'pinConversation',
      (options: PinConversationOptions) => {
        check(isRecord(options), 'pinConversation: options must be an object');
        const { conversationID, isPinned } = options;
        check(typeof isPinned === 'boolean', 'pinConversation: isPinned must be a boolean');
        return { target: targetNamed('pinConversation', conversationID), pinned: isPinned };
      },
      async (params) => {
        await answer((settle) => engine.call('conv.pin', params, settle));
        return { conversationID: conversationIdOf(params.target) };
      },
    ),
  };
}
