import { textOf, type Account, type Device, type Shown } from './device.js';
import type { Ledger, Sent } from './ledger.js';
import { isRevoked, line, placeOf, type View } from './view.js';

/** What is wrong with what devices were told, in the light of what was answered. */
export class News {
  constructor(private readonly ledger: Ledger) {}

  /** What must not have been told; nobody was told twice or in another order. */
  wrong(device: Device): string | undefined {
    for (const account of device.accounts.values()) {
      const problem = this.wrongOrder(account) ?? this.notMeant(account);
      if (problem !== undefined) return `${account.user}/${device.platform} ${problem}`;
    }
    return undefined;
  }

  /** What whoever is logged in has not been told yet. Between nodes news may come late: it is only sure to come. */
  missing(device: Device, view: View | undefined): string | undefined {
    const account = device.accounts.get(device.user);
    if (account?.since === undefined) return undefined;
    const problem =
      this.missed(account) ??
      this.missedRevocation(account) ??
      this.missedChange(account) ??
      (view === undefined ? undefined : oldContent(account, view));
    return problem === undefined ? undefined : `${device.name} ${problem}`;
  }

  private wrongOrder({ user, received }: Account): string | undefined {
    const last = new Map<string, number>();
    const whispers = new Set<string>();
    for (const message of received) {
      const text = textOf(message) ?? '';
      if (this.ledger.whispers.has(text)) {
        if (whispers.has(text)) return `was told twice of "${text}"`;
        whispers.add(text);
        continue;
      }
      const key = placeOf(user, message);
      const before = last.get(key) ?? 0;
      if (message.message_seq <= before) return `was told of ${line(message)} in ${key} after ${String(before)}`;
      last.set(key, message.message_seq);
    }
    return undefined;
  }

  private notMeant({ user, received }: Account): string | undefined {
    const texts = received.map((message) => textOf(message) ?? '');
    const wrong = texts.find((text) => {
      const sent = this.ledger.find(text);
      return sent !== undefined && this.ledger.isIn(user, sent, sent.endedAt) === 'no';
    });
    return wrong === undefined ? undefined : `was told of "${wrong}", which was sent without him`;
  }

  private missed({ user, since = Infinity, received }: Account): string | undefined {
    const got = new Set(received.map((message) => place(user, message)));
    const missed = this.ledger.sent.find(
      (sent) =>
        sent.seq !== undefined &&
        sent.sentAt > since &&
        sent.from !== user &&
        this.ledger.isIn(user, sent, sent.endedAt) === 'yes' &&
        sent.revocations.length === 0 &&
        this.ledger.clearedFor(sent, user) === 'no' &&
        !got.has(named(sent)),
    );
    return missed === undefined ? undefined : `was never told of "${missed.text}"`;
  }

  /** What others have taken back was told, whether or not anybody was there at the time. */
  private missedRevocation({ user, since = Infinity, revoked }: Account): string | undefined {
    const told = new Set(
      revoked.map((each) =>
        place(user, {
          message_conv_id: each.message_locator_conv_id,
          message_conv_type: each.message_locator_conv_type,
          message_seq: each.message_locator_seq,
        }),
      ),
    );
    const missed = this.ledger.sent.find(
      (sent) =>
        sent.revocations.some(({ by, at, code }) => code === 0 && by !== user && at > since) &&
        this.concerns(user, sent) &&
        !told.has(named(sent)),
    );
    return missed === undefined ? undefined : `was never told that "${missed.text}" was taken back`;
  }

  /** So was every other content; the one who has changed it is told as well. */
  private missedChange({ user, since = Infinity, modified }: Account): string | undefined {
    const told = new Set(modified.map((message) => place(user, message)));
    const missed = this.ledger.sent.find(
      (sent) =>
        sent.changes.some(({ at, code }) => code === 0 && at > since) &&
        this.concerns(user, sent) &&
        !told.has(named(sent)),
    );
    return missed === undefined ? undefined : `was never told that "${missed.text}" was changed`;
  }

  /** He was there all the time, and has not deleted it. */
  private concerns(user: string, sent: Sent): boolean {
    return this.ledger.isIn(user, sent, Infinity) === 'yes' && this.ledger.removedFor(sent, user) === 'no';
  }
}

type Placed = Pick<Shown, 'message_conv_id' | 'message_conv_type' | 'message_seq'>;

const place = (user: string, message: Placed): string => `${placeOf(user, message)} ${String(message.message_seq)}`;

const named = ({ chat, seq }: Sent): string => `${chat} ${String(seq)}`;

/** The last content that was told is the one that is shown. */
function oldContent({ user, modified }: Account, { histories }: View): string | undefined {
  const last = new Map(modified.map((message) => [place(user, message), message]));
  for (const shown of [...histories.values()].flat()) {
    const told = last.get(place(user, shown));
    if (told === undefined || isRevoked(shown) || isRevoked(told) || textOf(told) === textOf(shown)) continue;
    return `was last told of ${line(told)} where ${line(shown)} stands`;
  }
  return undefined;
}
