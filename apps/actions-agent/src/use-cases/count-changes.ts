import type { Action } from '../domain/action.ts';
import type { Actions } from '../ports.ts';

/** The collection, with every change of an action told once, by the process that made it. */
export function countChanges(actions: Actions, changed: (before: Action | null, after: Action) => void): Actions {
  return {
    ...actions,
    async create(action) {
      const created = await actions.create(action);
      if (created.outcome === 'created') changed(null, created.loaded.action);
      return created;
    },
    async updateStatusIf(expected, next, alongside, durability) {
      const update = await actions.updateStatusIf(expected, next, alongside, durability);
      if (update.outcome === 'updated') changed(expected.action, update.loaded.action);
      return update;
    },
  };
}
