import { ERRORS, timError, type OpName, type Outcomes, type Target } from '@tim-node/protocol';
import type { Settle } from '../../connection/requests.js';
import type { Engine } from '../../core/engine.js';
import { inOrder, passes, type ConversationFilter } from '../../feature/conversation-list.js';
import type { Conversations } from '../../feature/conversations.js';
import { draftOfText } from '../../feature/drafts.js';
import { UnreadWatch } from '../../feature/unread-watch.js';
import { Asker, refused } from './answers.js';
import type { V2TimCallback, V2TimValueCallback } from './callbacks.js';
import { forwardConversations, type V2TimConversationListener } from './conversation-listener.js';
import type { Known } from './known.js';
import { Listeners } from './listener.js';
import type {
  V2TimConversation,
  V2TimConversationFilter,
  V2TimConversationOperationResult,
  V2TimConversationResult,
} from './models.js';
import { conversationIdOf, targetNamed, toConversation, type Viewer } from './to-v2tim.js';

type Operations = Promise<V2TimValueCallback<V2TimConversationOperationResult[]>>;

/** Conversations in the style of Flutter. */
export class V2TIMConversationManager {
  private readonly unread: UnreadWatch;
  private readonly asker: Asker;
  private readonly listeners = new Listeners<V2TimConversationListener>();

  /** @internal */
  constructor(
    private readonly engine: Engine,
    private readonly known: Known,
    private readonly conversations: Conversations,
  ) {
    this.unread = new UnreadWatch(conversations);
    this.asker = new Asker(engine);
    forwardConversations(conversations, this.unread, this.listeners, (self) => this.viewerOf(self));
  }

  private viewerOf(self: string): Viewer {
    return { self, urlOf: (id) => this.engine.mediaUrl(id, self) };
  }

  /** @internal */
  clear(): void {
    this.listeners.clear();
  }

  /** Adds a listener; the same object counts once. `unInitSDK` removes it. */
  addConversationListener(listener: V2TimConversationListener): void {
    this.listeners.add(listener);
  }

  /** The old name of `addConversationListener`. */
  setConversationListener(listener: V2TimConversationListener): void {
    this.listeners.add(listener);
  }

  /** Removes a listener; without one, all. */
  removeConversationListener(listener?: V2TimConversationListener): void {
    this.listeners.remove(listener);
  }

  /** Reads a page of the list: pinned ones first, then by time. `nextSeq` is `0` for the first page. */
  getConversationList(options: {
    nextSeq: string;
    count: number;
  }): Promise<V2TimValueCallback<V2TimConversationResult>> {
    return this.page({}, Number(options.nextSeq), options.count);
  }

  /** The same of those that a filter lets through. */
  getConversationListByFilter(options: {
    filter: V2TimConversationFilter;
    nextSeq: number;
    count: number;
  }): Promise<V2TimValueCallback<V2TimConversationResult>> {
    return this.page(filterOf(options.filter), options.nextSeq, options.count);
  }

  private page(
    filter: ConversationFilter,
    skip: number,
    count: number,
  ): Promise<V2TimValueCallback<V2TimConversationResult>> {
    return this.asker.value(
      (settle: Settle<null>) => {
        if (!Number.isInteger(skip) || skip < 0) throw refused('nextSeq must be what the page before has told');
        if (!Number.isInteger(count) || count < 1) throw refused('count must be a positive whole number');
        this.ready(settle);
      },
      () => {
        const all = inOrder(this.conversations.snapshot().filter((each) => passes(each, filter)));
        const end = Math.min(skip + count, all.length);
        return {
          nextSeq: String(end),
          isFinished: end === all.length,
          conversationList: all.slice(skip, end).map((each) => this.show(each)),
        };
      },
    );
  }

  /** Reads one conversation. Codes: 50002 when there is none. */
  getConversation({ conversationID }: { conversationID: string }): Promise<V2TimValueCallback<V2TimConversation>> {
    const target = targetNamed(conversationID);
    const found = () => (target === undefined ? undefined : this.conversations.get(target));
    return this.asker.value(
      (settle: Settle<V2TimConversation>) =>
        this.ready((result) => {
          const kept = found();
          if ('error' in result) settle(result);
          else settle(kept === undefined ? { error: timError('conversationUnknown') } : { value: this.show(kept) });
        }),
      (conversation) => conversation,
    );
  }

