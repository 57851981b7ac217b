import { LIMITS, type Outcomes, type Target } from '@tim-node/protocol';
import { check } from '../check.js';
import { WEB_ERRORS } from '../codes.js';
import type { ConversationOutcomes } from '../shapes/conversation.js';
import { conversationIdOf, targetOf } from './ids.js';

/** Conversations that the app has named; those whose names are none fail by themselves. */
export interface NamedTargets {
  readonly targets: Target[];
  readonly invalid: readonly string[];
}

/** @throws IMError 2905 unless it is a list of texts, and not too long */
export function targetsOf(api: string, ids: unknown): NamedTargets {
  check(isTexts(ids) && ids.length > 0, `${api}: conversationIDList must be a non-empty list of strings`);
  check(ids.length <= LIMITS.conversationsPerRequest, `${api}: conversationIDList has more than 100 conversations`);
  return {
    targets: ids.map(targetOf).filter((target) => target !== undefined),
    invalid: ids.filter((id) => targetOf(id) === undefined),
  };
}

/** What has become of each, as the Web style tells it. */
export function outcomesOf({ results }: Outcomes, invalid: readonly string[]): ConversationOutcomes {
  const failed = results.filter(({ code }) => code !== 0);
  const { code, text } = WEB_ERRORS.INVALID_CONV_ID;
  return {
    successConversationIDList: results.filter((each) => each.code === 0).map(({ target }) => conversationIdOf(target)),
    failureConversationIDList: [
      ...failed.map((each) => ({ conversationID: conversationIdOf(each.target), code: each.code, message: each.desc })),
      ...invalid.map((conversationID) => ({ conversationID, code, message: text })),
    ],
  };
}

function isTexts(value: unknown): value is string[] {
  return Array.isArray(value) && value.every((each) => typeof each === 'string');
}
