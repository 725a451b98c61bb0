import preset from '../../jest.preset.mjs';

export default { ...preset, globalSetup: '<rootDir>/../../infra/bundle/before-tests.mjs' };
