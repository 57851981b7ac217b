import { userKey, type Bus } from '../bus/bus.js';
import type { Session } from '../session/session.js';
import type { SendRefusal, Send } from '../store/calls/messages.js';
import type { Store } from '../store/store.js';
import { encodeMessage } from './message-text.js';

/** Messages that nobody keeps: whoever is online gets them. */
export class OnlineMessages {
  constructor(
    private readonly store: Store,
    private readonly bus: Bus,
  ) {}

  /** Tells everybody who may see it, other instances of the sender included. Says why not, when it may not be sent. */
  async send({ sessionId }: Session, send: Send): Promise<SendRefusal | undefined> {
    const receivers = await this.store.receiversOf(send);
    if (receivers.type === 'refused') return receivers.why;
    const { users, profile } = receivers;
    const onlyFor = send.onlyFor === undefined ? null : JSON.stringify(send.onlyFor);
    const json = encodeMessage({ ...send, seq: 0, profile, onlyFor, version: 0, revoked: null, receiptTotal: null });
    for (const user of users) this.bus.publish(userKey(send.app, user), { type: 'online', json, except: sessionId });
    return undefined;
  }
}
