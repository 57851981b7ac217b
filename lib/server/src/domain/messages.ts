import {
  isUserId,
  LIMITS,
  timError,
  type LogEntry,
  type MessageBody,
  type PullParams,
  type PullResult,
  type SendParams,
  type SendResult,
} from '@tim-node/protocol';
import { userKey, type Bus, type EncodedEntry } from '../bus/bus.js';
import { unixSeconds, type Clock } from '../clock.js';
import type { Session } from '../session/session.js';
import type { Send, Store, StoredEntry } from '../store/store.js';
import { AppendQueue, type Stored } from './append-queue.js';
import { encodeBody } from './message-body.js';

/** Characters of bodies in one page of the log. */
const MAX_PAGE = 256 * 1024;

/** Messages between users: into the store, then out to everybody who has to see them. */
export class Messages {
  private readonly queue: AppendQueue;
  private stored = 0;

  constructor(
    private readonly store: Store,
    private readonly bus: Bus,
    private readonly clock: Clock,
  ) {
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
  async send({ app, user, platform }: Session, params: SendParams): Promise<SendResult> {
    const { target, clientId, random, clientTime } = params;
    if (target.type !== 'c2c') throw timError('notSupported', 'group messages are not supported yet');
    if (!isUserId(target.id)) throw timError('messageParty');
    const body = encodeBody(params.body);
    if (Buffer.byteLength(body) > LIMITS.messageBytes) throw timError('messageTooLong');
    const appended = await this.queue.add({
      app,
      sender: user,
      clientId,
      convId: conversationOf(user, target.id),
      target: { type: 'c2c', id: target.id },
      // Who waits for it comes first.
      readers: user === target.id ? [user] : [target.id, user],
      time: unixSeconds(this.clock),
      clientTime,
      random,
      platform,
      body,
    });
    if (appended.type === 'unknownReader') throw timError('messageParty');
    return { seq: appended.seq, time: appended.time };
  }

  private publish(batch: readonly Stored[]): void {
    const byUser = new Map<string, EncodedEntry[]>();
    for (const { send, appended } of batch) {
      if (appended.type !== 'stored') continue;
      this.stored += 1;
      const message = encodeMessage(send, appended.seq);
      for (const { user, seq } of appended.entries) {
        const key = userKey(send.app, user);
        const entry = { seq, json: `{"kind":"message","seq":${seq},"message":${message}}` };
        const entries = byUser.get(key);
        if (entries === undefined) byUser.set(key, [entry]);
        else entries.push(entry);
      }
    }
    for (const [user, entries] of byUser) this.bus.publish(user, { type: 'log', entries });
  }

  /** One page of a user's log. */
  async pull(session: Session, { epoch, after, limit }: PullParams): Promise<PullResult> {
    const { app, user } = session;
    const page = await this.store.pull({ app, user, after, limit, maxBytes: MAX_PAGE });
    const reset = page.reset || epoch !== this.store.epoch;
    session.tellHead(page.head);
    const entries = reset ? [] : page.entries.map(toLogEntry);
    return { epoch: this.store.epoch, entries, head: page.head, reset };
  }
}

/** One conversation for both directions. User ids hold no colon. */
function conversationOf(a: string, b: string): string {
  return a < b ? `c2c:${a}:${b}` : `c2c:${b}:${a}`;
}

/** The message as JSON text, without taking its body apart again. */
function encodeMessage(
  { target, sender, clientId, time, clientTime, random, platform, body }: Send,
  seq: number,
): string {
  const head = JSON.stringify({ target, seq, sender, clientId, time, clientTime, random, platform });
  return `${head.slice(0, -1)},"body":${body}}`;
}

function toLogEntry({ kind, seq, message }: StoredEntry): LogEntry {
  return { kind, seq, message: { ...message, body: JSON.parse(message.body) as MessageBody } };
}
