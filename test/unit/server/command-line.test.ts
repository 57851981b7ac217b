import { environmentName, FLAGS, parseCommandLine, UsageError } from '../../../lib/server/src/cli/flags.js';
import { helpText } from '../../../lib/server/src/cli/help.js';
import { serveOptions } from '../../../lib/server/src/cli/serve-options.js';

test('the command line counts more than the environment, which counts more than the default', () => {
  const env = { TIM_SERVER_PORT: '1', TIM_SERVER_HOST: '0.0.0.0' };
  const { values } = parseCommandLine(['--port', '2'], env);
  expect(values).toMatchObject({ port: '2', host: '0.0.0.0', 'data-dir': './tim-node-data' });
});

test('every option becomes what the server understands', () => {
  const args = ['--port=0', '--host=::1', '--data-dir=:memory:', '--app-id=5', '--secret-key=0123456789abcdefg'];
  args.push('--admins=root,admin', '--origins=https://a.example', '--policy=two', '--web-instances=3');
  args.push(
    '--instances=Android=2,Mac=3',
    '--kicked-offline-notice=off',
    '--revoke-seconds=60',
    '--metrics=off',
    '--log-level=warn',
  );
  expect(serveOptions(parseCommandLine(args, {}).values)).toEqual({
    port: 0,
    host: '::1',
    dataDir: ':memory:',
    sdkAppId: 5,
    secretKey: '0123456789abcdefg',
    administrators: ['root', 'admin'],
    allowedOrigins: ['https://a.example'],
    settings: {
      policy: 'two',
      instances: { Android: 2, Mac: 3, Web: 3 },
      kickedOfflineNotice: false,
      revokeSeconds: 60,
    },
    metrics: 'off',
    logger: 'warn',
  });
});

test.each([
  [['--port', 'x'], /port must be a whole number/],
  [['--app-id', '1e9'], /app-id must be a whole number/],
  [['--tls-key', 'a'], /go together/],
  [['--tls-key', '/nowhere/key', '--tls-cert', '/nowhere/cert'], /tls-key/],
  [['--log-level', 'loud'], /log-level must be one of/],
  [['--kicked-offline-notice', 'maybe'], /on or off/],
  [['--instances', 'Android'], /instances must be a whole number/],
  [['--colour'], /colour/],
  [['--port'], /port/],
])('%p is wrong usage', (args, message) => {
  const parse = (): unknown => serveOptions(parseCommandLine(args, {}).values);
  expect(parse).toThrow(UsageError);
  expect(parse).toThrow(message);
});

test('the help names every option and its variable', () => {
  const help = helpText();
  for (const flag of FLAGS) {
    expect(help).toContain(`--${flag.name} `);
    expect(help).toContain(`[${environmentName(flag)}]`);
  }
  for (const line of help.split('\n')) expect(line.length).toBeLessThanOrEqual(110);
});
