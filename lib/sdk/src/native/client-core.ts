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
import { Sendings } from './sendings.js';

/** A callback that the app has set for an event. */
interface Registered {
  readonly cb: (...args: never[]) => void;
  readonly userData: unknown;
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
  /** @internal */
  readonly messages: Messages;
  /** @internal What is kept on this machine. */
  readonly archive: Archive;
  /** @internal */
  readonly conversations: Conversations;
  /** @internal How far conversations were read. */
  readonly reading: Reading;
  /** @internal */
  readonly unread: UnreadWatch;
  readonly history: History;
  /** @internal */
  readonly lists: MessageLists;
  /** @internal Messages on their way out. */
  readonly sendings = new Sendings();
  /** @internal */
  readonly marks: Marks;
  /** @internal */
  readonly refusals: Refusals;
  /** @internal */
  readonly groups: Groups;
  /** @internal Where pages of members of groups go on. */
  readonly memberCursors = new Cursors();
  /** @internal Where pages of wishes to come into groups go on. */
  readonly applicationCursors = new Cursors();
  readonly conversationPages = new ConversationPages();
  /** @internal Where pages of readers of messages go on. */
  readonly readCursors = new Cursors();
  /** @internal */
  readonly uploads = new Uploads(this);
  private ownMedia: Media | undefined;
  /** By the name of the function that sets them. */
  private readonly registered = new Map<string, Registered[]>();

  /** @internal */
  constructor(host: Host) {
    this.engine = new Engine(host);
    this.archive = new Archive(this.engine);
    this.conversations = new Conversations(this.engine);
    this.refusals = new Refusals(this.engine, this.conversations);
    this.messages = new Messages(this.engine, (target) => this.refusals.has(target));
    keepConversations(this.engine, this.conversations);
    this.reading = new Reading(this.engine, this.conversations);
    this.unread = new UnreadWatch(this.conversations);
    this.history = new History(this.engine);
    this.lists = new MessageLists(this.engine, this.archive, this.history);
    this.marks = new Marks(this.engine);
    this.groups = new Groups(this.engine);
    for (const forward of Object.values(forwarders)) forward(this);
  }

  /** @internal Made when it is needed: most accounts of a bot never send a file. */
  get media(): Media {
    return (this.ownMedia ??= new Media(this.engine));
  }

  /** @internal How messages are shown to a user. His files can be loaded only while he is logged in. */
  viewer(userId = this.engine.ownerId): Viewer {
    return { userId, urlOf: (id) => this.engine.mediaUrl(id, userId) };
  }

  /** @internal Replaces the callback of an event; null removes it. */
  setCallback(event: string, cb: Registered['cb'] | null | undefined, userData: unknown): void {
    if (cb) this.registered.set(event, [{ cb, userData }]);
    else this.registered.delete(event);
  }

  /** @internal Adds a callback to an event; the same one twice only moves its user data. */
  addCallback(event: string, cb: Registered['cb'], userData: unknown): void {
    this.removeCallback(event, cb);
    this.registered.set(event, [...(this.registered.get(event) ?? []), { cb, userData }]);
  }

  /** @internal */
  removeCallback(event: string, cb: Registered['cb'] | null | undefined): void {
    const left = (this.registered.get(event) ?? []).filter((each) => each.cb !== cb);
    if (left.length > 0) this.registered.set(event, left);
    else this.registered.delete(event);
  }

  /** @internal */
  hasCallback(event: string): boolean {
    return this.registered.has(event);
  }

  /** @internal Runs the callbacks of an event. Only to be called from within the callback queue. */
  notify<C extends (...args: never[]) => void>(event: string, invoke: (cb: C, userData: unknown) => void): void {
    for (const { cb, userData } of this.registered.get(event) ?? []) runAlone(() => invoke(cb as C, userData));
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
