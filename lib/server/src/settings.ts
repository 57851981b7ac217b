import { PLATFORMS, type Platform } from '@tim-node/protocol';
import { POLICIES, type Policy } from './rules/login-policy.js';
import type { Store } from './store/store.js';

/** What can be changed while the server runs. */
export interface Settings {
  /**
   * How many devices of one account may be logged in at the same time.
   * @defaultValue 'multi'
   */
  readonly policy: Policy;
  /**
   * Instances of one platform that may be logged in side by side: Web 1 to 10 under every policy, the others
   * 1 to 3 under `multi`.
   * @defaultValue 1 of each
   */
  readonly instances: Readonly<Partial<Record<Platform, number>>>;
  /**
   * Whether an instance that was kicked while offline is told so at its next login (6208, once).
   * @defaultValue true
   */
  readonly kickedOfflineNotice: boolean;
  /**
   * Bytes that all files of one user may take up.
   * @defaultValue any number
   */
  readonly mediaQuota?: number;
  /**
   * How long after it was sent a message can be taken back; seconds.
   * @defaultValue 120
   */
  readonly revokeSeconds: number;
}

export const DEFAULT_SETTINGS: Settings = Object.freeze({
  policy: 'multi',
  instances: Object.freeze({}),
  kickedOfflineNotice: true,
  revokeSeconds: 120,
});

/** A setting that cannot be; the message says which and what would be right. */
export class SettingsError extends Error {
  override readonly name = 'SettingsError';
}

/** Ten years; seconds. */
const MAX_REVOKE = 10 * 365 * 24 * 3600;

function maxInstances(platform: Platform): number {
  return platform === 'Web' ? 10 : 3;
}

/** Settings with some of them changed. Instances are changed platform by platform. */
export function mergeSettings(settings: Settings, changes: Partial<Settings>): Settings {
  const { policy = settings.policy, instances = {}, kickedOfflineNotice = settings.kickedOfflineNotice } = changes;
  const { mediaQuota = settings.mediaQuota, revokeSeconds = settings.revokeSeconds } = changes;
  if (!POLICIES.includes(policy)) throw new SettingsError(`policy must be one of ${POLICIES.join(', ')}`);
  if (typeof kickedOfflineNotice !== 'boolean') throw new SettingsError('kickedOfflineNotice must be true or false');
  if (mediaQuota !== undefined && !isCount(mediaQuota)) throw new SettingsError('mediaQuota must be a number of bytes');
  if (!isCount(revokeSeconds, MAX_REVOKE)) {
    throw new SettingsError(`revokeSeconds must be a whole number from 0 to ${MAX_REVOKE}`);
  }
  return Object.freeze({
    policy,
    instances: Object.freeze({ ...settings.instances, ...checkInstances(instances) }),
    kickedOfflineNotice,
    ...(mediaQuota === undefined ? {} : { mediaQuota }),
    revokeSeconds,
  });
}

function isCount(value: unknown, most = Number.MAX_SAFE_INTEGER): boolean {
  return Number.isSafeInteger(value) && (value as number) >= 0 && (value as number) <= most;
}

function checkInstances(instances: unknown): Partial<Record<Platform, number>> {
  if (typeof instances !== 'object' || instances === null || Array.isArray(instances)) {
    throw new SettingsError('instances must be an object of platforms');
  }
  const checked: Partial<Record<Platform, number>> = {};
  for (const [name, count] of Object.entries(instances) as [string, unknown][]) {
    const platform = PLATFORMS.find((each) => each === name);
    if (platform === undefined) throw new SettingsError(`instances: the platforms are ${PLATFORMS.join(', ')}`);
    if (typeof count !== 'number' || !Number.isInteger(count) || count < 1 || count > maxInstances(platform)) {
      throw new SettingsError(`instances.${platform} must be 1 to ${maxInstances(platform)}`);
    }
    checked[platform] = count;
  }
  return checked;
}

/**
 * The settings of every app. What is changed at run time is kept by the store; what the server was started
 * with explicitly counts more than what was kept.
 */
export class SettingsBook {
  private readonly byApp = new Map<number, Settings>();
  /** What the store has kept, as far as it is known here. */
  private readonly known = new Map<number, string | undefined>();

  constructor(
    private readonly store: Store,
    private readonly given: Partial<Settings>,
    /** Told when settings were changed here, for other nodes. */
    private readonly onChanged: (app: number) => void = () => undefined,
  ) {}

  async load(app: number): Promise<void> {
    const kept = await this.store.loadSettings(app);
    this.byApp.set(app, mergeSettings(parse(kept), this.given));
    this.known.set(app, kept);
  }

  /** Takes over what other nodes have changed. What cannot be read now is read another time. */
  async reload(): Promise<void> {
    for (const app of this.byApp.keys()) await this.refresh(app).catch(() => undefined);
  }

  /** What was changed after the start counts more than what was given at it. */
  private async refresh(app: number): Promise<void> {
    const kept = await this.store.loadSettings(app);
    if (kept === this.known.get(app)) return;
    this.known.set(app, kept);
    this.byApp.set(app, parse(kept));
  }

  get(app: number): Settings {
    return this.byApp.get(app) ?? DEFAULT_SETTINGS;
  }

  /** Applies to the next login. Kept once the promise resolves. */
  async update(app: number, changes: Partial<Settings>): Promise<Settings> {
    mergeSettings(this.get(app), changes);
    await this.refresh(app);
    const settings = mergeSettings(this.get(app), changes);
    const value = JSON.stringify(settings);
    this.byApp.set(app, settings);
    this.known.set(app, value);
    await this.store.saveSettings({ app, value });
    this.onChanged(app);
    return settings;
  }
}

function parse(kept: string | undefined): Settings {
  return kept === undefined ? DEFAULT_SETTINGS : mergeSettings(DEFAULT_SETTINGS, JSON.parse(kept) as Settings);
}
