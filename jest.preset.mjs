import { fileURLToPath } from 'node:url';

/** One jest configuration for every workspace package: tests lie beside the source they test. */
export default {
  testEnvironment: 'node',
  testEnvironmentOptions: { customExportConditions: ['source', 'node', 'node-addons'] },
  extensionsToTreatAsEsm: ['.ts'],
  /** Five seconds are too few for a test that waits its turn on a busy build server. */
  testTimeout: 15_000,
  testMatch: ['<rootDir>/src/**/*.test.ts'],
  setupFilesAfterEnv: [fileURLToPath(new URL('infra/test/each-test-asserts.ts', import.meta.url))],
  transform: {
    '^.+\\.ts$': [
      '@swc/jest',
      {
        jsc: { target: 'es2024', parser: { syntax: 'typescript' } },
        module: { type: 'es6' },
        sourceMaps: 'inline',
      },
    ],
  },
};
