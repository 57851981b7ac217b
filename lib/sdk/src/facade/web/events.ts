import { runAlone } from '../../core/callbacks.js';
import { check } from './check.js';
import type { AllReceiveMessageOpt, Conversation } from './shapes/conversation.js';
import type { Group } from './shapes/group.js';
import type { MessageExtension, MessageReactions, MessageReadReceipt, PinnedGroupMessage } from './shapes/marks.js';
import type { Message } from './shapes/message.js';

/** What the events of this version carry, by the name of the event. */
export interface ChatEventData {
  sdkStateReady: undefined;
  sdkStateNotReady: undefined;
  sdkDestroy: { readonly SDKAppID: number };
  /** `TYPES.KICKED_OUT_*` */
  kickedOut: { readonly type: string };
  /** `TYPES.NET_STATE_*` */
  netStateChange: { readonly state: 'connected' | 'connecting' | 'disconnected' };
  error: { readonly code: number; readonly message: string };
  /** New messages, those from other instances of this account included. */
  onMessageReceived: Message[];
  /** Messages that were taken back elsewhere. */
  onMessageRevoked: Message[];
  /** Messages whose content was changed, here or elsewhere: as they are now. */
  onMessageModified: Message[];
  /** Own messages that the other one has read, those that this chat knows. */
  onMessageReadByPeer: Message[];
  /** Messages of this user that ask for it were read. */
  onMessageReadReceiptReceived: MessageReadReceipt[];
  onMessageExtensionsUpdated: { readonly messageID: string; readonly extensions: MessageExtension[] };
  onMessageExtensionsDeleted: { readonly messageID: string; readonly keyList: string[] };
  /** The reactions that have changed, as they are now. */
  onMessageReactionsUpdated: MessageReactions;
  onPinnedGroupMessageUpdated: PinnedGroupMessage;
  /** All conversations: pinned ones first, then by time. */
  onConversationListUpdated: Conversation[];
  onTotalUnreadMessageCountUpdated: number;
  /** Names of the groups that conversations are sorted into. */
  onConversationGroupListUpdated: string[];
  onConversationInGroupUpdated: { readonly groupName: string; readonly conversationList: Conversation[] };
  onAllReceiveMessageOptUpdated: AllReceiveMessageOpt;
  /** The groups that the user has joined. */
  onGroupListUpdated: Group[];
}

/** What a handler is called with. */
export interface ChatEvent<N extends string = string> {
  /** The name that the handler was registered for, such as `EVENT.SDK_READY`. */
  readonly name: N;
  readonly data: N extends keyof ChatEventData ? ChatEventData[N] : unknown;
  /** With lists of conversations and groups: whether the list is complete. */
  readonly isSyncCompleted?: boolean;
}

export type ChatEventHandler<N extends string = string> = (event: ChatEvent<N>) => void;

interface Registration {
  readonly handler: ChatEventHandler<never>;
  readonly context: unknown;
  readonly once: boolean;
}

/**
 * Handlers by event name. The same handler may be there several times and is then called as often.
 * An exception in a handler reaches the process as an uncaught one; the other handlers run all the same.
 */
export class ChatEvents {
  private readonly registrations = new Map<string, readonly Registration[]>();

  on(api: string, name: string, handler: ChatEventHandler<never>, context: unknown, once = false): void {
    checkHandler(api, name, handler);
    this.registrations.set(name, [...(this.registrations.get(name) ?? []), { handler, context, once }]);
  }

  /** Removes every registration of the handler, or those with the context if one is given. */
  off(api: string, name: string, handler: ChatEventHandler<never>, context: unknown): void {
    checkHandler(api, name, handler);
    this.keep(name, (each) => each.handler !== handler || (context !== undefined && each.context !== context));
  }

  has(name: keyof ChatEventData): boolean {
    return (this.registrations.get(name)?.length ?? 0) > 0;
  }

  emit<N extends keyof ChatEventData>(
    name: N,
    data: ChatEventData[N],
    more: Pick<ChatEvent, 'isSyncCompleted'> = {},
  ): void {
    const event = { name, data, ...more };
    for (const registration of this.registrations.get(name) ?? []) {
      // An earlier handler may have removed this one.
      if (this.registrations.get(name)?.includes(registration) !== true) continue;
      if (registration.once) this.keep(name, (each) => each !== registration);
      runAlone(() => registration.handler.call(registration.context, event as never));
    }
  }

  private keep(name: string, wanted: (registration: Registration) => boolean): void {
    this.registrations.set(name, this.registrations.get(name)?.filter(wanted) ?? []);
  }
}

function checkHandler(api: string, name: unknown, handler: unknown): void {
  check(typeof name === 'string' && name !== '', `${api}: eventName must be a non-empty string`);
  check(typeof handler === 'function', `${api}: handler must be a function`);
}
