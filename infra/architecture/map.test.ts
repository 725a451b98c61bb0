import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { root } from '../tree/root.ts';

const byName = (one = '', other = '') => one.localeCompare(other);

test('each room of the house is on the map, once, and nothing else is', () => {
  const map = readFileSync(join(root, 'ARCHITECTURE.md'), 'utf8');
  const shown = [...map.matchAll(/^\| `((?:apps|packages)\/[\w-]+)` \|/gm)].map(([, room]) => room);
  const rooms = globSync('{apps,packages}/*/package.json', { cwd: root }).map((path) =>
    path.replace('/package.json', ''),
  );
  expect(shown.toSorted(byName)).toEqual(rooms.toSorted(byName));
});
