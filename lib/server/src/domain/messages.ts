import {
  isUserId,
  LIMITS,
  mediaOf,
  mergersOf,
  timError,
  type ErrorName,
  type PullParams,
  type PullResult,
  type SendParams,
  type SendResult,
} from '@tim-node/protocol';
import { unixSeconds, type Clock } from '../clock.js';
import type { Session } from '../session/session.js';
import type { Appended, Readers, Send, SendRefusal, StoredMessage } from '../store/calls/messages.js';
import type { Store } from '../store/store.js';
import { AppendQueue, type Stored } from './append-queue.js';
import { conversationId } from './conversation-id.js';
import { checkSendable, encodeBody, typeBits } from './message-body.js';
import { Encoded } from './encoded.js';
import { MessageRate, type MessageLimits } from './message-rate.js';
import { encodeMessage } from './message-text.js';
import type { OnlineMessages } from './online-messages.js';
import type { PublishedRun, Publisher } from './publisher.js';

/** Characters of bodies in one page of the log. */
const MAX_PAGE = 256 * 1024;

const REFUSALS: Readonly<Record<SendRefusal, ErrorName>> = {
  unknownReceiver: 'messageParty',
  noGroup: 'groupUnknown',
  notMember: 'groupDenied',
  muted: 'groupMuted',
  noMedia: 'mediaUnknown',
};

/** Messages between users: into the store, then out to everybody who has to see them. */
export class Messages {
  private readonly queue: AppendQueue;
  private readonly rate: MessageRate;
  private stored = 0;

  constructor(
    private readonly store: Store,
    private readonly publisher: Publisher,
    private readonly online: OnlineMessages,
    private readonly clock: Clock,
    limits: MessageLimits,
  ) {
    this.rate = new MessageRate(clock, limits);
    this.queue = new AppendQueue(store, (batch) => {
      this.publish(batch);
    });
  }

  /** Messages that wait to be stored. */
  get waiting(): number {
    return this.queue.size;
  }

  /** Messages stored since the start. */
  get count(): number {
    return this.stored;
  }

  /** Resolves when the message is safe on disk. */
  async send(session: Session, params: SendParams): Promise<SendResult> {
    const { target, body, onlineOnly, onlyFor } = params;
    if (target.type === 'c2c' && !isUserId(target.id)) throw timError('messageParty');
    if (onlyFor !== undefined && (target.type === 'c2c' || onlyFor.length === 0)) {
      throw timError('invalidParameters', 'onlyFor names members of a group');
    }
    const send = this.toSend(session, params);
    if (Buffer.byteLength(send.body) > LIMITS.messageBytes) throw timError('messageTooLong');
    checkSendable(body.elems);
    this.rate.check(session.app, session.user, target);
    const result = await (onlineOnly === true ? this.sendOnline(session, send) : this.append(send));
    this.rate.sent(session.app, target);
    return result;
  }

  private async sendOnline(session: Session, send: Send): Promise<SendResult> {
    const why = await this.online.send(session, send);
    if (why !== undefined) throw timError(REFUSALS[why]);
    return { seq: 0, time: send.time };
  }

  /**
   * Stores a message that is known to be right.
   * @throws TIMError when the receiver will not have it
   */
  async append(send: Send): Promise<SendResult> {
    const appended = await this.queue.add(send);
    if (appended.type === 'refused') throw timError(REFUSALS[appended.why]);
    return { seq: appended.seq, time: appended.time };
  }

  private toSend({ app, user, platform }: Session, params: SendParams): Send {
    const { target, clientId, random, clientTime, body, onlyFor } = params;
    const media = mediaOf(body.elems);
    const mergers = mergersOf(body.elems);
    return {
      app,
      sender: user,
      clientId,
      convId: conversationId(user, target),
      target: { type: target.type, id: target.id },
      time: unixSeconds(this.clock),
      clientTime,
      random,
      platform,
      body: encodeBody(body),
      types: typeBits(body.elems.map(({ type }) => type)),
      counted: body.uncounted !== true,
      lasting: body.notLast !== true,
      needReceipt: body.needReceipt === true,
      mentions: body.mentions ?? [],
      ...(media.length === 0 ? {} : { media }),
      ...(mergers.length === 0 ? {} : { mergers }),
      ...(onlyFor === undefined ? {} : { onlyFor: [...new Set(onlyFor)] }),
    };
  }

  /** Tells readers of messages that are safe. */
  publish(batch: readonly Stored[]): void {
    const runs = new Map<Readers, PublishedRun>();
    for (const { send, appended } of batch) {
      if (appended.type === 'repeated') this.repeat(send);
      if (appended.type !== 'stored') continue;
      this.stored += 1;
      const { readers } = appended;
      let run = runs.get(readers);
      if (run === undefined) runs.set(readers, (run = { app: send.app, readers, messages: [] }));
      run.messages[appended.at] = encodeMessage(toStored(send, appended));
    }
    this.publisher.messages(runs.values());
  }

  /** Whoever stored it first may have failed before it could tell anybody. */
  private repeat({ app, sender, target }: Send): void {
    this.publisher.grown(app, target.type === 'c2c' ? [sender, target.id] : [sender]);
  }

  /** One page of a user's log. */
  async pull(session: Session, { epoch, after, limit }: PullParams): Promise<Encoded<PullResult>> {
    const { app, user } = session;
    const page = await this.store.pull({ app, user, after, limit, maxBytes: MAX_PAGE });
    const reset = page.reset || epoch !== this.store.epoch;
    session.tellHead(page.head);
    const rest = JSON.stringify({ epoch: this.store.epoch, head: page.head, reset });
    return new Encoded(`${rest.slice(0, -1)},"entries":${reset ? '[]' : page.entries}}`);
  }
}

/** Field by field: to take a whole object apart and add to it takes ten times as long as all the rest of this. */
function toStored(send: Send, { seq, time, profile, readers }: Appended & { type: 'stored' }): StoredMessage {
  const { target, sender, clientId, clientTime, random, platform, body, needReceipt } = send;
  return {
    target,
    seq,
    sender,
    clientId,
    time,
    clientTime,
    random,
    platform,
    body,
    version: 0,
    profile,
    revoked: null,
    onlyFor: send.onlyFor === undefined ? null : JSON.stringify(send.onlyFor),
    receiptTotal: needReceipt ? readers.users.filter((user) => user !== sender).length : null,
  };
}
