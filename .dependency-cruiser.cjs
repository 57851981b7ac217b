const { builtinModules } = require('node:module');

/** Direction of knowledge (docs/architecture.md). `from` must not know `to`. */
const forbid = (name, from, to) => ({ name, severity: 'error', from: { path: from }, to: { path: to } });
const server = (...folders) => `^lib/server/src/(${folders.join('|')})/`;
const sdk = (...folders) => `^lib/sdk/src/(${folders.join('|')})/`;

module.exports = {
  forbidden: [
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    forbid('protocol-knows-nobody', '^lib/protocol/', '^lib/(sdk|server)/'),
    forbid('sdk-knows-no-server', '^lib/sdk/', '^lib/server/'),
    forbid('server-knows-no-sdk', '^lib/server/', '^lib/sdk/'),
    forbid(
      'transport-at-the-bottom',
      sdk('transport'),
      sdk('connection', 'session', 'core', 'feature', 'native', 'facade'),
    ),
    forbid('connection-below-session', sdk('connection'), sdk('session', 'core', 'feature', 'native', 'facade')),
    forbid('local-below-core', sdk('local'), sdk('connection', 'session', 'core', 'feature', 'native', 'facade')),
    forbid('session-below-core', sdk('session'), sdk('core', 'feature', 'native', 'facade')),
    forbid('core-below-features', sdk('core'), sdk('feature', 'native', 'facade')),
    forbid('features-below-styles', sdk('feature'), sdk('native', 'facade')),
    forbid('server-rules-know-nothing', server('rules'), server('(?!rules)[a-z-]+')),
    forbid('server-store-below-domain', server('store'), server('(?!store|rules)[a-z-]+')),
    forbid('server-bus-below-domain', server('bus'), server('(?!bus|store)[a-z-]+')),
    forbid(
      'server-domain-below-handlers',
      server('domain', 'session'),
      server('handlers', 'gateway', 'http', 'rest', 'cli'),
    ),
    forbid('server-handlers-below-gateway', server('handlers'), server('gateway', 'http', 'rest', 'cli')),
    forbid('server-gateway-and-rest-apart', server('gateway'), server('handlers', 'http', 'rest', 'cli')),
    forbid('server-rest-below-http', server('rest'), server('handlers', 'gateway', 'http', 'cli')),
    {
      name: 'web-style-runs-in-browsers',
      comment: 'The Web style must not reach a Node module.',
      severity: 'error',
      from: { path: '^lib/sdk/src/web\\.ts$' },
      to: { reachable: true, path: `^(node:)?(${builtinModules.join('|')})$` },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '/dist/' },
    tsPreCompilationDeps: false,
    enhancedResolveOptions: { conditionNames: ['@tim-node/source', 'browser', 'import', 'default'] },
    tsConfig: { fileName: 'tsconfig.base.json' },
  },
};
