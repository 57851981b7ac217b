import { decodeFrames, LIMITS } from '@tim-node/protocol';
import { Outbox, packed } from '../../../lib/server/src/gateway/outbox.js';

class Paper {
  bufferedAmount = 0;
  readonly sent: string[] = [];

  send(message: string): void {
    this.sent.push(message);
  }
}

const frame = (id: number, size = 0): string => JSON.stringify({ id, result: 'x'.repeat(size) });

test('frames of one turn travel in one message, in order', () => {
  const outbox = new Outbox();
  const wire = new Paper();
  for (let id = 1; id <= 3; id += 1) expect(outbox.add(frame(id))).toBe(true);
  expect(outbox.flush(wire)).toBe(true);
  expect(wire.sent).toHaveLength(1);
  expect(decodeFrames(wire.sent[0] ?? '')).toEqual([1, 2, 3].map((id) => ({ id, result: '' })));
  expect(outbox.isEmpty).toBe(true);
});

test('a single frame is not wrapped', () => {
  expect(packed([frame(1)])).toEqual([frame(1)]);
  expect(packed([])).toEqual([]);
});

test('many or large frames make several messages that every client takes, none lost', () => {
  const frames = Array.from({ length: 2100 }, (_, id) => frame(id));
  frames.push(frame(9001, 100_000), frame(9002, 100_000), frame(9003, 500_000), frame(9004));
  const messages = packed(frames);
  for (const message of messages) expect(Buffer.byteLength(message)).toBeLessThan(LIMITS.frameBytes);
  expect(messages.flatMap((message) => decodeFrames(message))).toEqual(frames.flatMap((text) => decodeFrames(text)));
});

test('a peer that has left too much unread gets nothing more', () => {
  const outbox = new Outbox();
  const wire = new Paper();
  wire.bufferedAmount = LIMITS.outQueueBytes - 10;
  outbox.add(frame(1, 100));
  expect(outbox.flush(wire)).toBe(false);
  expect(wire.sent).toEqual([]);
});

test('a burst to a peer that reads is no reason to cut it, unless it is beyond all measure', () => {
  const outbox = new Outbox();
  for (let id = 0; id < 4; id += 1) expect(outbox.add(frame(id, LIMITS.outQueueBytes - 100))).toBe(true);
  expect(outbox.flush(new Paper())).toBe(true);
  const flood = new Outbox();
  const taken = Array.from({ length: 5 }, (_, id) => flood.add(frame(id, LIMITS.outQueueBytes)));
  expect(taken.at(-1)).toBe(false);
});
