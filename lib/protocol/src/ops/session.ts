import { epoch } from '../model/log.js';
import { platform, type Platform } from '../model/user.js';
import { op } from '../op.js';
import { int, nothing, obj, opt, text, type Nothing, type Schema } from '../schema.js';

/** Proof of an earlier session of the same instance. */
export interface SessionTicket {
  readonly sessionId: string;
  /** Secret of the session; only its holder may resume or replace it. */
  readonly token: string;
}

export interface LoginParams {
  readonly sdkAppId: number;
  /** Checked by the handler, so that a bad one gets its own error code. */
  readonly userId: string;
  readonly userSig: string;
  readonly platform: Platform;
  /** Names this installation; the same across restarts where it can be kept. */
  readonly instanceId: string;
  /** The session this login takes over from, so that an instance never kicks itself. */
  readonly previous?: SessionTicket;
  /** Where the client stands in the user's log, if it has read it before. */
  readonly position?: { readonly epoch: string; readonly seq: number };
  /** Name and version of the client software, for logs. */
  readonly agent?: string;
}

/** What a client needs to know about its session. */
export interface SessionInfo {
  /** Server clock, unix milliseconds. */
  readonly serverTime: number;
  /** Second at which the UserSig, and with it the session, ends; unix seconds. */
  readonly expireAt: number;
  readonly epoch: string;
  /** Position to read the log from. */
  readonly seq: number;
  /** Newest log entry when the session began to receive pushes: nothing needs to be pulled when it equals `seq`. */
  readonly head: number;
  /**
   * Makes addresses of files good for loading as they are, as the query `token`, for as long as the session lasts.
   * Without it there is no server for files.
   */
  readonly mediaToken?: string;
}

export interface LoginResult extends SessionInfo, SessionTicket {}

export interface ResumeParams extends SessionTicket {
  readonly position?: { readonly epoch: string; readonly seq: number };
}

export interface RenewParams {
  readonly userSig: string;
}

export interface RenewResult {
  /** New end of the session; unix seconds. */
  readonly expireAt: number;
}

export interface LogoutParams {
  /** Last log entry that this instance has applied. */
  readonly seq?: number;
}

const ID_BYTES = 64;
const AGENT_BYTES = 128;
const id: Schema<string> = text({ maxBytes: ID_BYTES, nonEmpty: true });
const position = obj<{ epoch: string; seq: number }>({ epoch, seq: int(0) });
const ticket = obj<SessionTicket>({ sessionId: id, token: id });
/** How long it may be is checked with everything else about it, so that a bad one gets one kind of answer. */
const userSig = text();
const unixSeconds = int(0);
const info = { serverTime: int(0), expireAt: unixSeconds, epoch, seq: int(0), head: int(0), mediaToken: opt(text()) };

/** Operations that begin, continue and end a session. */
export const sessionOps = {
  /** Checks a UserSig, applies the login policy and begins a session. */
  'session.login': op<LoginParams, LoginResult>(
    obj<LoginParams>({
      sdkAppId: int(0),
      userId: text({ maxBytes: 256 }),
      userSig,
      platform,
      instanceId: id,
      previous: opt(ticket),
      position: opt(position),
      agent: opt(text({ maxBytes: AGENT_BYTES })),
    }),
    obj<LoginResult>({ sessionId: id, token: id, ...info }),
    { needs: 'connection', resend: false },
  ),
  /** Continues a session on a new connection. */
  'session.resume': op<ResumeParams, SessionInfo>(
    obj<ResumeParams>({ sessionId: id, token: id, position: opt(position) }),
    obj<SessionInfo>(info),
    { needs: 'connection', resend: false },
  ),
  /** Puts a newer UserSig behind a running session. */
  'session.renew': op<RenewParams, RenewResult>(
    obj<RenewParams>({ userSig }),
    obj<RenewResult>({ expireAt: unixSeconds }),
    { needs: 'login', resend: true },
  ),
  /** Ends the session; other instances of the account go on. */
  'session.logout': op<LogoutParams, Nothing>(obj<LogoutParams>({ seq: opt(int(0)) }), nothing, {
    needs: 'login',
    resend: false,
  }),
};
