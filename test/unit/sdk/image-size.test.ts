import { imageFacts } from '../../../lib/sdk/src/feature/image-size.js';
import { png } from '../../support/media.js';

const of = (...parts: (string | number[])[]): Buffer =>
  Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part, 'latin1') : Buffer.from(part))));

const jpeg = (...segments: number[][]): Buffer => of([0xff, 0xd8], ...segments);
const APP1 = [0xff, 0xe1, 0, 6, 1, 2, 3, 4];
const FILL = [0xff];
const HUFFMAN = [0xff, 0xc4, 0, 4, 9, 9];
const FRAME = [0xff, 0xc2, 0, 17, 8, 0x01, 0xe0, 0x02, 0x80, 3];

test.each<[string, Buffer, object]>([
  ['PNG', png(640, 480), { format: 'png', width: 640, height: 480 }],
  ['GIF', of('GIF89a', [0x80, 2, 0xe0, 1]), { format: 'gif', width: 640, height: 480 }],
  [
    'BMP from top to bottom',
    of(
      'BM',
      Array.from({ length: 16 }, () => 0),
      [0x80, 2, 0, 0],
      [0x20, 0xfe, 0xff, 0xff],
    ),
    { format: 'bmp', width: 640, height: 480 },
  ],
  ['JPEG', jpeg(APP1, FILL, HUFFMAN, FRAME), { format: 'jpeg', width: 640, height: 480 }],
  [
    'lossy WebP',
    of('RIFF', [0, 0, 0, 0], 'WEBPVP8 ', [0, 0, 0, 0], [0, 0, 0, 0x9d, 0x01, 0x2a], [0x80, 2, 0xe0, 1]),
    { format: 'webp', width: 640, height: 480 },
  ],
  [
    'lossless WebP',
    of('RIFF', [0, 0, 0, 0], 'WEBPVP8L', [0, 0, 0, 0, 0x2f], [0x7f, 0xc2, 0x77, 0]),
    { format: 'webp', width: 640, height: 480 },
  ],
  [
    'WebP with extras',
    of('RIFF', [0, 0, 0, 0], 'WEBPVP8X', [10, 0, 0, 0, 0, 0, 0, 0], [0x7f, 2, 0], [0xdf, 1, 0]),
    { format: 'webp', width: 640, height: 480 },
  ],
])('the header of a %s', (_what, content, facts) => {
  expect(imageFacts(content)).toEqual(facts);
});

test('what ends too early, or says what cannot be, has no size', () => {
  const unknown = { width: 0, height: 0 };
  expect(imageFacts(png(640, 480).subarray(0, 20))).toEqual({ format: 'png', ...unknown });
  expect(imageFacts(png(0, 480))).toEqual({ format: 'png', ...unknown });
  expect(imageFacts(png(0xffff_ffff, 480))).toEqual({ format: 'png', ...unknown });
  expect(imageFacts(jpeg(APP1, [0xff, 0xe0, 0xff, 0xff]))).toEqual({ format: 'jpeg', ...unknown });
  expect(imageFacts(jpeg(APP1, [7, 7]))).toEqual({ format: 'jpeg', ...unknown });
  expect(imageFacts(jpeg([0xff, 0xe0, 0, 0], [0xff, 0xe0, 0, 0]))).toEqual({ format: 'jpeg', ...unknown });
});

test('what is no image is told as such', () => {
  for (const content of ['', 'P', '<svg/>', 'RIFF0000WAVE', '\x89PN']) {
    expect(imageFacts(of(content))).toBeUndefined();
  }
});

test('every beginning of a header is read without an error', () => {
  for (const content of [png(1, 1), jpeg(APP1, FRAME), of('RIFF', [0, 0, 0, 0], 'WEBPVP8X', [0, 0, 0, 0])]) {
    for (let length = 0; length < content.length; length += 1) imageFacts(content.subarray(0, length));
  }
});
