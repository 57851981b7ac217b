import type {
  DeleteExtensionsParams,
  Extension,
  ExtensionOutcomes,
  LogEntry,
  Nothing,
  PinnedMessages,
  PinParams,
  PlaceParams,
  PlacesParams,
  ReactionParams,
  ReactionsParams,
  ReactionsResult,
  ReactorsParams,
  ReadersParams,
  ReceiptsResult,
  SetExtensionsParams,
  UsersResult,
} from '@tim-node/protocol';
import type { Settle } from '../connection/requests.js';
import type { Engine } from '../core/engine.js';
import { KnownExtensions } from './known-extensions.js';

type Kind = 'receipts' | 'extensions' | 'reactions' | 'pinned';
type EntryOf<K extends Kind> = Extract<LogEntry, { readonly kind: K }>;

/** What is put to messages after they were sent: receipts, extensions, reactions, pins. */
export class Marks {
  private known: KnownExtensions | undefined;

  constructor(private readonly engine: Engine) {
    this.on('extensions', (entry) => {
      this.extensions.entry(entry);
    });
    engine.on('transition', (_from, to) => {
      if (to === 'UnLogined') this.known = undefined;
    });
  }

  private get extensions(): KnownExtensions {
    return (this.known ??= new KnownExtensions());
  }

  /**
   * Listens to what others, and other instances of this account, have done; and to what this one has.
   * Returns the function that stops it.
   */
  on<K extends Kind>(kind: K, listener: (entry: EntryOf<K>, userId: string) => void): () => void {
    return this.engine.on('entries', (entries, userId) => {
      for (const entry of entries) if (entry.kind === kind) listener(entry as EntryOf<K>, userId);
    });
  }

  /** Tells the senders of messages that these were read. */
  sendReceipts(params: PlacesParams, settle: Settle<Nothing>): void {
    this.engine.call('mark.receipt.send', params, settle);
  }

  getReceipts(params: PlacesParams, settle: Settle<ReceiptsResult>): void {
    this.engine.call('mark.receipt.get', params, settle);
  }

  /** Which members of a group have read a message, or have not. */
  listReaders(params: ReadersParams, settle: Settle<UsersResult>): void {
    this.engine.call('mark.receipt.users', params, settle);
  }

  /** What somebody else has changed since this client heard of it last is not set: 23001, with what is there now. */
  setExtensions(params: Omit<SetExtensionsParams, 'known'>, settle: Settle<ExtensionOutcomes>): void {
    const keys = params.set.map(({ key }) => key);
    const known = this.extensions.among(params, keys);
    this.engine.call('mark.extension.set', { ...params, known }, (outcome) => {
      if ('value' in outcome) this.extensions.outcome(params, outcome.value.results);
      settle(outcome);
    });
  }

  getExtensions(params: PlaceParams, settle: Settle<{ readonly extensions: Extension[] }>): void {
    this.engine.call('mark.extension.get', params, (outcome) => {
      if ('value' in outcome) this.extensions.told(params, outcome.value.extensions);
      settle(outcome);
    });
  }

  /** As for setting; all of them are deleted whatever they are. */
  deleteExtensions(params: Omit<DeleteExtensionsParams, 'known'>, settle: Settle<ExtensionOutcomes>): void {
    const known = this.extensions.among(params, params.keys);
    this.engine.call('mark.extension.delete', { ...params, known }, (outcome) => {
      if ('value' in outcome) this.extensions.outcome(params, outcome.value.results);
      settle(outcome);
    });
  }

  addReaction(params: ReactionParams, settle: Settle<Nothing>): void {
    this.engine.call('mark.reaction.add', params, settle);
  }

  removeReaction(params: ReactionParams, settle: Settle<Nothing>): void {
    this.engine.call('mark.reaction.remove', params, settle);
  }

  getReactions(params: ReactionsParams, settle: Settle<ReactionsResult>): void {
    this.engine.call('mark.reaction.get', params, settle);
  }

  listReactors(params: ReactorsParams, settle: Settle<UsersResult>): void {
    this.engine.call('mark.reaction.users', params, settle);
  }

  pin(params: PinParams, settle: Settle<Nothing>): void {
    this.engine.call('mark.pin.set', params, settle);
  }

  listPinned(groupId: string, settle: Settle<PinnedMessages>): void {
    this.engine.call('mark.pin.list', { groupId }, settle);
  }
}
