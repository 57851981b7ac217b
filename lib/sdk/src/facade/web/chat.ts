import { Calls } from './calls.js';
import type { WebClient } from './client.js';
import { Later } from './later.js';
import { changeRows } from './rows/changes.js';
import { conversationRows } from './rows/conversation.js';
import { extensionRows } from './rows/extensions.js';
import { groupRows } from './rows/group.js';
import { groupMemberRows } from './rows/group-members.js';
import { groupProfileRows } from './rows/group-profiles.js';
import { historyRows } from './rows/history.js';
import { messageRows } from './rows/message.js';
import { messageCreateRows } from './rows/message-create.js';
import { messageFileRows } from './rows/message-files.js';
import { messageSendRows } from './rows/message-send.js';
import { reactionRows } from './rows/reactions.js';
import { receiptRows } from './rows/receipts.js';
import { sessionRows } from './rows/session.js';
import { signalingRows } from './rows/signaling.js';
import { userRows } from './rows/user.js';

/** What `create` gives: all functions of the Web style. They need no `this`, so each can be passed on by itself. */
export interface Chat
  extends
    ReturnType<typeof sessionRows>,
    ReturnType<typeof messageCreateRows>,
    ReturnType<typeof messageFileRows>,
    ReturnType<typeof messageSendRows>,
    ReturnType<typeof receiptRows>,
    ReturnType<typeof extensionRows>,
    ReturnType<typeof reactionRows>,
    ReturnType<typeof historyRows>,
    ReturnType<typeof changeRows>,
    ReturnType<typeof messageRows>,
    ReturnType<typeof conversationRows>,
    ReturnType<typeof userRows>,
    ReturnType<typeof groupProfileRows>,
    ReturnType<typeof groupMemberRows>,
    ReturnType<typeof groupRows>,
    ReturnType<typeof signalingRows> {}

/** The API of one client. `onDestroy` runs as soon as its `destroy` is called. */
export function chatOf(client: WebClient, onDestroy: () => void): Chat {
  const later = new Later(client);
  const calls = new Calls(client);
  return {
    ...sessionRows(client, onDestroy),
    ...messageCreateRows(calls),
    ...messageFileRows(calls),
    ...messageSendRows(calls),
    ...receiptRows(calls),
    ...extensionRows(calls),
    ...reactionRows(calls),
    ...historyRows(calls),
    ...changeRows(calls),
    ...messageRows(calls),
    ...conversationRows(calls),
    ...userRows(later),
    ...groupProfileRows(calls),
    ...groupMemberRows(calls),
    ...groupRows(later),
    ...signalingRows(later),
  };
}
