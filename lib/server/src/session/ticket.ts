import { createHash, randomBytes } from 'node:crypto';
import type { SessionTicket } from '@tim-node/protocol';
import type { SessionProof, SessionRef } from '../store/store.js';

const TOKEN_BYTES = 32;
const ID_BYTES = 8;
/** App and user are part of the name, so that a resume knows whose turn it is before anything is read. */
const SESSION_ID = /^(\d{1,16})\.([A-Za-z0-9_-]{1,32})\.[A-Za-z0-9_-]{11}$/;

/** Makes the name and the secret of a new session. */
export function newTicket(app: number, user: string): SessionTicket {
  return {
    sessionId: `${app}.${user}.${randomBytes(ID_BYTES).toString('base64url')}`,
    token: randomBytes(TOKEN_BYTES).toString('base64url'),
  };
}

/** Whose session a name speaks of; nothing when it is not a name of ours. */
export function sessionRef(sessionId: string): SessionRef | undefined {
  const [, app, user] = SESSION_ID.exec(sessionId) ?? [];
  return app === undefined || user === undefined ? undefined : { app: Number(app), user, sessionId };
}

/** What the store keeps of a ticket: the secret itself is nowhere on the server. */
export function proofOf({ sessionId, token }: SessionTicket): SessionProof {
  return { sessionId, tokenHash: createHash('sha256').update(token).digest('hex') };
}
