import { isRecord, parseJson } from '@tim-node/protocol';
import type { Engine } from '../core/engine.js';
import { keyOf, type ConversationKey, type KeptConversation } from './conversation-change.js';
import type { Conversations } from './conversations.js';

const KIND = 'conversation';

/**
 * Keeps the list of conversations in the store of the account, and shows it as soon as the store is open. What the log
 * changes is written in the transaction that moves the position in the log.
 */
export function keepConversations(engine: Engine, list: Conversations): void {
  const { local } = engine;
  const write = (self: string, keys: Iterable<ConversationKey>): void => {
    if (self === '') return;
    local.use(
      self,
      (store) => {
        // In memory the list itself is enough.
        if (!store.lasting) return;
        store.transaction(() => {
          for (const key of keys) {
            const conversation = list.find(key);
            store.setRecord(KIND, key, conversation === undefined ? undefined : JSON.stringify(conversation));
          }
        });
      },
      undefined,
    );
  };
  local.onOpened((userId) => {
    const texts = local.use(userId, (store) => [...store.records(KIND).values()], []);
    list.restore(texts.flatMap(readKept));
  });
  list.on('changes', ({ added, changed, removed }, self) => {
    write(
      self,
      [...added, ...changed, ...removed].map(({ target }) => keyOf(target)),
    );
  });
  // Places in the old log must not be taken for places in the new one.
  engine.on('reset', (userId) => {
    write(
      userId,
      list.snapshot().map(({ target }) => keyOf(target)),
    );
  });
}

function readKept(text: string): KeptConversation[] {
  try {
    const kept = parseJson(text);
    return isRecord(kept) && isRecord(kept['target']) ? [kept as unknown as KeptConversation] : [];
  } catch {
    return [];
  }
}
