import fc from 'fast-check';
import type { Message } from '@tim-node/protocol';
import { toNative } from '../../../lib/sdk/src/native/codec/domain.js';
import { isPlain, writePlain } from '../../../lib/sdk/src/native/codec/plain-messages.js';
import { writeJson } from '../../../lib/sdk/src/native/json.js';

/* The short way to the JSON of a plain message leads to the same text as the long one. */

const SELF = 'me';
const viewer = { userId: SELF, urlOf: () => '' };
const number = fc.nat(0xffff_ffff);
const user = fc.constantFrom(SELF, 'other', 'a.b-c@d', 'quoted "one"');
const words = fc.string({ unit: 'binary' });
const marks = fc.option(fc.record({ readSeq: number, peerReadSeq: number }), { nil: undefined });

const plain: fc.Arbitrary<Message> = fc
  .record(
    {
      target: fc.record({ type: fc.constantFrom('c2c', 'group'), id: user }),
      seq: number.filter((seq) => seq > 0),
      sender: user,
      clientId: words,
      time: number,
      clientTime: number,
      random: number,
      platform: fc.constantFrom('Windows', 'Mac', 'Android', 'iPhone', 'iPad', 'Linux', 'Web'),
      body: words.map((text) => ({ elems: [{ type: 'text' as const, text }] })),
      profile: fc.record({ nick: words, faceUrl: words, nameCard: words }, { requiredKeys: [] }),
    },
    { requiredKeys: ['target', 'seq', 'sender', 'clientId', 'time', 'clientTime', 'random', 'platform', 'body'] },
  )
  .map((message) => message as Message);

test('plain messages are the same JSON either way', () => {
  fc.assert(
    fc.property(plain, marks, (message, read) => {
      expect(isPlain(message)).toBe(true);
      expect(writePlain(message, viewer, read)).toBe(writeJson(toNative(message, viewer, read)));
    }),
    { numRuns: 500 },
  );
});

test('a message of which anything else is known is not plain', () => {
  const [message] = fc.sample(plain, 1) as [Message];
  const { body } = message;
  const others: Message[] = [
    { ...message, seq: 0 },
    { ...message, version: 1 },
    { ...message, onlyFor: ['other'] },
    { ...message, receiptTotal: 1 },
    { ...message, revoked: { by: 'other', reason: '', time: 1 } },
    { ...message, body: { ...body, cloudData: '{}' } },
    { ...message, body: { ...body, needReceipt: true } },
    { ...message, body: { elems: [...body.elems, ...body.elems] } },
    { ...message, body: { elems: [] } },
    { ...message, body: { elems: [{ type: 'face', index: 1, data: '' }] } },
  ];
  expect(others.filter(isPlain)).toEqual([]);
});
