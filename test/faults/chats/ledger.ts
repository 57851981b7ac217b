import { fastNow } from '../../support/fast-time.js';
import type { Club } from './club.js';
import type { Chat } from './device.js';

export type Certainty = 'yes' | 'no' | 'perhaps';

/** Something that a device was asked to do. */
export interface Deed {
  readonly by: string;
  /** Simulated time of the call. */
  readonly at: number;
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
  /** Simulated time of the call. */
  readonly sentAt: number;
  /** When it was answered; one that was not may be stored at any time. */
  endedAt: number;
  code: number | undefined;
  /** Its place, once somebody knows it: by the answer, or because a device has shown it. */
  seq: number | undefined;
  readonly changes: Change[];
  readonly revocations: Deed[];
  /** Users who have tried to delete it for themselves. */
  readonly removals: Deed[];
}

/** Somebody wants to see nothing more of what a conversation holds up to now. */
interface Clearing extends Deed {
  readonly chat: string;
  /** What it held for certain. */
  readonly known: ReadonlySet<Sent>;
  /** When it was done; what was sent before that may have been cleared as well. */
  endedAt: number;
}

export function chatKey(user: string, { type, id }: Chat): string {
  return type === 2 ? id : [user, id].sort().join('/');
}

/** What a user must see of a message, as far as that can be known from what was answered. */
export interface Expected {
  readonly texts: readonly string[];
  readonly revoked: Certainty;
}

/** What was asked for and what was answered: all that an app can know. */
export class Ledger {
  readonly sent: Sent[] = [];
  /** Texts that must not be kept anywhere. */
  readonly whispers = new Set<string>();
  private readonly clearings: Clearing[] = [];

  constructor(
    /** Where everybody is all the time. */
    private readonly group: string,
    /** Where people come and go. */
    private readonly club: Club,
  ) {}

  send(from: string, chat: string, text: string): Sent {
    const sent: Sent = {
      ...{ from, chat, text, sentAt: fastNow(), endedAt: Infinity, code: undefined, seq: undefined },
      ...{ changes: [], revocations: [], removals: [] },
    };
    this.sent.push(sent);
    return sent;
  }

  /** Gives what is to be called with the answer. */
  clear(by: string, chat: string): (code: number) => void {
    const known = new Set(this.sent.filter((sent) => sent.chat === chat && sent.seq !== undefined));
    const clearing: Clearing = { by, at: fastNow(), chat, known, code: undefined, endedAt: Infinity };
    this.clearings.push(clearing);
    return (code) => {
      clearing.code = code;
      // One that was not answered may take effect at any time.
      if (code === 0) clearing.endedAt = fastNow();
    };
  }

  /** Whether somebody was in a conversation from before a message was sent until then. */
  isIn(user: string, { chat, sentAt }: Sent, until: number): Certainty {
    if (chat === this.club.id) return this.club.member(user, sentAt, until);
    return chat === this.group || chat.split('/').includes(user) ? 'yes' : 'no';
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

  removedFor(sent: Sent, user: string): Certainty {
    const removed = sure(sent.removals.filter(({ by }) => by === user));
    const cleared = this.clearedFor(sent, user);
    if (removed === 'yes' || cleared === 'yes') return 'yes';
    return removed === 'perhaps' ? removed : cleared;
  }

  clearedFor(sent: Sent, user: string): Certainty {
    const those = this.clearings.filter(
      ({ by, chat, endedAt }) => by === user && chat === sent.chat && sent.sentAt <= endedAt,
    );
    if (those.some(({ code, known }) => code === 0 && known.has(sent))) return 'yes';
    return those.length === 0 ? 'no' : 'perhaps';
  }
}

function sure(deeds: readonly Deed[]): Certainty {
  if (deeds.some(({ code }) => code === 0)) return 'yes';
  return deeds.length === 0 ? 'no' : 'perhaps';
}
