import { type ChildProcess, type StdioOptions, spawn } from 'node:child_process';
import { join } from 'node:path';

const root = join(import.meta.dirname, '../../..');

/** The environment of every service that a test starts: nothing of the caller's own but where programs are. */
const surroundings = {
  PATH: process.env['PATH'] ?? '',
  NODE_COMPILE_CACHE: join(root, 'node_modules/.cache/node'),
  METADATA_SERVER_DETECTION: 'none',
};

const errorsOnly: StdioOptions = ['ignore', 'ignore', 'inherit'];

/**
 * Starts a service in a process of its own from its bundle, as it is started for people, which takes half the processor
 * time of a start from sources. `infra/bundle/before-tests.mjs` has bundled it.
 */
export const spawnService = (
  service: string,
  variables: Readonly<Record<string, string>>,
  stdio: StdioOptions = errorsOnly,
): ChildProcess =>
  spawn(process.execPath, [join(root, 'apps', service, 'bundle/main.js')], {
    env: { ...surroundings, ...variables },
    stdio,
  });
