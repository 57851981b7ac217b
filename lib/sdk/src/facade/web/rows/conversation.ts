import type { Calls } from '../calls.js';
import { conversationGroupRows } from './conversation-groups.js';
import { conversationListRows } from './conversation-list.js';
import { conversationSettingRows } from './conversation-settings.js';
import { remindRows } from './reminding.js';

/** Conversations. */
export function conversationRows(calls: Calls) {
  return {
    ...conversationListRows(calls),
    ...conversationSettingRows(calls),
    ...conversationGroupRows(calls),
    ...remindRows(calls),
  };
}
