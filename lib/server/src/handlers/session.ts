import { timError, type LoginParams, type ResumeParams } from '@tim-node/protocol';
import type { Logger } from 'pino';
import type { SigChecker } from '../auth/sig-checker.js';
import type { Connection } from '../gateway/connection.js';
import type { Session } from '../session/session.js';
import type { Sessions } from '../session/sessions.js';
import { sessionOf, type FeatureHandlers } from './router.js';

/** Handlers of the operations that begin, continue and end a session. */
export function sessionHandlers(sessions: Sessions, sigs: SigChecker, logger: Logger): FeatureHandlers<'session'> {
  return {
    'session.login': ({ connection }, params) =>
      authenticate(connection, async () => {
        const { sdkAppId: app, userId: user, platform, instanceId, previous, position, agent }: LoginParams = params;
        const sig = sigs.check(app, user, params.userSig);
        logger.debug({ connection: connection.id, app, user, platform, instanceId, agent }, 'login');
        return sessions.login(connection, {
          app,
          user,
          platform,
          instanceId,
          sig,
          ...(previous === undefined ? {} : { previous }),
          ...(position === undefined ? {} : { position }),
        });
      }),

    'session.resume': ({ connection }, { sessionId, token, position }: ResumeParams) =>
      authenticate(connection, () => sessions.resume(connection, { sessionId, token }, position)),

    'session.renew': async (caller, { userSig }) => {
      const session = sessionOf(caller);
      const expireAt = await sessions.renew(session, sigs.check(session.app, session.user, userSig));
      return { expireAt };
    },

    'session.logout': async (caller, { seq }) => {
      await sessions.logout(sessionOf(caller), seq);
      caller.connection.detach();
      return {};
    },
  };
}

/** Puts a session on a connection that has none. One at a time, or two users could meet on one connection. */
async function authenticate<R>(
  connection: Connection,
  begin: () => Promise<{ readonly session: Session; readonly result: R }>,
): Promise<R> {
  if (connection.session !== undefined || connection.authenticating) throw timError('invalidOperation');
  connection.authenticating = true;
  try {
    const { session, result } = await begin();
    if (session.link === connection) connection.attach(session);
    return result;
  } finally {
    connection.authenticating = false;
  }
}
