import {
  LIMITS,
  timError,
  type ExtensionOutcome,
  type Extension,
  type Message,
  type PinnedMessages,
  type Reaction,
  type Receipt,
  type Target,
  type UsersResult,
} from '@tim-node/protocol';
import type { Settle } from '../../../connection/requests.js';
import { Cursors } from '../../../native/cursors.js';
import { refused } from '../answers.js';
import { outcome, type V2TimCallback, type V2TimValueCallback } from '../callbacks.js';
import { GetGroupMessageReadMemberListFilter, type V2TimMessage, type V2TimMessageReceipt } from '../models.js';
import type {
  V2TimGroupMessageReadMemberList,
  V2TimMessageExtension,
  V2TimMessageExtensionResult,
  V2TimMessageReactionResult,
  V2TimMessageReactionUserResult,
} from '../models-message.js';
import { receiptOf, toExtension, toReaction, userOf } from '../marks.js';
import { messageIdOf } from '../to-v2tim.js';
import { refsOf, type V2TimMessageRef } from './base.js';
import { MessageLocal } from './local.js';

const MOST_REACTORS = 10;

/** Receipts, extensions, reactions and pins of messages. */
export abstract class MessageMarking extends MessageLocal {
  /** Where pages of readers go on. */
  private readonly readers = new Cursors();

  /** Tells the senders of messages that ask for it that these were read. */
  sendMessageReadReceipts(options: {
    messageList?: V2TimMessage[] | undefined;
    messageIDList?: string[] | undefined;
  }): Promise<V2TimCallback> {
    return this.asker.done((settle) => {
      this.marks.sendReceipts(this.placesOf(refsOf(options.messageList, options.messageIDList)), settle);
    });
  }

  /** Who has read own messages that ask for it. */
  getMessageReadReceipts(options: {
    messageList?: V2TimMessage[] | undefined;
    messageIDList?: string[] | undefined;
  }): Promise<V2TimValueCallback<V2TimMessageReceipt[]>> {
    let of: { target: Target; messages: Message[] } | undefined;
    return this.asker.value(
      (settle: Settle<{ receipts: Receipt[] }>) => {
        const refs = refsOf(options.messageList, options.messageIDList);
        const { target, seqs } = this.placesOf(refs);
        of = { target, messages: refs.map((ref) => this.find(ref)) };
        this.marks.getReceipts({ target, seqs }, settle);
      },
      ({ receipts }) => {
        const { target, messages = [] } = of ?? {};
        return messages.flatMap((message) => {
          const receipt = receipts.find(({ seq }) => seq === message.seq);
          return receipt === undefined || target === undefined
            ? []
            : [receiptOf(target, messageIdOf(message), receipt)];
        });
      },
    );
  }

  /** Lists the members of a group that have read a message, or have not. */
  getGroupMessageReadMemberList(options: {
    message?: V2TimMessage | undefined;
    messageID?: string | undefined;
    filter: GetGroupMessageReadMemberListFilter;
    nextSeq?: number | undefined;
    count?: number | undefined;
  }): Promise<V2TimValueCallback<V2TimGroupMessageReadMemberList>> {
    const { message, messageID: msgID, filter, nextSeq = 0, count = LIMITS.usersPage } = options;
    return this.asker.value(
      (settle: Settle<UsersResult>) => {
        const after = this.readers.find(nextSeq);
        if (after === undefined) throw refused('nextSeq must be what the page before has told');
        checkCount(count, LIMITS.usersPage);
        const read = filter === GetGroupMessageReadMemberListFilter.V2TIM_GROUP_MESSAGE_READ_MEMBERS_FILTER_READ;
        const place = this.placeOf({ message, msgID });
        if (place.target.type !== 'group') throw refused('the message is not of a group');
        this.marks.listReaders({ ...place, read, limit: count, ...(after === '' ? {} : { after }) }, settle);
      },
      ({ users, finished }) => ({
        nextSeq: finished ? 0 : this.readers.keep(users.at(-1)?.user ?? ''),
        isFinished: finished,
        memberInfoList: users.map((user) => ({ ...userOf(user), nameCard: '' })),
      }),
    );
  }

  /** Keeps keys and values with a message. */
  setMessageExtensions(
    options: V2TimMessageRef & { extensions: V2TimMessageExtension[] },
  ): Promise<V2TimValueCallback<V2TimMessageExtensionResult[]>> {
    return this.asker.value((settle: Settle<{ results: ExtensionOutcome[] }>) => {
      const set = options.extensions.map(({ extensionKey: key, extensionValue: value }) => ({ key, value }));
      this.marks.setExtensions({ ...this.placeOf(options), set }, settle);
    }, extensionResults);
  }

