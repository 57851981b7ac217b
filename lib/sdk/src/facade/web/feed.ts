import type { WebClient } from './client.js';

/** Tells the app what the server says: translates what comes into events. */
export function feed(client: WebClient): void {
  const { desk, events } = client;
  desk.messages.onReceived((messages, userId) => {
    if (client.userId !== userId) return;
    events.emit(
      'onMessageReceived',
      messages.map((message) => desk.box.adopt(message, userId)),
    );
  });
}
