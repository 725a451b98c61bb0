import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { root } from '../tree/root.ts';
import { findCollections } from './find-collections.ts';
import { generatedFiles } from './generated-files.ts';

test.each(generatedFiles)('$path is what `npm run generate` writes', async ({ path, content }) => {
  const file = join(root, path);
  expect(existsSync(file) ? readFileSync(file, 'utf8') : 'missing').toBe(await content());
});

test('the collections of the services are found', async () => {
  const names = (await findCollections()).map(({ name }) => name);
  expect(names).toEqual(expect.arrayContaining(['actions', 'users', 'dead_letters']));
});
