import { ERRORS, isUserId, type Platform } from '@tim-node/protocol';
import { int, list, obj, opt, text } from '@tim-node/protocol/schema';
import { userKey } from '../../bus/bus.js';
import { unixSeconds } from '../../clock.js';
import { command, type AnyCommand, type RestContext } from '../command.js';
import { restError } from '../codes.js';

const MAX_TARGETS = 500;
/** A mobile instance that was not logged out can be reached by a push for this long; seconds. */
const PUSH_TIME = 7 * 24 * 3600;

type Status = 'Online' | 'PushOnline' | 'Offline';

interface StatusQuery {
  readonly To_Account: string[];
  readonly IsNeedDetail?: number;
}

/** What the REST API calls a platform. */
const PLATFORM_NAMES: Readonly<Record<Platform, string>> = {
  Android: 'Android',
  iPhone: 'iPhone',
  iPad: 'iPad',
  Windows: 'PC',
  Mac: 'Mac',
  Linux: 'Linux',
  Web: 'Web',
};
const MOBILE: readonly Platform[] = ['Android', 'iPhone', 'iPad'];

/** The better status of every platform of a user. */
type Platforms = Map<string, Exclude<Status, 'Offline'>>;
const NOWHERE: Platforms = new Map();

async function platformsOf(context: RestContext, users: readonly string[]): Promise<Map<string, Platforms>> {
  const { app, store, sessions, registry, clock } = context;
  const now = unixSeconds(clock);
  const found = new Map<string, Platforms>();
  for (const user of users) {
    const platforms: Platforms = new Map();
    for (const { state, platform } of registry.of(userKey(app, user))) {
      if (state === 'attached' || state === 'lingering') platforms.set(PLATFORM_NAMES[platform], 'Online');
    }
    found.set(user, platforms);
  }
  for (const { user, platform, seenAt, online } of await store.liveSessions({ app, users, now, ...sessions.view() })) {
    const reachable = MOBILE.includes(platform) && now - seenAt < PUSH_TIME;
    const platforms = found.get(user) ?? new Map<string, Status>();
    const name = PLATFORM_NAMES[platform];
    if (online) platforms.set(name, 'Online');
    else if (reachable && !platforms.has(name)) platforms.set(name, 'PushOnline');
  }
  return found;
}

function bestOf(platforms: Platforms): Status {
  const statuses = [...platforms.values()];
  if (statuses.includes('Online')) return 'Online';
  return statuses.includes('PushOnline') ? 'PushOnline' : 'Offline';
}

/** @param field what the status is called in the answer */
function statusCommand(field: 'Status' | 'State'): AnyCommand {
  return command<StatusQuery>({
    request: obj<StatusQuery>({ To_Account: list(text(), Infinity), IsNeedDetail: opt(int()) }),
    refusal: 'badTargets',
    run: async (context, { To_Account: targets, IsNeedDetail = 0 }) => {
      if (targets.length > MAX_TARGETS) throw restError('tooManyTargets');
      const { app, store } = context;
      const known = new Set(await store.findAccounts({ app, users: targets.filter(isUserId) }));
      const users = targets.filter((user) => known.has(user));
      const platforms = await platformsOf(context, users);
      const QueryResult = users.map((user) => {
        const ofUser = platforms.get(user) ?? NOWHERE;
        const Detail = [...ofUser].map(([Platform, Status]) => ({ Platform, Status }));
        const detail = IsNeedDetail === 1 && Detail.length > 0 ? { Detail } : {};
        return { To_Account: user, [field]: bestOf(ofUser), ...detail };
      });
      const unknown = targets.filter((user) => !known.has(user));
      const ErrorList = unknown.map((user) => ({ To_Account: user, ErrorCode: ERRORS.accountMissing.code }));
      return { QueryResult, ...(unknown.length > 0 ? { ErrorList } : {}) };
    },
  });
}

/** openim: who is online. */
export const statusCommands: Record<string, AnyCommand> = {
  'openim/query_online_status': statusCommand('Status'),
  // The same under its name until 2020.
  'openim/querystate': statusCommand('State'),
};
