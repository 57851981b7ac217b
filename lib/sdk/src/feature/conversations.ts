import {
  LIMITS,
  type AccountReceiveOption,
  type ConversationsPage,
  type Target,
  type TIMError,
} from '@tim-node/protocol';
import type { Outcome, Settle } from '../connection/requests.js';
import { Emitter } from '../core/emitter.js';
import type { Engine } from '../core/engine.js';
import { after } from '../host/clock.js';
import { Scope } from '../host/scope.js';
import type { StateName, TransitionReason } from '../session/states.js';
import { keyOf, type ConversationKey, type Draft, type KeptConversation } from './conversation-change.js';
import { ConversationModel, type Changes } from './conversation-model.js';

/** What could not be loaded is asked for again after this; milliseconds. */
const RETRY = 5000;

interface ConversationEvents {
  /** The list is being compared with the server's. */
  syncStarted(): void;
  /** It has been. */
  syncFinished(): void;
  /** Something has changed; `self` is whose list it is. */
  changes(changes: Changes, self: string): void;
}

/**
 * The conversations of the logged-in user, loaded after the login and kept true by his log. What an earlier session
 * has kept can be shown until then.
 */
export class Conversations {
  private readonly emitter = new Emitter<ConversationEvents>();
  private model = new ConversationModel('');
  private self = '';
  /** Ends with the session. */
  private stay = new Scope();
  private isLoaded = false;
  private isRestored = false;
  private isSyncing = false;
  private waiting: Settle<null>[] = [];
  /** Those that the log has not told all about. */
  private wanted: Map<ConversationKey, Target> | undefined;
  private isAsking = false;

  constructor(private readonly engine: Engine) {
    this.stay.end();
    engine.on('transition', (_from, to, reason) => {
      this.moved(to, reason);
    });
    engine.on('entries', (entries, userId) => {
      if (userId === this.self && !this.stay.isOver) this.tell(this.model.apply(entries));
    });
    engine.on('reset', (userId) => {
      if (userId !== this.self || this.stay.isOver) return;
      this.model.forgetPlaces();
      this.load();
    });
  }

  on<K extends keyof ConversationEvents>(name: K, listener: ConversationEvents[K]): () => void {
    return this.emitter.on(name, listener);
  }

  /** Listens to changes by the names of the conversations, gone ones included; for whoever keeps them. */
  onChanged(listener: (changedKeys: readonly ConversationKey[]) => void): () => void {
    return this.on('changes', ({ added, changed, removed }) => {
      const keys = [...added, ...changed, ...removed].map(({ target }) => keyOf(target));
      if (keys.length > 0) listener(keys);
    });
  }

  /** All conversations, as plain data. */
  snapshot(): KeptConversation[] {
    return this.model.all();
  }

  /** Shows what an earlier session of the same user has kept, until the server is heard. */
  restore(kept: readonly KeptConversation[]): void {
    this.isRestored = kept.length > 0;
    this.tell(this.model.restore(kept));
  }

  get(target: Target): KeptConversation | undefined {
    return this.model.get(keyOf(target));
  }

  find(key: ConversationKey): KeptConversation | undefined {
    return this.model.get(key);
  }

  /** Names of the groups of conversations. */
  get groups(): readonly string[] {
    return this.model.groups;
  }

  get accountOption(): AccountReceiveOption {
    return this.model.accountOption;
  }

  /** Keeps what the user was writing, on this machine only; nothing forgets it. */
  setDraft(target: Target, draft: Draft | undefined): void {
    this.tell(this.model.setDraft(target, draft));
  }

  /** Settles as soon as there is a list to show: that of an earlier session, or that of the server. */
  whenReady(settle: Settle<null>): void {
    if (this.isLoaded || this.isRestored || this.stay.isOver) settle({ value: null });
    else this.waiting.push(settle);
  }

