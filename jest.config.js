const shared = {
  testEnvironment: 'node',
  // Workspace packages resolve to their TypeScript sources.
  testEnvironmentOptions: { customExportConditions: ['@tim-node/source', 'node', 'require', 'default'] },
  moduleNameMapper: {
    '/worker-url\\.js$': '<rootDir>/test/support/worker-url.ts',
    '^(\\.{1,2}/.*)\\.js$': '$1',
  },
  transform: { '^.+\\.[tj]s$': ['ts-jest', { tsconfig: '<rootDir>/tsconfig.jest.json' }] },
  restoreMocks: true,
};

const ring = (name) => ({ ...shared, displayName: name, testMatch: [`<rootDir>/test/${name}/**/*.test.ts`] });

/** Random stories, without those of clusters. */
const faults = { ...ring('faults'), testPathIgnorePatterns: ['/node_modules/', '/faults/.*/cluster-[^/]*$'] };

/** Several nodes on real servers; and all tests of the store once more, on PostgreSQL. */
const cluster = {
  ...ring('cluster'),
  testMatch: [
    '<rootDir>/test/cluster/**/*.test.ts',
    '<rootDir>/test/faults/**/cluster-*.test.ts',
    '<rootDir>/test/integration/server/store/**/*.test.ts',
  ],
  testPathIgnorePatterns: ['/node_modules/', '/store/engine\\.test\\.ts$', '/store/[^/]*migration[^/]*$'],
  globalSetup: '<rootDir>/test/support/cluster-servers.ts',
  globalTeardown: '<rootDir>/test/support/cluster-down.ts',
};

/** @type {import('jest').Config} */
export default {
  maxWorkers: '100%',
  globalSetup: '<rootDir>/test/support/build.ts',
  projects: [ring('unit'), ring('contract'), ring('integration'), faults, cluster],
};
