import fc from 'fast-check';
import { readJson, writeJson } from '../../../lib/sdk/src/native/json.js';

describe('64-bit numbers', () => {
  test.each([
    ['9007199254740991', 9007199254740991],
    ['9007199254740992', 9007199254740992n],
    ['18446744073709551615', 18446744073709551615n],
    ['-9223372036854775808', -9223372036854775808n],
    ['1e3', 1000],
    ['1E+2', 100],
    ['12345678901234567.0', 12345678901234568],
    ['0.1234567890123456789', 0.12345678901234568],
    ['1234567890123456', 1234567890123456],
  ])('%s', (text, value) => {
    expect(readJson(text)).toBe(value);
    expect(readJson(`{"a":[${text}]}`)).toEqual({ a: [value] });
  });

  test('every one of them survives a round trip', () => {
    fc.assert(
      fc.property(fc.bigInt(-(2n ** 63n), 2n ** 64n - 1n), (value) => {
        const text = writeJson({ id: value });
        expect(text).toBe(`{"id":${value}}`);
        expect(BigInt((readJson(text) as { id: number | bigint }).id)).toBe(value);
      }),
    );
  });

  test('digits inside a text stay text', () => {
    const text = '{"a":"18446744073709551615","b":"x\\"18446744073709551615","c":18446744073709551615}';
    expect(readJson(text)).toEqual({
      a: '18446744073709551615',
      b: 'x"18446744073709551615',
      c: 18446744073709551615n,
    });
  });

  test('a large double is not written like an exact integer', () => {
    expect(writeJson([2 ** 70, 1e21, 5, -0.5])).toBe('[1.1805916207174113e+21,1e+21,5,-0.5]');
  });
});

describe('what is not JSON', () => {
  test.each([
    '',
    ' ',
    '{bad',
    '[1,]',
    '\ufeff{}',
    '{} {}',
    '{"a":18446744073709551616}',
    '[-9223372036854775809]',
    '[1e400]',
    '[-1e999]',
    `[${'9'.repeat(400)}.5]`,
    '{12345678901234567:1}',
    '[12345678901234567 1]',
    '[012345678901234567]',
    '"12345678901234567"12345678901234567',
    '{"":1}',
    '{"a":"12345678901234567',
  ])('%j', (text) => {
    expect(() => readJson(text)).toThrow();
  });

  test('an empty key is only wrong at the root', () => {
    expect(readJson('{"a":{"":1}}')).toEqual({ a: { '': 1 } });
  });

  test('too deep a text', () => {
    expect(readJson('['.repeat(64) + ']'.repeat(64))).toEqual(expect.any(Array));
    expect(() => readJson('['.repeat(65) + ']'.repeat(65))).toThrow('deep');
  });
});

describe('hostile texts', () => {
  test('they end soon', () => {
    // Quadratic work on any of these would take minutes.
    for (const text of [
      '1'.repeat(2_000_000),
      `${'1'.repeat(2_000_000)}.`,
      `"${'\\"'.repeat(1_000_000)}`,
      `["${'a'.repeat(5_000_000)}",12345678901234567]`,
      '-'.repeat(2_000_000) + '12345678901234567',
      '[12345678901234567,'.repeat(60),
    ]) {
      try {
        readJson(text);
      } catch {
        // Refused is as good as read.
      }
    }
  });

  test('no text can look like the mark of a long number', () => {
    for (const text of ['\u0000int:5', '0123456789abcdef0123456789abcdef5']) {
      const value = { text, long: 2n ** 63n };
      expect(readJson(writeJson(value))).toEqual(value);
    }
  });

  test('__proto__ is a key like any other', () => {
    const value = readJson('{"__proto__":{"polluted":12345678901234567}}') as object;
    expect(Object.hasOwn(value, '__proto__')).toBe(true);
    expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
    expect(writeJson(value)).toBe('{"__proto__":{"polluted":12345678901234567}}');
  });
});

describe('reading and writing', () => {
  test('what JSON.parse reads is read the same', () => {
    fc.assert(
      fc.property(fc.json({ maxDepth: 5 }), (text) => {
        const plain: unknown = JSON.parse(text);
        if (typeof plain === 'object' && plain !== null && !Array.isArray(plain) && Object.hasOwn(plain, '')) return;
        let read: unknown;
        try {
          read = readJson(text);
        } catch (error) {
          expect(String(error)).toMatch(/64 bits|too large/);
          return;
        }
        const numbers = (_key: string, value: unknown): unknown => (typeof value === 'bigint' ? Number(value) : value);
        expect(JSON.stringify(read, numbers)).toBe(JSON.stringify(plain));
      }),
    );
  });

  test('what is written is what JSON.stringify writes', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 5 }), (value) => {
        expect(JSON.parse(writeJson(value))).toEqual(JSON.parse(JSON.stringify(value)));
      }),
    );
  });

  test('what JSON has no words for', () => {
    const odd = { a: undefined, b: () => 1, c: Symbol('c'), d: [undefined, () => 1], e: NaN, f: new Date(0) };
    expect(writeJson(odd)).toBe('{"d":[null,null],"e":null,"f":"1970-01-01T00:00:00.000Z"}');
    expect(writeJson(undefined)).toBe('null');
  });

  test('a circle is refused', () => {
    const circle: Record<string, unknown> = {};
    circle['self'] = circle;
    expect(() => writeJson(circle)).toThrow('deep');
  });
});
