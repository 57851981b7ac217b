import { textOf, type Device, type Shown } from './device.js';
import type { Ledger, Sent } from './ledger.js';
import { chatOf, isRevoked, line } from './view.js';

/** Everybody reads everything, and all come to know of it. */
export class Reading {
  constructor(
    private readonly ledger: Ledger,
    private readonly devices: readonly Device[],
  ) {}

  /** One device of each user reads everything; the others follow. */
  async unread(): Promise<string | undefined> {
    const readers = new Map([...this.devices].reverse().map((device) => [device.user, device]));
    for (const device of readers.values()) {
      const unread = (await device.conversations())?.filter(({ conv_unread_num: count }) => count > 0) ?? [];
      for (const conversation of unread) await device.read(chatOf(conversation));
    }
    for (const device of this.devices) {
      const list = await device.conversations();
      if (list === undefined) return `${device.name} cannot ask the server: ${device.refusal}`;
      const left = list.find(({ conv_unread_num: count }) => count > 0);
      if (left !== undefined) {
        return `${device.name}: ${String(left.conv_unread_num)} unread in ${left.conv_id} after reading`;
      }
    }
    return undefined;
  }

  /** Whoever has written to somebody sees, and was told, that he has read it. */
  async unmarked(): Promise<string | undefined> {
    for (const device of this.devices) {
      const peers = new Set(this.devices.map(({ user }) => user).filter((user) => user !== device.user));
      for (const id of peers) {
        const page = await device.page({ type: 1, id });
        if (page === undefined) return `${device.name} cannot ask the server: ${device.refusal}`;
        const problem = this.unmarkedOn(device, id, page);
        if (problem !== undefined) return problem;
      }
    }
    return undefined;
  }

  /** Looks at the newest one: those before it were read with it. */
  private unmarkedOn(device: Device, peer: string, page: readonly Shown[]): string | undefined {
    for (const message of page) {
      const sent = this.mustBeRead(device.user, peer, message);
      if (sent === undefined) continue;
      if (!message.message_is_peer_read) return `${device.name} does not see that ${peer} has read ${line(message)}`;
      const { since = Infinity, readBy } = device.accounts.get(device.user) ?? {};
      const isTold = (readBy?.get(peer) ?? 0) >= message.message_server_time;
      // Who came later finds it read.
      if (isTold || sent.sentAt <= since) return undefined;
      return `${device.name} was never told that ${peer} has read ${line(message)}`;
    }
    return undefined;
  }

  /** The other one may have deleted what he has not read. */
  private mustBeRead(user: string, peer: string, message: Shown): Sent | undefined {
    const sent = this.ledger.find(textOf(message) ?? '');
    if (sent === undefined || isRevoked(message) || message.message_seq === 0) return undefined;
    return sent.from === user && this.ledger.removedFor(sent, peer) === 'no' ? sent : undefined;
  }
}
