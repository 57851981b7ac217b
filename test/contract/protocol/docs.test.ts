import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CLOSE, decodeFrames, isOpName, isPushName, ops, pushes, type Schema } from '@tim-node/protocol';

const page = readFileSync(join(__dirname, '../../../docs/protocol.md'), 'utf8');
const examples = [...page.matchAll(/```json\n([\s\S]*?)```/g)].map(([, text = '']) => text);

describe('docs/protocol.md', () => {
  test.each(examples)('example %#: the production decoder and the schemas accept it', (text) => {
    const frames = decodeFrames(text);
    expect(frames.length).toBeGreaterThan(0);
    for (const frame of frames) {
      if ('op' in frame) {
        expect(isOpName(frame.op)).toBe(true);
        if (isOpName(frame.op))
          expect((ops[frame.op].params as Schema<unknown>).check(frame.params, frame.op)).toBeUndefined();
      }
      if ('push' in frame) {
        expect(isPushName(frame.push)).toBe(true);
        if (isPushName(frame.push))
          expect((pushes[frame.push] as Schema<unknown>).check(frame.data, frame.push)).toBeUndefined();
      }
      if ('result' in frame) {
        expect((ops['session.login'].result as Schema<unknown>).check(frame.result, 'result')).toBeUndefined();
      }
    }
  });

  test('there is an example of each kind of frame', () => {
    const kinds = examples
      .flatMap((text) => decodeFrames(text))
      .map((frame) => (Object.keys(frame)[0] === 'id' ? Object.keys(frame)[1] : Object.keys(frame)[0]));
    expect(new Set(kinds)).toEqual(new Set(['push', 'op', 'result', 'error', 'ping', 'pong']));
  });

  test('every close code stands in the table with what the client does', () => {
    const rows = page
      .split('\n')
      .map((line) => line.split('|').map((cell) => cell.trim()))
      .filter(([, codes = '']) => /^\d{4}(, \d{4})*$/.test(codes));
    const told = new Map(
      rows.flatMap(([, codes = '', , action = '']) => codes.split(', ').map((code) => [Number(code), action])),
    );
    for (const { code, action } of Object.values(CLOSE)) {
      const text = told.get(code) ?? '';
      expect([code, text]).toEqual([code, expect.stringMatching(PHRASES[action])]);
    }
  });
});

const PHRASES = {
  reconnect: /dials again|logs in again/,
  spread: /comes back, not before/,
  park: /stays away until the next login/,
  end: /stays away until the next login/,
  ignore: /does nothing/,
};
