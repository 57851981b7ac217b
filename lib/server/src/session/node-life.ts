import type { Logger } from 'pino';
import { unixSeconds, type Clock, type Timer } from '../clock.js';
import type { Store } from '../store/store.js';

/** The node says this often that it is alive; milliseconds. */
const SIGN_EVERY = 5000;
/** And looks after everything that it may not have heard of after so many signs. */
const SIGNS_PER_CHECK = 6;

export interface NodeLifeParts {
  readonly node: string;
  readonly store: Store;
  readonly clock: Clock;
  readonly logger: Logger;
  /** Whether other nodes can be heard. */
  readonly hasBus: boolean;
  /** Called now and then. */
  readonly onCheck: () => void;
}

/** Shows the other nodes that this one is alive, so that its sessions count as online. */
export class NodeLife {
  private timer: Timer | undefined;
  private stopped = false;
  private signs = 0;
  private warned = false;

  constructor(private readonly parts: NodeLifeParts) {}

  async start(): Promise<void> {
    await this.sign();
    this.next();
  }

  private next(): void {
    if (this.stopped) return;
    this.timer = this.parts.clock.setTimeout(() => {
      void this.turn();
    }, SIGN_EVERY);
  }

  private async turn(): Promise<void> {
    try {
      await this.sign();
      this.signs += 1;
      if (this.signs % SIGNS_PER_CHECK === 0) this.parts.onCheck();
    } catch (error) {
      this.parts.logger.debug({ err: error }, 'could not sign as alive');
    }
    this.next();
  }

  private async sign(): Promise<void> {
    const { store, node, clock, logger, hasBus } = this.parts;
    const others = await store.nodeAlive({ node, now: unixSeconds(clock) });
    if (others === 0 || hasBus || this.warned) return;
    this.warned = true;
    logger.warn({ others }, 'other servers work on this database: give all of them --nats, or messages arrive late');
  }

  /** The sessions here are on their own from now on. */
  async stop(): Promise<void> {
    this.stopped = true;
    if (this.timer !== undefined) this.parts.clock.clearTimeout(this.timer);
    await this.parts.store.nodeGone(this.parts.node).catch(() => undefined);
  }
}
