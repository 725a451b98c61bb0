import preset from './jest.preset.mjs';

/** All packages in one run: `npm test` does this, and `jest <path>` in the top folder. A project has no time limit of its own. */
export default {
  projects: ['<rootDir>/apps/*', '<rootDir>/packages/*', '<rootDir>/infra'],
  testTimeout: preset.testTimeout,
};
