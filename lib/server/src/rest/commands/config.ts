import { PLATFORMS, type Platform } from '@tim-node/protocol';
import { bool, int, obj, oneOf, opt } from '@tim-node/protocol/schema';
import { POLICIES, type Policy } from '../../rules/login-policy.js';
import { SettingsError, type Settings } from '../../settings.js';
import { command, type AnyCommand } from '../command.js';
import { restError } from '../codes.js';

/** Settings in the spelling of the REST API. */
interface WireSettings {
  readonly Policy?: Policy;
  readonly Instances?: Partial<Record<Platform, number>>;
  readonly KickedOfflineNotice?: boolean;
  readonly RevokeSeconds?: number;
}

const count = opt(int(1));
const instances = obj<Partial<Record<Platform, number>>>({
  Android: count,
  iPhone: count,
  iPad: count,
  Windows: count,
  Mac: count,
  Linux: count,
  Web: count,
});

function toWire({ policy, instances: given, kickedOfflineNotice, revokeSeconds }: Settings): Required<WireSettings> {
  const all = Object.fromEntries(PLATFORMS.map((platform) => [platform, given[platform] ?? 1]));
  return { Policy: policy, Instances: all, KickedOfflineNotice: kickedOfflineNotice, RevokeSeconds: revokeSeconds };
}

function fromWire({ Policy, Instances, KickedOfflineNotice, RevokeSeconds }: WireSettings): Partial<Settings> {
  return {
    ...(Policy === undefined ? {} : { policy: Policy }),
    ...(Instances === undefined ? {} : { instances: Instances }),
    ...(KickedOfflineNotice === undefined ? {} : { kickedOfflineNotice: KickedOfflineNotice }),
    ...(RevokeSeconds === undefined ? {} : { revokeSeconds: RevokeSeconds }),
  };
}

/** tim_node_config: the settings that Tencent has in its console. */
export const configCommands: Record<string, AnyCommand> = {
  'tim_node_config/get': command<object>({
    request: obj<object>({}),
    refusal: 'badParameter',
    run: ({ app, settings }) => Promise.resolve(toWire(settings.get(app))),
  }),

  'tim_node_config/set': command<WireSettings>({
    request: obj<WireSettings>({
      Policy: opt(oneOf(...POLICIES)),
      Instances: opt(instances),
      KickedOfflineNotice: opt(bool),
      RevokeSeconds: opt(int(0)),
    }),
    refusal: 'badParameter',
    run: async ({ app, settings }, params) => {
      try {
        return toWire(await settings.update(app, fromWire(params)));
      } catch (error) {
        throw error instanceof SettingsError ? restError('badParameter', error.message) : error;
      }
    },
  }),
};