  /** The keys and values that are kept with a message. */
  getMessageExtensions(ref: V2TimMessageRef): Promise<V2TimValueCallback<V2TimMessageExtension[]>> {
    return this.asker.value(
      (settle: Settle<{ extensions: Extension[] }>) => this.marks.getExtensions(this.placeOf(ref), settle),
      ({ extensions }) => extensions.map(toExtension),
    );
  }

  /** Deletes keys of a message; without any, all. */
  deleteMessageExtensions(
    options: V2TimMessageRef & { keys: string[] },
  ): Promise<V2TimValueCallback<V2TimMessageExtensionResult[]>> {
    return this.asker.value((settle: Settle<{ results: ExtensionOutcome[] }>) => {
      this.marks.deleteExtensions({ ...this.placeOf(options), keys: [...options.keys] }, settle);
    }, extensionResults);
  }

  /** Reacts to a message. */
  addMessageReaction(options: V2TimMessageRef & { reactionID: string }): Promise<V2TimCallback> {
    return this.asker.done((settle) => {
      this.marks.addReaction({ ...this.placeOf(options), reaction: options.reactionID }, settle);
    });
  }

  /** Takes a reaction back. */
  removeMessageReaction(options: V2TimMessageRef & { reactionID: string }): Promise<V2TimCallback> {
    return this.asker.done((settle) => {
      this.marks.removeReaction({ ...this.placeOf(options), reaction: options.reactionID }, settle);
    });
  }

  /** The reactions to messages of one conversation. A message that is not there has an error of its own. */
  getMessageReactions(options: {
    messageList?: V2TimMessage[] | undefined;
    msgIDList?: string[] | undefined;
    maxUserCountPerReaction: number;
  }): Promise<V2TimValueCallback<V2TimMessageReactionResult[]>> {
    let messages: Message[] = [];
    return this.asker.value(
      (settle: Settle<{ results: { seq: number; reactions: Reaction[] }[] }>) => {
        const { messageList, msgIDList, maxUserCountPerReaction: users } = options;
        if (!Number.isInteger(users) || users < 0 || users > MOST_REACTORS)
          throw refused('maxUserCountPerReaction is 0 to 10');
        const refs = refsOf(messageList, msgIDList);
        const places = this.placesOf(refs);
        messages = refs.map((ref) => this.find(ref));
        this.marks.getReactions({ ...places, users }, settle);
      },
      ({ results }) =>
        messages.map((message) => {
          const found = results.find(({ seq }) => seq === message.seq);
          const { code, desc } = outcome(found === undefined ? timError('messageUnknown') : undefined);
          const reactionList = (found?.reactions ?? []).map(toReaction);
          return { resultCode: code, resultInfo: code === 0 ? '' : desc, msgID: messageIdOf(message), reactionList };
        }),
    );
  }

  /** Lists who has reacted to a message in one way. */
  getAllUserListOfMessageReaction(
    options: V2TimMessageRef & { reactionID: string; nextSeq: number; count: number },
  ): Promise<V2TimValueCallback<V2TimMessageReactionUserResult>> {
    const { reactionID: reaction, nextSeq: skip, count: limit } = options;
    return this.asker.value(
      (settle: Settle<UsersResult>) => {
        if (!Number.isInteger(skip) || skip < 0) throw refused('nextSeq is a place in the list');
        checkCount(limit, LIMITS.usersPage);
        this.marks.listReactors({ ...this.placeOf(options), reaction, skip, limit }, settle);
      },
      ({ users, finished }) => ({
        userInfoList: users.map(userOf),
        nextSeq: finished ? 0 : skip + users.length,
        isFinished: finished,
      }),
    );
  }

  /** Pins a message of a group, or lets it go. */
  pinGroupMessage(options: V2TimMessageRef & { groupID: string; isPinned: boolean }): Promise<V2TimCallback> {
    return this.asker.done((settle) => {
      const { groupID: groupId, isPinned: pinned } = options;
      const { target, seq } = this.placeOf(options);
      if (target.type !== 'group' || target.id !== groupId) throw refused('the message is not of this group');
      this.marks.pin({ groupId, seq, pinned }, settle);
    });
  }

  /** The pinned messages of a group. */
  getPinnedGroupMessageList({ groupID }: { groupID: string }): Promise<V2TimValueCallback<V2TimMessage[]>> {
    return this.asker.value(
      (settle: Settle<PinnedMessages>) => this.marks.listPinned(groupID, settle),
      ({ messages }) => messages.map(({ message }) => this.show(message)),
    );
  }
}

function checkCount(count: number, most: number): void {
  if (!Number.isInteger(count) || count < 1 || count > most) throw refused(`count is 1 to ${most}`);
}

function extensionResults({ results }: { results: ExtensionOutcome[] }): V2TimMessageExtensionResult[] {
  return results.map(({ code, desc, extension }) => ({
    resultCode: code,
    resultInfo: desc,
    extension: toExtension(extension),
  }));
}
