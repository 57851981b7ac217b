import { timError, type Target } from '@tim-node/protocol';
import type { Clock } from '../clock.js';

const SECOND = 1000;
/** Users and groups whose messages are counted; where there are more, the ones that have been quiet longest are forgotten. */
const MAX_KEYS = 100_000;

interface Bucket {
  /** Messages that could come at once then. */
  readonly left: number;
  readonly at: number;
}

/** How many messages may come in a second, per key: what was not used is kept for one second. */
export class Allowance {
  /** In the order in which they were last used. */
  private readonly buckets = new Map<string, Bucket>();

  constructor(
    private readonly clock: Clock,
    private readonly perSecond: number,
    private readonly maxKeys = MAX_KEYS,
  ) {}

  get size(): number {
    return this.buckets.size;
  }

  /** Milliseconds until one more may come; 0 for now. */
  wait(key: string): number {
    const left = this.left(key);
    return left >= 1 ? 0 : Math.ceil(((1 - left) / this.perSecond) * SECOND);
  }

  /** One has come. */
  use(key: string): void {
    const left = this.left(key) - 1;
    this.buckets.delete(key);
    this.buckets.set(key, { left, at: this.clock.monotonic() });
    for (const oldest of this.buckets.keys()) {
      if (this.buckets.size <= this.maxKeys) break;
      this.buckets.delete(oldest);
    }
  }

  private left(key: string): number {
    const bucket = this.buckets.get(key);
    if (bucket === undefined) return this.perSecond;
    const since = (this.clock.monotonic() - bucket.at) / SECOND;
    return Math.min(this.perSecond, bucket.left + since * this.perSecond);
  }
}

export interface MessageLimits {
  readonly messagesPerSecond: number;
  readonly groupMessagesPerSecond: number;
}

/** Keeps one user, or one group, from taking all the time of the server. */
export class MessageRate {
  private readonly users: Allowance;
  private readonly groups: Allowance;

  constructor(clock: Clock, { messagesPerSecond, groupMessagesPerSecond }: MessageLimits) {
    this.users = new Allowance(clock, messagesPerSecond);
    this.groups = new Allowance(clock, groupMessagesPerSecond);
  }

  /**
   * A user wants to send.
   * @throws TIMError for a message too many
   */
  check(app: number, user: string, { type, id }: Target): void {
    const ofUser = this.users.wait(`${app}/${user}`);
    if (ofUser > 0) throw timError('sendTooOften', undefined, { retryAfter: ofUser });
    const ofGroup = type === 'group' ? this.groups.wait(`${app}/${id}`) : 0;
    if (ofGroup > 0) throw timError('groupSendTooOften', undefined, { retryAfter: ofGroup });
    this.users.use(`${app}/${user}`);
  }

  /** A group has got a message. What is refused does not count: strangers could silence it. */
  sent(app: number, { type, id }: Target): void {
    if (type === 'group') this.groups.use(`${app}/${id}`);
  }
}
