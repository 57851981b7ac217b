import type { AccountReceiveOption, Conversation, Face, Mention } from '@tim-node/protocol';
import type { StoredConversation } from '../store/calls/conversations.js';
import { toMessage } from './message-text.js';

/** A stored conversation on its way to its user. */
export function toConversation(stored: StoredConversation): Conversation {
  const { target, unread, readSeq, readTime, peerReadSeq, active, pinned, marks, custom, option, at } = stored;
  return {
    target,
    unread,
    readSeq,
    readTime,
    peerReadSeq,
    active,
    last: stored.last === null ? null : toMessage(stored.last),
    pinned,
    marks,
    custom,
    option,
    mentions: parse<Mention>(stored.mentions),
    groups: parse<string>(stored.groups),
    face: toFace(stored),
    at,
  };
}

function toFace({ name, faceUrl, groupType, owner }: StoredConversation): Face {
  return {
    name: name ?? '',
    faceUrl: faceUrl ?? '',
    ...(groupType === null ? {} : { groupType }),
    ...(owner === null || owner === '' ? {} : { owner }),
  };
}

function parse<T>(text: string | null): T[] {
  return text === null ? [] : (JSON.parse(text) as T[]);
}

const ALWAYS: AccountReceiveOption = { option: 0, duration: 0 };

export function toAccountOption(text: string | undefined): AccountReceiveOption {
  return text === undefined || text === '' ? ALWAYS : (JSON.parse(text) as AccountReceiveOption);
}
