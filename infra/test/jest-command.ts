/** Jest on the project's own Node, over the sources as they are. */
export const jestCommand: readonly string[] = [
  process.execPath,
  '--conditions=source',
  '--experimental-vm-modules',
  '--disable-warning=ExperimentalWarning',
  'node_modules/jest/bin/jest.js',
];
