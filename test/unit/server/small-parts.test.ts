import { decodeFrames, isUserId, LIMITS, type MessageBody } from '@tim-node/protocol';
import { secretProblem, newAppId, newSecret } from '../../../lib/server/src/auth/secret.js';
import { encodeBody } from '../../../lib/server/src/domain/message-body.js';
import { redactFrame } from '../../../lib/server/src/logger.js';
import { logPushes } from '../../../lib/server/src/session/events.js';
import { newTicket, proofOf, sessionRef } from '../../../lib/server/src/session/ticket.js';

describe('tickets', () => {
  test('the name tells whose session it is; even the longest fits the protocol', () => {
    const user = 'u'.repeat(32);
    const { sessionId, token } = newTicket(Number.MAX_SAFE_INTEGER, user);
    expect(sessionRef(sessionId)).toEqual({ app: Number.MAX_SAFE_INTEGER, user, sessionId });
    expect(sessionId.length).toBeLessThanOrEqual(64);
    expect(token.length).toBeLessThanOrEqual(64);
  });

  test('no two are alike, and the proof does not give the secret away', () => {
    const [a, b] = [newTicket(1, 'a'), newTicket(1, 'a')];
    expect(a.sessionId).not.toBe(b.sessionId);
    expect(a.token).not.toBe(b.token);
    expect(JSON.stringify(proofOf(a))).not.toContain(a.token);
    expect(proofOf(a).tokenHash).toMatch(/^[0-9a-f]{64}$/);
  });

  test.each([
    '',
    '1.a',
    'x.a.12345678901',
    '1.a b.12345678901',
    '1.a.short',
    '1.a.b.12345678901',
    `1.${'a'.repeat(33)}.12345678901`,
  ])('%p is no name of a session', (text) => {
    expect(sessionRef(text)).toBeUndefined();
  });
});

describe('secrets', () => {
  test('made ones are good, and app ids are in their range', () => {
    for (let i = 0; i < 100; i += 1) {
      expect(secretProblem(newSecret(), 'from anywhere')).toBeUndefined();
      expect(newAppId()).toBeGreaterThanOrEqual(1_400_000_000);
      expect(newAppId()).toBeLessThan(1_500_000_000);
    }
  });

  test.each([
    'changemechangeme',
    'SecretSecretSecret',
    '12345678901234567890',
    'passwordpassword',
    'aaaaaaaaaaaaaaaab',
  ])('%p is refused', (key) => {
    expect(secretProblem(key, 'from anywhere')).toBeDefined();
  });
});

test('a body keeps what is known and nothing else', () => {
  const body = JSON.parse(
    '{"elems":[{"type":"text","text":"hi","__proto__":{"x":1},"html":"<b>"}],"cloudData":"c","sender":"eve"}',
  ) as MessageBody;
  expect(encodeBody(body)).toBe('{"elems":[{"type":"text","text":"hi"}],"cloudData":"c"}');
});

test('pushes of the log have a size that every client takes', () => {
  const json = (seq: number, size: number): string => `{"kind":"message","seq":${seq},"x":"${'y'.repeat(size)}"}`;
  const entries = Array.from({ length: 500 }, (_, at) => ({ seq: at + 1, json: json(at + 1, at < 250 ? 10 : 12_000) }));
  const pushes = logPushes(entries);
  const pages = pushes.map((text) => {
    const [frame] = decodeFrames(text) as unknown as { data: { entries: { seq: number }[] } }[];
    return frame?.data.entries ?? [];
  });
  expect(pages.flat().map(({ seq }) => seq)).toEqual(entries.map(({ seq }) => seq));
  for (const page of pages) expect(page.length).toBeLessThanOrEqual(LIMITS.pullPage);
  for (const text of pushes) expect(text.length).toBeLessThan(LIMITS.frameBytes / 2);
});

test('a frame that is shown hides secrets and bodies and cuts long texts', () => {
  const shown = redactFrame({
    id: 1,
    op: 'session.login',
    params: {
      userId: 'alice',
      userSig: 'SECRET-1',
      previous: { sessionId: 's', token: 'SECRET-2' },
      body: { elems: [{ text: 'SECRET-3' }] },
      agent: 'a'.repeat(1000),
    },
  });
  expect(shown).not.toContain('SECRET');
  expect(shown).toContain('alice');
  expect(shown.length).toBeLessThan(500);
});

test('user ids are what the session names rely on', () => {
  expect(isUserId('a.b')).toBe(false);
});
