import { AppError } from '@intexuraos/kernel';
import { actionTypeOf } from '../action-types/index.ts';
import type { Command } from '../domain/commands.ts';
import type { Loaded } from '../ports.ts';
import type { Core } from './core.ts';
import { changedOrThrow, conflictOf, loadOwn, type Owned } from './own-action.ts';

/** A link that the person has already: leave it, or refresh the one there is. Refreshing may be repeated. */
export function createResolveDuplicate(core: Core) {
  return async ({ choice, ...owned }: Owned & { readonly choice: 'skip' | 'update' }): Promise<Loaded> => {
    const loaded = await loadOwn(core, owned);
    const acting = { by: owned.userId, channel: 'web' as const };
    const command: Command =
      choice === 'skip'
        ? { name: 'skipDuplicate', ...acting }
        : { name: 'updateDuplicate', ...acting, result: await refresh(core, loaded) };
    return changedOrThrow(core, await core.change(loaded, () => ({ commands: [command] })));
  };
}

async function refresh(core: Core, loaded: Loaded) {
  const { action } = loaded;
  const existingId = action.result?.['existingBookmarkId'];
  const type = actionTypeOf(action.type);
  if (type === null || action.status !== 'failed' || typeof existingId !== 'string') {
    throw conflictOf(core, loaded, {
      command: 'updateDuplicate',
      guard: 'has-duplicate',
      reason: 'it did not fail as a duplicate',
    });
  }
  const refreshed = await type.refreshDuplicate(action, existingId, core.ports.connect);
  if (refreshed.kind === 'completed') return refreshed.result;
  throw new AppError('DOWNSTREAM_ERROR', `The bookmark could not be updated: ${refreshed.message}`, {
    details: { code: refreshed.code },
  });
}
