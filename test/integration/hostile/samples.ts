import { isOpName, type OpName, type Ops, type ParamsOf, type Target } from '@tim-node/protocol';

/** Parameters of every operation that a login allows, each field given. */
export type Samples = { readonly [K in Sampled]: ParamsOf<Ops[K]> };
type Sampled = Exclude<OpName, `session.${string}`>;

const target: Target = { type: 'c2c', id: 'bob' };
const targets: Target[] = [target];
const place = { target, seq: 1 };
const places = { target, seqs: [1] };
const group = { groupId: 'team' };
const elems = [{ type: 'text', text: 'x' } as const];
const fields = {
  name: 'Team',
  notification: 'n',
  introduction: 'i',
  faceUrl: 'f',
  joinOption: 'any' as const,
  approveOption: 'any' as const,
  maxMembers: 10,
  custom: [{ key: 'k', value: 'v' }],
};

/** Nothing here has to be allowed; it has to have the right form. */
export const samples: Samples = {
  'msg.send': {
    ...{ target, clientId: 'c', random: 1, clientTime: 1, onlineOnly: true, onlyFor: ['bob'] },
    body: {
      ...{ elems, cloudData: 'c', mentions: ['bob'], priority: 1, needReceipt: true, extensible: true },
      ...{ uncounted: true, notLast: true, push: 'p' },
    },
  },
  'msg.list': { target, from: 1, forward: true, limit: 1, since: 1, until: 1, types: ['text'] },
  'msg.find': places,
  'msg.revoke': { ...place, reason: 'r' },
  'msg.modify': { ...place, version: 0, elems, cloudData: 'c' },
  'msg.delete': places,
  'msg.clear': { target },
  'msg.merger.put': { messages: '[]' },
  'msg.merger.get': { key: 'k' },
  'msg.search': {
    ...{ target, words: ['x'], every: true, senders: ['bob'], types: ['text'], since: 1, until: 1, limit: 1 },
    cursor: 'c',
  },
  'msg.translate': { texts: ['x'], source: 'en', target: 'de' },
  'msg.voiceToText': { url: 'u', language: 'en' },
  'mark.receipt.send': places,
  'mark.receipt.get': places,
  'mark.receipt.users': { ...place, read: true, after: 'bob', limit: 1 },
  'mark.extension.set': { ...place, set: [{ key: 'k', value: 'v' }] },
  'mark.extension.get': place,
  'mark.extension.delete': { ...place, keys: ['k'] },
  'mark.reaction.add': { ...place, reaction: 'r' },
  'mark.reaction.remove': { ...place, reaction: 'r' },
  'mark.reaction.get': { ...places, users: 1 },
  'mark.reaction.users': { ...place, reaction: 'r', skip: 0, limit: 1 },
  'mark.pin.set': { ...group, seq: 1, pinned: true },
  'mark.pin.list': group,
  'conv.list': { after: 'x', limit: 1 },
  'conv.get': { targets },
  'conv.read': { target, kind: 'c2c', upTo: 1, upToTime: 1 },
  'conv.remove': { targets, clear: false },
  'conv.pin': { target, pinned: true },
  'conv.mark': { targets, mark: '1', on: true },
  'conv.custom': { targets, custom: 'c' },
  'conv.option.set': { targets, option: 0 },
  'conv.option.get': { targets },
  'conv.option.account.set': { option: 0, daily: 1, from: 1, duration: 1 },
  'conv.option.account.get': {},
  'conv.group.create': { targets, name: 'g' },
  'conv.group.delete': { name: 'g' },
  'conv.group.rename': { name: 'g', newName: 'h' },
  'conv.group.add': { targets, name: 'g' },
  'conv.group.remove': { targets, name: 'g' },
  'group.create': { ...fields, id: 'team', type: 'Public', members: [{ user: 'bob', role: 'member' }] },
  'group.dismiss': group,
  'group.join': { ...group, words: 'w' },
  'group.quit': group,
  'group.invite': { ...group, users: ['bob'] },
  'group.kick': { ...group, users: ['bob'], reason: 'r' },
  'group.joined': { after: 'team' },
  'group.info': { groups: ['team'] },
  'group.modify': { ...group, ...fields, owner: 'bob' },
  'group.members': { ...group, users: ['bob'], role: 'member', after: 'bob', limit: 1 },
  'group.application.list': { after: { time: 1, group: 'g', applicant: 'bob' }, limit: 1 },
  'group.application.handle': { groupId: 'g', user: 'bob', accept: true, reply: 'r', time: 1 },
  'group.application.read': { time: 1 },
  'group.member.modify': { ...group, user: 'bob', role: 'member', nameCard: 'c', muteFor: 1 },
  'media.upload': { kind: 'file', name: 'n', size: 1 },
  'media.link': { ids: ['m'] },
  'sync.pull': { epoch: 'e', after: 1, limit: 1 },
  'sync.ack': { seq: 1 },
};

export const sampled: readonly Sampled[] = Object.keys(samples).filter(isOpName) as Sampled[];

/** The same value with another one somewhere inside. */
export interface Variant {
  /** Where it differs. */
  readonly path: string;
  readonly value: unknown;
}

/** Puts each of some values in the place of every part of a value, one at a time. */
export function variants(value: unknown, bad: (part: unknown) => readonly unknown[], path = ''): Variant[] {
  const here = bad(value).map((each) => ({ path, value: each }));
  if (typeof value !== 'object' || value === null) return here;
  const inside = Object.entries(value).flatMap(([key, part]) =>
    variants(part, bad, `${path}/${key}`).map(({ path: where, value: changed }) => ({
      path: where,
      value: Array.isArray(value) ? [changed] : { ...value, [key]: changed },
    })),
  );
  return [...here, ...inside];
}
