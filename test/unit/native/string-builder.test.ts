import { StringBuilder } from 'tim-node';
import { writeOut } from '../../../lib/sdk/src/native/string-builder.js';

describe('out-buffers', () => {
  test('a StringBuilder holds just what was written', () => {
    const builder = new StringBuilder(128).Append('before');
    writeOut(builder, 'alice');
    expect([builder.ToString(), String(builder), builder.Length, builder.Capacity]).toEqual(['alice', 'alice', 5, 128]);
    expect(builder.Clear().Append('a').Append('b').ToString()).toBe('ab');
  });

  test('bytes get UTF-8 with a closing NUL, and whole characters only', () => {
    const bytes = Buffer.alloc(8, 0xff);
    writeOut(bytes, 'ab€');
    expect([...bytes]).toEqual([0x61, 0x62, 0xe2, 0x82, 0xac, 0, 0xff, 0xff]);
    const small = Buffer.alloc(5, 0xff);
    writeOut(small, 'ab€');
    expect([...small]).toEqual([0x61, 0x62, 0, 0xff, 0xff]);
    const tiny = new Uint8Array([7]);
    writeOut(tiny, 'alice');
    expect([...tiny]).toEqual([0]);
    writeOut(new Uint8Array(0), 'alice');
  });

  test('nothing to write into', () => {
    writeOut(null, 'alice');
    writeOut(undefined, 'alice');
    writeOut('not a buffer' as never, 'alice');
  });
});
