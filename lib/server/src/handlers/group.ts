import type { Groups } from '../domain/groups.js';
import { sessionOf, type FeatureHandlers } from './router.js';

/** Handlers of the operations on groups. */
export function groupHandlers(groups: Groups): FeatureHandlers<'group'> {
  return {
    'group.create': (caller, params) => groups.create(sessionOf(caller), params),
    'group.dismiss': async (caller, params) => {
      await groups.dismiss(sessionOf(caller), params);
      return {};
    },
    'group.join': (caller, params) => groups.join(sessionOf(caller), params),
    'group.quit': async (caller, params) => {
      await groups.quit(sessionOf(caller), params);
      return {};
    },
    'group.invite': (caller, params) => groups.invite(sessionOf(caller), params),
    'group.kick': (caller, params) => groups.kick(sessionOf(caller), params),
    'group.joined': (caller, params) => groups.joined(sessionOf(caller), params),
    'group.info': (caller, { groups: ids }) => groups.info(sessionOf(caller), ids),
    'group.modify': async (caller, params) => {
      await groups.modify(sessionOf(caller), params);
      return {};
    },
    'group.members': (caller, params) => groups.members(sessionOf(caller), params),
    'group.application.list': (caller, params) => groups.applications(sessionOf(caller), params),
    'group.application.handle': async (caller, params) => {
      await groups.handle(sessionOf(caller), params);
      return {};
    },
    'group.application.read': async (caller, { time }) => {
      await groups.readApplications(sessionOf(caller), time);
      return {};
    },
    'group.member.modify': async (caller, params) => {
      await groups.modifyMember(sessionOf(caller), params);
      return {};
    },
  };
}
