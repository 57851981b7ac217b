import {
  LIMITS,
  timError,
  type Message,
  type SearchParams,
  type SearchResult,
  type TIMError,
} from '@tim-node/protocol';
import type { Settle } from '../../../connection/requests.js';
import type { ArchiveQuery, CustomData } from '../../../feature/archive.js';
import { toKept } from '../../../local/rules.js';
import { refused } from '../answers.js';
import type { V2TimCallback, V2TimValueCallback } from '../callbacks.js';
import { elemsOf } from '../drafts.js';
import { elemTypesOf } from '../elements.js';
import type { V2TimMessage } from '../models.js';
import type { V2TimMessageSearchParam, V2TimMessageSearchResult } from '../models-message.js';
import { conversationIdOf, targetFor, targetNamed } from '../to-v2tim.js';
import type { V2TimMessageRef } from './base.js';
import { MessageChanging } from './changing.js';
import type { V2TimDraftRef } from './making.js';

type Value<T> = (result: { value: T } | { error: TIMError }) => void;

const USUAL_PAGE = 100;
/** Messages of a page that the server finds. */
const USUAL_COUNT = 10;

/** Messages on this machine. */
export abstract class MessageLocal extends MessageChanging {
  /** Finds messages of this machine by their ids; what is not here is left out. */
  findMessages({ messageIDList }: { messageIDList: string[] }): Promise<V2TimValueCallback<V2TimMessage[]>> {
    return this.asker.value(
      (settle: Value<null>) => {
        this.checkOwner();
        settle({ value: null });
      },
      () =>
        this.archive
          .find(messageIDList)
          .filter(({ status }) => status !== 'deleted')
          .flatMap((kept) => this.showKept(kept) ?? []),
    );
  }

  /** Searches the messages on this machine. */
  searchLocalMessages(options: {
    searchParam: V2TimMessageSearchParam;
  }): Promise<V2TimValueCallback<V2TimMessageSearchResult>> {
    return this.asker.value(
      (settle: Value<V2TimMessageSearchResult>) => {
        this.checkOwner();
        const { total, items } = this.archive.search(queryOf(options.searchParam, this.engine.serverTime));
        const messageSearchResultItems = items.map(({ conv, count, messages }) => ({
          conversationID: conversationIdOf(conv),
          messageCount: count,
          messageList: messages.flatMap((kept) => this.showKept(kept) ?? []),
        }));
        settle({ value: { totalCount: total, searchCursor: '', messageSearchResultItems } });
      },
      (found) => found,
    );
  }

  /** Searches the messages on the server, if it was given a provider: 7013 without one. */
  searchCloudMessages(options: {
    searchParam: V2TimMessageSearchParam;
  }): Promise<V2TimValueCallback<V2TimMessageSearchResult>> {
    const { searchParam } = options;
    const isOne = (searchParam.conversationID ?? '') !== '';
    return this.asker.value(
      (settle: Settle<SearchResult>) => {
        this.checkOwner();
        this.history.search(cloudQueryOf(searchParam, this.engine.serverTime), settle);
      },
      ({ items, total, cursor = '' }) => ({
        totalCount: total,
        searchCursor: cursor,
        messageSearchResultItems: items.map(({ target, messages, ...marks }) => {
          const kept = this.lists.keep(target, messages);
          const shown = this.showListed(target, { ...marks, messages: kept, finished: true });
          const messageList = isOne || shown.length === 1 ? shown : [];
          return { conversationID: conversationIdOf(target), messageCount: shown.length, messageList };
        }),
      }),
    );
  }

  /** Keeps a text of the app's own with a message, on this machine. */
  setLocalCustomData(options: V2TimMessageRef & { localCustomData: string }): Promise<V2TimCallback> {
    return this.setCustom(options, { customStr: options.localCustomData });
  }

  /** Keeps a number of the app's own with a message, on this machine. */
  setLocalCustomInt(options: V2TimMessageRef & { localCustomInt: number }): Promise<V2TimCallback> {
    return this.setCustom(options, { customInt: options.localCustomInt });
  }

  private setCustom({ message, msgID }: V2TimMessageRef, data: Partial<CustomData>): Promise<V2TimCallback> {
    return this.asker.done((settle) => {
      this.checkOwner();
      const [kept] = this.archive.find([message?.msgID ?? msgID ?? '']);
      if (kept === undefined) throw timError('messageUnknown', 'the message is not on this machine');
      const { conv, customInt, customStr } = kept;
      const error = this.archive.setCustomData(conv, kept, { customInt, customStr, ...data });
      settle(error === undefined ? { value: {} } : { error });
    });
  }

