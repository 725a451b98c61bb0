import { uuidFromName } from '@intexuraos/kernel';
import type { Store } from '@intexuraos/storage';
import { untouched } from '../../domain/mirror-switches.ts';
import type { MirrorSwitchboard } from '../../ports.ts';
import { mirrorSwitches } from './mirror-switch-collection.ts';

/** One document for each person who has touched one. */
export const createMirrorSwitchboard = (store: Store): MirrorSwitchboard => ({
  of: async (userId) => (await store.get(mirrorSwitches, uuidFromName(userId)))?.data ?? untouched(userId),
  async save(switches) {
    const id = uuidFromName(switches.userId);
    await store.commit([{ kind: 'put', collection: mirrorSwitches, id, data: switches }]);
  },
});
