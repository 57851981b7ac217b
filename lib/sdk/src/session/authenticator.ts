import {
  ERRORS,
  timError,
  type LoginResult,
  type Platform,
  type Position,
  type SessionInfo,
  type SessionTicket,
  type TIMError,
} from '@tim-node/protocol';
import type { Link } from '../connection/link.js';
import type { Requests, Settle } from '../connection/requests.js';
import type { Inflate } from '../host/host.js';
import type { Scope } from '../host/scope.js';
import type { ServerClock } from './server-clock.js';
import type { Account } from './states.js';
import { isTooLong, userSigEnd } from './user-sig.js';

/** A login gives up after this many vain attempts to connect. */
const MAX_DIALS = 3;
/** A login tries again when its connection breaks under it, this often. */
const MAX_BROKEN = 3;
/** A server that does not answer a logout in this time is left without goodbye; milliseconds. */
const LOGOUT_LIMIT = 3000;
/** A resume that is not answered in this time counts as failed; milliseconds. */
const RESUME_LIMIT = 10_000;

/** Who is logging in, from where. */
export interface Identity {
  readonly sdkAppId: number;
  readonly platform: Platform;
  readonly instanceId: string;
  /** Name and version of this software. */
  readonly agent: string;
}

/** What a login may carry on from. */
export interface Continuation {
  readonly previous?: SessionTicket;
  readonly position?: Position;
}

/**
 * Talks to the server about sessions. Answers are settled in the same turn in which their frame arrives,
 * because the next frame may already belong to the new session.
 */
export class Authenticator {
  /** Resolved when no login or logout of ours is under way on the connection. */
  private idle: Promise<void> = Promise.resolve();

  constructor(
    private readonly link: Link,
    private readonly requests: Requests,
    private readonly serverClock: ServerClock,
    private readonly inflate: Inflate,
    private readonly identity: Identity,
  ) {}

  /** Logs in, connecting first if need be. When the scope ends, nothing is settled and the server forgets the session. */
  login(account: Account, from: Continuation, scope: Scope, settle: Settle<LoginResult>, broken = 0): void {
    this.prepare(account, scope).then(
      () => {
        this.askLogin(account, from, scope, settle, broken);
      },
      (error: unknown) => {
        if (!scope.isOver) settle({ error: error as TIMError });
      },
    );
  }

  private async prepare(account: Account, scope: Scope): Promise<void> {
    if (isTooLong(account.userSig)) throw timError('sigMalformed', 'the UserSig is too long');
    await this.whenIdle();
    await this.link.whenOpen(MAX_DIALS, scope);
    const end = await userSigEnd(account.userSig, this.inflate);
    if (end !== undefined && this.serverClock.passed(end * 1000) === 'yes') throw timError('userSigExpired');
  }

  private askLogin(
    account: Account,
    from: Continuation,
    scope: Scope,
    settle: Settle<LoginResult>,
    broken: number,
  ): void {
    if (scope.isOver) return;
    const finish = this.occupy();
    const { sdkAppId, platform, instanceId, agent } = this.identity;
    const { userId, userSig } = account;
    this.requests.ask(
      'session.login',
      { sdkAppId, userId, userSig, platform, instanceId, agent, ...from },
      (outcome) => {
        // Nobody knows whether the connection is logged in now: it is of no use any more.
        if ('error' in outcome && outcome.error.code === ERRORS.answerTimeout.code) this.link.retryAfter(0);
        finish();
        if (scope.isOver) {
          if ('value' in outcome) this.logout(undefined);
        } else if ('error' in outcome && outcome.error.code === ERRORS.disconnected.code && broken < MAX_BROKEN) {
          this.login(account, from, scope, settle, broken + 1);
        } else {
          settle(outcome);
        }
      },
    );
  }

  /** Continues a session on the present connection. */
  resume(ticket: SessionTicket, position: Position, settle: Settle<SessionInfo>): void {
    this.requests.ask('session.resume', { ...ticket, position }, settle, RESUME_LIMIT);
  }

  /** Ends the session on the present connection, if there is one. `done` always comes; a later login waits for it. */
  logout(seq: number | undefined, done: () => void = () => undefined): void {
    if (!this.link.isOpen) {
      done();
      return;
    }
    const finish = this.occupy();
    this.requests.ask(
      'session.logout',
      seq === undefined ? {} : { seq },
      (outcome) => {
        // A connection that may still be logged in cannot be used for anybody else.
        if ('error' in outcome && this.link.isOpen) this.link.retryAfter(0);
        finish();
        done();
      },
      LOGOUT_LIMIT,
    );
  }

  /** What ends may have begun something else: an abandoned login that succeeds after all is logged out. */
  private async whenIdle(): Promise<void> {
    let waitedFor: Promise<void>;
    do {
      waitedFor = this.idle;
      await waitedFor;
    } while (waitedFor !== this.idle);
  }

  /** Makes later logins wait until the returned function is called. */
  private occupy(): () => void {
    let finish: () => void = () => undefined;
    this.idle = new Promise((resolve) => {
      finish = resolve;
    });
    return finish;
  }
}
