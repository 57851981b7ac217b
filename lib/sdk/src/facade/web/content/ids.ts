import type { Message as DomainMessage, MessageName, Target } from '@tim-node/protocol';
import { check } from '../check.js';
import { webError } from '../codes.js';

/** `C2C` and the UserID, or `GROUP` and the group id. */
export function conversationIdOf({ type, id }: Target): string {
  return `${type === 'c2c' ? 'C2C' : 'GROUP'}${id}`;
}

/** What a conversation id names; nothing for other texts. */
export function targetOf(conversationId: unknown): Target | undefined {
  if (typeof conversationId !== 'string') return undefined;
  const [, kind, id] = /^(C2C|GROUP)(.+)$/s.exec(conversationId) ?? [];
  return kind === undefined || id === undefined ? undefined : { type: kind === 'C2C' ? 'c2c' : 'group', id };
}

/** @throws IMError 2905 unless it is a non-empty text, 2503 when it names no conversation */
export function targetNamed(api: string, conversationId: unknown): Target {
  check(typeof conversationId === 'string' && conversationId !== '', `${api}: conversationID must be a string`);
  const target = targetOf(conversationId);
  if (target === undefined) throw webError('INVALID_CONV_ID', `${api} ${conversationId}`);
  return target;
}

/** The conversation of a message as this user sees it: between two users it has the name of the other one. */
export function targetSeen({ target, sender }: Pick<DomainMessage, 'target' | 'sender'>, self: string): Target {
  return target.type === 'group' || sender === self ? target : { type: 'c2c', id: sender };
}

/** The same for all who see the message, in all styles. */
export function messageIdOf({ sender, clientTime, random }: Omit<MessageName, 'seq' | 'time'>): string {
  return `${sender}-${clientTime}-${random}`;
}
