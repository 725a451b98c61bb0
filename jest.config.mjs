/** All packages in one run: `npm test` does this, and `jest <path>` in the top folder. */
export default { projects: ['<rootDir>/apps/*', '<rootDir>/packages/*', '<rootDir>/infra'] };
