import type { Message as DomainMessage, Target } from '@tim-node/protocol';
import type { Message } from '../shapes/message.js';
import { conversationIdOf, messageIdOf } from './ids.js';
import { relink, type Links } from './to-web.js';
import { renew, viewOf } from './view.js';

/** Messages that are kept; the ones known longest go first. */
const CAPACITY = 5000;

/**
 * The messages that the app was told about, so that each is one object for as long as it is kept: what happens to
 * it later shows in the object that the app has.
 */
export class MessageBox {
  /** By id, oldest first. */
  private readonly messages = new Map<string, Message>();
  /** Ids by conversation and place. */
  private readonly places = new Map<string, string>();

  constructor(private readonly links: Links) {}

  /** The object for a message: the one that the app has, brought up to date, or a new one. */
  adopt(message: DomainMessage, self: string): Message {
    const present = this.messages.get(messageIdOf(message));
    if (present === undefined) return this.keep(viewOf(message, self, this.links));
    const isNewer = (message.version ?? 0) > present.version || message.revoked !== undefined;
    if (isNewer) renew(present, message, this.links);
    return present;
  }

  /** Keeps a message that the app has made itself. */
  keep(view: Message): Message {
    this.messages.set(view.ID, view);
    if (view.sequence > 0) this.places.set(placeKey(view.conversationID, view.sequence), view.ID);
    if (this.messages.size > CAPACITY) this.dropOldest();
    return view;
  }

  private dropOldest(): void {
    for (const view of this.messages.values()) {
      this.drop(view);
      return;
    }
  }

  private drop({ ID, conversationID, sequence }: Message): void {
    this.messages.delete(ID);
    this.places.delete(placeKey(conversationID, sequence));
  }

  byId(id: string): Message | undefined {
    return this.messages.get(id);
  }

  at(target: Target, seq: number): Message | undefined {
    const id = this.places.get(placeKey(conversationIdOf(target), seq));
    return id === undefined ? undefined : this.messages.get(id);
  }

  /** Those of a conversation, the ones known longest first. */
  of(target: Target): Message[] {
    const id = conversationIdOf(target);
    return [...this.messages.values()].filter(({ conversationID }) => conversationID === id);
  }

  /** Another session has begun: the addresses that were good for the one before are so no longer. */
  relink(): void {
    for (const { _elements: elements, to } of this.messages.values()) {
      if (Array.isArray(elements)) for (const { content } of elements) relink(content, { links: this.links, to });
    }
  }

  forget(messages: readonly Message[]): void {
    for (const message of messages) this.drop(message);
  }

  clear(): void {
    this.messages.clear();
    this.places.clear();
  }
}

function placeKey(conversationId: string, seq: number): string {
  return `${seq} ${conversationId}`;
}
