import type { Message, PlaceParams, PlacesParams, Target } from '@tim-node/protocol';
import type { Settle } from '../../../connection/requests.js';
import type { Engine } from '../../../core/engine.js';
import { Archive } from '../../../feature/archive.js';
import { targetOf } from '../../../feature/conversation-change.js';
import type { Conversations } from '../../../feature/conversations.js';
import { History } from '../../../feature/history.js';
import { Marks } from '../../../feature/marks.js';
import { Media } from '../../../feature/media.js';
import { MessageLists, type Listed } from '../../../feature/message-lists.js';
import { Messages } from '../../../feature/messages.js';
import { later, Reading } from '../../../feature/reading.js';
import type { Refusals } from '../../../feature/refusals.js';
import type { KeptMessage } from '../../../local/store.js';
import { Asker, refused } from '../answers.js';
import type { Known } from '../known.js';
import { Listeners } from '../listener.js';
import type { V2TimAdvancedMsgListener } from '../message-listener.js';
import type { V2TimMessage } from '../models.js';
import { toKeptMessage, toMessage, type ReadUpTo, type Viewer } from '../to-v2tim.js';

/** A message, or its id. */
export interface V2TimMessageRef {
  message?: V2TimMessage | undefined;
  msgID?: string | undefined;
}

/** What all functions on messages work with. */
export abstract class MessageBase {
  /** @internal */
  protected readonly engine: Engine;
  /** @internal */
  protected readonly known: Known;
  /** @internal */
  protected readonly messages: Messages;
  /** @internal */
  protected readonly history: History;
  /** @internal */
  protected readonly marks: Marks;
  /** @internal */
  protected readonly refusals: Refusals;
  /** @internal */
  protected readonly media: Media;
  /** @internal What is kept on this machine. */
  protected readonly archive: Archive;
  /** @internal */
  protected readonly lists: MessageLists;
  /** @internal */
  protected readonly asker: Asker;
  /** @internal */
  protected readonly listeners = new Listeners<V2TimAdvancedMsgListener>();
  private readonly reading: Reading;

  /** @internal */
  constructor(engine: Engine, known: Known, conversations: Conversations, refusals: Refusals) {
    this.engine = engine;
    this.known = known;
    this.refusals = refusals;
    this.messages = new Messages(engine, (message, self) => refusals.has(message, self));
    this.history = new History(engine);
    this.marks = new Marks(engine);
    this.media = new Media(engine);
    this.archive = new Archive(engine);
    this.lists = new MessageLists(engine, this.archive, this.history);
    this.reading = new Reading(engine, conversations);
    this.asker = new Asker(engine);
  }

  /** @internal */
  protected get viewer(): Viewer {
    return this.viewerOf(this.engine.userId);
  }

  /** @internal */
  protected viewerOf(self: string): Viewer {
    return { self, urlOf: (id) => this.engine.mediaUrl(id, self) };
  }

  /** @internal A message as this style shows it; from now on the app can name it. */
  protected show(message: Message, viewer = this.viewer): V2TimMessage {
    const read = this.reading.of(viewer.self, targetOf(message, viewer.self));
    return toMessage(message.seq > 0 ? this.known.keep(message) : message, viewer, read);
  }

  /** @internal The same for the user whom it was told: by now somebody else may be logged in. */
  protected showTo(message: Message, self: string): V2TimMessage {
    return this.show(message, this.viewerOf(self));
  }

  /** @internal One of those that a merged message holds. */
  protected showMerged(message: Message): V2TimMessage {
    return toMessage(message, this.viewer);
  }

  /** @internal The same for messages of a list. */
  protected showListed(target: Target, { messages, readSeq, peerReadSeq }: Listed): V2TimMessage[] {
    const isTold = readSeq !== undefined && peerReadSeq !== undefined;
    if (isTold) this.reading.note(this.archive.ownerId, target, { readSeq, peerReadSeq });
    return messages.flatMap((kept) => this.showKept(kept, isTold ? { readSeq, peerReadSeq } : {}) ?? []);
  }

  /** @internal The same for one that is kept on this machine. */
  protected showKept(kept: KeptMessage, told: ReadUpTo = {}): V2TimMessage | undefined {
    const { ownerId } = this.archive;
    if (kept.message !== undefined && kept.seq > 0) this.known.keep(kept.message);
    const { readSeq = 0, peerReadSeq = 0 } = told;
    const read = later(this.reading.of(ownerId, kept.conv) ?? NOWHERE, { readSeq, peerReadSeq });
    return toKeptMessage(kept, this.viewerOf(ownerId), read);
  }

  /** @internal A message that the app was told about. */
  protected find({ message, msgID }: V2TimMessageRef): Message {
    const id = message?.msgID ?? msgID ?? '';
    const found = this.known.get(id) ?? this.archive.find([id]).at(0)?.message;
    if (found === undefined) throw refused(`there is no message ${id}`);
    return found;
  }

  /** @internal Where a message stands that the server has. */
  protected placeOf(ref: V2TimMessageRef): PlaceParams {
    const { target, seqs } = this.placesOf([ref]);
    return { target, seq: seqs[0] ?? 0 };
  }

  /** @internal Where messages of one conversation stand. */
  protected placesOf(refs: readonly V2TimMessageRef[]): PlacesParams {
    const found = refs.map((ref) => this.find(ref));
    const { self } = this.viewer;
    const [target] = found.map((message) => targetOf(message, self));
    if (target === undefined) throw refused('there is no message');
    const others = found.some((message) => {
      const { type, id } = targetOf(message, self);
      return type !== target.type || id !== target.id;
    });
    if (others) throw refused('the messages are not of one conversation');
    if (found.some(({ seq }) => seq < 1)) throw refused('the message is not on the server');
    return { target, seqs: found.map(({ seq }) => seq) };
  }
}

const NOWHERE = { readSeq: 0, peerReadSeq: 0 };

/** The messages that an app names by themselves or by their ids. */
export function refsOf(messages: V2TimMessage[] = [], ids: string[] = []): V2TimMessageRef[] {
  return [...messages.map((message) => ({ message })), ...ids.map((msgID) => ({ msgID }))];
}

/** A promise for something that is settled. */
export function promised<T>(begin: (settle: Settle<T>) => void): Promise<T> {
  return new Promise((resolve, reject) => {
    begin((result) => {
      if ('error' in result) reject(result.error);
      else resolve(result.value);
    });
  });
}
