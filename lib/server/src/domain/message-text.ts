import { revokedBody, type Message, type MessageBody, type Revocation, type SenderProfile } from '@tim-node/protocol';
import type { StoredMessage } from '../store/calls/messages.js';

export { encodeEntry, encodeMessage } from '../store/entry-text.js';

/* Stored messages and log entries on their way to clients. */

/** A message as clients see it. What was taken back has no content any more. */
export function toMessage(stored: StoredMessage): Message {
  const { target, seq, sender, clientId, time, clientTime, random, platform, version } = stored;
  const head = { target, seq, sender, clientId, time, clientTime, random, platform };
  return {
    ...head,
    body: stored.revoked === null ? bodyOf(stored) : revokedBody(bodyOf(stored)),
    ...(version === 0 ? {} : { version }),
    ...(stored.profile === null ? {} : { profile: JSON.parse(stored.profile) as SenderProfile }),
    ...(stored.revoked === null ? {} : { revoked: JSON.parse(stored.revoked) as Revocation }),
    ...(stored.onlyFor === null ? {} : { onlyFor: JSON.parse(stored.onlyFor) as string[] }),
    ...receiptsOf(stored),
  };
}

function bodyOf({ body }: StoredMessage): MessageBody {
  return JSON.parse(body) as MessageBody;
}

type Receipts = Pick<Message, 'receiptTotal' | 'receiptRead' | 'receiptSent'>;

function receiptsOf({ receiptTotal, receiptRead = 0, receiptSent }: StoredMessage): Receipts {
  if (receiptTotal === null) return {};
  return {
    receiptTotal,
    ...(receiptRead === 0 ? {} : { receiptRead }),
    ...(receiptSent === true ? { receiptSent } : {}),
  };
}
