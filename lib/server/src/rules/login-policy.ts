import type { KickReason, Platform } from '@tim-node/protocol';

/** How many devices of one account may be logged in at the same time. */
export const POLICIES = ['single', 'two', 'three', 'multi'] as const;
export type Policy = (typeof POLICIES)[number];

/** For every policy, the places there are for a user's devices: platforms in one place exclude each other. */
const PLACES: Record<Policy, readonly (readonly Platform[])[]> = {
  single: [['Android', 'iPhone', 'iPad', 'Windows', 'Mac', 'Linux', 'Web']],
  two: [['Android', 'iPhone', 'iPad', 'Windows', 'Mac', 'Linux'], ['Web']],
  three: [['Android', 'iPhone', 'iPad'], ['Windows', 'Mac', 'Linux'], ['Web']],
  multi: [['Android'], ['iPhone'], ['iPad'], ['Windows'], ['Mac'], ['Linux'], ['Web']],
};

/** The rules of one app; changed at run time, they apply to the next login. */
export interface LoginRules {
  readonly policy: Policy;
  /** Instances that may be logged in per platform; 1 where a platform is not named. */
  readonly instances: Readonly<Partial<Record<Platform, number>>>;
  /** Whether an instance that was kicked while offline is told so by 6208 at its next login. */
  readonly kickedOfflineNotice: boolean;
}

/** What the rules need to know about a session of the account. */
export interface Rival {
  readonly platform: Platform;
  /** Grows with each login of the account. */
  readonly order: number;
  /** Connected, or lost so recently that it counts as connected. */
  readonly online: boolean;
}

export interface Kicked<R> {
  readonly rival: R;
  readonly reason: Exclude<KickReason, 'REST_API_Kick'>;
}

/** Instances of a platform that may be logged in side by side. Only Web has several under every policy. */
export function instanceLimit(rules: LoginRules, platform: Platform): number {
  const several = platform === 'Web' || rules.policy === 'multi';
  return several ? (rules.instances[platform] ?? 1) : 1;
}

/**
 * Who has to go when an account logs in on `platform`: sessions on other platforms of the same place, and on the
 * own platform the earliest beyond the limit. The newcomer always stays. Sessions that are offline give way
 * before any that is online.
 */
export function sessionsToKick<R extends Rival>(
  rules: LoginRules,
  platform: Platform,
  rivals: readonly R[],
): Kicked<R>[] {
  const place = PLACES[rules.policy].find((platforms) => platforms.includes(platform)) ?? [platform];
  const excluded = rivals.filter((rival) => rival.platform !== platform && place.includes(rival.platform));
  const beyond = rivals
    .filter((rival) => rival.platform === platform)
    .sort((a, b) => Number(b.online) - Number(a.online) || b.order - a.order)
    .slice(instanceLimit(rules, platform) - 1);
  return [
    ...excluded.map((rival) => ({ rival, reason: 'multipleDevice' as const })),
    ...beyond.map((rival) => ({ rival, reason: 'multipleAccount' as const })),
  ];
}
