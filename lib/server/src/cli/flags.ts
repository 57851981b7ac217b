import { parseArgs } from 'node:util';
import { DEFAULT_PORT } from '@tim-node/protocol';

/** One option of the command line. */
export interface Flag {
  readonly name: string;
  /** What stands for the value in the help text; nothing for a switch. */
  readonly value?: string;
  readonly help: string;
  readonly fallback?: string;
  /** Name in the environment, where it is not made from the name of the flag. */
  readonly environment?: string;
}

export const DEFAULT_DATA_DIR = './tim-node-data';

/** Every option that takes a value. Each has an environment variable too; the command line counts more. */
export const FLAGS = [
  { name: 'port', value: 'number', help: 'TCP port; 0 picks a free one', fallback: String(DEFAULT_PORT) },
  { name: 'host', value: 'address', help: 'address to listen on; 0.0.0.0 for all', fallback: '127.0.0.1' },
  {
    name: 'data-dir',
    value: 'folder',
    help: 'where the database and the app are kept; :memory: keeps nothing',
    fallback: DEFAULT_DATA_DIR,
  },
  {
    name: 'postgres',
    value: 'url',
    help: 'PostgreSQL database instead of the embedded one, shared by any number of nodes; postgres://user:password@host:5432/database, better in the environment, where other users do not see it',
    environment: 'TIM_POSTGRES',
  },
  {
    name: 'nats',
    value: 'urls',
    help: 'NATS servers by which nodes on one database hear each other; nats://host:4222, several by comma',
    environment: 'TIM_NATS',
  },
  { name: 'app-id', value: 'number', help: 'SDKAppID; made at the first start unless given' },
  {
    name: 'secret-key',
    value: 'text',
    help: 'secret key of the app, 16 characters or more unless only this machine can connect; better in the environment, where other users do not see it',
  },
  { name: 'tls-key', value: 'file', help: 'private key (PEM); with tls-cert the server speaks wss and https' },
  { name: 'tls-cert', value: 'file', help: 'certificate (PEM)' },
  { name: 'admins', value: 'users', help: 'UserIDs that may call the REST API, by comma', fallback: 'administrator' },
  {
    name: 'origins',
    value: 'list',
    help: 'origins of web pages that may connect, by comma; * for all; unless given, pages of this host and this machine',
  },
  { name: 'policy', value: 'name', help: 'devices of one account at a time: single, two, three or multi' },
  { name: 'web-instances', value: 'count', help: 'Web instances of one account at a time, 1 to 10' },
  {
    name: 'instances',
    value: 'list',
    help: 'instances by platform such as Android=2,Windows=3; 1 to 3 each, under the policy multi',
  },
  { name: 'kicked-offline-notice', value: 'on|off', help: 'tell an instance that was kicked while offline (6208)' },
  { name: 'revoke-seconds', value: 'seconds', help: 'how long messages can be taken back; 120 unless given' },
  { name: 'metrics', value: 'who', help: 'who may read /metrics: loopback, all or off', fallback: 'loopback' },
  {
    name: 'log-level',
    value: 'level',
    help: 'silent, fatal, error, warn, info, debug or trace; JSON lines on stderr',
    fallback: 'info',
  },
] as const satisfies readonly Flag[];

type FlagName = (typeof FLAGS)[number]['name'];
export type FlagValues = Partial<Record<FlagName, string>>;

/** `data-dir` is TIM_SERVER_DATA_DIR in the environment. */
export function environmentName({ name: flag, environment }: Flag): string {
  if (environment !== undefined) return environment;
  return `TIM_SERVER_${flag.toUpperCase().replaceAll('-', '_')}`;
}

/** A command line that makes no sense; the message says why. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

export interface CommandLine {
  readonly command: string | undefined;
  readonly rest: readonly string[];
  readonly values: FlagValues;
  /** Of `usersig`: seconds. */
  readonly expire: string | undefined;
  readonly help: boolean;
  readonly version: boolean;
}

export function parseCommandLine(args: readonly string[], env: NodeJS.ProcessEnv): CommandLine {
  const { values, positionals } = parse(args);
  const given: FlagValues = {};
  for (const flag of FLAGS) {
    const { name, fallback }: Flag & { name: FlagName } = flag;
    const own = values[name];
    const value = typeof own === 'string' ? own : (env[environmentName(flag)] ?? fallback);
    if (typeof value === 'string' && value !== '') given[name] = value;
  }
  const [command, ...rest] = positionals;
  const expire = values['expire'];
  return {
    command,
    rest,
    values: given,
    expire: typeof expire === 'string' ? expire : undefined,
    help: values['help'] === true,
    version: values['version'] === true,
  };
}

function parse(args: readonly string[]): ReturnType<typeof parseArgs> {
  const valued = [...FLAGS.map(({ name }) => name), 'expire'].map((name) => [name, { type: 'string' as const }]);
  const switches = {
    help: { type: 'boolean' as const, short: 'h' },
    version: { type: 'boolean' as const, short: 'v' },
  };
  const options = { ...(Object.fromEntries(valued) as Record<string, { type: 'string' }>), ...switches };
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true, strict: true });
  } catch (error) {
    throw new UsageError((error as Error).message);
  }
}
