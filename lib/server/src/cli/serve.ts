import { createServer, type TimServer } from '../server.js';
import { placeOf } from '../store/postgres/place.js';
import { DEFAULT_DATA_DIR, UsageError, type CommandLine, type FlagValues } from './flags.js';
import { serveOptions } from './serve-options.js';

const SIGNALS = ['SIGINT', 'SIGTERM'] as const;
/** What shells make of a process that a signal has ended. */
const SIGNAL_EXIT = { SIGINT: 130, SIGTERM: 143 } as const;

/** Starts the server and stays until a signal. Resolves with the exit code. */
export async function serve({ command, values }: CommandLine, print: (text: string) => void): Promise<number> {
  if (command !== undefined) throw new UsageError(`there is no command ${command}; see --help`);
  // Whoever lists the processes of this machine must not read keys and passwords.
  process.title = 'tim-node-server';
  const server = await createServer(serveOptions(values));
  print(banner(server, values));
  await untilSignal();
  print('stopping; a second signal stops at once\n');
  await server.close();
  return 0;
}

/** Resolves at the first signal; a second one ends the process. */
function untilSignal(): Promise<void> {
  return new Promise((resolve) => {
    let stopping = false;
    for (const signal of SIGNALS) {
      process.on(signal, () => {
        if (stopping) process.exit(SIGNAL_EXIT[signal]);
        stopping = true;
        resolve();
      });
    }
  });
}

/** What somebody who has just started a server wants to know. */
function banner(server: TimServer, values: FlagValues): string {
  const { url, httpUrl, sdkAppId, secretKey, dataDir, appCreated } = server;
  return [
    'tim-node-server is running',
    `  address     ${url}`,
    `  REST API    ${httpUrl}/v4/`,
    `  SDKAppID    ${sdkAppId}`,
    ...(values.postgres === undefined ? [] : [`  database    PostgreSQL at ${placeOf(values.postgres)}`]),
    `  data        ${dataDir}`,
    ...(appCreated ? [`  secret key  ${secretKey}`, `              ${whereKept(dataDir)}`] : []),
    'sign a UserSig for alice:',
    `  ${signCommand(server, values)}`,
    '',
  ].join('\n');
}

function whereKept(dataDir: string): string {
  return dataDir === ':memory:'
    ? '(made just now; gone when the server stops)'
    : '(made just now; shown only this once)';
}

function signCommand({ sdkAppId, dataDir, appCreated }: TimServer, values: FlagValues): string {
  const given = values['secret-key'] !== undefined;
  if (given) return `TIM_SERVER_SECRET_KEY=<the key> tim-node-server usersig alice --app-id ${sdkAppId}`;
  if (dataDir === ':memory:' && appCreated) {
    return `TIM_SERVER_SECRET_KEY=<the key above> tim-node-server usersig alice --app-id ${sdkAppId}`;
  }
  const folder = values['data-dir'] === DEFAULT_DATA_DIR ? '' : ` --data-dir ${quoted(dataDir)}`;
  return `tim-node-server usersig alice${folder}`;
}

function quoted(path: string): string {
  return /^[\w./:\\-]+$/.test(path) ? path : `"${path}"`;
}
