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

/** @type {import('jest').Config} */
export default {
  globalSetup: '<rootDir>/test/support/build.ts',
  projects: [ring('unit'), ring('contract'), ring('integration'), ring('faults')],
};
