import { LIMITS } from '../limits.js';
import { oneOf, pattern, type Schema } from '../schema.js';

/** What an instance counts as for the login policy. */
export const PLATFORMS = ['Android', 'iPhone', 'iPad', 'Windows', 'Mac', 'Linux', 'Web'] as const;
export type Platform = (typeof PLATFORMS)[number];
export const platform: Schema<Platform> = oneOf(...PLATFORMS);

const USER_ID = /^[A-Za-z0-9_-]{1,32}$/;

/** 1 to 32 of `a-z A-Z 0-9 _ -`. */
export const userId: Schema<string> = pattern(
  USER_ID,
  LIMITS.userIdBytes,
  'a user id: 1 to 32 letters, digits, _ or -',
);

/** Whether a text is a valid UserID. */
export function isUserId(value: unknown): value is string {
  return userId.check(value, '') === undefined;
}

/** Why a session was ended by the server; the value that the Web style calls `type`. */
export const KICK_REASONS = ['multipleAccount', 'multipleDevice', 'REST_API_Kick'] as const;
/**
 * - `multipleAccount`: another instance on the same platform took the place
 * - `multipleDevice`: another platform that excludes this one logged in
 * - `REST_API_Kick`: an administrator ended all sessions and made older UserSigs useless
 */
export type KickReason = (typeof KICK_REASONS)[number];
