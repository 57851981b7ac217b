import { randomBytes } from 'node:crypto';
import {
  isUserId,
  mediaOf,
  mergersOf,
  LIMITS,
  timError,
  type ErrorName,
  type HistoryParams,
  type HistoryResult,
  type MergerContent,
  type MergerKey,
  type MessagesResult,
  type ModifyParams,
  type ModifyResult,
  type PlacesParams,
  type PutMergerParams,
  type RevokeParams,
  type Target,
} from '@tim-node/protocol';
import { unixSeconds, type Clock } from '../clock.js';
import type { Session } from '../session/session.js';
import type { ChangeRefusal, ConversationRef, Refused } from '../store/calls/history.js';
import type { Store } from '../store/store.js';
import { conversationId } from './conversation-id.js';
import { checkSendable, encodeElems, typeBits } from './message-body.js';
import { toMessage } from './message-text.js';
import type { Publisher } from './publisher.js';

/** Characters of bodies in one answer. */
const MAX_PAGE = 256 * 1024;
const KEY_BYTES = 24;

const C2C_REFUSALS: Readonly<Record<ChangeRefusal, ErrorName>> = {
  noGroup: 'messageUnknown',
  notMember: 'messageUnknown',
  unknown: 'messageUnknown',
  denied: 'messageUnknown',
  late: 'revokeLate',
  tooLong: 'messageTooLong',
  noMedia: 'mediaUnknown',
};

const GROUP_REFUSALS: Readonly<Record<ChangeRefusal, ErrorName>> = {
  noGroup: 'groupUnknown',
  notMember: 'groupDenied',
  unknown: 'groupMessageUnknown',
  denied: 'groupRevokeDenied',
  late: 'groupRevokeLate',
  tooLong: 'messageTooLong',
  noMedia: 'mediaUnknown',
};

/** Messages that are there: reading, changing and deleting them. */
export class History {
  constructor(
    private readonly store: Store,
    private readonly publisher: Publisher,
    private readonly clock: Clock,
    /** How long messages of an app can be taken back. */
    private readonly revokeSeconds: (app: number) => number,
  ) {}

  async list(session: Session, params: HistoryParams): Promise<HistoryResult> {
    const { target, from, forward, limit, since, until, types } = params;
    const page = await this.store.listMessages({
      ...refTo(session, target),
      forward: forward === true,
      limit,
      maxBytes: MAX_PAGE,
      ...(from === undefined ? {} : { from }),
      ...(since === undefined ? {} : { since }),
      ...(until === undefined ? {} : { until }),
      ...(types === undefined || types.length === 0 ? {} : { types: typeBits(types) }),
    });
    if (page.type === 'refused') throw refusal(target, page);
    const { messages, finished, next, readSeq, peerReadSeq } = page;
    const end = next === undefined ? { finished } : { finished, next };
    return { messages: messages.map(toMessage), ...end, readSeq, peerReadSeq };
  }

  async find(session: Session, { target, seqs }: PlacesParams): Promise<MessagesResult> {
    const found = await this.store.findMessages({ ...refTo(session, target), seqs, maxBytes: MAX_PAGE });
    if (found.type === 'refused') throw refusal(target, found);
    const { messages, rest, readSeq, peerReadSeq } = found;
    const more = rest.length === 0 ? {} : { rest: [...rest] };
    return { messages: messages.map(toMessage), ...more, readSeq, peerReadSeq };
  }

  async revoke(session: Session, { target, seq, reason }: RevokeParams): Promise<void> {
    const now = unixSeconds(this.clock);
    const oldest = now - this.revokeSeconds(session.app);
    const outcome = await this.store.revokeMessage({ ...refTo(session, target), seq, reason, now, oldest });
    if (outcome.type === 'refused') throw refusal(target, outcome);
    this.publisher.logged(session.app, outcome.entries);
  }

  async modify(session: Session, { target, seq, version, elems, cloudData }: ModifyParams): Promise<ModifyResult> {
    checkSendable(elems);
    const outcome = await this.store.modifyMessage({
      ...refTo(session, target),
      seq,
      version,
      elems: encodeElems(elems),
      types: typeBits(elems.map(({ type }) => type)),
      media: mediaOf(elems),
      mergers: mergersOf(elems),
      maxBytes: LIMITS.messageBytes,
      ...(cloudData === undefined ? {} : { cloudData }),
    });
    if (outcome.type === 'refused') throw refusal(target, outcome);
    this.publisher.logged(session.app, outcome.entries);
    return { modified: outcome.modified, message: toMessage(outcome.message) };
  }

  async delete(session: Session, { target, seqs }: PlacesParams): Promise<void> {
    const outcome = await this.store.deleteMessages({ ...refTo(session, target), seqs });
    if (outcome.type === 'refused') throw refusal(target, outcome);
    this.publisher.logged(session.app, outcome.entries);
  }

  async clear(session: Session, target: Target): Promise<void> {
    const outcome = await this.store.clearMessages(refTo(session, target));
    if (outcome.type === 'refused') throw refusal(target, outcome);
    this.publisher.logged(session.app, outcome.entries);
  }

  async putMerger({ app, user }: Session, { messages, media = [], mergers = [] }: PutMergerParams): Promise<MergerKey> {
    const key = randomBytes(KEY_BYTES).toString('base64url');
    await this.store.keepMerger({ app, key, user, messages, media, mergers, now: unixSeconds(this.clock) });
    return { key };
  }

  async getMerger({ app }: Session, { key }: MergerKey): Promise<MergerContent> {
    const messages = await this.store.findMerger({ app, key });
    if (messages === undefined) throw timError('messageUnknown', 'there are no merged messages under this key');
    return { messages };
  }
}

function refTo({ app, user }: Session, { type, id }: Target): ConversationRef {
  const target = { type, id };
  if (type === 'c2c' && !isUserId(id)) throw timError('messageParty');
  return { app, user, convId: conversationId(user, target), target };
}

function refusal({ type }: Target, { why }: Refused<ChangeRefusal>): Error {
  return timError((type === 'group' ? GROUP_REFUSALS : C2C_REFUSALS)[why]);
}
