import { contentDisposition } from '../../../lib/server/src/http/disposition.js';
import { byteRange } from '../../../lib/server/src/http/range.js';
import { isImage, mediaType } from '../../../lib/server/src/media/magic.js';
import { Signer } from '../../../lib/server/src/media/signer.js';

test.each([
  ['report.pdf', 'attachment; filename="report.pdf"'],
  ['../../etc/passwd', 'attachment; filename="passwd"'],
  ['C:\\secret\\x.exe', 'attachment; filename="x.exe"'],
  ['', 'attachment; filename="file"'],
  ['...', 'attachment; filename="file"'],
  ['a\r\nb', 'attachment; filename="ab"'],
  ['a\u202egnp.exe', 'attachment; filename="agnp.exe"'],
  ['a"b', `attachment; filename="a_b"; filename*=UTF-8''a%22b`],
  ["it's (1)*%", `attachment; filename="it_s _1___"; filename*=UTF-8''it%27s%20%281%29%2A%25`],
  ['文.png', `attachment; filename="_.png"; filename*=UTF-8''%E6%96%87.png`],
  ['x'.repeat(300), `attachment; filename="${'x'.repeat(150)}"`],
])('the name %j', (name, header) => {
  expect(contentDisposition(name)).toBe(header);
});

test.each<[string | undefined, ReturnType<typeof byteRange>]>([
  [undefined, 'everything'],
  ['lines=1-2', 'everything'],
  ['bytes=0-0', { first: 0, last: 0 }],
  ['bytes=5-', { first: 5, last: 99 }],
  ['bytes=5-1000', { first: 5, last: 99 }],
  ['bytes=-10', { first: 90, last: 99 }],
  ['bytes=-1000', { first: 0, last: 99 }],
  ['bytes=100-', 'nothing'],
  ['bytes=-0', 'nothing'],
  ['bytes=-', 'nothing'],
  ['bytes=3-2', 'nothing'],
  ['bytes=0-1,2-3', 'nothing'],
  ['bytes= 0-1', 'nothing'],
  [`bytes=${'9'.repeat(100)}-`, 'nothing'],
])('the range %s of 100 bytes', (header, range) => {
  expect(byteRange(header, 100)).toEqual(range);
});

test.each([
  ['\x89PNG\r\n\x1a\n', 'image/png'],
  ['\xff\xd8\xff\xe0', 'image/jpeg'],
  ['RIFF0000WEBPVP8 ', 'image/webp'],
  ['RIFF0000WAVEfmt ', 'audio/wav'],
  ['\0\0\0\x18ftypmp42', 'video/mp4'],
  ['\0\0\0\x18ftypM4A ', 'audio/mp4'],
  ['#!AMR\n', 'audio/amr'],
  ['<svg xmlns=', 'application/octet-stream'],
  ['<!doctype html', 'application/octet-stream'],
  ['%PDF-1.7', 'application/octet-stream'],
  ['', 'application/octet-stream'],
])('the bytes %j', (text, type) => {
  const content = Buffer.from(text, 'latin1');
  expect(mediaType(content)).toBe(type);
  expect(isImage(content)).toBe(type.startsWith('image/'));
});

test('a signature is good for one thing and one purpose', () => {
  const signer = new Signer(undefined);
  const signature = signer.sign('link', 1, 'a', 7);
  expect(signer.verify(signature, 'link', 1, 'a', 7)).toBe(true);
  for (const [purpose, ...about] of [
    ['upload', 1, 'a', 7],
    ['link', 1, 'a', 8],
    ['link', 1, 'b', 7],
    ['link', '1', 'a', 7],
    ['link', 1, 'a'],
  ] as const) {
    expect(signer.verify(signature, purpose, ...about)).toBe(false);
  }
  expect(signer.verify('', 'link', 1, 'a', 7)).toBe(false);
  expect(signer.verify(`${signature}x`, 'link', 1, 'a', 7)).toBe(false);
  expect(new Signer(undefined).verify(signature, 'link', 1, 'a', 7)).toBe(false);
});
