import type { WebClient } from './client.js';

/** Tells the app of its groups, when it has come into one or left one, and when something about one has changed. */
export function feedGroups(client: WebClient): void {
  const refresh = new Refresh(client);
  client.engine.on('entries', (entries, userId) => {
    if (client.userId === userId && entries.some(({ kind }) => kind === 'membership')) refresh.wanted();
  });
  client.desk.groups.onTip((_tip, _message, userId) => {
    if (client.userId === userId) refresh.wanted();
  });
}

/** Reads the list of groups, one time after the other. */
class Refresh {
  private state: 'idle' | 'reading' | 'again' = 'idle';

  constructor(private readonly client: WebClient) {}

  wanted(): void {
    if (!this.client.events.has('onGroupListUpdated')) return;
    if (this.state !== 'idle') {
      this.state = 'again';
      return;
    }
    this.read();
  }

  private read(): void {
    const { desk, events, userId } = this.client;
    this.state = 'reading';
    desk.groups.joined((outcome) => {
      const isOver = 'error' in outcome || this.client.userId !== userId;
      const isOld = this.state === 'again';
      this.state = 'idle';
      if (isOver) return;
      if (isOld) this.read();
      else events.emit('onGroupListUpdated', desk.groupsIn(outcome.value), { isSyncCompleted: true });
    });
  }
}
