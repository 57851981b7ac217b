import { textOf, type Device, type Shown } from './device.js';
import type { Ledger, Sent } from './ledger.js';
import { isRevoked, line, placeOf, type View } from './view.js';

/** What is wrong with what devices show, in the light of what was answered. */
export class Verdict {
  constructor(private readonly ledger: Ledger) {}

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
    if (sent.chat !== placeOf(device.user, message)) return `"${sent.text}" was sent elsewhere`;
    if (this.ledger.isIn(device.user, sent, sent.endedAt) === 'no') return `"${sent.text}" was sent without him`;
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
    const chat = placeOf(device.user, message);
    return this.ledger.sent.find((sent) => sent.chat === chat && sent.seq === message.message_seq);
  }

  private lacking(device: Device, histories: View['histories']): string | undefined {
    const { user } = device;
    for (const sent of this.ledger.sent) {
      if (sent.seq === undefined || this.ledger.isIn(user, sent, Infinity) !== 'yes') continue;
      const there = histories.get(sent.chat)?.some(({ message_seq: seq }) => seq === sent.seq) ?? false;
      const removed = this.ledger.removedFor(sent, user);
      if (removed === 'no' && !there) return `"${sent.text}" was stored and is not there`;
      if (removed === 'yes' && there) return `"${sent.text}" was deleted and is there`;
    }
    return undefined;
  }
}
