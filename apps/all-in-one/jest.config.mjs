import preset from '../../jest.preset.mjs';

/**
 * Whole conversations over Google's emulators want two quiet processors: beside all other tests they wait in vain now and
 * then. `npm run soak` runs them.
 */
const wantQuiet = ['/cloud-story/'];

export default {
  ...preset,
  testPathIgnorePatterns: ['/node_modules/', ...(process.env['QUIET_MACHINE'] === undefined ? wantQuiet : [])],
};