  /** Reads the conversations that are named; those that do not exist are left out. */
  getConversationListByConversationIds(options: {
    conversationIDList: string[];
  }): Promise<V2TimValueCallback<V2TimConversation[]>> {
    return this.asker.value(
      (settle: Settle<null>) => this.ready(settle),
      () =>
        targetsIn(options.conversationIDList).flatMap((target) => {
          const kept = this.conversations.get(target);
          return kept === undefined ? [] : [this.show(kept)];
        }),
    );
  }

  /** Keeps a conversation at the top, or no longer. */
  pinConversation(options: { conversationID: string; isPinned: boolean }): Promise<V2TimCallback> {
    const { conversationID, isPinned: pinned } = options;
    return this.asker.done((settle) => {
      this.engine.call('conv.pin', { target: targetIn(conversationID), pinned }, settle);
    });
  }

  /** Number of unread messages in all conversations that notify. From then on its changes are told. */
  getTotalUnreadMessageCount(): Promise<V2TimValueCallback<number>> {
    return this.asker.value(
      (settle: Settle<null>) => this.ready(settle),
      () => this.unread.askTotal(),
    );
  }

  /** Deletes a conversation with its messages, for this account only. */
  deleteConversation({ conversationID }: { conversationID: string }): Promise<V2TimCallback> {
    return this.asker.done((settle: Settle<unknown>) => {
      const targets = [targetIn(conversationID)];
      this.engine.call('conv.remove', { targets, clear: true }, (result) => {
        const [first] = 'value' in result ? result.value.results : [];
        const code = first?.code ?? 0;
        settle(code === 0 ? result : { error: timError('conversationUnknown') });
      });
    });
  }

  /** Deletes conversations, with their messages or without. */
  deleteConversationList(options: { conversationIDList: string[]; clearMessage: boolean }): Operations {
    const { conversationIDList, clearMessage: clear } = options;
    return this.each(conversationIDList, 'conv.remove', (targets, settle) =>
      this.engine.call('conv.remove', { targets, clear }, settle),
    );
  }

  /** Keeps an unfinished text with a conversation, on this machine only; the empty text removes it. */
  setConversationDraft(options: { conversationID: string; draftText?: string | undefined }): Promise<V2TimCallback> {
    return this.asker.done((settle) => {
      const target = targetIn(options.conversationID);
      this.ready((result) => {
        if ('value' in result) {
          this.conversations.setDraft(target, draftOfText(options.draftText ?? '', this.engine.serverTime));
        }
        settle(result);
      });
    });
  }

  /** Sets data of the app's own on conversations. */
  setConversationCustomData(options: { customData: string; conversationIDList: string[] }): Operations {
    return this.each(options.conversationIDList, 'conv.custom', (targets, settle) =>
      this.engine.call('conv.custom', { targets, custom: options.customData }, settle),
    );
  }

  /** Marks conversations, or removes the mark. */
  markConversation(options: { markType: number; enableMark: boolean; conversationIDList: string[] }): Operations {
    const { markType, enableMark: on, conversationIDList } = options;
    return this.each(conversationIDList, 'conv.mark', (targets, settle) =>
      this.engine.call('conv.mark', { targets, mark: BigInt(markType).toString(), on }, settle),
    );
  }

  /** Makes a group to sort conversations into. */
  createConversationGroup(options: { groupName: string; conversationIDList: string[] }): Operations {
    return this.file('conv.group.create', options);
  }

  /** Puts conversations into a group. */
  addConversationsToGroup(options: { groupName: string; conversationIDList: string[] }): Operations {
    return this.file('conv.group.add', options);
  }

  /** Takes conversations out of a group. */
  deleteConversationsFromGroup(options: { groupName: string; conversationIDList: string[] }): Operations {
    return this.file('conv.group.remove', options);
  }

  /** Names of the groups that conversations are sorted into. */
  getConversationGroupList(): Promise<V2TimValueCallback<string[]>> {
    return this.asker.value(
      (settle: Settle<null>) => this.ready(settle),
      () => [...this.conversations.groups],
    );
  }

  /** Deletes a group of conversations; the conversations stay. */
  deleteConversationGroup({ groupName: name }: { groupName: string }): Promise<V2TimCallback> {
    return this.asker.done((settle) => this.engine.call('conv.group.delete', { name }, settle));
  }

  /** Renames a group of conversations. */
  renameConversationGroup(options: { oldName: string; newName: string }): Promise<V2TimCallback> {
    const { oldName: name, newName } = options;
    return this.asker.done((settle) => this.engine.call('conv.group.rename', { name, newName }, settle));
  }

