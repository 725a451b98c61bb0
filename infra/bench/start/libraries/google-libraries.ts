import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { root } from '../../../tree/root.ts';

/** The client libraries that actions-agent needs in the cloud, by the package that is their home. */
const homes = {
  '@google-cloud/firestore': 'packages/storage',
  '@google-cloud/pubsub': 'packages/messaging',
} as const;

/** Where they are, as URLs to import. */
export const googleLibraries = (): readonly string[] =>
  Object.entries(homes).map(([library, home]) => {
    const { resolve } = createRequire(join(root, home, 'package.json'));
    return pathToFileURL(resolve(library)).href;
  });
