import type { Outcomes, ReceiveOption, Target } from '@tim-node/protocol';
import type { Settle } from '../connection/requests.js';
import type { Engine } from '../core/engine.js';
import { keyOf, type ConversationKey } from './conversation-change.js';
import type { Conversations } from './conversations.js';

/** `TIMReceiveMessageOpt`: messages are not received. */
const NOT_RECEIVED: ReceiveOption = 1;

/**
 * From whom the user does not want to receive messages. The log holds these all the same, for the history and for the
 * day when he wants them again; he is only not told of them.
 */
export class Refusals {
  /** What was set here, until the log tells it: it does not for users without a conversation so far. */
  private readonly own = new Map<ConversationKey, ReceiveOption>();

  constructor(
    private readonly engine: Engine,
    private readonly conversations: Conversations,
  ) {
    engine.on('transition', (_from, to) => {
      if (to === 'UnLogined') this.own.clear();
    });
    engine.on('entries', (entries) => {
      for (const entry of entries) {
        if (entry.kind === 'conversation' && entry.changes.option !== undefined) this.own.delete(keyOf(entry.target));
      }
    });
  }

  /** Sets what the user wants of some conversations. */
  set(targets: Target[], option: ReceiveOption, settle: Settle<Outcomes>): void {
    this.engine.call('conv.option.set', { targets, option }, (outcome) => {
      if ('value' in outcome) this.note(targets, option, outcome.value);
      settle(outcome);
    });
  }

  private note(targets: readonly Target[], option: ReceiveOption, { results }: Outcomes): void {
    for (const [at, target] of targets.entries()) if (results[at]?.code === 0) this.own.set(keyOf(target), option);
  }

  has(target: Target): boolean {
    const option = this.own.get(keyOf(target)) ?? this.conversations.get(target)?.option;
    return option === NOT_RECEIVED;
  }
}
