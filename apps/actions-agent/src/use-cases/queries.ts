import type { TimelineEvent } from '../domain/action.ts';
import type { ListQuery, Loaded } from '../ports.ts';
import type { Core } from './core.ts';
import { loadOwn, type Owned } from './own-action.ts';

/** What a person may read. None of these changes anything. */
export function createQueries(core: Core) {
  const { actions } = core.ports;
  return {
    get: (owned: Owned) => loadOwn(core, owned),

    /** Newest first. Throws VALIDATION_FAILED for a cursor of another list. */
    list: (query: ListQuery) => (query.origin === undefined ? actions.list(query) : listOfOrigin(query)),

    /** Those of the ids that are the person's own; all others are left out without a word. */
    async batch(userId: string, ids: readonly string[]): Promise<readonly Loaded[]> {
      const loaded = await actions.loadMany([...new Set(ids)]);
      return loaded.filter(({ action }) => action.userId === userId && action.deletedAt === null);
    },

    /** The whole timeline, oldest first. */
    async timeline(owned: Owned): Promise<readonly TimelineEvent[]> {
      const { action } = await loadOwn(core, owned);
      const first = action.events[0]?.seq ?? 1;
      const older = first > 1 ? await actions.olderEvents(action.id) : [];
      return [...older.filter(({ seq }) => seq < first), ...action.events];
    },
  };

  /** An origin has few actions: the other filters are applied to them here. */
  async function listOfOrigin({ statuses, types, ...query }: ListQuery) {
    const page = await actions.list(query);
    const fits = ({ action }: Loaded) =>
      (statuses?.includes(action.status) ?? true) && (types?.includes(action.type) ?? true);
    return { ...page, actions: page.actions.filter(fits) };
  }
}