  /** Number of unread messages in the conversations that a filter lets through and that notify. */
  getUnreadMessageCountByFilter(options: { filter: V2TimConversationFilter }): Promise<V2TimValueCallback<number>> {
    return this.asker.value(
      (settle: Settle<null>) => this.ready(settle),
      () => this.unread.count(filterOf(options.filter)),
    );
  }

  /** From now on changes of the number of unread messages that a filter lets through are told. */
  subscribeUnreadMessageCountByFilter(options: { filter: V2TimConversationFilter }): Promise<V2TimCallback> {
    return this.asker.done((settle: Settle<unknown>) => {
      const { filter } = options;
      this.ready((result) => {
        if ('value' in result) this.unread.watch(nameOf(filter), filterOf(filter));
        settle(result);
      });
    });
  }

  /** They are not told any more. */
  unsubscribeUnreadMessageCountByFilter(options: { filter: V2TimConversationFilter }): Promise<V2TimCallback> {
    return this.asker.done((settle: Settle<unknown>) => {
      this.ready((result) => {
        if ('value' in result) this.unread.unwatch(nameOf(options.filter));
        settle(result);
      });
    });
  }

  /** Marks a conversation as read; up to a time (one-to-one) or a place (group) where that is not 0. */
  cleanConversationUnreadMessageCount(options: {
    conversationID: string;
    cleanTimestamp: number;
    cleanSequence: number;
  }): Promise<V2TimCallback> {
    const { conversationID, cleanTimestamp, cleanSequence } = options;
    return this.asker.done((settle) => {
      const target = conversationID === '' ? {} : { target: targetIn(conversationID) };
      const upTo = cleanSequence > 0 ? { upTo: cleanSequence } : {};
      const upToTime = cleanTimestamp > 0 ? { upToTime: cleanTimestamp } : {};
      this.engine.call('conv.read', { ...target, ...upTo, ...upToTime }, settle);
    });
  }

  private file(
    op: Extract<OpName, 'conv.group.create' | 'conv.group.add' | 'conv.group.remove'>,
    { groupName: name, conversationIDList }: { groupName: string; conversationIDList: string[] },
  ): Operations {
    return this.each(conversationIDList, op, (targets, settle) => this.engine.call(op, { targets, name }, settle));
  }

  /** Does something to several conversations; each one has an outcome of its own. */
  private each(ids: string[], what: string, begin: (targets: Target[], settle: Settle<Outcomes>) => void): Operations {
    return this.asker.value(
      (settle: Settle<Outcomes>) => {
        if (!Array.isArray(ids) || ids.length === 0) throw refused(`${what}: conversationIDList is empty`);
        begin(ids.map(targetIn), settle);
      },
      ({ results }) =>
        results.map(({ target, code, desc }) => ({
          conversationID: conversationIdOf(target),
          resultCode: code,
          resultInfo: desc,
        })),
    );
  }

  private ready(settle: Settle<null>): void {
    if (this.engine.state === 'Logined') this.conversations.whenReady(settle);
    else settle({ error: timError('notLoggedIn', ERRORS.notLoggedIn.meaning) });
  }

  private show(kept: Parameters<typeof toConversation>[0]): V2TimConversation {
    if (kept.last !== null && kept.last.seq > 0) this.known.keep(kept.last);
    return toConversation(kept, this.viewerOf(this.engine.userId));
  }
}

function targetIn(conversationID: string): Target {
  const target = targetNamed(conversationID);
  if (target === undefined) throw refused(`${conversationID} names no conversation`);
  return target;
}

function targetsIn(ids: readonly string[]): Target[] {
  return ids.map(targetNamed).filter((target) => target !== undefined);
}

/** Filters that say the same have the same name. */
function nameOf(filter: V2TimConversationFilter): string {
  return JSON.stringify(Object.fromEntries(Object.entries(filter).sort(([a], [b]) => (a < b ? -1 : 1))));
}

function filterOf(filter: V2TimConversationFilter): ConversationFilter {
  const { conversationType: type, conversationGroup, markType, hasUnreadCount, hasGroupAtInfo } = filter;
  return {
    ...(type === 1 ? { type: 'c2c' } : {}),
    ...(type === 2 ? { type: 'group' } : {}),
    ...(conversationGroup === undefined ? {} : { group: conversationGroup }),
    ...(markType === undefined ? {} : { marks: BigInt(markType) }),
    ...(hasUnreadCount === undefined ? {} : { hasUnread: hasUnreadCount }),
    ...(hasGroupAtInfo === undefined ? {} : { hasMentions: hasGroupAtInfo }),
  };
}
