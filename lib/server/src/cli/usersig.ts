import { isUserId } from '@tim-node/protocol';
import { genUserSig } from '@tim-node/protocol/usersig';
import { readApp } from '../data-dir/app-file.js';
import { UsageError, type CommandLine } from './flags.js';
import { identityOptions, toNumber } from './serve-options.js';

/** The text of a UserSig, signed with the key that was given or that the data folder keeps. */
export function signUserSig({ rest, values, expire }: CommandLine): string {
  const [userId, ...more] = rest;
  if (userId === undefined || more.length > 0) throw new UsageError('usersig needs one UserID');
  if (!isUserId(userId)) throw new UsageError('a UserID is 1 to 32 of a-z A-Z 0-9 _ -');
  const life = expire === undefined ? {} : { expire: toNumber('expire', expire) };
  if (life.expire === 0) throw new UsageError('--expire must be at least 1');
  return genUserSig({ ...keyOf(values), userId, ...life });
}

function keyOf(values: CommandLine['values']): { sdkAppId: number; secretKey: string } {
  const { sdkAppId, secretKey } = identityOptions(values);
  if (sdkAppId !== undefined && secretKey !== undefined) return { sdkAppId, secretKey };
  const folder = values['data-dir'] ?? '.';
  const kept = folder === ':memory:' ? undefined : readApp(folder);
  if (kept === undefined || (sdkAppId !== undefined && sdkAppId !== kept.sdkAppId)) {
    throw new UsageError(
      `${folder} keeps no key of this app: start the server there first, or give --app-id and --secret-key`,
    );
  }
  return kept;
}
