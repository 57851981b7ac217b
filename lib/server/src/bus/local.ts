import type { Bus, UserEvent, UserKey, UserListener } from './bus.js';

/** The bus of a server that stands alone: an event is heard in the same turn. */
export class LocalBus implements Bus {
  private listener: UserListener = () => undefined;

  listen(listener: UserListener): void {
    this.listener = listener;
  }

  listenToNotices(): void {
    // There is nobody else.
  }

  join(): void {
    // Everything is heard anyway.
  }

  leave(): void {
    // Nothing was subscribed.
  }

  publish(user: UserKey, event: UserEvent): void {
    this.listener(user, event);
  }

  announce(): void {
    // There is nobody else.
  }

  close(): Promise<void> {
    this.listener = () => undefined;
    return Promise.resolve();
  }
}
