import type { Target } from '@tim-node/protocol';

/** One conversation for both directions. User ids hold no colon. */
export function conversationId(user: string, { type, id }: Target): string {
  if (type === 'group') return `group:${id}`;
  return user < id ? `c2c:${user}:${id}` : `c2c:${id}:${user}`;
}
