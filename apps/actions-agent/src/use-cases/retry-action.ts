import type { Loaded } from '../ports.ts';
import type { Core } from './core.ts';
import { changedOrThrow, loadOwn, type Owned } from './own-action.ts';

/** A failed action is asked about again. Throws CONFLICT when it may have happened and nobody confirmed the risk. */
export function createRetryAction(core: Core) {
  return async ({
    confirmMayDuplicate,
    ...owned
  }: Owned & { readonly confirmMayDuplicate: boolean }): Promise<Loaded> => {
    const loaded = await loadOwn(core, owned);
    const change = await core.change(loaded, () => ({
      commands: [{ name: 'askAgain', by: owned.userId, channel: 'web', confirmMayDuplicate }],
    }));
    return changedOrThrow(core, change);
  };
}
