import type { Target } from '@tim-node/protocol';
import type { Engine } from '../../core/engine.js';
import type { Conversations } from '../../feature/conversations.js';
import type { Refusals } from '../../feature/refusals.js';
import type { V2TimCallback } from './callbacks.js';
import type { Known } from './known.js';
import { forwardMessages, type V2TimAdvancedMsgListener } from './message-listener.js';
import { MessageFiles } from './message/files.js';

/** Messages in the style of Flutter. */
export class V2TIMMessageManager extends MessageFiles {
  /** @internal */
  constructor(engine: Engine, known: Known, conversations: Conversations, refusals: Refusals) {
    super(engine, known, conversations, refusals);
    const { messages, history, marks } = this;
    const show = this.showTo.bind(this);
    forwardMessages({ engine, messages, history, marks, known, show }, this.listeners);
  }

  /** @internal */
  clear(): void {
    this.listeners.clear();
    this.forgetDrafts();
  }

  /** Adds a listener; the same object counts once. `unInitSDK` removes it. */
  addAdvancedMsgListener(listener: V2TimAdvancedMsgListener): void {
    this.listeners.add(listener);
  }

  /** Removes a listener; without one, all. */
  removeAdvancedMsgListener(listener?: V2TimAdvancedMsgListener): void {
    this.listeners.remove(listener);
  }

  /** Marks the conversation with a user as read. */
  markC2CMessageAsRead({ userID }: { userID: string }): Promise<V2TimCallback> {
    return this.asker.done((settle) => this.engine.call('conv.read', { target: { type: 'c2c', id: userID } }, settle));
  }

  /** Marks the conversation of a group as read. */
  markGroupMessageAsRead({ groupID }: { groupID: string }): Promise<V2TimCallback> {
    const target: Target = { type: 'group', id: groupID };
    return this.asker.done((settle) => this.engine.call('conv.read', { target }, settle));
  }

  /** Marks all conversations as read. */
  markAllMessageAsRead(): Promise<V2TimCallback> {
    return this.asker.done((settle) => this.engine.call('conv.read', {}, settle));
  }
}
