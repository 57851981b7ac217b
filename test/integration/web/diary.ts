import TencentCloudChat, { type Chat } from 'tim-node/web';

/** A test gives up on something that has not happened by then; milliseconds. */
const PATIENCE = 20_000;
jest.setTimeout(60_000);

/** Fails when a promise takes too long, instead of waiting for ever. */
export async function within<T>(promise: Promise<T>, what: string): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error(`${what}: nothing happened in time`)), PATIENCE);
  });
  try {
    return await Promise.race([promise, late]);
  } finally {
    clearTimeout(timer);
  }
}

/** Waits for a condition of which nobody tells. */
export async function eventually(holds: () => boolean, what: string): Promise<void> {
  const end = Date.now() + PATIENCE;
  while (!holds()) {
    if (Date.now() > end) throw new Error(`${what}: did not become true in time`);
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

/** Everything that a chat tells, in order. */
export class Diary {
  readonly entries: string[] = [];
  private readonly waiting = new Set<() => void>();

  /** Notes something, and wakes those who wait for it. */
  note(entry: string): void {
    this.entries.push(entry);
    for (const look of [...this.waiting]) look();
  }

  /** Notes the events of a chat as `name` or `name:detail`. */
  follow({ on }: Chat, prefix = ''): void {
    const { EVENT } = TencentCloudChat;
    on(EVENT.SDK_READY, () => this.note(`${prefix}ready`));
    on(EVENT.SDK_NOT_READY, () => this.note(`${prefix}notReady`));
    on(EVENT.SDK_DESTROY, () => this.note(`${prefix}destroyed`));
    on(EVENT.KICKED_OUT, ({ data }) => this.note(`${prefix}kicked:${data.type}`));
    on(EVENT.NET_STATE_CHANGE, ({ data }) => this.note(`${prefix}net:${data.state}`));
    on(EVENT.ERROR, ({ data }) => this.note(`${prefix}error:${data.code}`));
  }

  /** Notes how a promise settles. */
  settle(name: string, promise: Promise<unknown>): Promise<void> {
    return promise.then(
      () => this.note(`${name}:ok`),
      (error: unknown) => this.note(`${name}:${String((error as { code?: unknown }).code)}`),
    );
  }

  /** Resolves when the entries are as wanted. */
  until(wanted: (entries: readonly string[]) => boolean, what: string): Promise<void> {
    const seen = new Promise<void>((resolve) => {
      const look = (): void => {
        if (!wanted(this.entries)) return;
        this.waiting.delete(look);
        resolve();
      };
      this.waiting.add(look);
      look();
    });
    return within(seen, `${what} (so far: ${this.entries.join(', ')})`);
  }

  untilHas(entry: string): Promise<void> {
    return this.until((entries) => entries.includes(entry), entry);
  }

  /** The entries of one chat, without its prefix. */
  of(prefix: string): string[] {
    return this.story.filter((entry) => entry.startsWith(prefix)).map((entry) => entry.slice(prefix.length));
  }

  /** The entries without those about the network, which come when they like. */
  get story(): string[] {
    return this.entries.filter((entry) => !entry.includes('net:'));
  }
}
