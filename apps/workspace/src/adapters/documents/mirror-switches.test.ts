import { systemClock } from '@intexuraos/kernel';
import { createMemoryStore } from '@intexuraos/storage/memory';
import { expect, test } from '@jest/globals';
import { switched } from '../../domain/mirror-switches.ts';
import { createMirrorSwitchboard } from './mirror-switches.ts';

test('whoever changes switches that somebody else changed meanwhile changes nothing, the first time too', async () => {
  const switchboard = createMirrorSwitchboard(createMemoryStore({ clock: systemClock }));
  for (const kind of ['note', 'todo']) {
    const seen = await switchboard.of('anna');
    expect(await switchboard.change(seen, switched(seen.switches, kind, { isOn: false }))).toBe(true);
    expect(await switchboard.change(seen, switched(seen.switches, 'linear', { isOn: false }))).toBe(false);
  }
  expect((await switchboard.of('anna')).switches.off).toEqual(['note', 'todo']);
});
