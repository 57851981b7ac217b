import type { LogEntry, Message, Outcomes, ReceiveOption, Target } from '@tim-node/protocol';
import type { Settle } from '../connection/requests.js';
import type { Engine } from '../core/engine.js';
import { keyOf, targetOf, type ConversationKey } from './conversation-change.js';
import type { Conversations } from './conversations.js';

/** `TIMReceiveMessageOpt`: messages are not received. */
const NOT_RECEIVED: ReceiveOption = 1;

/**
 * From whom the user does not want to receive messages. The log holds these all the same, for the history and for the
 * day when he wants them again; he is only not told of them. What counts is what was set when a message came.
 */
export class Refusals {
  /** What was set here, until the log tells it: it does not for users without a conversation so far. */
  private own: Map<ConversationKey, ReceiveOption> | undefined;
  /** Messages that came while they were not wanted. */
  private refused: WeakSet<Message> | undefined;

  /** To be made before the conversations: it looks at how these were before what it hears of changes them. */
  constructor(
    private readonly engine: Engine,
    private readonly conversations: () => Conversations,
  ) {
    engine.on('transition', (_from, to) => {
      if (to === 'UnLogined') this.own = undefined;
    });
    engine.on('entries', (entries, userId) => this.follow(entries, userId));
  }

  /** Sets what the user wants of some conversations. */
  set(targets: Target[], option: ReceiveOption, settle: Settle<Outcomes>): void {
    this.engine.call('conv.option.set', { targets, option }, (outcome) => {
      if ('value' in outcome) this.note(targets, option, outcome.value);
      settle(outcome);
    });
  }

  private note(targets: readonly Target[], option: ReceiveOption, { results }: Outcomes): void {
    this.own ??= new Map();
    for (const [at, target] of targets.entries()) if (results[at]?.code === 0) this.own.set(keyOf(target), option);
  }

  /** Whether a user does not want to be told of a message of somebody else. */
  has(message: Message, userId: string): boolean {
    if (message.seq > 0) return this.refused?.has(message) ?? false;
    // Nobody keeps it, and the log does not say when it came.
    return this.optionOf(targetOf(message, userId)) === NOT_RECEIVED;
  }

  private follow(entries: readonly LogEntry[], userId: string): void {
    const changed = new Map<ConversationKey, ReceiveOption>();
    for (const entry of entries) {
      if (entry.kind === 'conversation' && entry.changes.option !== undefined) {
        const key = keyOf(entry.target);
        this.own?.delete(key);
        changed.set(key, entry.changes.option);
      } else if (entry.kind === 'message') {
        const target = targetOf(entry.message, userId);
        const option = changed.get(keyOf(target)) ?? this.optionOf(target);
        if (option === NOT_RECEIVED) (this.refused ??= new WeakSet()).add(entry.message);
      }
    }
  }

  private optionOf(target: Target): ReceiveOption | undefined {
    return this.own?.get(keyOf(target)) ?? this.conversations().get(target)?.option;
  }
}
