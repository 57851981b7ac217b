import { timError, type LogEntry, type Position, type TIMError } from '@tim-node/protocol';
import type { Host } from '../host/host.js';
import { MemoryStore } from '../local/memory-store.js';
import { applyEntries } from '../local/rules.js';
import type { LocalStore } from '../local/store.js';
import { RememberedPositions, type Positions } from '../session/positions.js';
import type { Callbacks } from './callbacks.js';
import type { Logger } from './logger.js';

/** Told when the store is there, or why it will not be. */
type Waiting = (error?: TIMError) => void;

interface Opening {
  readonly userId: string;
  readonly waiting: Waiting[];
}

const notLoggedIn = (): TIMError => timError('notLoggedIn', 'not login');

interface Current {
  readonly userId: string;
  store: LocalStore;
}

/**
 * What is kept of the accounts of one client: on disk where the app names a folder, else in memory. Everything that
 * writes does so in the turn of the callback queue to which it belongs, so that one account never writes into the
 * store of another one. A store that fails is given up for one in memory: it costs the store, not the chat.
 */
export class Local implements Positions {
  private readonly positions = new RememberedPositions();
  /** Where files are kept; nothing: nowhere. */
  private place: { readonly folder: string; readonly sdkAppId: number } | undefined;
  /** The app wants no files; it counts from the next login on. */
  disabled = false;
  private opening: Opening | undefined;
  private current: Current | undefined;
  private openListeners: readonly ((userId: string) => void)[] = [];
  /** Whose store answers although he is not logged in; empty for nobody. */
  private reader = '';

  constructor(
    private readonly host: Host,
    private readonly callbacks: Callbacks,
    private readonly logger: Logger,
  ) {}

  /** Init. */
  begin(sdkAppId: number, folder: string | undefined): void {
    this.place = folder === undefined ? undefined : { folder, sdkAppId };
  }

  /** Uninit. */
  end(): void {
    this.leave(() => timError('interrupted'));
  }

  /** Whose store can be read although he is not logged in (yet), or the empty text. */
  get readableBy(): string {
    return this.reader;
  }

  find(userId: string, found: (position: Position | undefined) => void): void {
    this.abandon(notLoggedIn);
    const { place } = this;
    if (place === undefined || this.disabled || this.host.openStore === undefined) {
      this.reader = '';
      found(this.positions.get(userId));
      return;
    }
    this.reader = userId;
    const opening: Opening = { userId, waiting: [() => found(this.positionOf(userId))] };
    this.opening = opening;
    // What still waits in the queue belongs to the store that is open now.
    this.callbacks.post(() => {
      if (this.opening === opening) this.open(opening, place);
    });
  }

  set(userId: string, position: Position): void {
    this.positions.set(userId, position);
  }

  private positionOf(userId: string): Position | undefined {
    const remembered = this.positions.get(userId);
    const kept = this.current?.userId === userId ? this.current.store.position : undefined;
    if (remembered === undefined || kept === undefined) return remembered ?? kept;
    return kept.epoch === remembered.epoch && kept.seq > remembered.seq ? kept : remembered;
  }

  private open(opening: Opening, { folder, sdkAppId }: { folder: string; sdkAppId: number }): void {
    const { userId } = opening;
    if (this.current?.userId === userId && this.current.store.lasting) {
      this.opened(opening);
      return;
    }
    this.close();
    const warn = (message: string): void => this.logger.warn(message);
    const now = this.host.clock.now();
    this.host.openStore?.({ folder, sdkAppId, userId, now, warn }).then(
      (store) => this.callbacks.post(() => this.takeStore(opening, store)),
      (error: unknown) => {
        this.logger.warn(`local store: kept in memory only (${String(error)})`);
        this.callbacks.post(() => {
          if (this.opening !== opening) return;
          this.reader = '';
          this.opened(opening);
        });
      },
    );
  }

  private takeStore(opening: Opening, store: LocalStore): void {
    if (this.opening !== opening) {
      store.close();
      return;
    }
    const { userId } = opening;
    this.current = { userId, store };
    for (const listener of this.openListeners) listener(userId);
    this.opened(opening);
  }

  /** Listens to stores that were opened, before anybody reads them. Listeners are called through the callback queue. */
  onOpened(listener: (userId: string) => void): void {
    this.openListeners = this.openListeners.concat([listener]);
  }

  private opened(opening: Opening): void {
    this.opening = undefined;
    for (const told of opening.waiting) told();
  }

  /** The error is only made when somebody waits: mostly nobody does. */
  private abandon(error: () => TIMError): void {
    const { opening } = this;
    this.opening = undefined;
    // The first one is the login, which learns of its end elsewhere.
    for (const told of opening?.waiting.slice(1) ?? []) told(error());
  }

  /** Runs something when the store is there; at once when it is, or when there will be none. */
  whenReady(run: Waiting): void {
    if (this.opening === undefined) run();
    else this.opening.waiting.push(run);
  }

  /** The user is not logged in any more: his store cannot be read, and is closed in its turn. */
  leave(error: () => TIMError = notLoggedIn): void {
    this.abandon(error);
    this.reader = '';
    this.callbacks.post(() => this.close());
  }

  private close(): void {
    const { current } = this;
    this.current = undefined;
    try {
      current?.store.close();
    } catch (error) {
      this.logger.warn(`local store: closing failed (${String(error)})`);
    }
  }

  private storeOf(userId: string): Current {
    if (this.current?.userId !== userId) {
      this.close();
      this.current = { userId, store: new MemoryStore() };
    }
    return this.current;
  }

  /** Works on the store of a user. When the store fails, the result is `instead` and the store is given up. */
  use<T>(userId: string, work: (store: LocalStore) => T, instead: T): T {
    const current = this.storeOf(userId);
    const { store } = current;
    try {
      return work(store);
    } catch (error) {
      this.giveUp(current, store, error);
      return instead;
    }
  }

  private giveUp(current: Current, store: LocalStore, error: unknown): void {
    if (current.store !== store) return;
    this.logger.warn(`local store: given up until the next login (${String(error)})`);
    current.store = new MemoryStore();
    try {
      store.close();
    } catch {
      // It failed already.
    }
  }

  /**
   * Applies entries of the log and lets everybody hear of them, in one transaction: what the features make of them and
   * the position stay or are gone together.
   */
  apply(userId: string, entries: readonly LogEntry[], position: Position, tell: () => void): void {
    const waiting = [tell];
    this.within(userId, (store) => {
      applyEntries(store, entries, userId, position);
      waiting.pop()?.();
    });
    // The store may have failed before anybody heard of them.
    waiting.pop()?.();
  }

  /** The session stands at this place of the log; `anew` after another server has taken the place of the old one. */
  attached(userId: string, position: Position, anew: boolean): void {
    // A store in memory is not asked for its place.
    if (this.current === undefined && !anew) return;
    this.within(userId, (store) => {
      if (anew) store.forget();
      if (anew || store.position === undefined) store.setPosition(position);
    });
  }

  private within(userId: string, work: (store: LocalStore) => void): void {
    this.use(userId, (store) => store.transaction(() => work(store)), undefined);
  }
}
