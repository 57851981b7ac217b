import { errorEntry, ERRORS, type Position, type SessionInfo, type TIMError } from '@tim-node/protocol';
import type { Link } from '../connection/link.js';
import type { Outcome } from '../connection/requests.js';
import type { Scope } from '../host/scope.js';
import type { Authenticator } from './authenticator.js';
import type { Kick } from './session.js';
import type { ActiveSession } from './states.js';

/** A session that could not be resumed this often is begun anew. */
const MAX_RESUMES = 3;

interface ResumptionParts {
  readonly authenticator: Authenticator;
  readonly link: Link;
  /** Where the client stands in the user's log. */
  readonly position: () => Position;
}

interface ResumptionEvents {
  /** The session goes on, the same or another one in its place. */
  onAttached(info: SessionInfo): void;
  onKicked(kick: Kick): void;
  onExpired(): void;
}

/** Takes a session up again on a new connection: resumes it or, where that is impossible, begins it anew. */
export class Resumption {
  constructor(
    private readonly parts: ResumptionParts,
    private readonly events: ResumptionEvents,
  ) {}

  /** @param scope ends when nobody wants the session any more */
  begin(session: ActiveSession, scope: Scope): void {
    if (session.failedResumes >= MAX_RESUMES) {
      this.loginAnew(session, scope);
      return;
    }
    this.parts.authenticator.resume(session.ticket, this.parts.position(), (outcome) => {
      if (!scope.isOver) this.resumed(session, outcome, scope);
    });
  }

  private resumed(session: ActiveSession, outcome: Outcome<SessionInfo>, scope: Scope): void {
    if ('value' in outcome) {
      this.goOn(session, outcome.value);
      return;
    }
    const { code } = outcome.error;
    if (code === ERRORS.sessionLost.code) {
      this.loginAnew(session, scope);
      return;
    }
    session.failedResumes += 1;
    // Without a connection the link dials again and the next attempt follows.
    if (code !== ERRORS.disconnected.code) this.refused(outcome.error);
  }

  /** The session cannot be continued: begins another one with the kept UserSig, in place of the old one. */
  private loginAnew(session: ActiveSession, scope: Scope): void {
    const from = { previous: session.ticket, position: this.parts.position() };
    this.parts.authenticator.login(session.account, from, scope, (outcome) => {
      if ('error' in outcome) {
        this.refused(outcome.error);
        return;
      }
      const { sessionId, token } = outcome.value;
      session.ticket = { sessionId, token };
      this.goOn(session, outcome.value);
    });
  }

  private goOn(session: ActiveSession, info: SessionInfo): void {
    session.failedResumes = 0;
    session.expireAt = info.expireAt;
    session.mediaToken = info.mediaToken ?? '';
    this.events.onAttached(info);
  }

  /** The server will not have the session back; the error says what can be done. */
  private refused({ code, reason, retryAfter }: TIMError): void {
    if (code === ERRORS.kickedWhileOffline.code) this.events.onKicked({ reason: reason ?? 'multipleAccount' });
    else if (code === ERRORS.sigRevoked.code) this.events.onKicked({ reason: 'REST_API_Kick' });
    else if (errorEntry(code)?.retry === 'later') this.parts.link.retryAfter(retryAfter ?? 0);
    else this.events.onExpired();
  }
}
