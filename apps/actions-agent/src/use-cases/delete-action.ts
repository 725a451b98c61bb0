import type { Core } from './core.ts';
import { changedOrThrow, loadOwn, type Owned } from './own-action.ts';

/** Hides an action for good; its history stays. Throws CONFLICT while it is being carried out or may have happened. */
export function createDeleteAction(core: Core) {
  return async (owned: Owned): Promise<void> => {
    const loaded = await loadOwn(core, owned);
    const change = await core.change(loaded, () => ({
      commands: [{ name: 'delete', by: owned.userId, channel: 'web' }],
    }));
    changedOrThrow(core, change);
  };
}
