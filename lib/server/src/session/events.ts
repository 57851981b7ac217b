import { encodeFrame, LIMITS, type SessionEnd } from '@tim-node/protocol';
import type { EncodedEntry, UserEvent, UserKey } from '../bus/bus.js';
import type { Registry } from './registry.js';
import type { Session } from './session.js';

/** Characters of entries in one push; more make several. */
const MAX_PUSH = 256 * 1024;

/** Carries out on this node what was said about a user. */
export function applyEvent(registry: Registry, user: UserKey, event: UserEvent): void {
  const sessions = registry.of(user);
  if (sessions.length === 0) return;
  switch (event.type) {
    case 'log':
      pushEntries(sessions, event.entries);
      break;
    case 'online':
      pushOnline(sessions, event.json, event.except);
      break;
    case 'grown':
      // Only the store knows: somebody else looks there.
      break;
    case 'ended':
      endSessions(registry, sessions, event);
      break;
    case 'replaced':
      for (const session of sessions.filter((each) => event.sessionIds.includes(each.sessionId))) {
        if (session.attachment !== event.by) dropSession(registry, session);
      }
      break;
  }
}

function endSessions(registry: Registry, sessions: readonly Session[], event: UserEvent & { type: 'ended' }): void {
  const { byPlatform, time } = event;
  for (const { sessionId, reason } of event.sessions) {
    for (const session of sessions.filter((each) => each.sessionId === sessionId)) {
      endSession(registry, session, { reason, time, ...(byPlatform === undefined ? {} : { byPlatform }) });
    }
  }
}

/** Ends a session, telling its client why. */
export function endSession(registry: Registry, session: Session, end: SessionEnd): void {
  const { link } = session;
  registry.remove(session);
  link?.push(encodeFrame({ push: 'session.end', data: end }));
  link?.end(end.reason === 'userSigExpired' ? 'userSigExpired' : 'kicked');
}

/** Takes a session away from a connection that another one has replaced. */
export function dropSession(registry: Registry, session: Session): void {
  const { link } = session;
  registry.remove(session);
  link?.end('replaced');
}

function pushEntries(sessions: readonly Session[], entries: readonly EncodedEntry[]): void {
  for (const session of sessions) session.tellHead(entries.at(-1)?.seq ?? 0);
  for (const text of logPushes(entries)) {
    for (const { link } of sessions) link?.push(text);
  }
}

/** Frames of a size that every client takes. */
export function logPushes(entries: readonly EncodedEntry[]): string[] {
  const pushes: string[] = [];
  let page: string[] = [];
  let size = 0;
  for (const { json } of entries) {
    if (page.length >= LIMITS.pullPage || (page.length > 0 && size + json.length > MAX_PUSH)) {
      pushes.push(logPush(page));
      page = [];
      size = 0;
    }
    page.push(json);
    size += json.length;
  }
  if (page.length > 0) pushes.push(logPush(page));
  return pushes;
}

function pushOnline(sessions: readonly Session[], message: string, except: string): void {
  const text = `{"push":"online","data":{"message":${message}}}`;
  for (const { sessionId, state, link } of sessions) {
    if (state === 'attached' && sessionId !== except) link?.push(text);
  }
}

function logPush(entries: readonly string[]): string {
  return `{"push":"log","data":{"entries":[${entries.join(',')}]}}`;
}
