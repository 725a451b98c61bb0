import preset from '../jest.preset.mjs';

/** The tests of the tree itself lie beside the tool they belong to, so there is no `src`. */
export default { ...preset, testMatch: ['<rootDir>/**/*.test.ts'] };
