import type { Message } from '@tim-node/protocol';
import { Recent } from '../../../lib/sdk/src/session/recent.js';

const message = (random: number, sender = 'alice'): Message =>
  ({ sender, clientTime: 1_700_000_000, random }) as Partial<Message> as Message;

test('a second copy is told from another message', () => {
  const recent = new Recent();
  expect(recent.isNew(message(1))).toBe(true);
  expect(recent.isNew(message(1))).toBe(false);
  expect(recent.isNew(message(2))).toBe(true);
  expect(recent.isNew(message(1, 'bob'))).toBe(true);
});

test('what was long ago is forgotten', () => {
  const recent = new Recent();
  for (let random = 1; random <= 257; random += 1) expect(recent.isNew(message(random))).toBe(true);
  expect(recent.isNew(message(257))).toBe(false);
  expect(recent.isNew(message(1))).toBe(true);
});
