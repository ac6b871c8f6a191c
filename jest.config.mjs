const swc = {
  jsc: {
    target: 'es2023',
    parser: { syntax: 'typescript', decorators: true },
    transform: { legacyDecorator: true, decoratorMetadata: true },
    keepClassNames: true,
  },
  module: { type: 'es6' },
  sourceMaps: 'inline',
};

const common = {
  testEnvironment: 'node',
  extensionsToTreatAsEsm: ['.ts', '.tsx'],
  transform: { '^.+\\.tsx?$': ['@swc/jest', swc] },
  modulePathIgnorePatterns: ['<rootDir>/.data', '<rootDir>/dist'],
};

/** Pure tests stand beside their file and start no server; those in tests/ find PostgreSQL and Temporal running. */
export default {
  testTimeout: 60_000,
  maxWorkers: 2,
  workerIdleMemoryLimit: '1GB',
  projects: [
    {
      ...common,
      displayName: 'pure',
      testMatch: ['<rootDir>/{libs,activities,workflows,apps}/**/*.test.ts'],
    },
    {
      ...common,
      displayName: 'servers',
      testMatch: ['<rootDir>/tests/**/*.test.ts'],
      globalSetup: '<rootDir>/tests/harness/global-setup.mjs',
      globalTeardown: '<rootDir>/tests/harness/global-teardown.mjs',
    },
  ],
};