  private moved(to: StateName, reason: TransitionReason): void {
    if (to === 'Logined') this.begin(this.engine.userId);
    else if (to === 'Logining' || reason !== 'login failed') this.close();
  }

  private begin(self: string): void {
    if (self === '') return;
    const restored = this.model.all();
    this.model = new ConversationModel(self);
    this.model.restore(restored);
    this.self = self;
    this.stay = new Scope();
    if (this.engine.isNewcomer) this.loadNothing();
    else this.load();
  }

  private close(): void {
    this.stay.end();
    this.model = new ConversationModel('');
    this.self = '';
    this.isLoaded = false;
    this.isRestored = false;
    this.isSyncing = false;
    this.isAsking = false;
    this.wanted = undefined;
    this.ready({ value: null });
  }

  private ready(outcome: Outcome<null>): void {
    const { waiting } = this;
    this.waiting = [];
    for (const settle of waiting) settle(outcome);
  }

  private load(): void {
    const { model } = this;
    this.beginList(model);
    this.loadPage(model, undefined);
  }

  /** Every conversation leaves traces in the log: where there are none, the server need not be asked. */
  private loadNothing(): void {
    const { model } = this;
    this.beginList(model);
    this.takePage(model, { conversations: [], groups: [], at: 0 });
  }

  private beginList(model: ConversationModel): void {
    if (!this.isSyncing) this.emitter.emit('syncStarted');
    this.isSyncing = true;
    model.journal.begin();
    model.beginList();
  }

  private loadPage(model: ConversationModel, after: string | undefined): void {
    const params = { limit: LIMITS.conversationPage, ...(after === undefined ? {} : { after }) };
    this.engine.call('conv.list', params, (outcome) => {
      if (model !== this.model) return;
      if ('error' in outcome) this.failed(model, outcome.error);
      else this.takePage(model, outcome.value);
    });
  }

  private failed(model: ConversationModel, error: TIMError): void {
    model.journal.end();
    this.ready({ error });
    // The session is over: the next one loads anew.
    if (this.engine.state !== 'Logined') return;
    this.engine.logger.warn(`conversations: the list could not be loaded (${error.message})`);
    after(this.engine.host.clock, RETRY, this.stay, () => {
      this.load();
    });
  }

  private takePage(model: ConversationModel, page: ConversationsPage): void {
    this.tell(model.takePage(page));
    if (page.next !== undefined) {
      this.loadPage(model, page.next);
      return;
    }
    this.tell(model.endList());
    model.journal.end();
    this.isLoaded = true;
    this.isSyncing = false;
    this.emitter.emit('syncFinished');
    this.ready({ value: null });
  }

  private tell(changes: Changes): void {
    for (const target of changes.reload) this.want(target);
    this.reload();
    if (!isNothing(changes)) this.emitter.emit('changes', changes, this.self);
  }

  private want(target: Target): void {
    this.wanted ??= new Map();
    this.wanted.set(keyOf(target), target);
  }

  /** Asks for what is wanted. */
  private reload(): void {
    const { wanted, model } = this;
    if (this.isAsking || wanted === undefined || wanted.size === 0 || this.stay.isOver) return;
    this.isAsking = true;
    const targets = [...wanted.values()].slice(0, LIMITS.conversationsPerRequest);
    for (const target of targets) wanted.delete(keyOf(target));
    model.journal.begin();
    this.engine.call('conv.get', { targets }, (outcome) => {
      if (model !== this.model) return;
      this.isAsking = false;
      if ('value' in outcome) this.tell(model.takeSome(outcome.value.conversations));
      model.journal.end();
      if ('value' in outcome) return;
      for (const target of targets) this.want(target);
      after(this.engine.host.clock, RETRY, this.stay, () => {
        this.reload();
      });
    });
  }
}

function isNothing({ added, changed, removed, groups, accountOption }: Changes): boolean {
  return added.length + changed.length + removed.length + groups.length === 0 && accountOption === undefined;
}
