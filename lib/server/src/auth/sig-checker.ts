import { ERRORS, isUserId, timError, TIMError } from '@tim-node/protocol';
import { verifyUserSig, type VerifiedUserSig } from '@tim-node/protocol/usersig';
import type { Apps } from '../apps.js';
import { userKey } from '../bus/bus.js';
import { unixSeconds, type Clock } from '../clock.js';
import type { MinuteCounter } from '../minute-counter.js';

/** A proof that fails in one of these ways was never made for this user with this app's key. */
const FALSE_PROOF = new Set<number>(
  (['sigEmpty', 'sigMalformed', 'sigWrongKey', 'sigOtherUser', 'sigOtherApp'] as const).map(
    (name) => ERRORS[name].code,
  ),
);

/** Checks UserSigs. Only failed proofs are counted, and a good one always passes: no stranger can lock a user out. */
export class SigChecker {
  constructor(
    private readonly apps: Apps,
    private readonly clock: Clock,
    private readonly failures: MinuteCounter,
    private readonly maxFailures: number,
  ) {}

  /**
   * @throws TIMError 70020 and 70016 for the app, 7003 for the user id, what `verifyUserSig` says, or 70050 when too
   *   many proofs have failed within a minute
   */
  check(sdkAppId: number, userId: string, userSig: string): VerifiedUserSig {
    const secretKey = this.apps.secretKey(sdkAppId);
    if (!isUserId(userId)) throw timError('invalidUserId');
    try {
      return verifyUserSig(userSig, { sdkAppId, secretKey, userId, now: unixSeconds(this.clock) });
    } catch (error) {
      throw error instanceof TIMError && FALSE_PROOF.has(error.code) ? this.failed(sdkAppId, userId, error) : error;
    }
  }

  private failed(sdkAppId: number, userId: string, error: TIMError): TIMError {
    const key = userKey(sdkAppId, userId);
    if (this.failures.count(key) >= this.maxFailures) {
      return timError('tooManyFailures', undefined, { retryAfter: this.failures.resetIn(key) });
    }
    this.failures.add(key);
    return error;
  }
}
