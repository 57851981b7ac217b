import type { Message } from '@tim-node/protocol';
import type { Engine } from '../../core/engine.js';
import { messageIdOf } from './to-v2tim.js';

/** Messages that are kept; the ones known longest go first. */
const CAPACITY = 5000;

/** The messages that the app was told about: it names them by their ids. */
export class Known {
  private readonly messages = new Map<string, Message>();

  constructor(engine: Engine) {
    engine.on('transition', (_from, to) => {
      if (to !== 'Logined') this.messages.clear();
    });
  }

  keep(message: Message): Message {
    this.messages.set(messageIdOf(message), message);
    if (this.messages.size > CAPACITY) {
      for (const oldest of this.messages.keys()) {
        this.messages.delete(oldest);
        break;
      }
    }
    return message;
  }

  get(msgID: string): Message | undefined {
    return this.messages.get(msgID);
  }
}
