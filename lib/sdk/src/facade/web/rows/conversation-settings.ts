import { isRecord, LIMITS, utf8Length, type Outcomes } from '@tim-node/protocol';
import { answer, type Calls } from '../calls.js';
import { check } from '../check.js';
import { outcomesOf, targetsOf, type NamedTargets } from '../content/targets.js';
import type { MarkConversationOptions, SetConversationCustomDataOptions } from '../generated/structs.js';
import type { ConversationOutcomes } from '../shapes/conversation.js';
import { isMark } from './conversation-list.js';

/** What a user puts to his conversations. Each conversation has an outcome of its own. */
export function conversationSettingRows(calls: Calls) {
  const { engine } = calls.client;
  return {
    /** Sets data of the app's own on conversations: 256 bytes at most. */
    setConversationCustomData: calls.promise(
      'setConversationCustomData',
      (options: SetConversationCustomDataOptions) => {
        check(isRecord(options), 'setConversationCustomData: options must be an object');
        const { conversationIDList, customData } = options;
        const isText = typeof customData === 'string' && utf8Length(customData) <= LIMITS.convCustomBytes;
        check(isText, 'setConversationCustomData: customData must be a string of 256 bytes at most');
        return { ...targetsOf('setConversationCustomData', conversationIDList), custom: customData };
      },
      ({ custom, ...named }) =>
        forEach(named, (targets) =>
          answer<Outcomes>((settle) => engine.call('conv.custom', { targets, custom }, settle)),
        ),
    ),
    /** Marks conversations, or removes the mark. */
    markConversation: calls.promise(
      'markConversation',
      (options: MarkConversationOptions) => {
        check(isRecord(options), 'markConversation: options must be an object');
        const { conversationIDList, markType, enableMark } = options;
        check(isMark(markType) && markType > 0, 'markConversation: markType must be a positive whole number');
        check(typeof enableMark === 'boolean', 'markConversation: enableMark must be a boolean');
        const mark = BigInt(markType).toString();
        return { ...targetsOf('markConversation', conversationIDList), mark, on: enableMark };
      },
      ({ mark, on, ...named }) =>
        forEach(named, (targets) =>
          answer<Outcomes>((settle) => engine.call('conv.mark', { targets, mark, on }, settle)),
        ),
    ),
  };
}

/** Does something to all conversations that are named rightly, and tells the outcome of every one. */
export async function forEach(
  { targets, invalid }: NamedTargets,
  work: (targets: NamedTargets['targets']) => Promise<Outcomes>,
): Promise<ConversationOutcomes> {
  const done = targets.length === 0 ? { results: [] } : await work(targets);
  return outcomesOf(done, invalid);
}
