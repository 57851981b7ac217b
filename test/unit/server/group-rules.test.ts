import type { GroupRole, GroupType, JoinOption } from '@tim-node/protocol';
import { kindOf, leads, mayInvite, mayJoin } from '../../../lib/server/src/rules/group-rules.js';

/** What the kinds of groups allow, in the words of those who document them. */
const TABLE: readonly [GroupType, object][] = [
  [
    'Private',
    {
      maxMembers: 200,
      joinOption: 'forbid',
      approveOption: 'any',
      open: false,
      earlierHistory: false,
      unread: true,
      admins: false,
      mute: false,
      ownerMayQuit: true,
      ownerMayDismiss: false,
      profileBy: ['owner', 'admin', 'member'],
      settingsBy: ['owner'],
    },
  ],
  [
    'Public',
    {
      maxMembers: 2000,
      joinOption: 'auth',
      approveOption: 'forbid',
      open: true,
      earlierHistory: false,
      unread: true,
      admins: true,
      mute: true,
      ownerMayQuit: false,
      ownerMayDismiss: true,
      profileBy: ['owner', 'admin'],
      settingsBy: ['owner', 'admin'],
    },
  ],
  [
    'ChatRoom',
    {
      maxMembers: 6000,
      joinOption: 'any',
      approveOption: 'forbid',
      open: true,
      earlierHistory: true,
      unread: false,
      admins: true,
      mute: true,
      ownerMayQuit: false,
      ownerMayDismiss: true,
      profileBy: ['owner', 'admin'],
      settingsBy: ['owner', 'admin'],
    },
  ],
];

function kind(type: GroupType) {
  const found = kindOf(type);
  if (found === undefined) throw new Error(`no kind ${type}`);
  return found;
}

test.each(TABLE)('%s', (type, rules) => {
  expect(kindOf(type)).toEqual(rules);
});

test('live groups and communities are not there yet', () => {
  expect([kindOf('AVChatRoom'), kindOf('Community')]).toEqual([undefined, undefined]);
});

test.each<[GroupType, JoinOption, string]>([
  ['Private', 'any', 'no'],
  ['Private', 'auth', 'no'],
  ['Public', 'any', 'yes'],
  ['Public', 'auth', 'ask'],
  ['Public', 'forbid', 'no'],
  ['ChatRoom', 'any', 'yes'],
])('joining %s with %s: %s', (type, option, consent) => {
  expect(mayJoin(kind(type), option)).toBe(consent);
});

test.each<[GroupType, JoinOption, GroupRole, string]>([
  ['Private', 'any', 'member', 'yes'],
  ['Private', 'auth', 'owner', 'ask'],
  ['Private', 'forbid', 'owner', 'no'],
  ['Public', 'forbid', 'owner', 'no'],
  ['Public', 'auth', 'member', 'ask'],
  ['Public', 'auth', 'admin', 'yes'],
  ['Public', 'any', 'member', 'yes'],
])('inviting into %s with %s as %s: %s', (type, option, role, consent) => {
  expect(mayInvite(kind(type), option, role)).toBe(consent);
});

test('owners lead administrators, these lead members, nobody leads his like', () => {
  const roles: GroupRole[] = ['owner', 'admin', 'member'];
  const pairs = roles.flatMap((one) => roles.filter((other) => leads(one, other)).map((other) => `${one} ${other}`));
  expect(pairs).toEqual(['owner admin', 'owner member', 'admin member']);
});
