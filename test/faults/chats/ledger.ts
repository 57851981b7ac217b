import type { Chat } from './device.js';

/** Something that a device was asked to do to a message. */
interface Deed {
  readonly by: string;
  /** Undefined until it is answered. */
  code: number | undefined;
}

interface Change extends Deed {
  readonly text: string;
}

/** A message that somebody has sent, and all that was tried on it. */
export interface Sent {
  readonly from: string;
  /** Names the conversation for everybody in it. */
  readonly chat: string;
  readonly text: string;
  code: number | undefined;
  seq: number | undefined;
  readonly changes: Change[];
  readonly revocations: Deed[];
  /** Users who have tried to delete it for themselves. */
  readonly removals: Deed[];
}

export function chatKey(user: string, { type, id }: Chat): string {
  return type === 2 ? id : [user, id].sort().join('/');
}

/** What a user must see of a message, as far as that can be known from what was answered. */
export interface Expected {
  readonly texts: readonly string[];
  readonly revoked: 'yes' | 'no' | 'perhaps';
}

/** What was asked for and what was answered: all that an app can know. */
export class Ledger {
  readonly sent: Sent[] = [];

  send(from: string, chat: string, text: string): Sent {
    const sent: Sent = {
      ...{ from, chat, text, code: undefined, seq: undefined },
      ...{ changes: [], revocations: [], removals: [] },
    };
    this.sent.push(sent);
    return sent;
  }

  /** The message that somebody has sent with one of these texts. */
  find(text: string): Sent | undefined {
    return this.sent.find((sent) => sent.text === text || sent.changes.some((change) => change.text === text));
  }

  expected({ text, changes, revocations }: Sent): Expected {
    const done = changes.some(({ code }) => code === 0);
    const texts = [...(done ? [] : [text]), ...changes.map((change) => change.text)];
    return { texts, revoked: sure(revocations) };
  }

  removedFor({ removals }: Sent, user: string): 'yes' | 'no' | 'perhaps' {
    return sure(removals.filter(({ by }) => by === user));
  }
}

function sure(deeds: readonly Deed[]): 'yes' | 'no' | 'perhaps' {
  if (deeds.some(({ code }) => code === 0)) return 'yes';
  return deeds.length === 0 ? 'no' : 'perhaps';
}
