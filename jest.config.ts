import type { Config } from 'jest';

const shared: Config = {
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

function ring(name: string, more: Config = {}): Config {
  return { ...shared, displayName: name, testMatch: [`<rootDir>/test/${name}/**/*.test.ts`], ...more };
}

const config: Config = {
  globalSetup: '<rootDir>/test/support/build-server.ts',
  projects: [ring('unit'), ring('contract'), ring('integration'), ring('faults')] as NonNullable<Config['projects']>,
};
export default config;
