import type { Message } from '@tim-node/protocol';

/** Messages that nobody keeps are sent again within seconds or not at all; more than these have no second copy on its way. */
const MOST = 256;

/** Tells a second copy of a message that nobody keeps: its sender has sent it again because the answer was lost. */
export class Recent {
  private readonly ids = new Set<string>();

  /** Whether the message is here for the first time. */
  isNew({ sender, clientTime, random }: Message): boolean {
    const id = `${sender}-${String(clientTime)}-${String(random)}`;
    if (this.ids.has(id)) return false;
    this.ids.add(id);
    for (const oldest of this.ids) {
      if (this.ids.size <= MOST) break;
      this.ids.delete(oldest);
    }
    return true;
  }
}
