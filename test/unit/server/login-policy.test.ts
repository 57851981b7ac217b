import { PLATFORMS, type Platform } from '@tim-node/protocol';
import {
  instanceLimit,
  POLICIES,
  sessionsToKick,
  type LoginRules,
  type Policy,
  type Rival,
} from '../../../lib/server/src/rules/login-policy.js';

const MOBILE = ['Android', 'iPhone', 'iPad'];
const DESKTOP = ['Windows', 'Mac', 'Linux'];

/** Written down from the product documentation, not from the code: may these two be logged in together? */
function together(policy: Policy, a: Platform, b: Platform): boolean {
  if (a === b) return false;
  const kind = (platform: Platform): string =>
    MOBILE.includes(platform) ? 'mobile' : DESKTOP.includes(platform) ? 'desktop' : 'web';
  switch (policy) {
    case 'single':
      return false;
    case 'two':
      return (kind(a) === 'web') !== (kind(b) === 'web');
    case 'three':
      return kind(a) !== kind(b);
    case 'multi':
      return true;
  }
}

function rules(policy: Policy, instances: LoginRules['instances'] = {}): LoginRules {
  return { policy, instances, kickedOfflineNotice: true };
}

function rival(platform: Platform, order: number, online = true): Rival {
  return { platform, order, online };
}

const pairs = POLICIES.flatMap((policy) =>
  PLATFORMS.flatMap((old) => PLATFORMS.map((young) => [policy, old, young] as const)),
);

test.each(pairs)('%s: %s is there, %s logs in', (policy, old, young) => {
  const kicks = sessionsToKick(rules(policy), young, [rival(old, 1)]);
  if (together(policy, old, young)) expect(kicks).toEqual([]);
  else {
    expect(kicks).toEqual([{ rival: rival(old, 1), reason: old === young ? 'multipleAccount' : 'multipleDevice' }]);
  }
});

test.each(POLICIES)('%s: Web may have ten instances, the eleventh kicks the earliest', (policy) => {
  const tabs = Array.from({ length: 10 }, (_, at) => rival('Web', at + 1));
  expect(sessionsToKick(rules(policy, { Web: 10 }), 'Web', tabs.slice(0, 9))).toEqual([]);
  expect(sessionsToKick(rules(policy, { Web: 10 }), 'Web', tabs)).toEqual([
    { rival: rival('Web', 1), reason: 'multipleAccount' },
  ]);
});

test.each(PLATFORMS.filter((platform) => platform !== 'Web'))(
  '%s has several instances only under multi',
  (platform) => {
    for (const policy of POLICIES) {
      expect(instanceLimit(rules(policy, { [platform]: 3 }), platform)).toBe(policy === 'multi' ? 3 : 1);
    }
  },
);

test('when the limit was lowered, all that are too many go, the earliest ones', () => {
  const sessions = [rival('Web', 7), rival('Web', 3), rival('Web', 5)];
  const kicked = sessionsToKick(rules('multi', { Web: 2 }), 'Web', sessions).map((kick) => kick.rival.order);
  expect(kicked.sort()).toEqual([3, 5]);
});

test('somebody offline never costs the place of somebody online, however young', () => {
  const sessions = [rival('Web', 1, true), rival('Web', 2, false)];
  expect(sessionsToKick(rules('multi', { Web: 2 }), 'Web', sessions)).toEqual([
    { rival: rival('Web', 2, false), reason: 'multipleAccount' },
  ]);
});

test('among those offline, the newest keeps the place that is left', () => {
  const sessions = [rival('Web', 1, false), rival('Web', 2, false), rival('Web', 3, true)];
  expect(sessionsToKick(rules('multi', { Web: 3 }), 'Web', sessions).map((kick) => kick.rival.order)).toEqual([1]);
});

test('one login may kick on both grounds', () => {
  const kicks = sessionsToKick(rules('three'), 'iPhone', [rival('iPhone', 1), rival('iPad', 2), rival('Web', 3)]);
  expect(kicks.map(({ rival: { platform }, reason }) => [platform, reason]).sort()).toEqual([
    ['iPad', 'multipleDevice'],
    ['iPhone', 'multipleAccount'],
  ]);
});
