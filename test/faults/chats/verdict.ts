import { chatOf, isRevoked, line, type View } from './view.js';
import { textOf, type Account, type Chat, type Device, type Shown } from './device.js';
import { chatKey, type Ledger, type Sent } from './ledger.js';

/** What is wrong with what devices show, in the light of what was answered. */
export class Verdict {
  constructor(
    private readonly ledger: Ledger,
    private readonly group: string,
  ) {}

  /** Devices of one user that do not show the same. */
  difference(views: ReadonlyMap<Device, View>): string | undefined {
    const first = new Map<string, [Device, View]>();
    for (const [device, view] of views) {
      const [other, theirs] = first.get(device.user) ?? [device, view];
      first.set(device.user, [other, theirs]);
      const mine = view.lines.join('\n');
      if (mine !== theirs.lines.join('\n')) {
        return `${other.name} and ${device.name} differ:\n${theirs.lines.join('\n')}\n-----\n${mine}`;
      }
    }
    return undefined;
  }

  /** Something that cannot be, after all that was answered. */
  mistake(views: ReadonlyMap<Device, View>): string | undefined {
    for (const [device, { histories }] of views) {
      for (const [key, history] of histories) {
        const problem = this.wrongIn(device, history);
        if (problem !== undefined) return `${device.name}, ${key}: ${problem}\n${history.map(line).join('\n')}`;
      }
      const lacking = this.lacking(device, histories);
      if (lacking !== undefined) return `${device.name}: ${lacking}`;
    }
    return undefined;
  }

  private wrongIn(device: Device, history: readonly Shown[]): string | undefined {
    const seen = new Map<Sent, number>();
    let last = 0;
    for (const message of history) {
      // What the server does not have stands where it was tried.
      if (message.message_seq > 0) {
        if (message.message_seq <= last) return `${line(message)} stands after ${String(last)}`;
        last = message.message_seq;
      }
      const problem = this.wrongWith(device, message, seen);
      if (problem !== undefined) return problem;
    }
    return undefined;
  }

  private wrongWith(device: Device, message: Shown, seen: Map<Sent, number>): string | undefined {
    const text = textOf(message);
    if (text === undefined && !isRevoked(message)) return undefined;
    if (this.ledger.whispers.has(text ?? '')) {
      return message.message_seq > 0 ? `"${text ?? ''}" was for those only who were there` : undefined;
    }
    const sent = isRevoked(message) ? this.atPlace(device, message) : this.ledger.find(text ?? '');
    if (sent === undefined) return isRevoked(message) ? undefined : `nobody has sent "${text ?? ''}"`;
    const other = seen.get(sent) ?? message.message_seq;
    // Where what could not be sent stands among the others depends on their times, which may differ from their order.
    if (seen.has(sent) && other + message.message_seq > 0) return `"${sent.text}" is there twice`;
    seen.set(sent, Math.max(other, message.message_seq));
    if (sent.chat !== chatKey(device.user, chatOf(asConversation(message)))) return `"${sent.text}" was sent elsewhere`;
    return this.wrongState(message, sent);
  }

  private wrongState(message: Shown, sent: Sent): string | undefined {
    if (sent.seq !== undefined && sent.seq !== message.message_seq) {
      return `"${sent.text}" was at ${String(sent.seq)} and stands at ${String(message.message_seq)}`;
    }
    const { texts, revoked } = this.ledger.expected(sent);
    if (isRevoked(message)) return revoked === 'no' ? `nobody has revoked "${sent.text}"` : undefined;
    if (revoked === 'yes') return `"${sent.text}" was revoked`;
    const text = textOf(message) ?? '';
    return texts.includes(text) ? undefined : `"${text}" instead of one of ${texts.join(', ')}`;
  }

  private atPlace(device: Device, message: Shown): Sent | undefined {
    const key = chatKey(device.user, chatOf(asConversation(message)));
    return this.ledger.sent.find((sent) => sent.chat === key && sent.seq === message.message_seq);
  }

  private isIn(user: string, chat: string): boolean {
    return chat === this.group || chat.split('/').includes(user);
  }

  private lacking(device: Device, histories: View['histories']): string | undefined {
    const { user } = device;
    for (const sent of this.ledger.sent) {
      if (sent.seq === undefined || !this.isIn(user, sent.chat)) continue;
      const there = histories.get(sent.chat)?.some(({ message_seq: seq }) => seq === sent.seq) ?? false;
      const removed = this.ledger.removedFor(sent, user);
      if (removed === 'no' && !there) return `"${sent.text}" was stored and is not there`;
      if (removed === 'yes' && there) return `"${sent.text}" was deleted and is there`;
    }
    return undefined;
  }

  /** New messages are told once each, in the order of their conversation. */
  wrongNews(device: Device): string | undefined {
    for (const account of device.accounts.values()) {
      const problem = this.wrongOrder(account);
      if (problem !== undefined) return `${account.user}/${device.platform} ${problem}`;
    }
    return undefined;
  }

  /** What whoever is logged in has not been told yet. Between nodes news may come late: it is only sure to come. */
  missingNews(device: Device): string | undefined {
    const account = device.accounts.get(device.user);
    const problem = account && (this.missed(account) ?? this.missedRevocation(account));
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
      const key = chatKey(user, chatOf(asConversation(message)));
      const before = last.get(key) ?? 0;
      if (message.message_seq <= before) return `was told of ${line(message)} in ${key} after ${String(before)}`;
      last.set(key, message.message_seq);
    }
    return undefined;
  }

  private missed({ user, since, received }: Account): string | undefined {
    if (since === undefined) return undefined;
    const got = new Set(received.map((message) => textOf(message)));
    const missed = this.ledger.sent.find(
      (sent) =>
        sent.seq !== undefined &&
        sent.sentAt > since &&
        sent.from !== user &&
        this.isIn(user, sent.chat) &&
        sent.changes.length + sent.revocations.length === 0 &&
        this.ledger.clearedFor(sent, user) === 'no' &&
        !got.has(sent.text),
    );
    return missed === undefined ? undefined : `was never told of "${missed.text}"`;
  }

  /** What others have taken back was told, whether or not anybody was there at the time. */
  private missedRevocation({ user, since, revoked }: Account): string | undefined {
    if (since === undefined) return undefined;
    const told = new Set(
      revoked.map((each) => {
        const chat: Chat = { id: each.message_locator_conv_id, type: each.message_locator_conv_type as Chat['type'] };
        return `${chatKey(user, chat)} ${String(each.message_locator_seq)}`;
      }),
    );
    const missed = this.ledger.sent.find(
      (sent) =>
        this.isIn(user, sent.chat) &&
        sent.revocations.some(({ by, at, code }) => code === 0 && by !== user && at > since) &&
        this.ledger.removedFor(sent, user) === 'no' &&
        !told.has(`${sent.chat} ${String(sent.seq)}`),
    );
    return missed === undefined ? undefined : `was never told that "${missed.text}" was taken back`;
  }
}

function asConversation({ message_conv_id: id, message_conv_type: type }: Shown): {
  conv_id: string;
  conv_type: Chat['type'];
} {
  return { conv_id: id, conv_type: type as Chat['type'] };
}
