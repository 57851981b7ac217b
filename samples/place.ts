import { parseArgs } from 'node:util';
import { createServer } from '@tim-node/server';
import { genUserSig } from 'tim-node/usersig';

/** Where a sample logs in, and as whom. */
export interface Place {
  readonly url: string;
  readonly sdkAppId: number;
  readonly users: readonly [string, ...string[]];
  /** Whether the server was started here, for this sample only. */
  readonly isOwn: boolean;
  /** A UserSig; nothing when the one that was given is all there is and was used already. */
  signFor(userId: string): string | undefined;
  close(): Promise<void>;
}

const OPTIONS = {
  server: { type: 'string' },
  app: { type: 'string' },
  user: { type: 'string' },
  sig: { type: 'string' },
} as const;

/**
 * The server of `--server`, `--app`, `--user` and `--sig`; without an address a server in this process with some users.
 * In place of `--sig` the environment may hold the key of the app in `TIM_SECRET_KEY`: a bot belongs to your backend, and
 * may sign for itself. Nobody else should have that key.
 */
export async function openPlace(...users: [string, ...string[]]): Promise<Place> {
  const { server: url, app, user, sig } = parseArgs({ options: OPTIONS }).values;
  if (url === undefined) return ownPlace(users);
  const { TIM_SECRET_KEY: secretKey } = process.env;
  const sdkAppId = Number(app);
  if (app === undefined || user === undefined || (sig === undefined && secretKey === undefined)) {
    throw new TypeError('--server needs --app, --user and --sig');
  }
  const given = [sig];
  const signFor = (userId: string): string | undefined =>
    secretKey === undefined ? given.shift() : genUserSig({ sdkAppId, secretKey, userId });
  return { url, sdkAppId, users: [user], isOwn: false, signFor, close: () => Promise.resolve() };
}

async function ownPlace(users: [string, ...string[]]): Promise<Place> {
  const server = await createServer();
  const { url, sdkAppId } = server;
  return {
    url,
    sdkAppId,
    users,
    isOwn: true,
    signFor: (userId) => server.genUserSig(userId),
    close: () => server.close(),
  };
}
