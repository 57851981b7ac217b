import { timError, type TIMError } from '@tim-node/protocol';
import { Engine } from '../core/engine.js';
import { runAlone } from '../core/callbacks.js';
import { Archive } from '../feature/archive.js';
import { Groups } from '../feature/groups.js';
import { keepConversations } from '../feature/conversation-keeper.js';
import { Conversations } from '../feature/conversations.js';
import { UnreadWatch } from '../feature/unread-watch.js';
import { Marks } from '../feature/marks.js';
import { Media } from '../feature/media.js';
import { History } from '../feature/history.js';
import { MessageLists } from '../feature/message-lists.js';
import { Messages } from '../feature/messages.js';
import { Refusals } from '../feature/refusals.js';
import { Reading } from '../feature/reading.js';
import type { Host } from '../host/host.js';
import { ConversationPages } from './conversation-pages.js';
import { Cursors } from './cursors.js';
import type { Viewer } from './codec/domain.js';
import { forwarders } from './events.js';
import { Uploads } from './uploads.js';
import { Resends } from './resends.js';
import { Sendings } from './sendings.js';

/** A callback that the app has set for an event. */
interface Registered {
  readonly cb: (...args: never[]) => void;
  readonly userData: unknown;
}

/** Where pages go on, for each kind of list. */
interface PageCursors {
  readonly conversations: ConversationPages;
  readonly members: Cursors;
  /** Wishes to come into groups. */
  readonly applications: Cursors;
  /** Users who have read a message. */
  readonly readers: Cursors;
}

/** What must have happened before a function can do its work. */
export type Needs = 'nothing' | 'init' | 'login';

/**
 * What every function of the native API works on: one engine and the event callbacks of one account.
 * Its members are for those functions only and are not in the published types.
 */
export class ClientCore {
  /** @internal */
  readonly engine: Engine;
  /** @internal What is kept on this machine. */
  readonly archive: Archive;
  /** @internal */
  readonly conversations: Conversations;
  /** @internal From whom nothing is wanted. */
  readonly refusals: Refusals;
  /** @internal How far conversations were read. */
  readonly reading: Reading;
  /** @internal */
  readonly marks: Marks;
  // Most accounts of a process with thousands are idle: what needs to hear nothing is made when it is needed first.
  private ownMessages: Messages | undefined;
  private ownUnread: UnreadWatch | undefined;
  private ownHistory: History | undefined;
  private ownLists: MessageLists | undefined;
  private ownGroups: Groups | undefined;
  private ownMedia: Media | undefined;
  private ownSendings: Sendings | undefined;
  private ownResends: Resends | undefined;
  private ownUploads: Uploads | undefined;
  private ownCursors: PageCursors | undefined;
  /** By the name of the function that sets them; an event without any left has an empty list. */
  private registered: Map<string, readonly Registered[]> | undefined;

  /** @internal */
  constructor(host: Host) {
    this.engine = new Engine(host);
    this.archive = new Archive(this.engine);
    this.refusals = new Refusals(this.engine, () => this.conversations);
    this.conversations = new Conversations(this.engine);
    keepConversations(this.engine, this.conversations);
    this.reading = new Reading(this.engine, this.conversations);
    this.marks = new Marks(this.engine);
  }

  /** @internal */
  get messages(): Messages {
    return (this.ownMessages ??= new Messages(this.engine, (message, self) => this.refusals.has(message, self)));
  }

  /** @internal */
  get unread(): UnreadWatch {
    return (this.ownUnread ??= new UnreadWatch(this.conversations));
  }

  /** @internal */
  get history(): History {
    return (this.ownHistory ??= new History(this.engine));
  }

  /** @internal */
  get lists(): MessageLists {
    return (this.ownLists ??= new MessageLists(this.engine, this.archive, this.history));
  }

  /** @internal */
  get groups(): Groups {
    return (this.ownGroups ??= new Groups(this.engine));
  }

  /** @internal */
  get media(): Media {
    return (this.ownMedia ??= new Media(this.engine));
  }

  /** @internal Messages on their way out. */
  get sendings(): Sendings {
    return (this.ownSendings ??= new Sendings());
  }

  /** @internal Messages that could not be sent. */
  get resends(): Resends {
    return (this.ownResends ??= new Resends());
  }

  /** @internal */
  get uploads(): Uploads {
    return (this.ownUploads ??= new Uploads(this));
  }

  /** @internal Where lists that are read page by page go on. */
  get cursors(): PageCursors {
    return (this.ownCursors ??= {
      conversations: new ConversationPages(),
      members: new Cursors(),
      applications: new Cursors(),
      readers: new Cursors(),
    });
  }

  /** @internal How messages are shown to a user. His files can be loaded only while he is logged in. */
  viewer(userId = this.engine.ownerId): Viewer {
    return { userId, urlOf: (id) => this.engine.mediaUrl(id, userId) };
  }

  /** @internal Replaces the callback of an event; null removes it. */
  setCallback(event: string, cb: Registered['cb'] | null | undefined, userData: unknown): void {
    this.register(event, cb ? [{ cb, userData }] : []);
  }

  /** @internal Adds a callback to an event; the same one twice only moves its user data. */
  addCallback(event: string, cb: Registered['cb'], userData: unknown): void {
    this.register(event, [...this.without(event, cb), { cb, userData }]);
  }

  /** @internal */
  removeCallback(event: string, cb: Registered['cb'] | null | undefined): void {
    this.register(event, this.without(event, cb));
  }

  private without(event: string, cb: Registered['cb'] | null | undefined): Registered[] {
    return this.registeredFor(event).filter((each) => each.cb !== cb);
  }

  private registeredFor(event: string): readonly Registered[] {
    return this.registered?.get(event) ?? [];
  }

  /** What happens is passed on from the moment when the app asks for it first. */
  private register(event: string, callbacks: readonly Registered[]): void {
    const isFirst = this.registered?.has(event) !== true;
    if (isFirst && callbacks.length === 0) return;
    this.registered ??= new Map();
    this.registered.set(event, callbacks);
    if (isFirst) forwarders[event]?.(this);
  }

  /** @internal */
  hasCallback(event: string): boolean {
    return this.registeredFor(event).length > 0;
  }

  /** @internal Runs the callbacks of an event. Only to be called from within the callback queue. */
  notify<C extends (...args: never[]) => void>(event: string, invoke: (cb: C, userData: unknown) => void): void {
    for (const { cb, userData } of this.registeredFor(event)) runAlone(() => invoke(cb as C, userData));
  }

  /** @internal Why a function cannot run now, if so. One that works `offline` needs no more than the store of an account. */
  refusal(needs: Needs, local: boolean, offline = false): TIMError | undefined {
    const { state } = this.engine;
    if (needs === 'nothing') return undefined;
    if (state === 'Uninit') return timError('notInitialized');
    if (state === 'Logined' || needs === 'init') return undefined;
    if (offline && this.engine.local.readableBy !== '') return undefined;
    return timError('notLoggedIn', local ? 'not init database' : 'not login');
  }
}
