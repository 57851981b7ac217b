import { MENTION_ALL } from '@tim-node/protocol';

/** Stands in `message_group_at_user_array` for all members of the group. */
export const kImSDK_MessageAtALL = '__kImSDK_MessageAtALL__';

/** The protocol has the spelling of the other APIs; both are understood. */
export function toMentions(users: readonly string[]): string[] {
  return [...new Set(users.map((user) => (user === kImSDK_MessageAtALL ? MENTION_ALL : user)))];
}

export function fromMentions(mentions: readonly string[] = []): string[] {
  return mentions.map((user) => (user === MENTION_ALL ? kImSDK_MessageAtALL : user));
}
