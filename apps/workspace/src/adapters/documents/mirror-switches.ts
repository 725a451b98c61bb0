import { uuidFromName } from '@intexuraos/kernel';
import type { Store } from '@intexuraos/storage';
import { untouched } from '../../domain/mirror-switches.ts';
import type { MirrorSwitchboard } from '../../ports.ts';
import { mirrorSwitches } from './mirror-switch-collection.ts';

/** One document for each person who has touched one. */
export const createMirrorSwitchboard = (store: Store): MirrorSwitchboard => ({
  async of(userId) {
    const stored = await store.get(mirrorSwitches, uuidFromName(userId));
    return stored ? { switches: stored.data, version: stored.version } : { switches: untouched(userId), version: null };
  },
  async change({ version }, next) {
    const write = { collection: mirrorSwitches, id: uuidFromName(next.userId), data: next };
    const { outcome } = await store.commit([
      version === null ? { kind: 'create', ...write } : { kind: 'replace', ...write, expected: version },
    ]);
    return outcome === 'committed';
  },
});
