import { originAllowed } from '../../../lib/server/src/auth/origin.js';

const open = { allowNoOrigin: true };

test.each([
  [undefined, 'chat.example', true],
  ['http://chat.example', 'chat.example', true],
  ['https://chat.example:8443', 'chat.example:8443', true],
  ['http://localhost:5173', 'chat.example', true],
  ['http://127.0.0.1', 'chat.example', true],
  ['http://[::1]:80', 'chat.example', true],
  ['https://evil.example', 'chat.example', false],
  ['https://chat.example.evil.example', 'chat.example', false],
  ['https://evilchat.example', 'chat.example', false],
  ['https://localhost.evil.example', 'chat.example', false],
  ['null', 'chat.example', false],
  ['', 'chat.example', false],
  ['file://', '', false],
  ['chat.example', 'chat.example', false],
  ['https://evil.example', undefined, false],
])('without a list: %p at %p: %p', (origin, host, allowed) => {
  expect(originAllowed(open, origin, host)).toBe(allowed);
});

test('a list replaces the rule', () => {
  const rules = { allowNoOrigin: true, allowedOrigins: ['https://app.example'] };
  expect(originAllowed(rules, 'https://app.example', 'chat.example')).toBe(true);
  expect(originAllowed(rules, 'http://app.example', 'chat.example')).toBe(false);
  expect(originAllowed(rules, 'http://localhost', 'chat.example')).toBe(false);
  expect(originAllowed({ ...rules, allowedOrigins: ['*'] }, 'https://any.example', 'chat.example')).toBe(true);
});

test('clients without an origin can be kept out', () => {
  expect(originAllowed({ allowNoOrigin: false }, undefined, 'chat.example')).toBe(false);
});
