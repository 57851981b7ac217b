import {
  timError,
  type DeleteExtensionsParams,
  type ErrorName,
  type Extension,
  type ExtensionOutcomes,
  type Nothing,
  type PinnedMessages,
  type PinParams,
  type PlaceParams,
  type PlacesParams,
  type ReactionParams,
  type ReactionsParams,
  type ReactionsResult,
  type ReactorsParams,
  type ReadersParams,
  type ReceiptsResult,
  type SetExtensionsParams,
  type Target,
  type UsersResult,
} from '@tim-node/protocol';
import { unixSeconds, type Clock } from '../clock.js';
import type { Session } from '../session/session.js';
import type { Changed, Found, MarkQuery, MarkRefusal } from '../store/calls/marks.js';
import type { Store } from '../store/store.js';
import { conversationId } from './conversation-id.js';
import { toMessage } from './message-text.js';
import type { Publisher } from './publisher.js';

const REFUSALS: Readonly<Record<MarkRefusal, ErrorName>> = {
  noGroup: 'groupUnknown',
  notMember: 'groupDenied',
  noMessage: 'messageUnknown',
  notAllowed: 'groupDenied',
  notWanted: 'invalidParameters',
  tooManyReactions: 'tooManyReactions',
  tooManyReactors: 'tooManyReactors',
  alreadyReacted: 'alreadyReacted',
  reactionMissing: 'reactionMissing',
  notReacted: 'notReacted',
  tooManyPins: 'groupPinsFull',
};

const NOT_WANTED = 'the message was not sent with the wish for this';

/** What is put to messages after they were sent: receipts, extensions, reactions, pins. */
export class Marks {
  constructor(
    private readonly store: Store,
    private readonly publisher: Publisher,
    private readonly clock: Clock,
  ) {}

  async sendReceipts(session: Session, { target, seqs }: PlacesParams): Promise<Nothing> {
    const now = unixSeconds(this.clock);
    this.told(session, await this.store.sendReceipts({ ...query(session, target), seqs, now }));
    return {};
  }

  async countReceipts(session: Session, { target, seqs }: PlacesParams): Promise<ReceiptsResult> {
    return { receipts: found(await this.store.countReceipts({ ...query(session, target), seqs })) };
  }

  async listReaders(session: Session, params: ReadersParams): Promise<UsersResult> {
    const { target, seq, read, after = '', limit } = params;
    return found(await this.store.listReaders({ ...query(session, target), seq, read, after, limit }));
  }

  async setExtensions(session: Session, { target, seq, set, known }: SetExtensionsParams): Promise<ExtensionOutcomes> {
    const request = { ...query(session, target), seq, set: plain(set) };
    const changed = await this.store.setExtensions(known === undefined ? request : { ...request, known: plain(known) });
    return { results: this.told(session, changed) };
  }

  async getExtensions(session: Session, { target, seq }: PlaceParams): Promise<{ readonly extensions: Extension[] }> {
    return { extensions: found(await this.store.getExtensions({ ...query(session, target), seq })) };
  }

  async deleteExtensions(
    session: Session,
    { target, seq, keys, known }: DeleteExtensionsParams,
  ): Promise<ExtensionOutcomes> {
    const request = { ...query(session, target), seq, keys };
    const changed = await this.store.deleteExtensions(
      known === undefined ? request : { ...request, known: plain(known) },
    );
    return { results: this.told(session, changed) };
  }

  async setReaction(session: Session, { target, seq, reaction }: ReactionParams, on: boolean): Promise<Nothing> {
    const now = unixSeconds(this.clock);
    this.told(session, await this.store.setReaction({ ...query(session, target), seq, reaction, on, now }));
    return {};
  }

  async getReactions(session: Session, { target, seqs, users }: ReactionsParams): Promise<ReactionsResult> {
    return { results: found(await this.store.getReactions({ ...query(session, target), seqs, users })) };
  }

  async listReactors(session: Session, params: ReactorsParams): Promise<UsersResult> {
    const { target, seq, reaction, skip, limit } = params;
    return found(await this.store.listReactors({ ...query(session, target), seq, reaction, skip, limit }));
  }

  async pin(session: Session, { groupId, seq, pinned }: PinParams): Promise<Nothing> {
    const now = unixSeconds(this.clock);
    const target = { type: 'group', id: groupId } as const;
    this.told(session, await this.store.pinMessage({ ...query(session, target), seq, pinned, now }));
    return {};
  }

  async listPinned(session: Session, groupId: string): Promise<PinnedMessages> {
    const pinned = found(await this.store.listPinned(query(session, { type: 'group', id: groupId })));
    return { messages: pinned.map((each) => ({ ...each, message: toMessage(each.message) })) };
  }

  /** Tells what has changed, before the caller gets his answer. */
  private told<R>({ app }: Session, changed: Changed<R>): R {
    if (changed.type === 'refused') throw refusal(changed.why);
    this.publisher.logged(app, changed.logged);
    return changed.value;
  }
}

function query({ app, user }: Session, { type, id }: Target): MarkQuery {
  const target = { type, id };
  return { app, user, target, convId: conversationId(user, target) };
}

/** Without keys that nobody knows. */
function plain(extensions: readonly Extension[]): Extension[] {
  return extensions.map(({ key, value }) => ({ key, value }));
}

function found<R>(result: Found<R>): R {
  if (result.type === 'refused') throw refusal(result.why);
  return result.value;
}

function refusal(why: MarkRefusal): Error {
  return timError(REFUSALS[why], why === 'notWanted' ? NOT_WANTED : undefined);
}