  /** Puts a message that was made into a conversation with a user, on this machine. */
  insertC2CMessageToLocalStorageV2(
    options: Omit<V2TimDraftRef, 'id'> & { userID: string; senderID: string; createdMsgID?: string | undefined },
  ): Promise<V2TimValueCallback<V2TimMessage>> {
    return this.insert({ ...options, groupID: '' });
  }

  /** Puts a message that was made into the conversation of a group, on this machine. */
  insertGroupMessageToLocalStorageV2(
    options: Omit<V2TimDraftRef, 'id'> & { groupID: string; senderID: string; createdMsgID?: string | undefined },
  ): Promise<V2TimValueCallback<V2TimMessage>> {
    return this.insert({ ...options, userID: '' });
  }

  private insert(options: {
    userID: string;
    groupID: string;
    senderID: string;
    message?: V2TimMessage | undefined;
    createdMsgID?: string | undefined;
  }): Promise<V2TimValueCallback<V2TimMessage>> {
    return this.asker.value(
      (settle: Value<V2TimMessage>) => {
        this.checkOwner();
        const message = this.messageOf(options);
        const kept = { ...toKept(message, this.engine.userId), status: 'imported' } as const;
        const error = this.archive.import([kept]);
        const shown = this.showKept(kept);
        if (error !== undefined || shown === undefined) settle({ error: error ?? timError('localStoreFailed') });
        else settle({ value: shown });
      },
      (shown) => shown,
    );
  }

  private messageOf(options: Parameters<MessageLocal['insert']>[0]): Message {
    const { senderID, message, createdMsgID: id } = options;
    const conversation = targetFor(options);
    if (conversation === undefined) throw refused('there must be either a userID or a groupID');
    const draft = this.draftNamed({ message, id });
    const { userId: self } = this.engine;
    const isFromOther = conversation.type === 'c2c' && senderID !== self;
    const { clientId, random, clientTime, mentions } = draft;
    const { platform } = this.engine.options ?? this.engine.host;
    return {
      target: isFromOther ? { type: 'c2c', id: self } : conversation,
      seq: 0,
      sender: senderID,
      clientId,
      time: clientTime,
      clientTime,
      random,
      platform,
      body: { elems: elemsOf(draft), ...(mentions.length === 0 ? {} : { mentions: [...mentions] }) },
    };
  }

  /** @throws TIMError 6014 unless there is somebody whose messages these are */
  private checkOwner(): void {
    if (this.archive.ownerId === '') throw timError('notLoggedIn');
  }
}

function queryOf(param: V2TimMessageSearchParam, now: number): ArchiveQuery {
  const { userIDList = [], messageTypeList = [], pageSize = USUAL_PAGE, pageIndex = 0 } = param;
  const types = elemTypesOf(messageTypeList);
  return {
    words: param.keywordList.filter((word) => word !== ''),
    every: param.type === 1,
    ...(userIDList.length === 0 ? {} : { senders: userIDList }),
    ...(types.length === 0 ? {} : { types }),
    ...conversationIn(param),
    ...periodOf(param, now),
    skip: pageSize * pageIndex,
    limit: pageSize,
  };
}

/** The server finds only so many at a time; its pages go by `searchCursor`. */
function cloudQueryOf(param: V2TimMessageSearchParam, now: number): SearchParams {
  const { words, every, conv, senders, types, since, until } = queryOf(param, now);
  const { searchCount = USUAL_COUNT, searchCursor = '' } = param;
  if (words.length > LIMITS.searchWords) throw refused(`keywordList has more than ${LIMITS.searchWords} words`);
  return {
    words: [...words],
    every,
    limit: Math.min(Math.max(searchCount, 1), LIMITS.searchPage),
    ...(conv === undefined ? {} : { target: conv }),
    ...(senders === undefined ? {} : { senders: [...senders] }),
    ...(types === undefined ? {} : { types: [...types] }),
    ...(since === undefined ? {} : { since: Math.max(0, since) }),
    ...(until === undefined ? {} : { until }),
    ...(searchCursor === '' ? {} : { cursor: searchCursor }),
  };
}

function conversationIn({ conversationID = '' }: V2TimMessageSearchParam): Pick<ArchiveQuery, 'conv'> {
  if (conversationID === '') return {};
  const conv = targetNamed(conversationID);
  if (conv === undefined) throw refused(`${conversationID} names no conversation`);
  return { conv };
}

/** A stretch of time that ends at the given moment, or now. */
function periodOf({ searchTimePosition: end = 0, searchTimePeriod: period = 0 }: V2TimMessageSearchParam, now: number) {
  return {
    ...(end > 0 ? { until: end } : {}),
    ...(period > 0 ? { since: (end > 0 ? end : now) - period } : {}),
  };
}
