import type { Message } from '@tim-node/protocol';

/** Messages that nobody keeps are sent again within seconds or not at all; more than these have no second copy on its way. */
const MOST = 256;

/** Tells a second copy of a message that nobody keeps: its sender has sent it again because the answer was lost. */
export class Recent {
  private ids: Set<string> | undefined;

  /** Whether the message is here for the first time. */
  isNew({ sender, clientTime, random }: Message): boolean {
    const id = `${sender}-${String(clientTime)}-${String(random)}`;
    const ids = (this.ids ??= new Set<string>());
    if (ids.has(id)) return false;
    ids.add(id);
    for (const oldest of ids) {
      if (ids.size <= MOST) break;
      ids.delete(oldest);
    }
    return true;
  }
}
